"""Bảng theo dõi kế hoạch khắc phục: every unit that owes a duty after an index, why, by when, and how far it has come.

The screen and the printed table (DOMAIN 5.5) show these rows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from district_desk.desk.office_desk import Desk
from district_desk.desk.reform.plan_measures import lines_of
from district_desk.desk.reform.plans import PlanRow, difference, plans
from district_desk.desk.reform.results import Owed, UnitResult, owed, results
from district_desk.domain.points import share_text
from district_desk.domain.reform_index import Criterion, IndexSet
from district_desk.domain.reform_plans import Measure, PlanState
from district_desk.domain.reform_triggers import ConditionKind, Duty, Reason, Trigger
from district_desk.domain.units import Unit


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One unit. ``shares`` are its per cents at the board's domains, ``reasons`` those of today's scores (none where it no
    longer owes), ``owed`` what is still to be given, ``plan`` what was given; ``measures_done`` of ``plan.measures``."""

    unit: Unit
    rating: str
    shares: tuple[Fraction | None, ...]
    reasons: tuple[Reason, ...]
    owed: Owed | None
    plan: PlanRow | None
    no_longer: bool = False
    measures_done: int = 0

    @property
    def due(self) -> date | None:
        """The last day in time."""
        return self.plan.due if self.plan else self.owed.due if self.owed else None

    @property
    def is_late(self) -> bool:
        """Whether what is awaited is late, or came late."""
        if self.plan is None:
            return False
        if self.plan.is_awaited:
            return self.plan.days_left is not None and self.plan.days_left < 0
        return bool(self.plan.sending.days_late) and self.plan.state is not PlanState.RECALLED


@dataclass(frozen=True, slots=True)
class PlanBoard:
    """The board of one duty after one index; ``domains`` are those that a trigger watches, in printed order."""

    index: IndexSet
    duty: Duty
    domains: tuple[Criterion, ...]
    rows: tuple[BoardRow, ...]


def plan_board(desk: Desk, year: int, *, duty: Duty = Duty.PLAN, as_of: date | None = None) -> PlanBoard:
    """The board as of a day.

    Raises:
        NotFound: the year has no index.
    """
    told = results(desk, year)
    domains = _watched(desk, told.tree.domains)
    by_unit = {row.unit.id: row for row in told.rows}
    owing, asked = owed(desk, year, duty=duty, as_of=as_of), plans(desk, year, duty=duty, as_of=as_of)
    now = difference(owing, asked)
    why = {each.unit.id: each.reasons for each in owing}
    gone = {row.unit.id for row in now.no_longer}
    waiting = {each.unit.id: each for each in now.to_give}
    given = {row.unit.id: row for row in asked if row.unit.id not in waiting}
    done = _done(desk, list(given.values()), as_of or desk.today())
    units = {each.unit.id: each.unit for each in waiting.values()} | {row.unit.id: row.unit for row in given.values()}
    rows = [
        BoardRow(
            unit, *_result(by_unit.get(unit.id), domains), why.get(unit.id, ()), waiting.get(unit.id),
            given.get(unit.id), unit.id in gone, done.get(unit.id, 0),
        )
        for unit in sorted(units.values(), key=lambda each: (each.position, each.id))
    ]  # fmt: skip
    return PlanBoard(told.index, duty, domains, tuple(rows))


def reason_text(reason: Reason) -> str:
    """Why, as a clerk says it: "xếp loại “Hoàn thành nhiệm vụ”", "Cải cách TTHC đạt 74,95%", else the trigger's title."""
    if reason.rating:
        return f"xếp loại “{reason.rating}”"
    if reason.percent is not None:
        return f"{reason.domain} đạt {share_text(reason.percent, cut=True)}%"
    return reason.title


def _watched(desk: Desk, domains: Sequence[Criterion]) -> tuple[Criterion, ...]:
    keys = {
        condition.domain
        for trigger in desk.store.reading().find(Trigger)
        if trigger.is_active
        for condition in trigger.asked()
        if condition.kind is ConditionKind.DOMAIN
    }
    return tuple(each for each in domains if each.key in keys)


def _result(row: UnitResult | None, domains: Sequence[Criterion]) -> tuple[str, tuple[Fraction | None, ...]]:
    if row is None:
        return "", (None,) * len(domains)
    return row.rating, tuple(row.counted.of_domain(each) for each in domains)


def _done(desk: Desk, rows: Sequence[PlanRow], day: date) -> Mapping[int, int]:
    """How many followed measures of each unit's plan are done."""
    reader = desk.store.reading()
    found: dict[int, int] = {}
    for row in rows:
        if row.plan.directive_id:
            lines = lines_of(reader, reader.find(Measure, plan_id=row.plan.id), day)
            found[row.unit.id] = sum(line.standing.done is not None for line in lines.values())
    return found
