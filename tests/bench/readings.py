"""Reading beside the extraction of the raw text, on the same files in the same run; and memory over 5 to 500 pages.

Raw is what any reader has to do first: decode a text file, take the text out of a DOCX's XML, ask PDFium for a page's
characters and the places of its words. Fields, items, units and deadlines come on top of it.
"""

import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from figures import Figure
from starting import started

from district_desk.domain.turns import PDFIUM
from district_desk.reader import read
from district_desk.reader.pdf_words import sheet_of
from district_desk.reader.text_file import decoded

PAGES = 50
MEMORY_PAGES = (5, 50, 500)
LINES_A_PAGE = 38
_MOST = 0.05
_HEAD = (
    "ỦY BAN NHÂN DÂN HUYỆN VÍ DỤ", "Số: 12/CT-UBND", "Ví Dụ, ngày 03 tháng 4 năm 2023",
    "Chủ tịch Ủy ban nhân dân huyện yêu cầu:",
)  # fmt: skip
_TASK = (
    "Phòng Nội vụ chủ trì, phối hợp với Ủy ban nhân", "dân các xã, thị trấn rà soát hồ sơ thủ tục hành chính, tổng hợp kết",
    "quả thực hiện, báo cáo Chủ tịch Ủy ban nhân dân huyện trước ngày 20/4/2023.",
)  # fmt: skip


def readings(home: Path, pages: int = PAGES, memory: tuple[int, ...] = MEMORY_PAGES) -> Iterator[Figure]:
    """Seconds a page of each kind of file, the better of two; and the peak of memory of a process that reads a PDF."""
    for kind, make in MAKERS.items():
        path = make(home, pages)
        raw, ours = (min(_taken(work, path) for _ in range(2)) / pages for work in (RAW[kind], read))
        yield Figure(
            f"a page of {pages} of a {kind} file read", "s", ours, raw, "its raw text alone", most=_MOST, at_most=1.5
        )
    least = None
    for count in memory:
        peak = started("our_reading.py", home, str(pdf_file(home, count)))["peak"]
        least = least or peak
        yield Figure(f"peak memory, a PDF of {count} pages read", "kB", peak, least, f"of {memory[0]} pages")


def lines(pages: int) -> Iterator[str]:
    """The lines of a directive of so many pages: numbered tasks of three lines each."""
    yield from _HEAD
    for number in range(1, (pages * LINES_A_PAGE - len(_HEAD)) // len(_TASK) + 1):
        first, *rest = _TASK
        yield f"{(number - 1) % 60 + 1}. {first}"
        yield from rest


def text_file(home: Path, pages: int) -> Path:
    """As plain text."""
    path = home / f"reading-{pages}.txt"
    path.write_text("\n".join(lines(pages)), "utf-8")
    return path


def word_file(home: Path, pages: int) -> Path:
    """As a Word file, a line a paragraph."""
    from docx import Document

    document = Document()
    for line in lines(pages):
        document.add_paragraph(line)
    path = home / f"reading-{pages}.docx"
    document.save(str(path))
    return path


def pdf_file(home: Path, pages: int) -> Path:
    """As a PDF with a text layer."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    font = Path(__file__).resolve().parents[2] / "resources" / "fonts" / "LiberationSerif-Regular.ttf"
    pdfmetrics.registerFont(TTFont("Read", str(font)))
    path = home / f"reading-{pages}.pdf"
    canvas = Canvas(str(path))
    for at, line in enumerate(lines(pages)):
        place = at % LINES_A_PAGE
        if at and not place:
            canvas.showPage()
        canvas.setFont("Read", 13)
        canvas.drawString(85, 780 - 18 * place, line)
    canvas.save()
    return path


def _raw_text(path: Path) -> str:
    return decoded(path, path.read_bytes())


def _raw_word(path: Path) -> str:
    with zipfile.ZipFile(path) as archive, archive.open("word/document.xml") as part:
        return "".join(ET.parse(part).getroot().itertext())


def _raw_pdf(path: Path) -> int:
    import pypdfium2

    with PDFIUM:
        document = pypdfium2.PdfDocument(path)
        try:
            return sum(len(sheet_of(document, number).words) for number in range(len(document)))
        finally:
            document.close()


MAKERS: dict[str, Callable[[Path, int], Path]] = {"text": text_file, "Word": word_file, "PDF": pdf_file}
RAW: dict[str, Callable[[Path], object]] = {"text": _raw_text, "Word": _raw_word, "PDF": _raw_pdf}


def _taken(work: Callable[[Path], object], path: Path) -> float:
    start = time.perf_counter()
    work(path)
    return time.perf_counter() - start
