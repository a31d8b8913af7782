"""Lines of which a person ticks those to take: proposed days off, deadlines that a change of the calendar would move."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from district_desk.ui.catalogue import words as w
from district_desk.ui.widgets.buttons import as_default, button
from district_desk.ui.widgets.labels import selectable


@dataclass(frozen=True, slots=True)
class TickLine:
    """A line: what stands in its columns, and whether it is ticked at first."""

    cells: tuple[str, ...]
    ticked: bool = True


@dataclass(frozen=True, slots=True)
class TickWords:
    """What the view says: its title, what it is about, the headings (the one that ``grows``), and what its button does
    with that many lines."""

    title: str
    about: str
    headings: tuple[str, ...]
    grows: int
    does: Callable[[int], str]


class TickView(QDialog):
    """Shows lines; the answer is which of them are ticked. Ticking none is an answer too."""

    def __init__(self, parent: QWidget | None, words: TickWords, lines: Sequence[TickLine]) -> None:
        super().__init__(parent)
        self.setWindowTitle(words.title)
        self._words = words
        self.list = QTreeWidget()
        self.list.setAccessibleName(words.title)
        self.list.setHeaderLabels(list(words.headings))
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAlternatingRowColors(True)
        self.items = [QTreeWidgetItem(self.list, list(line.cells)) for line in lines]
        for item, line in zip(self.items, lines, strict=True):
            item.setCheckState(0, Qt.CheckState.Checked if line.ticked else Qt.CheckState.Unchecked)
            for column, cell in enumerate(line.cells):
                item.setToolTip(column, cell)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.yes = as_default(buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._lay_out(buttons)
        self.list.itemChanged.connect(self._tell)
        self._tell()

    @property
    def ticked(self) -> list[int]:
        """The places of the ticked lines, top down."""
        return [place for place, item in enumerate(self.items) if item.checkState(0) is Qt.CheckState.Checked]

    @classmethod
    def ask(cls, parent: QWidget | None, words: TickWords, lines: Sequence[TickLine]) -> list[int] | None:
        """The places of the ticked lines, or None where nothing is to be done at all."""
        view = cls(parent, words, lines)
        answer = view.ticked if view.exec() == QDialog.DialogCode.Accepted else None
        view.deleteLater()
        return answer

    # -- inside ---------------------------------------------------------------------------------------------

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        unit = self.fontMetrics().height()
        header = self.list.header()
        header.setStretchLastSection(False)
        for column in range(self.list.columnCount()):
            if column == self._words.grows:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
            else:
                self.list.resizeColumnToContents(column)
                self.list.setColumnWidth(column, min(self.list.columnWidth(column) + unit // 2, unit * 12))
        row = QHBoxLayout()
        row.addWidget(button(w.TICK_ALL, self._tick_all, role="link"))
        row.addWidget(button(w.TICK_NONE, self._tick_none, role="link"))
        row.addStretch(1)
        column_ = QVBoxLayout(self)
        column_.addWidget(selectable(self._words.about))
        column_.addWidget(self.list, 1)
        column_.addLayout(row)
        column_.addWidget(buttons)
        self.resize(unit * 50, unit * 26)
        self.list.setFocus()
        if self.items:
            self.list.setCurrentItem(self.items[0])

    def _tick(self, state: Qt.CheckState) -> None:
        for item in self.items:
            item.setCheckState(0, state)

    @Slot()
    def _tick_all(self) -> None:
        self._tick(Qt.CheckState.Checked)

    @Slot()
    def _tick_none(self) -> None:
        self._tick(Qt.CheckState.Unchecked)

    @Slot()
    def _tell(self) -> None:
        self.yes.setText(self._words.does(len(self.ticked)))
