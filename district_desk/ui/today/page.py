"""Hôm nay: four figures, and the lines behind them; each line opens its record."""

from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QPushButton, QSizePolicy, QStackedWidget, QVBoxLayout

from district_desk.desk import Desk
from district_desk.desk.listing import due_lines, near
from district_desk.domain.changes import Changes
from district_desk.domain.listing import DueLine, DueSource
from district_desk.ui.operations import Operations, Progress
from district_desk.ui.theme import Tone, colours
from district_desk.ui.today import words as w
from district_desk.ui.today.model import Owed, OwedModel
from district_desk.ui.widgets.empty import EmptyPlace
from district_desk.ui.widgets.labels import label
from district_desk.ui.widgets.page import Page
from district_desk.ui.widgets.record_table import RecordTable
from district_desk.ui.words import count, long_day

_CARDS: Final = ((w.LATE, Tone.DANGER), (w.NEAR, Tone.WARNING), (w.HAND_ON, Tone.WARNING), (w.INCOMPLETE, Tone.NEUTRAL))


class Card(QPushButton):
    """A figure and its name; pressed, it shows its lines only."""

    def __init__(self, key: str, tone: Tone) -> None:
        super().__init__()
        self.key, self._tone = key, tone
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
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_figure(self, number: int, name: str) -> None:
        """Write the figure; only what is not nothing is coloured."""
        ink, _ = colours().of_tone(self._tone if number else Tone.NEUTRAL)
        self._figure.setText(count(number))
        self._figure.setStyleSheet(f"color: {ink}")
        self._name.setText(name)
        self.setAccessibleName(f"{name}: {number}")
        self.setToolTip(f"{name}: bấm để chỉ xem nhóm này")


class TodayPage(Page):
    """The day. ``filled()`` each time the lines have arrived."""

    filled = Signal()
    topic = "hom-nay"

    def __init__(self, operations: Operations) -> None:
        super().__init__(operations)
        self._owed: list[Owed] = []
        self.model = OwedModel(self)
        self.table = RecordTable(w.TABLE, self.model, lines=2)
        self.cards = [Card(key, tone) for key, tone in _CARDS]
        row = QHBoxLayout()
        for card in self.cards:
            card.clicked.connect(self._card_clicked)
            row.addWidget(card, 1)
        self._empty = EmptyPlace("done", w.EMPTY, w.EMPTY_HOW)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self.body.addLayout(row)
        self.body.addWidget(self._stack, 1)
        self._copy = self.add_action(w.COPY, key="Ctrl+Shift+C", picture="copy", tip=w.COPY_TIP)
        self._copy.triggered.connect(self._copy_messages)
        self._open = self.add_action(w.OPEN, key="Ctrl+O", picture="open", primary="primary")
        self._open.triggered.connect(self._open_line)
        self.add_button(self._copy)
        self.add_button(self._open, "primary")
        self.table.opened.connect(self._open_line)
        self.set_words(w.TITLE)

    def attach(self, desk: Desk) -> None:
        super().attach(desk)
        self.set_words(w.TITLE, long_day(desk.today()))

    def refresh(self) -> None:
        self.set_words(w.TITLE, long_day(self.desk.today()))
        self.operations.fetch(partial(_owed, self.desk), on_done=self._show, topic="today")

    def on_changes(self, changes: Changes, initiator: object) -> None:
        del initiator
        if changes.concern_due():
            self.refresh()

    def shown(self) -> None:
        self.table.setFocus()

    def foot(self) -> str:
        return w.foot(len(self._owed))

    @Slot(object)
    def _show(self, lines: list[DueLine]) -> None:
        self._owed = [Owed(number, line) for number, line in enumerate(lines, start=1)]
        days = self.desk.office.near_due_days
        for card in self.cards:
            number = sum(1 for owed in self._owed if owed.card == card.key)
            card.show_figure(number, w.card(card.key, days))
        self._show_chosen()
        self.foot_changed.emit()
        self.filled.emit()

    def _show_chosen(self) -> None:
        key = next((card.key for card in self.cards if card.isChecked()), "")
        shown = [owed for owed in self._owed if not key or owed.card == key]
        self.model.show_records(shown)
        if shown:
            self.table.choose(shown[0].number)
        self._empty.say(*((w.EMPTY_CARD, w.EMPTY_CARD_HOW) if key else (w.EMPTY, w.EMPTY_HOW)))
        self._stack.setCurrentIndex(0 if shown else 1)
        for action in (self._open, self._copy):
            action.setEnabled(bool(shown))

    @Slot()
    def _card_clicked(self) -> None:
        clicked = self.sender()
        for card in self.cards:
            if card is not clicked and isinstance(card, QAbstractButton):
                card.setChecked(False)
        self._show_chosen()

    @Slot()
    def _open_line(self, *_: Any) -> None:
        owed = self.model.record(self.table.current_id())
        if owed is not None:
            self.directive_wanted.emit(owed.line.directive_id)

    @Slot()
    def _copy_messages(self) -> None:
        by_unit: dict[str, list[DueLine]] = {}
        for number in self.table.chosen_ids():
            owed = self.model.record(number)
            if owed is not None and owed.line.source is DueSource.ASSIGNMENT:
                by_unit.setdefault(owed.line.unit, []).append(owed.line)
        if by_unit:
            QGuiApplication.clipboard().setText("\n\n".join(w.message(unit, lines) for unit, lines in by_unit.items()))
            self.said.emit(w.copied(len(by_unit)))


def _owed(desk: Desk, progress: Progress) -> list[DueLine]:
    del progress
    today = desk.today()
    return due_lines(desk, today, until=near(desk, today))
