"""The picture beside the system's clock: it tells once a day what is due, and leads to the window."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon, QWidget

from district_desk.desk import Desk
from district_desk.desk.morning import Morning, morning
from district_desk.ui.operations import Operations, Progress
from district_desk.ui.tray import words as w


class Tray(QSystemTrayIcon):
    """Shown as soon as it is made. The tooltip always has the day's figures; a message is given where there are any.

    Signals:
        today_wanted(): the message or its menu entry was clicked.
        window_wanted(): the picture itself was.
        quit_wanted(): the menu's *Thoát*.
        told(str): the message that is shown now.
    """

    today_wanted = Signal()
    window_wanted = Signal()
    quit_wanted = Signal()
    told = Signal(str)

    def __init__(self, operations: Operations, parent: QWidget) -> None:
        super().__init__(QApplication.windowIcon(), parent)
        self._operations = operations
        self._desk: Desk | None = None
        menu = QMenu(parent)
        menu.addAction(w.OPEN_WINDOW).triggered.connect(self.window_wanted)
        menu.addAction(w.OPEN_TODAY).triggered.connect(self.today_wanted)
        menu.addSeparator()
        menu.addAction(w.QUIT).triggered.connect(self.quit_wanted)
        self.setContextMenu(menu)
        self.messageClicked.connect(self.today_wanted)
        self.activated.connect(self._activated)
        self.show()

    @property
    def is_there(self) -> bool:
        """Whether somebody can find the window again by it."""
        return self.isVisible() and self.isSystemTrayAvailable()

    def attach(self, desk: Desk | None) -> None:
        """The office is open: tell its day; None when it is being closed."""
        self._desk = desk
        self.setToolTip("")
        self.tell()

    @Slot()
    def tell(self) -> None:
        """Say once what is due today and what is late."""
        self._ask(self._say, "tray message")

    @Slot()
    def refresh(self) -> None:
        """Bring the figures up to date without a message."""
        self._ask(self._note, "tray")

    def _ask(self, show: Callable[[Morning], None], topic: str) -> None:
        if self._desk is not None:
            self._operations.fetch(partial(_figures, self._desk), on_done=show, topic=topic)

    @Slot(object)
    def _note(self, figures: Morning) -> None:
        self.setToolTip(w.morning(figures))

    @Slot(object)
    def _say(self, figures: Morning) -> None:
        self._note(figures)
        if figures.due or figures.overdue:
            self.showMessage(QApplication.applicationDisplayName(), w.morning(figures), self.icon())
            self.told.emit(w.morning(figures))

    @Slot(object)
    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is not QSystemTrayIcon.ActivationReason.Context:
            self.window_wanted.emit()


def _figures(desk: Desk, progress: Progress) -> Morning:
    del progress
    return morning(desk)
