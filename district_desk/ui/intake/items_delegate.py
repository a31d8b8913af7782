"""Paints a line of the item tree: two lines of text, headings bold, what is only for information pale."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from district_desk.domain.assignments import Clarity
from district_desk.domain.drafts import DraftItem
from district_desk.domain.reading import ItemKind
from district_desk.ui.intake import item_words
from district_desk.ui.intake.items_model import DRAFTED_ROLE, ItemColumn
from district_desk.ui.theme import Tone, colours
from district_desk.ui.widgets.badge import Badge, Shape, paint_badge

_LINES: Final = 2
_BY_TONE: Final = ((6, Tone.GOOD, Shape.TICK), (4, Tone.NEUTRAL, Shape.DISC), (0, Tone.NEUTRAL, Shape.RING))


class ItemDelegate(QStyledItemDelegate):
    """Every line has the same height, so the tree never measures its rows."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        del index
        metrics = option.fontMetrics
        return QSize(40, metrics.lineSpacing() * _LINES + 8)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        drafted: DraftItem = index.data(DRAFTED_ROLE)
        self.initStyleOption(option, index)
        words, option.text = str(index.data() or ""), ""
        widget = option.widget
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        area = QRectF(option.rect).adjusted(5, 4, -5, -4)
        painter.save()
        painter.setClipRect(option.rect)
        if index.column() == ItemColumn.CLEAR:
            _paint_clear(painter, drafted, area)
        else:
            _paint_words(painter, drafted, ItemColumn(index.column()), words, area)
        painter.setPen(QPen(QColor(colours().line), 0.6))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()


def _paint_clear(painter: QPainter, drafted: DraftItem, area: QRectF) -> None:
    if not item_words.is_work(drafted.item):
        return
    met = len(item_words.clearness_of(drafted).met)
    tone, shape = next((tone, shape) for least, tone, shape in _BY_TONE if met >= least)
    paint_badge(painter, Badge(f"{met}/{len(Clarity)}", tone, shape), area)


def _paint_words(painter: QPainter, drafted: DraftItem, column: ItemColumn, words: str, area: QRectF) -> None:
    item, c = drafted.item, colours()
    font = QFont(painter.font())
    ink = QColor(c.text)
    if item.kind is ItemKind.HEADING:
        font.setWeight(QFont.Weight.DemiBold)
    elif not item_words.is_work(item):
        ink = QColor(c.muted)
        words = words if column is not ItemColumn.LEAD or words else ("để biết" if _is_inform(drafted) else "")
    elif column is ItemColumn.LEAD and (drafted.unresolved or not words):
        words = f"{words}\n? {'; '.join(drafted.unresolved)}".strip() if drafted.unresolved else "chưa giao"
        ink = QColor(c.warning)
    elif column is ItemColumn.DUE and words == "cần ấn định":
        ink = QColor(c.warning)
    painter.setFont(font)
    painter.setPen(ink)
    elided_lines(painter, words, area)


def _is_inform(drafted: DraftItem) -> bool:
    return drafted.item.kind is ItemKind.INFORMATION or not drafted.item.ours


def elided_lines(painter: QPainter, words: str, area: QRectF) -> None:
    """At most two lines of words in an area, the last one ending in … where more is left."""
    top = area.top()
    for number, paragraph in enumerate(words.split("\n")[:_LINES]):
        left = _LINES - number if number else _LINES - words.count("\n")
        top = _paragraph(painter, paragraph, area, top, max(1, left))


def _paragraph(painter: QPainter, words: str, area: QRectF, top: float, lines: int) -> float:
    layout = QTextLayout(words, painter.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    height = painter.fontMetrics().lineSpacing()
    for number in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(area.width())
        is_last, rest = number == lines - 1, words[line.textStart() :]
        piece = rest if is_last else rest[: line.textLength()]
        shown = painter.fontMetrics().elidedText(piece, Qt.TextElideMode.ElideRight, int(area.width()) + 1)
        place = QRectF(area.left(), top, area.width(), height)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
        top += height
    layout.endLayout()
    return top
