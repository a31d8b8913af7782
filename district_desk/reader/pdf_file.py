"""PDF with a text layer: its words by their places on the page (pypdfium2), so that columns do not mix.

Pages are opened one after the other and closed again, and none is ever drawn. PDFium takes one thread at a time: a
page's words are taken under its lock, and put into order after it, so that a page on the screen waits a moment only.
"""

import ctypes
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from district_desk.domain.problems import Stopped, Unreadable, UnreadableFile
from district_desk.domain.turns import PDFIUM
from district_desk.reader.columns import Piece, Row, in_reading_order
from district_desk.reader.legacy import in_unicode
from district_desk.reader.plain_text import without_marks
from district_desk.reader.scan import Job, transcript_of_scanned_pdf
from district_desk.reader.transcript import Transcript, from_pages

_FEWEST: Final = 40
"""A page that holds fewer characters than this may be a picture with a stamp on it."""
_HYPHENS: Final = {0x02: "-", 0xFFFE: "-", 0xAD: "-"}
"""What PDFium writes for a hyphen at the end of a line."""
_COLUMN_GAP: Final = 2.4
"""Blank between two words, in heights of a letter, from which they stand in different columns."""
_PARAGRAPH_GAP: Final = 1.4
"""Distance between two lines, in usual distances, from which a paragraph ends."""
_INDENT: Final = 12.0
"""Points by which the first line of a paragraph is set in (1 cm or 1.27 cm in Decree 30/2020; less in practice)."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word and its place in points; ``base`` is the height of the line it stands on, from the foot of the page."""

    left: float
    right: float
    base: float
    height: float
    text: str


def transcript_of_pdf(job: Job) -> Transcript:
    """The text of a PDF; its pages without a text layer are recognised by sight.

    Raises:
        UnreadableFile: BROKEN_PDF, ENCRYPTED_PDF, or what recognition lacks.
        Stopped: the job was stopped.
    """
    import pypdfium2

    path = job.path
    try:
        with PDFIUM:
            document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise UnreadableFile(path, Unreadable.ENCRYPTED_PDF if locked else Unreadable.BROKEN_PDF) from error
    try:
        pages = _pages(job, document)
    except pypdfium2.PdfiumError as error:
        raise UnreadableFile(path, Unreadable.BROKEN_PDF) from error
    finally:
        with PDFIUM:
            document.close()
    pages = [without_marks(page) for page in in_unicode("\n\f\n".join(pages)).split("\f")]
    if scanned := [number for number, page in enumerate(pages, 1) if len(page) < _FEWEST]:
        return transcript_of_scanned_pdf(job, pages, scanned)
    return from_pages(pages, wrapped=True)


def _pages(job: Job, document: Any) -> list[str]:
    with PDFIUM:
        total = len(document)
    if total == 0:
        raise UnreadableFile(job.path, Unreadable.BROKEN_PDF)
    pages: list[str] = []
    for number in range(total):
        if job.stop and job.stop():
            raise Stopped
        pages.append(_page_text(document, number))
        if job.step and pages[-1]:
            job.step(sum(map(bool, pages)), total)
    return pages


def _page_text(document: Any, number: int) -> str:
    with PDFIUM:
        words = _page_words(document, number)
    return "\n".join(in_reading_order(_rows(words)))


def _page_words(document: Any, number: int) -> list[_Word]:
    page = document[number]
    try:
        layer = page.get_textpage()
        try:
            return _words(layer)
        finally:
            layer.close()
    finally:
        page.close()


def _words(layer: Any) -> list[_Word]:
    """The words of a page. PDFium says where they begin and end; where they stand is asked for their ends only."""
    from pypdfium2 import raw

    text = layer.get_text_range() if layer.count_chars() else ""
    first, last = raw.FS_RECTF(), raw.FS_RECTF()
    across, base = ctypes.c_double(), ctypes.c_double()
    found: list[_Word] = []
    for hit in re.finditer(r"\S+", text):
        raw.FPDFText_GetLooseCharBox(layer.raw, hit.start(), first)
        raw.FPDFText_GetLooseCharBox(layer.raw, hit.end() - 1, last)
        raw.FPDFText_GetCharOrigin(layer.raw, hit.start(), across, base)
        word = hit[0].translate(_HYPHENS)
        found.append(_Word(first.left, last.right, base.value, max(first.top - first.bottom, 4.0), word))
    return found


def _rows(words: Sequence[_Word]) -> list[Row]:
    """The lines of a page from the top, an empty one where a paragraph ends."""
    lines = _lines(words)
    steps = sorted(above[0].base - below[0].base for above, below in pairwise(lines))
    usual = steps[len(steps) // 2] if steps else 0.0
    margin = min((line[0].left for line in lines), default=0.0)
    rows: list[Row] = []
    for at, line in enumerate(lines):
        above = lines[at - 1] if at else None
        if above and (above[0].base - line[0].base > _PARAGRAPH_GAP * usual or _is_indented(line, above, margin)):
            rows.append(())
        rows.append(_row(line))
    return rows


def _is_indented(line: Sequence[_Word], above: Sequence[_Word], margin: float) -> bool:
    """Whether the line opens a paragraph: set in, under a line that is not."""
    return line[0].left - margin > _INDENT and above[0].left - margin < _INDENT / 2


def _lines(words: Sequence[_Word]) -> list[list[_Word]]:
    """The words of each line from left to right, the lines from the top."""
    lines: list[list[_Word]] = []
    for word in sorted(words, key=lambda word: -word.base):
        if lines and lines[-1][0].base - word.base < 0.35 * word.height:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda word: word.left) for line in lines]


def _row(line: Sequence[_Word]) -> Row:
    """The pieces of a line: words with a space between them, parted where a column's gap stands."""
    pieces: list[list[_Word]] = [[line[0]]]
    for before, word in pairwise(line):
        if word.left - before.right > _COLUMN_GAP * word.height:
            pieces.append([word])
        else:
            pieces[-1].append(word)
    return tuple(Piece(piece[0].left, piece[-1].right, " ".join(word.text for word in piece)) for piece in pieces)
