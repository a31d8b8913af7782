"""Nhiệm vụ as a list by due date: filters, opening the directive, writing results."""

from array import array
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget

from district_desk.desk import Desk
from district_desk.desk.listing import near
from district_desk.desk.words import ROLES
from district_desk.domain.assignments import Role
from district_desk.domain.changes import Changes, Entity
from district_desk.domain.listing import AssignmentFilter
from district_desk.domain.units import Unit
from district_desk.ui.operations import Operations, Progress
from district_desk.ui.print_job import PrintJob
from district_desk.ui.tasks import words as w
from district_desk.ui.tasks.model import TaskModel
from district_desk.ui.tasks.result_question import ResultQuestion
from district_desk.ui.widgets.chips import Chips
from district_desk.ui.widgets.empty import EmptyPlace
from district_desk.ui.widgets.page import Page
from district_desk.ui.widgets.record_table import RecordTable
from district_desk.ui.widgets.search_field import SearchField


class TasksPage(Page):
    """The list. ``filled()`` each time it has arrived."""

    filled = Signal()
    topic = "nhiem-vu"

    def __init__(self, operations: Operations) -> None:
        super().__init__(operations)
        self._words = ""
        self.model = TaskModel(self)
        self.table = RecordTable(w.TABLE, self.model, lines=2)
        self.chips = Chips(w.CHIPS)
        self.search = SearchField(w.SEARCH)
        self.units = _box(w.UNIT)
        self.roles = _box(w.ROLE)
        self.roles.addItem(w.EVERY_ROLE, ())
        for role in Role:
            self.roles.addItem(ROLES[role], (role,))
        self._make_actions()
        self._empty = EmptyPlace("tasks", w.EMPTY, w.EMPTY_HOW)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        row = QHBoxLayout()
        row.addWidget(self.units)
        row.addWidget(self.roles)
        row.addWidget(self.search, 1)
        self.body.addLayout(row)
        self.body.addWidget(self.chips)
        self.body.addWidget(self._stack, 1)
        self.set_words(w.TITLE)
        self.chips.chosen.connect(self.refresh)
        self.search.asked.connect(self._words_asked)
        self.search.gone_down.connect(self.shown)
        self.units.activated.connect(self.refresh)
        self.roles.activated.connect(self.refresh)
        self.table.opened.connect(self._open_line)
        self.table.current.connect(self._follow)
        self._follow(0)

    def attach(self, desk: Desk) -> None:
        self.model.attach(desk)
        self._offer_units(desk)
        super().attach(desk)

    @Slot()
    def refresh(self) -> None:
        self.model.as_of = self.desk.today()
        work = partial(_list, self.desk, self._filter())
        self.operations.fetch(work, on_done=self._show, topic="tasks")

    def on_changes(self, changes: Changes, initiator: object) -> None:
        del initiator
        if changes.concern(Entity.UNIT):
            self._offer_units(self.desk)
        if changes.concern_due():
            self.model.renew_look()
            self.refresh()

    @Slot()
    def shown(self) -> None:
        self.table.setFocus()

    def search_here(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def foot(self) -> str:
        return w.subtitle(len(self.model.ids), self.model.as_of)

    # -- the list -------------------------------------------------------------------------------------------

    def _filter(self) -> AssignmentFilter:
        wanted = AssignmentFilter(
            unit_id=self.units.currentData(), roles=self.roles.currentData() or (), words=self._words
        )
        today = self.desk.today()
        match self.chips.current:
            case w.OPEN:
                return replace(wanted, open_only=True)
            case w.OVERDUE:
                return replace(wanted, open_only=True, due_until=today - timedelta(days=1))
            case w.NEAR:
                return replace(wanted, open_only=True, due_until=near(self.desk, today))
            case _:
                return wanted

    @Slot(object)
    def _show(self, ids: "array[int]") -> None:
        self.table.show_ids(ids)
        self.set_words(w.TITLE, w.subtitle(len(ids), self.model.as_of))
        self.chips.set_counts({self.chips.current: len(ids)})
        narrowed = self.chips.current != w.ALL or self._words or self.units.currentData()
        self._empty.say(w.EMPTY, w.EMPTY_FILTER_HOW if narrowed else w.EMPTY_HOW)
        self._stack.setCurrentIndex(0 if len(ids) else 1)
        self.foot_changed.emit()
        self.filled.emit()

    @Slot(str)
    def _words_asked(self, words: str) -> None:
        if words != self._words:
            self._words = words
            self.refresh()

    def _offer_units(self, desk: Desk) -> None:
        chosen = self.units.currentData()
        self.units.clear()
        self.units.addItem(w.EVERY_UNIT, None)
        for unit in desk.store.reading().find(Unit, "position"):
            self.units.addItem(unit.short_name or unit.name, unit.id)
        self.units.setCurrentIndex(max(0, self.units.findData(chosen)))

    # -- deeds ----------------------------------------------------------------------------------------------

    @Slot(int)
    def _follow(self, line_id: int) -> None:
        for action in (self._open, self._result, self._sheets):
            action.setEnabled(bool(line_id))

    @Slot()
    def _open_line(self, *_: Any) -> None:
        row = self.model.row(self.table.currentIndex().row())
        if row is not None:
            self.directive_wanted.emit(row.assignment.directive_id)

    @Slot()
    def _write_result(self) -> None:
        from district_desk.desk.assigning import record_result

        ids = self.table.chosen_ids()
        result = ResultQuestion.ask(self, len(ids), offered=self.desk.today()) if ids else None
        if result is not None:
            self.operations.run(
                partial(record_result, self.desk, ids, on=result.on, notation=result.notation, text=result.text),
                initiator=self,
            )

    @Slot()
    def print_shown(self) -> None:
        row = self.model.row(self.table.currentIndex().row())
        if row is not None:
            self.print_wanted.emit(PrintJob("phieu-giao-nhiem-vu", w.SHEETS, directive_id=row.assignment.directive_id))

    def _make_actions(self) -> None:
        self._open = self.add_action(w.OPEN_DIRECTIVE, key="Ctrl+O", picture="open")
        self._open.triggered.connect(self._open_line)
        self._sheets = self.add_action(w.SHEETS, key="Ctrl+Shift+P", picture="print")
        self._sheets.triggered.connect(self.print_shown)
        self._result = self.add_action(w.RESULT, key="F6", picture="done", tip=w.RESULT_TIP, primary="primary")
        self._result.triggered.connect(self._write_result)
        for action, role in ((self._open, ""), (self._sheets, ""), (self._result, "primary")):
            self.add_button(action, role)


def _box(name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setToolTip(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    box.setMaximumWidth(box.fontMetrics().height() * 16)
    return box


def _list(desk: Desk, wanted: AssignmentFilter, progress: Progress) -> "array[int]":
    del progress
    return desk.store.reading().assignment_ids(wanted, desk.today())
