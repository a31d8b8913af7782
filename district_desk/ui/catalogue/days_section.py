"""The table of days off and worked Saturdays, a year at a time, and whether that year's table is announced."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from district_desk.desk import Desk, calendaring, cataloguing
from district_desk.desk.calendaring import MovedDeadline, ProposedYear
from district_desk.domain.calendar import CalendarYear, DayOff
from district_desk.domain.changes import Changes
from district_desk.domain.directives import Directive
from district_desk.ui.catalogue import days_words as said
from district_desk.ui.catalogue import words as w
from district_desk.ui.catalogue.list_section import ListSection
from district_desk.ui.catalogue.lists import DAYS
from district_desk.ui.catalogue.record_form import FieldSpec, RecordForm
from district_desk.ui.catalogue.tick_view import TickLine, TickView
from district_desk.ui.operations import Operations
from district_desk.ui.theme import Tone
from district_desk.ui.widgets.badge import Badge, Shape
from district_desk.ui.widgets.buttons import button
from district_desk.ui.widgets.labels import selectable
from district_desk.ui.widgets.paged_model import Column

_ANNOUNCED = Badge(w.ANNOUNCED, Tone.GOOD, Shape.TICK)
_EXPECTED = Badge(w.EXPECTED, Tone.WARNING, Shape.DIAMOND)


_BASIS = FieldSpec("basis", span=2, needed="yes", name=w.BASIS_FIELD)
Write = Callable[..., Changes]
"""A change of the calendar that waits for the deadlines to move: ``moving=``."""


@dataclass(frozen=True, slots=True)
class Preview:
    """The deadlines that a change would move, and how their documents are cited."""

    moves: list[MovedDeadline]
    notations: Mapping[int, str]


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
        self.propose = button(w.PROPOSE, self.propose_year, picture="calendar", tip=w.PROPOSE_TIP)
        self.tools.insertWidget(0, self.years)
        self.column.insertWidget(1, self._standing_row())
        self.set_tab_order(self.years, self.search, *self.of_row, self.adding, self.propose, self.confirm)

    @property
    def year(self) -> int:
        """The year that is shown."""
        return int(self.years.currentData() or 0)

    def columns(self) -> tuple[Column[Any], ...]:
        state = Column[Any]("state", w.DAY_STATE, lambda off: self._badge(off).words, 13, badge=self._badge)
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
        """Say that the year's table is as announced, and by which notice."""
        kept = self._years.get(self.year, CalendarYear(self.year, confirmed=True))
        asked = kept if kept.confirmed else replace(kept, basis="")
        changed = RecordForm.ask(self, w.confirm_title(self.year), asked, (_BASIS,))
        if changed is not None and (changed.basis != kept.basis or not kept.confirmed):
            work = partial(calendaring.confirm_year, self.desk, self.year, changed.basis)
            self.operations.run(work, initiator=self)

    @Slot()
    def propose_year(self) -> None:
        """Ask what to expect of a year whose notice has not come."""
        work = partial(calendaring.propose_year, self.desk, self._unannounced())
        self.operations.fetch(lambda _: work(), on_done=self._proposed, title=w.PROPOSING)

    # -- every change is shown first with the deadlines that it would move -------------------------------------

    def change(self, days: Sequence[DayOff], dropping: Sequence[DayOff], write: Write) -> None:
        """Show which running deadlines these days would move, and ``write`` with those that the clerk ticks."""
        work = partial(_preview, self.desk, days, dropping)
        self.operations.fetch(lambda _: work(), on_done=partial(self._previewed_moves, write), title=w.PREVIEWING)

    def _put(self, record: DayOff) -> None:
        changed = RecordForm.ask(self, self.spec.name, record, self.spec.fields_of(self._names))
        if changed is None or changed == record:
            return
        moved_away = bool(record.id) and changed.day != record.day
        days = [replace(changed, id=0, uid=0) if moved_away else changed]
        dropping = [record] if moved_away else []
        self._go_to(changed.day.year)
        self.change(days, dropping, partial(calendaring.change_calendar, self.desk, days, dropping=dropping))

    def _drop_held(self, records: Sequence[Any]) -> None:
        self.change([], records, partial(calendaring.change_calendar, self.desk, [], dropping=records))

    def _previewed_moves(self, write: Write, preview: Preview) -> None:
        moving: list[MovedDeadline] = []
        if preview.moves:
            lines = [said.move_line(move, preview.notations[move.directive_id]) for move in preview.moves]
            later = [move.new > move.old for move in preview.moves]
            ticked = TickView.ask(self, said.MOVES, [TickLine(*each) for each in zip(lines, later, strict=True)])
            if ticked is None:
                return
            moving = [preview.moves[place] for place in ticked]
        self.operations.run(partial(write, moving=moving), initiator=self)

    @Slot(object)
    def _proposed(self, proposal: ProposedYear) -> None:
        lines = [TickLine(said.day_line(each)) for each in proposal.days]
        ticked = TickView.ask(self, said.proposal_words(proposal), lines)
        if ticked:
            chosen = replace(proposal, days=tuple(proposal.days[place] for place in ticked))
            self._go_to(proposal.year)
            self.change(chosen.days, [], partial(calendaring.accept_proposal, self.desk, chosen))

    # -- inside ---------------------------------------------------------------------------------------------

    def _standing_row(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.standing, 1)
        line.addWidget(self.propose)
        line.addWidget(self.confirm)
        return row

    def _go_to(self, year: int) -> None:
        if self.years.findData(year) < 0:
            self.years.addItem(w.year_name(year), year)
        self.years.setCurrentIndex(self.years.findData(year))
        self._year_chosen()

    def _unannounced(self) -> int:
        """The year that is shown, or the first after it whose days are not announced."""
        year = self.year
        while self._is_announced(year):
            year += 1
        return year

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
        announced = self._is_announced(self.year)
        self.confirm.setText(w.CHANGE_BASIS if announced else w.CONFIRM_YEAR)
        self.propose.setText(w.propose(self._unannounced()))
        self.standing.setProperty("role", "" if announced else "fault")
        self.standing.style().unpolish(self.standing)
        self.standing.style().polish(self.standing)


def _preview(desk: Desk, days: Sequence[DayOff], dropping: Sequence[DayOff]) -> Preview:
    moves = calendaring.preview_calendar_change(desk, days, dropping=dropping)
    found = desk.store.reading().many(Directive, {move.directive_id for move in moves})
    return Preview(moves, {key: str(each.notation) or each.subject for key, each in found.items()})
