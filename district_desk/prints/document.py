"""A page as values: what stands on it, in what order, and nothing about how a writer draws it.

A builder makes a :class:`Document` of these blocks and every writer walks the same ones. Lengths are millimetres,
sizes come from :mod:`district_desk.prints.style` by the name of the part.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from district_desk.prints.style import FIRST_INDENT_MM, PARAGRAPH_GAP, SIGNING_ROOM_MM, Part


class Align(StrEnum):
    """Where a line stands in its column."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "justify"


@dataclass(frozen=True, slots=True)
class Run:
    """Words that differ from their surroundings: bold or italic on top of what the part already is."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    """A box to tick, drawn as lines: no font that may be embedded has ☐ or ☑."""

    ticked: bool = False


Text = str | tuple[Run | Tick, ...]
"""What a paragraph or a cell says. A line end in it is kept; a no-break space does not break."""


@dataclass(frozen=True, slots=True)
class Paper:
    """Width and height in millimetres, as it is read."""

    width: float
    height: float


A4: Final = Paper(210, 297)
A4_LANDSCAPE: Final = Paper(297, 210)
A3: Final = Paper(297, 420)
A3_LANDSCAPE: Final = Paper(420, 297)


@dataclass(frozen=True, slots=True)
class Margins:
    """Millimetres; the decree allows 20-25, 20-25, 30-35 and 15-20."""

    top: float = 20
    bottom: float = 20
    left: float = 30
    right: float = 15


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The two-column head. ``place_and_date`` stands level with ``number``; both may be empty. ``about`` is the "V/v …"
    of a letter, which has no title."""

    parent: str
    body: str
    number: str = ""
    place_and_date: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Title:
    """The name of the document and, under it, what it is about, with the short line of the decree."""

    text: str
    subject: Text = ""
    subject_part: Part = Part.SUBJECT


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text across the page. ``first_indent`` belongs to its first line, ``indent`` to all; ``before`` is in points."""

    text: Text
    part: Part = Part.TEXT
    align: Align = Align.JUSTIFY
    first_indent: float = FIRST_INDENT_MM
    indent: float = 0
    before: float = PARAGRAPH_GAP
    stays_with_next: bool = False


@dataclass(frozen=True, slots=True)
class Addressees:
    """Kính gửi: one name on the line of the heading; several each on their own, their dashes under the colon."""

    heading: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A remark in the margin of the matter: italic, centred, smaller."""

    text: str


@dataclass(frozen=True, slots=True)
class DottedLines:
    """Lines to write on by hand."""

    count: int
    part: Part = Part.TEXT


@dataclass(frozen=True, slots=True)
class Space:
    """Blank height; at the top of a page it is kept only where ``kept`` (covers)."""

    height: float
    kept: bool = False


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code with its digits in print below. Digits only: a scanner types into whatever input method is on."""

    digits: str
    size: float = 15
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a grid. ``width`` is a share: widths are stretched together to the text width.

    Neighbours with the same ``group`` get one heading above theirs. ``number`` is the line under the headings, "(1)".
    ``turned`` is the height in millimetres of a heading that runs upward, 0 for one that lies.
    """

    key: str
    heading: str
    width: float
    align: Align = Align.LEFT
    number: str = ""
    group: str = ""
    turned: float = 0


class RowKind(StrEnum):
    """What a row of a grid is."""

    ROW = "row"
    GROUP = "group"
    """Its first cell runs across the whole width, bold: "I. Các phòng, ban chuyên môn"."""
    TOTAL = "total"
    """Bold cells."""
    SUBTOTAL = "subtotal"
    """Bold cells that head the rows below: "I | Các phòng, ban chuyên môn | 120"."""
    REMARK = "remark"
    """Its first cell runs across, italic and centred: what an empty register says."""


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row in the order of the columns."""

    cells: tuple[Text, ...]
    kind: RowKind = RowKind.ROW


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as wide as the text. Its headings come again on every page; a row is cut only when it is taller than one.

    ``row_height`` is the least height of a row in millimetres (room for a signature).
    """

    columns: tuple[Column, ...]
    rows: Sequence[Row]
    row_height: float = 0


@dataclass(frozen=True, slots=True)
class Copies:
    """Nơi nhận: its heading stands level with the authority of the signatures beside it; a code may stand below."""

    heading: str
    lines: tuple[str, ...]
    code: Code | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """One who signs. ``heading`` stands above the level line, ``authority`` on it and below, ``note`` after that."""

    heading: str = ""
    authority: tuple[str, ...] = ()
    note: str = ""
    name: str = ""
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class SignatureRow:
    """Nơi nhận at the left and the signatures beside it. It is never alone on a page."""

    copies: Copies | None
    signatures: tuple[Signature, ...]
    copies_share: float = 1.0
    room: float = SIGNING_ROOM_MM


@dataclass(frozen=True, slots=True)
class Bar:
    """One label with a value of each series of its chart, None where there is none, and the values as they are written."""

    label: str
    values: tuple[float | None, ...]
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """A chart of lying bars from 0 to ``most``, legible without colour: the first series is filled, the second hatched.

    ``limit`` is a dashed line across all bars, named by ``limit_name``.
    """

    title: str
    series: tuple[str, ...]
    bars: tuple[Bar, ...]
    most: float = 100
    limit: float | None = None
    limit_name: str = ""


Block = (
    Letterhead | Title | Paragraph | Addressees | Note | DottedLines | Space | PageBreak | Code | Grid | Bars | SignatureRow
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Document:
    """Blocks on paper. Pages count from ``first_page``; the number is shown from 2 on, so 0 is a cover."""

    title: str
    blocks: tuple[Block, ...]
    paper: Paper = A4
    margins: Margins = field(default_factory=Margins)
    first_page: int = 1

    @property
    def weight(self) -> int:
        """How much work it is, for a progress bar: blocks and rows."""
        return len(self.blocks) + sum(len(grid.rows) for grid in self.grids())

    def grids(self) -> Iterator[Grid]:
        """Its tables."""
        return (block for block in self.blocks if isinstance(block, Grid))
