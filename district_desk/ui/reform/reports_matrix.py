"""The matrix of a periodic report: a cell says in a word, a shape and a colour how a unit stands with a period."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from district_desk.desk.reform.report_matrix import ReportCell, ReportMatrix
from district_desk.domain.periodic_reports import ReportPeriod, ReportState
from district_desk.domain.units import Unit
from district_desk.ui.reform import report_words as w
from district_desk.ui.theme import Tone
from district_desk.ui.widgets.badge import Badge, Shape, badge_size
from district_desk.ui.widgets.measure import letters
from district_desk.ui.widgets.paged_model import BADGE_ROLE, Index
from district_desk.ui.widgets.row_delegate import RowDelegate

_LOOKS: Final = {
    ReportState.RECEIVED: (Tone.GOOD, Shape.TICK),
    ReportState.IN_TIME: (Tone.GOOD, Shape.TICK),
    ReportState.LATE: (Tone.WARNING, Shape.TICK),
    ReportState.MERGED: (Tone.GOOD, Shape.DISC),
    ReportState.EXCUSED: (Tone.NEUTRAL, Shape.DASH),
    ReportState.NOT_DUE: (Tone.RUNNING, Shape.RING),
    ReportState.MISSING: (Tone.DANGER, Shape.TRIANGLE),
}
_UNIT_LETTERS: Final = 46
_LONGEST: Final = Badge("Chưa nộp, quá 888 ngày")


def cell_badge(cell: ReportCell) -> Badge:
    """How a cell looks."""
    tone, shape = _LOOKS[cell.state]
    return Badge(w.cell_words(cell), Tone.WARNING if cell.duty_open else tone, shape)


class ReportsModel(QAbstractTableModel):
    """Rows are units, columns are periods."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._matrix: ReportMatrix | None = None
        self._units: tuple[Unit, ...] = ()

    def show(self, matrix: ReportMatrix, units: Sequence[Unit]) -> None:
        """Show these units of that matrix."""
        self.beginResetModel()
        self._matrix, self._units = matrix, tuple(units)
        self.endResetModel()

    @property
    def units(self) -> tuple[Unit, ...]:
        """The units shown."""
        return self._units

    def period(self, column: int) -> ReportPeriod | None:
        """The period of a column."""
        return self._matrix.periods[column] if self._matrix and 0 <= column < len(self._matrix.periods) else None

    def cell(self, row: int, column: int) -> ReportCell | None:
        """The cell at a place, None where that unit does not owe that period."""
        period = self.period(column)
        if self._matrix is None or period is None or not 0 <= row < len(self._units):
            return None
        return self._matrix.cells.get((self._units[row].id, period.name))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._units)

    def columnCount(self, parent: Index | None = None) -> int:
        inside = parent is not None and parent.isValid()
        return len(self._matrix.periods) if self._matrix and not inside else 0

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell = self.cell(index.row(), index.column()) if index.isValid() else None
        if cell is None:
            return None
        if role == BADGE_ROLE:
            return cell_badge(cell)
        if role == Qt.ItemDataRole.DisplayRole:
            return w.cell_words(cell)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return w.cell_tip(cell)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if self._matrix is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if orientation is Qt.Orientation.Vertical:
            unit = self._units[section]
            is_told = unit == self._matrix.bureau and role == Qt.ItemDataRole.DisplayRole
            return w.OWN if is_told else unit.name
        period = self._matrix.periods[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return w.period_tip(period)
        cells = (cell for cell in self._matrix.of_period(period.name) if cell.due == period.unit_due)
        return w.period_head(period, next((cell.last_working for cell in cells), None))


class ReportsTable(QTableView):
    """Shows a ReportsModel; many cells may be chosen, a header chooses its whole row or column.

    Signals:
        cells_opened(): Enter or double click.
    """

    cells_opened = Signal()

    def __init__(self, model: ReportsModel) -> None:
        super().__init__()
        self._reports = model
        self.setAccessibleName(w.TABLE)
        self.setModel(model)
        delegate = RowDelegate(1, self)
        self.setItemDelegate(delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(delegate.row_height)
        rows.setTextElideMode(Qt.TextElideMode.ElideRight)
        rows.setHighlightSections(False)
        columns = self.horizontalHeader()
        columns.setHighlightSections(False)
        self.setCornerButtonEnabled(False)
        self.doubleClicked.connect(self._open)
        model.modelReset.connect(self._share_width)

    def chosen(self) -> list[ReportCell]:
        """The chosen cells of units that owe them."""
        found = (self._reports.cell(index.row(), index.column()) for index in self.selectedIndexes())
        return [cell for cell in found if cell is not None]

    def current_period(self) -> ReportPeriod | None:
        """The period of the current cell."""
        return self._reports.period(self.currentIndex().column())

    def choose(self, row: int, column: int) -> None:
        """Make that cell the current one, or the last one before it."""
        there = self._reports.index(
            min(row, self._reports.rowCount() - 1), min(column, self._reports.columnCount() - 1)
        )  # fmt: skip
        if there.isValid():
            self.setCurrentIndex(there)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.cells_opened.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    @Slot()
    def _share_width(self) -> None:
        """The names take a third at the most; the periods share the rest, and are scrolled where it is too little."""
        names = min(letters(self, _UNIT_LETTERS), self.width() // 3)
        self.verticalHeader().setFixedWidth(names)
        number = self._reports.columnCount() or 1
        least = round(badge_size(_LONGEST, self.fontMetrics()).width() + self.fontMetrics().height() * 0.7)
        bar = self.verticalScrollBar().sizeHint().width()
        self.horizontalHeader().setDefaultSectionSize(max(least, (self.width() - names - bar - 4) // number))

    @Slot(QModelIndex)
    def _open(self, _: QModelIndex) -> None:
        self.cells_opened.emit()
