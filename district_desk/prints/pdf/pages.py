"""The PDF file: pages packed as they are finished, bookmarks, fonts and index at the end."""

import zlib
from pathlib import Path
from typing import Any, BinaryIO

from district_desk.prints.pdf.ink import Ink
from district_desk.prints.pdf.letters import Letters


class PdfFile:
    """A file in the making. A finished page is held packed (about 4 KB), never as operators.

    It is written without times and random numbers: the same documents give the same bytes.
    """

    def __init__(self, fonts: Path, title: str) -> None:
        from reportlab.pdfbase.pdfdoc import PDFDocument, PDFResourceDictionary

        self._pdf = PDFDocument(compression=1, invariant=1, lang="vi-VN", pdfVersion=(1, 4))
        self._pdf.setTitle(title)
        self._pdf.setAuthor("")
        self._pdf.setSubject("")
        self._pdf.setCreator("District Desk")
        self._resources = PDFResourceDictionary()
        self._resources.basicFonts()
        self._bookmarks: dict[str, Any] = {}
        self.letters = Letters(fonts, self._pdf)

    def add(self, ink: Ink, bookmark: str = "") -> None:
        """Close a page; a bookmark is what the viewer's side panel calls it."""
        from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFPage, PDFStream

        page = PDFPage()
        page.pagewidth, page.pageheight = f"{ink.width:.2f}", f"{ink.height:.2f}"
        page.Contents = PDFStream(PDFDictionary({"Filter": PDFName("FlateDecode")}), zlib.compress(ink.content()))
        page.Resources = self._resources
        self._pdf.addPage(page)
        if bookmark:
            self._mark(page, bookmark)

    def save(self, out: BinaryIO) -> None:
        """Write the whole file."""
        out.write(self._pdf.GetPDFData(self))

    def _mark(self, page: object, title: str) -> None:
        from reportlab.pdfbase.pdfdoc import Destination

        name = f"document{len(self._bookmarks)}"
        destination = self._bookmarks[name] = Destination(name)
        destination.fit()
        destination.setPage(page)
        self._pdf.Outlines.addOutlineEntry(name, 0, title)

    def _bookmarkReference(self, name: str) -> object:
        """What reportlab asks of its canvas when it writes the bookmarks."""
        return self._pdf.Reference(self._bookmarks[name])
