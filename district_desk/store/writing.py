"""One operation on the office's file: everything in it is kept, or nothing.

:meth:`Writing.put` and :meth:`Writing.drop` are the only ways to touch a record. Each notes the row before and
after in the journal and keeps the derived rows in step; outside the block that opened it, a Writing refuses.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from district_desk.domain.changes import Changes, Entity
from district_desk.domain.listing import Operation
from district_desk.domain.problems import BadValue, InUse, NotFound, UndoRefused
from district_desk.store import journal
from district_desk.store.codec import Mapping, R, Row, mapping_of, mapping_of_entity
from district_desk.store.connections import Asking
from district_desk.store.derived import Derived
from district_desk.store.faults import explained
from district_desk.store.reading import Reader

_LEAST_UID: Final = 10**17
_LEANING: Final = frozenset({sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY, sqlite3.SQLITE_CONSTRAINT_TRIGGER})


def new_uid() -> int:
    """Eighteen decimal digits by which a record is known for life, on paper and elsewhere."""
    import secrets  # with OpenSSL behind it, 4 ms and 3 MB that showing a register does not need

    return _LEAST_UID + secrets.randbelow(9 * _LEAST_UID)


class Writing:
    """The open operation. ``reader`` sees what has been written in it so far."""

    def __init__(self, connection: sqlite3.Connection, path: Path, entry: journal.Entry) -> None:
        self._connection = connection
        self._path = path
        self._entry = entry
        self._derived = Derived(connection)
        self._touched: dict[Entity, set[int]] = {}
        self._is_open = True
        self.reader = Reader(connection, path, settle=self._derived.settle)

    def put(self, record: R) -> R:
        """Keep the record: a new row where its id is 0, else its row as it now reads. Returns it as stored.

        A record that reads as before writes nothing. NotFound where the row is gone; BadValue with the field where a
        value must be the only one of its kind and is not.
        """
        mapping = mapping_of(type(record))
        before = self._row(mapping, record.id) if record.id else None
        if not record.uid:
            record = replace(record, uid=before[-1] if before else new_uid())  # type: ignore[type-var]
        elif before is not None and before[-1] != record.uid:
            raise ValueError(f"{mapping.table} {record.id} has another uid")
        row = mapping.row(record)
        with _one_of_a_kind(mapping, row):
            row_id = self._replace(mapping, before, row)
        kept: R = mapping.record_of((*row[:-2], row_id, row[-1]))
        return kept

    def drop(self, record: R) -> None:
        """Remove the record's row. InUse, with how many, where others lean on it."""
        mapping = mapping_of(type(record))
        row = self._row(mapping, record.id)
        try:
            self._replace(mapping, row, None)
        except sqlite3.IntegrityError as error:
            if error.sqlite_errorcode not in _LEANING:
                raise
            name = next(
                (str(said) for each in ("name", "title", "code") if (said := getattr(record, each, ""))), str(record.id)
            )
            raise InUse(mapping.table, name, self._leaning_on(mapping.table, record.id)) from error

    def note(self, *, subject: str = "", count: int | None = None) -> None:
        """Say on what the operation was done and on how many, for its label in the journal."""
        self._must_be_open()
        self._entry.subject = subject or self._entry.subject
        self._entry.count = count if count is not None else self._entry.count

    @property
    def changes(self) -> Changes:
        """What the operation touched; complete once its block has ended."""
        touched = {entity: frozenset(ids) for entity, ids in self._touched.items()}
        entry = self._entry
        count = entry.count if entry.count is not None else self._rows_touched()
        return Changes(entry.kind, entry.id, count, entry.subject, MappingProxyType(touched))

    def take_back(self, target: Operation) -> None:
        """Replay ``target`` backwards. UndoRefused where a row of it was changed since, naming by what."""
        ask = Asking(self._connection, self._path)
        target = journal.operation(ask, target.id)
        steps = journal.steps_back(ask, target)
        self._check_untouched(ask, target, steps)
        self._entry.undoes = target.id
        for step in steps:
            mapping = mapping_of_entity(step.entity)
            try:
                self._replace(mapping, step.left, step.before)
            except sqlite3.IntegrityError as error:
                raise UndoRefused(target.kind, self._newest_kind(ask, target)) from error
        with explained(self._path):
            journal.mark_undone(self._connection, target, self._entry.id)

    def finish(self) -> None:
        """Bring the derived rows and the journal line up to date, just before the commit."""
        with explained(self._path):
            self._derived.settle()
            self._entry.finish(self._connection, self._rows_touched())

    def close(self) -> None:
        """From here on the operation takes nothing more."""
        self._is_open = False

    def _must_be_open(self) -> None:
        if not self._is_open:
            raise RuntimeError(f"{self._entry.kind}: records change only inside the block of Store.writing()")

    def _row(self, mapping: Mapping[Any], row_id: int) -> Row:
        self._must_be_open()
        with explained(self._path):
            sql = f"{mapping.select} WHERE id = ?"
            row: Row | None = self._connection.execute(sql, (row_id,)).fetchone()
        if row is None:
            raise NotFound(mapping.table, str(row_id))
        return row

    def _replace(self, mapping: Mapping[Any], before: Row | None, after: Row | None) -> int:
        """Put ``after`` in the place of ``before`` (None: no row), in the table, the journal and the derived rows."""
        self._must_be_open()
        if before == after:
            return _id_of(before)
        with explained(self._path):
            row_id = _write(self._connection, mapping, before, after)
            if after is not None:
                after = (*after[:-2], row_id, after[-1])
            images = (mapping.image(before) if before else None, mapping.image(after) if after else None)
            self._entry.add(self._connection, mapping.entity, row_id, images)
        self._touched.setdefault(mapping.entity, set()).add(row_id)
        self._derived.note(mapping, row_id, before, after)
        return row_id

    def _check_untouched(self, ask: Asking, target: Operation, steps: list[journal.Step]) -> None:
        seen: set[tuple[Entity, int]] = set()
        for step in steps:
            if (step.entity, step.row_id) in seen:
                continue
            seen.add((step.entity, step.row_id))
            mapping = mapping_of_entity(step.entity)
            sql = f"{mapping.select} WHERE id = ?"
            if ask.first(sql, (step.row_id,)) != step.left:
                raise UndoRefused(target.kind, journal.later_kind(ask, target, step.entity, step.row_id))

    def _newest_kind(self, ask: Asking, target: Operation) -> str:
        sql = "SELECT kind FROM operation WHERE id > ? AND id <> ? ORDER BY id DESC LIMIT 1"
        return ask.value(sql, (target.id, self._entry.id)) or ""

    def _leaning_on(self, table: str, row_id: int) -> int:
        count = 0
        for other in Entity:
            keys = self._connection.execute(f"PRAGMA foreign_key_list({other.value})").fetchall()
            for column in [key[3] for key in keys if key[2] == table]:
                sql = f'SELECT count(*) FROM {other.value} WHERE "{column}" = ?'  # noqa: S608 (names)
                count += self._connection.execute(sql, (row_id,)).fetchone()[0]
        return count

    def _rows_touched(self) -> int:
        return sum(len(ids) for ids in self._touched.values())


def _id_of(row: Row | None) -> int:
    return int(row[-2] or 0) if row is not None else 0


def _write(connection: sqlite3.Connection, mapping: Mapping[Any], before: Row | None, after: Row | None) -> int:
    if after is None:
        row_id = _id_of(before)
        connection.execute(f"DELETE FROM {mapping.table} WHERE id = ?", (row_id,))  # noqa: S608 (a table's name)
        return row_id
    if before is None:
        values = (*after[:-2], after[-2] or None, after[-1])
        cursor = connection.execute(mapping.insert, values)
        return cursor.lastrowid or 0
    changed = [(name, new) for name, old, new in zip(mapping.columns, before, after, strict=True) if old != new]
    settings = ", ".join(f'"{name}" = ?' for name, _ in changed)
    values = (*(new for _, new in changed), _id_of(before))
    connection.execute(f"UPDATE {mapping.table} SET {settings} WHERE id = ?", values)  # noqa: S608 (names)
    return _id_of(before)


@contextmanager
def _one_of_a_kind(mapping: Mapping[Any], row: Row) -> Iterator[None]:
    try:
        yield
    except sqlite3.IntegrityError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_CONSTRAINT_UNIQUE:
            raise
        field = str(error).rpartition(".")[2]
        raise BadValue(field, str(dict(zip(mapping.columns, row, strict=True)).get(field, ""))) from error
