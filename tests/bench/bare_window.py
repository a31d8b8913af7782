"""A window of Qt with nothing of ours in it: what a start and its memory are measured against.

Started with the moment at which its process was asked for; says how long it took to paint and its peak of memory.
"""

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView


class Watch(QObject):
    """Ends the program after the table was painted for the first time."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self, self.tell)
        return super().eventFilter(watched, event)

    def tell(self) -> None:
        print(json.dumps({"seconds": time.monotonic() - float(sys.argv[1]), "peak": peak()}))
        QApplication.exit(0)


def peak() -> int:
    """The most memory that this process ever had resident, in kB."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))


def main() -> int:
    """Show the window, as large as ours, until it is painted."""
    app = QApplication(sys.argv[:1])
    window, table, watch = QMainWindow(), QTableView(), Watch()
    table.viewport().installEventFilter(watch)
    window.setCentralWidget(table)
    window.resize(1366, 768)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
