"""A date that may be blank: dd/MM/yyyy, typed or chosen, never guessed.

A blank date is not today, and "30/3" is not this year's: what cannot be read is marked and stays as typed.
"""

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QWidget

from district_desk.ui.icons import icon
from district_desk.ui.words import day, parse_day


class DateField(QLineEdit):
    """A line for one date. ``changed`` is emitted when its value, not merely its text, changes."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText("dd/mm/yyyy")
        self.setAccessibleName(name)
        self._name = name
        self._value: date | None = None
        self._calendar: QCalendarWidget | None = None
        choose = QAction(icon("calendar"), f"Chọn ngày: {name} (Alt+↓)", self)
        choose.setShortcut("Alt+Down")
        choose.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        choose.triggered.connect(self._open_calendar)
        self.addAction(choose, QLineEdit.ActionPosition.TrailingPosition)
        self.textEdited.connect(self._edited)
        self.editingFinished.connect(self._settle)

    @property
    def value(self) -> date | None:
        """The date, None when blank or not readable."""
        return self._value

    @property
    def is_wrong(self) -> bool:
        """Whether something stands there that is not a date."""
        return bool(self.text().strip()) and self._value is None

    def set_value(self, value: date | None) -> None:
        """Show a date, without the ``changed`` signal."""
        self._value = value
        self.setText(day(value))
        self._mark()

    @Slot(str)
    def _edited(self, text: str) -> None:
        value = parse_day(text)
        if not self.is_wrong:
            self._mark()
        if value != self._value:
            self._value = value
            self.changed.emit()

    @Slot()
    def _settle(self) -> None:
        if self._value is not None:
            self.setText(day(self._value))
        self._mark()

    def _mark(self) -> None:
        wrong = self.is_wrong
        if wrong != (self.property("state") == "wrong"):
            self.setProperty("state", "wrong" if wrong else "")
            self.style().unpolish(self)
            self.style().polish(self)
        self.setToolTip("Chưa đọc được ngày: xin ghi đủ ngày/tháng/năm, ví dụ 30/03/2023" if wrong else self._name)

    @Slot()
    def _open_calendar(self) -> None:
        if self._calendar is None:
            self._calendar = QCalendarWidget(self)
            self._calendar.setWindowFlags(Qt.WindowType.Popup)
            self._calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
            self._calendar.activated.connect(self._chosen)
            self._calendar.clicked.connect(self._chosen)
        shown = self._value or date.today()
        self._calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        self._calendar.move(self.mapToGlobal(QPoint(0, self.height())))
        self._calendar.show()
        self._calendar.setFocus()

    @Slot(QDate)
    def _chosen(self, chosen: QDate) -> None:
        value = date(chosen.year(), chosen.month(), chosen.day())
        if self._calendar is not None:
            self._calendar.hide()
        if value != self._value:
            self.set_value(value)
            self.changed.emit()
        self.setFocus()
