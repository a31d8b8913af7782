"""Due rules: the phrase as written, the rule it states, the dates that follow (DOMAIN 8.3).

Only one date in thirty obligations is absolute; the rest are periods, events and habits. So the rule is a
value of its own, kept for ever beside the phrase it was read from and the date computed from it.
"""

import json
import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

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
    MONTHS = "months"  # "trong thời hạn 03 tháng"
    HOURS = "hours"  # "trong vòng 24 giờ"
    RANGE = "range"  # "từ ngày 01/5 đến hết ngày 10/5/2023": from ``first`` to ``day``
    PERIOD = "period"  # "năm 2026 và các năm tiếp theo": begins, and has no end
    PERIODIC = "periodic"  # "định kỳ hằng quý, 6 tháng, hằng năm"
    SOFT = "soft"  # "khẩn trương", "sớm nhất": asks for a date
    IMMEDIATE = "immediate"  # "trả lại ngay": the same or the next working day
    FRACTION = "fraction"  # "không quá 10% thời gian giải quyết": ``count`` per cent of a time set elsewhere
    LINKED = "linked"  # "trước thời hạn được giao": earlier than a limit set elsewhere
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
    NINE_MONTHS = "nine-months"  # "báo cáo 9 tháng"
    ANNUAL = "annual"
    ON_DEMAND = "on-demand"
    UNSPECIFIED = "unspecified"


@dataclass(frozen=True, slots=True)
class DueRule:
    """A rule without its phrase. ``day`` is the date named in the text (or the last day of the named period).

    ``count`` is a number of days, months, hours or per cent; ``day`` of such a rule is the day from which the text
    itself counts. ``frequencies`` belong to PERIODIC, and ``marks`` say when in the period: "20" the day of the
    month, "12-25" month and day, "w5" the weekday (Monday is 1), with "-" before it for the period before and "+"
    for the next; ``limit`` says how a mark binds (BEFORE, BY or ON). ``time`` is an hour of the day ("10:00").
    ``word`` keeps the soft word, the event, or the beginning of a PERIOD.
    """

    kind: DueKind = DueKind.NONE
    day: date | None = None
    count: int = 0
    frequencies: tuple[Frequency, ...] = ()
    word: str = ""
    marks: tuple[str, ...] = ()
    limit: DueKind | None = None
    time: str = ""
    first: date | None = None

    @property
    def code(self) -> str:
        """The rule as one word: "before", "periodic:quarterly+annual", "soft:asap", "working-days:5"."""
        if self.kind is DueKind.PERIODIC:
            marks = f"-{self.limit or DueKind.ON}-{'+'.join(self.marks)}" if self.marks else ""
            return "periodic:" + "+".join(self.frequencies) + marks
        if self.kind in _COUNTED:
            return f"{self.kind}:{self.count}"
        if self.kind is DueKind.RANGE:
            return f"range:{self.first or ''}..{self.day or ''}"
        return f"{self.kind}:{self.word}" if self.kind in _WORDED and self.word else str(self.kind)

    def to_text(self) -> str:
        """The rule as one line of JSON, for storage; what is empty is left out."""
        value = {
            "kind": self.kind, "day": self.day and self.day.isoformat(), "count": self.count,
            "frequencies": list(self.frequencies), "word": self.word, "marks": list(self.marks), "limit": self.limit,
            "time": self.time, "first": self.first and self.first.isoformat(),
        }  # fmt: skip
        return json.dumps({key: part for key, part in value.items() if part}, ensure_ascii=False)

    @classmethod
    def from_text(cls, text: str) -> "DueRule":
        """The rule that :meth:`to_text` wrote; an empty text is no rule."""
        if not text:
            return cls()
        value = json.loads(text)
        return cls(
            DueKind(value["kind"]),
            _day(value.get("day")),
            value.get("count") or 0,
            tuple(Frequency(name) for name in value.get("frequencies") or ()),
            value.get("word") or "",
            tuple(value.get("marks") or ()),
            DueKind(value["limit"]) if value.get("limit") else None,
            value.get("time") or "",
            _day(value.get("first")),
        )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


_COUNTED: Final = (
    DueKind.WORKING_DAYS, DueKind.CALENDAR_DAYS, DueKind.MONTHS, DueKind.HOURS, DueKind.FRACTION,
)  # fmt: skip
_WORDED: Final = (DueKind.SOFT, DueKind.EVENT, DueKind.PERIOD)


class Origin(StrEnum):
    """From when a number of days, months or hours counts."""

    NAMED = "named"  # "kể từ ngày 26/4/2023": the rule's own day
    RECEIPT = "receipt"  # "kể từ ngày nhận được văn bản", or nothing said
    ISSUE = "issue"  # "kể từ ngày ký", "ban hành"
    EVENT = "event"  # "kể từ ngày Quyết định có hiệu lực": no day until the event is recorded


_OF_RECEIPT: Final = re.compile(
    r"nhận\s+(?:được\s+)?(?:văn bản|công văn|chỉ thị|kế hoạch|thông báo|công điện|quyết định|đề nghị)|nhận được\Z"
)
_OF_ISSUE: Final = re.compile(
    r"ngày (?:ký|ban hành)(?: ban hành)?(?:\Z| (?:văn bản|công văn|chỉ thị|kế hoạch|quyết định) này)"
)


def origin(rule: DueRule) -> Origin:
    """What a counted rule counts from, by the words that follow its number."""
    words = rule.word.lower()
    if rule.day is not None:
        return Origin.NAMED
    if not words or _OF_RECEIPT.search(words):
        return Origin.RECEIPT
    return Origin.ISSUE if _OF_ISSUE.search(words) else Origin.EVENT


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

    ``start`` is the day from which a number of days is counted, unless the text itself names that day; it is not
    counted (Civil Code 2015 art. 147). A fixed date is never rolled; a number of calendar days or months that ends
    on a day off is (art. 148; setting). "Before 10:00 of a day" still allows that day.
    """
    if rule.kind is DueKind.BEFORE and rule.day:
        return rule.day if habits.before_is_inclusive or rule.time else rule.day - timedelta(days=1)
    if rule.kind in _COUNTED:
        origin = rule.day or start
        return _counted(rule, origin, calendar, habits) if origin else None
    return rule.day if rule.kind not in (DueKind.PERIODIC, DueKind.PERIOD) else None


def _counted(rule: DueRule, origin: date, calendar: WorkCalendar, habits: DueHabits) -> date | None:
    match rule.kind:
        case DueKind.WORKING_DAYS:
            return calendar.plus_working(origin, rule.count)
        case DueKind.HOURS:
            return origin + timedelta(days=-(-rule.count // 24))
        case DueKind.CALENDAR_DAYS:
            end = origin + timedelta(days=rule.count)
        case DueKind.MONTHS:
            end = plus_months(origin, rule.count)
        case _:
            return None
    return calendar.first_working_on_or_after(end) if habits.roll_calendar_days else end


def plus_months(day: date, count: int) -> date:
    """The same day of the month ``count`` months later, or that month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


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
