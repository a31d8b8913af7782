"""Văn bản đến: chips, list and detail of the register; also our own documents, spoken orders and reference files."""

from array import array
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from district_desk.desk import Desk
from district_desk.desk.listing import DirectiveView, directive_view
from district_desk.desk.sentences import sentence_of
from district_desk.domain.changes import Changes, Entity
from district_desk.domain.directives import Attachment, Directive, Source
from district_desk.domain.listing import Counts, DirectiveFilter, FieldChange, NumberAudit, RegisterSort
from district_desk.domain.problems import Problem
from district_desk.ui.operations import Operations, Progress
from district_desk.ui.print_job import PrintJob
from district_desk.ui.register import words as w
from district_desk.ui.register.deeds import Deeds
from district_desk.ui.register.filter_bar import NEWEST_YEAR, FilterBar
from district_desk.ui.register.model import RegisterModel
from district_desk.ui.register.pane import DirectivePane, open_file
from district_desk.ui.widgets.buttons import button
from district_desk.ui.widgets.empty import EmptyPlace
from district_desk.ui.widgets.measure import letters
from district_desk.ui.widgets.page import Page
from district_desk.ui.widgets.record_table import RecordTable

_WIDE_LETTERS: Final = 147
_REGISTER_FORM: Final = "so-dang-ky-van-ban-den"
_FOLLOW_UP_FORM: Final = "so-theo-doi-giai-quyet-van-ban-den"


@dataclass(frozen=True, slots=True)
class Listed:
    """What the list brings: ids in order, numbers behind the chips, the years there are."""

    wanted: DirectiveFilter
    ids: "array[int]"
    chips: dict[str, int]
    years: list[int]


class RegisterPage(Page):
    """The register. ``filled()`` each time a list has arrived."""

    filled = Signal()
    topic = "van-ban-den"

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(operations, parent)
        self._open_next = 0
        self._listed: Listed | None = None
        self._counts: Counts | None = None
        self._opened_alone = False
        self.model = RegisterModel(self)
        self.table = RecordTable(w.TABLE, self.model, lines=2)
        self.filter = FilterBar()
        self.deeds = Deeds(self, self.table)
        self.pane = DirectivePane((self.deeds.assign,), self.deeds.sheets, self.deeds.more)
        self._make_actions()
        self._lay_out()
        self._connect()
        self.set_words(w.TITLES[w.RECEIVED], w.OPENING)
        self._follow_chosen(0)

    # -- the office -----------------------------------------------------------------------------------------

    def attach(self, desk: Desk) -> None:
        self.model.attach(desk)
        self._enter.setEnabled(True)
        super().attach(desk)

    @Slot()
    def refresh(self) -> None:
        if self.is_open:
            work = partial(_list, self.desk, self.filter.wanted)
            self.operations.fetch(work, on_done=self._show_list, topic="register")

    def on_changes(self, changes: Changes, initiator: object) -> None:
        del initiator
        if changes.concern_catalogue():
            self.model.renew_look()
        if changes.concern_register() or changes.concern(Entity.SETTING):
            self.model.touched(changes.ids(Entity.DIRECTIVE))
            self.refresh()

    def shown(self) -> None:
        self.table.setFocus()

    def search_here(self) -> None:
        self.filter.search.setFocus()
        self.filter.search.selectAll()

    def foot(self) -> str:
        if self._listed is None:
            return ""
        return w.foot(self.filter.source, self._listed.wanted.year, self._counts, len(self.model.ids))

    def entering_source(self) -> Source:
        return self.filter.new_source

    # -- the list -------------------------------------------------------------------------------------------

    def open_directive(self, directive_id: int) -> None:
        """Show that directive, changing source and year and dropping filters where it would not be seen."""
        if self.table.choose(directive_id):
            self._open_chosen()
            return
        try:
            directive = self.desk.store.reading().get(Directive, directive_id)
        except Problem as problem:
            self.said.emit(sentence_of(problem))
            return
        self._open_next = directive_id
        self.filter.show_home_of(directive)

    @Slot(object)
    def _show_list(self, listed: Listed) -> None:
        if self._listed is None or self._listed.wanted.year != listed.wanted.year:
            self._counts = None
        self._listed = listed
        work = partial(_figures, self.desk, listed.wanted.year)
        self.operations.fetch(work, on_done=self._show_figures, topic="register figures")
        self.filter.show_answer(listed.wanted.year, listed.years, listed.chips)
        self.set_words(w.TITLES[self.filter.source], w.subtitle(self.filter.source, listed.wanted.year))
        self._enter.setText(w.ENTER[self.filter.source])
        self.table.show_ids(listed.ids)
        if self._open_next and self.table.choose(self._open_next):
            self._open_chosen()
        self._open_next = 0
        self._empty.say(*((w.EMPTY_FILTER, w.EMPTY_FILTER_HOW) if self.filter.is_narrowed else (w.EMPTY, w.EMPTY_HOW)))
        self._list_stack.setCurrentIndex(0 if listed.ids else 1)
        self._excel.setEnabled(bool(listed.ids))
        for action in (self._printing, self._audit):  # the book and the numbers of arrival are of received documents
            action.setEnabled(self.filter.source == w.RECEIVED)
        self._follow_chosen(self.table.current_id())
        self.foot_changed.emit()
        self.filled.emit()

    @Slot(object)
    def _show_figures(self, counts: Counts) -> None:
        self._counts = counts
        self.foot_changed.emit()

    @Slot(str, bool)
    def _sorted(self, key: str, descends: Any) -> None:
        self.filter.sort_by(RegisterSort(key), "down" if descends else "up")

    # -- the detail -----------------------------------------------------------------------------------------

    @Slot(int)
    def _follow_chosen(self, directive_id: int) -> None:
        self.deeds.set_possible(possible=bool(directive_id))
        if directive_id and self.is_open:
            work = partial(_detail, self.desk, directive_id)
            self.operations.fetch(
                work, on_done=self._detail_arrived, on_problem=self._detail_gone, topic="register detail"
            )
        else:
            self.pane.show_nothing()

    @Slot(object)
    def _detail_arrived(self, detail: tuple[DirectiveView, list[FieldChange]]) -> None:
        view, history = detail
        if view.directive.id == self.table.current_id():
            self.deeds.set_binned(binned=view.directive.binned_on is not None)
            self.pane.show_view(view, self.model.look.types.get(view.directive.type_code, ""), history)

    def _detail_gone(self, problem: Problem) -> None:
        del problem  # the record went with an undo; the list that is on its way no longer has it
        self.pane.show_nothing()

    @Slot(object)
    def _open_attachment(self, attachment: Attachment) -> None:
        try:
            open_file(self.desk, attachment)
        except Problem as problem:
            self.said.emit(sentence_of(problem))

    # -- actions of the page --------------------------------------------------------------------------------

    @Slot()
    def _do_enter(self) -> None:
        if self.filter.source != w.REFERENCE:
            self.intake_wanted.emit(self.filter.new_source)
            return
        path, _ = QFileDialog.getOpenFileName(self, w.ENTER[w.REFERENCE], "", w.FILE_KINDS)
        if path:
            self.intake_wanted.emit(Path(path))

    @Slot()
    def print_shown(self) -> None:
        if self.filter.source == w.RECEIVED:
            self.print_wanted.emit(PrintJob(_REGISTER_FORM, w.PRINT_REGISTER, year=self._year()))
        else:
            self.said.emit(w.NO_BOOK)

    @Slot()
    def _print_follow_up(self) -> None:
        today = self.desk.today()
        self.print_wanted.emit(PrintJob(_FOLLOW_UP_FORM, w.PRINT_FOLLOW_UP, year=self._year(), as_of=today))

    @Slot()
    def _audit_numbers(self) -> None:
        from district_desk.desk.numbering import audit_numbers

        desk, year = self.desk, self._year()
        self.operations.fetch(lambda _: audit_numbers(desk, year), on_done=self._tell_audit, topic="audit")

    @Slot(object)
    def _tell_audit(self, audit: NumberAudit) -> None:
        sentences = w.audit_sentences(audit)
        self.said.emit(w.audit_found(audit.year, sentences) if sentences else w.audit_clean(audit.year))

    @Slot()
    def _export(self) -> None:
        name = w.excel_name(self.filter.source, self._listed.wanted.year if self._listed else None)
        path, _ = QFileDialog.getSaveFileName(self, w.EXCEL_TO, name, w.EXCEL_FILES)
        if path and self._listed:
            self.export_to(Path(path))

    def export_to(self, path: Path) -> None:
        """Write what is shown, in the order shown, to an Excel workbook."""
        from district_desk.desk.register_sheet import export_register

        desk, ids, title = self.desk, self.model.ids[:], f"{self._title.text()}. {self._subtitle.text()}"

        def work(progress: Progress) -> Path:
            return export_register(desk, ids, path, title=title, step=progress.step, stop=progress.stop)

        self.operations.fetch(work, on_done=self._exported, title=w.EXPORTING)

    @Slot(object)
    def _exported(self, path: Path) -> None:
        self.said.emit(w.exported(path.name))

    def _year(self) -> int:
        shown = self._listed.wanted.year if self._listed else None
        return shown or self.desk.today().year

    # -- narrow windows: list and detail take turns ---------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    @property
    def is_narrow(self) -> bool:
        """Whether there is no room for list and detail side by side."""
        return self.width() < letters(self, _WIDE_LETTERS)

    @Slot()
    def _share_room(self) -> None:
        alone = self.is_narrow and self._opened_alone
        self._list_stack.setVisible(not alone)
        self._detail_side.setVisible(alone or (self._detail.isChecked() and not self.is_narrow))
        self._back.setVisible(alone)
        self.filter.setVisible(not alone)

    @Slot()
    def _open_chosen(self) -> None:
        self._opened_alone = self.is_narrow
        if not self.is_narrow:
            self._detail.setChecked(True)
        self._share_room()
        self.pane.items.setFocus()

    @Slot()
    def _back_to_list(self) -> None:
        self._opened_alone = False
        self._share_room()
        self.table.setFocus()

    # -- building -------------------------------------------------------------------------------------------

    def _make_actions(self) -> None:
        follow_up = self.add_action(w.PRINT_FOLLOW_UP, key="Ctrl+Shift+R", picture="print", tip=w.PRINT_FOLLOW_UP_TIP)
        follow_up.triggered.connect(self._print_follow_up)
        printing = self._printing = self.add_action(w.PRINT_REGISTER, picture="print", tip=w.PRINT_REGISTER_TIP)
        printing.triggered.connect(self.print_shown)
        audit = self._audit = self.add_action(w.AUDIT, key="F8", picture="check", tip=w.AUDIT_TIP)
        audit.triggered.connect(self._audit_numbers)
        self._excel = self.add_action(w.EXCEL, key="Ctrl+Shift+E", picture="excel", tip=w.EXCEL_TIP)
        self._excel.triggered.connect(self._export)
        self._enter = self.add_action(w.ENTER[w.RECEIVED], picture="add", tip=w.ENTER_TIP, primary="primary")
        self._enter.triggered.connect(self._do_enter)
        self._enter.setEnabled(False)
        self._excel.setEnabled(False)
        self._detail = self.add_action(w.DETAIL, key="F4")
        self._detail.setCheckable(True)
        self._detail.setChecked(True)
        self._detail.toggled.connect(self._share_room)
        self.add_action(w.BACK, key="Esc").triggered.connect(self._back_to_list)
        for action, role in ((audit, ""), (self._excel, ""), (follow_up, ""), (printing, ""), (self._enter, "primary")):
            self.add_button(action, role)

    def _lay_out(self) -> None:
        unit = self.fontMetrics().height()
        self._empty = EmptyPlace("register", w.EMPTY, w.EMPTY_HOW, self._enter)
        self._list_stack = QStackedWidget()
        self._list_stack.addWidget(self.table)
        self._list_stack.addWidget(self._empty)
        self._back = button(w.BACK, self._back_to_list, role="link", picture="back")
        self._detail_side = QWidget()
        column = QVBoxLayout(self._detail_side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.pane, 1)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(self._list_stack)
        split.addWidget(self._detail_side)
        split.setStretchFactor(0, 1)
        split.setSizes([unit * 44, unit * 23])
        self.body.addWidget(self.filter)
        self.body.addWidget(split, 1)

    def _connect(self) -> None:
        self.table.current.connect(self._follow_chosen)
        self.table.opened.connect(self._open_chosen)
        self.table.sorted_by.connect(self._sorted)
        self.table.show_sort(RegisterSort.ARRIVAL, Qt.SortOrder.DescendingOrder)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self.deeds.open_menu)
        self.filter.changed.connect(self.refresh)
        self.filter.search.gone_down.connect(self.shown)
        self.filter.search.entered.connect(self.shown)
        self.deeds.corrected.connect(self.intake_wanted)
        self.deeds.printed.connect(self.print_wanted)
        self.pane.directive_wanted.connect(self.directive_wanted)
        self.pane.file_wanted.connect(self._open_attachment)


def _list(desk: Desk, wanted: DirectiveFilter, progress: Progress) -> Listed:
    """The list, and how many each chip would show."""
    del progress
    reader, today = desk.store.reading(), desk.today()
    years = reader.years()
    if wanted.year == NEWEST_YEAR:
        wanted = replace(wanted, year=max(years, default=today.year))
    ids = reader.directive_ids(wanted, today)
    chips = {chip.value: number for chip, number in reader.chip_counts(wanted, today).items()}
    return Listed(wanted, ids, chips, sorted({*years, today.year}))


def _figures(desk: Desk, year: int | None, progress: Progress) -> Counts:
    """The year's figures, which read every open line: asked once the list is there, so that nobody waits for them."""
    del progress
    return desk.store.reading().counts(year, desk.today())


def _detail(desk: Desk, directive_id: int, progress: Progress) -> tuple[DirectiveView, list[FieldChange]]:
    del progress
    view = directive_view(desk, directive_id)
    return view, desk.store.reading().history_of(Entity.DIRECTIVE, directive_id)
