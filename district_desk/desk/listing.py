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
from district_desk.domain.assignments import Role
from district_desk.domain.directives import Attachment, Directive, DocumentText, Reference, missing, pass_on_by
from district_desk.domain.items import Item
from district_desk.domain.listing import (
    AssignmentFilter,
    AssignmentRow,
    DirectiveFilter,
    DueLine,
    DueSource,
    RegisterChip,
)
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
    left = cache(partial(desk.calendar.working_between, as_of))
    found = [*_assignments(desk, as_of, until, left), *_register(desk, as_of, left)]
    confirmed = desk.calendar.knows
    marked = (
        line if line.due is None or confirmed(line.due) else replace(line, calendar_confirmed=False) for line in found
    )
    within = (line for line in marked if line.due is None or until is None or line.due <= until)
    return sorted(within, key=lambda line: (line.due is None, line.due or as_of, line.directive_id, line.record_id))


def _assignments(desk: Desk, as_of: date, until: date | None, left: DaysLeft) -> Iterator[DueLine]:
    wanted = AssignmentFilter(roles=(Role.LEAD,), open_only=True, due_until=until or date.max - timedelta(days=1))
    reader = desk.store.reading()
    for row in _pages(reader, reader.assignment_ids(wanted, as_of), as_of):
        if row.standing.due:
            origin = row.notation or row.subject
            yield DueLine(
                DueSource.ASSIGNMENT, row.standing.due, row.text, row.unit, origin,
                row.assignment.directive_id, row.assignment.id, left(row.standing.due),
            )  # fmt: skip


def _pages(reader: Reader, ids: Sequence[int], as_of: date) -> Iterator[AssignmentRow]:
    for start in range(0, len(ids), _PAGE):
        yield from reader.assignment_rows(ids[start : start + _PAGE], as_of)


def _register(desk: Desk, as_of: date, left: DaysLeft) -> Iterator[DueLine]:
    for directive in _of_chip(desk, RegisterChip.NOT_PASSED_ON, as_of):
        if last := pass_on_by(directive, desk.calendar):
            line = _line(desk, DueSource.HANDING_ON, directive, directive.subject)
            yield replace(line, due=last, days_left=left(last))
    for directive in _of_chip(desk, RegisterChip.INCOMPLETE, as_of):
        blanks = ", ".join(field_name(key) for key in missing(directive))
        yield _line(desk, DueSource.INCOMPLETE, directive, blanks)


def _of_chip(desk: Desk, chip: RegisterChip, as_of: date) -> Iterator[Directive]:
    reader = desk.store.reading()
    ids = reader.directive_ids(DirectiveFilter(chip=chip, descending=False), as_of)
    for start in range(0, len(ids), _PAGE):
        for row in reader.directive_rows(ids[start : start + _PAGE], as_of):
            yield row.directive


def _line(desk: Desk, source: DueSource, directive: Directive, what: str) -> DueLine:
    origin = str(directive.notation) or directive.subject
    return DueLine(source, None, what, desk.office.bureau, origin, directive.id, directive.id, None)
