"""Derived rows of one operation, kept in step with every put and drop.

What a change makes stale is only noted; it is made anew in one go before anything reads it and before the commit,
so that an operation of five hundred rows pays once.
"""

import sqlite3
from typing import Any

from district_desk.domain.changes import Entity
from district_desk.store.codec import Mapping, Row
from district_desk.store.connections import placeholders
from district_desk.store.search_index import SEARCHED, rebuild_search, settle_search
from district_desk.store.standings import batches, settle_lines, settle_register


class Derived:
    """Keeps the derived rows of one operation in step."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._lines: set[int] = set()
        self._directives: set[int] = set()
        self._words: dict[tuple[Entity, int], Row | None] = {}

    def note(self, mapping: Mapping[Any], row_id: int, before: Row | None, after: Row | None) -> None:
        """A record changed from the first row to the second."""
        entity = mapping.entity
        if entity in SEARCHED:
            self._words.setdefault((entity, row_id), before)
        if entity is Entity.DIRECTIVE:
            self._directives.add(row_id)
        elif entity is Entity.ASSIGNMENT:
            self._lines.add(row_id)
        elif entity is Entity.EVENT:
            self._lines |= _values(mapping, "assignment_id", before, after)
        if entity in (Entity.ITEM, Entity.ASSIGNMENT):
            self._directives |= _values(mapping, "directive_id", before, after)

    def settle(self) -> None:
        """Make anew what was noted."""
        if self._lines:
            self._directives |= _directives_of(self._connection, self._lines)
            settle_lines(self._connection, self._lines)
            self._lines = set()
        if self._directives:
            settle_register(self._connection, self._directives)
            self._directives = set()
        for (entity, row_id), before in self._words.items():
            settle_search(self._connection, entity, row_id, before)
        self._words = {}


def rebuild(connection: sqlite3.Connection) -> None:
    """Make every derived row of the file anew, inside the caller's transaction."""
    connection.execute("DELETE FROM assignment_line")
    connection.execute("DELETE FROM register_line")
    settle_lines(connection, _all_ids(connection, "SELECT id FROM assignment"))
    settle_register(connection, _all_ids(connection, "SELECT id FROM directive"))
    rebuild_search(connection)


def _all_ids(connection: sqlite3.Connection, sql: str) -> list[int]:
    return [row[0] for row in connection.execute(sql)]


def _directives_of(connection: sqlite3.Connection, lines: set[int]) -> set[int]:
    """The directives of assignments that had an event; those that were put or dropped are noted with them."""
    found: set[int] = set()
    for part in batches(lines):
        sql = f"SELECT directive_id FROM assignment WHERE id IN ({placeholders(part)})"  # noqa: S608 (? only)
        found.update(row[0] for row in connection.execute(sql, part))
    return found


def _values(mapping: Mapping[Any], column: str, *rows: Row | None) -> set[int]:
    place = mapping.columns.index(column)
    return {int(row[place] or 0) for row in rows if row is not None}
