"""What a report is about: its days, whose work, how it is divided and signed; and those that were saved before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from district_desk.desk import Desk, cataloguing
from district_desk.desk.printed_reports import LETTER, PROPOSALS, REPORT, SUMMARY, TASKS, Wish
from district_desk.desk.reminder_letters import LetterWish
from district_desk.desk.reporting import ReportWish
from district_desk.desk.words import SOURCES
from district_desk.domain.directives import Source
from district_desk.domain.keepsakes import PrintedReport
from district_desk.domain.paper import Division, TaskListKind
from district_desk.domain.signing import SigningAs
from district_desk.ui.forms import words as w
from district_desk.ui.forms.periods import OWN, PERIODS
from district_desk.ui.forms.written import Written
from district_desk.ui.widgets.buttons import button
from district_desk.ui.widgets.date_field import DateField
from district_desk.ui.widgets.form import FormGrid
from district_desk.ui.widgets.labels import label
from district_desk.ui.widgets.signing_box import SigningBox

REPORTS = frozenset({REPORT, SUMMARY, TASKS, PROPOSALS, LETTER})
"""The forms that are drawn from the tasks and keep their data set."""


@dataclass(frozen=True, slots=True)
class Offered:
    """What can be chosen from: units by id, levels by code, who answers for work, the reports that were saved."""

    units: Mapping[int, str]
    levels: Mapping[str, str]
    persons: Sequence[str]
    kept: Sequence[PrintedReport]


class ReportChoice(QWidget):
    """``again(PrintedReport)`` when one that was saved is to be seen as it was."""

    again = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._form = REPORT
        self._today = date.min
        self._kept: Sequence[PrintedReport] = ()
        self.period, self.unit, self.level, self.division = QComboBox(), QComboBox(), QComboBox(), QComboBox()
        self.source, self.person = QComboBox(), QComboBox()
        self.written = Written()
        self.first, self.last, self.as_of = DateField(w.FIRST_DAY), DateField(w.LAST_DAY), DateField(w.AS_OF)
        self.signing = SigningBox(w.SIGNING, SigningAs.BUREAU)
        self.lists = {kind: QCheckBox(words) for kind, words in w.LIST_KINDS.items()}
        self.kept = QComboBox()
        self.kept.setAccessibleName(w.AGAIN)
        self.kept.setPlaceholderText(w.AGAIN_NONE)
        self.kept.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.show_kept = button(w.AGAIN_SHOW, self._again, picture="restore")
        self._lay_out()
        self.period.activated.connect(self._period_chosen)
        for days in (self.first, self.last):
            days.changed.connect(self._days_typed)
            days.changed.connect(self._show_written)

    def show_office(self, desk: Desk, offered: Offered) -> None:
        """Offer what the office has; what was chosen stays."""
        _fill(self.unit, {0: w.EVERY_UNIT, **offered.units})
        _fill(self.level, {"": w.EVERY_LEVEL, **offered.levels})
        _fill(self.person, {"": w.EVERY_PERSON} | {name: name for name in offered.persons})
        self._kept = offered.kept
        self.written.attach(desk, [each for each in offered.kept if each.form == REPORT])
        if self._today != desk.today():
            self._today = desk.today()
            self._period_chosen()
        self._show_written()
        self.show_form(self._form)

    def show_form(self, form: str) -> None:
        """Ask only what this form needs."""
        self._form = form
        letter = form == LETTER
        for row in (self._period, self._first, self._last, self._level, self._source, self._person):
            row.setVisible(not letter)
        self.written.setVisible(form == REPORT)
        self._division.setVisible(form in (REPORT, SUMMARY))
        self._lists.setVisible(form in (REPORT, TASKS))
        self._signing.setVisible(form in (REPORT, PROPOSALS, LETTER))
        self.note.setVisible(letter)
        self.kept.clear()
        for each in (each for each in self._kept if each.form == form):
            self.kept.addItem(w.kept(each), each.id)
        some = self.kept.count() > 0
        self.kept.setCurrentIndex(0 if some else -1)  # a box with a placeholder chooses nothing by itself
        self.kept.setEnabled(some)
        self.show_kept.setEnabled(some)

    def wish(self) -> Wish | None:
        """What is asked; None where something cannot be, which is then said beside its field."""
        if not self._is_whole():
            return None
        units = (self.unit.currentData(),) if self.unit.currentData() else ()
        if self._form == LETTER:
            return LetterWish(unit_ids=units, as_of=self.as_of.value, day=self._today, signing=self.signing.signing)
        assert self.first.value is not None
        assert self.last.value is not None
        return ReportWish(
            self.first.value, self.last.value, self.as_of.value, unit_ids=units,
            levels=(self.level.currentData(),) if self.level.currentData() else (),
            sources=(Source(self.source.currentData()),) if self.source.currentData() else (),
            person=self.person.currentData(), division=Division(self.division.currentData()),
            lists=self._wanted_lists(), signing=self.signing.signing, day=self._today,
            causes=self.written.words.causes, next_steps=self.written.words.next_steps,
        )  # fmt: skip

    # -- inside ---------------------------------------------------------------------------------------------

    def _wanted_lists(self) -> tuple[TaskListKind, ...]:
        return tuple(kind for kind, box in self.lists.items() if box.isChecked())

    def _is_whole(self) -> bool:
        first, last, as_of = self.first.value, self.last.value, self.as_of.value
        lacks_list = self._form == TASKS and not self._wanted_lists()
        self._lists.set_fault(w.NO_LIST if lacks_list else "")
        self._as_of.set_fault(w.NEEDED if as_of is None else "")
        if self._form == LETTER:
            return as_of is not None
        backwards = bool(first and last and last < first)
        self._first.set_fault("" if first else w.NEEDED)
        self._last.set_fault(w.NEEDED if last is None else w.WRONG_DAYS if backwards else "")
        if as_of and first and as_of < first:
            self._as_of.set_fault(w.WRONG_DAYS)
            return False
        return bool(first and last and as_of) and not backwards and not lacks_list

    @Slot()
    def _period_chosen(self) -> None:
        key = self.period.currentData()
        if key != OWN:
            first, last = PERIODS[key][1](self._today)
            self.first.set_value(first)
            self.last.set_value(last)
            self.as_of.set_value(min(last, self._today))
            self._show_written()

    @Slot()
    def _days_typed(self) -> None:
        self.period.setCurrentIndex(self.period.findData(OWN))

    @Slot()
    def _show_written(self) -> None:
        """What was written for the period that is chosen now."""
        self.written.show_period(self.first.value, self.last.value)

    @Slot()
    def _again(self) -> None:
        report = next((each for each in self._kept if each.id == self.kept.currentData()), None)
        if report is not None:
            self.again.emit(report)

    def _lay_out(self) -> None:
        _fill(self.period, {key: name for key, (name, _) in PERIODS.items()} | {OWN: "Tự ghi ngày"})
        self.period.setCurrentIndex(self.period.findData("year"))
        _fill(self.source, {"": w.EVERY_SOURCE} | {source.value: name for source, name in SOURCES.items()})
        _fill(self.division, {kind.value: name for kind, name in w.DIVISIONS.items()})
        self.lists[TaskListKind.OVERDUE].setChecked(True)
        boxes = QWidget()
        ticks = QVBoxLayout(boxes)
        ticks.setContentsMargins(0, 0, 0, 0)
        for box in self.lists.values():
            ticks.addWidget(box)
        grid = FormGrid(2)
        self._period = grid.add(w.PERIOD, self.period, 2)
        self._first = grid.add(w.FIRST_DAY, self.first)
        self._last = grid.add(w.LAST_DAY, self.last)
        self._as_of = grid.add(w.AS_OF, self.as_of)
        grid.add(w.UNIT, self.unit)
        self._level = grid.add(w.LEVEL, self.level)
        self._source = grid.add(w.SOURCE, self.source)
        self._person = grid.add(w.PERSON, self.person)
        self._division = grid.add(w.DIVISION, self.division)
        self._lists = grid.add(w.LISTS, boxes, 2)
        self._signing = grid.add(w.SIGNING, self.signing, 2)
        self.note = label(w.LETTER_NOTE, role="muted")
        self.note.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(grid)
        column.addWidget(self.written)
        column.addWidget(self.note)
        column.addStretch(1)
        for widget in (label(w.AGAIN, role="muted"), self.kept, self.show_kept):
            column.addWidget(widget)


def _fill(box: QComboBox, choices: Mapping[int, str] | Mapping[str, str]) -> None:
    """Offer other choices; the chosen one stays where it is among them."""
    chosen = box.currentData()
    box.clear()
    for key, name in choices.items():
        box.addItem(name, key)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(10)


def offered(desk: Desk) -> Offered:
    """What a report can be narrowed to, and what was saved; read from the file."""
    from district_desk.desk.printed_reports import printed_reports
    from district_desk.desk.reporting import persons

    return Offered(
        {unit.id: unit.name for unit in cataloguing.units(desk)},
        {level.code: level.name for level in cataloguing.levels(desk)},
        persons(desk),
        printed_reports(desk),
    )
