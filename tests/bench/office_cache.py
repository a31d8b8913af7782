"""Filled offices, made once and kept between runs under ``out/bench``; made anew when what makes them changes."""

import hashlib
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from fill import fill

from district_desk.desk.office_desk import OFFICE_FILE
from district_desk.store import search_index, standings
from district_desk.store.search_index import expected_search

ROOT = Path(__file__).resolve().parents[2]
LINES_EACH = 5


def office_of(directives: int, home: Path) -> Path:
    """The folder of an office with so many directives and five assignments each."""
    folder = home / f"{directives}-{_makers()}"
    if not (folder / OFFICE_FILE).exists():
        for older in home.glob(f"{directives}-*"):
            shutil.rmtree(older)
        making = home / f"making-{directives}"
        shutil.rmtree(making, ignore_errors=True)
        making.mkdir(parents=True)
        fill(making / OFFICE_FILE, directives, directives * LINES_EACH)
        _write_plain_texts(making)
        making.rename(folder)
    return folder


def plain_texts(folder: Path) -> Path:
    """A database beside the office with nothing but each record's folded words in a table, to be read by LIKE."""
    return folder / "plain.sqlite"


def _makers() -> str:
    """Changes with whatever decides what a filled office looks like."""
    sources = [Path(__file__).with_name("fill.py"), Path(search_index.__file__), Path(standings.__file__)]
    sources += sorted((ROOT / "district_desk" / "store" / "migrations").glob("*"))
    return hashlib.sha256(b"".join(path.read_bytes() for path in sources if path.is_file())).hexdigest()[:12]


def _write_plain_texts(folder: Path) -> None:
    with closing(sqlite3.connect(folder / OFFICE_FILE)) as office, closing(sqlite3.connect(plain_texts(folder))) as out:
        out.execute("CREATE TABLE words (id INTEGER PRIMARY KEY, directive_id INTEGER, folded TEXT)")
        rows = ((directive, folded) for _, _, directive, folded, _ in expected_search(office))
        out.executemany("INSERT INTO words (directive_id, folded) VALUES (?, ?)", rows)
        out.commit()
