"""Tables whose cells stand one below the other, as old Word files turned to text bring them.

The head is a column of short lines from "TT" on, and the rows count on from 1. A row with as many cells as the head
gives each its column; where cells are empty, and so missing, the row is read by its words alone.
"""

from collections.abc import Sequence
from typing import Final

from district_desk.reader.labels import Label, Style
from district_desk.reader.lines import Line
from district_desk.reader.names import HEAD
from district_desk.reader.tables import Column, Row, Table, columns_of

_MOST_COLUMNS: Final = 9
_NAMES: Final = (Column.LEAD, Column.WITH)
_MOST_LINES: Final = 30
"""No row takes more lines than this."""


def stacked_tables(lines: Sequence[Line]) -> list[Table]:
    """The tables of tasks among these lines whose cells stand one below the other."""
    found: list[Table] = []
    at = 0
    while at < len(lines):
        width = _head_at(lines, at)
        if not width:
            at += 1
            continue
        table = Table(heads={line.start for line in lines[at : at + width]})
        columns = columns_of([line.text for line in lines[at : at + width]])
        at += width
        number = 0
        while end := _row_end(lines, at, number + 1, width):
            number += 1
            row = _row(lines[at:end], columns)
            table.rows |= {line.start: row for line in lines[at:end]}
            at = end
        if table.rows:
            found.append(table)
    return found


def _head_at(lines: Sequence[Line], at: int) -> int:
    """How many columns the head has that begins on this line; 0 where none does."""
    if lines[at].folded.rstrip(".") not in ("tt", "stt", "so tt"):
        return 0
    after = next((place for place in range(at + 3, min(at + _MOST_COLUMNS + 1, len(lines))) if _is(lines[place], 1)), 0)
    return after - at if after and columns_of([line.text for line in lines[at:after]]) else 0


def _is(line: Line, number: int) -> bool:
    return line.text.rstrip(".") in (str(number), f"{number:02d}")


def _row_end(lines: Sequence[Line], at: int, number: int, width: int) -> int:
    """The index after the row of this number, which begins here; 0 where it does not.

    It ends where the next number stands; the last row ends at an empty line, or with its last column.
    """
    if at >= len(lines) or not _is(lines[at], number):
        return 0
    for place in range(at + 2, min(at + _MOST_LINES, len(lines))):
        if _is(lines[place], number + 1):
            return place
    last = min(at + width, len(lines))
    return next((place for place in range(at + 1, last) if lines[place].gap), last)


def _row(lines: Sequence[Line], columns: Sequence[Column]) -> Row:
    row = Row(Label(Style.ROW, str(int(lines[0].text.rstrip("."))), len(lines[0].text)))
    named = all(HEAD.match(line.text) for column, line in zip(columns, lines, strict=False) if column in _NAMES)
    if len(lines) == len(columns) and named:
        row.cells = [(column, line.span) for column, line in zip(columns, lines, strict=True)]
    return row
