"""The office's settings as one form; nothing is written until it is saved."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from district_desk.desk import Desk, cataloguing
from district_desk.desk.words import setting_name
from district_desk.domain.office import Office, is_setting
from district_desk.ui.catalogue import words as w
from district_desk.ui.catalogue.record_form import FieldSpec, Kind, make_entry, show_value, value_of
from district_desk.ui.catalogue.setting_words import CHOICES, OFFERS, SETTING_GROUPS, fault
from district_desk.ui.operations import Operations
from district_desk.ui.widgets.buttons import button
from district_desk.ui.widgets.form import FormGrid, FormRow
from district_desk.ui.widgets.labels import label

_KINDS = {bool: Kind.TICK, int: Kind.NUMBER, str: Kind.LINE}


class OfficeSection(QWidget):
    """The settings. ``said(str)`` when they are saved."""

    said = Signal(str)

    def __init__(self, operations: Operations) -> None:
        super().__init__()
        self._operations = operations
        self._desk: Desk | None = None
        self._office = Office()
        self.entries: dict[str, QWidget] = {}
        self._rows: dict[str, FormRow] = {}
        self.save = button(w.SAVE, self._save, role="primary", picture="save")
        inside = QWidget()
        column = QVBoxLayout(inside)
        unit = self.fontMetrics().height()
        column.setContentsMargins(unit, unit // 2, unit, unit)
        for heading, keys in SETTING_GROUPS:
            column.addWidget(label(heading, role="heading"))
            column.addWidget(self._group(keys))
            column.addSpacing(unit // 2)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inside)
        scroll.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        panel = QFrame()
        panel.setProperty("role", "panel")
        QVBoxLayout(panel).addWidget(scroll)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.save)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(panel, 1)
        outer.addLayout(foot)
        self._follow()

    def show_office(self, desk: Desk) -> None:
        """Read the settings anew, unless something is being edited."""
        edited = self.is_edited
        self._desk, self._office = desk, desk.office
        self._offer_units(desk)
        if not edited:
            self._show()

    @property
    def is_edited(self) -> bool:
        """Whether a field reads otherwise than what is kept."""
        return self._desk is not None and self._read() != self._office

    def discard(self) -> None:
        """Show what is kept."""
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel scrolls the page; it turns a value only in the field where the person is."""
        if event.type() is QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        for key, entry in self.entries.items():
            show_value(entry, getattr(self._office, key))
        self._follow()

    def _read(self) -> Office:
        return replace(self._office, **{key: value_of(entry) for key, entry in self.entries.items()})

    @Slot()
    def _follow(self, *_: Any) -> None:
        """Say beside its field what cannot be, and let nothing but whole settings be saved."""
        wrong = [key for key, entry in self.entries.items() if not is_setting(key, value_of(entry))]
        for key, row in self._rows.items():
            row.set_fault(fault(key) if key in wrong else "")
        self.save.setEnabled(self.is_edited and not wrong)

    def _offer_units(self, desk: Desk) -> None:
        """The units of today, by code, for the setting that names the clerk's own."""
        entry = self.entries["bureau_unit"]
        assert isinstance(entry, QComboBox)
        chosen = value_of(entry)
        with QSignalBlocker(entry):
            entry.clear()
            entry.addItem("", "")
            for unit in cataloguing.units(desk):
                entry.addItem(w.unit_with_end(unit), unit.code)
            show_value(entry, chosen or desk.office.bureau_unit)

    @Slot()
    def _save(self) -> None:
        if self._desk is not None:
            work = partial(cataloguing.put_settings, self._desk, self._read())
            self._operations.run(work, on_done=self._saved, initiator=self)

    @Slot(object)
    def _saved(self, _changes: object) -> None:
        assert self._desk is not None
        self._office = self._desk.office
        self._show()
        self.said.emit(w.SAVED)

    def _group(self, keys: tuple[str, ...]) -> FormGrid:
        grid = FormGrid(2)
        for key in keys:
            entry = make_entry(_spec(key), getattr(self._office, key))
            match entry:
                case QCheckBox():
                    entry.toggled.connect(self._follow)
                case QLineEdit():
                    entry.textChanged.connect(self._follow)
                case QSpinBox():
                    entry.valueChanged.connect(self._follow)
                case QComboBox():
                    entry.currentTextChanged.connect(self._follow)
            if isinstance(entry, QSpinBox | QComboBox):
                entry.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
                entry.installEventFilter(self)
            self.entries[key] = entry
            self._rows[key] = grid.add(setting_name(key), entry)
        return grid


def _spec(key: str) -> FieldSpec:
    if key in CHOICES or key == "bureau_unit":
        return FieldSpec(key, Kind.CHOICE, choices=CHOICES.get(key, {}))
    if key in OFFERS:
        return FieldSpec(key, Kind.OFFER, choices=OFFERS[key])
    return FieldSpec(key, _KINDS[type(getattr(Office(), key))])
