"""The table of days off and worked Saturdays, a year at a time, and whether that year's table is announced."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from district_desk.desk import Desk, cataloguing
from district_desk.domain.calendar import CalendarYear, DayOff
from district_desk.ui.catalogue import words as w
from district_desk.ui.catalogue.list_section import ListSection
from district_desk.ui.catalogue.lists import DAYS
from district_desk.ui.catalogue.record_form import FieldSpec, Kind, RecordForm
from district_desk.ui.operations import Operations
from district_desk.ui.theme import Tone
from district_desk.ui.widgets.badge import Badge, Shape
from district_desk.ui.widgets.buttons import button
from district_desk.ui.widgets.labels import selectable
from district_desk.ui.widgets.paged_model import Column

_ANNOUNCED = Badge(w.ANNOUNCED, Tone.GOOD, Shape.TICK)
_EXPECTED = Badge(w.EXPECTED, Tone.WARNING, Shape.DIAMOND)


class DaysSection(ListSection):
    """The days of one year."""

    def __init__(self, operations: Operations) -> None:
        super().__init__(DAYS, operations)
        self._years: Mapping[int, CalendarYear] = {}
        self.years = QComboBox()
        self.years.setAccessibleName(w.CALENDAR_YEAR)
        self.years.setToolTip(w.CALENDAR_YEAR)
        self.years.activated.connect(self._year_chosen)
        self.standing = selectable("")
        self.confirm = button(w.CONFIRM_YEAR, self.confirm_year, picture="check", tip=w.CONFIRM_TIP)
        self.tools.insertWidget(0, self.years)
        self.column.insertWidget(1, self._standing_row())

    @property
    def year(self) -> int:
        """The year that is shown."""
        return int(self.years.currentData() or 0)

    def columns(self) -> tuple[Column[Any], ...]:
        state = Column[Any]("state", w.DAY_STATE, lambda off: self._badge(off).words, 14, badge=self._badge)
        return (*super().columns(), state)

    def show_office(self, desk: Desk) -> None:
        self._years = {each.year: each for each in cataloguing.calendar_years(desk)}
        known = {each.day.year for each in cataloguing.days_off(desk)} | set(self._years)
        this = desk.today().year
        chosen = self.year or this
        self.years.clear()
        for year in sorted(known | {this, this + 1}, reverse=True):
            self.years.addItem(w.year_name(year), year)
        self.years.setCurrentIndex(max(0, self.years.findData(chosen)))
        super().show_office(desk)
        self._tell()

    def wanted(self, records: Sequence[DayOff]) -> Sequence[DayOff]:
        return [each for each in records if each.day.year == self.year]

    @Slot()
    def confirm_year(self) -> None:
        """Say that the year's table is announced, and on what notice it rests."""
        kept = self._years.get(self.year, CalendarYear(self.year, confirmed=True))
        specs = (
            FieldSpec("confirmed", Kind.TICK, span=2, name=w.CONFIRMED_FIELD),
            FieldSpec("basis", span=2, name=w.BASIS_FIELD),
        )
        changed = RecordForm.ask(self, w.confirm_title(self.year), kept, specs)
        if changed is not None and changed != self._years.get(self.year):
            self.operations.run(partial(cataloguing.put_calendar_year, self.desk, changed), initiator=self)

    # -- inside ---------------------------------------------------------------------------------------------

    def _standing_row(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.standing, 1)
        line.addWidget(self.confirm)
        return row

    def _is_announced(self, year: int) -> bool:
        return year in self._years and bool(self._years[year].confirmed)

    def _badge(self, off: DayOff) -> Badge:
        return _ANNOUNCED if self._is_announced(off.day.year) else _EXPECTED

    @Slot()
    def _year_chosen(self) -> None:
        self._show()
        self._tell()

    def _tell(self) -> None:
        """What the year's table rests on, or that a deadline there is counted with weekends alone."""
        kept, days = self._years.get(self.year), len(self.wanted(self._records))
        self.standing.setText(w.year_standing(self.year, kept, days))
        self.standing.setProperty("role", "" if self._is_announced(self.year) else "fault")
        self.standing.style().unpolish(self.standing)
        self.standing.style().polish(self.standing)
