"""Marks of markup taken off at the door, so that the text is what a person would see.

Texts of directives come from portals and converters with the remains of Markdown and tables in them: ``**``,
``###``, lines of ``|`` and ``---``. They are not part of the document. Nothing else is changed.
"""

import html
import re
from typing import Final

from district_desk.domain.vietnamese import nfc
from district_desk.reader.portal_cells import frame_on_lines, rows_on_one_line

_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_LINK: Final = re.compile(r"!?\[([^\]\n]*)\]\((?:https?|mailto|/|#)[^)\s]*\)")
_TAG: Final = re.compile(r"</?(?:a|b|br|center|div|em|font|h\d|i|p|span|strong|sub|sup|u)\b[^<>\n]*>", re.IGNORECASE)
_HEADING: Final = re.compile(r"^\s*#{1,6}(?:\s+|$)")
_STARS: Final = re.compile(r"(\(\*{1,3}\))|(?<!\\)\*+")
"""Stars of emphasis; a star alone in brackets is the mark of a note and stays."""
_STAR_BULLET: Final = re.compile(r"^(\s*)\*(\s+[^\s*])(?!.*\*)")
_UNDERLINES: Final = re.compile(r"(?<!\w)__(?=\S)(.+?)(?<=\S)__(?!\w)")
_RULE: Final = re.compile(r"^[\s\-_=–—+|.:~]*[-_=–—|][\s\-_=–—+|.:~]*$")
_ESCAPE: Final = re.compile(r"\\([-.()\[\]#*_+!|])")
_ENTITY: Final = re.compile(r"&(?:nbsp|amp|quot|lt|gt|#\d{2,4});")
_BULLET_STAND_IN: Final = "\u0001"


def without_marks(text: str) -> str:
    """The text in NFC without marks of markup, trailing blanks, or more than one empty line in a row."""
    text = _INVISIBLE.sub("", nfc(text).replace("\r\n", "\n").replace("\r", "\n")).replace("\u00a0", " ")
    lines: list[str] = []
    for line in rows_on_one_line(frame_on_lines(text)).split("\n"):
        cleaned = _clean_line(line)
        if cleaned is None:
            continue
        if cleaned or (lines and lines[-1]):
            lines.append(cleaned)
    return "\n".join(lines).strip("\n")


def _clean_line(line: str) -> str | None:
    """One line cleaned; "" for a rule or the edge of a table cell; None for a line of marks alone."""
    if not line.strip():
        return ""
    if _RULE.match(line):
        return ""
    line = _STAR_BULLET.sub(rf"\1{_BULLET_STAND_IN}\2", line)
    line = _LINK.sub(r"\1", _TAG.sub("", line))
    line = _UNDERLINES.sub(r"\1", _STARS.sub(r"\1", _HEADING.sub("", line)))
    line = _ESCAPE.sub(r"\1", line).replace(_BULLET_STAND_IN, "*")
    line = _ENTITY.sub(lambda hit: html.unescape(hit[0]).replace("\u00a0", " "), line)
    line = _cells(line)
    return line.rstrip() if line.strip() else None


def _cells(line: str) -> str:
    """A row of a Markdown table with its cells parted by tabs."""
    if "|" not in line:
        return line
    cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
    return "\t".join(cells)
