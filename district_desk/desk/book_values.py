"""The values of printed registers: a year's received documents, and what became of them unit by unit."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from district_desk.desk.citing import cited_shortly, day_in_words, type_names, units_in_words
from district_desk.desk.office_desk import Desk
from district_desk.desk.register_fields import type_and_subject
from district_desk.domain.assignments import Assignment, Event, EventKind, Role, State
from district_desk.domain.directives import Directive
from district_desk.domain.listing import AssignmentFilter, AssignmentRow
from district_desk.domain.paper import FollowUpLine, RegisterBook, RegisterLine
from district_desk.domain.problems import BadValue
from district_desk.domain.units import Unit

_DONE = (State.DONE_IN_TIME, State.DONE_LATE, State.DONE_NO_DUE)


Numbers = tuple[int, int]
"""The first and the last arrival number of a part of a register, both included."""


def register_book(desk: Desk, year: int, *, as_of: date, numbers: Numbers | None = None) -> RegisterBook:
    """Sổ đăng ký văn bản đến of a year, with what had arrived by a day (Decree 30/2020, Appendix IV.VI).

    Raises:
        BadValue: the last of the numbers lies before the first.
    """
    received = _received(desk, year, as_of, numbers)
    types = type_names(desk)
    return _book(desk, year, received, tuple(_register_line(desk, each, types) for each in received))


def follow_up_book(
    desk: Desk, year: int, *, as_of: date, directive_id: int | None = None, numbers: Numbers | None = None
) -> RegisterBook:
    """Sổ theo dõi giải quyết văn bản đến: a row for each document and unit, with its progress at a day.

    With ``directive_id`` only the rows of that document, which may be one of our own. What lay in the bin on that day
    is not followed; the register itself keeps its line, with a note.
    """
    reader = desk.store.reading()
    if directive_id:
        followed = [reader.get(Directive, directive_id)]
    else:
        listed = _received(desk, year, as_of, numbers)
        followed = [each for each in listed if each.binned_on is None or each.binned_on > as_of]
    types = type_names(desk)
    lines = tuple(line for each in followed for line in _follow_up_lines(desk, each, types, as_of))
    return _book(desk, year, followed, lines, as_of)


def last_printed_of(desk: Desk, year: int, *, as_of: date, numbers: Numbers | None = None) -> int:
    """The last arrival number that stands in that part of a register, 0 where it is empty."""
    return max((each.arrival_number or 0 for each in _received(desk, year, as_of, numbers)), default=0)


def _received(desk: Desk, year: int, as_of: date, numbers: Numbers | None) -> list[Directive]:
    found = desk.store.reading().find(Directive, "arrival_number, arrival_suffix", arrival_year=year)
    here = [each for each in found if each.arrived is None or each.arrived <= as_of]
    if numbers is None:
        return here
    first, last = numbers
    if last < first:
        raise BadValue("arrival_number", f"{first} - {last}")
    return [each for each in here if first <= (each.arrival_number or 0) <= last]


def _book(
    desk: Desk,
    year: int,
    listed: Sequence[Directive],
    lines: tuple[RegisterLine, ...] | tuple[FollowUpLine, ...],
    as_of: date | None = None,
) -> RegisterBook:
    days = [each.arrived for each in listed if each.arrived]
    office = desk.office
    return RegisterBook(
        office.parent_body or office.body_short,
        office.bureau,
        year,
        min(days, default=None),
        max(days, default=None),
        listed[0].arrival if listed else "",
        listed[-1].arrival if listed else "",
        "01",
        lines,
        as_of,
    )


def _register_line(desk: Desk, directive: Directive, types: Mapping[str, str]) -> RegisterLine:
    return RegisterLine(
        directive.arrived,
        directive.arrival,
        directive.issuer,
        str(directive.notation),
        directive.issued,
        type_and_subject(directive, types),
        recipients_of(desk, directive),
        directive.passed_on,
        _note(directive),
    )


def recipients_of(desk: Desk, directive: Directive) -> str:
    """Column 7: what the clerk wrote there, else the units named in the leader's note, which are those that lead."""
    if directive.recipients:
        return directive.recipients
    lines = desk.store.reading().find(Assignment, directive_id=directive.id)
    ids = {line.unit_id for line in lines if line.role is Role.LEAD}
    directory = desk.directory(directive.issued or directive.arrived or desk.today())
    return units_in_words((unit for unit in directory.units if unit.id in ids), directory)


def _note(directive: Directive) -> str:
    pages = f"{directive.page_count} trang" if directive.page_count else ""
    binned = f"bỏ khỏi sổ ngày {day_in_words(directive.binned_on)}" if directive.binned_on else ""
    return "; ".join(part for part in (pages, directive.note, binned) if part)


def _follow_up_lines(
    desk: Desk, directive: Directive, types: Mapping[str, str], as_of: date
) -> Iterator[FollowUpLine]:  # fmt: skip
    reader = desk.store.reading()
    ids = reader.assignment_ids(AssignmentFilter(directive_id=directive.id), as_of)
    by_unit: dict[int, list[AssignmentRow]] = {}
    for row in reader.assignment_rows(ids, as_of):
        if row.assignment.role is Role.LEAD:
            by_unit.setdefault(row.assignment.unit_id, []).append(row)
    issuer = f" của {directive.issuer}" if directive.issuer else ""
    document = cited_shortly(directive, types) + issuer
    units = sorted(reader.many(Unit, by_unit).values(), key=lambda unit: unit.position)
    for unit in units:
        rows = by_unit[unit.id]
        answer = _answers(desk, rows, as_of) or directive.reply_notation
        yield FollowUpLine(directive.arrival, document, unit.name, _limits(rows), _progress(rows), answer, "")
    if not units:
        yield FollowUpLine(
            directive.arrival, document, directive.recipients, day_in_words(directive.reply_due), "",
            directive.reply_notation, "",
        )  # fmt: skip


def _limits(rows: Iterable[AssignmentRow]) -> str:
    days = sorted({row.standing.due for row in rows if row.standing.due})
    return "; ".join(day_in_words(day) for day in days)


def _progress(rows: Sequence[AssignmentRow]) -> str:
    """Counts of the unit's lines, recalled ones apart (DOMAIN 4.4)."""
    counted = [row.standing.state for row in rows if row.standing.state is not State.RECALLED]
    done, late = sum(1 for state in counted if state in _DONE), counted.count(State.OVERDUE)
    if not counted:
        return "Thu hồi"
    if done == len(counted):
        return "Hoàn thành"
    parts = [f"Hoàn thành {done}/{len(counted)}" if done else "Đang thực hiện"]
    return "; ".join([*parts, f"quá hạn {late}"] if late else parts)


def _answers(desk: Desk, rows: Iterable[AssignmentRow], as_of: date) -> str:
    found: list[str] = []
    for row in rows:
        events = desk.store.reading().find(Event, "on", assignment_id=row.assignment.id)
        found += [e.notation for e in events if e.kind is EventKind.ACCEPTED and e.notation and e.on <= as_of]
    return "; ".join(dict.fromkeys(found))
