"""Sửa: a record of the register opened as a draft, and what the clerk changed in it written back at one stroke.

One press of *Lưu* is one operation of the journal, whatever it touched, so that one *Hoàn tác* takes it back whole.
Only what the clerk changed is written: what another action wrote into the record meanwhile stays as it is.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import TypeVar

from district_desk.desk import filing
from district_desk.desk.listing import DirectiveView, directive_view
from district_desk.desk.numbering import numbered
from district_desk.desk.office_desk import Desk
from district_desk.desk.periods import put_periods
from district_desk.desk.registering import check_arrival, check_days, following, given_day, line_of, named
from district_desk.domain.assignments import Assignment, Event, EventKind, State
from district_desk.domain.changes import Changes
from district_desk.domain.directives import Directive, DocumentText
from district_desk.domain.drafts import Draft, DraftItem, DraftLine, DraftReference
from district_desk.domain.items import Item
from district_desk.domain.listing import AssignmentFilter
from district_desk.domain.problems import InUse
from district_desk.store import Writing

R = TypeVar("R", Directive, Item)

Kept = dict[int, dict[int, list[Assignment]]]
"""Lines that still stand, by item and by unit."""


def draft_of_record(desk: Desk, directive_id: int) -> Draft:
    """The draft that an entered directive is; the keys of its items are their ids. Recalled lines are not in it.

    Raises:
        NotFound: no such directive.
    """
    view = directive_view(desk, directive_id)
    items = tuple(DraftItem(item.id, item, item.parent_id or 0, _drafted_lines(view, item.id)) for item in view.items)
    references = tuple(DraftReference(reference.notation, reference.kind) for reference in view.references)
    return Draft(view.directive, items, references, view.text, view.page_starts)


def revise(desk: Desk, before: Draft, after: Draft) -> Changes:
    """Write what differs between a draft of a record as it was opened and as it is now, as one operation.

    A line that was taken away goes, or is recalled where something happened on it already; lines follow the limit and
    the product of their item where they had them from it. A file that was added is kept; the others stay.

    Raises:
        InUse: an item that was removed has lines with a history, which stay readable; nothing is written.
        NumberTaken, MissingField, BadValue: as at registration.
        NotFound: the record, or an item of it, went away meanwhile.
        DiskFull, ReadOnly, FileBusy: nothing was written.
    """
    check_days(after.directive)
    if after.directive.arrived != before.directive.arrived:
        check_arrival(desk, after.directive)
    file = filing.keep(desk.folder, Path(after.file)) if after.file and after.file != before.file else None
    with desk.writing("revise_directive") as writing:
        stored = writing.reader.get(Directive, before.directive.id)
        if before.directive != after.directive:
            stored = writing.put(numbered(desk, writing.reader, _merged(stored, before.directive, after.directive)))
        _revise_items(desk, writing, stored, before, after)
        put_periods(desk, writing, [stored.id])
        _revise_text(writing, stored.id, before, after)
        if file:
            writing.put(file.attachment(stored.id, desk.today()))
        writing.note(subject=named(stored), count=1)
    return writing.changes


def _revise_items(desk: Desk, writing: Writing, directive: Directive, before: Draft, after: Draft) -> None:
    opened = {each.key: each for each in before.items}
    kept = _kept_lines(desk, writing, directive.id)
    _take_back(desk, writing, before, after, kept)
    ids: dict[int, int | None] = {0: None}
    for position, each in enumerate(after.items):
        was = opened.get(each.key)
        item = _put_item(writing, directive.id, was, each, (position, ids.get(each.parent)))
        ids[each.key] = item.id
        _put_lines(desk, writing, directive, (was, each, item), kept.get(item.id, {}))
    _drop_items(writing, [each.item for each in before.items if each.key not in ids])


def _put_item(
    writing: Writing, directive_id: int, was: DraftItem | None, now: DraftItem, place: tuple[int, int | None]
) -> Item:
    position, parent_id = place
    if was is None:
        return writing.put(replace(now.item, directive_id=directive_id, position=position, parent_id=parent_id))
    item = _merged(writing.reader.get(Item, was.item.id), was.item, now.item)
    return writing.put(replace(item, position=position, parent_id=parent_id))


def _put_lines(
    desk: Desk,
    writing: Writing,
    directive: Directive,
    item: tuple[DraftItem | None, DraftItem, Item],
    kept: Mapping[int, Sequence[Assignment]],
) -> None:
    was, now, stored = item
    held = set(was.lines) if was else set()
    for line in now.lines:
        standing = kept.get(line.unit_id, ())
        for assignment in standing:
            followed = following(assignment, was.item, stored) if was else assignment
            changed = line not in held
            writing.put(replace(followed, role=line.role, person=line.person) if changed else followed)
        if not standing and line not in held:
            given = given_day(desk, writing.reader, directive)
            writing.put(replace(line_of(stored, given), unit_id=line.unit_id, role=line.role, person=line.person))


def _take_back(desk: Desk, writing: Writing, before: Draft, after: Draft, kept: Kept) -> None:
    """Take the lines away that the clerk took away, of removed items too."""
    wanted = {each.key: {line.unit_id for line in each.lines} for each in after.items}
    for each in before.items:
        for unit_id in {line.unit_id for line in each.lines} - wanted.get(each.key, set()):
            for assignment in kept.get(each.key, {}).pop(unit_id, []):
                if writing.reader.find(Event, assignment_id=assignment.id):
                    writing.put(Event(assignment.id, EventKind.RECALLED, desk.today()))
                else:
                    writing.drop(assignment)


def _drop_items(writing: Writing, going: Sequence[Item]) -> None:
    for item in reversed(going):
        if lines := writing.reader.find(Assignment, item_id=item.id):
            raise InUse("item", item.path, len(lines))
        writing.drop(writing.reader.get(Item, item.id))


def _revise_text(writing: Writing, directive_id: int, before: Draft, after: Draft) -> None:
    if (before.text, before.page_starts) == (after.text, after.page_starts):
        return
    held = writing.reader.find(DocumentText, directive_id=directive_id)
    row = held[0] if held else DocumentText(directive_id, "")
    writing.put(replace(row, text=after.text, page_starts=json.dumps(list(after.page_starts))))


def _kept_lines(desk: Desk, writing: Writing, directive_id: int) -> Kept:
    reader, today = writing.reader, desk.today()
    ids = reader.assignment_ids(AssignmentFilter(directive_id=directive_id), today)
    kept: Kept = {}
    for row in reader.assignment_rows(ids, today):
        if row.standing.state is not State.RECALLED:
            line = row.assignment
            kept.setdefault(line.item_id, {}).setdefault(line.unit_id, []).append(line)
    return kept


def _merged(stored: R, before: R, after: R) -> R:
    """The stored record with the fields that the clerk changed."""
    both = ((field.name, getattr(before, field.name), getattr(after, field.name)) for field in fields(before))
    return replace(stored, **{name: now for name, was, now in both if was != now})


def _drafted_lines(view: DirectiveView, item_id: int) -> tuple[DraftLine, ...]:
    standing = (row for row in view.lines.get(item_id, ()) if row.standing.state is not State.RECALLED)
    lines = (DraftLine(row.assignment.unit_id, row.assignment.role, row.assignment.person) for row in standing)
    return tuple(dict.fromkeys(lines))
