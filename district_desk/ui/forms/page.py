"""The forms at the left with what each is for; at the right what it is printed of: a document, a year, a period."""

from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from district_desk.desk import Desk
from district_desk.desk.printed_reports import DAY_LIST, MATRIX
from district_desk.desk.printing import FOLLOW_UP, NUMBER_CHECK, OWN_FORMS, REGISTER, SHEETS, SLIP
from district_desk.desk.reform.prints import TITLES as REFORM_FORMS
from district_desk.desk.sentences import sentence_of
from district_desk.domain.changes import Changes, Entity
from district_desk.domain.keepsakes import PrintedReport
from district_desk.ui.forms import words as w
from district_desk.ui.forms.book_choice import BookChoice
from district_desk.ui.forms.day_choice import DayChoice
from district_desk.ui.forms.directive_choice import DirectiveChoice
from district_desk.ui.forms.form_actions import FormActions
from district_desk.ui.forms.reform_choice import OfferedReform, ReformChoice, offered_reform
from district_desk.ui.forms.report_choice import Offered, ReportChoice, offered
from district_desk.ui.operations import Operations, Progress
from district_desk.ui.theme import Tone
from district_desk.ui.widgets.labels import label
from district_desk.ui.widgets.message_bar import MessageBar
from district_desk.ui.widgets.page import Page
from district_desk.ui.widgets.paged_model import Column
from district_desk.ui.widgets.record_list import RecordList
from district_desk.ui.widgets.record_table import RecordTable

_OF_ONE: Final = frozenset({SHEETS, SLIP})
_OF_YEAR: Final = frozenset({REGISTER, FOLLOW_UP, NUMBER_CHECK})
_OF_DAY: Final = frozenset({MATRIX, DAY_LIST})
_ORDER: Final = (SHEETS, SLIP, REGISTER, FOLLOW_UP, NUMBER_CHECK)
"""The daily papers first."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form with its place in the list, which is its id there."""

    number: int
    name: str
    title: str
    note: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the list brings: the forms, what is wrong with the office's own ones, the years, what reports choose from."""

    forms: list[Form]
    faults: list[str]
    years: list[int]
    offered: Offered
    reform: OfferedReform


class FormsPage(Page):
    """The forms. ``filled()`` when they have arrived."""

    filled = Signal()
    topic = "in-an"

    def __init__(self, operations: Operations) -> None:
        super().__init__(operations)
        self.set_words(w.TITLE, w.SUBTITLE)
        self.messages = MessageBar()
        columns = (
            Column[Form]("title", "Mẫu in", lambda form: form.title, 22, grows=True, tip=lambda form: form.note),
        )
        self.model = RecordList[Form](columns, lambda form: form.number, self)
        self.table = RecordTable(w.TABLE, self.model)
        self.directives = DirectiveChoice(operations)
        self.books = BookChoice()
        self.days = DayChoice()
        self.reports = ReportChoice()
        self.reform = ReformChoice()
        self.actions_of_form = FormActions(operations)
        self._choices = QStackedWidget()
        own = self.add_action(w.OWN, key="Ctrl+Shift+O", picture="open", tip=w.OWN_TIP)
        own.triggered.connect(self._open_own)
        self._print = self.add_action(w.PRINT, picture="print", tip=w.PRINT_TIP, primary="primary")
        self._print.triggered.connect(self.print_shown)
        self.add_button(own)
        self.add_button(self._print, "primary")
        self._lay_out()
        self.table.opened.connect(self._go_to_choice)
        self.table.current.connect(self._follow)
        self.actions_of_form.changed.connect(self.refresh)
        self.actions_of_form.told.connect(self.said)
        self.directives.changed.connect(self._allow)
        self.directives.decided.connect(self.print_shown)
        for choice in (self.reports, self.reform):
            choice.again.connect(self._show_kept)

    def refresh(self) -> None:
        self.operations.fetch(partial(_shelf, self.desk), on_done=self._show, topic="forms")

    def on_changes(self, changes: Changes, initiator: object) -> None:
        del initiator
        if changes.concern_register() or changes.concern_catalogue() or changes.concern(Entity.PRINTED_REPORT):
            self.refresh()

    def shown(self) -> None:
        self.table.setFocus()

    def search_here(self) -> None:
        if self._choices.currentWidget() is self.directives:
            self.directives.search.setFocus()

    def foot(self) -> str:
        return w.foot(len(self.model.ids))

    @property
    def form(self) -> Form | None:
        """The form that is chosen."""
        return self.model.record(self.table.current_id())

    @Slot()
    def print_shown(self, *_: Any) -> None:
        form = self.form
        if form is None:
            return
        if form.name not in _OF_ONE | _OF_YEAR:
            self._preview_report(form)
            return
        choice = self.directives if form.name in _OF_ONE else self.books
        job = choice.job(form.name, form.title)
        if job is not None:
            self.print_wanted.emit(job)

    # -- inside ---------------------------------------------------------------------------------------------

    def _preview_report(self, form: Form) -> None:
        from district_desk.ui.preview.paper_preview import PaperPreview, new_paper

        choice = self.days if form.name in _OF_DAY else self.reform if form.name in REFORM_FORMS else self.reports
        wish = choice.wish()
        if wish is not None:
            paper = new_paper(self.desk, form.name, form.title, wish)
            PaperPreview.show_work(self, self.desk, self.operations, paper)

    @Slot(object)
    def _show_kept(self, report: PrintedReport) -> None:
        from district_desk.ui.preview.paper_preview import PaperPreview, kept_paper

        paper = kept_paper(self.desk, report.id, report.form, report.title)
        PaperPreview.show_work(self, self.desk, self.operations, paper)

    @Slot(object)
    def _show(self, shelf: Shelf) -> None:
        before = self.table.current_id()
        self.actions_of_form.watch(self.desk.folder / OWN_FORMS)
        self.books.show_office(self.desk, shelf.years)
        self.days.show_office(self.desk)
        self.reports.show_office(self.desk, shelf.offered)
        self.reform.show_office(self.desk, shelf.reform)
        self.model.show_records(shelf.forms)
        if shelf.forms:
            self.table.choose(before or shelf.forms[0].number)
        self._follow(self.table.current_id())
        if shelf.faults:
            self.messages.say("\n".join(f"{fault} {w.INSTEAD}" for fault in shelf.faults), Tone.WARNING)
        else:
            self.messages.hush()
        self.foot_changed.emit()
        self.filled.emit()

    @Slot(int)
    def _follow(self, number: int) -> None:
        form = self.model.record(number)
        if form is None:
            return
        self._form_title.setText(form.title)
        self._note.setText(form.note)
        self.actions_of_form.show_form(self.desk, form.name, form.title)
        if form.name in _OF_ONE:
            self._choices.setCurrentWidget(self.directives)
            self.directives.show_form(self.desk, form.name)
        elif form.name in _OF_YEAR:
            self._choices.setCurrentWidget(self.books)
            self.books.show_form(form.name)
        elif form.name in _OF_DAY:
            self._choices.setCurrentWidget(self.days)
            self.days.show_form(form.name)
        elif form.name in REFORM_FORMS:
            self._choices.setCurrentWidget(self._reform_room)
            self.reform.show_form(form.name)
        else:
            self._choices.setCurrentWidget(self._report_room)
            self.reports.show_form(form.name)
        self._allow()

    @Slot()
    def _allow(self) -> None:
        """Printing is possible where there is something to print."""
        form = self.form
        needs = form is not None and form.name in _OF_ONE
        self._print.setEnabled(form is not None and (not needs or bool(self.directives.job(form.name, form.title))))

    @Slot()
    def _go_to_choice(self, *_: Any) -> None:
        """Enter on a form goes to what it is printed of."""
        shown = self._choices.currentWidget()
        if shown is self.directives:
            self.directives.search.setFocus()
        elif shown is self.books:
            self.books.years.setFocus()
        elif shown is self.days:
            self.days.as_of.setFocus()
        elif shown is self._reform_room:
            self.reform.year.setFocus()
        else:
            (self.reports.period if self.reports.period.isVisible() else self.reports.as_of).setFocus()

    @Slot()
    def _open_own(self) -> None:
        self.actions_of_form.open_folder(self.desk)

    def _lay_out(self) -> None:
        unit = self.fontMetrics().height()
        self._form_title, self._note = label("", role="heading"), label("", role="muted")
        for words in (self._form_title, self._note):
            words.setWordWrap(True)
        self._report_room, self._reform_room = _room(self.reports), _room(self.reform)
        for choice in (self.directives, self.books, self.days, self._report_room, self._reform_room):
            self._choices.addWidget(choice)
        panel = QFrame()
        panel.setProperty("role", "panel")
        column = QVBoxLayout(panel)
        for widget in (self._form_title, self._note, self.actions_of_form, self._choices):
            column.addWidget(widget)
        column.setStretch(3, 1)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(panel)
        split.setSizes([unit * 22, unit * 44])
        split.setStretchFactor(1, 1)
        self.body.addWidget(self.messages)
        self.body.addWidget(split, 1)


def _room(choice: QWidget) -> QScrollArea:
    """A long choice that scrolls downward."""
    room = QScrollArea()
    room.setWidgetResizable(True)
    room.setFrameShape(QFrame.Shape.NoFrame)
    room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    room.setWidget(choice)
    room.viewport().setAutoFillBackground(False)
    choice.setAutoFillBackground(False)
    return room


def _shelf(desk: Desk, progress: Progress) -> Shelf:
    del progress
    from district_desk.desk import printing

    known = printing.forms(desk)
    known.sort(key=lambda form: _ORDER.index(form.name) if form.name in _ORDER else len(_ORDER))
    forms = [Form(number, form.name, form.title, form.note) for number, form in enumerate(known, 1)]
    faults = [sentence_of(problem) for problem in printing.form_problems(desk)]
    years = sorted({*desk.store.reading().years(), desk.today().year}, reverse=True)
    return Shelf(forms, faults, years, offered(desk), offered_reform(desk))
