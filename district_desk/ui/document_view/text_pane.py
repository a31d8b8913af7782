"""The laid-out text with its lights. Lights are painted under the words at each paint, only where one looks, so a
hundred pages cost no more than one and a move of the clerk never lays the text out again."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip, QWidget

from district_desk.domain.reading import Reading, Span
from district_desk.ui.document_view import sheet
from district_desk.ui.document_view.ink import ink
from district_desk.ui.document_view.lights import FILLED, Light, LightKind, at

GUTTER: Final = 46


class TextPane(QTextEdit):
    """Read-only text. ``lit_clicked`` carries the Light under a click, ``words_selected`` the Span that was selected
    (or None when nothing is selected any more)."""

    lit_clicked = Signal(object)
    words_selected = Signal(object)
    menu_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lights: tuple[Light, ...] = ()
        self._loose: tuple[Span, ...] = ()
        self._doubts: tuple[Span, ...] = ()
        self._chosen: Span | None = None
        self._chosen_item = 0
        self._names: dict[str, str] = {}
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Nội dung văn bản")
        self.viewport().setMouseTracking(True)
        self.document().setDocumentMargin(12)
        self._pressed = QPoint()
        self._dress()
        self.selectionChanged.connect(self._tell_selection)

    # --- what is shown -------------------------------------------------------------------------------------------
    def show_text(self, text: str, reading: Reading | None) -> None:
        """Lays the text out; lights are given afterwards."""
        self._lights, self._loose, self._chosen, self._chosen_item = (), (), None, 0
        self._doubts = tuple(word.span for _, word in reading.doubts()) if reading else ()
        self.document().setDefaultFont(self._serif())
        sheet.lay_out(self.document(), text, reading)
        frame = self.document().rootFrame().frameFormat()
        frame.setLeftMargin(GUTTER + 10)
        frame.setTopMargin(10)
        frame.setRightMargin(18)
        self.document().rootFrame().setFrameFormat(frame)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def show_lights(self, lights: tuple[Light, ...], loose: tuple[Span, ...]) -> None:
        """Lights and stretches that belong to no item; nothing is laid out again."""
        self._lights, self._loose = lights, loose
        self.viewport().update()

    def choose(self, span: Span | None, *, item: int = 0) -> None:
        """Outlines a stretch and washes the item it belongs to; scrolls only when it is out of sight."""
        self._chosen, self._chosen_item = span, item
        if span is not None:
            self._bring_into_sight(span)
        self.viewport().update()

    def select(self, span: Span) -> None:
        """Selects words as the mouse would."""
        cursor = self._cursor_at(span.start)
        cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def clear_selection(self) -> None:
        """Nothing is selected any more."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def name_fields(self, names: dict[str, str]) -> None:
        """What the fields are called, for tooltips."""
        self._names = names

    def _bring_into_sight(self, span: Span) -> None:
        self._lay_out_to_the_end()
        top = self.cursorRect(self._cursor_at(span.start)).top()
        bottom = self.cursorRect(self._cursor_at(span.end)).bottom()
        height = self.viewport().height()
        if top < 0 or min(bottom, top + height // 2) > height:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + top - height // 4)

    def _lay_out_to_the_end(self) -> None:
        """The sheet is laid out lazily and the scroll bar reaches no further than that."""
        self.document().documentLayout().blockBoundingRect(self.document().lastBlock())
        bar = self.verticalScrollBar()
        bar.setMaximum(max(bar.maximum(), int(self.document().size().height()) - self.viewport().height()))

    def _cursor_at(self, offset: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(max(offset, 0), self.document().characterCount() - 1))
        return cursor

    def _serif(self) -> QFont:
        font = QFont(self.font())
        font.setFamilies(["Liberation Serif", "Times New Roman", "DejaVu Serif"])
        font.setPointSizeF(self.font().pointSizeF() * 1.25)
        return font

    def _dress(self) -> None:
        """No frame of its own: the sheet lies in the frame of the view."""
        self.setStyleSheet("QTextEdit, QTextEdit:focus { border: none; padding: 0; border-radius: 0; }")

    # --- asking --------------------------------------------------------------------------------------------------
    def selected_span(self) -> Span | None:
        """What is selected now, without blanks at its ends."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        words = self.document().toRawText()[start:end]
        bare = words.strip(" \t\u2029*#")
        if not bare:
            return None
        shift = words.index(bare)
        return Span(start + shift, start + shift + len(bare))

    def offset_at(self, point: QPoint) -> int | None:
        """The offset under a point of the viewport, None beside the words."""
        scrolled = QPointF(point) + QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        hit = self.document().documentLayout().hitTest(scrolled, Qt.HitTestAccuracy.ExactHit)
        return hit if hit >= 0 else None

    def light_at(self, point: QPoint) -> Light | None:
        """The innermost light under a point; in the margin, the item beside it."""
        if point.x() < GUTTER:
            offset = self.cursorForPosition(QPoint(GUTTER + 24, point.y())).position()
            return at((light for light in self._lights if light.kind not in FILLED), offset)
        offset_here = self.offset_at(point)
        return None if offset_here is None else at(self._lights, offset_here)

    def rect_of(self, span: Span) -> QRect:
        """The rectangle of the end of a stretch, in the viewport."""
        return self.cursorRect(self._cursor_at(span.end))

    def title_of(self, light: Light) -> str:
        """What a light is, in words."""
        name = self._names.get(light.key, "")
        title = f"Mục {light.title} – {name}" if light.title and name else name
        return f"{title} ({light.note})" if light.note else title

    # --- events --------------------------------------------------------------------------------------------------
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        is_click = (point - self._pressed).manhattanLength() < 4 and event.button() == Qt.MouseButton.LeftButton
        if is_click and not self.textCursor().hasSelection() and (light := self.light_at(point)):
            self.lit_clicked.emit(light)
        self._tell_selection()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        is_lit = event.buttons() == Qt.MouseButton.NoButton and self.light_at(event.position().toPoint())
        shape = Qt.CursorShape.PointingHandCursor if is_lit else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        super().keyReleaseEvent(event)
        if event.key() == Qt.Key.Key_Shift:
            self._tell_selection()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if light := at(self._lights, self.textCursor().position()):
                self.lit_clicked.emit(light)
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            light = self.light_at(event.pos())
            QToolTip.showText(event.globalPos(), self.title_of(light) if light else "", self)
            return True
        return super().viewportEvent(event)

    def _tell_selection(self) -> None:
        from PySide6.QtGui import QGuiApplication

        if QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton or not self.textCursor().hasSelection():
            self.words_selected.emit(self.selected_span() if self.textCursor().hasSelection() else None)

    # --- painting ------------------------------------------------------------------------------------------------
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first, last = self._visible()
        seen = [light for light in self._lights if light.span.start < last and light.span.end > first]
        self._paint_margin(painter, seen, first, last)
        for light in seen:
            if light.item == self._chosen_item and self._chosen_item and light.kind not in FILLED:
                self._wash(painter, light.span, ink().chosen_item)
        for light in seen:
            if light.kind in FILLED:
                self._wash(painter, light.span, ink().washes[light.kind])
        self._mark_doubts(painter, first, last)
        painter.end()
        super().paintEvent(event)
        if self._chosen and self._chosen.start < last and self._chosen.end > first:
            self._outline(self._chosen)

    def _visible(self) -> tuple[int, int]:
        area = self.viewport().rect()
        self.cursorForPosition(area.bottomRight())  # lays out lazily; the first answer after a change is not yet true
        block = self.cursorForPosition(area.bottomRight()).block()
        return self._first_in_sight(block), block.position() + block.length()

    def _first_in_sight(self, last: QTextBlock) -> int:
        """Where the first line in sight begins, from the last one upwards; Qt answers wrong until all is laid out."""
        layout, top = self.document().documentLayout(), self.verticalScrollBar().value()
        while last.previous().isValid() and layout.blockBoundingRect(last).top() > top:
            last = last.previous()
        return last.position()

    def _mark_doubts(self, painter: QPainter, first: int, last: int) -> None:
        """Dots under the words that recognition is not sure of."""
        painter.setPen(QPen(ink().doubt, 1.6, Qt.PenStyle.DotLine))
        for span in self._doubts:
            if span.start < last and span.end > first:
                for rect in self._rects(span):
                    painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _wash(self, painter: QPainter, span: Span, colour: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for rect in self._rects(span):
            painter.drawRoundedRect(rect.adjusted(-1, 0, 1, 0), 2, 2)

    def _outline(self, span: Span) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        kind = next((light.kind for light in self._lights if light.span == span), LightKind.ITEM)
        painter.setPen(QPen(ink().outlines[kind], 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if kind in FILLED:
            for rect in self._rects(span):
                painter.drawRoundedRect(rect.adjusted(-1.5, 0.5, 1.5, -0.5), 3, 3)
        painter.end()

    def _paint_margin(self, painter: QPainter, seen: list[Light], first: int, last: int) -> None:
        for light in seen:
            if light.kind not in FILLED:
                is_chosen = bool(self._chosen_item) and light.item == self._chosen_item
                self._bar(painter, light.span, ink().outlines[light.kind], 3.0 if is_chosen else 2.0)
                self._label(painter, light, is_chosen)
        for span in self._loose:
            if span.start < last and span.end > first:
                self._bar(painter, span, ink().loose, 0)

    def _bar(self, painter: QPainter, span: Span, colour: QColor, width: float) -> None:
        rects = list(self._rects(span))
        if not rects:
            return
        pen = QPen(colour, width or 2.0)
        pen.setStyle(Qt.PenStyle.SolidLine if width else Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(GUTTER + 2, rects[0].top() + 2), QPointF(GUTTER + 2, rects[-1].bottom() - 2))

    def _label(self, painter: QPainter, light: Light, is_chosen: bool) -> None:  # noqa: FBT001 (a fact of the paint)
        rect = next(self._rects(light.span), None)
        if rect is None:
            return
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.85)
        font.setBold(is_chosen)
        painter.setFont(font)
        painter.setPen(ink().outlines[light.kind])
        place = QRectF(2, rect.top(), GUTTER - 8, rect.height())
        text = painter.fontMetrics().elidedText(light.title, Qt.TextElideMode.ElideLeft, int(place.width()))
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)

    def _rects(self, span: Span) -> Iterator[QRectF]:
        """The line rectangles of a stretch in the viewport, without what is far out of sight."""
        layout = self.document().documentLayout()
        shift = QPointF(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        block: QTextBlock = self.document().findBlock(span.start)
        while block.isValid() and block.position() < span.end:
            corner = layout.blockBoundingRect(block).topLeft() + shift
            if corner.y() > self.viewport().height() + 50:
                return
            yield from _lines(block, span, corner)
            block = block.next()


def _lines(block: QTextBlock, span: Span, corner: QPointF) -> Iterator[QRectF]:
    layout = block.layout()
    start, end = span.start - block.position(), span.end - block.position()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if first < last:
            left, right = _x(line.cursorToX(first)), _x(line.cursorToX(last))
            yield QRectF(left, line.y(), right - left, line.height()).translated(corner)


def _x(answer: object) -> float:
    """``cursorToX`` answers a number or a pair, by its form."""
    return float(answer[0] if isinstance(answer, tuple) else answer)  # type: ignore[arg-type]
