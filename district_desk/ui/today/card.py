"""A figure of the day and its name; pressed, it shows its lines only."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout

from district_desk.domain.look_papers import DayPart
from district_desk.ui.theme import Tone, colours
from district_desk.ui.widgets.labels import label
from district_desk.ui.words import count


class Card(QPushButton):
    """A figure and its name."""

    def __init__(self, key: DayPart, tone: Tone) -> None:
        super().__init__()
        self.key, self._tone, self._number = key, tone, 0
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setProperty("role", "card")
        self._figure = label("0", role="figure")
        self._name = label("", role="muted")
        self._name.setWordWrap(True)
        column = QVBoxLayout(self)
        for words in (self._figure, self._name):
            words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._ink()

    def _ink(self) -> None:
        ink, _ = colours().of_tone(self._tone if self._number else Tone.NEUTRAL)
        sheet = f"color: {ink}"
        if self._figure.styleSheet() != sheet:
            self._figure.setStyleSheet(sheet)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """A button does not ask its layout how high words become that wrap."""
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            self.setMinimumHeight(layout.totalHeightForWidth(self.width()))

    def show_figure(self, number: int, name: str) -> None:
        """Write the figure; only what is not nothing is coloured."""
        self._number = number
        self._figure.setText(count(number))
        self._ink()
        self._name.setText(name)
        self._make_room()
        self.setAccessibleName(f"{name}: {number}")
        self.setToolTip(f"{name}: bấm để chỉ xem nhóm này")
