"""The grid of scores behaves like a sheet: typing replaces, Enter goes down, Tab right, blocks go to Excel and back."""

import csv
from collections.abc import Iterable
from io import StringIO
from typing import Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)

from district_desk.ui.reform import score_words as w
from district_desk.ui.reform.score_model import ScoreModel
from district_desk.ui.widgets.measure import letters_in

_STEPS: Final = {
    QAbstractItemDelegate.EndEditHint.EditNextItem: (0, 1),
    QAbstractItemDelegate.EndEditHint.EditPreviousItem: (0, -1),
}
_DOWN: Final = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Entry(QStyledItemDelegate):
    """The line in which a cell is typed; Enter and the arrows up and down keep it and go on.

    Signals:
        left_by(int): the editor was left, downwards by so many rows.
    """

    left_by = Signal(int)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and isinstance(watched, QWidget):
            key = Qt.Key(event.key())
            if key in (Qt.Key.Key_Up, *_DOWN):
                self.commitData.emit(watched)
                self.closeEditor.emit(watched, QAbstractItemDelegate.EndEditHint.NoHint)
                self.left_by.emit(1 if key in _DOWN else -1)
                return True
        return super().eventFilter(watched, event)


class ScoreTable(QTableView):
    """Shows a ScoreModel.

    Signals:
        current(QModelIndex): another cell is the current one.
        left(): Escape; the focus goes back to what chooses the look.
        refused(str): why nothing was done.
    """

    current = Signal(QModelIndex)
    left = Signal()
    refused = Signal(str)

    def __init__(self, model: ScoreModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scores = model
        self.setModel(model)
        self.setAccessibleName(w.TITLE)
        entry = _Entry(self)
        entry.left_by.connect(self._left_editor)
        self.setItemDelegate(entry)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setWordWrap(False)
        self.setTabKeyNavigation(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setHighlightSections(True)
        unit = self.fontMetrics().lineSpacing()
        self.verticalHeader().setDefaultSectionSize(unit + unit * 2 // 3)
        self.verticalHeader().setStyleSheet("QHeaderView::section { font-weight: normal }")
        self.verticalHeader().setFixedWidth(letters_in(self.fontMetrics(), 36))
        self.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.selectionModel().currentChanged.connect(self._moved)
        model.modelReset.connect(self._fit)

    def move(self, down: int, across: int) -> None:  # type: ignore[override]
        """Make the cell that many steps away the current one, as far as there is one."""
        index = self.currentIndex()
        row = min(max(0, index.row() + down), self._scores.rowCount() - 1)
        column = min(max(0, index.column() + across), self._scores.columnCount() - 1)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self._scores.index(row, column), flags)

    def copy(self) -> None:
        """The chosen block to the clipboard, as Excel takes it."""
        rows, columns = self._block()
        lines = ["\t".join(self._scores.text(self._scores.index(row, each)) for each in columns) for row in rows]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def paste(self) -> None:
        """A block from the clipboard at the chosen cell; one value fills the whole choice."""
        block = block_of(QGuiApplication.clipboard().text())
        rows, columns = self._block()
        if not block:
            self.refused.emit(w.NOTHING_TO_PASTE)
            return
        if len(block) == len(block[0]) == 1 and len(rows) * len(columns) > 1:
            block = [block[0] * len(columns)] * len(rows)
        if len(rows):
            self._scores.write((rows[0], columns[0]), block)

    # -- Qt -------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._scores.clear(self.selectedIndexes())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.move(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1, 0)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            self._say_if_reckoned(event)
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        if step := _STEPS.get(hint):
            self.move(*step)

    # -- inside ---------------------------------------------------------------------------------------------

    def _block(self) -> tuple[range, range]:
        """The rows and columns of the choice."""
        chosen = self.selectedIndexes() or [self.currentIndex()]
        rows, columns = ([getattr(index, part)() for index in chosen] for part in ("row", "column"))
        if min(rows) < 0:
            return range(0), range(0)
        return range(min(rows), max(rows) + 1), range(min(columns), max(columns) + 1)

    def _say_if_reckoned(self, event: QKeyEvent) -> None:
        typed = event.text()
        is_plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if typed.strip() and typed.isprintable() and is_plain and (why := self._scores.hindrance(self.currentIndex())):
            self.refused.emit(why)

    @Slot(int)
    def _left_editor(self, down: int) -> None:
        self.move(down, 0)

    @Slot(QModelIndex, QModelIndex)
    def _moved(self, current: QModelIndex, _: QModelIndex) -> None:
        self.current.emit(current)

    @Slot()
    def _fit(self) -> None:
        metrics = self.fontMetrics()
        for place, axis in enumerate(self._scores.look.columns):
            wanted = letters_in(metrics, axis.letters) + metrics.height()
            self.setColumnWidth(place, max(wanted, metrics.horizontalAdvance(axis.heading) + metrics.height()))
        if self._scores.rowCount() and self._scores.columnCount():
            self.setCurrentIndex(self._scores.index(0, 0))


def block_of(text: str) -> list[list[str]]:
    """Lines of cells from what Excel puts on the clipboard: tabs between cells, quotes around those with line ends."""
    return [list(line) for line in _lines(text.removesuffix("\n").removesuffix("\r"))] if text.strip("\r\n") else []


def _lines(text: str) -> Iterable[list[str]]:
    for line in csv.reader(StringIO(text, newline=""), delimiter="\t"):
        yield line or [""]
