"""Reports that come back: who owes which, when data end and when each level must have sent (DOMAIN 5.7), and the steps
of the reform year (DOMAIN 5.6). All dates are the office's own settings, because every level sets them earlier than
the one above."""

from dataclasses import dataclass
from datetime import date


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

    ``first`` and ``last`` bound the data (``first`` may lie in the year before: "-12-15"), ``unit_due``,
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
        """A day of this rule in the report's year; None where it is not set."""
        if not written:
            return None
        month, day = (int(part) for part in written.removeprefix("-").split("-"))
        return date(year - 1 if written.startswith("-") else year, month, day)


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
        end = self.received if self.received and self.received <= as_of else as_of
        return max(0, (end - due).days)


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
        month, day = (int(part) for part in self.month_day.split("-"))
        return date(scored_year + self.year_offset, month, day)


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
