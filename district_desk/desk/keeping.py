"""Keeping what was written: undo and redo, the journal, snapshots and their restoring, the check of the files."""

from typing import Final

from district_desk.desk.office_desk import Desk
from district_desk.domain.changes import Changes, Entity
from district_desk.domain.listing import FieldChange, Operation
from district_desk.domain.problems import NothingToUndo

FOUNDING: Final = frozenset({"create_office"})
"""Operations that are never taken back: before them there was no office."""


def undo(desk: Desk) -> Changes:
    """Take the newest operation back, as a new one.

    Raises:
        NothingToUndo: there is none.
        UndoRefused: its records were changed since.
    """
    if undoable(desk) is None:
        raise NothingToUndo("undo")
    return desk.noticed(desk.store.undo(officer=desk.office.officer, at=desk.now()))


def redo(desk: Desk) -> Changes:
    """Do again what was last taken back.

    Raises:
        NothingToUndo, UndoRefused: as :func:`undo`.
    """
    return desk.noticed(desk.store.redo(officer=desk.office.officer, at=desk.now()))


def undo_operation(desk: Desk, operation_id: int) -> Changes:
    """Take an earlier operation back, while nothing that it wrote was changed since.

    Raises:
        UndoRefused: something was.
    """
    operation = desk.store.reading().operation(operation_id)
    if operation.kind in FOUNDING:
        raise NothingToUndo("undo")
    return desk.noticed(desk.store.undo_operation(operation_id, officer=desk.office.officer, at=desk.now()))


def undoable(desk: Desk) -> Operation | None:
    """What :func:`undo` would take back."""
    operation = desk.store.reading().can_undo()
    return None if operation is None or operation.kind in FOUNDING else operation


def redoable(desk: Desk) -> Operation | None:
    """What :func:`redo` would do again."""
    return desk.store.reading().can_redo()


def journal(desk: Desk, *, limit: int = 500, before: int | None = None) -> list[Operation]:
    """The newest operations, newest first; ``before`` continues after an earlier page."""
    return desk.store.reading().operations(limit, before)


def history(desk: Desk, entity: Entity, record_id: int) -> list[FieldChange]:
    """What happened to one record, field by field, oldest first."""
    return desk.store.reading().history_of(entity, record_id)
