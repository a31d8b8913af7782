"""Đôn đốc: chosen lines, how their units are reminded, one operation with one undo; then the messages to copy."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from district_desk.desk import Desk
from district_desk.desk.chase_view import ChaseLine, chase_lines
from district_desk.desk.chasing import Reminded, remind
from district_desk.desk.sentences import sentence_of
from district_desk.domain.assignments import Channel
from district_desk.domain.problems import Problem
from district_desk.ui.operations import Operations, Progress
from district_desk.ui.reminding import words as w
from district_desk.ui.reminding.form import RemindForm, Reminding
from district_desk.ui.reminding.message_board import MessageBoard
from district_desk.ui.theme import Tone
from district_desk.ui.widgets.badge import Badge, Shape
from district_desk.ui.widgets.buttons import button
from district_desk.ui.widgets.labels import label
from district_desk.ui.widgets.message_bar import MessageBar
from district_desk.ui.widgets.paged_model import Column
from district_desk.ui.widgets.record_list import RecordList
from district_desk.ui.widgets.record_table import RecordTable
from district_desk.ui.words import day

_WITHHELD: Final = Badge(w.WITHHELD, Tone.NEUTRAL, Shape.DASH)


def remind_dialog(
    parent: QWidget | None, desk: Desk, operations: Operations, assignment_ids: Sequence[int]
) -> "RemindDialog":  # fmt: skip
    """Open the reminding of these lines over a window; it is written only by its own button."""
    dialog = RemindDialog(parent, desk, operations, assignment_ids)
    dialog.open()
    return dialog


class RemindDialog(QDialog):
    """The lines with lần N and what was said before; the form; after writing, a message for each unit."""

    def __init__(
        self, parent: QWidget | None, desk: Desk, operations: Operations, assignment_ids: Sequence[int]
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._desk, self._operations = desk, operations
        self._written: Reminding | None = None
        self.setWindowTitle(w.TITLE)
        self.messages = MessageBar()
        self.model = RecordList[ChaseLine](_columns(), lambda line: line.id, self)
        self.table = RecordTable(w.TABLE, self.model, lines=2)
        self.form = RemindForm(desk.today())
        self.board = MessageBoard()
        self.letter = button(w.LETTER, self.show_letter, picture="preview", tip=w.LETTER_TIP)
        self.yes = button(w.YES, self.write, role="primary", picture="send")
        self._heading = label(w.TITLE, role="heading")
        self._build()
        self.form.changed.connect(self._follow)
        self.board.copied.connect(self._copied)
        operations.fetch(
            partial(_lines, desk, tuple(assignment_ids)), on_done=self._show, on_problem=self._refused, topic="chase"
        )
        self._follow()

    @property
    def line_ids(self) -> list[int]:
        """The lines that will be reminded: those in whose way nothing stands."""
        found = (self.model.record(each) for each in self.model.ids)
        return [line.id for line in found if line is not None and not line.hindrance]

    def write(self) -> None:
        """Write the reminding of every line that allows it."""
        told = self.form.answer()
        if told is None or not self.line_ids:
            return
        self.yes.setEnabled(False)
        self._written = told
        work = partial(
            remind, self._desk, self.line_ids, on=told.on, channel=told.channel, notation=told.notation,
            dated=told.dated, person=told.person, text=told.text,
        )  # fmt: skip
        self._operations.run(work, on_done=self._done, on_problem=self._not_written, initiator=self)

    def show_letter(self) -> None:
        """The letters to the units, as they would be printed."""
        from district_desk.desk.printed_reports import LETTER
        from district_desk.desk.reminder_letters import LetterWish
        from district_desk.ui.preview.paper_preview import PaperPreview, new_paper

        form = self.form
        wish = LetterWish(
            tuple(self.line_ids), day=form.on.value, new_day=form.new_day.value,
            is_one_letter=form.one_letter.isChecked(), signing=form.signing.signing,
        )  # fmt: skip
        PaperPreview.show_work(self, self._desk, self._operations, new_paper(self._desk, LETTER, w.LETTER_TITLE, wish))

    # -- inside ---------------------------------------------------------------------------------------------

    @Slot(object)
    def _show(self, lines: list[ChaseLine]) -> None:
        self.model.show_records(lines)
        if lines:
            self.table.choose(lines[0].id)
        ready = [line for line in lines if not line.hindrance]
        self._heading.setText(w.heading(len(ready), len({line.row.assignment.unit_id for line in ready})))
        if not ready:
            self.messages.say(w.NONE_LEFT, Tone.WARNING)
        elif len(ready) < len(lines):
            self.messages.say(w.left_out(len(lines) - len(ready)), Tone.WARNING)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        can = self.form.is_ready and bool(self.line_ids)
        self.yes.setEnabled(can and self._written is None)
        self.letter.setVisible(self.form.way is Channel.DOCUMENT)
        self.letter.setEnabled(can)

    @Slot(object)
    def _done(self, reminded: Reminded) -> None:
        self.board.show_messages(reminded.messages)
        self._stack.setCurrentWidget(self.board)
        self.yes.hide()
        self.board.units.setFocus()
        self.messages.say(w.done(len(reminded.events), len(reminded.messages)), Tone.GOOD)

    @Slot(object)
    def _not_written(self, problem: Problem) -> None:
        self._written = None
        self._refused(problem)
        self._follow()

    @Slot(object)
    def _refused(self, problem: Problem) -> None:
        self.messages.say(sentence_of(problem), Tone.DANGER)

    @Slot(object)
    def _copied(self, units: list[str]) -> None:
        self.messages.say(w.copied(units), Tone.GOOD)

    def _build(self) -> None:
        entering = QWidget()
        inner = QVBoxLayout(entering)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.table, 1)
        inner.addWidget(self.form)
        self._stack = QStackedWidget()
        self._stack.addWidget(entering)
        self._stack.addWidget(self.board)
        row = QHBoxLayout()
        row.addWidget(self.letter)
        row.addStretch(1)
        row.addWidget(button(w.CLOSE, self.close))
        row.addWidget(self.yes)
        column = QVBoxLayout(self)
        column.addWidget(self._heading)
        column.addWidget(self.messages)
        column.addWidget(self._stack, 1)
        column.addLayout(row)
        unit = self.fontMetrics().height()
        above = self.parentWidget()
        room = QSize(unit * 66, unit * 40) if above is None else above.window().size()
        self.resize(min(unit * 64, room.width() - unit), min(unit * 38, room.height() - unit))

    def done(self, result: int) -> None:
        super().done(result)
        self.deleteLater()


def _columns() -> tuple[Column[ChaseLine], ...]:
    return (
        Column("unit", "Đơn vị", lambda line: line.row.unit, 18),
        Column("what", "Việc", lambda line: " ".join(line.row.text.split()), 22, grows=True),
        Column("due", "Hạn", lambda line: day(line.row.standing.due), 11),
        Column("ordinal", "Lần", lambda line: "" if line.hindrance else str(line.ordinal), 5),
        Column("earlier", "Đã đôn đốc", lambda line: line.hindrance or w.earlier(line.earlier), 18),
        Column("state", "Tình trạng", _state_words, 13, badge=_state, longest="Quá hạn 888 ngày"),
    )


def _state(line: ChaseLine) -> Badge | None:
    if line.hindrance:
        return _WITHHELD
    late = line.row.standing.days_late
    return Badge(f"Quá hạn {late} ngày", Tone.DANGER, Shape.TRIANGLE) if late else None


def _state_words(line: ChaseLine) -> str:
    if line.hindrance:
        return w.WITHHELD
    badge = _state(line)
    return badge.words if badge else ""


def _lines(desk: Desk, ids: Sequence[int], progress: Progress) -> list[ChaseLine]:
    del progress
    return chase_lines(desk, ids)
