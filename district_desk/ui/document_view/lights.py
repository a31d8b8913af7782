"""Which stretches of a text are lit, and as what: values from facts, no widget.

Values of the letterhead stand where the reading says. Items, their addressees and limits stand where the *draft*
says, because the clerk merges, splits and corrects; so the lights follow every move and also work for a directive
that was entered long ago and has no reading any more.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from district_desk.desk.remembering import remembered
from district_desk.domain.corrections import ReadName
from district_desk.domain.drafts import Draft, DraftItem
from district_desk.domain.reading import Found, FoundDate, Header, ItemKind, Reading, Span
from district_desk.ui.words import day

_LETTERHEAD: Final = 4000  # characters in which a field of an old record is looked for
_LETTER: Final = re.compile(r"[^\W\d_]")


class LightKind(StrEnum):
    """What a lit stretch is; each kind has its own quiet colour."""

    FIELD = "field"
    UNIT = "unit"
    DUE = "due"
    REMEMBERED = "remembered"
    ITEM = "item"
    HEADING = "heading"


FILLED: Final = frozenset({LightKind.FIELD, LightKind.UNIT, LightKind.DUE, LightKind.REMEMBERED})
"""Lights of values, which have a ground; items have a bar in the margin."""


@dataclass(frozen=True, slots=True)
class Light:
    """A lit stretch. ``key`` is the field it fills ("number", "units", "phrase", …), ``item`` the draft item's key
    (0 for a field of the letterhead), ``title`` what is shown beside it ("1.a"), ``note`` what is said of it besides."""

    span: Span
    kind: LightKind
    key: str
    item: int = 0
    title: str = ""
    doubtful: bool = False
    note: str = ""


_HEADER_FIELDS: Final = (
    ("agency", "issuer"), ("number", "number"), ("symbol", "symbol"), ("place", "place"), ("issued", "issued"),
    ("doc_type", "type_code"), ("subject", "subject"), ("urgency", "urgency"), ("signer", "signer"),
    ("signer_title", "signer_title"),
)  # fmt: skip


def lights_of(reading: Reading | None, draft: Draft) -> tuple[Light, ...]:
    """Everything that is lit, in the order of the text."""
    fields = _of_header(reading.header, draft) if reading else _of_record(draft)
    lights = [*fields, *(light for item in draft.items for light in _of_item(draft.text, item))]
    lights += _of_remembered_units(draft)
    return tuple(
        sorted(lights, key=lambda light: (light.span.start, -light.span.end, light.kind is LightKind.REMEMBERED))
    )


def _of_header(header: Header, draft: Draft) -> Iterator[Light]:
    known = {name.field.value: said_of(name) for name in remembered(draft)}
    for name, key in _HEADER_FIELDS:
        found: Found | FoundDate | None = getattr(header, name)
        if found is not None and found.span.end > found.span.start:
            kind = LightKind.REMEMBERED if key in known else LightKind.FIELD
            yield Light(found.span, kind, key, doubtful=found.doubtful, note=known.get(key, ""))
    for found in header.addressees:
        yield Light(found.span, LightKind.UNIT, "addressees")


def _of_remembered_units(draft: Draft) -> Iterator[Light]:
    items = {each.key: each.item for each in draft.items}
    for name in remembered(draft):
        item = items.get(name.item)
        if item is not None and (span := locate(name.written, draft.text, item.span_start, item.span_end)):
            yield Light(span, LightKind.REMEMBERED, "units", name.item, item.path, note=said_of(name))


def said_of(name: ReadName) -> str:
    """Where a remembered name comes from, in words."""
    return f"theo lần sửa ngày {day(name.on)}" if name.on else "theo danh mục cách đọc đã nhớ"


def _of_record(draft: Draft) -> Iterator[Light]:
    directive, head = draft.directive, draft.text[:_LETTERHEAD]
    for key in ("number", "symbol", "subject"):
        if span := locate(getattr(directive, key), head):
            yield Light(span, LightKind.FIELD, key)
    if directive.signer and (place := draft.text.rfind(directive.signer)) >= 0:
        yield Light(Span(place, place + len(directive.signer)), LightKind.FIELD, "signer")


def _of_item(text: str, drafted: DraftItem) -> Iterator[Light]:
    item = drafted.item
    if item.span_end <= item.span_start:
        return
    is_heading = item.kind in (ItemKind.HEADING, ItemKind.PURPOSE)
    kind = LightKind.HEADING if is_heading else LightKind.ITEM
    yield Light(Span(item.span_start, item.span_end), kind, "text", drafted.key, item.path)
    for key, kind, written in (
        ("units", LightKind.UNIT, item.units_written),
        ("coordinating", LightKind.UNIT, item.coordinating_written),
        ("via", LightKind.UNIT, item.via),
        ("phrase", LightKind.DUE, item.phrase),
    ):
        for line in written.splitlines():
            if span := locate(line, text, item.span_start, item.span_end):
                yield Light(span, kind, key, drafted.key, item.path)


def locate(words: str, text: str, start: int = 0, end: int | None = None) -> Span | None:
    """Where those words stand first between two offsets; blanks and emphasis signs between them do not matter."""
    parts = words.split()
    if not parts:
        return None
    pattern = re.compile(r"[\s*_]+".join(map(re.escape, parts)))
    hit = pattern.search(text, start, len(text) if end is None else end)
    return Span(*hit.span()) if hit else None


def loose_spans(reading: Reading | None, draft: Draft) -> tuple[Span, ...]:
    """Stretches of the body that belong to no item of the draft, so that nothing is lost (opening words, notes)."""
    taken = [Span(d.item.span_start, d.item.span_end) for d in draft.items if d.item.span_end > d.item.span_start]
    if reading is not None:
        body = [*reading.leftovers, *(item.span for item in reading.items)]
    elif taken:
        body = [Span(min(span.start for span in taken), max(span.end for span in taken))]
    else:
        body = []
    pieces = (piece for span in sorted(body) for piece in _without(span, taken))
    trimmed = (_trimmed(draft.text, piece) for piece in pieces)
    return tuple(piece for piece in trimmed if len(_LETTER.findall(draft.text[piece.start : piece.end])) > 2)


def _without(span: Span, taken: Iterable[Span]) -> Iterator[Span]:
    start = span.start
    for hole in sorted(taken):
        if hole.end <= start or hole.start >= span.end:
            continue
        if hole.start > start:
            yield Span(start, hole.start)
        start = max(start, hole.end)
    if start < span.end:
        yield Span(start, span.end)


def _trimmed(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.end - len(words) + len(words.rstrip())))


def at(lights: Iterable[Light], offset: int) -> Light | None:
    """The innermost light at an offset."""
    hits = [light for light in lights if offset in light.span]
    return min(hits, key=lambda light: (light.span.end - light.span.start, not light.note), default=None)
