"""Connections to the office's file: one that writes, and as many that only read as there are threads.

Every connection is opened here, so that the pragmas hold everywhere: foreign keys on (SQLite leaves them off),
nothing trusted that a schema might carry, five seconds of patience with a file that another program holds.
Reading goes beside writing (WAL), so a list is never kept waiting by a save.
"""

import sqlite3
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import itemgetter
from pathlib import Path
from typing import Any, Final

from district_desk.domain.problems import Stopped
from district_desk.store.faults import explained

APPLICATION_ID: Final = 0x44444B31
"""Marks the file as ours ("DDK1") for anyone who looks at its header."""

_PATIENCE_MS: Final = 5000
_PRAGMAS: Final = (
    f"PRAGMA busy_timeout = {_PATIENCE_MS}",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_size = -2048",
)
"""Two MiB of pages a connection: there are four, and what one does not keep the system does."""
_STEPS_BETWEEN_STOPS: Final = 2000


def open_writer(path: Path) -> sqlite3.Connection:
    """The connection that writes. Whoever holds it sees to it that one thread at a time uses it."""
    with explained(path):
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=_PATIENCE_MS / 1000)
        return _prepared(connection, "PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL")


def open_plain(path: Path) -> sqlite3.Connection:
    """A connection for one errand (a copy, a check) that leaves the file's way of keeping its log as it is."""
    with explained(path):
        connection = sqlite3.connect(path, isolation_level=None, timeout=_PATIENCE_MS / 1000)
        return _prepared(connection)


def open_reader(path: Path) -> sqlite3.Connection:
    """A connection that can only read."""
    with explained(path):
        uri = f"{path.absolute().as_uri()}?mode=ro"
        connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
        return _prepared(connection)


def _prepared(connection: sqlite3.Connection, *further: str) -> sqlite3.Connection:
    try:
        for pragma in (*_PRAGMAS, *further):
            connection.execute(pragma)
    except BaseException:
        connection.close()
        raise
    return connection


class Asking:
    """Questions to one connection: answers are complete lists, and the machine's troubles come as problems."""

    __slots__ = ("connection", "path")

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.connection = connection
        self.path = path

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        """All rows of the answer, as tuples."""
        with explained(self.path):
            return self.connection.execute(sql, values).fetchall()

    def named(self, sql: str, values: Mapping[str, Any]) -> list[Any]:
        """As :meth:`rows`, for a statement whose values have names."""
        with explained(self.path):
            return self.connection.execute(sql, values).fetchall()

    def ids(self, sql: str, values: Sequence[Any] = ()) -> "array[int]":
        """The first column of all rows, eight bytes each; no list of tuples stands in memory meanwhile."""
        with explained(self.path):
            return array("q", map(itemgetter(0), self.connection.execute(sql, values)))

    def first(self, sql: str, values: Sequence[Any] = ()) -> Any:
        """The first row of the answer, or None."""
        with explained(self.path):
            return self.connection.execute(sql, values).fetchone()

    def value(self, sql: str, values: Sequence[Any] = ()) -> Any:
        """The only value of the answer's first row; None where there is no row."""
        row = self.first(sql, values)
        return None if row is None else row[0]

    def stoppable(self, stop: Callable[[], bool] | None, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        """As :meth:`rows`, given up with :class:`Stopped` as soon as ``stop()`` says so."""
        if stop is None:
            return self.rows(sql, values)
        if stop():
            raise Stopped
        self.connection.set_progress_handler(lambda: int(stop()), _STEPS_BETWEEN_STOPS)
        try:
            return self.rows(sql, values)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
                raise Stopped from error
            raise
        finally:
            self.connection.set_progress_handler(None, 0)


def placeholders(values: Iterable[Any]) -> str:
    """As many question marks as there are values."""
    return ", ".join("?" for _ in values)
