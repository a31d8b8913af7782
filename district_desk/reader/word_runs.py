"""The words of one paragraph of Word as they are printed: no deleted or hidden ones, no field codes, old fonts converted."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final
from xml.etree import ElementTree as ET

from district_desk.domain.vietnamese import nfc
from district_desk.reader.legacy import from_font
from district_desk.reader.word_styles import Look, Styles, W

MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_GONE: Final = frozenset([f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}rPr", f"{W}sdtPr", f"{W}txbxContent"])
"""Deleted words, properties, and text boxes, which are read for themselves."""
_SIGNS: Final = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "\xad",
}
_NOTE: Final = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised(number: int) -> str:
    """A number as the mark of a note: ¹²."""
    return str(number).translate(_RAISED)


class Runs:
    """Reads the paragraphs of one document in order; the marks of its notes are numbered as they come."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self.notes: list[tuple[str, str]] = []
        """Kind and id of every note that was referred to, in order; its number is its place from 1."""

    def words(self, paragraph: ET.Element) -> str:
        """The words; a tab and a line break as they stand."""
        pieces = self._pieces(paragraph, self._styles.of_paragraph(paragraph))
        parts: list[str] = []
        for look, run in groupby(pieces, key=lambda piece: piece[0]):
            text = from_font("".join(words for _, words in run), look.font).replace("\xad", "")
            parts.append(text.upper() if look.capitals else text)
        return nfc("".join(parts))

    def _pieces(self, element: ET.Element, look: Look) -> Iterator[tuple[Look, str]]:
        """The pieces of text below an element, each with its look."""
        for child in printed(element):
            if child.tag == f"{W}r":
                own = self._styles.of_run(child, look)
                if not own.hidden:
                    yield from self._pieces(child, own)
            elif child.tag == f"{W}t":
                yield look, child.text or ""
            elif child.tag in _SIGNS:
                yield look, _SIGNS[child.tag] if child.get(f"{W}type") != "page" else ""
            elif child.tag in _NOTE:
                self.notes.append((_NOTE[child.tag], child.get(f"{W}id") or ""))
                yield look, raised(len(self.notes))
            else:
                yield from self._pieces(child, look)


def printed(element: ET.Element) -> Iterator[ET.Element]:
    """The children that are printed; of what Word writes twice, for old and new readers, the first choice."""
    for child in element:
        if child.tag == f"{MC}AlternateContent":
            yield from printed(_choice(child))
        elif child.tag not in _GONE and not _is_placeholder(child):
            yield child


def boxes(element: ET.Element) -> Iterator[ET.Element]:
    """The text boxes that hang on a paragraph, each once and the outer one only."""
    for child in element:
        if child.tag == f"{W}txbxContent":
            yield child
        elif child.tag == f"{MC}AlternateContent":
            yield from boxes(_choice(child))
        elif child.tag not in (f"{W}del", f"{W}moveFrom"):
            yield from boxes(child)


def _choice(alternate: ET.Element) -> ET.Element:
    """Of what Word wrote for new and for old readers that for the new ones."""
    return next(iter([*alternate.iter(f"{MC}Choice"), *alternate.iter(f"{MC}Fallback")]), ET.Element("nothing"))


def _is_placeholder(control: ET.Element) -> bool:
    """Whether a content control was never filled in ("Click here to enter text")."""
    return control.tag == f"{W}sdt" and control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
