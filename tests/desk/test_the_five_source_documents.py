"""The five documents from which the program was conceived, in one office: entered, given, printed, found."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Type = Callable[..., Any]


@pytest.fixture(scope="module")
def entered(samples: Path, new_office: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """An office with all five, and the answers by the first three digits of the file's name."""
    from contextlib import redirect_stdout
    from io import StringIO

    from district_desk import cli

    folder = tmp_path_factory.mktemp("five") / "office"
    shutil.copytree(new_office, folder)
    answers: dict[str, Any] = {}

    def ask(*words: object) -> Any:
        out = StringIO()
        with redirect_stdout(out):
            assert cli.main([*map(str, words), "--folder", str(folder), "--json"]) == 0, words
        return json.loads(out.getvalue())

    for path in sorted((samples / "directives").glob("00?-*.txt")):
        own = ["--own"] if path.name[:3] in ("001", "003") else ["--arrived", "2024-06-10"]
        done = ask("register", path, *own)
        given = ask("assign", "--directive", done["directive"], "--as-read")
        answers[path.name[:3]] = done | given
    return folder, answers


def test_blanks_stay_blank_and_are_listed(entered: tuple[Path, dict[str, Any]]) -> None:
    _, answers = entered

    for name in ("000", "001"):
        assert {"number", "issued"} <= set(answers[name]["missing"])
    assert answers["003"]["missing"] == ["issuer"]
    assert answers["004"]["missing"] == []


def test_only_what_was_received_takes_a_number(entered: tuple[Path, dict[str, Any]]) -> None:
    _, answers = entered

    assert {name: answer["arrival_number"] for name, answer in answers.items()} == {
        "000": 1, "001": None, "002": None, "003": None, "004": 2,
    }  # fmt: skip


def test_the_article_is_kept_for_reference_and_gives_no_work(entered: tuple[Path, dict[str, Any]]) -> None:
    _, answers = entered

    assert (answers["002"]["items"], answers["002"]["assignments"], answers["002"]["missing"]) == ([], [], [])


def test_the_breakthrough_duty_is_seventeen_lines_and_the_conditional_one_waits(
    entered: tuple[Path, dict[str, Any]],
) -> None:
    _, answers = entered
    lines = [line for line in answers["003"]["assignments"] if line["label"] == "3.¶3"]
    waiting = [left for left in answers["003"]["unresolved"] if left["label"] == "3.¶2"]

    assert len({line["unit_code"] for line in lines}) == len(lines) == 17
    assert {(line["role"], line["due"]) for line in lines} == {("lead", "2023-04-09")}
    assert [line for line in answers["003"]["assignments"] if line["label"] == "3.¶2"] == []
    assert {left["reason"] for left in waiting} == {"conditional"}
    assert all(len(left["candidates"]) == 17 for left in waiting)


def test_dashes_and_missing_numbers_are_kept_as_printed(entered: tuple[Path, dict[str, Any]]) -> None:
    _, answers = entered

    assert {"1.-1", "1.-8", "2.-3", "3.-3"} <= {item["label"] for item in answers["001"]["items"]}
    labels = [item["label"] for item in answers["004"]["items"]]
    assert "9" not in labels
    assert {"8", "10", "11"} <= set(labels)


def test_what_is_asked_of_the_provinces_bodies_is_kept_for_information(entered: tuple[Path, dict[str, Any]]) -> None:
    folder, answers = entered
    from district_desk.desk.opening import open_office
    from district_desk.domain.items import Item

    desk = open_office(folder)
    ours = {
        (item.directive_id, item.path): item.ours for item in desk.store.reading().find(Item)
    }  # fmt: skip
    desk.close()

    assert ours[answers["000"]["directive"], "2"] == 0
    assert (ours[answers["004"]["directive"], "10"], ours[answers["004"]["directive"], "11"]) == (0, 0)


def test_all_are_printed(entered: tuple[Path, dict[str, Any]], typed: Type, tmp_path: Path) -> None:
    folder, answers = entered
    for name in ("001", "003"):
        out = tmp_path / f"{name}.pdf"
        told = typed(
            "print", "phieu-giao-nhiem-vu", "--folder", folder, "--directive", answers[name]["directive"], "--out", out
        )
        assert told.code == 0, told.err
        assert out.read_bytes().startswith(b"%PDF-")


def test_the_directive_is_found_again_without_marks(entered: tuple[Path, dict[str, Any]], typed: Type) -> None:
    folder, answers = entered

    found = typed("search", "cai cach hanh chinh", "--folder", folder, "--json").json

    assert answers["003"]["directive"] in {hit["directive"] for hit in found}
