"""Hôm nay and the matrix items × units, from asking to paint in the window, against their rows put to SQLite raw."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from asking import timed
from figures import Figure
from fill import LAST_DAY
from starting import started

from district_desk.desk.office_desk import OFFICE_FILE

PATIENCE = 0.1
_TURNS = 5
_OWED = """
SELECT a.*, i.path, i.text, i.phrase, u.name, d.number, d.symbol, d.subject
FROM assignment_line l JOIN assignment a ON a.id = l.assignment_id JOIN item i ON i.id = l.item_id
JOIN unit u ON u.id = l.unit_id JOIN directive d ON d.id = l.directive_id
WHERE l.role = 'lead' AND l.state = 'open' AND l.due <= ? ORDER BY l.due
"""
_MATRIX = """
WITH chosen AS (SELECT item_id, min(due) AS first FROM assignment_line WHERE state = 'open'
                GROUP BY item_id ORDER BY first, item_id LIMIT ?)
SELECT l.*, i.path, i.text, d.number, d.symbol FROM assignment_line l JOIN chosen c ON c.item_id = l.item_id
JOIN item i ON i.id = l.item_id JOIN directive d ON d.id = l.directive_id WHERE l.state = 'open' ORDER BY l.due
"""


def looks(folder: Path, home: Path) -> list[Figure]:
    """Seconds of both, painted, beside the seconds of their rows."""
    told = started("our_looks.py", home, str(folder), f"{LAST_DAY}T08:00")
    owed, cells = raw_looks(folder, told)
    return [
        Figure(f"Hôm nay, {told['owed']:,} rows, painted", "s", told["today"], owed, "its tasks, raw SQL",
               most=PATIENCE, at_most=3),
        Figure(f"matrix {told['items']} × {told['units']}, painted", "s", told["matrix"], cells, "its lines, raw SQL",
               most=PATIENCE, at_most=3),
    ]  # fmt: skip


def raw_looks(folder: Path, told: dict[str, Any]) -> tuple[float, float]:
    """Seconds of the rows of each, asked plainly."""
    near = LAST_DAY.replace(year=LAST_DAY.year + 1, month=1, day=4).isoformat()
    with closing(sqlite3.connect(folder / OFFICE_FILE)) as connection:
        owed = min(timed(lambda: connection.execute(_OWED, (near,)).fetchall()) for _ in range(_TURNS))
        cells = min(timed(lambda: connection.execute(_MATRIX, (told["items"],)).fetchall()) for _ in range(_TURNS))
    return owed, cells
