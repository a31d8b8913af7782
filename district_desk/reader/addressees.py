"""Kính gửi, "điện:", Đồng kính gửi: to whom a document is addressed (Decree 30/2020, 9a)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from district_desk.domain.reading import Found
from district_desk.domain.vietnamese import collapse
from district_desk.reader.lines import Line, hull
from district_desk.reader.words import ADDRESSED, OPENING_WORDS

_DASH: Final = re.compile(r"^\W{0,2}[-–—−•+~]\s*")
_AFTERWORD: Final = re.compile(r"^\W{0,2}\(?\s*(?:sau day|goi chung|goi tat)")
_ASKS: Final = re.compile(r"\b(?:de nghi|yeu cau|thong bao|huong dan|nhan duoc|co y kien|kinh moi|tran trong)\b")
"""What the first sentence of a letter says, and no name of an addressee."""
_MOST: Final = 40


@dataclass(frozen=True, slots=True)
class Addressed:
    """The addressees and the indices of their first line and of the line after them; ``end`` is 0 where the document has none."""

    addressees: tuple[Found, ...] = ()
    end: int = 0
    at: int = -1


def addressed(lines: Sequence[Line]) -> Addressed:
    """The addressees among the lines above the text."""
    at = next((place for place, line in enumerate(lines) if ADDRESSED.search(line.folded)), -1)
    if at < 0:
        return Addressed()
    groups, end = _groups(lines, at)
    return Addressed(tuple(found for group in groups if (found := _found(group))), end, at)


def _groups(lines: Sequence[Line], at: int) -> tuple[list[list[Line]], int]:
    """The lines of each addressee, and the index after the last."""
    groups: list[list[Line]] = []
    inline = _after_lead(lines[at])
    if inline.text:
        groups.append([inline])
    dashed = any(_DASH.match(line.text) for line in lines[at + 1 : at + 2])
    end = at + 1
    for place in range(at + 1, min(at + 1 + _MOST, len(lines))):
        line = lines[place]
        if _AFTERWORD.match(line.folded):
            end = place + 1
            continue
        if _is_over(line, groups, dashed=dashed):
            break
        if ADDRESSED.search(line.folded):
            rest = _after_lead(line)
            groups += [[rest]] if rest.text else []
        elif _DASH.match(line.text):
            groups.append([line.cut(len(_DASH.match(line.text)[0]))])  # type: ignore[index]
            dashed = True
        elif groups and not (groups[-1][-1].text.endswith((";", ".")) and not dashed and line.text[:1].isupper()):
            groups[-1].append(line)
        else:
            groups.append([line])
        end = place + 1
    return groups, end


def _is_over(line: Line, groups: Sequence[Sequence[Line]], *, dashed: bool) -> bool:
    """Whether the text begins with this line."""
    if ADDRESSED.search(line.folded) or _DASH.match(line.text):
        return not (dashed or ADDRESSED.search(line.folded)) and bool(groups) and len(line.text) > 200
    if not groups:
        return len(line.text) > 200
    last = groups[-1][-1].text
    if not dashed and line.text[:1].isupper() and _ASKS.search(line.folded) and not last.endswith((",", ";", " và")):
        return True
    closed = last.endswith((".", ":")) or (last.endswith(";") and dashed)
    if OPENING_WORDS.match(line.folded) and (line.gap or closed or not last.endswith((",", ";", " và"))):
        return line.text[:1].isupper()
    if line.gap and line.text[:1].isupper() and (dashed or closed or not last.endswith(";")):
        return True
    return (last.endswith(".") and line.text[:1].isupper()) or len(line.text) > 250


def _after_lead(line: Line) -> Line:
    hit = ADDRESSED.search(line.folded)
    rest = line.cut(hit.end() if hit else 0)
    lead = re.match(r"[\W_]+", rest.text)
    return rest.cut(lead.end()) if lead else rest


def _found(group: Sequence[Line]) -> Found | None:
    value = collapse(" ".join(line.text for line in group)).rstrip(" ;.,:*_").removesuffix(" và")
    return Found(value, hull(group)) if value else None
