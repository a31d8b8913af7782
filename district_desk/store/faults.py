"""What the machine answers, sorted: its own troubles become problems that a person can be told, ours pass through.

SQLite's result code decides, never the words of a message. A full disk, a read-only folder, a file held by another
program and a damaged file have remedies; anything else is a fault of the program and goes to the crash report.
"""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from district_desk.domain.problems import (
    DiskFull,
    FileBusy,
    Problem,
    ReadOnly,
    Unopenable,
    UnopenableOffice,
)
from district_desk.domain.refusals import refusal

_BUSY: Final = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_READ_ONLY: Final = frozenset({sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH})
_DAMAGED: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_PRIMARY: Final = 0xFF
_TRIAL: Final = 1 << 16


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn environment errors of the block, which works on ``path``, into problems."""
    try:
        yield
    except sqlite3.Error as error:
        problem = _of_sqlite(error, path)
        if problem is None:
            raise
        raise problem from error
    except OSError as error:
        problem = _of_system(error, path)
        if problem is None:
            raise
        raise problem from error


def _of_sqlite(error: sqlite3.Error, path: Path) -> Problem | None:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & _PRIMARY
    if code == sqlite3.SQLITE_FULL:
        return DiskFull(path)
    if code in _BUSY:
        return FileBusy(path)
    if code in _READ_ONLY:
        return ReadOnly(path)
    if code in _DAMAGED:
        return UnopenableOffice(path.parent, Unopenable.DAMAGED, str(error))
    if code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR):
        return _of_disk(path, str(error))
    return None


def _of_disk(path: Path, detail: str) -> Problem:
    """What stands behind "unable to open" and "disk I/O error", which SQLite gives for several troubles: try it."""
    if not path.exists():
        return UnopenableOffice(path.parent, Unopenable.MISSING, detail)
    try:
        with tempfile.TemporaryFile(dir=path.parent) as file:
            file.write(bytes(_TRIAL))
        path.open("r+b").close()
    except OSError as error:
        return _of_system(error, path) or ReadOnly(path)
    return FileBusy(path)


def _of_system(error: OSError, path: Path) -> Problem | None:
    return refusal(error, Path(error.filename) if isinstance(error.filename, (str, os.PathLike)) else path)
