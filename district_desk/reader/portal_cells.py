"""Tables as legal portals print them: every cell on lines of its own, lines of "|" between the cells.

Two such lines together end a row. Where the first row is the head of a table of tasks, its rows are brought to one
line each, as the rest of the reader knows tables; letterheads and signatures, printed alike, stay as they are.
"""

import re
from collections.abc import Sequence
from typing import Final

from district_desk.domain.vietnamese import fold
from district_desk.reader.tables import columns_of
from district_desk.reader.words import LOWER, UPPER

_EDGE: Final = "|"
_MOST_COLUMNS: Final = 12
_FRAME_CELLS: Final = 3
_MOST_LINES: Final = 60
"""No cell takes more lines than this."""
_FRAME: Final = re.compile(r"cong hoa xa hoi|dang cong san|\|\W*so\b.*\|.*\bngay\b|\|\W*kinh gui\b|\|\W*noi nhan\b")
"""What a row of the letterhead, of the addressees or of the signature holds."""
_PARTS: Final = re.compile(
    rf"\s*[-_=–—]{{3,}}\s*|\s*\*{{2,3}}\s*|\s+(?=V/v\b)|(?<=[;:.])\s+(?=[-–+]\s)|(?<=\b[{UPPER}]{{2}})\s+(?=[{UPPER}][{LOWER}])"
    rf"|(?<=[{UPPER}]{{3}})\s+(?=[{UPPER}][{LOWER}])"
)
"""Where the lines of a cell met: at a rule, where bold type ends, before V/v, before a dash of a list, where capitals end."""


def frame_on_lines(text: str) -> str:
    """The text with the letterhead, the addressees and the signature on lines of their own where a converter made a row of Markdown of each."""
    if "|" not in text:
        return text
    return "\n".join(_lines_of_row(line) if line.count("|") > 1 else line for line in text.split("\n"))


def _lines_of_row(line: str) -> str:
    row = line.strip()
    cells = [cell.strip("* ") for cell in row.strip("|").split("|")]
    if not (row.startswith("|") and row.endswith("|")) or len(cells) > _FRAME_CELLS or not _FRAME.search(fold(row)):
        return line
    lines = ("\n".join(part.strip("* ") for part in _PARTS.split(cell) if part.strip("* ")) for cell in cells)
    return "\n\n".join(lines)


def rows_on_one_line(text: str) -> str:
    """The text with each row of a table of tasks on one line, its cells between signs of "|"."""
    lines = text.split("\n")
    made: list[str] = []
    at = 0
    while at < len(lines):
        head, after = _row(lines, at)
        if len(head) < 3 or not columns_of(head):
            made.append(lines[at])
            at += 1
            continue
        row = head
        while len(row) == len(head):
            made.append(f"| {' | '.join(row)} |")
            at = after
            row, after = _row(lines, at, len(head))
    return "\n".join(made)


def _row(lines: Sequence[str], at: int, count: int = 0) -> tuple[list[str], int]:
    """The cells (a cell's words begin right below its edge) of the row whose first edge is on this line, and the index after its last edge; none where none begins.

    ``count`` is how many cells a row has; 0 for the first row, which ends where two edges meet.
    """
    if at >= len(lines) or lines[at].strip() != _EDGE:
        return [], at
    cells: list[str] = []
    words: list[str] = []
    for place in range(at + 1, len(lines)):
        if lines[place].strip() != _EDGE:
            words.append(lines[place])
            if len(words) > _MOST_LINES or (words[0].strip() == "" != lines[place].strip()):
                break
        elif words:
            cells.append(" ".join(" ".join(words).strip("* ").split()))
            words = []
            if len(cells) == count:
                return cells, place + 1
            if len(cells) > _MOST_COLUMNS:
                break
        else:
            return cells, place
    return cells, at
