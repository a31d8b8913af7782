"""Documents as one Excel workbook, a sheet each: tables as real cells with real dates and numbers, the rest as lines above
and below; charts on a sheet of their own behind it.

It walks the same blocks as the PDF writer. A column whose every cell reads as a number, or as a date, holds numbers or
dates; any other stays text, so that "04" keeps its zero. Headings are frozen and come again on every printed page, and
the sheet is as wide as one page.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Any, BinaryIO, Final

from district_desk.domain.problems import Stopped
from district_desk.prints.document import (
    Addressees,
    Align,
    Bars,
    Block,
    Column,
    Document,
    Grid,
    Letterhead,
    Note,
    PageBreak,
    Paragraph,
    Row,
    RowKind,
    Run,
    SignatureRow,
    Text,
    Tick,
    Title,
)
from district_desk.prints.excel_charts import CHARTS, fill_charts
from district_desk.prints.saving import replacing
from district_desk.prints.style import COUNTRY, MOTTO, STYLES, Part

Stop = Callable[[], bool]

_MM_A_LETTER: Final = 2.1
"""Width of a figure of the sheet's type, in millimetres."""
_FONT: Final = {"font_name": "Times New Roman", "valign": "top"}
_LONGEST_NAME: Final = 31
_LONGEST_TEXT: Final = 32_767
_MM_AN_INCH: Final = 25.4
_POINTS_A_MM: Final = 72 / 25.4
_LINE: Final = 15.75
"""Points that a line of a table takes."""
_LETTERS_A_WIDTH: Final = 1.18
"""Letters of running text that the width of a figure holds."""
_FIRST_YEAR: Final = 1900
_PAPERS: Final = {297.0: 9, 420.0: 8}
"""Excel's numbers of A4 and A3, by the longer edge in millimetres."""
_NUMBER: Final = re.compile(r"-?(?:0|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d*)(?:,(\d{1,6}))?")
_DATE: Final = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_ROWS_A_LOOK: Final = 500
_ALIGNS: Final = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right", Align.JUSTIFY: "justify"}
_BOLD_KINDS: Final = (RowKind.GROUP, RowKind.TOTAL, RowKind.SUBTOTAL)


def write(documents: Sequence[Document], out: Path | BinaryIO, *, stop: Stop | None = None) -> None:
    """Write the documents, a sheet each. A path is replaced only by a whole file.

    Raises:
        Stopped: ``stop`` said so; nothing is written.
        DiskFull, ReadOnly, FileBusy: the target refuses.
        ValueError: no document.
    """
    if not documents:
        raise ValueError("a workbook has at least one sheet")
    content = _workbook(documents, stop)
    if isinstance(out, Path):
        with replacing(out) as stream:
            stream.write(content)
    else:
        out.write(content)


def _workbook(documents: Sequence[Document], stop: Stop | None) -> bytes:
    import xlsxwriter

    buffer = BytesIO()
    names: list[str] = []
    with closing(xlsxwriter.Workbook(buffer, {"strings_to_formulas": False, "strings_to_urls": False})) as book:
        formats = _Formats(book)
        for document in documents:
            names.append(_sheet_name(document.title, names))
            _SheetMaker(book.add_worksheet(names[-1]), formats, document, stop).fill()
            if charts := [block for block in document.blocks if isinstance(block, Bars)]:
                names.append(_sheet_name(CHARTS, names))
                fill_charts(book, book.add_worksheet(names[-1]), charts, formats)
    return buffer.getvalue()


def _sheet_name(title: str, taken: Sequence[str]) -> str:
    """A name that Excel allows and no other sheet has."""
    bare = " ".join(re.sub(r"[\[\]:*?/\\']", " ", title).split())[:_LONGEST_NAME] or "Trang"
    name, number = bare, 2
    while name.casefold() in {each.casefold() for each in taken}:
        mark = f" ({number})"
        name, number = bare[: _LONGEST_NAME - len(mark)] + mark, number + 1
    return name


class _Formats:
    """Formats of a workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}

    def __call__(self, **shape: Any) -> Any:
        key = tuple(sorted(shape.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(_FONT | shape)
        return self._made[key]


@dataclass(frozen=True, slots=True)
class _Kind:
    """What the cells of a column hold: the words, or numbers with so many decimals, or dates."""

    is_date: bool = False
    decimals: int | None = None

    @property
    def shape(self) -> dict[str, Any]:
        """How they are shown."""
        if self.is_date:
            return {"num_format": "dd/mm/yyyy"}
        if self.decimals is None:
            return {"num_format": "@"}
        return {"num_format": "#,##0" + ("." + "0" * self.decimals if self.decimals else "")}


class _SheetMaker:
    """One document on one sheet, written from the top down."""

    def __init__(self, page: Any, formats: _Formats, document: Document, stop: Stop | None) -> None:
        self._page, self._formats, self._document, self._stop = page, formats, document, stop
        self._grids = list(document.grids())
        self._width = max([2, *(len(grid.columns) for grid in self._grids)])
        self._at = 0
        self._wide = self._letters()
        self._breaks: list[int] = []

    def fill(self) -> None:
        """Write everything, then how the sheet is seen and printed."""
        self._set_columns()
        for block in self._document.blocks:
            self._block(block)
        self._set_page()

    # -- blocks ---------------------------------------------------------------------------------------------

    def _block(self, block: Block) -> None:
        match block:
            case Letterhead():
                self._letterhead(block)
            case Title():
                self._line(_words(block.text), Part.TITLE, Align.CENTER)
                if block.subject:
                    self._line(_words(block.subject), block.subject_part, Align.CENTER)
            case Paragraph():
                self._line(_words(block.text), block.part, block.align)
            case Note():
                self._line(block.text, Part.NOTE, Align.CENTER)
            case Addressees():
                self._line(f"{block.heading} {' '.join(block.names)}", Part.ADDRESSEE, Align.CENTER)
            case Grid():
                self._grid(block)
            case SignatureRow():
                self._signatures(block)
            case PageBreak():
                self._breaks.append(self._at)
            case _:
                self._at += 1

    def _letterhead(self, head: Letterhead) -> None:
        left = (
            (head.parent, Part.PARENT_BODY), (head.body, Part.BODY), (head.number, Part.NUMBER),
            (head.about, Part.LETTER_SUBJECT),
        )  # fmt: skip
        right = ((COUNTRY, Part.COUNTRY), (MOTTO, Part.MOTTO), (head.place_and_date, Part.PLACE_AND_DATE))
        for place in range(max(len(left), len(right))):
            pairs = [side[place] if place < len(side) else ("", Part.TEXT) for side in (left, right)]
            if any(text for text, _ in pairs):
                self._halves(*pairs)
        self._at += 1

    def _signatures(self, row: SignatureRow) -> None:
        copies = (row.copies.heading, *row.copies.lines) if row.copies else ()
        signed: list[tuple[str, Part]] = []
        for each in row.signatures:
            signed += [(line, Part.AUTHORITY) for line in (each.heading, *each.authority) if line]
            signed += [("", Part.TEXT)] * 4 + [(each.name, Part.SIGNER)]
        for place in range(max(len(copies), len(signed))):
            left = (
                (copies[place], Part.COPIES if place else Part.COPIES_HEADING)
                if place < len(copies)
                else ("", Part.TEXT)
            )
            self._halves(left, signed[place] if place < len(signed) else ("", Part.TEXT), left_align=Align.LEFT)

    def _halves(self, left: tuple[str, Part], right: tuple[str, Part], *, left_align: Align = Align.CENTER) -> None:
        middle = self._width // 2
        for (text, part), first, last, align in (
            (left, 0, middle - 1, left_align),
            (right, middle, self._width - 1, Align.CENTER),
        ):
            self._across(first, last, STYLES[part].cased(text), self._of_part(part, align))
        lines = max(text.count("\n") for text, _ in (left, right)) + 1
        if lines > 1:
            self._page.set_row(self._at, lines * _LINE + 2)
        self._at += 1

    def _line(self, text: str, part: Part, align: Align) -> None:
        """A text across the sheet, as high as its lines."""
        if not text.strip():
            return
        style = STYLES[part]
        room = sum(self._wide) * 12 / style.size
        self._page.set_row(self._at, _lines_of(text, room) * style.size * 1.3 + 2)
        self._across(0, self._width - 1, style.cased(text), self._of_part(part, align))
        self._at += 1

    def _across(self, first: int, last: int, text: str, shape: Any) -> None:
        if first == last:
            self._page.write_string(self._at, first, text[:_LONGEST_TEXT], shape)
        elif text:
            self._page.merge_range(self._at, first, self._at, last, text[:_LONGEST_TEXT], shape)

    def _of_part(self, part: Part, align: Align) -> Any:
        style = STYLES[part]
        shape = {"bold": style.bold, "italic": style.italic, "font_size": style.size}
        return self._formats(**shape, align=_ALIGNS[align], text_wrap=True)

    # -- tables ---------------------------------------------------------------------------------------------

    def _grid(self, grid: Grid) -> None:
        first = self._at
        self._headings(grid)
        if grid is self._grids[0]:
            self._page.repeat_rows(first, self._at - 1)
            self._page.freeze_panes(self._at, 0)
        kinds = [_kind_of(grid.rows, place) for place in range(len(grid.columns))]
        for number, row in enumerate(grid.rows):
            if self._stop and number % _ROWS_A_LOOK == 0 and self._stop():
                raise Stopped
            self._row(grid, row, kinds)
        self._at += 1

    def _headings(self, grid: Grid) -> None:
        heading = {
            "bold": True,
            "border": 1,
            "align": "center",
            "text_wrap": True,
            "font_size": 12,
            "bg_color": "#EEF2F6",
        }
        shape = self._formats(**heading)
        grouped = any(column.group for column in grid.columns)
        at, below = self._at, self._at + int(grouped)
        place = 0
        for group, members in groupby(grid.columns, key=lambda column: column.group or column.key):
            columns = list(members)
            if columns[0].group:
                _merge(self._page, (at, place, at, place + len(columns) - 1), group, shape)
            for column in columns:
                top = below if column.group else at
                turned = self._formats(**heading, rotation=90) if column.turned else shape
                _merge(self._page, (top, place, below, place), column.heading, turned)
                place += 1
        self._heading_heights(grid, at, below)
        self._at = below + 1
        if any(column.number for column in grid.columns):
            for at_column, column in enumerate(grid.columns):
                self._page.write_string(self._at, at_column, column.number, shape)
            self._at += 1

    def _heading_heights(self, grid: Grid, first: int, last: int) -> None:
        turned = max((column.turned for column in grid.columns), default=0) * _POINTS_A_MM
        above = _LINE if first < last else 0
        heights = [
            _lines_of(column.heading, self._wide[place]) * _LINE + 2 - (0 if column.group else above)
            for place, column in enumerate(grid.columns)
            if not column.turned
        ]
        if above:
            self._page.set_row(first, above + 2)
        self._page.set_row(last, max(turned, _LINE + 2, *heights))

    def _row(self, grid: Grid, row: Row, kinds: Sequence[_Kind]) -> None:
        bold = row.kind in _BOLD_KINDS
        if row.kind in (RowKind.GROUP, RowKind.REMARK):
            shape = self._formats(
                bold=bold, italic=not bold, border=1, align="left" if bold else "center", font_size=12
            )
            _merge(self._page, (self._at, 0, self._at, len(grid.columns) - 1), _words(row.cells[0]), shape)
        else:
            lines = max(_lines_of(_words(cell), self._wide[place]) for place, cell in enumerate(row.cells))
            self._page.set_row(self._at, max(lines * _LINE + 2, grid.row_height * _POINTS_A_MM))
            for place, (column, cell) in enumerate(zip(grid.columns, row.cells, strict=True)):
                self._cell(place, column, cell, kinds[place], bold=bold)
        self._at += 1

    def _cell(self, place: int, column: Column, cell: Text, kind: _Kind, *, bold: bool) -> None:
        strong = bold or _is_bold(cell)
        looks = {"bold": strong, "border": 1, "align": _ALIGNS[column.align], "text_wrap": True, "font_size": 12}
        shape = self._formats(**looks, **kind.shape)
        text = _words(cell)
        if not text:
            self._page.write_blank(self._at, place, None, shape)
        elif kind.is_date and (day := _day_of(text)):
            self._page.write_datetime(self._at, place, day, shape)
        elif kind.decimals is not None and (number := _NUMBER.fullmatch(text)):
            if not number[1] and kind.decimals:  # a count among shares stays a count
                shape = self._formats(**looks, **_Kind(decimals=0).shape)
            self._page.write_number(self._at, place, float(text.replace(".", "").replace(",", ".")), shape)
        else:
            self._page.write_string(self._at, place, text[:_LONGEST_TEXT], shape)

    # -- the sheet ------------------------------------------------------------------------------------------

    def _letters(self) -> list[float]:
        """The width of every column in letters; the widest table decides, its widths stretched to the text."""
        paper, margins = self._document.paper, self._document.margins
        room = paper.width - margins.left - margins.right
        widest = max(self._grids, key=lambda grid: len(grid.columns), default=None)
        shares = [column.width for column in widest.columns] if widest else [1.0] * self._width
        shares += [sum(shares) / len(shares)] * (self._width - len(shares))
        return [share * room / sum(shares) / _MM_A_LETTER for share in shares]

    def _set_columns(self) -> None:
        for place, letters in enumerate(self._wide):
            self._page.set_column(place, place, letters)

    def _set_page(self) -> None:
        paper, margins = self._document.paper, self._document.margins
        if paper.width > paper.height:
            self._page.set_landscape()
        self._page.set_paper(_PAPERS.get(max(paper.width, paper.height), 9))
        edges = (margins.left, margins.right, margins.top, margins.bottom)
        self._page.set_margins(*(edge / _MM_AN_INCH for edge in edges))
        self._page.fit_to_pages(1, 0)
        self._page.set_h_pagebreaks(self._breaks)
        self._page.set_header('&C&"Times New Roman,Regular"&13&P')


def _lines_of(text: str, room: float) -> int:
    """How many lines a text takes in a width told in figures; Excel itself measures only when a cell is changed."""
    letters = max(1, int(room * _LETTERS_A_WIDTH))
    return sum(max(1, -(-len(line) // letters)) for line in text.split("\n"))


def _merge(page: Any, area: tuple[int, int, int, int], text: str, shape: Any) -> None:
    """One text over an area, which may be a single cell."""
    if area[:2] == area[2:]:
        page.write_string(area[0], area[1], text[:_LONGEST_TEXT], shape)
    else:
        page.merge_range(*area, text[:_LONGEST_TEXT], shape)


def _kind_of(rows: Sequence[Row], place: int) -> _Kind:
    """What a column holds: dates or numbers where each of its cells that says anything is one."""
    texts = [
        text for row in rows if row.kind not in (RowKind.GROUP, RowKind.REMARK) and (text := _words(row.cells[place]))
    ]
    if not texts:
        return _Kind()
    if all(_day_of(text) for text in texts):
        return _Kind(is_date=True)
    hits = [_NUMBER.fullmatch(text) for text in texts]
    if all(hits):
        return _Kind(decimals=max(len(hit[1] or "") for hit in hits if hit))
    return _Kind()


def _day_of(text: str) -> date | None:
    hit = _DATE.fullmatch(text)
    if not hit or int(hit[3]) < _FIRST_YEAR:
        return None
    try:
        return date(int(hit[3]), int(hit[2]), int(hit[1]))
    except ValueError:
        return None


def _is_bold(text: Text) -> bool:
    return not isinstance(text, str) and bool(text) and all(isinstance(run, Run) and run.bold for run in text)


def _words(text: Text) -> str:
    """The words without their looks."""
    return text if isinstance(text, str) else "".join(_runs(text))


def _runs(text: Sequence[Run | Tick]) -> Iterator[str]:
    for each in text:
        yield each.text if isinstance(each, Run) else ("☑" if each.ticked else "☐")
