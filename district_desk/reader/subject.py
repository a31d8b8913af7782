"""Type and subject: the title of a named type with its lines, or "V/v …" of a công văn (Decree 30/2020, 5a, 5b)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from district_desk.domain.reading import Found, Span
from district_desk.domain.vietnamese import collapse
from district_desk.reader.letterhead import is_title
from district_desk.reader.lines import Line, hull
from district_desk.reader.words import ADDRESSED, LETTER, OPENING_WORDS, TYPE_OF_CODE, TYPES, URGENT

_ABOUT: Final = re.compile(r"^\W{0,3}v\s?[/.]\s?v\b\s*[:.]?\s*")
_BASIS: Final = re.compile(r"^\W{0,3}(?:can cu|theo de nghi|thuc hien|xet de nghi)\b")
_ISSUER: Final = re.compile(
    r"^(?:chu tich|uy ban nhan dan|ubnd|thu tuong|bo truong|giam doc|hoi dong nhan dan|chinh phu|truong ban|ban thuong vu"
    r"|chanh van phong|tong cuc truong|cuc truong|hieu truong|truong phong)\b"
)
_DATE_LINE: Final = re.compile(r"\bngay\b.{0,8}\bthang\b.{0,6}\bnam\b")
_LONGEST: Final = 12


@dataclass(frozen=True, slots=True)
class Subject:
    """Type and subject with the index of the line after them; ``end`` is 0 where neither was found."""

    doc_type: Found | None = None
    subject: Found | None = None
    end: int = 0


def title_at(lines: Sequence[Line]) -> int:
    """The index of the line that names the type in capitals, or -1."""
    for at, line in enumerate(lines):
        if line.is_upper and _type_of(line):
            return at
    return -1


def of_title(lines: Sequence[Line], at: int) -> Subject:
    """Type and subject of a document with a named type whose title is the line ``at``."""
    name = _type_of(lines[at])
    taken: list[Line] = []
    for place in range(at + 1, min(at + 1 + _LONGEST, len(lines))):
        if _ends_title(lines, place, taken):
            break
        taken.append(lines[place])
    end = at + 1 + len(taken)
    doc_type = Found(name, lines[at].span) if name else None
    return Subject(doc_type, _found(taken), end)


def of_letter(lines: Sequence[Line]) -> Subject:
    """Subject of a công văn: from "V/v" to the addressees, the date line left out."""
    at = next((place for place, line in enumerate(lines) if _ABOUT.match(line.folded)), -1)
    if at < 0:
        return Subject()
    lead = _ABOUT.match(lines[at].folded)
    length = lead.end() if lead else 0
    taken = [lines[at].cut(length)] if lines[at].text[length:].strip() else []
    end = at + 1
    while end < min(at + 1 + _LONGEST, len(lines)) and not _ends_about(lines[end], taken):
        taken.append(lines[end])
        end += 1
    doc_type = Found(LETTER, Span(lines[at].start, lines[at].start + length))
    return Subject(doc_type, _found(taken), end)


def of_symbol(symbol: Found | None) -> Found | None:
    """The type that the symbol names: "CT-UBND" a chỉ thị, "UBND-NC" (no abbreviation of a type) a công văn."""
    if symbol is None:
        return None
    head = re.split(r"[-/]", re.sub(r"^(?:19|20)\d\d/", "", symbol.value))[0].upper()
    return Found(TYPE_OF_CODE.get(head, LETTER), symbol.span)


def _type_of(line: Line) -> str | None:
    return TYPES.get(re.sub(r"\W+", " ", line.folded).strip())


def _found(lines: Sequence[Line]) -> Found | None:
    if not lines:
        return None
    value = collapse(" ".join(line.text for line in lines)).strip(" *_").lstrip(".,:; ")
    return Found(value, hull(lines)) if value else None


def _ends_title(lines: Sequence[Line], place: int, taken: Sequence[Line]) -> bool:
    line = lines[place]
    if taken and (line.gap or (line.text[:1].isupper() and not line.is_upper and OPENING_WORDS.match(line.folded))):
        return True
    if _BASIS.match(line.folded) or ADDRESSED.search(line.folded) or is_title(line) or line.text.endswith(":"):
        return True
    if re.match(r"(?:[IVX]+|\d+)\s?[.)]\s", line.text) or (_DATE_LINE.search(line.folded) and not taken):
        return True
    if re.match(r"\(\s*kem theo|\(ban hanh kem", line.folded):
        return True
    return bool(line.is_upper and _ISSUER.match(line.folded) and taken and _opens_basis(lines, place, taken))


def _opens_basis(lines: Sequence[Line], place: int, taken: Sequence[Line]) -> bool:
    """Whether the line in capitals is the issuer that stands above the bases, and not more of the title."""
    if not taken[-1].is_upper:
        return True
    return any(_BASIS.match(line.folded) for line in lines[place + 1 : place + 3])


def _ends_about(line: Line, taken: Sequence[Line]) -> bool:
    folded = line.folded
    if ADDRESSED.search(folded) or is_title(line) or _DATE_LINE.search(folded):
        return True
    if re.sub(r"\W+", " ", folded).strip() in URGENT or re.match(r"^\W{0,2}so\s*[:.]", folded):
        return True
    if line.is_upper and len(line.text) > 12:
        return True
    return bool(line.gap and taken and (len(line.text) > 60 or not line.text[:1].islower()))
