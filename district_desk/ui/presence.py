"""How the program is there on a machine while nobody looks at its window, and what it says to whoever sits down."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication

from district_desk.desk import Desk
from district_desk.desk.this_machine import machine_settings
from district_desk.domain.changes import Changes
from district_desk.ui import frame_words as w
from district_desk.ui.frame_state import clock_doubt, missed_days
from district_desk.ui.places import PageKey
from district_desk.ui.scanner.scanner import Scanner
from district_desk.ui.theme import Tone

if TYPE_CHECKING:
    from district_desk.desk.last_look import Missed
    from district_desk.ui.tray.tray import Tray
    from district_desk.ui.window import MainWindow


class Presence(QObject):
    """The picture beside the clock and the scanner's folder, where this machine's settings want them; closing and
    quitting; the look back."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._desk: Desk | None = None
        self.tray: Tray | None = None
        self._missed = ""
        self._quits = False
        self.scanner = Scanner(window)
        window.day_turn.met.connect(self.look_back)
        window.operations.changed.connect(self._changed)

    def attach(self, desk: Desk | None) -> None:
        """The office is open: tell its day; None when it is being closed."""
        self._desk = desk
        self.scanner.attach(desk)
        if desk is not None:
            self.look_back()
            self.follow()
        elif self.tray is not None:
            self.tray.attach(None)

    @Slot()
    def follow(self) -> None:
        """Do as this machine's settings say."""
        self.scanner.follow()
        if not machine_settings().remind_in_tray:
            self.leave_tray()
            return
        if self.tray is None:
            self._enter_tray()
        if self.tray is not None:
            self.tray.attach(self._desk)

    def leave_tray(self) -> None:
        """Take the picture away."""
        if self.tray is not None:
            self.tray.hide()
            self.tray.deleteLater()
            self.tray = None

    def end(self) -> None:
        """The window is closing for good."""
        self.attach(None)
        self.leave_tray()

    def stays(self) -> bool:
        """Whether closing only minimises: where it is asked for, can be undone at the clock, and nobody quits."""
        is_findable = self.tray is not None and self.tray.is_there
        app = QApplication.instance()
        ends = self._quits or (isinstance(app, QApplication) and app.isSavingSession())
        return is_findable and not ends and machine_settings().stay_when_closed

    @Slot()
    def quit(self) -> None:
        """Ctrl+Q: end the program, even where closing only minimises."""
        self._quits = True
        self._quits = self._window.close()

    @Slot()
    def come_forward(self) -> None:
        """The window to the front, from wherever it was."""
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()

    @Slot()
    def come_to_today(self) -> None:
        """The same, with the day's page."""
        self.come_forward()
        self._window.go(PageKey.TODAY)

    @Slot()
    def look_back(self) -> None:
        """What fell due since somebody last looked is told to whoever sits down, and leads to its page; a machine's
        clock that stands before what was written comes first, because every day that is counted hangs on it."""
        if self._desk is not None:
            self._window.operations.fetch(partial(clock_doubt, self._desk), on_done=self._tell_clock, topic="clock")
            self._window.operations.fetch(partial(missed_days, self._desk), on_done=self._tell_missed, topic="missed")

    def hush_look_back(self) -> None:
        """The day's page tells it itself."""
        if self._missed and self._window.messages.sentence == self._missed:
            self._window.messages.hush()

    @Slot(object)
    def _tell_clock(self, said: str) -> None:
        if said:
            self._window.messages.say(said, Tone.DANGER)

    @Slot(object)
    def _tell_missed(self, found: "Missed") -> None:
        window = self._window
        if found.since is not None and not window.messages.sentence and window.here is not PageKey.TODAY:
            self._missed = w.missed(found.since, found.lines)
            window.messages.say(self._missed, Tone.WARNING, remedy=w.SEE, act=partial(window.go, PageKey.TODAY))

    def _enter_tray(self) -> None:
        from district_desk.ui.tray.tray import Tray

        self.tray = Tray(self._window.operations, self._window)
        self.tray.today_wanted.connect(self.come_to_today)
        self.tray.window_wanted.connect(self.come_forward)
        self.tray.quit_wanted.connect(self.quit)
        self._window.day_turn.turned.connect(self.tray.refresh)
        self._window.day_turn.began.connect(self.tray.tell)

    @Slot(object, object)
    def _changed(self, changes: Changes, _initiator: object) -> None:
        if self.tray is not None and changes.concern_due():
            self.tray.refresh()
