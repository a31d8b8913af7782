"""Our window on Hôm nay and on the matrix of Nhiệm vụ: from the click until the page is painted with its rows.

Started with a moment that nobody needs, the office's folder and its day; says in JSON how many seconds each took, the
best of several turns, because others share the machine.
"""

import json
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

TURNS = 5


def main() -> int:
    """The window as a person has it, on the office's own last day."""
    from district_desk.ui import start

    show = start.show_window
    start.show_window = lambda: watched(show())
    return start.main(Path(sys.argv[2]))


def watched(window: Any) -> Any:
    """The window, which will tell and close once its register has come."""
    from PySide6.QtCore import QTimer

    window.page_filled.connect(lambda: QTimer.singleShot(0, window, lambda: tell(window)))
    return window


def tell(window: Any) -> None:
    """Open both looks, again and again."""
    from district_desk.ui.places import PageKey
    from district_desk.ui.tasks import words as w

    settle(window)
    window.desk.clock = lambda: datetime.fromisoformat(sys.argv[3])
    today, tasks = window.page(PageKey.TODAY), window.page(PageKey.TASKS)
    window.go(PageKey.TODAY)
    told = {"today": best(lambda: opened(window, today, today.refresh, today.table))}
    window.go(PageKey.TASKS)
    tasks.show_look(w.MATRIX)
    settle(window)
    told["matrix"] = best(lambda: opened(window, tasks, tasks.refresh, tasks.matrix))
    told["items"], told["units"] = tasks.matrix_model.rowCount(), tasks.matrix_model.columnCount()
    told["owed"] = today.model.rowCount()
    print(json.dumps(told))
    window.close()


def best(work: Callable[[], float]) -> float:
    """The shortest of several."""
    return min(work() for _ in range(TURNS))


def opened(window: Any, page: Any, ask: Callable[[], None], table: Any) -> float:
    """Seconds from asking until what has come is painted."""
    start = time.perf_counter()
    ask()
    settle(window)
    table.viewport().repaint()
    return time.perf_counter() - start


def settle(window: Any) -> None:
    """Work the window's events until nothing is under way; asleep between them, as a program at rest is."""
    from PySide6.QtCore import QCoreApplication, QEventLoop

    while window.operations.busy:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


if __name__ == "__main__":
    sys.exit(main())
