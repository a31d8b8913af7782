"""The office's file: opened for reading by any thread, written by one operation at a time.

To open it costs a look at its header and a few pragmas; the connection that writes, and the library that migrates,
wait until they are needed, so that the window comes first.
"""

import sqlite3
import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from pathlib import Path

from district_desk.domain.changes import Changes
from district_desk.domain.listing import Operation, Snapshot
from district_desk.domain.problems import NothingToUndo
from district_desk.store import derived, journal, opening, snapshots
from district_desk.store.connections import open_reader, open_writer
from district_desk.store.faults import explained
from district_desk.store.reading import Reader
from district_desk.store.writing import Writing


class Store:
    """The records of one office. Make one with :meth:`create` or :meth:`open`, end it with :meth:`close`."""

    def __init__(self, path: Path, *, machine: str = "") -> None:
        self.path = path
        self._machine = machine
        self._turn = threading.Lock()
        self._writing_thread: int | None = None
        self._writer: sqlite3.Connection | None = None
        self._mine = threading.local()
        self._day_kept: date | None = None
        self._readers: weakref.WeakSet[Reader] = weakref.WeakSet()

    @classmethod
    def create(cls, path: Path, *, machine: str = "") -> "Store":
        """A new, empty office file. UnopenableOffice(EXISTS) where there is one already."""
        opening.make_new(path)
        return cls.open(path, machine=machine)

    @classmethod
    def open(cls, path: Path, *, machine: str = "", at: datetime | None = None) -> "Store":
        """An existing office file. UnopenableOffice with the reason where it is missing, foreign, newer or damaged.

        A file of an earlier version is brought up to date first, after a snapshot dated ``at`` (left out: now).
        """
        opening.check_openable(path)
        if opening.is_earlier(path):
            snapshots.take(path, snapshots.BEFORE_MIGRATION, at or datetime.now())  # noqa: DTZ005 (office time)
            opening.bring_up_to_date(path)
        return cls(path, machine=machine)

    def reading(self) -> Reader:
        """The reader of the calling thread."""
        reader: Reader | None = getattr(self._mine, "reader", None)
        if reader is None:
            reader = Reader(open_reader(self.path), self.path)
            self._mine.reader = reader
            self._readers.add(reader)
        return reader

    @contextmanager
    def writing(self, kind: str, *, officer: str, at: datetime, subject: str = "") -> Iterator[Writing]:
        """One operation: a block in which records may be put and dropped, kept as a whole or not at all.

        ``kind`` is the use case's name; ``at`` the office's own time. Other threads wait for their turn; an operation
        inside an operation is a fault.
        """
        with self._one_at_a_time(kind):
            connection = self._connection()
            self._keep_a_copy_of_the_day(connection, at)
            entry = journal.Entry(kind, officer, self._machine, at, subject)
            with explained(self.path):
                connection.execute("BEGIN IMMEDIATE")
            writing = Writing(connection, self.path, entry)
            try:
                yield writing
                writing.finish()
                with explained(self.path):
                    connection.execute("COMMIT")
            except BaseException:
                self._roll_back(connection)
                raise
            finally:
                writing.close()

    def undo(self, *, officer: str, at: datetime) -> Changes:
        """Take the newest operation back. NothingToUndo; UndoRefused where its rows were changed since."""
        return self._reverse(Reader.can_undo, journal.UNDO, officer, at)

    def redo(self, *, officer: str, at: datetime) -> Changes:
        """Do again what was last taken back, as long as nothing new was done since."""
        return self._reverse(Reader.can_redo, journal.REDO, officer, at)

    def undo_operation(self, operation_id: int, *, officer: str, at: datetime) -> Changes:
        """Take that operation back, be it the newest or not, as long as its rows are still as it left them."""
        return self._reverse(lambda reader: reader.operation(operation_id), journal.UNDO, officer, at)

    def snapshot(self, *, at: datetime, reason: str = snapshots.ASKED) -> Snapshot:
        """A checked copy of the whole file, in the folder ``snapshots`` beside it."""
        return snapshots.take(self.path, reason, at)

    def rebuild_derived(self) -> None:
        """Make everything anew that lists and search keep beside the records."""
        with self._one_at_a_time("rebuild_derived"):
            connection = self._connection()
            with explained(self.path):
                connection.execute("BEGIN IMMEDIATE")
                try:
                    derived.rebuild(connection)
                    connection.execute("COMMIT")
                except BaseException:
                    self._roll_back(connection)
                    raise

    def close(self) -> None:
        """Let go of the file. What was written is in it."""
        for reader in list(self._readers):
            reader.close()
        self._readers.clear()
        self._mine = threading.local()
        with self._turn:
            if self._writer is not None:
                self._writer.close()
                self._writer = None

    def _reverse(
        self, target_of: Callable[[Reader], Operation | None], direction: str, officer: str, at: datetime
    ) -> Changes:
        target = target_of(self.reading())
        if target is None:
            raise NothingToUndo(direction)
        with self.writing(journal.kind_of_reversal(target), officer=officer, at=at, subject=target.subject) as writing:
            writing.take_back(target)
            writing.note(count=target.count)
        return writing.changes

    @contextmanager
    def _one_at_a_time(self, kind: str) -> Iterator[None]:
        if self._writing_thread == threading.get_ident():
            raise RuntimeError(f"{kind}: an operation is already being written by this thread")
        with self._turn:
            self._writing_thread = threading.get_ident()
            try:
                yield
            finally:
                self._writing_thread = None

    def _connection(self) -> sqlite3.Connection:
        if self._writer is None:
            self._writer = open_writer(self.path)
        return self._writer

    def _keep_a_copy_of_the_day(self, connection: sqlite3.Connection, at: datetime) -> None:
        """Before the first change of a day, a snapshot of how the last one left the office."""
        day, folder = at.date(), self.path.parent
        if day == self._day_kept:
            return
        with explained(self.path):
            is_new = connection.execute("SELECT 1 FROM operation LIMIT 1").fetchone() is None
        if not is_new and not snapshots.has_one_of(folder, day):
            snapshots.take(self.path, snapshots.DAILY, at)
            snapshots.thin(folder, day)
        self._day_kept = day

    def _roll_back(self, connection: sqlite3.Connection) -> None:
        """Back to before the block. SQLite may have done so already; a connection that cannot is given up."""
        with suppress(sqlite3.Error):
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        if connection.in_transaction:
            connection.close()
            self._writer = None
