"""Charts of a document on a sheet of their own: their figures as cells, and a chart of Excel's over them."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from district_desk.prints.document import Bars

CHARTS: Final = "Biểu đồ"
"""What the sheet is called."""
_ROWS: Final = 19
"""Rows that a drawn chart covers."""
_FILLS: Final = (
    {"fill": {"color": "#999999"}},
    {"pattern": {"pattern": "wide_upward_diagonal", "fg_color": "#000000", "bg_color": "#FFFFFF"}},
)
_PIXELS_A_ROW: Final = 20
_WIDTHS: Final = (60, 14)
"""Letters of the column of names and of those of figures."""


def fill_charts(book: Any, page: Any, charts: Sequence[Bars], formats: Callable[..., Any]) -> None:
    """Each chart below the other, one to a printed page."""
    page.set_column(0, 0, _WIDTHS[0])
    page.set_column(1, 4, _WIDTHS[1])
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    at, breaks = 0, []
    for chart in charts:
        page.write_string(at, 0, chart.title, formats(bold=True, font_size=14))
        corner = at + 1
        for number, row in enumerate(figures_of(chart)):
            for place, value in enumerate(row):
                page.write(corner + number, place, value, _shape(formats, value))
        at = corner + len(chart.bars) + 2
        _draw(book, page, chart, corner, at)
        at += _ROWS + 1
        breaks.append(at)
    page.set_h_pagebreaks(breaks[:-1])


def figures_of(chart: Bars) -> list[list[str | float | None]]:
    """The table behind a chart: headings, then a row a bar; with a limit, it is the last column."""
    limited = chart.limit is not None
    heading: list[str | float | None] = ["", *chart.series, *([chart.limit_name] if limited else [])]
    return [heading, *([bar.label, *bar.values, *([chart.limit] if limited else [])] for bar in chart.bars)]


def _shape(formats: Callable[..., Any], value: str | float | None) -> Any:
    number = {} if isinstance(value, str) else {"num_format": "0.00"}
    return formats(border=1, font_size=12, text_wrap=True, **number)


def _draw(book: Any, page: Any, chart: Bars, corner: int, at: int) -> None:
    """Draw the figures whose headings stand in row ``corner`` as a chart from row ``at`` on."""
    drawn = book.add_chart({"type": "column"})
    for place, fill in zip(range(1, len(chart.series) + 1), _FILLS, strict=False):
        drawn.add_series(_series(page, chart, corner, place) | fill | {"border": {"color": "#000000"}})
    if chart.limit is not None:
        line = book.add_chart({"type": "line"})
        stroke = {"line": {"color": "#000000", "dash_type": "dash", "width": 1.5}}
        line.add_series(_series(page, chart, corner, len(chart.series) + 1) | stroke)
        drawn.combine(line)
    drawn.set_title({"name": chart.title, "name_font": {"size": 12}})
    drawn.set_y_axis({"min": 0, "max": chart.most, "major_gridlines": {"visible": False}})
    drawn.set_legend({"position": "bottom"})
    drawn.set_size({"width": 860, "height": (_ROWS - 1) * _PIXELS_A_ROW})
    page.insert_chart(at, 0, drawn)


def _series(page: Any, chart: Bars, corner: int, column: int) -> dict[str, Any]:
    """A column of the figures as a series."""
    name, last = page.get_name(), corner + len(chart.bars)
    return {
        "name": [name, corner, column],
        "categories": [name, corner + 1, 0, last, 0],
        "values": [name, corner + 1, column, last, column],
    }
