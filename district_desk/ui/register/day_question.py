"""Asks for one day: what the day is for, a date that may be corrected, and a named answer."""

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from district_desk.ui.widgets.date_field import DateField
from district_desk.ui.widgets.form import FormRow


class DayQuestion(QDialog):
    """A date and two buttons; the answer is given only with a readable date."""

    def __init__(self, parent: QWidget | None, title: str, name: str, yes: str, offered: date | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.field = DateField(name)
        self.field.set_value(offered)
        self.field.changed.connect(self._follow)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._yes = buttons.addButton(yes, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(FormRow(name, self.field))
        column.addWidget(buttons)
        self.setMinimumWidth(self.fontMetrics().height() * 22)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        self._yes.setEnabled(self.field.value is not None)

    @classmethod
    def ask(
        cls, parent: QWidget | None, title: str, name: str, *, yes: str, offered: date | None = None
    ) -> date | None:
        """The day that was given, or None. ``offered`` stands in the field and can be changed."""
        dialog = cls(parent, title, name, yes, offered)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        value = dialog.field.value if accepted else None
        dialog.deleteLater()
        return value
