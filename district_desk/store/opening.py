"""Making an office's file, and looking at one before it is trusted.

Nothing is written to a file that is refused. A new file is made under another name and takes its place only when it
is whole.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from district_desk.domain.problems import Unopenable, UnopenableOffice
from district_desk.store import schema
from district_desk.store.connections import APPLICATION_ID, open_reader, open_writer
from district_desk.store.faults import explained

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100


def make_new(path: Path) -> None:
    """An empty office file at ``path``; EXISTS where something is there already."""
    if path.exists():
        raise UnopenableOffice(path.parent, Unopenable.EXISTS, path.name)
    making = path.with_name(path.name + ".new")
    with explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        making.unlink(missing_ok=True)
        with closing(open_writer(making)) as connection:
            schema.bring_up_to_date(connection)
        making.rename(path)


def check_openable(path: Path) -> None:
    """Refuse a file that is missing, foreign, newer than this program, or cut short."""
    if not path.is_file():
        raise UnopenableOffice(path.parent, Unopenable.MISSING, path.name)
    _check_header(path)
    with closing(open_reader(path)) as connection, explained(path):
        _check_version(connection, path)
        if _left_unclean(path):
            check_pages(connection, path)


def is_earlier(path: Path) -> bool:
    """Whether the file's tables are those of an earlier version of this program."""
    with closing(open_reader(path)) as connection, explained(path):
        return schema.version_of(connection) < schema.current_version()


def bring_up_to_date(path: Path) -> None:
    """Apply to the file the migrations that it lacks."""
    with closing(open_writer(path)) as connection, explained(path):
        schema.bring_up_to_date(connection)


def check_pages(connection: sqlite3.Connection, path: Path) -> None:
    """DAMAGED where the pages of the file do not hang together."""
    with explained(path):
        found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise UnopenableOffice(path.parent, Unopenable.DAMAGED, found)


def _check_header(path: Path) -> None:
    """What can be told from the first hundred bytes, before SQLite is asked: whose file it is, and its length."""
    with explained(path), path.open("rb") as file:
        header = file.read(_HEADER)
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        reason = Unopenable.DAMAGED if _MAGIC.startswith(header[:16]) else Unopenable.NOT_AN_OFFICE
        raise UnopenableOffice(path.parent, reason, path.name)
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise UnopenableOffice(path.parent, Unopenable.NOT_AN_OFFICE, path.name)
    if not _left_unclean(path):
        _check_length(path, header)


def _check_length(path: Path, header: bytes) -> None:
    size = int.from_bytes(header[16:18], "big")
    wanted = int.from_bytes(header[28:32], "big") * (65536 if size == 1 else size)
    there = path.stat().st_size
    if there < wanted:
        raise UnopenableOffice(path.parent, Unopenable.DAMAGED, f"{there} / {wanted}")


def _check_version(connection: sqlite3.Connection, path: Path) -> None:
    there, ours = schema.version_of(connection), schema.current_version()
    if there > ours:
        raise UnopenableOffice(path.parent, Unopenable.NEWER, f"{there} > {ours}")


def _left_unclean(path: Path) -> bool:
    """Whether the last program to write was not able to close the file: its log is still there."""
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0
