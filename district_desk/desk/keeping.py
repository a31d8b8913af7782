"""Keeping what was written: undo and redo, the journal, snapshots and their restoring, the check of the files."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from district_desk.desk.instance import Instance
from district_desk.desk.office_desk import OFFICE_FILE, Clock, Desk
from district_desk.desk.place import check_place
from district_desk.domain.changes import Changes, Entity
from district_desk.domain.listing import CheckFinding, FieldChange, Operation, Snapshot
from district_desk.domain.problems import NotFound, NothingToUndo
from district_desk.store import checking
from district_desk.store import snapshots as kept

_CLOCKS_DIFFER: Final = timedelta(minutes=15)
FOUNDING: Final = frozenset({"create_office"})
"""Operations that are never taken back: before them there was no office."""


def written_after_now(desk: Desk) -> datetime | None:
    """The moment of the newest operation where the machine's clock stands before it, as it must not; None else.

    Two machines differ by minutes without harm; an example office lives on its own day.
    """
    newest = desk.store.reading().operations(limit=1)
    if desk.office.example_day or not newest or newest[0].at - desk.now() <= _CLOCKS_DIFFER:
        return None
    return newest[0].at


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


def backup(desk: Desk) -> Snapshot:
    """A checked copy of the office's file, taken now and kept until a person removes it.

    Raises:
        DiskFull, ReadOnly: nothing was left behind.
    """
    return desk.store.snapshot(at=desk.now())


def snapshots(source: Desk | Path) -> list[Snapshot]:
    """The snapshots of an office, by its desk or its folder, newest first."""
    return kept.snapshots(source.folder if isinstance(source, Desk) else source)


def restore(folder: Path, name: str, *, clock: Clock = datetime.now) -> Snapshot:
    """Put a snapshot in the place of the office's file; returns the copy that was made of what was there before.

    The office must not be open: close its desk first, and open it again afterwards.

    Raises:
        NotFound: no such folder or snapshot.
        UnopenableOffice: the office is open elsewhere, or the snapshot cannot be used; the file is as it was.
    """
    if not folder.is_dir():
        raise NotFound("path", str(folder))
    check_place(folder)
    instance = Instance(folder, clock())
    try:
        return kept.restore(folder / OFFICE_FILE, name, clock())
    finally:
        instance.release()


def check(desk: Desk) -> list[CheckFinding]:
    """Whether everything that the office's file says hangs together; empty: all is well."""
    return checking.check(desk.store.path)


def is_harmless(finding: CheckFinding) -> bool:
    """Whether a finding is no damage: a kept file that no record knows, because its entry was taken back."""
    return finding.fact == "file_unknown"
