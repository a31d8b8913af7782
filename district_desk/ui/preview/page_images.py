"""Pages of a PDF as pictures. PDFium serves one thread at a time, so every call takes its turn (domain.turns)."""

from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

from district_desk.domain.problems import Unreadable, UnreadableFile
from district_desk.domain.turns import PDFIUM

POINTS_PER_INCH: Final = 72


class PageImages:
    """An open PDF. ``source`` is its bytes or its path; raises UnreadableFile where PDFium cannot open it."""

    def __init__(self, source: bytes | Path) -> None:
        import pypdfium2

        try:
            with PDFIUM:
                self._pdf: Any = pypdfium2.PdfDocument(source)
                self._sizes = [QSizeF(*self._pdf.get_page_size(number)) for number in range(len(self._pdf))]
        except (pypdfium2.PdfiumError, OSError) as fault:
            path = source if isinstance(source, Path) else Path()
            raise UnreadableFile(path, Unreadable.BROKEN_PDF, str(fault)) from fault

    def __len__(self) -> int:
        return len(self._sizes)

    def size(self, number: int) -> QSizeF:
        """Width and height of a page, counted from 0, in points."""
        return self._sizes[number]

    def picture(self, number: int, scale: float) -> QImage:
        """The page drawn at ``scale`` device pixels a point, on white."""
        with PDFIUM:
            page = self._pdf[number]
            bitmap = page.render(scale=scale, fill_color=(255, 255, 255, 255), draw_annots=True, prefer_bgrx=True)
            size = (bitmap.width, bitmap.height, bitmap.stride)
            image = QImage(bitmap.buffer, *size, QImage.Format.Format_RGB32).copy()
            bitmap.close()
            page.close()
        return image

    def close(self) -> None:
        """Lets the file go."""
        with PDFIUM:
            self._pdf.close()
        self._sizes = []
