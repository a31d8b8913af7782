"""From a filter of assignment lines to the terms of a question on ``assignment_line``: list, matrix and calendar ask alike."""

# ruff: noqa: S608 (what is set into a statement is ours: names, numbers, question marks; values are bound)

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import Final

from district_desk.domain.assignments import State
from district_desk.domain.listing import AssignmentFilter
from district_desk.store.connections import placeholders
from district_desk.store.matching import folded_match
from district_desk.store.recurring_duties import carries_periods
from district_desk.store.search_index import SHIFT
from district_desk.store.standings import IN_BIN, NO_DATE

Value = str | int
Term = tuple[str, list[Value]]

# CROSS JOIN keeps the planner's hands off: the index of words is asked once, never once a row.
_WITH_WORDS: Final = (
    "(item_id IN (SELECT record_id FROM search_words CROSS JOIN search_row ON search_row.id = search_words.rowid"
    " WHERE search_words MATCH ? AND entity = 'item')"
    f" OR directive_id IN (SELECT search_words.rowid >> {SHIFT} FROM search_words"
    " CROSS JOIN search_row ON search_row.id = search_words.rowid WHERE search_words MATCH ? AND entity = 'directive'))"
)
NOT_IN_BIN: Final = f"directive_id NOT IN (SELECT directive_id FROM register_line WHERE shelf = {IN_BIN})"
_OF_GROUP: Final = "unit_id IN (SELECT unit_id FROM group_member WHERE group_id = ?)"
_OF_DIRECTIVE: Final = (
    "(SELECT {column} FROM directive WHERE directive.id = assignment_line.directive_id) IN ({values})"
)
_PERSON: Final = "(SELECT instr(person, ?) FROM assignment WHERE assignment.id = assignment_line.assignment_id) > 0"
_DATED: Final = f"due <> '{NO_DATE}'"
_STATES: Final = {
    State.DONE_IN_TIME: f"state = 'done' AND {_DATED} AND done <= due",
    State.DONE_LATE: f"state = 'done' AND {_DATED} AND done > due",
    State.DONE_NO_DUE: f"state = 'done' AND due = '{NO_DATE}'",
    State.RUNNING: f"state = 'open' AND {_DATED} AND due >= ?",
    State.OVERDUE: "state = 'open' AND due < ?",
    State.RUNNING_NO_DUE: f"state = 'open' AND due = '{NO_DATE}'",
    State.RECALLED: "state = 'recalled'",
    State.INFORMED: "state = 'informed'",
}
"""The six states and the two outside the totals, on derived rows; a question mark is the as-of day."""
_WITHOUT_DATE: Final = (State.RUNNING_NO_DUE, State.DONE_NO_DUE)


def state_of(day: str) -> str:
    """The state of a derived row as an expression, in which ``day`` stands for the as-of day."""
    return f"CASE {' '.join(f'WHEN {term} THEN {state.value!r}' for state, term in _STATES.items())} END".replace(
        "?", day
    )


def line_terms(wanted: AssignmentFilter, day: date) -> tuple[str, list[Value]]:
    """What stands after WHERE, and its values. Lines in the bin are wanted only of a directive that is named."""
    terms = [*_plain(wanted), *_of_directive(wanted), *_of_states(wanted.states, day)]
    values = [value for _, own in terms for value in own]
    return " AND ".join(term for term, _ in terms) or "1", values


def _plain(wanted: AssignmentFilter) -> Iterator[Term]:
    if wanted.directive_id is None:
        yield NOT_IN_BIN, []
    for column in ("directive_id", "item_id", "unit_id"):
        if (value := getattr(wanted, column)) is not None:
            yield f"{column} = ?", [value]
    if wanted.unit_ids:
        yield f"unit_id IN ({placeholders(wanted.unit_ids)})", list(wanted.unit_ids)
    if wanted.group_id is not None:
        yield _OF_GROUP, [wanted.group_id]
    if wanted.roles:
        yield f"role IN ({placeholders(wanted.roles)})", _values(wanted.roles)
    if wanted.open_only:
        yield "state = 'open'", []
    if wanted.due_from is not None:
        yield f"due >= ? AND {_DATED}", [wanted.due_from.isoformat()]
    if wanted.due_until is not None:
        yield "due <= ?", [wanted.due_until.isoformat()]


def _of_directive(wanted: AssignmentFilter) -> Iterator[Term]:
    if wanted.levels:
        yield _OF_DIRECTIVE.format(column="assigning_level", values=placeholders(wanted.levels)), list(wanted.levels)
    if wanted.sources:
        yield _OF_DIRECTIVE.format(column="source", values=placeholders(wanted.sources)), _values(wanted.sources)
    if person := wanted.person.strip():
        yield _PERSON, [person]
    if wanted.words.strip():
        yield _WITH_WORDS, [folded_match(wanted.words) or '""'] * 2


def _of_states(states: tuple[State, ...], day: date) -> Iterator[Term]:
    if states:
        terms = " OR ".join(_as_counted(state) for state in states)
        yield f"({terms})", [day.isoformat() for state in states if "?" in _STATES[state]]


def _as_counted(state: State) -> str:
    """The rows that a report counts in a state."""
    own = f" AND NOT {carries_periods('assignment_line')}" if state in _WITHOUT_DATE else ""
    return f"({_STATES[state]}{own})"


def _values(members: Iterable[StrEnum]) -> list[Value]:
    return [member.value for member in members]
