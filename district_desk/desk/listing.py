"""What falls due, and one directive with everything that belongs to it.

Lists of the register and of assignments are asked of the store's reader by filter; what is here joins several kinds
of record into one look.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, partial

from district_desk.desk.office_desk import Desk
from district_desk.desk.words import field_name
from district_desk.domain.day_work import NO_DUE, DueKey
from district_desk.domain.directives import Attachment, Directive, DocumentText, Reference, missing, pass_on_by
from district_desk.domain.items import Item
from district_desk.domain.listing import AssignmentFilter, AssignmentRow, DueLine, DueSource
from district_desk.store import Reader

_PAGE = 1000

DaysLeft = Callable[[date], int]
"""Working days from the as-of date to a last day, negative when it has passed; counted once a day, not once a line."""


@dataclass(frozen=True, slots=True)
class DirectiveView:
    """A directive with its items in the order of the text, lines by item, references both ways, files and text.

    ``executed_by`` are the records here that name this one.
    """

    directive: Directive
    items: tuple[Item, ...]
    lines: dict[int, tuple[AssignmentRow, ...]]
    references: tuple[Reference, ...]
    executed_by: tuple[Directive, ...]
    attachments: tuple[Attachment, ...]
    text: str
    page_starts: tuple[int, ...]


def directive_view(desk: Desk, directive_id: int, *, as_of: date | None = None) -> DirectiveView:
    """Everything that belongs to one directive, lines with their standing at ``as_of`` (today).

    Raises:
        NotFound: no such directive.
    """
    reader = desk.store.reading()
    directive = reader.get(Directive, directive_id)
    ids = reader.assignment_ids(AssignmentFilter(directive_id=directive_id), as_of or desk.today())
    lines: dict[int, tuple[AssignmentRow, ...]] = {}
    for row in reader.assignment_rows(ids, as_of or desk.today()):
        lines[row.assignment.item_id] = (*lines.get(row.assignment.item_id, ()), row)
    texts = reader.find(DocumentText, directive_id=directive_id)
    naming = {each.directive_id for each in reader.find(Reference, target_id=directive_id)}
    return DirectiveView(
        directive,
        tuple(reader.find(Item, "position", directive_id=directive_id)),
        lines,
        tuple(reader.find(Reference, directive_id=directive_id)),
        tuple(reader.many(Directive, sorted(naming)).values()),
        tuple(reader.find(Attachment, directive_id=directive_id, event_id=None)),
        texts[0].text if texts else "",
        tuple(json.loads(texts[0].page_starts)) if texts else (),
    )


def near(desk: Desk, as_of: date) -> date:
    """The last day that counts as "sắp đến hạn" on a day: the office's number of working days ahead."""
    return desk.calendar.plus_working(as_of, desk.office.near_due_days)


def due_lines(desk: Desk, as_of: date, *, until: date | None = None) -> list[DueLine]:
    """What is owed, by its last day, then what has none: open lines, documents to hand on, blanks to fill.

    ``until`` leaves out what falls due after that day; lines without a date are owed only as blanks.
    """
    return due_rows(desk, due_keys(desk, as_of, until=until), as_of)


def due_keys(desk: Desk, as_of: date, *, until: date | None = None) -> list[DueKey]:
    """The same in the same order by their keys alone: one question for the lines and one for the documents."""
    reader, last = desk.store.reading(), until or date.max - timedelta(days=1)
    hand_on_by = cache(lambda arrived, urgency: pass_on_by(Directive(arrived=arrived, urgency=urgency), desk.calendar))
    found = reader.lines_due(last, as_of)
    for one in reader.documents_waiting(as_of):
        day = hand_on_by(one.arrived, one.urgency) if one.hand_on else None
        if day is not None and day <= last:
            found.append(DueKey(day.isoformat(), one.directive_id, one.directive_id, DueSource.HANDING_ON))
        if one.incomplete:
            found.append(DueKey(NO_DUE, one.directive_id, one.directive_id, DueSource.INCOMPLETE))
    return sorted(found)


def due_rows(desk: Desk, keys: Sequence[DueKey], as_of: date) -> list[DueLine]:
    """The lines of these keys in their order; what is gone meanwhile is left out."""
    reader, left = desk.store.reading(), cache(partial(desk.calendar.working_between, as_of))
    tasks = [key.record_id for key in keys if key.source is DueSource.ASSIGNMENT]
    rows = {row.assignment.id: row for row in _pages(reader, tasks, as_of)}
    directives = reader.many(Directive, {key.directive_id for key in keys if key.source is not DueSource.ASSIGNMENT})
    found: list[DueLine] = []
    for key in keys:
        if key.source is DueSource.ASSIGNMENT:
            if (row := rows.get(key.record_id)) is not None:
                found.append(_task(row, left))
        elif (directive := directives.get(key.directive_id)) is not None:
            found.append(_document(desk, key, directive, left))
    confirmed = desk.calendar.knows
    return [
        line if line.due is None or confirmed(line.due) else replace(line, calendar_confirmed=False) for line in found
    ]


def _task(row: AssignmentRow, left: DaysLeft) -> DueLine:
    due = row.standing.due
    return DueLine(
        DueSource.ASSIGNMENT, due, row.text, row.unit, row.notation or row.subject,
        row.assignment.directive_id, row.assignment.id, left(due) if due else None, hour=row.hour,
    )  # fmt: skip


def _document(desk: Desk, key: DueKey, directive: Directive, left: DaysLeft) -> DueLine:
    blanks = ", ".join(field_name(name) for name in missing(directive))
    due = key.last_day
    return DueLine(
        key.source, due, blanks if key.source is DueSource.INCOMPLETE else directive.subject, desk.office.bureau,
        str(directive.notation) or directive.subject, directive.id, directive.id, left(due) if due else None,
    )  # fmt: skip


def _pages(reader: Reader, ids: Sequence[int], as_of: date) -> Iterator[AssignmentRow]:
    for start in range(0, len(ids), _PAGE):
        yield from reader.assignment_rows(ids[start : start + _PAGE], as_of)
