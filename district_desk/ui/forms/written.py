"""The clerk's own words for a report: causes and next steps, which come back for the period they were typed for."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from district_desk.desk import Desk
from district_desk.desk.report_words import ReportWords, keep_words, words_of
from district_desk.domain.keepsakes import PrintedReport
from district_desk.ui.forms import words as w
from district_desk.ui.widgets.form import FormRow

_PAUSE_MS: Final = 500


class Written(QWidget):
    """Two texts of one period. What is typed is remembered at the first pause, and before another period is shown."""

    def __init__(self) -> None:
        super().__init__()
        self._desk: Desk | None = None
        self._printed: Sequence[PrintedReport] = ()
        self._period: tuple[date, date] | None = None
        self._is_typed = False
        self.causes, self.next_steps = _box(w.CAUSES_HINT), _box(w.NEXT_STEPS_HINT)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.keep)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for name, box in ((w.CAUSES, self.causes), (w.NEXT_STEPS, self.next_steps)):
            row.addWidget(FormRow(name, box))
            box.textChanged.connect(self._typed)

    @property
    def words(self) -> ReportWords:
        """What stands here."""
        return ReportWords(self.causes.toPlainText().strip(), self.next_steps.toPlainText().strip())

    def attach(self, desk: Desk, printed: Sequence[PrintedReport]) -> None:
        """Whose words they are, and the reports that were printed, newest first."""
        self._desk, self._printed = desk, printed

    def show_period(self, first: date | None, last: date | None) -> None:
        """Show what was written for that period; days that make none leave the words where they are."""
        if first is None or last is None or self._desk is None or (first, last) == self._period:
            return
        self.keep()
        self._period = None  # what is shown now was not typed
        found = words_of(self._desk, first, last, self._printed)
        self.causes.setPlainText(found.causes)
        self.next_steps.setPlainText(found.next_steps)
        self._period = (first, last)

    @Slot()
    def keep(self) -> None:
        """Remember what was typed since."""
        self._pause.stop()
        if self._is_typed and self._desk is not None and self._period is not None:
            self._is_typed = False
            keep_words(self._desk, *self._period, self.words)

    @Slot()
    def _typed(self) -> None:
        if self._period is not None:
            self._is_typed = True
            self._pause.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self.keep()
        super().hideEvent(event)


def _box(hint: str) -> QPlainTextEdit:
    box = QPlainTextEdit()
    box.setPlaceholderText(hint)
    box.setTabChangesFocus(True)
    box.setMinimumHeight(box.fontMetrics().height() * 4)
    box.setMaximumHeight(box.fontMetrics().height() * 7)
    return box
