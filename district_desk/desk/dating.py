"""Limits at the desk: what a phrase comes to by this office's calendar and habits, or by those that come with the program.

The window shows the same value while a clerk types a phrase, the command line prints it; nothing is written here.
"""

import tomllib
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any, Final

from district_desk.desk.office_desk import Desk
from district_desk.desk.shipped import shipped
from district_desk.domain.calendar import CalendarYear, DayKind, DayOff, WorkCalendar
from district_desk.domain.directives import Directive
from district_desk.domain.due import Doubt, Due, DueHabits, DueKind, DueRule, Origin, origin
from district_desk.domain.due_dates import COUNTED, resolve
from district_desk.domain.due_phrases import read_phrase
from district_desk.domain.due_reading import read_due
from district_desk.domain.items import Item
from district_desk.domain.problems import BadValue
from district_desk.domain.recurrence import Occurrence, PeriodHabits, occurrences

_AHEAD: Final = timedelta(days=400)


@cache
def shipped_calendar() -> WorkCalendar:
    """The days off that come with the program; every office begins with them."""
    return WorkCalendar.of(shipped_days(), shipped_years())


@cache
def shipped_days() -> tuple[DayOff, ...]:
    """The lines of the shipped table."""
    return tuple(DayOff(line["day"], DayKind(line["kind"]), line.get("reason", "")) for line in _table()["day"])


@cache
def shipped_years() -> tuple[CalendarYear, ...]:
    """The years of the shipped table, with the notices that they rest on."""
    return tuple(
        CalendarYear(line["year"], line["confirmed"], line.get("basis", "")) for line in _table()["year"]
    )  # fmt: skip


@cache
def _table() -> dict[str, list[dict[str, Any]]]:
    with shipped("resources", "days-off.toml").open("rb") as file:
        return tomllib.load(file)


def due_of_phrase(phrase: str, start: date, desk: Desk | None = None) -> Due:
    """What a phrase comes to when it is counted from a day; without a desk, by the shipped calendar.

    Raises:
        BadValue: no limit is stated in these words.
    """
    calendar, habits, _ = _ways(desk)
    due = read_due(phrase, start, calendar, habits)
    if Doubt.UNREAD in due.doubts:
        raise BadValue("phrase", due.phrase)
    return due


def next_periods(rule: DueRule, start: date, desk: Desk | None = None, *, count: int = 6) -> tuple[Occurrence, ...]:
    """The next periods of a recurring rule, the first due on or after ``start``."""
    calendar, habits, periods = _ways(desk)
    found = occurrences(rule, start, start + _AHEAD, calendar=calendar, habits=habits, periods=periods)
    return found[:count]


def due_of_item(desk: Desk, directive: Directive, item: Item) -> Due:
    """An item's limit with its dates and doubts as of today's calendar; a day typed by hand stands as it was typed."""
    start = start_of(directive, item.due_rule)
    due = read_due(item.phrase, start, desk.calendar, desk.habits, issued=directive.issued)
    if due.rule != item.due_rule:
        due = replace(resolve(item.due_rule, start, desk.calendar, desk.habits), phrase=item.phrase)
    if item.due is not None and item.due != due.last_day:
        fixed = resolve(DueRule(DueKind.BY, item.due), start, desk.calendar, desk.habits)
        return replace(fixed, rule=item.due_rule, phrase=item.phrase)
    if due.last_day and item.due_rule.kind in COUNTED and not (item.due_rule.word or item.due_rule.day):
        return replace(due, doubts=(*due.doubts, Doubt.START_UNSAID))
    return due


def start_of(directive: Directive, rule: DueRule) -> date | None:
    """The day from which a number of days counts; None where it is not known, or the event has not been recorded.

    "Ngay" counts from receipt, as does a number of days that does not say from when.
    """
    if rule.kind not in COUNTED:
        return directive.arrived or directive.issued
    match origin(rule):
        case Origin.RECEIPT:
            return directive.arrived or (None if rule.word else directive.issued)
        case Origin.ISSUE:
            return directive.issued
        case _:
            return None


def rule_as_written(item: Item, phrase: str, directive: Directive) -> DueRule:
    """The rule of a line: the item's, unless the line has words of its own."""
    return item.due_rule if phrase in ("", item.phrase) else read_phrase(phrase, issued=directive.issued)


def _ways(desk: Desk | None) -> tuple[WorkCalendar, DueHabits, PeriodHabits]:
    if desk is None:
        return shipped_calendar(), DueHabits(), PeriodHabits()
    return desk.calendar, desk.habits, desk.period_habits
