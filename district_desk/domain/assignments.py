"""Assignments: an item given to one unit, in one role, and what became of it.

State is computed from dated events for any as-of date and never stored, so that a list drawn "tính đến ngày …"
can be drawn again identically (DOMAIN 4.4).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from district_desk.domain.due import DueKind
from district_desk.domain.items import Item


class Role(StrEnum):
    """What the unit is to the item."""

    LEAD = "lead"  # chủ trì
    SUPPORT = "support"  # phối hợp
    INFORM = "inform"  # để biết


@dataclass(frozen=True, slots=True)
class Assignment:
    """One line: item, unit, role, period when the item recurs, due date (last calendar day still in time).

    ``directive_id`` repeats the item's, so that lists need no join. ``due`` and ``phrase`` start as the item's and
    may be set apart for one unit. ``person`` is who in the unit answers for it.
    """

    item_id: int
    directive_id: int
    unit_id: int
    role: Role = Role.LEAD
    period: str = ""
    given: date | None = None
    due: date | None = None
    phrase: str = ""
    product: str = ""
    person: str = ""
    note: str = ""
    id: int = 0
    uid: int = 0


class EventKind(StrEnum):
    """What can happen to an assignment."""

    HANDED_OVER = "handed_over"
    PROGRESS = "progress"
    REPORTED = "reported"
    ACCEPTED = "accepted"
    SENT_BACK = "sent_back"
    EXTENDED = "extended"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    RETURNED = "returned"
    REASSIGNED = "reassigned"
    RECALLED = "recalled"
    REMINDED = "reminded"


class Channel(StrEnum):
    """How something was told to us, or a unit reminded."""

    NONE = ""
    DOCUMENT = "document"  # bằng văn bản
    PHONE = "phone"  # điện thoại
    MESSAGE = "message"  # tin nhắn (Zalo)
    EMAIL = "email"
    MEETING = "meeting"  # tại cuộc họp
    IN_PERSON = "in_person"  # trực tiếp


@dataclass(frozen=True, slots=True)
class Event:
    """A dated event of an assignment.

    ``counts_on`` is the day that counts for lateness, where it differs from the day of the event: a result counts on
    the day the unit reported it, once it is accepted (DOMAIN 4.4). ``notation`` and ``dated`` are the number and date
    of the document that the event rests on (the report, the letter that grants or reminds), ``asked_notation`` that of
    the unit's own request. ``person`` is who told or signed, ``decided_by`` who granted, accepted or approved.
    ``reason`` is why: of a delay, a return, an extension. ``old_due`` and ``new_due`` belong to EXTENDED, ``percent``
    (0 to 100) to PROGRESS, ``ordinal`` ("lần 2") to REMINDED, and ``other_id`` of REASSIGNED is the line that took over.
    """

    assignment_id: int
    kind: EventKind
    on: date
    counts_on: date | None = None
    new_due: date | None = None
    text: str = ""
    notation: str = ""
    person: str = ""
    channel: Channel = Channel.NONE
    percent: int | None = None
    dated: date | None = None
    asked_notation: str = ""
    decided_by: str = ""
    reason: str = ""
    old_due: date | None = None
    ordinal: int = 0
    other_id: int | None = None
    id: int = 0
    uid: int = 0


class State(StrEnum):
    """The six states of DOMAIN 4.4, and the two that stand outside the totals."""

    DONE_IN_TIME = "HT_DH"
    DONE_LATE = "HT_QH"
    DONE_NO_DUE = "HT_KH"
    RUNNING = "TH_TH"
    OVERDUE = "TH_QH"
    RUNNING_NO_DUE = "TH_KH"
    RECALLED = "TH_THU_HOI"
    INFORMED = "DE_BIET"


@dataclass(frozen=True, slots=True)
class Standing:
    """State of an assignment at a date, with its effective due date and the day it was done."""

    state: State
    due: date | None
    done: date | None
    as_of: date

    @property
    def days_late(self) -> int:
        """Calendar days past the due date, 0 when in time or without one."""
        end = self.done or self.as_of
        return max(0, (end - self.due).days) if self.due else 0


def is_given(assignment: Assignment, day: date) -> bool:
    """Whether the line is there on that day; a list as of an earlier one does not know it."""
    return assignment.given is None or assignment.given <= day


def standing(assignment: Assignment, events: Iterable[Event], as_of: date) -> Standing:
    """The standing of an assignment at ``as_of``, from the events dated up to then."""
    due, done, recalled = assignment.due, None, False
    for event in sorted((e for e in events if e.on <= as_of), key=lambda e: (e.on, e.id)):
        match event.kind:
            case EventKind.EXTENDED:
                due = event.new_due or due
            case EventKind.ACCEPTED:
                done = event.counts_on or event.on
            case EventKind.SENT_BACK:
                done = None
            case EventKind.RECALLED:
                recalled = True
            case _:
                pass
    return Standing(_state(assignment.role, due, done, as_of, recalled), due, done, as_of)


def _state(role: Role, due: date | None, done: date | None, as_of: date, recalled: bool) -> State:  # noqa: FBT001 (a fact of the record)
    if recalled:
        return State.RECALLED
    if role is Role.INFORM:
        return State.INFORMED
    if done is not None:
        if due is None:
            return State.DONE_NO_DUE
        return State.DONE_IN_TIME if done <= due else State.DONE_LATE
    if due is None:
        return State.RUNNING_NO_DUE
    return State.OVERDUE if as_of > due else State.RUNNING


class Clarity(StrEnum):
    """The six "rõ" of an assignment (DOMAIN 4.2)."""

    PERSON = "person"  # rõ người
    WORK = "work"  # rõ việc
    TIME = "time"  # rõ thời gian
    DUTY = "duty"  # rõ trách nhiệm
    PRODUCT = "product"  # rõ sản phẩm
    AUTHORITY = "authority"  # rõ thẩm quyền


@dataclass(frozen=True, slots=True)
class Clearness:
    """Which of the "rõ" an item with its lines fulfils."""

    met: frozenset[Clarity]

    @property
    def lacking(self) -> tuple[Clarity, ...]:
        """The missing ones, in the order of the formula."""
        return tuple(c for c in Clarity if c not in self.met)


def clearness(item: Item, lines: Iterable[Assignment]) -> Clearness:
    """The "rõ" checklist of one item with its lines: each "rõ" maps to a field that must be filled (DOMAIN 4.2)."""
    given = tuple(lines)
    leads = [line for line in given if line.role is Role.LEAD]
    without_date = item.due_rule.kind in (DueKind.PERIODIC, DueKind.STANDING)
    met = {
        Clarity.PERSON: bool(leads) and all(line.person for line in leads),
        Clarity.WORK: bool(item.text.strip()),
        Clarity.TIME: without_date or item.due is not None or (bool(leads) and all(line.due for line in leads)),
        Clarity.DUTY: bool(leads),
        Clarity.PRODUCT: bool(item.product) or (bool(leads) and all(line.product for line in leads)),
        Clarity.AUTHORITY: bool(item.decider),
    }
    return Clearness(frozenset(c for c, is_met in met.items() if is_met))
