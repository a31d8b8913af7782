"""The view of a sheet of texts: cells of several lines, a list to pick from where there is one, blocks in and out."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from district_desk.desk.reform.plan_tables import lines_of_text
from district_desk.ui.reform.text_sheet import Index, TextSheetModel
from district_desk.ui.widgets.measure import letters_in

_LINES = 2
_MOST_FITTED = 300
"""Rows of a longer sheet are all of one height: fitting them would be felt."""
_STEPS = {
    QAbstractItemDelegate.EndEditHint.EditNextItem: (0, 1),
    QAbstractItemDelegate.EndEditHint.EditPreviousItem: (0, -1),
    QAbstractItemDelegate.EndEditHint.SubmitModelCache: (1, 0),
}


class _Entry(QStyledItemDelegate):
    """The field in which a cell is typed: lines that wrap, or a box of what is offered, in which one may type as well.

    Enter keeps it and goes down, Tab goes on, Escape gives it up.
    """

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        del option
        model = index.model()
        assert isinstance(model, TextSheetModel)
        offered = model.columns[index.column()].offered
        if offered is None:
            words = QPlainTextEdit(parent)
            words.setTabChangesFocus(True)
            return words
        box = QComboBox(parent)
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setCompleter(None)  # type: ignore[arg-type]  # none: nothing rewrites what is typed
        box.addItems(list(offered(model.row_at(index.row()))))
        box.view().setTextElideMode(Qt.TextElideMode.ElideNone)
        box.view().setMinimumWidth(letters_in(box.fontMetrics(), 50))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QPlainTextEdit):
            editor.setPlainText(text)
            editor.selectAll()
        elif isinstance(editor, QComboBox):
            editor.setEditText(text)

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        assert isinstance(model, TextSheetModel)
        text = editor.toPlainText() if isinstance(editor, QPlainTextEdit) else ""
        model.setData(index, editor.currentText() if isinstance(editor, QComboBox) else text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and isinstance(watched, QPlainTextEdit)
        ):
            hint = _hint_of(event)
            if hint is not None:
                if hint is not QAbstractItemDelegate.EndEditHint.RevertModelCache:
                    self.commitData.emit(watched)
                self.closeEditor.emit(watched, hint)
                return True
        return super().eventFilter(watched, event)


class TextSheet(QTableView):
    """Shows a TextSheetModel. ``take_table(lines)`` says whether pasted lines bear headings of its own; then they are
    its, and are not written cell by cell."""

    def __init__(
        self, name: str, model: TextSheetModel, take_table: Callable[[list[list[str]]], bool],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._sheet, self._take_table = model, take_table
        self.setModel(model)
        self.setAccessibleName(name)
        self.setItemDelegate(_Entry(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setWordWrap(True)
        self.setTabKeyNavigation(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        unit = self.fontMetrics().lineSpacing()
        self.verticalHeader().setDefaultSectionSize(unit * _LINES + unit // 2)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        model.modelReset.connect(self._share_width)
        model.edited.connect(self._fit_rows)

    def go(self, place: int, column: int = 0) -> None:
        """Make a cell the current one."""
        index = self._sheet.index(min(place, self._sheet.rowCount() - 1), column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def chosen_rows(self) -> list[int]:
        """The places of the rows in which a cell is chosen."""
        return sorted({index.row() for index in self.selectedIndexes()})

    def copy(self) -> None:
        """The chosen block to the clipboard, as Excel takes it."""
        chosen = self.selectedIndexes()
        columns = sorted({index.column() for index in chosen})
        cells = {(index.row(), index.column()): str(index.data()) for index in chosen}
        lines = ("\t".join(cells.get((row, each), "") for each in columns) for row in self.chosen_rows())
        QGuiApplication.clipboard().setText("\n".join(lines))

    def paste(self) -> None:
        """A block from the clipboard at the chosen cell, one value into the whole choice; a table with headings is taken
        as such."""
        block = lines_of_text(QGuiApplication.clipboard().text())
        if not block or (len(block) > 1 and self._take_table(block)):
            return
        chosen = self.selectedIndexes() or [self._sheet.index(self._sheet.rowCount() - 1, 0)]
        first_row, first_column = min(each.row() for each in chosen), min(each.column() for each in chosen)
        if len(block) == len(block[0]) == 1:
            for row in self.chosen_rows():
                self._sheet.write(row, first_column, block)
        else:
            self._sheet.write(first_row, first_column, block)

    # -- Qt -------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._sheet.clear(self.selectedIndexes())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._step(1, 0)
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        if step := _STEPS.get(hint):
            self._step(*step)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    # -- inside ---------------------------------------------------------------------------------------------

    def _step(self, down: int, across: int) -> None:
        index = self.currentIndex()
        row = min(max(0, index.row() + down), self._sheet.rowCount() - 1)
        column = index.column() + across
        if column >= self._sheet.columnCount() and row + 1 < self._sheet.rowCount():
            row, column = row + 1, 0
        self.go(row, min(max(0, column), self._sheet.columnCount() - 1))

    @Slot()
    def _share_width(self) -> None:
        """Each column the width of its letters; those that grow share what is left."""
        metrics = self.fontMetrics()
        widths = [
            max(letters_in(metrics, column.letters), round(metrics.horizontalAdvance(column.heading) * 1.1))
            + metrics.height() // 2
            for column in self._sheet.columns
        ]
        growing = [place for place, column in enumerate(self._sheet.columns) if column.grows]
        left = max(0, self.viewport().width() - sum(widths))
        for place, width in enumerate(widths):
            self.setColumnWidth(place, width + (left // len(growing) if place in growing else 0))
        self._fit_rows()

    @Slot()
    def _fit_rows(self) -> None:
        """Rows as high as their words, two lines at least."""
        if self._sheet.rowCount() <= _MOST_FITTED:
            least = self.verticalHeader().defaultSectionSize()
            for place in range(self._sheet.rowCount()):
                self.setRowHeight(place, max(least, self.sizeHintForRow(place)))


def _hint_of(event: QKeyEvent) -> QAbstractItemDelegate.EndEditHint | None:
    hints = QAbstractItemDelegate.EndEditHint
    if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return None if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else hints.SubmitModelCache
    return {
        Qt.Key.Key_Tab: hints.EditNextItem,
        Qt.Key.Key_Backtab: hints.EditPreviousItem,
        Qt.Key.Key_Escape: hints.RevertModelCache,
    }.get(Qt.Key(event.key()))
