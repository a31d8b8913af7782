"""Watches the scanner's folder for the window, once its first list is painted, and offers what has arrived.

The system tells when a folder of this machine changes; a folder on the network tells nothing, so it is looked at now
and then as well. Looking is done off the window's thread.
"""

import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Slot

from district_desk.desk import Desk
from district_desk.desk.sentences import sentence_of
from district_desk.desk.this_machine import machine_settings
from district_desk.domain.changes import Changes, Entity
from district_desk.domain.problems import Problem
from district_desk.ui.operations import Progress
from district_desk.ui.places import PageKey
from district_desk.ui.scanner import words as w
from district_desk.ui.scanner.bar import ScannerBar

if TYPE_CHECKING:
    from district_desk.desk.scanner_folder import Glance, Waiting
    from district_desk.ui.intake.page import IntakePage
    from district_desk.ui.window import MainWindow

_NOW_AND_THEN_MS: Final = 60_000
_UNTIL_SETTLED_MS: Final = 3_100
_AFTER_PAINT_MS: Final = 600
_SHOWN_ON: Final = frozenset({PageKey.REGISTER, PageKey.TODAY})


class Scanner(QObject):
    """The files that wait in the scanner's folder, and the bar that says so."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._desk: Desk | None = None
        self._folder: Path | None = None
        self._last: Glance | None = None
        self._begun = False
        self._dealt: set[str] = set()
        self.waiting: tuple[Waiting, ...] = ()
        self.bar = ScannerBar()
        self.bar.opened.connect(self.open_next)
        self.bar.passed.connect(self.pass_over)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self.look)
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self.look)
        window.operations.changed.connect(self._changed)
        window.page_filled.connect(self._begin)

    def attach(self, desk: Desk | None) -> None:
        """The office is open (None: closed)."""
        self._desk, self._begun = desk, False
        self._forget()

    @Slot()
    def _begin(self) -> None:
        """A list is on screen: the first time, that is the start."""
        if self._desk is not None and not self._begun:
            self._begun = True
            self._again.start(_AFTER_PAINT_MS)

    @Slot()
    def follow(self) -> None:
        """Watch the folder that this machine's settings name, once the first list is painted."""
        self._forget()
        if self._begun:
            self.look()

    @Slot()
    def look(self) -> None:
        """Is there anything new?"""
        if self._desk is None:
            return
        chosen = machine_settings().scanner_folder
        self._folder = Path(chosen) if chosen else None
        if self._folder is not None:
            work = partial(_glanced, self._desk, self._folder, self._last)
            self._window.operations.fetch(work, on_done=partial(self._seen, self._folder), topic="scanner")

    @Slot(object, object)
    def _changed(self, changes: Changes, _initiator: object) -> None:
        if changes.concern(Entity.ATTACHMENT):
            self.look()

    @Slot()
    def open_next(self) -> None:
        """Enter the file that came first."""
        if (path := self._taken()) is not None:
            self._window.open_intake(path)
            intake: IntakePage = self._window.page(PageKey.INTAKE)  # type: ignore[assignment]  # this key is that page
            intake.deciding.next_after = self.next_after

    def next_after(self, path: Path | None) -> Path | None:
        """The file to enter after one that came from the folder; None where it did not, or none waits."""
        return self._taken() if path is not None and path.parent == self._folder else None

    @Slot()
    def pass_over(self) -> None:
        """None of those that wait is wanted."""
        self._pass(self.waiting)

    @Slot()
    def show_bar(self) -> None:
        """Show the bar on the pages where a day's work begins, while something waits."""
        said = w.waiting(len(self.waiting), self.waiting[0].path.name) if self.waiting else ""
        self.bar.say(said if self._window.here in _SHOWN_ON else "")

    def _taken(self) -> Path | None:
        """The first file that waits and is still there; it is offered no more."""
        while self.waiting:
            first = self.waiting[0]
            if not self._pass((first,)):
                return None
            if first.path.is_file():
                return first.path
        return None

    def _pass(self, files: "tuple[Waiting, ...]") -> bool:
        """Offer these no more; False where the machine does not let us remember it."""
        from district_desk.desk.scanner_folder import pass_over

        assert self._desk is not None
        try:
            pass_over(self._desk, files)
        except Problem as problem:
            self._window.say(sentence_of(problem))
            return False
        self._dealt.update(file.digest for file in files)  # a look that is under way does not know of it
        self.waiting = tuple(file for file in self.waiting if file.digest not in self._dealt)
        self.show_bar()
        return True

    def _seen(self, folder: Path, glance: "Glance") -> None:
        if self._desk is None or folder != self._folder:
            return
        self._last = glance
        self.waiting = tuple(file for file in glance.waiting if file.digest not in self._dealt)
        watched = self._watcher.directories()
        if glance.is_there and not watched:
            self._watcher.addPath(str(folder))
        elif watched and not glance.is_there:
            self._watcher.removePaths(watched)
        self._again.start(_UNTIL_SETTLED_MS if glance.settles else _NOW_AND_THEN_MS)
        self.show_bar()

    def _forget(self) -> None:
        self._again.stop()
        if watched := self._watcher.directories():
            self._watcher.removePaths(watched)
        self._folder, self._last, self.waiting = None, None, ()
        self._dealt.clear()
        self.show_bar()


def _glanced(desk: Desk, folder: Path, last: "Glance | None", progress: Progress) -> "Glance":
    from district_desk.desk.scanner_folder import Glance, glance

    return glance(desk, folder, last or Glance(), time.monotonic(), progress.stop)
