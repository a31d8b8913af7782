"""Our window on an office, from the start of its process to the register on screen and, with ``--work``, a while longer.

Started with the moment at which its process was asked for and the office's folder. Says, in JSON, when the register's
rows were painted and its peak of memory then; ``--work`` goes on to jump in the list of all years and to search as one
types, and says how long each took until it was painted.
"""

import gc
import json
import sys
import time
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

HERE = Path(__file__).resolve().parent
JUMPS = 60
TURNS = range(2)
"""Everything is done twice and the better time told, because others share the machine; so are the raw questions."""


def peak() -> int:
    """The most memory that this process ever had resident, in kB."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))


def main() -> int:
    """What ``python -m district_desk --folder D`` does, watched."""
    gc.disable()
    from district_desk.ui import start

    show = start.show_window
    start.show_window = lambda: watched(show())
    return start.main(Path(sys.argv[2]))


def watched(window: Any) -> Any:
    """The window, which will tell and close once the rows of its register were painted."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    register = window.page(window.here)

    class Watch(QObject):
        """Waits for the first painting with rows."""

        seen = False

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and not self.seen and register.model.rowCount():
                self.seen = True
                QTimer.singleShot(0, self, self.tell)
            return super().eventFilter(watched, event)

        def tell(self) -> None:
            told: dict[str, Any] = {"seconds": time.monotonic() - float(sys.argv[1]), "peak": peak()}
            if "--work" in sys.argv:
                told |= Session(window).figures()
            print(json.dumps(told))
            window.close()

    register.table.viewport().installEventFilter(Watch(window))
    return window


class Session:
    """A while at the desk: jumps in the list of all years, words typed into the search over everything."""

    def __init__(self, window: Any) -> None:
        self._window = window
        self._register = window.page(window.here)

    def figures(self) -> dict[str, Any]:
        """Seconds of each jump and of each letter typed, rows of the list, peak of memory at the end in kB."""
        desk = self._register.desk
        from district_desk.domain.listing import DirectiveFilter

        ids = desk.store.reading().directive_ids(DirectiveFilter(), desk.today())
        self._register.table.show_ids(ids)
        jumps = [min(each) for each in zip(*([self._jump(at) for at in places(len(ids))] for _ in TURNS), strict=True)]
        letters = [min(each) for each in zip(*([self._typed(words) for words in typed()] for _ in TURNS), strict=True)]
        return {"rows": len(ids), "jumps": jumps, "letters": letters, "peak_after_work": peak()}

    def _jump(self, place: int) -> float:
        """Scroll so that this row is in view, and paint."""
        table = self._register.table
        start = time.perf_counter()
        table.scrollTo(table.model().index(place, 0), table.ScrollHint.PositionAtTop)
        table.viewport().repaint()
        return time.perf_counter() - start

    def _typed(self, words: str) -> float:
        """One more letter in the search field: until its hits are painted."""
        from PySide6.QtCore import QCoreApplication, QEventLoop

        overlay = self._overlay()
        start = time.perf_counter()
        overlay.field.asked.emit(words)
        while self._window.operations.waiting("search"):
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        overlay.list.viewport().repaint()
        return time.perf_counter() - start

    def _overlay(self) -> Any:
        if self._window.search is None:
            self._window.search_everything()
        return self._window.search


def places(count: int) -> list[int]:
    """The end, then rows anywhere, the same in every run."""
    random = Random(count)
    return [count - 1, *(random.randrange(count) for _ in range(JUMPS))]


def typed() -> list[str]:
    """What stands in the search field after each letter of what people look for."""
    phrases = (HERE / "phrases.txt").read_text("utf-8").splitlines()
    return [phrase[:end].strip() for phrase in phrases for end in range(1, len(phrase) + 1) if phrase[:end].strip()]


if __name__ == "__main__":
    sys.exit(main())
