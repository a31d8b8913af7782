"""One step of a line's life: is it possible, on that day, and how it is written down with its evidence."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from district_desk.desk.filing import Kept
from district_desk.desk.office_desk import Desk
from district_desk.desk.registering import named
from district_desk.domain.assignments import Assignment, Event, EventKind
from district_desk.domain.directives import Directive
from district_desk.domain.follow_up import ExtensionFault, Life, day_fault, extension_fault, life, obstacle
from district_desk.domain.items import Item, place_in_words
from district_desk.domain.problems import ExtensionRefused, NotFound, WrongDay, WrongStep
from district_desk.domain.units import Unit
from district_desk.store import Reader, Writing


def lives(reader: Reader, ids: Iterable[int], as_of: date = date.max) -> list[Life]:
    """The lines with their stories up to a day (the last one known), each once, in the order given.

    Raises:
        NotFound: no such line.
    """
    wanted = list(dict.fromkeys(ids))
    lines, events = reader.many(Assignment, wanted), reader.events_of(wanted)
    for each in wanted:
        if each not in lines:
            raise NotFound("assignment", str(each))
    return [life(lines[each], events.get(each, ()), as_of) for each in wanted]


def unit_of_code(reader: Reader, code: str, day: date) -> Unit:
    """The unit of that code that exists on a day.

    Raises:
        NotFound: there is none.
    """
    found = [unit for unit in reader.find(Unit, code=code) if unit.is_valid(day)]
    if not found:
        raise NotFound("unit", code)
    return found[0]


def checked(desk: Desk, reader: Reader, line: Life, event: Event) -> Event:
    """The event as the line's own, when nothing stands in its way; ``line`` with every event known.

    Raises:
        WrongStep, WrongDay, ExtensionRefused: it cannot be.
    """
    event = replace(event, assignment_id=line.assignment.id)
    if found := obstacle(event.kind, line):
        raise WrongStep(event.kind.value, found.value, *place_of(reader, line))
    issued = reader.get(Directive, line.assignment.directive_id).issued
    if wrong := day_fault(event, line, issued, desk.today()):
        fault, day, bound = wrong
        raise WrongDay(fault.value, day, bound, *place_of(reader, line))
    if event.kind is EventKind.EXTENDED:
        _check_extension(desk, reader, line, event)
    return event


def put_step(desk: Desk, writing: Writing, line: Life, event: Event, kept: Sequence[Kept]) -> Event:
    """Write a checked event with its files."""
    stored = writing.put(event)
    for file in {each.digest: each for each in kept}.values():
        writing.put(replace(file.attachment(line.assignment.directive_id, desk.today()), event_id=stored.id))
    return stored


def subject_of(reader: Reader, lines: Sequence[Life]) -> str:
    """The directive that the lines belong to, where it is one."""
    ids = {line.assignment.directive_id for line in lines}
    return named(reader.get(Directive, ids.pop())) if len(ids) == 1 else ""


def _check_extension(desk: Desk, reader: Reader, line: Life, event: Event) -> None:
    office = desk.office
    fault = extension_fault(event, line, times=office.extension_limit, days=office.extension_days)
    if fault:
        limit = office.extension_days if fault is ExtensionFault.TOO_LONG else office.extension_limit
        raise ExtensionRefused(fault.value, line.standing.due, event.new_due, limit, *place_of(reader, line))


def place_of(reader: Reader, line: Life) -> tuple[str, str]:
    """Which line it is, in words: the item's place in its document and the unit's name."""
    item = reader.get(Item, line.assignment.item_id)
    return place_in_words(item.path, item.kind), reader.get(Unit, line.assignment.unit_id).name
