"""Việc định kỳ: the recurring duties of units with their periods, which are skipped or moved one by one and closed by a
report. The making of periods is :mod:`district_desk.desk.periods`.

The duty itself stays one line a unit, without a due date and open for as long as the duty stands; each period is a line
of its own beside it, of the same item and unit, with its ``period`` and due date. A period that was made, moved, skipped
or closed keeps its code, so it is never made twice.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from district_desk.desk.following_up import Told, close
from district_desk.desk.office_desk import Desk
from district_desk.desk.periods import duty_of
from district_desk.desk.steps import checked, lives, place_of, put_step, subject_of
from district_desk.domain.assignments import EventKind, is_given
from district_desk.domain.changes import Changes
from district_desk.domain.due import DueRule
from district_desk.domain.follow_up import Life, Obstacle
from district_desk.domain.items import Item
from district_desk.domain.listing import AssignmentFilter, AssignmentRow
from district_desk.domain.problems import BadValue, MissingField, WrongStep
from district_desk.domain.recurrence import Occurrence, next_occurrence
from district_desk.store import Reader

_PAGE: Final = 1000


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
            periods.setdefault(duty_of(row.assignment), []).append(row)
    return [
        Recurring(row, rule, _by_due(periods.get(duty_of(row.assignment), ())), _next(desk, rule, day))
        for row in rows
        if not row.assignment.period and (rule := items[row.assignment.item_id].due_rule).frequencies
    ]


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
            raise BadValue("period_line", str(line.assignment.id))
    return found


def _closed(reader: Reader, line: Life) -> WrongStep:
    return WrongStep(EventKind.RECALLED.value, Obstacle.CLOSED.value, *place_of(reader, line))


def _next(desk: Desk, rule: DueRule, day: date) -> Occurrence | None:
    return next_occurrence(rule, day, calendar=desk.calendar, habits=desk.habits, periods=desk.period_habits)


def _by_due(rows: Iterable[AssignmentRow]) -> tuple[AssignmentRow, ...]:
    return tuple(sorted(rows, key=lambda row: (row.assignment.due or date.max, row.assignment.period)))
