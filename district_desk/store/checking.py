"""The check of a whole office: does everything that the file says hang together?

Nothing is changed. Each finding is a key and its facts; what to say about it is the desk's. Findings:

    pages           SQLite's own check of the file's pages
    link            a row that leans on one that is not there
    file_missing    an attachment or piece of evidence whose file is gone
    file_altered    an attachment whose file has another content than when it was kept
    file_unknown    a kept file that no record knows (left over, harmless)
    list            derived rows of a list that differ from what the records say
    search          the index of search differs from what the records say
    arrival_double  an arrival number that was given twice
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Final

from district_desk.domain.listing import CheckFinding
from district_desk.domain.problems import UnopenableOffice
from district_desk.store.connections import Asking, open_reader
from district_desk.store.faults import explained
from district_desk.store.numbers import arrival_doubles
from district_desk.store.search_index import expected_search
from district_desk.store.standings import batches, lines_at, register_rows

ATTACHMENTS: Final = "attachments"

_KEPT: Final = (
    "SELECT digest, name FROM attachment UNION ALL SELECT digest, name FROM evidence WHERE digest <> '' ORDER BY digest"
)
_VOCABULARY: Final = "CREATE VIRTUAL TABLE temp.{name} USING fts5vocab({schema}, search_words, 'row')"


def check(path: Path) -> list[CheckFinding]:
    """Everything that is found wrong in the office file at ``path`` and in the files beside it; empty: all is well."""
    try:
        with closing(open_reader(path)) as connection, explained(path):
            return [CheckFinding("pages", page) for page in _pages(connection)] or _findings(connection, path)
    except UnopenableOffice as damage:
        return [CheckFinding("pages", damage.detail)]


def _pages(connection: sqlite3.Connection) -> list[str]:
    found = [row[0] for row in connection.execute("PRAGMA quick_check(20)")]
    return [] if found == ["ok"] else found


def _findings(connection: sqlite3.Connection, path: Path) -> list[CheckFinding]:
    findings = [*_links(connection), *_files(connection, path.parent / ATTACHMENTS)]
    findings += [*_lists(connection), *_search(connection)]
    for year, number, suffix, count in arrival_doubles(Asking(connection, path)):
        findings.append(CheckFinding("arrival_double", f"{number}{suffix}/{year} × {count}"))
    return findings


def _links(connection: sqlite3.Connection) -> Iterator[CheckFinding]:
    for table, row_id, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield CheckFinding("link", f"{table} {row_id} → {parent}")


def _files(connection: sqlite3.Connection, folder: Path) -> Iterator[CheckFinding]:
    known = dict(connection.execute(_KEPT).fetchall())
    for digest, name in known.items():
        kept = folder / digest[:2] / digest
        if not kept.is_file():
            yield CheckFinding("file_missing", name)
        elif _digest(kept) != digest:
            yield CheckFinding("file_altered", name)
    for kept in sorted(folder.glob("??/*")):
        if kept.name not in known:
            yield CheckFinding("file_unknown", kept.name)


def _digest(path: Path) -> str:
    import hashlib

    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _lists(connection: sqlite3.Connection) -> Iterator[CheckFinding]:
    kept = set(connection.execute("SELECT * FROM assignment_line"))
    for part in batches(row[0] for row in connection.execute("SELECT id FROM assignment").fetchall()):
        kept ^= set(lines_at(connection, part, date.max))
    yield from (CheckFinding("list", f"assignment {row}") for row in sorted({row[0] for row in kept}))
    kept = set(connection.execute("SELECT * FROM register_line"))
    for part in batches(row[0] for row in connection.execute("SELECT id FROM directive").fetchall()):
        kept ^= set(register_rows(connection, part))
    yield from (CheckFinding("list", f"directive {row}") for row in sorted({row[0] for row in kept}))


def _search(connection: sqlite3.Connection) -> Iterator[CheckFinding]:
    """The words of the index, counted, against those of an index that is made anew beside it."""
    rows = set(connection.execute("SELECT entity, record_id, id >> 16 FROM search_row"))
    sql = connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'search_words'").fetchone()[0]
    connection.execute(sql.replace("search_words", "temp.search_words", 1))
    for number, (entity, record_id, directive_id, *words) in enumerate(expected_search(connection)):
        rows ^= {(entity, record_id, directive_id)}
        connection.execute("INSERT INTO temp.search_words (rowid, folded, marked) VALUES (?, ?, ?)", (number, *words))
    for name, schema in (("words_kept", "main"), ("words_told", "temp")):
        connection.execute(_VOCABULARY.format(name=name, schema=schema))
    kept = set(connection.execute("SELECT * FROM temp.words_kept"))
    told = set(connection.execute("SELECT * FROM temp.words_told"))
    yield from (CheckFinding("search", f"{entity} {record_id}") for entity, record_id, _ in sorted(rows))
    if kept != told:
        words = sorted({row[0] for row in kept ^ told})
        yield CheckFinding("search", ", ".join(words[:20]))
