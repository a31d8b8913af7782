"""Which part of a register to print: the year, the day it is told at, the numbers from and to."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from district_desk.desk import Desk
from district_desk.ui.forms import words as w
from district_desk.ui.print_job import PrintJob
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
        grid = FormGrid(2)
        grid.add(w.YEAR, self.years)
        self._as_of = grid.add(w.AS_OF, self.as_of)
        self._first = grid.add(w.FIRST_NUMBER, self.first)
        self._last = grid.add(w.LAST_NUMBER, self.last)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(grid)
        column.addWidget(label(w.NUMBERS_NOTE, role="muted"))
        column.addStretch(1)

    def show_office(self, desk: Desk, years: Sequence[int]) -> None:
        """Offer these years; what was chosen stays."""
        chosen = self.years.currentData()
        self.years.clear()
        for year in years:
            self.years.addItem(str(year), year)
        self.years.setCurrentIndex(max(0, self.years.findData(chosen)))
        if not self.as_of.text():
            self.as_of.set_value(desk.today())

    def job(self, form: str, title: str) -> PrintJob | None:
        """What is to be printed; None where something cannot be, which is then said beside its field."""
        first, last = _number(self.first), _number(self.last)
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
