"""Pictures of every page, for whoever checks the look: ``python -m district_desk.ui.shots OUT``.

The window is as large as an office monitor, 1366 × 768 pixels of the screen, at the scale that ``QT_SCALE_FACTOR`` says;
so at 150 % it holds 911 × 512 of its own. The office is the example one, in a folder that is thrown away.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, SignalInstance
from PySide6.QtWidgets import QApplication, QWidget

from district_desk.domain.directives import Source
from district_desk.ui.application import USUAL_SIZE, application, build
from district_desk.ui.places import RAIL, PageKey
from district_desk.ui.register.page import RegisterPage
from district_desk.ui.theme import Theme
from district_desk.ui.window import MainWindow

_PATIENCE_MS: Final = 60_000
_SETTLE_MS: Final = 700


def take(out: Path) -> list[Path]:
    """Save the pictures into a folder, and say which."""
    out.mkdir(parents=True, exist_ok=True)
    app = application()
    with tempfile.TemporaryDirectory(prefix="district-desk-") as place:
        window = build(Path(place) / "office", demo=True)
        try:
            _wait_for(window, window.page_filled)
            _fit(window)
            return [_save(picture, out / f"{name}.png") for name, picture in _scenes(app, window)]
        finally:
            window.close()
            window.deleteLater()


def _fit(window: MainWindow) -> None:
    """1366 × 768 pixels of the screen, whatever the scale."""
    ratio = window.devicePixelRatioF()
    window.resize(round(USUAL_SIZE[0] / ratio), round(USUAL_SIZE[1] / ratio))


def _scenes(app: QApplication, window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    for number, place in enumerate(RAIL, start=1):
        window.go(place.page)
        _settle(window)
        yield f"{number}-{place.page.value}", window
    yield from _register_scenes(window)
    yield from _task_scenes(window)
    yield from _reminding_scene(window)
    yield from _reform_scenes(window)
    yield from _catalogue_scenes(window)
    window.open_intake(Source.RECEIVED)
    _settle(window)
    yield "8-intake-blank", window
    window.go(PageKey.REGISTER)
    window.open_help("phan-chua-co")
    _settle(window)
    yield "9-help", window
    window.show_keys()
    _settle(window)
    yield "9-keys", window
    window.go(PageKey.REGISTER)
    yield from _first_start_scene(window)
    yield from _dark_scenes(app, window)


def _register_scenes(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    register = window.page(PageKey.REGISTER)
    assert isinstance(register, RegisterPage)
    window.go(PageKey.REGISTER)
    busiest = max(range(len(register.model.ids)), key=lambda place: _lines(register, place))
    register.open_directive(register.model.id_at(busiest))
    _settle(window)
    yield "2-register-detail", window
    window.open_intake(register.table.current_id())
    _settle(window)
    yield "7-intake", window
    window.go(PageKey.REGISTER)
    window.search_everything()
    overlay = window.search
    assert overlay is not None
    overlay.field.setText("cai cach hanh chinh")
    _settle(window)
    yield "2-search", window
    overlay.hide()


def _reform_scenes(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    from district_desk.ui.reform.page import ReformPage
    from district_desk.ui.reform.words import PARTS

    page = window.page(PageKey.REFORM)
    assert isinstance(page, ReformPage)
    window.go(PageKey.REFORM)
    for part in PARTS:
        page.open_part(part)
        _settle(window)
        yield f"4-reform-{part}", window


def _reminding_scene(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    from district_desk.desk.chasing import overdue_to_chase
    from district_desk.ui.reminding import remind_dialog

    assert window.desk is not None
    late = overdue_to_chase(window.desk, window.desk.today())
    dialog = remind_dialog(window, window.desk, window.operations, late)
    _settle(window)
    yield "1-reminding", dialog
    dialog.close()


def _task_scenes(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    from district_desk.ui.tasks import words
    from district_desk.ui.tasks.page import TasksPage

    page = window.page(PageKey.TASKS)
    assert isinstance(page, TasksPage)
    window.go(PageKey.TASKS)
    page.chips.choose(words.ALL)
    for look, _ in words.LOOKS:
        page.show_look(look)
        _settle(window)
        yield f"3-tasks-{look}", window
    page.show_look(words.LIST)


def _lines(register: RegisterPage, place: int) -> int:
    row = register.model.row(place)
    return row.lines if row else 0


def _catalogue_scenes(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    from district_desk.ui.catalogue.page import CataloguePage

    page = window.page(PageKey.CATALOGUE)
    assert isinstance(page, CataloguePage)
    window.go(PageKey.CATALOGUE)
    for number, section in enumerate(page.lists, start=1):
        page.choose(section.spec.name)
        _settle(window)
        yield f"5-catalogue-{number}", window


def _first_start_scene(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    window.go(PageKey.FIRST_START)
    _settle(window)
    yield "0-first-start", window
    window.go(PageKey.REGISTER)


def _dark_scenes(app: QApplication, window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    theme = next(child for child in app.children() if isinstance(child, Theme))
    theme.follow(Qt.ColorScheme.Dark)
    for key in (PageKey.TODAY, PageKey.REGISTER, PageKey.CATALOGUE):
        window.go(key)
        _settle(window)
        yield f"dark-{key.value}", window
    theme.follow(Qt.ColorScheme.Light)


def _save(widget: QWidget, path: Path) -> Path:
    widget.grab().save(str(path))
    return path


def _settle(window: MainWindow) -> None:
    """Let work that was asked for arrive, and what arrived be painted."""
    for _ in range(20):
        _pause(_SETTLE_MS // 10)
        if not window.operations.busy:
            break
    _pause(_SETTLE_MS)


def _pause(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _wait_for(parent: QObject, signal: SignalInstance) -> None:
    loop = QEventLoop(parent)
    signal.connect(loop.quit)
    QTimer.singleShot(_PATIENCE_MS, loop.quit)
    loop.exec()


def main() -> int:
    """The command: one argument, the folder."""
    if len(sys.argv) != 2:
        sys.stderr.write("usage: python -m district_desk.ui.shots OUT\n")
        return 2
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for path in take(Path(sys.argv[1])):
        sys.stdout.write(f"{path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
