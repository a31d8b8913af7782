"""Ctrl+K: everything the office has, without marks and without đ; 18 digits open the record they name."""

import re
from collections.abc import Callable
from typing import Final

from district_desk.desk.office_desk import Desk
from district_desk.domain.assignments import Assignment
from district_desk.domain.changes import Entity
from district_desk.domain.directives import Attachment, Directive
from district_desk.domain.items import Item
from district_desk.domain.listing import SearchHit
from district_desk.domain.units import Unit
from district_desk.domain.vietnamese import collapse
from district_desk.store import Reader

_CODE: Final = re.compile(r"\d{18}")


def search(desk: Desk, words: str, *, stop: Callable[[], bool] | None = None, limit: int = 60) -> list[SearchHit]:
    """Hits for what was typed so far, those whose marks agree first; a scanned code gives its one record."""
    wanted, reader = collapse(words), desk.store.reading()
    if not wanted:
        return []
    code = wanted.replace(" ", "")
    if _CODE.fullmatch(code):
        hit = _of_code(reader, int(code))
        return [hit] if hit else []
    return reader.search(wanted, limit=limit, stop=stop)


def _of_code(reader: Reader, uid: int) -> SearchHit | None:
    found = reader.by_uid(uid)
    if found is None:
        return None
    entity, record_id = found
    directive_id, excerpt = _whereabouts(reader, entity, record_id)
    title = ""
    if directive_id:
        directive = reader.get(Directive, directive_id)
        title = str(directive.notation) or directive.subject
    return SearchHit(entity, record_id, directive_id, title or excerpt, excerpt, exact=True)


def _whereabouts(reader: Reader, entity: Entity, record_id: int) -> tuple[int, str]:
    """The directive to which a record belongs (0: none) and what it says."""
    say = _SAYING.get(entity)
    return say(reader, record_id) if say else (0, "")


def _directive(reader: Reader, record_id: int) -> tuple[int, str]:
    return record_id, reader.get(Directive, record_id).subject


def _item(reader: Reader, record_id: int) -> tuple[int, str]:
    item = reader.get(Item, record_id)
    return item.directive_id, item.text


def _assignment(reader: Reader, record_id: int) -> tuple[int, str]:
    line = reader.get(Assignment, record_id)
    unit, item = reader.get(Unit, line.unit_id), reader.get(Item, line.item_id)
    return line.directive_id, f"{unit.name}: {item.text}"


def _attachment(reader: Reader, record_id: int) -> tuple[int, str]:
    attachment = reader.get(Attachment, record_id)
    return attachment.directive_id, attachment.name


def _unit(reader: Reader, record_id: int) -> tuple[int, str]:
    return 0, reader.get(Unit, record_id).name


_SAYING: Final[dict[Entity, Callable[[Reader, int], tuple[int, str]]]] = {
    Entity.DIRECTIVE: _directive,
    Entity.ITEM: _item,
    Entity.ASSIGNMENT: _assignment,
    Entity.ATTACHMENT: _attachment,
    Entity.UNIT: _unit,
}
