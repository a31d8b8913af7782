"""What a workbook of criteria would do to the index, before it is taken."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QVBoxLayout, QWidget

from district_desk.desk.reform.index_sheets import Fate, IndexPreview
from district_desk.ui.reform import index_words as w
from district_desk.ui.widgets.buttons import as_default
from district_desk.ui.widgets.labels import selectable


class IndexPreviewDialog(QDialog):
    """Shows a preview; the answer can only be yes where nothing is wrong and something would change."""

    def __init__(self, parent: QWidget | None, preview: IndexPreview) -> None:
        super().__init__(parent)
        self.setWindowTitle(w.IMPORT_TITLE)
        self.lines = QListWidget()
        self.lines.setAccessibleName(w.IMPORT_TITLE)
        self.lines.setWordWrap(True)
        self.lines.addItems(w.preview_lines(preview))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.yes = as_default(buttons.addButton(w.TAKE, QDialogButtonBox.ButtonRole.AcceptRole))
        self.yes.setEnabled(not preview.faults and preview.count(Fate.SAME) < len(preview.lines))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(selectable(w.preview_sentence(preview)))
        column.addWidget(self.lines, 1)
        column.addWidget(buttons)
        unit = self.fontMetrics().height()
        self.resize(unit * 40, unit * 22)

    @classmethod
    def ask(cls, parent: QWidget | None, preview: IndexPreview) -> bool:
        """Whether the workbook is to be taken."""
        dialog = cls(parent, preview)
        answer = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return answer
