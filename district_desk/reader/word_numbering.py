"""The numbers that Word generates, which stand nowhere in the text: 1. 1.1. a) đ) I. and bullets."""

from collections.abc import Iterable
from typing import Final
from xml.etree import ElementTree as ET

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VIETNAMESE: Final = "abcdđeghiklmnopqrstuvxy"
_DEEPEST: Final = 9


class Numbering:
    """The lists of one document and how far each has counted."""

    def __init__(self, numbering: ET.Element | None, styles: ET.Element | None) -> None:
        self._abstract = _abstract_of(numbering)
        self._levels = _levels_of(numbering)
        self._starts = _starts_of(numbering)
        self._styles = _numbered_styles(styles)
        self._counts: dict[str, list[int]] = {}

    def label_of(self, paragraph: ET.Element) -> str:
        """The label that Word prints before the paragraph; "" where it prints none. Counts on."""
        where = self._place(paragraph)
        if where is None:
            return ""
        number, level = where
        levels = self._levels.get(self._abstract.get(number, ""), {})
        form, pattern, start = levels.get(level, ("none", "", 1))
        counts = self._counts.setdefault(self._list_of(number), [0] * _DEEPEST)
        counts[level] = (
            max(counts[level] + 1, self._starts.get((number, level), start))
            if counts[level] == 0
            else counts[level] + 1
        )
        counts[level + 1 :] = [0] * (_DEEPEST - level - 1)
        if form == "bullet":
            return "+" if pattern.strip() == "+" else "-"
        if form == "none":
            return pattern.strip() if "%" not in pattern else ""
        return _filled(pattern, counts, levels)

    def _list_of(self, number: str) -> str:
        """Lists of one definition go on counting, unless one starts anew."""
        if any(key[0] == number for key in self._starts):
            return number
        return self._abstract.get(number, number)

    def _place(self, paragraph: ET.Element) -> tuple[str, int] | None:
        found = paragraph.find(f"{_W}pPr/{_W}numPr")
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        if found is None:
            return self._styles.get(_value(style) or "")
        number, level = _value(found.find(f"{_W}numId")), _value(found.find(f"{_W}ilvl"))
        if number is None and style is not None and (inherited := self._styles.get(_value(style) or "")):
            number = inherited[0]
        if number in (None, "0"):
            return None
        return str(number), min(int(level or 0), _DEEPEST - 1)


def _filled(pattern: str, counts: Iterable[int], levels: dict[int, tuple[str, str, int]]) -> str:
    label = pattern
    for at, count in enumerate(counts):
        form = levels.get(at, ("decimal", "", 1))[0]
        label = label.replace(f"%{at + 1}", _written(count or 1, form))
    return label.strip()


def _written(count: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter"):
        return (
            _VIETNAMESE[(count - 1) % len(_VIETNAMESE)] if form == "lowerLetter" else chr(ord("A") + (count - 1) % 26)
        )
    if form in ("lowerRoman", "upperRoman"):
        roman = _roman(count)
        return roman.lower() if form == "lowerRoman" else roman
    return f"{count:02d}" if form == "decimalZero" else str(count)


def _roman(count: int) -> str:
    signs = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    text = ""
    for value, sign in signs:
        while count >= value:
            text, count = text + sign, count - value
    return text


def _value(element: ET.Element | None) -> str | None:
    return None if element is None else element.get(f"{_W}val")


def _abstract_of(root: ET.Element | None) -> dict[str, str]:
    if root is None:
        return {}
    return {num.get(f"{_W}numId", ""): _value(num.find(f"{_W}abstractNumId")) or "" for num in root.iter(f"{_W}num")}


def _levels_of(root: ET.Element | None) -> dict[str, dict[int, tuple[str, str, int]]]:
    """Of every definition and level: the form of the number, the pattern, where it starts."""
    found: dict[str, dict[int, tuple[str, str, int]]] = {}
    for abstract in () if root is None else root.iter(f"{_W}abstractNum"):
        levels = found.setdefault(abstract.get(f"{_W}abstractNumId", ""), {})
        for level in abstract.iter(f"{_W}lvl"):
            form = _value(level.find(f"{_W}numFmt")) or "decimal"
            pattern = _value(level.find(f"{_W}lvlText")) or ""
            levels[int(level.get(f"{_W}ilvl", "0"))] = (form, pattern, int(_value(level.find(f"{_W}start")) or 1))
    return found


def _starts_of(root: ET.Element | None) -> dict[tuple[str, int], int]:
    """Where a list says that it starts anew."""
    found: dict[tuple[str, int], int] = {}
    for num in () if root is None else root.iter(f"{_W}num"):
        for override in num.iter(f"{_W}lvlOverride"):
            start = _value(override.find(f"{_W}startOverride"))
            if start:
                found[num.get(f"{_W}numId", ""), int(override.get(f"{_W}ilvl", "0"))] = int(start)
    return found


def _numbered_styles(root: ET.Element | None) -> dict[str, tuple[str, int]]:
    found: dict[str, tuple[str, int]] = {}
    for style in () if root is None else root.iter(f"{_W}style"):
        place = style.find(f"{_W}pPr/{_W}numPr")
        number = None if place is None else _value(place.find(f"{_W}numId"))
        if place is not None and number not in (None, "0"):
            level = int(_value(place.find(f"{_W}ilvl")) or 0)
            found[style.get(f"{_W}styleId", "")] = (str(number), level)
    return found
