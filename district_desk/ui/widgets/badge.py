"""A badge: a state as a word, a shape and a colour together, so that none of the three is needed alone."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygonF

from district_desk.ui.theme import Tone, colours


class Shape(Enum):
    """The mark in front of the word."""

    RING = "ring"  # nothing has begun
    DISC = "disc"  # under way
    TICK = "tick"  # done
    TRIANGLE = "triangle"  # late
    DIAMOND = "diamond"  # near its end
    DASH = "dash"  # outside the totals


@dataclass(frozen=True, slots=True)
class Badge:
    """What a badge says."""

    words: str
    tone: Tone = Tone.NEUTRAL
    shape: Shape = Shape.DASH


def badge_size(badge: Badge, metrics: QFontMetrics) -> QSizeF:
    """Room that the badge wants, in pixels."""
    height = metrics.height() * 1.3
    return QSizeF(metrics.horizontalAdvance(badge.words) + metrics.height() * 1.9, height)


def paint_badge(painter: QPainter, badge: Badge, area: QRectF) -> None:
    """Draw the badge at the left of an area, centred in its height; words that do not fit end in …."""
    metrics = painter.fontMetrics()
    ink, ground = (QColor(name) for name in colours().of_tone(badge.tone))
    wanted = badge_size(badge, metrics)
    box = QRectF(
        area.left(), area.center().y() - wanted.height() / 2, min(wanted.width(), area.width()), wanted.height()
    )
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = QColor(ink)
    edge.setAlpha(70)  # so that a badge stands out from a chosen row of its own colour
    painter.setPen(QPen(edge, 1))
    painter.setBrush(ground)
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    unit = metrics.height()
    _paint_shape(painter, badge.shape, QPointF(box.left() + unit * 0.72, box.center().y()), unit * 0.25, ink)
    words = QRectF(box.left() + unit * 1.2, box.top(), box.width() - unit * 1.6, box.height())
    painter.setPen(ink)
    text = metrics.elidedText(badge.words, Qt.TextElideMode.ElideRight, int(words.width()) + 1)
    painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
    painter.restore()


def _paint_shape(painter: QPainter, shape: Shape, centre: QPointF, radius: float, ink: QColor) -> None:
    painter.setPen(QPen(ink, max(1.2, radius * 0.45)))
    painter.setBrush(ink if shape in (Shape.DISC, Shape.TRIANGLE, Shape.DIAMOND) else Qt.BrushStyle.NoBrush)
    x, y, r = centre.x(), centre.y(), radius
    match shape:
        case Shape.RING | Shape.DISC:
            painter.drawEllipse(centre, r * 0.9, r * 0.9)
        case Shape.TICK:
            painter.drawPolyline(QPolygonF([QPointF(x - r, y), QPointF(x - r / 4, y + r * 0.8), QPointF(x + r, y - r)]))
        case Shape.TRIANGLE:
            painter.drawPolygon(
                QPolygonF([QPointF(x, y - r), QPointF(x + r, y + r * 0.8), QPointF(x - r, y + r * 0.8)])
            )
        case Shape.DIAMOND:
            painter.drawPolygon(QPolygonF([QPointF(x, y - r), QPointF(x + r, y), QPointF(x, y + r), QPointF(x - r, y)]))
        case Shape.DASH:
            painter.drawLine(QPointF(x - r, y), QPointF(x + r, y))
