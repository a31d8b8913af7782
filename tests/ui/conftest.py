"""What the tests of the window share: the look and language of the program, the example office, the real window."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from district_desk.ui.operations import Operations
    from district_desk.ui.window import MainWindow


@pytest.fixture
def app(qapp: Any) -> Any:
    """The application as a person has it."""
    from district_desk.ui.application import application

    return application()


@pytest.fixture
def operations(app: Any) -> "Iterator[Operations]":
    """The queue, drained at the end."""
    from district_desk.ui.operations import Operations

    made = Operations()
    yield made
    made.close()


@pytest.fixture(scope="session")
def example_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example office, made once; tests work on copies."""
    from district_desk.desk.demo import create_demo

    folder = tmp_path_factory.mktemp("example") / "office"
    create_demo(folder).close()
    return folder


@pytest.fixture
def office_folder(example_folder: Path, tmp_path: Path) -> Path:
    """A copy of the example office for one test."""
    return Path(shutil.copytree(example_folder, tmp_path / "office"))


@pytest.fixture
def window(app: Any, qtbot: Any, office_folder: Path) -> "Iterator[MainWindow]":
    """The real window with the example office open and its register filled, 1366 wide."""
    from district_desk.ui.application import build

    made = build(office_folder)
    with qtbot.waitSignal(made.page_filled, timeout=10_000):
        pass
    made.resize(1366, 768)
    settle_window(qtbot, made)
    yield made
    made.close()
    made.deleteLater()


def settle_window(qtbot: Any, window: "MainWindow") -> None:
    """Wait until nothing is under way."""
    qtbot.waitUntil(lambda: not window.operations.busy, timeout=10_000)


@pytest.fixture
def settled(qtbot: Any, window: "MainWindow") -> Callable[[], None]:
    """Call it to wait until nothing is under way in the window."""
    return lambda: settle_window(qtbot, window)
