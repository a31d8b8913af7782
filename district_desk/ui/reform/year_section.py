"""Lịch năm: the steps of the reform year, ticked one by one for the index of the year that is shown."""

from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from district_desk.desk.reform.submission_words import year_day_read, year_day_words
from district_desk.desk.reform.year import (
    StepState,
    YearStep,
    check_step,
    keep_steps,
    tick_step,
    untick_step,
    year_steps,
)
from district_desk.domain.periodic_reports import CycleStep
from district_desk.ui.catalogue.record_form import FieldSpec, Kind
from district_desk.ui.icons import icon
from district_desk.ui.operations import Operations
from district_desk.ui.reform import report_words as w
from district_desk.ui.reform.checked_form import CheckedForm
from district_desk.ui.reform.section import ReformSection
from district_desk.ui.theme import Tone
from district_desk.ui.widgets.ask import Question
from district_desk.ui.widgets.badge import Badge, Shape
from district_desk.ui.widgets.buttons import ActionButton
from district_desk.ui.widgets.empty import EmptyPlace
from district_desk.ui.widgets.labels import label
from district_desk.ui.widgets.paged_model import Column
from district_desk.ui.widgets.record_list import RecordList
from district_desk.ui.widgets.record_table import RecordTable
from district_desk.ui.words import day

_LOOKS: Final = {
    StepState.DONE: (Tone.GOOD, Shape.TICK),
    StepState.LATE: (Tone.DANGER, Shape.TRIANGLE),
    StepState.NEAR: (Tone.WARNING, Shape.DIAMOND),
    StepState.TO_COME: (Tone.RUNNING, Shape.RING),
}
_FIELDS: Final = (
    FieldSpec("title", span=2, name="tên mốc"),
    FieldSpec("month_day", name="ngày/tháng"),
    FieldSpec("year_offset", Kind.CHOICE, choices=w.OFFSETS),
    FieldSpec("who", span=2),
    FieldSpec("note", span=2),
)


class YearSection(ReformSection):
    """The calendar of the reform year."""

    def __init__(self, operations: Operations) -> None:
        super().__init__(operations)
        self.year_told = label("", role="muted")
        self.example = label(w.STEP_EXAMPLE, role="muted")
        self.model: RecordList[YearStep] = RecordList(_columns(), lambda each: each.step.id, self)
        self.table = RecordTable(w.STEPS_TABLE, self.model)
        self.table.opened.connect(self.edit_step)
        self.table.current.connect(self._follow)
        self.tick_action = self._action(w.STEP_TICK, "check", w.STEP_TICK_TIP, self.turn_tick, "Space")
        self.add_action = self._action(w.STEP_ADD, "add", w.NO_STEPS_HOW, self.add_step, "Ins")
        self.edit_action = self._action(w.STEP_EDIT, "edit", w.STEP, self.edit_step)
        self.drop_action = self._action(w.STEP_DROP, "remove", w.STEP_DROP_TITLE, self.drop_step, "Del")
        self.up_action = self._action(w.STEP_UP, "up", "Alt+↑", partial(self._move, -1), "Alt+Up")
        self.down_action = self._action(w.STEP_DOWN, "down", "Alt+↓", partial(self._move, 1), "Alt+Down")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(EmptyPlace("calendar", w.NO_STEPS, w.NO_STEPS_HOW, self.add_action))
        row = QHBoxLayout()
        row.addWidget(self.year_told, 1)
        for action in (self.up_action, self.down_action, self.drop_action, self.edit_action):
            row.addWidget(ActionButton(action))
        self.body.addLayout(row)
        self.body.addWidget(self.example)
        self.body.addWidget(self._stack, 1)

    def head_actions(self) -> list[QAction]:
        return [self.tick_action, self.add_action]

    def refresh(self) -> None:
        assert self.desk is not None
        self.year_told.setText(w.steps_year(self.year))
        work = partial(year_steps, self.desk, self.year)
        self.operations.fetch(lambda _: work(), on_done=self._filled, topic="reform-year")

    def foot(self) -> str:
        steps = self._steps()
        return w.foot_of_steps(self.year, sum(each.state is StepState.DONE for each in steps), len(steps))

    @Slot(object)
    def _filled(self, steps: list[YearStep]) -> None:
        before = self.table.current_id()
        self.model.show_records(steps)
        self._stack.setCurrentIndex(0 if steps else 1)
        self.example.setVisible(any(each.step.is_example for each in steps))
        if steps:
            self.table.choose(before) or self.table.choose(steps[0].step.id)
        self._follow()
        self.foot_changed.emit()

    def _steps(self) -> list[YearStep]:
        found = (self.model.record(each) for each in self.model.ids)
        return [each for each in found if each is not None]

    def _current(self) -> YearStep | None:
        return self.model.record(self.table.current_id())

    @Slot()
    def _follow(self, *_: object) -> None:
        here = self._current()
        is_done = here is not None and here.state is StepState.DONE
        self.tick_action.setText(w.STEP_UNTICK if is_done else w.STEP_TICK)
        for action in (self.tick_action, self.edit_action, self.drop_action, self.up_action, self.down_action):
            action.setEnabled(here is not None)

    # -- deeds ----------------------------------------------------------------------------------------------

    @Slot()
    def turn_tick(self) -> None:
        """Tick the current step for the year, or take the tick away."""
        here = self._current()
        if self.desk is not None and here is not None:
            deed = untick_step if here.state is StepState.DONE else tick_step
            self.operations.run(partial(deed, self.desk, here.step.id, self.year), initiator=self)

    @Slot()
    def add_step(self) -> None:
        """A new step at the end."""
        if (made := self._asked(CycleStep("", ""))) is not None:
            self._keep([*(each.step for each in self._steps()), made])

    @Slot()
    def edit_step(self, *_: object) -> None:
        """Edit the current step; once it was looked at it is an example no longer."""
        here = self._current()
        if here is not None and (changed := self._asked(here.step)) is not None:
            self._keep([changed if each.step.id == changed.id else each.step for each in self._steps()])

    @Slot()
    def drop_step(self) -> None:
        """Take the current step off the calendar."""
        here = self._current()
        if here is not None and Question.ask(
            self, w.STEP_DROP_TITLE, w.drop_step(here.step.title), yes=w.STEP_DROP
        ):  # fmt: skip
            self._keep([each.step for each in self._steps() if each is not here])

    def _move(self, by: int, *_: object) -> None:
        steps, here = [each.step for each in self._steps()], self._current()
        if here is None:
            return
        place = steps.index(here.step)
        there = place + by
        if 0 <= there < len(steps):
            steps[place], steps[there] = steps[there], steps[place]
            self._keep(steps)

    def _keep(self, steps: list[CycleStep]) -> None:
        if self.desk is not None:
            self.operations.run(partial(keep_steps, self.desk, steps), initiator=self)

    def _asked(self, step: CycleStep) -> CycleStep | None:
        """The step as a person filled it in, its day as people write days."""
        written = replace(step, month_day=year_day_words(step.month_day))
        form = CheckedForm(
            self, w.STEP, written, _FIELDS, check=lambda told: check_step(_as_kept(told)), fault_at="month_day"
        )  # fmt: skip
        told = form.answer()
        return None if told is None else replace(_as_kept(told), is_example=0)

    def _action(self, words: str, picture: str, tip: str, deed: object, key: str = "") -> QAction:
        made = QAction(icon(picture, "on_accent" if words == w.STEP_TICK else "text"), words, self)
        made.setToolTip(tip)
        made.triggered.connect(deed)
        if key:
            shortcut = QShortcut(QKeySequence(key), self.table, context=Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(made.trigger)
        return made


def _as_kept(told: CycleStep) -> CycleStep:
    return replace(told, month_day=year_day_read(told.month_day))


def _columns() -> tuple[Column[YearStep], ...]:
    heads = w.STEP_HEADINGS
    return (
        Column("day", heads["day"], lambda each: day(each.day), 11),
        Column("title", heads["title"], lambda each: w.step_title(each.step), 40, grows=True),
        Column("who", heads["who"], lambda each: each.step.who, 30, drops=1),
        Column("note", heads["note"], lambda each: each.step.note, 14, drops=2),
        Column("state", heads["state"], lambda each: _badge(each).words, 14, badge=_badge, longest="Quá 8888 ngày"),
    )


def _badge(each: YearStep) -> Badge:
    tone, shape = _LOOKS[each.state]
    words = w.step_late(each.days_late) if each.state is StepState.LATE else w.STEP_STATES[each.state]
    return Badge(words, tone, shape)
