"""The forms with their notes; a register of a year is printed here, a sheet from its directive."""

from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QHBoxLayout

from district_desk.desk import Desk
from district_desk.desk.sentences import sentence_of
from district_desk.domain.changes import Changes
from district_desk.ui.forms import words as w
from district_desk.ui.operations import Operations, Progress
from district_desk.ui.print_job import PrintJob
from district_desk.ui.theme import Tone
from district_desk.ui.widgets.labels import label
from district_desk.ui.widgets.message_bar import MessageBar
from district_desk.ui.widgets.page import Page
from district_desk.ui.widgets.paged_model import Column
from district_desk.ui.widgets.record_list import RecordList
from district_desk.ui.widgets.record_table import RecordTable

_OF_ONE: Final = frozenset({"phieu-giao-nhiem-vu", "phieu-giai-quyet-van-ban-den"})
_OWN_FOLDER: Final = "forms"


@dataclass(frozen=True, slots=True)
class Form:
    """A form with its place in the list, which is its id there."""

    number: int
    name: str
    title: str
    note: str

    @property
    def of_one(self) -> bool:
        """Whether it is printed for one directive, and not for a year."""
        return self.name in _OF_ONE


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the list brings: the forms, what is wrong with the office's own ones, the years there are."""

    forms: list[Form]
    faults: list[str]
    years: list[int]


class FormsPage(Page):
    """The forms. ``filled()`` when they have arrived; ``register_wanted(str)`` to choose a directive there."""

    filled = Signal()
    topic = "in-an"

    def __init__(self, operations: Operations) -> None:
        super().__init__(operations)
        self.set_words(w.TITLE, w.SUBTITLE)
        self.messages = MessageBar()
        columns = (
            Column[Form]("title", "Mẫu in", lambda form: form.title, 36),
            Column[Form]("note", "Dùng để", lambda form: form.note, 44, grows=True),
            Column[Form]("scope", "Phạm vi", lambda form: w.OF_ONE if form.of_one else w.OF_YEAR, 20),
        )
        self.model = RecordList[Form](columns, lambda form: form.number, self)
        self.table = RecordTable(w.TABLE, self.model, lines=2)
        self.years = QComboBox()
        self.years.setAccessibleName(w.YEAR)
        self.years.setMinimumWidth(self.fontMetrics().height() * 6)
        own = self.add_action(w.OWN, key="Ctrl+Shift+O", picture="open", tip=w.OWN_TIP)
        own.triggered.connect(self._open_own)
        self._print = self.add_action(w.PRINT, picture="print", tip=w.PRINT_TIP, primary="primary")
        self._print.triggered.connect(self.print_shown)
        self.add_button(own)
        self.add_button(self._print, "primary")
        self._year_name = label(w.YEAR, role="muted")
        row = QHBoxLayout()
        row.addWidget(self._year_name)
        row.addWidget(self.years)
        row.addStretch(1)
        self.body.addWidget(self.messages)
        self.body.addLayout(row)
        self.body.addWidget(self.table, 1)
        self.table.opened.connect(self.print_shown)
        self.table.current.connect(self._follow)

    def refresh(self) -> None:
        self.operations.fetch(partial(_shelf, self.desk), on_done=self._show, topic="forms")

    def on_changes(self, changes: Changes, initiator: object) -> None:
        del initiator
        if changes.concern_register():
            self.refresh()

    def shown(self) -> None:
        self.table.setFocus()

    def foot(self) -> str:
        return w.foot(len(self.model.ids))

    @Slot()
    def print_shown(self, *_: Any) -> None:
        form = self.model.record(self.table.current_id())
        if form is None:
            return
        if form.of_one:
            self.said.emit(w.FOR_DIRECTIVE.format(title=form.title))
            self.directive_wanted.emit(0)
        else:
            year = self.years.currentData() or self.desk.today().year
            self.print_wanted.emit(PrintJob(form.name, form.title, year=year, as_of=self.desk.today()))

    @Slot(object)
    def _show(self, shelf: Shelf) -> None:
        before = self.table.current_id()
        self.model.show_records(shelf.forms)
        if shelf.forms:
            self.table.choose(before or shelf.forms[0].number)
        chosen = self.years.currentData()
        self.years.clear()
        for year in shelf.years:
            self.years.addItem(str(year), year)
        self.years.setCurrentIndex(max(0, self.years.findData(chosen)))
        if shelf.faults:
            self.messages.say(" ".join(shelf.faults), Tone.WARNING)
        else:
            self.messages.hush()
        self.foot_changed.emit()
        self.filled.emit()

    @Slot(int)
    def _follow(self, number: int) -> None:
        form = self.model.record(number)
        self._print.setEnabled(form is not None)
        of_year = form is not None and not form.of_one
        self.years.setEnabled(of_year)
        self._year_name.setEnabled(of_year)
        self._print.setText(w.PRINT if of_year or form is None else w.CHOOSE)
        self._print.setToolTip(w.PRINT_TIP if of_year else w.CHOOSE_TIP)

    @Slot()
    def _open_own(self) -> None:
        folder = self.desk.folder / _OWN_FOLDER
        try:
            folder.mkdir(exist_ok=True)
        except OSError:
            self.said.emit(w.NO_FOLDER.format(folder=folder))
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _shelf(desk: Desk, progress: Progress) -> Shelf:
    del progress
    from district_desk.desk import printing

    forms = [Form(number, form.name, form.title, form.note) for number, form in enumerate(printing.forms(desk), 1)]
    faults = [sentence_of(problem) for problem in printing.form_problems(desk)]
    years = sorted({*desk.store.reading().years(), desk.today().year}, reverse=True)
    return Shelf(forms, faults, years)
