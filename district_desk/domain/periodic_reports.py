"""Reports that come back: who owes which, when data end and when each level must have sent (DOMAIN 5.7), and the steps
of the reform year (DOMAIN 5.6). All dates are the office's own settings, because every level sets them earlier than
the one above."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

_WRITTEN: Final = re.compile(r"([-+]?)(\d\d)-(\d\d)")
_YEARS_ON: Final = {"-": -1, "": 0, "+": 1}
_LONGEST: Final = 2000
"""A leap year, in which every day of a year exists."""


def day_of_year(written: str, year: int) -> date:
    """The day that "03-20" names in a year, "-12-15" in the year before and "+01-05" in the year after.

    29 February is the last day of February where a year has none.

    Raises:
        ValueError: the text names no day of a year.
    """
    hit = _WRITTEN.fullmatch(written)
    if hit is None or not 1 <= int(hit[2]) <= 12 or not 1 <= int(hit[3]) <= monthrange(_LONGEST, int(hit[2]))[1]:
        raise ValueError(written)
    there, month = year + _YEARS_ON[hit[1]], int(hit[2])
    return date(there, month, min(int(hit[3]), monthrange(there, month)[1]))


@dataclass(frozen=True, slots=True)
class ReportSeries:
    """A report that units owe period by period ("Báo cáo công tác CCHC"). ``item_id`` is the item that asks for it,
    ``receiver`` through whom it goes ("Phòng Nội vụ"), ``unit_kinds`` a JSON list of the kinds of units that owe it."""

    title: str
    receiver: str = ""
    basis: str = ""
    unit_kinds: str = '["room", "office", "commune", "township"]'
    item_id: int | None = None
    is_example: int = 0
    position: int = 0
    id: int = 0
    uid: int = 0


@dataclass(frozen=True, slots=True)
class PeriodRule:
    """A period of every year of a series: "Quý I" with the days of its dates, told as month and day ("12-15").

    ``first`` and ``last`` bound the data (``first`` may lie in the year before: "-12-15", a due date in the year
    after: "+01-05"), ``unit_due``,
    ``bureau_due`` and ``upper_due`` are the last days of the units, of the bureau that draws them together and of our
    report to the level above; an empty one is not set.
    """

    series_id: int
    name: str
    first: str = ""
    last: str = ""
    unit_due: str = ""
    bureau_due: str = ""
    upper_due: str = ""
    position: int = 0
    id: int = 0
    uid: int = 0

    def day(self, written: str, year: int) -> date | None:
        """A day of this rule in the report's year; None where it is not set. See :func:`day_of_year`."""
        return day_of_year(written, year) if written else None

    def period(self, year: int) -> "ReportPeriod":
        """The period of a year as this rule has it."""
        first, last = self.day(self.first, year), self.day(self.last, year)
        dues = (self.day(written, year) for written in (self.unit_due, self.bureau_due, self.upper_due))
        unit_due, bureau_due, upper_due = dues
        return ReportPeriod(
            self.series_id, year, self.name, first, last, unit_due, bureau_due, upper_due, self.position
        )


@dataclass(frozen=True, slots=True)
class ReportPeriod:
    """One period of a year, made from its rule and then free to be moved."""

    series_id: int
    year: int
    name: str
    first: date | None = None
    last: date | None = None
    unit_due: date | None = None
    bureau_due: date | None = None
    upper_due: date | None = None
    position: int = 0
    id: int = 0
    uid: int = 0


PERIOD_DAYS: Final = ("first", "last", "unit_due", "bureau_due", "upper_due")
"""The dates of a period, in the order in which they follow one another."""


class ReportState(StrEnum):
    """How a unit stands with a period on a day."""

    RECEIVED = "received"  # đã nộp, kỳ không đặt hạn
    IN_TIME = "in_time"  # nộp đúng hạn
    LATE = "late"  # nộp muộn
    MERGED = "merged"  # lồng ghép vào báo cáo khác
    EXCUSED = "excused"  # không phải nộp
    NOT_DUE = "not_due"  # chưa đến hạn
    MISSING = "missing"  # quá hạn, chưa nộp


AWAITED: Final = frozenset({ReportState.NOT_DUE, ReportState.MISSING})
"""A report in these states has still to come."""


@dataclass(frozen=True, slots=True)
class Submission:
    """What a unit did about a period: its report's number and day, or the report that it is part of ("lồng ghép").

    ``reminded`` counts the reminders and ``reminded_on`` is the day of the last one; ``excused`` says why none is owed.
    """

    period_id: int
    unit_id: int
    received: date | None = None
    notation: str = ""
    merged_into: str = ""
    reminded: int = 0
    reminded_on: date | None = None
    excused: str = ""
    note: str = ""
    id: int = 0
    uid: int = 0

    def days_late(self, due: date | None, as_of: date) -> int:
        """Calendar days past the due date: of the receipt, or of ``as_of`` while nothing has come."""
        if due is None or self.excused:
            return 0
        if self.merged_into and self.received is None:
            return 0
        end = self.received if self.received and self.received <= as_of else as_of
        return max(0, (end - due).days)

    def state(self, due: date | None, as_of: date) -> ReportState:
        """How the unit stands with the period as of a day; what came later is not known on it."""
        if self.excused:
            return ReportState.EXCUSED
        if self.merged_into and (self.received is None or self.received <= as_of):
            return ReportState.MERGED
        if self.received is None or self.received > as_of:
            return ReportState.MISSING if due and due < as_of else ReportState.NOT_DUE
        if due is None:
            return ReportState.RECEIVED
        return ReportState.LATE if self.received > due else ReportState.IN_TIME


@dataclass(frozen=True, slots=True)
class CycleStep:
    """A step of the reform year (DOMAIN 5.6): ``month_day`` is "01-10", ``year_offset`` 1 where it lies in the year
    after the one that is scored; ``done_year`` is the last scored year for which the clerk ticked it."""

    title: str
    month_day: str
    year_offset: int = 0
    who: str = ""
    note: str = ""
    done_year: int | None = None
    is_example: int = 0
    position: int = 0
    id: int = 0
    uid: int = 0

    def day(self, scored_year: int) -> date:
        """The day of the step for the index of a year."""
        return day_of_year(self.month_day, scored_year + self.year_offset)

    def is_done(self, scored_year: int) -> bool:
        """Whether it was ticked for that year, or for a later one."""
        return self.done_year is not None and self.done_year >= scored_year


@dataclass(frozen=True, slots=True)
class SheetMatch:
    """What the clerk once said a heading or a name in a workbook means, so that the next file needs no asking.

    ``scope`` is "column", "criterion" or "unit"; ``written`` is folded; ``target`` a field, a criterion's key or code,
    or a unit's code; empty for "leave it out".
    """

    scope: str
    written: str
    target: str = ""
    id: int = 0
    uid: int = 0
