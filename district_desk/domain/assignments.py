"""Assignments: an item given to one unit, in one role, and what became of it.

State is computed from dated events for any as-of date and never stored, so that a list drawn "tính đến ngày …"
can be drawn again identically (DOMAIN 4.4).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from district_desk.domain.calendar import WorkCalendar
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


class Overlay(StrEnum):
    """What is said beside the state; never a total of its own (DOMAIN 4.4)."""

    NEAR_DUE = "near_due"  # sắp đến hạn
    AWAITING = "awaiting"  # chờ xác nhận
    SUSPENDED = "suspended"  # tạm dừng
    RETURNED = "returned"  # trả lại
    REASSIGNED = "reassigned"  # đã chuyển đơn vị khác
    RECALLED = "recalled"  # thu hồi
    REDO = "redo"  # thực hiện lại


@dataclass(frozen=True, slots=True)
class Standing:
    """State of an assignment at a date, with its effective due date and the day that counts as done.

    ``closed`` is the day on which the office accepted the result, ``reported`` that of a report not yet accepted. A
    line that is suspended keeps its due date and its place in the totals: only an extension, which somebody grants,
    moves a date that a leader set.
    """

    state: State
    due: date | None
    done: date | None
    as_of: date
    closed: date | None = None
    reported: date | None = None
    marks: frozenset[Overlay] = frozenset()
    """What the events say beside the state; :meth:`overlays` adds what follows from the calendar."""

    @property
    def days_late(self) -> int:
        """Calendar days past the due date, 0 when in time or without one."""
        end = self.done or self.as_of
        return max(0, (end - self.due).days) if self.due else 0

    def working_days_late(self, calendar: WorkCalendar) -> int:
        """Working days past the due date, 0 when in time or without one."""
        return max(0, calendar.working_between(self.due, self.done or self.as_of)) if self.due else 0

    def overlays(self, near: date) -> tuple[Overlay, ...]:
        """Everything that is said beside the state; ``near`` is the last day that counts as "sắp đến hạn"."""
        is_near = self.state is State.RUNNING and self.due is not None and self.due <= near
        marks = self.marks | {Overlay.NEAR_DUE} if is_near else self.marks
        return tuple(each for each in Overlay if each in marks)


@dataclass(slots=True)
class _Course:
    """What the events have made of a line so far."""

    due: date | None
    done: date | None = None
    closed: date | None = None
    reported: date | None = None
    marks: set[Overlay] = field(default_factory=set)

    def follow(self, event: Event) -> None:
        """Take the next event."""
        match event.kind:
            case EventKind.EXTENDED:
                self.due = event.new_due or self.due
            case EventKind.REPORTED:
                self.reported = event.counts_on or event.on
                self.marks -= {Overlay.REDO, Overlay.RETURNED}
            case EventKind.ACCEPTED:
                self.done = event.counts_on or self.reported or event.on
                self.closed, self.reported = event.on, None
                self.marks &= _FINAL
            case EventKind.SENT_BACK:
                self._send_back()
            case _:
                self.marks -= _LIFTED.get(event.kind, frozenset())
                self.marks |= _LAID.get(event.kind, frozenset())

    def _send_back(self) -> None:
        """A result is to be done again; a return alone is only not agreed to."""
        if self.done or self.reported:
            self.marks.add(Overlay.REDO)
        self.done = self.closed = self.reported = None
        self.marks.discard(Overlay.RETURNED)

    def at(self, role: Role, as_of: date) -> Standing:
        """The standing that this makes."""
        marks = self.marks | {Overlay.AWAITING} if self.reported and not self.marks & _FINAL else self.marks
        state = state_at(role, self.due, self.done, as_of, bool(self.marks & _FINAL))
        return Standing(state, self.due, self.done, as_of, self.closed, self.reported, frozenset(marks))


_FINAL: Final = frozenset({Overlay.RECALLED, Overlay.REASSIGNED})
_LAID: Final = {
    EventKind.SUSPENDED: frozenset({Overlay.SUSPENDED}),
    EventKind.RETURNED: frozenset({Overlay.RETURNED}),
    EventKind.REASSIGNED: frozenset({Overlay.REASSIGNED}),
    EventKind.RECALLED: frozenset({Overlay.RECALLED}),
}
_LIFTED: Final = {
    EventKind.RESUMED: frozenset({Overlay.SUSPENDED}),
    EventKind.HANDED_OVER: frozenset({Overlay.RETURNED}),
}


def is_given(assignment: Assignment, day: date) -> bool:
    """Whether the line is there on that day; a list as of an earlier one does not know it."""
    return assignment.given is None or assignment.given <= day


def in_order(events: Iterable[Event], until: date = date.max) -> list[Event]:
    """The events up to a day, in the order in which they happened."""
    return sorted((event for event in events if event.on <= until), key=lambda event: (event.on, event.id))


def standing(assignment: Assignment, events: Iterable[Event], as_of: date) -> Standing:
    """The standing of an assignment at ``as_of``, from the events dated up to then.

    A line that was recalled, or whose work went to another unit, is in none of the six totals.
    """
    course = _Course(assignment.due)
    for event in in_order(events, as_of):
        course.follow(event)
    return course.at(assignment.role, as_of)


def state_at(role: Role, due: date | None, done: date | None, as_of: date, recalled: bool) -> State:  # noqa: FBT001 (a fact of the record)
    """The state that these facts make of a line on a day: the one rule, for a list of events or for a derived row."""
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
