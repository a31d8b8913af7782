"""A workbook that came back from the office: columns found by their headings in any order, every fault with its row."""

import re
import warnings
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final
from zipfile import BadZipFile

from district_desk.domain.problems import BadSheet, Unreadable, UnreadableFile
from district_desk.domain.vietnamese import fold, nfc
from district_desk.exchange.sheet import Cell, Column, ColumnType, Row, Sheet

_HEADING_WITHIN: Final = 10
"""A title, a date or an empty line may stand above the headings."""
_MOST_ROWS: Final = 20_000
_DAY: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


def read_sheet(path: Path, sheet: Sheet) -> list[Row]:
    """The rows of the first sheet that has the headings, without blank ones.

    Raises:
        UnreadableFile: it is not there, or another program holds it.
        BadSheet: it is no Excel workbook, no sheet of it has the headings, or it is too long.
    """
    with closing(opened(path)) as book, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of decorations that it does not keep
        for page in book.worksheets:
            lines = _lines(page)
            if places := _headings(lines[:_HEADING_WITHIN], sheet):
                first, columns = places
                return list(_rows(path, lines, first, columns))
    names = ", ".join(f"“{column.heading}”" for column in sheet.columns if column.required)
    raise BadSheet(path, 0, f"không thấy dòng tiêu đề có các cột {names}")


def read_lines(path: Path) -> list[list[str]]:
    """Every line of every sheet as texts, days as 30/03/2023: for a table whose headings somebody else knows.

    Raises:
        UnreadableFile, BadSheet: as :func:`read_sheet`.
    """
    with closing(opened(path)) as book, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        lines = [line for page in book.worksheets for line in _lines(page)]
    if len(lines) > _MOST_ROWS:
        raise BadSheet(path, 0, f"có hơn {_MOST_ROWS} dòng")
    return [[_shown(cell) for cell in line] for line in lines]


def _shown(cell: Any) -> str:
    return f"{cell:%d/%m/%Y}" if isinstance(cell, date) else " ".join(_text(cell).split())


def opened(path: Path, *, keep_formulas: bool = False) -> Any:
    """The workbook, for reading its values alone, or with ``keep_formulas`` for finding its formulas; close it.

    Raises:
        UnreadableFile, BadSheet: as :func:`read_sheet`.
    """
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return load_workbook(path, read_only=True, data_only=not keep_formulas)
    except FileNotFoundError as error:
        raise UnreadableFile(path, Unreadable.MISSING) from error
    except PermissionError as error:
        raise UnreadableFile(path, Unreadable.BUSY) from error
    except (InvalidFileException, BadZipFile, KeyError, ValueError, OSError, EOFError) as error:
        raise BadSheet(path, 0, "không phải là tệp Excel (.xlsx)") from error


def _lines(page: Any) -> list[Sequence[Any]]:
    lines: list[Sequence[Any]] = []
    for line in page.iter_rows(values_only=True):
        lines.append(line)
        if len(lines) > _MOST_ROWS:
            break
    return lines


def _headings(lines: Sequence[Sequence[Any]], sheet: Sheet) -> tuple[int, dict[int, Column]] | None:
    """The index of the heading line and the column at each place, where a line has every required heading."""
    by_heading = {_key(column.heading): column for column in sheet.columns}
    for index, line in enumerate(lines):
        found = {place: by_heading[_key(cell)] for place, cell in enumerate(line) if _key(cell) in by_heading}
        if {column.key for column in sheet.columns if column.required} <= {column.key for column in found.values()}:
            return index, found
    return None


def _key(cell: object) -> str:
    return " ".join(fold(str(cell or "")).split())


def _rows(path: Path, lines: Sequence[Sequence[Any]], heading: int, columns: dict[int, Column]) -> Iterator[Row]:
    if len(lines) > _MOST_ROWS:
        raise BadSheet(path, 0, f"có hơn {_MOST_ROWS} dòng")
    for index, line in enumerate(lines[heading + 1 :], start=heading + 2):
        if all(cell is None or not str(cell).strip() for cell in line):
            continue
        values: dict[str, Cell] = {}
        faults = []
        for place, column in columns.items():
            try:
                values[column.key] = _value(column, line[place] if place < len(line) else None)
            except ValueError as error:
                values[column.key] = None
                faults.append(f"cột “{column.heading}” {error}")
        yield Row(index, values, tuple(faults))


def _value(column: Column, cell: Any) -> Cell:
    """The cell as the column wants it; ValueError with the words of what is wrong."""
    text = _text(cell)
    if not text and column.required:
        raise ValueError("không được để trống")
    match column.type:
        case ColumnType.TEXT:
            return text
        case ColumnType.NUMBER:
            return _number(text)
        case ColumnType.DECIMAL:
            return _decimal(text)
        case ColumnType.DATE:
            return _date(cell, text)
        case ColumnType.CHOICE:
            return _choice(column, text)


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    lines = (" ".join(line.split()) for line in nfc(str(cell)).splitlines())
    return "\n".join(line for line in lines if line)


def _number(text: str) -> int | None:
    if not text:
        return None
    if not re.fullmatch(r"-?\d{1,9}", text):
        raise ValueError(f"phải là số nguyên, không phải “{text}”")
    return int(text)


def _decimal(text: str) -> float | None:
    if not text:
        return None
    if not re.fullmatch(r"-?\d{1,9}([.,]\d{1,15})?", text):
        raise ValueError(f"phải là số, không phải “{text}”")
    return float(text.replace(",", "."))


def _date(cell: Any, text: str) -> date | None:
    if not text:
        return None
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    hit = _DAY.fullmatch(text)
    try:
        if hit:
            return date(int(hit[3]), int(hit[2]), int(hit[1]))
    except ValueError:
        pass
    raise ValueError(f"phải là ngày dạng 30/3/2023, không phải “{text}”")


def _choice(column: Column, text: str) -> str:
    if not text:
        return ""
    known = {_key(choice): choice for choice in column.choices}
    if _key(text) not in known:
        raise ValueError(f"không có giá trị “{text}”; chỉ dùng: {', '.join(column.choices)}")
    return known[_key(text)]
