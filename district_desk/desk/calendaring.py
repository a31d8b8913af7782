"""The working calendar as the office keeps it: days off, worked Saturdays, years proposed and confirmed.

A date that was told to units is never moved behind anybody's back. A change of the calendar is shown first with the
running deadlines that it would move; the clerk decides which of them do, and all of it is one operation.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from district_desk.desk.cataloguing import put_calendar_year, put_checked
from district_desk.desk.dating import rule_as_written, shipped_calendar, start_of
from district_desk.desk.drafting import internal_due
from district_desk.desk.office_desk import Desk
from district_desk.domain.assignments import Assignment, EventKind
from district_desk.domain.calendar import CalendarYear, DayKind, DayOff, WorkCalendar
from district_desk.domain.changes import Changes
from district_desk.domain.directives import Directive
from district_desk.domain.due import DueKind, DueRule
from district_desk.domain.due_dates import last_day_of
from district_desk.domain.items import Item
from district_desk.domain.listing import AssignmentFilter, DirectiveFilter, RegisterChip
from district_desk.domain.problems import BadValue, MissingField
from district_desk.domain.units import Unit
from district_desk.store import Reader, Writing

PROPOSED: Final = "dự kiến – chưa có thông báo"
"""The basis of a year whose days off follow from the law alone."""
_YEARS: Final = range(2000, 2100)
_CULTURE_DAY: Final = (11, 24)
_BY_CALENDAR: Final = (DueKind.WORKING_DAYS, DueKind.CALENDAR_DAYS, DueKind.MONTHS, DueKind.IMMEDIATE)


@dataclass(frozen=True, slots=True)
class ProposedYear:
    """The days off of a year that has not been announced, as the law alone lets one expect them."""

    year: int
    days: tuple[DayOff, ...]
    basis: str = PROPOSED


@dataclass(frozen=True, slots=True)
class MovedDeadline:
    """A running deadline that a change of the calendar would move: of an item, for those of its lines that follow it.

    ``assignment_ids`` is empty where the item has not been given yet, or its lines have days of their own.
    """

    item_id: int
    directive_id: int
    assignment_ids: tuple[int, ...]
    path: str
    text: str
    phrase: str
    units: tuple[str, ...]
    old: date
    new: date
    old_internal: date | None
    new_internal: date | None


def propose_year(desk: Desk, year: int) -> ProposedYear:
    """What to expect of a year whose notice has not come. Nothing is written.

    The library knows law and lunar calendar; swaps of days are announced each year and not foreseen. It gives a day in
    lieu where 24/11 falls on a weekend, which the law does not (NQ 28/2026/QH16; DOMAIN 8.1), so that one is left out.

    Raises:
        BadValue: the year's days off were announced, or it is out of reach.
    """
    if year not in _YEARS:
        raise BadValue("year", str(year))
    if year in shipped_calendar().confirmed_years or year in desk.calendar.confirmed_years:
        raise BadValue("announced_year", str(year))
    return ProposedYear(year, tuple(_expected(year)))


def _expected(year: int) -> Iterator[DayOff]:
    from holidays.countries.vietnam import Vietnam

    known = Vietnam(years=year, language="vi")  # type: ignore[no-untyped-call]  # the library types its answers only
    culture_day = str(known.get(date(year, *_CULTURE_DAY), ""))
    for day, name in sorted(known.items()):
        in_lieu = culture_day and culture_day in name and (day.month, day.day) != _CULTURE_DAY
        if day.year == year and day.weekday() < 5 and not in_lieu:
            yield DayOff(day, DayKind.OFF, name)
    for day in sorted(known.weekend_workdays):
        if day.year == year and day.weekday() >= 5:
            yield DayOff(day, DayKind.WORKED, "làm bù")


def accept_proposal(desk: Desk, proposal: ProposedYear, moving: Iterable[MovedDeadline] = ()) -> Changes:
    """Write proposed days into the calendar, the year marked *dự kiến*; deadlines move as in :func:`change_calendar`."""
    year = CalendarYear(proposal.year, confirmed=False, basis=proposal.basis)
    return change_calendar(desk, proposal.days, moving=moving, year=year)


def confirm_year(desk: Desk, year: int, basis: str) -> Changes:
    """Write that a year's table is as announced, and by which notice.

    Raises:
        MissingField: no notice is named.
    """
    if not basis.strip():
        raise MissingField("basis")
    return put_calendar_year(desk, CalendarYear(year, confirmed=True, basis=basis.strip()))


def preview_calendar_change(
    desk: Desk, days: Sequence[DayOff], *, dropping: Sequence[DayOff] = ()
) -> list[MovedDeadline]:
    """The running deadlines that these days would move, the earliest first; nothing is written.

    A deadline moves where it was counted by the calendar and still stands as it was counted: a fixed date, a day set
    by hand, and a line whose time was extended stay as they are.
    """
    return _moves(desk, desk.store.reading(), days, dropping)


def change_calendar(
    desk: Desk,
    days: Sequence[DayOff],
    *,
    dropping: Sequence[DayOff] = (),
    moving: Iterable[MovedDeadline] = (),
    year: CalendarYear | None = None,
) -> Changes:
    """Write days off and worked Saturdays, take others away, and move the deadlines that the clerk chose.

    Raises:
        BadValue: a deadline no longer stands as it was previewed, or a day cannot be what it is said to be.
    """
    chosen = {(each.item_id, each.old, each.new) for each in moving}
    with desk.writing("change_calendar") as writing:
        reader = writing.reader
        found = {(each.item_id, each.old, each.new): each for each in _moves(desk, reader, days, dropping)}
        if lost := chosen - found.keys():
            raise BadValue("due", f"{min(lost)[1]:%d/%m/%Y}")
        for day in dropping:
            writing.drop(day)
        for day in days:
            put_checked(writing, day)
        if year is not None:
            known = reader.find(CalendarYear, year=year.year)
            writing.put(replace(year, id=known[0].id, uid=known[0].uid) if known else year)
        for key in sorted(chosen):
            _move(writing, found[key])
        writing.note(count=len(chosen), subject=_named(days, dropping))
    return writing.changes


def _move(writing: Writing, moved: MovedDeadline) -> None:
    item = writing.reader.get(Item, moved.item_id)
    if item.due == moved.old:
        writing.put(replace(item, due=moved.new, internal_due=moved.new_internal))
    for line in writing.reader.many(Assignment, moved.assignment_ids).values():
        writing.put(replace(line, due=moved.new))


def _named(days: Sequence[DayOff], dropping: Sequence[DayOff]) -> str:
    changed = sorted({day.day for day in (*days, *dropping)})
    return f"{changed[0]:%d/%m/%Y}" + (f" và {len(changed) - 1} ngày khác" if changed[1:] else "") if changed else ""


def _moves(desk: Desk, reader: Reader, days: Sequence[DayOff], dropping: Sequence[DayOff]) -> list[MovedDeadline]:
    if not days and not dropping:
        return []
    before = reader.find(DayOff, "day")
    gone = {day.day for day in dropping}
    after = {day.day: day for day in before if day.day not in gone} | {day.day: day for day in days}
    years = reader.find(CalendarYear, "year")
    first = min(day.day for day in (*days, *dropping))
    items, lines = _running(desk, reader, first)
    directives = reader.many(Directive, {item.directive_id for item in items.values()})
    names = {unit.id: unit.short_name or unit.name for unit in reader.find(Unit)}
    shift = _Shift(desk, WorkCalendar.of(before, years), WorkCalendar.of(after.values(), years), names)
    found = [
        moved
        for item in items.values()
        for moved in shift.of_item(item, directives[item.directive_id], lines.get(item.id, ()))
    ]
    return sorted(found, key=lambda each: (each.old, each.directive_id, each.item_id))


def _running(desk: Desk, reader: Reader, first: date) -> tuple[dict[int, Item], dict[int, list[Assignment]]]:
    """Items whose limit may lie beyond that day and is not met yet, with their open lines that follow a rule."""
    ids = reader.assignment_ids(AssignmentFilter(open_only=True), desk.today())
    open_lines = [line for line in reader.many(Assignment, ids).values() if line.due and line.due >= first]
    events = reader.events_of([line.id for line in open_lines])
    lines: dict[int, list[Assignment]] = {}
    for line in open_lines:
        extended = any(event.kind is EventKind.EXTENDED for event in events.get(line.id, ()))
        if not line.period and not extended:
            lines.setdefault(line.item_id, []).append(line)
    items = reader.many(Item, lines)
    for directive_id in reader.directive_ids(DirectiveFilter(chip=RegisterChip.UNASSIGNED), desk.today()):
        for item in reader.find(Item, directive_id=directive_id):
            if item.due and item.due >= first:
                items[item.id] = item
    return items, lines


@dataclass(frozen=True, slots=True)
class _Shift:
    """The calendar as it is and as it would be, and what dates make of it."""

    desk: Desk
    before: WorkCalendar
    after: WorkCalendar
    names: dict[int, str]

    def of_item(self, item: Item, directive: Directive, lines: Sequence[Assignment]) -> Iterator[MovedDeadline]:
        """The item's deadlines that move: one for all its lines that follow the same rule."""
        together: dict[tuple[date, date], list[Assignment]] = {}
        own = self.dates(item.due_rule, directive)
        if own and item.due == own[0]:
            together[own] = []
        for line in lines:
            dates = self.dates(rule_as_written(item, line.phrase, directive), directive)
            if dates and line.due == dates[0]:
                together.setdefault(dates, []).append(line)
        for (old, new), followers in together.items():
            yield self._moved(item, directive, (old, new), followers)

    def dates(self, rule: DueRule, directive: Directive) -> tuple[date, date] | None:
        """The rule's last day by the one calendar and by the other, where they differ."""
        if rule.kind not in _BY_CALENDAR:
            return None
        start, habits = start_of(directive, rule), self.desk.habits
        old, new = last_day_of(rule, start, self.before, habits), last_day_of(rule, start, self.after, habits)
        return (old, new) if old and new and old != new else None

    def _moved(
        self, item: Item, directive: Directive, dates: tuple[date, date], lines: Sequence[Assignment]
    ) -> MovedDeadline:
        internal = internal_due(self.desk, directive, dates[1], calendar=self.after) if item.internal_due else None
        return MovedDeadline(
            item.id,
            item.directive_id,
            tuple(line.id for line in lines),
            item.path,
            item.text,
            item.phrase,
            tuple(self.names[line.unit_id] for line in lines),
            *dates,
            item.internal_due,
            internal,
        )
