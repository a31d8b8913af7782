"""Tables of a Word file as XML: grids with headings that come again, and the borderless ones that hold columns."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from district_desk.prints.document import Align, Grid, Row, RowKind, Run, Text
from district_desk.prints.style import Part
from district_desk.prints.word.text import Look, paragraph, twips

_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_SIDE = 1.2
"""Millimetres between the border of a cell and its words."""
_ABOVE = 2.25
"""Points above and below the words of a cell; with its border a row is as tall as that of the PDF."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Paragraphs in a cell that spans so many columns; ``merge`` is "restart" or "continue" down the rows. The words
    of one that is ``turned`` run upward."""

    content: str
    width: int
    span: int = 1
    merge: str = ""
    valign: str = "center"
    turned: bool = False


def table(widths: Sequence[int], rows: Iterable[str], *, bordered: bool, side: float = _SIDE) -> str:
    """A table of fixed columns; widths in twips."""
    borders = f"<w:tblBorders>{_BORDERS}</w:tblBorders>" if bordered else ""
    margins = "".join(f'<w:{edge} w:w="{twips(side)}" w:type="dxa"/>' for edge in ("left", "right"))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="left"/><w:tblInd w:w="{twips(side)}" w:type="dxa"/>'
        f'{borders}<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def row(cells: Iterable[Cell], *, is_heading: bool = False, height: float = 0) -> str:
    """A row that is never cut; ``height`` in millimetres is the least one."""
    tall = f'<w:trHeight w:val="{twips(height)}" w:hRule="atLeast"/>' if height else ""
    heading = "<w:tblHeader/>" if is_heading else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{tall}{heading}</w:trPr>{''.join(map(_cell, cells))}</w:tr>"


def _cell(cell: Cell) -> str:
    span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
    merge = f'<w:vMerge w:val="{cell.merge}"/>' if cell.merge else ""
    turned = '<w:textDirection w:val="btLr"/>' if cell.turned else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{cell.width}" w:type="dxa"/>{span}{merge}'
        f'{turned}<w:vAlign w:val="{cell.valign}"/></w:tcPr>{cell.content}</w:tc>'
    )


def shared(shares: Sequence[float], width: int) -> list[int]:
    """Widths in twips that make up the whole width by their shares."""
    whole, edges = sum(shares), [0.0]
    for share in shares:
        edges.append(edges[-1] + share * width / whole)
    return [round(after) - round(before) for before, after in pairwise(edges)]


def grid_xml(grid: Grid, width: int, *, last_stays: bool = False) -> str:
    """A grid as wide as the text, its headings marked to come again on every page; its last row can be bound to what
    follows."""
    widths = shared([column.width for column in grid.columns], width)
    aligns = [Align.LEFT if column.align is Align.JUSTIFY else column.align for column in grid.columns]
    rows = [*_headings(grid, widths), *(_grid_row(each, grid, widths, aligns) for each in grid.rows[:-1])]
    rows += [_grid_row(each, grid, widths, aligns, stays=last_stays) for each in grid.rows[-1:]]
    return table(widths, rows, bordered=True)


def _headings(grid: Grid, widths: Sequence[int]) -> list[str]:
    """One row, or two where some columns stand under a common heading, and the row of numbers."""
    columns = range(len(grid.columns))
    tall = max(column.turned for column in grid.columns)
    if any(column.group for column in grid.columns):
        above: list[Cell] = []
        for name, run in groupby(columns, lambda place: grid.columns[place].group):
            places = list(run)
            if name:
                above.append(_heading(name, sum(widths[place] for place in places), span=len(places)))
            else:
                above += [_heading(grid.columns[place].heading, widths[place], merge="restart") for place in places]
        below = [
            _heading(column.heading, widths[place], turned=bool(column.turned))
            if column.group
            else _heading("", widths[place], merge="continue")
            for place, column in enumerate(grid.columns)
        ]
        rows = [row(above, is_heading=True), row(below, is_heading=True, height=tall)]
    else:
        headings = [
            _heading(each.heading, widths[place], turned=bool(each.turned)) for place, each in enumerate(grid.columns)
        ]
        rows = [row(headings, is_heading=True, height=tall)]
    if any(column.number for column in grid.columns):
        numbers = [Cell(_words(column.number, Part.TABLE_NUMBERING, Align.CENTER), widths[place])
                   for place, column in enumerate(grid.columns)]  # fmt: skip
        rows.append(row(numbers, is_heading=True))
    return rows


def _heading(text: str, width: int, *, span: int = 1, merge: str = "", turned: bool = False) -> Cell:
    align = Align.LEFT if turned else Align.CENTER
    return Cell(_words(text, Part.TABLE_HEADING, align), width, span, merge, turned=turned)


def _grid_row(each: Row, grid: Grid, widths: Sequence[int], aligns: Sequence[Align], *, stays: bool = False) -> str:
    if each.kind in (RowKind.GROUP, RowKind.REMARK):
        align = Align.LEFT if each.kind is RowKind.GROUP else Align.CENTER
        text = _emphasised(each.cells[0], each.kind)
        stays |= each.kind is RowKind.GROUP
        content = _words(text, Part.TABLE_CELL, align, stays_with_next=stays)
        return row([Cell(content, sum(widths), len(widths))], height=grid.row_height)
    is_strong = each.kind in (RowKind.TOTAL, RowKind.SUBTOTAL)
    cells = [
        Cell(
            _words(_emphasised(text, each.kind) if is_strong else text, Part.TABLE_CELL, align,
                   stays_with_next=stays or each.kind is RowKind.SUBTOTAL),
            width,
        )
        for text, width, align in zip(each.cells, widths, aligns, strict=True)
    ]  # fmt: skip
    return row(cells, height=grid.row_height)


def _emphasised(text: Text, kind: RowKind) -> Text:
    parts = (Run(text),) if isinstance(text, str) else text
    is_remark = kind is RowKind.REMARK
    return tuple(
        Run(part.text, part.bold or not is_remark, part.italic or is_remark) if isinstance(part, Run) else part
        for part in parts
    )


def _words(text: Text, part: Part, align: Align, *, stays_with_next: bool = False) -> str:
    return paragraph(text, part, Look(align, before=_ABOVE, after=_ABOVE, stays_with_next=stays_with_next))
