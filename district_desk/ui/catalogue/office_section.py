"""The office's settings as one form; nothing is written until it is saved."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QScrollArea, QSpinBox, QVBoxLayout, QWidget

from district_desk.desk import Desk, cataloguing
from district_desk.desk.words import setting_name
from district_desk.domain.office import Office
from district_desk.ui.catalogue import words as w
from district_desk.ui.catalogue.record_form import FieldSpec, Kind, make_entry, value_of
from district_desk.ui.operations import Operations
from district_desk.ui.widgets.buttons import button
from district_desk.ui.widgets.form import FormGrid
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
        self.save = button(w.SAVE, self._save, role="primary", picture="save")
        inside = QWidget()
        column = QVBoxLayout(inside)
        unit = self.fontMetrics().height()
        column.setContentsMargins(unit, unit // 2, unit, unit)
        for heading, keys in w.SETTING_GROUPS:
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
        if not edited:
            self._show()

    @property
    def is_edited(self) -> bool:
        """Whether a field reads otherwise than what is kept."""
        return self._desk is not None and self._read() != self._office

    def discard(self) -> None:
        """Show what is kept."""
        self._show()

    def _show(self) -> None:
        for key, entry in self.entries.items():
            value = getattr(self._office, key)
            match entry:
                case QLineEdit():
                    entry.setText(value)
                case QSpinBox():
                    entry.setValue(value)
                case QCheckBox():
                    entry.setChecked(value)
        self._follow()

    def _read(self) -> Office:
        return replace(self._office, **{key: value_of(entry) for key, entry in self.entries.items()})

    @Slot()
    def _follow(self) -> None:
        self.save.setEnabled(self.is_edited)

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
            value = getattr(self._office, key)
            kind = _KINDS[type(value)]
            entry = make_entry(FieldSpec(key, kind), value)
            if isinstance(entry, QCheckBox):
                entry.toggled.connect(self._follow)
            elif isinstance(entry, QLineEdit):
                entry.textChanged.connect(self._follow)
            elif isinstance(entry, QSpinBox):
                entry.valueChanged.connect(self._follow)
            self.entries[key] = entry
            grid.add(setting_name(key), entry)
        return grid
