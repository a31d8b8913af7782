"""One dialog for every list: a form made from the fields that a list names, answering with the changed record."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from enum import Enum
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from district_desk.desk.words import field_name
from district_desk.domain.vietnamese import nfc
from district_desk.ui.catalogue import words as w
from district_desk.ui.widgets.buttons import as_default
from district_desk.ui.widgets.date_field import DateField
from district_desk.ui.widgets.form import FormGrid, FormRow


class Kind(Enum):
    """How a field is entered."""

    LINE = "line"
    LINES = "lines"
    NUMBER = "number"
    DAY = "day"
    CHOICE = "choice"
    TICK = "tick"
    OFFER = "offer"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of a record: its key, how it is entered, how wide (of 2), and for a choice the words by value.

    An OFFER is a line that may be anything; its choices are only offered below it.
    """

    key: str
    kind: Kind = Kind.LINE
    span: int = 1
    needed: str = ""
    choices: Mapping[Any, str] = field(default_factory=dict)
    name: str = ""

    @property
    def title(self) -> str:
        """The name above the field."""
        said = self.name or field_name(self.key)
        return said[:1].upper() + said[1:]


class RecordForm(QDialog):
    """Edits one frozen record; nothing is written here."""

    def __init__(self, parent: QWidget | None, title: str, record: Any, specs: Sequence[FieldSpec]) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._record, self._specs = record, tuple(specs)
        self.entries: dict[str, QWidget] = {}
        self._rows: dict[str, FormRow] = {}
        grid = FormGrid(2)
        for spec in self._specs:
            entry = make_entry(spec, getattr(record, spec.key))
            self.entries[spec.key] = entry
            self._rows[spec.key] = grid.add(spec.title, entry, spec.span)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        as_default(self.buttons.addButton(w.OK, QDialogButtonBox.ButtonRole.AcceptRole))
        self.buttons.accepted.connect(self._try)
        self.buttons.rejected.connect(self.reject)
        self.column = QVBoxLayout(self)
        self.column.addWidget(grid)
        self.column.addWidget(self.buttons)
        self.setMinimumWidth(self.fontMetrics().height() * 36)

    @property
    def record(self) -> Any:
        """The record as the form reads now."""
        values = {spec.key: value_of(self.entries[spec.key]) for spec in self._specs}
        known = {each.name for each in fields(self._record)}
        return replace(self._record, **{key: value for key, value in values.items() if key in known})

    @Slot()
    def _try(self) -> None:
        if not self._faults():
            self.accept()

    def _faults(self) -> bool:
        wrong = False
        for spec in self._specs:
            entry = self.entries[spec.key]
            unread = isinstance(entry, DateField) and entry.is_wrong
            lacks = bool(spec.needed) and value_of(entry) in ("", None)
            self._rows[spec.key].set_fault(entry.toolTip() if unread else w.NEEDED if lacks else "")
            if (unread or lacks) and not wrong:
                entry.setFocus()
            wrong = wrong or unread or lacks
        return wrong or self._ends_before_it_begins()

    def _ends_before_it_begins(self) -> bool:
        first, last = (self.entries.get(key) for key in ("valid_from", "valid_to"))
        if not (isinstance(first, DateField) and isinstance(last, DateField) and first.value and last.value):
            return False
        wrong = last.value < first.value
        self._rows["valid_to"].set_fault(w.WRONG_ORDER if wrong else "")
        if wrong:
            last.setFocus()
        return wrong

    @classmethod
    def ask(cls, parent: QWidget | None, title: str, record: Any, specs: Sequence[FieldSpec]) -> Any | None:
        """The record as changed, or None."""
        dialog = cls(parent, title, record, specs)
        answer = dialog.record if dialog.exec() == QDialog.DialogCode.Accepted else None
        dialog.deleteLater()
        return answer


def make_entry(spec: FieldSpec, value: Any) -> QWidget:
    """The widget of a field, showing a value."""
    return _MAKERS[spec.kind](spec, value)


def _line(_spec: FieldSpec, value: Any) -> QWidget:
    return QLineEdit(str(value))


def _lines(_spec: FieldSpec, value: Any) -> QWidget:
    entry = QPlainTextEdit(str(value))
    entry.setTabChangesFocus(True)
    entry.setFixedHeight(entry.fontMetrics().height() * 4)
    return entry


def _number(_spec: FieldSpec, value: Any) -> QWidget:
    entry = QSpinBox()
    entry.setRange(0, 99_999)
    entry.setValue(int(value))
    return entry


def _day(spec: FieldSpec, value: Any) -> QWidget:
    entry = DateField(spec.title)
    entry.set_value(value)
    return entry


def _choice(spec: FieldSpec, value: Any) -> QWidget:
    entry = QComboBox()
    for each, words in spec.choices.items():
        entry.addItem(words, each)
    keys = list(spec.choices)
    if value not in keys and value:
        show_value(entry, value)
    else:
        entry.setCurrentIndex(keys.index(value) if value in keys else 0)
    return entry


def _offer(spec: FieldSpec, value: Any) -> QWidget:
    entry = QComboBox()
    entry.setEditable(True)
    entry.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    entry.setCompleter(None)  # type: ignore[arg-type]  # none: nothing may change what an input method composes
    entry.addItems([words for words in spec.choices.values() if words])
    entry.setCurrentText(str(value))
    if line := entry.lineEdit():
        line.setAccessibleName(spec.title)
    return entry


def _tick(_spec: FieldSpec, value: Any) -> QWidget:
    entry = QCheckBox(w.YES)
    entry.setChecked(bool(value))
    entry.setProperty("was", type(value).__name__)
    return entry


_MAKERS: Mapping[Kind, Callable[[FieldSpec, Any], QWidget]] = {
    Kind.LINE: _line, Kind.LINES: _lines, Kind.NUMBER: _number, Kind.DAY: _day, Kind.CHOICE: _choice, Kind.TICK: _tick,
    Kind.OFFER: _offer,
}  # fmt: skip


def show_value(entry: QWidget, value: Any) -> None:
    """Show another value in a field; one that is not among the choices is added to them."""
    match entry:
        case DateField():
            entry.set_value(value)
        case QLineEdit():
            entry.setText(value)
        case QPlainTextEdit():
            entry.setPlainText(value)
        case QSpinBox():
            entry.setValue(value)
        case QCheckBox():
            entry.setChecked(bool(value))
        case QComboBox() if entry.isEditable():
            entry.setCurrentText(value)
        case QComboBox():
            if entry.findData(value) < 0:
                entry.addItem(str(value), value)
            entry.setCurrentIndex(entry.findData(value))


def value_of(entry: QWidget) -> Any:
    """What stands in a field."""
    match entry:
        case DateField():
            return entry.value
        case QLineEdit():
            return nfc(entry.text().strip())
        case QPlainTextEdit():
            return nfc(entry.toPlainText().strip())
        case QSpinBox():
            return entry.value()
        case QComboBox():
            return nfc(entry.currentText().strip()) if entry.isEditable() else entry.currentData()
        case QCheckBox():
            return entry.isChecked() if entry.property("was") == "bool" else int(entry.isChecked())
        case _:
            raise TypeError(type(entry).__name__)
