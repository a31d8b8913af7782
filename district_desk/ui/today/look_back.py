"""After days off: what fell due meanwhile is told once, until the person says that it is known."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from district_desk.ui.theme import Tone
from district_desk.ui.today import words as w
from district_desk.ui.widgets.buttons import button
from district_desk.ui.widgets.labels import selectable


class LookBack(QFrame):
    """A strip above the figures. ``narrowed()`` when it is asked to show those lines only, or no longer;
    ``known()`` when the person knows."""

    narrowed = Signal()
    known = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "message")
        self.setProperty("tone", Tone.WARNING.value)
        self._sentence = selectable("")
        self.only = QPushButton(w.ONLY_THESE)
        self.only.setProperty("role", "chip")
        self.only.setCheckable(True)
        self.only.setAutoDefault(False)
        self.only.toggled.connect(self.narrowed)
        row = QHBoxLayout(self)
        row.addWidget(self._sentence, 1)
        row.addWidget(self.only)
        row.addWidget(button(w.KNOWN, self._known, tip=w.KNOWN_TIP))
        unit = self.fontMetrics().height()
        row.setContentsMargins(unit // 2, unit // 4, unit // 4, unit // 4)
        self.hide()

    @property
    def sentence(self) -> str:
        """What is said, empty when nothing is."""
        return "" if self.isHidden() else self._sentence.text()

    def tell(self, since: date | None, lines: int) -> None:
        """Say it, or nothing."""
        is_told = since is not None and lines > 0
        if since is not None and is_told:
            self._sentence.setText(w.missed(since, lines))
        elif self.only.isChecked():
            self.only.setChecked(False)
        self.setVisible(is_told)

    @Slot()
    def _known(self) -> None:
        self.known.emit()
