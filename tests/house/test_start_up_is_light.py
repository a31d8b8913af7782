"""The window comes first: nothing that costs as much as Qt itself is loaded before it is shown."""

import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from datetime import date
from pathlib import Path

from house_sources import ROOT

from district_desk.desk.opening import create_office
from district_desk.domain.directives import Directive, Source

_HEAVY = (
    "reportlab",
    "docx",
    "openpyxl",
    "xlsxwriter",
    "pypdf",
    "pypdfium2",
    "holidays",
    "lxml",
    "PIL",
    "sqlite_utils",
)
_LATER = (
    "district_desk.domain.addressees", "district_desk.domain.draft_moves", "district_desk.domain.drafts",
    "district_desk.domain.due_patterns", "district_desk.domain.due_phrases", "district_desk.domain.keepsakes",
    "district_desk.domain.paper", "district_desk.domain.recurrence", "district_desk.domain.reporting",
    "district_desk.domain.task_looks", "district_desk.desk.dating", "district_desk.desk.demo",
    "district_desk.desk.drafting", "district_desk.desk.printing", "district_desk.desk.profiles",
    "district_desk.desk.registering", "district_desk.store.line_looks", "district_desk.store.report_list",
    "district_desk.store.searching", "district_desk.ui.search.overlay", "tomllib", "decimal",
)  # fmt: skip
"""What the first rows of the register do not need; the deed that does loads it."""
_UI = "district_desk.ui."
_PAGES = ("today", "tasks", "forms", "catalogue", "journal", "intake", "help", "preview", "search", "document_view")
_MODULES_OF_OURS = 110
"""There are about a hundred; a dozen more is a twentieth of the start, and somebody should know."""
_NEVER = ("PySide6.QtPrintSupport", "PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtSql", "PySide6.QtTest", "pip")


def _python(code: str, *options: str, arguments: Sequence[str] = ()) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *options, "-c", code, *arguments],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def _loaded_by(statement: str) -> set[str]:
    """The forbidden modules that a statement loads in a fresh Python."""
    done = _python(f"{statement}\nimport sys\nprint(*(set({_HEAVY + _NEVER!r}) & set(sys.modules)))")
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def _slowest(statement: str) -> str:
    """The ten dearest imports, for whoever broke the law."""
    told = _python(statement, "-X", "importtime").stderr.splitlines()
    lines = [line for line in told if line.startswith("import time:") and "cumulative" not in line]
    return "\n".join(sorted(lines, key=lambda line: int(line.split("|")[1]), reverse=True)[:10])


def test_the_window_s_start_loads_no_writer_of_documents_and_no_printing() -> None:
    start = "import district_desk.ui.start"

    assert _loaded_by(start) == set(), _slowest(start)


def test_the_window_is_painted_before_any_of_them_is_loaded() -> None:
    shown = """
from PySide6.QtCore import QCoreApplication
from district_desk.ui.application import show_window
window = show_window()
QCoreApplication.processEvents()
assert window.isVisible()
"""

    assert _loaded_by(shown) == set(), _slowest(shown)


def test_the_command_line_s_start_loads_neither_these_nor_qt() -> None:
    start = "import district_desk.cli"

    assert _loaded_by(start) == set(), _slowest(start)
    assert "PySide6" not in _python(f"{start}\nimport sys\nprint(*sys.modules)").stdout.split()


_REGISTER_IN_VIEW = """
import sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from district_desk.ui import start

class Watch(QObject):
    seen = None
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and self.seen is None and register.model.rowCount():
            self.seen = sorted(sys.modules)
            window.close()
        return False

def shown():
    global window, register
    window = made()
    register = window.page(window.here)
    register.table.viewport().installEventFilter(watch)
    return window

made, start.show_window = start.show_window, shown
watch = Watch()
assert start.main(Path(sys.argv[1])) == 0
print(*watch.seen)
"""


def _loaded_when_the_register_is_painted(folder: Path) -> set[str]:
    with closing(create_office(folder, "trong")) as desk, desk.writing("register") as writing:
        writing.put(Directive(Source.RECEIVED, subject="Về công tác cải cách hành chính", arrived=date(2023, 3, 1)))
    done = _python(_REGISTER_IN_VIEW, arguments=[str(folder)])
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def test_the_register_is_painted_before_what_only_other_deeds_need_is_loaded(tmp_path: Path) -> None:
    loaded = _loaded_when_the_register_is_painted(tmp_path / "office")
    early = loaded & {*_HEAVY, *_NEVER, *_LATER}
    other_pages = {name for name in loaded if name.startswith(_UI) and name.removeprefix(_UI).split(".")[0] in _PAGES}

    assert not early, f"the register needs none of these to be painted; import them where they are used: {early}"
    assert not other_pages, f"a page is loaded at its first visit: {other_pages}"
    ours = sorted(name for name in loaded if name.startswith("district_desk."))
    assert len(ours) <= _MODULES_OF_OURS, f"{len(ours)} modules of ours before the first row; is each needed? {ours}"
