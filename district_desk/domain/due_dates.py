"""From a rule to its dates: the last day, the last working day, the first late one, and what is doubtful about them.

Periods are counted by the Civil Code 2015: the first day is not counted (art. 147), and a number of calendar days or
months that ends on a day off ends with the next working day (art. 148; a setting). A fixed date is never rolled; the
last working day before it is named instead (DOMAIN 8.1, 8.3).
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from district_desk.domain.calendar import WorkCalendar
from district_desk.domain.due import (
    SAME_DAY,
    YEARLY,
    Doubt,
    Due,
    DueHabits,
    DueKind,
    DueRule,
    Elsewhere,
    Frequency,
    Origin,
    Warned,
    origin,
)

COUNTED: Final = (DueKind.WORKING_DAYS, DueKind.CALENDAR_DAYS, DueKind.MONTHS, DueKind.HOURS)
NAMED: Final = (
    DueKind.BEFORE, DueKind.BY, DueKind.ON, DueKind.WITHIN_MONTH, DueKind.WITHIN_QUARTER, DueKind.WITHIN_YEAR, DueKind.RANGE,
)  # fmt: skip
"""Kinds that name their day."""
_STANDING: Final = (DueKind.STANDING, DueKind.PERIOD)
_ONE_DAY: Final = timedelta(days=1)


def resolve(
    rule: DueRule,
    start: date | None,
    calendar: WorkCalendar,
    habits: DueHabits | None = None,
    *,
    elsewhere: Elsewhere | None = None,
) -> Due:
    """The dates that follow from a rule when it is counted from ``start``, with what is doubtful about them."""
    habits = habits or DueHabits()
    last = last_day_of(rule, start, calendar, habits, elsewhere=elsewhere)
    doubts = tuple(_doubts(rule, start, last))
    if last is None:
        return Due(rule, start=start, review_on=_review_on(rule, start, habits), doubts=doubts)
    working = calendar.last_working_on_or_before(last)
    counted_from = (rule.day or start) if rule.kind in COUNTED else None
    confirmed = calendar.knows(last) and (counted_from is None or calendar.knows(counted_from))
    return Due(
        rule,
        last,
        working,
        last + _ONE_DAY,
        confirmed,
        start=start,
        internal_day=internal_day(last, start, calendar, habits),
        doubts=doubts,
        warnings=tuple(_warnings(last, working, confirmed=confirmed)),
    )


def last_day_of(
    rule: DueRule,
    start: date | None,
    calendar: WorkCalendar,
    habits: DueHabits,
    *,
    elsewhere: Elsewhere | None = None,
) -> date | None:
    """The last calendar day still in time, or None where the rule names none.

    ``start`` is the day from which a number of days is counted, unless the text itself names that day. "Before 10:00
    of a day" still allows that day.
    """
    if rule.kind is DueKind.BEFORE and rule.day:
        return rule.day if habits.before_is_inclusive or rule.time else rule.day - _ONE_DAY
    if rule.kind in NAMED:
        return rule.day
    if rule.kind is DueKind.LINKED:
        return elsewhere.last_day if elsewhere else None
    begun = rule.day or start
    return _counted(rule, begun, calendar, habits, elsewhere or Elsewhere()) if begun else None


def _after(begun: date, working_days: int, calendar: WorkCalendar) -> date:
    """So many working days later; none is the day itself, or the first worked one from it on."""
    return calendar.plus_working(begun, working_days) if working_days else calendar.first_working_on_or_after(begun)


def _counted(
    rule: DueRule, begun: date, calendar: WorkCalendar, habits: DueHabits, elsewhere: Elsewhere
) -> date | None:
    match rule.kind:
        case DueKind.WORKING_DAYS:
            return calendar.plus_working(begun, rule.count)
        case DueKind.HOURS:
            return begun + timedelta(days=-(-rule.count // 24))
        case DueKind.IMMEDIATE:
            return _after(begun, 0 if rule.word == SAME_DAY else habits.immediate_days, calendar)
        case DueKind.FRACTION:
            share = elsewhere.working_days * rule.count // 100
            return _after(begun, share, calendar) if elsewhere.working_days else None
        case DueKind.CALENDAR_DAYS:
            end = begun + timedelta(days=rule.count)
        case DueKind.MONTHS:
            end = plus_months(begun, rule.count)
        case _:
            return None
    return calendar.first_working_on_or_after(end) if habits.roll_calendar_days else end


def plus_months(day: date, count: int) -> date:
    """The same day of the month ``count`` months later, or that month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def internal_day(last: date, start: date | None, calendar: WorkCalendar, habits: DueHabits) -> date | None:
    """Our own earlier limit: so many working days before the last working one, but not before the start.

    None where the office sets no such limit.
    """
    if not habits.internal_lead_days:
        return None
    working = calendar.last_working_on_or_before(last)
    earlier = calendar.minus_working(working, habits.internal_lead_days)
    return max(earlier, min(start, working)) if start else earlier


def share_in_hours(rule: DueRule, working_days: int, *, hours_a_day: int = 8) -> float:
    """How many working hours a FRACTION leaves of a procedure's working days: 10 % of 15 days is 12 hours (DOMAIN 6.4)."""
    return working_days * hours_a_day * rule.count / 100


def _review_on(rule: DueRule, start: date | None, habits: DueHabits) -> date | None:
    """The end of the reporting period in which a duty without end began."""
    if start is None or not (rule.kind in _STANDING or (rule.kind is DueKind.SOFT and rule.word == YEARLY)):
        return None
    last_month = -(-start.month // habits.review_months) * habits.review_months
    return date(start.year, last_month, monthrange(start.year, last_month)[1])


def _doubts(rule: DueRule, start: date | None, last: date | None) -> Iterator[Doubt]:
    if last is not None:
        if start is not None and last < start:
            yield Doubt.IN_THE_PAST
    elif rule.kind in NAMED:
        yield Doubt.NO_SUCH_DAY
    elif rule.kind in COUNTED:
        yield Doubt.ASKS_EVENT if origin(rule) is Origin.EVENT else Doubt.ASKS_START
    elif rule.kind is DueKind.PERIODIC:
        if Frequency.UNSPECIFIED in rule.frequencies:
            yield Doubt.ASKS_PERIOD
    elif rule.kind is not DueKind.SOFT or rule.word != YEARLY:
        yield from _ASKS.get(rule.kind, ())


_ASKS: Final = {
    DueKind.SOFT: (Doubt.ASKS_DATE,),
    DueKind.IMMEDIATE: (Doubt.ASKS_START,),
    DueKind.EVENT: (Doubt.ASKS_EVENT,),
    DueKind.LINKED: (Doubt.ASKS_OTHER_LIMIT,),
    DueKind.FRACTION: (Doubt.ASKS_OTHER_LIMIT,),
    DueKind.NONE: (Doubt.UNREAD,),
}


def _warnings(last: date, working: date, *, confirmed: bool) -> Iterator[Warned]:
    if working < last:
        yield Warned.ENDS_ON_DAY_OFF
    if not confirmed:
        yield Warned.YEAR_UNCONFIRMED
