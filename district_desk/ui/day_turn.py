"""A new day: noticed at midnight, and when the program comes to the front after a night asleep.

A program that is left running sees days begin on which nobody is there: that work begins, and that somebody has come,
are told apart from midnight.
"""

from datetime import date, datetime, time, timedelta
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from district_desk.desk import Desk

_LONGEST_MS: Final = 30 * 60 * 1000
"""A machine that slept wakes with its timers late; so the day is looked at now and then."""


_WORK_BEGINS: Final = time(7)
_A_PERSON: Final = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel})


class DayTurn(QObject):
    """The days of an open office after the one on which it was opened.

    Signals, each at most once a day:
        turned(): it is another day.
        began(): it is another day and seven o'clock, or later.
        met(): it is another day and somebody uses the window.
    """

    turned = Signal()
    began = Signal()
    met = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._waits = False
        self._day = self._begun = date.min
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
        self._desk = desk
        self._day = self._begun = desk.today()
        self._set()

    def detach(self) -> None:
        """The office is closed."""
        self._desk = None
        self._timer.stop()
        self._await_somebody(wanted=False)

    @Slot()
    def look(self) -> None:
        """Is it another day?"""
        if self._desk is None:
            return
        self._set()
        now = self._desk.now()
        if now.date() != self._day:
            self._day = now.date()
            self._await_somebody(wanted=True)
            self.turned.emit()
        if now.date() != self._begun and now.time() >= _WORK_BEGINS:
            self._begun = now.date()
            self.began.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lets everything pass; it is there from the turn of the day until the first key or click."""
        if self._waits and event.type() in _A_PERSON:
            self._somebody_came()
        return super().eventFilter(watched, event)

    @Slot(Qt.ApplicationState)
    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.look()
            if self._waits:
                self._somebody_came()

    def _somebody_came(self) -> None:
        self._await_somebody(wanted=False)
        self.met.emit()

    def _await_somebody(self, *, wanted: bool) -> None:
        self._waits = wanted
        if (app := QApplication.instance()) is not None:
            (app.installEventFilter if wanted else app.removeEventFilter)(self)

    def _set(self) -> None:
        if self._desk is not None:
            self._timer.start(min(_LONGEST_MS, _to_midnight(self._desk.now())))


def _to_midnight(now: datetime) -> int:
    """Milliseconds to the first moment of the next day, at least one second."""
    midnight = datetime.combine(now.date() + timedelta(days=1), time.min, now.tzinfo)
    return max(1000, int((midnight - now).total_seconds() * 1000) + 1)
