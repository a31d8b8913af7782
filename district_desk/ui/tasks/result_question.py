"""Asks for a result: the day it was done, the document that proves it, what came of it."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from district_desk.ui.tasks import words as w
from district_desk.ui.widgets.date_field import DateField
from district_desk.ui.widgets.form import FormRow
from district_desk.ui.widgets.labels import label


@dataclass(frozen=True, slots=True)
class Result:
    """What was answered."""

    on: date
    notation: str
    text: str


class ResultQuestion(QDialog):
    """A result for one line or several."""

    def __init__(self, parent: QWidget | None, lines: int, offered: date) -> None:
        super().__init__(parent)
        self.setWindowTitle(w.RESULT_TITLE)
        self.on = DateField(w.DONE_ON)
        self.on.set_value(offered)
        self.on.changed.connect(self._follow)
        self.notation = QLineEdit()
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(self.fontMetrics().height() * 5)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._yes = buttons.addButton(w.RESULT_YES, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(label(w.result_of(lines), role="muted"))
        for name, field in ((w.DONE_ON, self.on), (w.NOTATION, self.notation), (w.TEXT, self.text)):
            column.addWidget(FormRow(name, field))
        column.addWidget(buttons)
        self.setMinimumWidth(self.fontMetrics().height() * 26)

    @Slot()
    def _follow(self) -> None:
        self._yes.setEnabled(self.on.value is not None)

    @classmethod
    def ask(cls, parent: QWidget | None, lines: int, *, offered: date) -> Result | None:
        """The result, or None."""
        dialog = cls(parent, lines, offered)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        answer = None
        if accepted and dialog.on.value is not None:
            answer = Result(dialog.on.value, dialog.notation.text().strip(), dialog.text.toPlainText().strip())
        dialog.deleteLater()
        return answer
