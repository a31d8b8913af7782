"""DOCX read from its XML: paragraphs and tables in order, numbers that Word generates, text boxes, footnotes apart.

Only the parts that hold words are opened. A file that declares entities or unpacks to more than it may is refused
like any other that is not a Word document.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

from district_desk.domain.problems import Unreadable, UnreadableFile
from district_desk.domain.vietnamese import nfc
from district_desk.reader.plain_text import without_marks
from district_desk.reader.transcript import Transcript
from district_desk.reader.word_numbering import Numbering

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_BODY: Final = "word/document.xml"
_MOST_BYTES: Final = 64 * 1024 * 1024
_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    ET.ParseError,
    ValueError,
    RuntimeError,
    EOFError,
    NotImplementedError,
    KeyError,
    OSError,
)
"""What the standard library says of a broken archive or of broken XML."""
_SUPERSCRIPT: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def transcript_of_word(path: Path) -> Transcript:
    """The text of a DOCX.

    Raises:
        UnreadableFile: NOT_WORD where the archive holds no Word document, or one that cannot be trusted.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            body = _part(archive, _BODY)
            if body is None:
                raise UnreadableFile(path, Unreadable.NOT_WORD)
            numbering = Numbering(_part(archive, "word/numbering.xml"), _part(archive, "word/styles.xml"))
            notes = _part(archive, "word/footnotes.xml")
    except _BROKEN as error:
        raise UnreadableFile(path, Unreadable.NOT_WORD) from error
    root = body.find(f"{_W}body")
    lines = list(_Walk(numbering).lines(root)) if root is not None else []
    return Transcript(without_marks("\n".join([*lines, *_notes(notes)])), wrapped=False)


def _part(archive: zipfile.ZipFile, name: str) -> ET.Element | None:
    """One XML part, or None where the archive has none of that name.

    Raises:
        ValueError: it is too large, or declares entities of its own.
    """
    try:
        size = archive.getinfo(name).file_size
    except KeyError:
        return None
    if size > _MOST_BYTES:
        raise ValueError(name)
    with archive.open(name) as part:
        raw = part.read(_MOST_BYTES + 1)
    if len(raw) > _MOST_BYTES or b"<!DOCTYPE" in raw[:4096] or b"<!ENTITY" in raw:
        raise ValueError(name)
    return ET.fromstring(raw)  # noqa: S314 - entities were refused above


def _notes(root: ET.Element | None) -> Iterator[str]:
    """The footnotes, after the text, each led by its number."""
    if root is None:
        return
    for number, note in enumerate((n for n in root.iter(f"{_W}footnote") if not n.get(f"{_W}type")), 1):
        words = " ".join(_words(paragraph) for paragraph in note.iter(f"{_W}p")).strip()
        if words:
            yield ""
            yield f"{str(number).translate(_SUPERSCRIPT)} {words}"


class _Walk:
    """Goes through the body in reading order."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._footnotes = 0

    def lines(self, block: ET.Element) -> Iterator[str]:
        for child in block:
            if child.tag == f"{_W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{_W}tbl":
                yield from self._table(child)
            elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}smartTag", f"{_W}customXml"):
                yield from self.lines(child)

    def _paragraph(self, paragraph: ET.Element) -> Iterator[str]:
        for box in _boxes(paragraph):
            yield ""
            yield from self.lines(box)
            yield ""
        words = _words(paragraph)
        if words.strip():
            label = self._numbering.label_of(paragraph)
            yield from (f"{label} {words}" if label else words).split("\n")
        else:
            yield ""

    def _table(self, table: ET.Element) -> Iterator[str]:
        """A letterhead's cells one after the other; the rows of a list with a tab between their cells."""
        rows = [[list(self.lines(cell)) for cell in row.iter(f"{_W}tc")] for row in _rows(table)]
        if _is_list(rows):
            yield ""
            yield from ("\t".join(" ".join(filter(None, cell)) for cell in row) for row in rows)
            yield ""
            return
        width = max((len(row) for row in rows), default=0)
        for column in range(width):
            for row in rows:
                if column < len(row):
                    yield from row[column]
            yield ""


def _rows(table: ET.Element) -> Iterator[ET.Element]:
    for child in table:
        if child.tag == f"{_W}tr":
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent"):
            yield from _rows(child)


def _is_list(rows: list[list[list[str]]]) -> bool:
    """Whether a table is a list of things and not the two columns of a letterhead or signature."""
    return len(rows) > 1 and max(len(row) for row in rows) > 2


def _boxes(paragraph: ET.Element) -> Iterator[ET.Element]:
    """The text boxes that hang on a paragraph, each once (Word writes them twice, for old and new readers)."""
    for element in _new_readers(paragraph):
        if element.tag == f"{_W}txbxContent":
            yield element


def _new_readers(element: ET.Element) -> Iterator[ET.Element]:
    """Everything below an element but what is written for old readers only."""
    for child in element:
        if child.tag == f"{_MC}Fallback":
            continue
        yield child
        if child.tag != f"{_W}txbxContent":
            yield from _new_readers(child)


def _words(paragraph: ET.Element) -> str:
    """The words of a paragraph without deleted ones, field codes and text boxes."""
    parts: list[str] = []
    notes = 0
    for element in _new_readers(paragraph):
        if element.tag == f"{_W}t":
            parts.append(element.text or "")
        elif element.tag in (f"{_W}tab", f"{_W}ptab"):
            parts.append("\t" if not _in_properties(paragraph, element) else "")
        elif element.tag in (f"{_W}br", f"{_W}cr"):
            parts.append("\n")
        elif element.tag == f"{_W}noBreakHyphen":
            parts.append("-")
        elif element.tag == f"{_W}footnoteReference":
            notes += 1
            parts.append((element.get(f"{_W}id") or str(notes)).translate(_SUPERSCRIPT))
    return re.sub(r"\t+", " ", nfc("".join(parts)))


def _in_properties(paragraph: ET.Element, element: ET.Element) -> bool:
    """Whether a tab is a tab stop of the paragraph's properties and not a character."""
    return any(element in stops for stops in paragraph.iter(f"{_W}tabs"))
