"""Pictures of pages: those of a PDF drawn, those of PNG, JPG and TIFF files opened, one after the other.

A picture is made ready for recognition here: the ink of seals and stamps is parted from black print, and a page that
was laid crooked on the glass is turned straight. Never more than a few pages are held at a time.
"""

import math
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from district_desk.domain.problems import Unreadable, UnreadableFile
from district_desk.domain.reading import Box
from district_desk.domain.turns import PDFIUM

if TYPE_CHECKING:
    from PIL.Image import Image

DPI: Final = 300
"""Dots an inch at which pages are drawn; Tesseract's models were made for about this."""
_POINTS: Final = 72
_TALL: Final = 3508
"""Rows of an A4 page at that resolution; a picture is brought near it."""
_LARGEST: Final = 120_000_000
"""Pixels of the largest picture that is opened: an A2 page at 600 dpi, or a bomb."""
_CROOKED: Final = 0.2
"""Degrees from which a page is turned."""
_CELL: Final = 16
"""Pixels of the square over which the paper's own shade is taken."""
_WHITE: Final = 225
"""Paper of at least this brightness, of 255, everywhere needs no more light."""
_INKED: Final = 40
"""By so much, of 255, is the red of stamp ink brighter than its green and blue."""


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture of a page; ``width`` and ``height`` are in the page's own unit: points
    for a PDF, pixels for a picture file."""

    number: int
    image: "Image"
    width: float
    height: float

    @property
    def unit(self) -> float:
        """How wide a pixel of the picture is on the page."""
        return self.width / self.image.width


@dataclass(frozen=True, slots=True)
class Turn:
    """How a picture was turned about its middle, in degrees; finds places on the picture as it was."""

    angle: float
    width: float
    height: float

    def applied(self, image: "Image") -> "Image":
        """The picture turned, white where nothing was."""
        from PIL.Image import Resampling

        return image.rotate(self.angle, Resampling.BICUBIC, fillcolor=255) if self.angle else image

    def back(self, box: Box) -> Box:
        """The place of a box of the turned picture on the picture as it was."""
        return self._moved(box, -math.radians(self.angle))

    def forth(self, box: Box) -> Box:
        """The place of a box of the picture as it was on the turned picture."""
        return self._moved(box, math.radians(self.angle))

    def _moved(self, box: Box, turn: float) -> Box:
        corners = [self._point(x, y, turn) for x in (box.left, box.right) for y in (box.top, box.bottom)]
        across, down = [x for x, _ in corners], [y for _, y in corners]
        return Box(min(across), min(down), max(across), max(down))

    def _point(self, x: float, y: float, turn: float) -> tuple[float, float]:
        x, y = x - self.width / 2, y - self.height / 2
        across = math.cos(turn) * x + math.sin(turn) * y
        return across + self.width / 2, math.cos(turn) * y - math.sin(turn) * x + self.height / 2


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    """A PDF, open; what PDFium finds broken in it is told of that file."""
    import pypdfium2

    try:
        with PDFIUM:
            document = pypdfium2.PdfDocument(path)
        try:
            yield document
        finally:
            with PDFIUM:
                document.close()
    except pypdfium2.PdfiumError as error:
        raise UnreadableFile(path, Unreadable.BROKEN_PDF) from error


def pages_of_pdf(path: Path, numbers: Iterable[int]) -> Generator[Picture, None, None]:
    """The pages of a PDF with these numbers (from 1), drawn.

    Raises:
        UnreadableFile: the file or a page of it is broken.
    """
    with _opened(path) as document:
        for number in numbers:
            with PDFIUM:
                if number > len(document):
                    return
                page = document[number - 1]
                width, height = page.get_size()
                scale = min(DPI / _POINTS, math.sqrt(_LARGEST / max(1.0, width * height)))
                image = page.render(scale=scale, may_draw_forms=False, rev_byteorder=True).to_pil()
                page.close()
            yield Picture(number, image, round(width, 1), round(height, 1))


def covered_pages(path: Path, numbers: Iterable[int]) -> list[int]:
    """Those of these pages (from 1) of a PDF of which a picture covers more than half."""
    from pypdfium2 import raw

    covered: list[int] = []
    with _opened(path) as document, PDFIUM:
        for number in numbers:
            page = document[number - 1]
            whole = page.get_width() * page.get_height()
            places = [each.get_bounds() for each in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])]
            page.close()
            if any(2 * (right - left) * (top - foot) > whole for left, foot, right, top in places):
                covered.append(number)
    return covered


def page_of(path: Path, number: int) -> Picture:
    """One page (from 1) of a PDF or of a picture file.

    Raises:
        UnreadableFile: there is no such page, or it is broken.
    """
    try:
        with path.open("rb") as file:
            is_pdf = b"%PDF-" in file.read(1024)
    except OSError as error:
        raise UnreadableFile(path, Unreadable.MISSING) from error
    try:
        with closing(pages_of_pdf(path, [number]) if is_pdf else pages_of_picture(path)) as pictures:
            return next(picture for picture in pictures if picture.number == number)
    except StopIteration as error:
        raise UnreadableFile(path, Unreadable.MISSING) from error


def pages_of_picture(path: Path) -> Generator[Picture, None, None]:
    """The pages of a PNG, JPG or TIFF file.

    Raises:
        UnreadableFile: the picture is broken or too large.
    """
    from PIL import Image, ImageOps, ImageSequence

    try:
        with Image.open(path) as file:
            for number, frame in enumerate(ImageSequence.Iterator(file), 1):
                if frame.width * frame.height > _LARGEST:
                    raise UnreadableFile(path, Unreadable.TOO_LARGE, str(path.stat().st_size))
                yield _sized(number, ImageOps.exif_transpose(frame.convert("RGB")))
    except (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError) as error:
        raise UnreadableFile(path, Unreadable.BROKEN_PICTURE) from error


def count_of_pictures(path: Path) -> int:
    """How many pages a PNG, JPG or TIFF file holds.

    Raises:
        UnreadableFile: it cannot be opened as a picture.
    """
    from PIL import Image

    try:
        with Image.open(path) as file:
            return int(getattr(file, "n_frames", 1))
    except (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError) as error:
        raise UnreadableFile(path, Unreadable.BROKEN_PICTURE) from error


def _sized(number: int, image: "Image") -> Picture:
    """A picture near the size for which recognition was made: letters of a small one are enlarged."""
    from PIL.Image import Resampling

    scale = _TALL / max(image.size)
    if 0.8 < scale < 1.4:
        return Picture(number, image, image.width, image.height)
    scale = min(scale, 3.0)
    size = (round(image.width * scale), round(image.height * scale))
    return Picture(number, image.resize(size, Resampling.BICUBIC), image.width, image.height)


def parted(image: "Image") -> tuple["Image", "Image | None"]:
    """The print of a page in grey without its red ink, and the red ink alone in grey; None where there is none."""
    from PIL import ImageChops

    red, green, blue = image.split()
    ink = ImageChops.subtract(red, ImageChops.lighter(green, blue))
    if ink.reduce(8).point(lambda value: 255 * (value > _INKED)).getbbox() is None:
        return red, None
    return red, ImageChops.invert(ink.point(lambda value: min(255, 2 * value)))


def turned(picture: Picture, degrees: int) -> Picture:
    """The picture of a page turned clockwise by 0, 90, 180 or 270 degrees."""
    from PIL.Image import Transpose

    if not degrees:
        return picture
    ways = {90: Transpose.ROTATE_270, 180: Transpose.ROTATE_180, 270: Transpose.ROTATE_90}
    image = picture.image.transpose(ways[degrees])
    if degrees == 180:
        return replace(picture, image=image)
    return Picture(picture.number, image, picture.height, picture.width)


def lies_on_its_side(image: "Image") -> bool:
    """Whether the lines of a grey page run up and down: its columns of pixels differ more than its rows."""
    from PIL.Image import Transpose

    small = image.reduce(max(1, image.width // 400)).point(lambda value: 255 - value)
    return _contrast(small.transpose(Transpose.ROTATE_90), 0) > _contrast(small, 0)


def lightened(image: "Image") -> "Image":
    """A grey page as if light fell on it evenly: how dark the paper is around is taken off (photos, thick bindings)."""
    from PIL import ImageChops, ImageFilter
    from PIL.Image import Resampling

    paper = image.reduce(_CELL).filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.GaussianBlur(2))
    if min(paper.tobytes()) > _WHITE:
        return image
    return ImageChops.add(image, ImageChops.invert(paper.resize(image.size, Resampling.BICUBIC)))


def straightened(image: "Image") -> tuple["Image", Turn]:
    """A grey page turned so that its lines lie level, and the turn; pages that lie straight are left as they are."""
    angle = _slope(image)
    turn = Turn(angle if abs(angle) >= _CROOKED else 0.0, image.width, image.height)
    return turn.applied(image), turn


def enlarged(image: "Image", box: Box) -> "Image":
    """A piece of a grey page at twice its size, in a white border: letters at a picture's edge are not seen."""
    from PIL import ImageOps

    left, top = max(0, round(box.left)), max(0, round(box.top))
    piece = image.crop((left, top, min(image.width, round(box.right)), min(image.height, round(box.bottom))))
    return ImageOps.expand(piece.resize((max(1, 2 * piece.width), max(1, 2 * piece.height))), 40, fill=255)


def _slope(image: "Image") -> float:
    """The angle in degrees that brings the lines level: where the rows of pixels differ most (Postl's method)."""
    small = image.reduce(max(1, image.width // 400))
    dark = small.point(lambda value: 255 - value)
    coarse = max((step / 2 for step in range(-8, 9)), key=lambda angle: _contrast(dark, angle))
    return max((coarse + step / 10 for step in range(-4, 5)), key=lambda angle: _contrast(dark, angle))


def _contrast(dark: "Image", angle: float) -> int:
    from PIL.Image import Resampling

    rows = dark.rotate(angle, Resampling.BILINEAR).resize((1, dark.height), Resampling.BOX).tobytes()
    return sum((above - below) ** 2 for above, below in pairwise(rows))
