"""The form of a group: its names, and its members as ticks in the office's order, found by typing."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from district_desk.desk.cataloguing import Group
from district_desk.domain.vietnamese import fold
from district_desk.ui.catalogue import words as w
from district_desk.ui.catalogue.record_form import FieldSpec, RecordForm
from district_desk.ui.widgets.buttons import button
from district_desk.ui.widgets.labels import label
from district_desk.ui.widgets.search_field import SearchField

_ID = Qt.ItemDataRole.UserRole


class GroupForm(RecordForm):
    """Edits a group with its members."""

    def __init__(
        self, parent: QWidget | None, group: Group, units: Mapping[int, str], specs: Sequence[FieldSpec]
    ) -> None:
        super().__init__(parent, w.GROUPS, group.group, specs)
        self.search = SearchField(w.FIND_MEMBERS)
        self.count = label("", role="muted")
        self.members = QListWidget()
        self.members.setAccessibleName(w.MEMBERS)
        self.members.setUniformItemSizes(True)
        self.members.setMinimumHeight(self.fontMetrics().height() * 11)
        for unit_id, name in units.items():
            item = QListWidgetItem(name)
            item.setData(_ID, unit_id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if unit_id in group.unit_ids else Qt.CheckState.Unchecked)
            self.members.addItem(item)
        self.column.insertLayout(1, self._members_part(), 1)
        self.search.textChanged.connect(self._filter)
        self.search.entered.connect(self._tick_first)
        self.search.gone_down.connect(self._go_down)
        self.members.itemChanged.connect(self._tell)
        self._tell()

    @property
    def unit_ids(self) -> tuple[int, ...]:
        """The ticked units."""
        return tuple(item.data(_ID) for item in self._items() if item.checkState() is Qt.CheckState.Checked)

    @classmethod
    def ask_group(
        cls, parent: QWidget | None, group: Group, units: Mapping[int, str], specs: Sequence[FieldSpec]
    ) -> Group | None:
        """The group as changed, or None."""
        dialog = cls(parent, group, units, specs)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        answer = Group(dialog.record, dialog.unit_ids) if accepted else None
        dialog.deleteLater()
        return answer

    # -- inside ---------------------------------------------------------------------------------------------

    def _members_part(self) -> QVBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.search, 1)
        row.addWidget(button(w.TICK_SHOWN, self._tick_shown))
        row.addWidget(button(w.UNTICK_SHOWN, self._untick_shown))
        part = QVBoxLayout()
        part.addWidget(label(w.MEMBERS, role="muted"))
        part.addLayout(row)
        part.addWidget(self.members, 1)
        part.addWidget(self.count)
        return part

    def _items(self, wanted: Callable[[QListWidgetItem], bool] = bool) -> list[QListWidgetItem]:
        return [item for place in range(self.members.count()) if wanted(item := self.members.item(place))]

    def _shown(self) -> list[QListWidgetItem]:
        return self._items(lambda item: not item.isHidden())

    @Slot(str)
    def _filter(self, typed: str) -> None:
        wanted = fold(typed).split()
        for item in self._items():
            item.setHidden(not all(word in fold(item.text()) for word in wanted))

    @Slot()
    def _tick_first(self) -> None:
        """Enter in the search ticks what was found, when it is one, and is ready for the next name."""
        shown = self._shown()
        if len(shown) == 1:
            ticked = shown[0].checkState() is Qt.CheckState.Checked
            shown[0].setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)
            self.search.selectAll()

    @Slot()
    def _go_down(self) -> None:
        if shown := self._shown():
            self.members.setCurrentItem(shown[0])
            self.members.setFocus()

    @Slot()
    def _tick_shown(self) -> None:
        for item in self._shown():
            item.setCheckState(Qt.CheckState.Checked)

    @Slot()
    def _untick_shown(self) -> None:
        for item in self._shown():
            item.setCheckState(Qt.CheckState.Unchecked)

    @Slot()
    def _tell(self) -> None:
        self.count.setText(w.members_ticked(len(self.unit_ids), self.members.count()))
