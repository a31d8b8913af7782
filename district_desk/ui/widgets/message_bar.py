"""The message bar: one sentence above the page, with what can be done about it. Never a box in the way."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from district_desk.ui.icons import icon
from district_desk.ui.theme import Tone
from district_desk.ui.widgets.buttons import button, tool_button
from district_desk.ui.widgets.labels import selectable

_PICTURES: Final = {
    Tone.DANGER: "warning", Tone.WARNING: "warning", Tone.GOOD: "done", Tone.NEUTRAL: "info", Tone.RUNNING: "info",
}  # fmt: skip


class MessageBar(QFrame):
    """Hidden until something is said; the newest sentence replaces the one before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "message")
        self._picture = QLabel()
        self._sentence = selectable("")
        self._remedy = button("", self._act, role="link")
        self._act_on: Callable[[], object] | None = None
        self._tone = Tone.NEUTRAL
        row = QHBoxLayout(self)
        row.addWidget(self._picture)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._remedy)
        row.addWidget(tool_button("close", "Đóng thông báo", self.hush))
        unit = self.fontMetrics().height()
        row.setContentsMargins(unit // 2, unit // 4, unit // 4, unit // 4)
        self.hide()

    @property
    def sentence(self) -> str:
        """What is said now, empty when nothing is."""
        return "" if self.isHidden() else self._sentence.text()

    def say(
        self, sentence: str, tone: Tone = Tone.NEUTRAL, *, remedy: str = "", act: Callable[[], object] | None = None
    ) -> None:
        """Show a sentence; ``remedy`` names the button that does ``act``."""
        self._tone = tone
        self.setProperty("tone", tone.value)
        self.style().unpolish(self)
        self.style().polish(self)
        side = self.fontMetrics().height()
        self._picture.setPixmap(icon(_PICTURES[tone], tone.value).pixmap(side, side))
        self._sentence.setText(sentence)
        self._remedy.setText(remedy)
        self._remedy.setVisible(bool(remedy))
        self._act_on = act
        self.setAccessibleName(sentence)
        self.show()

    @Slot()
    def hush(self) -> None:
        """Take the sentence away."""
        self.hide()

    def hush_told(self) -> None:
        """Take away what was merely told; a warning or a fault stays."""
        if self._tone in (Tone.NEUTRAL, Tone.GOOD):
            self.hush()

    def _act(self) -> None:
        self.hush()
        if self._act_on is not None:
            self._act_on()
