"""Tables of tasks, as plans carry them in their appendices: TT | Nhiệm vụ | Cơ quan chủ trì | Phối hợp | Thời hạn.

Every kind of file brings its tables here as rows with a tab between the cells. A table is one of tasks when its head
names the work and who does it or until when; any other table stays text.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from district_desk.domain.reading import Span
from district_desk.domain.vietnamese import fold
from district_desk.reader.labels import Label, Style
from district_desk.reader.lines import Line, is_page_number

_MOST_HEAD: Final = 90
"""The head of a column is no longer, in characters."""
_NUMBER: Final = re.compile(r"(?P<key>\d{1,3}(?:\.\d{1,2}){0,3})\s*[.)]?")
_GROUP: Final = re.compile(r"(?P<key>[IVX]{1,5}|[A-HĐ])\s*[.)]?")
_COLUMN_NUMBER: Final = re.compile(r"\(?(?:\d{1,2}|[A-H])\)?")


class Column(StrEnum):
    """What the cells of a column say; BOTH names who leads and who cooperates in one cell."""

    NUMBER = "number"
    TASK = "task"
    LEAD = "lead"
    WITH = "with"
    BOTH = "both"
    DUE = "due"
    OTHER = "other"


_HEADS: Final = (
    (Column.NUMBER, re.compile(r"(?:s?tt|so tt|so thu tu|muc)$")),
    (Column.DUE, re.compile(r"thoi (?:gian|han|diem)|tien do|han\b|moc thoi gian|ngay hoan thanh|lo trinh")),
    (
        Column.TASK,
        re.compile(
            r"(?:ten |danh muc |cac |mot so )*(?:nhiem vu|noi dung|cong viec|hoat dong|dau viec|giai phap|viec)"
        ),
    ),
    (Column.BOTH, re.compile(r".*chu tri.*phoi hop")),
    (Column.WITH, re.compile(r".*phoi hop")),
    (Column.LEAD, re.compile(r".*(?:chu tri|thuc hien|chiu trach nhiem|phu trach|dau moi|phan cong)")),
)
_WHO_OR_WHEN: Final = {Column.LEAD, Column.BOTH, Column.DUE}


@dataclass(slots=True)
class Row:
    """A row with its label and the stretches of its cells by column."""

    label: Label
    cells: list[tuple[Column, Span]] = field(default_factory=list)

    def at(self, *columns: Column) -> list[Span]:
        """Where the cells of these columns stand; empty cells stand nowhere."""
        return [span for column, span in self.cells if column in columns and span.end > span.start]


@dataclass(slots=True)
class Table:
    """The rows of a table by the offset at which their lines begin, and the lines that only name the columns."""

    rows: dict[int, Row] = field(default_factory=dict)
    heads: set[int] = field(default_factory=set)

    @property
    def goes_on(self) -> bool:
        """Whether it begins in the middle of its count: the rest of the table above it."""
        return next((row.label.rank > 1 for row in self.rows.values()), False)


@dataclass(frozen=True, slots=True)
class _Cell:
    span: Span
    text: str


def tables_in(text: str, lines: Sequence[Line]) -> list[Table]:
    """The tables of tasks among these lines."""
    found: list[Table] = []
    at = 0
    while at < len(lines):
        columns = _columns(_cells(text, lines[at])) if "\t" in lines[at].text else []
        if columns:
            table, at = _table_at(text, lines, at, columns)
            if table.rows:
                found.append(table)
        at += 1
    return found


def all_of(tables: Sequence[Table]) -> Table:
    """The rows and heads of several tables as those of one."""
    whole = Table()
    for table in tables:
        whole.rows |= table.rows
        whole.heads |= table.heads
    return whole


def _table_at(text: str, lines: Sequence[Line], at: int, columns: list[Column]) -> tuple[Table, int]:
    """The table whose head is on this line, and the index of its last line."""
    table = Table(heads={lines[at].start})
    last: Row | None = None
    count = 0
    while at + 1 < len(lines) and (is_page_number(lines[at + 1]) or "\t" in _raw(text, lines[at + 1])):
        at += 1
        line, cells = lines[at], _cells(text, lines[at])
        head = _columns(cells) or _second_head(columns, cells)
        if head or (last is None and _is_numbering(cells)) or is_page_number(line):
            columns = head or columns
            table.heads.add(line.start)
            continue
        label = _label(columns, cells, count + 1)
        if label is None and last is None:
            table.heads.add(line.start)
            continue
        count += bool(label)
        last = Row(label) if label else last
        assert last is not None
        last.cells += [(column, cell.span) for column, cell in zip(columns, cells, strict=False)]
        table.rows[line.start] = last
    return table, at


def _raw(text: str, line: Line) -> str:
    """The line with the blanks at its ends, which may be empty cells."""
    begin = text.rfind("\n", 0, line.start) + 1
    end = text.find("\n", line.end)
    return text[begin : end if end >= 0 else len(text)]


def _cells(text: str, line: Line) -> list[_Cell]:
    at = text.rfind("\n", 0, line.start) + 1
    cells: list[_Cell] = []
    for cell in _raw(text, line).split("\t"):
        words = cell.strip()
        begin = at + len(cell) - len(cell.lstrip()) if words else at
        cells.append(_Cell(Span(begin, begin + len(words)), words))
        at += len(cell) + 1
    return cells


def _columns(cells: Sequence[_Cell]) -> list[Column]:
    """What each column holds, where the cells are the head of a table of tasks; nothing where they are not."""
    return columns_of([cell.text for cell in cells])


def columns_of(cells: Sequence[str]) -> list[Column]:
    """What each column holds by the words of its head; nothing where they are no head of a table of tasks."""
    if len(cells) < 3 or any(len(cell) > _MOST_HEAD for cell in cells):
        return []
    columns = [_column(cell) for cell in cells]
    return columns if Column.TASK in columns and _WHO_OR_WHEN & set(columns) else []


def _column(head: str) -> Column:
    words = re.sub(r"\W+", " ", fold(head)).strip()
    return next((column for column, pattern in _HEADS if pattern.match(words)), Column.OTHER)


def _second_head(columns: Sequence[Column], cells: Sequence[_Cell]) -> list[Column]:
    """The columns of a head of two rows: below "Phân công thực hiện" stand "Chủ trì" and "Phối hợp"."""
    named = [_column(cell.text) if cell.text else None for cell in cells]
    if not any(one in (Column.LEAD, Column.WITH, Column.DUE) for one in named) or named[0] is not None:
        return []
    if any(
        one in (Column.OTHER, Column.TASK) or len(cell.text) > _MOST_HEAD
        for one, cell in zip(named, cells, strict=True)
    ):
        return []
    above, made, inside = list(columns), [], False
    for one in named:
        if one is None or not inside:
            upper = above.pop(0) if above else Column.OTHER
        made.append(upper if one is None else one)
        inside = one is not None
    return made


def _is_numbering(cells: Sequence[_Cell]) -> bool:
    """Whether the row only numbers the columns: (1), (2), (3)."""
    return all(_COLUMN_NUMBER.fullmatch(cell.text) for cell in cells)


def _label(columns: Sequence[Column], cells: Sequence[_Cell], count: int) -> Label | None:
    """The label of a row: its number, the letter of a group of rows, or its place where the table counts none."""
    if Column.NUMBER not in columns:
        work = columns.index(Column.TASK)
        return Label(Style.ROW, str(count), 0) if len(cells) > work and cells[work].text else None
    at = columns.index(Column.NUMBER)
    number = cells[at].text if at < len(cells) else ""
    for style, pattern in ((Style.ROW, _NUMBER), (Style.ROW_GROUP, _GROUP)):
        if hit := pattern.fullmatch(number):
            return Label(style, hit["key"], len(number))
    return None
