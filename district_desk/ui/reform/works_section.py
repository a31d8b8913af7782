"""Việc đột phá: the works that units register after the index of a year, and the units that have not registered any."""

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from district_desk.desk import Desk
from district_desk.desk.reform.breakthroughs import UnitWorks, breakthrough_register
from district_desk.desk.reform.index import index_of_year
from district_desk.desk.reform.plans import compare, give_plans
from district_desk.domain.reform_plans import Breakthrough
from district_desk.domain.reform_triggers import Duty
from district_desk.ui.icons import icon
from district_desk.ui.operations import Operations
from district_desk.ui.reform import work_words as w
from district_desk.ui.reform.section import ReformSection
from district_desk.ui.reform.work_sheet import WorksDialog
from district_desk.ui.reminding import words as reminding
from district_desk.ui.theme import Tone
from district_desk.ui.widgets.badge import Badge, Shape
from district_desk.ui.widgets.chips import Chips
from district_desk.ui.widgets.empty import EmptyPlace
from district_desk.ui.widgets.labels import label
from district_desk.ui.widgets.paged_model import Column
from district_desk.ui.widgets.record_list import RecordList
from district_desk.ui.widgets.record_table import RecordTable
from district_desk.ui.words import day

_LONGEST: Final = "Có công việc, chưa ghi ngày đăng ký"


class WorksSection(ReformSection):
    """The register of breakthrough works."""

    def __init__(self, operations: Operations) -> None:
        super().__init__(operations)
        self._units: dict[int, UnitWorks] = {}
        self.chips = Chips(w.CHIPS)
        self.figures = label("", role="muted")
        self.edit_action = self._action(w.EDIT, self.edit, w.EDIT_KEY, "edit", w.EDIT_TIP, is_main=True)
        self.give_action = self._action(w.GIVE, self.ask_to_give, "Ctrl+Shift+A", "add", w.GIVE_TIP)
        self.remind_action = self._action(w.REMIND, self.remind, reminding.KEY, "send", w.REMIND)
        self.print_action = self._action(w.PRINT, self.print_shown, "", "print", w.PRINT_NAME)
        self.works_model = RecordList(self._work_columns(), lambda work: work.id, self)
        self.units_model = RecordList(_unit_columns(), lambda row: row.unit.id, self)
        self.works = RecordTable(w.TITLE, self.works_model, lines=2)
        self.missing = RecordTable(w.CHIPS[1][1], self.units_model)
        self.empty = EmptyPlace("reform", w.NO_WORKS, w.NO_WORKS_HOW, self.edit_action, self.give_action)
        self.all_there = EmptyPlace("done", w.ALL_THERE, w.ALL_THERE_HOW)
        self._stack = QStackedWidget()
        for place in (self.works, self.missing, self.empty, self.all_there):
            self._stack.addWidget(place)
        row = QHBoxLayout()
        row.addWidget(self.chips)
        row.addWidget(self.figures)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self._stack, 1)
        self.chips.chosen.connect(self._show_chip)
        for table in (self.works, self.missing):
            table.opened.connect(self._open_row)
            table.selectionModel().selectionChanged.connect(self._follow)

    def refresh(self) -> None:
        desk, year = self.desk, self.year
        assert desk is not None
        self.give_action.setEnabled(index_of_year(desk.store.reading(), year) is not None)
        self.operations.fetch(lambda _: breakthrough_register(desk, year), on_done=self._filled, topic="reform-works")

    def head_actions(self) -> list[QAction]:
        return [self.edit_action, self.give_action, self.remind_action, self.print_action]

    def foot(self) -> str:
        return w.foot(self.year, len(self.all_works()), self._registered(), len(self._units))

    def all_works(self) -> list[Breakthrough]:
        """Every work of the year, in the office's order of units."""
        return [work for row in self._units.values() for work in row.works]

    @Slot(object)
    def _filled(self, rows: list[UnitWorks]) -> None:
        self._units = {row.unit.id: row for row in rows}
        missing = [row for row in rows if not row.has_registered]
        self.works_model.show_records(self.all_works())
        self.units_model.show_records(missing)
        for table, model in ((self.works, self.works_model), (self.missing, self.units_model)):
            if len(model.ids) and not table.current_id():
                table.choose(model.ids[0])
        self.chips.set_counts({w.WORKS: len(self.all_works()), w.MISSING: len(missing)})
        self.figures.setText(w.figures(self._registered(), len(rows)) if rows else "")
        self._show_chip()
        self.foot_changed.emit()

    def _registered(self) -> int:
        return sum(row.has_registered for row in self._units.values())

    @Slot()
    def _show_chip(self, *_: Any) -> None:
        if self.chips.current == w.MISSING:
            self._stack.setCurrentWidget(self.missing if len(self.units_model.ids) else self.all_there)
        else:
            self._stack.setCurrentWidget(self.works if len(self.works_model.ids) else self.empty)
        self._follow()

    @Slot()
    def _follow(self, *_: Any) -> None:
        self.remind_action.setEnabled(bool(self._awaited()))

    def _awaited(self) -> list[int]:
        """The assignments of the chosen units that have not registered; of all of them where the works are shown."""
        shown = self._stack.currentWidget() is self.missing
        rows = [self._units[each] for each in self.missing.chosen_ids()] if shown else list(self._units.values())
        return [row.plan.assignment_id for row in rows if row.plan and not row.has_registered]

    # -- what is done ---------------------------------------------------------------------------------------

    @Slot()
    def edit(self) -> None:
        """The works of the unit that has not registered and is chosen; else those of all units."""
        if self._stack.currentWidget() is self.missing and self.missing.current_id():
            self.edit_unit(self.missing.current_id())
        else:
            self._open(self.all_works())

    def edit_unit(self, unit_id: int) -> None:
        """The works of one unit."""
        self._open(self._units[unit_id].works, unit_id)

    @Slot(int)
    def _open_row(self, record_id: int) -> None:
        if self.sender() is self.missing:
            self.edit_unit(record_id)
        elif work := self.works_model.record(record_id):
            self.edit_unit(work.unit_id)

    def _open(self, works: Any, unit_id: int = 0) -> None:
        assert self.desk is not None
        units = {row.unit.id: row.unit for row in self._units.values()}
        WorksDialog(
            self, self.desk, self.operations, self.year, works=list(works), units=units, unit_id=unit_id
        ).open()  # fmt: skip

    @Slot()
    def ask_to_give(self) -> None:
        """Who is to register, by which item."""
        from district_desk.ui.reform.give_dialog import GiveDialog

        desk, year = self.desk, self.year
        assert desk is not None
        told = compare(desk, year, duty=Duty.BREAKTHROUGH)
        held = [row.unit.id for row in told.given]
        answer = GiveDialog.ask(self, desk, year, duty=Duty.BREAKTHROUGH, owing=told.to_give, given=held)
        if answer:
            work = partial(give_plans, desk, year, answer.owing, due=answer.due, given=answer.given)
            self.operations.run(work, initiator=self)

    @Slot()
    def remind(self) -> None:
        """Đôn đốc: those who have not registered."""
        from district_desk.ui.reminding import remind_dialog

        if self.desk is not None and (ids := self._awaited()):
            remind_dialog(self, self.desk, self.operations, ids)

    @Slot()
    def print_shown(self) -> bool:
        if self.desk is not None:
            print_works(self, self.desk, self.operations, self.year)
        return True

    # -- building -------------------------------------------------------------------------------------------

    def _work_columns(self) -> list[Column[Breakthrough]]:
        heads = w.HEADINGS
        return [
            Column("unit", heads["unit"], self._unit_name, 16),
            Column("content", heads["content"], lambda work: work.content, 22, grows=True),
            Column("solution", heads["solution"], lambda work: work.solution, 18, grows=True, drops=3),
            Column("criteria", heads["criteria"], lambda work: work.criteria, 12, drops=2),
            Column("time", heads["time"], lambda work: work.time, 10, drops=1),
            Column("result", heads["result"], lambda work: work.result, 16),
            Column("registered_on", heads["registered_on"], lambda work: day(work.registered_on), 10, drops=4),
            Column("notation", heads["notation"], lambda work: work.notation, 11, drops=5),
        ]

    def _unit_name(self, work: Breakthrough) -> str:
        row = self._units.get(work.unit_id)
        return row.unit.name if row else ""

    def _action(  # noqa: PLR0913  what an action looks like
        self, text: str, work: Callable[[], object], key: str, picture: str, tip: str, *, is_main: bool = False
    ) -> QAction:
        action = QAction(icon(picture, "on_accent" if is_main else "text"), text, self)
        action.setShortcut(key)
        action.setToolTip(f"{tip.removesuffix('…')} ({key})" if key else tip)
        action.triggered.connect(work)
        self.addAction(action)
        return action


def print_works(parent: QWidget, desk: Desk, operations: Operations, year: int) -> None:
    """The register of works on paper."""
    from district_desk.desk.reform.papers import ReformWish
    from district_desk.desk.reform.prints import BREAKTHROUGHS
    from district_desk.ui.preview.paper_preview import PaperPreview, new_paper

    PaperPreview.show_work(parent, desk, operations, new_paper(desk, BREAKTHROUGHS, w.PRINT_NAME, ReformWish(year)))


def _unit_columns() -> list[Column[UnitWorks]]:
    heads = w.HEADINGS
    return [
        Column("unit", heads["unit"], lambda row: row.unit.name, 20, grows=True),
        Column("due", heads["due"], w.due, 12),
        Column("state", heads["state"], w.state, 24, badge=_badge, longest=_LONGEST),
    ]


def _badge(row: UnitWorks) -> Badge:
    if row.plan is None:
        return Badge(w.state(row), Tone.NEUTRAL, Shape.RING)
    return Badge(w.state(row), Tone.WARNING, Shape.DIAMOND)
