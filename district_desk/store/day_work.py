"""What a day asks for, each part by one question: lines that fall due, documents that wait, units that are silent."""

# ruff: noqa: S608 (what is set into a statement is ours: names, numbers, question marks; values are bound)

from datetime import date
from typing import Final

from district_desk.domain.day_work import DueKey, Silence, WaitingDocument
from district_desk.domain.directives import Urgency
from district_desk.domain.follow_up import ANSWERS
from district_desk.domain.listing import DueSource
from district_desk.store.as_of import AsOf
from district_desk.store.connections import Asking
from district_desk.store.line_terms import NOT_IN_BIN
from district_desk.store.standings import IN_REGISTER

_LINES: Final = (
    "SELECT due, directive_id, assignment_id FROM assignment_line"
    f" WHERE role = 'lead' AND state = 'open' AND due <= ? AND {NOT_IN_BIN}"
)
_WAITING: Final = (
    "SELECT directive_id, arrived, coalesce(urgency, 0), not_passed_on, incomplete"
    " FROM register_line LEFT JOIN directive ON not_passed_on AND directive.id = directive_id"
    f" WHERE shelf = {IN_REGISTER} AND (not_passed_on OR incomplete)"
)
_SPOKE: Final = ", ".join(f"'{kind.value}'" for kind in ANSWERS)
_SILENT: Final = f"""
SELECT line.due, line.directive_id, told.assignment_id, count(*), max(told."on")
FROM event AS told CROSS JOIN assignment_line AS line ON line.assignment_id = told.assignment_id
WHERE told.kind = 'reminded' AND told."on" <= :day AND line.state = 'open' AND line.{NOT_IN_BIN}
  AND NOT EXISTS (SELECT 1 FROM event AS said WHERE said.assignment_id = told.assignment_id
    AND said.kind IN ({_SPOKE}) AND said."on" <= :day AND (said."on", said.id) > (told."on", told.id))
GROUP BY +told.assignment_id
"""
"""The plus keeps the planner from reading every event in the order of the groups: few of them are reminders."""


def lines_due(ask: Asking, last: date, day: date, as_of: AsOf) -> list[DueKey]:
    """The open lead lines whose last day is ``last`` or earlier, as of a day, in no order."""
    return [
        DueKey(due, directive_id, assignment_id, DueSource.ASSIGNMENT)
        for due, directive_id, assignment_id in ask.rows(as_of.at(day) + _LINES, (last.isoformat(),))
    ]


def documents_waiting(ask: Asking, day: date, as_of: AsOf) -> list[WaitingDocument]:
    """The documents of the register that are not handed on or not complete, in no order."""
    return [
        WaitingDocument(
            directive_id, date.fromisoformat(arrived) if arrived else None, Urgency(urgency), bool(on), bool(blank)
        )
        for directive_id, arrived, urgency, on, blank in ask.rows(as_of.at(day) + _WAITING)
    ]


def silences(ask: Asking, day: date, as_of: AsOf) -> list[Silence]:
    """The open lines whose units were reminded up to a day and have not spoken since, in no order."""
    found = ask.named(as_of.at(day) + _SILENT, {"day": day.isoformat()})
    return [
        Silence(DueKey(due, directive_id, assignment_id, DueSource.ASSIGNMENT), times, date.fromisoformat(last))
        for due, directive_id, assignment_id, times, last in found
    ]
