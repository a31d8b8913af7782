"""Type and subject: the title of a named type with its lines, or "V/v …" of a công văn (Decree 30/2020, 5a, 5b)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from district_desk.domain.reading import Found, Span
from district_desk.domain.vietnamese import collapse
from district_desk.reader.letterhead import is_title
from district_desk.reader.lines import Line, hull
from district_desk.reader.words import ADDRESSED, LETTER, OPENING_WORDS, TYPE_OF_CODE, TYPES, UPPER, URGENT

_ABOUT: Final = re.compile(r"^\W{0,3}v\s?[/.]\s?v\b\s*[:.]?\s*")
_BASIS: Final = re.compile(r"^\W{0,3}(?:can cu|theo de nghi|thuc hien|xet de nghi)\b")
_ISSUER: Final = re.compile(
    r"^(?:chu tich|uy ban nhan dan|ubnd|thu tuong|bo truong|giam doc|hoi dong nhan dan|chinh phu|truong ban|ban thuong vu"
    r"|uy ban thuong vu|ban thuong truc|bo chinh tri|quoc hoi|tong giam doc|vien truong|chanh van phong|tong cuc truong|cuc truong|hieu truong|truong phong)\b"
)
_DATE_LINE: Final = re.compile(r"\bngay\b.{0,8}\bthang\b.{0,6}\bnam\b|, ngay \d{1,2}[/-]\d{1,2}[/-]\d{4}$")
_DATE_BEHIND: Final = re.compile(
    rf"(?:^|\s+)(?:(?:Thành phố|TP\.?|Thị xã|Xã|Phường)\s+)?[{UPPER}]\w+(?:\s[{UPPER}]\w+){{0,3}},\s*ngày\b.{{0,8}}tháng\b.{{0,6}}năm\s*\d{{4}}$"
)
"""Place and date of the right column behind a line of the left one."""
_OF_WHOM: Final = re.compile(r"^cua (?:chu tich|thu tuong|ban|bo|uy ban|bi thu|thuong truc|chinh phu|giam doc)\b")
_LONGEST_LINE: Final = 110
_LONGEST: Final = 12


@dataclass(frozen=True, slots=True)
class Subject:
    """Type and subject with the index of the line after them; ``end`` is 0 where neither was found."""

    doc_type: Found | None = None
    subject: Found | None = None
    end: int = 0


def title_at(lines: Sequence[Line]) -> int:
    """The index of the line that names the type in capitals and nothing else, or -1."""
    return next((at for at, line in enumerate(lines) if line.is_upper and _type_of(line)), -1)


def title_with_subject_at(lines: Sequence[Line]) -> int:
    """The index of the line that begins with the type in capitals and goes on with the subject, or -1."""
    letter = (at for at, line in enumerate(lines) if _ABOUT.match(line.folded) or ADDRESSED.search(line.folded))
    return next((at for at, line in enumerate(lines[: next(letter, None)]) if _type_before(line)), -1)


def of_title(lines: Sequence[Line], at: int) -> Subject:
    """Type and subject of a document with a named type whose title is the line ``at``."""
    title = lines[at].cut(0, len(_type_before(lines[at])) or None)
    behind = lines[at].cut(len(title.text))
    name = _type_of(title)
    taken = [behind] if behind.text else []
    end = at + 1
    while end < min(at + 1 + _LONGEST, len(lines)) and not _ends_title(lines, end, taken):
        taken.append(lines[end])
        end += 1
    doc_type = Found(name, title.span) if name else None
    return Subject(doc_type, _found(_without_whose(taken)), end)


def of_letter(lines: Sequence[Line]) -> Subject:
    """Subject of a công văn: from "V/v" to the addressees, the date line left out."""
    at = next((place for place, line in enumerate(lines) if _ABOUT.match(line.folded)), -1)
    if at < 0:
        return Subject()
    lead = _ABOUT.match(lines[at].folded)
    length = lead.end() if lead else 0
    first = _without_date(lines[at].cut(length))
    taken = [first] if first.text else []
    end = at + 1
    while end < min(at + 1 + _LONGEST, len(lines)) and not _ends_about(lines, end, taken):
        taken.append(_without_date(lines[end]))
        end += 1
    taken = [line for line in taken if line.text]
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


def _type_before(line: Line) -> str:
    """The name of a type in capitals with which a line begins that goes on, as folded: "KẾ HOẠCH Tuyên truyền năm 2026"."""
    fitting = [name for name in TYPES if line.folded.startswith(f"{name} ") and line.text[: len(name)].isupper()]
    return "" if _type_of(line) else max(fitting, key=len, default="")


def _without_date(line: Line) -> Line:
    """The line without the place and date that stood beside it in the other column."""
    hit = _DATE_BEHIND.search(line.text)
    return line.cut(0, hit.start()) if hit else line


def _without_whose(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of a title without those that name the issuer again: "CỦA BAN BÍ THƯ / về …"."""
    if not (lines and _OF_WHOM.match(lines[0].folded)):
        return lines
    about = next((at for at, line in enumerate(lines) if re.match(r"ve\b", line.folded)), 0)
    return lines[about:] if all(line.is_upper for line in lines[:about]) else lines


def _found(lines: Sequence[Line]) -> Found | None:
    if not lines:
        return None
    value = collapse(" ".join(line.text for line in lines)).strip(" *_").lstrip(".,:; ")
    return Found(value, hull(lines)) if value else None


def _ends_title(lines: Sequence[Line], place: int, taken: Sequence[Line]) -> bool:
    line = lines[place]
    if taken and _turns_to_text(line, taken):
        return True
    if _BASIS.match(line.folded) or ADDRESSED.search(line.folded) or is_title(line) or line.text.endswith(":"):
        return True
    if re.match(r"(?:[IVX]+|\d+)\s?[.)]\s", line.text) or (_DATE_LINE.search(line.folded) and not taken):
        return True
    if re.match(r"\(\s*kem theo|\(ban hanh kem", line.folded):
        return True
    return bool(line.is_upper and _ISSUER.match(line.folded) and taken and _opens_basis(lines, place, taken))


def _turns_to_text(line: Line, taken: Sequence[Line]) -> bool:
    """Whether the title is over: after an empty line, unless its words go on; at a sentence under lines in capitals."""
    if line.gap and not _words_go_on(line, taken):
        return True
    small = line.text[:1].isupper() and not line.is_upper and not line.folded.startswith("ve ")
    return small and bool(OPENING_WORDS.match(line.folded) or all(above.is_upper for above in taken))


def _words_go_on(line: Line, taken: Sequence[Line]) -> bool:
    """Whether a line after an empty one is more of the title: the space between its lines was read as an empty line."""
    if taken[-1].ended or OPENING_WORDS.match(line.folded) or len(line.text) > _LONGEST_LINE:
        return False
    return line.text[:1].islower() or (line.is_upper and taken[-1].is_upper and not _ISSUER.match(line.folded))


def _opens_basis(lines: Sequence[Line], place: int, taken: Sequence[Line]) -> bool:
    """Whether the line in capitals is the issuer that stands above the bases, and not more of the title."""
    if not taken[-1].is_upper:
        return True
    return any(_BASIS.match(line.folded) for line in lines[place + 1 : place + 3])


def _ends_about(lines: Sequence[Line], place: int, taken: Sequence[Line]) -> bool:
    line = lines[place]
    folded = line.folded
    if ADDRESSED.search(folded) or is_title(line) or (_DATE_LINE.search(folded) and _is_last(lines, place)):
        return True
    if re.sub(r"\W+", " ", folded).strip() in URGENT or re.match(r"^\W{0,2}so\s*[:.]", folded):
        return True
    if line.is_upper and len(line.text) > 12:
        return True
    return bool(line.gap and taken and (len(line.text) > 60 or not line.text[:1].islower()))


def _is_last(lines: Sequence[Line], place: int) -> bool:
    """Whether the line with a date ends the subject: no place before it, or nothing in small letters after it."""
    if not _DATE_BEHIND.search(lines[place].text):
        return True
    words_before = _without_date(lines[place]).text
    after = lines[place + 1] if place + 1 < len(lines) else None
    goes_on = after is not None and after.text[:1].islower() and not after.gap
    return not (words_before or goes_on)
