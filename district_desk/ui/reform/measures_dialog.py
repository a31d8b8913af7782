"""The plan of one unit: its measures as a sheet, typed, pasted or read from the unit's own file, and how each stands."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from district_desk.desk import Desk
from district_desk.desk.reform.plan_following import follow_measures
from district_desk.desk.reform.plan_measures import MeasureReading, draft_measures, measure_rows, read_measures
from district_desk.desk.reform.plan_tables import lines_of_file
from district_desk.desk.reform.plan_words import PLAN_STATES
from district_desk.desk.reform.plans import PlanRow, edit_plan, keep_measures
from district_desk.desk.sentences import sentence_of
from district_desk.domain.problems import BadValue, Problem
from district_desk.domain.reform_plans import Plan, PlanState
from district_desk.ui.icons import icon
from district_desk.ui.operations import Operations
from district_desk.ui.reform import measure_words as w
from district_desk.ui.reform.measure_sheet import MeasureSheet
from district_desk.ui.reform.plan_words import paper
from district_desk.ui.reform.text_sheet_view import TextSheet
from district_desk.ui.theme import Tone
from district_desk.ui.widgets.ask import Question
from district_desk.ui.widgets.buttons import ActionButton, button, tool_button
from district_desk.ui.widgets.labels import label, selectable
from district_desk.ui.widgets.message_bar import MessageBar
from district_desk.ui.words import day

_FOLLOWED_FROM: Final = (PlanState.ACCEPTED, PlanState.RESULT_REPORTED)


class MeasuresDialog(QDialog):
    """One plan. ``directive_wanted(int)`` when the unit's own document is to be opened."""

    directive_wanted = Signal(int)

    def __init__(self, parent: QWidget | None, desk: Desk, operations: Operations, plan: PlanRow, why: str) -> None:
        super().__init__(parent)
        self._desk, self._operations = desk, operations
        self.row, self.plan = plan, plan.plan
        self.setWindowTitle(f"{w.TITLE}: {plan.unit.name}")
        self.messages = MessageBar()
        self.sheet = MeasureSheet(desk, plan.plan.id, self)
        self.table = TextSheet(w.TITLE, self.sheet, self.take_table)
        self.prefill_action = self._action(w.PREFILL, self.prefill, w.PREFILL_KEY, "chart", w.PREFILL_TIP)
        self.read_action = self._action(w.READ, self.ask_file, w.READ_KEY, "import", w.READ_TIP)
        self.texts_action = self._action(w.TEXTS, self.edit_texts, w.TEXTS_KEY, "edit", w.TEXTS_TIP)
        self.follow_action = self._action(w.FOLLOW, self.follow, w.FOLLOW_KEY, "tasks", w.FOLLOW_TIP)
        self.paper_action = self._action(w.PAPER, self._open_paper, "Ctrl+O", "register", w.PAPER)
        self.save = button(w.SAVE, self.keep, role="primary", picture="save", tip=w.SAVE_TIP)
        self._build(why)
        self._is_changed = False
        self.sheet.edited.connect(self._edited)
        self.reload()
        self.table.setFocus()

    # -- what is done ---------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Show what is stored."""
        self.plan = self._desk.store.reading().get(Plan, self.plan.id)
        self.sheet.show_measures(measure_rows(self._desk, self.plan.id))
        self._is_changed = False
        self._follow_state()

    @Slot()
    def prefill(self) -> None:
        """A line for every criterion with lost points."""
        named = {each.criterion_id for each in self.sheet.measures()}
        drafted = [each for each in draft_measures(self._desk, self.plan.id) if each.criterion_id not in named]
        if not drafted:
            self.messages.say(w.NOTHING_LOST)
            return
        self.sheet.add_measures(drafted)

    @Slot()
    def ask_file(self) -> None:
        """The unit's own table, from a file."""
        chosen, _ = QFileDialog.getOpenFileName(self, w.READ, "", w.FILES)
        if chosen:
            self.read_file(Path(chosen))

    def read_file(self, path: Path) -> None:
        """Read a file's table; it stands in the sheet then, unsaved."""
        work = partial(_read, self._desk, self.plan.id, path)
        self._operations.fetch(
            work, on_done=partial(self._take, f"“{path.name}”"), on_problem=self._refused, topic="measures"
        )

    def take_table(self, lines: list[list[str]]) -> bool:
        """Take pasted lines where they bear headings."""
        try:
            found = read_measures(self._desk, self.plan.id, lines)
        except BadValue:
            return False
        self._take("bảng vừa dán", found)
        return True

    @Slot()
    def keep(self) -> None:
        """Write the lines."""
        if fault := self.sheet.first_fault():
            self.messages.say(fault, Tone.DANGER)
            return
        measures = self.sheet.measures()
        self._operations.run(
            partial(keep_measures, self._desk, self.plan.id, measures),
            on_done=partial(self._written, w.SAVED.format(count=len(measures))), on_problem=self._refused,
            initiator=self,
        )  # fmt: skip

    @Slot()
    def follow(self) -> None:
        """Make work of every measure, in the unit's document of the register."""
        from district_desk.ui.reform.follow_question import FollowQuestion

        waiting = [each for each in self.sheet.measures() if not each.item_id and each.remedy]
        answer = FollowQuestion.ask(self, self._desk, self.plan, self.row.unit.name, len(waiting))
        if answer is not None:
            work = partial(
                follow_measures, self._desk, self.plan.id, directive_id=answer.directive_id, arrival=answer.arrival
            )
            self._operations.run(work, on_done=partial(self._written, ""), on_problem=self._refused, initiator=self)

    @Slot()
    def edit_texts(self) -> None:
        """Sections I and V of the printed plan."""
        from district_desk.ui.reform.follow_question import TextsQuestion

        changed = TextsQuestion.ask(self, self.plan)
        if changed is not None:
            self._operations.run(
                partial(edit_plan, self._desk, changed), on_done=self._texts_written, on_problem=self._refused,
                initiator=self,
            )  # fmt: skip

    def reject(self) -> None:
        if self._is_changed and not Question.ask(self, w.UNSAVED_TITLE, w.UNSAVED, yes=w.DISCARD):
            return
        super().reject()

    def done(self, result: int) -> None:
        super().done(result)
        self.deleteLater()

    # -- inside ---------------------------------------------------------------------------------------------

    def _take(self, name: str, found: MeasureReading) -> None:
        self.sheet.add_measures(found.measures, found.criteria)
        self.messages.say(w.read(name, found), Tone.WARNING if found.unknown or found.unread else Tone.GOOD)

    def _written(self, said: str, _: Any) -> None:
        self.reload()
        if said:
            self.messages.say(said, Tone.GOOD)

    def _texts_written(self, _: Any) -> None:
        self.plan = self._desk.store.reading().get(Plan, self.plan.id)

    def _refused(self, problem: Problem) -> None:
        self.messages.say(sentence_of(problem), Tone.DANGER)

    @Slot()
    def _edited(self) -> None:
        self._is_changed = True
        self._follow_state()

    def _follow_state(self) -> None:
        may = self.row.state in _FOLLOWED_FROM
        waits = any(not each.item_id and each.remedy for each in self.sheet.measures())
        self.follow_action.setEnabled(may and waits and not self._is_changed)
        self.follow_action.setToolTip(w.FOLLOW_TIP if may else w.FOLLOW_WHEN)
        self.paper_action.setVisible(self.plan.directive_id is not None)
        self.save.setEnabled(self._is_changed)

    @Slot()
    def _open_paper(self) -> None:
        if self.plan.directive_id:
            self.directive_wanted.emit(self.plan.directive_id)
            self.reject()

    @Slot()
    def _add_row(self) -> None:
        place = self.table.chosen_rows()[0] if self.table.chosen_rows() else self.sheet.rowCount() - 1
        self.sheet.insert(place)
        self.table.go(place)

    @Slot()
    def _drop_rows(self) -> None:
        if self.sheet.drop(self.table.chosen_rows()):
            self.messages.say(w.LOCKED, Tone.WARNING)

    def _move(self, steps: int) -> None:
        if chosen := self.table.chosen_rows():
            self.table.go(self.sheet.move_row(chosen[0], steps))

    def _build(self, why: str) -> None:
        column = QVBoxLayout(self)
        column.addWidget(label(_heading(self.row), role="record"))
        column.addWidget(selectable(why, role="muted"))
        column.addWidget(self.messages)
        column.addLayout(self._tools())
        column.addWidget(self.table, 1)
        column.addWidget(selectable(w.HOW, role="muted"))
        feet = QHBoxLayout()
        feet.addWidget(ActionButton(self.follow_action))
        feet.addWidget(ActionButton(self.paper_action))
        feet.addStretch(1)
        feet.addWidget(button(w.CLOSE, self.reject))
        feet.addWidget(self.save)
        column.addLayout(feet)
        unit = self.fontMetrics().height()
        above = self.parentWidget()
        room = above.window().size() if above else self.size()
        self.resize(max(unit * 40, room.width() - unit), max(unit * 24, room.height() - unit))

    def _tools(self) -> QHBoxLayout:
        tools = QHBoxLayout()
        for action in (self.prefill_action, self.read_action, self.texts_action):
            tools.addWidget(ActionButton(action))
        tools.addStretch(1)
        for picture, name, key, work in (
            ("add", w.ADD, "Ins", self._add_row), ("remove", w.DROP, "Ctrl+Del", self._drop_rows),
            ("up", w.UP, "Alt+Up", partial(self._move, -1)), ("down", w.DOWN, "Alt+Down", partial(self._move, 1)),
        ):  # fmt: skip
            tools.addWidget(tool_button(picture, name, work))
            QShortcut(QKeySequence(key), self, work)
        QShortcut(QKeySequence("Ctrl+S"), self, self.keep)
        return tools

    def _action(  # what an action looks like
        self, text: str, work: Callable[[], None], key: str, picture: str, tip: str
    ) -> QAction:
        action = QAction(icon(picture), text, self)
        action.setShortcut(key)
        action.setToolTip(tip)
        action.triggered.connect(work)
        self.addAction(action)
        return action


def _read(desk: Desk, plan_id: int, path: Path, _: Any) -> MeasureReading:
    return read_measures(desk, plan_id, lines_of_file(path))


def _heading(row: PlanRow) -> str:
    """Whose plan it is, how far it has come, by when it was due, when and under what number it came."""
    came = ", ".join(part for part in (day(row.sending.on), paper(row.sending)) if part)
    late = f"muộn {row.sending.days_late} ngày" if row.sending.days_late else ""
    facts = (row.unit.name, PLAN_STATES[row.state], row.due and f"hạn {day(row.due)}", came and f"nộp {came}", late)
    return " · ".join(fact for fact in facts if fact)
