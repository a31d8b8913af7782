"""Buttons: one that shows an action, and plain ones with a role."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from district_desk.ui.icons import icon


class ActionButton(QPushButton):
    """A button that does what its action does, with its words, picture, tooltip and state."""

    def __init__(self, action: QAction, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = action
        self._gone = False
        if role:
            self.setProperty("role", role)
        self.setAutoDefault(False)
        action.changed.connect(self._follow)
        self.clicked.connect(action.trigger)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        self.setText(self._action.text())
        self.setIcon(self._action.icon())
        self.setToolTip(self._action.toolTip())
        self.setEnabled(self._action.isEnabled())
        if self._gone is self._action.isVisible():  # a button without a parent must not be shown: it would be a window
            self._gone = not self._action.isVisible()
            self.setVisible(not self._gone)


def button(
    text: str, on_click: Callable[[], object], *, role: str = "", picture: str = "", tip: str = ""
) -> QPushButton:
    """A push button. Roles: primary, link, chip."""
    made = QPushButton(text)
    made.setAutoDefault(False)
    if role:
        made.setProperty("role", role)
    if picture:
        made.setIcon(icon(picture, {"primary": "on_accent", "link": "accent"}.get(role, "text")))
    made.setToolTip(tip)
    if role == "link":
        made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.clicked.connect(_without_argument(on_click))
    return made


def as_default(made: QPushButton) -> QPushButton:
    """The button that Enter presses, measured for its bold letters: a style sheet's ``:default`` is not."""
    made.setProperty("role", "primary")
    made.setDefault(True)
    return made


def tool_button(picture: str, name: str, on_click: Callable[[], object]) -> QToolButton:
    """A small button that is a picture alone; its name is its tooltip and what a screen reader says."""
    made = QToolButton()
    made.setProperty("role", "flat")
    made.setIcon(icon(picture))
    made.setToolTip(name)
    made.setAccessibleName(name)
    made.clicked.connect(_without_argument(on_click))
    return made


def _without_argument(on_click: Callable[[], object]) -> Callable[[], None]:
    def clicked() -> None:
        on_click()

    return clicked
