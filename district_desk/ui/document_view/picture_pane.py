"""The pages of a scan as they lie, with everything that was read lit where it was printed.

What lies on a page is counted only for pages in sight and kept until the lights change, so that a file of five hundred
pages costs no more than one. A rectangle drawn with the mouse takes the words under it, and can be read again.
"""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QFrame, QToolTip, QWidget

from district_desk.domain.reading import Box, Reading, ScannedPage, Span
from district_desk.ui.document_view.lights import FILLED, Light, LightKind
from district_desk.ui.document_view.page_brush import Lit, PageBrush, is_on, paint_drawn, scaled
from district_desk.ui.preview.page_images import Pages
from district_desk.ui.preview.page_view import PageView

_SLIP: Final = 4
"""Pixels that a hand moves in a click."""
_ZOOM_KEYS: Final = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle that was drawn on a page (from 1), in the page's own unit, and the words under it."""

    page: int
    box: Box
    span: Span | None


class PicturePane(PageView):
    """Pages with lights. ``lit_clicked`` carries the Light under a click, ``region_drawn`` the Region that was drawn
    (None when there is none any more), ``menu_wanted`` the place of a menu on the screen."""

    lit_clicked = Signal(object)
    region_drawn = Signal(object)
    menu_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scanned: dict[int, ScannedPage] = {}
        self._lights: tuple[Light, ...] = ()
        self._loose: tuple[Span, ...] = ()
        self._on_page: dict[int, tuple[Lit, ...]] = {}
        self._chosen: Span | None = None
        self._chosen_item = 0
        self._names: dict[str, str] = {}
        self._pressed: QPoint | None = None
        self._drawing_to: QPoint | None = None
        self.region: Region | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName("Ảnh các trang của văn bản")

    # --- what is shown -------------------------------------------------------------------------------------------
    def show_scan(self, pages: Pages | None, reading: Reading | None) -> None:
        """Shows these pages from the top; lights are given afterwards, the caller closes the pages."""
        self._scanned = {page.number: page for page in reading.scanned} if reading else {}
        self._chosen, self._chosen_item, self.region = None, 0, None
        self._lights, self._loose, self._on_page = (), (), {}
        self.show_pages(pages)

    def show_lights(self, lights: tuple[Light, ...], loose: tuple[Span, ...]) -> None:
        """Lights, and stretches that belong to no item."""
        self._lights, self._loose, self._on_page = lights, loose, {}
        self.viewport().update()

    def name_fields(self, names: dict[str, str]) -> None:
        """What the fields are called, for tooltips."""
        self._names = names

    def choose(self, span: Span | None, *, item: int = 0) -> None:
        """Outlines a stretch and washes the item it belongs to; scrolls only when it is out of sight."""
        self._chosen, self._chosen_item = span, item
        place = self._place_of(span) if span else None
        if place is not None:
            self._bring_into_sight(place)
        self.viewport().update()

    def clear_region(self) -> None:
        """Nothing is drawn any more."""
        if self.region is not None:
            self.region = None
            self.region_drawn.emit(None)
        self.viewport().update()

    def select(self, span: Span) -> None:
        """Draws the rectangle round a stretch, as the mouse would; of one that goes over pages, round its beginning."""
        found = self.first_place(span)
        if found is not None:
            self.region = Region(*found, span)
            self._bring_into_sight(self._shown(*found))
            self.region_drawn.emit(self.region)
            self.viewport().update()

    # --- asking --------------------------------------------------------------------------------------------------
    @property
    def knows_places(self) -> bool:
        """Whether the pages were read by sight, so that words have places on them."""
        return bool(self._scanned)

    def first_place(self, span: Span) -> tuple[int, Box] | None:
        """The page, from 1, on which a stretch begins, and the rectangle round all of it there."""
        for page in self._scanned.values():
            if is_on(page, span) and (boxes := list(page.lit(span))):
                whole = boxes[0]
                for box in boxes[1:]:
                    whole = whole.joined(box)
                return page.number, whole
        return None

    def rect_of_region(self) -> QRect:
        """Where the drawn rectangle lies in the viewport."""
        return self._shown(self.region.page, self.region.box).toRect() if self.region else QRect()

    def light_at(self, point: QPoint) -> Light | None:
        """The innermost light under a point of the viewport."""
        hit = self._spot(point)
        if hit is None:
            return None
        number, x, y = hit
        held = [lit.light for lit in self._lit(number) if any(box.holds(x, y) for box in lit.boxes)]
        return min(held, key=lambda light: light.span.end - light.span.start, default=None)

    def title_of(self, light: Light) -> str:
        """What a light is, in words."""
        name = self._names.get(light.key, "")
        title = f"Mục {light.title} – {name}" if light.title and name else name
        return f"{title} ({light.note})" if light.note else title

    # --- places --------------------------------------------------------------------------------------------------
    def _factor(self, number: int, place: QRectF) -> float:
        """Pixels of the screen for one unit of a page, from 1."""
        page = self._scanned.get(number)
        width = page.width if page else self._own_width(number)
        return place.width() / max(1.0, width)

    def _own_width(self, number: int) -> float:
        return self._pages.own_size(number - 1).width() if self._pages else 1.0

    def _shown(self, number: int, box: Box) -> QRectF:
        """Where a rectangle of a page, from 1, lies in the viewport."""
        place = self.place_of(number - 1)
        return scaled(box, self._factor(number, place), place.topLeft())

    def _spot(self, point: QPoint) -> tuple[int, float, float] | None:
        """The page, from 1, under a point of the viewport, and the place on it in its own unit."""
        for at in self._seen():
            place = self.place_of(at)
            if place.contains(QPointF(point)):
                factor = self._factor(at + 1, place)
                return at + 1, (point.x() - place.left()) / factor, (point.y() - place.top()) / factor
        return None

    def _place_of(self, span: Span) -> QRectF | None:
        found = self.first_place(span)
        return self._shown(*found) if found and found[0] <= len(self._tops) else None

    def _bring_into_sight(self, place: QRectF) -> None:
        area = self.viewport().rect()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        if place.top() < 0 or min(place.bottom(), place.top() + area.height() / 2) > area.height():
            down.setValue(int(down.value() + place.top() - area.height() / 4))
        if place.left() < 0 or min(place.right(), place.left() + area.width() / 2) > area.width():
            across.setValue(int(across.value() + place.left() - area.width() / 6))

    def _lit(self, number: int) -> tuple[Lit, ...]:
        """The lights on a page, from 1."""
        page = self._scanned.get(number)
        if page is None:
            return ()
        if number not in self._on_page:
            found = (Lit(light, tuple(page.lit(light.span))) for light in self._lights if is_on(page, light.span))
            self._on_page[number] = tuple(lit for lit in found if lit.boxes)
        return self._on_page[number]

    # --- events --------------------------------------------------------------------------------------------------
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()
            self.clear_region()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._pressed is not None and (point - self._pressed).manhattanLength() > _SLIP:
            self._drawing_to = point
            self.viewport().update()
        elif self._pressed is None:
            is_lit = self.light_at(point) is not None
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if is_lit else Qt.CursorShape.CrossCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        pressed, drawn_to = self._pressed, self._drawing_to
        self._pressed = self._drawing_to = None
        if drawn_to is not None:
            self._draw(pressed, drawn_to)
        elif light := self.light_at(pressed):
            self.lit_clicked.emit(light)

    def _draw(self, first: QPoint, last: QPoint) -> None:
        start = self._spot(first)
        if start is not None:
            number, x, y = start
            place = self.place_of(number - 1)
            factor, end = self._factor(number, place), _within(QPointF(last), place)
            right, bottom = (end.x() - place.left()) / factor, (end.y() - place.top()) / factor
            box = Box(min(x, right), min(y, bottom), max(x, right), max(y, bottom))
            page = self._scanned.get(number)
            self.region = Region(number, box, page.under(box) if page else None)
            self.region_drawn.emit(self.region)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ZOOM_KEYS:
            self.zoom_by(_ZOOM_KEYS[key])
        elif key == Qt.Key.Key_0:
            self.fit_width()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._step(1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._chosen is not None:
            light = next((each for each in self._lights if each.span == self._chosen), None)
            if light is not None:
                self.lit_clicked.emit(light)
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        """Chooses the light after the chosen one, or before it."""
        lights = [light for light in self._lights if light.kind in FILLED]
        if lights:
            spans = [light.span for light in lights]
            at = spans.index(self._chosen) + by if self._chosen in spans else 0
            light = lights[at % len(lights)]
            self.choose(light.span, item=light.item)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.region is None and self._chosen is not None and event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.select(self._chosen)
        self.menu_wanted.emit(event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            light = self.light_at(event.pos())
            QToolTip.showText(event.globalPos(), self.title_of(light) if light else "", self)
            return True
        return super().viewportEvent(event)

    # --- painting ------------------------------------------------------------------------------------------------
    def paint_over(self, painter: QPainter, number: int, place: QRectF) -> None:
        page = self._scanned.get(number + 1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if page is not None:
            brush = PageBrush(painter, page, self._factor(page.number, place), place.topLeft())
            lit = self._lit(page.number)
            brush.wash(lit, self._chosen_item)
            brush.margin(lit, self._loose, self._chosen_item)
            brush.doubts()
            self._outline_chosen(brush)
        rect = self._drawn_on(number + 1)
        if not rect.isNull():
            paint_drawn(painter, rect)
        painter.restore()

    def _outline_chosen(self, brush: PageBrush) -> None:
        """What is chosen is outlined; an item has its ground and its bar already."""
        if self._chosen is not None and is_on(brush.page, self._chosen):
            kinds = {light.kind for light in self._lights if light.span == self._chosen}
            if not kinds or kinds & FILLED:
                brush.outline(self._chosen, brush.ink.outlines[min(kinds & FILLED, default=LightKind.FIELD)])

    def _drawn_on(self, number: int) -> QRectF:
        """The rectangle that is being drawn, or was, on a page from 1."""
        if self._pressed is not None and self._drawing_to is not None:
            start = self._spot(self._pressed)
            if start is not None and start[0] == number:
                end = _within(QPointF(self._drawing_to), self.place_of(number - 1))
                return QRectF(QPointF(self._pressed), end).normalized()
        elif self.region is not None and self.region.page == number:
            return self._shown(number, self.region.box)
        return QRectF()


def _within(point: QPointF, place: QRectF) -> QPointF:
    return QPointF(
        min(max(point.x(), place.left()), place.right()), min(max(point.y(), place.top()), place.bottom())
    )  # fmt: skip
