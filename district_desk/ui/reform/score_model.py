"""The cells of a look at the scores: all held in memory, sums reckoned when they are painted.

What is typed or pasted is checked here, shown at once and handed on as one block; a block with a cell that cannot be is
refused whole.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QColor

from district_desk.desk.reform.scoring import ScoreCell, ScoreGrid, points_at
from district_desk.desk.sentences import sentence_of
from district_desk.domain.points import points_text, share_text
from district_desk.domain.problems import BadValue
from district_desk.domain.reform_scores import Score, Stage, Tally, tally
from district_desk.ui.reform import score_words as w
from district_desk.ui.reform.score_looks import COUNTED, MAXIMUM, CellRef, Look, tip_of
from district_desk.ui.theme import Tone, colours

Index = QModelIndex | QPersistentModelIndex
Place = tuple[int, int]
_NOTHING: Final = Look((), (), None)
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class ScoreModel(QAbstractTableModel):
    """The grid.

    Signals:
        written(list[ScoreCell]): a block that is to be kept.
        refused(str): why nothing was written.
    """

    written = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.look = _NOTHING
        self._grid: ScoreGrid | None = None
        self._scores: dict[tuple[int, int], Score] = {}
        self._of_unit: dict[int, dict[int, Score]] = {}
        self._tallies: dict[tuple[int, Stage | None], Tally] = {}
        self._faults: dict[Place, str] = {}

    # -- what is shown --------------------------------------------------------------------------------------

    def show(self, grid: ScoreGrid, look: Look) -> None:
        """Show a look at a grid; the same axes as before keep the place."""
        is_same = look == self.look
        if not is_same:
            self.beginResetModel()
        if grid is not self._grid:
            self._hold(grid)
        self.look = look
        self._faults.clear()
        if is_same:
            self._repaint()
        else:
            self.endResetModel()

    def merge(self, found: Mapping[int, Score], gone: Iterable[int]) -> None:
        """Scores as they now read, by id; those of ``gone`` are no more."""
        lost = set(gone)
        for key in [key for key, score in self._scores.items() if score.id in lost]:
            self._forget(key)
        for score in found.values():
            self._keep(score)
        self._repaint()

    @property
    def cells(self) -> int:
        """How many cells have points."""
        return sum(score.points is not None for score in self._scores.values())

    def ref(self, index: Index) -> CellRef | None:
        """What a cell is about."""
        if not index.isValid():
            return None
        row, column = self.look.rows[index.row()], self.look.columns[index.column()]
        unit = row.unit or column.unit
        return CellRef(unit, row.criterion or column.criterion, row.field or column.field) if unit else None

    def score(self, ref: CellRef) -> Score | None:
        """The score that holds a cell."""
        return self._scores.get((ref.criterion.id, ref.unit.id)) if ref.criterion else None

    def hindrance(self, index: Index) -> str:
        """Why a cell cannot be written, empty where it can."""
        ref = self.ref(index)
        if ref is None or not ref.is_written:
            return w.IS_RECKONED
        return w.IS_SUM if not ref.is_text and self._is_sum(ref) else ""

    def text(self, index: Index) -> str:
        """What a cell says, with all its places."""
        ref = self.ref(index)
        return self._text(ref) if ref else ""

    # -- writing --------------------------------------------------------------------------------------------

    def write(self, start: Place, block: Sequence[Sequence[str]]) -> bool:
        """Write a block of texts from a cell on, as one operation; reckoned cells in it are passed over.

        False, with ``refused``, where it does not fit or any of its cells cannot be.
        """
        left = (len(self.look.rows) - start[0], len(self.look.columns) - start[1])
        height, width = len(block), max(map(len, block), default=0)
        if height > left[0] or width > left[1]:
            self.refused.emit(w.too_large(height, width, *left))
            return False
        cells, faults = [], []
        for down, line in enumerate(block):
            for across, text in enumerate(line):
                index = self.index(start[0] + down, start[1] + across)
                try:
                    cells += self._changed(index, text)
                except BadValue as problem:
                    faults.append((index, sentence_of(problem)))
        if faults:
            self._refuse(faults)
            return False
        self._faults.clear()
        if cells:
            self._take(cells)
        return True

    def clear(self, indexes: Iterable[Index]) -> None:
        """Empty the cells that can be written."""
        cells = [cell for index in indexes for cell in self._changed(index, "")]
        if cells:
            self._take(cells)

    # -- Qt -------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.look.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.look.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return plain if self.hindrance(index) else plain | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        ref = self.ref(index)
        if ref is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._text(ref)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT if ref.is_text else _RIGHT
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._faults.get((index.row(), index.column())) or self._tip(index, ref)
        if role == Qt.ItemDataRole.BackgroundRole:
            return self._ground(index)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        return role == Qt.ItemDataRole.EditRole and self.write((index.row(), index.column()), [[str(value)]])

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        axes = self.look.columns if orientation is Qt.Orientation.Horizontal else self.look.rows
        if not 0 <= section < len(axes):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return axes[section].heading
        if role == Qt.ItemDataRole.ToolTipRole:
            return axes[section].tip
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT if orientation is Qt.Orientation.Vertical else int(Qt.AlignmentFlag.AlignCenter)
        return None

    # -- inside ---------------------------------------------------------------------------------------------

    def _hold(self, grid: ScoreGrid) -> None:
        self._grid = grid
        self._scores = dict(grid.scores)
        self._of_unit = {}
        for (criterion_id, unit_id), score in self._scores.items():
            self._of_unit.setdefault(unit_id, {})[criterion_id] = score
        self._tallies.clear()

    def _keep(self, score: Score) -> None:
        self._scores[score.criterion_id, score.unit_id] = score
        self._of_unit.setdefault(score.unit_id, {})[score.criterion_id] = score
        self._drop_tallies(score.unit_id)

    def _forget(self, key: tuple[int, int]) -> None:
        del self._scores[key]
        del self._of_unit[key[1]][key[0]]
        self._drop_tallies(key[1])

    def _drop_tallies(self, unit_id: int) -> None:
        for stage in (None, *Stage):
            self._tallies.pop((unit_id, stage), None)

    def _tally(self, unit_id: int, stage: Stage | None) -> Tally:
        key = (unit_id, stage)
        if key not in self._tallies:
            assert self._grid is not None
            self._tallies[key] = tally(self._grid.tree, self._of_unit.get(unit_id, {}).values(), stage)
        return self._tallies[key]

    def _is_sum(self, ref: CellRef) -> bool:
        assert self._grid is not None
        assert ref.criterion is not None
        parts = self._grid.tree.children(ref.criterion.id)
        counted = self._tally(ref.unit.id, Stage(ref.field)).points if parts else {}
        return any(part.id in counted for part in parts)

    def _text(self, ref: CellRef) -> str:
        score = self.score(ref)
        if ref.is_text:
            return str(getattr(score, ref.field)) if score else ""
        if ref.field == MAXIMUM:
            return points_text(ref.criterion.maximum) if ref.criterion else ""
        if not ref.is_written:
            return self._reckoned(ref)
        if self._is_sum(ref) and ref.criterion:
            return points_text(self._tally(ref.unit.id, Stage(ref.field)).points.get(ref.criterion.id))
        return points_text(score.at(Stage(ref.field))) if score else ""

    def _reckoned(self, ref: CellRef) -> str:
        counted = self._tally(ref.unit.id, self.look.stage)
        if ref.criterion is None:
            if not counted.points:
                return ""
            return points_text(counted.total) if ref.field == COUNTED else share_text(counted.percent)
        if ref.field == COUNTED:
            return points_text(counted.points.get(ref.criterion.id))
        percent = counted.of_domain(ref.criterion)
        return "" if percent is None else share_text(percent)

    def _changed(self, index: Index, written: str) -> list[ScoreCell]:
        """The cell as it shall be, or none where it may not be written or reads so already."""
        ref = self.ref(index)
        if ref is None or ref.criterion is None or self.hindrance(index):
            return []
        text = " ".join(written.split())
        value = text if ref.is_text else points_at(ref.criterion, text)
        score = self.score(ref) or Score(ref.criterion.id, ref.unit.id)
        if getattr(score, ref.field) == value:
            self._faults.pop((index.row(), index.column()), None)
            return []
        return [ScoreCell(ref.criterion.id, ref.unit.id, ref.field, value)]

    def _take(self, cells: list[ScoreCell]) -> None:
        for cell in cells:
            key = (cell.criterion_id, cell.unit_id)
            changed: dict[str, Any] = {cell.field: cell.value}
            self._keep(replace(self._scores.get(key, Score(*key)), **changed))
        self._repaint()
        self.written.emit(cells)

    def _refuse(self, faults: Sequence[tuple[QModelIndex, str]]) -> None:
        self._faults = {(index.row(), index.column()): sentence for index, sentence in faults}
        self._repaint()
        index, sentence = faults[0]
        ref = self.ref(index)
        assert ref is not None
        name = w.cell_name(ref.unit.short_name or ref.unit.name, ref.criterion.code if ref.criterion else "")
        self.refused.emit(w.bad_cells(name, sentence, len(faults) - 1))

    def _tip(self, index: Index, ref: CellRef) -> str:
        if ref.is_text:
            return self._text(ref)
        hindrance = w.IS_SUM if ref.is_written and self.hindrance(index) else ""
        tip = self.look.columns[index.column()].tip if ref.criterion is None else tip_of(ref.criterion)
        return "\n".join(part for part in (ref.unit.name, tip, hindrance) if part)

    def _ground(self, index: Index) -> QBrush | None:
        if (index.row(), index.column()) in self._faults:
            return QBrush(QColor(colours().of_tone(Tone.DANGER)[1]))
        return QBrush(QColor(colours().header)) if self.hindrance(index) else None

    def _repaint(self) -> None:
        if self.look.rows and self.look.columns:
            last = self.index(len(self.look.rows) - 1, len(self.look.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
