"""Due rules: the phrase as written, the rule it states, the dates that follow (DOMAIN 8.3).

Only one date in thirty obligations is absolute; the rest are periods, events and habits. So the rule is a
value of its own, kept for ever beside the phrase it was read from and the date computed from it.
"""

import json
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from district_desk.domain.calendar import WorkCalendar


class DueKind(StrEnum):
    """What sort of limit a phrase sets."""

    BEFORE = "before"  # "trước ngày 10/4/2023": exclusive
    BY = "by"  # "chậm nhất ngày 14/11/2017", "đến hết ngày": inclusive
    ON = "on"  # "vào ngày", "ngày 05/4"
    WITHIN_MONTH = "within-month"  # "trong tháng 12 năm 2025": its last day
    WITHIN_QUARTER = "within-quarter"
    WITHIN_YEAR = "within-year"
    WORKING_DAYS = "working-days"  # "trong thời hạn 03 ngày làm việc, kể từ ngày …"
    CALENDAR_DAYS = "calendar-days"
    PERIODIC = "periodic"  # "định kỳ hằng quý, 6 tháng, hằng năm"
    SOFT = "soft"  # "khẩn trương", "sớm nhất": asks for a date
    EVENT = "event"  # "khi có sự thay đổi nhân sự"
    STANDING = "standing"  # "thường xuyên": no due
    NONE = "none"


class Frequency(StrEnum):
    """How often a recurring duty comes back."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half-yearly"
    ANNUAL = "annual"
    ON_DEMAND = "on-demand"
    UNSPECIFIED = "unspecified"


@dataclass(frozen=True, slots=True)
class DueRule:
    """A rule without its phrase. ``day`` is the date named in the text (or the last day of the named period).

    ``count`` is a number of days for WORKING_DAYS and CALENDAR_DAYS; ``frequencies`` belong to PERIODIC;
    ``word`` keeps the soft word or the event.
    """

    kind: DueKind = DueKind.NONE
    day: date | None = None
    count: int = 0
    frequencies: tuple[Frequency, ...] = ()
    word: str = ""

    @property
    def code(self) -> str:
        """The rule as one word: "before", "periodic:quarterly+annual", "soft:asap", "working-days:5"."""
        if self.kind is DueKind.PERIODIC:
            return "periodic:" + "+".join(self.frequencies)
        if self.kind in (DueKind.WORKING_DAYS, DueKind.CALENDAR_DAYS):
            return f"{self.kind}:{self.count}"
        return f"{self.kind}:{self.word}" if self.kind in (DueKind.SOFT, DueKind.EVENT) else str(self.kind)

    def to_text(self) -> str:
        """The rule as one line of JSON, for storage."""
        return json.dumps(
            {"kind": self.kind, "day": self.day and self.day.isoformat(), "count": self.count,
             "frequencies": list(self.frequencies), "word": self.word}, ensure_ascii=False,
        )  # fmt: skip

    @classmethod
    def from_text(cls, text: str) -> "DueRule":
        """The rule that :meth:`to_text` wrote; an empty text is no rule."""
        if not text:
            return cls()
        value = json.loads(text)
        return cls(
            DueKind(value["kind"]),
            date.fromisoformat(value["day"]) if value["day"] else None,
            value["count"],
            tuple(Frequency(name) for name in value["frequencies"]),
            value["word"],
        )


@dataclass(frozen=True, slots=True)
class Due:
    """A rule resolved: the last calendar day still in time, the last working day, the first day that is late."""

    rule: DueRule
    last_day: date | None = None
    last_working_day: date | None = None
    overdue_from: date | None = None
    calendar_confirmed: bool = True


@dataclass(frozen=True, slots=True)
class DueHabits:
    """How this office reads a limit: settings, not law (DOMAIN 8.3)."""

    before_is_inclusive: bool = False
    roll_calendar_days: bool = True
    internal_lead_days: int = 2


def last_day_of(rule: DueRule, start: date | None, calendar: WorkCalendar, habits: DueHabits) -> date | None:
    """The last calendar day still in time, or None where the rule names none.

    ``start`` is the day from which a number of days is counted; it is not counted itself. A fixed date is never
    rolled; a number of calendar days that ends on a day off is (Civil Code 2015 art. 148; setting).
    """
    if rule.kind is DueKind.BEFORE and rule.day:
        return rule.day if habits.before_is_inclusive else rule.day - timedelta(days=1)
    if rule.kind is DueKind.WORKING_DAYS:
        return calendar.plus_working(start, rule.count) if start else None
    if rule.kind is DueKind.CALENDAR_DAYS:
        if not start:
            return None
        end = start + timedelta(days=rule.count)
        return calendar.first_working_on_or_after(end) if habits.roll_calendar_days else end
    return rule.day


def resolve(rule: DueRule, start: date | None, calendar: WorkCalendar, habits: DueHabits | None = None) -> Due:
    """The dates that follow from a rule when it is counted from ``start``."""
    last = last_day_of(rule, start, calendar, habits or DueHabits())
    if last is None:
        return Due(rule)
    return Due(
        rule,
        last,
        calendar.last_working_on_or_before(last),
        last + timedelta(days=1),
        calendar.knows(last),
    )
