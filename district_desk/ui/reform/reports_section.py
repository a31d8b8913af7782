"""Báo cáo định kỳ: one report in one year, units × periods; what came is noted, who is silent is reminded."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget

from district_desk.desk import Desk
from district_desk.desk.reform.papers import ReformWish
from district_desk.desk.reform.periodic_reports import (
    Noted,
    ReportsReminded,
    forget_submissions,
    note_many,
    remind_reports,
)
from district_desk.desk.reform.prints import PERIODIC
from district_desk.desk.reform.report_matrix import ReportCell, ReportMatrix, matrix
from district_desk.desk.reform.report_series import (
    PeriodKey,
    drop_series,
    keep_period,
    keep_series,
    recurring_items,
    rules_of,
    series_list,
)
from district_desk.domain.items import Item
from district_desk.domain.periodic_reports import ReportSeries, ReportState
from district_desk.ui.icons import icon
from district_desk.ui.operations import Operations
from district_desk.ui.reform import report_words as w
from district_desk.ui.reform import words as page_words
from district_desk.ui.reform.papers import show_paper
from district_desk.ui.reform.report_forms import period_form, receipt_form
from district_desk.ui.reform.report_messages import ReportMessages
from district_desk.ui.reform.reports_matrix import ReportsModel, ReportsTable
from district_desk.ui.reform.section import ReformSection
from district_desk.ui.reform.series_form import SeriesForm
from district_desk.ui.widgets.ask import Question
from district_desk.ui.widgets.buttons import ActionButton, button
from district_desk.ui.widgets.chips import Chips
from district_desk.ui.widgets.empty import EmptyPlace
from district_desk.ui.widgets.labels import label

_CHIP_STATES: Final = {"missing": ReportState.MISSING, "late": ReportState.LATE}


class ReportsSection(ReformSection):
    """The periodic reports of a year; here the page's year is the calendar year of the periods."""

    def __init__(self, operations: Operations) -> None:
        super().__init__(operations)
        self._shown: ReportMatrix | None = None
        self.series = QComboBox()
        self.series.setAccessibleName(w.SERIES)
        self.series.currentIndexChanged.connect(self._series_chosen)
        self.year_told = label("", role="muted")
        self.this_year = button("", self._to_this_year, role="link")
        self.chips = Chips(w.CHIPS)
        self.chips.chosen.connect(self._narrow)
        self.example = label(w.EXAMPLE, role="muted")
        self.onward = label("", role="muted")
        for told in (self.example, self.onward):
            told.setWordWrap(True)
        self.model = ReportsModel(self)
        self.table = ReportsTable(self.model)
        self.table.cells_opened.connect(self.note_chosen)
        self._make_actions()
        self.empty = EmptyPlace("calendar", w.NO_SERIES, w.HOW_TO_BEGIN, self.add_action)
        self.nothing = EmptyPlace("done", w.NOTHING_LEFT, w.NOTHING_LEFT_HOW)
        self._stack = QStackedWidget()
        for each in (self.table, self.empty, self.nothing):
            self._stack.addWidget(each)
        self._lay_out()

    def head_actions(self) -> list[QAction]:
        return [self.note_action, self.remind_action, self.edit_action, self.print_action]

    def print_shown(self) -> bool:
        if self._shown is not None:
            show_paper(self, PERIODIC, ReformWish(self.year, series_id=int(self.series.currentData())))
        return self._shown is not None

    def refresh(self) -> None:
        assert self.desk is not None
        self._fill_series(self.desk)
        self.year_told.setText(w.year_of_reports(self.year))
        today = self.desk.today().year
        self.this_year.setText(w.to_this_year(today))
        self.this_year.setVisible(today != self.year)
        if not self.series.count():
            self._show_nothing()
            return
        work = partial(matrix, self.desk, int(self.series.currentData()), self.year)
        self.operations.fetch(lambda _: work(), on_done=self._filled, topic="reform-reports")

    def foot(self) -> str:
        if self._shown is None:
            return ""
        return w.foot(self._shown.series.title, self._shown.year, self._count(ReportState.MISSING))

    def search_here(self) -> None:
        self.series.setFocus()

    # -- showing --------------------------------------------------------------------------------------------

    @Slot(object)
    def _filled(self, shown: ReportMatrix) -> None:
        self._shown = shown
        self.print_action.setEnabled(True)
        self.example.setVisible(bool(shown.series.is_example))
        self.onward.setText(w.onward(shown.periods))
        self.open_action.setVisible(shown.series.item_id is not None)
        self.chips.set_counts({key: self._count(state) for key, state in _CHIP_STATES.items()})
        self._narrow()
        self.foot_changed.emit()

    @Slot()
    def _narrow(self, *_: object) -> None:
        shown = self._shown
        if shown is None:
            return
        state = _CHIP_STATES.get(self.chips.current)
        wanted = {cell.unit.id for cell in shown.cells.values() if cell.state is state}
        here = self.table.currentIndex()
        self.model.show(shown, [unit for unit in shown.units if state is None or unit.id in wanted])
        self._stack.setCurrentWidget(self.table if self.model.units else self.nothing)
        self.table.choose(max(0, here.row()), max(0, here.column()))
        self._follow(is_shown=bool(self.model.units))

    def _show_nothing(self) -> None:
        self._shown = None
        for told in (self.example, self.onward):
            told.hide()
        self.open_action.setVisible(False)
        self.print_action.setEnabled(False)
        self._stack.setCurrentWidget(self.empty)
        self._follow(is_shown=False)
        self.foot_changed.emit()

    def _follow(self, *, is_shown: bool) -> None:
        for action in (self.note_action, self.remind_action, self.period_action, self.forget_action):
            action.setEnabled(is_shown)
        for action in (self.edit_action, self.drop_action):
            action.setEnabled(self._shown is not None)
        self.onward.setVisible(self._shown is not None)

    def _count(self, state: ReportState) -> int:
        return sum(cell.state is state for cell in self._shown.cells.values()) if self._shown else 0

    def _fill_series(self, desk: Desk) -> None:
        before = self.series.currentData()
        self.series.blockSignals(True)
        self.series.clear()
        for each in series_list(desk):
            self.series.addItem(each.title, each.id)
        self.series.setCurrentIndex(max(0, self.series.findData(before)) if self.series.count() else -1)
        self.series.blockSignals(False)

    @Slot(int)
    def _series_chosen(self, _: int) -> None:
        if self.desk is not None:
            self.refresh()

    @Slot()
    def _to_this_year(self) -> None:
        assert self.desk is not None
        self.year_made.emit(self.desk.today().year)

    # -- deeds ----------------------------------------------------------------------------------------------

    @Slot()
    def note_chosen(self) -> None:
        """Write what came of the chosen cells."""
        desk, cells = self.desk, self._chosen()
        if desk is None or not cells:
            self.said.emit(w.CHOOSE_CELL)
            return
        told = receipt_form(self, desk, cells).answer()
        if told is not None:
            work = partial(note_many, desk, _places(cells), told)
            self.operations.run(work, on_done=self._noted, initiator=self)

    @Slot()
    def forget_chosen(self) -> None:
        """Take back what was noted of the chosen cells."""
        cells = [cell for cell in self._chosen() if cell.submission.id]
        if self.desk is None or not cells:
            self.said.emit(w.CHOOSE_CELL)
            return
        self.operations.run(partial(forget_submissions, self.desk, _places(cells)), initiator=self)

    @Slot()
    def remind_chosen(self) -> None:
        """Count a reminder of the chosen reports that have not come, and show the messages."""
        own = self._shown.bureau if self._shown else None
        cells = [cell for cell in self._chosen() if cell.is_awaited and cell.unit != own]
        if self.desk is None or not cells:
            self.said.emit(w.CHOOSE_CELL)
            return
        sentence = w.remind(len({cell.unit.id for cell in cells}), len(cells))
        if Question.ask(self, w.REMIND_TITLE, sentence, yes=w.REMIND.rstrip("…")):
            work = partial(remind_reports, self.desk, _places(cells), on=self.desk.today())
            self.operations.run(work, on_done=self._reminded, initiator=self)

    @Slot()
    def edit_period(self) -> None:
        """Move the dates of the current period, of this year alone."""
        period = self.table.current_period()
        if self.desk is None or period is None:
            return
        if (moved := period_form(self, period).answer()) not in (None, period):
            self.operations.run(partial(keep_period, self.desk, moved), initiator=self)

    @Slot()
    def edit_series(self) -> None:
        """Edit the series with its periods."""
        if self._shown is not None:
            self._keep(self._shown.series)

    @Slot()
    def add_series(self) -> None:
        """A new series."""
        self._keep(ReportSeries(""))

    def _keep(self, series: ReportSeries) -> None:
        assert self.desk is not None
        rules = rules_of(self.desk, series.id) if series.id else []
        if told := SeriesForm(self, series, rules, recurring_items(self.desk)).answer():
            self.operations.run(partial(keep_series, self.desk, *told), initiator=self)

    @Slot()
    def drop_shown(self) -> None:
        """Take the series off the list."""
        if self.desk is None or self._shown is None:
            return
        series = self._shown.series
        if Question.ask(self, w.DROP_TITLE, w.drop_series(series.title), yes=w.DROP):
            self.operations.run(partial(drop_series, self.desk, series.id), initiator=self)

    @Slot()
    def open_item(self) -> None:
        """Open the directive whose item asks for the series."""
        if self.desk is not None and self._shown is not None and self._shown.series.item_id:
            item = self.desk.store.reading().get(Item, self._shown.series.item_id)
            self.directive_wanted.emit(item.directive_id)

    @Slot(object)
    def _noted(self, done: Noted) -> None:
        if done.left_open:
            self.said.emit(w.LEFT_OPEN.format(count=done.left_open))

    @Slot(object)
    def _reminded(self, done: ReportsReminded) -> None:
        ReportMessages(self, done.messages).open()

    # -- building -------------------------------------------------------------------------------------------

    def _chosen(self) -> list[ReportCell]:
        """The chosen cells, none while no matrix is shown."""
        return self.table.chosen() if self._shown is not None else []

    def _make_actions(self) -> None:
        self.note_action = self._action(w.RECEIVE, "check", w.RECEIVE_TIP, self.note_chosen)
        self.remind_action = self._action(w.REMIND, "send", w.REMIND_TIP, self.remind_chosen, "Ctrl+Shift+N")
        self.edit_action = self._action(w.EDIT, "edit", w.EDIT_TIP, self.edit_series)
        self.print_action = self._action(page_words.PRINT, "print", page_words.PRINT_MATRIX_TIP, self.print_shown)
        self.add_action = self._action(w.ADD, "add", w.HOW_TO_BEGIN, self.add_series)
        self.drop_action = self._action(w.DROP, "remove", w.DROP_TITLE, self.drop_shown)
        self.period_action = self._action(w.PERIOD, "calendar", w.PERIOD_TIP, self.edit_period, "F2")
        self.forget_action = self._action(w.FORGET, "undo", w.FORGET_TIP, self.forget_chosen, "Del")
        self.open_action = self._action(w.OPEN, "open", w.OPEN, self.open_item)

    def _action(self, words: str, picture: str, tip: str, deed: object, key: str = "") -> QAction:
        made = QAction(icon(picture, "on_accent" if words == w.RECEIVE else "text"), words, self)
        made.setToolTip(tip)
        made.triggered.connect(deed)
        if key:
            shortcut = QShortcut(QKeySequence(key), self.table, context=Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(made.trigger)
        return made

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.series, 1)
        first.addWidget(self.year_told)
        first.addWidget(self.this_year)
        second.addWidget(self.chips, 1)
        for action in (self.open_action, self.forget_action, self.period_action, self.add_action, self.drop_action):
            second.addWidget(ActionButton(action))
        self.body.addLayout(first)
        self.body.addLayout(second)
        for told in (self.example, self.onward):
            self.body.addWidget(told)
        self.body.addWidget(self._stack, 1)


def _places(cells: Sequence[ReportCell]) -> list[tuple[PeriodKey, int]]:
    return [(PeriodKey(cell.period.series_id, cell.period.year, cell.period.name), cell.unit.id) for cell in cells]
