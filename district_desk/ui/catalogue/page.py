"""Danh mục: the lists at the left, the chosen one at the right."""

from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSplitter, QStackedWidget

from district_desk.desk import Desk
from district_desk.domain.changes import Changes, Entity
from district_desk.ui.catalogue import words as w
from district_desk.ui.catalogue.days_section import DaysSection
from district_desk.ui.catalogue.list_section import ListSection
from district_desk.ui.catalogue.lists import DAYS, GROUPS, LISTS, UNITS
from district_desk.ui.catalogue.machine_section import MachineSection
from district_desk.ui.catalogue.office_section import OfficeSection
from district_desk.ui.catalogue.unit_sections import GroupsSection, UnitsSection
from district_desk.ui.operations import Operations
from district_desk.ui.tray import words as machine
from district_desk.ui.widgets.ask import Question
from district_desk.ui.widgets.page import Page
from district_desk.ui.widgets.section_list import SectionList


class CataloguePage(Page):
    """The catalogue. ``filled()`` when its lists are read; ``machine_changed()`` when this machine's settings are others."""

    filled = Signal()
    machine_changed = Signal()
    topic = "danh-muc"

    def __init__(self, operations: Operations) -> None:
        super().__init__(operations)
        self.set_words(w.TITLE, w.SUBTITLE)
        self.office = OfficeSection(operations)
        self.office.said.connect(self.said)
        self.machine = MachineSection()
        self.machine.said.connect(self.said)
        self.machine.changed.connect(self.machine_changed)
        self.units = UnitsSection(operations)
        self.groups = GroupsSection(operations)
        self.days = DaysSection(operations)
        own = {UNITS.name: self.units, GROUPS.name: self.groups, DAYS.name: self.days}
        self.lists = [own.get(spec.name) or ListSection(spec, operations) for spec in LISTS]
        self.names = SectionList(w.SECTIONS_NAME, self._names())
        self._stack = QStackedWidget()
        self._stack.addWidget(self.office)
        for section in self.lists:
            section.said.connect(self.said)
            section.shown_count.connect(self.foot_changed)
            self._stack.addWidget(section)
        self._stack.addWidget(self.machine)
        unit = self.fontMetrics().height()
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(self.names)
        split.addWidget(self._stack)
        split.setStretchFactor(1, 1)
        split.setSizes([unit * 11, unit * 52])
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.names.setMinimumWidth(max(map(self.fontMetrics().horizontalAdvance, self._names())) + unit * 2)
        self.body.addWidget(split, 1)
        self.names.currentRowChanged.connect(self._chosen)
        self.names.setCurrentRow(0)

    def attach(self, desk: Desk) -> None:
        super().attach(desk)
        self.filled.emit()

    def refresh(self) -> None:
        self.office.show_office(self.desk)
        self.machine.show_office(self.desk)
        for section in self.lists:
            section.show_office(self.desk)

    def on_changes(self, changes: Changes, initiator: object) -> None:
        del initiator
        if changes.concern_catalogue() or changes.concern(Entity.READING_CORRECTION):
            self.refresh()

    def shown(self) -> None:
        self.names.setFocus()

    def search_here(self) -> None:
        section = self._stack.currentWidget()
        if isinstance(section, ListSection):
            section.search.setFocus()

    def foot(self) -> str:
        section = self._stack.currentWidget()
        if isinstance(section, ListSection):
            return w.foot(section.spec.name, len(section.model.ids))
        return machine.NAME if section is self.machine else w.OFFICE

    def may_leave(self) -> bool:
        if not self.office.is_edited:
            return True
        if Question.ask(self, w.DISCARD_TITLE, w.DISCARD, yes=w.DISCARD_YES, no=w.DISCARD_NO):
            self.office.discard()
            return True
        return False

    def choose(self, name: str) -> None:
        """Show the list of that name."""
        self.names.setCurrentRow(self._names().index(name))

    def _names(self) -> list[str]:
        return [w.OFFICE, *(section.spec.name for section in self.lists), machine.NAME]

    @Slot(int)
    def _chosen(self, row: int, *_: Any) -> None:
        self._stack.setCurrentIndex(max(0, row))
        self.foot_changed.emit()
