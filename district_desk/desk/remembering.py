"""Cách đọc đã nhớ: names that the clerk put right once are put right in the next document of that issuer.

What is remembered stands in a list that the office sees and edits; what was taken from it is shown as such in the draft
and can be taken back, which also takes it off the list. It is learned and forgotten in the operation that registers.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from district_desk.desk.addressing import Reason, day_of, means_us, resolve
from district_desk.desk.office_desk import Desk
from district_desk.domain.assignments import Role
from district_desk.domain.corrections import NameField, ReadingCorrection, ReadName
from district_desk.domain.drafts import Draft, DraftItem, DraftLine
from district_desk.domain.units import Unit
from district_desk.domain.vietnamese import collapse, same_spelling
from district_desk.store import Writing

_Key = tuple[str, NameField, str]
_NAMES: Final = frozenset({Reason.NOT_A_UNIT, Reason.AMBIGUOUS})
"""Words that are the name of something; a condition or a vague address is decided anew in every document."""


class Memory:
    """The remembered corrections, found by issuer and words. A difference of case or of old tone places does not matter."""

    def __init__(self, rows: Iterable[ReadingCorrection]) -> None:
        self._rows = {_key(row.issuer, row.field, row.written): row for row in rows}

    def find(self, issuer: str, field: NameField, written: str) -> ReadingCorrection | None:
        """What words mean in documents of that issuer, or of any."""
        return self._rows.get(_key(issuer, field, written)) or self._rows.get(_key("", field, written))

    def hold(self, row: ReadingCorrection) -> ReadingCorrection:
        """The row, found from now on."""
        self._rows[_key(row.issuer, row.field, row.written)] = row
        return row

    def name(self, issuer: str, field: NameField, written: str, read: str) -> ReadName:
        """A name of the letterhead or the signature; ``read`` is what its words alone give."""
        known = self.find(issuer, field, written) if written else None
        if known is None or known.meant == read:
            return ReadName(field, written, read, read)
        return ReadName(field, written, read, known.meant, known.last_used)


def memory(desk: Desk) -> Memory:
    """All that the office remembers."""
    return Memory(desk.store.reading().find(ReadingCorrection))


def with_remembered_units(desk: Desk, draft: Draft, known: Memory) -> Draft:
    """The draft with its open unit names noted, and given to whom the office said they mean."""
    items, names = [], list(draft.names)
    for each in draft.items:
        for written in _open_names(desk, draft, each):
            row = known.find(draft.directive.issuer, NameField.UNIT, written)
            units = _units(desk, draft, row.meant) if row else ()
            before = tuple(line.unit_id for line in each.lines)
            if row is not None and units:
                each = _given(each, written, units)  # noqa: PLW2901 (one name after the other)
            given = tuple(line.unit_id for line in each.lines if line.unit_id not in before)
            put, on = (row.meant, row.last_used) if row is not None and given else ("", None)
            names.append(ReadName(NameField.UNIT, written, "", put, on, each.key, before, given))
        items.append(each)
    return replace(draft, items=tuple(items), names=tuple(names))


def remembered(draft: Draft) -> tuple[ReadName, ...]:
    """The names that memory put into the draft and that still stand there."""
    return tuple(name for name in draft.names if name.is_remembered and _stands(draft, name))


def without_remembered(draft: Draft) -> Draft:
    """The draft with every name as its own words give it."""
    for name in remembered(draft):
        if name.field is NameField.UNIT:
            items = (_taken_back(each, name) if each.key == name.item else each for each in draft.items)
            draft = replace(draft, items=tuple(items))
        else:
            field: dict[str, Any] = {name.field.value: name.read}
            draft = replace(draft, directive=replace(draft.directive, **field))
    return draft


def keep_corrections(desk: Desk, writing: Writing, draft: Draft) -> list[ReadingCorrection]:
    """Learn what the clerk put right in a draft, count what held, forget what was taken back; returns what was learned."""
    known = Memory(writing.reader.find(ReadingCorrection))
    read_as = next((name.put for name in draft.names if name.field is NameField.ISSUER), "")
    learned = []
    for name in draft.names:
        issuer = "" if name.field is NameField.ISSUER else draft.directive.issuer
        used = known.find(read_as, name.field, name.written) if name.is_remembered else None
        if used and _stands(draft, name):
            writing.put(replace(used, times=used.times + 1, last_used=desk.today()))
        elif used and _is_taken_back(draft, name):
            writing.drop(used)
        elif meant := _meant(desk, draft, name):
            row = known.find(issuer, name.field, name.written) or ReadingCorrection(
                issuer, name.field, name.written, meant
            )
            learned.append(known.hold(writing.put(replace(row, meant=meant, times=1, last_used=desk.today()))))
    return learned


def _meant(desk: Desk, draft: Draft, name: ReadName) -> str:
    """What the clerk says a name means; empty where nothing was said, or nothing that holds for another document."""
    if not name.written:
        return ""
    if name.field is not NameField.UNIT:
        value = collapse(getattr(draft.directive, name.field.value))
        return value if value not in (name.put, name.read) else ""
    each = _item(draft, name.item)
    names = [other for other in draft.names if other.field is NameField.UNIT and other.item == name.item]
    new = [line.unit_id for line in each.lines if line.unit_id not in (*name.units, *name.given)] if each else []
    if len(new) != 1 or len(names) != 1:
        return ""
    units = desk.directory(day_of(desk, draft.directive)).units
    return next((unit.name for unit in units if unit.id == new[0]), "")


def _stands(draft: Draft, name: ReadName) -> bool:
    if name.field is not NameField.UNIT:
        return bool(getattr(draft.directive, name.field.value) == name.put)
    each = _item(draft, name.item)
    return each is not None and set(name.given) <= {line.unit_id for line in each.lines}


def _is_taken_back(draft: Draft, name: ReadName) -> bool:
    """Whether the words' own value stands again. An item that is given to nobody yet says nothing."""
    if name.field is not NameField.UNIT:
        return bool(getattr(draft.directive, name.field.value) == name.read)
    each = _item(draft, name.item)
    return each is not None and bool(each.lines) and not _stands(draft, name)


def _open_names(desk: Desk, draft: Draft, each: DraftItem) -> Iterator[str]:
    """The names among an item's open addressees that the office's list does not know."""
    for written in each.unresolved:
        found = resolve(desk, written, day_of(desk, draft.directive)) if written else None
        reasons = {Reason(one.reason.value) for one in found.unresolved} if found else set()
        if found and not found.units and reasons <= _NAMES and not means_us(written, desk.office):
            yield written


def _units(desk: Desk, draft: Draft, meant: str) -> tuple[Unit, ...]:
    found = resolve(desk, meant, day_of(desk, draft.directive))
    return () if found.unresolved else found.units


def _given(each: DraftItem, written: str, units: Sequence[Unit]) -> DraftItem:
    is_partner = same_spelling(written) in same_spelling(each.item.coordinating_written)
    role = Role.SUPPORT if is_partner else Role.LEAD
    held = {line.unit_id for line in each.lines}
    lines = tuple(DraftLine(unit.id, role) for unit in units if unit.id not in held)
    left = tuple(text for text in each.unresolved if text != written)
    return replace(each, lines=(*each.lines, *lines), unresolved=left)


def _taken_back(each: DraftItem, name: ReadName) -> DraftItem:
    lines = tuple(line for line in each.lines if line.unit_id not in name.given)
    return replace(each, lines=lines, unresolved=(*each.unresolved, name.written))


def _item(draft: Draft, key: int) -> DraftItem | None:
    return next((each for each in draft.items if each.key == key), None)


def _key(issuer: str, field: NameField, written: str) -> _Key:
    return same_spelling(issuer), field, same_spelling(written)
