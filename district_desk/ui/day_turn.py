"""A new day: noticed at midnight, and when the program comes to the front after a night asleep."""

from datetime import date, datetime, time, timedelta
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from district_desk.desk import Desk

_LONGEST_MS: Final = 30 * 60 * 1000
"""A machine that slept wakes with its timers late; so the day is looked at now and then."""


class DayTurn(QObject):
    """``turned()`` once for each new day of an open office."""

    turned = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._day = date.min
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.applicationStateChanged.connect(self._state_changed)

    @property
    def wait(self) -> int:
        """Milliseconds to the next look, 0 while no office is open."""
        return self._timer.interval() if self._timer.isActive() else 0

    def attach(self, desk: Desk) -> None:
        """The office is open."""
        self._desk, self._day = desk, desk.today()
        self._set()

    def detach(self) -> None:
        """The office is closed."""
        self._desk = None
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Is it another day?"""
        if self._desk is None:
            return
        self._set()
        if self._desk.today() != self._day:
            self._day = self._desk.today()
            self.turned.emit()

    @Slot(Qt.ApplicationState)
    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.look()

    def _set(self) -> None:
        if self._desk is not None:
            self._timer.start(min(_LONGEST_MS, _to_midnight(self._desk.now())))


def _to_midnight(now: datetime) -> int:
    """Milliseconds to the first moment of the next day, at least one second."""
    midnight = datetime.combine(now.date() + timedelta(days=1), time.min, now.tzinfo)
    return max(1000, int((midnight - now).total_seconds() * 1000) + 1)
