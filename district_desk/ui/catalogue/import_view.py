"""What an Excel sheet would do, row by row, before anything is written."""

from typing import Final

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from district_desk.desk.catalogue_sheets import Fate, ImportLine, ImportPreview
from district_desk.ui.catalogue import words as w
from district_desk.ui.theme import Tone
from district_desk.ui.widgets.badge import Badge, Shape
from district_desk.ui.widgets.buttons import as_default
from district_desk.ui.widgets.labels import selectable
from district_desk.ui.widgets.paged_model import Column
from district_desk.ui.widgets.record_list import RecordList
from district_desk.ui.widgets.record_table import RecordTable

_BADGES: Final = {
    Fate.ADD: Badge(w.FATES[Fate.ADD], Tone.GOOD, Shape.TICK),
    Fate.CHANGE: Badge(w.FATES[Fate.CHANGE], Tone.RUNNING, Shape.DISC),
    Fate.SAME: Badge(w.FATES[Fate.SAME], Tone.NEUTRAL, Shape.DASH),
    Fate.FAULTY: Badge(w.FATES[Fate.FAULTY], Tone.DANGER, Shape.TRIANGLE),
}
_FIRST: Final = (Fate.FAULTY, Fate.CHANGE, Fate.ADD, Fate.SAME)
"""What must be looked at stands first."""
_COLUMNS: Final = (
    Column[ImportLine]("row", "Dòng", lambda line: str(line.row), 6),
    Column[ImportLine]("fate", "Sẽ làm", lambda line: w.FATES[line.fate], 13, badge=lambda line: _BADGES[line.fate]),
    Column[ImportLine]("name", "Tên", lambda line: line.record.name if line.record else "", 26),
    Column[ImportLine]("note", "Ô thay đổi, lỗi", w.import_note, 36, grows=True),
)


class ImportView(QDialog):
    """Shows a preview; the answer can only be yes where no row has a fault and something would change."""

    def __init__(self, parent: QWidget | None, preview: ImportPreview) -> None:
        super().__init__(parent)
        self.setWindowTitle(w.IMPORT_TITLE)
        model = RecordList[ImportLine](_COLUMNS, lambda line: line.row, self)
        self.table = RecordTable(w.IMPORT_TITLE, model, lines=2)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.yes = as_default(buttons.addButton(w.IMPORT_YES, QDialogButtonBox.ButtonRole.AcceptRole))
        changes = preview.count(Fate.ADD) + preview.count(Fate.CHANGE)
        self.yes.setEnabled(bool(changes) and not preview.count(Fate.FAULTY))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(selectable(w.import_sentence(preview)))
        column.addWidget(self.table, 1)
        column.addWidget(buttons)
        model.show_records(sorted(preview.lines, key=lambda line: (_FIRST.index(line.fate), line.row)))
        unit = self.fontMetrics().height()
        self.resize(unit * 46, unit * 26)

    @classmethod
    def ask(cls, parent: QWidget | None, preview: ImportPreview) -> bool:
        """Whether the sheet is to be written."""
        dialog = cls(parent, preview)
        answer = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return answer
