"""Documents as one Word file that a clerk can change and sign: real styles, real tables, real page numbers.

It walks the same blocks as the PDF writer. Each document is a section of its own, with its own paper and its own count
of pages. What only a finished page can know (where a line breaks, how long a name is) is left to Word.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO, Final

from district_desk.domain.problems import Stopped
from district_desk.prints.document import Code, Document, PageBreak
from district_desk.prints.saving import replacing
from district_desk.prints.style import Part
from district_desk.prints.word.body import BodyMaker
from district_desk.prints.word.codes import code_picture
from district_desk.prints.word.styles import add_styles
from district_desk.prints.word.text import style_id, twips

Stop = Callable[[], bool]

_NAMESPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_PAGE: Final = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def write(documents: Sequence[Document], out: Path | BinaryIO, *, stop: Stop | None = None) -> None:
    """Write the documents one after another, each from its own page 1. A path is replaced only by a whole file.

    Raises:
        Stopped: ``stop`` said so; nothing is written.
        DiskFull, ReadOnly, FileBusy: the target refuses.
        ValueError: no document.
    """
    if not documents:
        raise ValueError("a Word file has at least one section")
    file = _WordFile(documents[0].title)
    sections = [section for document in documents for section in _covers_apart(document)]
    for place, section in enumerate(sections):
        if stop and stop():
            raise Stopped
        file.add(section, is_last=place == len(sections) - 1)
    if isinstance(out, Path):
        with replacing(out) as stream:
            file.save(stream)
    else:
        file.save(out)


def _covers_apart(document: Document) -> list[Document]:
    """A document behind a cover as two, because a section hides the number of its first page alone, and the page after
    a cover shows none either."""
    breaks = [place for place, block in enumerate(document.blocks) if isinstance(block, PageBreak)]
    if document.first_page > 0 or not breaks:
        return [document]
    cover, rest = document.blocks[: breaks[0]], document.blocks[breaks[0] + 1 :]
    return [replace(document, blocks=cover), replace(document, blocks=rest, first_page=document.first_page + 1)]


class _WordFile:
    """A file in the making, on an empty document of python-docx."""

    def __init__(self, title: str) -> None:
        import docx

        self._docx: Any = docx.Document()
        add_styles(self._docx)
        self._docx.core_properties.title = title
        self._docx.core_properties.author = ""
        self._docx.core_properties.comments = ""
        self._header = self._page_numbers()
        self._blocks: list[str] = []

    def add(self, document: Document, *, is_last: bool) -> None:
        """Put a document behind what is there."""
        self._blocks += BodyMaker(document, self._picture).blocks()
        section = self._section(document)
        self._blocks.append(
            section
            if is_last
            else f'<w:p><w:pPr><w:pStyle w:val="{style_id(Part.TEXT)}"/>'
            f'<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>{section}</w:pPr></w:p>'
        )

    def save(self, out: BinaryIO) -> None:
        """Write the whole file. Its body is parsed once: to move thousands of rows into a tree takes seconds."""
        from docx.oxml import parse_xml

        body = "".join(self._blocks)
        whole = parse_xml(f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>")
        self._docx.part._element = whole  # noqa: SLF001 (the part has no door for a body that is made elsewhere)
        buffer = BytesIO()
        self._docx.save(buffer)
        out.write(buffer.getvalue())

    def _page_numbers(self) -> str:
        """A header with the page number in its middle, which every section names; it returns its relation."""
        from docx.oxml import parse_xml
        from docx.oxml.ns import qn

        header = self._docx.sections[0].header
        (paragraph,) = header.paragraphs
        paragraph.style = self._docx.styles["Số trang"]
        paragraph.alignment = 1
        for element in parse_xml(f"<w:p {_NAMESPACES}>{_PAGE}</w:p>"):
            paragraph._p.append(element)  # noqa: SLF001 (python-docx has no field of its own)
        section = self._docx.element.body.sectPr
        return str(section.find(qn("w:headerReference")).get(qn("r:id")))

    def _section(self, document: Document) -> str:
        """Paper, margins, and pages that count from the document's own first; the first shows no number."""
        paper, margins = document.paper, document.margins
        turned = ' w:orient="landscape"' if paper.width > paper.height else ""
        edges = (("top", margins.top), ("right", margins.right), ("bottom", margins.bottom), ("left", margins.left))
        lengths = " ".join(f'w:{edge}="{twips(length)}"' for edge, length in edges)
        return (
            f'<w:sectPr><w:headerReference w:type="default" r:id="{self._header}"/>'
            f'<w:pgSz w:w="{twips(paper.width)}" w:h="{twips(paper.height)}"{turned}/>'
            f'<w:pgMar {lengths} w:header="{twips(margins.top / 2 - 2)}" w:footer="{twips(10)}" w:gutter="0"/>'
            f'<w:pgNumType w:start="{document.first_page}"/><w:titlePg/></w:sectPr>'
        )

    def _picture(self, code: Code) -> str:
        """The run that shows a code."""
        from docx.shared import Mm

        run = self._docx.add_paragraph().add_run()
        run.add_picture(BytesIO(code_picture(code.digits)), width=Mm(code.size))
        return str(run._r.xml)  # noqa: SLF001 (the run is told again where it belongs)
