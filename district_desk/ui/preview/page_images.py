"""Pages of a PDF or of a picture file as images. PDFium serves one thread at a time, so every call takes its turn
(domain.turns). A page that was scanned lying on its side or its head is turned as its reading says."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

from district_desk.domain.problems import Unreadable, UnreadableFile
from district_desk.domain.turns import PDFIUM

POINTS_PER_INCH: Final = 72
PICTURES: Final = frozenset({".png", ".jpg", ".jpeg", ".tif", ".tiff"})
"""Picture files whose pages can be shown."""
_A4_LONG: Final = 842.0
"""Points of the longer side of A4: a picture is shown as a page of that size, whatever its dots."""
_SIDEWAYS: Final = frozenset({5, 6, 7, 8})
"""Values of the EXIF mark of orientation by which width and height change places."""
_ORIENTATION: Final = 0x0112


class Pages(ABC):
    """Pages of an open file, counted from 0. ``turns`` tells by how many degrees clockwise (90, 180, 270) a page is
    turned to be shown."""

    def __init__(self, sizes: list[QSizeF], turns: Mapping[int, int] | None = None) -> None:
        self._own = sizes
        self._turns = dict(turns or {})

    def __len__(self) -> int:
        return len(self._own)

    def turned(self, number: int) -> int:
        """By how many degrees, clockwise, a page is turned."""
        return self._turns.get(number, 0)

    def own_size(self, number: int) -> QSizeF:
        """Width and height of a page as it is shown, in its own unit: points of a PDF, pixels of a picture."""
        size = self._own[number]
        return size.transposed() if self.turned(number) % 180 else size

    @abstractmethod
    def size(self, number: int) -> QSizeF:
        """Width and height of a page as it is shown, in points."""

    @abstractmethod
    def picture(self, number: int, scale: float) -> QImage:
        """The page drawn at ``scale`` device pixels a point, on white."""

    def close(self) -> None:
        """Lets the file go."""
        self._own = []


class PageImages(Pages):
    """An open PDF. ``source`` is its bytes or its path; raises UnreadableFile where PDFium cannot open it."""

    def __init__(self, source: bytes | Path, turns: Mapping[int, int] | None = None) -> None:
        import pypdfium2

        try:
            with PDFIUM:
                self._pdf: Any = pypdfium2.PdfDocument(source)
                sizes = [QSizeF(*self._pdf.get_page_size(number)) for number in range(len(self._pdf))]
        except (pypdfium2.PdfiumError, OSError) as fault:
            path = source if isinstance(source, Path) else Path()
            raise UnreadableFile(path, Unreadable.BROKEN_PDF, str(fault)) from fault
        super().__init__(sizes, turns)

    def size(self, number: int) -> QSizeF:
        return self.own_size(number)

    def picture(self, number: int, scale: float) -> QImage:
        with PDFIUM:
            page = self._pdf[number]
            bitmap = page.render(
                scale=scale, rotation=self.turned(number), fill_color=(255, 255, 255, 255), draw_annots=True,
                prefer_bgrx=True,
            )  # fmt: skip
            size = (bitmap.width, bitmap.height, bitmap.stride)
            image = QImage(bitmap.buffer, *size, QImage.Format.Format_RGB32).copy()
            bitmap.close()
            page.close()
        return image

    def close(self) -> None:
        with PDFIUM:
            self._pdf.close()
        super().close()


class PictureImages(Pages):
    """The pages of a PNG, JPG or TIFF file, turned as its EXIF mark says. The file is open only while a page of it is
    drawn; raises UnreadableFile where it is no picture."""

    def __init__(self, path: Path, turns: Mapping[int, int] | None = None) -> None:
        from PIL import Image, ImageSequence

        self._path = path
        try:
            with Image.open(path) as file:
                sizes = [_shown_size(frame) for frame in ImageSequence.Iterator(file)]
        except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as fault:
            raise UnreadableFile(path, Unreadable.BROKEN_PICTURE, str(fault)) from fault
        super().__init__(sizes, turns)

    def size(self, number: int) -> QSizeF:
        size = self.own_size(number)
        return size * (_A4_LONG / max(size.width(), size.height(), 1.0))

    def picture(self, number: int, scale: float) -> QImage:
        from PIL import Image, ImageOps

        size = self.size(number) * scale
        if self.turned(number) % 180:
            size.transpose()
        wanted = (max(1, round(size.width())), max(1, round(size.height())))
        with Image.open(self._path) as file:
            file.seek(number)
            file.draft("RGB", (max(wanted), max(wanted)))  # a photo is decoded no larger than it is shown
            page = ImageOps.exif_transpose(file.convert("RGB"))
        page = page.resize(wanted, reducing_gap=2.0).rotate(-self.turned(number), expand=True)
        line = page.width * 3
        return QImage(page.tobytes(), page.width, page.height, line, QImage.Format.Format_RGB888).copy()


def can_show(path: Path | None) -> bool:
    """Whether the pages of such a file can be shown, by its name."""
    return path is not None and path.suffix.lower() in {".pdf", *PICTURES}


def opened(path: Path, turns: Mapping[int, int] | None = None) -> Pages:
    """The pages of a PDF or of a picture file.

    Raises:
        UnreadableFile: it is neither, or broken.
    """
    return (PictureImages if path.suffix.lower() in PICTURES else PageImages)(path, turns)


def _shown_size(frame: Any) -> QSizeF:
    size = QSizeF(frame.width, frame.height)
    return size.transposed() if frame.getexif().get(_ORIENTATION) in _SIDEWAYS else size
