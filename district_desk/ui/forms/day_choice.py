"""As of which day a printed look is: the matrix of everything still open, or the list of a day."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from district_desk.desk import Desk
from district_desk.desk.look_values import DayWish, MatrixWish
from district_desk.desk.printed_reports import MATRIX
from district_desk.domain.listing import AssignmentFilter
from district_desk.ui.forms import words as w
from district_desk.ui.widgets.date_field import DateField
from district_desk.ui.widgets.form import FormGrid
from district_desk.ui.widgets.labels import label


class DayChoice(QWidget):
    """The day; a matrix narrowed otherwise is printed where it is looked at."""

    def __init__(self) -> None:
        super().__init__()
        self._form = MATRIX
        self.as_of = DateField(w.AS_OF)
        grid = FormGrid(2)
        self._as_of = grid.add(w.AS_OF, self.as_of)
        self.note = label("", role="muted")
        self.note.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(grid)
        column.addWidget(self.note)
        column.addStretch(1)

    def show_office(self, desk: Desk) -> None:
        """Offer today; what was typed stays."""
        if not self.as_of.text():
            self.as_of.set_value(desk.today())

    def show_form(self, form: str) -> None:
        """Ask for this form."""
        self._form = form
        self.note.setText(w.MATRIX_NOTE if form == MATRIX else w.DAY_NOTE)

    def wish(self) -> MatrixWish | DayWish | None:
        """What is asked; None without a day, which is then said beside its field."""
        day = self.as_of.value
        self._as_of.set_fault("" if day else w.NEEDED)
        if day is None:
            self.as_of.setFocus()
            return None
        return MatrixWish(AssignmentFilter(open_only=True), day) if self._form == MATRIX else DayWish(day)
