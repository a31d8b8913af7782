"""Lines and paragraphs of a transcript, each with its place.

Scanned and portal texts cut paragraphs at a margin, pages cut them in the middle, and footnotes and page
numbers fall between the halves. Here the pieces find each other again; nothing is thrown away.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from district_desk.domain.reading import Span
from district_desk.domain.vietnamese import collapse, fold
from district_desk.reader.labels import Label, label_at
from district_desk.reader.words import UPPER

_ENDED: Final = re.compile(r"[.;:!?…]['\"”’)\]]*$|/\s*\.?$")
_PAGE_NUMBER: Final = re.compile(r"(?:-\s*|–\s*|trang\s+)?\d{1,3}(?:\s*[-–]|\s*/\s*\d{1,3})?", re.IGNORECASE)
_FOOTNOTE: Final = re.compile(rf"[¹²³⁴⁵⁶⁷⁸⁹⁰]+\s*\S|\[\d{{1,2}}\]\s+[{UPPER}]|\(\*\)\s*\S")
_NARROW: Final = 125
"""Lines of a page of office text hold 70 to 100 characters; a paragraph on one line is longer than this."""


@dataclass(frozen=True)
class Line:
    """One line of the text without the blanks at its ends; ``gap`` tells that an empty line stands before it.

    Every rule asks a line the same things, so it keeps its answers.
    """

    start: int
    end: int
    text: str
    gap: bool = False

    @cached_property
    def folded(self) -> str:
        """The line as search sees it."""
        return fold(self.text)

    @cached_property
    def label(self) -> Label | None:
        """The label with which it begins, should it begin a paragraph."""
        return label_at(self.text)

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)

    @cached_property
    def is_upper(self) -> bool:
        """Whether it is written in capitals (a letterhead, a title); a recognition slip or two is forgiven."""
        letters = sum(map(str.isalpha, self.text))
        return letters > 1 and sum(map(str.isupper, filter(str.isalpha, self.text))) >= 0.85 * letters

    @cached_property
    def ended(self) -> bool:
        """Whether a sentence or clause ends with it."""
        return bool(_ENDED.search(self.text))

    def cut(self, start: int, end: int | None = None) -> "Line":
        """The part of the line between two of its own offsets, trimmed."""
        piece = self.text[start:end]
        lead = len(piece) - len(piece.lstrip())
        return Line(self.start + start + lead, self.start + start + len(piece.rstrip()), piece.strip(), self.gap)


def lines_of(text: str, aside: Sequence[Span] = ()) -> list[Line]:
    """The lines that hold something, without those that stand aside."""
    found: list[Line] = []
    left_out = iter([*aside, Span(len(text) + 1, len(text) + 1)])
    out = next(left_out)
    at, gap = 0, True
    for raw in text.split("\n"):
        stripped = raw.strip()
        while out.end <= at:
            out = next(left_out)
        if not stripped:
            gap = True
        elif out.start > at:
            start = at + len(raw) - len(raw.lstrip())
            found.append(Line(start, start + len(stripped), stripped, gap))
            gap = False
        at += len(raw) + 1
    return found


def is_page_number(line: Line) -> bool:
    """Whether the line is a page number and nothing else."""
    return bool(_PAGE_NUMBER.fullmatch(line.text))


def is_footnote(line: Line) -> bool:
    """Whether the line opens a footnote."""
    return bool(_FOOTNOTE.match(line.text))


def margin_of(lines: Sequence[Line]) -> int:
    """The width at which the text was cut, in characters; 0 where every line is a paragraph of its own."""
    lengths = sorted(len(line.text) for line in lines)
    if not lengths:
        return 0
    width = lengths[int(len(lengths) * 0.9)] if len(lengths) > 9 else lengths[-1]
    return width if width <= _NARROW else 0


def joined(text: str, spans: Sequence[Span]) -> str:
    """The words of several spans as one line."""
    return collapse(" ".join(text[span.start : span.end] for span in spans))


def hull(lines: Sequence[Line]) -> Span:
    """The stretch from the first of the lines to the last."""
    return Span(lines[0].start, lines[-1].end)
