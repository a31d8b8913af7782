"""The tree table of the items, with its columns that give way when the window is narrow."""

from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from district_desk.domain.drafts import Draft
from district_desk.domain.units import Directory
from district_desk.ui.intake.items_delegate import ItemDelegate
from district_desk.ui.intake.items_model import KEY_ROLE, ItemColumn, ItemsModel

_EMS: Final = {
    ItemColumn.PLACE: 3.6, ItemColumn.LEAD: 8.2, ItemColumn.SUPPORT: 7.0, ItemColumn.DUE: 6.6,
    ItemColumn.PRODUCT: 7.0, ItemColumn.CLEAR: 3.7,
}  # fmt: skip
_GIVE_WAY: Final = ((ItemColumn.PRODUCT, 58.0), (ItemColumn.SUPPORT, 50.0), (ItemColumn.CLEAR, 30.0))
"""Columns that are hidden below so many heights of a line of width."""


class ItemsView(QTreeView):
    """Shows the draft's items; several can be chosen. ``chosen`` tells the keys, ``opened`` a key for Enter."""

    chosen = Signal(tuple)
    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ItemsModel(self)
        self.setModel(self._model)
        self.setItemDelegate(ItemDelegate(self))
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(False)
        self.setIndentation(self.fontMetrics().height() // 2)
        self.setItemsExpandable(False)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Các mục của văn bản")
        self.setTabKeyNavigation(False)
        self._shape_columns()
        self.selectionModel().selectionChanged.connect(self._tell_chosen)

    def _shape_columns(self) -> None:
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        em = self.fontMetrics().height()
        header.setMinimumSectionSize(em)
        for column in ItemColumn:
            if column is ItemColumn.TEXT:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
                header.resizeSection(column, int(_EMS[column] * em))

    def show_draft(self, draft: Draft, directory: Directory) -> None:
        """Shows the draft of the moment, keeping what is chosen and the place of the scroll bar."""
        kept, scrolled = self.keys(), self.verticalScrollBar().value()
        if self._model.show_draft(draft, directory):
            self.expandAll()
            self.choose(kept)
            self.verticalScrollBar().setValue(scrolled)

    def begin(self) -> None:
        """Another document comes: nothing of it is chosen, and the list stands at its beginning."""
        self.selectionModel().clear()
        self.scrollToTop()

    def keys(self) -> tuple[int, ...]:
        """The keys of the chosen items in the order of the text."""
        chosen = {index.data(KEY_ROLE) for index in self.selectionModel().selectedRows()}
        return tuple(key for key in self._model.keys if key in chosen)

    @property
    def current_key(self) -> int:
        """The key of the item under the cursor of the list, 0 where there is none."""
        return int(self.currentIndex().data(KEY_ROLE) or 0)

    def choose(self, keys: tuple[int, ...]) -> None:
        """Chooses items by their keys; the first becomes the current one and is brought into sight."""
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().clearSelection()
        first = QModelIndex()
        for key in keys:
            index = self._model.index_of(key)
            if index.isValid():
                first = first if first.isValid() else index
                self.selectionModel().select(index, flags.Select | flags.Rows)
        if first.isValid():
            self.selectionModel().setCurrentIndex(first, flags.NoUpdate)
            self.scrollTo(first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_key:
            self.opened.emit(self.current_key)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        ems = event.size().width() / self.fontMetrics().height()
        for column, least in _GIVE_WAY:
            self.setColumnHidden(column, ems < least)

    def _tell_chosen(self) -> None:
        self.chosen.emit(self.keys())
