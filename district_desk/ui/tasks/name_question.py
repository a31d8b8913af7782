"""Asks for the name under which a list is kept; the names in use are offered, to be written over."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from district_desk.ui.tasks import words as w
from district_desk.ui.widgets.form import FormRow
from district_desk.ui.widgets.labels import label


class NameQuestion(QDialog):
    """A name and two buttons."""

    def __init__(self, parent: QWidget | None, names: Sequence[str], offered: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(w.KEEP_TITLE)
        self.name = QComboBox()
        self.name.setEditable(True)
        self.name.setCompleter(None)  # type: ignore[arg-type]  # none: it would change what is typed
        self.name.addItems(list(names))
        self.name.setCurrentText(offered)
        if line := self.name.lineEdit():
            line.setAccessibleName(w.KEEP_TITLE)
        self.name.currentTextChanged.connect(self._follow)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._yes = buttons.addButton(w.KEEP_YES, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        how = label(w.KEEP_HOW, role="muted")
        how.setWordWrap(True)
        column = QVBoxLayout(self)
        column.addWidget(FormRow(w.KEEP_NAME, self.name))
        column.addWidget(how)
        column.addWidget(buttons)
        self.setMinimumWidth(self.fontMetrics().height() * 24)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        self._yes.setEnabled(bool(self.name.currentText().strip()))

    @classmethod
    def ask(cls, parent: QWidget | None, names: Sequence[str], *, offered: str = "") -> str | None:
        """The name, or None."""
        dialog = cls(parent, names, offered)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        name = dialog.name.currentText().strip() if accepted else None
        dialog.deleteLater()
        return name or None
