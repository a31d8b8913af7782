"""The settings of this machine: reminding beside the clock, starting with the system, the scanner's folder. Each counts
as soon as it is chosen."""

import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSystemTrayIcon,
    QVBoxLayout,
    QWidget,
)

from district_desk.desk import Desk
from district_desk.desk.sentences import sentence_of
from district_desk.desk.this_machine import MachineSettings, keep_machine_settings, machine_settings
from district_desk.domain.problems import Problem
from district_desk.ui.scanner import words as scanner_words
from district_desk.ui.tray import words as w
from district_desk.ui.tray.autostart import Autostart, autostart_here
from district_desk.ui.widgets.buttons import button
from district_desk.ui.widgets.labels import label, selectable


class MachineSection(QWidget):
    """Three ticks, each with what it does or why it cannot be, and the folder of the scanner.

    Signals:
        changed(): the program is to behave otherwise from now on.
        said(str): why the machine refused.
    """

    changed = Signal()
    said = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._autostart: Autostart | None = None
        panel = QFrame()
        panel.setProperty("role", "panel")
        self._column = QVBoxLayout(panel)
        unit = self.fontMetrics().height()
        self._column.setContentsMargins(unit, unit // 2, unit, unit)
        self._column.addWidget(label(w.HEADING, role="heading"))
        note = label(w.NOTE, role="muted")
        note.setWordWrap(True)
        self._column.addWidget(note)
        self.remind, self._remind_why = self._tick(w.REMIND)
        self.stay, self._stay_why = self._tick(w.STAY)
        self.autostart, self._autostart_why = self._tick(w.AUTOSTART)
        self._offer_folder()
        self._column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(panel)
        self.remind.toggled.connect(self._keep)
        self.stay.toggled.connect(self._keep)
        self.autostart.toggled.connect(self._turn)

    def show_office(self, desk: Desk) -> None:
        """Read what this machine holds."""
        self.show_machine(autostart_here(desk.folder))

    def show_machine(self, autostart: Autostart | None) -> None:
        """The same, with the place where the system looks for what it starts."""
        self._autostart = autostart
        settings, tray = machine_settings(), QSystemTrayIcon.isSystemTrayAvailable()
        no_start = w.FROM_SOURCE if sys.platform == "win32" else w.NO_AUTOSTART
        for tick, is_on, why, can in (
            (self.remind, settings.remind_in_tray, self._remind_why, tray),
            (self.stay, settings.stay_when_closed, self._stay_why, tray and settings.remind_in_tray),
            (self.autostart, autostart is not None and autostart.is_on, self._autostart_why, autostart is not None),
        ):
            with QSignalBlocker(tick):
                tick.setChecked(is_on)
            tick.setEnabled(can)
            why.setEnabled(can)
        self._remind_why.setText(w.REMIND_TIP if tray else w.NO_TRAY)
        self._autostart_why.setText(w.AUTOSTART_TIP if autostart is not None else no_start)
        self._stay_why.setText(w.STAY_TIP)
        self._show_folder(settings.scanner_folder)

    def watch_folder(self, folder: str) -> None:
        """The scanner saves there from now on; "" where it is looked at no more."""
        self._keep_settings(replace(machine_settings(), scanner_folder=folder))

    @Slot()
    def _keep(self) -> None:
        kept = machine_settings()
        self._keep_settings(
            replace(kept, remind_in_tray=self.remind.isChecked(), stay_when_closed=self.stay.isChecked())
        )

    def _keep_settings(self, settings: MachineSettings) -> None:
        try:
            keep_machine_settings(settings)
        except Problem as problem:
            self.said.emit(sentence_of(problem))
        self.show_machine(self._autostart)
        self.changed.emit()

    @Slot(bool)
    def _turn(self, on: bool) -> None:  # noqa: FBT001  the signal of a tick has it so
        assert self._autostart is not None
        try:
            self._autostart.turn(on=on)
        except Problem as problem:
            self.said.emit(sentence_of(problem))
        self.show_machine(self._autostart)

    def _offer_folder(self) -> None:
        """The scanner's folder, and how to choose another or none."""
        note = label(scanner_words.NOTE, role="muted")
        note.setWordWrap(True)
        self.folder = selectable("")
        self.choose_folder = button(scanner_words.CHOOSE, self._choose_folder, picture="open")
        self.leave_folder = button(scanner_words.LEAVE, lambda: self.watch_folder(""))
        row = QHBoxLayout()
        row.addWidget(self.choose_folder)
        row.addWidget(self.leave_folder)
        row.addStretch(1)
        self._column.addSpacing(self.fontMetrics().height())
        for widget in (label(scanner_words.HEADING, role="heading"), note, self.folder):
            self._column.addWidget(widget)
        self._column.addLayout(row)

    def _choose_folder(self) -> None:
        here = machine_settings().scanner_folder
        if chosen := QFileDialog.getExistingDirectory(self, scanner_words.CHOOSE_TITLE, here):
            self.watch_folder(str(Path(chosen)))

    def _show_folder(self, folder: str) -> None:
        away = bool(folder) and not Path(folder).is_dir()
        self.folder.setText(scanner_words.AWAY.format(folder=folder) if away else folder or scanner_words.NONE)
        self.leave_folder.setEnabled(bool(folder))

    def _tick(self, name: str) -> tuple[QCheckBox, QLabel]:
        tick, why = QCheckBox(name), label("", role="muted")
        why.setWordWrap(True)
        why.setIndent(self.fontMetrics().height() * 3 // 2)
        tick.setAccessibleName(name)
        self._column.addSpacing(self.fontMetrics().height() // 2)
        self._column.addWidget(tick)
        self._column.addWidget(why)
        return tick, why
