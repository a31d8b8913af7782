"""The fixtures that watch every test do notice; a guard that never barks is no guard."""

import shutil
import subprocess
import sys

import pytest
from house_sources import ROOT

_CARELESS = {
    "window": "from PySide6.QtWidgets import QWidget\ndef test_it(qapp):\n    global kept\n    kept = QWidget()\n",
    "timer": "from PySide6.QtCore import QTimer\ndef test_it(qapp):\n    global kept\n    kept = QTimer()\n    kept.start(9999)\n",
    "thread": "import threading\ndef test_it():\n    threading.Thread(target=threading.Event().wait, args=(2,)).start()\n",
    "warning": "import logging\ndef test_it():\n    logging.getLogger('district_desk.desk').warning('hm')\n",
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


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What pytest says of these tests in a copy of our bench: one line for each that did not simply pass, and the sum."""
    folder = tmp_path_factory.mktemp("bench")
    shutil.copy(ROOT / "tests" / "conftest.py", folder / "conftest.py")
    for name, test in {**_CARELESS, "careful": _CAREFUL}.items():
        (folder / f"test_{name}.py").write_text(test, "utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(folder), str(folder)]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    return done.stdout.strip().splitlines()


@pytest.mark.parametrize("leftover", _CARELESS)
def test_a_test_that_leaves_something_behind_is_an_error(leftover: str, told: list[str]) -> None:
    assert [line for line in told if line.startswith(f"ERROR test_{leftover}.py::test_it")]


def test_a_careful_test_passes_and_may_type_vietnamese(told: list[str]) -> None:
    assert [line for line in told if "test_careful.py" in line] == []
    assert told[-1].startswith("5 passed, 4 errors in")
