"""Kỳ của việc định kỳ: which periods of recurring duties are still to be made, and the making of them.

They are made in the operation that gives the duty, so that one *Hoàn tác* takes back both, and ahead of time at each
start and each new day. What is there already, even skipped or recalled, is left alone.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from district_desk.desk.office_desk import Desk
from district_desk.domain.assignments import Assignment, Role
from district_desk.domain.changes import Changes, Entity
from district_desk.domain.directives import Directive
from district_desk.domain.due import DueRule, Frequency
from district_desk.domain.follow_up import life
from district_desk.domain.items import Item
from district_desk.domain.listing import AssignmentFilter
from district_desk.domain.problems import BadValue
from district_desk.domain.recurrence import Occurrence, occurrences
from district_desk.domain.units import Unit
from district_desk.store import Reader, Writing

_LOOK_BACK: Final = timedelta(days=366)
"""A desk that was not opened for longer than that makes up for no more."""
_FARTHEST: Final = timedelta(days=2 * 366)
"""Nobody plans further; a year typed wrong must not fill the register."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A period that is still to be made: the line of the duty, and when the period is due."""

    duty: Assignment
    occurrence: Occurrence


def planned(desk: Desk, until: date | None = None) -> list[Planned]:
    """The periods that :func:`make_occurrences` would make now, by due date."""
    return sorted(
        _planned(desk, desk.store.reading(), until or _horizon(desk)),
        key=lambda each: (each.occurrence.last_day, each.duty.directive_id, each.duty.id),
    )


def make_occurrences(desk: Desk, until: date | None = None) -> Changes:
    """Make the periods that fall due up to a day (so many days ahead as the office wants), for every unit's duty.

    It may be called at any time. A daily duty gets no lines: its days belong into a journal, not among tasks.

    Raises:
        BadValue: a day more than two years ahead.
    """
    last = until or _horizon(desk)
    if last > desk.today() + _FARTHEST:
        raise BadValue("as_of", f"{last:%d/%m/%Y}")
    if not any(_planned(desk, desk.store.reading(), last)):  # a quiet day takes no turn of the writer and no copy
        return Changes("make_occurrences")
    with desk.writing("make_occurrences") as writing:
        made = _put(desk, writing, _planned(desk, writing.reader, last))
        writing.note(count=len(made))
    return writing.changes


def put_periods(desk: Desk, writing: Writing, directive_ids: Collection[int]) -> tuple[int, ...]:
    """Inside the operation that gave work of these directives: make the periods due in the time ahead; their ids."""
    return tuple(_put(desk, writing, _planned(desk, writing.reader, _horizon(desk), directive_ids)))


def periods_due(desk: Desk, until: date | None = None) -> list[int]:
    """The ids of the open periods that fall due up to a day (in the time ahead), by due date."""
    reader = desk.store.reading()
    periods = {line.id for line in reader.recurring_lines() if line.period}
    wanted = AssignmentFilter(roles=(Role.LEAD,), open_only=True, due_until=until or _horizon(desk))
    return [id_ for id_ in reader.assignment_ids(wanted, desk.today()) if id_ in periods]


def _put(desk: Desk, writing: Writing, plans: Iterable[Planned]) -> list[int]:
    return [writing.put(_line(desk, plan)).id for plan in list(plans)]


def _planned(
    desk: Desk, reader: Reader, until: date, directive_ids: Collection[int] | None = None
) -> Iterator[Planned]:  # fmt: skip
    lines = reader.recurring_lines(directive_ids)
    taken = {(*duty_of(line), line.period) for line in lines if line.period}
    duties, before = _standing_duties(desk, reader, (line for line in lines if not line.period))
    items = reader.many(Item, {line.item_id for line in duties})
    units = reader.many(Unit, {line.unit_id for line in duties})
    for duty in duties:
        last = min(until, units[duty.unit_id].valid_to or until)
        found = _of_rule(desk, items[duty.item_id].due_rule, _first_day(desk, duty), last)
        held = [duty_of(duty), *_earlier(duty, before)]
        left = [each for each in found if not any((*of, each.period) in taken for of in held)]
        yield from _after_entry(desk, reader, duty, left)


def _earlier(duty: Assignment, before: Mapping[int, Assignment]) -> Iterator[tuple[int, int]]:
    """Whose duty it was before it was passed on: the periods that were theirs are not owed a second time."""
    seen = {duty.id}
    while (line := before.get(duty.id)) is not None and line.id not in seen:
        seen.add(line.id)
        yield duty_of(line)
        duty = line


def _standing_duties(
    desk: Desk, reader: Reader, lines: Iterable[Assignment]
) -> tuple[list[Assignment], dict[int, Assignment]]:
    """The lines of duties that units still lead, of directives that do not lie in the bin; and, by the id of a line that
    took a duty over, the line that had it before."""
    leading = [line for line in lines if line.role is Role.LEAD]
    events = reader.events_of([line.id for line in leading])
    standing = [line for line in leading if life(line, events.get(line.id, ()), desk.today()).is_open]
    directives = reader.many(Directive, {line.directive_id for line in standing})
    before = {event.other_id: line for line in leading for event in events.get(line.id, ()) if event.other_id}
    return [line for line in standing if directives[line.directive_id].binned_on is None], before


def _of_rule(desk: Desk, rule: DueRule, first: date, last: date) -> tuple[Occurrence, ...]:
    regular = tuple(each for each in rule.frequencies if each is not Frequency.DAILY)
    return occurrences(
        replace(rule, frequencies=regular), first, last,
        calendar=desk.calendar, habits=desk.habits, periods=desk.period_habits,
    )  # fmt: skip


def _after_entry(
    desk: Desk, reader: Reader, duty: Assignment, found: Sequence[Occurrence]
) -> Iterator[Planned]:  # fmt: skip
    """Without those that fell due before the duty was entered here: whether their reports came, nobody here can know."""
    entered = date.min
    if any(each.last_day < desk.today() for each in found):
        story = reader.history_of(Entity.ASSIGNMENT, duty.id)
        entered = story[0].operation.at.date() if story else desk.today()
    for each in found:
        if each.last_day >= entered:
            yield Planned(duty, each)


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
    return max(duty.given or desk.today(), desk.today() - _LOOK_BACK)


def duty_of(line: Assignment) -> tuple[int, int]:
    """Item and unit: what a duty and its periods have in common."""
    return line.item_id, line.unit_id
