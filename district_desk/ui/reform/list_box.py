"""A short list with its buttons: add, edit, take away."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from district_desk.ui.reform import index_words as w
from district_desk.ui.widgets.buttons import button
from district_desk.ui.widgets.record_list import RecordList
from district_desk.ui.widgets.record_table import RecordTable


class ListBox(QWidget):
    """A table of records; ``put(record | None)`` edits one or makes one, ``drop(record)`` takes one away."""

    def __init__(self, table: RecordTable, put: Callable[[Any], None], drop: Callable[[Any], None]) -> None:
        super().__init__()
        self.table = table
        self.records: Sequence[Any] = ()
        self._put, self._drop = put, drop
        row = QHBoxLayout()
        row.addStretch(1)
        self._of_row = [button(w.DROP, self._dropped, picture="remove"), button(w.EDIT, self._edited, picture="edit")]
        for made in (*self._of_row, button(w.ADD, lambda: put(None), picture="add")):
            row.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, self.fontMetrics().height() // 3, 0, 0)
        column.addLayout(row)
        column.addWidget(table, 1)
        table.opened.connect(lambda _: self._edited())
        self.add_key(table, "Ins", lambda: put(None))
        self.add_key(table, "Del", self._dropped)

    @staticmethod
    def add_key(table: QWidget, key: str, act: Callable[[], object]) -> None:
        """A key that works while the table has the focus."""
        shortcut = QShortcut(QKeySequence(key), table, context=Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(act)

    def show_records(self, records: Sequence[Any]) -> None:
        """Show these records; the chosen one stays chosen."""
        self.records = records
        before = self.table.current_id()
        self._model.show_records(records)
        if records and not self.table.choose(before):
            self.table.choose(records[0].id)
        for made in self._of_row:
            made.setEnabled(bool(records))

    @property
    def _model(self) -> RecordList[Any]:
        model = self.table.model()
        assert isinstance(model, RecordList)
        return model

    def _edited(self) -> None:
        if (record := self._model.record(self.table.current_id())) is not None:
            self._put(record)

    def _dropped(self) -> None:
        if (record := self._model.record(self.table.current_id())) is not None:
            self._drop(record)
