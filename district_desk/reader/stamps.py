"""Marks put on a document rather than written in it: urgency, secrecy, "DỰ THẢO" (Decree 30/2020, Appendix I, 10).

A mark stands alone, in capitals, in a frame, or, where two columns became one line, behind what stood beside it. The
same word inside a sentence or a title ("bí mật nhà nước", "VỀ VIỆC BẢO VỆ BÍ MẬT NHÀ NƯỚC") is none.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import Final

from district_desk.domain.reading import Found
from district_desk.reader.letterhead import names_body, titles_removed
from district_desk.reader.lines import Line
from district_desk.reader.words import SECRET, URGENT

_DRAFT: Final = {"du thao": "Dự thảo", "ban du thao": "Dự thảo", "du thao lan": "Dự thảo"}
_SECRECY_FIELD: Final = re.compile(r"\bdo mat\s*[:.]\s*(?P<mark>tuyet mat|toi mat|mat)\b")
_URGENCY_FIELD: Final = re.compile(r"\bdo khan\s*[:.]\s*(?P<mark>hoa toc|thuong khan|khan)\b")
"""A mark written in a field of its own, as systems of documents print it: "Độ mật: Tối mật"."""
_BEHIND: Final = re.compile(r"\S\s+[\[(|]?(?P<mark>TUYỆT MẬT|TỐI MẬT|MẬT|HỎA TỐC|HOẢ TỐC|THƯỢNG KHẨN|KHẨN)[\])|]?$")
_INSIDE_A_WORD: Final = re.compile(r"(?:BÍ|BẢO|CƠ|THÂN|CÔNG ĐIỆN|CẤP)\s+[\[(|]?(?:MẬT|KHẨN)[\])|]?$")
_NUMBERED: Final = re.compile(r"^\W{0,2}so\s*[:\d]")
_NO_NUMBER: Final = re.compile(r"^\W{0,2}Số\s*:?[\s.…_]*[/-]\s?[A-ZĐ]{2}")
_NO_DAY: Final = re.compile(r"\bngày[\s.…_]*tháng\b")
_CELLS: Final = re.compile(r"\t|\s{2,}|\|")
_EDGE: Final = 3
"""So many lines at the top and the foot of a page may carry a mark."""


def urgency_of(head: Sequence[Line]) -> Found | None:
    """The mark of urgency in the letterhead."""
    return next(chain(_fields(head, _URGENCY_FIELD, URGENT), _marks(head, URGENT)), None)


def draft_of(head: Sequence[Line]) -> Found | None:
    """The mark of a draft in the letterhead."""
    for line in head:
        bare = re.sub(r"[\W\d]+", " ", line.folded).strip()
        if bare in _DRAFT and len(line.text) < 2 * len(bare) + 8:
            return Found(_DRAFT[bare], line.span)
    return None


def is_unfilled(head: Sequence[Line]) -> bool:
    """Whether room was left for the number and for the day, and neither was filled in."""
    return any(_NO_NUMBER.match(line.text) for line in head) and any(_NO_DAY.search(line.text) for line in head)


def secrecy_of(head: Sequence[Line], lines: Sequence[Line], page_starts: Sequence[int]) -> Found | None:
    """The mark of secrecy: in the letterhead, in its field, or alone at the edge of any page (DOMAIN 3.9)."""
    edges = tuple(_edges(lines, page_starts))
    at_the_edge = (mark for line in edges if (mark := _alone(line, SECRET)))
    in_the_head = _marks((*head, *titles_removed(head)), SECRET)
    return next(chain(_fields((*head, *edges), _SECRECY_FIELD, SECRET), in_the_head, at_the_edge), None)


def _fields(lines: Sequence[Line], pattern: re.Pattern[str], names: Mapping[str, str]) -> Iterator[Found]:
    for line in lines:
        if hit := pattern.search(line.folded):
            yield Found(names[hit["mark"]], line.span)


def _marks(lines: Sequence[Line], names: Mapping[str, str]) -> Iterator[Found]:
    for line in lines:
        if found := _alone(line, names) or _in_a_cell(line, names) or _behind(line, names):
            yield found


def _alone(line: Line, names: Mapping[str, str]) -> Found | None:
    """A mark that is the whole line; letters may be spaced out or framed."""
    bare = re.sub(r"\W+", " ", line.folded).strip()
    tight = next((name for name in names if name.replace(" ", "") == bare.replace(" ", "")), None)
    written = line.text.strip(" .*|[]()-_:")
    shouted = line.is_upper or written in names.values()
    return Found(names[tight], line.span) if tight and shouted else None


def _in_a_cell(line: Line, names: Mapping[str, str]) -> Found | None:
    cells = [line.cut(*span) for span in _cells_of(line.text)]
    return next((mark for cell in cells if (mark := _alone(cell, names))), None) if len(cells) > 1 else None


def _cells_of(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for hit in _CELLS.finditer(text):
        yield at, hit.start()
        at = hit.end()
    yield at, len(text)


def _behind(line: Line, names: Mapping[str, str]) -> Found | None:
    """A mark behind the number or the name of a body: "Số: 12/BC-UBND MẬT"."""
    hit = _BEHIND.search(line.text)
    if hit is None or _INSIDE_A_WORD.search(line.text) or not (_NUMBERED.match(line.folded) or names_body(line)):
        return None
    mark = line.cut(hit.start("mark"), hit.end("mark"))
    return Found(names[mark.folded], mark.span) if mark.folded in names else None


def _edges(lines: Sequence[Line], page_starts: Sequence[int]) -> Iterator[Line]:
    """The first and the last lines of every page."""
    tops = [0, *(bisect_left(lines, start, key=lambda line: line.start) for start in page_starts), len(lines)]
    for top, end in pairwise(sorted(set(tops))):
        yield from lines[top : min(end, top + _EDGE)]
        yield from lines[max(top, end - _EDGE) : end]
