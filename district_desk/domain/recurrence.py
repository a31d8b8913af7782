"""The dates of a recurring duty: one occurrence a period, each counted from its own period and never from the last.

Counting from the period is what keeps the 31st from drifting to the 28th for good. Where the text says when in the
period ("trước ngày 20 hằng tháng") its marks count; where it only says how often ("định kỳ hàng quý"), the office's own
habits do (DOMAIN 5.7, 8.3). A daily duty falls on working days; one "khi có yêu cầu" has no dates of its own.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from district_desk.domain.calendar import WorkCalendar, days
from district_desk.domain.due import LAST_WORKING_DAY, Due, DueHabits, DueKind, DueRule, Frequency
from district_desk.domain.due_dates import resolve

MONTHS: Final = {
    Frequency.MONTHLY: 1, Frequency.QUARTERLY: 3, Frequency.HALF_YEARLY: 6, Frequency.NINE_MONTHS: 9, Frequency.ANNUAL: 12,
}  # fmt: skip
"""How many months a period of that frequency has."""
_MONTH_END: Final = 28
"""From this day on a mark means the end of the month."""
_MARGIN: Final = 26
"""No mark moves a due day further from its period's end, in months."""


@dataclass(frozen=True, slots=True)
class PeriodHabits:
    """When this office's units report where a text only says how often: settings (DOMAIN 5.7).

    A mark is a day of the period's last month ("20"), of the month before it ("-25") or after it ("+05"), or a weekday
    ("w5"); it is the last day in time. ``data_day`` is the day of the last month up to which figures count (NĐ 09/2019:
    the 14th; 0: the whole month). ``absorbs``: where several periods end in one month only the longest is reported, so
    that quarter, half-year and year make four reports and not seven. ``gather_days`` and ``send_up_days`` are working days
    after the units' last day: to gather their reports, and to send our own to the upper level.
    """

    weekly: str = "w5"
    monthly: str = "20"
    quarterly: str = "15"
    half_yearly: str = "15"
    annual: str = "15"
    unspecified: Frequency = Frequency.MONTHLY
    data_day: int = 14
    absorbs: bool = True
    gather_days: int = 3
    send_up_days: int = 5

    def mark(self, frequency: Frequency) -> str:
        """The mark of a frequency; nine months end with a quarter."""
        return {
            Frequency.WEEKLY: self.weekly,
            Frequency.MONTHLY: self.monthly,
            Frequency.HALF_YEARLY: self.half_yearly,
            Frequency.ANNUAL: self.annual,
        }.get(frequency, self.quarterly)

    def onward(self, occurrence: "Occurrence", calendar: WorkCalendar) -> tuple[date, date]:
        """The last days to gather the units' reports of a period and to send our own up."""
        day = occurrence.last_day
        return calendar.plus_working(day, self.gather_days), calendar.plus_working(day, self.send_up_days)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One period of a recurring duty: its code ("2026-Q1", see :func:`code_of`), the days it covers, when it is due."""

    period: str
    frequency: Frequency
    first: date
    last: date
    due: Due

    @property
    def last_day(self) -> date:
        """The last calendar day still in time."""
        assert self.due.last_day is not None
        return self.due.last_day


def frequency_of(months: int) -> Frequency:
    """The frequency whose period has so many months (1, 3, 6, 9 or 12)."""
    return next(frequency for frequency, length in MONTHS.items() if length == months)


def is_month_mark(mark: str) -> bool:
    """Whether a text is a mark of a month: "20", "-25", "+05"."""
    return re.fullmatch(r"[-+]?(?:0[1-9]|[12]\d|3[01])", mark) is not None


def is_week_mark(mark: str) -> bool:
    """Whether a text is a mark of a week: "w1" Monday … "w7" Sunday."""
    return re.fullmatch(r"w[1-7]", mark) is not None


def occurrences(  # noqa: PLR0913  a rule, a stretch of time, and how this office counts
    rule: DueRule,
    first: date,
    last: date,
    *,
    calendar: WorkCalendar,
    habits: DueHabits | None = None,
    periods: PeriodHabits | None = None,
) -> tuple[Occurrence, ...]:
    """What falls due by a PERIODIC rule from ``first`` to ``last``, both included, the earliest first.

    Each period comes once. A rule of another kind has no occurrences.
    """
    if rule.kind is not DueKind.PERIODIC:
        return ()
    made = _Maker(rule, calendar, habits or DueHabits(), periods or PeriodHabits())
    found = [each for each in made.between(first, last) if first <= each.last_day <= last]
    return tuple(sorted(found, key=lambda each: (each.last_day, each.period)))


def next_occurrence(
    rule: DueRule,
    day: date,
    *,
    calendar: WorkCalendar,
    habits: DueHabits | None = None,
    periods: PeriodHabits | None = None,
) -> Occurrence | None:
    """The first occurrence whose last day is not past on ``day``; None where the rule has no dates."""
    for months in (2, 26):
        end = day + timedelta(days=31 * months)
        if found := occurrences(rule, day, end, calendar=calendar, habits=habits, periods=periods):
            return found[0]
    return None


@dataclass(frozen=True, slots=True)
class _Maker:
    rule: DueRule
    calendar: WorkCalendar
    habits: DueHabits
    periods: PeriodHabits

    def between(self, first: date, last: date) -> Iterator[Occurrence]:
        """More than enough occurrences around these days."""
        wanted = {
            self.periods.unspecified if each is Frequency.UNSPECIFIED else each for each in self.rule.frequencies
        }  # fmt: skip
        if Frequency.DAILY in wanted:
            yield from self._daily(first, last)
        if Frequency.WEEKLY in wanted:
            yield from self._weekly(first, last)
        monthly = sorted((each for each in wanted if each in MONTHS), key=lambda each: -MONTHS[each])
        taken: set[int] = set()
        for frequency in monthly:
            ends = [end for end in _ends(frequency, first, last) if end not in taken]
            if self.periods.absorbs and not self.rule.marks:
                taken.update(ends)
            for end in ends:
                yield from self._of_months(frequency, end)

    def _daily(self, first: date, last: date) -> Iterator[Occurrence]:
        for day in days(first, last):
            if self.calendar.is_working(day):
                yield Occurrence(day.isoformat(), Frequency.DAILY, day, day, self._due(day))

    def _weekly(self, first: date, last: date) -> Iterator[Occurrence]:
        marks = [mark for mark in self.rule.marks if is_week_mark(mark)] or [self.periods.weekly]
        monday = first - timedelta(days=first.weekday() + 7)
        while monday <= last + timedelta(days=7):
            for place, mark in enumerate(marks, 1):
                day = monday + timedelta(days=int(mark[1]) - 1 - self._excluded)
                code = code_of(Frequency.WEEKLY, monday, place if len(marks) > 1 else 0)
                yield Occurrence(code, Frequency.WEEKLY, monday, monday + timedelta(days=6), self._due(day))
            monday += timedelta(days=7)

    def _of_months(self, frequency: Frequency, end: int) -> Iterator[Occurrence]:
        """The occurrences of the period that ends with that month, counted since year 0."""
        named = list(self._named_days(frequency, end))
        for place, (month, day) in enumerate(named, 1):
            first, last = _covered(frequency, end, self._data_day(end, month, day))
            code = code_of(frequency, _in_month(end, 1), place if len(named) > 1 else 0)
            yield Occurrence(code, frequency, first, last, self._due(self._last_day(month, day)))

    def _named_days(self, frequency: Frequency, end: int) -> Iterator[tuple[int, int]]:
        """Month (counted since year 0) and day that the rule's marks name in a period, or else the office's habit."""
        if not self.rule.marks:
            sign, day = _parted(self.periods.mark(frequency))
            yield end + sign, day
        for mark in self.rule.marks:
            if month_and_day := re.fullmatch(r"(\d\d)-(\d\d)", mark):
                yield end - 12 + int(month_and_day[1]), int(month_and_day[2])
            elif is_month_mark(mark):
                sign, day = _parted(mark)
                yield end + sign * MONTHS[frequency] - self._months_before_end, day

    def _data_day(self, end: int, month: int, day: int) -> int:
        """The cut-off of the figures where the report is due after it in the period's last month; else none, as for a
        day that stands for the end of the month."""
        return self.periods.data_day if month == end and self.periods.data_day < day < _MONTH_END else 0

    @property
    def _months_before_end(self) -> int:
        """By how many months the month of a quarter that the rule names lies before its last one."""
        if re.search(r"đầu|nhất|\b1", self.rule.word):
            return 2
        return 1 if re.search(r"hai|\b2", self.rule.word) else 0

    @property
    def _excluded(self) -> int:
        """1 where the day that is named is itself too late."""
        exclusive = (
            bool(self.rule.marks)
            and self.rule.limit is DueKind.BEFORE
            and not self.habits.before_is_inclusive
            and not self.rule.time
        )
        return int(exclusive)

    def _last_day(self, month: int, day: int) -> date:
        if day == self._excluded:  # before the first of a month
            return _in_month(month - 1, 31)
        last = _in_month(month, day - self._excluded)
        return self.calendar.last_working_on_or_before(last) if self.rule.word == LAST_WORKING_DAY else last

    def _due(self, day: date) -> Due:
        return resolve(DueRule(DueKind.BY, day, time=self.rule.time), None, self.calendar, self.habits)


def code_of(frequency: Frequency, day: date, place: int = 0) -> str:
    """The code of the period that a day lies in: "2026-03", "2026-Q1", "2026-H1", "2026-9M", "2026", "2026-W14",
    "2026-04-05"; the ``place``-th date of several in one period is "2026.2"."""
    year, month = day.year, day.month
    week = day.isocalendar()
    code = {
        Frequency.MONTHLY: f"{year:04}-{month:02}",
        Frequency.QUARTERLY: f"{year:04}-Q{(month + 2) // 3}",
        Frequency.HALF_YEARLY: f"{year:04}-H{(month + 5) // 6}",
        Frequency.NINE_MONTHS: f"{year:04}-9M",
        Frequency.ANNUAL: f"{year:04}",
        Frequency.WEEKLY: f"{week.year:04}-W{week.week:02}",
    }.get(frequency, day.isoformat())
    return f"{code}.{place}" if place else code


def _ends(frequency: Frequency, first: date, last: date) -> Iterator[int]:
    """The last months of the periods near these days, counted since year 0."""
    for month in range(first.year * 12 + first.month - 1 - _MARGIN, last.year * 12 + last.month + _MARGIN):
        if frequency is Frequency.NINE_MONTHS:
            if month % 12 == 8:
                yield month
        elif (month + 1) % MONTHS[frequency] == 0:
            yield month


def _covered(frequency: Frequency, end: int, data_day: int) -> tuple[date, date]:
    """The days that a period's figures cover: whole months, or from the day after one cut-off to the next."""
    start = end - MONTHS[frequency] + 1
    if not data_day:
        return _in_month(start, 1), _in_month(end, 31)
    return _in_month(start - 1, data_day) + timedelta(days=1), _in_month(end, data_day)


def _parted(mark: str) -> tuple[int, int]:
    """A mark as the months that it moves by, and its day."""
    return {"-": -1, "+": 1}.get(mark[0], 0), int(mark.lstrip("-+"))


def _in_month(month: int, day: int) -> date:
    """The day of a month counted since year 0, or that month's last day where it is shorter."""
    year, place = divmod(month, 12)
    return date(year, place + 1, min(day, monthrange(year, place + 1)[1]))
