"""Kế hoạch khắc phục: who owes a duty and why, what was given, sent, sent back, accepted, reported on, closed."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget

from district_desk.desk import Desk
from district_desk.desk.reform import plans as reform_plans
from district_desk.desk.reform.index import index_of_year
from district_desk.desk.reform.plan_board import BoardRow, PlanBoard, plan_board
from district_desk.desk.reform.plans import PlanRow
from district_desk.domain.reform_plans import PlanState
from district_desk.domain.reform_triggers import Duty
from district_desk.domain.vietnamese import fold
from district_desk.ui.icons import icon
from district_desk.ui.operations import Operations
from district_desk.ui.reform import plan_words as w
from district_desk.ui.reform import words as page_words
from district_desk.ui.reform.plan_steps import PlanSteps
from district_desk.ui.reform.plan_table import PlanTable
from district_desk.ui.reform.section import ReformSection
from district_desk.ui.reform.works_section import print_works
from district_desk.ui.reminding import words as reminding
from district_desk.ui.widgets.chips import Chips
from district_desk.ui.widgets.empty import EmptyPlace
from district_desk.ui.widgets.labels import label, selectable
from district_desk.ui.widgets.search_field import SearchField

_HOLDS: Final[Mapping[str, Callable[[BoardRow], bool]]] = {
    w.ALL: lambda _: True,
    w.TO_GIVE: lambda row: row.owed is not None,
    w.AWAITED: lambda row: row.plan is not None and row.plan.is_awaited,
    w.LATE: lambda row: row.plan is not None and not row.plan.is_awaited and row.is_late,
    w.SENT: lambda row: row.plan is not None and row.plan.state is PlanState.SENT,
    w.GONE: lambda row: row.no_longer,
}
_MANY: Final = 40
"""Rows from which on the search field is always there."""


class PlansSection(ReformSection):
    """The board of one duty after the index of a year."""

    def __init__(self, operations: Operations) -> None:
        super().__init__(operations)
        self.board: PlanBoard | None = None
        self._rows: dict[int, BoardRow] = {}
        self.duties = QComboBox()
        for duty, name in w.DUTIES.items():
            self.duties.addItem(name, duty.value)
        self.chips = Chips(w.CHIPS)
        self.news = label("", role="muted")
        self.search = SearchField(w.SEARCH)
        self.search.hide()
        self.give_action = self._action(w.GIVE, self.ask_to_give, w.GIVE_KEY, "add", is_main=True)
        self.remind_action = self._action(w.REMIND, self.remind, reminding.KEY, "send")
        self.menu_action = self._action(w.STEPS, self._open_menu, "Shift+F10", "menu")
        self.open_action = self._action(w.OPEN, self.open_plan, w.OPEN_KEY, "open")
        self.directive_action = self._action(w.DIRECTIVE, self.open_directive, w.DIRECTIVE_KEY, "register")
        self.print_action = self._action(w.PRINT, self.print_board, "", "print")
        self.paper_action = self._action(w.PRINT_PLAN, self.print_plans, w.PRINT_PLAN_KEY, "print")
        self.steps = PlanSteps(self, self._chosen_plans, self._office)
        self.empty = EmptyPlace("reform", w.NO_ONE, w.NO_ONE_HOW, self.give_action)
        self.none_left = EmptyPlace("filter", w.NONE_LEFT, w.NONE_LEFT_HOW)
        self.table = PlanTable(self)
        self.why = selectable("", role="muted")
        self._stack = QStackedWidget()
        self._lay_out()
        self.duties.currentIndexChanged.connect(self._duty_chosen)
        self.chips.chosen.connect(self._show_chip)
        self.search.asked.connect(self._show_chip)
        self.search.gone_down.connect(self.table.setFocus)
        self._follow()

    # -- what is shown --------------------------------------------------------------------------------------

    @property
    def duty(self) -> Duty:
        """The duty that is shown."""
        return Duty(self.duties.currentData())

    def refresh(self) -> None:
        desk, year, duty = self.desk, self.year, self.duty
        assert desk is not None
        has_index = index_of_year(desk.store.reading(), year) is not None
        self.give_action.setEnabled(has_index)
        if not has_index:
            self._filled(None)
            return
        self.operations.fetch(lambda _: plan_board(desk, year, duty=duty), on_done=self._filled, topic="reform-plans")

    def head_actions(self) -> list[QAction]:
        return [self.give_action, self.open_action, self.menu_action, self.remind_action]

    def search_here(self) -> None:
        self.search.show()
        self.search.setFocus()

    def foot(self) -> str:
        awaited = sum(row.plan is not None and row.plan.is_awaited for row in self._rows.values())
        return w.foot(self.year, self.duty, len(self._rows), awaited)

    @Slot(object)
    def _filled(self, board: PlanBoard | None) -> None:
        self.board = board
        self._rows = {row.unit.id: row for row in board.rows} if board else {}
        rows = list(self._rows.values())
        self.chips.set_counts({key: sum(holds(row) for row in rows) for key, holds in _HOLDS.items()})
        self.news.setText(
            w.news(sum(row.owed is not None for row in rows), sum(row.no_longer for row in rows))
        )  # fmt: skip
        self.news.setVisible(bool(self.news.text()))
        self.search.setVisible(len(rows) > _MANY or bool(self.search.text()))
        if board:
            self.table.arrange(board.domains, with_measures=self.duty is not Duty.BREAKTHROUGH)
        else:
            self.empty.say(page_words.NO_INDEX.format(year=self.year), page_words.HOW_TO_BEGIN)
        if board and not rows:
            self.empty.say(w.NO_ONE, w.NO_ONE_HOW)
        self._show_chip()
        self.foot_changed.emit()

    @Slot()
    def _show_chip(self, *_: Any) -> None:
        wanted = fold(self.search.text())
        named = (row for row in self._rows.values() if wanted in fold(row.unit.name))
        shown = [row for row in named if _HOLDS[self.chips.current](row)]
        self.table.show_rows(shown)
        place = self.table if shown else self.none_left if self._rows else self.empty
        self._stack.setCurrentWidget(place)
        self._follow()

    @Slot()
    def _duty_chosen(self) -> None:
        if self.desk is not None:
            self.refresh()

    # -- what is chosen -------------------------------------------------------------------------------------

    def chosen(self) -> list[BoardRow]:
        """The chosen rows, top down."""
        return [self._rows[each] for each in self.table.chosen_ids() if each in self._rows]

    def _chosen_plans(self) -> list[PlanRow]:
        return [row.plan for row in self.chosen() if row.plan]

    @Slot()
    def _follow(self, *_: Any) -> None:
        rows, given = self.chosen(), self._chosen_plans()
        self.steps.set_possible(given)
        self.menu_action.setEnabled(bool(self._rows))
        self.print_action.setEnabled(bool(self._rows) and self.duty is Duty.PLAN)
        self.paper_action.setEnabled(bool(given) and self.duty is Duty.PLAN)
        self.remind_action.setEnabled(any(plan.is_awaited for plan in given))
        self.open_action.setEnabled(len(rows) == 1 and self.duty is not Duty.BREAKTHROUGH)
        self.directive_action.setEnabled(len(rows) == 1 and (bool(given) or rows[0].owed is not None))
        self.why.setText(f"{rows[0].unit.name}. Căn cứ: {w.why(rows[0].reasons)}." if len(rows) == 1 else "")

    # -- what is done ---------------------------------------------------------------------------------------

    @Slot()
    def ask_to_give(self) -> None:
        """Who is to be given the duty, by which item."""
        from district_desk.ui.reform.give_dialog import GiveDialog

        desk, year = self._office(), self.year
        owing = [row.owed for row in self._rows.values() if row.owed]
        held = [row.unit.id for row in self._rows.values() if row.plan and row.plan.state is not PlanState.RECALLED]
        answer = GiveDialog.ask(self, desk, year, duty=self.duty, owing=owing, given=held)
        if answer:
            work = partial(reform_plans.give_plans, desk, year, answer.owing, due=answer.due, given=answer.given)
            self.operations.run(work, initiator=self)

    @Slot()
    def remind(self) -> None:
        """Đôn đốc: the chosen units whose plan is awaited."""
        from district_desk.ui.reminding import remind_dialog

        awaited = [row.plan.plan.assignment_id for row in self.chosen() if row.plan and row.plan.is_awaited]
        if awaited:
            remind_dialog(self, self._office(), self.operations, awaited)

    def print_shown(self) -> bool:
        if self.duty is Duty.BREAKTHROUGH and self._rows:
            print_works(self, self._office(), self.operations, self.year)
        elif self.print_action.isEnabled():
            self.print_board()
        else:
            return False
        return True

    @Slot()
    def print_board(self) -> None:
        """The board on paper; where those awaited are shown, they alone, for the Chairman."""
        from district_desk.desk.reform.papers import ReformWish
        from district_desk.desk.reform.prints import PLAN_TABLE
        from district_desk.ui.preview.paper_preview import PaperPreview, new_paper

        wish = ReformWish(self.year, only_awaited=self.chips.current == w.AWAITED)
        work = new_paper(self._office(), PLAN_TABLE, w.PRINT_NAME, wish)
        PaperPreview.show_work(self, self._office(), self.operations, work)

    @Slot()
    def print_plans(self) -> None:
        """The chosen units' plans, sections I to V with their tables."""
        from district_desk.desk.reform.papers import ReformWish
        from district_desk.desk.reform.prints import UNIT_PLAN
        from district_desk.ui.preview.paper_preview import PaperPreview, new_paper

        wish = ReformWish(self.year, tuple(row.unit.id for row in self.chosen() if row.plan))
        work = new_paper(self._office(), UNIT_PLAN, w.PRINT_PLAN_NAME, wish)
        PaperPreview.show_work(self, self._office(), self.operations, work)

    @Slot()
    def _open_menu(self) -> None:
        self.steps.open_menu(self.directive_action, self.print_action, self.paper_action)

    @Slot()
    def open_plan(self, *_: Any) -> None:
        """The measures of the chosen plan and how they stand."""
        from district_desk.ui.reform.measures_dialog import MeasuresDialog

        if not self.open_action.isEnabled():
            return
        row = self.chosen()[0]
        if row.plan is None:
            self.said.emit(w.NOT_YET_GIVEN)
            return
        dialog = MeasuresDialog(self, self._office(), self.operations, row.plan, w.why(row.reasons))
        dialog.directive_wanted.connect(self.directive_wanted)
        dialog.open()

    @Slot()
    def open_directive(self) -> None:
        """The directive that obliges the chosen unit."""
        for row in self.chosen()[:1]:
            item = row.plan.item if row.plan else row.owed.item if row.owed else None
            if item:
                self.directive_wanted.emit(item.directive_id)

    # -- building -------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        caption = label(w.DUTY)
        caption.setBuddy(self.duties)
        row.addWidget(caption)
        row.addWidget(self.duties)
        row.addSpacing(self.fontMetrics().height())
        row.addWidget(self.chips, 1)
        for place in (self.table, self.none_left, self.empty):
            self._stack.addWidget(place)
        self.news.setWordWrap(True)
        self.body.addLayout(row)
        second = QHBoxLayout()
        second.addWidget(self.news, 1)
        second.addWidget(self.search)
        second.setAlignment(self.search, Qt.AlignmentFlag.AlignRight)
        self.body.addLayout(second)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self.why)
        self.table.chosen.connect(self._follow)
        self.table.opened.connect(self.open_plan)

    def _action(  # what an action looks like
        self, text: str, work: Callable[[], None], key: str, picture: str, *, is_main: bool = False
    ) -> QAction:
        action = QAction(icon(picture, "on_accent" if is_main else "text"), text, self)
        action.setShortcut(key)
        action.setToolTip(f"{text.removesuffix('…')} ({key})" if key else text.removesuffix("…"))
        action.triggered.connect(work)
        self.addAction(action)
        return action

    def _office(self) -> Desk:
        assert self.desk is not None
        return self.desk
