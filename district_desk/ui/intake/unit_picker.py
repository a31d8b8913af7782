"""Giving items to units: whole groups at a click, single units found by typing, the rest of a group left out again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from district_desk.desk.words import ROLES
from district_desk.domain.assignments import Role
from district_desk.domain.units import Directory, Unit, UnitGroup
from district_desk.domain.vietnamese import fold
from district_desk.ui.intake.item_words import units_words
from district_desk.ui.widgets.buttons import button
from district_desk.ui.widgets.labels import label

_ID: Final = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True)
class Choice:
    """What was decided: units in the office's order, their role, the person in them, the receiving unit's name."""

    unit_ids: tuple[int, ...]
    role: Role
    person: str = ""
    via: str = ""


class UnitPicker(QDialog):
    """``decided`` carries a :class:`Choice`. Opened, not executed: the window goes on living behind it."""

    decided = Signal(object)

    def __init__(self, directory: Directory, what: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Giao việc cho đơn vị")
        self._directory = directory
        self._units = tuple(unit for unit in directory.units if unit.is_valid(directory.day))
        self._groups = tuple(group for group in directory.groups if directory.of_group(group))
        self._fills = False
        self.what = label(what, role="heading")
        self.what.setWordWrap(True)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText("Tìm đơn vị, gõ có dấu hoặc không dấu")
        self.search.setAccessibleName("Tìm đơn vị")
        self.group_list = self._list("Nhóm đơn vị", ((g.id, self._group_words(g)) for g in self._groups))
        self.unit_list = self._list("Đơn vị", ((u.id, u.name) for u in self._units))
        self.summary = label("", role="muted")
        self.summary.setWordWrap(True)
        self.person = QLineEdit(self)
        self.via = QComboBox(self)
        self.roles = QButtonGroup(self)
        self.give = button("Giao", self._decide, role="primary")
        self.give.setDefault(True)
        self._build()
        self._connect()
        self._tell()

    def show_choice(self, unit_ids: Iterable[int], role: Role, via: str, person: str = "") -> None:
        """What is chosen when the dialog opens."""
        wanted = set(unit_ids)
        self._check(wanted)
        self.roles.button(list(Role).index(role)).setChecked(True)
        self.person.setText(person)
        place = self.via.findText(via)
        if via and place < 0:
            self.via.addItem(via)
            place = self.via.count() - 1
        self.via.setCurrentIndex(max(0, place))
        self.search.setFocus()

    def choice(self) -> Choice:
        """What is chosen now."""
        role = list(Role)[self.roles.checkedId()]
        ids = self._checked()
        return Choice(ids, role, " ".join(self.person.text().split()), self.via.currentText())

    # --- building ------------------------------------------------------------------------------------------------
    def _list(self, name: str, entries: Iterable[tuple[int, str]]) -> QListWidget:
        made = QListWidget(self)
        made.setAccessibleName(name)
        made.setUniformItemSizes(True)
        for key, words in entries:
            item = QListWidgetItem(words, made)
            item.setData(_ID, key)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Unchecked)
        return made

    def _group_words(self, group: UnitGroup) -> str:
        return f"{group.name} ({len(self._directory.of_group(group))})"

    def _build(self) -> None:
        self.via.addItem("")
        self.via.addItems([unit.name for unit in self._units])
        self.via.setAccessibleName("Nhận, tổng hợp qua")
        self.person.setPlaceholderText("người hoặc chức danh phụ trách ở đơn vị")
        self.person.setAccessibleName("Người phụ trách")
        em = self.fontMetrics().height()
        grid = QGridLayout()
        grid.setHorizontalSpacing(em)
        grid.addWidget(label("Nhóm", role="muted"), 0, 0)
        grid.addWidget(label("Đơn vị", role="muted"), 0, 1)
        grid.addWidget(self.group_list, 1, 0)
        grid.addWidget(self.unit_list, 1, 1)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        column = QVBoxLayout(self)
        column.addWidget(self.what)
        column.addWidget(self.search)
        column.addLayout(grid, 1)
        column.addWidget(self.summary)
        column.addLayout(self._below())
        self.resize(em * 46, em * 30)

    def _below(self) -> QVBoxLayout:
        row = QHBoxLayout()
        row.addWidget(label("Vai trò:", role="muted"))
        for number, role in enumerate(Role):
            radio = QRadioButton(ROLES[role], self)
            radio.setChecked(role is Role.LEAD)
            self.roles.addButton(radio, number)
            row.addWidget(radio)
        row.addStretch(1)
        fields = QHBoxLayout()
        for name, field in (("Phụ trách:", self.person), ("Nhận, tổng hợp qua:", self.via)):
            caption = QLabel(name, self)
            caption.setBuddy(field)
            caption.setProperty("role", "muted")
            fields.addWidget(caption)
            fields.addWidget(field, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(button("Hủy", self.reject))
        buttons.addWidget(self.give)
        below = QVBoxLayout()
        below.addLayout(row)
        below.addLayout(fields)
        below.addLayout(buttons)
        return below

    def _connect(self) -> None:
        self.search.textChanged.connect(self._filter)
        self.group_list.itemChanged.connect(self._group_changed)
        self.unit_list.itemChanged.connect(self._tell)

    # --- choosing ------------------------------------------------------------------------------------------------
    def _filter(self, text: str) -> None:
        wanted = fold(text).split()
        for number, unit in enumerate(self._units):
            self.unit_list.item(number).setHidden(not _fits(unit, wanted))
        for number, group in enumerate(self._groups):
            hay = fold(f"{group.name} {group.aliases}")
            self.group_list.item(number).setHidden(not all(word in hay for word in wanted))

    def _group_changed(self, item: QListWidgetItem) -> None:
        if self._fills:
            return
        group = next(each for each in self._groups if each.id == item.data(_ID))
        members = {unit.id for unit in self._directory.of_group(group)}
        is_on = item.checkState() is Qt.CheckState.Checked
        now = set(self._checked())
        self._check(now | members if is_on else now - members)

    def _check(self, wanted: set[int]) -> None:
        self._fills = True
        for item in _items(self.unit_list):
            item.setCheckState(Qt.CheckState.Checked if item.data(_ID) in wanted else Qt.CheckState.Unchecked)
        self._fills = False
        self._tell()

    def _checked(self) -> tuple[int, ...]:
        return tuple(item.data(_ID) for item in _items(self.unit_list) if item.checkState() is Qt.CheckState.Checked)

    def _tell(self) -> None:
        if self._fills:
            return
        chosen = self._checked()
        self._fills = True
        for number, group in enumerate(self._groups):
            members = [unit.id for unit in self._directory.of_group(group)]
            inside = sum(1 for each in members if each in chosen)
            state = Qt.CheckState.Checked if inside == len(members) else Qt.CheckState.PartiallyChecked
            self.group_list.item(number).setCheckState(state if inside else Qt.CheckState.Unchecked)
        self._fills = False
        said = units_words(self._directory, chosen)
        self.summary.setText(f"{len(chosen)} đơn vị: {said}" if chosen else "Chưa chọn đơn vị nào")
        self.give.setText(f"Giao cho {len(chosen)} đơn vị" if chosen else "Không giao cho ai")

    def _decide(self) -> None:
        self.decided.emit(self.choice())
        self.accept()


def _items(widget: QListWidget) -> Sequence[QListWidgetItem]:
    return [widget.item(number) for number in range(widget.count())]


def _fits(unit: Unit, wanted: list[str]) -> bool:
    hay = fold(f"{unit.name} {unit.short_name} {unit.symbol} {unit.aliases}")
    return all(word in hay for word in wanted)
