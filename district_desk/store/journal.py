"""The journal: history, audit trail and undo stack in one.

Every operation that changed something has a line (``operation``), and every row that it touched a pair of images
(``change``). To take an operation back is to replay its before-images, last first, as a new operation, after making
sure that every row is still as the operation left it. Taking back what took back is doing again; both survive a
restart, because nothing of this lives in memory.

An operation's ``kind`` is the verb of its use case. One that takes another back is called ``undo:<kind>``, one
that does it again ``redo:<kind>``.
"""

import sqlite3
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from district_desk.domain.changes import Entity
from district_desk.domain.listing import FieldChange, Operation
from district_desk.domain.problems import NotFound, NothingToUndo
from district_desk.store.codec import Row, mapping_of_entity
from district_desk.store.connections import Asking

UNDO: Final = "undo"
REDO: Final = "redo"

_SELECT: Final = "SELECT id, kind, at, officer, machine, subject, count, undone_by, undoes FROM operation"


@dataclass(slots=True)
class Entry:
    """The line of the operation that is being written; it gets an id with its first change."""

    kind: str
    officer: str
    machine: str
    at: datetime
    subject: str = ""
    count: int | None = None
    undoes: int | None = None
    id: int = 0

    def add(
        self, connection: sqlite3.Connection, entity: Entity, row_id: int, images: tuple[str | None, str | None]
    ) -> None:
        """Note that a row changed from the first image to the second."""
        if not self.id:
            self._begin(connection)
        connection.execute(
            "INSERT INTO change (operation_id, entity, row_id, before, after) VALUES (?, ?, ?, ?, ?)",
            (self.id, entity.value, row_id, *images),
        )

    def finish(self, connection: sqlite3.Connection, rows: int) -> None:
        """Write the subject and the count as they stand at the end; the count is that of rows where none was noted."""
        if self.count is None:
            self.count = rows
        if self.id:
            values = (self.subject, self.count, self.id)
            connection.execute("UPDATE operation SET subject = ?, count = ? WHERE id = ?", values)

    def _begin(self, connection: sqlite3.Connection) -> None:
        cursor = connection.execute(
            "INSERT INTO operation (kind, officer, machine, at, subject, count, undoes) VALUES (?, ?, ?, ?, ?, 0, ?)",
            (self.kind, self.officer, self.machine, self.at.isoformat(timespec="seconds"), self.subject, self.undoes),
        )
        self.id = cursor.lastrowid or 0


@dataclass(frozen=True, slots=True)
class Step:
    """One row change to replay: the row as the operation left it, and as it was before."""

    entity: Entity
    row_id: int
    left: Row | None
    before: Row | None


def operation(ask: Asking, operation_id: int) -> Operation:
    """That line of the journal, or NotFound."""
    row = ask.first(f"{_SELECT} WHERE id = ?", (operation_id,))
    if row is None:
        raise NotFound("operation", str(operation_id))
    return _operation(row)


def operations(ask: Asking, limit: int, before: int | None) -> list[Operation]:
    """The newest lines, from the one before ``before`` on."""
    last = before if before is not None else 1 << 62
    sql = f"{_SELECT} WHERE id < ? ORDER BY id DESC LIMIT ?"
    return [_operation(row) for row in ask.rows(sql, (last, limit))]


def next_to_undo(ask: Asking) -> Operation | None:
    """The newest operation that stands and is not itself a taking back."""
    sql = f"{_SELECT} WHERE undoes IS NULL AND undone_by IS NULL ORDER BY id DESC LIMIT 1"
    row = ask.first(sql)
    return row and _operation(row)


def next_to_redo(ask: Asking) -> Operation | None:
    """The newest taking back that stands, as long as nothing new was done after it."""
    newest = ask.value("SELECT max(id) FROM operation WHERE undoes IS NULL") or 0
    sql = f"{_SELECT} WHERE undone_by IS NULL AND kind LIKE 'undo:%' AND id > ? ORDER BY id DESC LIMIT 1"
    row = ask.first(sql, (newest,))
    return row and _operation(row)


def kind_of_reversal(target: Operation) -> str:
    """What an operation that takes ``target`` back is called."""
    direction, _, kind = target.kind.rpartition(":")
    return f"{REDO if direction == UNDO else UNDO}:{kind}"


def steps_back(ask: Asking, target: Operation) -> list[Step]:
    """What must be replayed to take ``target`` back, last change first. NothingToUndo where that was done already."""
    if target.undone:
        raise NothingToUndo(UNDO)
    sql = "SELECT entity, row_id, after, before FROM change WHERE operation_id = ? ORDER BY id DESC"
    return [
        Step(Entity(entity), row_id, _row(entity, left), _row(entity, before))
        for entity, row_id, left, before in ask.rows(sql, (target.id,))
    ]


def later_kind(ask: Asking, target: Operation, entity: Entity, row_id: int) -> str:
    """The kind of the newest operation after ``target`` that changed that row; empty where there is none."""
    sql = (
        "SELECT operation.kind FROM change JOIN operation ON operation.id = operation_id"
        " WHERE entity = ? AND row_id = ? AND operation_id > ? ORDER BY change.id DESC LIMIT 1"
    )
    return ask.value(sql, (entity.value, row_id, target.id)) or ""


def mark_undone(connection: sqlite3.Connection, target: Operation, by: int) -> None:
    """Note that ``by`` took ``target`` back; what ``target`` had taken back stands again, and so on down the chain."""
    falls: int | None = target.id
    while falls is not None:
        _set_undone(connection, falls, by)
        stands = _undone_of(connection, falls)
        if stands is None:
            return
        _set_undone(connection, stands, None)
        falls, by = _undone_of(connection, stands), stands


def _undone_of(connection: sqlite3.Connection, operation_id: int) -> int | None:
    row = connection.execute("SELECT undoes FROM operation WHERE id = ?", (operation_id,)).fetchone()
    return None if row is None else row[0]


def _set_undone(connection: sqlite3.Connection, operation_id: int, by: int | None) -> None:
    connection.execute("UPDATE operation SET undone_by = ? WHERE id = ?", (by, operation_id))


def history(ask: Asking, entity: Entity, record_id: int) -> list[FieldChange]:
    """What became of a record, oldest first. Its making and its end are changes of its ``uid``, from and to nothing."""
    sql = (
        "SELECT before, after, operation.id, kind, at, officer, machine, subject, count, undone_by, undoes"
        " FROM change JOIN operation ON operation.id = operation_id"
        " WHERE entity = ? AND row_id = ? ORDER BY change.id"
    )
    found: list[FieldChange] = []
    for before, after, *line in ask.rows(sql, (entity.value, record_id)):
        done = _operation(tuple(line))
        found += _field_changes(done, entity, record_id, (_row(entity, before), _row(entity, after)))
    return found


def _field_changes(
    done: Operation, entity: Entity, record_id: int, rows: tuple[Row | None, Row | None]
) -> list[FieldChange]:
    columns = mapping_of_entity(entity).columns
    before, after = rows
    if before is None or after is None:
        names: list[tuple[str, Any, Any]] = [("uid", before and before[-1], after and after[-1])]
    else:
        names = [(*pair,) for pair in zip(columns, before, after, strict=True) if pair[1] != pair[2]]
    return [FieldChange(done, entity, record_id, name, _text(old), _text(new)) for name, old, new in names]


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _row(entity: str, image: str | None) -> Row | None:
    return None if image is None else mapping_of_entity(Entity(entity)).row_of_image(image)


def _operation(row: tuple[Any, ...]) -> Operation:
    number, kind, at, officer, machine, subject, count, undone_by, undoes = row
    when = datetime.fromisoformat(at)
    return Operation(number, kind, when, officer, machine, subject, count, undone_by is not None, undoes)
