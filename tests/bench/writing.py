"""Opening, a large write, its undo, and a snapshot, on a copy of a filled office."""

import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from figures import Figure

from district_desk.desk import keeping
from district_desk.desk.assigning import assign_items
from district_desk.desk.office_desk import OFFICE_FILE
from district_desk.desk.opening import open_office
from district_desk.domain.assignments import Assignment, Role
from district_desk.domain.items import Item
from district_desk.domain.listing import DirectiveFilter
from district_desk.domain.units import Unit

LINES = 500


def writes(folder: Path, home: Path, lines: int = LINES) -> list[Figure]:
    """Seconds of each, with the raw engine beside it where the engine can do the same."""
    with tempfile.TemporaryDirectory(dir=home) as place:
        office = Path(place) / "office"
        office.mkdir()
        shutil.copy(folder / OFFICE_FILE, office / OFFICE_FILE)
        opened, desk = _taken(lambda: open_office(office))
        try:
            first_list, _ = _taken(lambda: desk.store.reading().directive_ids(DirectiveFilter(), desk.today()))
            given, _ = _taken(lambda: _give(desk, lines))
            undone, _ = _taken(lambda: keeping.undo(desk))
            kept, _ = _taken(lambda: keeping.backup(desk))
        finally:
            desk.close()
        vacuumed, removed = _raw(office / OFFICE_FILE, lines)
    return [
        Figure("open the office", "s", opened),
        Figure("ids of the whole list, sorted", "s", first_list),
        Figure(f"give {lines} lines at once, journaled", "s", given),
        Figure(f"undo of these {lines} lines", "s", undone, removed, "raw DELETE of as many"),
        Figure("snapshot, checked", "s", kept, vacuumed, "raw VACUUM INTO, unchecked"),
    ]


def _give(desk: Any, lines: int) -> None:
    reader = desk.store.reading()
    units = [unit.id for unit in reader.find(Unit, "position")]
    taken = {(line.item_id, line.unit_id) for line in reader.many(Assignment, range(1, lines * 5)).values()}
    free = [item for item in range(1, lines) if not any((item, unit) in taken for unit in units[:2])]
    items = [item.id for item in reader.many(Item, free).values()]
    each = 10
    assign_items(desk, items[: max(1, lines // each)], units[:each], Role.SUPPORT)


def _raw(path: Path, lines: int) -> tuple[float, float]:
    """Seconds of SQLite's own copy, and of removing the newest lines without journal or derived rows."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        vacuumed, _ = _taken(lambda: connection.execute("VACUUM INTO ?", (str(path) + ".copy",)))
        connection.execute("PRAGMA foreign_keys = ON")
        newest = "SELECT id FROM assignment WHERE id NOT IN (SELECT assignment_id FROM event) ORDER BY id DESC LIMIT ?"
        removed, _ = _taken(lambda: connection.execute(f"DELETE FROM assignment WHERE id IN ({newest})", (lines,)))
    return vacuumed, removed


def _taken(work: Callable[[], Any]) -> tuple[float, Any]:
    start = time.perf_counter()
    answer = work()
    return time.perf_counter() - start, answer
