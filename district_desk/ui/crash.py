"""What happens when the program itself is at fault: a log, and one dialog that says what was not lost.

An exception of ours arrives by the interpreter's hooks, from whichever thread, and is shown once on the main thread; the
dialog guards against faults while it is open. A crash below Python is written by faulthandler to ``crash.log`` and told
at the next start, so that it is never silent.
"""

import contextlib
import faulthandler
import sys
import threading
import traceback
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import IO, Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from district_desk.desk.sentences import NOTHING_LOST

CRASH_LOG: Final = "crash.log"
FAULT_LOG: Final = "faults.log"
_LOG_LIMIT: Final = 256 * 1024

TITLE: Final = "Chương trình gặp lỗi"
SENTENCE: Final = (
    "Chương trình gặp lỗi ngoài dự kiến và đã bỏ việc đang làm dở.\n\n"
    + NOTHING_LOST
    + " Có thể tiếp tục làm việc; nếu lỗi lặp lại, hãy chép nội dung lỗi gửi người hỗ trợ."
)
LAST_TIME: Final = (
    "Lần trước chương trình bị tắt đột ngột. Những gì đã lưu vẫn còn nguyên; nếu lỗi lặp lại, hãy chép nội dung lỗi "
    "gửi người hỗ trợ."
)


class CrashDialog(QMessageBox):
    """The sentence, the details behind a button, and a button that copies them."""

    def __init__(self, parent: QWidget | None, sentence: str, details: str) -> None:
        super().__init__(parent)
        self.setIcon(QMessageBox.Icon.Warning)
        self.setWindowTitle(TITLE)
        self.setText(sentence)
        self.setDetailedText(details)
        copy = self.addButton("Chép nội dung lỗi", QMessageBox.ButtonRole.ActionRole)
        copy.clicked.disconnect()
        copy.clicked.connect(self._copy)
        close = self.addButton("Đóng", QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(close)
        self.setEscapeButton(close)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.detailedText())

    @classmethod
    def tell(cls, parent: QWidget | None, sentence: str, details: str) -> None:
        """Show the dialog until it is closed."""
        box = cls(parent, sentence, details)
        box.exec()
        box.deleteLater()


class CrashReporter(QObject):
    """Takes the interpreter's hooks. One for the application."""

    _raised = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._telling = False
        self._told: set[str] = set()
        self._folder: Path | None = None
        self._native: IO[str] | None = None
        self._raised.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take the hooks."""
        sys.excepthook = self.report
        threading.excepthook = self._report_of_thread

    def keep_log_in(self, folder: Path) -> str:
        """Write logs into the office's folder from now on; returns what a crash left there the last time."""
        self._folder = folder
        path = folder / CRASH_LOG
        with contextlib.suppress(OSError):
            left = path.read_text("utf-8", "replace") if path.exists() else ""
            self._native = path.open("w", encoding="utf-8")
            faulthandler.enable(self._native)
            return left
        return ""

    def release(self) -> None:
        """Give hooks and log back, at a proper end; an empty crash log goes away."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        if self._native is not None and self._folder is not None:
            faulthandler.disable()
            self._native.close()
            self._native = None
            path = self._folder / CRASH_LOG
            with contextlib.suppress(OSError):
                if path.stat().st_size == 0:
                    path.unlink()

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """The hook: log, and show on the main thread."""
        if issubclass(kind, KeyboardInterrupt):
            QGuiApplication.quit()
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        self._log(text)
        self._raised.emit(text)

    def _report_of_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.report(args.exc_type, args.exc_value, args.exc_traceback)

    @Slot(str)
    def _tell(self, text: str) -> None:
        if self._telling or text in self._told:
            return
        self._telling = True
        self._told.add(text)
        try:
            CrashDialog.tell(None, SENTENCE, text)
        finally:
            self._telling = False

    def _log(self, text: str) -> None:
        if sys.stderr is not None:
            sys.stderr.write(text)
        if self._folder is None:
            return
        path = self._folder / FAULT_LOG
        with contextlib.suppress(OSError):
            too_long = path.exists() and path.stat().st_size > _LOG_LIMIT
            with path.open("w" if too_long else "a", encoding="utf-8") as log:
                log.write(f"{datetime.now().astimezone():%Y-%m-%d %H:%M:%S}\n{text}\n")
