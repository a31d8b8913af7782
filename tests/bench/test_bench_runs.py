"""What ``dev.py bench`` is made of, on fifty directives: that it runs and measures; how fast is nobody's test."""

from math import nan
from pathlib import Path

import pytest
from asking import likes, raw_pages, searches
from figures import Figure, heading
from office_cache import office_of
from our_window import places, typed
from readings import readings
from reform import reform
from registers import WAYS, book_of, pages_of
from starting import starts
from writing import writes


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("bench")


@pytest.fixture(scope="module")
def office(home: Path) -> Path:
    return office_of(50, home)


def test_a_filled_office_is_kept_and_taken_again(office: Path, home: Path) -> None:
    made = (office / "office.sqlite").stat().st_mtime_ns

    assert office_of(50, home) == office
    assert (office / "office.sqlite").stat().st_mtime_ns == made


def test_search_and_list_are_timed_for_every_letter_and_every_jump(office: Path) -> None:
    assert len(searches(office)) == len(likes(office)) == len(typed())
    assert len(raw_pages(office, 50)) == len(places(50))


def test_opening_a_large_write_its_undo_and_a_snapshot_are_timed(office: Path, home: Path) -> None:
    figures = writes(office, home, lines=20)

    assert all(figure.ours > 0 for figure in figures)


def test_a_year_of_scores_is_opened_reckoned_and_previewed(home: Path, qapp: object) -> None:
    assert qapp is not None
    figures = list(reform(home, units=4, turns=1))

    assert [figure.what.split()[0] for figure in figures] == ["grid", "who", "workbook"]
    assert all(figure.ours > 0 for figure in figures)


@pytest.mark.parametrize("way", ["ours", "canvas"])
def test_a_register_is_printed_with_every_row(way: str, office: Path, home: Path) -> None:
    out = home / f"{way}.pdf"

    assert WAYS[way](book_of(office, 120), out) == pages_of(out) > 1


def test_both_windows_are_started_painted_and_asked_for_their_memory(office: Path, home: Path) -> None:
    seconds, memory = starts(office, home, turns=1)

    assert min(seconds.theirs, seconds.ours) > 0
    assert 0 < memory.theirs < memory.ours


def test_every_kind_of_file_is_read_beside_its_raw_text_and_memory_is_asked(home: Path) -> None:
    figures = list(readings(home, pages=2, memory=(1, 2)))

    assert [figure.unit for figure in figures] == ["s", "s", "s", "kB", "kB"]
    assert all(min(figure.ours, figure.theirs) > 0 for figure in figures)


@pytest.mark.parametrize(
    ("figure", "verdict"),
    [
        (Figure("x", "s", 0.04, most=0.05), "ok"),
        (Figure("x", "s", 0.06, most=0.05), "over"),
        (Figure("x", "s", 0.3, 0.2, at_most=1.5), "ok"),
        (Figure("x", "s", 0.31, 0.2, at_most=1.5), "over"),
        (Figure("x", "s", 1, 5, at_least=5), "ok"),
        (Figure("x", "s", 1, 4, at_least=5), "over"),
        (Figure("x", "s", 3, 20, most=2, at_least=5), "over"),
        (Figure("x", "s", 1, nan, at_least=5), ""),
        (Figure("x", "s", 1, 2), ""),
    ],
)
def test_a_line_says_whether_its_bars_are_kept(figure: Figure, verdict: str) -> None:
    assert figure.verdict == verdict
    assert figure.line().endswith(verdict)
    assert heading().splitlines()[0].split() == ["ours", "theirs", "ratio", "bar"]
