"""The bar above the register and the day's page: so many files have come from the scanner."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from district_desk.ui.icons import icon
from district_desk.ui.scanner import words as w
from district_desk.ui.theme import Tone
from district_desk.ui.widgets.buttons import button
from district_desk.ui.widgets.labels import selectable


class ScannerBar(QFrame):
    """One sentence and two ways to deal with it.

    Signals:
        opened(): the first file is to be entered.
        passed(): none of them is wanted.
    """

    opened = Signal()
    passed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "message")
        self.setProperty("tone", Tone.RUNNING.value)
        side = self.fontMetrics().height()
        picture = QLabel()
        picture.setPixmap(icon("intake", Tone.RUNNING.value).pixmap(side, side))
        self._sentence = selectable("")
        self.open_button = button(w.OPEN, self.opened.emit, role="link", tip=w.OPEN_TIP)
        self.pass_button = button(w.SKIP, self.passed.emit, role="link", tip=w.SKIP_TIP)
        row = QHBoxLayout(self)
        row.setContentsMargins(side // 2, side // 4, side // 2, side // 4)
        row.addWidget(picture)
        row.addWidget(self._sentence, 1)
        row.addWidget(self.open_button)
        row.addWidget(self.pass_button)
        self.hide()

    @property
    def sentence(self) -> str:
        """What is said now, empty while nothing is shown."""
        return "" if self.isHidden() else self._sentence.text()

    def say(self, sentence: str) -> None:
        """Show a sentence; an empty one takes the bar away."""
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))
