"""Units and people as Excel lists: out, and back with a look at every row before anything is written."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from district_desk.desk.cataloguing import groups, people, put_checked, set_members, units
from district_desk.desk.machine import write_whole
from district_desk.desk.office_desk import Desk
from district_desk.desk.words import UNIT_KINDS
from district_desk.domain.changes import Changes
from district_desk.domain.problems import BadSheet
from district_desk.domain.units import GroupMember, Person, Unit, UnitGroup
from district_desk.domain.vietnamese import fold
from district_desk.exchange import Cell, Column, ColumnType, Row, Sheet, read_sheet, write_sheet
from district_desk.store import Writing

_KIND_OF: Final = {label: kind for kind, label in UNIT_KINDS.items()}
_YES, _NO = "Có", "Không"

UNIT_SHEET: Final = Sheet(
    "Đơn vị",
    (
        Column("code", "Mã", 12, required=True, note="Mã không đổi trong suốt đời của đơn vị."),
        Column("name", "Tên đơn vị", 42, required=True),
        Column("short_name", "Tên ngắn", 20),
        Column("kind", "Loại", 20, ColumnType.CHOICE, tuple(_KIND_OF)),
        Column("head_title", "Chức danh người đứng đầu", 28),
        Column("symbol", "Chữ viết tắt", 12),
        Column("groups", "Nhóm", 32, note="Tên các nhóm, cách nhau bằng dấu chấm phẩy."),
        Column("aliases", "Cách viết khác", 32, note="Mỗi cách viết một dòng trong ô (Alt+Enter)."),
        Column("contact", "Liên hệ", 24),
        Column("position", "Thứ tự", 8, ColumnType.NUMBER),
        Column("valid_from", "Có từ ngày", 12, ColumnType.DATE),
        Column("valid_to", "Đến hết ngày", 12, ColumnType.DATE),
    ),
)
PEOPLE_SHEET: Final = Sheet(
    "Cán bộ",
    (
        Column("name", "Họ và tên", 28, required=True),
        Column("title", "Chức vụ", 28),
        Column("unit", "Mã đơn vị", 12),
        Column("authority", "Hình thức ký", 20),
        Column("may_sign", "Được ký", 10, ColumnType.CHOICE, (_YES, _NO)),
        Column("position", "Thứ tự", 8, ColumnType.NUMBER),
        Column("valid_from", "Có từ ngày", 12, ColumnType.DATE),
        Column("valid_to", "Đến hết ngày", 12, ColumnType.DATE),
    ),
)


class Fate(StrEnum):
    """What an import would do with a row."""

    ADD = "add"
    CHANGE = "change"
    SAME = "same"
    FAULTY = "faulty"


@dataclass(frozen=True, slots=True)
class ImportLine:
    """One row of a sheet: its number, what would become of it, the record, the fields that differ, the faults.

    ``groups`` are the codes of a unit's groups, None where the sheet has no such column.
    """

    row: int
    fate: Fate
    record: Unit | Person | None
    changed: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    groups: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """A sheet that was read and not yet applied."""

    path: Path
    lines: tuple[ImportLine, ...]

    def count(self, fate: Fate) -> int:
        """How many rows have that fate."""
        return sum(1 for line in self.lines if line.fate is fate)


def export_units(desk: Desk, path: Path) -> Path:
    """Write all units to an Excel workbook; an existing file is replaced when the new one is complete."""
    held: dict[int, list[str]] = {}
    for group in groups(desk):
        for unit_id in group.unit_ids:
            held.setdefault(unit_id, []).append(group.group.name)
    rows = (
        _cells(unit, UNIT_SHEET) | {"kind": UNIT_KINDS[unit.kind], "groups": "; ".join(held.get(unit.id, ()))}
        for unit in units(desk)
    )
    return write_whole(path, write_sheet(UNIT_SHEET, rows))


def export_people(desk: Desk, path: Path) -> Path:
    """Write all people to an Excel workbook."""
    codes = {unit.id: unit.code for unit in units(desk)}
    rows = (
        _cells(person, PEOPLE_SHEET)
        | {"unit": codes.get(person.unit_id or 0, ""), "may_sign": _YES if person.may_sign else _NO}
        for person in people(desk)
    )
    return write_whole(path, write_sheet(PEOPLE_SHEET, rows))


def preview_units(desk: Desk, path: Path) -> ImportPreview:
    """Read a sheet of units and say what it would add, change, leave or cannot use. Rows are matched by code.

    Raises:
        UnreadableFile, BadSheet: the file cannot be used at all.
    """
    known = {unit.code: unit for unit in units(desk)}
    names = {fold(group.group.name): group.group.code for group in groups(desk)}
    held = {group.group.code: set(group.unit_ids) for group in groups(desk)}

    def line_of(row: Row) -> ImportLine:
        before = known.get(str(row.values["code"]))
        record = _changed(before or Unit("", ""), row, {"kind": _KIND_OF.get(str(row.values.get("kind") or ""))})
        wanted, faults = _groups(row, names)
        line = _fate(row, before, record, faults)
        if wanted is None or line.fate is Fate.FAULTY:
            return line
        now = {code for code, ids in held.items() if before and before.id in ids}
        if line.fate is Fate.SAME and set(wanted) != now:
            line = replace(line, fate=Fate.CHANGE, changed=("groups",))
        return replace(line, groups=wanted)

    return _preview(path, UNIT_SHEET, "code", line_of)


def preview_people(desk: Desk, path: Path) -> ImportPreview:
    """Read a sheet of people. Rows are matched by name and unit; two people of one name in one unit need titles."""
    by_code = {unit.code: unit.id for unit in units(desk)}
    known = {(person.name, person.unit_id): person for person in people(desk)}

    def line_of(row: Row) -> ImportLine:
        code = str(row.values.get("unit") or "")
        unit_id = by_code.get(code)
        faults = (f"cột “Mã đơn vị” không có đơn vị nào mang mã “{code}”",) if code and unit_id is None else ()
        before = known.get((str(row.values["name"]), unit_id))
        given = {"unit_id": unit_id, "may_sign": int(row.values.get("may_sign") == _YES)}
        return _fate(row, before, _changed(before or Person(""), row, given), faults)

    return _preview(path, PEOPLE_SHEET, "", line_of)


def apply_units(desk: Desk, preview: ImportPreview) -> Changes:
    """Write what a preview of units said, as one operation.

    Raises:
        BadSheet: a row has a fault; nothing is written.
    """
    return _apply(desk, "import_units", preview)


def apply_people(desk: Desk, preview: ImportPreview) -> Changes:
    """Write what a preview of people said, as one operation."""
    return _apply(desk, "import_people", preview)


def import_units(desk: Desk, path: Path) -> Changes:
    """Read a sheet of units and write it, where no row has a fault."""
    return apply_units(desk, preview_units(desk, path))


def import_people(desk: Desk, path: Path) -> Changes:
    """Read a sheet of people and write it, where no row has a fault."""
    return apply_people(desk, preview_people(desk, path))


def _preview(path: Path, sheet: Sheet, key: str, line_of: Callable[[Row], ImportLine]) -> ImportPreview:
    seen: dict[Cell, int] = {}
    lines = []
    for row in read_sheet(path, sheet):
        value = row.values.get(key)
        if key and value in seen:
            fault = f"mã “{value}” đã có ở dòng {seen[value]}"
            lines.append(ImportLine(row.number, Fate.FAULTY, None, faults=(*row.faults, fault)))
            continue
        seen[value] = row.number
        lines.append(line_of(row))
    return ImportPreview(path, tuple(lines))


def _cells(record: Unit | Person, sheet: Sheet) -> dict[str, Cell]:
    names = {field.name for field in fields(record)}
    return {column.key: getattr(record, column.key) for column in sheet.columns if column.key in names}


def _changed(base: Any, row: Row, given: Mapping[str, object]) -> Any:
    """The record with the row's cells; a column that the sheet lacks leaves its field as it is."""
    names = {field.name for field in fields(base)}
    cells: dict[str, Any] = {}
    for key, value in row.values.items():
        if key not in names:
            continue
        mapped = given.get(key, value)
        if mapped is None and not _may_be_none(key):
            continue
        cells[key] = mapped
    if isinstance(base, Person):
        cells |= {key: value for key, value in given.items() if key != "may_sign" or key in row.values}
    return replace(base, **cells)


def _may_be_none(key: str) -> bool:
    return key in ("valid_from", "valid_to", "unit_id")


def _groups(row: Row, names: Mapping[str, str]) -> tuple[tuple[str, ...] | None, tuple[str, ...]]:
    if "groups" not in row.values:
        return None, ()
    written = [part.strip() for part in str(row.values["groups"] or "").replace("\n", ";").split(";") if part.strip()]
    unknown = [name for name in written if fold(name) not in names]
    faults = tuple(f"cột “Nhóm” không có nhóm “{name}”" for name in unknown)
    return tuple(names[fold(name)] for name in written if fold(name) in names), faults


def _fate(row: Row, before: Unit | Person | None, record: Unit | Person, further: Sequence[str] = ()) -> ImportLine:
    faults = (*row.faults, *further, *_impossible(record.valid_from, record.valid_to))
    if faults:
        return ImportLine(row.number, Fate.FAULTY, None, faults=faults)
    if before is None:
        return ImportLine(row.number, Fate.ADD, record)
    changed = tuple(f.name for f in fields(record) if getattr(record, f.name) != getattr(before, f.name))
    return ImportLine(row.number, Fate.CHANGE if changed else Fate.SAME, record, changed)


def _impossible(first: date | None, last: date | None) -> tuple[str, ...]:
    return ("ngày hết hiệu lực trước ngày bắt đầu",) if first and last and last < first else ()


def _apply(desk: Desk, kind: str, preview: ImportPreview) -> Changes:
    for line in preview.lines:
        if line.faults:
            raise BadSheet(preview.path, line.row, "; ".join(line.faults))
    with desk.writing(kind, subject=preview.path.name) as writing:
        wanted: dict[str, list[int]] = {}
        touched = [line for line in preview.lines if line.fate is not Fate.SAME]
        for line in preview.lines:
            stored = _put(writing, line.record) if line in touched else line.record
            for code in line.groups or ():
                wanted.setdefault(code, []).append(stored.id if stored else 0)
        if any(line.groups is not None for line in preview.lines):
            _regroup(writing, preview.lines, wanted)
        writing.note(count=len(touched))
    return writing.changes


def _put(writing: Writing, record: Unit | Person | None) -> Unit | Person | None:
    return put_checked(writing, record) if isinstance(record, Unit) else record and put_checked(writing, record)


def _regroup(writing: Writing, lines: Iterable[ImportLine], wanted: Mapping[str, Sequence[int]]) -> None:
    """Set the groups of the units in the sheet; a unit that is not in the sheet stays where it is."""
    in_sheet = {line.record.id for line in lines if line.record and line.groups is not None}
    for group in writing.reader.find(UnitGroup, "position"):
        kept = [m.unit_id for m in writing.reader.find(GroupMember, group_id=group.id) if m.unit_id not in in_sheet]
        set_members(writing, group.id, [*kept, *wanted.get(group.code, ())])
