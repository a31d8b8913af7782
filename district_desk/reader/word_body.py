"""The body of a Word document in reading order: paragraphs with the numbers Word generates, tables, text boxes."""

import re
from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree as ET

from district_desk.domain.vietnamese import collapse
from district_desk.reader.word_numbering import Numbering
from district_desk.reader.word_runs import Runs, boxes, printed
from district_desk.reader.word_styles import W, value

_LABEL: Final = re.compile(r"^(\s*(?:\S{1,9}|(?:Điều|Chương|Phần|Mục)\s+\S{1,5}))\t+")
_SIGNED: Final = re.compile(r"^(?:Số\s*:|V/v|Nơi nhận)|^[^,]{2,30}, ngày\b.*\btháng\b", re.IGNORECASE)
_WIDE: Final = " " * 8
_UNDRAWN: Final = frozenset(["nil", "none"])
_HOLDERS: Final = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml"))


class Body:
    """Goes through blocks of one document."""

    def __init__(self, numbering: Numbering, runs: Runs) -> None:
        self._numbering = numbering
        self._runs = runs
        self._unended = ""
        self._in_columns = False

    def lines(self, block: ET.Element) -> Iterator[str]:
        """The lines of a block: a line a paragraph, a row of a list with a tab between its cells."""
        for child in printed(block):
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from self._table(child)
            elif child.tag in _HOLDERS:
                yield from self.lines(child)

    def _paragraph(self, paragraph: ET.Element) -> Iterator[str]:
        for box in boxes(paragraph):
            yield ""
            yield from self.lines(box)
            yield ""
        words = self._unended + self._runs.words(paragraph)
        self._unended = ""
        if paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None:
            self._unended = words
            return
        if not words.strip():
            yield ""
            return
        label = self._numbering.label_of(paragraph)
        yield from (self._tabbed(line) for line in (f"{label} {words.lstrip()}" if label else words).split("\n"))

    def _tabbed(self, line: str) -> str:
        """The line with blanks for its tabs: wide ones where they keep the columns of a letterhead or signature apart."""
        line = _LABEL.sub(r"\1 ", line.rstrip())
        sides = [side.strip() for side in line.split("\t") if side.strip()]
        apart = len(sides) == 2 and any((len(side) > 6 and side.isupper()) or _SIGNED.search(side) for side in sides)
        self._in_columns = "\t" in line and (apart or self._in_columns)
        return line.replace("\t", _WIDE) if self._in_columns else re.sub(r"\t+", " ", line.strip("\t"))

    def _table(self, table: ET.Element) -> Iterator[str]:
        """A letterhead's cells one after the other; the rows of a list with a tab between their cells."""
        rows = [[list(self.lines(cell)) for cell in _held(row, "tc")] for row in _held(table, "tr")]
        if len(rows) > 1 and (max(map(len, rows)) > 2 or _is_ruled(table)):
            yield ""
            yield from ("\t".join(collapse(" ".join(cell)) for cell in row) for row in rows)
            yield ""
            return
        for column in range(max((len(row) for row in rows), default=0)):
            for row in rows:
                if column < len(row):
                    yield from row[column]
            yield ""


def _held(block: ET.Element, name: str) -> Iterator[ET.Element]:
    """The rows of a table or the cells of a row, those in content controls too; deleted rows are gone."""
    for child in block:
        if child.tag == f"{W}{name}":
            if child.find(f"{W}trPr/{W}del") is None:
                yield child
        elif child.tag in _HOLDERS:
            yield from _held(child, name)


def _is_ruled(table: ET.Element) -> bool:
    """Whether rules are drawn between the rows: then it is a list, and not the two columns of a letterhead."""
    if any(value(side) in _UNDRAWN for borders in table.iter(f"{W}tcBorders") for side in borders):
        return False
    between = table.find(f"{W}tblPr/{W}tblBorders/{W}insideH")
    if between is not None:
        return value(between) not in _UNDRAWN
    return "grid" in (value(table.find(f"{W}tblPr/{W}tblStyle")) or "").lower()
