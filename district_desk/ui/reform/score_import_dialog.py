"""Scores from Excel: what would change cell by cell, what is wrong, how each column is understood; taken when agreed."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from district_desk.desk import Desk
from district_desk.desk.reform.score_answers import OF_SHEET, Asked, asked_of
from district_desk.desk.reform.score_import import STOPPING, preview_scores, take_scores
from district_desk.desk.reform.score_words import fault_sentence, taken_sentence
from district_desk.desk.sentences import sentence_of
from district_desk.domain.problems import Problem
from district_desk.domain.score_preview import CellChange, ScorePreview, SheetFault
from district_desk.ui.operations import Operations
from district_desk.ui.reform import score_import_words as w
from district_desk.ui.reform.score_asking import AskingTable
from district_desk.ui.reform.score_memory import MemoryDialog
from district_desk.ui.theme import Tone
from district_desk.ui.widgets.buttons import button
from district_desk.ui.widgets.labels import label
from district_desk.ui.widgets.message_bar import MessageBar
from district_desk.ui.widgets.paged_model import Column
from district_desk.ui.widgets.record_list import RecordList
from district_desk.ui.widgets.record_table import RecordTable

_CHANGES, _FAULTS, _ASKED = range(3)
Numbered = tuple[int, CellChange]
Said = tuple[int, SheetFault, bool]


class ScoreImportDialog(QDialog):
    """The preview of one workbook; every answer computes it anew."""

    def __init__(self, parent: QWidget | None, desk: Desk, operations: Operations, path: Path, year: int) -> None:
        super().__init__(parent)
        self._desk, self._operations, self._path, self._year = desk, operations, path, year
        self._answers: dict[tuple[str, str], str] = {}
        self._unit_code = ""
        self.preview: ScorePreview | None = None
        self.setWindowTitle(w.TITLE)
        self.messages = MessageBar()
        self.changes = RecordList[Numbered](_change_columns(), lambda row: row[0], self)
        self.faults = RecordList[Said](_fault_columns(), lambda row: row[0], self)
        self.asking = AskingTable()
        self.asking.answered.connect(self._answered)
        self.skip = QCheckBox()
        self.skip.toggled.connect(self._follow)
        self.yes = button("", self.take, role="primary", picture="import")
        self._summary = label(w.READING, role="muted")
        self._summary.setWordWrap(True)
        self._build()
        self._follow()
        self.look()

    @property
    def stops(self) -> list[SheetFault]:
        """What makes the whole sheet unusable."""
        return [each for each in self.preview.faults if each.kind in STOPPING] if self.preview else []

    @Slot()
    def look(self) -> None:
        """Compute the preview with the answers given so far."""
        work = partial(self._ask, self._desk, self._path, self._year, dict(self._answers), self._unit_code)
        self._operations.fetch(
            lambda _: work(), on_done=self._show, on_problem=self._refused, topic="score-preview"
        )  # fmt: skip

    def take(self) -> None:
        """Write what is shown."""
        if self.preview is None:
            return
        self.yes.setEnabled(False)
        work = partial(take_scores, self._desk, self.preview, dict(self._answers))
        self._operations.run(work, on_done=self._taken, on_problem=self._refused, initiator=self)

    def show_memory(self) -> MemoryDialog:
        """The answers that the office keeps; what is taken out of them is asked again."""
        memory = MemoryDialog(self, self._desk, self._operations)
        memory.finished.connect(self.look)
        memory.open()
        return memory

    # -- inside ---------------------------------------------------------------------------------------------

    @staticmethod
    def _ask(
        desk: Desk, path: Path, year: int, answers: Mapping[tuple[str, str], str], unit_code: str
    ) -> tuple[ScorePreview, list[Asked]]:
        preview = preview_scores(desk, path, year, answers=answers, unit_code=unit_code)
        return preview, asked_of(desk, preview)

    @Slot(object)
    def _show(self, answer: tuple[ScorePreview, list[Asked]]) -> None:
        preview, asked = answer
        self.preview = preview
        self.changes.show_records(enumerate(preview.changes, start=1))
        said = [(fault, True) for fault in preview.faults] + [(fault, False) for fault in preview.warnings]
        self.faults.show_records((number, *each) for number, each in enumerate(said, start=1))
        self.asking.show_asked(asked, self._answers)
        is_open = sum(each.is_open for each in asked)
        for place, (name, number) in enumerate(
            ((w.CHANGES, len(preview.changes)), (w.FAULTS, len(said)), (w.ASKED, len(asked)))
        ):
            self.tabs.setTabText(place, f"{name} ({number})")
        self._summary.setText(taken_sentence(preview))
        self.skip.setText(w.skip(len(preview.faults)))
        self._say(preview)
        if is_open and not preview.changes:
            self.tabs.setCurrentIndex(_ASKED)
        self._follow()

    def _say(self, preview: ScorePreview) -> None:
        if self.stops:
            self.messages.say(w.stopped(fault_sentence(self.stops[0])), Tone.DANGER)
            self.tabs.setCurrentIndex(_ASKED if self.asking.has_open else _FAULTS)
        elif not preview.changes:
            self.messages.say(w.NO_CHANGES, Tone.NEUTRAL)
        elif preview.is_new_index:
            self.messages.say(w.new_index(preview), Tone.WARNING)
        else:
            self.messages.hush()

    @Slot(object, str)
    def _answered(self, asked: Asked, target: str) -> None:
        if asked.scope == OF_SHEET:
            self._unit_code = target
        else:
            self._answers[asked.scope, asked.key] = target
        self.look()

    @Slot()
    def _follow(self) -> None:
        preview = self.preview
        faults = len(preview.faults) if preview else 0
        self.skip.setVisible(bool(faults) and not self.stops)
        cells = len(preview.changes) if preview else 0
        self.yes.setText(w.take(cells))
        self.yes.setEnabled(bool(cells) and not self.stops and (not faults or self.skip.isChecked()))

    @Slot(object)
    def _taken(self, _: object) -> None:
        self.accept()

    @Slot(object)
    def _refused(self, problem: Problem) -> None:
        self.messages.say(sentence_of(problem), Tone.DANGER)
        self._summary.setText(self._path.name)
        self._follow()

    def _build(self) -> None:
        self.tabs = QTabWidget()
        self.tabs.addTab(RecordTable(w.CHANGES, self.changes), w.CHANGES)
        self.tabs.addTab(RecordTable(w.FAULTS, self.faults, lines=2), w.FAULTS)
        self.tabs.addTab(self.asking, w.ASKED)
        row = QHBoxLayout()
        row.addWidget(button(w.REMEMBERED, self.show_memory))
        row.addWidget(self.skip, 1)
        row.addStretch(1)
        row.addWidget(button(w.CLOSE, self.close))
        row.addWidget(self.yes)
        column = QVBoxLayout(self)
        column.addWidget(label(self._path.name, role="heading"))
        column.addWidget(self._summary)
        column.addWidget(self.messages)
        column.addWidget(self.tabs, 1)
        column.addLayout(row)
        unit = self.fontMetrics().height()
        above = self.parentWidget()
        room = QSize(unit * 66, unit * 40) if above is None else above.window().size()
        self.resize(min(unit * 60, room.width() - unit), min(unit * 36, room.height() - unit))

    def done(self, result: int) -> None:
        super().done(result)
        self.deleteLater()


def _change_columns() -> tuple[Column[Numbered], ...]:
    return (
        Column("unit", "Đơn vị", lambda row: row[1].unit, 22),
        Column("criterion", "Tiêu chí", lambda row: row[1].criterion, 26, grows=True),
        Column("field", "Lần chấm", lambda row: w.FIELDS.get(row[1].field, ""), 15, drops=1),
        Column("old", "Đang có", lambda row: row[1].old or "–", 12),
        Column("new", "Sẽ là", lambda row: row[1].new or "–", 14),
    )


def _fault_columns() -> tuple[Column[Said], ...]:
    return (
        Column("cell", "Chỗ", lambda row: row[1].cell or "cả tệp", 7),
        Column("said", "Điều cần xem", lambda row: fault_sentence(row[1]), 40, grows=True),
        Column("then", "Sẽ", lambda row: w.LEAVE_OUT.lower() if row[2] else "vẫn nhận", 12),
    )
