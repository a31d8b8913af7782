"""Improvement plans and what came of them (DOMAIN 5.5; source documents 003 item 3 and 004 item 4).

That a plan is owed, was sent, sent back or accepted is told by the events of the assignment that asks for it, so its
timing and its reminders are those of any other work. What is known of a plan alone is kept here. A measure of an
accepted plan becomes an item with an assignment of its own, and is followed like every other.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from district_desk.domain.assignments import Event, EventKind, in_order
from district_desk.domain.reform_triggers import Duty


class PlanState(StrEnum):
    """Where a plan stands on a day."""

    OWED = "owed"  # phải nộp
    SENT = "sent"  # đã nộp
    TO_COMPLETE = "to_complete"  # yêu cầu bổ sung
    ACCEPTED = "accepted"  # đạt
    RESULT_REPORTED = "result_reported"  # đã báo cáo kết quả khắc phục
    CLOSED = "closed"  # đóng
    RECALLED = "recalled"  # không còn phải nộp


@dataclass(frozen=True, slots=True)
class Plan:
    """What one unit owes after the index of a year: a plan or a review; one for a unit and duty.

    ``assignment_id`` is the line that asks for it, ``reasons`` a JSON list of the codes of the triggers that the clerk
    agreed to. ``directive_id`` is the unit's own document once its measures are followed as items. ``result_notation``
    and ``result_on`` are the unit's report on the result, ``closed_on`` the day the office closed the plan.
    ``purpose`` and ``organisation`` are the texts of sections I and V of the printed plan.
    """

    index_id: int
    unit_id: int
    assignment_id: int
    duty: Duty = Duty.PLAN
    reasons: str = "[]"
    purpose: str = ""
    organisation: str = ""
    directive_id: int | None = None
    result_notation: str = ""
    result_on: date | None = None
    closed_on: date | None = None
    note: str = ""
    id: int = 0
    uid: int = 0


@dataclass(frozen=True, slots=True)
class Measure:
    """One line of a plan, the columns of DOMAIN 5.5. ``item_id`` is set once it is followed as an item.

    ``lost`` are the points lost, in millionths; ``phrase`` is the limit as the plan writes it and ``due`` the day.
    """

    plan_id: int
    criterion_id: int | None = None
    lost: int | None = None
    weakness: str = ""
    cause: str = ""
    responsible: str = ""
    remedy: str = ""
    phrase: str = ""
    due: date | None = None
    product: str = ""
    item_id: int | None = None
    position: int = 0
    id: int = 0
    uid: int = 0


@dataclass(frozen=True, slots=True)
class Breakthrough:
    """Breakthrough, creative work that a unit registers for a year (003 item 3); ``criteria`` names what it touches."""

    year: int
    unit_id: int
    content: str
    solution: str = ""
    criteria: str = ""
    time: str = ""
    result: str = ""
    registered_on: date | None = None
    notation: str = ""
    assignment_id: int | None = None
    note: str = ""
    position: int = 0
    id: int = 0
    uid: int = 0


@dataclass(frozen=True, slots=True)
class Evidence:
    """A document that proves a unit's points at a criterion (tài liệu kiểm chứng).

    ``digest``, ``name`` and ``size`` are those of the kept file (SHA-256, hex), empty where only the number of the
    document is known.
    """

    criterion_id: int
    unit_id: int
    notation: str = ""
    dated: date | None = None
    subject: str = ""
    name: str = ""
    digest: str = ""
    size: int = 0
    position: int = 0
    id: int = 0
    uid: int = 0


@dataclass(frozen=True, slots=True)
class Weakness:
    """A line of the office's pick-list of weaknesses (DOMAIN 5.5); ``domain`` is a domain's key or empty."""

    text: str
    domain: str = ""
    position: int = 0
    id: int = 0
    uid: int = 0


_REACHED = {
    EventKind.REPORTED: PlanState.SENT,
    EventKind.SENT_BACK: PlanState.TO_COMPLETE,
    EventKind.ACCEPTED: PlanState.ACCEPTED,
    EventKind.RECALLED: PlanState.RECALLED,
}


def plan_state(plan: Plan, events: Iterable[Event], as_of: date) -> PlanState:
    """Where a plan stands at the end of a day, from the events of its assignment and its own later dates."""
    state = PlanState.OWED
    for event in in_order(events, as_of):
        state = _REACHED.get(event.kind, state)
    if state is not PlanState.ACCEPTED:
        return state
    if plan.closed_on and plan.closed_on <= as_of:
        return PlanState.CLOSED
    return PlanState.RESULT_REPORTED if plan.result_on and plan.result_on <= as_of else state


@dataclass(frozen=True, slots=True)
class Sending:
    """When a unit's plan came: the first report that was not sent back, or the last that was."""

    on: date | None = None
    notation: str = ""
    dated: date | None = None
    days_late: int = 0


def sending(events: Iterable[Event], due: date | None, as_of: date) -> Sending:
    """The sending that counts by a day; ``days_late`` are calendar days past ``due``."""
    found = Sending()
    was_sent_back = True
    for event in in_order(events, as_of):
        if event.kind is EventKind.REPORTED and was_sent_back:
            on = event.counts_on or event.on
            found = Sending(on, event.notation, event.dated, max(0, (on - due).days) if due else 0)
            was_sent_back = False
        elif event.kind is EventKind.SENT_BACK:
            was_sent_back = True
    return found
