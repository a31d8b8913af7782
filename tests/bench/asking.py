"""What the program's lists and search take, from a click to paint, against the same questions put to SQLite raw."""

import sqlite3
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import Any

from figures import Figure
from office_cache import plain_texts
from our_window import places, typed

from district_desk.desk.office_desk import OFFICE_FILE
from district_desk.domain.vietnamese import fold
from district_desk.store import Store

PATIENCE = 0.05
_PAGE = (
    "SELECT d.*, r.items, r.lines, r.done, r.next_due FROM register_line r JOIN directive d ON d.id = r.directive_id"
    " WHERE r.shelf = 0 ORDER BY r.year DESC, r.arrival_order DESC LIMIT 64 OFFSET ?"
)
_LIKE = "SELECT id FROM words WHERE folded LIKE ? ORDER BY directive_id DESC LIMIT 60"


def lists_and_search(folder: Path, session: dict[str, Any]) -> list[Figure]:
    """Jumps and letters as the window painted them, then search alone."""
    raw_jumps, raw_letters, letters = raw_pages(folder, session["rows"]), likes(folder), searches(folder)
    return [
        _worst("jump in the list, painted, worst", session["jumps"], raw_jumps, "raw LIMIT … OFFSET …"),
        _median("jump in the list, painted, median", session["jumps"], raw_jumps, "raw LIMIT … OFFSET …"),
        _worst("letter typed in search, painted, worst", session["letters"], raw_letters, "LIKE on folded text, raw"),
        _median("letter typed in search, painted, median", session["letters"], raw_letters, "LIKE on folded text, raw"),
        _worst("search without the window, worst", letters, raw_letters, "LIKE on folded text, raw"),
        _median("search without the window, median", letters, raw_letters, "LIKE on folded text, raw"),
    ]


def _worst(what: str, ours: Sequence[float], theirs: Sequence[float], against: str) -> Figure:
    return Figure(what, "s", max(ours), max(theirs), against, most=PATIENCE)


def _median(what: str, ours: Sequence[float], theirs: Sequence[float], against: str) -> Figure:
    return Figure(what, "s", median(ours), median(theirs), against, most=PATIENCE)


def raw_pages(folder: Path, rows: int) -> list[float]:
    """Seconds of one page of rows by SQLite's own LIMIT and OFFSET, at the places to which the window jumps."""
    with closing(sqlite3.connect(folder / OFFICE_FILE)) as connection:
        return [timed(lambda place=place: connection.execute(_PAGE, (place,)).fetchall()) for place in places(rows)]


def searches(folder: Path) -> list[float]:
    """Seconds of our search after each letter, as the desk asks it."""
    store = Store.open(folder / OFFICE_FILE)
    reader = store.reading()
    taken = [timed(lambda words=words: reader.search(words)) for words in typed()]
    store.close()
    return taken


def likes(folder: Path) -> list[float]:
    """Seconds of the plain way: every word LIKE-d in a table of folded texts."""
    with closing(sqlite3.connect(plain_texts(folder))) as connection:
        return [timed(lambda words=words: _like(connection, words)) for words in typed()]


def _like(connection: sqlite3.Connection, words: str) -> list[Any]:
    return connection.execute(_LIKE, (f"%{fold(words)}%",)).fetchall()


def timed(work: Callable[[], Any]) -> float:
    """Seconds that a piece of work takes, the better of two, because others share the machine."""
    best = float("inf")
    for _ in range(2):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best
