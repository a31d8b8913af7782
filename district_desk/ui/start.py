"""Starts the program: the window first, the office second."""

import gc
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from district_desk.ui import crash
from district_desk.ui.application import application, show_window
from district_desk.ui.opening import Opening
from district_desk.ui.window import MainWindow

_SMOKE_PATIENCE_MS: Final = 60_000


def main(folder: Path | None, *, demo: bool = False, smoke: bool = False) -> int:
    """Show the window, open the office, run until it is closed; the exit code.

    ``demo`` founds the example office where the folder has none. ``smoke`` opens a throwaway example office, waits for
    its register, and closes: 0 when that worked, 1 when not.
    """
    if smoke:
        with tempfile.TemporaryDirectory(prefix="district-desk-") as place:
            return _run(Path(place) / "office", demo=True, smoke=True)
    return _run(folder, demo=demo, smoke=False)


def _run(folder: Path | None, *, demo: bool, smoke: bool) -> int:
    app = application()
    reporter = crash.CrashReporter(app)
    reporter.install()
    window = show_window()
    start = _Start(app, window, reporter)
    if smoke:
        start.watch()
    QTimer.singleShot(0, partial(Opening(window).begin, folder, demo=demo))
    gc.freeze()
    gc.enable()
    code = app.exec()
    reporter.release()
    return code


class _Start(QObject):
    """What happens once the office is open: the log of the last crash; or, in a smoke run, the end."""

    def __init__(self, app: QApplication, window: MainWindow, reporter: crash.CrashReporter) -> None:
        super().__init__(window)
        self._app, self._window, self._reporter = app, window, reporter
        self._patience = QTimer(self, singleShot=True, interval=_SMOKE_PATIENCE_MS)
        window.opened.connect(self._opened)

    def watch(self) -> None:
        """End the program as soon as the register is filled, or after a minute with exit code 1."""
        self._window.page_filled.connect(self._smoke_is_over)
        self._patience.timeout.connect(self._smoke_failed)
        self._patience.start()

    @Slot()
    def _opened(self) -> None:
        desk = self._window.desk
        left = self._reporter.keep_log_in(desk.folder) if desk is not None else ""
        if left.strip():
            crash.CrashDialog.tell(self._window, crash.LAST_TIME, left)

    @Slot()
    def _smoke_is_over(self) -> None:
        self._patience.stop()
        self._window.close()

    @Slot()
    def _smoke_failed(self) -> None:
        sys.stderr.write("the register was not shown within a minute\n")
        self._window.operations.close()
        self._app.exit(1)
