"""Reports on the tasks of a period: figures for a screen, and the papers of F3 with its annexes (DOMAIN 4.5, 4.6)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from district_desk.desk.late_work import LateWork, by_unit_then_longest
from district_desk.desk.letterheads import attached_to, copies_of, head_of, issuer_of, signature_of
from district_desk.desk.listing import near
from district_desk.desk.office_desk import Desk
from district_desk.desk.words import SOURCES
from district_desk.domain.assignments import State
from district_desk.domain.directives import AssigningLevel, Source
from district_desk.domain.paper import (
    Division,
    SummaryGroup,
    SummaryRow,
    SummaryTable,
    TaskList,
    TaskListKind,
    TaskReport,
)
from district_desk.domain.problems import BadValue
from district_desk.domain.proposing import Merit, ProposalHabits, merit_of
from district_desk.domain.reporting import (
    Circle,
    Followed,
    Period,
    Scope,
    Summary,
    Tally,
    Tier,
    belonging,
    circle_of,
    tally,
    tally_of,
    tier_of,
)
from district_desk.domain.signing import SigningAs, is_of_the_bureau
from district_desk.domain.units import Unit
from district_desk.domain.vietnamese import given_name_key

_CIRCLE_NAMES: Final = {
    Circle.ROOMS: "Các phòng, ban chuyên môn",
    Circle.SERVICES: "Đơn vị sự nghiệp",
    Circle.OTHERS: "Cơ quan khác trên địa bàn",
}


@dataclass(frozen=True, slots=True)
class ReportWish:
    """What a person asks of a report. Days are included; empty choices do not narrow.

    ``as_of`` is the day of the figures (the period's last), ``day`` that of the letterhead (None: left blank to write
    on). ``division`` is that of annex I, ``lists`` the annexes that follow it. ``causes`` and ``next_steps`` are the
    clerk's own words for sections III and IV.
    """

    first: date
    last: date
    as_of: date | None = None
    unit_ids: tuple[int, ...] = ()
    levels: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    person: str = ""
    division: Division = Division.UNIT
    lists: tuple[TaskListKind, ...] = (TaskListKind.OVERDUE,)
    signing: SigningAs = SigningAs.BUREAU
    signer: str = ""
    day: date | None = None
    causes: str = ""
    next_steps: str = ""

    @property
    def period(self) -> Period:
        """The days that it is about.

        Raises:
            BadValue: the period ends before it begins, or is counted as of a day before that.
        """
        as_of = self.as_of or self.last
        if self.last < self.first:
            raise BadValue("period", f"{self.first:%d/%m/%Y} - {self.last:%d/%m/%Y}")
        if as_of < self.first:
            raise BadValue("as_of", f"{as_of:%d/%m/%Y}")
        return Period(self.first, self.last, as_of)

    @property
    def scope(self) -> Scope:
        """The part of the work that it is about."""
        return Scope(self.unit_ids, self.levels, self.sources, self.person)


@dataclass(frozen=True, slots=True)
class Findings:
    """The lines of a report and their figures."""

    lines: tuple[Followed, ...]
    tally: Tally

    def of_state(self, state: State) -> list[Followed]:
        """Its lines in that state."""
        return [line for line in self.lines if line.standing.state is state]


def findings(desk: Desk, wish: ReportWish) -> Findings:
    """The lines that belong to a period, narrowed as asked, and what they count."""
    period = wish.period
    wanted = belonging(desk.store.reading().followed(period, wish.scope), period)
    return Findings(tuple(wanted), tally(wanted, period))


def figures(desk: Desk, wish: ReportWish) -> Tally:
    """The figures alone, for a screen."""
    return tally_of(*desk.store.reading().counted(wish.period, wish.scope), wish.period)


def report(desk: Desk, wish: ReportWish) -> tuple[TaskReport, SummaryTable, *tuple[TaskList, ...]]:
    """The report, its summary and its lists: what stands on the pages, each the values of its own form."""
    found = findings(desk, wish)
    attached = attached_to(desk, wish.signing, wish.day)
    late = LateWork(desk, found.of_state(State.OVERDUE), wish.period.as_of)
    lists = [
        task_list(desk, found, kind, appendix=appendix, attached=attached, late=late)
        for kind, appendix in zip(wish.lists, ("II", "III", "IV"), strict=False)
    ]
    return (
        _text(desk, wish, found, late),
        summary_table(desk, found, wish.division, appendix="I", attached=attached),
        *lists,
    )


def summary_table(
    desk: Desk, found: Findings, division: Division, *, appendix: str = "", attached: str = ""
) -> SummaryTable:
    """Annex I, by unit in the groups I to IV, or by level, source or person in one."""
    told = found.tally
    match division:
        case Division.UNIT:
            groups = tuple(_unit_groups(desk, told.by_unit))
        case Division.LEVEL:
            names = _level_names(desk)
            groups = (_group((names.get(code, "Chưa ghi cấp giao"), each) for code, each in told.by_level.items()),)
        case Division.SOURCE:
            groups = (_group((SOURCES[source], each) for source, each in told.by_source.items()),)
        case Division.PERSON:
            people = sorted(told.by_person.items())
            groups = (_group((person or "Chưa ghi người phụ trách", each) for person, each in people),)
    return SummaryTable(appendix, attached, division, told.period, groups, told.whole)


def task_list(  # noqa: PLR0913 (of what, and what its head says)
    desk: Desk,
    found: Findings,
    kind: TaskListKind,
    *,
    appendix: str = "",
    attached: str = "",
    late: LateWork | None = None,
) -> TaskList:
    """Annex II: overdue tasks, those done late, or those near their limit, by unit, the longest overdue first.

    ``late`` is what is known about the overdue ones, where that was read already.
    """
    as_of = found.tally.period.as_of
    lines = _of_kind(desk, found, kind)
    work = late if late and kind is TaskListKind.OVERDUE else LateWork(desk, lines, as_of)
    ordered = by_unit_then_longest(lines, {line.unit_id: work.unit(line) for line in lines})
    rows = tuple(work.line(line, days=_days(line, kind, as_of)) for line in ordered)
    return TaskList(appendix, attached, kind, as_of, desk.office.near_due_days, rows)


def _of_kind(desk: Desk, found: Findings, kind: TaskListKind) -> list[Followed]:
    match kind:
        case TaskListKind.OVERDUE:
            return found.of_state(State.OVERDUE)
        case TaskListKind.DONE_LATE:
            return found.of_state(State.DONE_LATE)
        case TaskListKind.NEAR:
            last = near(desk, found.tally.period.as_of)
            return [line for line in found.of_state(State.RUNNING) if line.standing.due and line.standing.due <= last]


def _days(line: Followed, kind: TaskListKind, as_of: date) -> int | None:
    return (line.standing.due - as_of).days if kind is TaskListKind.NEAR and line.standing.due else None


def _text(desk: Desk, wish: ReportWish, found: Findings, late: LateWork) -> TaskReport:
    office, told = desk.office, found.tally
    own = office.body_short or office.body
    overdue = found.of_state(State.OVERDUE)
    names = desk.store.reading().many(Unit, told.by_unit)
    merits = _merits(desk, found, late, overdue, names)
    return TaskReport(
        letterhead=head_of(desk, wish.signing, wish.day, "BC"),
        to=own if is_of_the_bureau(wish.signing) else office.upper_body,
        bureau=issuer_of(desk, wish.signing),
        own_body=own,
        own_head=office.own_head,
        upper_body=office.upper_body or "cấp trên trực tiếp",
        lower=lower_units(desk),
        period=told.period,
        documents=desk.store.reading().received_between(told.period.first, told.period.last),
        directives=told.directives,
        whole=told.whole,
        carried_by_year=tuple(told.carried_by_year.items()),
        tiers=_tiers(told),
        others=_others(desk, told),
        late_units=_late_units(overdue, names),
        longest_late=max((line.standing.days_late for line in overdue), default=0),
        long_late=sum(line.standing.days_late > office.long_late_days for line in overdue),
        long_late_days=office.long_late_days,
        near=len(_of_kind(desk, found, TaskListKind.NEAR)),
        near_days=office.near_due_days,
        praised=merits[Merit.PRAISED],
        reminded=merits[Merit.REMINDED],
        accountable=merits[Merit.ACCOUNTABLE],
        causes=wish.causes,
        next_steps=wish.next_steps,
        cc=copies_of(desk, "Như trên"),
        signature=signature_of(desk, wish.signing, wish.signer),
        scope="; ".join(_scope(desk, wish)),
    )


def _scope(desk: Desk, wish: ReportWish) -> Iterator[str]:
    """To what the tasks are narrowed, which a report about a part of them must say."""
    levels, units = _level_names(desk), desk.store.reading().many(Unit, wish.unit_ids)
    for name, chosen in (
        ("đơn vị chủ trì", [unit.name for unit in units.values()]),
        ("cấp giao", [levels.get(code, code) for code in wish.levels]),
        ("nguồn", [SOURCES[source].lower() for source in wish.sources]),
        ("người phụ trách", [wish.person] if wish.person else []),
    ):
        if chosen:
            yield f"{name}: {', '.join(chosen)}"


def persons(desk: Desk) -> list[str]:
    """Those who answer for any line, by their given names."""
    return sorted(desk.store.reading().persons(), key=given_name_key)


def lower_units(desk: Desk) -> str:
    """The units below as one names them together: "UBND các xã, thị trấn", "các thôn, tổ dân phố"."""
    words = desk.office.lower_units
    return f"UBND các {words}" if words.startswith(("xã", "phường", "thị trấn")) else f"các {words}"


def _tiers(told: Tally) -> tuple[tuple[Tier, Summary], ...]:
    """Parts 1 and 2 always, the third where anybody else gave something."""
    shown = (Tier.UPPER, Tier.OWN, *((Tier.OTHER,) if Tier.OTHER in told.by_tier else ()))
    return tuple((tier, told.by_tier.get(tier, Summary())) for tier in shown)


def _others(desk: Desk, told: Tally) -> tuple[tuple[str, Summary], ...]:
    """The levels inside the third part, in the office's order; what has none is said last."""
    names, order = _level_names(desk), list(_level_names(desk))
    mine = [(code, each) for code, each in told.by_level.items() if tier_of(code) is Tier.OTHER]
    mine.sort(key=lambda pair: order.index(pair[0]) if pair[0] in order else len(order))
    return tuple((names.get(code) or "Chưa ghi cấp giao", each) for code, each in mine)


def _level_names(desk: Desk) -> dict[str, str]:
    return {level.code: level.name for level in desk.store.reading().find(AssigningLevel, "position")}


def _late_units(overdue: Sequence[Followed], units: Mapping[int, Unit]) -> tuple[tuple[str, int], ...]:
    """Units with overdue tasks, those with the most first."""
    counts: dict[int, int] = {}
    for line in overdue:
        counts[line.unit_id] = counts.get(line.unit_id, 0) + 1
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], units[pair[0]].position))
    return tuple((units[unit].name, count) for unit, count in ordered)


def _merits(
    desk: Desk, found: Findings, work: LateWork, overdue: Sequence[Followed], units: Mapping[int, Unit]
) -> dict[Merit, tuple[str, ...]]:  # fmt: skip
    merits = {unit: merit for unit, merit, _ in merits_of(desk, found, work, overdue)}
    ordered = sorted(merits, key=lambda unit: units[unit].position)
    return {merit: tuple(units[unit].name for unit in ordered if merits[unit] is merit) for merit in Merit}


def merits_of(
    desk: Desk, found: Findings, work: LateWork, overdue: Sequence[Followed]
) -> Iterator[tuple[int, Merit, list[Followed]]]:  # fmt: skip
    """Units for which something is proposed, what, and their overdue lines."""
    habits = ProposalHabits(desk.office.praise_from, desk.office.account_after)
    late: dict[int, list[Followed]] = {}
    for line in overdue:
        late.setdefault(line.unit_id, []).append(line)
    for unit, summary in found.tally.by_unit.items():
        most = max((len(work.reminders(line)) for line in late.get(unit, ())), default=0)
        if merit := merit_of(summary.together, most, habits):
            yield unit, merit, late.get(unit, [])


def _unit_groups(desk: Desk, by_unit: Mapping[int, Summary]) -> Iterator[SummaryGroup]:
    """The groups I to IV with their units in the office's order."""
    units = sorted(desk.store.reading().many(Unit, by_unit).values(), key=lambda unit: (unit.position, unit.id))
    names = {**_CIRCLE_NAMES, Circle.LOWER: _capital(lower_units(desk))}
    for circle in Circle:
        mine = [unit for unit in units if circle_of(unit.kind) is circle]
        yield SummaryGroup(names[circle], tuple(SummaryRow(unit.name, by_unit[unit.id]) for unit in mine))


def _group(rows: Iterable[tuple[str, Summary]]) -> SummaryGroup:
    return SummaryGroup("", tuple(SummaryRow(name, each) for name, each in rows))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
