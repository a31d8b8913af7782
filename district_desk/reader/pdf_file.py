"""PDF with a text layer: its words by their places on the page (pypdfium2), so that columns do not mix.

Pages are opened one after the other and closed again, and none is ever drawn.
"""

import ctypes
from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from district_desk.domain.problems import Stopped, Unreadable, UnreadableFile
from district_desk.reader.columns import Piece, Row, in_reading_order
from district_desk.reader.plain_text import without_marks
from district_desk.reader.transcript import Transcript, from_pages

_FEWEST: Final = 40
"""A document whose pages together hold fewer characters than this is a scan with a stamp on it."""
_LAST_PAGE_WITHOUT: Final = 20
"""After so many pages without a character the rest is looked at for its number of characters only."""
_WORD_GAP: Final = 0.18
_COLUMN_GAP: Final = 2.2
_PARAGRAPH_GAP: Final = 1.45
_INDENT: Final = 12.0

Char = tuple[float, float, float, float, str]
"""Left, bottom, right, top in points, and the character."""


def transcript_of_pdf(
    path: Path, *, step: Callable[[int, int], None] | None = None, stop: Callable[[], bool] | None = None
) -> Transcript:
    """The text of a PDF.

    Raises:
        UnreadableFile: BROKEN_PDF, ENCRYPTED_PDF, or NO_TEXT_LAYER with the number of pages.
        Stopped: ``stop`` said so.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise UnreadableFile(path, Unreadable.ENCRYPTED_PDF if locked else Unreadable.BROKEN_PDF) from error
    try:
        pages = _pages(path, document, step, stop)
    except pypdfium2.PdfiumError as error:
        raise UnreadableFile(path, Unreadable.BROKEN_PDF) from error
    finally:
        document.close()
    if sum(len(page) for page in pages) < _FEWEST:
        raise UnreadableFile(path, Unreadable.NO_TEXT_LAYER, str(len(pages)))
    return from_pages(pages, wrapped=True)


def _pages(path: Path, document: Any, step: Callable[[int, int], None] | None, stop: Callable[[], bool] | None) -> list[str]:
    total = len(document)
    if total == 0:
        raise UnreadableFile(path, Unreadable.BROKEN_PDF)
    pages: list[str] = []
    for number in range(total):
        if stop and stop():
            raise Stopped
        pages.append(_page_text(document, number))
        if step:
            step(number + 1, total)
    return pages


def _page_text(document: Any, number: int) -> str:
    page = document[number]
    words = page.get_textpage()
    try:
        rows = _rows(_chars(words))
    finally:
        words.close()
        page.close()
    return without_marks("\n".join(in_reading_order(rows)))


def _chars(words: Any) -> list[Char]:
    """The visible characters of a page with their boxes."""
    from pypdfium2 import raw

    found: list[Char] = []
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    for at in range(words.count_chars()):
        code = raw.FPDFText_GetUnicode(words.raw, at)
        letter = chr(code)
        if letter.isspace() or code < 32 or 0xD800 <= code < 0xE000 or code in (0xFFFE, 0xFFFF, 0x2):
            continue
        raw.FPDFText_GetCharBox(words.raw, at, left, right, bottom, top)
        found.append((left.value, bottom.value, right.value, top.value, letter))
    return found


def _rows(chars: Sequence[Char]) -> list[Row]:
    """The lines of a page from the top, an empty one where a paragraph ends."""
    lines = _lines(chars)
    rows: list[Row] = []
    heights = sorted(above[0] - below[0] for above, below in zip(lines, lines[1:], strict=False))
    usual = heights[len(heights) // 2] if heights else 0.0
    margin = min((line[1][0][0] for line in lines), default=0.0)
    for at, (baseline, line) in enumerate(lines):
        if at and (lines[at - 1][0] - baseline > _PARAGRAPH_GAP * usual or _is_indented(line, lines[at - 1][1], margin)):
            rows.append(())
        rows.append(_row(line))
    return rows


def _is_indented(line: Sequence[Char], above: Sequence[Char], margin: float) -> bool:
    """Whether the line opens a paragraph: set in, under a line that is not."""
    return line[0][0] - margin > _INDENT and above[0][0] - margin < _INDENT / 2


def _lines(chars: Sequence[Char]) -> list[tuple[float, list[Char]]]:
    """Characters of one height, from the top of the page, each line from left to right."""
    lines: list[tuple[float, list[Char]]] = []
    for char in sorted(chars, key=lambda c: -(c[1] + c[3])):
        middle, height = (char[1] + char[3]) / 2, max(char[3] - char[1], 4.0)
        for at in range(len(lines) - 1, max(-1, len(lines) - 3), -1):
            if abs(lines[at][0] - middle) < 0.6 * height:
                lines[at][1].append(char)
                break
        else:
            lines.append((middle, [char]))
    return [(middle, sorted(line)) for middle, line in lines]


def _row(line: Sequence[Char]) -> Row:
    """The pieces of a line: words with a space between them, parted where a column's gap stands."""
    size = sorted(char[3] - char[1] for char in line)[len(line) // 2] or 8.0
    pieces: list[list[Char]] = [[line[0]]]
    texts = [line[0][4]]
    for before, char in zip(line, line[1:], strict=False):
        gap = char[0] - before[2]
        if gap > _COLUMN_GAP * size * 1.4:
            pieces.append([char])
            texts.append(char[4])
            continue
        pieces[-1].append(char)
        texts[-1] += (" " if gap > _WORD_GAP * size else "") + char[4]
    return tuple(Piece(piece[0][0], piece[-1][2], text) for piece, text in zip(pieces, texts, strict=True))


def _groups(values: Sequence[float]) -> int:
    return sum(1 for _ in groupby(values))
