"""Tables of a PDF page by the rules drawn around their cells: a row becomes a line with tabs between its cells."""

from bisect import bisect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from district_desk.reader.pdf_words import Rules, Word

_SAME: Final = 4.0
"""Points within which rules are one: a frame is drawn as two, cell by cell."""
_COLUMNS: Final = 3
"""Fewer columns in a frame are a notice or a signature, not a list."""


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a table, and its edges on the page."""

    top: float
    foot: float
    rows: tuple[str, ...]


def parted(words: Sequence[Word], rules: Rules) -> tuple[list[Word], list[Table]]:
    """The words outside tables, and the tables from the top."""
    tables: list[Table] = []
    for top, foot, uprights in _frames(rules):
        left, right = uprights[0] - _SAME, uprights[-1] + _SAME
        inside = [word for word in words if foot < word.base < top and left < word.left < right]
        levels = _places(
            at for at, start, end in rules.level if foot - _SAME <= at <= top + _SAME and end - start > _SAME
        )
        if inside:
            framed = set(inside)
            words = [word for word in words if word not in framed]
            tables.append(Table(top, foot, tuple(_rows(inside, uprights, levels))))
    return list(words), tables


def _frames(rules: Rules) -> list[tuple[float, float, list[float]]]:
    """Top, foot and upright rules of every stretch of the page in which upright rules follow each other."""
    stretches: list[list[float]] = []
    for _, foot, top in sorted(rules.upright, key=lambda rule: -rule[2]):
        if stretches and top >= stretches[-1][1] - _SAME:
            stretches[-1][1] = min(stretches[-1][1], foot)
        else:
            stretches.append([top, foot])
    frames = []
    for top, foot in stretches:
        uprights = _places(at for at, low, high in rules.upright if low >= foot - _SAME and high <= top + _SAME)
        if len(uprights) > _COLUMNS:
            frames.append((top, foot, uprights))
    return frames


def _places(values: Iterable[float]) -> list[float]:
    """The places, those that nearly coincide as one."""
    places: list[float] = []
    for place in sorted(values):
        if not places or place - places[-1] > _SAME:
            places.append(place)
    return places


def _rows(words: Sequence[Word], uprights: Sequence[float], levels: Sequence[float]) -> list[str]:
    cells: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        row = len(levels) - bisect(levels, word.base)
        column = min(max(bisect(uprights, (word.left + word.right) / 2) - 1, 0), len(uprights) - 2)
        cells.setdefault((row, column), []).append(word)
    columns = range(len(uprights) - 1)
    return [
        "\t".join(_said(cells.get((row, column), ())) for column in columns)
        for row in sorted({row for row, _ in cells})
    ]


def _said(words: Sequence[Word]) -> str:
    """The words of a cell, line after line."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: -word.base):
        if lines and lines[-1][0].base - word.base < 0.35 * word.height:
            lines[-1].append(word)
        else:
            lines.append([word])
    return " ".join(word.text for line in lines for word in sorted(line, key=lambda word: word.left))
