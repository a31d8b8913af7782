"""Records as plain values, for whoever reads the command line's JSON: dates ISO, enumerations by value, null for unknown.

The keys are a promise to scripts: keys may be added, never renamed.
"""

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from district_desk.desk.assigning import Assigned
from district_desk.desk.chasing import Reminded, unanswered
from district_desk.desk.dating import next_periods
from district_desk.desk.delays import entry_delays
from district_desk.desk.limit_words import notes_of, period_name
from district_desk.desk.listing import due_lines, near
from district_desk.desk.office_desk import Desk
from district_desk.desk.registering import Registered
from district_desk.domain.directives import Directive, missing
from district_desk.domain.due import Due
from district_desk.domain.items import Item
from district_desk.domain.listing import (
    AssignmentFilter,
    AssignmentRow,
    DirectiveFilter,
    Likeness,
    RegisterChip,
    RegisterSort,
    SearchHit,
)
from district_desk.domain.units import Unit

_PAGE = 1000


def plain(value: Any) -> Any:
    """A record as a dict of its fields, without its uid as a number (18 digits are more than a JSON number holds)."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (tuple, list, frozenset)):
        return [plain(each) for each in value]
    return value


def of_registered(desk: Desk, done: Registered, alike: Iterable[Likeness] = ()) -> dict[str, Any]:
    """The answer of ``register``; ``alike`` are earlier records that may be the same document."""
    items = desk.store.reading().find(Item, "position", directive_id=done.directive_id)
    return {
        "directive": done.directive_id,
        "arrival_number": done.arrival_number,
        "arrival": done.arrival or None,
        "items": [of_item(item) for item in items],
        "missing": list(done.missing),
        "alike": [{"directive": like.directive.id, "kind": like.kind.value} for like in alike],
    }


def of_assigned(desk: Desk, done: Assigned) -> dict[str, Any]:
    """The answer of ``assign``."""
    return {"assignments": assignment_rows(desk, done.assignment_ids, desk.today()), "unresolved": done.unresolved}


def directives(desk: Desk, as_of: date) -> list[dict[str, Any]]:
    """Every record that does not lie in the bin: the register in the order of arrival, then what is kept for reference.

    ``done``, ``overdue`` and ``next_due`` are those of a day.
    """
    reader = desk.store.reading()
    ids: list[int] = []
    for chip in (RegisterChip.ALL, RegisterChip.REFERENCE):
        wanted = DirectiveFilter(chip=chip, sort=RegisterSort.ARRIVAL, descending=False)
        ids += reader.directive_ids(wanted, as_of)
    ids, rows = list(dict.fromkeys(ids)), []
    for start in range(0, len(ids), _PAGE):
        for row in reader.directive_rows(ids[start : start + _PAGE], as_of):
            figures = {"items": row.items, "lines": row.lines, "done": row.done, "overdue": row.overdue}
            rows.append(of_directive(row.directive) | figures | {"next_due": plain(row.next_due)})
    return rows


def of_directive(directive: Directive) -> dict[str, Any]:
    """A record of the register with what is still missing from it."""
    named = {"notation": str(directive.notation), "arrival": directive.arrival or None}
    return {**_without_uid(directive), **named, "missing": list(missing(directive))}


def items(desk: Desk) -> list[dict[str, Any]]:
    """Every item, directive by directive, in the order of the text."""
    return [of_item(item) for item in desk.store.reading().find(Item, "directive_id, position")]


def of_item(item: Item) -> dict[str, Any]:
    """An item; ``label`` is the path of labels, ``printed`` the label as printed."""
    rule = item.due_rule
    return {
        "id": item.id,
        "directive": item.directive_id,
        "label": item.path,
        "printed": item.label,
        "text": item.text,
        "kind": item.kind.value,
        "parent": item.parent_id,
        "phrase": item.phrase,
        "rule": rule.code,
        "due": plain(item.due),
        "internal_due": plain(item.internal_due),
        "units": item.units_written.splitlines(),
        "coordinating_units": item.coordinating_written.splitlines(),
        "via": item.via.splitlines(),
        "product": item.product,
        "ours": bool(item.ours),
    }


def assignments(desk: Desk, as_of: date) -> list[dict[str, Any]]:
    """Every assignment line with its state at a date."""
    ids = desk.store.reading().assignment_ids(AssignmentFilter(), as_of)
    return assignment_rows(desk, sorted(ids), as_of)


def units(desk: Desk, as_of: date) -> list[dict[str, Any]]:
    """The units that exist on a day (the office's own last one, where it has ended), in the office's order."""
    day = desk.working_day(as_of)
    return [_without_uid(unit) for unit in desk.store.reading().find(Unit, "position") if unit.is_valid(day)]


def due(desk: Desk, as_of: date) -> list[dict[str, Any]]:
    """What falls due, the latest last; ``days_left`` counts working days."""
    return [
        {
            "source": line.source.value,
            "due": plain(line.due),
            "what": line.what,
            "unit": line.unit,
            "origin": line.origin,
            "directive": line.directive_id,
            "record": line.record_id,
            "days_left": line.days_left,
            "calendar_confirmed": line.calendar_confirmed,
        }
        for line in due_lines(desk, as_of)
    ]


def of_phrase(due: Due, desk: Desk | None = None) -> dict[str, Any]:
    """The answer of ``due``. ``due`` is null where the rule names no one day; ``overdue_from`` is a day, or a day with
    its hour where the phrase names one; ``periods`` are the next ones of a recurring rule."""
    return {
        "phrase": due.phrase,
        "rule": due.rule.code,
        "due": plain(due.last_day),
        "last_working_day": plain(due.last_working_day),
        "overdue_from": due.late_from or None,
        "calendar_confirmed": due.calendar_confirmed,
        "doubts": plain(due.doubts),
        "warnings": plain(due.warnings),
        "notes": list(notes_of(due)),
        "internal_due": plain(due.internal_day),
        "review_on": plain(due.review_on),
        "periods": [
            {"period": each.period, "name": period_name(each.period), "due": plain(each.last_day)}
            for each in (next_periods(due.rule, due.start, desk) if due.start else ())
        ],
    }


def of_reminded(desk: Desk, done: Reminded, as_of: date) -> dict[str, Any]:
    """The answer of ``remind``: the ordinal of each line's reminder, and the words for each unit."""
    rows = assignment_rows(desk, done.ordinals, as_of)
    return {
        "reminders": [
            {"assignment": row["id"], "unit": row["unit"], "unit_code": row["unit_code"], "ordinal": ordinal}
            for row, ordinal in zip(rows, done.ordinals.values(), strict=True)
        ],
        "messages": [{"unit": each.unit, "unit_code": each.unit_code, "text": each.text} for each in done.messages],
    }


def unanswered_reminders(desk: Desk, as_of: date) -> list[dict[str, Any]]:
    """Lines whose units were reminded and have not spoken since, the longest silence (in working days) first."""
    found = unanswered(desk, as_of)
    rows = assignment_rows(desk, [each.row.assignment.id for each in found], as_of)
    return [
        row
        | {"reminders": each.reminders[-1].ordinal, "reminded": plain(each.reminders[-1].on), "silent_days": each.days}
        for row, each in zip(rows, found, strict=True)
    ]


def delays(desk: Desk, as_of: date) -> list[dict[str, Any]]:
    """How long each document received in the month up to a day waited, in working days; what is late is named."""
    return [
        {
            "directive": each.entry.directive_id,
            "notation": each.notation,
            "arrived": plain(each.entry.arrived),
            "entered": plain(each.entry.entered),
            "passed_on": plain(each.entry.passed_on),
            "assigned": plain(each.entry.assigned),
            "days": {stage.value: days for stage, days in each.days.items()},
            "late": [stage.value for stage in each.late],
        }
        for each in entry_delays(desk, as_of.replace(day=1), as_of)
    ]


def hits(found: Iterable[SearchHit]) -> list[dict[str, Any]]:
    """Search hits in their order."""
    return [
        {
            "kind": hit.entity.value,
            "id": hit.record_id,
            "directive": hit.directive_id or None,
            "title": hit.title,
            "excerpt": hit.excerpt,
            "exact": hit.exact,
        }
        for hit in found
    ]


def assignment_rows(desk: Desk, ids: Iterable[int], as_of: date) -> list[dict[str, Any]]:
    """Lines with their state at a date, in the order of the ids."""
    last = near(desk, as_of)
    wanted, rows = list(ids), []
    for start in range(0, len(wanted), _PAGE):
        rows += desk.store.reading().assignment_rows(wanted[start : start + _PAGE], as_of)
    return [_assignment(row, last) for row in rows]


def _assignment(row: AssignmentRow, near_day: date) -> dict[str, Any]:
    line = row.assignment
    return {
        "id": line.id,
        "code": str(line.uid),
        "directive": line.directive_id,
        "item": line.item_id,
        "label": row.path,
        "text": row.text,
        "unit": row.unit,
        "unit_code": row.unit_code,
        "role": line.role.value,
        "person": line.person,
        "given": plain(line.given),
        "due": plain(row.standing.due),
        "phrase": row.phrase,
        "period": line.period,
        "calendar_confirmed": row.calendar_confirmed,
        "state": row.standing.state.value,
        "done": plain(row.standing.done),
        "days_late": row.standing.days_late,
        "overlays": [each.value for each in row.standing.overlays(near_day)],
        "reported": plain(row.standing.reported),
        "note": line.note,
    }


def _without_uid(record: Any) -> dict[str, Any]:
    values: dict[str, Any] = plain(record)
    return {"id": values.pop("id"), "uid": str(values.pop("uid")), **values}
