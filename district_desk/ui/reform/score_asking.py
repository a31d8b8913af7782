"""How a workbook's columns and names were understood, and a box that says otherwise of the chosen one."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from district_desk.desk.reform.score_answers import OF_SHEET, Asked
from district_desk.ui.reform import score_import_words as w
from district_desk.ui.theme import Tone
from district_desk.ui.widgets.badge import Badge, Shape
from district_desk.ui.widgets.labels import label
from district_desk.ui.widgets.paged_model import Column
from district_desk.ui.widgets.record_list import RecordList
from district_desk.ui.widgets.record_table import RecordTable

Row = tuple[int, Asked]
_OPEN = Badge(w.OPEN, Tone.WARNING, Shape.DIAMOND)


class AskingTable(QWidget):
    """The table and the box.

    Signals:
        answered(Asked, str): the clerk chose a target for a row; empty leaves it out.
    """

    answered = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self.model = RecordList[Row](_columns(), lambda row: row[0], self)
        self.table = RecordTable(w.ASKED, self.model)
        self.table.current.connect(self._chosen)
        self.table.opened.connect(self._opened)
        self.box = QComboBox()
        self.box.setAccessibleName(w.MEANS)
        self.box.setMaxVisibleItems(20)
        self.box.activated.connect(self._answer)
        self._answers: Mapping[tuple[str, str], str] = {}
        caption = label(w.MEANS)
        caption.setBuddy(self.box)
        row = QHBoxLayout()
        row.addWidget(caption)
        row.addWidget(self.box, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 1)
        column.addLayout(row)

    @property
    def has_open(self) -> bool:
        """Whether something is still to be said."""
        return any(row is not None and row[1].is_open for row in map(self.model.record, self.model.ids))

    def show_asked(self, asked: Sequence[Asked], answers: Mapping[tuple[str, str], str]) -> None:
        """Show these, what is open first."""
        self._answers = answers
        self.model.show_records(enumerate(asked, start=1))
        if asked and not self.table.current_id():
            self.table.choose(1)
        self._chosen(self.table.current_id())

    @Slot(int)
    def _chosen(self, number: int) -> None:
        row = self.model.record(number)
        self.box.clear()
        self.box.setEnabled(row is not None)
        if row is None:
            return
        asked = row[1]
        self.box.addItem(w.NOT_SAID if asked.is_open else asked.understood, None)
        if asked.scope != OF_SHEET:
            self.box.addItem(w.LEAVE_OUT, "")
        for choice in asked.choices:
            self.box.addItem(choice.name, choice.target)
        answer = self._answers.get((asked.scope, asked.key))
        if answer is not None:
            self.box.setCurrentIndex(max(0, self.box.findData(answer)))

    @Slot(int)
    def _opened(self, _: int) -> None:
        self.box.setFocus()
        self.box.showPopup()

    @Slot(int)
    def _answer(self, place: int) -> None:
        row = self.model.record(self.table.current_id())
        target = self.box.itemData(place)
        if row is not None and target is not None:
            self.answered.emit(row[1], target)


def _columns() -> tuple[Column[Row], ...]:
    return (
        Column("where", "Chỗ", lambda row: row[1].where, 6),
        Column("written", "Trong tệp ghi", lambda row: row[1].written, 26, grows=True),
        Column("means", "Hiểu là", lambda row: w.OPEN if row[1].is_open else row[1].understood, 30,
            badge=_badge, longest=w.OPEN),
    )  # fmt: skip


def _badge(row: Row) -> Badge | None:
    return _OPEN if row[1].is_open else None
