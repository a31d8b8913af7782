"""One unit's score sheet: a criterion a row, what is declared, and the points of each stage in columns."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from district_desk.desk.reform.score_columns import code_and_name, name_key, target_of, understand
from district_desk.desk.reform.score_work import NO_UNIT_ROW, ScoreWork
from district_desk.desk.reform.seed import domain_keys
from district_desk.domain.points import points_text
from district_desk.domain.problems import BadValue
from district_desk.domain.reform_index import Criterion, CriterionTree
from district_desk.domain.reform_scores import Score
from district_desk.domain.score_preview import ColumnMeaning, FaultKind, SheetFault
from district_desk.domain.units import Unit
from district_desk.domain.vietnamese import fold
from district_desk.exchange import ScoreRow

_OF_UNIT: Final = re.compile(r"(?:đơn vị|cơ quan|tên đơn vị)\s*:\s*(.+)", re.IGNORECASE)
_REMARK: Final = re.compile(r"\s*\([^()]*\)\s*$")
_TEXTS: Final = {
    ColumnMeaning.DECLARED: "declared",
    ColumnMeaning.EXPLANATION: "explanation",
    ColumnMeaning.NOTE: "note",
}
_DEFINING: Final = {"name": ColumnMeaning.NAME, "method": ColumnMeaning.METHOD, "evidence": ColumnMeaning.EVIDENCE}


@dataclass(slots=True)
class SheetWork(ScoreWork):
    """A score sheet being compared."""

    def take_score_sheet(self, unit_code: str) -> None:
        """What one unit declares and is given at each criterion."""
        self.columns = understand(self.sheet, self.tree, self.answers)
        self._say_unknown_columns_of_sheet()
        unit = self._unit_of_sheet(unit_code)
        if unit is None:
            return
        self.met[unit.id] = 0
        criteria = list(self._criteria_of_rows())
        self.tree = CriterionTree.of([*self.tree.criteria, *(each for _, each in criteria if each.id < 0)])
        with_parts = {each.parent_id for each in self.tree.criteria}
        for row, criterion in criteria:
            self._take_criterion_row(row, criterion, unit, is_sum=criterion.id in with_parts)

    def definition(self) -> Iterator[Criterion]:
        """The criteria as the sheet defines them, those that are known with their own ids; points are not looked at."""
        self.columns = understand(self.sheet, self.tree, self.answers)
        for row, criterion in self._criteria_of_rows():
            texts = {name: self._text(row, meaning) for name, meaning in _DEFINING.items()}
            given = {name: text for name, text in texts.items() if text}
            yield replace(criterion, maximum=self._maximum(row) or criterion.maximum, **given)  # type: ignore[arg-type]  # texts

    def _say_unknown_columns_of_sheet(self) -> None:
        for use in self.columns.uses:
            if not use.is_certain:
                self.faults.append(SheetFault(FaultKind.UNKNOWN_COLUMN, 0, use.letter, use.heading))
        if not self.columns.stages:
            self.faults.append(SheetFault(FaultKind.MISSING_COLUMN, expected="điểm tự đánh giá hoặc điểm thẩm định"))

    def _unit_of_sheet(self, unit_code: str) -> Unit | None:
        if unit_code:
            if unit_code not in self.units:
                raise BadValue("unit_code", unit_code)
            return self.units[unit_code]
        named = [hit[1] for title in self.sheet.titles if (hit := _OF_UNIT.search(title))]
        for name in named:
            return self.unit(_REMARK.sub("", name), None)
        self.faults.append(SheetFault(FaultKind.NO_UNIT))
        return None

    def _criteria_of_rows(self) -> Iterator[tuple[ScoreRow, Criterion]]:
        """Each row that is a criterion, with the one that it is; one that the index lacks gets an id below zero."""
        known = {target_of(each): each for each in self.tree.criteria} | {
            each.code: each for each in self.tree.criteria
        }
        names = {name_key(each.name): each for each in self.tree.criteria}
        code_place = self.columns.place_of(self.sheet, ColumnMeaning.CODE)
        parents: dict[str, Criterion] = {}
        domain: Criterion | None = None
        for row in self.sheet.rows:
            name = row.text(self.sheet.key_place)
            code = row.text(code_place).rstrip(".") if code_place is not None else ""
            if not code:
                code, name = code_and_name(name)
            maximum = self._maximum(row)
            if not name or not code or maximum is None or NO_UNIT_ROW.fullmatch(fold(name)):
                continue
            is_domain = not code[0].isdigit()
            criterion = names.get(name_key(name)) if is_domain else known.get(code)
            if criterion is None:
                parent = None if is_domain else parents.get(code.rpartition(".")[0]) or domain
                criterion = self._new_criterion(row, (code, name), maximum, parent)
                known[code] = names[name_key(name)] = criterion
            elif criterion.maximum != maximum:
                place = self.columns.place_of(self.sheet, ColumnMeaning.MAXIMUM) or 0
                self.fault(FaultKind.OTHER_MAXIMUM, row, place, expected=points_text(criterion.maximum))
            domain = criterion if is_domain else domain
            parents[code] = criterion
            yield row, criterion

    def _new_criterion(
        self, row: ScoreRow, named: tuple[str, str], maximum: int, parent: Criterion | None
    ) -> Criterion:
        code, name = named
        key = "" if parent else domain_keys().get(name_key(name), code)
        made = Criterion(self.index.id, code, name, maximum, parent.id if parent else None, key, position=row.number)
        return replace(
            made,
            id=-row.number,
            method=self._text(row, ColumnMeaning.METHOD),
            evidence=self._text(row, ColumnMeaning.EVIDENCE),
        )

    def _text(self, row: ScoreRow, meaning: ColumnMeaning) -> str:
        place = self.columns.place_of(self.sheet, meaning)
        return row.text(place) if place is not None else ""

    def _maximum(self, row: ScoreRow) -> int | None:
        place = self.columns.place_of(self.sheet, ColumnMeaning.MAXIMUM)
        return self.points(row, place) if place is not None else None

    def _take_criterion_row(self, row: ScoreRow, criterion: Criterion, unit: Unit, *, is_sum: bool) -> None:
        for meaning, name in _TEXTS.items():
            place = self.columns.place_of(self.sheet, meaning)
            if place is not None and (text := row.text(place)):
                self.set(criterion, unit, name, text)
        if is_sum:
            return
        given = Score(criterion.id, unit.id)
        for place, stage in sorted(self.columns.stages.items(), key=lambda each: each[1] is ColumnMeaning.SURVEY):
            points = self.points(row, place)
            if points is None:
                continue
            told: dict[str, Any] = {stage.value: points}
            then = replace(given, **told)
            comes_on_top = stage is ColumnMeaning.SURVEY and points >= 0
            if self.is_possible((then.points or 0) if comes_on_top else points, criterion, row, place):
                self.set(criterion, unit, stage.value, points)
                given = then
