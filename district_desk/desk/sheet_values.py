"""The values of assignment sheets and slips: from records to what stands on the page (domain/paper.py)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from district_desk.desk.citing import cited, cited_shortly, day_in_words, short_names, type_names, units_in_words
from district_desk.desk.letterheads import ROOM_FOR_NUMBER, bureau_symbol
from district_desk.desk.office_desk import Desk
from district_desk.desk.registering import named
from district_desk.desk.words import ROLES
from district_desk.domain.assignments import Role, State
from district_desk.domain.directives import Directive
from district_desk.domain.items import Item, place_in_words
from district_desk.domain.listing import AssignmentFilter, AssignmentRow
from district_desk.domain.paper import AssignmentSheet, Letterhead, ProcessingSlip, SheetLine
from district_desk.domain.problems import NotFound
from district_desk.domain.units import Directory, Unit


@dataclass(frozen=True, slots=True)
class _Given:
    """A directive with its items and living lines, read once for all its sheets."""

    directive: Directive
    items: dict[int, Item]
    rows: tuple[AssignmentRow, ...]
    units: dict[int, Unit]
    directory: Directory

    def of(self, role: Role) -> list[Unit]:
        """The units that hold a role somewhere in the directive, in the office's order."""
        ids = {row.assignment.unit_id for row in self.rows if row.assignment.role is role}
        return [unit for unit in self.units.values() if unit.id in ids]

    def partners(self, item_id: int, unit_id: int) -> list[Unit]:
        """The supporting units of an item, but that one."""
        held = (row.assignment for row in self.rows if row.assignment.item_id == item_id)
        ids = {line.unit_id for line in held if line.role is Role.SUPPORT} - {unit_id}
        return [unit for unit in self.units.values() if unit.id in ids]


def assignment_sheets(
    desk: Desk, directive_id: int, *, day: date, unit_ids: Sequence[int] | None = None
) -> list[AssignmentSheet]:
    """A sheet for each unit that leads or supports an item, in the office's order.

    Raises:
        NotFound: no such directive, or it was given to nobody yet.
    """
    given = _given(desk, directive_id, day)
    wanted = [unit for unit in given.units.values() if unit_ids is None or unit.id in unit_ids]
    sheets = [_sheet(desk, given, unit, day) for unit in wanted]
    if not sheets:
        raise NotFound("lines", named(given.directive) or f"mã số {directive_id}")
    return sheets


def processing_slip(desk: Desk, directive_id: int, *, day: date) -> ProcessingSlip:
    """The slip of a document: what the leader's note says, taken from the lines that were given."""
    given = _given(desk, directive_id, day)
    directive = given.directive
    return ProcessingSlip(
        Letterhead("", desk.office.body, desk.office.place, day=directive.opinion_on or directive.arrived),
        cited(directive, type_names(desk)),
        units_in_words(given.of(Role.LEAD), given.directory),
        units_in_words((u for u in given.of(Role.SUPPORT) if u not in given.of(Role.LEAD)), given.directory),
        _dues(given),
        directive.leader_opinion,
        directive.leader,
        directive.opinion_on,
        str(directive.uid),
    )


def _given(desk: Desk, directive_id: int, day: date) -> _Given:
    reader = desk.store.reading()
    directive = reader.get(Directive, directive_id)
    ids = reader.assignment_ids(AssignmentFilter(directive_id=directive_id), day)
    rows = (row for row in reader.assignment_rows(ids, day) if row.standing.state is not State.RECALLED)
    working = tuple(row for row in rows if row.assignment.role is not Role.INFORM)
    held = {row.assignment.unit_id for row in working}
    directory = desk.directory(directive.issued or directive.arrived or day)
    return _Given(
        directive,
        {item.id: item for item in reader.find(Item, "position", directive_id=directive_id)},
        working,
        {unit.id: unit for unit in directory.units if unit.id in held},
        directory,
    )


def _sheet(desk: Desk, given: _Given, unit: Unit, day: date) -> AssignmentSheet:
    office, directive, types = desk.office, given.directive, type_names(desk)
    rows = sorted(
        (row for row in given.rows if row.assignment.unit_id == unit.id),
        key=lambda row: given.items[row.assignment.item_id].position,
    )
    lines = tuple(_line(desk, given, row) for row in rows)
    return AssignmentSheet(
        Letterhead(office.body_short or office.body, office.bureau, office.place, _number_line(desk), day),
        unit.name,
        cited(directive, types),
        cited_shortly(directive, types),
        directive.arrival,
        directive.arrived,
        directive.leader_opinion,
        directive.leader,
        directive.opinion_on,
        lines,
        office.bureau,
        office.report_hour,
        min((line.last_working_day for line in lines if line.last_working_day), default=None),
        office.return_days,
        ("Như trên", f"Lưu: VT, {bureau_symbol(desk)}"),
        office.signer_authority,
        office.signer_title,
        office.signer_name,
        str(rows[0].assignment.uid),
    )


def _line(desk: Desk, given: _Given, row: AssignmentRow) -> SheetLine:
    line, item = row.assignment, given.items[row.assignment.item_id]
    last = row.standing.due
    place = place_in_words(item.path, item.kind)
    return SheetLine(
        place[:1].upper() + place[1:],
        _without_label(item),
        ROLES[line.role],
        short_names(given.partners(item.id, line.unit_id), given.directory),
        line.product or item.product,
        line.phrase,
        last,
        desk.calendar.last_working_on_or_before(last) if last else None,
        _note(item, line.note),
    )


def _without_label(item: Item) -> str:
    """The item's words without the label before them: the sheet says the place in words."""
    text = item.text.strip()
    return text.removeprefix(item.label).strip() if item.label else text


def _note(item: Item, note: str) -> str:
    """The line's own note, and through whom it reports where its words do not say so themselves."""
    via = "; ".join(unit for unit in item.via.splitlines() if unit not in item.text)
    return "; ".join(part for part in (note, f"gửi qua {via}" if via else "") if part)


def _dues(given: _Given) -> str:
    """Each limit once, the earliest first, with the units that owe it."""
    owing: dict[date, list[int]] = {}
    for row in given.rows:
        if row.standing.due:
            owing.setdefault(row.standing.due, []).append(row.assignment.unit_id)
    return "; ".join(
        f"{units_in_words(_units(given, ids), given.directory)}: {day_in_words(day)}"
        for day, ids in sorted(owing.items())
    )


def _units(given: _Given, ids: Iterable[int]) -> list[Unit]:
    wanted = set(ids)
    return [unit for unit in given.units.values() if unit.id in wanted]


def _number_line(desk: Desk) -> str:
    return f"Số:{ROOM_FOR_NUMBER}/PGV-{bureau_symbol(desk)}" if desk.office.sheet_number else ""
