"""Pages one under the other, drawn only when seen, at the pixels of the screen."""

from collections import OrderedDict
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from district_desk.ui.preview.page_images import Pages
from district_desk.ui.theme import colours

_GAP: Final = 14.0
_KEPT: Final = 64 << 20
"""Bytes of the pictures kept in memory, about 16 pages at full width; what is in sight is kept in any case."""
_LOGICAL_PER_POINT: Final = 96 / 72
ZOOMS: Final = (0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)


class PageView(QAbstractScrollArea):
    """Shows :class:`Pages`. ``page_changed`` carries the number of the page in sight, from 1."""

    page_changed = Signal(int)
    zoom_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: Pages | None = None
        self._tops: list[float] = []
        self._widest = 1.0  # points of the widest page
        self._zoom: float | None = None  # None: as wide as the window
        self._pictures: OrderedDict[tuple[int, int], QPixmap] = OrderedDict()
        self._current = 0
        self._drawing = QTimer(self)
        self._drawing.setSingleShot(True)
        self._drawing.setInterval(0)
        self._drawing.timeout.connect(self._draw_one)
        self.setAccessibleName("Các trang")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(self._tell_page)

    def show_pages(self, pages: Pages | None) -> None:
        """Shows these pages from the top; the caller keeps and closes them."""
        self._pages, self._current = pages, 0
        self._widest = max((pages.size(number).width() for number in range(len(pages))), default=1.0) if pages else 1.0
        self._pictures.clear()
        self._measure()
        self.verticalScrollBar().setValue(0)
        self._tell_page()

    @property
    def page(self) -> int:
        """The page in sight, from 1; 0 where there is none."""
        return self._current

    @property
    def scale(self) -> float:
        """Logical pixels a point."""
        if self._zoom is not None:
            return self._zoom * _LOGICAL_PER_POINT
        return max(0.1, (self.viewport().width() - 2 * _GAP) / self._widest)

    def go_to(self, page: int) -> None:
        """Brings the top of a page, from 1, into sight."""
        if self._tops:
            top = self._tops[min(max(page, 1), len(self._tops)) - 1]
            self.verticalScrollBar().setValue(int(top - _GAP / 2))

    def fit_width(self) -> None:
        """Pages as wide as the window."""
        self._set_zoom(None)

    def zoom_by(self, steps: int) -> None:
        """The next larger or smaller of the usual sizes."""
        now = self.scale / _LOGICAL_PER_POINT
        larger = [zoom for zoom in ZOOMS if zoom > now * 1.01]
        smaller = [zoom for zoom in ZOOMS if zoom < now * 0.99]
        self._set_zoom((larger or ZOOMS[-1:])[0] if steps > 0 else (smaller or ZOOMS[:1])[-1])

    def _set_zoom(self, zoom: float | None) -> None:
        page = self._current
        self._zoom = zoom
        self._measure()
        self.go_to(page)
        self.zoom_changed.emit()

    def _measure(self) -> None:
        self._tops, top = [], _GAP
        for number in range(len(self._pages) if self._pages else 0):
            self._tops.append(top)
            top += self._size(number).height() + _GAP
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(40)
        bar.setRange(0, max(0, int(top - self.viewport().height())))
        widest = max((self._size(n).width() for n in range(len(self._tops))), default=0.0) + 2 * _GAP
        self.horizontalScrollBar().setRange(0, max(0, int(widest - self.viewport().width())))
        self.viewport().update()

    def _size(self, number: int) -> QSizeF:
        return self._pages.size(number) * self.scale if self._pages else QSizeF()

    def place_of(self, number: int) -> QRectF:
        """Where a page, counted from 0, lies in the viewport."""
        size = self._size(number)
        left = max(_GAP, (self.viewport().width() - size.width()) / 2) - self.horizontalScrollBar().value()
        return QRectF(QPointF(left, self._tops[number] - self.verticalScrollBar().value()), size)

    def _seen(self) -> list[int]:
        area = QRectF(self.viewport().rect())
        return [number for number in range(len(self._tops)) if self.place_of(number).intersects(area)]

    def _key(self, number: int) -> tuple[int, int]:
        return number, round(self._size(number).width() * self.devicePixelRatioF())

    def _draw_one(self) -> None:
        missing = [number for number in self._seen() if self._key(number) not in self._pictures]
        if not missing or self._pages is None:
            return
        picture = QPixmap.fromImage(self._pages.picture(missing[0], self.scale * self.devicePixelRatioF()))
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        self._pictures[self._key(missing[0])] = picture
        self._forget(len(self._seen()))
        self.viewport().update()

    def _forget(self, least: int) -> None:
        """Lets the pictures go that were out of sight the longest, until the rest fits; ``least`` are kept."""
        held = sum(_bytes_of(picture) for picture in self._pictures.values())
        while held > _KEPT and len(self._pictures) > least:
            held -= _bytes_of(self._pictures.popitem(last=False)[1])

    def _tell_page(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() / 3
        page = sum(1 for top in self._tops if top <= middle)
        page = max(page, 1) if self._tops else 0
        if page != self._current:
            self._current = page
            self.page_changed.emit(page)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), QColor(colours().header))
        is_complete = True
        for number in self._seen():
            place, picture = self.place_of(number), self._pictures.get(self._key(number))
            painter.fillRect(place, QColor("white"))
            if picture is not None:
                self._pictures.move_to_end(self._key(number))
                painter.drawPixmap(place.topLeft(), picture)
            is_complete &= picture is not None
            self.paint_over(painter, number, place)
            painter.setPen(QColor(colours().line))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))
        if not is_complete:
            self._drawing.start()

    def paint_over(self, painter: QPainter, number: int, place: QRectF) -> None:
        """What lies over a page (from 0) that is shown at ``place``; nothing here."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        page = self._current
        self._measure()
        if self._zoom is None and page > 1:
            self.go_to(page)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        del dx, dy
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)


def _bytes_of(picture: QPixmap) -> int:
    return picture.width() * picture.height() * 4
