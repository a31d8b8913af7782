"""The measures of a plan as rows of a sheet: what their cells say, what follows from them, what is wrong with them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject

from district_desk.desk import Desk
from district_desk.desk.reform.plan_measures import (
    CriterionNames,
    MeasureRow,
    counted_of,
    lost_at,
    weaknesses,
    with_due,
)
from district_desk.domain.points import points_of, points_text
from district_desk.domain.problems import BadValue
from district_desk.domain.reform_index import Criterion
from district_desk.domain.reform_plans import Measure
from district_desk.ui.reform import measure_words as w
from district_desk.ui.reform.text_sheet import SheetColumn, SheetRow, TextSheetModel
from district_desk.ui.words import day, parse_day

_TEXTS: Final = ("weakness", "cause", "responsible", "remedy", "phrase", "product")
_OF_THE_WORK: Final = frozenset({"responsible", "remedy", "phrase", "due", "product"})
"""What the register of tasks has of a followed measure is changed there."""


class MeasureSheet(TextSheetModel):
    """The columns of DOMAIN 5.5 for one plan."""

    def __init__(self, desk: Desk, plan_id: int, parent: QObject | None = None) -> None:
        self._desk, self._plan_id = desk, plan_id
        self._counted = counted_of(desk, plan_id)
        self._names = CriterionNames(self._counted.tree)
        columns = (
            SheetColumn("criterion", w.HEADINGS["criterion"], 17, grows=True, offered=self._criteria, fault=self._criterion_fault),
            SheetColumn("lost", w.HEADINGS["lost"], 8, fault=_points_fault),
            SheetColumn("weakness", w.HEADINGS["weakness"], 17, grows=True, offered=self._weaknesses),
            SheetColumn("cause", w.HEADINGS["cause"], 13, grows=True),
            SheetColumn("responsible", w.HEADINGS["responsible"], 13),
            SheetColumn("remedy", w.HEADINGS["remedy"], 19, grows=True),
            SheetColumn("phrase", w.HEADINGS["phrase"], 12),
            SheetColumn("due", w.HEADINGS["due"], 10, fault=_day_fault),
            SheetColumn("product", w.HEADINGS["product"], 11),
            SheetColumn("state", w.HEADINGS["state"], 12, is_told=True),
        )  # fmt: skip
        super().__init__(columns, self._follows, parent)

    def show_measures(self, rows: Iterable[MeasureRow]) -> None:
        """Show stored measures."""
        self.show([self._row(row.measure, row.criterion, w.standing(row.line)) for row in rows])

    def add_measures(self, measures: Sequence[Measure], criteria: Sequence[str] = ()) -> None:
        """Put new measures behind those that stand there; a criterion that the index does not have stays as written."""
        by_id = self._counted.tree.by_id
        rows = [self._row(each, by_id.get(each.criterion_id or 0), "") for each in measures]
        for row, written in zip(rows, criteria, strict=False):
            row.texts["criterion"] = row.texts["criterion"] or written
        self.add(rows)

    def measures(self) -> list[Measure]:
        """What the rows say now; what is wrong in a cell is left out."""
        return [self._measure(row) for row in self.rows]

    def first_fault(self) -> str:
        """The first cell that cannot be written, as a sentence; empty where all can."""
        for number, row in enumerate(self.rows, start=1):
            for column in self.columns:
                text = row.texts.get(column.key, "")
                if text and column.fault and (fault := column.fault(text)):
                    return w.FAULTY.format(row=number, heading=column.heading, fault=fault)
        return ""

    # -- inside ---------------------------------------------------------------------------------------------

    def _row(self, measure: Measure, criterion: Criterion | None, state: str) -> SheetRow:
        texts = {key: str(getattr(measure, key)) for key in _TEXTS}
        texts |= {
            "criterion": _criterion_text(criterion), "lost": points_text(measure.lost), "due": day(measure.due),
            "state": state,
        }  # fmt: skip
        source = measure if measure.id else None
        return SheetRow(texts, source, _OF_THE_WORK if measure.item_id else frozenset())

    def _measure(self, row: SheetRow) -> Measure:
        held = row.source or Measure(self._plan_id)
        assert isinstance(held, Measure)
        criterion = self._names.find(row.texts.get("criterion", ""))
        says = row.texts.get
        return replace(
            held, criterion_id=criterion.id if criterion else None, lost=_points(says("lost", "")),
            weakness=says("weakness", ""), cause=says("cause", ""), responsible=says("responsible", ""),
            remedy=says("remedy", ""), phrase=says("phrase", ""), due=parse_day(says("due", "")),
            product=says("product", ""),
        )  # fmt: skip

    def _follows(self, row: SheetRow, key: str) -> Mapping[str, str]:
        if key == "criterion":
            lost = lost_at(self._counted, self._names.find(row.texts["criterion"]))
            return {"lost": points_text(lost)} if lost is not None else {}
        if key == "phrase":
            return {"due": day(with_due(self._desk, self._plan_id, self._measure(row)).due)}
        return {}

    def _criteria(self, _: SheetRow) -> Sequence[str]:
        """Those at which the unit lost points first."""
        lost = [criterion for criterion, _ in self._counted.lost()]
        rest = [each for each in self._counted.tree.criteria if each not in lost]
        return [_criterion_text(each) for each in (*lost, *rest)]

    def _weaknesses(self, row: SheetRow) -> Sequence[str]:
        criterion = self._names.find(row.texts.get("criterion", ""))
        return weaknesses(self._desk, self._counted.tree.domain_of(criterion.id).key if criterion else "")

    def _criterion_fault(self, text: str) -> str:
        return "" if self._names.find(text) else w.NO_CRITERION


def _criterion_text(criterion: Criterion | None) -> str:
    return " ".join(part for part in (criterion.code, criterion.name) if part) if criterion else ""


def _points(text: str) -> int | None:
    try:
        return points_of(text) if text else None
    except BadValue:
        return None


def _points_fault(text: str) -> str:
    return w.NO_NUMBER if _points(text) is None else ""


def _day_fault(text: str) -> str:
    return w.NO_DAY if parse_day(text) is None else ""
