"""Nhiệm vụ: three looks at the same lines, steps for many lines at once, the story of one at the right."""

from array import array
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QPushButton, QSplitter, QStackedWidget

from district_desk.desk import Desk
from district_desk.desk.line_view import LineView
from district_desk.desk.listing import near
from district_desk.desk.sentences import sentence_of
from district_desk.domain.changes import Changes, Entity
from district_desk.domain.directives import Attachment
from district_desk.domain.listing import AssignmentFilter, TaskSort
from district_desk.domain.problems import Problem
from district_desk.domain.task_looks import DueDay, Matrix
from district_desk.ui.operations import Operations
from district_desk.ui.print_job import PrintJob
from district_desk.ui.register.pane import open_file
from district_desk.ui.tasks import answers
from district_desk.ui.tasks import words as w
from district_desk.ui.tasks.calendar_look import CalendarLook
from district_desk.ui.tasks.filter_bar import FilterBar
from district_desk.ui.tasks.kept_lists import KeptLists
from district_desk.ui.tasks.line_pane import LinePane
from district_desk.ui.tasks.matrix_look import MatrixModel, MatrixTable
from district_desk.ui.tasks.model import TaskModel
from district_desk.ui.tasks.steps import Steps
from district_desk.ui.tasks.table import TaskTable
from district_desk.ui.widgets.buttons import ActionButton
from district_desk.ui.widgets.chips import Chips
from district_desk.ui.widgets.empty import EmptyPlace
from district_desk.ui.widgets.measure import letters
from district_desk.ui.widgets.page import Page

_WIDE_LETTERS: Final = 147
_EMPTY: Final = "empty"


class TasksPage(Page):
    """The lines of all directives. ``filled()`` each time a look has arrived."""

    filled = Signal()
    topic = "nhiem-vu"

    def __init__(self, operations: Operations) -> None:
        super().__init__(operations)
        self._before: tuple[str, str, AssignmentFilter] | None = None
        self._with_pane = frozenset({w.LIST})
        self._alone = False
        self.month = date(2000, 1, 1)
        self.model = TaskModel(self)
        self.table = TaskTable(w.TABLE, self.model, lines=2)
        self.matrix_model = MatrixModel(self)
        self.matrix = MatrixTable(self.matrix_model)
        self.calendar = CalendarLook()
        self.filter = FilterBar()
        self.chips, self.search, self.units = self.filter.chips, self.filter.search, self.filter.units
        self.looks = Chips(w.LOOKS)
        self.kept = KeptLists(self, self.filter, self.table)
        self.steps = Steps(self, self._chosen_ids)
        self._make_actions()
        self.pane = LinePane((self._open, self.steps.menu))
        self._lay_out()
        self._connect()
        self.set_words(w.TITLE)
        self._follow(0)

    # -- the office -----------------------------------------------------------------------------------------

    def attach(self, desk: Desk) -> None:
        self.model.attach(desk)
        self.month = desk.today().replace(day=1)
        self.filter.offer(desk)
        self.kept.offer(desk)
        super().attach(desk)

    @Slot()
    def refresh(self) -> None:
        if not self.is_open:
            return
        self.model.as_of = self.desk.today()
        self.filter.say(self.desk)
        wanted, look = self.filter.wanted(self.desk), self.looks.current
        for action in (self._excel, self._paper):
            action.setVisible(look == w.MATRIX)
        work, show = self._asked(look, wanted)
        self.operations.fetch(work, on_done=show, topic="tasks")

    def _asked(self, look: str, wanted: AssignmentFilter) -> tuple[Callable[..., Any], Callable[[Any], None]]:
        """What a look asks the desk, and what shows the answer."""
        if look == w.MATRIX:
            return partial(answers.matrix_of, self.desk, wanted), self._show_matrix
        if look == w.CALENDAR:
            return partial(answers.month_of, self.desk, wanted, self.month), self._show_month
        return partial(answers.ids_of, self.desk, wanted), self._show

    def on_changes(self, changes: Changes, initiator: object) -> None:
        del initiator
        if changes.concern_catalogue():
            self.filter.offer(self.desk)
        if changes.concern(Entity.SAVED_VIEW):
            self.kept.offer(self.desk)
        if changes.concern_due():
            self.model.renew_look()
            self.refresh()
            self._follow(self._current_id())

    @Slot()
    def shown(self) -> None:
        self._look().setFocus()

    def search_here(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def foot(self) -> str:
        return self._subtitle.text()

    # -- the looks ------------------------------------------------------------------------------------------

    def show_look(self, look: str) -> None:
        """List, matrix or calendar."""
        self.looks.choose(look)
        self._look_chosen()
        self._look().setFocus()

    @Slot()
    def _look_chosen(self) -> None:
        self._before, self._alone = None, False
        self._back.setEnabled(False)
        self._follow(0)
        self.refresh()
        self._share_room()

    @Slot(object)
    def _show(self, ids: "array[int]") -> None:
        self.table.show_ids(ids)
        self.chips.set_counts({self.chips.current: len(ids)})
        self._arrived(w.LIST if len(ids) else _EMPTY, w.subtitle(len(ids), self.model.as_of))
        self._follow(self.table.current_id())

    @Slot(object)
    def _show_matrix(self, matrix: Matrix) -> None:
        self.matrix_model.show(matrix)
        self.chips.set_counts({})
        said = w.matrix_subtitle(len(matrix.items), len(matrix.units), matrix.as_of, cut=matrix.cut)
        self._arrived(w.MATRIX if matrix.items else _EMPTY, said)

    @Slot(object)
    def _show_month(self, due: list[DueDay]) -> None:
        today = self.desk.today()
        self.calendar.show_month(self.month, due, self.desk.calendar.is_working, today, near(self.desk, today))
        self.chips.set_counts({})
        self._arrived(w.CALENDAR, w.month_subtitle(self.calendar.model.month_total(), today))

    def _arrived(self, shown: str, subtitle: str) -> None:
        self.set_words(w.TITLE, subtitle)
        self._empty.say(w.EMPTY, w.EMPTY_FILTER_HOW if self.filter.is_narrowed else w.EMPTY_HOW)
        focused = self._stack.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._stack.setCurrentIndex((w.LIST, w.MATRIX, w.CALENDAR, _EMPTY).index(shown))
        if focused:
            self._look().setFocus()
        self.foot_changed.emit()
        self.filled.emit()

    @Slot(object)
    def _turn_to(self, first: date) -> None:
        self.month = first
        self.refresh()

    @Slot(object)
    def _open_day(self, day: date) -> None:
        self._remember()
        self.filter.set_wanted(self.chips.current, answers.on_day(self.filter.plain, day))

    @Slot(int, int)
    def _open_cell(self, item_id: int, unit_id: int) -> None:
        self._remember()
        self.filter.set_wanted(self.chips.current, answers.of_cell(self.filter.plain, item_id, unit_id))

    def _remember(self) -> None:
        """What Esc goes back to."""
        self._before = (self.looks.current, self.chips.current, self.filter.plain)
        self._back.setEnabled(True)
        self.looks.choose(w.LIST)
        self._share_room()

    @Slot()
    def _go_back(self) -> None:
        if self._alone:
            self._detail.setChecked(False)
            self._look().setFocus()
        elif self._before is not None:
            look, chip, wanted = self._before
            self._before = None
            self._back.setEnabled(False)
            self.looks.choose(look)
            self._follow(0)
            self.filter.set_wanted(chip, wanted)
            self._share_room()

    @Slot(str, bool)
    def _sorted(self, key: str, descends: Any) -> None:
        self.filter.sort_by(TaskSort(key), descending=bool(descends))

    # -- the line -------------------------------------------------------------------------------------------

    def _chosen_ids(self) -> list[int]:
        if self.looks.current == w.MATRIX:
            return self.matrix.chosen_ids()
        return self.table.chosen_ids() if self.looks.current == w.LIST else []

    def _current_id(self) -> int:
        return self.table.current_id() if self.looks.current == w.LIST else next(iter(self._chosen_ids()), 0)

    @Slot(int)
    def _follow(self, line_id: int) -> None:
        for action in (self._open, self._sheets):
            action.setEnabled(bool(line_id))
        self.steps.set_possible(possible=bool(line_id))
        if line_id and self.is_open:
            work = partial(answers.story_of, self.desk, line_id)
            self.operations.fetch(work, on_done=self._show_line, on_problem=self._line_gone, topic="task line")
        else:
            self.pane.show_nothing()

    @Slot(object)
    def _show_line(self, view: LineView) -> None:
        self.pane.show_line(view, self.model.badge(view.row).words)
        if len(self._chosen_ids()) <= 1:
            self.steps.set_next(view)

    def _line_gone(self, problem: Problem) -> None:
        del problem  # the line went with an undo; the list that is on its way no longer has it
        self.pane.show_nothing()

    @Slot()
    def _chosen_changed(self) -> None:
        """Several lines: each use case says which of them stands in the way."""
        if len(self._chosen_ids()) > 1:
            self.steps.set_possible(possible=True, several=True)

    @Slot(object)
    def _open_file(self, attachment: Attachment) -> None:
        try:
            open_file(self.desk, attachment)
        except Problem as problem:
            self.said.emit(sentence_of(problem))

    @Slot()
    def _open_line(self, *_: Any) -> None:
        row = next(iter(self._rows()), None)
        if row is not None:
            self.directive_wanted.emit(row.assignment.directive_id)

    def _rows(self) -> list[Any]:
        line_id = self._current_id()
        return self.desk.store.reading().assignment_rows([line_id], self.model.as_of) if line_id else []

    def print_shown(self) -> None:
        if self.looks.current == w.MATRIX:
            self._print_matrix()
        else:
            self._print_sheets()

    @Slot()
    def _print_matrix(self) -> None:
        from district_desk.desk.look_values import MatrixWish
        from district_desk.desk.printed_reports import MATRIX
        from district_desk.ui.preview.paper_preview import PaperPreview, new_paper

        wish = MatrixWish(self.filter.wanted(self.desk), self.desk.today())
        PaperPreview.show_work(self, self.desk, self.operations, new_paper(self.desk, MATRIX, w.PAPER_TITLE, wish))

    @Slot()
    def _print_sheets(self) -> None:
        for row in self._rows():
            self.print_wanted.emit(PrintJob("phieu-giao-nhiem-vu", w.SHEETS, directive_id=row.assignment.directive_id))

    # -- the matrix's workbook ------------------------------------------------------------------------------

    @Slot()
    def _export(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, w.EXCEL_TO, w.EXCEL_NAME, w.EXCEL_FILES)
        if path:
            self.export_to(Path(path))

    def export_to(self, path: Path) -> None:
        """Write the matrix that is shown to a workbook."""
        work = partial(answers.workbook_of, self.desk, self.filter.wanted(self.desk), path)
        self.operations.fetch(work, on_done=self._exported, title=w.EXPORTING)

    @Slot(object)
    def _exported(self, path: Path) -> None:
        self.said.emit(w.exported(path.name))

    # -- building -------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    @Slot(bool)
    def _toggle_pane(self, shown: bool) -> None:  # noqa: FBT001  Qt's own signature
        here = {self.looks.current} - {w.CALENDAR}
        self._alone = self.is_narrow and bool(here) and shown
        if not self.is_narrow:
            self._with_pane = self._with_pane | here if shown else self._with_pane - here
        self._back.setEnabled(self._alone or self._before is not None)
        self._share_room()

    @property
    def is_narrow(self) -> bool:
        """Whether there is no room for a look and the pane side by side: then F4 shows the pane alone, Esc goes back."""
        return self.width() < letters(self, _WIDE_LETTERS)

    @Slot()
    def _share_room(self) -> None:
        if not self.is_narrow:
            self._alone = False
        self._stack.setVisible(not self._alone)
        self.filter.setVisible(not self._alone)
        self.pane.setVisible(self._alone or (not self.is_narrow and self.looks.current in self._with_pane))
        with QSignalBlocker(self._detail):
            self._detail.setChecked(not self.pane.isHidden())

    def _look(self) -> Any:
        return {w.MATRIX: self.matrix, w.CALENDAR: self.calendar.table}.get(self.looks.current, self.table)

    def _make_actions(self) -> None:
        self._open = self.add_action(w.OPEN_DIRECTIVE, key="Ctrl+O", picture="open")
        self._open.triggered.connect(self._open_line)
        self._sheets = self.add_action(w.SHEETS, key="Ctrl+Shift+P", picture="print")
        self._sheets.triggered.connect(self._print_sheets)
        self._excel = self.add_action(w.EXCEL, key="Ctrl+Shift+E", picture="excel")
        self._excel.triggered.connect(self._export)
        self._paper = self.add_action(w.PAPER, picture="print", tip=w.PAPER_TIP)
        self._paper.triggered.connect(self._print_matrix)
        self._detail = self.add_action(w.DETAIL, key="F4")
        self._detail.setCheckable(True)
        self._detail.setChecked(True)
        self._detail.toggled.connect(self._toggle_pane)
        self._back = self.add_action(w.BACK, key="Esc", picture="back")
        self._back.triggered.connect(self._go_back)
        self._back.setEnabled(False)
        for look, name in w.LOOKS:
            action = self.add_action(name, key=w.LOOK_KEYS[look], tip=w.LOOK_TIPS[look])
            action.triggered.connect({w.LIST: self._to_list, w.MATRIX: self._to_matrix}.get(look, self._to_calendar))
        self._excel.setVisible(False)
        self._paper.setVisible(False)
        buttons = (
            (self._excel, ""),
            (self._paper, ""),
            (self.steps.menu, ""),
            (self._sheets, ""),
            (self.steps.close, "primary"),
        )
        for action, role in buttons:
            self.add_button(action, role)

    def _lay_out(self) -> None:
        self._empty = EmptyPlace("tasks", w.EMPTY, w.EMPTY_HOW)
        self._stack = QStackedWidget()
        for each in (self.table, self.matrix, self.calendar, self._empty):
            self._stack.addWidget(each)
        unit = self.fontMetrics().height()
        self.filter.first.addWidget(self.kept.box)
        self.filter.first.addWidget(ActionButton(self.kept.menu))
        self.filter.second.addWidget(self.looks)
        for chip in self.looks.findChildren(QPushButton):
            look = chip.property("key")
            chip.setToolTip(f"{w.LOOK_TIPS[look]} ({w.LOOK_KEYS[look]})")
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(self._stack)
        split.addWidget(self.pane)
        split.setStretchFactor(0, 1)
        split.setSizes([unit * 46, unit * 21])
        self.pane.setMinimumWidth(unit * 18)
        self.body.addWidget(self.filter)
        self.body.addWidget(split, 1)

    def _connect(self) -> None:
        self.filter.changed.connect(self.refresh)
        self.search.gone_down.connect(self.shown)
        self.looks.chosen.connect(self._look_chosen)
        self.table.opened.connect(self._open_line)
        self.table.current.connect(self._follow)
        self.table.sorted_by.connect(self._sorted)
        self.table.show_sort(TaskSort.DUE, Qt.SortOrder.AscendingOrder)
        self.table.selectionModel().selectionChanged.connect(self._chosen_changed)
        self.matrix.line_chosen.connect(self._follow)
        self.matrix.cell_opened.connect(self._open_cell)
        self.calendar.month_wanted.connect(self._turn_to)
        self.calendar.day_opened.connect(self._open_day)
        self.pane.file_wanted.connect(self._open_file)

    @Slot()
    def _to_list(self) -> None:
        self.show_look(w.LIST)

    @Slot()
    def _to_matrix(self) -> None:
        self.show_look(w.MATRIX)

    @Slot()
    def _to_calendar(self) -> None:
        self.show_look(w.CALENDAR)
