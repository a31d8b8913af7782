"""A periodic report that an item asks for: noting it closes the unit's line of that period, and the other way round."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from district_desk.desk.drafting import dated
from district_desk.desk.following_up import Told
from district_desk.desk.keeping import undo
from district_desk.desk.periods import make_occurrences
from district_desk.desk.recurring import close_periods
from district_desk.desk.reform import periodic_reports as reports
from district_desk.desk.reform.report_duties import period_code
from district_desk.desk.reform.report_matrix import matrix
from district_desk.desk.reform.report_series import (
    PeriodKey,
    keep_period,
    keep_series,
    periods_of,
    recurring_items,
    rules_of,
    series_list,
)
from district_desk.desk.registering import register
from district_desk.desk.steps import lives
from district_desk.domain.assignments import Assignment, State
from district_desk.domain.directives import Directive, Source
from district_desk.domain.drafts import Draft, DraftItem, DraftLine
from district_desk.domain.due_phrases import read_phrase
from district_desk.domain.items import Item
from district_desk.domain.periodic_reports import ReportPeriod, ReportState
from district_desk.domain.units import Unit, UnitKind

ISSUED = date(2023, 3, 30)
PHRASE = "định kỳ hằng quý, 6 tháng, năm"


@pytest.fixture
def units(desk):
    found = desk.store.reading().find(Unit, "position")
    return [unit for unit in found if unit.kind is UnitKind.COMMUNE and unit.is_valid(ISSUED)][:2]


@pytest.fixture
def series(desk, units):
    """The shipped series tied to a recurring duty of two communes, in June with its first period made."""
    item = Item(
        0, "2.đ", "đ)", "Báo cáo kết quả CCHC", phrase=PHRASE, rule=read_phrase(PHRASE, issued=ISSUED).to_text()
    )
    directive = Directive(
        Source.OWN, number="4", symbol="CT-UBND", issued=ISSUED, issuer="UBND huyện", subject="CCHC"
    )  # fmt: skip
    lines = tuple(DraftLine(unit.id) for unit in units)
    register(desk, dated(desk, Draft(directive, (DraftItem(1, item, lines=lines),))))
    [asked] = recurring_items(desk)
    keep_series(
        desk, replace(series_list(desk)[0], item_id=asked.id), rules_of(desk, series_list(desk)[0].id)
    )  # fmt: skip
    desk.clock = lambda: datetime(2023, 6, 14, 8)
    make_occurrences(desk)
    return series_list(desk)[0]


def line(desk, unit, period="2023-H1"):
    [found] = desk.store.reading().find(Assignment, unit_id=unit.id, period=period)
    return lives(desk.store.reading(), [found.id])[0]


def cell(desk, series, unit):
    return matrix(desk, series.id, 2023).cells[unit.id, "6 tháng"]


def note(desk, series, unit, day=date(2023, 6, 14)):
    told = reports.Receipt(received=day, notation="30/BC-UBND")
    return reports.note_submissions(desk, PeriodKey(series.id, 2023, "6 tháng"), [unit.id], told)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Quý I", "2023-Q1"), ("quý IV", "2023-Q4"), ("Quý 3", "2023-Q3"), ("6 tháng", "2023-H1"), ("Năm", "2023"),
        ("6 tháng đầu năm", "2023-H1"), ("6 tháng cuối năm", "2023-H2"), ("9 tháng", "2023-9M"), ("Tháng 3", "2023-03"),
        ("Tháng 13", None), ("Đợt 1", None),
    ],
)  # fmt: skip
def test_a_period_is_matched_by_what_its_name_states(name, code):
    assert period_code(ReportPeriod(1, 2023, name)) == code


def test_a_report_that_comes_closes_the_line_of_its_period_in_the_same_operation(desk, series, units):
    done = note(desk, series, units[0])
    closed = line(desk, units[0])
    assert done.closed == (closed.assignment.id,)
    assert (closed.standing.state, closed.standing.done) == (State.DONE_IN_TIME, date(2023, 6, 14))
    assert closed.events[-1].notation == "30/BC-UBND"
    assert line(desk, units[1]).is_open
    undo(desk)
    assert line(desk, units[0]).is_open
    assert cell(desk, series, units[0]).is_awaited


def test_a_line_closed_among_the_tasks_tells_that_the_report_came(desk, series, units):
    told = Told(date(2023, 6, 14), notation="31/BC-UBND")
    close_periods(desk, [line(desk, units[0]).assignment.id], told)
    shown = cell(desk, series, units[0])
    assert (shown.state, shown.by_duty, shown.submission.notation) == (ReportState.IN_TIME, True, "31/BC-UBND")
    assert cell(desk, series, units[1]).is_awaited


def test_a_line_that_cannot_be_closed_stays_open_and_is_counted(desk, series, units):
    older_than_the_directive = date(2023, 3, 20)
    done = note(desk, series, units[0], older_than_the_directive)
    assert (done.closed, done.left_open) == ((), 1)
    assert cell(desk, series, units[0]).duty_open


def test_the_day_of_the_report_counts_and_not_the_day_of_noting(desk, series, units):
    desk.clock = lambda: datetime(2023, 6, 20, 8)
    note(desk, series, units[0], date(2023, 6, 15))
    assert line(desk, units[0]).standing.done == date(2023, 6, 15)


def test_a_period_of_another_name_is_not_tied(desk, series, units):
    keep_series(desk, series, [replace(rule, name=f"Đợt {rule.name}") for rule in rules_of(desk, series.id)])
    shown = matrix(desk, series.id, 2023).cells[units[0].id, "Đợt 6 tháng"]
    assert shown.duty is None
    reports.note_submissions(
        desk, PeriodKey(series.id, 2023, "Đợt 6 tháng"), [units[0].id], reports.Receipt(received=date(2023, 6, 14))
    )
    assert line(desk, units[0]).is_open


def test_both_due_dates_are_at_hand_where_they_differ(desk, series, units):
    period = periods_of(desk.store.reading(), series.id, 2023)[1]
    keep_period(desk, replace(period, unit_due=date(2023, 6, 17)))
    shown = cell(desk, series, units[0])
    assert (shown.due, shown.duty.standing.due) == (date(2023, 6, 17), date(2023, 6, 15))
