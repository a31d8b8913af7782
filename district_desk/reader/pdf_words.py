"""What PDFium tells of a page: its words with their places, and the rules drawn on it. Called in PDFium's turn."""

import ctypes
import re
from dataclasses import dataclass
from typing import Any, Final

_HYPHENS: Final = {0x02: "-", 0xFFFE: "-", 0xAD: "-"}
"""What PDFium writes for a hyphen at the end of a line."""
_THIN: Final = 3.0
"""Points; a path no thicker than this is a rule."""
_MOST_RULES: Final = 5_000


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its place in points; ``base`` is the height of the line it stands on, from the foot of the page."""

    left: float
    right: float
    base: float
    height: float
    text: str


@dataclass(frozen=True, slots=True)
class Rules:
    """Heights of the level rules and places of the upright ones, each with its two ends."""

    level: tuple[tuple[float, float, float], ...] = ()
    upright: tuple[tuple[float, float, float], ...] = ()


def words_of(page: Any) -> list[Word]:
    """The words of an open page. PDFium says where they begin and end; where they stand is asked for their ends only."""
    from pypdfium2 import raw

    layer = page.get_textpage()
    try:
        text = layer.get_text_range() if layer.count_chars() else ""
        first, last = raw.FS_RECTF(), raw.FS_RECTF()
        across, base = ctypes.c_double(), ctypes.c_double()
        found: list[Word] = []
        for hit in re.finditer(r"\S+", text):
            raw.FPDFText_GetLooseCharBox(layer.raw, hit.start(), first)
            raw.FPDFText_GetLooseCharBox(layer.raw, hit.end() - 1, last)
            raw.FPDFText_GetCharOrigin(layer.raw, hit.start(), across, base)
            word = hit[0].translate(_HYPHENS)
            found.append(Word(first.left, last.right, base.value, max(first.top - first.bottom, 4.0), word))
        return found
    finally:
        layer.close()


def rules_of(page: Any) -> Rules:
    """The rules of an open page: thin paths, as Word draws the frames of cells."""
    from pypdfium2 import raw

    edges = [ctypes.c_float() for _ in range(4)]
    level: list[tuple[float, float, float]] = []
    upright: list[tuple[float, float, float]] = []
    for at in range(min(raw.FPDFPage_CountObjects(page.raw), _MOST_RULES)):
        path = raw.FPDFPage_GetObject(page.raw, at)
        if raw.FPDFPageObj_GetType(path) != raw.FPDF_PAGEOBJ_PATH or not raw.FPDFPageObj_GetBounds(path, *edges):
            continue
        left, foot, right, top = (edge.value for edge in edges)
        if top - foot <= _THIN < right - left:
            level.append(((top + foot) / 2, left, right))
        elif right - left <= _THIN < top - foot:
            upright.append(((left + right) / 2, foot, top))
    return Rules(tuple(level), tuple(upright))
