"""The periods of recurring duties, made by themselves: a moment after the office is on screen, and at each new day."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Slot

from district_desk.desk import Desk
from district_desk.domain.changes import Changes
from district_desk.ui.operations import Operations, Progress

if TYPE_CHECKING:
    from district_desk.desk.periods import Planned

_AFTER_PAINT_MS: Final = 300
"""The first list is painted before anything is counted."""


class PeriodMaker(QObject):
    """Asks beside the queue of writes whether periods are owed, and writes only where some are."""

    def __init__(self, operations: Operations) -> None:
        super().__init__(operations)
        self._operations = operations
        self._desk: Desk | None = None
        self._begun = False
        self._soon = QTimer(self, singleShot=True, interval=_AFTER_PAINT_MS)
        self._soon.timeout.connect(self.make)

    def attach(self, desk: Desk | None) -> None:
        """The office is open (None: closed)."""
        self._desk, self._begun = desk, False
        self._soon.stop()

    @Slot()
    def begin(self) -> None:
        """A list is on screen: the first time, that is the start."""
        if self._desk is not None and not self._begun:
            self._begun = True
            self._soon.start()

    @Slot()
    def make(self) -> None:
        """Make what is owed today."""
        if self._desk is not None:
            self._operations.fetch(partial(_owed, self._desk), on_done=self._write, topic="periods")

    @Slot(object)
    def _write(self, owed: "list[Planned]") -> None:
        if self._desk is not None and owed:
            self._operations.run(partial(_made, self._desk), initiator=self, quiet=True)


def _owed(desk: Desk, progress: Progress) -> "list[Planned]":
    from district_desk.desk.periods import planned

    del progress
    return planned(desk)


def _made(desk: Desk) -> Changes:
    from district_desk.desk.periods import make_occurrences

    return make_occurrences(desk)
