"""Following a line: what its events add up to, and what may happen next.

Only the office closes a line; a unit reports (DOMAIN 4.4). What may not be is named here as a value, and told to the
person in the desk's words.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from district_desk.domain.assignments import (
    Assignment,
    Event,
    EventKind,
    Overlay,
    Role,
    Standing,
    State,
    in_order,
    standing,
)
from district_desk.domain.calendar import WorkCalendar

ANSWERS: Final = (EventKind.PROGRESS, EventKind.REPORTED, EventKind.RETURNED)
"""With these a unit speaks, and so answers a reminder."""
_COURSES: Final = (
    frozenset({EventKind.REPORTED, EventKind.ACCEPTED, EventKind.SENT_BACK, EventKind.RETURNED, EventKind.REASSIGNED,
               EventKind.RECALLED}),
    frozenset({EventKind.EXTENDED}),
    frozenset({EventKind.SUSPENDED, EventKind.RESUMED}),
)  # fmt: skip
"""Events that turn one another; of these a later one is never dated before an earlier one."""
NOT_CHASED: Final = (Overlay.AWAITING, Overlay.SUSPENDED, Overlay.RETURNED)
"""A unit is not reminded of what it has reported, what was suspended, or what it has sent back."""
_FOR_INFORMED: Final = (EventKind.HANDED_OVER, EventKind.RETURNED, EventKind.REASSIGNED, EventKind.RECALLED)
_WHEN_CLOSED: Final = (EventKind.SENT_BACK, EventKind.RECALLED)


@dataclass(frozen=True, slots=True)
class Life:
    """A line with its story up to a day.

    ``percent`` and ``cause`` are the last that were told; ``unanswered`` are the reminders since the unit last spoke,
    none once the line is done or recalled.
    """

    assignment: Assignment
    standing: Standing
    events: tuple[Event, ...]
    handed_over: date | None
    percent: int | None
    cause: str
    extensions: tuple[Event, ...]
    reminders: tuple[Event, ...]
    unanswered: tuple[Event, ...]

    @property
    def is_open(self) -> bool:
        """Whether the work is still owed."""
        return self.standing.state in OPEN


OPEN: Final = frozenset({State.RUNNING, State.OVERDUE, State.RUNNING_NO_DUE})


def life(assignment: Assignment, events: Iterable[Event], as_of: date) -> Life:
    """The story of a line up to ``as_of``."""
    story = tuple(in_order(events, as_of))
    stands = standing(assignment, story, as_of)
    told = [event for event in story if event.kind in (EventKind.PROGRESS, EventKind.REPORTED)]
    taken = [event.on for event in story if event.kind is EventKind.HANDED_OVER]
    return Life(
        assignment,
        stands,
        story,
        taken[-1] if taken else None,
        next((event.percent for event in reversed(told) if event.percent is not None), None),
        next((event.reason for event in reversed(told) if event.reason), ""),
        _of(EventKind.EXTENDED, story),
        _of(EventKind.REMINDED, story),
        _unanswered(story) if stands.state in OPEN else (),
    )


def next_ordinal(events: Iterable[Event]) -> int:
    """Lần thứ mấy: the ordinal of the next reminder of a line."""
    reminders = _of(EventKind.REMINDED, events)
    return max([len(reminders), *(event.ordinal for event in reminders)]) + 1


def return_by(line: Life, calendar: WorkCalendar, days: int) -> date | None:
    """The last day on which the unit may send the line back as not its function: ``days`` working days after it took
    it over, or was given it (source document 001, 1.2c)."""
    start = line.handed_over or line.assignment.given
    return calendar.plus_working(start, days) if start else None


def is_carried_over(line: Assignment, events: Iterable[Event], start: date) -> bool:
    """Whether the line was given before a period's first day and still owed when that began (DOMAIN 4.5)."""
    if line.given is None or line.given >= start:
        return False
    return standing(line, events, date.fromordinal(start.toordinal() - 1)).state in OPEN


def _of(kind: EventKind, events: Iterable[Event]) -> tuple[Event, ...]:
    return tuple(event for event in events if event.kind is kind)


def _unanswered(story: Sequence[Event]) -> tuple[Event, ...]:
    spoken = max((place for place, event in enumerate(story) if event.kind in ANSWERS), default=-1)
    return _of(EventKind.REMINDED, story[spoken + 1 :])


class Obstacle(StrEnum):
    """Why something cannot happen to a line as it stands."""

    CLOSED = "closed"
    RECALLED = "recalled"
    INFORMED = "informed"
    AWAITING = "awaiting"
    NOT_REPORTED = "not_reported"
    SUSPENDED = "suspended"
    NOT_SUSPENDED = "not_suspended"
    RETURNED = "returned"
    HANDED_OVER = "handed_over"


def obstacle(kind: EventKind, line: Life) -> Obstacle | None:
    """What stands in the way of an event of that kind; ``line`` with every event known."""
    if line.standing.state is State.RECALLED:
        return Obstacle.RECALLED
    if line.assignment.role is Role.INFORM and kind not in _FOR_INFORMED:
        return Obstacle.INFORMED
    if line.standing.done and kind not in _WHEN_CLOSED:
        return Obstacle.CLOSED
    return _own_obstacle(kind, line)


def _own_obstacle(kind: EventKind, line: Life) -> Obstacle | None:
    marks, done = line.standing.marks, line.standing.done
    found, stands = {
        EventKind.REPORTED: (Obstacle.AWAITING, Overlay.AWAITING in marks),
        EventKind.SENT_BACK: (Obstacle.NOT_REPORTED, not (done or marks & {Overlay.AWAITING, Overlay.RETURNED})),
        EventKind.SUSPENDED: (Obstacle.SUSPENDED, Overlay.SUSPENDED in marks),
        EventKind.RESUMED: (Obstacle.NOT_SUSPENDED, Overlay.SUSPENDED not in marks),
        EventKind.RETURNED: (Obstacle.RETURNED, Overlay.RETURNED in marks),
        EventKind.HANDED_OVER: (Obstacle.HANDED_OVER, bool(line.handed_over) and Overlay.RETURNED not in marks),
    }.get(kind, (None, False))
    if kind is EventKind.REMINDED:
        return next((Obstacle(mark.value) for mark in NOT_CHASED if mark in marks), None)
    return found if stands else None


class DayFault(StrEnum):
    """Why a day cannot be that of an event."""

    FUTURE = "future"
    BEFORE_DOCUMENT = "before_document"
    BEFORE_GIVEN = "before_given"
    BEFORE_LAST = "before_last"


def day_fault(event: Event, line: Life, issued: date | None, today: date) -> tuple[DayFault, date, date] | None:
    """The fault of a day of the event, that day, and the day that bounds it.

    An event happens neither in the future nor before the document's date (``issued``) or the day of giving, and one
    that turns an earlier one (a result accepted, an extension followed by another) not before it. The papers it rests on are no older than the
    directive and no younger than today.
    """
    given = line.assignment.given
    course = next((each for each in _COURSES if event.kind in each), frozenset())
    turned = [each.on for each in line.events if each.kind in course]
    for day in (event.on, event.dated, event.counts_on):
        if day and day > today:
            return DayFault.FUTURE, day, today
        if day and issued and day < issued:
            return DayFault.BEFORE_DOCUMENT, day, issued
    if given and event.on < given:
        return DayFault.BEFORE_GIVEN, event.on, given
    if turned and event.on < turned[-1]:
        return DayFault.BEFORE_LAST, event.on, turned[-1]
    return None


class ExtensionFault(StrEnum):
    """Why a new due date cannot be granted."""

    NO_DUE = "no_due"
    SHORTENS = "shortens"
    PASSED = "passed"
    TOO_OFTEN = "too_often"
    TOO_LONG = "too_long"


def extension_fault(event: Event, line: Life, *, times: int, days: int) -> ExtensionFault | None:
    """What is wrong with an extension.

    ``times`` is how often a line may be extended, ``days`` by how many calendar days at the most beyond the date that
    was first set, 0 for any.
    """
    due, first, new = line.standing.due, line.assignment.due, event.new_due
    if due is None or new is None:
        return ExtensionFault.NO_DUE
    if new <= due:
        return ExtensionFault.SHORTENS
    if new < event.on:
        return ExtensionFault.PASSED
    if times and len(line.extensions) >= times:
        return ExtensionFault.TOO_OFTEN
    return ExtensionFault.TOO_LONG if days and (new - (first or due)).days > days else None
