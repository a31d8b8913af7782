"""The stamp ĐẾN on a page of its own, or over the first page of a copy of a PDF (DOMAIN 3.7)."""

import logging
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from district_desk.domain.decree_dates import day_month_year
from district_desk.domain.problems import MissingGlyphs, Unreadable, UnreadableFile
from district_desk.domain.stamps import HEIGHT, WIDTH, ArrivalStamp, Spot, StampPlace, spot_of
from district_desk.prints.document import A4, Align
from district_desk.prints.pdf.ink import MM, Ink
from district_desk.prints.pdf.letters import Letters
from district_desk.prints.pdf.lines import Line, lines_of
from district_desk.prints.pdf.pages import PdfFile
from district_desk.prints.pdf.stacks import baseline_of
from district_desk.prints.style import LINE_HEIGHT, STYLES, Part

if TYPE_CHECKING:
    from pypdf import PdfWriter

_HEAD: Final = 9.0
_MIDDLE: Final = 12.0
"""Heights in millimetres of the name of the office and of the row "ĐẾN | Số, Ngày"; the rest is that of Chuyển."""
_WORD: Final = 50 * 13.5 / (13.5 + 38.1)
"""Width of the cell "ĐẾN": the decree's table is 13,5 + 38,1 mm, drawn to 50."""
_INSET: Final = 1.5
_PASSED_LINES: Final = 2


def stamp_alone(stamp: ArrivalStamp, place: StampPlace | Spot, *, fonts: Path) -> bytes:
    """A sheet of A4 with nothing but the stamp, to be printed over a document on paper.

    Raises:
        MissingGlyphs: characters that the faces do not have.
    """
    return _sheet(stamp, place, A4.width, A4.height, fonts)


def stamp_over(original: Path, stamp: ArrivalStamp, place: StampPlace | Spot, *, fonts: Path) -> bytes:
    """A copy of a PDF with the stamp over its first page. What the original holds is kept byte for byte before what is
    added, so that a signature in it can still be traced.

    Raises:
        UnreadableFile: it is no PDF, is spoilt, or has a password.
        MissingGlyphs: characters that the faces do not have.
    """
    from pypdf import PdfReader, PdfWriter
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it mends in a file is no news for a clerk
    try:
        source = original.read_bytes()
    except OSError as fault:
        raise UnreadableFile(original, Unreadable.MISSING) from fault
    try:
        if PdfReader(BytesIO(source)).is_encrypted:
            raise UnreadableFile(original, Unreadable.ENCRYPTED_PDF)
        writer = PdfWriter(BytesIO(source), incremental=True)
        _stamp_first(writer, stamp, place, fonts)
        out = BytesIO()
        writer.write(out)
    except (PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError) as fault:
        raise UnreadableFile(original, Unreadable.BROKEN_PDF) from fault
    return out.getvalue()


def _stamp_first(writer: "PdfWriter", stamp: ArrivalStamp, place: StampPlace | Spot, fonts: Path) -> None:
    """Lay the stamp over the first page as it is read: upright also where the page lies turned."""
    from pypdf import PdfReader

    page = writer.pages[0]
    if page.rotation:
        page.transfer_rotation_to_content()
    box = page.cropbox
    over = _sheet(stamp, place, float(box.width) / MM, float(box.height) / MM, fonts)
    page.merge_translated_page(PdfReader(BytesIO(over)).pages[0], float(box.left), float(box.bottom))


def _sheet(stamp: ArrivalStamp, place: StampPlace | Spot, width: float, height: float, fonts: Path) -> bytes:
    """A page of that size in millimetres with nothing but the stamp."""
    file = PdfFile(fonts, "Dấu ĐẾN")
    ink = Ink(width * MM, height * MM)
    spot = place.within(width, height) if isinstance(place, Spot) else spot_of(place, width, height)
    _Drawn(stamp, file.letters, ink, spot).draw()
    if file.letters.missing:
        raise MissingGlyphs("".join(sorted(file.letters.missing)))
    file.add(ink)
    out = BytesIO()
    file.save(out)
    return out.getvalue()


class _Drawn:
    """The stamp on its way to a page; points from here on."""

    def __init__(self, stamp: ArrivalStamp, letters: Letters, ink: Ink, spot: Spot) -> None:
        self._stamp, self._letters, self._ink = stamp, letters, ink
        self._left, self._top = spot.left * MM, spot.top * MM
        self._lines = partial(lines_of, letters=letters)

    def draw(self) -> None:
        """The frame, and the words in it."""
        left, top, right = self._left, self._top, self._left + WIDTH * MM
        middle, foot = top + _HEAD * MM, top + (_HEAD + _MIDDLE) * MM
        self._ink.cells((left, right), top, _HEAD * MM)
        self._ink.cells((left, left + _WORD * MM, right), middle, _MIDDLE * MM)
        self._ink.cells((left, right), foot, (HEIGHT - _HEAD - _MIDDLE) * MM)
        self._centred(self._stamp.body, Part.STAMP_BODY, left, WIDTH * MM, top, _HEAD * MM)
        self._centred("Đến", Part.STAMP_WORD, left, _WORD * MM, middle, _MIDDLE * MM)
        beside = left + (_WORD + _INSET) * MM
        day = day_month_year(self._stamp.arrived) if self._stamp.arrived else ""
        step = _MIDDLE * MM / 2
        self._field("Số: ", self._stamp.arrival, beside, right, middle + step * 0.75)
        self._field("Ngày: ", day, beside, right, middle + step * 1.65)
        self._below(left + _INSET * MM, right, foot)

    def _below(self, left: float, right: float, top: float) -> None:
        """Chuyển in up to two lines, and the file's code."""
        style = STYLES[Part.STAMP_LINE]
        leading = style.size * LINE_HEIGHT
        baseline = top + leading
        width = right - left - _INSET * MM
        text = f"Chuyển: {self._stamp.passed_to}" if self._stamp.passed_to else ""
        for line in self._shortened(text, width):
            self._ink.set_line(line, Align.LEFT, left, width, baseline)
            baseline += leading
        if not text:
            self._field("Chuyển: ", "", left, right, baseline)
        low = top + (HEIGHT - _HEAD - _MIDDLE) * MM - leading * 0.35
        self._field("Số và ký hiệu HS: ", self._stamp.file_code, left, right, low)

    def _shortened(self, text: str, width: float) -> Iterator[Line]:
        """The lines that have room; where more would follow, the last one ends with dots."""
        style = STYLES[Part.STAMP_LINE]
        lines = self._lines(text, style, width=width)
        words = text.split()
        while len(lines) > _PASSED_LINES:
            words.pop()
            lines = self._lines(" ".join(words) + "\u00a0…", style, width=width)
        yield from lines

    def _field(self, name: str, value: str, left: float, right: float, baseline: float) -> None:
        """A name with its value, or with dots to write on up to the frame."""
        style = STYLES[Part.STAMP_LINE]
        (line, *_) = self._lines(f"{name}{value}", style, width=10 * WIDTH * MM)
        self._ink.set_line(line, Align.LEFT, left, right - left, baseline)
        if not value:
            self._ink.dots(left + line.width + 2, right - _INSET * MM, baseline)

    def _centred(self, text: str, part: Part, left: float, width: float, top: float, height: float) -> None:  # noqa: PLR0913, PLR0917 (a place is what it is)
        """Words in the middle of a cell."""
        style = STYLES[part]
        lines = self._lines(text, style, width=width - 2)
        leading = style.size * LINE_HEIGHT
        above = top + (height - leading * len(lines)) / 2
        for place, line in enumerate(lines):
            self._ink.set_line(line, Align.CENTER, left, width, above + place * leading + baseline_of(style))
