"""Measures of a printed page, taken from the PDF itself: where words stand, in what face and size, where lines run.

Millimetres from the top left corner of the paper.
"""

import ctypes
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pypdfium2
import pypdfium2.raw as c

from district_desk.prints.to_pdf import write

ROOT = Path(__file__).parents[2]
FONTS = ROOT / "resources" / "fonts"
FORMS = ROOT / "forms"
MM = 72 / 25.4
_LINE_END_HYPHEN = {2: "-"}  # pdfium marks a hyphen at the end of a line as a place where a word was parted
_PARTED = "\ufffe"  # the same in a whole text


@dataclass(frozen=True)
class Words:
    """Words on one baseline without a wide gap between them; ``size`` in points."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    font: str

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True)
class Stroke:
    """A straight line."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def length(self) -> float:
        return abs(self.x1 - self.x0) + abs(self.y1 - self.y0)

    @property
    def is_level(self) -> bool:
        return abs(self.y0 - self.y1) < 0.01


class PrintedPage:
    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self.width, self.height = (length / MM for length in page.get_size())
        textpage = page.get_textpage()
        self.text = textpage.get_text_range().replace("\r\n", "\n").replace(_PARTED, "-")
        self.words = _words(textpage, page.get_height())
        self.strokes = [
            stroke
            for path in page.get_objects([c.FPDF_PAGEOBJ_PATH])
            if _is_stroked(path)
            for stroke in _strokes(path, page)
        ]

    def find(self, text: str) -> Words:
        hits = [words for words in self.words if text in words.text]
        assert hits, f"{text!r} is not on the page:\n{self.text}"
        return hits[0]

    def rule_under(self, words: Words) -> Stroke:
        """The first level line below some words that overlaps them."""
        under = [s for s in self.strokes if s.is_level and words.baseline < s.y0 < words.baseline + 4
                 and s.x0 < words.right and s.x1 > words.left]  # fmt: skip
        assert under, f"no line under {words.text!r}"
        return min(under, key=lambda s: s.y0)

    @property
    def uprights(self) -> list[float]:
        """The x of the upright lines, each once."""
        return sorted({round(s.x0, 2) for s in self.strokes if not s.is_level and abs(s.x0 - s.x1) < 0.01})


def printed(*documents) -> list[PrintedPage]:
    out = BytesIO()
    write(documents, out, fonts=FONTS)
    pdf = pypdfium2.PdfDocument(out.getvalue())
    return [PrintedPage(page) for page in pdf]


def _words(textpage: pypdfium2.PdfTextPage, height: float) -> list[Words]:
    found: list[Words] = []
    run: list[tuple[str, float, float, float, float, str]] = []
    for index in range(textpage.count_chars()):
        letter = _letter(textpage, index)
        if letter is None:
            continue
        if run and (
            abs(letter[3] - run[-1][3]) > 0.1 or not -20 < letter[1] - run[-1][2] < 7 or letter[4:] != run[-1][4:]
        ):
            found.append(_joined(run, height))
            run = []
        run.append(letter)
    if run:
        found.append(_joined(run, height))
    return [words for words in found if words.text]


def _letter(textpage, index):
    code = c.FPDFText_GetUnicode(textpage, index)
    if code in (10, 13) or c.FPDFText_IsGenerated(textpage, index):
        return None
    x, y = ctypes.c_double(), ctypes.c_double()
    c.FPDFText_GetCharOrigin(textpage, index, x, y)
    _, _, right, _ = textpage.get_charbox(index, loose=True)
    buffer, flags = ctypes.create_string_buffer(80), ctypes.c_int()
    c.FPDFText_GetFontInfo(textpage, index, buffer, 80, flags)
    return (
        _LINE_END_HYPHEN.get(code, chr(code)),
        x.value,
        right,
        y.value,
        c.FPDFText_GetFontSize(textpage, index),
        buffer.value.decode(),
    )


def _joined(run, height: float) -> Words:
    text = "".join(letter[0] for letter in run)
    inked = [letter for letter in run if letter[0].strip()] or run
    return Words(text.strip(), inked[0][1] / MM, inked[-1][2] / MM, (height - run[0][3]) / MM, run[0][4],
                 run[0][5].rpartition("+")[2])  # fmt: skip


def _is_stroked(path) -> bool:
    """Lines, not the filled squares of a code."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    c.FPDFPath_GetDrawMode(path, fill, stroke)
    return bool(stroke.value)


def _strokes(path, page) -> list[Stroke]:
    height, strokes, start, here = page.get_height(), [], (0.0, 0.0), (0.0, 0.0)
    for index in range(c.FPDFPath_CountSegments(path)):
        segment = c.FPDFPath_GetPathSegment(path, index)
        x, y = ctypes.c_float(), ctypes.c_float()
        c.FPDFPathSegment_GetPoint(segment, x, y)
        point = (x.value / MM, (height - y.value) / MM)
        if c.FPDFPathSegment_GetType(segment) == c.FPDF_SEGMENT_MOVETO:
            start = point
        else:
            strokes.append(Stroke(*here, *point))
        here = point
        if c.FPDFPathSegment_GetClose(segment) and here != start:
            strokes.append(Stroke(*here, *start))
    return [Stroke(min(s.x0, s.x1), min(s.y0, s.y1), max(s.x0, s.x1), max(s.y0, s.y1)) for s in strokes]
