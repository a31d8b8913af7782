"""Lists "tính đến ngày …": the derived rows as they stood on a day.

Derived rows tell what every event known makes of a line, so they hold for any day from the line's last event on. For
an earlier day the lines concerned are computed from their events, by the one rule of the domain, and laid over the
derived rows for the question that is asked; a line that was given later is not laid, and so is not there.
"""

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import Final

from district_desk.store.connections import Asking, placeholders
from district_desk.store.faults import explained
from district_desk.store.standings import NO_FIGURES, batches, figures_of, lines_at, write_lines, write_register

_MAKE: Final = (
    "CREATE TEMP TABLE IF NOT EXISTS line_later (assignment_id INTEGER PRIMARY KEY)",
    "CREATE TEMP TABLE IF NOT EXISTS line_then AS SELECT * FROM main.assignment_line WHERE 0",
    "CREATE TEMP TABLE IF NOT EXISTS register_then AS SELECT * FROM main.register_line WHERE 0",
    """CREATE TEMP VIEW IF NOT EXISTS lines_as_of AS SELECT * FROM main.assignment_line
    WHERE assignment_id NOT IN (SELECT assignment_id FROM temp.line_later) UNION ALL SELECT * FROM temp.line_then""",
    """CREATE TEMP VIEW IF NOT EXISTS register_as_of AS SELECT * FROM main.register_line
    WHERE directive_id NOT IN (SELECT directive_id FROM temp.register_then) UNION ALL SELECT * FROM temp.register_then""",
    "DELETE FROM temp.line_later",
    "DELETE FROM temp.line_then",
    "DELETE FROM temp.register_then",
)

_LATER: Final = "SELECT assignment_id FROM main.assignment_line WHERE last_event <> '' AND last_event > ?"
"""The first term only tells the planner that the partial index will do."""

_CONCERNED: Final = (
    "SELECT DISTINCT directive_id FROM main.assignment_line"
    " WHERE assignment_id IN (SELECT assignment_id FROM temp.line_later)"
)

_LAID_OVER: Final = (
    "WITH assignment_line AS (SELECT * FROM temp.lines_as_of), register_line AS (SELECT * FROM temp.register_as_of) "
)

_FIRST_FIGURE: Final = 13
"""Of the columns of register_line, the first that depends on the lines."""


class AsOf:
    """The derived rows of one connection, on the day that is asked for."""

    __slots__ = ("_ask", "_prefix", "_seen")

    def __init__(self, ask: Asking) -> None:
        self._ask = ask
        self._seen: tuple[date, int, int] | None = None
        self._prefix = ""

    def at(self, day: date) -> str:
        """The words to put before a SELECT on derived rows; none where they hold for that day as they are."""
        if self._seen != self._now(day):
            self._prefix = self._lay_over(day)
            self._seen = self._now(day)
        return self._prefix

    def _now(self, day: date) -> tuple[date, int, int]:
        """Changes with the day, with what others commit, and with what this connection writes."""
        return day, self._ask.value("PRAGMA data_version"), self._ask.connection.total_changes

    def _lay_over(self, day: date) -> str:
        later = self._ask.ids(_LATER, (day.isoformat(),))
        if not later:
            return ""
        with explained(self._ask.path):
            for statement in _MAKE:
                self._ask.connection.execute(statement)
            _lay_lines(self._ask.connection, later, day)
            _lay_register(self._ask.connection)
        return _LAID_OVER


def _lay_lines(connection: sqlite3.Connection, ids: Iterable[int], day: date) -> None:
    for part in batches(ids):
        connection.executemany("INSERT INTO temp.line_later VALUES (?)", ((one,) for one in part))
        write_lines(connection, "temp.line_then", lines_at(connection, part, day))


def _lay_register(connection: sqlite3.Connection) -> None:
    concerned = [row[0] for row in connection.execute(_CONCERNED)]
    for part in batches(concerned):
        figures = figures_of(connection, "temp.lines_as_of", part)
        sql = f"SELECT * FROM main.register_line WHERE directive_id IN ({placeholders(part)})"  # noqa: S608 (? only)
        rows = connection.execute(sql, part).fetchall()
        write_register(
            connection, "temp.register_then", [(*row[:_FIRST_FIGURE], *figures.get(row[0], NO_FIGURES)) for row in rows]
        )
