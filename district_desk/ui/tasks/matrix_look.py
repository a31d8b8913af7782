"""The look items × units: a cell says in a word, a shape and a colour how its lines stand, and opens them."""

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from district_desk.desk.filter_words import due_range
from district_desk.desk.task_looks import cell_words
from district_desk.domain.items import place_in_words
from district_desk.domain.task_looks import CellState, Matrix, MatrixCell, MatrixItem, MatrixUnit
from district_desk.ui.tasks import words as w
from district_desk.ui.theme import Tone, colours
from district_desk.ui.widgets.badge import Badge, Shape, badge_size
from district_desk.ui.widgets.measure import letters
from district_desk.ui.widgets.paged_model import BADGE_ROLE, Index
from district_desk.ui.widgets.row_delegate import RowDelegate, paint_lines

_LOOKS: Final = {
    CellState.LATE: (Tone.DANGER, Shape.TRIANGLE),
    CellState.DUE: (Tone.WARNING, Shape.DIAMOND),
    CellState.NOT_DUE: (Tone.RUNNING, Shape.DISC),
    CellState.OPEN: (Tone.RUNNING, Shape.RING),
    CellState.DONE_LATE: (Tone.WARNING, Shape.TICK),
    CellState.DONE: (Tone.GOOD, Shape.TICK),
    CellState.OUTSIDE: (Tone.NEUTRAL, Shape.DASH),
}
_LINES: Final = 2
_HEADER_LETTERS: Final = 36
_LONGEST: Final = Badge(w.several(w.late(888), 8))
"""A cell has room for it."""


def cell_badge(cell: MatrixCell) -> Badge:
    """How a cell looks."""
    words = w.late(cell.days_late) if cell.state is CellState.LATE else w.CELLS[cell.state]
    tone, shape = _LOOKS[cell.state]
    return Badge(w.several(words, len(cell.ids)) if len(cell.ids) > 1 else words, tone, shape)


class MatrixModel(QAbstractTableModel):
    """Rows are items, columns are units."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._matrix: Matrix | None = None

    def show(self, matrix: Matrix) -> None:
        """Show that matrix."""
        self.beginResetModel()
        self._matrix = matrix
        self.endResetModel()

    def item(self, row: int) -> MatrixItem | None:
        """The item of a row."""
        return self._matrix.items[row] if self._matrix and 0 <= row < len(self._matrix.items) else None

    def unit(self, column: int) -> MatrixUnit | None:
        """The unit of a column."""
        return self._matrix.units[column] if self._matrix and 0 <= column < len(self._matrix.units) else None

    def cell(self, row: int, column: int) -> MatrixCell | None:
        """The cell at a place, None where that unit has no line of that item."""
        item, unit = self.item(row), self.unit(column)
        return self._matrix.cells.get((item.id, unit.id)) if self._matrix and item and unit else None

    def rowCount(self, parent: Index | None = None) -> int:
        inside = parent is not None and parent.isValid()
        return len(self._matrix.items) if self._matrix and not inside else 0

    def columnCount(self, parent: Index | None = None) -> int:
        inside = parent is not None and parent.isValid()
        return len(self._matrix.units) if self._matrix and not inside else 0

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell = self.cell(index.row(), index.column()) if index.isValid() else None
        if cell is None:
            return None
        if role == BADGE_ROLE:
            return cell_badge(cell)
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_words(cell)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._tip(index.row(), index.column(), cell)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal:
            unit = self.unit(section)
            names = {Qt.ItemDataRole.DisplayRole: "short_name", Qt.ItemDataRole.ToolTipRole: "name"}
            return getattr(unit, names[Qt.ItemDataRole(role)]) if unit and role in names else None
        item = self.item(section)
        if item is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        head = " · ".join(part for part in (item.notation, place_in_words(item.path, item.kind)) if part)
        return f"{head}\n{' '.join(item.text.split())}"

    def _tip(self, row: int, column: int, cell: MatrixCell) -> str:
        item, unit = self.item(row), self.unit(column)
        due = f", {due_range(cell.due, cell.due)}" if cell.due else ""
        return f"{unit.name if unit else ''}: {cell_words(cell)}{due}\n{item.text if item else ''}"


class ItemHeader(QHeaderView):
    """The items at the left: where each stands, and below it what is to be done."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFixedWidth(letters(self, _HEADER_LETTERS))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        text = self.model().headerData(section, Qt.Orientation.Vertical) or ""
        head, _, words = text.partition("\n")
        pad, spacing = self.fontMetrics().height() // 3, self.fontMetrics().lineSpacing()
        area = QRectF(rect).adjusted(pad, 0, -pad, 0)
        painter.save()
        painter.fillRect(rect, QColor(colours().header))
        painter.setPen(QColor(colours().line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(QColor(colours().muted))
        paint_lines(painter, head, area.adjusted(0, 0, 0, -spacing), 1)
        painter.setPen(QColor(colours().text))
        paint_lines(painter, words, area.adjusted(0, spacing, 0, 0), 1)
        painter.restore()


class MatrixTable(QTableView):
    """Shows a MatrixModel.

    Signals:
        line_chosen(int): the worst line of the current cell, 0 for none.
        cell_opened(int, int): Enter or double click on a cell: its item and its unit.
    """

    line_chosen = Signal(int)
    cell_opened = Signal(int, int)

    def __init__(self, model: MatrixModel) -> None:
        super().__init__()
        self._matrix = model
        self.setAccessibleName(w.MATRIX_TABLE)
        self.setModel(model)
        delegate = RowDelegate(_LINES, self)
        self.setItemDelegate(delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalHeader(ItemHeader(self))
        self.verticalHeader().setDefaultSectionSize(delegate.row_height)
        metrics = self.fontMetrics()
        self.horizontalHeader().setDefaultSectionSize(round(badge_size(_LONGEST, metrics).width() + metrics.height()))
        self.horizontalHeader().setHighlightSections(False)
        self.setCornerButtonEnabled(False)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentChanged.connect(self._moved)

    def chosen_ids(self) -> list[int]:
        """The lines of the current cell."""
        here = self.currentIndex()
        cell = self._matrix.cell(here.row(), here.column())
        return list(cell.ids) if cell else []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        item, unit = self._matrix.item(index.row()), self._matrix.unit(index.column())
        if item and unit and self._matrix.cell(index.row(), index.column()):
            self.cell_opened.emit(item.id, unit.id)

    @Slot(QModelIndex, QModelIndex)
    def _moved(self, _current: QModelIndex, _before: QModelIndex) -> None:
        self.line_chosen.emit(next(iter(self.chosen_ids()), 0))
