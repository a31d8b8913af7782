"""Công việc đột phá, sáng tạo: what units register after the index of a year, and who has not (source document 003, item 3).

The year is that of the index after whose announcement the works are registered, as it is for plans. The unit's document
reports the assignment that asks for the registration, so that lists and reminders know who has answered.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from typing import Final

from district_desk.desk.following_up import Told
from district_desk.desk.office_desk import Desk
from district_desk.desk.reform.index import index_of_year
from district_desk.desk.reform.plan_tables import Kinds, rows_by_heading
from district_desk.desk.reform.plans import compare
from district_desk.desk.steps import checked, lives, put_step
from district_desk.domain.assignments import EventKind
from district_desk.domain.changes import Changes
from district_desk.domain.problems import BadValue, MissingField
from district_desk.domain.reform_plans import Breakthrough, Plan, PlanState, plan_state
from district_desk.domain.reform_triggers import Duty
from district_desk.domain.unit_names import key_of
from district_desk.domain.units import Unit
from district_desk.domain.written_dates import YEARS, read_date
from district_desk.store import Writing

_AWAITED: Final = frozenset({PlanState.OWED, PlanState.TO_COMPLETE})
_COLUMNS: Final = Kinds(
    {
        key: re.compile(pattern)
        for key, pattern in (
            ("number", r"^(s?tt|so tt|so thu tu)$"),
            ("registered_on", r"^ngay (dang ky|gui|nop|den|van ban)"),
            ("notation", r"^so\b.*(van ban|ky hieu)|^van ban"),
            ("criteria", r"tieu chi|tac dong"),
            ("solution", r"giai phap|cach lam|bien phap"),
            ("result", r"ket qua|hieu qua"),
            ("time", r"thoi gian|thoi han|tien do"),
            ("note", r"ghi chu"),
            ("unit", r"^(ten )?(don vi|co quan|dia phuong)|^(ubnd )?(cac )?(xa|phuong|thi tran)\b"),
            ("content", r"noi dung|cong viec|viec dot pha|dot pha|sang kien|mo hinh|nhiem vu"),
        )
    },
    frozenset({"content"}),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class UnitWorks:
    """What one unit has registered. ``due`` and ``state`` are those of the registration that was asked of it, ``plan``
    None where it has not been asked."""

    unit: Unit
    works: tuple[Breakthrough, ...]
    state: PlanState
    due: date | None
    plan: Plan | None

    @property
    def has_registered(self) -> bool:
        """Whether its document came; where nobody asked for one, whether a work bears the day of its registration."""
        if self.plan is None:
            return any(each.registered_on for each in self.works)
        return self.state not in _AWAITED


@dataclass(frozen=True, slots=True)
class WorksReading:
    """What a table of works says, for the clerk to look through: nothing is written. ``units`` are the units of the works
    as written, ``unknown`` those that the office does not have, each with near names."""

    works: tuple[Breakthrough, ...]
    units: tuple[str, ...]
    unknown: tuple[tuple[str, tuple[str, ...]], ...]


def breakthrough_register(desk: Desk, year: int, *, as_of: date | None = None) -> list[UnitWorks]:
    """Every unit that is to register after the index of a year, or has, in the office's order."""
    reader = desk.store.reading()
    works: dict[int, list[Breakthrough]] = {}
    for each in reader.find(Breakthrough, "position", year=year):
        works.setdefault(each.unit_id, []).append(each)
    asked: dict[int, UnitWorks] = {}
    if index_of_year(reader, year):
        told = compare(desk, year, duty=Duty.BREAKTHROUGH, as_of=as_of)
        asked = {each.unit.id: UnitWorks(each.unit, (), each.state, each.due, None) for each in told.to_give}
        asked |= {row.unit.id: UnitWorks(row.unit, (), row.state, row.due, row.plan) for row in told.given}
    others = reader.many(Unit, works.keys() - asked.keys())
    asked |= {unit.id: UnitWorks(unit, (), PlanState.OWED, None, None) for unit in others.values()}
    found = [replace(each, works=tuple(works.get(each.unit.id, ()))) for each in asked.values()]
    return sorted(found, key=lambda each: (each.unit.position, each.unit.id))


def keep_works(
    desk: Desk, year: int, works: Sequence[Breakthrough], *, dropped: Sequence[int] = ()
) -> Changes:  # fmt: skip
    """Write works, new ones behind those that stand, and drop others. A newly told day of registration reports the
    assignment that asks the unit for it, where that is awaited.

    Raises:
        MissingField: of "content" or "unit_id".
        BadValue: of "registered_on", for a day to come.
        WrongDay: the registration came before it was asked for.
    """
    for each in works:
        _check(desk, each)
    with desk.writing("keep_works", subject=str(year)) as writing:
        for gone in writing.reader.many(Breakthrough, dropped).values():
            writing.drop(gone)
        asked = _asked(writing, year)
        for unit_id, work in _put_works(writing, year, works, asked).items():
            if unit_id in asked:
                _report(desk, writing, asked[unit_id], work)
        writing.note(count=len(works) + len(dropped))
    return writing.changes


def read_works(desk: Desk, year: int, lines: Sequence[Sequence[str]], *, unit_id: int = 0) -> WorksReading:
    """The works in a table that bears headings; ``unit_id`` is whose they are where the table has no column of units.

    Raises:
        BadValue: of "plan_table", where no line heads a column of works.
    """
    rows = rows_by_heading(lines, _COLUMNS)
    if not rows:
        raise BadValue("plan_table", "Nội dung công việc đột phá")
    names = UnitNames(desk)
    found: list[Breakthrough] = []
    written: list[str] = []
    unknown: dict[str, tuple[str, ...]] = {}
    above = ""
    for row in rows:
        above = row.get("unit") or above
        if not row.get("content"):
            continue
        unit = names.find(above)
        if above and unit is None:
            unknown[above] = names.near(above)
        found.append(_work(year, row, unit.id if unit else 0 if above else unit_id))
        written.append(above)
    return WorksReading(tuple(found), tuple(written), tuple(unknown.items()))


class UnitNames:
    """The units of today by every way of writing them."""

    def __init__(self, desk: Desk) -> None:
        day = desk.working_day(desk.today())
        self.units = [unit for unit in desk.directory(day).units if unit.is_valid(day)]
        self._by_name = {
            key_of(name): unit
            for unit in reversed(self.units)
            for name in (unit.name, unit.short_name, unit.code, *unit.aliases.splitlines())
            if name
        }

    def find(self, written: str) -> Unit | None:
        """The unit of that name; None for none."""
        return self._by_name.get(key_of(written)) or self._by_name.get(key_of(f"UBND {written}"))

    def near(self, written: str) -> tuple[str, ...]:
        """Names that may be meant."""
        return tuple(get_close_matches(written, [unit.name for unit in self.units], 3, 0.6))


def _check(desk: Desk, work: Breakthrough) -> None:
    if not work.unit_id:
        raise MissingField("unit_id")
    if not work.content.strip():
        raise MissingField("content")
    day = work.registered_on
    if day and (day > desk.today() or day.year not in YEARS):
        raise BadValue("registered_on", f"{day:%d/%m/}{day.year:04d}")


def _asked(writing: Writing, year: int) -> Mapping[int, Plan]:
    index = index_of_year(writing.reader, year)
    if index is None:
        return {}
    kept = writing.reader.find(Plan, index_id=index.id, duty=Duty.BREAKTHROUGH.value)
    return {plan.unit_id: plan for plan in kept}


def _put_works(
    writing: Writing, year: int, works: Sequence[Breakthrough], asked: Mapping[int, Plan]
) -> dict[int, Breakthrough]:  # fmt: skip
    """Write works; of each unit the one that newly tells the last day of a registration."""
    reader = writing.reader
    last = max((each.position for each in reader.find(Breakthrough, year=year)), default=-1)
    before = reader.many(Breakthrough, [each.id for each in works if each.id])
    told: dict[int, Breakthrough] = {}
    for place, each in enumerate(works, start=1):
        plan = asked.get(each.unit_id)
        kept = replace(each, year=year, assignment_id=plan.assignment_id if plan else None)
        writing.put(kept if each.id else replace(kept, position=last + place))
        if each.registered_on and _is_news(each, before.get(each.id)):
            told[each.unit_id] = max(told.get(each.unit_id, each), each, key=_day_of)
    return told


def _day_of(work: Breakthrough) -> date:
    return work.registered_on or date.min


def _is_news(work: Breakthrough, before: Breakthrough | None) -> bool:
    return before is None or (work.registered_on, work.notation) != (before.registered_on, before.notation)


def _report(desk: Desk, writing: Writing, plan: Plan, work: Breakthrough) -> None:
    [line] = lives(writing.reader, [plan.assignment_id])
    if plan_state(plan, line.events, date.max) in _AWAITED and work.registered_on:
        told = Told(work.registered_on, notation=work.notation).event(EventKind.REPORTED)
        put_step(desk, writing, line, checked(desk, writing.reader, line, told), ())


def _work(year: int, row: Mapping[str, str], unit_id: int) -> Breakthrough:
    return Breakthrough(
        year, unit_id, row["content"], row.get("solution", ""), row.get("criteria", ""), row.get("time", ""),
        row.get("result", ""), read_date(row.get("registered_on", "")), row.get("notation", ""), note=row.get("note", ""),
    )  # fmt: skip
