"""The letterhead: who issues, under whom, number and symbol, place and date (Decree 30/2020, Appendix I).

It is read by what the parts look like, not by where a page should have them: portals and recognition shuffle the
two columns. What cannot be read is left out.
"""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from district_desk.domain.reading import Found, FoundDate, Span
from district_desk.domain.vietnamese import collapse, fold
from district_desk.domain.written_dates import YEARS, made
from district_desk.reader.lines import Line, hull
from district_desk.reader.words import (
    AGENCY_HEADS,
    FORM_TITLE,
    LIST_TITLE,
    MOTTO,
    NATIONAL_TITLE,
    PARTY_TITLE,
    SECRET,
    TYPES,
    UPPER,
    URGENT,
)

_NUMBER_LINE: Final = re.compile(
    r"^\W{0,2}(?:(?:nghi quyet|luat|chi thi|quyet dinh|ke hoach|thong bao|cong van)\s+so\s*:|so\s*(?:[:.;]|(?=[\s\d])))"
)
_TITLE_WORDS: Final = "cong hoa xa hoi chu nghia viet nam"
_SYMBOL: Final = r"[A-ZĐÐ][A-Za-zĐđÐ0-9&]*(?:\s?[-_.]\s?[A-ZĐÐ][A-Za-zĐđÐ0-9&]*)*"
_NUMBERED: Final = re.compile(
    rf"^(?P<number>\d+[a-zđ]?)?(?P<noise>.{{0,8}}?)\s*(?:/\s?(?P<symbol>(?:(?:19|20)\d\d\s?/\s?)?{_SYMBOL})"
    rf"|-\s?(?P<party>{_SYMBOL}\s?/\s?{_SYMBOL}))"
)
_DATE: Final = re.compile(
    r"(?P<place>[^\n]*?)[,.;]?\s*\bng[àaảáãâ]y?\S{0,3}?\s*(?P<day>[^\s]{0,6}?)\s*th[áăắảàãâ]ng\s*(?P<month>[^\s]{0,4}?)"
    r"\s*n[ăaãâ]m\s*(?P<year>\d{4})"
    r"|(?P<place2>[^\n]*?),\s*ngày\s*(?P<day2>\d{1,2})[/-](?P<month2>\d{1,2})[/-](?P<year2>\d{4})"
)
_DAY: Final = re.compile(r"\bng[àaảáãâ]y\b")
_CITING: Final = re.compile(
    r"\b(?:kem theo|quyet dinh|nghi quyet|ke hoach|cong van|thong bao|can cu|thuc hien|chi thi|nghi dinh|thong tu|cong dien"
    r"|to trinh|ket luan|huong dan|luat|bao cao|van ban)\b"
)
"""Words after which a day is that of another document."""
_OF_ANOTHER: Final = re.compile(r"\s*(?:\)|của\b|về\b|tại\b|quy định|ban hành|đến\b)")
_WORD: Final = rf"[{UPPER}][\w’']*\.?"
_PLACE: Final = re.compile(
    rf"(?:(?:Thành phố|thành phố|TP\.?|Tp\.?|Thị xã|thị xã|Huyện|huyện|Xã|xã|Phường|phường)\s+)?{_WORD}(?:(?:\s+|\s?[-–]\s?){_WORD}){{0,4}}\s*$"
)
_LETTERHEAD_LINES: Final = 6
_NAME_LENGTH: Final = 60
_LINES_OF_NAME: Final = 3
"""What a letterhead in small letters holds: so many lines, of so many characters, for one body."""
_FRAGMENTS: Final = (
    "VÀ",
    "TỈNH",
    "THÀNH PHỐ",
    "HUYỆN",
    "QUẬN",
    "THỊ XÃ",
    "XÃ",
    "PHƯỜNG",
    "VĂN",
    "ỦY",
    "UỶ",
    "BAN",
    "CHI",
    "CỦA",
)


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What was read above the text; ``end`` is the index of the line after the last part that was found."""

    agency: Found | None = None
    parent_agency: Found | None = None
    number: Found | None = None
    symbol: Found | None = None
    place: Found | None = None
    issued: FoundDate | None = None
    urgency: Found | None = None
    secrecy: Found | None = None
    end: int = 0


def titles_removed(lines: Sequence[Line]) -> list[Line]:
    """The lines with the national title, the motto and the Party's title taken out, what stood beside them kept."""
    pieces: list[Line] = []
    inside = False
    for at, line in enumerate(lines):
        after = lines[at + 1].folded if at + 1 < len(lines) else ""
        inside = _is_part_of_title(line, inside=inside or after.startswith(("hoa xa", "hoi chu nghia")))
        piece = line.cut(0, 0) if inside else _beside_title(line)
        inside = inside or piece is not line
        if piece.text:
            pieces.append(piece)
    return pieces


def _is_part_of_title(line: Line, *, inside: bool) -> bool:
    """Whether the line holds some words of the national title that was cut in two."""
    bare = re.sub(r"\W+", " ", line.folded).strip()
    if not line.is_upper or bare not in _TITLE_WORDS:
        return False
    return inside or bare.startswith(("cong hoa xa", "chu nghia"))


def is_title(line: Line) -> bool:
    """Whether the national title, the motto or the Party's title stands on the line."""
    folded = line.folded
    return bool(NATIONAL_TITLE.search(folded) or MOTTO.search(folded) or (line.is_upper and PARTY_TITLE.search(folded)))


def _beside_title(line: Line) -> Line:
    folded = line.folded
    hit = NATIONAL_TITLE.search(folded) or MOTTO.search(folded)
    if hit is None and line.is_upper:
        hit = PARTY_TITLE.search(folded)
    return line.cut(0, hit.start()) if hit else line


def number_and_symbol(lines: Sequence[Line]) -> tuple[Found | None, Found | None, int]:
    """Number, symbol and the index of their line (-1 where there is none). An unclear number is left out."""
    for at, line in enumerate(lines):
        lead = _NUMBER_LINE.match(line.folded)
        if lead and line.text[:1].islower() and lead[0][-1] not in ":.;":
            continue
        if lead is None and not re.match(r"^\S{0,6}\s*/[A-ZĐ]{2,}-[A-ZĐ]{2,}", line.text):
            continue
        start = lead.end() if lead else 0
        rest = line.cut(start)
        if not rest.text and at + 1 < len(lines):
            rest = lines[at + 1]
        if hit := _NUMBERED.match(rest.text):
            return *_read_number(rest, hit), at
    return None, None, -1


def _read_number(line: Line, hit: re.Match[str]) -> tuple[Found | None, Found | None]:
    group = "symbol" if hit["symbol"] else "party"
    symbol = re.sub(r"\s+", "", hit[group]).replace("ĐÐ", "Đ").replace("Ð", "Đ").replace("_", "-").rstrip(".-")
    whole = Found(symbol, Span(line.start + hit.start(group), line.start + hit.end(group)))
    if not hit["number"] or hit["noise"].strip():
        return None, whole
    return Found(hit["number"], Span(line.start + hit.start("number"), line.start + hit.end("number"))), whole


def place_and_date(text: str, lines: Sequence[Line]) -> tuple[Found | None, FoundDate | None, int]:
    """Place, date and the index of the line on which the date ends (-1: none). A day or month not read gives no date."""
    for at, line in enumerate(lines):
        after = lines[at + 1] if at + 1 < len(lines) else line
        adjacent = not text[line.end : after.start].strip() and not (after.gap and not _DAY.search(line.text))
        hit = _DATE.match(text[line.start : after.end if adjacent else line.end].replace("\n", " "))
        if hit is None or not (hit["year"] or hit["year2"]):
            continue
        if _dates_another(hit):
            continue
        last = at + (line.start + hit.end() > line.end)
        return _place(text, lines, at, hit), _date(line.start, hit), last
    return None, None, -1


def _dates_another(hit: re.Match[str]) -> bool:
    """Whether the day is that of a document or event that the line names, and not the letterhead's own."""
    before = hit["place"] or hit["place2"] or ""
    citing = _CITING.search(fold(before)) and not _NUMBER_LINE.match(fold(before.lstrip()))
    return bool(len(before) > 90 or citing or _OF_ANOTHER.match(hit.string, hit.end()))


def _date(start: int, hit: re.Match[str]) -> FoundDate | None:
    suffix = "" if hit["year"] else "2"
    day, month, year = hit["day" + suffix], hit["month" + suffix], hit["year" + suffix]
    if not (day.isdecimal() and month.isdecimal()):
        return None
    value = made(int(year), int(month), int(day))
    if value is None or value.year not in YEARS:
        return None
    return FoundDate(value, Span(start + hit.start("day" + suffix), start + hit.end("year" + suffix)))


def _place(text: str, lines: Sequence[Line], at: int, hit: re.Match[str]) -> Found | None:
    written = (hit["place"] if hit["place"] is not None else hit["place2"]).rstrip(" ,.;")
    after_symbol = 0
    for symbol in re.finditer(rf"(?<![-–_])[/-]\s?{_SYMBOL}", written):
        after_symbol = symbol.end()
    before = lines[at - 1] if at and not text[lines[at - 1].end : lines[at].start].strip() else None
    if not written and before and before.text.endswith(","):
        hit_above = _PLACE.fullmatch(before.text[:-1])
        return Found(hit_above[0], Span(before.start, before.end - 1)) if hit_above else None
    place = _PLACE.search(written, after_symbol)
    if place is None or place[0].isupper():
        return None
    start = lines[at].start + place.start()
    value = collapse(place[0])
    if before and place.start() == 0 and _PLACE.fullmatch(before.text) and not before.is_upper:
        value, start = collapse(f"{before.text} {value}"), before.start
    return Found(value, Span(start, lines[at].start + place.end()))


def agencies(lines: Sequence[Line]) -> tuple[Found | None, Found | None]:
    """The issuing body and its parent, from the lines above the number."""
    names: list[list[Line]] = []
    for line in lines:
        if LIST_TITLE.match(line.folded) or FORM_TITLE.match(line.folded):
            break
        if not line.is_upper or _is_mark(line) or re.search(r"\d", line.text):
            continue
        if names and not _opens_name(line, names[-1]):
            names[-1].append(line)
        elif names_body(line) or _is_fragment(line):
            names.append([line])
    found = [_agency(name) for name in names if _has_head_text(" ".join(line.text for line in name))]
    found = found or _in_small(lines)
    if not found:
        return None, None
    return found[-1], (found[-2] if len(found) > 1 else None)


def _in_small(lines: Sequence[Line]) -> list[Found]:
    """The issuer of a letterhead that is not in capitals: "Ủy ban nhân dân / huyện Ví Dụ"; the first short lines."""
    names: list[list[Line]] = []
    for line in lines[:_LETTERHEAD_LINES]:
        if re.search(r"\d|[.;:,]$", line.text) or len(line.text) > _NAME_LENGTH:
            break
        if names and not (line.text[:1].isupper() and names_body(line)):
            names[-1].append(line)
        elif line.text[:1].isupper() and names_body(line):
            names.append([line])
    return [_agency(name) for name in names if len(name) <= _LINES_OF_NAME]


def _agency(name: Sequence[Line]) -> Found:
    value = collapse(" ".join(line.text for line in name)).strip(" .,*-–—_:")
    adjacent = all(not after.gap and after.start - before.end < 3 for before, after in itertools.pairwise(name))
    return Found(value, hull(name) if adjacent else name[0].span)


def _is_mark(line: Line) -> bool:
    bare = re.sub(r"\W+", " ", line.folded).strip()
    return bare in URGENT or bare in SECRET or bare in TYPES or bare.startswith("du thao")


def _is_fragment(line: Line) -> bool:
    return line.text in _FRAGMENTS


def names_body(line: Line) -> bool:
    """Whether the line begins as the name of a body does: "SỞ …", "Ủy ban …"."""
    return _has_head_text(line.text)


def _has_head_text(text: str) -> bool:
    folded = fold(text).strip(" .*-")
    return any(folded == head or folded.startswith(head + " ") for head in AGENCY_HEADS)


def _opens_name(line: Line, name: Sequence[Line]) -> bool:
    """Whether the line begins another body's name rather than going on with the one above."""
    above = collapse(" ".join(part.text for part in name))
    if above in _FRAGMENTS or above.endswith((" VÀ", ",", "-", "–", " CỦA", " CHỈ ĐẠO", " CHẤP HÀNH")):
        return False
    if fold(above) in ("ban chap hanh trung uong", "thu tuong"):
        return False
    if fold(line.text).startswith(("chinh phu", "quoc hoi", "hoi dong nhan dan va", "ban nhan dan")) and len(name) == 1:
        return False
    return names_body(line)
