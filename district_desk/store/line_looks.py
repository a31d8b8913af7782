"""The looks beside the list: the lines of a matrix items × units in one question, how many fall due on each day."""

# ruff: noqa: S608 (what is set into a statement is ours: names, numbers, question marks; values are bound)

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from district_desk.domain.assignments import Role, Standing
from district_desk.domain.listing import AssignmentFilter
from district_desk.domain.task_looks import DueDay, MatrixLine
from district_desk.store.as_of import AsOf
from district_desk.store.connections import Asking, placeholders
from district_desk.store.line_standings import standings
from district_desk.store.line_terms import line_terms
from district_desk.store.standings import NO_DATE

_LINES_AN_ITEM: Final = 60
"""So many lines an item are read ahead: an office gives an item to its communes and rooms, seldom to more."""

_ORDER: Final = "ORDER BY due, directive_id, item_id, assignment_id"

_ROLES: Final = {role.value: role for role in Role}

_COLUMNS: Final = "assignment_id, directive_id, item_id, unit_id, role, state, due, done"


def matrix_lines(
    ask: Asking, wanted: AssignmentFilter, day: date, as_of: AsOf, items: int
) -> tuple[list[MatrixLine], bool]:
    """The lines of the first items that the filter meets, by due date, and whether there are more items.

    Which items these are is read from an index alone; then one question brings all their lines, so that no item lacks
    one.
    """
    terms, values = line_terms(wanted, day)
    prefix, most = as_of.at(day), items * _LINES_AN_ITEM
    first = f"SELECT item_id FROM assignment_line WHERE {terms} {_ORDER} LIMIT {most}"
    ahead = ask.ids(prefix + first, values)
    found = list(dict.fromkeys(ahead))
    chosen, cut = found[:items], len(found) > items or len(ahead) == most
    sql = f"SELECT {_COLUMNS} FROM assignment_line WHERE item_id IN ({placeholders(chosen)}) AND {terms} {_ORDER}"
    stands = standings(day)
    return [_line(row, stands) for row in ask.rows(prefix + sql, [*chosen, *values])], cut


def due_days(ask: Asking, wanted: AssignmentFilter, day: date, as_of: AsOf) -> list[DueDay]:
    """How many lines fall due on each day of the filter's due range, open and done; without a date none is counted."""
    terms, values = line_terms(wanted, day)
    sql = (
        f"{as_of.at(day)}SELECT due, sum(state = 'open'), sum(state = 'done') FROM assignment_line"
        f" WHERE {terms} AND due <> '{NO_DATE}' AND state IN ('open', 'done') GROUP BY due ORDER BY due"
    )
    return [DueDay(date.fromisoformat(due), is_open, done) for due, is_open, done in ask.rows(sql, values)]


def _line(row: Any, stands: Callable[[str, str, str, str], Standing]) -> MatrixLine:
    assignment_id, directive_id, item_id, unit_id, role, state, due, done = row
    return MatrixLine(assignment_id, directive_id, item_id, unit_id, _ROLES[role], stands(role, state, due, done))
