"""What a list of assignments was chosen by, in words: on a page of paper as in the line above a list."""

from collections.abc import Iterator
from datetime import date

from district_desk.desk import cataloguing
from district_desk.desk.office_desk import Desk
from district_desk.desk.words import ROLES, SOURCES, STATES
from district_desk.domain.directives import Directive
from district_desk.domain.items import Item, place_in_words
from district_desk.domain.listing import AssignmentFilter
from district_desk.domain.units import Unit


def filter_words(desk: Desk, wanted: AssignmentFilter) -> tuple[str, ...]:
    """Each thing that narrows the filter; empty for one that wants every line."""
    return tuple(_parts(desk, wanted))


def due_range(first: date | None, last: date | None) -> str:
    """The due range of a filter."""
    if first and first == last:
        return f"hạn ngày {first:%d/%m/%Y}"
    start, end = f"từ {first:%d/%m/%Y}" if first else "", f"đến {last:%d/%m/%Y}" if last else ""
    return " ".join(part for part in ("hạn", start, end) if part)


def _parts(desk: Desk, wanted: AssignmentFilter) -> Iterator[str]:
    reader = desk.store.reading()
    if wanted.open_only:
        yield "chưa xong"
    for directive in reader.many(Directive, [wanted.directive_id] if wanted.directive_id else []).values():
        yield str(directive.notation) or directive.subject
    for item in reader.many(Item, [wanted.item_id] if wanted.item_id else []).values():
        yield place_in_words(item.path, item.kind)
    units = reader.many(Unit, [*([wanted.unit_id] if wanted.unit_id else []), *wanted.unit_ids])
    if units:
        yield ", ".join(unit.name for unit in sorted(units.values(), key=lambda unit: (unit.position, unit.id)))
    yield from (each.group.name for each in cataloguing.groups(desk) if each.group.id == wanted.group_id)
    yield from (ROLES[role].lower() for role in wanted.roles)
    levels = {level.code: level.name for level in cataloguing.levels(desk)} if wanted.levels else {}
    yield from (levels.get(code, code) for code in wanted.levels)
    yield from (SOURCES[source] for source in wanted.sources)
    yield from (STATES[state] for state in wanted.states)
    if wanted.due_from or wanted.due_until:
        yield due_range(wanted.due_from, wanted.due_until)
    if wanted.person:
        yield f"người phụ trách {wanted.person}"
    if wanted.words:
        yield f"có chữ “{wanted.words}”"
