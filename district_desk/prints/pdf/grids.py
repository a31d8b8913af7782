"""Tables into slabs: a heading that comes again on every page, and one slab a row."""

from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from itertools import groupby
from typing import Final

from district_desk.prints.document import Align, Grid, Row, RowKind, Run, Text
from district_desk.prints.pdf.flow import Slab
from district_desk.prints.pdf.ink import MM, Ink
from district_desk.prints.pdf.letters import Letters
from district_desk.prints.pdf.lines import Line, lines_of
from district_desk.prints.pdf.stacks import baseline_of
from district_desk.prints.style import LINE_HEIGHT, RULE, STYLES, Part, Style

_SIDE: Final = 1.2 * MM
_ABOVE: Final = 0.9 * MM
"""Blank between the border of a cell and its words, at the sides and above and below."""
_LEAST_CUT: Final = 3
"""A row that is taller than a page is not cut for fewer lines than this."""
_KEPT_CELLS: Final = 2048


class GridSlabs:
    """One table as wide as the text; its border's outer edges are the edges of the text block."""

    def __init__(self, grid: Grid, letters: Letters, left: float, width: float) -> None:
        self._grid = grid
        self._letters = letters
        unit = (width - RULE) / sum(column.width for column in grid.columns)
        edges = [left + RULE / 2]
        for column in grid.columns:
            edges.append(edges[-1] + column.width * unit)
        self._edges = tuple(edges)
        self._whole = (edges[0], edges[-1])
        self._style = STYLES[Part.TABLE_CELL]
        self._aligns = tuple(_no_stretch(column.align) for column in grid.columns)
        self._breakers = tuple(self._breaker(place) for place in range(len(grid.columns)))

    def slabs(self, progress: Callable[[], None], *, before: float, last_stays: bool) -> Iterator[Slab]:
        """The heading, bound to the first row, then the rows."""
        heading = self._heading()
        yield Slab(heading.height, heading.paint, before, stays=bool(self._grid.rows))
        last = len(self._grid.rows) - 1
        for place, row in enumerate(self._grid.rows):
            slab = self._row(row, heading)
            slab.stays = (last_stays and place == last) or row.kind in (RowKind.GROUP, RowKind.SUBTOTAL)
            yield slab
            progress()

    def _breaker(self, place: int) -> Callable[[str], list[Line]]:
        """The lines of a plain cell of that column; registers repeat their cells, so the last ones are kept."""
        width = self._inner(place, place + 1)

        @lru_cache(maxsize=_KEPT_CELLS)
        def lines(text: str) -> list[Line]:
            return lines_of(text, self._style, self._letters, width)

        return lines

    def _inner(self, first: int, after: int) -> float:
        return self._edges[after] - self._edges[first] - 2 * _SIDE

    def _row(self, row: Row, heading: Slab) -> Slab:
        if row.kind in (RowKind.GROUP, RowKind.REMARK):
            align = Align.LEFT if row.kind is RowKind.GROUP else Align.CENTER
            cells = [self._emphasised(row.cells[0], row.kind, self._inner(0, -1))]
            return self._slab(cells, self._whole, (align,), heading)
        if row.kind in (RowKind.TOTAL, RowKind.SUBTOTAL):
            cells = [
                self._emphasised(cell, row.kind, self._inner(place, place + 1)) for place, cell in enumerate(row.cells)
            ]
        else:
            cells = [
                lines(cell) if isinstance(cell, str) else self._lines(cell, place)
                for place, (cell, lines) in enumerate(zip(row.cells, self._breakers, strict=True))
            ]
        return self._slab(cells, self._edges, self._aligns, heading)

    def _lines(self, text: Text, place: int) -> list[Line]:
        return lines_of(text, self._style, self._letters, self._inner(place, place + 1))

    def _emphasised(self, text: Text, kind: RowKind, width: float) -> list[Line]:
        runs = (Run(text),) if isinstance(text, str) else text
        strong = tuple(
            Run(run.text, run.bold or kind is not RowKind.REMARK, run.italic or kind is RowKind.REMARK)
            if isinstance(run, Run)
            else run
            for run in runs
        )
        return lines_of(strong, self._style, self._letters, width)

    def _slab(
        self, cells: list[list[Line]], edges: tuple[float, ...], aligns: tuple[Align, ...], heading: Slab | None
    ) -> Slab:
        rows = max(map(len, cells))
        height = max(rows * self._style.size * LINE_HEIGHT + 2 * _ABOVE, self._grid.row_height * MM)
        return Slab(
            height,
            partial(_paint_row, cells, edges, aligns, self._style, height),
            heading=heading,
            cut=partial(self._cut, cells, edges, aligns, heading),
        )

    def _cut(
        self,
        cells: list[list[Line]],
        edges: tuple[float, ...],
        aligns: tuple[Align, ...],
        heading: Slab | None,
        room: float,
    ) -> tuple[Slab, Slab] | None:
        """The lines of each cell that fit into the room, and the rest for the next page."""
        count = int((room - 2 * _ABOVE) / (self._style.size * LINE_HEIGHT))
        if count < _LEAST_CUT:
            return None
        first = self._slab([lines[:count] for lines in cells], edges, aligns, heading)
        return first, self._slab([lines[count:] for lines in cells], edges, aligns, heading)

    def _heading(self) -> Slab:
        """Headings, with the groups above theirs, and the numbering row, as one slab."""
        boxes, height = _HeadingBoxes(self._grid, self._edges, self._letters).boxes()

        def paint(ink: Ink, top: float) -> None:
            for edges, lines, style, offset, box_height, is_turned in boxes:
                draw = _paint_turned if is_turned else _paint_box
                draw(lines, edges, style, box_height, ink, top + offset)

        return Slab(height, paint)


Box = tuple[tuple[float, float], list[Line], Style, float, float, bool]
"""A heading cell: edges, lines, style, offset from the top of the heading, height, whether its words run upward."""


class _HeadingBoxes:
    """The cells of a heading of up to three rows: groups, headings, numbers."""

    def __init__(self, grid: Grid, edges: tuple[float, ...], letters: Letters) -> None:
        self._columns = grid.columns
        self._edges = edges
        self._letters = letters
        self._style = STYLES[Part.TABLE_HEADING]
        self._number_style = STYLES[Part.TABLE_NUMBERING]

    def boxes(self) -> tuple[list[Box], float]:
        """The cells and the height of them all."""
        headings = [self._heading(place) for place in range(len(self._columns))]
        groups = [
            (places, self._lines(name, places[0], places[-1] + 1))
            for name, run in groupby(range(len(self._columns)), lambda place: self._columns[place].group)
            if name and (places := list(run))
        ]
        grouped = {place for places, _ in groups for place in places}
        above = max((_tall(len(lines), self._style) for _, lines in groups), default=0.0)
        below = max((headings[place][1] for place in grouped), default=0.0)
        alone = (height for place, (_, height) in enumerate(headings) if place not in grouped)
        below = max(below, max(alone, default=0.0) - above)
        boxes: list[Box] = [(self._span(places), lines, self._style, 0.0, above, False) for places, lines in groups]
        for place, (lines, _) in enumerate(headings):
            offset = above if place in grouped else 0.0
            is_turned = bool(self._columns[place].turned)
            boxes.append((self._span([place]), lines, self._style, offset, above + below - offset, is_turned))
        return self._with_numbers(boxes, above + below)

    def _heading(self, place: int) -> tuple[list[Line], float]:
        """The lines of a column's own heading, and the height that they need."""
        column = self._columns[place]
        if not column.turned:
            lines = self._lines(column.heading, place, place + 1)
            return lines, _tall(len(lines), self._style)
        height, wide = column.turned * MM, self._edges[place + 1] - self._edges[place]
        lines = lines_of(column.heading, self._style, self._letters, height - 2 * _SIDE)
        while len(lines) > 1 and len(lines) * self._style.size * LINE_HEIGHT > wide:  # a longer name needs more height
            height += 5 * MM
            lines = lines_of(column.heading, self._style, self._letters, height - 2 * _SIDE)
        return lines, height

    def _with_numbers(self, boxes: list[Box], height: float) -> tuple[list[Box], float]:
        if not any(column.number for column in self._columns):
            return boxes, height
        tall = _tall(1, self._number_style)
        for place, column in enumerate(self._columns):
            width = self._edges[place + 1] - self._edges[place] - 2 * _SIDE
            lines = lines_of(column.number, self._number_style, self._letters, width)
            boxes.append((self._span([place]), lines, self._number_style, height, tall, False))
        return boxes, height + tall

    def _span(self, places: list[int]) -> tuple[float, float]:
        return self._edges[places[0]], self._edges[places[-1] + 1]

    def _lines(self, text: str, first: int, after: int) -> list[Line]:
        return lines_of(text, self._style, self._letters, self._edges[after] - self._edges[first] - 2 * _SIDE)


def _paint_box(  # noqa: PLR0913, PLR0917 (a place is what it is)
    lines: list[Line], edges: tuple[float, float], style: Style, height: float, ink: Ink, top: float
) -> None:
    _paint_row([lines], edges, (Align.CENTER,), style, height, ink, top)


def _paint_turned(  # noqa: PLR0913, PLR0917 (as above)
    lines: list[Line], edges: tuple[float, float], style: Style, height: float, ink: Ink, top: float
) -> None:
    """Words that run upward from the bottom of a cell, in the middle of its width."""
    ink.cells(edges, top, height)
    leading = style.size * LINE_HEIGHT
    baseline = (edges[0] + edges[1] - len(lines) * leading) / 2 + baseline_of(style)
    for place, line in enumerate(lines):
        ink.upward(line, baseline + place * leading, top + height - _SIDE)


def _tall(lines: int, style: Style) -> float:
    return lines * style.size * LINE_HEIGHT + 2 * _ABOVE if lines else 0.0


def _no_stretch(align: Align) -> Align:
    return Align.LEFT if align is Align.JUSTIFY else align


def _paint_row(  # noqa: PLR0913, PLR0917 (bound once for a row, called with the last two)
    cells: list[list[Line]],
    edges: tuple[float, ...],
    aligns: tuple[Align, ...],
    style: Style,
    height: float,
    ink: Ink,
    top: float,
) -> None:
    """The border of a row and its words, in the middle of each cell."""
    ink.cells(edges, top, height)
    leading = style.size * LINE_HEIGHT
    for place, lines in enumerate(cells):
        left, width = edges[place] + _SIDE, edges[place + 1] - edges[place] - 2 * _SIDE
        baseline = top + (height - len(lines) * leading) / 2 + baseline_of(style)
        for line in lines:
            ink.set_line(line, aligns[place], left, width, baseline)
            baseline += leading
