"""What PDFium tells of a page: its words with their places, and the rules drawn on it. Called in PDFium's turn."""

import ctypes
import re
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

_HYPHENS: Final = {0x02: "-", 0xFFFE: "-", 0xAD: "-"}
"""What PDFium writes for a hyphen at the end of a line."""
_THIN: Final = 3.0
"""Points; a path no thicker than this is a rule."""
_MOST_RULES: Final = 5_000
_MOST_STAMPS: Final = 1_000
_FILLED: Final = re.compile(r"\d{1,5}[a-zA-Z]?")


class Word(NamedTuple):
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


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on a page: its words, its rules, and the words of the stamps put on it afterwards."""

    words: list[Word]
    rules: Rules = Rules()
    stamps: tuple[Word, ...] = ()


def sheet_of(document: Any, number: int) -> Sheet:
    """What stands on a page (from 0) of an open PDF. Signing programs stamp a page by annotations, which are no part of
    its text: a number or day filled in by a stamp is a word of the page, everything else of it is a stamp's."""
    page = document[number]
    try:
        words = _words_of(page)
        rules = _rules_of(page) if words else Rules()
        if not words or not _is_stamped(page):
            return Sheet(words, rules)
        _flatten(page)
    finally:
        page.close()
    known = set(words)
    page = document[number]
    try:
        added = [word for word in _words_of(page) if word not in known]
    finally:
        page.close()
    filled = [word for word in added if _FILLED.fullmatch(word.text)]
    return Sheet([*words, *filled], rules, tuple(word for word in added if word not in filled))


def _is_stamped(page: Any) -> bool:
    from pypdfium2 import raw

    kinds = {raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_STAMP, raw.FPDF_ANNOT_FREETEXT}
    for at in range(min(raw.FPDFPage_GetAnnotCount(page.raw), _MOST_STAMPS)):
        mark = raw.FPDFPage_GetAnnot(page.raw, at)
        kind = raw.FPDFAnnot_GetSubtype(mark)
        raw.FPDFPage_CloseAnnot(mark)
        if kind in kinds:
            return True
    return False


def _flatten(page: Any) -> None:
    """Make annotations part of the page, in memory only."""
    from pypdfium2 import raw

    raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY)


def _words_of(page: Any) -> list[Word]:
    """The words of an open page. PDFium says where they begin and end; where they stand is asked for their ends only."""
    from pypdfium2 import raw

    layer = page.get_textpage()
    try:
        text = layer.get_text_range().translate(_HYPHENS) if layer.count_chars() else ""
        first, last = raw.FS_RECTF(), raw.FS_RECTF()
        across, base = ctypes.c_double(), ctypes.c_double()
        found: list[Word] = []
        for hit in re.finditer(r"\S+", text):
            raw.FPDFText_GetLooseCharBox(layer.raw, hit.start(), first)
            raw.FPDFText_GetLooseCharBox(layer.raw, hit.end() - 1, last)
            raw.FPDFText_GetCharOrigin(layer.raw, hit.start(), across, base)
            found.append(Word(first.left, last.right, base.value, max(first.top - first.bottom, 4.0), hit[0]))
        return found
    finally:
        layer.close()


def _rules_of(page: Any) -> Rules:
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
