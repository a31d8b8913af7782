"""Which lines are wanted: unit or group, role, words, chip, and what was asked beyond that."""

from dataclasses import replace
from datetime import timedelta
from typing import Any, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from district_desk.desk import Desk, cataloguing
from district_desk.desk.filter_words import filter_words
from district_desk.desk.listing import near
from district_desk.desk.words import ROLES
from district_desk.domain.assignments import Role
from district_desk.domain.listing import AssignmentFilter, TaskSort
from district_desk.ui.tasks import words as w
from district_desk.ui.widgets.buttons import button
from district_desk.ui.widgets.chips import Chips
from district_desk.ui.widgets.labels import ElidedLabel
from district_desk.ui.widgets.search_field import SearchField

_GROUP: Final = "group"


class FilterBar(QWidget):
    """``changed()`` whenever something else is wanted."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._extra = AssignmentFilter()
        self._words = ""
        self._levels: dict[str, str] = {}
        self.chips = Chips(w.CHIPS)
        self.search = SearchField(w.SEARCH)
        self.units = box(w.UNIT)
        self.roles = box(w.ROLE)
        self.roles.addItem(w.EVERY_ROLE, ())
        for role in Role:
            self.roles.addItem(ROLES[role], (role,))
        self._said = ElidedLabel()
        self._narrowed = QWidget()
        self._lay_out()
        self.chips.chosen.connect(self._boxes_changed)
        self.search.asked.connect(self._words_asked)
        self.units.activated.connect(self._unit_chosen)
        self.roles.activated.connect(self._boxes_changed)

    def offer(self, desk: Desk) -> None:
        """Offer the office's units, groups and levels; what is chosen stays chosen."""
        chosen = self.units.currentData()
        self._levels = {level.code: level.name for level in cataloguing.levels(desk)}
        self.units.clear()
        self.units.addItem(w.EVERY_UNIT, None)
        for each in cataloguing.groups(desk):
            self.units.addItem(each.group.name, f"{_GROUP} {each.group.id}")
        if self.units.count() > 1:
            self.units.insertSeparator(self.units.count())
        for unit in cataloguing.units(desk):
            self.units.addItem(unit.short_name or unit.name, unit.id)
        self.units.setCurrentIndex(max(0, self.units.findData(chosen)))

    @property
    def offered_units(self) -> dict[int, str]:
        """The units by id, as the box names them."""
        places = range(self.units.count())
        return {
            data: self.units.itemText(place) for place in places if isinstance(data := self.units.itemData(place), int)
        }

    @property
    def levels(self) -> dict[str, str]:
        """The assigning levels by code."""
        return self._levels

    @property
    def plain(self) -> AssignmentFilter:
        """What is wanted, the chip left out: the same on every day."""
        chosen: Any = self.units.currentData()
        group = int(chosen.removeprefix(_GROUP)) if isinstance(chosen, str) else None
        return replace(
            self._extra, unit_id=None if group else chosen, group_id=group, roles=self.roles.currentData() or (),
            words=self._words,
        )  # fmt: skip

    def wanted(self, desk: Desk) -> AssignmentFilter:
        """What is wanted today: the chip's part put beside the rest; the narrower end of two due ranges holds."""
        plain, today = self.plain, desk.today()
        ends = {w.OVERDUE: today - timedelta(days=1), w.NEAR: near(desk, today)}
        if self.chips.current == w.ALL:
            return plain
        end = ends.get(self.chips.current)
        until = min((each for each in (end, plain.due_until) if each), default=None)
        return replace(plain, open_only=True, due_until=until)

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is left out."""
        return self.chips.current != w.ALL or self.plain != AssignmentFilter()

    def set_wanted(self, chip: str, wanted: AssignmentFilter) -> None:
        """Want that instead."""
        if chip in dict(w.CHIPS):
            self.chips.choose(chip)
        unit: object = f"{_GROUP} {wanted.group_id}" if wanted.group_id else wanted.unit_id
        self.units.setCurrentIndex(max(0, self.units.findData(unit)))
        self.roles.setCurrentIndex(max(0, self.roles.findData(wanted.roles)))
        self._words = wanted.words
        self.search.setText(wanted.words)
        self._extra = replace(wanted, unit_id=None, group_id=None, roles=(), words="")
        self.changed.emit()

    def narrow(self, **further: Any) -> None:
        """Want what is wanted now, and these fields so; in every state."""
        self.set_wanted(w.ALL, replace(self.plain, **further))

    def sort_by(self, sort: TaskSort, *, descending: bool) -> None:
        """Order by a column."""
        self._extra = replace(self._extra, sort=sort, descending=descending)
        self.changed.emit()

    @Slot()
    def widen(self) -> None:
        """Drop what was asked beyond the boxes."""
        self.set_wanted(self.chips.current, replace(
            AssignmentFilter(), unit_id=self.plain.unit_id, group_id=self.plain.group_id, roles=self.plain.roles,
            words=self._words, sort=self._extra.sort, descending=self._extra.descending,
        ))  # fmt: skip

    def say(self, desk: Desk) -> None:
        """Say what was asked beyond the boxes."""
        parts = filter_words(desk, self._extra)
        self._said.setText(w.filtered(parts))
        self._narrowed.setVisible(bool(parts))

    def _lay_out(self) -> None:
        self.first = QHBoxLayout()
        self.first.addWidget(self.units)
        self.first.addWidget(self.roles)
        self.first.addWidget(self.search, 1)
        self.second = QHBoxLayout()
        self.second.addWidget(self.chips, 1)
        third = QHBoxLayout(self._narrowed)
        third.setContentsMargins(0, 0, 0, 0)
        third.addWidget(self._said, 1)
        third.addWidget(button(w.UNFILTER, self.widen, role="link", picture="close"))
        self._narrowed.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.fontMetrics().height() // 2)
        column.addLayout(self.first)
        column.addLayout(self.second)
        column.addWidget(self._narrowed)

    @Slot()
    def _unit_chosen(self) -> None:
        """One unit, one group or all of them: no longer the several that were ticked."""
        self._extra = replace(self._extra, unit_ids=())
        self.changed.emit()

    @Slot()
    def _boxes_changed(self) -> None:
        self.changed.emit()

    @Slot(str)
    def _words_asked(self, words: str) -> None:
        if words != self._words:
            self._words = words
            self.changed.emit()


def box(name: str) -> QComboBox:
    """A box of the filter: named for a screen reader, no wider than it must be."""
    made = QComboBox()
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    made.setMaximumWidth(made.fontMetrics().height() * 13)
    return made
