"""DOCX read from its XML: the body in reading order, then notes, running heads and feet, which stand aside.

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
from district_desk.domain.vietnamese import collapse
from district_desk.reader.columns import laid_out
from district_desk.reader.legacy import in_unicode
from district_desk.reader.plain_text import without_marks
from district_desk.reader.transcript import Block, Transcript, from_blocks
from district_desk.reader.word_body import Body
from district_desk.reader.word_numbering import Numbering
from district_desk.reader.word_runs import Runs, raised
from district_desk.reader.word_styles import Styles, W

_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_STRICT: Final = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL: Final = (
    (_STRICT + b"wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (_STRICT + b"officeDocument/relationships", b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
)
_BODY: Final = re.compile(r"word/document\d*\.xml")
_FOREIGN: Final = re.compile(rb"<\?xml[^>]*\bencoding\s*=\s*[\"'](?!utf-8|us-ascii)", re.IGNORECASE)
_MOST_BYTES: Final = 32 * 1024 * 1024
_MOST_ELEMENTS: Final = 2_000_000
"""A document of 500 pages has a tenth of this."""
_MOST_PARTS: Final = 10_000
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
"""What the standard library says of a broken archive, of broken XML, and of XML nested a thousand deep."""
_COUNTING: Final = re.compile(r"[\W\d_]+|trang|page|of", re.IGNORECASE)
"""What a running head says with the page's number."""


def transcript_of_word(path: Path) -> Transcript:
    """The text of a DOCX.

    Raises:
        UnreadableFile: NOT_WORD where the archive holds no Word document, or one that cannot be trusted.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            return from_blocks(_Parts(archive).blocks(), wrapped=False)
    except _BROKEN as error:
        raise UnreadableFile(path, Unreadable.NOT_WORD) from error


class _Parts:
    """The parts of one archive."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        if len(archive.namelist()) > _MOST_PARTS:
            raise ValueError(_MOST_PARTS)
        self._archive = archive
        self._styles = Styles(self._part("word/styles.xml"))
        self._runs = Runs(self._styles)

    def blocks(self) -> Iterator[Block]:
        """The text of the document, then what stands aside."""
        name = next(filter(_BODY.fullmatch, sorted(self._archive.namelist())), "")
        document = self._part(name)
        body = None if document is None else document.find(f"{W}body")
        if body is None:
            raise ValueError(name)
        first, others = self._running(name, body)
        numbering = Numbering(self._part("word/numbering.xml"), self._styles)
        lines = [*first, *Body(numbering, self._runs).lines(body)]
        yield Block(without_marks(in_unicode(laid_out("\n".join(lines)))))
        for note in [*self._notes(), *others]:
            yield Block(without_marks(in_unicode(note)), aside=True)

    def _notes(self) -> Iterator[str]:
        """The notes that the text refers to, each led by its number."""
        parts = {kind: self._part(f"word/{kind}s.xml") for kind in {kind for kind, _ in self._runs.notes}}
        notes = {
            (kind, note.get(f"{W}id")): note
            for kind, part in parts.items()
            for note in (() if part is None else part.iter(f"{W}{kind}"))
        }
        for number, key in enumerate(list(self._runs.notes), 1):
            if (note := notes.get(key)) is not None:
                words = (self._runs.words(paragraph) for paragraph in note.iter(f"{W}p"))
                yield f"{raised(number)} {collapse(' '.join(words))}"

    def _running(self, name: str, body: ET.Element) -> tuple[list[str], list[str]]:
        """The head that stands on the first page, and every other head and foot, without those of a number alone."""
        folder, _, file = name.partition("/")
        relations = self._part(f"{folder}/_rels/{file}.rels")
        targets = {} if relations is None else {each.get("Id"): each.get("Target", "") for each in relations}
        section = next(body.iter(f"{W}sectPr"), ET.Element("none"))
        on_first = "first" if section.find(f"{W}titlePg") is not None else "default"
        first: list[str] = []
        others: dict[str, None] = {}
        for place in (place for part in body.iter(f"{W}sectPr") for place in part):
            if place.tag not in (f"{W}headerReference", f"{W}footerReference"):
                continue
            lines = self._lines_of(f"{folder}/{targets.get(place.get(f'{_R}id'), '')}")
            if place in list(section) and place.tag.endswith("headerReference") and place.get(f"{W}type") == on_first:
                first = lines
            else:
                others |= dict.fromkeys(lines)
        return first, [line for line in others if line not in first]

    def _lines_of(self, name: str) -> list[str]:
        part = self._part(name)
        lines = [] if part is None else Body(Numbering(None, self._styles), self._runs).lines(part)
        return [line for line in lines if _COUNTING.sub("", line)]

    def _part(self, name: str) -> ET.Element | None:
        """One XML part, or None where the archive has none of that name.

        Raises:
            ValueError: it is too large, in no Unicode, or declares entities of its own.
        """
        try:
            size = self._archive.getinfo(name).file_size
        except KeyError:
            return None
        if size > _MOST_BYTES:
            raise ValueError(name)
        with self._archive.open(name) as part:
            raw = part.read(_MOST_BYTES + 1)
        if len(raw) > _MOST_BYTES or raw.count(b"<") > _MOST_ELEMENTS:
            raise ValueError(name)
        if b"\0" in raw or _FOREIGN.match(raw) or b"<!DOCTYPE" in raw or b"<!ENTITY" in raw:
            raise ValueError(name)
        for strict, usual in _TRANSITIONAL if _STRICT in raw else ():
            raw = raw.replace(strict, usual)
        return ET.fromstring(raw)  # noqa: S314 - entities were refused above
