"""Đôn đốc: units are reminded of what they owe, and every reminder is counted on its line (source document 001, 3.1a).

One reminding, of however many lines and units, is one operation: its ordinals are read and written in one transaction.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from district_desk.desk.following_words import reminder_message
from district_desk.desk.office_desk import Desk
from district_desk.desk.steps import checked, lives, put_step, subject_of
from district_desk.domain.assignments import Channel, Event, EventKind, Role
from district_desk.domain.changes import Changes
from district_desk.domain.follow_up import NOT_CHASED, next_ordinal
from district_desk.domain.items import Item
from district_desk.domain.listing import AssignmentFilter, AssignmentRow
from district_desk.domain.office import Office
from district_desk.domain.units import Unit
from district_desk.domain.vietnamese import collapse

_PAGE = 1000


@dataclass(frozen=True, slots=True)
class UnitMessage:
    """What one unit is told: ``text`` is ready to be pasted into a chat, ``contact`` where to."""

    unit_id: int
    unit: str
    unit_code: str
    contact: str
    text: str


@dataclass(frozen=True, slots=True)
class Reminded:
    """What a reminding did: the events as stored, in the order of the lines, and one message for each unit."""

    events: tuple[Event, ...]
    messages: tuple[UnitMessage, ...]
    changes: Changes

    @property
    def ordinals(self) -> dict[int, int]:
        """Lần thứ mấy, by assignment."""
        return {event.assignment_id: event.ordinal for event in self.events}


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A line whose unit has not spoken since it was reminded: the reminders since, the working days since the last."""

    row: AssignmentRow
    reminders: tuple[Event, ...]
    days: int


def remind(  # noqa: PLR0913  the fields of one dialog
    desk: Desk,
    assignment_ids: Sequence[int],
    *,
    on: date,
    channel: Channel,
    notation: str = "",
    dated: date | None = None,
    person: str = "",
    text: str = "",
) -> Reminded:
    """Write that units were reminded of these lines on a day, each line's ordinal counted on.

    ``notation`` and ``dated`` name the letter; ``person`` is who was spoken to on the telephone, ``text`` what was said.

    Raises:
        WrongStep: a line is done, recalled, reported, suspended, sent back, or only "để biết"; nothing was written.
        WrongDay: the day lies in the future, or before the line was given.
    """
    told = Event(
        0, EventKind.REMINDED, on, text=text, notation=notation, person=person, channel=channel, dated=dated
    )  # fmt: skip
    events: list[Event] = []
    with desk.writing("remind") as writing:
        found = lives(writing.reader, assignment_ids)
        for line in found:
            event = checked(desk, writing.reader, line, told)
            counted = replace(event, ordinal=next_ordinal(line.events))
            events.append(put_step(desk, writing, line, counted, ()))
        writing.note(subject=notation or subject_of(writing.reader, found), count=len(events))
    ordinals = {event.assignment_id: event.ordinal for event in events}
    return Reminded(tuple(events), _messages(desk, ordinals, on), writing.changes)


def messages(desk: Desk, assignment_ids: Sequence[int], *, as_of: date) -> tuple[UnitMessage, ...]:
    """What the units would be told if they were reminded of these lines now; nothing is written."""
    found = lives(desk.store.reading(), assignment_ids)
    return _messages(desk, {line.assignment.id: next_ordinal(line.events) for line in found}, as_of)


def overdue_to_chase(desk: Desk, as_of: date) -> list[int]:
    """The lead lines that are overdue on a day and of which a unit is to be reminded: by due date."""
    wanted = AssignmentFilter(roles=(Role.LEAD,), open_only=True, due_until=as_of - timedelta(days=1))
    ids = desk.store.reading().assignment_ids(wanted, as_of)
    return [row.assignment.id for row in _rows(desk, ids, as_of) if not row.standing.marks & set(NOT_CHASED)]


def unanswered(desk: Desk, as_of: date) -> list[Unanswered]:
    """Lines whose units were reminded and have not spoken since, the longest silence first."""
    reader = desk.store.reading()
    ids = [each.line.record_id for each in reader.silences(as_of)]
    silent = {line.assignment.id: line.unanswered for line in lives(reader, ids, as_of)}
    found = [
        Unanswered(row, waiting, desk.calendar.working_between(waiting[-1].on, as_of))
        for row in _rows(desk, list(silent), as_of)
        if (waiting := silent[row.assignment.id])
    ]
    return sorted(found, key=lambda each: (-each.days, each.row.assignment.id))


def _messages(desk: Desk, ordinals: dict[int, int], as_of: date) -> tuple[UnitMessage, ...]:
    reader = desk.store.reading()
    rows = list(_rows(desk, list(ordinals), as_of))
    items = reader.many(Item, {row.assignment.item_id for row in rows})
    by_unit: dict[int, list[tuple[AssignmentRow, Item, int]]] = {}
    for row in rows:
        told = (row, items[row.assignment.item_id], ordinals[row.assignment.id])
        by_unit.setdefault(row.assignment.unit_id, []).append(told)
    units = sorted(reader.many(Unit, by_unit).values(), key=lambda unit: (unit.position, unit.id))
    sender = sender_of(desk.office)
    return tuple(
        UnitMessage(unit.id, unit.name, unit.code, unit.contact, reminder_message(sender, unit.name, by_unit[unit.id]))
        for unit in units
    )


def sender_of(office: Office) -> str:
    """The office's own name, its last word said once: Văn phòng HĐND và UBND huyện Cẩm Giàng."""
    last = office.bureau.rpartition(" ")[2]
    return collapse(f"{office.bureau} {office.body_short.removeprefix(f'{last} ')}")


def _rows(desk: Desk, ids: Sequence[int], as_of: date) -> Iterable[AssignmentRow]:
    for start in range(0, len(ids), _PAGE):
        yield from desk.store.reading().assignment_rows(ids[start : start + _PAGE], as_of)
