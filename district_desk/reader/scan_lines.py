"""The words that were seen on a page, put into lines and paragraphs by where they stand.

Tesseract says which words stand in a line of a block; the two columns of a letterhead and of a signature are told
apart by position, by the same rules as those of a PDF (reader.columns). What was stamped on the page in red is told
from its print by colour: marks of urgency and secrecy belong to the letterhead, other stamps stand aside.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import mean, median
from typing import Final

from district_desk.domain.vietnamese import fold
from district_desk.reader.columns import Piece, Row, in_order
from district_desk.reader.recognition import Seen
from district_desk.reader.slips import without_slips
from district_desk.reader.words import SECRET, URGENT

_COLUMN_GAP: Final = 2.6
"""Blank between two words, in heights of a line's letters, from which they stand in different columns."""
_PARAGRAPH_GAP: Final = 1.45
"""Distance between two lines, in usual distances, from which a paragraph ends."""
_INDENT: Final = 2.0
"""Heights of a letter by which the first line of a paragraph is set in (1 cm to 1.27 cm under 13 or 14 points)."""
_SURE: Final = 60
"""Words of a stamp below this confidence are the pattern of a seal, not words."""
_FEW: Final = 6
"""A line of fewer letters and digits that is not sure either is a speck, not words."""
_ARRIVAL: Final = re.compile(r"\W*(?:CÔNG VĂN )?Đ[ẾÉEÊ]N\b(?! [A-ZĐ]{2})")
_ARRIVAL_FIELD: Final = re.compile(r"\W*(?:Số|Ngày|Giờ|Chuyển|Lưu hồ sơ)\b", re.IGNORECASE)
"""What stands in a stamp of arrival under its heading (Decree 30/2020, Appendix IV)."""
_IMPRINT: Final = re.compile(
    r"\W*(?:\d+\s+)?(?:CÔNG BÁO\b.*\bSố|(?:Người ký|Ký bởi|Thời gian ký|Số đến|Ngày đến)\s*:|(?:Email|Cơ quan)\s*: \S+$)"
)
_STAMP_HEIGHT: Final = 10
"""A stamp of arrival is no higher and no wider than so many letters."""
_NATIONAL_TITLE: Final = re.compile(r"\bc ?o ?n ?g ?h ?o ?a xa hoi chu|\bdang cong san viet|\bdoc lap . tu do")
"""Where the right column of the letterhead begins, however narrow the gap."""


@dataclass(frozen=True, slots=True)
class Part:
    """Lines of a page that stand together, and its words with the offset at which each begins in them."""

    text: str
    words: tuple[tuple[int, Seen], ...]
    aside: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    """Words of one line from left to right, and the middle of its height."""

    middle: float
    words: tuple[Seen, ...]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


def parts_of(words: Sequence[Seen], stamps: Sequence[Seen]) -> list[Part]:
    """The page in parts: the marks stamped on it, its print in reading order, its other stamps aside."""
    stamped = [line for line in _lines(stamps) if mean(word.confidence for word in line.words) >= _SURE]
    marks = [line.words for line in stamped if _is_mark(line)]
    others = [line.words for line in stamped if not _is_mark(line)]
    imprints = {id(word) for run in _imprints(_runs(words)) for word in run.words}
    lines = _lines([word for word in words if id(word) not in imprints])
    others += [line.words for line in _lines([word for word in words if id(word) in imprints])]
    printed = [_Line(line.middle, tuple(words)) for line in lines if (words := without_slips(line.words))]
    specks = [line for line in printed if _is_speck(line)]
    text = _in_order([line for line in printed if line not in specks])
    parts = [_part(marks), _part(text), _part([*others, *(line.words for line in specks)], aside=True)]
    return [part for part in parts if part.words]


def _imprints(runs: Sequence[_Line]) -> Iterator[_Line]:
    """What was put on the page in black by a stamp or a program: the stamp of arrival with its number, day and officer,
    the running head of the official gazette, the frame of a digital signature."""
    arrival: _Line | None = None
    for run in runs:
        height = _height(run.words)
        if _ARRIVAL.match(run.text):
            arrival = run
        below = arrival and run.middle - arrival.middle < _STAMP_HEIGHT * height
        beside = arrival and abs(run.words[0].left - arrival.words[0].left) < _STAMP_HEIGHT * height
        if run is arrival or _IMPRINT.match(run.text) or (below and beside and _ARRIVAL_FIELD.match(run.text)):
            yield run


def _is_speck(line: _Line) -> bool:
    """Whether a line is what remains of a seal, a signature or the edge of the glass."""
    letters = sum(map(str.isalnum, line.text))
    single = sum(len(word.text) == 1 and word.text.isalpha() for word in line.words)
    if len(line.words) > 2 and 2 * single > len(line.words):
        return True
    return letters < _FEW and mean(word.confidence for word in line.words) < _SURE


def _is_mark(line: _Line) -> bool:
    said = re.sub(r"\W+", " ", fold(line.text)).strip()
    return said in URGENT or said in SECRET


def _part(lines: Sequence[Sequence[Seen]], *, aside: bool = False) -> Part:
    """Lines as text; an empty line parts paragraphs."""
    text, placed = "", []
    for line in lines:
        for at, word in enumerate(line):
            text += " " if at else ""
            placed.append((len(text), word))
            text += word.text
        text += "\n" if text and not text.endswith("\n\n") else ""
    return Part(text.rstrip("\n"), tuple(placed), aside)


def _in_order(lines: Sequence[_Line]) -> list[list[Seen]]:
    """The words of each line in reading order, columns one after the other."""
    rows, kept = _rows(lines)
    return [[kept[index] for piece in row for index in piece.words] for row in in_order(rows)]


def _runs(words: Sequence[Seen]) -> list[_Line]:
    """Words that stand together in a line of Tesseract's, from the top of the page; parted at a column's gap."""
    runs: list[list[Seen]] = []
    for _, line in groupby(words, key=lambda word: word.line):
        seen = list(line)
        gap = _COLUMN_GAP * _height(seen)
        runs.append(seen[:1])
        for before, word in pairwise(seen):
            if word.left - before.right > gap:
                runs.append([word])
            else:
                runs[-1].append(word)
    return sorted((_Line(_middle(run), tuple(run)) for run in runs), key=lambda run: run.middle)


def _lines(words: Sequence[Seen]) -> list[_Line]:
    """The lines of a page from the top; pieces of one line that stand in different blocks are one line again."""
    lines: list[_Line] = []
    for run in _runs(words):
        near = run.middle - lines[-1].middle < 0.45 * _height(run.words) if lines else False
        if near and not _overlap(lines[-1].words, run.words):
            joined = sorted((*lines[-1].words, *run.words), key=lambda word: word.left)
            lines[-1] = _Line(lines[-1].middle, tuple(joined))
        else:
            lines.append(run)
    return lines


def _middle(words: Sequence[Seen]) -> float:
    return median((word.top + word.bottom) / 2 for word in words)


def _height(words: Sequence[Seen]) -> float:
    return max(1.0, median(word.bottom - word.top for word in words))


def _overlap(line: Sequence[Seen], run: Sequence[Seen]) -> bool:
    return any(a.left < b.right and b.left < a.right for a in line for b in run)


def _rows(lines: Sequence[_Line]) -> tuple[list[Row], list[Seen]]:
    """The lines as rows of pieces, an empty one where a paragraph ends; pieces name their words by index."""
    steps = [below.middle - above.middle for above, below in pairwise(lines)]
    usual = median(steps) if steps else 0.0
    height = _height([word for line in lines for word in line.words]) if lines else 1.0
    margin = min((line.words[0].left for line in lines), default=0.0)
    middle = (margin + max((line.words[-1].right for line in lines), default=0.0)) / 2
    rows: list[Row] = []
    kept: list[Seen] = []
    for at, line in enumerate(lines):
        above = lines[at - 1] if at else None
        if above and (
            line.middle - above.middle > _PARAGRAPH_GAP * usual
            or (above.words[-1].right > middle and _is_indented(line, above, margin, height))
        ):
            rows.append(())
        rows.append(_row(line, len(kept)))
        kept += line.words
    return rows, kept


def _is_indented(line: _Line, above: _Line, margin: float, height: float) -> bool:
    """Whether the line opens a paragraph: set in, under a line that is not."""
    return line.words[0].left - margin > _INDENT * height and above.words[0].left - margin < _INDENT * height / 2


def _row(line: _Line, first: int) -> Row:
    """The pieces of a line, parted where a column's gap stands; its words are counted from ``first``."""
    height = _height(line.words)
    title = _title_at(line)
    pieces: list[list[int]] = [[0]]
    for at, (before, word) in enumerate(pairwise(line.words), 1):
        if at == title or word.left - before.right > _COLUMN_GAP * height:
            pieces.append([at])
        else:
            pieces[-1].append(at)
    return tuple(_piece(line.words, piece, first) for piece in pieces)


def _title_at(line: _Line) -> int:
    """The index of the word with which the national title begins, 0 where it opens the line or is not there."""
    starts = [0]
    for word in line.words:
        starts.append(starts[-1] + len(word.text) + 1)
    hit = _NATIONAL_TITLE.search(fold(line.text))
    return starts.index(hit.start()) if hit and hit.start() in starts else 0


def _piece(words: Sequence[Seen], at: Sequence[int], first: int) -> Piece:
    text = " ".join(words[place].text for place in at)
    return Piece(words[at[0]].left, words[at[-1]].right, text, tuple(first + place for place in at))
