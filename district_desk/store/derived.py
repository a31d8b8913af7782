"""Derived rows."""

import sqlite3
from typing import Any

from district_desk.store.codec import Mapping, Row


class Derived:
    """Keeps the derived rows of one operation in step."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def note(self, mapping: Mapping[Any], row_id: int, before: Row | None, after: Row | None) -> None:
        pass

    def settle(self) -> None:
        pass
