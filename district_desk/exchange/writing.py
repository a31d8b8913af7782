"""A list as an Excel workbook: real dates, codes kept as text, choices offered in the cell, the heading row frozen."""

from collections.abc import Iterable, Mapping
from contextlib import closing
from io import BytesIO
from typing import Any, Final

from district_desk.exchange.sheet import Cell, Column, ColumnType, Sheet

_FONT: Final[dict[str, Any]] = {"font_name": "Times New Roman", "font_size": 12, "valign": "top"}
_FORMATS: Final[dict[ColumnType, dict[str, Any]]] = {
    ColumnType.TEXT: {"num_format": "@", "text_wrap": True},
    ColumnType.CHOICE: {"num_format": "@"},
    ColumnType.NUMBER: {"num_format": "0"},
    ColumnType.DECIMAL: {"num_format": "General", "align": "center"},
    ColumnType.DATE: {"num_format": "dd/mm/yyyy", "align": "center"},
}
_LONGEST_LIST: Final = 255
"""Characters that Excel allows in a list of choices written into the sheet."""
_ROWS_WITH_CHOICES: Final = 2000
_LONGEST_TEXT: Final = 32_767
"""Characters that a cell holds; xlsxwriter leaves a longer text out without a word."""
_LONGEST_HEAD: Final = 200
_FIRST_YEAR: Final = 1900
"""Excel knows no date before it; such a one stands as text."""
_A4: Final = 9
_BOOK: Final[dict[str, Any]] = {
    "constant_memory": True,  # a row is let go when the next begins: 100,000 rows of a register would take 360 MB
    "strings_to_formulas": False,
    "strings_to_urls": False,
}


def write_sheet(sheet: Sheet, rows: Iterable[Mapping[str, Cell]]) -> bytes:
    """The workbook's bytes, one row a mapping from column key to value; what ``rows`` raises goes on to the caller."""
    import xlsxwriter

    buffer = BytesIO()
    with closing(xlsxwriter.Workbook(buffer, _BOOK)) as book:  # closed also when stopped: rows wait in a file
        page = book.add_worksheet(sheet.name)
        _write_heading(book, page, sheet)
        formats = {kind: book.add_format(_FONT | shape) for kind, shape in _FORMATS.items()}
        number = 0
        for number, row in enumerate(rows, start=1):
            for place, column in enumerate(sheet.columns):
                _write_cell(page, number, place, row.get(column.key), formats[column.type])
        for place, column in enumerate(sheet.columns):
            page.set_column(place, place, column.width, formats[column.type])
            _offer_choices(page, place, column)
        _set_pages(page, sheet, number)
    return buffer.getvalue()


def _set_pages(page: Any, sheet: Sheet, rows: int) -> None:
    """The heading stays in sight on the screen and stands on every printed page, which is as wide as the list."""
    page.freeze_panes(1, 0)
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    if sheet.title:
        page.set_header(f'&C&"Times New Roman,Bold"&13 {sheet.title.replace("&", "&&")[:_LONGEST_HEAD]}')
        page.set_footer('&C&"Times New Roman,Regular"&P/&N')
        page.autofilter(0, 0, rows, len(sheet.columns) - 1)


def _write_heading(book: Any, page: Any, sheet: Sheet) -> None:
    shape = book.add_format(_FONT | {"bold": True, "bg_color": "#E8EEF4", "border": 1, "text_wrap": True})
    for place, column in enumerate(sheet.columns):
        page.write_string(0, place, column.heading, shape)
        if column.note:
            page.write_comment(0, place, column.note, {"x_scale": 2})


def _write_cell(page: Any, number: int, place: int, value: Cell, shape: Any) -> None:
    if value is None or value == "":
        page.write_blank(number, place, None, shape)
    elif isinstance(value, str):
        page.write_string(number, place, value[:_LONGEST_TEXT], shape)
    elif isinstance(value, (int, float)):
        page.write_number(number, place, value, shape)
    elif value.year < _FIRST_YEAR:
        page.write_string(number, place, f"{value:%d/%m/}{value.year:04d}", shape)
    else:
        page.write_datetime(number, place, value, shape)


def _offer_choices(page: Any, place: int, column: Column) -> None:
    if column.choices and len(",".join(column.choices)) <= _LONGEST_LIST and not any("," in c for c in column.choices):
        page.data_validation(1, place, _ROWS_WITH_CHOICES, place, {"validate": "list", "source": list(column.choices)})
