"""The columns of the table of results: index, rank, change, rating, domains, plan."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Final

from district_desk.desk.reform.comparison import Difference
from district_desk.desk.reform.plans import PlanRow
from district_desk.desk.reform.results import UnitResult
from district_desk.domain.points import share_text
from district_desk.domain.reform_index import Criterion
from district_desk.domain.reform_plans import PlanState
from district_desk.ui.reform import words as w
from district_desk.ui.theme import Tone
from district_desk.ui.widgets.badge import Badge, Shape
from district_desk.ui.widgets.paged_model import Column

_LONG_DAY: Final = date(2023, 12, 30)


@dataclass(frozen=True, slots=True)
class ResultRow:
    """A unit's result, its plan, and what changed since last year, as the table shows them."""

    result: UnitResult
    plan: PlanRow | None
    owes: bool
    change: Difference | None = None

    def domain(self, domain: Criterion) -> str:
        """A domain's share: "74,95"."""
        percent = self.result.counted.of_domain(domain)
        return "" if percent is None else share_text(percent)


def result_columns(domains: Sequence[Criterion], watched: Container[str]) -> list[Column[ResultRow]]:
    """The columns for an index with these domains; those that no trigger watches give way on a small screen."""
    return [
        Column("unit", w.HEADINGS["unit"], lambda row: row.result.unit.name, 20, grows=True, sort="unit"),
        Column("percent", w.HEADINGS["percent"], _percent, 9, sort="percent"),
        Column("change", w.HEADINGS["change"], _change, 10, tip=partial(_change_tip, tuple(domains)), sort="change",
            drops=1),
        Column("rank", w.HEADINGS["rank"], _rank, 4, tip=_rank_tip, sort="rank"),
        Column("rating", w.HEADINGS["rating"], _rating, 25, tip=_rating_tip, sort="rating"),
        *(
            Column(
                each.key, each.key or each.code, partial(_domain, each), 7, sort=f"domain:{each.id}",
                drops=0 if each.key in watched else place + 2, tip=partial(_name, each),
            )
            for place, each in enumerate(domains)
        ),
        Column("plan", w.HEADINGS["plan"], _plan_words, 18, badge=_plan_badge, longest=w.not_sent(_LONG_DAY)),
    ]  # fmt: skip


def sorted_rows(rows: Sequence[ResultRow], key: str, *, descends: bool) -> list[ResultRow]:
    """Rows in the order of a column's sort key; those with nothing there come last, "unit" is the office's order."""
    if key == "unit":
        return list(rows[::-1] if descends else rows)
    valued = [(value, row) for row in rows if (value := _value(row, key)) is not None]
    known = [row for _, row in sorted(valued, key=lambda each: each[0], reverse=descends)]
    return known + [row for row in rows if _value(row, key) is None]


def _value(row: ResultRow, key: str) -> Any:
    result, counted = row.result, row.result.counted
    if key.startswith("domain:"):
        return counted.of_domain(counted.tree.by_id[int(key.removeprefix("domain:"))])
    return {
        "percent": counted.percent if counted.points else None,
        "change": row.change.percent if row.change else None,
        "rank": result.official_rank or result.rank,
        "rating": result.rating or None,
    }[key]


def _percent(row: ResultRow) -> str:
    return share_text(row.result.counted.percent) if row.result.counted.points else ""


def _change(row: ResultRow) -> str:
    return w.change(row.change.percent, row.change.places) if row.change else ""


def _change_tip(domains: Sequence[Criterion], row: ResultRow) -> str:
    if row.change is None:
        return w.NO_LAST_YEAR
    known = ((each.name, row.change.domains.get(each.key)) for each in domains)
    return "\n".join(f"{name}: {w.signed(percent)}" for name, percent in known if percent is not None)


def _rank(row: ResultRow) -> str:
    return str(row.result.official_rank or row.result.rank or "")


def _rank_tip(row: ResultRow) -> str:
    official, counted = row.result.official_rank, row.result.rank
    return w.rank_differs(counted) if official and counted and official != counted else _rank(row)


def _rating(row: ResultRow) -> str:
    return f"≠ {row.result.rating}" if row.result.differs else row.result.rating


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
