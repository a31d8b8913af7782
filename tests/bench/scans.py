"""Recognition of scans beside Tesseract alone: our whole reading of a PDF of pictures, and the engine on the same pages."""

import time
from collections.abc import Iterator
from pathlib import Path

from figures import Figure

from district_desk.domain.problems import UnreadableFile
from district_desk.reader import read
from district_desk.reader.page_pictures import DPI, pages_of_pdf
from district_desk.reader.recognition import Engine, model_folder

_LINE = "Chủ trì, phối hợp với các xã, thị trấn rà soát hồ sơ, báo cáo trước ngày 10/02/2025;"


def scans(home: Path) -> Iterator[Figure]:
    """A page, and four pages on all cores; nothing where recognition is not on this machine."""
    try:
        folder = model_folder(home)
    except UnreadableFile:
        return
    for pages in (1, 4):
        path = _scan(home, pages)
        alone = _engine_alone(path, folder, pages)
        start = time.perf_counter()
        read(path)
        ours = time.perf_counter() - start
        what = f"a scan of {pages} page{'s' if pages > 1 else ''} read"
        yield Figure(what, "s", ours, alone, "Tesseract alone, one after another", at_most=1.2)


def _engine_alone(path: Path, folder: Path, pages: int) -> float:
    """Seconds that Tesseract takes for the pictures alone, which are drawn beforehand."""
    pictures = [picture.image.convert("L") for picture in pages_of_pdf(path, range(1, pages + 1))]
    engine = Engine(folder)
    start = time.perf_counter()
    for picture in pictures:
        engine.words(picture, DPI)
    took = time.perf_counter() - start
    engine.close()
    return took


def _scan(home: Path, pages: int) -> Path:
    """A PDF of pictures: full pages of forty lines at 300 dots an inch."""
    import pypdfium2
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    font = Path(__file__).resolve().parents[2] / "resources" / "fonts" / "LiberationSerif-Regular.ttf"
    pdfmetrics.registerFont(TTFont("Scanned", str(font)))
    text, path = home / "scan-text.pdf", home / f"scan-{pages}.pdf"
    canvas = Canvas(str(text), pagesize=A4)
    for page in range(pages):
        canvas.setFont("Scanned", 13)
        for line in range(40):
            canvas.drawString(70, 790 - 18 * line, f"{40 * page + line + 1}. {_LINE}")
        canvas.showPage()
    canvas.save()
    document = pypdfium2.PdfDocument(text)
    first, *others = (document[at].render(scale=DPI / 72).to_pil().convert("L") for at in range(pages))
    first.save(path, "PDF", resolution=DPI, save_all=True, append_images=others)
    document.close()
    return path
