"""Derived rows of search: what words each record has.

A directive is found by its number, symbol, issuer, subject and signer, an item by its text and product, a document by
its text. The index keeps no text; to take a row out, it is told the same words again, so they are computed from the
row as it was.
"""

import sqlite3
from collections.abc import Iterator
from typing import Any, Final

from district_desk.domain.changes import Entity
from district_desk.domain.directives import Directive, DocumentText
from district_desk.domain.items import Item
from district_desk.domain.notation import comparable
from district_desk.domain.vietnamese import fold, same_spelling
from district_desk.store.codec import Row, mapping_of_entity

SEARCHED: Final = (Entity.DIRECTIVE, Entity.ITEM, Entity.DOCUMENT_TEXT)

SHIFT: Final = 16
"""How far the directive's id lies above the slot in the id of a search row."""
_DIRECTIVE_SLOT: Final = (1 << SHIFT) - 1
_FIRST_ITEM_SLOT: Final = _DIRECTIVE_SLOT - 1
_LAST_ITEM_SLOT: Final = 256
_LAST_TEXT_SLOT: Final = _LAST_ITEM_SLOT - 1

_TAKE_OUT: Final = "INSERT INTO search_words (search_words, rowid, folded, marked) VALUES ('delete', ?, ?, ?)"
_PUT_IN: Final = "INSERT INTO search_words (rowid, folded, marked) VALUES (?, ?, ?)"


def words_of(record: Any) -> str:
    """What a record is found by."""
    if isinstance(record, Directive):
        notation = str(record.notation)
        bare = comparable(notation)
        parts = [record.arrival, notation, "" if bare == notation.upper() else bare]
        return " ".join([*parts, record.issuer, record.subject, record.signer])
    if isinstance(record, Item):
        return f"{record.text} {record.product}"
    return record.text if isinstance(record, DocumentText) else ""


def indexed(text: str) -> tuple[str, str]:
    """The two texts of a row of the index: folded, and with its marks."""
    return fold(text), same_spelling(text)


def settle_search(connection: sqlite3.Connection, entity: Entity, row_id: int, before: Row | None) -> None:
    """Bring the search row of one record in step; ``before`` is the record's row when the index last saw it."""
    mapping = mapping_of_entity(entity)
    now = connection.execute(f"{mapping.select} WHERE id = ?", (row_id,)).fetchone()
    old = mapping.record_of(before) if before else None
    new = mapping.record_of(now) if now else None
    old_words, new_words = old and words_of(old), new and words_of(new)
    if old and new and old_words == new_words and directive_of(old) == directive_of(new):
        return
    if old:
        _take_out(connection, entity, row_id, old_words or "")
    if new:
        _put_in(connection, entity, new, new_words or "")


def directive_of(record: Any) -> int:
    """The directive that a searched record belongs to."""
    return int(record.id if isinstance(record, Directive) else record.directive_id)


def rebuild_search(connection: sqlite3.Connection) -> None:
    """Make all search rows anew, items in their order."""
    connection.execute("INSERT INTO search_words (search_words) VALUES ('delete-all')")
    connection.execute("DELETE FROM search_row")
    for entity, record in _searched(connection):
        _put_in(connection, entity, record, words_of(record))


def expected_search(connection: sqlite3.Connection) -> Iterator[tuple[str, int, int, str, str]]:
    """What the index should hold: entity, record, directive, folded text, text with its marks."""
    for entity, record in _searched(connection):
        yield entity.value, record.id, directive_of(record), *indexed(words_of(record))


def _searched(connection: sqlite3.Connection) -> Iterator[tuple[Entity, Any]]:
    for entity in SEARCHED:
        mapping = mapping_of_entity(entity)
        order = "directive_id, position, id" if entity is Entity.ITEM else "id"
        for row in connection.execute(f"{mapping.select} ORDER BY {order}"):
            yield entity, mapping.record_of(row)


def _take_out(connection: sqlite3.Connection, entity: Entity, row_id: int, words: str) -> None:
    row = connection.execute(
        "DELETE FROM search_row WHERE entity = ? AND record_id = ? RETURNING id", (entity.value, row_id)
    ).fetchone()
    if row is not None:
        connection.execute(_TAKE_OUT, (row[0], *indexed(words)))


def _put_in(connection: sqlite3.Connection, entity: Entity, record: Any, words: str) -> None:
    number = _free_id(connection, entity, directive_of(record))
    connection.execute(
        "INSERT INTO search_row (id, entity, record_id) VALUES (?, ?, ?)", (number, entity.value, record.id)
    )
    connection.execute(_PUT_IN, (number, *indexed(words)))


def _free_id(connection: sqlite3.Connection, entity: Entity, directive_id: int) -> int:
    """The directive itself comes first in descending order, then its items as they came, then its text."""
    base = directive_id << SHIFT
    if entity is Entity.DIRECTIVE:
        return base + _DIRECTIVE_SLOT
    first, last = (_FIRST_ITEM_SLOT, _LAST_ITEM_SLOT) if entity is Entity.ITEM else (_LAST_TEXT_SLOT, 0)
    sql = "SELECT min(id) FROM search_row WHERE id BETWEEN ? AND ?"
    lowest = connection.execute(sql, (base + last, base + first)).fetchone()[0]
    free: int = base + first if lowest is None else lowest - 1
    if free < base + last:
        raise OverflowError(f"directive {directive_id} has more than {first - last} {entity.value} rows")
    return free
