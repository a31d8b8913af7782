"""What every test may count on: the same clock zone, language and fonts, an empty home, and nothing left behind.

Qt is imported only by tests that ask for ``qtbot`` or ``qapp``; the rules of the domain are tried without it.
A test fails when it leaves a top-level widget, a running timer or a thread behind, or when the program logs a
warning that the test did not announce with ``expected_warnings``.
"""

import gc
import logging
import os
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

ROOT = Path(__file__).resolve().parent.parent

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["TZ"] = "Asia/Ho_Chi_Minh"
os.environ["LC_ALL"] = "C.UTF-8"
if hasattr(time, "tzset"):
    time.tzset()

settings.register_profile("house", deadline=None, derandomize=True)  # a busy machine is not a fault of the program
settings.load_profile("house")


@pytest.fixture(scope="session", autouse=True)
def empty_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """No test sees or touches the office of the person who runs it; started programs inherit this."""
    home = tmp_path_factory.mktemp("home")
    names = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA", "APPDATA")
    with pytest.MonkeyPatch.context() as patch:
        for name in names:
            patch.setenv(name, str(home))
        yield home


@pytest.fixture(scope="session")
def samples() -> Path:
    """The five source documents and their company, which lie beside the project and not in it."""
    folder = ROOT.parent / "shared" / "samples"
    if not folder.is_dir():
        pytest.skip("the source documents (../shared/samples) are not on this machine")
    return folder


@pytest.fixture
def expected_warnings() -> list[logging.LogRecord]:
    """Ask for it to allow warnings of our own log; they are in the list after they were written."""
    return []


@pytest.fixture(autouse=True)
def no_unexpected_warnings(request: pytest.FixtureRequest) -> Iterator[None]:
    """Our own log is quiet unless the test said that it would not be."""
    announced = "expected_warnings" in request.fixturenames
    records: list[logging.LogRecord] = request.getfixturevalue("expected_warnings") if announced else []
    handler = logging.Handler(logging.WARNING)
    handler.emit = records.append  # type: ignore[method-assign]
    logger = logging.getLogger("district_desk")
    logger.addHandler(handler)
    yield
    logger.removeHandler(handler)
    if records and not announced:
        pytest.fail("unexpected in the log:\n" + "\n".join(record.getMessage() for record in records))


@pytest.fixture(autouse=True)
def no_threads_left() -> Iterator[None]:
    """Every thread that could keep the program from ending has ended with the test."""
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before and not thread.daemon]
    for thread in left:
        thread.join(timeout=1)
    running = [thread.name for thread in left if thread.is_alive()]
    if running:
        pytest.fail(f"threads still running: {', '.join(running)}")


@pytest.fixture(autouse=True)
def no_qt_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """After a test with Qt no window is left and no timer runs."""
    if "qapp" not in request.fixturenames:
        yield
        return
    request.getfixturevalue("qapp")
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    before = {_address(widget) for widget in QApplication.topLevelWidgets()}
    made: list[weakref.ref[Any]] = []
    make = QTimer.__init__

    def remember(timer: QTimer, *args: Any, **properties: Any) -> None:
        make(timer, *args, **properties)
        made.append(weakref.ref(timer))

    QTimer.__init__ = remember  # type: ignore[method-assign]
    yield
    QTimer.__init__ = make  # type: ignore[method-assign]
    left = [widget for widget in _top_level_widgets() if _address(widget) not in before]
    running = [timer for timer in (known() for known in made) if timer is not None and _is_running(timer)]
    complaints = [f"window left behind: {type(widget).__name__} {widget.objectName()!r}" for widget in left]
    complaints += [f"timer still running: {timer.objectName() or timer.parent()!r}" for timer in running]
    for timer in running:
        timer.stop()
    for widget in left:
        widget.deleteLater()
    if complaints:
        pytest.fail("\n".join(complaints))


def _address(widget: "QWidget") -> int:
    import shiboken6

    return int(shiboken6.getCppPointer(widget)[0])


def _is_running(timer: Any) -> bool:
    import shiboken6

    return shiboken6.isValid(timer) and timer.isActive()


def _top_level_widgets() -> "list[QWidget]":
    """The windows that are really left, once deferred deletions and cycles are through."""
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    if QApplication.topLevelWidgets():
        gc.collect()
    return QApplication.topLevelWidgets()


@pytest.fixture(scope="session")
def qapp(qapp: "QApplication") -> "QApplication":
    """The application of the test run: Vietnamese, with the fonts of the program and one sans of the system."""
    from PySide6.QtCore import QLocale
    from PySide6.QtGui import QFont, QFontDatabase

    for font in sorted((ROOT / "resources" / "fonts").glob("*.ttf")):
        assert QFontDatabase.addApplicationFont(str(font)) >= 0, font
    families = QFontDatabase.families()
    sans = next((name for name in ("DejaVu Sans", "Noto Sans") if name in families), "Liberation Serif")
    qapp.setFont(QFont(sans, 9))
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    return qapp


@pytest.fixture
def type_vietnamese(qapp: "QApplication") -> "Callable[[QWidget, str], None]":
    """Type as an input method does, letter by letter as commits.

    ``qtbot.keyClicks`` with a letter beyond ASCII aborts the whole process (Qt's qasciikey.cpp).
    """
    from PySide6.QtGui import QInputMethodEvent

    def type_into(widget: "QWidget", text: str) -> None:
        widget.setFocus()
        for letter in text:
            event = QInputMethodEvent()
            event.setCommitString(letter)
            qapp.sendEvent(widget, event)

    return type_into
