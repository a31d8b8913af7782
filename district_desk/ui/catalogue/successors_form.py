"""Who took over from a unit: any number of successors, each with its day and the part it took."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from district_desk.domain.units import Succession, Unit
from district_desk.domain.vietnamese import nfc
from district_desk.ui.catalogue import words as w
from district_desk.ui.widgets.buttons import as_default, button, tool_button
from district_desk.ui.widgets.date_field import DateField
from district_desk.ui.widgets.labels import label, selectable
from district_desk.ui.widgets.measure import letters

_DAY_LETTERS: Final = 17
"""A date and the calendar's picture."""


@dataclass(eq=False, slots=True)
class Row:
    """The fields of one successor, and the record they began with."""

    began: Succession
    unit: QComboBox
    on: DateField
    part: QLineEdit
    gone: QToolButton

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """From left to right."""
        return self.unit, self.on, self.part, self.gone

    @property
    def record(self) -> Succession | None:
        """The succession as the row reads now; None while unit or day is blank."""
        successor, on = self.unit.currentData(), self.on.value
        if not successor or on is None:
            return None
        return replace(self.began, successor_id=successor, on=on, part=nfc(self.part.text().strip()))


class SuccessorsForm(QDialog):
    """Edits the successors of one unit; nothing is written here."""

    def __init__(
        self, parent: QWidget | None, unit: Unit, units: Mapping[int, str], known: Sequence[Succession]
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(w.SUCCESSOR_TITLE)
        self._unit, self._units = unit, {key: name for key, name in units.items() if key != unit.id}
        self.rows: list[Row] = []
        self._grid = QGridLayout()
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(2, 3)
        for place, heading in enumerate((w.NEW_UNIT, w.FROM_DAY, w.PART)):
            self._grid.addWidget(label(heading, role="muted"), 0, place)
        self._fault = label("", role="fault")
        self._fault.setWordWrap(True)
        self._fault.hide()
        self.more = button(w.ADD_SUCCESSOR, self.add_row, picture="add")
        self._lay_out([units[line.unit_id] for line in known if line.successor_id == unit.id])
        for line in known:
            if line.unit_id == unit.id:
                self._show_row(line)
        if not self.rows:
            self.add_row()
        self.rows[0].unit.setFocus()

    @property
    def records(self) -> list[Succession]:
        """The successions as the form reads now; rows without a unit are none."""
        return [record for row in self.rows if (record := row.record) is not None]

    @Slot()
    def add_row(self) -> None:
        """One more successor; its day is offered where the unit's last day is known."""
        after = self._unit.valid_to and date.fromordinal(self._unit.valid_to.toordinal() + 1)
        self._show_row(Succession(self._unit.id, 0, after or date.min))
        self.rows[-1].unit.setFocus()

    def _show_row(self, line: Succession) -> None:
        unit = QComboBox()
        unit.setAccessibleName(w.NEW_UNIT)
        unit.addItem("", 0)
        for key, name in self._units.items():
            unit.addItem(name, key)
        unit.setCurrentIndex(max(0, unit.findData(line.successor_id)))
        on = DateField(w.FROM_DAY)
        on.set_value(line.on if line.on > date.min else None)
        on.setMinimumWidth(letters(on, _DAY_LETTERS))
        part = QLineEdit(line.part)
        part.setAccessibleName(w.PART)
        row = Row(line, unit, on, part, tool_button("remove", w.DROP_SUCCESSOR, lambda: self._take(row)))
        self.rows.append(row)
        for place, widget in enumerate(row.fields):
            self._grid.addWidget(widget, self._grid.rowCount() if place == 0 else self._grid.rowCount() - 1, place)

    def _take(self, row: Row) -> None:
        self.rows.remove(row)
        for widget in row.fields:
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        (self.rows[-1].unit if self.rows else self.more).setFocus()

    @Slot()
    def _try(self) -> None:
        fault, field = self._wrong()
        self._fault.setText(fault)
        self._fault.setVisible(bool(fault))
        if field is None:
            self.accept()
        else:
            field.setFocus()

    def _wrong(self) -> tuple[str, QWidget | None]:
        """The first fault in words, and the field where it stands."""
        seen: set[int] = set()
        for row in self.rows:
            successor = row.unit.currentData()
            if not successor and (row.on.text().strip() or row.part.text().strip()) and row.began.id:
                return w.SUCCESSOR_NEEDED, row.unit
            if successor and row.on.value is None:
                return w.DAY_NEEDED, row.on
            if successor in seen:
                return w.TWICE.format(unit=row.unit.currentText()), row.unit
            seen |= {successor} if successor else set()
        return "", None

    def _lay_out(self, inherited_from: Sequence[str]) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        as_default(buttons.addButton(w.OK, QDialogButtonBox.ButtonRole.AcceptRole))
        buttons.accepted.connect(self._try)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(label(self._unit.name, role="heading"))
        column.addWidget(_wrapped(w.successor_note(self._unit)))
        column.addLayout(self._grid)
        column.addWidget(self.more)
        column.addWidget(self._fault)
        if inherited_from:
            column.addWidget(selectable(w.inherited(inherited_from), role="muted"))
        column.addStretch(1)
        column.addWidget(buttons)
        self.setMinimumWidth(self.fontMetrics().height() * 44)

    @classmethod
    def ask(
        cls, parent: QWidget | None, unit: Unit, units: Mapping[int, str], known: Sequence[Succession]
    ) -> list[Succession] | None:
        """The successions of the unit as changed, or None."""
        dialog = cls(parent, unit, units, known)
        answer = dialog.records if dialog.exec() == QDialog.DialogCode.Accepted else None
        dialog.deleteLater()
        return answer


def _wrapped(text: str) -> QLabel:
    made = label(text, role="muted")
    made.setWordWrap(True)
    return made
