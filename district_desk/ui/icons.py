"""Icons by meaning: ``icon("print")``. Drawn from SVG in the colours of the moment, sharp at every scale."""

from functools import cache
from typing import Final

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from district_desk.desk.shipped import shipped
from district_desk.ui.theme import colours

_TEXT: Final = "text"
_SHARE: Final = 0.88  # of the room given, so that a picture does not touch the word beside it


@cache
def _drawing(name: str) -> str:
    return shipped("resources", "icons", f"{name}.svg").read_text("utf-8")


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", colour).encode()))


class _Engine(QIconEngine):
    """Paints one drawing in one colour of the palette, whichever palette is in use."""

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._name, self._colour = name, colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        del state
        ink = colours().muted if mode is QIcon.Mode.Disabled else getattr(colours(), self._colour)
        side = min(rect.width(), rect.height()) * _SHARE
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(rect).center())
        _renderer(self._name, ink).render(painter, box)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._colour)


@cache
def icon(name: str, colour: str = _TEXT) -> QIcon:
    """The icon of that name, in a colour of the palette named like a field of Colours.

    Raises:
        NotFound: no such drawing is shipped.
    """
    _drawing(name)
    return QIcon(_Engine(name, colour))
