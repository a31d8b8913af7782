"""The two figures with which a day begins: what falls due today, and what is late already."""

from dataclasses import dataclass

from district_desk.desk.office_desk import Desk
from district_desk.domain.assignments import Role
from district_desk.domain.listing import AssignmentFilter


@dataclass(frozen=True, slots=True)
class Morning:
    """Open lead lines: those whose last day is today, and those whose last day is over."""

    due: int
    overdue: int


def morning(desk: Desk) -> Morning:
    """Today's figures; the overdue are those that the rail counts."""
    today, reader = desk.today(), desk.store.reading()
    wanted = AssignmentFilter(roles=(Role.LEAD,), open_only=True, due_from=today, due_until=today)
    return Morning(len(reader.assignment_ids(wanted, today)), reader.counts(None, today).overdue)
