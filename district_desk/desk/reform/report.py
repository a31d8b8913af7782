"""Báo cáo công tác cải cách hành chính of a period: figures of the index of the year before, of the plans and works that
followed it, of periodic reports and of the tasks of directives about reform (DOMAIN 5.7).

Its period is one of a periodic report's, whose dates bound the data; the clerk's own words come with the wish.
"""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Final

from district_desk.desk.letterheads import attached_to, copies_of, head_of, issuer_of, signature_of
from district_desk.desk.office_desk import Desk
from district_desk.desk.reform.breakthroughs import breakthrough_register
from district_desk.desk.reform.comparison import average
from district_desk.desk.reform.index import index_of_year
from district_desk.desk.reform.papers import ReformWish, cut, domain_heads, watched_limit
from district_desk.desk.reform.plans import plans
from district_desk.desk.reform.report_matrix import matrix
from district_desk.desk.reform.report_series import PeriodKey, period_of, series_list
from district_desk.desk.reform.results import Results, UnitResult, results
from district_desk.domain.assignments import Assignment, is_given
from district_desk.domain.directives import Directive
from district_desk.domain.items import Item
from district_desk.domain.periodic_reports import ReportPeriod, ReportState
from district_desk.domain.points import ONE
from district_desk.domain.problems import MissingField
from district_desk.domain.reform_index import Criterion
from district_desk.domain.reform_papers import (
    IndexFigures,
    PeriodFigures,
    PlanFigures,
    ReformAnnex,
    ReformReport,
)
from district_desk.domain.reform_plans import PlanState
from district_desk.domain.reform_triggers import TriggerTie
from district_desk.domain.reporting import EVERYTHING, Period, Summary, tally
from district_desk.domain.signing import SigningAs
from district_desk.domain.vietnamese import fold

SECTIONS: Final = (
    "leading", "institutions", "procedures", "apparatus", "service", "finance", "digital", "results", "shortcomings",
    "causes", "next", "proposals",
)  # fmt: skip
"""The parts of the outline for which a clerk writes, in its order."""
_ABOUT: Final = "cai cach hanh chinh"
_REACHED: Final = frozenset({PlanState.ACCEPTED, PlanState.RESULT_REPORTED, PlanState.CLOSED})


def reform_report(desk: Desk, wish: ReformWish) -> tuple[ReformReport, ReformAnnex]:
    """The report of ``wish.period`` of ``wish.year`` with its annex.

    Raises:
        NotFound: no series of reports, or it has no period of that name.
        MissingField: of "period", where the wish names none.
    """
    if not wish.period:
        raise MissingField("period")
    series = wish.series_id or next((each.id for each in series_list(desk)), 0)
    period = period_of(desk.store.reading(), PeriodKey(series, wish.year, wish.period))
    day = wish.as_of or min(period.last or desk.today(), desk.today())
    signing, on = wish.signing or SigningAs.COLLECTIVE, wish.day or desk.today()
    report = _report(desk, replace(wish, day=on), period, day)
    return report, ReformAnnex(attached_to(desk, signing, on), report)


def _report(desk: Desk, wish: ReformWish, period: ReportPeriod, day: date) -> ReformReport:
    signing = wish.signing or SigningAs.COLLECTIVE
    indexed = index_of_year(desk.store.reading(), wish.year - 1) is not None
    works = [each for each in breakthrough_register(desk, wish.year - 1, as_of=day) if each.works]
    directives, tasks = _tasks(desk, wish, period, day)
    return ReformReport(
        letterhead=head_of(desk, signing, wish.day, "BC"), to=desk.office.upper_body, body=issuer_of(desk, signing), period=period.name,
        year=wish.year, first=period.first, last=period.last, as_of=day,
        index=_index(desk, results(desk, wish.year - 1)) if indexed else None,
        plans=_plans(desk, wish.year - 1, day) if indexed else PlanFigures(),
        works=sum(len(each.works) for each in works), work_units=len(works),
        periodic=_periodic(desk, period, day), directives=directives, tasks=tasks, texts=wish.texts,
        cc=copies_of(desk, "Như trên"), signature=signature_of(desk, signing, wish.signer),
    )  # fmt: skip


def _index(desk: Desk, told: Results) -> IndexFigures | None:
    """The figures over the units that are wholly scored; None where none is."""
    scored = [row for row in told.rows if row.counted.is_whole]
    if not scored:
        return None
    ordered = sorted(scored, key=lambda row: -row.counted.total)
    best, last = ordered[0], ordered[-1]
    ratings: dict[str, int] = {}
    for row in told.rows:
        if row.rating:
            ratings[row.rating] = ratings.get(row.rating, 0) + 1
    order = [band.name for band in told.bands]
    named = sorted(ratings.items(), key=lambda each: order.index(each[0]) if each[0] in order else len(order))
    shares = tuple(_mean(scored, domain) for domain in told.tree.domains)
    return IndexFigures(
        told.index.year, len(scored), cut(average(told)), best.unit.name, last.unit.name, tuple(named),
        tuple(zip(domain_heads(told.tree), shares, strict=True)),
        tuple((row.unit.name, int(row.counted.percent * ONE)) for row in ordered), watched_limit(desk),
    )  # fmt: skip


def _mean(rows: list[UnitResult], domain: Criterion) -> int | None:
    shares = [share for row in rows if (share := row.counted.of_domain(domain)) is not None]
    return cut(sum(shares, Fraction(0)) / len(shares)) if shares else None


def _plans(desk: Desk, year: int, day: date) -> PlanFigures:
    """Those that were asked for by the day."""
    rows = plans(desk, year, as_of=day)
    lines = desk.store.reading().many(Assignment, {row.plan.assignment_id for row in rows})
    asked = [row for row in rows if is_given(lines[row.plan.assignment_id], day)]
    standing = [row for row in asked if row.state is not PlanState.RECALLED]
    sent = [row for row in standing if not row.is_awaited]
    return PlanFigures(
        len(standing),
        sum(not row.sending.days_late for row in sent),
        sum(bool(row.sending.days_late) for row in sent),
        sum(row.state in _REACHED for row in standing),
        tuple(row.unit.name for row in standing if row.is_awaited),
    )


def _periodic(desk: Desk, period: ReportPeriod, day: date) -> PeriodFigures:
    """How the units stand with this very period."""
    cells = matrix(desk, period.series_id, period.year, as_of=day).of_period(period.name)
    states = [cell.state for cell in cells if cell.state is not ReportState.EXCUSED]
    return PeriodFigures(
        len(states),
        sum(state in (ReportState.IN_TIME, ReportState.RECEIVED) for state in states),
        states.count(ReportState.LATE),
        states.count(ReportState.MERGED),
        tuple(cell.unit.name for cell in cells if cell.is_awaited),
    )


def _tasks(desk: Desk, wish: ReformWish, period: ReportPeriod, day: date) -> tuple[int, Summary]:
    """How many directives about reform gave work that the period counts, and how it stands.

    They are those whose subject names reform, and those whose items are tied to a trigger.
    """
    reader = desk.store.reading()
    first = period.first or date(wish.year, 1, 1)
    told = Period(first, max(period.last or day, first), max(day, first))
    lines = reader.followed(told, EVERYTHING)
    tied = reader.many(Item, {tie.item_id for tie in reader.find(TriggerTie)}).values()
    named = reader.many(Directive, {line.directive_id for line in lines}).values()
    wanted = {item.directive_id for item in tied} | {each.id for each in named if _ABOUT in fold(each.subject)}
    counted = [line for line in lines if line.directive_id in wanted]
    return len({line.directive_id for line in counted}), tally(counted, told).whole
