"""Giao việc: items to units, one lead a line (Decree 191/2026 art. 2.2), any number of partners.

The program proposes and the clerk decides (DOMAIN 11.2): what an addressee means only under a condition, or names
nobody whom the office knows, is handed back as unresolved and given to no one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from district_desk.desk.addressing import ItemProposal, Proposal, proposal, resolve
from district_desk.desk.following_up import Told, close
from district_desk.desk.office_desk import Desk
from district_desk.desk.periods import put_periods
from district_desk.desk.registering import following, given_day, line_of, named, put_items
from district_desk.desk.steps import lives
from district_desk.domain.assignments import Assignment, Event, EventKind, Role, State
from district_desk.domain.changes import Changes
from district_desk.domain.directives import Directive
from district_desk.domain.drafts import DraftItem
from district_desk.domain.items import Item
from district_desk.domain.problems import BadValue, InUse, TwoLeads
from district_desk.domain.units import Unit
from district_desk.store import Writing

__all__ = [
    "Assigned",
    "ItemProposal",
    "Proposal",
    "assign_as_read",
    "assign_items",
    "edit_assignment",
    "edit_item",
    "propose",
    "record_result",
    "replace_items",
    "resolve",
    "withdraw",
]


@dataclass(frozen=True, slots=True)
class Assigned:
    """What was given, and what was not: ``unresolved`` are dicts ``{item, label, text, reason, candidates}``, where
    ``candidates`` are ``{unit, unit_code}`` that the words may mean."""

    assignment_ids: tuple[int, ...]
    unresolved: list[dict[str, Any]]
    changes: Changes


def propose(desk: Desk, directive_id: int) -> Proposal:
    """Whom the directive's items are given to by its own words; nothing is written."""
    reader = desk.store.reading()
    directive = reader.get(Directive, directive_id)
    return proposal(desk, directive, reader.find(Item, "position", directive_id=directive_id))


def assign_as_read(desk: Desk, directive_id: int, *, given: date | None = None) -> Assigned:
    """Give a directive's items as its words say. An item that was given already is left as it is.

    ``given`` is the day of giving where it is not that of :func:`district_desk.domain.directives.given_on`.

    Raises:
        NotFound: no such directive.
    """
    suggested = propose(desk, directive_id)
    with desk.writing("assign_as_read") as writing:
        directive = writing.reader.get(Directive, directive_id)
        held = {line.item_id for line in writing.reader.find(Assignment, directive_id=directive_id)}
        day = _given(desk, writing, directive, given)
        made = [
            writing.put(replace(line_of(each.item, day), unit_id=line.unit_id, role=line.role))
            for each in suggested.items
            if each.item.id not in held
            for line in each.lines
        ]
        _mark_for_information(writing, suggested)
        put_periods(desk, writing, [directive_id])
        writing.note(subject=named(directive), count=len(made))
    left = [each.answer() for item in suggested.items if item.item.id not in held for each in item.unresolved]
    return Assigned(tuple(line.id for line in made), left, writing.changes)


def assign_items(  # noqa: PLR0913  the fields of one dialog
    desk: Desk,
    item_ids: Sequence[int],
    unit_ids: Sequence[int],
    role: Role,
    *,
    due: date | None = None,
    given: date | None = None,
    person: str = "",
    note: str = "",
) -> Changes:
    """Give items to units in one role. A unit that has the item already gets no second line: its role is changed. What
    was recalled from it is given anew, and the periods of a recurring duty are left as they are.

    ``due`` sets these lines' last day apart from the item's, ``given`` the day of giving from that of
    :func:`district_desk.domain.directives.given_on`.
    """
    with desk.writing("assign_items") as writing:
        items, count = writing.reader.many(Item, item_ids), 0
        directives = writing.reader.many(Directive, {item.directive_id for item in items.values()})
        days = {id_: _given(desk, writing, directive, given) for id_, directive in directives.items()}
        for item_id in item_ids:
            held = _held(writing, item_id)
            for unit_id in dict.fromkeys(unit_ids):
                line = held.get(unit_id) or replace(
                    line_of(items[item_id], days[items[item_id].directive_id]), unit_id=unit_id
                )
                line = replace(line, role=role, person=person or line.person, note=note or line.note)
                line = replace(line, due=due) if due else line
                if line != held.get(unit_id):
                    writing.put(line)
                    count += 1
        put_periods(desk, writing, directives.keys())
        writing.note(subject=_of_items(writing, items.values()), count=count)
    return writing.changes


def edit_assignment(desk: Desk, assignment: Assignment) -> Changes:
    """Write a corrected line.

    Raises:
        TwoLeads: the line would go to a unit that has the item already.
    """
    with desk.writing("edit_assignment") as writing:
        item = writing.reader.get(Item, assignment.item_id)
        for other in writing.reader.find(Assignment, item_id=item.id, unit_id=assignment.unit_id):
            if other.id != assignment.id and other.period == assignment.period:
                raise TwoLeads(item.path, writing.reader.get(Unit, assignment.unit_id).name)
        writing.put(assignment)
        put_periods(desk, writing, [item.directive_id])
        writing.note(subject=_of_items(writing, [item]), count=1)
    return writing.changes


def withdraw(desk: Desk, ids: Sequence[int]) -> Changes:
    """Take lines back. One on which nothing happened yet goes; one with a history is recalled and stays readable, and
    so is a period of a recurring duty, which would otherwise be made again."""
    with desk.writing("withdraw") as writing:
        lines = list(writing.reader.many(Assignment, ids).values())
        for line in lines:
            if line.period or writing.reader.find(Event, assignment_id=line.id):
                writing.put(Event(line.id, EventKind.RECALLED, desk.today()))
            else:
                writing.drop(line)
        writing.note(count=len(lines))
    return writing.changes


def edit_item(desk: Desk, item: Item) -> Changes:
    """Write a corrected item. Lines that had the item's old limit or product follow it; those set apart stay."""
    with desk.writing("edit_item") as writing:
        before = writing.reader.get(Item, item.id)
        writing.put(item)
        for line in writing.reader.find(Assignment, item_id=item.id):
            writing.put(following(line, before, item))
        put_periods(desk, writing, [item.directive_id])
        writing.note(subject=_of_items(writing, [item]), count=1)
    return writing.changes


def replace_items(desk: Desk, directive_id: int, items: Sequence[DraftItem]) -> Changes:
    """Write a directive's items anew: known ones (by id) are corrected, new ones added, the rest go.

    Raises:
        InUse: an item that would go has been given to units; withdraw those lines first.
    """
    kept = {each.item.id for each in items if each.item.id}
    with desk.writing("replace_items") as writing:
        reader = writing.reader
        directive = reader.get(Directive, directive_id)
        going = [item for item in reader.find(Item, "position", directive_id=directive_id) if item.id not in kept]
        for item in going:
            if lines := reader.find(Assignment, item_id=item.id):
                raise InUse("item", item.path, len(lines))
        put_items(writing, directive_id, items)
        for item in reversed(going):
            writing.drop(reader.get(Item, item.id))
        writing.note(subject=named(directive), count=len(items))
    return writing.changes


def record_result(
    desk: Desk, assignment_ids: Sequence[int], *, on: date, notation: str = "", text: str = ""
) -> Changes:
    """Write that lines were done on a day, with the number and symbol of the document that proves it.

    Raises:
        WrongDay, WrongStep, MissingField: as :func:`district_desk.desk.following_up.close`.
    """
    return close(desk, assignment_ids, Told(on, text, notation=notation), done_on=on)


def _held(writing: Writing, item_id: int) -> dict[int, Assignment]:
    """The units' own lines of an item that still stand, without periods, by unit."""
    lines = writing.reader.find(Assignment, item_id=item_id, period="")
    stories = lives(writing.reader, [line.id for line in lines])
    return {each.assignment.unit_id: each.assignment for each in stories if each.standing.state is not State.RECALLED}


def _given(desk: Desk, writing: Writing, directive: Directive, given: date | None) -> date:
    """The day of giving; BadValue where one is named that lies in the future or before the document's."""
    if given is None:
        return given_day(desk, writing.reader, directive)
    if given > desk.today() or (directive.issued and given < directive.issued):
        raise BadValue("given", f"{given:%d/%m/%Y}")
    return given


def _mark_for_information(writing: Writing, suggested: Proposal) -> None:
    for each in suggested.items:
        if each.outside and each.item.ours:
            writing.put(replace(each.item, ours=0))


def _of_items(writing: Writing, items: Iterable[Item]) -> str:
    ids = {item.directive_id for item in items}
    return named(writing.reader.get(Directive, ids.pop())) if len(ids) == 1 else ""
