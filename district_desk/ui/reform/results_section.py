"""Bảng điểm: every unit's index, rank and rating, the domains that are watched, and whether it owes a plan."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData, Qt, Slot
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget

from district_desk.desk import Desk
from district_desk.desk.reform.comparison import Compared, average, compared
from district_desk.desk.reform.index import begin_from_example, copy_index, index_of_year, indexes
from district_desk.desk.reform.papers import ReformWish, index_table
from district_desk.desk.reform.plans import plans
from district_desk.desk.reform.prints import INDEX_TABLE
from district_desk.desk.reform.results import Results, owed, results, watched_domains
from district_desk.domain.points import share_text
from district_desk.domain.reform_index import Criterion
from district_desk.domain.reform_papers import IndexTable
from district_desk.domain.reform_plans import PlanState
from district_desk.ui.icons import icon
from district_desk.ui.operations import Operations
from district_desk.ui.reform import score_import_words as iw
from district_desk.ui.reform import words as w
from district_desk.ui.reform.chart_dialog import ChartDialog
from district_desk.ui.reform.figures import Figure
from district_desk.ui.reform.papers import show_paper
from district_desk.ui.reform.rating_form import RatingForm
from district_desk.ui.reform.result_columns import ResultRow, result_columns, sorted_rows
from district_desk.ui.reform.score_import_dialog import ScoreImportDialog
from district_desk.ui.reform.section import ReformSection
from district_desk.ui.theme import Tone
from district_desk.ui.widgets.empty import EmptyPlace
from district_desk.ui.widgets.labels import label
from district_desk.ui.widgets.paged_model import PagedModel
from district_desk.ui.widgets.record_table import RecordTable

_SHOWN_DOMAINS: Final = 8
Answer = tuple[Results, Compared, frozenset[str], list[ResultRow]]


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
        self.rate_action = QAction(w.RATE, self)
        self.rate_action.setShortcut(QKeySequence(Qt.Key.Key_F2))
        self.rate_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.rate_action.setToolTip(w.RATE_TIP)
        self.rate_action.triggered.connect(self._rate_current)
        self.addAction(self.rate_action)
        self.chart_action = self._action(w.CHART_ACTION, self.show_charts, "chart", w.CHART_TIP, "Ctrl+B")
        self.print_action = self._action(w.PRINT, self.print_shown, "print", w.PRINT_TABLE_TIP)
        self.setAcceptDrops(True)
        self.empty = EmptyPlace(
            "reform", "", w.HOW_TO_BEGIN, self.import_action, self.begin_action, self.copy_action
        )  # fmt: skip
        self.figures = [Figure(name) for name in (w.UNITS_SCORED, w.OWE_PLAN, w.NOT_SENT, w.average(None))]
        self.example = label(w.EXAMPLE, role="muted")
        self._rows: dict[int, ResultRow] = {}
        self._results: Results | None = None
        self._sorting = ("unit", False)
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
        return [self.import_action, self.rate_action, self.chart_action, self.print_action]

    def print_shown(self) -> bool:
        if self._rows:
            show_paper(self, INDEX_TABLE, ReformWish(self.year))
        return bool(self._rows)

    @Slot()
    def show_charts(self) -> None:
        """All units ranked, and each unit's domains."""
        desk, wish = self.desk, ReformWish(self.year, tuple(self._rows))
        if desk is not None and self._rows:
            self.operations.fetch(lambda _: index_table(desk, wish), on_done=self._show_charts, topic="reform-charts")

    @Slot(object)
    def _show_charts(self, table: IndexTable) -> None:
        self.charts = ChartDialog(self, table)
        self.charts.accepted.connect(self._print_chart)
        self.charts.open()

    @Slot()
    def _print_chart(self) -> None:
        """The table with the chart of the unit that was shown."""
        units = {row.result.unit.name: unit_id for unit_id, row in self._rows.items()}
        chosen = units.get(self.charts.unit)
        show_paper(self, INDEX_TABLE, ReformWish(self.year, (chosen,) if chosen else ()))

    @Slot(int)
    def rate(self, unit_id: int) -> RatingForm | None:
        """Type what was officially announced of a unit."""
        row, told = self._rows.get(unit_id), self._results
        if row is None or told is None or self.desk is None or not told.tree.domains:
            return None
        form = RatingForm(self, self.desk, self.operations, row.result, [band.name for band in told.bands])
        form.open()
        return form

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
    def _ask(desk: Desk, year: int) -> Answer:
        told = results(desk, year)
        beside = compared(desk, told)
        kept = {row.unit.id: row for row in plans(desk, year) if row.state is not PlanState.RECALLED}
        owing = {each.unit.id for each in owed(desk, year)}
        rows = [
            ResultRow(row, kept.get(row.unit.id), row.unit.id in owing, beside.units.get(row.unit.id))
            for row in told.rows
        ]
        return told, beside, watched_domains(desk), rows

    @Slot(object)
    def _filled(self, answer: Answer) -> None:
        told, beside, watched, rows = answer
        self._results = told
        self._allow(bool(rows))
        self._rows = {row.result.unit.id: row for row in rows}
        self.example.setVisible(bool(told.index.is_example))
        self._make_table(told.tree.domains[:_SHOWN_DOMAINS], watched)
        assert self.table is not None
        self._show_sorted(*self._sorting)
        self._stack.setCurrentWidget(self.table)
        self._count(rows)
        mean = average(told)
        self.figures[3].show_figure("–" if mean is None else share_text(mean))
        self.figures[3].show_name(w.average(beside.average))
        self.foot_changed.emit()

    def _count(self, rows: Sequence[ResultRow]) -> None:
        scored = [row for row in rows if row.result.counted.points]
        awaited = [row for row in rows if row.owes and (row.plan is None or row.plan.is_awaited)]
        self.figures[0].show_figure(str(len(scored)))
        self.figures[1].show_figure(str(sum(row.owes for row in rows)), Tone.WARNING)
        self.figures[2].show_figure(str(len(awaited)), Tone.DANGER if awaited else Tone.GOOD)
        for figure in self.figures:
            figure.setVisible(True)

    def _make_table(self, domains: Sequence[Criterion], watched: frozenset[str]) -> None:
        """The columns are the domains of the year's index."""
        if self.table is not None:
            self._stack.removeWidget(self.table)
            self.table.deleteLater()
        self._columns = result_columns(domains, watched)
        model = PagedModel(self._columns, self._rows_of, lambda row: row.result.unit.id, self)
        self.table = RecordTable(w.TITLE, model)
        self.table.opened.connect(self.rate)
        self.table.sorted_by.connect(self._show_sorted)
        self._stack.addWidget(self.table)

    @Slot(str, bool)
    def _show_sorted(self, key: str, descends: bool) -> None:  # noqa: FBT001 (a signal of the table)
        assert self.table is not None
        if key.startswith("domain:") and not any(key == column.sort for column in self._columns):
            key, descends = "unit", False
        self._sorting = (key, descends)
        rows = sorted_rows(list(self._rows.values()), key, descends=descends)
        self.table.show_ids([row.result.unit.id for row in rows])
        order = Qt.SortOrder.DescendingOrder if descends else Qt.SortOrder.AscendingOrder
        self.table.show_sort(key, order)

    def _rows_of(self, ids: Sequence[int]) -> list[ResultRow]:
        return [self._rows[each] for each in ids]

    def _show_empty(self, desk: Desk) -> None:
        self._rows = {}
        self._results = None
        self._allow(False)
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

    def _allow(self, is_filled: bool) -> None:  # noqa: FBT001 (one value for three)
        for action in (self.rate_action, self.chart_action, self.print_action):
            action.setEnabled(is_filled)

    def _action(self, text: str, work: Callable[[], object], picture: str, tip: str, key: str = "") -> QAction:
        action = QAction(icon(picture, "text"), text, self)
        action.setToolTip(tip)
        action.setShortcut(key)
        action.triggered.connect(work)
        self.addAction(action)
        return action

    @Slot()
    def _rate_current(self) -> None:
        if self.table is not None:
            self.rate(self.table.current_id())

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
