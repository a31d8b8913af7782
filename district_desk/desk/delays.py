"""The meter of *Hôm nay*: how long documents waited from arrival to entry, to handing on, to the giving of work."""

from dataclasses import dataclass
from datetime import date

from district_desk.desk.office_desk import Desk
from district_desk.domain.directives import Directive
from district_desk.domain.entry_delays import Entry, Stage, allowed, late, waited


@dataclass(frozen=True, slots=True)
class Waiting:
    """One document: working days from arrival to each step (to the as-of date where it is not done), what is late."""

    entry: Entry
    notation: str
    days: dict[Stage, int]
    late: tuple[Stage, ...]
    over: dict[Stage, int]
    """By how many working days each late step is, or was, late."""
    in_time_until: date | None = None
    """The last day on which the first late step would have been in time; None where nothing is late."""


@dataclass(frozen=True, slots=True)
class Meter:
    """The figures of some days: documents, how many were late at each step, the mean working days of each step."""

    documents: int
    late: dict[Stage, int]
    mean: dict[Stage, float]


def entry_delays(desk: Desk, first: date, last: date, *, as_of: date | None = None) -> list[Waiting]:
    """The documents that arrived from ``first`` to ``last``, as they stood on ``as_of`` (``last``)."""
    reader, day = desk.store.reading(), as_of or last
    found = reader.entries(first, last)
    directives = reader.many(Directive, [each.directive_id for each in found])
    return [_waiting(desk, each, _named(directives[each.directive_id]), day) for each in found]


def meter(waiting: list[Waiting]) -> Meter:
    """The figures over some documents."""
    count = len(waiting)
    return Meter(
        count,
        {stage: sum(stage in each.late for each in waiting) for stage in Stage},
        {stage: sum(each.days[stage] for each in waiting) / count if count else 0.0 for stage in Stage},
    )


def _waiting(desk: Desk, entry: Entry, notation: str, as_of: date) -> Waiting:
    days, measure = waited(entry, desk.calendar, as_of), desk.office.assign_days
    steps = late(entry, days, measure)
    until = desk.calendar.plus_working(entry.arrived, allowed(entry, steps[0], measure)) if steps else None
    over = {stage: days[stage] - allowed(entry, stage, measure) for stage in steps}
    return Waiting(entry, notation, days, steps, over, until)


def _named(directive: Directive) -> str:
    return str(directive.notation) or directive.subject[:80]
