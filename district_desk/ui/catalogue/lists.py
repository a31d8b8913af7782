"""What each list of the catalogue shows and how its records are entered."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from district_desk.desk import Desk, cataloguing
from district_desk.desk.cataloguing import Group
from district_desk.desk.words import DAY_KINDS, NAME_FIELDS, UNIT_KINDS
from district_desk.domain.calendar import DayKind, DayOff
from district_desk.domain.corrections import NameField, ReadingCorrection
from district_desk.domain.directives import AssigningLevel, DocumentType
from district_desk.domain.units import Person, Unit, UnitGroup
from district_desk.ui.catalogue import words as w
from district_desk.ui.catalogue.record_form import FieldSpec, Kind
from district_desk.ui.widgets.paged_model import Column
from district_desk.ui.words import WEEKDAYS, day

UnitName = Callable[[int], str]

_VALID: Final = (FieldSpec("valid_from", Kind.DAY), FieldSpec("valid_to", Kind.DAY))


@dataclass(frozen=True, slots=True)
class ListSpec:
    """A list: its name, how it is read, its columns, a blank record, its fields, and what a row is called.

    ``fields_of`` is asked when a form opens, because choices may depend on other lists.
    """

    name: str
    read: Callable[[Desk], Sequence[Any]]
    id_of: Callable[[Any], int]
    named: Callable[[Any], str]
    columns: Callable[[UnitName], tuple[Column[Any], ...]]
    blank: Callable[[int], Any]
    fields_of: Callable[[Mapping[int, str]], tuple[FieldSpec, ...]]
    sheet: str = ""


def _valid(record: Any) -> str:
    first, last = day(record.valid_from), day(record.valid_to)
    if first and last:
        return f"{first} đến {last}"
    return f"từ {first}" if first else f"đến {last}" if last else ""


def _unit_columns(_unit_name: UnitName) -> tuple[Column[Any], ...]:
    return (
        Column("code", "Mã", lambda unit: unit.code, 10),
        Column("name", "Tên đơn vị", lambda unit: unit.name, 26, grows=True),
        Column("short", "Tên ngắn", lambda unit: unit.short_name, 16),
        Column("kind", "Loại", lambda unit: UNIT_KINDS[unit.kind], 16),
        Column("head", "Người đứng đầu", lambda unit: unit.head_title, 18, drops=1),
        Column("valid", "Hiệu lực", _valid, 22, drops=2),
    )


def _unit_fields(_names: Mapping[int, str]) -> tuple[FieldSpec, ...]:
    return (
        FieldSpec("code", needed="yes"),
        FieldSpec("kind", Kind.CHOICE, choices=UNIT_KINDS),
        FieldSpec("name", span=2, needed="yes"),
        FieldSpec("short_name"),
        FieldSpec("head_title"),
        FieldSpec("symbol", name="chữ viết tắt trong ký hiệu"),
        FieldSpec("position", Kind.NUMBER),
        FieldSpec("aliases", Kind.LINES, name="cách viết khác, mỗi dòng một cách"),
        FieldSpec("contact", Kind.LINES),
        *_VALID,
    )


def _person_columns(unit_name: UnitName) -> tuple[Column[Any], ...]:
    return (
        Column("name", "Họ và tên", lambda person: person.name, 22),
        Column("title", "Chức vụ", lambda person: person.title, 22, grows=True),
        Column("unit", "Đơn vị", lambda person: unit_name(person.unit_id or 0), 22),
        Column("authority", "Hình thức ký", lambda person: person.authority, 14, drops=1),
        Column("may_sign", "Được ký", lambda person: w.YES if person.may_sign else "", 8),
        Column("valid", "Hiệu lực", _valid, 22, drops=2),
    )


def _person_fields(names: Mapping[int, str]) -> tuple[FieldSpec, ...]:
    return (
        FieldSpec("name", needed="yes", name="họ và tên"),
        FieldSpec("title"),
        FieldSpec("unit_id", Kind.CHOICE, choices={None: "", **names}, span=2),
        FieldSpec("authority", Kind.OFFER, choices=w.AUTHORITIES),
        FieldSpec("may_sign", Kind.TICK, name="được ký văn bản"),
        FieldSpec("position", Kind.NUMBER, span=2),
        *_VALID,
    )


def _type_columns(_unit_name: UnitName) -> tuple[Column[Any], ...]:
    return (
        Column("code", "Mã", lambda kind: kind.code, 10),
        Column("name", "Loại văn bản", lambda kind: kind.name, 30, grows=True),
        Column("abbreviation", "Chữ viết tắt", lambda kind: kind.abbreviation, 14),
    )


def _coded_fields(*more: FieldSpec) -> Callable[[Mapping[int, str]], tuple[FieldSpec, ...]]:
    first = (
        FieldSpec("code", needed="yes"),
        FieldSpec("position", Kind.NUMBER),
        FieldSpec("name", span=2, needed="yes"),
    )
    return lambda _names: (*first, *more)


def _level_columns(_unit_name: UnitName) -> tuple[Column[Any], ...]:
    return (
        Column("code", "Mã", lambda level: level.code, 14),
        Column("name", "Cấp giao", lambda level: level.name, 40, grows=True),
    )


def _day_columns(_unit_name: UnitName) -> tuple[Column[Any], ...]:
    return (
        Column("day", "Ngày", lambda off: day(off.day), 12),
        Column("weekday", "Thứ", lambda off: WEEKDAYS[off.day.weekday()], 10),
        Column("kind", "Loại ngày", lambda off: DAY_KINDS[off.kind], 9),
        Column("reason", "Lý do", lambda off: off.reason, 20, grows=True),
    )


def _day_fields(_names: Mapping[int, str]) -> tuple[FieldSpec, ...]:
    return (
        FieldSpec("day", Kind.DAY, needed="yes"),
        FieldSpec("kind", Kind.CHOICE, choices=DAY_KINDS, name="nghỉ hay làm bù"),
        FieldSpec("reason", span=2),
    )


def _group_columns(unit_name: UnitName) -> tuple[Column[Any], ...]:
    def members(group: Group) -> str:
        return ", ".join(unit_name(unit_id) for unit_id in group.unit_ids)

    return (
        Column("name", "Nhóm", lambda group: group.group.name, 26),
        Column("count", "Số đơn vị", lambda group: str(len(group.unit_ids)), 9),
        Column("members", "Đơn vị", members, 40, grows=True),
    )


def _correction_columns(_unit_name: UnitName) -> tuple[Column[Any], ...]:
    return (
        Column("issuer", "Văn bản của", lambda row: row.issuer or w.ANY_ISSUER, 20),
        Column("field", "Ô", lambda row: NAME_FIELDS[row.field], 15),
        Column("written", "Chữ đọc được", lambda row: row.written, 22, grows=True),
        Column("meant", "Hiểu là", lambda row: row.meant, 22, grows=True),
        Column("times", "Số lần", lambda row: str(row.times), 8, drops=1),
        Column("last_used", "Gần nhất", lambda row: day(row.last_used), 12, drops=2),
    )


def _correction_fields(_names: Mapping[int, str]) -> tuple[FieldSpec, ...]:
    return (
        FieldSpec("field", Kind.CHOICE, choices=NAME_FIELDS),
        FieldSpec("issuer", name="văn bản của (trống: mọi cơ quan)"),
        FieldSpec("written", span=2, needed="yes"),
        FieldSpec("meant", span=2, needed="yes", name="hiểu là (đơn vị: ghi tên trong danh mục)"),
    )


UNITS: Final = ListSpec(
    w.UNITS, cataloguing.units, lambda unit: unit.id, lambda unit: unit.name, _unit_columns,
    lambda place: Unit("", "", position=place), _unit_fields, sheet="units",
)  # fmt: skip
PEOPLE: Final = ListSpec(
    w.PEOPLE, cataloguing.people, lambda person: person.id, lambda person: person.name, _person_columns,
    lambda place: Person("", position=place), _person_fields, sheet="people",
)  # fmt: skip
TYPES: Final = ListSpec(
    w.TYPES, cataloguing.types, lambda kind: kind.id, lambda kind: kind.name, _type_columns,
    lambda place: DocumentType("", "", position=place), _coded_fields(FieldSpec("abbreviation")),
)  # fmt: skip
LEVELS: Final = ListSpec(
    w.LEVELS, cataloguing.levels, lambda level: level.id, lambda level: level.name, _level_columns,
    lambda place: AssigningLevel("", "", position=place), _coded_fields(),
)  # fmt: skip
DAYS: Final = ListSpec(
    w.DAYS, cataloguing.days_off, lambda off: off.id, lambda off: day(off.day), _day_columns,
    lambda _place: DayOff(None, DayKind.OFF), _day_fields,  # type: ignore[arg-type]  # a blank form has no day yet
)  # fmt: skip
GROUPS: Final = ListSpec(
    w.GROUPS, cataloguing.groups, lambda group: group.group.id, lambda group: group.group.name, _group_columns,
    lambda place: Group(UnitGroup("", "", position=place), ()),
    _coded_fields(FieldSpec("aliases", Kind.LINES, span=2, name="cách viết khác, mỗi dòng một cách")),
)  # fmt: skip
CORRECTIONS: Final = ListSpec(
    w.CORRECTIONS, cataloguing.corrections, lambda row: row.id, lambda row: f"“{row.written}”", _correction_columns,
    lambda _place: ReadingCorrection("", NameField.UNIT, "", ""), _correction_fields,
)  # fmt: skip
LISTS: Final = (UNITS, GROUPS, PEOPLE, TYPES, LEVELS, DAYS, CORRECTIONS)
