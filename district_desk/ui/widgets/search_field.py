"""A search field that waits for the end of a word before it asks, and never touches what is typed.

While an input method composes, Qt keeps the letters apart from the text; so a search begins only with what the
method has committed.
"""

from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from district_desk.ui.icons import icon

_PAUSE_MS: Final = 120


class SearchField(QLineEdit):
    """``asked(str)`` once typing pauses; ``entered()`` for Enter; ``gone_down()`` for the arrow into the list."""

    asked = Signal(str)
    entered = Signal()
    gone_down = Signal()

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(True)
        self.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.textChanged.connect(self._restart)

    @Slot()
    def _restart(self) -> None:
        self._pause.start()

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(self.text().strip())

    def event(self, event: QEvent) -> bool:
        """Esc clears the field before it does what it does on the page."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and self.text():
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._pause.isActive():
                self._pause.stop()
                self._ask()
            self.entered.emit()
        elif key == Qt.Key.Key_Down:
            self.gone_down.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
