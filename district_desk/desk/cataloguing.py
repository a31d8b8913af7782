"""Danh mục: the office's own lists and settings. Every list reads the same way: all of it, put some, drop some.

Units are known by code for life; one that still stands on a record cannot be dropped, it gets a last day instead.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Final, TypeVar

from district_desk.desk.office_desk import Desk
from district_desk.domain.calendar import CalendarYear, DayKind, DayOff
from district_desk.domain.changes import Changes
from district_desk.domain.corrections import ReadingCorrection
from district_desk.domain.directives import AssigningLevel, Directive, DocumentType
from district_desk.domain.office import SETTING_KEYS, Office, Setting, is_setting
from district_desk.domain.problems import BadValue, InUse, MissingField
from district_desk.domain.units import GroupMember, Person, Succession, Unit, UnitGroup
from district_desk.domain.vietnamese import collapse, given_name_key
from district_desk.store import Reader, Writing

T = TypeVar("T", Unit, Person, DocumentType, AssigningLevel, UnitGroup, DayOff, ReadingCorrection)

_KINDS: Final[dict[type[Any], tuple[str, str, tuple[str, ...]]]] = {
    Unit: ("units", "position", ("code", "name")),
    Person: ("people", "position", ("name",)),
    DocumentType: ("types", "position", ("code", "name")),
    AssigningLevel: ("levels", "position", ("code", "name")),
    UnitGroup: ("groups", "position", ("code", "name")),
    DayOff: ("days", "day", ("day",)),
    ReadingCorrection: ("corrections", "issuer, field, written", ("written", "meant")),
}
"""By record: the word in the operation's name, the order of the list, the fields that may not be blank."""
_ONE_A_CODE: Final = (Unit, DocumentType, AssigningLevel, UnitGroup)


@dataclass(frozen=True, slots=True)
class Group:
    """A group with its members, in the office's order."""

    group: UnitGroup
    unit_ids: tuple[int, ...]


def units(desk: Desk, *, on: date | None = None) -> list[Unit]:
    """The units in the office's order: all of them, or those that exist on a day."""
    found = desk.store.reading().find(Unit, "position")
    return [unit for unit in found if on is None or unit.is_valid(on)]


def people(desk: Desk) -> list[Person]:
    """The people, in the office's order and then by given name."""
    return sorted(desk.store.reading().find(Person), key=lambda p: (p.position, given_name_key(p.name)))


def types(desk: Desk) -> list[DocumentType]:
    """The document types."""
    return desk.store.reading().find(DocumentType, "position")


def levels(desk: Desk) -> list[AssigningLevel]:
    """The assigning levels (cấp giao)."""
    return desk.store.reading().find(AssigningLevel, "position")


def groups(desk: Desk) -> list[Group]:
    """The groups for bulk assignment."""
    reader = desk.store.reading()
    order = {unit.id: place for place, unit in enumerate(reader.find(Unit, "position"))}
    members: dict[int, list[int]] = {}
    for member in reader.find(GroupMember):
        members.setdefault(member.group_id, []).append(member.unit_id)
    return [
        Group(group, tuple(sorted(members.get(group.id, ()), key=lambda unit: order[unit])))
        for group in reader.find(UnitGroup, "position")
    ]


def days_off(desk: Desk, year: int | None = None) -> list[DayOff]:
    """The table of days off and worked Saturdays, of one year or of all."""
    return [day for day in desk.store.reading().find(DayOff, "day") if year is None or day.day.year == year]


def corrections(desk: Desk) -> list[ReadingCorrection]:
    """How names are to be read, as the office put them right."""
    return desk.store.reading().find(ReadingCorrection, "issuer, field, written")


def calendar_years(desk: Desk) -> list[CalendarYear]:
    """Which years' tables are confirmed, and on what notice they rest."""
    return desk.store.reading().find(CalendarYear, "year")


def successions(desk: Desk, unit_id: int | None = None) -> list[Succession]:
    """Who took over from a unit, or all that is known of it, by day."""
    where = {} if unit_id is None else {"unit_id": unit_id}
    return desk.store.reading().find(Succession, "on", **where)


def put(desk: Desk, records: Sequence[T]) -> Changes:
    """Write records of one kind, new ones (id 0) and corrected ones.

    Raises:
        MissingField: a code, name or day is blank.
        BadValue: a code is used by another record, or the last day lies before the first.
    """
    word, _, _ = _KINDS[type(records[0])]
    with desk.writing(f"put_{word}", subject=_subject(records)) as writing:
        for record in records:
            put_checked(writing, record)
        writing.note(count=len(records))
    return writing.changes


def drop(desk: Desk, records: Sequence[T]) -> Changes:
    """Take records of one kind off their list.

    Raises:
        InUse: something still leans on one; nothing was dropped.
    """
    word, _, _ = _KINDS[type(records[0])]
    with desk.writing(f"drop_{word}", subject=_subject(records)) as writing:
        for record in records:
            _check_unused(writing.reader, record)
            _drop_membership(writing, record)
            writing.drop(record)
        writing.note(count=len(records))
    return writing.changes


def put_group(desk: Desk, group: UnitGroup, unit_ids: Iterable[int]) -> Changes:
    """Write a group with exactly these members."""
    wanted = list(dict.fromkeys(unit_ids))
    with desk.writing("put_groups", subject=group.name) as writing:
        stored = put_checked(writing, group)
        set_members(writing, stored.id, wanted)
        writing.note(count=1)
    return writing.changes


def put_successors(desk: Desk, unit_id: int, wanted: Sequence[Succession]) -> Changes:
    """Write who took over from a unit: exactly these; several units may succeed one, and one succeed several.

    Raises:
        BadValue: a unit would succeed itself, or stands twice.
    """
    unit = desk.store.reading().get(Unit, unit_id)
    heirs = [line.successor_id for line in wanted]
    if unit_id in heirs or len(set(heirs)) < len(heirs):
        twice = unit_id if unit_id in heirs else next(each for each in heirs if heirs.count(each) > 1)
        raise BadValue("successor_id", desk.store.reading().get(Unit, twice).name)
    with desk.writing("put_successors", subject=unit.name) as writing:
        kept = {line.successor_id: line for line in writing.reader.find(Succession, unit_id=unit_id)}
        for successor_id in kept.keys() - set(heirs):
            writing.drop(kept[successor_id])
        for line in wanted:
            before = kept.get(line.successor_id)
            now = replace(line, unit_id=unit_id, part=collapse(line.part))
            now = replace(now, id=before.id, uid=before.uid) if before else replace(now, id=0, uid=0)
            if now != before:
                writing.put(now)
        writing.note(count=1)
    return writing.changes


def put_calendar_year(desk: Desk, year: CalendarYear) -> Changes:
    """Write whether a year's table is confirmed, and the notice it rests on."""
    with desk.writing("put_years", subject=str(year.year)) as writing:
        known = writing.reader.find(CalendarYear, year=year.year)
        writing.put(replace(year, id=known[0].id, uid=known[0].uid) if known else year)
        writing.note(count=1)
    return writing.changes


def put_settings(desk: Desk, office: Office) -> Changes:
    """Write the settings that differ from those kept.

    Raises:
        BadValue: a number below zero, another type than the setting has, or what it cannot mean.
    """
    before = desk.office
    changed = [key for key in SETTING_KEYS if getattr(office, key) != getattr(before, key)]
    for key in changed:
        _check_setting(key, getattr(office, key))
    with desk.writing("put_settings") as writing:
        kept = {row.key: row for row in writing.reader.find(Setting)}
        for key in changed:
            value = json.dumps(getattr(office, key), ensure_ascii=False)
            writing.put(replace(kept[key], value=value) if key in kept else Setting(key, value))
        writing.note(count=len(changed))
    return writing.changes


def put_checked(writing: Writing, record: T) -> T:
    """Write one record of a catalogue inside an open operation, after its checks.

    Raises:
        MissingField, BadValue: as :func:`put`.
    """
    record = _tidy(record)
    for name in _KINDS[type(record)][2]:
        if not getattr(record, name):
            raise MissingField(name)
    if isinstance(record, Unit | Person) and _ends_before_it_begins(record):
        raise BadValue("valid_to", f"{record.valid_to:%d/%m/%Y}")
    if isinstance(record, _ONE_A_CODE):
        twin = [other for other in writing.reader.find(type(record), code=record.code) if other.id != record.id]
        if twin:
            raise BadValue("code", record.code)
    if isinstance(record, ReadingCorrection):
        place = {"issuer": record.issuer, "field": record.field, "written": record.written}
        if any(other.id != record.id for other in writing.reader.find(ReadingCorrection, **place)):
            raise BadValue("written", record.written)
    if isinstance(record, DayOff):
        return _put_day(writing, record)
    return writing.put(record)


def set_members(writing: Writing, group_id: int, unit_ids: Sequence[int]) -> None:
    """Make these units, and no others, the members of a group."""
    kept = {member.unit_id: member for member in writing.reader.find(GroupMember, group_id=group_id)}
    for unit_id, member in kept.items():
        if unit_id not in unit_ids:
            writing.drop(member)
    for unit_id in unit_ids:
        if unit_id not in kept:
            writing.put(GroupMember(group_id, unit_id))


def _put_day(writing: Writing, day: DayOff) -> DayOff:
    """A day stands in the table once: a second line for it takes the place of the first."""
    if (day.day.weekday() < 5) == (day.kind is DayKind.WORKED):
        raise BadValue("day", f"{day.day:%d/%m/%Y}")
    known = [other for other in writing.reader.find(DayOff, day=day.day) if other.id != day.id]
    if known and not day.id:
        return writing.put(replace(day, id=known[0].id, uid=known[0].uid))
    return writing.put(day)


def _ends_before_it_begins(record: Unit | Person) -> bool:
    return bool(record.valid_from and record.valid_to and record.valid_to < record.valid_from)


def _tidy(record: T) -> T:
    """Texts without stray blanks; lines of a text of several lines stay lines."""
    changed: dict[str, Any] = {}
    for field in fields(record):
        value = getattr(record, field.name)
        if type(value) is str:
            changed[field.name] = "\n".join(line for line in map(collapse, value.splitlines()) if line)
    return replace(record, **changed)


def _check_unused(reader: Reader, record: object) -> None:
    if isinstance(record, DocumentType):
        users = reader.find(Directive, type_code=record.code)
    elif isinstance(record, AssigningLevel):
        users = reader.find(Directive, assigning_level=record.code)
    else:
        return
    if users:
        raise InUse("code", record.name, len(users))


def _drop_membership(writing: Writing, record: object) -> None:
    if isinstance(record, UnitGroup):
        set_members(writing, record.id, [])
    elif isinstance(record, Unit):
        for member in writing.reader.find(GroupMember, unit_id=record.id):
            writing.drop(member)


def _check_setting(key: str, value: object) -> None:
    if not is_setting(key, value):
        raise BadValue(key, str(value))


def _subject(records: Sequence[Any]) -> str:
    return str(getattr(records[0], "name", "")) if len(records) == 1 else ""
