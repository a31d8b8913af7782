"""Due rules: the phrase as written, the rule it states, the dates that follow (DOMAIN 8.3).

Only one date in thirty obligations is absolute; the rest are periods, events and habits. So the rule is a
value of its own, kept for ever beside the phrase it was read from and the date computed from it. The grammar that
reads a phrase is in :mod:`.due_phrases`, the arithmetic in :mod:`.due_dates`, the dates of a recurring rule in
:mod:`.recurrence`.
"""

import json
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final


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


SAME_DAY: Final = "same-day"
"""The word of an IMMEDIATE rule that allows the day itself only: "ngay trong ngày"."""
YEARLY: Final = "annual"
"""The word of a SOFT rule that says "hàng năm" and no more: standing, not urgent."""
LAST_WORKING_DAY: Final = "last-working-day"
"""The word of a PERIODIC rule that means the last worked day of the period."""


@dataclass(frozen=True, slots=True)
class DueRule:
    """A rule without its phrase. ``day`` is the date named in the text (or the last day of the named period).

    ``count`` is a number of days, months, hours or per cent; ``day`` of such a rule is the day from which the text
    itself counts. ``frequencies`` belong to PERIODIC, and ``marks`` say when in the period: "20" the day of the
    month, "12-25" month and day, "w5" the weekday (Monday is 1), with "-" before it for the period before and "+"
    for the next; ``limit`` says how a mark binds (BEFORE, BY or ON). ``time`` is an hour of the day ("10:00").
    ``word`` keeps the soft word, the event, the beginning of a PERIOD, or the month of a quarter ("đầu") that a day
    belongs to where it is not the last one.
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
    r"nhận\s+(?:được\s+)?(?:văn bản|công văn|chỉ thị|kế hoạch|thông báo|công điện|quyết định|đề nghị)|nhận(?: được)?\Z"
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


class Doubt(StrEnum):
    """What a person must settle before a limit may be trusted."""

    UNREAD = "unread"  # the grammar knows no limit in these words
    TWO_READINGS = "two-readings"  # "chậm nhất trước ngày": the day itself in or out
    SEVERAL_LIMITS = "several-limits"  # the phrase states more than one limit; the longest was taken
    PARTLY_READ = "partly-read"  # a number in the phrase belongs to nothing that was read
    NO_SUCH_DAY = "no-such-day"  # "31/02", or a date whose year is not told
    YEAR_SUPPLIED = "year-supplied"  # "trước ngày 15/01" of a document of March: the next January was taken
    IN_THE_PAST = "in-the-past"  # the last day lies before the document's own
    ASKS_DATE = "asks-date"  # "khẩn trương": the leader names the day
    ASKS_START = "asks-start"  # a number of days, and nothing to count from
    START_UNSAID = "start-unsaid"  # a number of days that does not say from when
    ASKS_EVENT = "asks-event"  # falls due when something happens, which is recorded on its day
    ASKS_PERIOD = "asks-period"  # "định kỳ": how often is not told
    ASKS_OTHER_LIMIT = "asks-other-limit"  # earlier than, or a part of, a time that is set elsewhere


class Warned(StrEnum):
    """What is certain, and still good to know."""

    ENDS_ON_DAY_OFF = "ends-on-day-off"  # the last working day lies before the last day
    YEAR_UNCONFIRMED = "year-unconfirmed"  # counted with days off that are not announced


@dataclass(frozen=True, slots=True)
class Due:
    """A rule resolved. ``phrase`` is the limit as written, ``start`` the day from which it was counted.

    ``last_day`` is the last calendar day still in time, ``last_working_day`` the reminder's target, ``overdue_from``
    the first day that is wholly late; with an hour in the rule it is late from that hour of the last day on.
    ``internal_day`` is our own earlier limit, ``review_on`` the day to look again at what has no end.
    """

    rule: DueRule
    last_day: date | None = None
    last_working_day: date | None = None
    overdue_from: date | None = None
    calendar_confirmed: bool = True
    phrase: str = ""
    start: date | None = None
    internal_day: date | None = None
    review_on: date | None = None
    doubts: tuple[Doubt, ...] = ()
    warnings: tuple[Warned, ...] = ()

    @property
    def late_from(self) -> str:
        """The moment of lateness in ISO: a day, or day and hour where the rule names an hour; empty without one."""
        if self.last_day and self.rule.time:
            return f"{self.last_day.isoformat()}T{self.rule.time}"
        return self.overdue_from.isoformat() if self.overdue_from else ""


@dataclass(frozen=True, slots=True)
class DueHabits:
    """How this office reads a limit: settings, not law (DOMAIN 8.3).

    ``immediate_days`` is how many working days "ngay" leaves: 0 the same day, 1 the next working day. A standing duty is
    looked at again at the end of every period of ``review_months``.
    """

    before_is_inclusive: bool = False
    roll_calendar_days: bool = True
    internal_lead_days: int = 2
    immediate_days: int = 1
    review_months: int = 3


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A time that the phrase leans on and another record knows: the linked task's last day ("trước thời hạn được
    giao"), or the working days of a procedure ("không quá 10 % thời gian giải quyết")."""

    last_day: date | None = None
    working_days: int = 0
