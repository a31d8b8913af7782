"""The clerk's own words in a report on reform: one section at a time, remembered for the period they were typed for."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QVBoxLayout, QWidget

from district_desk.desk import Desk
from district_desk.desk.reform.texts import keep_texts, texts_of
from district_desk.domain.keepsakes import PrintedReport
from district_desk.ui.forms import reform_words as w
from district_desk.ui.widgets.form import FormRow

_PAUSE_MS: Final = 500


class ReformTexts(QWidget):
    """A section of the outline and what is written in it; a section with words bears a mark in the list."""

    def __init__(self) -> None:
        super().__init__()
        self._desk: Desk | None = None
        self._printed: Sequence[PrintedReport] = ()
        self._period: tuple[int, str] | None = None
        self._is_typed = False
        self.texts: dict[str, str] = {}
        self.section = QComboBox()
        for key, name in w.SECTIONS.items():
            self.section.addItem(name, key)
        self.words = QPlainTextEdit()
        self.words.setPlaceholderText(w.TEXT_HINT)
        self.words.setTabChangesFocus(True)
        self.words.setMinimumHeight(self.words.fontMetrics().height() * 6)
        self.words.setMaximumHeight(self.words.fontMetrics().height() * 12)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(FormRow(w.SECTION, self.section))
        column.addWidget(FormRow(w.TEXT, self.words))
        self.section.currentIndexChanged.connect(self._show_section)
        self.words.textChanged.connect(self._typed)

    def attach(self, desk: Desk, printed: Sequence[PrintedReport]) -> None:
        """Whose words they are, and the reports that were printed, newest first."""
        self._desk, self._printed = desk, printed

    def show_period(self, year: int, period: str) -> None:
        """Show what was written for that period of a year."""
        if self._desk is None or not period or (year, period) == self._period:
            return
        self.keep()
        self._period = (year, period)
        self.texts = texts_of(self._desk, year, period, self._printed)
        self._show_section()

    @Slot()
    def keep(self) -> None:
        """Remember what was typed since."""
        self._pause.stop()
        if self._is_typed and self._desk is not None and self._period is not None:
            self._is_typed = False
            keep_texts(self._desk, *self._period, self.texts)

    @Slot()
    def _show_section(self, *_: object) -> None:
        self.words.blockSignals(True)
        self.words.setPlainText(self.texts.get(self.section.currentData(), ""))
        self.words.blockSignals(False)
        self._mark()

    @Slot()
    def _typed(self) -> None:
        self.texts[self.section.currentData()] = self.words.toPlainText().strip()
        self._mark()
        if self._period is not None:
            self._is_typed = True
            self._pause.start()

    def _mark(self) -> None:
        """Say in the list which sections have words."""
        for place, (key, name) in enumerate(w.SECTIONS.items()):
            self.section.setItemText(place, w.written(name) if self.texts.get(key) else name)

    def hideEvent(self, event: QHideEvent) -> None:
        self.keep()
        super().hideEvent(event)
