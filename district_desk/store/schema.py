"""The tables, made and changed by numbered SQL files only.

``migrations/0001_first.sql`` and its followers are frozen once released: they never import today's classes, so that
a file of any released version can be brought up to date. ``user_version`` is the number of the last one applied; a
file with a higher number was written by a newer program and is refused, naming both.
"""

import sqlite3
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final

from district_desk.store.connections import APPLICATION_ID

_FOLDER: Final = Path(__file__).with_name("migrations")


@cache
def migrations() -> tuple[tuple[int, str], ...]:
    """The numbered files as (number, name), in order."""
    names = sorted(path.name for path in _FOLDER.glob("*.sql"))
    return tuple((int(name[:4]), name) for name in names)


def current_version() -> int:
    """The version of the tables that this program writes."""
    return migrations()[-1][0]


def version_of(connection: sqlite3.Connection) -> int:
    """The version of the tables in that file, 0 for an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Apply what is pending, each file in a transaction of its own together with its number."""
    from sqlite_utils import Database, Migrations

    database = Database(connection, execute_plugins=False)
    steps = Migrations("district_desk")
    for number, name in migrations():
        steps(name=name.removesuffix(".sql"))(_step(number, name))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    steps.apply(database)


def read_migration(name: str) -> str:
    """The statements of a numbered file."""
    return (_FOLDER / name).read_text(encoding="utf-8")


def _step(number: int, name: str) -> Callable[[Any], None]:
    sql = read_migration(name)

    def apply(database: Any) -> None:
        database.executescript(sql)
        database.execute(f"PRAGMA user_version = {number}")

    return apply
