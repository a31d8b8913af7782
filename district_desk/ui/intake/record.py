"""An entered directive as a draft again, and the draft back into the records: correcting on the intake screen."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from district_desk.desk import Desk
from district_desk.desk.assigning import assign_items, replace_items, withdraw
from district_desk.desk.listing import DirectiveView, directive_view
from district_desk.desk.registering import attachment_file, correct_directive
from district_desk.domain.assignments import Assignment
from district_desk.domain.changes import Changes, merged
from district_desk.domain.directives import Attachment
from district_desk.domain.drafts import Draft, DraftItem, DraftLine
from district_desk.domain.problems import Problem


def draft_of_record(desk: Desk, directive_id: int) -> Draft:
    """The draft that an entered directive is; keys of its items are their ids.

    Raises:
        NotFound: no such directive.
    """
    view = directive_view(desk, directive_id)
    items = tuple(
        DraftItem(item.id, item, item.parent_id or 0, tuple(_line(each) for each in _lines(view, item.id)))
        for item in view.items
    )
    references = tuple(reference.notation for reference in view.references)
    return Draft(view.directive, items, references, view.text, view.page_starts)


def original_of(desk: Desk, directive_id: int) -> Path | None:
    """The PDF kept with a directive, whose pages can be shown; None where there is none, or it is gone."""
    attachments = desk.store.reading().find(Attachment, directive_id=directive_id, event_id=None)
    kept = next((each for each in attachments if each.name.lower().endswith(".pdf")), None)
    try:
        return attachment_file(desk, kept) if kept else None
    except Problem:
        return None


def save_record(desk: Desk, before: Draft, after: Draft) -> Changes:
    """Write what differs between the draft that was opened and the draft as it is now.

    Raises:
        InUse: an item that was removed has lines with a history; those lines are recalled first.
        NumberTaken, BadValue: as at registration.
    """
    parts = list(_write(desk, before, after))
    return merged("correct_directive", parts)


def _write(desk: Desk, before: Draft, after: Draft) -> Iterator[Changes]:
    directive_id = after.directive.id
    view = directive_view(desk, directive_id)
    wanted = {each.item.id: {line.unit_id for line in each.lines} for each in after.items if each.item.id}
    going = [
        assignment.id
        for item in view.items
        for assignment in _lines(view, item.id)
        if assignment.unit_id not in wanted.get(item.id, set())
    ]
    if going:
        yield withdraw(desk, going)
    if [_bare(each) for each in before.items] != [_bare(each) for each in after.items]:
        yield replace_items(desk, directive_id, after.items)
    if before.directive != after.directive:
        yield correct_directive(desk, after.directive)
    yield from _give(desk, before, after)


def _give(desk: Desk, before: Draft, after: Draft) -> Iterator[Changes]:
    stored = directive_view(desk, after.directive.id).items
    held = {each.key: set(each.lines) for each in before.items}
    for each, item in zip(after.items, stored, strict=True):
        for line in each.lines:
            if line not in held.get(each.key, set()):
                yield assign_items(desk, [item.id], [line.unit_id], line.role, person=line.person)


def _bare(drafted: DraftItem) -> DraftItem:
    return replace(drafted, lines=(), unresolved=())


def _lines(view: DirectiveView, item_id: int) -> list[Assignment]:
    return [row.assignment for row in view.lines.get(item_id, ())]


def _line(assignment: Assignment) -> DraftLine:
    return DraftLine(assignment.unit_id, assignment.role, assignment.person)
