"""A table that a unit sent or that lies on the clipboard: its rows, with the columns found by their headings.

Excel, Word and PDF give the same here: lines of cells. Columns stand in any order, headings may take two lines, a line
may number the columns, and cells merged downwards are blank below their first line.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from district_desk.desk.reading import read_file
from district_desk.domain.vietnamese import collapse, fold, nfc
from district_desk.exchange import read_lines

_NUMBERING: Final = re.compile(r"\(?\d{1,2}\)?")
_HEADING_LINES: Final = 2
_LONGEST_HEADING: Final = 90


@dataclass(frozen=True, slots=True)
class Kinds:
    """The columns that are looked for: patterns by key, tried in their order on a heading without marks; a table is one
    of ours where it has all of ``needed`` and at least two columns."""

    patterns: Mapping[str, re.Pattern[str]]
    needed: frozenset[str]


def lines_of_file(path: Path) -> list[list[str]]:
    """The lines of every table in an Excel, Word or PDF file.

    Raises:
        UnreadableFile, BadSheet: the file cannot be read.
    """
    if path.suffix.lower() in (".xlsx", ".xlsm"):
        return read_lines(path)
    return lines_of_text(read_file(path).text)


def lines_of_text(text: str) -> list[list[str]]:
    """The lines of what was copied from a sheet: a tab between cells. A cell in quotation marks may hold line ends and
    tabs, and doubled marks for one; a mark inside a cell is itself."""
    lines: list[list[str]] = [[]]
    for hit in _CELL.finditer(nfc(text).replace("\r\n", "\n").replace("\r", "\n")):
        quoted, plain, end = hit.groups()
        words = quoted.replace('""', '"') if quoted is not None else plain
        lines[-1].append(" ".join(words.split()))
        if end == "\n":
            lines.append([])
        elif not end:
            break
    return [line for line in lines if any(line)]


_CELL: Final = re.compile(r'(?:"((?:[^"]|"")*)"(?=\t|\n|\Z)|([^\t\n]*))(\t|\n|\Z)')


def rows_by_heading(lines: Iterable[Sequence[str]], kinds: Kinds) -> list[dict[str, str]]:
    """The rows under every line of headings as texts by key; nothing where no line has the needed headings."""
    found: list[dict[str, str]] = []
    columns: dict[int, str] = {}
    since = 0
    for line in lines:
        named = _columns(line, kinds)
        if kinds.needed <= set(named.values()) and len(named) > 1 and _are_heads(line, named):
            columns, since = named, 0
            continue
        since += 1
        if not columns or _is_numbering(line):
            continue
        if since < _HEADING_LINES and named and not kinds.needed & set(named.values()) and _is_head(line):
            columns = named | columns
            continue
        row = {key: collapse(line[place]) for place, key in columns.items() if place < len(line)}
        if any(row.values()):
            found.append(row)
    return found


def _columns(line: Sequence[str], kinds: Kinds) -> dict[int, str]:
    """Which column stands where; each once, the first that bears its heading."""
    found: dict[int, str] = {}
    for place, cell in enumerate(line):
        words = re.sub(r"\W+", " ", fold(cell)).strip()
        key = next((key for key, pattern in kinds.patterns.items() if pattern.search(words)), "") if words else ""
        if key and len(cell) <= _LONGEST_HEADING and key not in found.values():
            found[place] = key
    return found


def _are_heads(line: Sequence[str], named: Mapping[int, str]) -> bool:
    """Whether the words of a line are headings: nearly all of its cells are, where those of a row are by chance only."""
    return len(named) * 3 >= sum(bool(cell.strip()) for cell in line) * 2


def _is_head(line: Sequence[str]) -> bool:
    """Whether a line below the headings only divides them: it begins blank, as below a cell merged downwards."""
    return not line[0].strip()


def _is_numbering(line: Sequence[str]) -> bool:
    """Whether a line only numbers the columns: (1), (2), (3)."""
    cells = [cell.strip() for cell in line if cell.strip()]
    return len(cells) > 1 and all(_NUMBERING.fullmatch(cell) for cell in cells)
