"""Điểm: a grid that behaves like a sheet, units × criteria at a stage or one unit at every stage."""

from collections.abc import Iterable
from functools import partial
from typing import Final

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from district_desk.desk.reform.index import index_of_year
from district_desk.desk.reform.scoring import (
    CellPast,
    ScoreCell,
    ScoreGrid,
    history_of_cell,
    score_grid,
    scores_by_id,
    set_scores,
)
from district_desk.desk.sentences import sentence_of
from district_desk.domain.changes import Changes, Entity
from district_desk.domain.points import points_text
from district_desk.domain.problems import Problem
from district_desk.domain.reform_scores import Score, Stage
from district_desk.ui.operations import Operations
from district_desk.ui.reform import score_words as w
from district_desk.ui.reform import words as page_words
from district_desk.ui.reform.score_looks import CellRef, Look, unit_look, units_look
from district_desk.ui.reform.score_model import ScoreModel
from district_desk.ui.reform.score_table import ScoreTable
from district_desk.ui.reform.section import ReformSection
from district_desk.ui.widgets.empty import EmptyPlace
from district_desk.ui.widgets.labels import ElidedLabel, label
from district_desk.ui.words import moment

_FEW: Final = 400
"""Changed scores that are fetched one by one; of more the whole grid is."""
_PAST_SHOWN: Final = 4
_DOMAINS, _EVERY = 0, -1


class ScoresSection(ReformSection):
    """The grid, what it shows above it, the current cell and its history below."""

    def __init__(self, operations: Operations) -> None:
        super().__init__(operations)
        self._grid: ScoreGrid | None = None
        self.looks = _box(w.LOOK, (w.BY_UNITS, True), (w.BY_CRITERIA, False))
        self.domains = _box(w.DOMAIN)
        self.units = _box(w.UNIT)
        self.stages = _box(w.STAGE, *((name, stage.value) for stage, name in w.STAGES.items()))
        self.stages.setCurrentIndex(self.stages.findData(Stage.SECOND.value))
        self.model = ScoreModel(self)
        self.table = ScoreTable(self.model)
        self.name = ElidedLabel()
        self.past = ElidedLabel()
        self.past.setProperty("role", "muted")
        self.empty = EmptyPlace("reform", "", page_words.HOW_TO_BEGIN)
        self._build()
        for box in (self.looks, self.domains, self.units, self.stages):
            box.currentIndexChanged.connect(self._look)
        self.model.written.connect(self._write)
        self.model.refused.connect(self.said)
        self.table.refused.connect(self.said)
        self.table.current.connect(self._chosen)
        self.table.left.connect(self.looks.setFocus)

    def refresh(self) -> None:
        desk = self.desk
        assert desk is not None
        if index_of_year(desk.store.reading(), self.year) is None:
            self._grid = None
            self.empty.say(page_words.NO_INDEX.format(year=self.year), page_words.HOW_TO_BEGIN)
            self._stack.setCurrentWidget(self.empty)
            self.foot_changed.emit()
            return
        self.operations.fetch(
            lambda _: score_grid(desk, self.year), on_done=self._filled, topic="reform-grid"
        )  # fmt: skip

    def on_changes(self, changes: Changes) -> None:
        if self.desk is None:
            return
        touched = changes.ids(Entity.SCORE)
        shapes = (Entity.INDEX_SET, Entity.CRITERION, Entity.UNIT)
        if changes.concern(*shapes) or len(touched) > _FEW or (touched and self._grid is None):
            self.refresh()
        elif touched:
            desk = self.desk
            self.operations.fetch(lambda _: (touched, scores_by_id(desk, touched)), on_done=self._merged)

    def search_here(self) -> None:
        (self.units if self.units.isVisible() else self.domains).setFocus()

    def foot(self) -> str:
        return w.foot(self.year, len(self._grid.units), self.model.cells) if self._grid else ""

    # -- inside ---------------------------------------------------------------------------------------------

    @Slot(object)
    def _filled(self, grid: ScoreGrid) -> None:
        self._grid = grid
        domains = [(w.DOMAINS, _DOMAINS), (w.ALL_CRITERIA, _EVERY)]
        domains += [(f"{each.code} {each.name}".strip(), each.id) for each in grid.tree.domains]
        _refill(self.domains, domains)
        _refill(self.units, [(unit.name, unit.id) for unit in grid.units])
        self._look()
        self._stack.setCurrentWidget(self.board)

    @Slot(object)
    def _merged(self, answer: tuple[frozenset[int], dict[int, Score]]) -> None:
        touched, found = answer
        own = {score.id: score for score in found.values() if self._is_shown(score)}
        self.model.merge(own, touched - found.keys())
        self._chosen(self.table.currentIndex())
        self.foot_changed.emit()

    def _is_shown(self, score: Score) -> bool:
        return self._grid is not None and score.criterion_id in self._grid.tree.by_id

    @Slot()
    def _look(self) -> None:
        by_units = bool(self.looks.currentData())
        for widget, is_for_units in self._choosers:
            widget.setVisible(is_for_units is by_units)
        if self._grid is not None:
            self.model.show(self._grid, self._wanted(self._grid, by_units=by_units))
            self.foot_changed.emit()

    def _wanted(self, grid: ScoreGrid, *, by_units: bool) -> Look:
        unit = next((each for each in grid.units if each.id == self.units.currentData()), None)
        if not by_units and unit is not None:
            return unit_look(grid, unit)
        domain = grid.tree.by_id.get(self.domains.currentData() or _DOMAINS)
        stage = Stage(self.stages.currentData())
        return units_look(grid, domain, stage, all_criteria=self.domains.currentData() == _EVERY)

    @Slot(object)
    def _write(self, cells: list[ScoreCell]) -> None:
        assert self.desk is not None
        self.operations.run(partial(set_scores, self.desk, cells), on_problem=self._not_written, initiator=self)

    @Slot(object)
    def _not_written(self, problem: Problem) -> None:
        self.said.emit(sentence_of(problem))
        self.refresh()

    @Slot(QModelIndex)
    def _chosen(self, index: QModelIndex) -> None:
        ref = self.model.ref(index)
        self.name.setText(_name(ref) if ref else "")
        self.past.setText("")
        score = self.model.score(ref) if ref else None
        if ref is None or not ref.is_written or self.desk is None:
            return
        if score is None or not score.id:
            self.past.setText(w.NO_HISTORY if score is None else "")
            return
        desk, field = self.desk, ref.field
        self.operations.fetch(
            lambda _: history_of_cell(desk, score, field), on_done=self._show_past, topic="score-history"
        )  # fmt: skip

    @Slot(object)
    def _show_past(self, past: Iterable[CellPast]) -> None:
        lines = [w.past(each.old, each.new, moment(each.at), each.officer) for each in past]
        self.past.setText(" · ".join(lines[:_PAST_SHOWN]) or w.NO_HISTORY)
        self.past.setToolTip("\n".join(lines))

    def _build(self) -> None:
        row = QHBoxLayout()
        self._choosers: list[tuple[QWidget, bool]] = []
        for box, is_for_units in ((self.looks, None), (self.domains, True), (self.units, False), (self.stages, True)):
            caption = label(box.accessibleName())
            caption.setBuddy(box)
            row.addWidget(caption)
            row.addWidget(box)
            if is_for_units is not None:
                self._choosers += ((caption, is_for_units), (box, is_for_units))
        row.addStretch(1)
        self.board = QWidget()
        column = QVBoxLayout(self.board)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        column.addWidget(self.name)
        column.addWidget(self.past)
        keys = ElidedLabel(w.KEYS)
        keys.setProperty("role", "muted")
        column.addWidget(keys)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.board)
        self.body.addWidget(self._stack, 1)


def _box(name: str, *choices: tuple[str, object]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    for text, value in choices:
        box.addItem(text, value)
    return box


def _refill(box: QComboBox, choices: Iterable[tuple[str, int]]) -> None:
    """New choices without a signal; what was chosen stays so where it is still there."""
    before = box.currentData()
    box.blockSignals(True)
    box.clear()
    for text, value in choices:
        box.addItem(text, value)
    box.setCurrentIndex(max(0, box.findData(before)))
    box.blockSignals(False)


def _name(ref: CellRef) -> str:
    criterion = f"{ref.criterion.code} {ref.criterion.name}".strip() if ref.criterion else ""
    what = w.FIELDS.get(ref.field, "")
    said = " · ".join(part for part in (w.cell_name(ref.unit.name, criterion), what) if part)
    return f"{said} · {w.most(points_text(ref.criterion.maximum))}" if ref.criterion and not ref.is_text else said
