"""From the words of PDF pages to blocks: lines, paragraphs, tables, and what stands aside of the text.

Aside are page numbers, running heads, footnotes and the stamps of electronic signatures: they stand where no line of
the text would, or come again on every page. A paragraph ends where the next word would still have found room.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from district_desk.domain.vietnamese import fold
from district_desk.reader.columns import Piece, Row, in_reading_order
from district_desk.reader.labels import label_at
from district_desk.reader.pdf_tables import Table, parted
from district_desk.reader.pdf_words import Sheet, Word
from district_desk.reader.transcript import Block
from district_desk.reader.words import SECRET

_COLUMN_GAP: Final = 2.4
"""Blank between two words, in heights of a letter, from which they stand in different columns."""
_PARAGRAPH_GAP: Final = 1.4
"""Distance between two lines, in usual distances, from which a paragraph ends."""
_INDENT: Final = 12.0
"""Points by which the first line of a paragraph is set in (1 cm or 1.27 cm in Decree 30/2020; less in practice)."""
_DEEPEST_INDENT: Final = 60.0
_EDGE: Final = 2
"""So many lines at the top or the foot of a page may be running heads."""
_SMALL: Final = 0.92
"""A footnote's letters, in those of the page."""
_NUMBER: Final = re.compile(r"(?:[-–]\s*)?(?:trang\s+)?\d{1,3}(?:\s*[-–]|\s*/\s*\d{1,3})?", re.IGNORECASE)
_NOTE: Final = re.compile(r"^(?:\[(\d{1,2})\]|\(?(\d{1,2}|\*)\)?|([¹²³⁴⁵⁶⁷⁸⁹⁰]+))(?=\s|[^\W\d])")
_STAMP: Final = re.compile(
    r"^(?:người ký|ký bởi|ký số bởi|email|cơ quan|thời gian ký|ngày ký|digitally signed|signature (?:not verified|valid))\b",
    re.IGNORECASE,
)
_SURE_STAMP: Final = re.compile(
    r"^(?:người ký|ký bởi|ký số bởi|thời gian ký|digitally signed|signature (?:not verified|valid))\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its edges and height in points, the width of its first word, and its pieces."""

    left: float
    right: float
    base: float
    height: float
    first: float
    pieces: Row

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(piece.text for piece in self.pieces)


@dataclass(slots=True)
class _Page:
    """The lines of a page from the top, its tables, and what was taken out of it."""

    lines: list[Line]
    tables: list[Table]
    top: list[str]
    foot: list[str]


def blocks_of(pages: Iterable[Sheet]) -> list[list[Block]]:
    """The blocks of every page."""
    sheets = [_page(sheet) for sheet in pages]
    for sheet in sheets:
        _take_numbers(sheet)
    _take_running(sheets)
    for sheet in sheets:
        _take_notes(sheet)
    margin = _right_margin([line for sheet in sheets for line in sheet.lines])
    found: list[list[Block]] = []
    goes_on = False
    for sheet, after in zip(sheets, [*sheets[1:], None], strict=True):
        body = "\n".join(_body(sheet, margin))
        blocks = [Block("\n".join(sheet.top), aside=True, goes_on=goes_on), Block(body, goes_on=goes_on)]
        goes_on = after is not None and _runs_on(sheet, after, margin)
        found.append([*blocks, Block("\n".join(sheet.foot), aside=True, goes_on=goes_on)])
    return found


def _page(sheet: Sheet) -> _Page:
    words, tables = parted(sheet.words, sheet.rules) if sheet.rules.upright else (sheet.words, [])
    page = _Page(_lines(words), tables, [], [])
    if any(_SURE_STAMP.match(line.text) for line in page.lines):
        page.foot = [line.text for line in page.lines if _STAMP.match(line.text)]
        page.lines = [line for line in page.lines if not _STAMP.match(line.text)]
    page.foot += [line.text for line in _lines(sheet.stamps)]
    return page


def _take_numbers(page: _Page) -> None:
    """A page's number, alone on its first or last line."""
    if page.lines and _NUMBER.fullmatch(page.lines[0].text):
        page.top.append(page.lines.pop(0).text)
    if page.lines and _NUMBER.fullmatch(page.lines[-1].text):
        page.foot.append(page.lines.pop().text)


def _take_running(pages: Sequence[_Page]) -> None:
    """Lines that come again at the edge of most later pages; never those of the first, nor a mark of secrecy."""
    later = pages[1:]
    for edge, kept in ((0, "top"), (-1, "foot")) * _EDGE:
        seen = Counter(_bare(page.lines[edge]) for page in later if page.lines)
        running = {said for said, times in seen.items() if said and times > 1 and times * 2 > len(later)} - set(SECRET)
        for page in later:
            if page.lines and _bare(page.lines[edge]) in running:
                getattr(page, kept).append(page.lines.pop(edge).text)


def _bare(line: Line) -> str:
    """What a line says without the numbers that change from page to page; nothing where it is an item's."""
    return "" if label_at(line.text) else re.sub(r"[\W\d_]+", " ", fold(line.text)).strip()


def _take_notes(page: _Page) -> None:
    """Footnotes: the small lines at the foot, from one whose number a word of the page carries."""
    if len(page.lines) < _EDGE:
        return
    usual = median(line.height for line in page.lines)
    at = len(page.lines)
    while at > 0 and page.lines[at - 1].height <= _SMALL * usual:
        at -= 1
    marks = " ".join(line.text for line in page.lines[:at])
    for start in range(at, len(page.lines)):
        note = _NOTE.match(page.lines[start].text)
        mark = next(filter(None, note.groups()), "") if note else ""
        if mark and re.search(rf"[^\W\d][)\]”\"]?\s?[(\[]?{re.escape(mark)}(?!\d)", marks):
            page.foot[:0] = [line.text for line in page.lines[start:]]
            page.lines = page.lines[:start]
            return


def _right_margin(lines: Sequence[Line]) -> float:
    """Where full lines of the document end."""
    widest = max((line.right - line.left for line in lines), default=0.0)
    rights = sorted(line.right for line in lines if line.right - line.left > 0.6 * widest)
    return rights[int(0.8 * (len(rights) - 1))] if rights else 0.0


def _runs_on(page: _Page, after: _Page, margin: float) -> bool:
    """Whether the paragraph at the foot of a page goes on at the top of the next."""
    if not page.lines or not after.lines or page.tables or after.tables:
        return False
    left = min(line.left for line in after.lines)
    above, line = page.lines[-1], after.lines[0]
    full = above.right > margin - 2 * above.height
    return full and len(line.pieces) == 1 and line.left - left < _INDENT / 2 and not _has_room(above, line, margin)


def _body(page: _Page, margin: float) -> Iterator[str]:
    """The lines of a page in reading order, tables where they stand."""
    lines = page.lines
    for table in sorted(page.tables, key=lambda table: -table.top):
        above = [line for line in lines if line.base > table.top]
        yield from in_reading_order(_rows(above, margin))
        yield from ("", *table.rows, "")
        lines = [line for line in lines if line.base <= table.top]
    yield from in_reading_order(_rows(lines, margin))


def _rows(lines: Sequence[Line], margin: float) -> list[Row]:
    """The lines as rows of pieces, an empty one where a paragraph ends."""
    steps = sorted(above.base - below.base for above, below in pairwise(lines))
    usual = steps[len(steps) // 2] if steps else 0.0
    left = min((line.left for line in lines), default=0.0)
    rows: list[Row] = []
    for at, line in enumerate(lines):
        above = lines[at - 1] if at else None
        if above and (
            above.base - line.base > _PARAGRAPH_GAP * usual
            or _is_indented(line, above, left)
            or _ended_short(line, above, left, margin)
        ):
            rows.append(())
        rows.append(line.pieces)
    return rows


def _is_indented(line: Line, above: Line, left: float) -> bool:
    """Whether the line opens a paragraph: set in, under a line that is not."""
    return line.left - left > _INDENT and above.left - left < _INDENT / 2


def _ended_short(line: Line, above: Line, left: float, margin: float) -> bool:
    """Whether the line above ended a paragraph: it runs over the middle, yet the next word would have found room."""
    starts = above.left - left < _DEEPEST_INDENT and line.left - left < _DEEPEST_INDENT
    over_the_middle = above.right > (left + margin) / 2 and len(above.pieces) == 1
    return starts and over_the_middle and _has_room(above, line, margin)


def _has_room(above: Line, line: Line, margin: float) -> bool:
    """Whether the first word of a line would have stood on the line above."""
    return above.right + 0.4 * above.height + line.first < margin


def _lines(words: Sequence[Word]) -> list[Line]:
    """The lines from the top."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: -word.base):
        if lines and lines[-1][0].base - word.base < 0.35 * word.height:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [_line(sorted(line, key=lambda word: word.left)) for line in lines]


def _line(words: Sequence[Word]) -> Line:
    """A line of its words from the left, in pieces where a column's gap stands."""
    pieces: list[list[Word]] = [[words[0]]]
    for before, word in pairwise(words):
        if word.left - before.right > _COLUMN_GAP * word.height:
            pieces.append([word])
        else:
            pieces[-1].append(word)
    first, last = words[0], words[-1]
    row = tuple(Piece(piece[0].left, piece[-1].right, " ".join(word.text for word in piece)) for piece in pieces)
    height = max(word.height for word in words)
    return Line(first.left, last.right, first.base, height, first.right - first.left, row)
