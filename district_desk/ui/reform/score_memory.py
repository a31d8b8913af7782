"""What the office remembers of workbooks of scores: a small list to see, and to take lines out of."""

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from district_desk.desk import Desk
from district_desk.desk.reform.score_answers import forget, remembered
from district_desk.domain.periodic_reports import SheetMatch
from district_desk.ui.operations import Operations
from district_desk.ui.reform import score_import_words as w
from district_desk.ui.widgets.buttons import button
from district_desk.ui.widgets.labels import label
from district_desk.ui.widgets.paged_model import Column
from district_desk.ui.widgets.record_list import RecordList
from district_desk.ui.widgets.record_table import RecordTable


class MemoryDialog(QDialog):
    """The answers that are kept, a line each."""

    def __init__(self, parent: QWidget | None, desk: Desk, operations: Operations) -> None:
        super().__init__(parent)
        self._desk, self._operations = desk, operations
        self.setWindowTitle(w.REMEMBERED_TITLE)
        self.model = RecordList[SheetMatch](_columns(), lambda match: match.id, self)
        self.table = RecordTable(w.REMEMBERED_TITLE, self.model)
        self.none = label(w.REMEMBERED_NONE, role="muted")
        self.remove_button = button(w.REMOVE, self.remove, picture="remove")
        row = QHBoxLayout()
        row.addWidget(self.remove_button)
        row.addStretch(1)
        row.addWidget(button(w.CLOSE, self.close))
        column = QVBoxLayout(self)
        column.addWidget(self.none)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        unit = self.fontMetrics().height()
        self.resize(QSize(unit * 36, unit * 20))
        self._refresh()

    def remove(self) -> None:
        """Forget the chosen lines."""
        chosen = self.table.chosen_ids()
        if chosen:
            self._operations.run(lambda: forget(self._desk, chosen), on_done=self._refresh, initiator=self)

    @Slot(object)
    def _refresh(self, _: object = None) -> None:
        kept = remembered(self._desk)
        self.model.show_records(kept)
        self.none.setVisible(not kept)
        self.remove_button.setEnabled(bool(kept))
        if kept:
            self.table.choose(kept[0].id)

    def done(self, result: int) -> None:
        super().done(result)
        self.deleteLater()


def _columns() -> tuple[Column[SheetMatch], ...]:
    return (
        Column("scope", "Về", lambda match: w.SCOPES.get(match.scope, match.scope), 9),
        Column("written", "Trong tệp ghi", lambda match: match.written, 20, grows=True),
        Column("target", "Hiểu là", lambda match: match.target or w.LEAVE_OUT, 16),
    )
