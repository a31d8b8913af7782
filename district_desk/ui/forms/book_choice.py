"""Which part of a register to print: the year, the day it is told at, the numbers from and to."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from district_desk.desk import Desk
from district_desk.desk.book_memory import REGISTERS, printed_up_to
from district_desk.desk.printing import REGISTER
from district_desk.ui.forms import words as w
from district_desk.ui.print_job import PrintJob
from district_desk.ui.widgets.buttons import button
from district_desk.ui.widgets.date_field import DateField
from district_desk.ui.widgets.form import FormGrid, FormRow
from district_desk.ui.widgets.labels import label

_LAST: Final = 999_999_999
"""What a blank second number means; no year has so many documents."""


class BookChoice(QWidget):
    """Year, day and numbers of a register."""

    def __init__(self) -> None:
        super().__init__()
        self.years = QComboBox()
        self.as_of = DateField(w.AS_OF)
        self.first, self.last = QLineEdit(), QLineEdit()
        self._desk: Desk | None = None
        self._form = REGISTER
        self.years.currentIndexChanged.connect(self._offer)
        grid = FormGrid(2)
        grid.add(w.YEAR, self.years)
        self._as_of = grid.add(w.AS_OF, self.as_of)
        self._first = grid.add(w.FIRST_NUMBER, self.first)
        self._last = grid.add(w.LAST_NUMBER, self.last)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(grid)
        self._note = label(w.NUMBERS_NOTE, role="muted")
        self.go_on = button("", self._go_on, role="link")
        column.addWidget(self._note)
        column.addWidget(self.go_on)
        column.addStretch(1)
        self._printed = 0

    def show_form(self, form: str) -> None:
        """Which register it is; a check of numbers is always of the whole year."""
        self._form = form
        is_register = form in REGISTERS
        self._first.setVisible(is_register)
        self._last.setVisible(is_register)
        self._note.setText(w.NUMBERS_NOTE if is_register else w.CHECK_NOTE)
        self._offer()

    def show_office(self, desk: Desk, years: Sequence[int]) -> None:
        """Offer these years; what was chosen stays."""
        self._desk = desk
        chosen = self.years.currentData()
        self.years.clear()
        for year in years:
            self.years.addItem(str(year), year)
        self.years.setCurrentIndex(max(0, self.years.findData(chosen)))
        if not self.as_of.text():
            self.as_of.set_value(desk.today())

    @Slot()
    def _offer(self, *_: object) -> None:
        """Offer to go on where this register stopped."""
        year = self.years.currentData()
        known = self._desk is not None and year is not None and self._form in REGISTERS
        self._printed = printed_up_to(self._desk, self._form, year) if known and self._desk else 0
        self.go_on.setVisible(bool(self._printed))
        self.go_on.setText(w.go_on(self._printed))

    def _go_on(self) -> None:
        self.first.setText(str(self._printed + 1))
        self.last.clear()
        self.first.setFocus()

    def job(self, form: str, title: str) -> PrintJob | None:
        """What is to be printed; None where something cannot be, which is then said beside its field."""
        first, last = (_number(self.first), _number(self.last)) if self._form in REGISTERS else (0, 0)
        backwards = first is not None and last is not None and (last or _LAST) < first
        self._as_of.set_fault("" if self.as_of.value else w.NEEDED)
        self._first.set_fault("" if first is not None else w.NOT_A_NUMBER)
        self._last.set_fault(w.NOT_A_NUMBER if last is None else w.WRONG_NUMBERS if backwards else "")
        if first is None or last is None or backwards or self.as_of.value is None:
            _first_with_fault(self._as_of, self._first, self._last)
            return None
        numbers = (first or 1, last or _LAST) if first or last else None
        return PrintJob(form, title, year=self.years.currentData(), as_of=self.as_of.value, numbers=numbers)


def _number(field: QLineEdit) -> int | None:
    """The number in a field, 0 where it is blank, None where it is none."""
    text = field.text().strip()
    if not text:
        return 0
    return int(text) if text.isascii() and text.isdigit() and int(text) <= _LAST else None


def _first_with_fault(*rows: FormRow) -> None:
    """Put the focus where the first fault stands."""
    for row in rows:
        if row.fault:
            row.field.setFocus()
            return
