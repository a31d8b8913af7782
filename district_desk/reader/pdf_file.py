"""PDF with a text layer: its words by their places on the page (pypdfium2), so that columns do not mix.

Pages are opened one after the other and closed again, and none is ever drawn. PDFium takes one thread at a time: a
page's words are taken under its lock, and put into order after it, so that a page on the screen waits a moment only.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import Any, Final

from district_desk.domain.problems import Stopped, Unreadable, UnreadableFile
from district_desk.domain.turns import PDFIUM
from district_desk.reader.legacy import in_unicode
from district_desk.reader.pdf_layout import blocks_of
from district_desk.reader.pdf_words import Sheet, sheet_of
from district_desk.reader.plain_text import without_marks
from district_desk.reader.scan import Job, transcript_of_scanned_pdf
from district_desk.reader.transcript import Block, Transcript, from_blocks

_FEWEST: Final = 40
"""A page that holds fewer characters than this may be a picture with a stamp on it."""
_MOST_PAGES: Final = 3_000
_PART: Final = "\x1e"
"""Between the blocks of a document while its code page is judged as a whole; no text holds it."""


def transcript_of_pdf(job: Job) -> Transcript:
    """The text of a PDF; its pages without a text layer are recognised by sight.

    Raises:
        UnreadableFile: BROKEN_PDF, ENCRYPTED_PDF, or what recognition lacks.
        Stopped: the job was stopped.
    """
    import pypdfium2

    path = job.path
    try:
        with PDFIUM:
            document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise UnreadableFile(path, Unreadable.ENCRYPTED_PDF if locked else Unreadable.BROKEN_PDF) from error
    try:
        pages = blocks_of(_pages(job, document))
    except pypdfium2.PdfiumError as error:
        raise UnreadableFile(path, Unreadable.BROKEN_PDF) from error
    finally:
        with PDFIUM:
            document.close()
    pages = _cleaned(pages)
    said = (sum(len(block.text) for block in page if not block.aside) for page in pages)
    if bare := [number for number, length in enumerate(said, 1) if length < _FEWEST]:
        return transcript_of_scanned_pdf(job, ["\n".join(block.text for block in page) for page in pages], bare)
    return from_blocks(chain.from_iterable(pages), wrapped=True)


def _pages(job: Job, document: Any) -> Iterator[Sheet]:
    """What stands on each page, one page after the other."""
    with PDFIUM:
        total = len(document)
    if total == 0:
        raise UnreadableFile(job.path, Unreadable.BROKEN_PDF)
    if total > _MOST_PAGES:
        raise UnreadableFile(job.path, Unreadable.TOO_LARGE, str(total))
    read = 0
    for number in range(total):
        if job.stop and job.stop():
            raise Stopped
        with PDFIUM:
            sheet = sheet_of(document, number)
        read += bool(sheet.words)
        if job.step and sheet.words:
            job.step(read, total)
        yield sheet


def _cleaned(pages: list[list[Block]]) -> list[list[Block]]:
    """The blocks in Unicode and without marks of markup; the first that says something opens its page."""
    whole = in_unicode(f"\n{_PART}\n".join(block.text for page in pages for block in page))
    texts = iter(whole.split(_PART))
    return [
        [replace(block, text=without_marks(next(texts)), opens_page=not at) for at, block in enumerate(page)]
        for page in pages
    ]
