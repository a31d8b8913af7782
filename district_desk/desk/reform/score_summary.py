"""A summary of scores: a unit a row, a domain or a criterion a column, totals, ranks and ratings beside."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from district_desk.desk.reform.score_columns import understand
from district_desk.desk.reform.score_work import NO_UNIT_ROW, ScoreWork
from district_desk.domain.points import ONE, points_of, points_text
from district_desk.domain.problems import BadValue
from district_desk.domain.reform_index import Criterion, CriterionTree
from district_desk.domain.reform_scores import Stage, UnitRating
from district_desk.domain.score_preview import CellChange, ColumnMeaning, FaultKind, SheetFault
from district_desk.domain.units import Unit
from district_desk.domain.vietnamese import fold
from district_desk.exchange import ScoreRow, letter_of

_MAXIMA: Final = re.compile(r"(diem |thang diem )?(toi da|chuan)|thang diem|diem toi da.*")
_ROUNDING: Final = ONE // 100
"""A stated total is often rounded to two places."""


@dataclass(slots=True)
class SummaryWork(ScoreWork):
    """A summary being compared."""

    _points: list[tuple[int, Criterion, int, int, Stage]] = field(default_factory=list)
    """The columns of points: place, criterion with its id and maximum, stage."""
    _kept: dict[Stage, dict[int, dict[int, int]]] = field(default_factory=dict)

    def take_summary(self) -> None:
        """Every unit's points, rating and rank."""
        self.columns = understand(self.sheet, self.tree, self.answers)
        self._say_unknown_columns()
        rows = [row for row in self.sheet.rows if not NO_UNIT_ROW.fullmatch(fold(row.text(self.sheet.key_place)))]
        maxima = [row for row in rows if self._is_maxima(row)]
        self._take_maxima(maxima[0] if maxima else None)
        self._prepare()
        unit_rows = [row for row in rows if row not in maxima and self._has_values(row)]
        for row in unit_rows:
            self._take_unit_row(row)
        self._judge_units(len(unit_rows))

    def _is_maxima(self, row: ScoreRow) -> bool:
        return any(_MAXIMA.fullmatch(fold(row.text(place))) for place in range(self.sheet.key_place + 1))

    def _has_values(self, row: ScoreRow) -> bool:
        return bool(row.text(self.sheet.key_place)) and any(row.text(place) for place in self.columns.criteria)

    def _take_maxima(self, row: ScoreRow | None) -> None:
        """The row of maxima: it makes the criteria of a new index, and is compared with those of one that stands."""
        stages: dict[int, Criterion] = {}
        for place, criterion in self.columns.criteria.items():
            maximum = self.points(row, place) if row else None
            if criterion.id > 0:
                stages[place] = criterion
                if maximum not in (None, criterion.maximum):
                    self.fault(FaultKind.OTHER_MAXIMUM, row, place, expected=points_text(criterion.maximum))
            elif maximum is None:
                self.fault(FaultKind.NO_MAXIMUM, row, place, expected=criterion.name)
                stages[place] = criterion
            else:
                stages[place] = replace(criterion, maximum=maximum)
        if not self.tree.criteria:
            made = {each.id: each for each in stages.values()}
            self.tree = CriterionTree.of(made.values())
        self.columns = replace(self.columns, criteria=stages)

    def _take_unit_row(self, row: ScoreRow) -> None:
        unit = self.unit(row.text(self.sheet.key_place), row)
        if unit is None:
            return
        if unit.id in self.met:
            self.fault(FaultKind.DOUBLE_UNIT, row, self.sheet.key_place, expected=str(self.met[unit.id]))
            return
        self.met[unit.id] = row.number
        given = self._take_points(row, unit)
        self._take_rating(row, unit)
        self._compare_total(row, given)

    def _take_points(self, row: ScoreRow, unit: Unit) -> dict[int, int]:
        """The possible points of a row, by the places of their columns; those that change are noted. What stands here is
        done for every cell of a workbook of tens of thousands: so it asks nobody."""
        kept = {stage: own.get(unit.id, {}) for stage, own in self._kept.items()}
        given: dict[int, int] = {}
        cells, width = row.cells, len(row.cells)
        for place, criterion, criterion_id, maximum, stage in self._points:
            written: Any = cells[place] if place < width else None
            kind = type(written)
            points = round(written * ONE) if kind is float or kind is int else self.points(row, place)
            if points is None:
                continue
            if not 0 <= points <= maximum:
                self.is_possible(points, criterion, row, place)
                continue
            given[place] = points
            before = kept[stage].get(criterion_id)
            if before != points:
                self.changes.append(CellChange(unit, criterion, stage.value, before, points))
        return given

    def _prepare(self) -> None:
        """The columns of points with their fields, and what is kept of their stages."""
        stages = {place: Stage(meaning.value) for place, meaning in self.columns.stages.items()}
        self._points = [
            (place, each, each.id, each.maximum, stages[place]) for place, each in self.columns.criteria.items()
        ]
        self._kept = {stage: self.kept.points(stage) for stage in dict.fromkeys(stages.values())}

    def _take_rating(self, row: ScoreRow, unit: Unit) -> None:
        at = {
            meaning: self.columns.place_of(self.sheet, meaning)
            for meaning in (ColumnMeaning.RATING, ColumnMeaning.RANK)
        }
        place, rank_place = at[ColumnMeaning.RATING], at[ColumnMeaning.RANK]
        if place is None and rank_place is None:
            return
        before = self.ratings.get(unit.id, UnitRating(self.index.id, unit.id))
        rating = row.text(place) if place is not None else ""
        rank_text = row.text(rank_place) if rank_place is not None else ""
        if rank_text and not re.fullmatch(r"[1-9]\d{0,4}", rank_text) and rank_place is not None:
            self.fault(FaultKind.NO_RANK, row, rank_place)
            rank_text = ""
        if rating and self.bands and rating.casefold() not in self.bands:
            self.warnings.append(SheetFault(FaultKind.UNKNOWN_RATING, row.number, letter_of(place or 0), rating))
        after = replace(before, rating=rating or before.rating, rank=int(rank_text) if rank_text else before.rank)
        for name, label in (("rating", "Xếp loại"), ("rank", "Xếp hạng")):
            old, new = (str(getattr(each, name) or "") for each in (before, after))
            if old != new:
                self.changes.append(CellChange(unit, label, name, old, new))
        if after != before:
            self.new_ratings.append(after)

    def _compare_total(self, row: ScoreRow, given: Mapping[int, int]) -> None:
        """A total that the workbook states and the sum of its domains; only pointed out."""
        place = self.columns.place_of(self.sheet, ColumnMeaning.TOTAL)
        stages = set(self.columns.stages.values())
        if place is None or len(stages) > 1 or not row.text(place):
            return
        domains = [place for place, each in self.columns.criteria.items() if each.parent_id is None]
        if len(domains) < len(self.tree.domains):
            return
        total = sum(given.get(each, 0) for each in domains)
        try:
            stated = points_of(row.cells[place])
        except BadValue:
            return
        if abs(stated - total) > _ROUNDING:
            self.warnings.append(
                SheetFault(FaultKind.OTHER_TOTAL, row.number, letter_of(place), points_text(stated), points_text(total))
            )

    def _say_unknown_columns(self) -> None:
        seen: set[tuple[int, ColumnMeaning]] = set()
        for use in self.columns.uses:
            if not use.is_certain:
                near = tuple(f"{each.code} {each.name}" for each in self.tree.domains)
                self.faults.append(SheetFault(FaultKind.UNKNOWN_COLUMN, 0, use.letter, use.heading, near=near))
        for place, criterion in self.columns.criteria.items():
            key = (criterion.id, self.columns.stages[place])
            if key in seen:
                self.fault(FaultKind.DOUBLE_COLUMN, None, place, written=criterion.name)
            seen.add(key)
        if not self.columns.criteria:
            self.faults.append(SheetFault(FaultKind.MISSING_COLUMN, expected="điểm của các lĩnh vực"))

    def _judge_units(self, rows: int) -> None:
        unknown = [fault for fault in self.faults if fault.kind is FaultKind.UNKNOWN_UNIT]
        if rows > 2 and len(unknown) * 2 > rows:
            self.faults.append(SheetFault(FaultKind.OTHER_OFFICE, written=str(len(unknown)), expected=str(rows)))
