"""Puts the palette and the style sheet on the application, and changes them when the system changes its mind."""

from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication

from district_desk.ui.theme.palette import DARK, LIGHT, Colours
from district_desk.ui.theme.sheet import style_sheet

_PROPERTY: Final = "district_desk_dark"


def colours() -> Colours:
    """The colours in use now. Ask while painting; never keep the answer."""
    app = QApplication.instance()
    return DARK if app is not None and app.property(_PROPERTY) else LIGHT


class Theme(QObject):
    """The look of one application. ``changed`` is emitted after the colours were exchanged."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self.follow)
        self.follow(app.styleHints().colorScheme())

    def follow(self, scheme: Qt.ColorScheme) -> None:
        """Take the system's scheme; one that does not know is light."""
        self._app.setProperty(_PROPERTY, scheme is Qt.ColorScheme.Dark)
        self._app.setPalette(_palette(colours()))
        self._app.setStyleSheet(style_sheet(colours(), QFontMetrics(self._app.font())))
        self.changed.emit()


def _palette(c: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for name, colour in (
        (role.Window, c.window), (role.WindowText, c.text), (role.Base, c.surface), (role.AlternateBase, c.alternate),
        (role.Text, c.text), (role.PlaceholderText, c.muted), (role.Button, c.surface), (role.ButtonText, c.text),
        (role.BrightText, c.danger), (role.ToolTipBase, c.surface), (role.ToolTipText, c.text),
        (role.Highlight, c.accent), (role.HighlightedText, c.on_accent), (role.Link, c.accent),
        (role.LinkVisited, c.accent), (role.Light, c.surface), (role.Midlight, c.header), (role.Mid, c.line),
        (role.Dark, c.line), (role.Shadow, c.line), (role.Accent, c.accent),
    ):  # fmt: skip
        palette.setColor(name, QColor(colour))
    for name in (role.Text, role.ButtonText, role.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(c.muted))
    return palette
