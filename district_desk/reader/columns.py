"""Two columns on one page read one after the other, not across.

The letterhead and the signature of an office document stand in two columns (Decree 30/2020, Appendix I). Read
line by line they would mix: "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI …". Pieces of a line are told apart by their
position, in points on a PDF page or in characters of a text that kept its layout.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from district_desk.domain.vietnamese import fold
from district_desk.reader.words import TYPES


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand together, from ``left`` to ``right``; ``words`` are their indices where the caller keeps any."""

    left: float
    right: float
    text: str
    words: tuple[int, ...] = ()


Row = tuple[Piece, ...]
"""The pieces of one line, from left to right; empty for a blank line."""

_ACROSS: Final = re.compile(r"^\W*(?:dong )?kinh gui\b")
_WIDE_BLANK: Final = re.compile(r"\s{4,}")
_MANY_BLANKS: Final = 3
"""Blank rows that a signature leaves between the title and the name."""


def in_reading_order(rows: Sequence[Row]) -> list[str]:
    """The lines of a page, columns one after the other with an empty line between them."""
    return ["   ".join(piece.text for piece in row) for row in in_order(rows)]


def in_order(rows: Sequence[Row]) -> list[Row]:
    """The rows of a page, columns one after the other with an empty row between them."""
    ordered: list[Row] = []
    at = 0
    while at < len(rows):
        gutter = _gutter(rows[at])
        end = _zone_end(rows, at, gutter) if gutter else at
        if gutter is None or end == at:
            ordered.append(rows[at])
            at += 1
            continue
        ordered += _column_after_column(rows[at:end], sum(gutter) / 2)
        at = end
    return ordered


def laid_out(text: str) -> str:
    """A text whose columns were kept apart by blanks (no-break ones as well), with its columns one after the other."""
    text = text.replace("\u00a0", " ")
    if sum(1 for line in text.split("\n") if _WIDE_BLANK.search(line.strip())) < 2:
        return text
    return "\n".join(in_reading_order([_row_of(line) for line in text.split("\n")]))


def _row_of(line: str) -> Row:
    if "\t" in line or not line.strip():
        return (Piece(0, len(line), line.strip()),) if line.strip() else ()
    return tuple(Piece(hit.start(), hit.end(), hit[0]) for hit in re.finditer(r"\S+(?: {1,3}\S+)*", line))


def _gutter(row: Row) -> tuple[float, float] | None:
    """The empty stretch between the two columns of a line, or None where it has but one piece."""
    if len(row) != 2:
        return None
    return row[0].right, row[1].left


def _zone_end(rows: Sequence[Row], start: int, gutter: tuple[float, float]) -> int:
    """Where the two columns that begin at ``start`` end: at the first line that runs across the gutter."""
    low, high = gutter
    end, blanks = start, 0
    sides = {"both": 0, "left": 0, "right": 0}
    for at in range(start, len(rows)):
        row = rows[at]
        if not row:
            blanks += 1
            if blanks > _MANY_BLANKS + 2:
                break
            continue
        narrowed = _narrowed(row, low, high)
        if narrowed is None or _runs_across(row):
            break
        low, high = narrowed
        sides["both" if len(row) > 1 else "left" if row[0].left < (low + high) / 2 else "right"] += 1
        end, blanks = at + 1, 0
    return end if sides["both"] + min(sides["left"], sides["right"]) > 1 else start


def _runs_across(row: Row) -> bool:
    """Whether a line belongs to no column whatever its place: "Kính gửi:", or the type's name alone in capitals."""
    text = row[0].text
    is_title = len(row) == 1 and text.isupper() and fold(text).strip(" .:*_") in TYPES
    return is_title or _ACROSS.match(fold(text)) is not None


def _narrowed(row: Row, low: float, high: float) -> tuple[float, float] | None:
    """The gutter that this line leaves, or None where it leaves none."""
    middle = (low + high) / 2
    if len(row) == 1:
        piece = row[0]
        if piece.right <= high and piece.left < middle:
            return (max(low, piece.right), high) if max(low, piece.right) < high else None
        return (low, min(high, piece.left)) if low < piece.left else None
    for left, right in pairwise(row):
        if max(low, left.right) < min(high, right.left):
            return max(low, left.right), min(high, right.left)
    return None


def _column_after_column(rows: Sequence[Row], middle: float) -> list[Row]:
    left = [_one([piece for piece in row if piece.left < middle]) for row in rows]
    right = [_one([piece for piece in row if piece.left >= middle]) for row in rows]
    return [*left, (), *right, ()]


def _one(pieces: Sequence[Piece]) -> Row:
    """Pieces of one column as one."""
    if not pieces:
        return ()
    words = tuple(word for piece in pieces for word in piece.words)
    return (Piece(pieces[0].left, pieces[-1].right, " ".join(piece.text for piece in pieces), words),)
