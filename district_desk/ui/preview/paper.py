"""Page pictures onto a printer, one page at a time between the events of the window, so that it never freezes."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMarginsF, QObject, QSizeF, QTimer, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter

from district_desk.ui.preview.page_images import POINTS_PER_INCH, PageImages

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

DPI: Final = 300


class PrintRun(QObject):
    """Prints pages ``first`` to ``last``, counted from 1, as pictures at 300 dpi.

    Signals:
        progressed(int, int): pages done, pages in all.
        finished(bool): True when every page was sent, False when it was stopped or the printer refused.
    """

    progressed = Signal(int, int)
    finished = Signal(bool)

    def __init__(self, pages: PageImages, printer: "QPrinter", span: tuple[int, int], parent: QObject) -> None:
        super().__init__(parent)
        self._pages, self._printer = pages, printer
        self._numbers = list(range(span[0] - 1, span[1]))
        self._done = 0
        self._painter = QPainter()
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._print_one)

    def begin(self) -> None:
        """Opens the printer and goes on by itself."""
        self._printer.setResolution(DPI)
        self._printer.setFullPage(True)
        self._shape_page(self._numbers[0])
        if self._painter.begin(self._printer):
            self._next.start()
        else:
            self.finished.emit(False)

    def stop(self) -> None:
        """Sends no further page."""
        self._next.stop()
        if self._painter.isActive():
            self._printer.abort()
            self._painter.end()
            self.finished.emit(False)

    def _print_one(self) -> None:
        number = self._numbers[self._done]
        if self._done:
            self._shape_page(number)
            self._printer.newPage()
        picture = self._pages.picture(number, DPI / POINTS_PER_INCH)
        self._painter.drawImage(self._painter.viewport(), picture)
        self._done += 1
        self.progressed.emit(self._done, len(self._numbers))
        if self._done < len(self._numbers):
            self._next.start()
        else:
            self._painter.end()
            self.finished.emit(True)

    def _shape_page(self, number: int) -> None:
        size = self._pages.size(number)
        is_wide = size.width() > size.height()
        upright = QSizeF(min(size.width(), size.height()), max(size.width(), size.height()))
        orientation = QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait
        page_size = QPageSize(upright, QPageSize.Unit.Point)
        self._printer.setPageLayout(QPageLayout(page_size, orientation, QMarginsF(0, 0, 0, 0)))
