"""What is painted over the picture of a page: grounds under values, bars and titles of items, dots under doubtful words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from district_desk.domain.reading import Box, ScannedPage, Span
from district_desk.ui.document_view.ink import Ink, paper_ink
from district_desk.ui.document_view.lights import FILLED, Light


@dataclass(frozen=True, slots=True)
class Lit:
    """A light with its rectangles on one page, in the page's own unit."""

    light: Light
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class PageBrush:
    """Paints on a page whose corner lies at ``corner`` and whose unit is ``factor`` pixels wide."""

    painter: QPainter
    page: ScannedPage
    factor: float
    corner: QPointF
    ink: Ink = field(default_factory=paper_ink)

    def wash(self, lit: Iterable[Lit], chosen_item: int) -> None:
        """Grounds of values and of the chosen item: multiplied with the print, so that no letter pales."""
        self.painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        self.painter.setPen(Qt.PenStyle.NoPen)
        for each in sorted(lit, key=lambda one: one.light.kind in FILLED):
            if each.light.kind in FILLED:
                self.painter.setBrush(self.ink.washes[each.light.kind])
            elif chosen_item and each.light.item == chosen_item:
                self.painter.setBrush(self.ink.chosen_item)
            else:
                continue
            self.painter.drawPath(self._shape(each.boxes, 1.0))
        self.painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)

    def margin(self, lit: Iterable[Lit], loose: Iterable[Span], chosen_item: int) -> None:
        """A bar beside every item with its place in the tree, a dotted one beside what belongs to no item."""
        edge = min((word.box.left for word in self.page.words), default=0.0) * self.factor + self.corner.x() - 6
        for each in lit:
            if each.light.kind not in FILLED:
                rects, colour = self._rects(each.boxes), self.ink.outlines[each.light.kind]
                is_chosen = bool(chosen_item) and each.light.item == chosen_item
                self._bar(rects, edge, QPen(colour, 3.0 if is_chosen else 2.0))
                room = QRectF(self.corner.x() + 1, rects[0].top(), edge - self.corner.x() - 6, rects[0].height())
                self._title(each.light.title, room, colour)
        for span in loose:
            if is_on(self.page, span):
                self._bar(self._rects(self.page.lit(span)), edge, QPen(self.ink.loose, 2.0, Qt.PenStyle.DotLine))

    def doubts(self) -> None:
        """Dots under the words that recognition is not sure of."""
        self.painter.setPen(QPen(self.ink.doubt, 1.6, Qt.PenStyle.DotLine))
        for rect in self._rects(word.box for word in self.page.words if word.doubtful):
            self.painter.drawLine(rect.bottomLeft() + QPointF(0, 1.5), rect.bottomRight() + QPointF(0, 1.5))

    def outline(self, span: Span, colour: QColor) -> None:
        """A line round the value that is chosen."""
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.setPen(QPen(colour, 1.8))
        self.painter.drawPath(self._shape(self.page.lit(span), 2.5))

    def _shape(self, boxes: Iterable[Box], edge: float) -> QPainterPath:
        """One shape round rectangles that may overlap, wider by ``edge`` pixels."""
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        for rect in self._rects(boxes):
            path.addRoundedRect(rect.adjusted(-edge, -edge, edge, edge), edge, edge)
        return path.simplified()

    def _rects(self, boxes: Iterable[Box]) -> list[QRectF]:
        return [scaled(box, self.factor, self.corner) for box in boxes]

    def _bar(self, rects: Sequence[QRectF], x: float, pen: QPen) -> None:
        if rects:
            self.painter.setPen(pen)
            top, bottom = min(rect.top() for rect in rects), max(rect.bottom() for rect in rects)
            self.painter.drawLine(QPointF(x, top + 1), QPointF(x, bottom - 1))

    def _title(self, title: str, room: QRectF, colour: QColor) -> None:
        font = QFont(self.painter.font())
        font.setPointSizeF(font.pointSizeF() * 0.85)
        self.painter.save()
        self.painter.setFont(font)
        self.painter.setPen(colour)
        metrics = self.painter.fontMetrics()
        room = room.adjusted(0, min(0.0, room.height() - metrics.height()), 0, 0)
        said = metrics.elidedText(title, Qt.TextElideMode.ElideLeft, int(room.width()))
        self.painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, said)
        self.painter.restore()


def paint_drawn(painter: QPainter, rect: QRectF) -> None:
    """The rectangle that the person draws or has drawn."""
    ink = paper_ink()
    wash = QColor(ink.drawn)
    wash.setAlpha(28)
    painter.setPen(QPen(ink.drawn, 1.5, Qt.PenStyle.DashLine))
    painter.setBrush(wash)
    painter.drawRect(rect)


def is_on(page: ScannedPage, span: Span) -> bool:
    """Whether a stretch of the text reaches into a page."""
    return bool(page.words) and span.start < page.words[-1].span.end and span.end > page.words[0].span.start


def scaled(box: Box, factor: float, corner: QPointF) -> QRectF:
    """A rectangle of a page where it is shown."""
    left, top = box.left * factor + corner.x(), box.top * factor + corner.y()
    return QRectF(left, top, (box.right - box.left) * factor, (box.bottom - box.top) * factor)
