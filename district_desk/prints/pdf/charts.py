"""Charts of lying bars into slabs: a title with its legend, a slab a bar, and the scale below the last one.

Points throughout. A long chart goes on over pages with its legend above it again; a short one stays in one piece.
"""

from collections.abc import Iterator
from functools import partial
from typing import Final

from district_desk.prints.document import Align, Bar, Bars
from district_desk.prints.pdf.flow import Slab
from district_desk.prints.pdf.ink import MM, Ink
from district_desk.prints.pdf.letters import Letters
from district_desk.prints.pdf.lines import Line, lines_of
from district_desk.prints.pdf.stacks import baseline_of
from district_desk.prints.style import LINE_HEIGHT, STYLES, Part, Style

_LABELS: Final = 0.32
"""Share of the width that the labels take."""
_FIGURES: Final = 16 * MM
_GAP: Final = 2 * MM
_THICK: Final = 4 * MM
_BEFORE: Final = 12.0
_TICKS: Final = 4
_IN_ONE_PIECE: Final = 20
"""Bars of a chart that is not parted."""


class ChartSlabs:
    """One chart as wide as the text."""

    def __init__(self, chart: Bars, letters: Letters, left: float, width: float) -> None:
        self._chart, self._letters, self._left, self._width = chart, letters, left, width
        self._style = STYLES[Part.TABLE_CELL]
        self._start = left + width * _LABELS + _GAP
        self._length = width - width * _LABELS - 2 * _GAP - _FIGURES

    def slabs(self, *, last_stays: bool) -> Iterator[Slab]:
        """The heading, bound to the first bar; the bars; the scale, bound to the last one."""
        yield from self._title()
        legend = self._legend()
        yield Slab(legend.height, legend.paint, stays=True)
        last = len(self._chart.bars) - 1
        whole = last < _IN_ONE_PIECE
        for place, bar in enumerate(self._chart.bars):
            slab = self._bar(bar)
            slab.heading, slab.stays = legend, whole or place == last
            yield slab
        yield self._scale(stays=last_stays)

    def x(self, value: float) -> float:
        """Where a value lies."""
        return self._start + self._length * max(0.0, min(value, self._chart.most)) / self._chart.most

    def _title(self) -> Iterator[Slab]:
        style = STYLES[Part.CLAUSE]
        for place, line in enumerate(self._lines(self._chart.title, self._width, style)):
            paint = partial(_words, line, Align.CENTER, self._left, self._width, style)
            yield Slab(style.size * LINE_HEIGHT, paint, 0.0 if place else _BEFORE, stays=True)

    def _legend(self) -> Slab:
        """A sample of each series and of the limit, with their names, in one line."""
        tall = self._style.size * LINE_HEIGHT + _GAP

        def paint(ink: Ink, top: float) -> None:
            x = self._start
            for place, name in enumerate(self._chart.series):
                ink.bar(x, top + 3, _THICK * 2, _THICK * 0.7, hatched=bool(place))
                x = self._named(ink, name, x + _THICK * 2 + _GAP, top)
            if self._chart.limit is not None:
                ink.dashes(x + _GAP, top + 2, top + tall - 4)
                self._named(ink, self._chart.limit_name, x + 2 * _GAP, top)

        return Slab(tall, paint)

    def _named(self, ink: Ink, name: str, x: float, top: float) -> float:
        """Words of the legend; where the next sample may begin."""
        line = self._lines(name, self._width, self._style)[0]
        _words(line, Align.LEFT, x, line.width, self._style, ink, top)
        return x + line.width + 3 * _GAP

    def _bar(self, bar: Bar) -> Slab:
        labels = self._lines(bar.label, self._width * _LABELS, self._style)
        leading = self._style.size * LINE_HEIGHT
        rows = len(self._chart.series)
        tall = max(len(labels) * leading, rows * (_THICK + 1)) + _GAP

        def paint(ink: Ink, top: float) -> None:
            for place, line in enumerate(labels):
                above = top + (tall - len(labels) * leading) / 2 + place * leading
                _words(line, Align.RIGHT, self._left, self._width * _LABELS, self._style, ink, above)
            for place, (value, figure) in enumerate(zip(bar.values, bar.figures, strict=True)):
                self._one(ink, value, figure, top + (tall - rows * (_THICK + 1)) / 2 + place * (_THICK + 1), place)
            self._limit(ink, top, tall)

        return Slab(tall, paint)

    def _one(self, ink: Ink, value: float | None, figure: str, top: float, series: int) -> None:
        if value is not None:
            ink.bar(self._start, top, self.x(value) - self._start, _THICK, hatched=bool(series))
        line = self._lines(figure, _FIGURES, self._style)[0]
        above = top + (_THICK - self._style.size * LINE_HEIGHT) / 2
        _words(line, Align.RIGHT, self._left + self._width - _FIGURES, _FIGURES, self._style, ink, above)

    def _limit(self, ink: Ink, top: float, tall: float) -> None:
        if self._chart.limit is not None:
            ink.dashes(self.x(self._chart.limit), top, top + tall)

    def _scale(self, *, stays: bool) -> Slab:
        """The axis from 0 to the most, with a figure at each quarter."""
        marks = [self._chart.most * step / _TICKS for step in range(_TICKS + 1)]
        lines = [self._lines(f"{mark:g}".replace(".", ","), _FIGURES, self._style)[0] for mark in marks]

        def paint(ink: Ink, top: float) -> None:
            ink.rule(self._start, self.x(self._chart.most), top)
            for mark, line in zip(marks, lines, strict=True):
                _words(line, Align.CENTER, self.x(mark) - _FIGURES / 2, _FIGURES, self._style, ink, top + 2)

        return Slab(self._style.size * LINE_HEIGHT + 2, paint, stays=stays)

    def _lines(self, text: str, width: float, style: Style) -> list[Line]:
        return lines_of(text, style, self._letters, width)


def _words(  # noqa: PLR0913, PLR0917 (a place is what it is)
    line: Line, align: Align, left: float, width: float, style: Style, ink: Ink, top: float
) -> None:
    ink.set_line(line, align, left, width, top + baseline_of(style))
