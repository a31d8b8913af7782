"""Documents as one PDF file: the writer that is previewed, printed and saved."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from district_desk.domain.problems import MissingGlyphs, Stopped
from district_desk.prints.document import Align, Document
from district_desk.prints.pdf.blocks import SlabMaker
from district_desk.prints.pdf.flow import Page, pages_of
from district_desk.prints.pdf.ink import MM, Ink
from district_desk.prints.pdf.lines import lines_of
from district_desk.prints.pdf.pages import PdfFile
from district_desk.prints.saving import replacing
from district_desk.prints.style import STYLES, Part

Step = Callable[[int, int], None]
Stop = Callable[[], bool]


def write(
    documents: Sequence[Document],
    out: Path | BinaryIO,
    *,
    fonts: Path,
    step: Step | None = None,
    stop: Stop | None = None,
) -> None:
    """Draw the documents one after another, each from its own page 1.

    ``fonts`` is the folder of the four faces. ``step(done, total)`` is told after each page, ``stop()`` is asked then.
    A path is replaced only by a whole file.

    Raises:
        MissingGlyphs: characters that the faces do not have; nothing is written.
        Stopped: ``stop`` said so; nothing is written.
        DiskFull, ReadOnly, FileBusy: the target refuses.
        ValueError: no document.
    """
    if not documents:
        raise ValueError("a PDF has at least one page")
    file = PdfFile(fonts, documents[0].title)
    work = _Work(documents, step, stop)
    for document in documents:
        bookmark = document.title if len(documents) > 1 else ""
        for ink in _pages(document, file, work):
            file.add(ink, bookmark)
            bookmark = ""
            work.page_done()
    if file.letters.missing:
        raise MissingGlyphs("".join(sorted(file.letters.missing)))
    if isinstance(out, Path):
        with replacing(out) as stream:
            file.save(stream)
    else:
        file.save(out)


class _Work:
    """How much is done, and whether to go on."""

    def __init__(self, documents: Sequence[Document], step: Step | None, stop: Stop | None) -> None:
        self._step = step
        self._stop = stop
        self._total = sum(document.weight for document in documents)
        self._done = 0

    def block_done(self) -> None:
        self._done += 1

    def page_done(self) -> None:
        if self._stop and self._stop():
            raise Stopped
        if self._step:
            self._step(self._done, self._total)


def _pages(document: Document, file: PdfFile, work: _Work) -> Iterator[Ink]:
    """The drawn pages of one document."""
    paper, margins = document.paper, document.margins
    maker = SlabMaker(document, file.letters, work.block_done)
    height = (paper.height - margins.top - margins.bottom) * MM
    for number, page in enumerate(pages_of(maker.slabs(), height), document.first_page):
        ink = Ink(paper.width * MM, paper.height * MM)
        _paint(page, ink, margins.top * MM)
        if number > 1:
            _number(ink, number, document, file)
        yield ink


def _paint(page: Page, ink: Ink, top: float) -> None:
    for slab, offset in page:
        if slab.paint:
            slab.paint(ink, top + offset)


def _number(ink: Ink, number: int, document: Document, file: PdfFile) -> None:
    """The page number in the middle of the top margin, over the middle of the text (Decree 30/2020, Appendix I, I.6)."""
    style, margins = STYLES[Part.PAGE_NUMBER], document.margins
    (line,) = lines_of(str(number), style, file.letters, 72.0)
    width = (document.paper.width - margins.left - margins.right) * MM
    baseline = margins.top * MM / 2 + style.size * 0.33
    ink.set_line(line, Align.CENTER, margins.left * MM, width, baseline)
