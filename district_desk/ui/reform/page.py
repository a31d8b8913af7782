"""Cải cách hành chính: a year above, the parts of the work as chips, one part below."""

from importlib import import_module
from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QWidget

from district_desk.desk import Desk
from district_desk.domain.changes import Changes
from district_desk.ui.operations import Operations
from district_desk.ui.reform import words as w
from district_desk.ui.reform.section import ReformSection
from district_desk.ui.widgets.buttons import ActionButton
from district_desk.ui.widgets.chips import Chips
from district_desk.ui.widgets.labels import label
from district_desk.ui.widgets.page import Page

_PARTS: Final = (
    ("results", "results_section", "ResultsSection"),
    ("scores", "scores_section", "ScoresSection"),
    ("plans", "plans_section", "PlansSection"),
    ("works", "works_section", "WorksSection"),
    ("evidence", "evidence_section", "EvidenceSection"),
    ("index", "index_section", "IndexSection"),
    ("reports", "reports_section", "ReportsSection"),
    ("year", "year_section", "YearSection"),
)
"""Key, module and class of each part, in the order of the chips; a part is imported at its first visit."""

_YEARS_AHEAD: Final = 1
_YEARS_BACK: Final = 6


class ReformPage(Page):
    """The page. It opens at the last scored year that has an index, else at the year before this one."""

    topic = "cai-cach-hanh-chinh"

    def __init__(self, operations: Operations) -> None:
        super().__init__(operations)
        self.set_words(w.TITLE, w.SUBTITLE)
        self.years = QComboBox()
        self.years.setAccessibleName(w.YEAR)
        self.years.currentIndexChanged.connect(self._year_chosen)
        self.chips = Chips([(key, w.PARTS[key]) for key, _, _ in _PARTS])
        self.chips.chosen.connect(self.open_part)
        row = QHBoxLayout()
        caption = label(w.YEAR)
        caption.setBuddy(self.years)
        for widget in (caption, self.years):
            row.addWidget(widget)
        row.addSpacing(self.fontMetrics().height())
        row.addWidget(self.chips, 1)
        self.body.addLayout(row)
        self._stack = QStackedWidget()
        self.body.addWidget(self._stack, 1)
        self._parts: dict[str, ReformSection] = {}
        self._head: list[QWidget] = []

    @property
    def year(self) -> int:
        """The year that is shown."""
        return int(self.years.currentData() or 0)

    def part(self, key: str) -> ReformSection:
        """A part, built at its first visit."""
        if key not in self._parts:
            module, name = next((module, name) for each, module, name in _PARTS if each == key)
            made: ReformSection = getattr(import_module(f"district_desk.ui.reform.{module}"), name)(self.operations)
            made.said.connect(self.said)
            made.print_wanted.connect(self.print_wanted)
            made.directive_wanted.connect(self.directive_wanted)
            made.foot_changed.connect(self.foot_changed)
            made.year_made.connect(self._turn_to)
            self._parts[key] = made
            self._stack.addWidget(made)
        return self._parts[key]

    def attach(self, desk: Desk) -> None:
        self._desk = desk
        self._fill_years(self._newest_scored() or desk.today().year - 1)
        self.open_part(self.chips.current)

    def refresh(self) -> None:
        self._show(self.chips.current)

    def on_changes(self, changes: Changes, initiator: object) -> None:
        del initiator
        if self.chips.current in self._parts:  # the others ask anew when they are shown
            self._parts[self.chips.current].on_changes(changes)

    def shown(self) -> None:
        self.chips.setFocus()

    def print_shown(self) -> None:
        if not self.part(self.chips.current).print_shown():
            super().print_shown()

    def actions(self) -> list[QAction]:
        """What can be done here: the part's own actions too, so that the list of keys has them."""
        return [*super().actions(), *self.part(self.chips.current).actions()]

    def search_here(self) -> None:
        self.part(self.chips.current).search_here()

    def foot(self) -> str:
        return self.part(self.chips.current).foot()

    def may_leave(self) -> bool:
        return all(part.may_leave() for part in self._parts.values())

    def open_of_year(self, key: str, year: int) -> None:
        """Show a part of the work of a year."""
        self._fill_years(year)
        self.open_part(key)

    @Slot(str)
    def open_part(self, key: str) -> None:
        """Show a part of the work."""
        self.chips.choose(key)
        self._show(key)

    def _show(self, key: str) -> None:
        part = self.part(key)
        self._stack.setCurrentWidget(part)
        for button in self._head:
            self._buttons.removeWidget(button)
            button.deleteLater()
        self._head = []
        for place, action in enumerate(part.head_actions()):
            self._head.append(ActionButton(action, "" if place else "primary"))
            self._buttons.insertWidget(0, self._head[-1])
        if self.is_open:
            part.show_year(self.desk, self.year)
        self.foot_changed.emit()

    def _newest_scored(self) -> int:
        from district_desk.desk.reform.index import indexes

        return max((index.year for index in indexes(self.desk)), default=0)

    def _fill_years(self, chosen: int) -> None:
        from district_desk.desk.reform.index import indexes

        today = self.desk.today().year
        years = {index.year for index in indexes(self.desk)} | {chosen}
        years |= set(range(today - _YEARS_BACK, today + _YEARS_AHEAD + 1))
        self.years.blockSignals(True)
        self.years.clear()
        for year in sorted(years, reverse=True):
            self.years.addItem(str(year), year)
        self.years.setCurrentIndex(self.years.findData(chosen))
        self.years.blockSignals(False)

    @Slot(int)
    def _turn_to(self, year: int) -> None:
        self._fill_years(year)
        self.refresh()

    @Slot(int)
    def _year_chosen(self, _: int) -> None:
        if self.is_open:
            self.refresh()
