"""Draws a cell of a register: up to two lines of text, or a badge, on a row of one fixed height."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from district_desk.ui.theme import colours
from district_desk.ui.widgets.badge import Badge, paint_badge
from district_desk.ui.widgets.paged_model import BADGE_ROLE


class RowDelegate(QStyledItemDelegate):
    """Cells of ``lines`` lines. Text wraps at blanks and the last line ends in … where more follows."""

    def __init__(self, lines: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines = lines
        self._parent = parent

    @property
    def row_height(self) -> int:
        """The height of every row, in pixels."""
        unit = self._parent.fontMetrics().lineSpacing()
        return unit * self._lines + unit * 2 // 3

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        del option, index
        return QSize(40, self.row_height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.initStyleOption(option, index)
        area, text = QRectF(option.rect), option.text
        _paint_ground(painter, option)
        pad = option.fontMetrics.height() / 3
        area = area.adjusted(pad, 0, -pad / 2, 0)
        badge = index.data(BADGE_ROLE)
        painter.save()
        painter.setFont(option.font)
        if isinstance(badge, Badge):
            paint_badge(painter, badge, area)
        elif text:
            painter.setPen(QColor(colours().text))
            paint_lines(painter, text, area, self._lines)
        painter.restore()


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    state: QStyle.StateFlag = option.state
    rect = option.rect
    features = option.features
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, QColor(colours().accent_soft))
    elif features & QStyleOptionViewItem.ViewItemFeature.Alternate:
        painter.fillRect(rect, QColor(colours().alternate))


def paint_lines(painter: QPainter, text: str, area: QRectF, most: int) -> None:
    """Write text into an area in at most so many lines, centred in its height. A line end in the text is kept."""
    lines = wrapped(text, painter, area.width(), most)
    spacing = painter.fontMetrics().lineSpacing()
    y = area.center().y() - spacing * len(lines) / 2 + painter.fontMetrics().ascent()
    for line in lines:
        painter.drawText(QPointF(area.left(), y), line)
        y += spacing


def wrapped(text: str, painter: QPainter, width: float, most: int) -> list[str]:
    """The lines of a text at that width; what does not fit into ``most`` lines ends the last one in …."""
    metrics = painter.fontMetrics()
    lines: list[str] = []
    parts = text.split("\n")
    for number, part in enumerate(parts):
        room = most - len(lines) - (len(parts) - 1 - number)
        if room < 1:
            break
        if room == 1 or metrics.horizontalAdvance(part) <= width:
            lines.append(metrics.elidedText(part, Qt.TextElideMode.ElideRight, int(width)))
        else:
            lines.extend(_broken(part, painter, width, room))
    return lines[:most]


def _broken(text: str, painter: QPainter, width: float, most: int) -> list[str]:
    layout = QTextLayout(text, painter.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start, length = line.textStart(), line.textLength()
        if len(lines) == most - 1:
            rest = text[start:].strip()
            lines.append(painter.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, int(width)))
            break
        lines.append(text[start : start + length].strip())
    layout.endLayout()
    return lines
