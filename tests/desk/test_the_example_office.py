"""The example office: alive on its own day, made by a clerk's own use cases."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from district_desk.desk import Desk
from district_desk.desk.answers import assignments, directives
from district_desk.desk.demo import create_demo
from district_desk.desk.keeping import check, journal
from district_desk.desk.opening import open_office
from district_desk.desk.reform.results import owed, results
from district_desk.domain.problems import UnopenableOffice


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The example office, made once for this module, which only looks at it."""
    desk = create_demo(tmp_path_factory.mktemp("demo") / "office", clock=lambda: datetime(2026, 11, 22, 9, 30))
    yield desk
    desk.close()


def test_it_stands_still_on_its_own_day_at_the_machines_hour(example: Desk) -> None:
    assert example.now() == datetime(2023, 4, 10, 9, 30)


def test_a_newcomer_meets_every_state_of_work(example: Desk) -> None:
    states = {line["state"] for line in assignments(example, example.today())}

    assert {"HT_DH", "HT_QH", "TH_TH", "TH_QH", "TH_KH"} <= states


def test_every_source_a_blank_and_a_reference_are_there(example: Desk) -> None:
    rows = directives(example, example.today())

    assert {row["source"] for row in rows} >= {"received", "own", "spoken"}
    assert any(row["missing"] for row in rows)
    assert any(row["reference_only"] for row in rows)
    assert any(row["passed_on"] is None and row["source"] == "received" and not row["reference_only"] for row in rows)


def test_a_condition_went_to_the_communes_that_the_clerk_named_and_an_exception_was_kept(example: Desk) -> None:
    given: dict[str, set[str]] = {}
    for line in assignments(example, example.today()):
        given.setdefault(line["text"], set()).add(line["unit_code"])
    (condition,) = (units for text, units in given.items() if "tổng đàn lợn trên 5.000 con" in text)
    (exception,) = (units for text, units in given.items() if "trừ thị trấn Lai Cách" in text)

    assert condition == {"10894", "10912"}
    assert len(exception - {"10891"}) == len(exception) == 16


def test_its_journal_reads_like_a_clerks_weeks(example: Desk) -> None:
    days = [operation.at.date() for operation in journal(example)][:-1]

    assert days == sorted(days, reverse=True)
    assert days[0] == date(2023, 4, 10)


def test_it_passes_the_check(example: Desk) -> None:
    assert check(example) == []


def test_it_is_the_same_after_it_was_closed(tmp_path: Path) -> None:
    create_demo(tmp_path / "office").close()
    again = open_office(tmp_path / "office")

    assert again.today() == date(2023, 4, 10)
    again.close()


def test_it_is_never_played_into_an_office_that_is_there(tmp_path: Path) -> None:
    create_demo(tmp_path / "office").close()
    before = (tmp_path / "office" / "office.sqlite").read_bytes()

    with pytest.raises(UnopenableOffice):
        create_demo(tmp_path / "office")

    assert (tmp_path / "office" / "office.sqlite").read_bytes() == before


def test_last_years_index_is_there_and_says_who_owes_a_plan_and_that_its_figures_are_invented(example: Desk) -> None:
    told = results(example, 2022)
    owing = {each.unit.code: [reason.trigger for reason in each.reasons] for each in owed(example, 2022)}

    assert "giả định" in told.index.title
    assert [row.official for row in told.rows].count("Hoàn thành nhiệm vụ") == 10
    assert [row.rank for row in told.rows] == [row.official_rank for row in told.rows]
    assert owing["10939"] == ["T2"]
    assert "10924" not in owing
    assert len(owing) == 11
