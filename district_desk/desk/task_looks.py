"""Nhiệm vụ beside the list: the matrix items × units and its workbook, days on which lines fall due."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from district_desk.desk.listing import near
from district_desk.desk.machine import write_whole
from district_desk.desk.office_desk import Desk
from district_desk.domain.directives import Directive
from district_desk.domain.items import Item, place_in_words
from district_desk.domain.listing import AssignmentFilter
from district_desk.domain.task_looks import (
    CellState,
    DueDay,
    Matrix,
    MatrixCell,
    MatrixItem,
    MatrixLine,
    MatrixUnit,
    cells_of,
)
from district_desk.domain.units import Unit
from district_desk.exchange import Cell, Column, ColumnType, Sheet, write_sheet

MOST_ITEMS: Final = 200
"""More rows than anybody reads; a narrower filter shows the rest."""

CELL_WORDS: Final = {
    CellState.LATE: "Quá hạn",
    CellState.DUE: "Sắp đến hạn",
    CellState.NOT_DUE: "Chưa đến hạn",
    CellState.OPEN: "Không có hạn",
    CellState.DONE_LATE: "Xong, quá hạn",
    CellState.DONE: "Xong",
    CellState.OUTSIDE: "Không tính",
}
"""The state of a cell in words; the screen and the workbook say the same."""

_FIXED: Final = (
    Column("number", "STT", 5, ColumnType.NUMBER),
    Column("notation", "Văn bản", 16),
    Column("place", "Mục", 14),
    Column("text", "Việc phải làm", 60),
    Column("due", "Thời hạn", 12, ColumnType.DATE),
)


def matrix(desk: Desk, wanted: AssignmentFilter, as_of: date) -> Matrix:
    """Items × units of the lines that the filter meets, as of a day; at most :data:`MOST_ITEMS` items, the earliest
    due first, those of one directive together and in the order of its text."""
    reader = desk.store.reading()
    lines, cut = reader.matrix_lines(wanted, as_of, items=MOST_ITEMS)
    items = reader.many(Item, {line.item_id for line in lines})
    directives = reader.many(Directive, {line.directive_id for line in lines})
    units = reader.many(Unit, {line.unit_id for line in lines})
    columns = sorted(units.values(), key=lambda unit: (unit.position, unit.id))
    return Matrix(
        tuple(_rows(lines, items, directives)),
        tuple(MatrixUnit(unit.id, unit.short_name or unit.name, unit.name) for unit in columns),
        cells_of(lines, near(desk, as_of)),
        as_of,
        cut,
    )


def due_days(desk: Desk, wanted: AssignmentFilter, first: date, last: date, as_of: date) -> list[DueDay]:
    """How many of the wanted lines fall due on each day from ``first`` to ``last``; a due range of the filter's own
    still holds."""
    start = max(first, wanted.due_from or first)
    end = min(last, wanted.due_until or last)
    if start > end:
        return []
    return desk.store.reading().due_days(replace(wanted, due_from=start, due_until=end), as_of)


def export_matrix(desk: Desk, wanted: AssignmentFilter, as_of: date, path: Path) -> Path:
    """Write the matrix to an Excel workbook: one row an item, one column a unit, due dates as dates.

    Raises:
        DiskFull, ReadOnly, FileBusy, NotFound: as the machine says, about ``path``.
    """
    shown = matrix(desk, wanted, as_of)
    columns = (*_FIXED, *(Column(_key(unit), unit.short_name, 13) for unit in shown.units))
    sheet = Sheet("Ma trận", columns, title=f"Ma trận nhiệm vụ, tính đến ngày {as_of:%d/%m/%Y}")
    return write_whole(path, write_sheet(sheet, _sheet_rows(shown)))


def _rows(
    lines: Sequence[MatrixLine], items: Mapping[int, Item], directives: Mapping[int, Directive]
) -> Iterator[MatrixItem]:
    dues: dict[int, date | None] = {}
    for line in lines:  # by due date: the first of an item is its earliest
        dues.setdefault(line.item_id, line.standing.due)
    first = {line.directive_id: place for place, line in reversed(list(enumerate(lines)))}
    for item in sorted((items[each] for each in dues), key=lambda item: (first[item.directive_id], item.position)):
        directive = directives[item.directive_id]
        named = str(directive.notation) or directive.subject
        yield MatrixItem(item.id, item.directive_id, item.path, item.kind, item.text, named, dues[item.id])


def _sheet_rows(shown: Matrix) -> Iterator[Mapping[str, Cell]]:
    for number, item in enumerate(shown.items, start=1):
        row: dict[str, Cell] = {
            "number": number,
            "notation": item.notation,
            "place": place_in_words(item.path, item.kind),
            "text": " ".join(item.text.split()),
            "due": item.due,
        }
        for unit in shown.units:
            if cell := shown.cells.get((item.id, unit.id)):
                row[_key(unit)] = cell_words(cell)
        yield row


def cell_words(cell: MatrixCell) -> str:
    """A cell in words: its state, the days of a late one, and how many lines where there are several."""
    said = CELL_WORDS[cell.state]
    if cell.state is CellState.LATE:
        said = f"{said} {cell.days_late} ngày"
    return f"{said} ({len(cell.ids)} việc)" if len(cell.ids) > 1 else said


def _key(unit: MatrixUnit) -> str:
    return f"unit {unit.id}"
