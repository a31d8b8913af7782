"""The table of a page: rows of one height, columns from the model, Enter opens, the header sorts."""

from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from district_desk.ui.widgets.badge import Badge, badge_size
from district_desk.ui.widgets.measure import letters_in
from district_desk.ui.widgets.paged_model import Column, PagedModel
from district_desk.ui.widgets.row_delegate import RowDelegate


class RecordTable(QTableView):
    """Shows a PagedModel.

    Signals:
        current(int): the chosen record's id, 0 for none.
        opened(int): Enter or double click on a record.
        sorted_by(str, bool): a header was clicked; the column's sort key and whether it descends.
    """

    current = Signal(int)
    opened = Signal(int)
    sorted_by = Signal(str, bool)

    def __init__(self, name: str, model: PagedModel[Any], *, lines: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._records = model
        self.setAccessibleName(name)
        self.setModel(model)
        self._rows = RowDelegate(lines, self)
        self.setItemDelegate(self._rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self._rows.row_height)
        self._set_up_header()
        self.doubleClicked.connect(self._open_index)
        self.selectionModel().currentRowChanged.connect(self._current_changed)
        model.modelReset.connect(self._reset)

    # -- records --------------------------------------------------------------------------------------------

    def chosen_ids(self) -> list[int]:
        """The ids of the selected rows, top down."""
        return [self._records.id_at(index.row()) for index in sorted(self.selectionModel().selectedRows())]

    def current_id(self) -> int:
        """The id of the current row, 0 for none."""
        return self._records.id_at(self.currentIndex().row())

    def choose(self, record_id: int) -> bool:
        """Make that record the current one, where it is shown."""
        place = self._records.place_of(record_id)
        if place < 0:
            return False
        index = self._records.index(place, 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)
        return True

    def show_ids(self, ids: Any, *, choose_first: bool = True) -> None:
        """Show these records; the current one stays current, or else the first becomes so."""
        before = self.current_id()
        self._records.show(ids)
        if not (before and self.choose(before)) and choose_first and len(self._records.ids):
            self.choose(self._records.id_at(0))
        if not len(self._records.ids):
            self.current.emit(0)

    def show_sort(self, key: str, order: Qt.SortOrder) -> None:
        """Mark the column that is sorted by."""
        for place, column in enumerate(self._records.columns):
            if column.sort == key:
                self._sorted = (place, order)
                self.horizontalHeader().setSortIndicator(place, order)

    # -- Qt -------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.current_id())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    # -- inside ---------------------------------------------------------------------------------------------

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(letters_in(self.fontMetrics(), 4))
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(any(column.sort for column in self._records.columns))
        header.setSortIndicator(-1, Qt.SortOrder.DescendingOrder)
        header.sectionClicked.connect(self._header_clicked)
        self._sorted = (-1, Qt.SortOrder.DescendingOrder)

    def _share_width(self) -> None:
        """Give each column the width of its letters, hide those there is no room for, share what is left."""
        columns = self._records.columns
        widths = [self._wanted_width(column) for column in columns]
        room = self.viewport().width()
        hidden: set[int] = set()
        for place in sorted(range(len(columns)), key=lambda place: -columns[place].drops):
            if not columns[place].drops or room >= _sum_without(widths, hidden):
                break
            hidden.add(place)
        growing = [place for place, column in enumerate(columns) if column.grows and place not in hidden]
        left = max(0, room - _sum_without(widths, hidden))
        for place in range(len(columns)):
            self.setColumnHidden(place, place in hidden)
            share = left // len(growing) if place in growing else 0
            self.setColumnWidth(place, widths[place] + share)

    def _wanted_width(self, column: Column[Any]) -> int:
        metrics = self.fontMetrics()
        wanted = letters_in(metrics, column.width) + metrics.height() * 3 // 4
        if column.badge is not None:
            longest = badge_size(Badge(column.longest), metrics).width() + metrics.height() * 0.6
            wanted = max(letters_in(metrics, column.width) + round(metrics.height() * 2.4), round(longest))
        arrow = metrics.height() // 2 if column.sort else 0
        return max(wanted, round(metrics.horizontalAdvance(column.heading) * 1.06) + metrics.height() * 2 // 3 + arrow)

    def _copy(self) -> None:
        rows = [self._records.row(index.row()) for index in sorted(self.selectionModel().selectedRows())]
        text = "\n".join(
            "\t".join(column.text(row).replace("\n", " ") for column in self._records.columns)
            for row in rows
            if row is not None
        )
        QGuiApplication.clipboard().setText(text)

    @Slot(QModelIndex)
    def _open_index(self, index: QModelIndex) -> None:
        self.opened.emit(self._records.id_at(index.row()))

    @Slot(QModelIndex, QModelIndex)
    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.current.emit(self._records.id_at(current.row()))

    @Slot()
    def _reset(self) -> None:
        self._share_width()

    @Slot(int)
    def _header_clicked(self, section: int) -> None:
        key = self._records.columns[section].sort
        if not key:
            self.horizontalHeader().setSortIndicator(*self._sorted)
            return
        descends = self._sorted != (section, Qt.SortOrder.DescendingOrder)
        order = Qt.SortOrder.DescendingOrder if descends else Qt.SortOrder.AscendingOrder
        self._sorted = (section, order)
        self.horizontalHeader().setSortIndicator(section, order)
        self.sorted_by.emit(key, descends)


def _sum_without(widths: list[int], hidden: set[int]) -> int:
    return sum(width for place, width in enumerate(widths) if place not in hidden)
