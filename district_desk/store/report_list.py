"""The lines that a report counts: one question for a whole period, so that a year of them is read in a moment."""

# ruff: noqa: S608 (what is set into a statement is ours: names, numbers, question marks; values are bound)

from datetime import date
from functools import cache
from typing import Final

from district_desk.domain.assignments import Role
from district_desk.domain.directives import Source
from district_desk.domain.reporting import Followed, Period
from district_desk.store.as_of import AsOf
from district_desk.store.connections import Asking
from district_desk.store.line_standings import standings
from district_desk.store.standings import IN_BIN

_GIVEN: Final = "coalesce(assignment.given, directive.arrived, directive.issued, '')"
"""A line without a day of its own was given when its document came, or was issued."""

# A line from before the period belongs to it while it was open when that began. Its result may count for an earlier day
# than the one on which it was accepted, so the acceptance is looked up where only that can tell.
_CLOSED: Final = (
    f"CASE WHEN line.done <> '' AND line.done < :first AND line.last_event >= :first AND {_GIVEN} < :first THEN"
    ' (SELECT max("on") FROM event WHERE event.assignment_id = line.assignment_id AND kind = \'accepted\' AND "on" <= :as_of)'
    " END"
)
_LINES: Final = f"""
SELECT line.assignment_id, line.directive_id, line.unit_id, directive.assigning_level, directive.source,
  assignment.person, {_GIVEN} AS given, line.state, line.due, line.done,
  {_CLOSED}
FROM assignment_line AS line
JOIN assignment ON assignment.id = line.assignment_id
JOIN directive ON directive.id = line.directive_id
WHERE line.role = 'lead' AND line.state <> 'informed' AND given <= :last
  AND (given >= :first OR line.state = 'open' OR line.done >= :first OR line.last_event >= :first)
  AND line.directive_id NOT IN (SELECT directive_id FROM register_line WHERE shelf = {IN_BIN})
ORDER BY line.assignment_id
"""


def followed(ask: Asking, period: Period, as_of: AsOf) -> list[Followed]:
    """The lead lines that were given in a period or open when it began, as they stand on its as-of day."""
    days = {"first": period.first.isoformat(), "last": period.last.isoformat(), "as_of": period.as_of.isoformat()}
    day, sources = cache(date.fromisoformat), {each.value: each for each in Source}
    stands = standings(period.as_of)
    return [
        Followed(
            assignment_id, directive_id, unit_id, level, sources[source], person, day(given),
            stands(Role.LEAD, state, due, done), day(closed) if closed else None,
        )
        for assignment_id, directive_id, unit_id, level, source, person, given, state, due, done, closed
        in ask.named(f"{as_of.at(period.as_of)}{_LINES}", days)
        if given
    ]  # fmt: skip


def received_between(ask: Asking, first: date, last: date) -> int:
    """How many documents were registered as received in those days; what lies in the bin keeps its number but is none."""
    sql = (
        "SELECT count(*) FROM directive WHERE source = 'received' AND arrived BETWEEN ? AND ?"
        " AND binned_on IS NULL AND reference_only = 0"
    )
    return int(ask.value(sql, (first.isoformat(), last.isoformat())))
