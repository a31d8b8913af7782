"""From a transcript to a reading: the zones of a document, then each zone by its own rules."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from district_desk.domain.notation import Notation, family_of
from district_desk.domain.reading import DocumentGuess, Found, Header, ReadItem, Reading, Span
from district_desk.reader import letterhead
from district_desk.reader.addressees import addressed
from district_desk.reader.body import items_of, units_given
from district_desk.reader.citations import citations
from district_desk.reader.guess import guess_of
from district_desk.reader.items import Tree, tree_of
from district_desk.reader.labels import label_at
from district_desk.reader.lines import Line, lines_of
from district_desk.reader.paragraphs import Body, body_of
from district_desk.reader.signature import Signature, is_authority, signature
from district_desk.reader.subject import Subject, of_letter, of_symbol, of_title, title_at
from district_desk.reader.transcript import Transcript
from district_desk.reader.words import APPENDIX, ATTACHED, DISTRIBUTION, END_SIGN, SECRET, TYPES, URGENT

_HEAD_LINES: Final = 90
"""The letterhead of the longest known document, addressees included, takes fewer lines than this."""
_TITLE_LINES: Final = 15
"""The title of an attached plan takes no more lines than this."""


@dataclass(frozen=True, slots=True)
class Zones:
    """Indices of lines: the letterhead from ``head``, the body from ``body``, the signature from ``foot`` to ``end``."""

    head: int
    body: int
    foot: int
    end: int


def reading_of(name: str, transcript: Transcript) -> Reading:
    """The reading of one document."""
    text = transcript.text
    lines = lines_of(text)
    header, zones = _header_and_zones(text, lines)
    issued = header.issued.value if header.issued else None
    body = body_of(lines[zones.body : zones.foot], wrapped=transcript.wrapped)
    tree = tree_of(body.paragraphs)
    cut = _attached_at(lines, zones)
    below = signature(lines[zones.foot : cut])
    guess = guess_of(header, below, lines)
    if guess is DocumentGuess.ARTICLE:
        header, below = Header(), Signature()
    items = items_of(text, tree, issued)
    attached = _attached_items(text, lines[cut : zones.end], transcript.wrapped, issued, len(items))
    last = zones.end if attached else zones.foot
    stretch = Span(lines[zones.head].start, lines[last - 1].end) if last > zones.head else Span(0, 0)
    return Reading(
        name=name,
        text=text,
        guess=guess,
        header=_with_signature(header, below),
        items=(*items, *attached),
        lead_units=units_given(text, tree),
        references=citations(text, stretch, own=_notation(header), own_at=header.symbol.span.start if header.symbol else -1),
        page_starts=transcript.page_starts,
        leftovers=_leftovers(lines, zones, tree, body, below, bool(attached)),
    )


def _notation(header: Header) -> str:
    if not header.symbol:
        return ""
    family = family_of(header.symbol.value)
    return str(Notation(header.number.value if header.number else "", header.symbol.value, family))


def _with_signature(header: Header, below: Signature) -> Header:
    from dataclasses import replace

    return replace(header, signer=below.signer, signer_title=below.signer_title, cc=below.cc)


def _header_and_zones(text: str, lines: Sequence[Line]) -> tuple[Header, Zones]:
    first = _head_at(lines)
    limit = min(len(lines), first + _HEAD_LINES, _first_label(lines, first))
    head = letterhead.titles_removed(lines[first:limit])
    title = title_at(head)
    to = addressed(head)
    number, symbol, number_at = letterhead.number_and_symbol(head[: _before(title, to.at, len(head))])
    about = of_letter(head) if title < 0 or (0 < to.end and of_letter(head).end and of_letter(head).end < title) else Subject()
    subject = of_title(head, title) if title >= 0 and not about.end else about
    upper = [at for at in (number_at, title, to.at) if at >= 0]
    place, issued, date_at = letterhead.place_and_date(text, head[: max([subject.end, to.end, number_at + 6, title])])
    top = min(upper, default=date_at if date_at >= 0 else 0)
    agency, parent = letterhead.agencies(head[: top if upper or date_at >= 0 else 0])
    last = max(number_at + 1, date_at + 1, subject.end, to.end)
    last = _past_issuer(head, last)
    body = _index_of(lines, head[last].start) if last < len(head) else limit
    if last == 0:
        body = first
    foot, end = _foot(lines, body)
    header = Header(
        agency=agency, parent_agency=parent, number=number, symbol=symbol, place=place, issued=issued,
        doc_type=subject.doc_type or of_symbol(symbol), subject=subject.subject,
        urgency=letterhead.marks(head[:last], URGENT), secrecy=letterhead.marks(lines[:max(body, first + last)], SECRET),
        addressees=to.addressees,
    )  # fmt: skip
    return header, Zones(first, body, foot, end)


def _before(*places: int) -> int:
    """The first of the places that were found (those not found are negative)."""
    return min(place for place in places if place >= 0)


def _index_of(lines: Sequence[Line], start: int) -> int:
    return next((at for at, line in enumerate(lines) if line.end > start), len(lines))


def _head_at(lines: Sequence[Line]) -> int:
    """The line on which the letterhead begins: capitals above the national title; 0 without one."""
    title = next((at for at, line in enumerate(lines[:400]) if letterhead.is_title(line)), -1)
    if title < 0:
        return 0
    at = title
    while at > 0 and lines[at - 1].is_upper and title - at < 8 and len(lines[at - 1].text) < 70:
        at -= 1
    number = next((place for place, line in enumerate(lines[:at]) if re.match(r"^Số\s*:?\s*\S*\s*[/-]", line.text)), -1)
    if 0 <= number and title - number < 14:
        at = number
        while at > 0 and lines[at - 1].is_upper and number - at < 8:
            at -= 1
    return at


def _first_label(lines: Sequence[Line], first: int) -> int:
    """The first line that carries a number or an article, before which the letterhead must end."""
    for at in range(first, len(lines)):
        label = label_at(lines[at].text)
        if label and label.style.value in ("arabic", "roman", "article", "part", "letter") and label.rank == 1 and not lines[at].text.startswith("-"):
            return at
    return len(lines)


def _past_issuer(head: Sequence[Line], last: int) -> int:
    """The issuer repeated in capitals above the bases of a decision belongs to the letterhead."""
    while 0 < last < len(head) and head[last].is_upper and not head[last].text.endswith(":"):
        last += 1
    return last


def _foot(lines: Sequence[Line], body: int) -> tuple[int, int]:
    """Where the body ends, and where the document ends."""
    end = next((at for at in range(body + 1, len(lines)) if _opens_another(lines, at)), len(lines))
    listed = next((at for at in range(body, end) if DISTRIBUTION.match(lines[at].folded)), end)
    for at in range(body, listed):
        if re.search(r"\.\s?/\s?\.|\.\s?/\.?$|/\s\S{0,12}$", lines[at].text) and END_SIGN.search(lines[at].text) and not _labels_follow(lines, at + 1, listed):
            return at + 1, end
    foot = listed
    while foot > body and (is_authority(lines[foot - 1]) and foot - 1 > body):
        foot -= 1
    if listed == end:
        signed = next((at for at in range(end - 1, body, -1) if is_authority(lines[at])), None)
        while signed and signed - 1 > body and is_authority(lines[signed - 1]):
            signed -= 1
        return (signed, end) if signed and end - signed < 15 else (end, end)
    return foot, end


def _opens_another(lines: Sequence[Line], at: int) -> bool:
    """Whether the letterhead of another document stands here."""
    return bool(letterhead.NATIONAL_TITLE.search(lines[at].folded)) and lines[at].text[:1].isupper() and _has_capitals(lines[at])


def _has_capitals(line: Line) -> bool:
    return "CH" in line.text and sum(c.isupper() for c in line.text) * 2 > sum(c.isalpha() for c in line.text)


def _labels_follow(lines: Sequence[Line], start: int, end: int) -> bool:
    return any((label := label_at(line.text)) and label.style.value in ("arabic", "roman", "letter", "article") for line in lines[start:end])


def _attached_at(lines: Sequence[Line], zones: Zones) -> int:
    """The line on which a plan or an appendix begins that stands in the same file, below the signature."""
    for at in range(zones.foot, zones.end):
        bare = re.sub(r"\W+", " ", lines[at].folded).strip()
        if ATTACHED.match(lines[at].folded) or APPENDIX.match(lines[at].folded) or (lines[at].is_upper and bare in TYPES):
            return at
    return zones.end


def _attached_items(
    text: str, lines: Sequence[Line], wrapped: bool | None, issued: date | None, before: int
) -> tuple[ReadItem, ...]:
    """The items of a plan that the document puts in force ("Kèm theo Quyết định số …") and that stands in the same file."""
    at = next((place for place, line in enumerate(lines[:_TITLE_LINES]) if ATTACHED.match(line.folded)), None)
    if at is None or any(APPENDIX.match(line.folded) for line in lines[:at]):
        return ()
    rest = lines[at:]
    start = next((place for place, line in enumerate(rest) if label_at(line.text)), None)
    if start is None:
        return ()
    tree = tree_of(body_of(rest[start:], wrapped=wrapped).paragraphs)
    return items_of(text, tree, issued, first=before)


def _leftovers(
    lines: Sequence[Line], zones: Zones, tree: Tree, body: Body, below: Signature, attached: bool
) -> tuple[Span, ...]:
    """What belongs to no field and no item: openings, footnotes, whatever stands after the signature."""
    spans = [Span(one.start, one.end) for one in tree.opening] + body.aside
    after = lines[zones.foot + below.end :]
    if after and not attached:
        spans.append(Span(after[0].start, after[-1].end))
    if zones.head > 0:
        spans.append(Span(lines[0].start, lines[zones.head - 1].end))
    return tuple(sorted(spans))
