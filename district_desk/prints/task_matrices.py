"""The matrix items × units on A3: as many sheets across as its units need, the item's columns on each of them."""

from collections.abc import Iterator
from dataclasses import replace
from math import ceil
from typing import Final

from district_desk.domain.look_papers import MatrixMark, MatrixRow, TaskMatrix
from district_desk.domain.task_looks import CellState
from district_desk.prints.document import (
    Align,
    Block,
    Column,
    Document,
    Grid,
    PageBreak,
    Paragraph,
    Row,
    RowKind,
    Run,
    Text,
)
from district_desk.prints.figure_words import counted
from district_desk.prints.forms import Form
from district_desk.prints.style import LINE_HEIGHT, STYLES, Part
from district_desk.prints.wording import full_date

_WIDEST: Final = 2.0
"""A unit's column is never wider than so many times the form's; what is left belongs to the text."""
_MM: Final = 25.4 / 72
_ROW_HEIGHT: Final = 2 * STYLES[Part.TABLE_CELL].size * LINE_HEIGHT * _MM + 2
"""Millimetres: room for a mark of two lines, so that the rows of all sheets across break at the same places."""


def build_task_matrix(form: Form, matrix: TaskMatrix) -> Document:
    """Ma trận nhiệm vụ: the units' names run upward, every sheet across begins on a page of its own."""
    parts = list(_parts(form, len(matrix.units)))
    columns = [_columns(form, matrix, part, len(parts[0])) for part in parts]
    blocks: list[Block] = []
    for number, (part, wide) in enumerate(zip(parts, columns, strict=True), 1):
        blocks += [PageBreak()] if blocks else []
        blocks += _head(form, matrix, part, number, len(parts))
        blocks.append(Grid(wide, tuple(_rows(form, matrix, part)), _ROW_HEIGHT))
    return Document(form.title, tuple(blocks), form.paper, form.margins)


def _parts(form: Form, units: int) -> Iterator[range]:
    """The units of each sheet across, shared out evenly; one sheet where there is no unit."""
    most = max(1, int(_room(form) / _unit(form).width))
    each = ceil(units / max(1, ceil(units / most)))
    return (range(start, min(start + each, units)) for start in range(0, units or 1, each or 1))


def _unit(form: Form) -> Column:
    return next(column for column in form.columns if column.key == "unit")


def _room(form: Form) -> float:
    """Millimetres that the item's columns leave for the units."""
    text = form.paper.width - form.margins.left - form.margins.right
    return text - sum(column.width for column in form.columns if column.key != "unit")


def _columns(form: Form, matrix: TaskMatrix, part: range, most: int) -> tuple[Column, ...]:
    """The item's columns as wide on every sheet as on the fullest one, then the units of this one."""
    unit, room = _unit(form), _room(form)
    taken = min(room, most * unit.width * _WIDEST)
    fixed = (
        replace(column, width=column.width + room - taken) if column.key == "text" else column
        for column in form.columns
        if column.key != "unit"
    )
    each = taken / max(1, len(part))
    names = (
        replace(unit, key=f"unit {place}", heading=matrix.units[place], width=each, group=unit.heading)
        for place in part
    )
    return (*fixed, *names)


def _head(form: Form, matrix: TaskMatrix, part: range, number: int, sheets: int) -> Iterator[Paragraph]:
    """Whose matrix it is, its title, its day, which sheet this is, what the marks mean."""
    yield _line(matrix.parent, Part.PARENT_BODY, Align.LEFT)
    yield _line(matrix.body, Part.BODY, Align.LEFT)
    yield _line(form.title, Part.APPENDIX_TITLE)
    yield _line(form.say("as_of", as_of=full_date(matrix.as_of)), Part.APPENDIX_NOTE)
    if matrix.narrowed:
        yield _line(form.say("narrowed", narrowed="; ".join(matrix.narrowed)), Part.NOTE)
    if sheets > 1:
        told = {"sheet": str(number), "sheets": str(sheets), "first": str(part[0] + 1), "last": str(part[-1] + 1)}
        yield _line(form.say("sheet", units=counted(len(matrix.units)), **told), Part.NOTE)
    legend = form.say("legend")
    if matrix.cut:
        legend = f"{legend} {form.say('cut', count=counted(len(matrix.rows)))}"
    yield _line(legend, Part.NOTE, Align.JUSTIFY)


def _line(text: str, part: Part, align: Align = Align.CENTER) -> Paragraph:
    return Paragraph(text, part, align, first_indent=0, before=2, stays_with_next=True)


def _rows(form: Form, matrix: TaskMatrix, part: range) -> Iterator[Row]:
    if not matrix.rows:
        yield Row((form.say("empty"),), RowKind.REMARK)
    keys = [column.key for column in form.columns if column.key != "unit"]
    for number, row in enumerate(matrix.rows, 1):
        cells = _item_cells(number, row)
        yield Row((*(cells[key] for key in keys), *(_mark(form, row.marks[place]) for place in part)))


def _item_cells(number: int, row: MatrixRow) -> dict[str, str]:
    return {
        "number": str(number),
        "document": row.document,
        "place": row.place,
        "text": row.text,
        "due": full_date(row.due) if row.due else "",
    }


def _mark(form: Form, mark: MatrixMark | None) -> Text:
    """The form's mark of a state, bold where work is late, with the number of lines where a cell has several."""
    if mark is None:
        return ""
    said = form.say(mark.state.value, **({"days": str(mark.days_late)} if mark.state is CellState.LATE else {}))
    if mark.lines > 1:
        said = form.say("several", mark=said, lines=str(mark.lines))
    return (Run(said, bold=True),) if mark.state is CellState.LATE else said
