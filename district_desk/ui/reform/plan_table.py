"""The table of the board: its columns are those of the printed one (DOMAIN 5.5), with the domains that triggers watch."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from district_desk.desk.reform.plan_board import BoardRow
from district_desk.desk.reform.plan_words import PLAN_STATES
from district_desk.domain.points import share_text
from district_desk.domain.reform_index import Criterion
from district_desk.domain.reform_plans import PlanState
from district_desk.ui.reform import plan_words as w
from district_desk.ui.theme import Tone
from district_desk.ui.widgets.badge import Badge, Shape
from district_desk.ui.widgets.paged_model import Column
from district_desk.ui.widgets.record_list import RecordList
from district_desk.ui.widgets.record_table import RecordTable
from district_desk.ui.words import day

_LONGEST: Final = w.awaited(date(2023, 12, 30), -365)


class PlanTable(QWidget):
    """The rows of a board.

    Signals:
        chosen(): other rows are chosen.
        opened(int): Enter or double click on a unit's row.
    """

    chosen = Signal()
    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._shape: tuple[Any, ...] = ()
        self.table: RecordTable | None = None
        self._model: RecordList[BoardRow] | None = None

    def arrange(self, domains: Sequence[Criterion], *, with_measures: bool) -> None:
        """Give the table the columns of these domains."""
        shape = (*(each.id for each in domains), with_measures)
        if self.table is not None and shape == self._shape:
            return
        if self.table is not None:
            self._place.removeWidget(self.table)
            self.table.deleteLater()
        self._shape = shape
        self._model = RecordList(_columns(domains, with_measures=with_measures), lambda row: row.unit.id, self)
        self.table = RecordTable(w.TITLE, self._model)
        self.table.current.connect(self._changed)
        self.table.selectionModel().selectionChanged.connect(self._changed)
        self.table.opened.connect(self.opened)
        self._place.addWidget(self.table)
        self.setFocusProxy(self.table)

    def show_rows(self, rows: Iterable[BoardRow]) -> None:
        """Show these rows; those that were chosen stay chosen where they are shown."""
        if self.table is None or self._model is None:
            return
        held = {row.unit.id: row for row in rows}
        self._model.show_records(held.values())
        before = self.table.current_id()
        if not (before and self.table.choose(before)) and held:
            self.table.choose(next(iter(held)))

    def chosen_ids(self) -> list[int]:
        """The units of the chosen rows, top down."""
        return self.table.chosen_ids() if self.table is not None else []

    @Slot()
    def _changed(self, *_: Any) -> None:
        self.chosen.emit()


def _columns(domains: Sequence[Criterion], *, with_measures: bool) -> list[Column[BoardRow]]:
    heads = w.HEADINGS
    columns: list[Column[BoardRow]] = [
        Column("unit", heads["unit"], lambda row: row.unit.name, 17, grows=True),
        Column("rating", heads["rating"], lambda row: row.rating, 21, drops=3),
        *(
            Column(each.key, each.key, partial(_share, place), 7, drops=4 - min(place, 1), tip=partial(_share_tip, each.name, place))
            for place, each in enumerate(domains)
        ),
        Column("why", heads["why"], _codes, 8, tip=lambda row: w.why(row.reasons)),
        Column("due", heads["due"], lambda row: day(row.due), 10),
        Column("state", heads["state"], lambda row: badge_of(row).words, 18, badge=badge_of, longest=_LONGEST),
        Column("paper", heads["paper"], _paper, 16, drops=1),
    ]  # fmt: skip
    if with_measures:
        columns.append(Column("measures", heads["measures"], _measures, 8, drops=2))
    return columns


def badge_of(row: BoardRow) -> Badge:
    """How far a unit's plan has come."""
    plan = row.plan
    if plan is None:
        return Badge(w.NOT_GIVEN, Tone.WARNING, Shape.RING)
    if plan.state is PlanState.RECALLED:
        return Badge(PLAN_STATES[plan.state], Tone.NEUTRAL, Shape.DASH)
    if plan.is_awaited:
        words = w.awaited(plan.due, plan.days_left)
        words = PLAN_STATES[plan.state] if plan.state is PlanState.TO_COMPLETE else words
        return Badge(words, *((Tone.DANGER, Shape.TRIANGLE) if row.is_late else (Tone.WARNING, Shape.DIAMOND)))
    if plan.state is PlanState.SENT:
        return Badge(
            w.came(plan.sending), *((Tone.WARNING, Shape.DIAMOND) if row.is_late else (Tone.RUNNING, Shape.DISC))
        )
    return Badge(PLAN_STATES[plan.state], Tone.GOOD, Shape.TICK)


def _share(place: int, row: BoardRow) -> str:
    share = row.shares[place]
    return "" if share is None else share_text(share)


def _share_tip(name: str, place: int, row: BoardRow) -> str:
    return f"{name}: {_share(place, row)}%" if row.shares[place] is not None else name


def _codes(row: BoardRow) -> str:
    return ", ".join(dict.fromkeys(each.trigger for each in row.reasons))


def _paper(row: BoardRow) -> str:
    return w.paper(row.plan.sending) if row.plan else ""


def _measures(row: BoardRow) -> str:
    plan = row.plan
    return w.measures(row.measures_done, plan.plan.directive_id is not None, plan.measures) if plan else ""
