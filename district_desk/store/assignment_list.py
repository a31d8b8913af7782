"""The list of assignments: ids by due date, rows by the page, the figures of the rail."""

# ruff: noqa: S608 (what is set into a statement is ours: names, numbers, question marks; values are bound)

from array import array
from collections.abc import Sequence
from datetime import date
from typing import Final

from district_desk.domain.assignments import Assignment, standing
from district_desk.domain.directives import Directive
from district_desk.domain.items import Item
from district_desk.domain.listing import AssignmentFilter, AssignmentRow, Counts, TaskSort
from district_desk.domain.units import Unit
from district_desk.store.as_of import AsOf
from district_desk.store.codec import R, mapping_of
from district_desk.store.connections import Asking, placeholders
from district_desk.store.line_terms import line_terms
from district_desk.store.recurring_duties import carries_periods
from district_desk.store.standings import IN_REGISTER, NO_DATE, batches, events_of

_ORDERS: Final = {
    TaskSort.DUE: ("due", "directive_id", "item_id", "assignment_id"),
    TaskSort.UNIT: ("(SELECT position FROM unit WHERE unit.id = unit_id)", "unit_id", "due", "assignment_id"),
    TaskSort.SOURCE: ("directive_id", "item_id", "assignment_id"),
}

_BY_ITEM: Final = (
    "(SELECT position FROM item WHERE item.id = item_id), item_id, role,"
    " (SELECT position FROM unit WHERE unit.id = unit_id), assignment_id"
)


def assignment_ids(ask: Asking, wanted: AssignmentFilter, day: date, as_of: AsOf) -> "array[int]":
    """The ids of the lines wanted: those of one directive in the order of its items, else as the filter sorts."""
    terms, values = line_terms(wanted, day)
    order = _BY_ITEM if wanted.directive_id is not None else _order(wanted)
    sql = f"{as_of.at(day)}SELECT assignment_id FROM assignment_line WHERE {terms} ORDER BY {order}"
    return ask.ids(sql, values)


def _order(wanted: AssignmentFilter) -> str:
    """By due date, lines without one stand last either way up."""
    columns = _ORDERS[wanted.sort]
    if not wanted.descending:
        return ", ".join(columns)
    last = f"due = '{NO_DATE}', " if wanted.sort is TaskSort.DUE else ""
    return last + ", ".join(f"{column} DESC" for column in columns)


def assignment_rows(ask: Asking, ids: Sequence[int], day: date, as_of: AsOf) -> list[AssignmentRow]:
    """The rows of these ids, in their order, with the standing that the events up to that day make."""
    lines = _records(ask, Assignment, ids)
    events = {}
    for part in batches(ids):
        events.update(events_of(ask.connection, part))
    items = _records(ask, Item, {line.item_id for line in lines.values()})
    units = _records(ask, Unit, {line.unit_id for line in lines.values()})
    directives = _records(ask, Directive, {line.directive_id for line in lines.values()})
    announced = {year for (year,) in ask.rows("SELECT year FROM calendar_year WHERE confirmed", [])}
    rules = {item.id: item.due_rule for item in items.values()}
    duties = [one.id for one in lines.values() if not one.period and rules[one.item_id].frequencies]
    carrying = {id_ for part in batches(duties) for id_ in ask.ids(as_of.at(day) + _carrying(part), part)}
    rows = []
    for one in (lines[each] for each in ids if each in lines):
        item, unit, directive = items[one.item_id], units[one.unit_id], directives[one.directive_id]
        stands = standing(one, events.get(one.id, ()), day)
        rows.append(AssignmentRow(
            one, stands, item.path, item.text, unit.name, unit.code, str(directive.notation), directive.arrival,
            directive.subject, one.phrase or item.phrase, item.kind,
            stands.due is None or stands.due.year in announced, one.id in carrying,
            rules[item.id].time if stands.due and stands.due == (one.due if one.period else item.due) else "",
        ))  # fmt: skip
    return rows


def _carrying(ids: Sequence[int]) -> str:
    """Those of so many lines that carry a recurring duty whose periods are counted in their place."""
    return (
        f"SELECT assignment_id FROM assignment_line WHERE assignment_id IN ({placeholders(ids)})"
        f" AND {carries_periods('assignment_line')}"
    )


def counts(ask: Asking, year: int | None, today: date, as_of: AsOf) -> Counts:
    """The figures of one year's register, or of all: directives, lines of every role, overdue lead lines, the chips."""
    narrow, values = ("", []) if year is None else (" AND year = ?", [year])
    prefix = as_of.at(today)
    directives, given, incomplete, not_passed_on = ask.first(
        f"{prefix}SELECT count(*), coalesce(sum(given), 0), coalesce(sum(incomplete), 0), coalesce(sum(not_passed_on), 0)"
        f" FROM register_line WHERE shelf = {IN_REGISTER}{narrow}", values,
    )  # fmt: skip
    overdue = ask.value(
        f"{prefix}SELECT count(*) FROM assignment_line JOIN register_line USING (directive_id)"
        f" WHERE state = 'open' AND role = 'lead' AND due < ? AND shelf = {IN_REGISTER}{narrow}",
        [today.isoformat(), *values],
    )  # fmt: skip
    return Counts(directives, given, overdue, incomplete, not_passed_on)


def _records(ask: Asking, kind: type[R], ids: Sequence[int] | set[int]) -> dict[int, R]:
    mapping, found = mapping_of(kind), dict[int, R]()
    for part in batches(ids):
        for row in ask.rows(f"{mapping.select} WHERE id IN ({placeholders(part)})", part):
            found[row[-2]] = mapping.record_of(row)
    return found
