"""Charts of lying bars as a Word table: a label, the bar as a shaded or a framed paragraph, the figure.

The dashed border between the two columns in which the bars lie is the chart's limit.
"""

from itertools import pairwise
from typing import Final

from district_desk.prints.document import Align, Bar, Bars
from district_desk.prints.style import Part
from district_desk.prints.word.tables import shared
from district_desk.prints.word.text import Look, paragraph, twips

_SHARES: Final = (50.0, 90.0, 22.0)
"""Widths of labels, bars and figures."""
_EDGES: Final = "".join(
    f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for edge in ("top", "left", "bottom", "right")
)
_LOOKS: Final = (
    f'<w:pBdr>{_EDGES}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="999999"/>',
    f"<w:pBdr>{_EDGES}</w:pBdr>",
)
"""The first series is grey, the second an empty frame: Word's hatching is not drawn alike everywhere."""
_NAMES: Final = ("cột xám", "cột trắng")
_POINTS: Final = 9.0
"""Height of a bar."""


def chart_xml(chart: Bars, width: int) -> str:
    """The chart as wide as the text; ``width`` in twips."""
    labels, room, figures = shared(_SHARES, width)
    limit = chart.most if chart.limit is None else min(chart.limit, chart.most)
    edges = [0.0, limit, chart.most] if limit < chart.most else [0.0, chart.most]
    widths = [labels, *shared([high - low for low, high in pairwise(edges)], room), figures]
    rows = "".join(_row(bar, place, widths, edges) for bar in chart.bars for place in range(len(chart.series)))
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    title = paragraph(chart.title, Part.CLAUSE, Look(Align.CENTER, before=12, stays_with_next=True))
    table = (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )
    return title + _legend(chart) + table + paragraph("", Part.TEXT, Look(exact_line=6))


def _legend(chart: Bars) -> str:
    """What the bars and the dashed line are."""
    samples = [f"{look}: {name}" for look, name in zip(_NAMES, chart.series, strict=False)]
    if chart.limit is not None:
        samples.append(f"nét đứt: {chart.limit_name}")
    return paragraph("; ".join(samples), Part.NOTE, Look(Align.CENTER, after=4, stays_with_next=True))


def _row(bar: Bar, place: int, widths: list[int], edges: list[float]) -> str:
    """A series of a bar; the label's cell runs down all of them."""
    value, last = bar.values[place], len(widths) - 3
    label = paragraph(
        "" if place else bar.label, Part.TABLE_CELL, Look(Align.RIGHT, right_indent=2, stays_with_next=True)
    )
    merge = ("restart", "continue")[bool(place)] if len(bar.values) > 1 else ""
    cells = [_cell(label, widths[0], border="single", merge=merge)]
    for number, (low, high) in enumerate(pairwise(edges)):
        filled = 0.0 if value is None else max(0.0, min(1.0, (value - low) / (high - low)))
        content = _filled(filled, widths[number + 1], place)
        cells.append(_cell(content, widths[number + 1], border="dashed" if number < last else ""))
    figure = paragraph(bar.figures[place], Part.TABLE_CELL, Look(Align.RIGHT))
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}{_cell(figure, widths[-1])}</w:tr>"


def _filled(filled: float, width: int, place: int) -> str:
    """An empty paragraph that is a bar over that share of its cell."""
    blank = width * (1 - filled) / twips(1)
    bare = paragraph("", Part.TABLE_CELL, Look(right_indent=blank, exact_line=_POINTS))
    return bare.replace("<w:spacing", f"{_LOOKS[place]}<w:spacing", 1) if filled else bare


def _cell(content: str, width: int, *, border: str = "", merge: str = "") -> str:
    edge = (
        f'<w:tcBorders><w:right w:val="{border}" w:sz="6" w:space="0" w:color="auto"/></w:tcBorders>' if border else ""
    )
    down = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{down}{edge}<w:vAlign w:val="center"/></w:tcPr>'
        f"{content}</w:tc>"
    )
