"""The register on paper: ours, a bare ReportLab canvas that draws the same strings, and LibreOffice from a sheet.

Started as a script with an office's folder, a number of rows, a way and a file to write, it prints that way once and
says how long it took, how many pages there are, and its peak of memory: a process of its own, because memory is asked.
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import office_suite
from bare_window import peak
from figures import Figure
from starting import started

from district_desk.desk.office_desk import OFFICE_FILE
from district_desk.desk.shipped import shipped
from district_desk.domain.directives import Directive
from district_desk.domain.paper import RegisterBook, RegisterLine
from district_desk.store import Store

_WIDTHS = (15, 12.5, 32, 20, 17.5, 57.5, 32, 15, 15, 20)
_SIZE, _LEADING, _PAD, _MM = 10.0, 12.0, 3.0, 72 / 25.4


def registers(folder: Path, home: Path, rows: int) -> list[Figure]:
    """Seconds, pages a second and peaks of memory of a register of so many rows and ten columns."""
    with tempfile.TemporaryDirectory(dir=home) as place:
        out = Path(place)
        ways = ("ours", "canvas", "sheet")
        told = {way: started("registers.py", home, str(folder), str(rows), way, str(out / way)) for way in ways}
        few = started("registers.py", home, str(folder), str(rows // 10), "ours", str(out / "few"))
        suite, against = float("nan"), office_suite.MISSING
        if office_suite.is_installed():
            against = "XLSX + LibreOffice"
            suite = told["sheet"]["work"] + office_suite.to_pdf([out / "sheet.xlsx"], out, home)
    ours, canvas = told["ours"], told["canvas"]
    what = f"register of {rows:,} rows to PDF"
    return [
        Figure(what, "s", ours["work"], suite, against, most=5),
        Figure(what, "s", ours["work"], canvas["work"], "bare ReportLab canvas"),
        Figure("  pages a second", "/s", ours["pages"] / ours["work"], canvas["pages"] / canvas["work"],
               "bare ReportLab canvas"),
        Figure("  peak memory", "kB", ours["peak"], canvas["peak"], "bare ReportLab canvas"),
        Figure("  peak memory", "kB", ours["peak"], few["peak"], f"ours at {rows // 10:,} rows"),
    ]  # fmt: skip


def book_of(folder: Path, rows: int) -> RegisterBook:
    """A register of so many rows, with the directives of that office, again from the first where they do not suffice."""
    store = Store.open(folder / OFFICE_FILE)
    found = store.reading().find(Directive)
    store.close()
    lines = tuple(
        RegisterLine(each.arrived, str(number), each.issuer, str(each.notation), each.issued, each.subject,
                     "Phòng Nội vụ; UBND các xã, thị trấn", each.passed_on, each.note)
        for number, each in enumerate(islice(cycle(found), rows), 1)
    )  # fmt: skip
    return RegisterBook("UBND huyện Cẩm Giàng", "Văn phòng HĐND và UBND", 2023, None, None, "1", str(rows), "01", lines)


def by_us(book: RegisterBook, out: Path) -> int:
    """Through the form and the writer, as the program prints."""
    from district_desk.prints import builders, to_pdf
    from district_desk.prints.forms import load

    form = load(shipped("forms"), None, "so-dang-ky-van-ban-den", book.lines[0].arrived).form
    to_pdf.write([builders.build(form, book)], out, fonts=shipped("resources", "fonts"))
    return pages_of(out)


def by_canvas(book: RegisterBook, out: Path) -> int:
    """The shortest honest program: words wrapped, strings drawn, lines ruled, and nothing else."""
    from reportlab.lib.utils import simpleSplit
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(TTFont("Serif", str(shipped("resources", "fonts", "LiberationSerif-Regular.ttf"))))
    width, height = 297 * _MM, 210 * _MM
    scale = (width - 45 * _MM) / sum(_WIDTHS)
    canvas = Canvas(str(out), (width, height))
    top, bottom = height - 20 * _MM, 20 * _MM
    y = top
    canvas.setFont("Serif", _SIZE)
    for row in texts_of(book):
        cells = [simpleSplit(text, "Serif", _SIZE, w * scale - 2 * _PAD) for text, w in zip(row, _WIDTHS, strict=True)]
        tall = max(len(lines) for lines in cells) * _LEADING + 2 * _PAD
        if y - tall < bottom:
            canvas.showPage()
            canvas.setFont("Serif", _SIZE)
            y = top
        x = 30 * _MM
        for lines, share in zip(cells, _WIDTHS, strict=True):
            canvas.rect(x, y - tall, share * scale, tall)
            for number, line in enumerate(lines, 1):
                canvas.drawString(x + _PAD, y - _PAD - number * _LEADING + 3, line)
            x += share * scale
        y -= tall
    canvas.save()
    return pages_of(out)


def by_sheet(book: RegisterBook, out: Path) -> int:
    """A sheet with real widths, landscape, its heading on each page; LibreOffice makes the PDF of it afterwards."""
    from xlsxwriter import Workbook

    with Workbook(str(out) + ".xlsx", {"constant_memory": True}) as workbook:
        page = workbook.add_worksheet()
        wrapped = workbook.add_format({"text_wrap": True, "border": 1, "valign": "top"})
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        for column, width in enumerate(_WIDTHS):
            page.set_column(column, column, width / 2)
        for number, row in enumerate(texts_of(book)):
            for column, text in enumerate(row):
                page.write_string(number, column, text, wrapped)
    return 0


def texts_of(book: RegisterBook) -> Sequence[tuple[str, ...]]:
    """The ten texts of each row."""
    return [
        (f"{line.arrived:%d/%m}" if line.arrived else "", line.arrival, line.issuer, line.notation,
         f"{line.issued:%d/%m/%Y}" if line.issued else "", line.type_and_subject, line.recipients,
         f"{line.passed_on:%d/%m}" if line.passed_on else "", "", line.note)
        for line in book.lines
        if isinstance(line, RegisterLine)
    ]  # fmt: skip


def pages_of(path: Path) -> int:
    """How many pages a PDF has."""
    from pypdfium2 import PdfDocument

    document = PdfDocument(path)
    try:
        return len(document)
    finally:
        document.close()


WAYS: dict[str, Callable[[RegisterBook, Path], int]] = {"ours": by_us, "canvas": by_canvas, "sheet": by_sheet}


def main() -> int:
    """Print once, that way, and tell."""
    folder, rows, way, out = Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4], Path(sys.argv[5])
    book = book_of(folder, rows)
    start = time.perf_counter()
    pages = WAYS[way](book, out)
    told: dict[str, Any] = {"work": time.perf_counter() - start, "pages": pages, "peak": peak()}
    print(json.dumps(told))
    return 0


if __name__ == "__main__":
    sys.exit(main())
