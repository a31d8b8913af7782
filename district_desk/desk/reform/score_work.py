"""A workbook of scores being compared with what the office holds: what both layouts have in common."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

from district_desk.desk.reform.score_columns import Understood
from district_desk.domain.points import points_of, points_text
from district_desk.domain.problems import BadValue
from district_desk.domain.reform_index import Criterion, CriterionTree, IndexSet
from district_desk.domain.reform_scores import Score, Stage, UnitRating
from district_desk.domain.score_preview import CellChange, FaultKind, ScorePreview, SheetFault
from district_desk.domain.unit_names import key_of
from district_desk.domain.units import Unit
from district_desk.domain.vietnamese import fold
from district_desk.exchange import ScoreRow, ScoreSheet, letter_of
from district_desk.store import Reader

Answers = Mapping[tuple[str, str], str]
"""What the clerk says of a heading or a name: by scope ("column", "criterion", "unit") and folded text."""

_YEAR: Final = re.compile(r"\bnăm\s+((?:19|20)\d{2})\b", re.IGNORECASE)
_DAY: Final = re.compile(r"\btháng\s+\S+\s+năm\s+\d{4}", re.IGNORECASE)
"""The day of a document ("ngày 15 tháng 3 năm 2023"), whose year is not the scored one."""
NO_UNIT_ROW: Final = re.compile(r"(tong( cong| diem| so)?|(diem )?(trung binh|binh quan))\b.*|cong( diem)?")
"""A row of sums or averages, folded."""


class Kept:
    """What the office holds of an index: one unit's scores when they are asked for, or the points of all at once."""

    def __init__(self, reader: Reader, index_id: int) -> None:
        self._reader, self._index_id = reader, index_id
        self._scores: dict[int, dict[int, Score]] = {}

    def of(self, criterion_id: int, unit_id: int, name: str) -> int | str | None:
        """A field of a score."""
        if unit_id not in self._scores:
            self._scores[unit_id] = {each.criterion_id: each for each in self._reader.find(Score, unit_id=unit_id)}
        value: int | str | None = getattr(self._scores[unit_id].get(criterion_id, Score(0, 0)), name)
        return value

    def points(self, stage: Stage) -> dict[int, dict[int, int]]:
        """The points of a stage by unit and criterion."""
        return self._reader.points(self._index_id, stage) if self._index_id else {}


@dataclass(slots=True)
class ScoreWork:
    """A workbook being compared with what the office holds."""

    sheet: ScoreSheet
    index: IndexSet
    tree: CriterionTree
    units: Mapping[str, Unit]
    answers: Answers
    kept: Kept
    ratings: Mapping[int, UnitRating]
    bands: frozenset[str] = frozenset()
    """The names of the index's bands, in lower case."""
    faults: list[SheetFault] = field(default_factory=list)
    warnings: list[SheetFault] = field(default_factory=list)
    changes: list[CellChange] = field(default_factory=list)
    new_ratings: list[UnitRating] = field(default_factory=list)
    met: dict[int, int] = field(default_factory=dict)
    """The row at which each unit was met, by unit id."""
    columns: Understood = field(default_factory=lambda: Understood((), {}, {}))
    _names: dict[tuple[str, ...], Unit] = field(default_factory=dict)
    _plain: dict[str, Unit] = field(default_factory=dict)

    def preview(self, path: Path, year: int) -> ScorePreview:
        """All that was found."""
        return ScorePreview(
            path, year, self.index, self.tree.criteria, tuple(self.new_ratings), self.columns.uses,
            tuple(self.changes), tuple(self.faults), len(self.met), tuple(self.warnings),
        )  # fmt: skip

    def check_year(self, year: int) -> None:
        """Last year's file is not this year's."""
        named = {int(hit) for title in self.sheet.titles for hit in _YEAR.findall(_DAY.sub("", title))}
        if named and year not in named:
            said = ", ".join(map(str, sorted(named)))
            self.faults.append(SheetFault(FaultKind.OTHER_YEAR, written=said, expected=str(year)))

    def check_formulas(self) -> None:
        """A formula that no program has computed reads as blank: its cell is said, so that no points are lost unseen."""
        used = {column.letter for column in self.sheet.columns if column.place in self.columns.stages}
        rows = {row.number for row in self.sheet.rows}
        for cell in self.sheet.uncomputed:
            letter = cell.rstrip("0123456789")
            number = int(cell[len(letter) :])
            if letter in used and number in rows:
                self.faults.append(SheetFault(FaultKind.UNCOMPUTED, number, letter))

    def unit(self, written: str, row: ScoreRow | None) -> Unit | None:
        """The unit of that name, by what the clerk once said or by its names; a fault that offers near ones."""
        answered = self.answers.get(("unit", fold(written)))
        if answered is not None:
            return self.units.get(answered)
        unit = self._named(written)
        if unit is None:
            near = get_close_matches(written, [each.name for each in self.units.values()], 3, 0.6)
            place = self.sheet.key_place if row else None
            self.fault(FaultKind.UNKNOWN_UNIT, row, place, written=written, near=tuple(near))
        return unit

    def _named(self, written: str) -> Unit | None:
        """The unit that a name as written is certain to mean: as the catalogue has it, else by the words that count."""
        if not self._plain:
            self._plain = {unit.name: unit for unit in self.units.values()}
        if unit := self._plain.get(written):
            return unit
        if not self._names:
            self._names = {
                key_of(name): unit
                for unit in self.units.values()
                for name in (unit.name, unit.short_name, unit.code, *unit.aliases.splitlines())
                if name
            }
        return self._names.get(key_of(written)) or self._names.get(key_of(f"UBND {written}"))

    def points(self, row: ScoreRow, place: int) -> int | None:
        """The points in a cell; None for a blank one and, with a fault, for one that is no number."""
        written = row.cells[place] if place < len(row.cells) else None
        if written is None or not (isinstance(written, float) or row.text(place)):
            return None
        try:
            return points_of(written)
        except BadValue:
            self.fault(FaultKind.NO_NUMBER, row, place)
            return None

    def is_possible(self, points: int, criterion: Criterion, row: ScoreRow, place: int) -> bool:
        """Whether points lie between nothing and the maximum; a fault where they do not."""
        if points < 0:
            self.fault(FaultKind.BELOW_ZERO, row, place)
        elif points > criterion.maximum:
            facts = {"written": points_text(points), "expected": points_text(criterion.maximum)}
            self.fault(FaultKind.ABOVE_MAXIMUM, row, place, **facts)
        else:
            return True
        return False

    def set(self, criterion: Criterion, unit: Unit, name: str, value: Any) -> None:
        """Let a field of a score be this value."""
        before = self.kept.of(criterion.id, unit.id, name)
        if before != value:
            self.changes.append(CellChange(unit, criterion, name, before, value))

    def fault(self, kind: FaultKind, row: ScoreRow | None, place: int | None, **facts: Any) -> None:
        """Keep a fault of a cell, a row or a column, with what stands there."""
        written = facts.pop("written", row.text(place) if row and place is not None else "")
        letter = letter_of(place) if place is not None else ""
        self.faults.append(SheetFault(kind, row.number if row else 0, letter, written, **facts))
