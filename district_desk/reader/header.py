"""The header of a directive put together: letterhead, type and subject, addressees; and where the text begins."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from district_desk.domain.reading import Found, Header
from district_desk.domain.vietnamese import fold, same_spelling
from district_desk.reader import letterhead
from district_desk.reader.addressees import Addressed, addressed
from district_desk.reader.lines import Line
from district_desk.reader.stamps import draft_of, urgency_of
from district_desk.reader.subject import Subject, of_letter, of_symbol, of_title, title_at, title_with_subject_at
from district_desk.reader.zones import first_label

_MOST_LINES = 90
"""The letterhead of the longest known document, addressees included, takes fewer lines than this."""
_MISREAD = 0.9
"""How alike a place in capitals and the place beside the date are at least when they are one."""
_LEVELS = {"tinh": "TỈNH", "huyen": "HUYỆN", "xa": "XÃ", "phuong": "PHƯỜNG"}
_BESIDE = 6
"""So many lines after the number the date still stands (columns read one after the other)."""


def header_of(text: str, lines: Sequence[Line], first: int) -> tuple[Header, int]:
    """The fields above the text, from the line ``first``, and the index of the line with which the text begins."""
    limit = min(len(lines), first + _MOST_LINES, first_label(lines, first))
    head = letterhead.titles_removed(lines[first:limit])
    to, title = addressed(head), title_at(head)
    if title < 0 and (any(map(letterhead.is_title, lines[first:limit])) or letterhead.number_and_symbol(head)[2] >= 0):
        title = title_with_subject_at(head)
    number, symbol, number_at = letterhead.number_and_symbol(head[: _first_of(title, to.at, len(head))])
    subject = _subject(head, title, to)
    dated = head[: max(subject.end, to.end, number_at + _BESIDE, title)]
    place, issued, date_at = letterhead.place_and_date(text, dated)
    above = _first_of(number_at, title, to.at, len(dated))
    agency, parent = letterhead.agencies(head[: above if number_at >= 0 else _first_of(above, date_at)])
    last = _past_issuer(head, max(number_at + 1, date_at + 1, subject.end, to.end))
    body = _body_at(lines, head, last, first, limit)
    header = Header(
        agency=_spelt_as(place, agency), parent_agency=_spelt_as(place, parent), number=number, symbol=symbol, place=place, issued=issued,
        doc_type=subject.doc_type or of_symbol(symbol), subject=subject.subject,
        urgency=urgency_of(head[:last]), draft=draft_of(head[:last]),
        addressees=to.addressees,
    )  # fmt: skip
    return header, body


def _spelt_as(place: Found | None, body: Found | None) -> Found | None:
    """The body with its place spelt as beside the date, where recognition misread it in capitals: to be looked at."""
    if place is None or body is None:
        return body
    words, wanted = body.value.split(), place.value.upper().split()
    tail = words[-len(wanted) :]
    likeness = SequenceMatcher(None, fold(" ".join(tail)), fold(" ".join(wanted)), autojunk=False).ratio()
    if tail == wanted or likeness < _MISREAD or same_spelling(" ".join(tail)) == same_spelling(" ".join(wanted)):
        return body
    before = [_LEVELS.get(fold(word), word) for word in words[: -len(wanted)]]
    return Found(" ".join([*before, *wanted]), body.span, doubtful=True)


def _subject(head: Sequence[Line], title: int, to: Addressed) -> Subject:
    """The lines under a title, else "V/v …" of a công văn; "V/v" above a title counts where there is an addressee."""
    if title < 0:
        return of_letter(head)
    letter = of_letter(head) if to.end else Subject()
    return letter if 0 < letter.end < title else of_title(head, title)


def _first_of(*places: int) -> int:
    """The first of the places that were found (those not found are negative)."""
    return min(place for place in places if place >= 0)


def _past_issuer(head: Sequence[Line], last: int) -> int:
    """The issuer repeated in capitals above the bases of a decision belongs to the letterhead."""
    while 0 < last < len(head) and head[last].is_upper and not head[last].text.endswith(":"):
        last += 1
    return last


def _body_at(lines: Sequence[Line], head: Sequence[Line], last: int, first: int, limit: int) -> int:
    """The index among all lines of the line after the letterhead."""
    if last == 0:
        return first
    if last >= len(head):
        return limit
    return next((at for at, line in enumerate(lines) if line.end > head[last].start), len(lines))
