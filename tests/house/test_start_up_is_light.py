"""The window comes first: nothing that costs as much as Qt itself is loaded before it is shown."""

import os
import subprocess
import sys

from house_sources import ROOT

_HEAVY = ("reportlab", "docx", "openpyxl", "xlsxwriter", "pypdfium2", "holidays", "lxml", "PIL", "sqlite_utils")
_NEVER = ("PySide6.QtPrintSupport", "PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtSql", "PySide6.QtTest", "pip")


def _python(code: str, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *options, "-c", code],
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
