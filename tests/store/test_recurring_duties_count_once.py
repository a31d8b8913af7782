"""A recurring duty is counted once on every day: by its periods where they are there, else by the line that carries it."""

from datetime import date, timedelta

import pytest

from district_desk.domain.assignments import Assignment, Event, EventKind, State
from district_desk.domain.due_phrases import read_phrase
from district_desk.domain.listing import AssignmentFilter
from district_desk.domain.reporting import EVERYTHING, Period, tally, tally_of

GIVEN = date(2023, 4, 3)
JUNE = date(2023, 6, 30)


@pytest.fixture
def duty(clerk):
    """A duty of two units: its periods of June and July were given, the first of June in the middle of May."""
    directive = clerk.directive()
    item = clerk.item(directive, rule=read_phrase("trước ngày 20 hằng tháng", issued=GIVEN).to_text())
    units = [clerk.unit("U1"), clerk.unit("U2")]
    lines = [clerk.line(item, unit, given=GIVEN) for unit in units]
    with clerk.writing() as writing:
        for line in lines:
            for month in (6, 7):
                due = date(2023, month, 19)
                period = f"2023-{month:02}"
                writing.put(Assignment(
                    item.id, directive.id, line.unit_id, period=period, given=due - timedelta(days=30), due=due
                ))  # fmt: skip
    return lines


def _counted(store, day, first=GIVEN):
    period = Period(first, day, day)
    reader = store.reading()
    told = tally(reader.followed(period, EVERYTHING), period)
    assert tally_of(*reader.counted(period, EVERYTHING), period) == told
    both = told.whole.together
    states = both.in_time + both.late + both.no_due + both.running + both.overdue + both.running_no_due
    assert both.total == states
    return both


def test_before_its_first_period_the_line_itself_is_the_task(store, duty):
    told = _counted(store, date(2023, 5, 19))
    assert (told.total, told.running_no_due) == (2, 2)


def test_from_its_first_period_on_only_periods_are_counted(store, duty):
    told = _counted(store, date(2023, 5, 20))
    assert (told.total, told.running_no_due, told.running) == (2, 0, 2)
    told = _counted(store, JUNE)
    assert (told.total, told.running_no_due, told.overdue, told.running) == (4, 0, 2, 2)


def test_a_duty_whose_periods_were_all_recalled_counts_itself_again(store, clerk, duty):
    with clerk.writing() as writing:
        for line in store.reading().find(Assignment, unit_id=duty[0].unit_id):
            if line.period:
                writing.put(Event(line.id, EventKind.RECALLED, date(2023, 6, 1)))
    assert _counted(store, date(2023, 5, 31)).running_no_due == 0
    told = _counted(store, JUNE)
    assert (told.total, told.running_no_due) == (3, 1)


def test_a_period_after_the_report_s_days_does_not_take_the_place_of_its_duty(store, duty):
    period = Period(GIVEN, date(2023, 4, 30), JUNE)
    lines = store.reading().followed(period, EVERYTHING)
    assert {line.assignment_id for line in lines} == {line.id for line in duty}


def test_the_register_and_the_list_count_as_the_report_does(store, duty):
    reader, without_date = store.reading(), AssignmentFilter(states=(State.RUNNING_NO_DUE,))
    for day, (lines, listed) in {date(2023, 5, 19): (2, 2), date(2023, 5, 20): (2, 0), JUNE: (4, 0)}.items():
        (row,) = reader.directive_rows([duty[0].directive_id], day)
        assert (row.lines, row.done) == (lines, 0)
        assert len(reader.assignment_ids(without_date, day)) == listed
        assert len(reader.assignment_ids(AssignmentFilter(), day)) == lines + (2 if day > date(2023, 5, 19) else 0)
