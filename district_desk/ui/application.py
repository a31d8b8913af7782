"""Builds the application and its window without running it, so that a test starts what a person starts."""

import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from district_desk import __version__
from district_desk.ui.icons import icon
from district_desk.ui.language import speak_vietnamese
from district_desk.ui.opening import Opening
from district_desk.ui.theme import Theme
from district_desk.ui.window import MainWindow

_NAME: Final = "District Desk"
_PREPARED: Final = "district_desk_theme"
USUAL_SIZE: Final = (1366, 768)


def application() -> QApplication:
    """The one QApplication, with its names, its language and its look."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    if app.findChild(QObject, _PREPARED) is None:
        app.setApplicationName(_NAME)
        app.setApplicationDisplayName(_NAME)
        app.setApplicationVersion(__version__)
        app.setWindowIcon(icon("register", "accent"))
        speak_vietnamese(app)
        Theme(app).setObjectName(_PREPARED)
    return app


def build(folder: Path | None = None, *, demo: bool = False) -> MainWindow:
    """The window, shown, with the opening of the office on its way.

    Wait for ``window.opened``, or for the first start page where the folder holds no office.
    """
    window = show_window()
    Opening(window).begin(folder, demo=demo)
    return window


def show_window() -> MainWindow:
    """The frame with an empty table, as large as an office monitor; it fills a screen that is no larger than that.

    A window of the screen's size would hang over its edge by its own frame, and the foot line would not be seen.
    """
    app = application()
    window = _put_together(app)
    room = app.primaryScreen().availableGeometry()
    window.resize(min(USUAL_SIZE[0], room.width()), min(USUAL_SIZE[1], room.height()))
    if room.width() <= USUAL_SIZE[0] or room.height() <= USUAL_SIZE[1]:
        window.showMaximized()
    else:
        window.show()
    return window


def _put_together(app: QApplication) -> MainWindow:
    """The window, built undressed and then dressed at once.

    Under a style sheet Qt dresses a widget, and all that is in it, anew for each parent that it is given on its way
    into the window: twice the time of building.
    """
    sheet = app.styleSheet()
    app.setStyleSheet("")
    try:
        return MainWindow()
    finally:
        app.setStyleSheet(sheet)
