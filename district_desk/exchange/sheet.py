"""What a sheet is: a name and typed columns, each described once for the way out and the way back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

Cell = str | int | float | date | None
"""A value of a cell: text (never None, empty for blank), a number, a date; None for a blank number or date."""


class ColumnType(StrEnum):
    """What a column holds."""

    TEXT = "text"
    NUMBER = "number"
    DECIMAL = "decimal"
    DATE = "date"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Column:
    """A column. ``width`` in characters; ``choices`` are the only texts of a CHOICE; ``note`` is shown at its heading."""

    key: str
    heading: str
    width: int
    type: ColumnType = ColumnType.TEXT
    choices: tuple[str, ...] = ()
    required: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of one name. One with a ``title`` is a list to be read: the title heads its printed pages, and its
    headings filter; one without goes out to be filled in and to come back."""

    name: str
    columns: tuple[Column, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row that came back: its number in the sheet (from 1), its values by column, and what is wrong with it."""

    number: int
    values: Mapping[str, Cell]
    faults: tuple[str, ...] = field(default=())
