"""Words into lines: greedy, as a typist breaks them, with the office's rule for document numbers.

A line breaks at blanks. A word that is wider than the whole line breaks after "/" or "-" ("280/CĐ-" "TTg"), and only
where that is not enough between letters, so that nothing ever leaves its column.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final, NamedTuple

from district_desk.prints.document import Run, Text, Tick
from district_desk.prints.pdf.letters import Fount, Letters, Segment
from district_desk.prints.style import Style

_BLANKS: Final = re.compile(r"[^\S\u00a0\u202f\u2007\n]+")
_JOINTS: Final = re.compile(r"[^/-]*[/-]+|[^/-]+")
_TICK_EM: Final = 0.8
_SLACK: Final = 0.001

Token = tuple[Segment, ...]
"""What stands between two blanks: one segment, or several where the emphasis changes inside a word."""


class Line(NamedTuple):
    """A finished line: neighbouring words of one face as one segment. The last line of a paragraph is not stretched."""

    segments: tuple[Segment, ...]
    width: float
    is_last: bool

    @property
    def gaps(self) -> int:
        """How many blanks can be stretched."""
        return sum(segment.code.count(" ") for segment in self.segments)


def lines_of(text: Text, style: Style, letters: Letters, width: float, first_indent: float = 0) -> list[Line]:
    """The text in lines of that width in points; the first is shorter by its indent."""
    if isinstance(text, str):
        maker = _PlainBreaker(letters.fount(style), width, first_indent)
        return maker.lines_of(style.cased(text).split("\n"))
    breaker = _Breaker(width, first_indent)
    for token in _mixed(text, style, letters):
        if token is None:
            breaker.end_paragraph()
        else:
            breaker.add(token)
    return breaker.finished()


class _PlainBreaker:
    """Breaks a text of one face, which almost every cell of a list is: as :class:`_Breaker` does, in a third of its time."""

    def __init__(self, fount: Fount, width: float, first_indent: float) -> None:
        self._fount = fount
        self._width = width
        self._room = width - first_indent + _SLACK
        self._codes: list[str] = []
        self._used = 0.0
        self._lines: list[Line] = []

    def lines_of(self, paragraphs: list[str]) -> list[Line]:
        """All lines; an empty text has none."""
        segment, gap = self._fount.segment, self._fount.gap.width
        last = len(paragraphs) - 1
        for place, paragraph in enumerate(paragraphs):
            for word in _words(paragraph):
                _, _, code, wide, _ = found = segment(word)
                if wide > self._width:
                    self._add_torn(found)
                    continue
                if self._codes and self._used + gap + wide <= self._room:
                    self._codes.append(" ")
                    self._used += gap
                elif self._codes or wide > self._room:
                    self._break()
                self._codes.append(code)
                self._used += wide
            if self._codes or place < last:
                self._break(is_last=True)
        return self._lines

    def _add_torn(self, word: Segment) -> None:
        """Set a word that no line can hold, piece by piece."""
        gap = self._fount.gap.width if self._codes else 0.0
        for piece in _torn(word, self._width):
            if self._codes and self._used + gap + piece.width > self._room:
                self._break()
            elif gap:
                self._codes.append(" ")
                self._used += gap
            gap = 0.0
            self._codes.append(piece.code)
            self._used += piece.width

    def _break(self, *, is_last: bool = False) -> None:
        whole = (Segment(self._fount, "", "".join(self._codes), self._used),) if self._codes else ()
        self._lines.append(Line(whole, self._used, is_last))
        self._codes, self._used, self._room = [], 0.0, self._width + _SLACK


class _Breaker:
    """Collects tokens of several faces into lines."""

    def __init__(self, width: float, first_indent: float) -> None:
        self._width = width
        self._room = width - first_indent + _SLACK
        self._line: list[Segment] = []
        self._used = 0.0
        self._lines: list[Line] = []

    def add(self, token: Token) -> None:
        """Set a token after a blank, or on the next line."""
        wide = token[0].width if len(token) == 1 else sum(segment.width for segment in token)
        if wide > self._width:
            self._add_torn(token)
            return
        if self._line:
            gap = self._line[-1].fount.gap
            if self._used + gap.width + wide <= self._room:
                self._line.append(gap)
                self._used += gap.width
            else:
                self._break()
        elif wide > self._room:
            self._break()
        self._line.extend(token)
        self._used += wide

    def _add_torn(self, token: Token) -> None:
        """Set a token that no line can hold, piece by piece."""
        gap: Segment | None = self._line[-1].fount.gap if self._line else None
        for segment in token:
            for piece in _torn(segment, self._width):
                wide = piece.width + (gap.width if gap else 0)
                if self._used + wide > self._room and self._line:
                    self._break()
                elif gap:
                    self._line.append(gap)
                    self._used += gap.width
                gap = None
                self._line.append(piece)
                self._used += piece.width

    def end_paragraph(self) -> None:
        """A line end that the text itself has."""
        self._break(is_last=True)

    def finished(self) -> list[Line]:
        """All lines; an empty text has none."""
        if self._line:
            self._break(is_last=True)
        return self._lines

    def _break(self, *, is_last: bool = False) -> None:
        self._lines.append(Line(_joined(self._line), self._used, is_last))
        self._line, self._used, self._room = [], 0.0, self._width + _SLACK


def _joined(segments: list[Segment]) -> tuple[Segment, ...]:
    """Neighbours of one face as one segment."""
    whole = []
    for fount, group in groupby(segments, key=lambda segment: None if segment.ticked is not None else segment.fount):
        run = list(group)
        if fount is None or len(run) == 1:
            whole += run
        else:
            whole.append(Segment(fount, "", "".join(s.code for s in run), sum(s.width for s in run)))
    return tuple(whole)


def _torn(segment: Segment, width: float) -> Iterator[Segment]:
    """The pieces of a word after "/" and "-", and those that are still too wide between any letters."""
    for part in _JOINTS.findall(segment.word):
        piece = segment.fount.segment(part)
        if piece.width <= width:
            yield piece
        else:
            yield from _by_letters(part, segment.fount, width)


def _by_letters(word: str, fount: Fount, width: float) -> Iterator[Segment]:
    start, used = 0, 0.0
    for place, letter in enumerate(word):
        wide = fount.segment(letter).width
        if used + wide > width and place > start:
            yield fount.segment(word[start:place])
            start, used = place, 0.0
        used += wide
    yield fount.segment(word[start:])


def _words(text: str) -> Iterable[str]:
    """The words of a text without line ends; no-break blanks stay inside their word."""
    if "\u00a0" in text or "\u202f" in text or "\u2007" in text:
        return (word for word in _BLANKS.split(text) if word)
    return text.split()


def _mixed(runs: tuple[Run | Tick, ...], style: Style, letters: Letters) -> Iterator[Token | None]:
    """The tokens of a text with emphasis and ticks; a token goes on over the edge of a run that has no blank there."""
    token: list[Segment] = []
    for run in runs:
        if isinstance(run, Tick):
            fount = letters.fount(style)
            token.append(Segment(fount, "", "", fount.size * _TICK_EM, run.ticked))
            continue
        fount = letters.fount(style, bold=run.bold, italic=run.italic)
        for part in re.split(r"(\n|[^\S\u00a0\u202f\u2007\n]+)", style.cased(run.text)):
            if part and part.strip(" \t\r\f\v") and part != "\n" and not _BLANKS.fullmatch(part):
                token.append(fount.segment(part))
            elif part:
                if token:
                    yield tuple(token)
                    token = []
                if part == "\n":
                    yield None
    if token:
        yield tuple(token)
