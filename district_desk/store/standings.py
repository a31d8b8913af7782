"""Derived rows of lists: where a directive stands in the register, how its lines stand.

The truth about a line is :func:`district_desk.domain.assignments.standing`, computed from dated events; these rows keep
its answer with every event known, so that thousands of lines are counted and ordered by an index. A row holds for any
day from its ``last_event`` on, which is the last of its dates, the day on which it was given among them;
:mod:`district_desk.store.as_of` sees to the days before.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, Final

from district_desk.domain.assignments import Assignment, Event, Standing, State, standing
from district_desk.domain.directives import Directive, Source, missing
from district_desk.domain.notation import comparable
from district_desk.domain.vietnamese import sort_key
from district_desk.store.codec import mapping_of
from district_desk.store.connections import placeholders
from district_desk.store.recurring_duties import carries_periods

NO_DATE: Final = "~"
"""Stands after every ISO date, in comparisons as in order."""

IN_REGISTER: Final = 0
FOR_REFERENCE: Final = 1
IN_BIN: Final = 2

BATCH: Final = 500

Line = tuple[int, int, int, int, str, str, str, str, str]
"""A row of assignment_line."""

_STATES: Final = {
    State.DONE_IN_TIME: "done",
    State.DONE_LATE: "done",
    State.DONE_NO_DUE: "done",
    State.RUNNING: "open",
    State.OVERDUE: "open",
    State.RUNNING_NO_DUE: "open",
    State.RECALLED: "recalled",
    State.INFORMED: "informed",
}

_FIGURES: Final = (
    "SELECT directive_id, sum(state <> 'recalled'), sum(role = 'lead' AND state <> 'recalled'),"
    " sum(role = 'lead' AND state = 'done'), sum(role = 'lead' AND state = 'open'),"
    " min(iif(role = 'lead' AND state = 'open', due, '~')), max(last_event)"
)
_TASKS: Final = "SELECT directive_id, count(*) FROM item WHERE kind = 'task'"
NO_FIGURES: Final = (0, 0, 0, 0, NO_DATE, "")


def settle_lines(connection: sqlite3.Connection, ids: Iterable[int]) -> None:
    """Make the rows of these assignments anew; one that is gone loses its row."""
    for part in batches(ids):
        here = placeholders(part)
        connection.execute(f"DELETE FROM assignment_line WHERE assignment_id IN ({here})", part)  # noqa: S608 (? only)
        write_lines(connection, "assignment_line", lines_at(connection, part, date.max))


def lines_at(connection: sqlite3.Connection, ids: Sequence[int], day: date) -> Iterator[Line]:
    """The rows of these assignments as they stood on that day; one not given by then has none. At most :data:`BATCH`."""
    mapping, here = mapping_of(Assignment), placeholders(ids)
    sql = f"{mapping.select} WHERE id IN ({here}) AND (given IS NULL OR given <= ?)"
    lines = [mapping.record_of(row) for row in connection.execute(sql, (*ids, day.isoformat())).fetchall()]
    events = events_of(connection, [line.id for line in lines])
    for line in lines:
        own = events.get(line.id, ())
        yield line_of(line, standing(line, own, day), last_date(line, own))


def events_of(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, list[Event]]:
    """The events of these assignments; at most :data:`BATCH` ids."""
    mapping, found = mapping_of(Event), defaultdict[int, list[Event]](list)
    for row in connection.execute(f"{mapping.select} WHERE assignment_id IN ({placeholders(ids)})", ids).fetchall():
        event = mapping.record_of(row)
        found[event.assignment_id].append(event)
    return found


def last_date(assignment: Assignment, events: Iterable[Event]) -> date | None:
    """The day from which on nothing new is known of the line; None where it has no date at all."""
    days = [event.on for event in events]
    return max([*days, assignment.given] if assignment.given else days, default=None)


def line_of(assignment: Assignment, stands: Standing, last: date | None) -> Line:
    """The row of assignment_line that tells a standing."""
    return (
        assignment.id,
        assignment.directive_id,
        assignment.item_id,
        assignment.unit_id,
        assignment.role.value,
        _STATES[stands.state],
        stands.due.isoformat() if stands.due else NO_DATE,
        stands.done.isoformat() if stands.done else "",
        last.isoformat() if last else "",
    )


def write_lines(connection: sqlite3.Connection, table: str, lines: Iterable[Line]) -> None:
    """Add rows to a table of that shape."""
    connection.executemany(f"INSERT INTO {table} VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", lines)  # noqa: S608 (a name)


def settle_register(connection: sqlite3.Connection, ids: Iterable[int]) -> None:
    """Make the rows of these directives anew, after their lines."""
    for part in batches(ids):
        here = placeholders(part)
        connection.execute(f"DELETE FROM register_line WHERE directive_id IN ({here})", part)  # noqa: S608 (? only)
        write_register(connection, "register_line", register_rows(connection, part))


def register_rows(connection: sqlite3.Connection, ids: Sequence[int]) -> list[tuple[Any, ...]]:
    """The rows of register_line that directives, items and lines make; at most :data:`BATCH` ids."""
    mapping = mapping_of(Directive)
    items, figures = _tasks(connection, ids), figures_of(connection, "assignment_line", ids)
    rows = connection.execute(f"{mapping.select} WHERE id IN ({placeholders(ids)})", ids).fetchall()
    return [
        (*place_of(one), items.get(one.id, 0), *figures.get(one.id, NO_FIGURES)) for one in map(mapping.record_of, rows)
    ]


def write_register(connection: sqlite3.Connection, table: str, rows: Iterable[Sequence[Any]]) -> None:
    """Add rows to a table of the shape of register_line."""
    places = ", ".join("?" * 19)
    connection.executemany(f"INSERT INTO {table} VALUES ({places})", rows)  # noqa: S608 (a name)


def figures_of(connection: sqlite3.Connection, lines: str, ids: Sequence[int]) -> dict[int, tuple[Any, ...]]:
    """Given, lead lines, done, running, next due, last event of these directives, from a table of lines."""
    sql = (
        f"{_FIGURES} FROM {lines} AS line WHERE directive_id IN ({placeholders(ids)})"
        f" AND NOT {carries_periods('line', lines)} GROUP BY directive_id"
    )
    return {row[0]: row[1:] for row in connection.execute(sql, ids)}


def place_of(directive: Directive) -> tuple[str | int, ...]:
    """What the register orders and filters a directive by: the first twelve columns of its row."""
    shelf = IN_BIN if directive.binned_on else FOR_REFERENCE if directive.reference_only else IN_REGISTER
    notation = directive.notation
    ordered = directive.arrival_number if directive.arrival_number is not None else notation.ordinal
    received = directive.source is Source.RECEIVED and not directive.reference_only
    return (
        directive.id,
        shelf,
        year_of(directive),
        directive.source.value,
        ordered,
        directive.arrival_suffix,
        directive.issued.isoformat() if directive.issued else "",
        _ordered(directive.issuer),
        f"{_ordered(directive.symbol)}\u0002{notation.ordinal:08}\u0002{directive.number}",
        comparable(str(notation)) if directive.number else "",
        int(bool(missing(directive))),
        int(received and directive.passed_on is None),
    )


def year_of(directive: Directive) -> int:
    """The register's year, or that of the document's date; 0 where neither is known."""
    day = directive.arrived or directive.issued
    return directive.arrival_year or (day.year if day else 0)


def batches(ids: Iterable[int]) -> Iterator[list[int]]:
    """The ids in order, so many at a time as a statement takes well."""
    ordered = sorted(ids)
    for start in range(0, len(ordered), BATCH):
        yield ordered[start : start + BATCH]


def _tasks(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, int]:
    sql = f"{_TASKS} AND directive_id IN ({placeholders(ids)}) GROUP BY directive_id"
    return dict(connection.execute(sql, ids).fetchall())


@lru_cache(maxsize=4096)
def _ordered(text: str) -> str:
    return sort_key(text)
