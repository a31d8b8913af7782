"""What a report over a year of twenty thousand tasks takes, as figures and on paper, against the same rows put to SQLite
raw."""

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

from figures import Figure

from district_desk.desk.office_desk import OFFICE_FILE
from district_desk.desk.opening import open_office
from district_desk.desk.printed_reports import REPORT, preview_report
from district_desk.desk.reporting import ReportWish, figures

YEAR = ReportWish(date(2023, 1, 1), date(2023, 12, 31))
_TIMES = 5
_SECONDS, _TASKS = 2, 20_000
"""The bar for the paper: so many seconds for so many tasks, and for more of them in proportion."""
_RAW = """
SELECT l.assignment_id, l.unit_id, d.assigning_level, d.source, a.person, coalesce(a.given, d.arrived, d.issued, '') AS given,
  l.state, l.due, l.done
FROM assignment_line l JOIN assignment a ON a.id = l.assignment_id JOIN directive d ON d.id = l.directive_id
WHERE l.role = 'lead' AND given <= '2023-12-31' AND (given >= '2023-01-01' OR l.state = 'open' OR l.done >= '2023-01-01')
  AND l.directive_id NOT IN (SELECT directive_id FROM register_line WHERE shelf = 2)
"""


def reports(folder: Path) -> list[Figure]:
    """Seconds of the figures of a year, and of the whole report with its annexes as a PDF."""
    desk = open_office(folder)
    whole = figures(desk, YEAR).whole.together
    tasks, most = whole.total, _SECONDS * max(1, whole.total / _TASKS)
    counted = _timed(lambda: figures(desk, YEAR))
    printed = _timed(lambda: preview_report(desk, REPORT, YEAR))
    desk.close()
    with closing(sqlite3.connect(folder / OFFICE_FILE)) as connection:
        raw = _timed(lambda: connection.execute(_RAW).fetchall())
    return [
        Figure(f"figures of {tasks:,} tasks of a year", "s", counted, raw, "the rows, raw SQL", at_most=3),
        Figure(
            f"  as PDF with annexes, {whole.overdue:,} rows overdue", "s", printed, raw, "the rows, raw SQL", most=most
        ),
    ]


def _timed(work: Callable[[], Any]) -> float:
    """Seconds, the middle of several."""
    taken = []
    for _ in range(_TIMES):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return median(taken)
