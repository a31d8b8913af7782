"""Giao đơn vị nộp: who, why, by which item of which directive, until when; the clerk ticks and chooses."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from district_desk.desk import Desk
from district_desk.desk.reform.plan_giving import by_hand, by_item, directives_to_choose, items_to_choose, offered_items
from district_desk.desk.reform.results import Owed
from district_desk.domain.items import Item
from district_desk.domain.reform_triggers import Duty
from district_desk.domain.units import Unit
from district_desk.ui.reform import plan_words as w
from district_desk.ui.widgets.buttons import as_default, button
from district_desk.ui.widgets.date_field import DateField
from district_desk.ui.widgets.form import FormGrid
from district_desk.ui.widgets.labels import label, selectable

_COLUMNS: Final = 3


@dataclass(frozen=True, slots=True)
class Giving:
    """What was answered: who is given what by which item, until when (None: as the item says), and on which day."""

    owing: tuple[Owed, ...]
    due: date | None
    given: date | None


class GiveDialog(QDialog):
    """Shows who owes a duty and is still to be given it; ``given`` are the units that have it already."""

    def __init__(  # noqa: PLR0913  what the dialog shows
        self, parent: QWidget | None, desk: Desk, year: int, *, duty: Duty, owing: Sequence[Owed], given: Collection[int]
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setWindowTitle(f"{w.GIVE_TITLE}: {w.DUTIES[duty]}")
        self._desk, self._duty = desk, duty
        self._owing = {each.unit.id: each for each in owing}
        self._held = frozenset(given)
        self._offers = offered_items(desk, year, duty)
        self.directives, self.items = QComboBox(), QComboBox()
        self.due, self.given = DateField(w.GIVE_DUE), DateField(w.GIVE_DAY)
        self.given.set_value(desk.today())
        self.units = QTreeWidget()
        self.others = QCheckBox(w.GIVE_OTHERS)
        self.fault = label("", role="fault")
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.yes = as_default(self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole))
        self._build()
        self._fill_directives(year)
        self._fill_units(owing)
        self._connect()
        self._fill_items()
        if not owing:
            self.others.setChecked(True)
        self._follow()

    @classmethod
    def ask(  # noqa: PLR0913  what the dialog shows
        cls, parent: QWidget | None, desk: Desk, year: int, *, duty: Duty, owing: Sequence[Owed], given: Collection[int]
    ) -> Giving | None:  # fmt: skip
        """Who is given what, or None."""
        dialog = cls(parent, desk, year, duty=duty, owing=owing, given=given)
        answer = dialog.answer() if dialog.exec() == QDialog.DialogCode.Accepted else None
        dialog.deleteLater()
        return answer

    @property
    def item(self) -> Item | None:
        """The obliging item that is chosen."""
        chosen = self.items.currentData()
        return chosen if isinstance(chosen, Item) else None

    def answer(self) -> Giving:
        """What is ticked and chosen."""
        item = self.item
        assert item is not None  # the button wants one
        ticked = self.ticked()
        known = by_item([self._owing[each] for each in ticked if each in self._owing], item)
        others = by_hand(self._desk, [each for each in ticked if each not in self._owing], self._duty, item)
        due = self.due.value
        return Giving((*known, *others), due if due != item.due else None, self.given.value)

    def ticked(self) -> list[int]:
        """The ids of the ticked units, top down."""
        return [int(row.data(0, Qt.ItemDataRole.UserRole)) for row in self._rows() if _is_ticked(row)]

    def tick(self, unit_ids: Collection[int]) -> None:
        """Tick these units and no others."""
        for row in self._rows():
            _set(row, is_ticked=row.data(0, Qt.ItemDataRole.UserRole) in unit_ids)

    # -- inside ---------------------------------------------------------------------------------------------

    def _build(self) -> None:
        for box in (self.directives, self.items):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(12)
        grid = FormGrid(_COLUMNS)
        grid.add(w.GIVE_DIRECTIVE, self.directives, _COLUMNS)
        grid.add(w.GIVE_ITEM, self.items, _COLUMNS)
        self._due_row = grid.add(w.GIVE_DUE, self.due)
        grid.add(w.GIVE_DAY, self.given)
        self.units.setAccessibleName(self.windowTitle())
        self.units.setHeaderLabels(list(w.GIVE_HEADINGS))
        self.units.setRootIsDecorated(False)
        self.units.setUniformRowHeights(True)
        self.units.setAlternatingRowColors(True)
        unit = self.fontMetrics().height()
        self.units.header().setStretchLastSection(True)
        self.units.header().resizeSection(0, unit * 17)
        self.units.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        ticks = QHBoxLayout()
        ticks.addWidget(button(w.TICK_ALL, self._tick_all, role="link"))
        ticks.addWidget(button(w.TICK_NONE, self._tick_none, role="link"))
        ticks.addStretch(1)
        ticks.addWidget(self.others)
        self.fault.setWordWrap(True)
        column = QVBoxLayout(self)
        column.addWidget(grid)
        column.addWidget(selectable(w.GIVE_ABOUT, role="muted"))
        column.addWidget(self.units, 1)
        column.addLayout(ticks)
        column.addWidget(self.fault)
        column.addWidget(self._buttons)
        self.resize(unit * 52, unit * 28)

    def _connect(self) -> None:
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.directives.currentIndexChanged.connect(self._fill_items)
        self.items.currentIndexChanged.connect(self._item_chosen)
        self.units.itemChanged.connect(self._follow)
        for day in (self.due, self.given):
            day.textChanged.connect(self._follow)
        self.others.toggled.connect(self._show_others)

    def _fill_directives(self, year: int) -> None:
        """What the triggers' words point at stands first; any other directive may be chosen."""
        offered = {offer.directive.id: offer for offer in reversed(self._offers)}
        kept = {offer.directive.id: offer.directive for offer in self._offers}
        kept |= {each.id: each for each in directives_to_choose(self._desk, year) if each.id not in kept}
        for each in kept.values():
            mark = (w.TIED if offered[each.id].is_tied else w.PROPOSED) if each.id in offered else ""
            self.directives.addItem(w.directive_name(each) + mark, each.id)
        self.directives.setCurrentIndex(0 if kept else -1)

    @Slot()
    def _fill_items(self) -> None:
        chosen = self.directives.currentData()
        items = items_to_choose(self._desk, int(chosen)) if chosen else []
        wanted = next((offer.item.id for offer in self._offers if offer.directive.id == chosen), 0)
        with QSignalBlocker(self.items):
            self.items.clear()
            for item in items:
                self.items.addItem(w.item_name(item), item)
            place = next((place for place, item in enumerate(items) if item.id == wanted), -1)
            self.items.setCurrentIndex(place if place >= 0 else 0 if len(items) == 1 else -1)
        self._item_chosen()

    @Slot()
    def _item_chosen(self) -> None:
        due = self.item.due if self.item else None
        self._due_row.name.setText(w.GIVE_DUE_TOLD if due else w.GIVE_DUE)
        self.due.set_value(due)
        self.items.setToolTip(" ".join(self.item.text.split()) if self.item else "")
        self._follow()

    def _fill_units(self, owing: Sequence[Owed]) -> None:
        for each in owing:
            self._add(each.unit, w.why(each.reasons), is_ticked=True)

    def _add(self, unit: Unit, why: str, *, is_ticked: bool) -> None:
        row = QTreeWidgetItem(self.units, [unit.name, why])
        row.setData(0, Qt.ItemDataRole.UserRole, unit.id)
        row.setToolTip(1, why)
        _set(row, is_ticked=is_ticked)

    @Slot(bool)
    def _show_others(self, shown: bool) -> None:  # noqa: FBT001  Qt's own signature
        with QSignalBlocker(self.units):
            for row in self._rows():
                if row.data(0, Qt.ItemDataRole.UserRole) not in self._owing:
                    self.units.takeTopLevelItem(self.units.indexOfTopLevelItem(row))
            if shown:
                day = self._desk.working_day(self._desk.today())
                for unit in self._desk.directory(day).units:
                    if unit.is_valid(day) and unit.id not in self._held and unit.id not in self._owing:
                        self._add(unit, w.BY_HAND, is_ticked=False)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        units = len(self.ticked())
        self.yes.setText(w.give(units))
        has_days = self.due.value is not None and self.given.value is not None
        self.yes.setEnabled(bool(units and self.item and has_days))
        said = ""
        if not self.directives.count():
            said = w.GIVE_NO_DIRECTIVE
        elif not self.items.count():
            said = w.GIVE_NO_ITEM
        self.fault.setText(said)
        self.fault.setVisible(bool(said))

    def _rows(self) -> list[QTreeWidgetItem]:
        found = [self.units.topLevelItem(place) for place in range(self.units.topLevelItemCount())]
        return [row for row in found if row is not None]

    @Slot()
    def _tick_all(self) -> None:
        for row in self._rows():
            _set(row, is_ticked=True)

    @Slot()
    def _tick_none(self) -> None:
        for row in self._rows():
            _set(row, is_ticked=False)


def _is_ticked(row: QTreeWidgetItem) -> bool:
    return row.checkState(0) is Qt.CheckState.Checked


def _set(row: QTreeWidgetItem, *, is_ticked: bool) -> None:
    row.setCheckState(0, Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
