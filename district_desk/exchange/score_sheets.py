"""Workbooks of reform scores as offices make them: a summary with a unit a row, or one unit's sheet with a criterion a row.

No two offices lay them out alike (headings of one to three rows, merged cells, a row of maxima, other orders of columns),
so this module tells only what stands where. What a column or a name means is the desk's to find out, with the clerk.
"""

import re
import warnings
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from pathlib import Path
from typing import Any, Final
from zipfile import ZipFile

from district_desk.domain.problems import BadSheet
from district_desk.domain.vietnamese import fold, nfc
from district_desk.exchange.reading import opened

_HEADING_WITHIN: Final = 20
_DEEPEST_HEADING: Final = 4
_MOST_ROWS: Final = 5_000
_MOST_COLUMNS: Final = 500
_UNIT_HEADINGS: Final = re.compile(
    r"(ten )?(cac )?(co quan, )?don vi( cham diem| duoc danh gia)?|(ubnd )?(cac )?(xa|phuong|thi tran)([,/ ]+(xa|phuong|thi tran|dac khu))*|dia phuong"
)
_CRITERION_HEADING: Final = re.compile(r"(noi dung |ten )?(linh vuc[,/ ]+)?tieu chi\b.*|noi dung danh gia")
_BARE_FORMULA: Final = re.compile(rb"</f>\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>")
_CODE: Final = re.compile(r"\d+(?:\.\d+)+|[IVX]+")
_MAXIMUM_HEADING: Final = re.compile(r"(diem|thang diem) (toi da|chuan)|thang diem|diem chuan")


class SheetLayout(StrEnum):
    """What a row is."""

    UNITS = "units"  # bảng tổng hợp: a unit
    CRITERIA = "criteria"  # phiếu chấm điểm: a criterion


@dataclass(frozen=True, slots=True)
class ScoreColumn:
    """A column: its place from 0, its headings from the outermost to its own."""

    place: int
    headings: tuple[str, ...]

    @property
    def heading(self) -> str:
        """Its own heading."""
        return self.headings[-1] if self.headings else ""

    @property
    def letter(self) -> str:
        """The column as Excel names it: "C"."""
        return letter_of(self.place)


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """A row under the headings: its number in the sheet, from 1, and its cells as they are."""

    number: int
    cells: tuple[Any, ...]

    def text(self, place: int) -> str:
        """A cell as one line of text, empty where there is none."""
        return cell_text(self.cells[place]) if place < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """The first sheet of a workbook that has such headings. ``titles`` are the lines above them; ``key_place`` is the
    column of the units' names or of the criteria's."""

    path: Path
    name: str
    layout: SheetLayout
    titles: tuple[str, ...]
    columns: tuple[ScoreColumn, ...]
    key_place: int
    rows: tuple[ScoreRow, ...]
    uncomputed: tuple[str, ...] = ()
    """Cells ("C7") of formulas whose results the workbook does not hold, because no program has computed them."""


def read_scores(path: Path) -> ScoreSheet:
    """The first sheet of a workbook that is a summary or a score sheet.

    Raises:
        UnreadableFile: it is not there, or another program holds it.
        BadSheet: it is no Excel workbook, or none of its sheets is one of the two, or it is too large.
    """
    with closing(opened(path)) as book, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for page in book.worksheets:
            lines = _lines(path, page)
            if found := _layout(lines[:_HEADING_WITHIN]):
                first, layout, key_place = found
                depth = _depth(lines, first, key_place)
                columns = _columns(lines[first : first + depth])
                titles = tuple(text for line in lines[:first] for cell in line if (text := cell_text(cell)))
                rows = _rows(lines, first + depth)
                return ScoreSheet(
                    path, page.title, layout, titles, columns, key_place, rows, _uncomputed(path, page.title)
                )
    raise BadSheet(path, 0, "không thấy cột “Đơn vị” hoặc hai cột “Tiêu chí”, “Điểm tối đa”")


def letter_of(place: int) -> str:
    """A column's name in Excel: 0 is "A", 26 is "AA"."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def cell_text(cell: object) -> str:
    """What a cell says, blanks collapsed; a whole number without its point."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(nfc(str(cell)).split())


def _uncomputed(path: Path, name: str) -> tuple[str, ...]:
    """The cells of formulas without a result. Programs that write workbooks leave the computing to the one that opens
    them, so such a cell reads as blank though a number is seen in it."""
    with ZipFile(path) as archive:
        pages = (each for each in archive.namelist() if each.startswith("xl/worksheets/"))
        if not any(_BARE_FORMULA.search(archive.read(each)) for each in pages):
            return ()
    with closing(opened(path, keep_formulas=True)) as formulas, closing(opened(path)) as values:
        pairs = zip(formulas[name].iter_rows(), values[name].iter_rows(values_only=True), strict=True)
        return tuple(
            cell.coordinate
            for line, known in pairs
            for cell, value in zip(line, known, strict=True)
            if value is None and cell.data_type == "f"
        )


def _lines(path: Path, page: Any) -> list[tuple[Any, ...]]:
    lines: list[tuple[Any, ...]] = []
    for line in page.iter_rows(values_only=True):
        lines.append(line[:_MOST_COLUMNS])
        if len(lines) > _MOST_ROWS:
            raise BadSheet(path, 0, f"có hơn {_MOST_ROWS} dòng")
    return lines


def _layout(lines: Sequence[tuple[Any, ...]]) -> tuple[int, SheetLayout, int] | None:
    """The index of the first heading line, the layout, and the place of the column that names the rows."""
    for index, line in enumerate(lines):
        keys = [fold(cell_text(cell)) for cell in line]
        if any(_MAXIMUM_HEADING.fullmatch(key) for key in keys):
            for place, key in enumerate(keys):
                if _CRITERION_HEADING.fullmatch(key):
                    return index, SheetLayout.CRITERIA, place
        for place, key in enumerate(keys):
            if _UNIT_HEADINGS.fullmatch(key) and sum(map(bool, keys)) > 1:
                return index, SheetLayout.UNITS, place
    return None


def _depth(lines: Sequence[tuple[Any, ...]], first: int, key_place: int) -> int:
    """How many lines the headings take."""
    depth = 1
    while depth < _DEEPEST_HEADING and first + depth < len(lines) and _goes_on(lines, first + depth, key_place):
        depth += 1
    return depth


def _rows(lines: Sequence[tuple[Any, ...]], first: int) -> tuple[ScoreRow, ...]:
    if first < len(lines) and _counts_columns(lines[first]):
        first += 1
    return tuple(
        ScoreRow(number, line)
        for number, line in enumerate(lines[first:], start=first + 1)
        if any(cell_text(cell) for cell in line)
    )


def _counts_columns(line: Sequence[Any]) -> bool:
    """Whether a line only numbers the columns: "(1) | (2) | (3)", "A | B | 1 | 2"."""
    texts = [re.sub(r"[()\s]", "", cell_text(cell)) for cell in line]
    numbers = [int(text) for text in texts if text.isdigit()]
    others = [text for text in texts if text and not text.isdigit()]
    return (
        len(numbers) > 2
        and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
        and numbers[0] < 4
        and all(len(text) == 1 or "=" in text or "/" in text for text in others)
    )


def _goes_on(lines: Sequence[tuple[Any, ...]], index: int, key_place: int) -> bool:
    """Whether a line still belongs to the headings: no name of a row, and texts that are no numbers."""
    cells = [cell_text(cell) for cell in lines[index]]
    if key_place < len(cells) and cells[key_place]:
        return False
    texts = [cell for cell in cells if cell]
    return bool(texts) and (_are_codes(texts) or not any(_is_number(cell) for cell in lines[index]))


def _are_codes(texts: Sequence[str]) -> bool:
    """Whether a line's texts are codes of criteria, "1.1", "1.2", "2.1": they never repeat and never fall."""
    if len(texts) < 2 or not all(_CODE.fullmatch(text) for text in texts):
        return False
    numbers = [tuple(map(int, text.split("."))) for text in texts if text[0].isdigit()]
    return all(one < next_one for one, next_one in pairwise(numbers))


def _is_number(cell: object) -> bool:
    return isinstance(cell, (int, float)) or re.fullmatch(r"-?\d+([.,]\d+)?", cell_text(cell)) is not None


def _columns(lines: Sequence[tuple[Any, ...]]) -> tuple[ScoreColumn, ...]:
    """Every column with its headings. A heading reaches over the columns to its right that have none of their own, as a
    merged cell does, but not past the reach of the heading above it."""
    width = max(len(line) for line in lines)
    paths: list[list[str]] = [[] for _ in range(width)]
    for depth, line in enumerate(lines):
        reach = ""
        for place in range(width):
            text = cell_text(line[place]) if place < len(line) else ""
            if text:
                paths[place].append(text)
            elif depth < len(lines) - 1 and reach and _shares(lines, place, depth):
                paths[place].append(reach)
            if text or not _shares(lines, place, depth):
                reach = text
    return tuple(ScoreColumn(place, tuple(path)) for place, path in enumerate(paths) if path)


def _shares(lines: Sequence[tuple[Any, ...]], place: int, depth: int) -> bool:
    """Whether a column without a heading of its own in this line has one in a deeper line, as under a merged cell."""
    own = lines[depth][place] if place < len(lines[depth]) else None
    deeper = (line[place] for line in lines[depth + 1 :] if place < len(line))
    return not cell_text(own) and any(cell_text(cell) for cell in deeper)
