"""The zones of a document: letterhead, body, signature, and what stands before and after them in the file."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from district_desk.reader.labels import Style
from district_desk.reader.letterhead import is_title, names_body
from district_desk.reader.lines import Line
from district_desk.reader.signature import is_authority
from district_desk.reader.words import APPENDIX, ATTACHED, DISTRIBUTION, END_SIGN, NATIONAL_TITLE, PARTY_TITLE, TYPES

_NUMBERS: Final = (Style.ARABIC, Style.ROMAN, Style.ARTICLE, Style.PART, Style.LETTER)
_NUMBER_LINE: Final = re.compile(r"^Số\s*:?\s*\S*\s*[/-]")
_SURE_END: Final = re.compile(r"\.\s?/\s?\.|\.\s?/\.?$|/\s?\.\s*$")
_LETTERHEAD_LINES: Final = 14
"""The number stands no further above the national title than this (columns read one after the other)."""
_CAPITALS: Final = 9
_LONGEST_NAME: Final = 70
"""Lines in capitals above the number, and characters of one."""
_MARK: Final = re.compile(
    r"^\W{0,3}(?:muc\s+)?(?:do (?:mat|khan)|du thao|(?:toi |tuyet )?mat|(?:thuong )?khan|hoa toc)\b.{0,20}$"
)
_SMALL_LINES: Final = 3
_SMALL_LENGTH: Final = 60
"""A letterhead in small letters: lines above the national title, and characters of a line."""
_PARTY_NUMBER: Final = re.compile(r"\W*Số\s*:?\s*\d{0,4}\s*-\s*[A-ZĐ]{2}")
_AGENCY_LINES: Final = 4
_NEAR: Final = 3
_SIGNATURE_LINES: Final = 15


@dataclass(frozen=True, slots=True)
class Zones:
    """Indices of lines: the letterhead from ``head``, the text from ``body``, the signature from ``foot``, what is
    attached from ``attached``, another document from ``end``."""

    head: int
    body: int
    foot: int
    attached: int
    end: int


def zones_from(lines: Sequence[Line], head: int, body: int) -> Zones:
    """The zones of a document whose letterhead and text begin at these lines."""
    title = next((at for at in range(body + 1, len(lines)) if _opens_another(lines, at)), len(lines))
    end = _agency_above(lines, title, body + 1) if title < len(lines) else title
    foot = _foot(lines, body, end)
    return Zones(head, body, foot, _attached_at(lines, foot, end), end)


def head_at(lines: Sequence[Line]) -> int:
    """The line on which the letterhead begins: capitals above the national title; 0 without one."""
    title = next((at for at, line in enumerate(lines[:400]) if is_title(line)), -1)
    if title < 0:
        return 0
    at = _top(lines, title)
    if at == title:
        at = next((place for place in range(max(0, at - _SMALL_LINES), at) if _in_small(lines[place:at])), at)
    number = next((place for place, line in enumerate(lines[:at]) if _NUMBER_LINE.match(line.text)), -1)
    if number >= 0 and title - number < _LETTERHEAD_LINES:
        at = _top(lines, number)
    return at


def _top(lines: Sequence[Line], at: int) -> int:
    """The first line of the capitals above a line; a mark in small letters ("Độ khẩn: Hỏa tốc") does not part them."""
    top = at
    for place in range(at - 1, max(-1, at - _CAPITALS), -1):
        line = lines[place]
        if line.is_upper and len(line.text) < _LONGEST_NAME:
            top = place
        elif not _MARK.match(line.folded):
            break
    return top


def _in_small(lines: Sequence[Line]) -> bool:
    """Whether these lines above the national title are an issuer's name that is not in capitals."""
    plain = all(len(line.text) < _SMALL_LENGTH and not re.search(r"\d|[.;:,]$", line.text) for line in lines)
    return plain and lines[0].text[:1].isupper() and names_body(lines[0])


def first_label(lines: Sequence[Line], first: int) -> int:
    """The first line that carries a number or an article, before which the letterhead must end."""
    for at in range(first, len(lines)):
        label = lines[at].label
        if label and label.style in _NUMBERS and label.rank == 1 and not lines[at].text.startswith("-"):
            return at
    return len(lines)


def _foot(lines: Sequence[Line], body: int, end: int) -> int:
    """Where the text ends: after "./.", or before Nơi nhận and the authority line."""
    listed = next((at for at in range(body, end) if DISTRIBUTION.match(lines[at].folded)), end)
    for at in range(body, listed):
        if _is_end(lines, at, listed) and not _labels_follow(lines[at + 1 : listed]):
            return at + 1
    if listed < end:
        return _above_authority(lines, listed, body)
    signed = next((at for at in range(end - 1, body, -1) if is_authority(lines[at])), end)
    return _above_authority(lines, signed, body) if end - signed < _SIGNATURE_LINES else end


def _is_end(lines: Sequence[Line], at: int, listed: int) -> bool:
    """Whether the end-of-text sign stands on the line; a sign that recognition mangled counts only near Nơi nhận."""
    text = lines[at].text
    return bool(_SURE_END.search(text) or listed - at <= _NEAR) and bool(
        END_SIGN.search(text) or re.search(r"/\s\S{1,12}$", text)
    )


def _above_authority(lines: Sequence[Line], at: int, body: int) -> int:
    while at - 1 > body and is_authority(lines[at - 1]):
        at -= 1
    return at


def _opens_another(lines: Sequence[Line], at: int) -> bool:
    """Whether the letterhead of another document stands here: the national title, or the Party's above a number."""
    line = lines[at]
    if PARTY_TITLE.fullmatch(line.folded) and line.is_upper:
        return any(_PARTY_NUMBER.match(below.text) for below in lines[at + 1 : at + _LETTERHEAD_LINES])
    return bool(NATIONAL_TITLE.search(line.folded)) and line.text[:1].isupper() and _has_capitals(line)


def _agency_above(lines: Sequence[Line], title: int, floor: int) -> int:
    """The first line of the issuing body that stands above the title of another document."""
    at = title
    while at > floor and title - at < _AGENCY_LINES and lines[at - 1].is_upper and not is_authority(lines[at - 1]):
        at -= 1
    return at


def _has_capitals(line: Line) -> bool:
    return "CH" in line.text and sum(c.isupper() for c in line.text) * 2 > sum(c.isalpha() for c in line.text)


def _labels_follow(lines: Sequence[Line]) -> bool:
    return any(line.label and line.label.style in _NUMBERS for line in lines)


def _attached_at(lines: Sequence[Line], foot: int, end: int) -> int:
    """The line on which a plan or an appendix begins that stands in the same file, below the signature."""
    for at in range(foot, end):
        folded = lines[at].folded
        titled = lines[at].is_upper and re.sub(r"\W+", " ", folded).strip() in TYPES
        if titled or ATTACHED.match(folded) or APPENDIX.match(folded):
            return at
    return end
