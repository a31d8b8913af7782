"""One message for each unit, to be copied into a chat."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from district_desk.desk.chasing import UnitMessage
from district_desk.ui.reminding import words as w
from district_desk.ui.widgets.buttons import button


class MessageBoard(QWidget):
    """Units at the left, the text at the right. ``copied(list[str])`` names the units whose messages were copied."""

    copied = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages: tuple[UnitMessage, ...] = ()
        self.units = QListWidget()
        self.units.setAccessibleName(w.UNITS)
        self.units.currentRowChanged.connect(self._follow)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(w.MESSAGE)
        self.copy = button(w.COPY, self.copy_one, picture="copy", role="primary")
        self.copy_whole = button(w.COPY_ALL, self.copy_all, picture="copy")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.copy_whole)
        row.addWidget(self.copy)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.addWidget(self.units)
        halves.addWidget(self.text)
        unit = self.fontMetrics().height()
        halves.setSizes([unit * 16, unit * 36])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(halves, 1)
        column.addLayout(row)

    def show_messages(self, messages: Sequence[UnitMessage]) -> None:
        """Show these, the first chosen."""
        self._messages = tuple(messages)
        self.units.clear()
        self.units.addItems([w.send_to(each.unit, each.contact) for each in messages])
        self.units.setCurrentRow(0)

    @Slot()
    def copy_one(self) -> None:
        """The chosen unit's message to the clipboard."""
        self._copy(self._messages[self.units.currentRow() :][:1])

    @Slot()
    def copy_all(self) -> None:
        """Every message to the clipboard, an empty line between them."""
        self._copy(self._messages)

    def _copy(self, messages: Sequence[UnitMessage]) -> None:
        if messages:
            QGuiApplication.clipboard().setText("\n\n".join(each.text for each in messages))
            self.copied.emit([each.unit for each in messages])

    @Slot(int)
    def _follow(self, place: int) -> None:
        self.text.setPlainText(self._messages[place].text if 0 <= place < len(self._messages) else "")
