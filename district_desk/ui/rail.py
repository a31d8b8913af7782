"""The rail: the pages, with what is late. Narrow windows see pictures only."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QSizePolicy, QVBoxLayout, QWidget

from district_desk.ui.icons import icon
from district_desk.ui.places import RAIL, PageKey, Place
from district_desk.ui.theme import colours
from district_desk.ui.widgets.buttons import button
from district_desk.ui.widgets.labels import ElidedLabel, label
from district_desk.ui.widgets.measure import letters
from district_desk.ui.words import count

NAME: Final = "District Desk"
_NOT_YET: Final = "Phần chưa có…"
_HELP: Final = "Trợ giúp (F1)"
_LATE: Final = "#B3261E"


class RailButton(QAbstractButton):
    """One page: picture, name, and how many things on it are late."""

    def __init__(self, place: Place, number: int) -> None:
        super().__init__()
        self.place = place
        self._late = 0
        self._key = f"Alt+{number}"
        self.narrow = False
        self.setCheckable(True)
        self.setText(place.name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_late(0)

    def set_late(self, late: int) -> None:
        """Show how many things are late; 0 shows nothing."""
        self._late = late
        self.setAccessibleName(f"{self.text()}, {late} việc trễ" if late else self.text())
        self.setToolTip(f"{self.accessibleName()} ({self._key})")
        self.update()

    def sizeHint(self) -> QSize:
        unit = self.fontMetrics().height()
        return QSize(unit * 3 if self.narrow else letters(self, 29), unit * 2)

    def enterEvent(self, event: QEvent) -> None:
        self.update()
        super().enterEvent(event)  # type: ignore[arg-type]

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        c, unit = colours(), self.fontMetrics().height()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse():
            painter.fillRect(self.rect(), QColor(c.rail_chosen))
        if self.isChecked():
            painter.fillRect(0, 0, max(3, unit // 5), self.height(), QColor(c.rail_mark))
        if self.hasFocus():
            painter.setPen(QColor(c.rail_mark))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
        side = round(unit * 0.95)
        picture = icon(self.place.picture, "rail_text" if self.isChecked() else "rail_muted")
        picture.paint(painter, unit, (self.height() - side) // 2, side, side)
        if not self.narrow:
            self._paint_name(painter, unit)
        if self._late:
            self._paint_late(painter, unit)
        painter.end()

    def _paint_name(self, painter: QPainter, unit: int) -> None:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(colours().rail_text))
        room = self.rect().adjusted(round(unit * 2.5), 0, -round(unit * (2.6 if self._late else 0.5)), 0)
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)

    def _paint_late(self, painter: QPainter, unit: int) -> None:
        words = count(self._late) if self._late < 1000 else "999+"
        font = QFont(self.font())
        font.setPixelSize(round(unit * (0.55 if self.narrow else 0.7)))
        painter.setFont(font)
        height = unit * (0.8 if self.narrow else 1.15)
        width = max(height * 1.3, painter.fontMetrics().horizontalAdvance(words) + height * 0.7)
        top = 2 if self.narrow else (self.height() - height) / 2
        box = QRectF(self.width() - width - (2 if self.narrow else unit * 0.7), top, width, height)
        loud = self.place.page is PageKey.TODAY
        painter.setPen(Qt.PenStyle.NoPen if loud else QColor(colours().rail_muted))
        painter.setBrush(QColor(_LATE if loud else colours().rail))
        painter.drawRoundedRect(box, height / 2, height / 2)
        painter.setPen(QColor("#FFFFFF") if loud else QColor(colours().rail_text))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)


class Rail(QFrame):
    """All entries. ``chosen(PageKey)``; ``help_wanted(str)`` names a help page."""

    chosen = Signal(object)
    help_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        unit = self.fontMetrics().height()
        self._name = label(NAME, role="record")
        self._office = ElidedLabel()
        self._group = QButtonGroup(self)
        self._entries = {place.page: RailButton(place, number) for number, place in enumerate(RAIL, start=1)}
        self._foot = [
            button(_NOT_YET, self._ask_not_yet, role="link", tip="Những phần chương trình chưa làm"),
            button(_HELP, self._ask_help, role="link"),
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, unit // 2, 0, unit // 2)
        column.setSpacing(0)
        for words in (self._name, self._office):
            words.setContentsMargins(unit, 0, unit // 3, 0)
            column.addWidget(words)
        column.addSpacing(unit // 2)
        for entry in self._entries.values():
            self._group.addButton(entry)
            column.addWidget(entry)
        column.addStretch(1)
        for link in self._foot:
            link.setContentsMargins(unit, 0, 0, 0)
            link.setStyleSheet(f"padding-left: {unit}px;")
            column.addWidget(link)
        self._group.buttonClicked.connect(self._clicked)
        self.set_narrow(narrow=False)

    def set_office(self, name: str) -> None:
        """Whose desk this is."""
        self._office.setText(name)

    def show_page(self, page: PageKey) -> None:
        """Mark the page that is shown; a page without an entry leaves none marked."""
        self._group.setExclusive(False)
        for key, entry in self._entries.items():
            entry.setChecked(key is page)
        self._group.setExclusive(True)

    def set_late(self, late: Mapping[PageKey, int]) -> None:
        """How many things are late, by page."""
        for key, entry in self._entries.items():
            entry.set_late(late.get(key, 0))

    def set_narrow(self, *, narrow: bool) -> None:
        """Pictures only, or pictures with names."""
        unit = self.fontMetrics().height()
        self.setFixedWidth(unit * 3 if narrow else letters(self, 29))
        for words in (self._name, self._office, *self._foot):
            words.setVisible(not narrow)
        for entry in self._entries.values():
            entry.narrow = narrow
            entry.update()

    def _clicked(self, entry: QAbstractButton) -> None:
        if isinstance(entry, RailButton):
            self.chosen.emit(entry.place.page)

    @Slot()
    def _ask_not_yet(self) -> None:
        self.help_wanted.emit("phan-chua-co")

    @Slot()
    def _ask_help(self) -> None:
        self.help_wanted.emit("")
