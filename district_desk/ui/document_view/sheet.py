"""A text laid out as a sheet: an offset in the text is a position in the document, because each line is a block, or
goes on after one blank where the line before was only broken at the edge of a printed page.

Emphasis signs that text files carry (``**``, ``#``) are made as narrow as a hair instead of being taken out:
every offset of the reading stays true. Nothing of the text is changed beyond characters that Qt cannot hold.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from district_desk.domain.reading import Reading, Span

_SIGNS: Final = re.compile(r"^#+\s+|\*+|(?<!\w)_{2,}")
_UNHOLDABLE: Final = re.compile("[^\\n -\u2027\u202a-\ufdcf\ufdf0-\ufffd]|[\ud800-\udfff]")
_HEADED: Final = re.compile(r"^#+\s")
_NUMBERED: Final = re.compile(r"^\W*(?:\d+[.)]|[IVX]+\.|[a-zđ]\)|-|\+)")
_FEW_LINES: Final = 10
"""Of fewer lines nobody can say whether they were broken at the edge of a page."""
_FULL: Final = 0.8
"""Part of the usual length from which a line reaches the edge."""
_UNWRAPPED: Final = 160  # a line longer than this is a paragraph of its own, not a line of the scanner


def as_qt_holds_it(text: str) -> str:
    """The text with the same length in which each character is one UTF-16 unit and one QTextDocument position."""
    return _UNHOLDABLE.sub(" ", text)


@dataclass(slots=True)
class _Typesetter:
    """Walks the lines and keeps what emphasis is open."""

    document: QTextDocument
    centred: list[Span]
    leaning: list[Span]
    bold: bool = False
    italic: bool = False
    offset: int = 0
    formats: dict[tuple[bool, bool], QTextCharFormat] = field(default_factory=dict)

    def set_line(self, cursor: QTextCursor, line: str, *, goes_on: bool) -> None:
        if goes_on:
            cursor.insertText(" ", self.char_format(self.bold, self.italic))
        else:
            if self.offset:
                cursor.insertBlock()
            cursor.setBlockFormat(self.block_format(line))
        is_heading = bool(_HEADED.match(line))
        if not line.strip():
            self.bold = self.italic = False
        for words, is_sign in pieces(line):
            if is_sign:
                cursor.insertText(words, _hair())
                self.turn(words)
            else:
                cursor.insertText(words, self.char_format(self.bold or is_heading, self.italic))
        self.offset += len(line) + 1

    def turn(self, sign: str) -> None:
        if sign.startswith("*"):
            self.bold ^= len(sign) >= 2
            self.italic ^= len(sign) % 2 == 1

    def char_format(self, bold: bool, italic: bool) -> QTextCharFormat:  # noqa: FBT001 (two facts of a format)
        if (bold, italic) not in self.formats:
            made = QTextCharFormat()
            made.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
            made.setFontItalic(italic)
            self.formats[bold, italic] = made
        return self.formats[bold, italic]

    def block_format(self, line: str) -> QTextBlockFormat:
        made = QTextBlockFormat()
        if not line.strip():
            made.setLineHeight(7, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
            return made
        here = Span(self.offset, self.offset + len(line))
        if _touches(here, self.centred) or (_HEADED.match(line) and not _NUMBERED.match(line.lstrip("# "))):
            made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        elif _touches(here, self.leaning):
            made.setAlignment(Qt.AlignmentFlag.AlignRight)
        if len(line) > _UNWRAPPED:
            made.setBottomMargin(4)
        return made


def pieces(line: str) -> Iterator[tuple[str, bool]]:
    """The line cut into words and emphasis signs."""
    start = 0
    for sign in _SIGNS.finditer(line):
        if sign.start() > start:
            yield line[start : sign.start()], False
        yield sign[0], True
        start = sign.end()
    if start < len(line):
        yield line[start:], False


def _hair() -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFontPointSize(0.5)
    made.setForeground(Qt.GlobalColor.transparent)
    return made


def _touches(here: Span, others: list[Span]) -> bool:
    return any(other.start < here.end and here.start < other.end for other in others)


def lay_out(document: QTextDocument, text: str, reading: Reading | None) -> None:
    """Fills the document; type and subject are centred and the place line leans right, as on the paper."""
    header = reading.header if reading else None
    centred = [found.span for found in (header.doc_type, header.subject) if found] if header else []
    leaning = [found.span for found in (header.place, header.issued) if found] if header else []
    document.clear()
    document.setUndoRedoEnabled(False)
    typesetter = _Typesetter(document, centred, leaning)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    lines = as_qt_holds_it(text).split("\n")
    for line, goes_on in zip(lines, going_on(lines), strict=True):
        typesetter.set_line(cursor, line, goes_on=goes_on)
    cursor.endEditBlock()


def going_on(lines: Sequence[str]) -> list[bool]:
    """Which lines go on with the one before: the words of a PDF come in the lines in which they are printed, and
    shown so in a narrower window every one of them would break twice."""
    lengths = sorted(len(line) for line in lines if line.strip())
    usual = lengths[len(lengths) * 9 // 10] if lengths else 0
    if usual > _UNWRAPPED or len(lengths) < _FEW_LINES:
        return [False] * len(lines)
    full = usual * _FULL
    goes = (bool(line.strip()) and len(above) >= full and not _NUMBERED.match(line) for above, line in pairwise(lines))
    return [False, *goes]
