"""Bảng điểm: every unit's index, rank and rating, the domains that are watched, and whether it owes a plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData, Slot
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget

from district_desk.desk import Desk
from district_desk.desk.reform_index import begin_from_example, copy_index, index_of_year, indexes
from district_desk.desk.reform_plans import PlanRow, plans
from district_desk.desk.reform_results import Results, UnitResult, owed, results
from district_desk.domain.points import share_text
from district_desk.domain.reform_index import Criterion
from district_desk.domain.reform_plans import PlanState
from district_desk.ui.icons import icon
from district_desk.ui.operations import Operations
from district_desk.ui.reform import score_import_words as iw
from district_desk.ui.reform import words as w
from district_desk.ui.reform.figures import Figure
from district_desk.ui.reform.score_import_dialog import ScoreImportDialog
from district_desk.ui.reform.section import ReformSection
from district_desk.ui.theme import Tone
from district_desk.ui.widgets.badge import Badge, Shape
from district_desk.ui.widgets.empty import EmptyPlace
from district_desk.ui.widgets.labels import label
from district_desk.ui.widgets.paged_model import Column, PagedModel
from district_desk.ui.widgets.record_table import RecordTable

_SHOWN_DOMAINS: Final = 8
_LONG_DAY: Final = date(2023, 12, 30)


@dataclass(frozen=True, slots=True)
class ResultRow:
    """A unit's result and its plan, as the table shows them."""

    result: UnitResult
    plan: PlanRow | None
    owes: bool

    def domain(self, domain: Criterion) -> str:
        """A domain's share: "74,95"."""
        percent = self.result.counted.of_domain(domain)
        return "" if percent is None else share_text(percent)


class ResultsSection(ReformSection):
    """The results of a year."""

    def __init__(self, operations: Operations) -> None:
        super().__init__(operations)
        self.begin_action = QAction(w.FROM_EXAMPLE, self)
        self.begin_action.triggered.connect(self._begin)
        self.copy_action = QAction(w.COPY_LAST, self)
        self.copy_action.triggered.connect(self._copy)
        self.import_action = QAction(iw.ACTION, self)
        self.import_action.setIcon(icon("import", "on_accent"))
        self.import_action.setToolTip(iw.TIP)
        self.import_action.triggered.connect(self._choose_file)
        self.setAcceptDrops(True)
        self.empty = EmptyPlace(
            "reform", "", w.HOW_TO_BEGIN, self.import_action, self.begin_action, self.copy_action
        )  # fmt: skip
        self.figures = [Figure(name) for name in (w.UNITS_SCORED, w.OWE_PLAN, w.NOT_SENT, w.AVERAGE)]
        self.example = label(w.EXAMPLE, role="muted")
        self._rows: dict[int, ResultRow] = {}
        self._results: Results | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        cards = QHBoxLayout()
        for figure in self.figures:
            cards.addWidget(figure)
        self.body.addLayout(cards)
        self.body.addWidget(self.example)
        self.body.addWidget(self._stack, 1)
        self.table: RecordTable | None = None

    def refresh(self) -> None:
        desk = self.desk
        assert desk is not None
        if index_of_year(desk.store.reading(), self.year) is None:
            self._show_empty(desk)
            return
        self.operations.fetch(
            lambda _: self._ask(desk, self.year), on_done=self._filled, topic="reform-results"
        )  # fmt: skip

    def head_actions(self) -> list[QAction]:
        return [self.import_action]

    def take_file(self, path: Path) -> ScoreImportDialog | None:
        """Preview a workbook as the scores of the year that is shown."""
        if self.desk is None:
            return None
        dialog = ScoreImportDialog(self, self.desk, self.operations, path, self.year)
        dialog.open()
        return dialog

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _workbook(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if path := _workbook(event.mimeData()):
            event.acceptProposedAction()
            self.take_file(path)

    def foot(self) -> str:
        return w.foot(self.year, len(self._rows))

    @staticmethod
    def _ask(desk: Desk, year: int) -> tuple[Results, list[ResultRow]]:
        told = results(desk, year)
        kept = {row.unit.id: row for row in plans(desk, year) if row.state is not PlanState.RECALLED}
        owing = {each.unit.id for each in owed(desk, year)}
        return told, [ResultRow(row, kept.get(row.unit.id), row.unit.id in owing) for row in told.rows]

    @Slot(object)
    def _filled(self, answer: tuple[Results, list[ResultRow]]) -> None:
        told, rows = answer
        self._results = told
        self._rows = {row.result.unit.id: row for row in rows}
        self.example.setVisible(bool(told.index.is_example))
        self._make_table(told.tree.domains[:_SHOWN_DOMAINS])
        assert self.table is not None
        self.table.show_ids([row.result.unit.id for row in rows])
        self._stack.setCurrentWidget(self.table)
        self._count(rows)
        self.foot_changed.emit()

    def _count(self, rows: Sequence[ResultRow]) -> None:
        scored = [row for row in rows if row.result.counted.points]
        awaited = [row for row in rows if row.owes and (row.plan is None or row.plan.is_awaited)]
        self.figures[0].show_figure(str(len(scored)))
        self.figures[1].show_figure(str(sum(row.owes for row in rows)), Tone.WARNING)
        self.figures[2].show_figure(str(len(awaited)), Tone.DANGER if awaited else Tone.GOOD)
        total = sum((row.result.counted.percent for row in scored), Fraction(0))
        self.figures[3].show_figure(share_text(total / len(scored)) if scored else "–")
        for figure in self.figures:
            figure.setVisible(True)

    def _make_table(self, domains: Sequence[Criterion]) -> None:
        """The columns are the domains of the year's index."""
        if self.table is not None:
            self._stack.removeWidget(self.table)
            self.table.deleteLater()
        model = PagedModel(self._columns(domains), self._rows_of, lambda row: row.result.unit.id, self)
        self.table = RecordTable(w.TITLE, model)
        self._stack.addWidget(self.table)

    def _columns(self, domains: Sequence[Criterion]) -> list[Column[ResultRow]]:
        return [
            Column("unit", w.HEADINGS["unit"], lambda row: row.result.unit.name, 20, grows=True),
            Column("percent", w.HEADINGS["percent"], lambda row: share_text(row.result.counted.percent), 9),
            Column("rank", w.HEADINGS["rank"], lambda row: str(row.result.rank or ""), 5),
            Column("rating", w.HEADINGS["rating"], _rating, 20, tip=_rating_tip),
            *(
                Column(
                    each.key,
                    each.key or each.code,
                    partial(_domain, each),
                    8,
                    drops=place + 1,
                    tip=partial(_name, each),
                )
                for place, each in enumerate(domains)
            ),
            Column("plan", w.HEADINGS["plan"], _plan_words, 18, badge=_plan_badge, longest=w.not_sent(_LONG_DAY)),
        ]

    def _rows_of(self, ids: Sequence[int]) -> list[ResultRow]:
        return [self._rows[each] for each in ids]

    def _show_empty(self, desk: Desk) -> None:
        self._rows = {}
        earlier = next((index for index in indexes(desk)), None)
        self.copy_action.setVisible(earlier is not None)
        if earlier is not None:
            self.copy_action.setText(w.COPY_LAST.format(year=earlier.year))
            self.copy_action.setData(earlier.id)
        self.empty.say(w.NO_INDEX.format(year=self.year), w.HOW_TO_BEGIN)
        self.example.setVisible(False)
        for figure in self.figures:
            figure.setVisible(False)
        self._stack.setCurrentWidget(self.empty)
        self.foot_changed.emit()

    @Slot()
    def _choose_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, iw.CHOOSE, "", iw.KINDS)
        if path:
            self.take_file(Path(path))

    @Slot()
    def _begin(self) -> None:
        assert self.desk is not None
        self.operations.run(partial(begin_from_example, self.desk, self.year), initiator=self)

    @Slot()
    def _copy(self) -> None:
        assert self.desk is not None
        work = partial(copy_index, self.desk, int(self.copy_action.data()), self.year)
        self.operations.run(work, initiator=self)


def _workbook(dropped: QMimeData) -> Path | None:
    """The one Excel file that is dragged, if it is one."""
    urls = dropped.urls()
    path = Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
    return path if path and path.suffix.lower() in (".xlsx", ".xlsm") else None


def _rating(row: ResultRow) -> str:
    return row.result.rating


def _rating_tip(row: ResultRow) -> str:
    return w.DIFFERS.format(formula=row.result.formula) if row.result.differs else row.result.rating


def _domain(domain: Criterion, row: ResultRow) -> str:
    return row.domain(domain)


def _name(domain: Criterion, _: ResultRow) -> str:
    return domain.name


def _plan_words(row: ResultRow) -> str:
    badge = _plan_badge(row)
    return badge.words if badge else ""


def _plan_badge(row: ResultRow) -> Badge | None:
    plan = row.plan
    if plan is None:
        return Badge(w.PLAN_STATES[PlanState.OWED], Tone.WARNING, Shape.RING) if row.owes else None
    if plan.is_awaited:
        late = plan.days_left is not None and plan.days_left < 0
        tone, shape = (Tone.DANGER, Shape.TRIANGLE) if late else (Tone.WARNING, Shape.DIAMOND)
        return Badge(w.not_sent(plan.due), tone, shape)
    if plan.state is PlanState.SENT:
        tone, shape = (Tone.WARNING, Shape.DIAMOND) if plan.sending.days_late else (Tone.RUNNING, Shape.DISC)
        return Badge(w.sent(plan.sending.on, plan.sending.days_late), tone, shape)
    return Badge(w.PLAN_STATES[plan.state], Tone.GOOD, Shape.TICK)
