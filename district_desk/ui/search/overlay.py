"""The search over everything: a field and its hits, above the page, gone with Esc."""

from functools import partial
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QEvent, QObject, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from district_desk.desk import Desk
from district_desk.domain.listing import SearchHit
from district_desk.ui.operations import Operations, Progress
from district_desk.ui.search import words as w
from district_desk.ui.theme import colours
from district_desk.ui.widgets.labels import label
from district_desk.ui.widgets.paged_model import Index
from district_desk.ui.widgets.search_field import SearchField

_HIT: Final = Qt.ItemDataRole.UserRole


class HitModel(QAbstractListModel):
    """The hits in their order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: list[SearchHit] = []

    def show(self, hits: list[SearchHit]) -> None:
        """Show these hits."""
        self.beginResetModel()
        self._hits = hits
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._hits):
            return None
        hit = self._hits[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{hit.title} {hit.excerpt}"
        return hit if role == _HIT else None


_STAYS: Final = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""A menu of the field, or another window for a moment: the search stays up."""


class SearchOverlay(QFrame):
    """``chosen(SearchHit)`` when a hit is opened."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, operations: Operations, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setProperty("role", "overlay")
        self.setAutoFillBackground(True)
        self._desk, self._operations = desk, operations
        self._open_first = False
        self._from: QWidget | None = None
        self.field = SearchField(w.HINT)
        self.field.setAccessibleName(w.NAME)
        self.hits = HitModel(self)
        self.list = QListView()
        self.list.setAccessibleName(w.RESULTS)
        self.list.setModel(self.hits)
        self.list.setItemDelegate(_Hit(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.hide()
        self._note = label(w.BEGIN, role="muted")
        self._note.setWordWrap(True)
        column = self._column = QVBoxLayout(self)
        for widget in (self.field, self._note, self.list):
            column.addWidget(widget)
        column.setStretch(2, 1)
        self.field.asked.connect(self._ask)
        self.field.entered.connect(self._entered)
        self.field.installEventFilter(self)
        self.list.clicked.connect(self._open_index)
        self.hide()

    def begin(self) -> None:
        """Come up with the last words chosen, ready to be typed over."""
        if self.isHidden():
            self._from = QApplication.focusWidget()
        self.place()
        self.show()
        self.raise_()
        self.field.setFocus()
        self.field.selectAll()
        if self.field.text().strip():
            self._ask(self.field.text().strip())

    def place(self) -> None:
        """Centre over the page."""
        room, unit = self._over.size(), self.fontMetrics().height()
        width, height = min(room.width() - unit * 2, unit * 52), min(room.height() - unit * 3, unit * 32)
        if not self.hits.rowCount():
            height = self._column.heightForWidth(width)
        self.setGeometry((room.width() - width) // 2, unit * 2, width, height)

    @Slot(str)
    def _ask(self, words: str) -> None:
        if words:
            self._operations.fetch(partial(_search, self._desk, words), on_done=self._show, topic="search")
        else:
            self._show([])

    @Slot(object)
    def _show(self, hits: list[SearchHit]) -> None:
        self.hits.show(hits)
        self.list.setVisible(bool(hits))
        asked = bool(self.field.text().strip())
        self._note.setText(w.found(len(hits)) if hits else w.NOTHING if asked else w.BEGIN)
        if hits:
            self.list.setCurrentIndex(self.hits.index(0))
        self.place()
        if hits and self._open_first:
            self._open_index(self.list.currentIndex())
        self._open_first = False

    @Slot()
    def _entered(self) -> None:
        if self._operations.waiting("search"):
            self._open_first = True
        else:
            self._open_index(self.list.currentIndex())

    @Slot(object)
    def _open_index(self, index: Index) -> None:
        hit = index.data(_HIT) if index.isValid() else None
        if hit is not None:
            self.hide()
            self.chosen.emit(hit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows in the field move in the list; Esc closes, before the page's own Esc; going elsewhere closes."""
        if isinstance(event, QKeyEvent):
            key = event.key()
            if key == Qt.Key.Key_Escape and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() != QEvent.Type.KeyPress:
                return super().eventFilter(watched, event)
            if key == Qt.Key.Key_Escape:
                self._go_back()
                return True
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
            if key in steps:
                self._step(steps[Qt.Key(key)])
                return True
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _STAYS:
            self.hide()
        return super().eventFilter(watched, event)

    def _go_back(self) -> None:
        """Closed without a choice: the keys go where they went before."""
        self.hide()
        if self._from is not None and isValid(self._from):
            self._from.setFocus()

    def _step(self, step: int) -> None:
        last = self.hits.rowCount() - 1
        row = min(last, max(0, self.list.currentIndex().row() + step))
        self.list.setCurrentIndex(self.hits.index(row))


class _Hit(QStyledItemDelegate):
    """A hit: kind and title in one line, the words around the match below."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        return QSize(100, option.fontMetrics.lineSpacing() * 2 + option.fontMetrics.height() // 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        c, metrics = colours(), option.fontMetrics
        hit: SearchHit = index.data(_HIT)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(c.accent_soft))
        room = QRectF(option.rect).adjusted(metrics.height() / 2, metrics.height() / 4, -metrics.height() / 2, 0)
        kind = w.KINDS.get(hit.entity, "")
        kind_width = metrics.height() * 5
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setPen(QColor(c.muted))
        painter.drawText(room, kind)
        painter.setFont(bold)
        painter.setPen(QColor(c.text))
        title = room.adjusted(kind_width, 0, 0, 0)
        elide = Qt.TextElideMode.ElideRight
        excerpt = " ".join(hit.excerpt.split())
        heading, excerpt = (hit.title, excerpt) if hit.title else (excerpt, "")
        painter.drawText(title, painter.fontMetrics().elidedText(heading, elide, int(title.width())))
        painter.setFont(option.font)
        painter.setPen(QColor(c.text if option.state & QStyle.StateFlag.State_Selected else c.muted))
        below = title.translated(0, metrics.lineSpacing())
        painter.drawText(below, metrics.elidedText(excerpt, elide, int(below.width())))
        painter.restore()


def _search(desk: Desk, words: str, progress: Progress) -> list[SearchHit]:
    from district_desk.desk.searching import search

    return search(desk, words, stop=progress.stop)
