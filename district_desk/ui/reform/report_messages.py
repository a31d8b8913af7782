"""After a reminder: one message for each unit, to be copied into a chat."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from district_desk.desk.chasing import UnitMessage
from district_desk.ui.reform import report_words as w
from district_desk.ui.reminding import words as reminding
from district_desk.ui.reminding.message_board import MessageBoard
from district_desk.ui.theme import Tone
from district_desk.ui.widgets.buttons import button
from district_desk.ui.widgets.message_bar import MessageBar


class ReportMessages(QDialog):
    """The messages; what was counted is written already."""

    def __init__(self, parent: QWidget | None, messages: Sequence[UnitMessage]) -> None:
        super().__init__(parent)
        self.setWindowTitle(w.MESSAGES)
        self.messages = MessageBar()
        self.board = MessageBoard()
        self.board.show_messages(messages)
        self.board.copied.connect(self._copied)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button(w.CLOSE, self.close))
        column = QVBoxLayout(self)
        column.addWidget(self.messages)
        column.addWidget(self.board, 1)
        column.addLayout(row)
        unit = self.fontMetrics().height()
        self.resize(unit * 54, unit * 26)

    def done(self, result: int) -> None:
        super().done(result)
        self.deleteLater()

    @Slot(object)
    def _copied(self, units: list[str]) -> None:
        self.messages.say(reminding.copied(units), Tone.GOOD)
