"""From a transcript to a reading: the zones of a document, then each zone by its own rules."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Final

from district_desk.domain.notation import Notation, family_of
from district_desk.domain.reading import Citation, DocumentGuess, Header, Reading, ReadItem, Span
from district_desk.reader.body import items_of, units_given
from district_desk.reader.citations import citations
from district_desk.reader.guess import guess_of
from district_desk.reader.header import header_of
from district_desk.reader.items import Tree, tree_of
from district_desk.reader.lines import Line, lines_of
from district_desk.reader.paragraphs import body_of
from district_desk.reader.signature import Signature, signature
from district_desk.reader.stacked_tables import stacked_tables
from district_desk.reader.stamps import secrecy_of
from district_desk.reader.tables import Table, all_of, tables_in
from district_desk.reader.transcript import Transcript
from district_desk.reader.words import APPENDIX, ATTACHED, OPENS_APPENDIX
from district_desk.reader.zones import Zones, head_at, zones_from

_ITEMS_ABOVE: Final = 2
_LETTERHEAD: Final = 15
"""A letterhead that was read after the text: items before it, and the most lines that it has."""
_LETTERHEAD_LINES: Final = 12
_BLANK_NUMBER: Final = re.compile(r"\s*Số\s*:?\s*(?:\.{3,}|…+|_{3,})")
"""A number left open with dots: a form."""
_TITLE_LINES: Final = 15
"""The title of an attached plan takes no more lines than this."""


@dataclass(frozen=True, slots=True)
class _Part:
    """The items of one text in the file: the directive's own, or those of the plan that it puts in force."""

    tree: Tree
    items: tuple[ReadItem, ...] = ()
    aside: tuple[Span, ...] = ()


def reading_of(name: str, transcript: Transcript) -> Reading:
    """The reading of the first document in the file; those behind it hang on it (:attr:`Reading.others`)."""
    lines = lines_of(transcript.text, transcript.aside)
    own, at = _document(name, transcript, lines)
    others: list[Reading] = []
    while at < len(lines):
        other, length = _document(name, transcript, lines[at:])
        if _is_whole(other, lines[at : at + length]):
            others.append(other)
        at += length
    return replace(own, others=tuple(others)) if others else own


def _is_whole(other: Reading, lines: Sequence[Line]) -> bool:
    """Whether what a second letterhead opens is a document and not a form to be filled in (DOMAIN 2.15)."""
    blank = any(_BLANK_NUMBER.match(line.text) for line in lines[:_LETTERHEAD_LINES])
    return other.header.symbol is not None and not blank and not other.guess.is_for_reference and bool(other.items)


def _document(name: str, transcript: Transcript, lines: list[Line]) -> tuple[Reading, int]:
    """The reading of the document with which the lines begin, and how many of them are its own."""
    text = transcript.text
    if not lines:
        return Reading(name, text, DocumentGuess.UNKNOWN), 0
    first = head_at(lines)
    if below_text := _letterhead_below(lines, first):
        lines, first = lines[:first], 0
    header, start = header_of(text, lines, first)
    if below_text:
        header = _completed(header, header_of(text, below_text, 0)[0])
    zones = zones_from(lines, first, start)
    secrecy = secrecy_of(lines[: zones.body], lines, transcript.page_starts)
    below = signature(lines[zones.foot : zones.attached])
    guess = guess_of(header, below, lines)
    issued = header.issued.value if header.issued else None
    own = _part(transcript, lines[zones.body : zones.foot], issued)
    plan = _attached(transcript, lines, zones, issued, len(own.items))
    return Reading(
        name=name,
        text=text,
        guess=guess,
        header=Header(secrecy=secrecy)
        if guess is DocumentGuess.ARTICLE
        else _signed(replace(header, secrecy=secrecy), below),
        items=own.items + plan.items,
        lead_units=units_given(text, own.tree),
        references=_references(text, lines, zones, header, (own, plan)),
        page_starts=transcript.page_starts,
        scanned=transcript.scanned,
        leftovers=tuple(sorted([*transcript.aside, *_leftovers(lines, zones, own, plan, below)])),
    ), zones.end


def _letterhead_below(lines: list[Line], first: int) -> list[Line]:
    """The letterhead where it was read after the whole text (a text box of Word, a column that came last); else nothing."""
    numbered = sum(line.label is not None for line in lines[:first])
    after = lines[first:]
    if numbered < _ITEMS_ABOVE or len(after) > _LETTERHEAD or any(line.label for line in after):
        return []
    return after


def _completed(header: Header, other: Header) -> Header:
    """The header with what only the other has."""
    lacking = (each.name for each in fields(header) if not getattr(header, each.name))
    return replace(header, **{name: getattr(other, name) for name in lacking})


def _part(transcript: Transcript, lines: Sequence[Line], issued: date | None, first: int = 0, root: str = "") -> _Part:
    """The items in these lines; ``first`` is the index that the first of them will have, ``root`` begins their paths."""
    body = body_of(lines, wrapped=transcript.wrapped, table=all_of(_tables(transcript.text, lines)))
    tree = tree_of(body.paragraphs, root=root)
    return _Part(tree, items_of(transcript.text, tree, issued, first=first), tuple(body.aside))


def _attached(transcript: Transcript, lines: Sequence[Line], zones: Zones, issued: date | None, first: int) -> _Part:
    """The items below the signature: those of a plan put in force, then the rows of tasks of the appendices."""
    appended = next(
        (at for at in range(zones.attached + 1, zones.end) if OPENS_APPENDIX.match(lines[at].folded)), zones.end
    )
    whole = _plan(transcript, lines[zones.attached : appended], issued, first)
    below = lines[appended if whole.items else zones.foot : zones.end]
    for number, table in enumerate(_joined(_tables(transcript.text, below)), 1):
        rows = [line for line in below if line.start in table.rows or line.start in table.heads]
        root = "PL" if number == 1 else f"PL{number}"
        part = _part(transcript, rows, issued, first + len(whole.items), root)
        whole = _Part(whole.tree, whole.items + part.items, whole.aside + part.aside)
    return whole


def _tables(text: str, lines: Sequence[Line]) -> list[Table]:
    """The tables of tasks in the order of the text."""
    return sorted([*tables_in(text, lines), *stacked_tables(lines)], key=lambda table: min(table.rows))


def _joined(tables: Sequence[Table]) -> list[Table]:
    """A table that goes on with the count of the one above it, after a page or a title, is the rest of it."""
    whole: list[Table] = []
    for table in tables:
        if whole and table.goes_on:
            whole[-1] = all_of([whole[-1], table])
        else:
            whole.append(table)
    return whole


def _plan(transcript: Transcript, lines: Sequence[Line], issued: date | None, first: int) -> _Part:
    """The items of a plan put in force by the document ("Kèm theo Quyết định số …") that stands in the same file."""
    at = next((place for place, line in enumerate(lines[:_TITLE_LINES]) if ATTACHED.match(line.folded)), None)
    if at is None or any(APPENDIX.match(line.folded) for line in lines[:at]):
        return _Part(Tree())
    start = next((place for place in range(at, len(lines)) if lines[place].label), None)
    return _Part(Tree()) if start is None else _part(transcript, lines[start:], issued, first)


def _signed(header: Header, below: Signature) -> Header:
    return replace(header, signer=below.signer, signer_title=below.signer_title, cc=below.cc)


def _references(
    text: str, lines: Sequence[Line], zones: Zones, header: Header, parts: tuple[_Part, _Part]
) -> tuple[Citation, ...]:
    own_part, plan = parts
    last = zones.end if plan.items else zones.foot
    if last <= zones.head:
        return ()
    stretch = Span(lines[zones.head].start, lines[last - 1].end)
    opening = next((item.span.start for item in own_part.items if item.label), stretch.end)
    if header.symbol is None:
        return citations(text, stretch, opening=opening)
    number, symbol = header.number.value if header.number else "", header.symbol.value
    own = str(Notation(number, symbol, family_of(symbol))) if number else ""
    return citations(text, stretch, opening=opening, own=own, own_at=header.symbol.span.start)


def _leftovers(lines: Sequence[Line], zones: Zones, own: _Part, plan: _Part, below: Signature) -> tuple[Span, ...]:
    """What belongs to no field and no item: openings, footnotes, what stands above the letterhead and below the name."""
    spans = [Span(one.start, one.end) for one in own.tree.opening]
    spans += [*own.aside, *plan.aside]
    spans += _around(lines, zones, plan)
    after = lines[zones.foot + below.end : None if not plan.items else zones.attached]
    if after:
        spans.append(Span(after[0].start, after[-1].end))
    if zones.head:
        spans.append(Span(lines[0].start, lines[zones.head - 1].end))
    return tuple(spans)


def _around(lines: Sequence[Line], zones: Zones, plan: _Part) -> list[Span]:
    """The title of what is attached, and what stands below its last item."""
    if not plan.items:
        return []
    first, last = plan.items[0].span.start, max(item.span.end for item in plan.items)
    shown = {span.start for span in plan.aside}
    title = [line for line in lines[zones.attached : zones.end] if line.start < first and line.start not in shown]
    rest = [line for line in lines[zones.attached :] if line.start >= last]
    return [Span(part[0].start, part[-1].end) for part in (title, rest) if part]
