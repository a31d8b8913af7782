"""Scans made for the tests: pages set in our own font, drawn as pictures, then laid crooked, stained and stamped."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pypdfium2
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
LEFT, RIGHT, TOP, STEP = 85.0, 290.0, 780.0, 18.0
Page = Sequence[tuple[float, float, str]]

LETTER: Page = [
    (LEFT, 0, "ỦY BAN NHÂN DÂN"), (RIGHT, 0, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    (LEFT + 10, 1, "HUYỆN VÍ DỤ"), (RIGHT + 50, 1, "Độc lập - Tự do - Hạnh phúc"),
    (LEFT, 2.5, "Số: 507/UBND-KT"), (RIGHT + 30, 2.5, "Ví Dụ, ngày 24 tháng 01 năm 2025"),
    (LEFT - 10, 3.5, "V/v góp ý dự thảo"), (LEFT - 10, 4.4, "Quyết định"),
    (RIGHT - 60, 6, "Kính gửi: Phòng Nội vụ."),
    (LEFT + 30, 8, "Chủ tịch UBND huyện yêu cầu Phòng Nội vụ thực hiện các nội dung"), (LEFT, 9, "sau đây:"),
    (LEFT + 30, 10, "1. Rà soát toàn bộ hồ sơ đã nộp lưu trong năm 2024 của các phòng và"),
    (LEFT, 11, "của các xã, thị trấn, báo cáo trước ngày 10/02/2025."),
    (LEFT + 30, 12, "2. Theo dõi, đôn đốc việc thực hiện./."),
    (LEFT, 14, "Nơi nhận:"), (RIGHT + 60, 14, "TL. CHỦ TỊCH"),
    (LEFT, 15, "- Như trên;"), (RIGHT + 40, 15, "CHÁNH VĂN PHÒNG"),
    (LEFT, 16, "- Lưu: VT, KT."), (RIGHT + 60, 19, "Phùng Tô Ví"),
]  # fmt: skip
SECOND: Page = [
    (LEFT + 30, 0, "3. Phòng Tài chính chủ trì, phối hợp với Công an huyện kiểm tra việc"),
    (LEFT, 1, "sử dụng kinh phí, báo cáo trước ngày 15/3/2025."),
]


def pdf_of(path: Path, pages: Sequence[Page]) -> Path:
    """A PDF with a text layer."""
    if "Liberation" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("Liberation", str(FONTS / "LiberationSerif-Regular.ttf")))
    canvas = Canvas(str(path), pagesize=A4)
    for page in pages:
        canvas.setFont("Liberation", 13)
        for x, line, words in page:
            canvas.drawString(x, TOP - line * STEP, words)
        canvas.showPage()
    canvas.save()
    return path


def drawn(pages: Sequence[Page], folder: Path, dpi: int = 200) -> list[Image.Image]:
    """The pages as pictures in colour."""
    document = pypdfium2.PdfDocument(pdf_of(folder / "drawn.pdf", pages))
    try:
        return [document[at].render(scale=dpi / 72).to_pil().convert("RGB") for at in range(len(document))]
    finally:
        document.close()


def crooked(image: Image.Image, degrees: float = 1.5) -> Image.Image:
    """Laid askew on the glass, with the grain and the blur of a cheap scanner."""
    turned = image.rotate(degrees, Image.Resampling.BICUBIC, fillcolor="white").filter(ImageFilter.GaussianBlur(0.6))
    grain = Image.frombytes("L", image.size, Random(1).randbytes(image.width * image.height)).point(lambda v: v // 6)
    return ImageChops.subtract(turned, grain.convert("RGB"))


def photographed(image: Image.Image) -> Image.Image:
    """Taken with a telephone: light falls from one corner, and the page is a little askew."""
    shade = Image.linear_gradient("L").rotate(30, expand=True).crop((90, 90, 260, 260)).resize(image.size)
    shade = shade.point(lambda value: 255 - value // 2)
    return crooked(ImageChops.multiply(image, Image.merge("RGB", (shade, shade, shade))), -1.0)


def stamped(image: Image.Image, words: str, at: tuple[float, float], size: int = 40) -> Image.Image:
    """A stamp in red ink; ``at`` in parts of the page's width and height."""
    stamp = Image.new("RGB", image.size, "white")
    place = (at[0] * image.width, at[1] * image.height)
    ImageDraw.Draw(stamp).text(place, words, fill=(214, 30, 40), font=_font(size))
    return ImageChops.multiply(image, stamp)


def sealed(image: Image.Image, at: tuple[float, float], radius: float = 0.07) -> Image.Image:
    """A round red seal over the print; ``at`` is its middle in parts of the page."""
    seal = Image.new("RGB", image.size, "white")
    x, y, r = at[0] * image.width, at[1] * image.height, radius * image.width
    pen = ImageDraw.Draw(seal)
    for ring in (r, 0.8 * r, 0.25 * r):
        pen.ellipse((x - ring, y - ring, x + ring, y + ring), outline=(214, 30, 40), width=max(3, int(r / 14)))
    return ImageChops.multiply(image, seal)


def scan_pdf(path: Path, images: Sequence[Image.Image], dpi: int = 200) -> Path:
    """A PDF of pictures alone."""
    first, *others = images
    first.save(path, "PDF", resolution=dpi, save_all=True, append_images=others)
    return path


@cache
def _font(size: int) -> Any:
    return ImageFont.truetype(str(FONTS / "LiberationSerif-Bold.ttf"), size)
