"""Working days of the office: weekends, days off, Saturdays worked in exchange.

The table of days is data that the office edits each November when the notice is published (DOMAIN 8.1,
8.2). A year without a confirmed table is counted with weekends alone, and says so.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

_ONE_DAY: Final = timedelta(days=1)
_SATURDAY: Final = 5


class DayKind(StrEnum):
    """A day that differs from its weekday."""

    OFF = "off"
    WORKED = "worked"


@dataclass(frozen=True, slots=True)
class DayOff:
    """One line of the table: a weekday off, or a Saturday worked, with its reason ("nghỉ Tết Nguyên đán")."""

    day: date
    kind: DayKind
    reason: str = ""
    id: int = 0
    uid: int = 0


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """Whether the table of a year is confirmed by the office, and on what notice it rests."""

    year: int
    confirmed: bool
    basis: str = ""
    id: int = 0
    uid: int = 0


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Which days are worked. Empty, it knows weekends only."""

    off: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()
    confirmed_years: frozenset[int] = frozenset()

    @classmethod
    def of(cls, days: Iterable[DayOff], years: Iterable[CalendarYear] = ()) -> "WorkCalendar":
        """The calendar that these lines describe."""
        lines = tuple(days)
        return cls(
            frozenset(line.day for line in lines if line.kind is DayKind.OFF),
            frozenset(line.day for line in lines if line.kind is DayKind.WORKED),
            frozenset(year.year for year in years if year.confirmed),
        )

    def knows(self, day: date) -> bool:
        """Whether the table of that day's year is confirmed."""
        return day.year in self.confirmed_years

    def is_working(self, day: date) -> bool:
        """Whether the office works on that day."""
        if day in self.worked:
            return True
        return day.weekday() < _SATURDAY and day not in self.off

    def last_working_on_or_before(self, day: date) -> date:
        """The day itself where it is worked, or the nearest worked day before it."""
        while not self.is_working(day):
            day -= _ONE_DAY
        return day

    def first_working_on_or_after(self, day: date) -> date:
        """The day itself where it is worked, or the nearest worked day after it."""
        while not self.is_working(day):
            day += _ONE_DAY
        return day

    def plus_working(self, start: date, count: int) -> date:
        """The ``count``-th working day after ``start``; the first day is not counted (Civil Code 2015 art. 147)."""
        day = start
        for _ in range(count):
            day = self.first_working_on_or_after(day + _ONE_DAY)
        return day

    def minus_working(self, start: date, count: int) -> date:
        """The ``count``-th working day before ``start``."""
        day = start
        for _ in range(count):
            day = self.last_working_on_or_before(day - _ONE_DAY)
        return day

    def working_between(self, after: date, until: date) -> int:
        """How many working days lie after ``after`` up to and with ``until``; negative when it is in the past."""
        if until < after:
            return -self.working_between(until, after)
        off = sum(1 for day in self.off - self.worked if after < day <= until and day.weekday() < _SATURDAY)
        worked = sum(1 for day in self.worked if after < day <= until and day.weekday() >= _SATURDAY)
        return _weekdays_up_to(until) - _weekdays_up_to(after) - off + worked


def _weekdays_up_to(day: date) -> int:
    """Mondays to Fridays since the calendar's first day, which was a Monday."""
    weeks, rest = divmod(day.toordinal(), 7)
    return weeks * _SATURDAY + min(rest, _SATURDAY)


def days(first: date, last: date) -> Iterator[date]:
    """Every day from the first to the last, both included."""
    for offset in range((last - first).days + 1):
        yield first + timedelta(days=offset)
