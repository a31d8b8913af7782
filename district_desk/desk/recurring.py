"""Việc định kỳ: the periods of a recurring duty, made ahead of time, skipped or moved one by one, closed by a report.

The duty itself stays one line a unit, without a due date and open for as long as the duty stands; each period is a line
of its own beside it, of the same item and unit, with its ``period`` and due date. A period that was made, moved, skipped
or closed keeps its code, so it is never made twice.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from district_desk.desk.following_up import Told, close
from district_desk.desk.office_desk import Desk
from district_desk.desk.steps import checked, lives, put_step, subject_of
from district_desk.domain.assignments import Assignment, EventKind, Role, is_given
from district_desk.domain.changes import Changes
from district_desk.domain.directives import Directive
from district_desk.domain.due import DueRule, Frequency
from district_desk.domain.follow_up import Life, Obstacle, life
from district_desk.domain.items import Item
from district_desk.domain.listing import AssignmentFilter, AssignmentRow
from district_desk.domain.problems import BadValue, MissingField, WrongStep
from district_desk.domain.recurrence import Occurrence, next_occurrence, occurrences
from district_desk.domain.units import Unit
from district_desk.store import Reader

_PAGE: Final = 1000
_LOOK_BACK: Final = timedelta(days=366)
"""Periods that fell due longer ago are not made when a directive of old papers is entered."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A period that is still to be made: the line of the duty, and when the period is due."""

    duty: Assignment
    occurrence: Occurrence


@dataclass(frozen=True, slots=True)
class Recurring:
    """A recurring duty of one unit: its own line, its periods by due date with their standing, and the next to come.

    ``next`` is None where the duty has no dates ("đột xuất"), and of a daily one the next working day.
    """

    duty: AssignmentRow
    rule: DueRule
    periods: tuple[AssignmentRow, ...]
    next: Occurrence | None


def recurring(desk: Desk, directive_id: int | None = None, *, as_of: date | None = None) -> list[Recurring]:
    """The recurring duties as of a day (today): of one directive in the order of its items and units, or all of them."""
    reader, day = desk.store.reading(), as_of or desk.today()
    if directive_id is None:
        ids = [line.id for line in reader.recurring_lines() if is_given(line, day)]
    else:
        ids = list(reader.assignment_ids(AssignmentFilter(directive_id=directive_id), day))
    rows = [
        row for start in range(0, len(ids), _PAGE) for row in reader.assignment_rows(ids[start : start + _PAGE], day)
    ]
    items = reader.many(Item, {row.assignment.item_id for row in rows})
    periods: dict[tuple[int, int], list[AssignmentRow]] = {}
    for row in rows:
        if row.assignment.period:
            periods.setdefault(_duty_of(row.assignment), []).append(row)
    return [
        Recurring(row, rule, _by_due(periods.get(_duty_of(row.assignment), ())), _next(desk, rule, day))
        for row in rows
        if not row.assignment.period and (rule := items[row.assignment.item_id].due_rule).frequencies
    ]


def planned(desk: Desk, until: date | None = None) -> list[Planned]:
    """The periods that :func:`make_occurrences` would make now, by due date."""
    return sorted(
        _planned(desk, desk.store.reading(), until or _horizon(desk)),
        key=lambda each: (each.occurrence.last_day, each.duty.directive_id, each.duty.id),
    )


def make_occurrences(desk: Desk, until: date | None = None) -> Changes:
    """Make the periods that fall due up to a day (so many days ahead as the office wants), for every unit's duty.

    Called at start, at midnight and after work was given; what is there already is left alone, so it may be called at
    any time. A daily duty gets no lines: its days belong into a journal, not among tasks.
    """
    last = until or _horizon(desk)
    if not any(_planned(desk, desk.store.reading(), last)):  # a quiet day takes no turn of the writer and no copy
        return Changes("make_occurrences")
    with desk.writing("make_occurrences") as writing:
        made = [writing.put(_line(desk, each)) for each in _planned(desk, writing.reader, last)]
        writing.note(count=len(made))
    return writing.changes


def skip(desk: Desk, ids: Sequence[int], *, reason: str) -> Changes:
    """Leave periods out. Their lines stay readable, outside the totals, and are not made again.

    Raises:
        MissingField: no reason.
        BadValue: a line is no period.
        WrongStep: a period is closed already.
    """
    if not reason.strip():
        raise MissingField("reason")
    event = Told(desk.today(), reason=reason.strip()).event(EventKind.RECALLED)
    with desk.writing("skip_periods") as writing:
        found = _periods(writing.reader, ids)
        for line in found:
            step = checked(desk, writing.reader, line, event)
            if line.standing.done:
                raise _closed(writing.reader, line)
            put_step(desk, writing, line, step, ())
        writing.note(subject=subject_of(writing.reader, found), count=len(found))
    return writing.changes


def move(desk: Desk, assignment_id: int, due: date, *, reason: str = "") -> Changes:
    """Give one period another last day, ahead of time. One whose day has passed is extended instead.

    Raises:
        BadValue: the line is no open period, its day has passed, or the new one lies in the past.
    """
    with desk.writing("move_period") as writing:
        (line,) = _periods(writing.reader, [assignment_id])
        last, today = line.standing.due, desk.today()
        if not line.is_open or due < today or (last is not None and last < today):
            raise BadValue("due", f"{due:%d/%m/%Y}")
        note = "; ".join(part for part in (line.assignment.note, reason.strip()) if part)
        writing.put(replace(line.assignment, due=due, note=note))
        writing.note(subject=subject_of(writing.reader, [line]), count=1)
    return writing.changes


def close_periods(desk: Desk, ids: Sequence[int], told: Told, *, done_on: date | None = None) -> Changes:
    """Close periods with the number of the report that ends them.

    Raises:
        MissingField: the report has no number.
        BadValue: a line is no period.
        WrongStep, WrongDay: as :func:`district_desk.desk.following_up.close`.
    """
    if not told.notation.strip():
        raise MissingField("notation")
    _periods(desk.store.reading(), ids)
    return close(desk, ids, told, done_on=done_on)


def _periods(reader: Reader, ids: Sequence[int]) -> list[Life]:
    found = lives(reader, ids)
    for line in found:
        if not line.assignment.period:
            raise BadValue("period", str(line.assignment.id))
    return found


def _closed(reader: Reader, line: Life) -> WrongStep:
    item, unit = reader.get(Item, line.assignment.item_id), reader.get(Unit, line.assignment.unit_id)
    return WrongStep(EventKind.RECALLED.value, Obstacle.CLOSED.value, item.path, unit.name)


def _planned(desk: Desk, reader: Reader, until: date) -> Iterator[Planned]:
    lines = reader.recurring_lines()
    taken = {(*_duty_of(line), line.period) for line in lines if line.period}
    duties = _standing_duties(desk, reader, (line for line in lines if not line.period))
    items = reader.many(Item, {line.item_id for line in duties})
    units = reader.many(Unit, {line.unit_id for line in duties})
    for duty in duties:
        last = min(until, units[duty.unit_id].valid_to or until)
        for each in _of_rule(desk, items[duty.item_id].due_rule, _first_day(desk, duty), last):
            if (*_duty_of(duty), each.period) not in taken:
                yield Planned(duty, each)


def _standing_duties(desk: Desk, reader: Reader, lines: Iterable[Assignment]) -> list[Assignment]:
    """The lines of duties that units still lead, of directives that do not lie in the bin."""
    leading = [line for line in lines if line.role is Role.LEAD]
    events = reader.events_of([line.id for line in leading])
    standing = [line for line in leading if life(line, events.get(line.id, ()), desk.today()).is_open]
    directives = reader.many(Directive, {line.directive_id for line in standing})
    return [line for line in standing if directives[line.directive_id].binned_on is None]


def _of_rule(desk: Desk, rule: DueRule, first: date, last: date) -> tuple[Occurrence, ...]:
    regular = tuple(each for each in rule.frequencies if each is not Frequency.DAILY)
    return occurrences(
        replace(rule, frequencies=regular), first, last,
        calendar=desk.calendar, habits=desk.habits, periods=desk.period_habits,
    )  # fmt: skip


def _next(desk: Desk, rule: DueRule, day: date) -> Occurrence | None:
    return next_occurrence(rule, day, calendar=desk.calendar, habits=desk.habits, periods=desk.period_habits)


def _line(desk: Desk, plan: Planned) -> Assignment:
    """The line of a period. It counts as given when it would have been made by a desk that is opened every day, so that
    lists of any day agree, whenever the program ran."""
    duty, due = plan.duty, plan.occurrence.last_day
    ahead = due - timedelta(days=desk.office.periods_ahead_days)
    given = max(min(ahead, desk.today()), duty.given or ahead)
    return replace(duty, id=0, uid=0, period=plan.occurrence.period, due=due, given=given, note="")


def _horizon(desk: Desk) -> date:
    return desk.today() + timedelta(days=desk.office.periods_ahead_days)


def _first_day(desk: Desk, duty: Assignment) -> date:
    long_ago = desk.today() - _LOOK_BACK
    return max(duty.given or desk.today(), long_ago)


def _duty_of(line: Assignment) -> tuple[int, int]:
    return line.item_id, line.unit_id


def _by_due(rows: Iterable[AssignmentRow]) -> tuple[AssignmentRow, ...]:
    return tuple(sorted(rows, key=lambda row: (row.assignment.due or date.max, row.assignment.period)))
