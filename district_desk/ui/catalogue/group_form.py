"""The form of a group: its names, and its members as ticks in the office's order."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget

from district_desk.desk.cataloguing import Group
from district_desk.ui.catalogue import words as w
from district_desk.ui.catalogue.record_form import FieldSpec, RecordForm
from district_desk.ui.widgets.form import FormRow

_ID = Qt.ItemDataRole.UserRole


class GroupForm(RecordForm):
    """Edits a group with its members."""

    def __init__(
        self, parent: QWidget | None, group: Group, units: Mapping[int, str], specs: Sequence[FieldSpec]
    ) -> None:
        super().__init__(parent, w.GROUPS, group.group, specs)
        self.members = QListWidget()
        self.members.setMinimumHeight(self.fontMetrics().height() * 12)
        for unit_id, name in units.items():
            item = QListWidgetItem(name)
            item.setData(_ID, unit_id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if unit_id in group.unit_ids else Qt.CheckState.Unchecked)
            self.members.addItem(item)
        self.column.insertWidget(1, FormRow(w.MEMBERS, self.members), 1)

    @property
    def unit_ids(self) -> tuple[int, ...]:
        """The ticked units."""
        items = (self.members.item(row) for row in range(self.members.count()))
        return tuple(item.data(_ID) for item in items if item.checkState() is Qt.CheckState.Checked)

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
