"""Hôm nay: the figures, the lines behind them, what fell due meanwhile; each line opens its record."""

from datetime import date
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from district_desk.desk import Desk
from district_desk.desk.last_look import know
from district_desk.domain.changes import Changes, Entity
from district_desk.domain.listing import DueLine, DueSource
from district_desk.domain.look_papers import DayPart
from district_desk.ui.operations import Operations
from district_desk.ui.reminding import words as reminding
from district_desk.ui.theme import Tone
from district_desk.ui.today import meter_words as meter
from district_desk.ui.today import words as w
from district_desk.ui.today.card import Card
from district_desk.ui.today.day import METER_DAYS, Day, day_of
from district_desk.ui.today.look_back import LookBack
from district_desk.ui.today.meter import MeterLine, SlowModel
from district_desk.ui.today.model import OwedModel
from district_desk.ui.today.reform_line import ReformLine
from district_desk.ui.widgets.empty import EmptyPlace
from district_desk.ui.widgets.page import Page
from district_desk.ui.widgets.record_table import RecordTable
from district_desk.ui.words import long_day

_CARDS: Final = (
    (DayPart.LATE, Tone.DANGER), (DayPart.NEAR, Tone.WARNING), (DayPart.SILENT, Tone.WARNING),
    (DayPart.HAND_ON, Tone.WARNING), (DayPart.INCOMPLETE, Tone.NEUTRAL),
)  # fmt: skip

_REFORM: Final = (
    Entity.REPORT_SERIES, Entity.PERIOD_RULE, Entity.REPORT_PERIOD, Entity.SUBMISSION, Entity.CYCLE_STEP,
)  # fmt: skip


class TodayPage(Page):
    """The day. ``filled()`` each time the lines have arrived; ``reform_wanted(str, int)``: that part of the reform page,
    in that year."""

    filled = Signal()
    reform_wanted = Signal(str, int)
    topic = "hom-nay"

    def __init__(self, operations: Operations) -> None:
        super().__init__(operations)
        self._since: date | None = None
        self._shown_day: date | None = None
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
        self.slow_model = SlowModel(self)
        self.slow_table = RecordTable(meter.TABLE, self.slow_model, lines=2)
        self._stack.addWidget(self.slow_table)
        self.look_back = LookBack()
        self.look_back.narrowed.connect(self._show_chosen)
        self.look_back.known.connect(self._known)
        self.meter = MeterLine()
        self.meter.wanted.connect(self._slow_clicked)
        self.body.addWidget(self.look_back)
        self.reform = ReformLine()
        self.reform.wanted.connect(self.reform_wanted)
        self.body.addLayout(row)
        self.body.addWidget(self.reform)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self.meter)
        self._make_actions()
        for table in (self.table, self.slow_table):
            table.opened.connect(self._open_line)
        self.set_words(w.TITLE)

    def _make_actions(self) -> None:
        self._copy = self.add_action(w.COPY, key="Ctrl+Shift+C", picture="copy", tip=w.COPY_TIP)
        self._copy.triggered.connect(self._copy_messages)
        self._open = self.add_action(w.OPEN, key="Ctrl+O", picture="open")
        self._open.triggered.connect(self._open_line)
        self._remind = self.add_action(
            reminding.REMIND, key=reminding.KEY, picture="send", tip=reminding.REMIND_TIP, primary="primary"
        )
        self._remind.triggered.connect(self._remind_chosen)
        self._print = self.add_action(w.PRINT, picture="print", tip=w.PRINT_TIP)
        self._print.triggered.connect(self.print_shown)
        for action, role in ((self._open, ""), (self._copy, ""), (self._print, ""), (self._remind, "primary")):
            self.add_button(action, role)

    def attach(self, desk: Desk) -> None:
        self.model.attach(desk)
        super().attach(desk)
        self.set_words(w.TITLE, long_day(desk.today()))

    def refresh(self) -> None:
        self.set_words(w.TITLE, long_day(self.desk.today()))
        self.operations.fetch(partial(day_of, self.desk), on_done=self._show, topic="today")

    def on_changes(self, changes: Changes, initiator: object) -> None:
        del initiator
        if changes.concern_due() or changes.concern(*_REFORM):
            self.refresh()

    def shown(self) -> None:
        if self._shown_day == self.desk.today() and not self.look_back.sentence:
            know(self.desk)
        self.table.setFocus()

    def foot(self) -> str:
        return w.foot(len(self.model.owing.due))

    @Slot(object)
    def _show(self, shown: Day) -> None:
        self.model.owing, self._since = shown.owing, shown.since
        self._shown_day = self.desk.today()
        days = self.desk.office.near_due_days
        for card in self.cards:
            card.show_figure(len(shown.owing.numbers(card.key)), w.card(card.key, days))
        self.look_back.tell(shown.since, len(self._missed()))
        self.reform.show_due(shown.reform)
        self.meter.show_meter(shown.waiting, METER_DAYS, len(shown.slow))
        self.slow_model.show_records(shown.slow)
        self._show_chosen()
        self.foot_changed.emit()
        self.filled.emit()

    def _missed(self) -> frozenset[int]:
        return self.model.owing.fell_due(self._since) if self._since else frozenset()

    @Slot()
    def _show_chosen(self) -> None:
        key = self._chosen_part()
        shown = self.model.owing.numbers(key)
        if self.look_back.only.isChecked():
            missed = self._missed()
            shown = [number for number in shown if number in missed]
        self.model.show(shown)
        if shown:
            self.table.choose(shown[0])
        self._empty.say(*((w.EMPTY_CARD, w.EMPTY_CARD_HOW) if key else (w.EMPTY, w.EMPTY_HOW)))
        is_slow = self.meter.slow.isChecked()
        self._stack.setCurrentWidget(self.slow_table if is_slow else self.table if shown else self._empty)
        self._open.setEnabled(is_slow or bool(shown))
        for action in (self._copy, self._remind):
            action.setEnabled(bool(shown) and not is_slow)

    def _chosen_part(self) -> DayPart | None:
        """The part of the day that is looked at alone."""
        return next((card.key for card in self.cards if card.isChecked()), None)

    @Slot()
    def _known(self) -> None:
        know(self.desk)
        self._since = None
        self.look_back.tell(None, 0)

    @Slot()
    def _card_clicked(self) -> None:
        self._choose_only(self.sender())

    @Slot()
    def _slow_clicked(self) -> None:
        self._choose_only(self.meter.slow)
        (self.slow_table if self.meter.slow.isChecked() else self.table).setFocus()

    def _choose_only(self, clicked: QObject) -> None:
        for each in (*self.cards, self.meter.slow):
            if each is not clicked:
                each.setChecked(False)
        self._show_chosen()

    @Slot()
    def _open_line(self, *_: Any) -> None:
        if self.meter.slow.isChecked():
            self.directive_wanted.emit(self.slow_table.current_id())
        elif number := self.table.current_id():
            self.directive_wanted.emit(self.model.owing.key(number).directive_id)

    @Slot()
    def print_shown(self, *_: Any) -> None:
        from district_desk.desk.look_values import DayWish
        from district_desk.desk.printed_reports import DAY_LIST
        from district_desk.ui.preview.paper_preview import PaperPreview, new_paper

        part = self._chosen_part()
        wish = DayWish(self.desk.today(), (part,) if part else ())
        PaperPreview.show_work(self, self.desk, self.operations, new_paper(self.desk, DAY_LIST, w.DAY_LIST, wish))

    @Slot()
    def _copy_messages(self) -> None:
        by_unit: dict[str, list[DueLine]] = {}
        for owed in self.model.owed(self.table.chosen_ids()):
            if owed.line.source is DueSource.ASSIGNMENT:
                by_unit.setdefault(owed.line.unit, []).append(owed.line)
        if not by_unit:
            self.said.emit(w.NO_WORK)
            return
        QGuiApplication.clipboard().setText("\n\n".join(w.message(unit, lines) for unit, lines in by_unit.items()))
        self.said.emit(w.copied(len(by_unit)))

    @Slot()
    def _remind_chosen(self) -> None:
        from district_desk.ui.reminding import remind_dialog

        tasks = self.model.owing.task_ids(self.table.chosen_ids())
        if tasks:
            remind_dialog(self, self.desk, self.operations, tasks)
        else:
            self.said.emit(w.NO_WORK)
