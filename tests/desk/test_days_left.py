"""Working days left are counted at once and not day by day; both ways of counting agree."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from district_desk.domain.calendar import WorkCalendar, days

_DAYS = st.dates(date(2022, 12, 1), date(2023, 3, 1))


@given(off=st.frozensets(_DAYS, max_size=8), worked=st.frozensets(_DAYS, max_size=8), after=_DAYS, until=_DAYS)
def test_counting_at_once_agrees_with_counting_day_by_day(
    off: frozenset[date], worked: frozenset[date], after: date, until: date
) -> None:
    calendar = WorkCalendar(off, worked)
    first, last = sorted((after, until))

    one_by_one = sum(calendar.is_working(day) for day in days(first + timedelta(days=1), last))

    assert calendar.working_between(after, until) == (one_by_one if after <= until else -one_by_one)
