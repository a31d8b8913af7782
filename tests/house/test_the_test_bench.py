"""The fixtures that watch every test do notice; a guard that never barks is no guard."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from house_sources import ROOT

_CARELESS = {
    "a window": "from PySide6.QtWidgets import QWidget\ndef test_it(qapp):\n    global kept\n    kept = QWidget()\n",
    "a timer": "from PySide6.QtCore import QTimer\ndef test_it(qapp):\n    global kept\n    kept = QTimer()\n    kept.start(9999)\n",
    "a thread": "import threading\ndef test_it():\n    threading.Thread(target=threading.Event().wait, args=(2,)).start()\n",
    "a warning": "import logging\ndef test_it():\n    logging.getLogger('district_desk.desk').warning('hm')\n",
}
_CAREFUL = """
import logging
from PySide6.QtWidgets import QLineEdit
def test_it(qtbot, type_vietnamese, expected_warnings):
    field = QLineEdit()
    qtbot.addWidget(field)
    type_vietnamese(field, "Cải cách hành chính ở xã Đức Chính")
    logging.getLogger("district_desk").warning("announced")
    assert field.text() == "Cải cách hành chính ở xã Đức Chính"
    assert [record.getMessage() for record in expected_warnings] == ["announced"]
"""


def _outcome(folder: Path, test: str) -> str:
    """The last line that pytest says about one test in a copy of our bench."""
    shutil.copy(ROOT / "tests" / "conftest.py", folder / "conftest.py")
    (folder / "test_one.py").write_text(test, "utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(folder), str(folder)]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    return done.stdout.strip().splitlines()[-1]


@pytest.mark.parametrize("leftover", _CARELESS)
def test_a_test_that_leaves_something_behind_fails(leftover: str, tmp_path: Path) -> None:
    assert _outcome(tmp_path, _CARELESS[leftover]).startswith("1 passed, 1 error")


def test_a_careful_test_passes_and_may_type_vietnamese(tmp_path: Path) -> None:
    assert _outcome(tmp_path, _CAREFUL).startswith("1 passed in")
