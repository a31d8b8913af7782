"""A Reading: what was read in a file, every value with the stretch of text it came from.

This is the type that the reader hands to the desk and the desk to the screen. A value that could not be
read is absent, never guessed. Offsets count characters of :attr:`Reading.text`, which is NFC.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from district_desk.domain.directives import ReferenceKind
from district_desk.domain.due import DueRule

DOUBT: Final = 70
"""Recognition of printed Vietnamese is nearly always right above this confidence, and often wrong below."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the text, from ``start`` up to but without ``end``."""

    start: int
    end: int

    def __contains__(self, offset: int) -> bool:
        return self.start <= offset < self.end


@dataclass(frozen=True, slots=True)
class Found:
    """A value as written and where it stands; ``doubtful`` asks the person to look."""

    value: str
    span: Span
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Citation(Found):
    """A document that the text names, as written, where it is named first, and how the text leans on it (DOMAIN 2.18)."""

    kind: ReferenceKind = ReferenceKind.MENTIONS


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date that was read and where it stands."""

    value: date
    span: Span
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class FoundDue:
    """A deadline phrase as written, the rule it states, and where it stands."""

    phrase: str
    rule: DueRule
    span: Span
    doubtful: bool = False


class ItemKind(StrEnum):
    """What a stretch of a directive is to the office."""

    TASK = "task"
    HEADING = "heading"
    PURPOSE = "purpose"
    INFORMATION = "information"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class ReadItem:
    """One item of the directive's tree, in the order of the text.

    ``path`` is the label path ("1.a", "3.-1", "3.¶2", "¶1"); ``label`` is as printed ("a)", "-", ""); ``parent``
    is an index into :attr:`Reading.items` or None; ``span`` is the item's own text, label included, up to its first
    child; ``inherits`` names the path (or "lead") whose units it takes when it names none, or only a part played ("cơ quan đó").
    """

    path: str
    label: str
    text: str
    span: Span
    kind: ItemKind = ItemKind.TASK
    parent: int | None = None
    units: tuple[Found, ...] = ()
    coordinating: tuple[Found, ...] = ()
    via: tuple[Found, ...] = ()
    deadlines: tuple[FoundDue, ...] = ()
    inherits: str = ""

    @property
    def level(self) -> int:
        """Depth in the tree, from 0."""
        return self.path.count(".") if self.path else 0


class DocumentGuess(StrEnum):
    """What the file seems to be; only a directive is offered for registration without a question."""

    DIRECTIVE = "directive"
    DRAFT = "draft"  # dự thảo: marked so, or without number, day and signature
    ARTICLE = "article"
    LIST = "list"
    FORM = "form"
    UNKNOWN = "unknown"

    @property
    def is_for_reference(self) -> bool:
        """Whether it is no document that gives work: offered as reference, outside the register."""
        return self in (DocumentGuess.ARTICLE, DocumentGuess.LIST, DocumentGuess.FORM)


@dataclass(frozen=True, slots=True)
class Header:
    """The fields of the letterhead and the signature; None where the text has no such value."""

    agency: Found | None = None
    parent_agency: Found | None = None
    number: Found | None = None
    symbol: Found | None = None
    place: Found | None = None
    issued: FoundDate | None = None
    doc_type: Found | None = None
    subject: Found | None = None
    urgency: Found | None = None
    secrecy: Found | None = None
    draft: Found | None = None
    signer: Found | None = None
    signer_title: Found | None = None
    addressees: tuple[Found, ...] = ()
    cc: tuple[Found, ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of a page, counted from its top left corner as it is shown: in points for a page of a PDF, in pixels
    for a picture (turned as its own EXIF mark says)."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> tuple[float, float]:
        """Its centre."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def joined(self, other: "Box") -> "Box":
        """The smallest rectangle that holds both."""
        return Box(
            min(self.left, other.left), min(self.top, other.top),
            max(self.right, other.right), max(self.bottom, other.bottom),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word of the text and where it stands on its page; ``confidence`` from 0 to 100."""

    span: Span
    box: Box
    confidence: int

    @property
    def doubtful(self) -> bool:
        """Whether a person should look."""
        return self.confidence < DOUBT


@dataclass(frozen=True, slots=True)
class BoxText:
    """What was seen in a rectangle that a person drew: its lines, and whether a word of it is doubtful."""

    text: str
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """A page that was read by sight, ``number`` from 1; its words in the order of the text. ``width`` and ``height`` are
    in the unit of its boxes, so that a screen scales by its own width over the page's. ``turned`` tells by how many degrees
    clockwise (0, 90, 180, 270) the page was turned to be read; its size and boxes are those of the turned page."""

    number: int
    width: float
    height: float
    words: tuple[PlacedWord, ...] = ()
    turned: int = 0

    def lit(self, span: Span) -> Iterator[Box]:
        """The places of a stretch of the text on this page: one rectangle a line, cut where a column ends."""
        run: Box | None = None
        for word in self.words:
            if word.span.end <= span.start or word.span.start >= span.end:
                continue
            if run and run.top < word.box.middle[1] < run.bottom and word.box.left >= run.left:
                run = run.joined(word.box)
            else:
                if run:
                    yield run
                run = word.box
        if run:
            yield run

    def under(self, box: Box) -> Span | None:
        """The stretch of text from the first to the last word whose centre lies in a drawn rectangle; None: no word."""
        words = [word.span for word in self.words if box.holds(*word.box.middle)]
        return Span(min(word.start for word in words), max(word.end for word in words)) if words else None

    def at(self, x: float, y: float) -> PlacedWord | None:
        """The word at a point."""
        return next((word for word in self.words if word.box.holds(x, y)), None)


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read in one file. ``page_starts`` are the offsets at which its pages begin (empty: one page)."""

    name: str
    text: str
    guess: DocumentGuess
    header: Header = Header()
    items: tuple[ReadItem, ...] = ()
    lead_units: tuple[Found, ...] = ()
    references: tuple[Citation, ...] = ()
    page_starts: tuple[int, ...] = ()
    leftovers: tuple[Span, ...] = ()
    """Stretches of the body that belong to no item and no field (openings, footnotes), shown so that nothing is lost."""
    scanned: tuple[ScannedPage, ...] = ()
    """The pages that were read by sight, in order; empty where the file holds its text."""
    others: "tuple[Reading, ...]" = ()
    """Further documents in the same file, each with its own letterhead; their places are those of the same text."""

    def quote(self, span: Span) -> str:
        """The words of a span."""
        return self.text[span.start : span.end]

    def page_of(self, offset: int) -> int:
        """The page, from 1, on which an offset stands."""
        return max(1, sum(1 for start in self.page_starts if start <= offset))

    def children(self, index: int | None) -> Iterator[int]:
        """The indices of the items right under that one (None: the top)."""
        return (i for i, item in enumerate(self.items) if item.parent == index)

    def doubts(self, span: Span | None = None) -> Iterator[tuple[int, PlacedWord]]:
        """The words of a stretch (None: of all) that recognition is not sure of, each with the number of its page."""
        for page in self.scanned:
            for word in page.words:
                if word.doubtful and (span is None or (word.span.start < span.end and word.span.end > span.start)):
                    yield page.number, word

    def lit(self, span: Span) -> Iterator[tuple[int, Box]]:
        """Where a stretch of the text stands on the scanned pages: the page's number and a rectangle for each line."""
        return ((page.number, box) for page in self.scanned for box in page.lit(span))
