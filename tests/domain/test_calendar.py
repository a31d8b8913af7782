"""Working days on the shipped calendar (DOMAIN 8.2, 8.5) and the laws of counting them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from district_desk.domain.calendar import CalendarYear, DayKind, DayOff, WorkCalendar, days

DAYS = st.dates(date(2022, 6, 1), date(2027, 6, 30))


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (date(2023, 4, 26), 5, date(2023, 5, 8)),
        (date(2025, 4, 24), 3, date(2025, 4, 28)),
        (date(2025, 12, 31), 2, date(2026, 1, 6)),
        (date(2024, 6, 7), 1, date(2024, 6, 10)),
        (date(2023, 1, 19), 1, date(2023, 1, 27)),
    ],
)
def test_working_days_are_counted_from_the_next_day_on(calendar, start, count, end):
    assert calendar.plus_working(start, count) == end
    assert calendar.minus_working(end, count) <= start


def test_six_working_days_remain_between_the_directive_of_cam_giang_and_its_limit(calendar):
    assert calendar.working_between(date(2023, 3, 30), date(2023, 4, 9)) == 6
    assert calendar.last_working_on_or_before(date(2023, 4, 9)) == date(2023, 4, 7)


@pytest.mark.parametrize("saturday", [date(2024, 5, 4), date(2025, 4, 26), date(2026, 1, 10), date(2026, 8, 22)])
def test_a_saturday_worked_in_exchange_is_a_working_day(calendar, saturday):
    assert calendar.is_working(saturday)
    assert not calendar.is_working(saturday + timedelta(days=7))


def test_an_empty_calendar_knows_weekends_only():
    empty = WorkCalendar()
    assert [empty.is_working(day) for day in days(date(2023, 4, 3), date(2023, 4, 9))] == [True] * 5 + [False] * 2
    assert not empty.knows(date(2023, 4, 3))


def test_a_calendar_is_made_of_its_lines():
    made = WorkCalendar.of(
        [DayOff(date(2030, 1, 1), DayKind.OFF, "Tết"), DayOff(date(2030, 1, 5), DayKind.WORKED)],
        [CalendarYear(2030, confirmed=True), CalendarYear(2031, confirmed=False)],
    )
    assert not made.is_working(date(2030, 1, 1))
    assert made.is_working(date(2030, 1, 5))
    assert made.knows(date(2030, 6, 1))
    assert not made.knows(date(2031, 6, 1))


def test_days_go_from_first_to_last_and_none_backwards():
    assert [day.day for day in days(date(2023, 4, 9), date(2023, 4, 11))] == [9, 10, 11]
    assert list(days(date(2023, 4, 9), date(2023, 4, 8))) == []


@given(DAYS, st.integers(1, 40))
def test_forward_and_back_again_is_the_same_working_day(calendar, start, count):
    first = calendar.first_working_on_or_after(start)
    assert calendar.minus_working(calendar.plus_working(first, count), count) == first


@given(DAYS, st.integers(0, 40))
def test_as_many_working_days_lie_between_as_were_added(calendar, start, count):
    end = calendar.plus_working(start, count)
    assert calendar.working_between(start, end) == count
    assert calendar.working_between(end, start) == -count


@given(DAYS)
def test_the_nearest_working_days_enclose_a_day_and_nothing_worked_lies_between(calendar, day):
    before, after = calendar.last_working_on_or_before(day), calendar.first_working_on_or_after(day)
    assert before <= day <= after
    assert calendar.is_working(before)
    assert calendar.is_working(after)
    assert (before == after) == calendar.is_working(day)
    assert calendar.working_between(before, after) == (0 if before == after else 1)
