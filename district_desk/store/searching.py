"""Search as one types: hits with the typed marks first, then those that agree without marks, newest first."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from district_desk.domain.changes import Entity
from district_desk.domain.directives import Directive, DocumentText
from district_desk.domain.items import Item
from district_desk.domain.listing import SearchHit
from district_desk.domain.vietnamese import collapse, fold
from district_desk.store.codec import mapping_of_entity
from district_desk.store.connections import Asking, placeholders
from district_desk.store.matching import folded_match, marked_match
from district_desk.store.search_index import SHIFT
from district_desk.store.standings import IN_BIN, batches

Stop = Callable[[], bool] | None

_NEWEST: Final = (
    "SELECT search_words.rowid FROM search_words"  # noqa: S608 (numbers)
    f" CROSS JOIN register_line ON directive_id = search_words.rowid >> {SHIFT} AND shelf <> {IN_BIN}"
    " WHERE search_words MATCH ? ORDER BY search_words.rowid DESC LIMIT ?"
)

_AROUND: Final = 60
"""Letters shown before and after the words that were found."""


def search(ask: Asking, words: str, limit: int, stop: Stop) -> list[SearchHit]:
    """At most ``limit`` hits. A document's text is a hit only where nothing else of the directive is."""
    exactly, freely = marked_match(words), folded_match(words)
    if not freely:
        return []
    exact = _newest(ask, exactly, limit, stop)
    found = [*exact, *(each for each in _newest(ask, freely, limit, stop) if each not in exact)]
    places = _places(ask, found)
    named = {number >> SHIFT for number in found if places[number][0] is not Entity.DOCUMENT_TEXT}
    kept = [n for n in found if places[n][0] is not Entity.DOCUMENT_TEXT or n >> SHIFT not in named][:limit]
    return _hits(ask, words, [(number, *places[number]) for number in kept], exact)


def _newest(ask: Asking, match: str, limit: int, stop: Stop) -> dict[int, None]:
    return dict.fromkeys(row[0] for row in ask.stoppable(stop, _NEWEST, (match, limit)))


def _places(ask: Asking, numbers: Sequence[int]) -> dict[int, tuple[Entity, int]]:
    places: dict[int, tuple[Entity, int]] = {}
    for part in batches(numbers):
        sql = f"SELECT id, entity, record_id FROM search_row WHERE id IN ({placeholders(part)})"  # noqa: S608 (? only)
        places.update((number, (Entity(entity), record)) for number, entity, record in ask.rows(sql, part))
    return places


def _hits(
    ask: Asking, words: str, found: list[tuple[int, Entity, int]], exact: dict[int, None]
) -> list[SearchHit]:  # fmt: skip
    records: dict[tuple[Entity, int], Any] = {}
    for entity in {entity for _, entity, _ in found} | {Entity.DIRECTIVE}:
        ids = {number >> SHIFT for number, _, _ in found} if entity is Entity.DIRECTIVE else _ids(found, entity)
        records.update(_records(ask, entity, ids))
    asked = fold(words).split()
    hits = []
    for number, entity, record_id in found:
        directive_id = number >> SHIFT
        title = _title(records[Entity.DIRECTIVE, directive_id])
        excerpt = excerpt_of(_said(records[entity, record_id]), asked)
        hits.append(SearchHit(entity, record_id, directive_id, title, excerpt, exact=number in exact))
    return hits


def _ids(found: list[tuple[int, Entity, int]], entity: Entity) -> set[int]:
    return {record_id for _, of, record_id in found if of is entity}


def _records(ask: Asking, entity: Entity, ids: Iterable[int]) -> dict[tuple[Entity, int], Any]:
    mapping, records = mapping_of_entity(entity), {}
    for part in batches(ids):
        for row in ask.rows(f"{mapping.select} WHERE id IN ({placeholders(part)})", part):
            records[entity, row[-2]] = mapping.record_of(row)
    return records


def _title(directive: Directive) -> str:
    return str(directive.notation) or directive.subject


def _said(record: Any) -> str:
    if isinstance(record, Directive):
        return " · ".join(part for part in (record.issuer, record.subject) if part)
    return record.text if isinstance(record, (Item, DocumentText)) else ""


def excerpt_of(text: str, folded_words: Sequence[str]) -> str:
    """The stretch of a text around the first place where one of the words stands, one line, cut at spaces."""
    flat = collapse(text)
    low = fold(flat)
    places = [place for word in folded_words if (place := f" {low}".find(f" {word}")) >= 0]
    start = max(0, min(places, default=0) - _AROUND)
    end = start + 3 * _AROUND
    if start:
        start = flat.find(" ", start) + 1
    if end < len(flat):
        end = max(flat.rfind(" ", start, end), start + 1)
    return ("… " if start else "") + flat[start:end] + (" …" if end < len(flat) else "")
