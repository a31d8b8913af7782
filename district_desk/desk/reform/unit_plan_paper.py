"""The values of a unit's improvement plan: what the scores and the measures say already, the rest left to the unit."""

from dataclasses import replace
from datetime import date

from district_desk.desk.citing import cited, day_in_words, type_names
from district_desk.desk.letterheads import ROOM_FOR_NUMBER
from district_desk.desk.office_desk import Desk
from district_desk.desk.reform.papers import (
    ReformWish,
    domain_heads,
    index_row,
    shares_of,
    watched_limit,
    year_before,
)
from district_desk.desk.reform.plan_measures import counted_of, draft_measures
from district_desk.desk.reform.plans import measures_of
from district_desk.desk.reform.report_series import series_list
from district_desk.desk.reform.results import Results, UnitResult, results
from district_desk.desk.unit_papers import unit_copies, unit_head, unit_signature
from district_desk.domain.assignments import Assignment
from district_desk.domain.directives import Directive
from district_desk.domain.items import Item
from district_desk.domain.problems import NotFound
from district_desk.domain.reform_index import Criterion
from district_desk.domain.reform_papers import MeasureLine, MeasureTable, UnitPlan
from district_desk.domain.reform_plans import Measure, Plan
from district_desk.domain.reform_scores import Tally
from district_desk.domain.reform_triggers import Duty
from district_desk.domain.units import Unit


def unit_plans(desk: Desk, wish: ReformWish) -> list[tuple[UnitPlan, MeasureTable]]:
    """The plans of the units of a wish, of every unit that was asked for one where none is named.

    Raises:
        NotFound: the year has no index, a unit has no result, or nobody was asked.
    """
    told, before = results(desk, wish.year), year_before(desk, wish.year)
    reader = desk.store.reading()
    kept = {plan.unit_id: plan for plan in reader.find(Plan, index_id=told.index.id, duty=Duty.PLAN.value)}
    rows = [row for row in told.rows if row.unit.id in (wish.unit_ids or kept)]
    if not rows:
        raise NotFound("plan", str(wish.year))
    return [_plan(desk, wish, told, before, row, kept.get(row.unit.id)) for row in rows]


def _plan(  # noqa: PLR0913, PLR0917  what a plan is made of
    desk: Desk, wish: ReformWish, told: Results, before: Results | None, row: UnitResult, plan: Plan | None
) -> tuple[UnitPlan, MeasureTable]:
    unit, office = row.unit, desk.office
    lines = tuple(_lines(desk, row, plan))
    scored = [each for each in told.rows if each.counted.is_whole]
    receiver = _receiver(desk)
    paper = UnitPlan(
        unit_head(desk, unit, "KH", wish.day), unit.name, wish.year, office.body_short or office.body,
        tuple(_basis(desk, told, plan)), plan.purpose if plan else "", domain_heads(told.tree),
        index_row(row, told.tree), len(scored), shares_of(row, told.tree, before), watched_limit(desk), lines,
        plan.organisation if plan else "", f" (qua {receiver})" if receiver else "",
        unit_copies(desk, unit, *([receiver] if receiver else [])), unit_signature(desk, unit, wish.signer),
    )  # fmt: skip
    return paper, MeasureTable(unit.name, wish.year, _attached(unit, paper, wish.day), lines)


def _attached(unit: Unit, paper: UnitPlan, day: date | None) -> str:
    symbol = paper.letterhead.number_line.rsplit("/", 1)[-1]
    on = day_in_words(day) or "……/……/20……"
    return f"Kế hoạch số{ROOM_FOR_NUMBER}/{symbol} ngày {on} của {unit.name}"


def _receiver(desk: Desk) -> str:
    """Through whom reform goes: the receiver of the first periodic report ("Phòng Nội vụ"), where one is named."""
    return next((each.receiver for each in series_list(desk) if each.receiver), "")


def _basis(desk: Desk, told: Results, plan: Plan | None) -> list[str]:
    """The directive that asks for the plan, and the decision of the index."""
    found = []
    if plan:
        reader = desk.store.reading()
        item = reader.get(Item, reader.get(Assignment, plan.assignment_id).item_id)
        found.append(cited(reader.get(Directive, item.directive_id), type_names(desk)))
    return [*found, *([told.index.decision] if told.index.decision else [])]


def _lines(desk: Desk, row: UnitResult, plan: Plan | None) -> list[MeasureLine]:
    """The plan's measures; where it has none, a line for every criterion with points lost."""
    counted = row.counted
    if plan is None:
        measures = [Measure(0, criterion.id, lost) for criterion, lost in counted.lost()]
    else:
        counted = counted_of(desk, plan.id)
        measures = measures_of(desk, plan.id) or draft_measures(desk, plan.id)
    places = {each.id: number for number, each in enumerate(counted.tree.criteria)}
    measures = sorted(measures, key=lambda each: (_domain_place(counted, places, each), each.position))
    return [_line(counted, each) for each in measures]


def _domain_place(counted: Tally, places: dict[int, int], measure: Measure) -> int:
    """Measures of one domain stand together, those of none at the end."""
    if measure.criterion_id not in places:
        return len(places)
    return places[counted.tree.domain_of(measure.criterion_id).id]


def _line(counted: Tally, measure: Measure) -> MeasureLine:
    criterion = counted.tree.by_id.get(measure.criterion_id or 0)
    line = MeasureLine(
        "", "", None, None, measure.weakness, measure.cause, measure.responsible, measure.remedy,
        measure.phrase or day_in_words(measure.due), measure.product,
    )  # fmt: skip
    if criterion is None:
        return line
    domain = counted.tree.domain_of(criterion.id)
    return replace(
        line,
        domain="" if domain == criterion else domain.name,
        criterion=_named(criterion),
        maximum=criterion.maximum,
        got=counted.points.get(criterion.id),
    )


def _named(criterion: Criterion) -> str:
    return f"{criterion.code}. {criterion.name}" if criterion.code else criterion.name
