"""The numbers that Word generates, which stand nowhere in the text: 1. 1.1. a) đ) I. and bullets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from xml.etree import ElementTree as ET

from district_desk.reader.word_styles import Styles, W, value

_DEEPEST: Final = 9
_HIGHEST: Final = 32_767
_BULLETS: Final = {"+": "+", "*": "*"}


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list: the form of its number ("decimal"), the pattern around it ("%1."), and where it starts."""

    form: str = "none"
    pattern: str = ""
    start: int = 1
    legal: bool = False
    goes_on: bool = False
    """Whether it counts on where a higher level has counted."""


class Numbering:
    """The lists of one document and how far each has counted."""

    def __init__(self, numbering: ET.Element | None, styles: Styles) -> None:
        self._abstract = _abstract_of(numbering, styles)
        self._levels = _levels_of(numbering)
        self._starts, self._own = _overrides_of(numbering)
        self._styles = styles
        self._counts: dict[str, list[int]] = {}

    def label_of(self, paragraph: ET.Element) -> str:
        """The label that Word prints before the paragraph; "" where it prints none. Counts on."""
        where = self._place(paragraph)
        if where is None:
            return ""
        number, at = where
        levels = self._levels.get(self._abstract.get(number, ""), {}) | self._own.get(number, {})
        level = levels.get(at, _Level())
        counts = self._counts.setdefault(self._list_of(number), [0] * _DEEPEST)
        counts[at] = counts[at] + 1 if counts[at] else self._starts.get((number, at), level.start)
        for below in range(at + 1, _DEEPEST):
            counts[below] = counts[below] if levels.get(below, level).goes_on else 0
        if level.form == "bullet":
            return _BULLETS.get(level.pattern.strip(), "-")
        if level.form == "none":
            return level.pattern.strip() if "%" not in level.pattern else ""
        return _filled(level, counts, levels)

    def _list_of(self, number: str) -> str:
        """Lists of one definition go on counting, unless one starts anew."""
        if any(key[0] == number for key in self._starts):
            return number
        return self._abstract.get(number, number)

    def _place(self, paragraph: ET.Element) -> tuple[str, int] | None:
        """The list and the level of the paragraph, its own or its style's."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        styled = self._styles.numbering_of(value(paragraph.find(f"{W}pPr/{W}pStyle")) or "")
        parts = [part for part in (own, styled) if part is not None]
        number = next((found for part in parts if (found := value(part.find(f"{W}numId"))) is not None), "0")
        level = next((found for part in parts if (found := value(part.find(f"{W}ilvl"))) is not None), "0")
        return (number, min(_whole(level), _DEEPEST - 1)) if number != "0" else None


def _filled(level: _Level, counts: Sequence[int], levels: Mapping[int, _Level]) -> str:
    label = level.pattern
    for at, count in enumerate(counts):
        above = levels.get(at, _Level("decimal"))
        label = label.replace(f"%{at + 1}", _written(count or above.start, "decimal" if level.legal else above.form))
    return label.strip()


def _written(count: int, form: str) -> str:
    """The number as Word writes it; its letters are the Latin ones (a b c d e, then aa): it knows no đ."""
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % 26) * (1 + (count - 1) // 26)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman"):
        roman = _roman(count)
        return roman.lower() if form == "lowerRoman" else roman
    return f"{count:02d}" if form == "decimalZero" else str(count)


def _roman(count: int) -> str:
    signs = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    text = ""
    for size, sign in signs:
        text, count = text + sign * (count // size), count % size
    return text


def _whole(number: str) -> int:
    """A number of the file, kept where Word itself would keep it."""
    return min(max(int(number), 0), _HIGHEST)


def _abstract_of(root: ET.Element | None, styles: Styles) -> dict[str, str]:
    """Of every list its definition; one that is named by a style is that style's."""
    if root is None:
        return {}
    own = {num.get(f"{W}numId", ""): value(num.find(f"{W}abstractNumId")) or "" for num in root.iter(f"{W}num")}
    linked = {a.get(f"{W}abstractNumId", ""): value(a.find(f"{W}numStyleLink")) for a in root.iter(f"{W}abstractNum")}
    for number, abstract in own.items():
        place = styles.numbering_of(linked[abstract] or "") if linked.get(abstract) else None
        if place is not None:
            own[number] = own.get(value(place.find(f"{W}numId")) or "", abstract)
    return own


def _levels_of(root: ET.Element | None) -> dict[str, dict[int, _Level]]:
    """Of every definition its levels."""
    if root is None:
        return {}
    return {a.get(f"{W}abstractNumId", ""): _levels_in(a) for a in root.iter(f"{W}abstractNum")}


def _levels_in(element: ET.Element) -> dict[int, _Level]:
    return {
        _whole(level.get(f"{W}ilvl", "0")): _Level(
            form=value(level.find(f"{W}numFmt")) or "decimal",
            pattern=value(level.find(f"{W}lvlText")) or "",
            start=_whole(value(level.find(f"{W}start")) or "1"),
            legal=level.find(f"{W}isLgl") is not None,
            goes_on=value(level.find(f"{W}lvlRestart")) == "0",
        )
        for level in element.iter(f"{W}lvl")
    }


def _overrides_of(root: ET.Element | None) -> tuple[dict[tuple[str, int], int], dict[str, dict[int, _Level]]]:
    """Where a list says that it starts anew, and the levels that it writes in its own way."""
    starts: dict[tuple[str, int], int] = {}
    own: dict[str, dict[int, _Level]] = {}
    for num in () if root is None else root.iter(f"{W}num"):
        number = num.get(f"{W}numId", "")
        own[number] = _levels_in(num)
        for override in num.iter(f"{W}lvlOverride"):
            if start := value(override.find(f"{W}startOverride")):
                starts[number, _whole(override.get(f"{W}ilvl", "0"))] = _whole(start)
    return starts, own
