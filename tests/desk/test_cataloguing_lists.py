"""Danh mục: lists that can be edited, taken to Excel and brought back, and settings."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from district_desk.desk import Desk
from district_desk.desk.assigning import assign_items, resolve
from district_desk.desk.catalogue_sheets import (
    UNIT_SHEET,
    Fate,
    apply_units,
    export_people,
    export_units,
    import_people,
    import_units,
    preview_people,
    preview_units,
)
from district_desk.desk.cataloguing import (
    calendar_years,
    days_off,
    drop,
    groups,
    levels,
    people,
    put,
    put_calendar_year,
    put_group,
    put_settings,
    put_successors,
    successions,
    types,
    units,
)
from district_desk.desk.keeping import history, journal, redo, undo, undo_operation, undoable
from district_desk.desk.registering import empty_draft, register
from district_desk.domain.assignments import Role
from district_desk.domain.calendar import CalendarYear, DayKind, DayOff
from district_desk.domain.changes import Entity
from district_desk.domain.directives import AssigningLevel, DocumentType, Source
from district_desk.domain.drafts import Draft, DraftItem
from district_desk.domain.items import Item
from district_desk.domain.problems import BadSheet, BadValue, InUse, MissingField, NothingToUndo, UnreadableFile
from district_desk.domain.units import Person, Succession, Unit, UnitGroup, UnitKind
from district_desk.exchange import write_sheet

_DAY = date(2023, 4, 3)


def _spoken(desk: Desk) -> Draft:
    draft = empty_draft(desk, Source.SPOKEN)
    directive = replace(draft.directive, subject="việc", type_code="CT", assigning_level="UBOWN")
    return replace(draft, directive=directive, items=(DraftItem(1, Item(0, path="1", text="việc")),))


def _unit(desk: Desk, code: str) -> Unit:
    return next(unit for unit in units(desk) if unit.code == code)


def test_a_unit_is_corrected_and_the_screen_sees_it_at_once(desk: Desk) -> None:
    room = _unit(desk, "PNV")
    assert resolve(desk, "Phòng Tổ chức", _DAY).units == ()

    put(desk, [replace(room, aliases="Phòng Tổ chức")])

    assert [unit.code for unit in resolve(desk, "Phòng Tổ chức", _DAY).units] == ["PNV"]


def test_two_units_never_share_a_code_and_none_is_without_a_name(desk: Desk) -> None:
    with pytest.raises(BadValue):
        put(desk, [Unit("PNV", "Phòng khác")])
    with pytest.raises(MissingField):
        put(desk, [Unit("MOI", "   ")])


def test_a_unit_in_use_is_not_dropped_and_an_unused_one_leaves_its_groups(desk: Desk) -> None:
    done = register(desk, _spoken(desk))
    assign_items(desk, done.item_ids, [_unit(desk, "PNV").id], Role.LEAD)

    with pytest.raises(InUse):
        drop(desk, [_unit(desk, "PNV")])
    drop(desk, [_unit(desk, "PYT")])

    held = {unit_id for group in groups(desk) for unit_id in group.unit_ids}
    assert held <= {unit.id for unit in units(desk)}
    undo(desk)
    assert _unit(desk, "PYT").id in {unit_id for group in groups(desk) for unit_id in group.unit_ids}


def test_types_and_levels_that_stand_on_a_document_stay(desk: Desk) -> None:
    register(desk, _spoken(desk))

    with pytest.raises(InUse):
        drop(desk, [next(each for each in types(desk) if each.code == "CT")])
    with pytest.raises(InUse):
        drop(desk, [next(each for each in levels(desk) if each.code == "UBOWN")])
    put(desk, [DocumentType("TCT", "Tờ công tác", "TCT")])
    put(desk, [AssigningLevel("BTV", "Ban Thường vụ Huyện ủy")])

    assert "TCT" in {each.code for each in types(desk)}


def test_a_group_holds_exactly_the_units_that_were_chosen(desk: Desk) -> None:
    chosen = [_unit(desk, code).id for code in ("PNV", "PTP")]
    put_group(desk, UnitGroup("TT", "Tổ công tác", "Tổ công tác cải cách hành chính"), chosen)

    group = next(each for each in groups(desk) if each.group.code == "TT")
    assert group.unit_ids == tuple(chosen)
    assert len(resolve(desk, "Tổ công tác cải cách hành chính", _DAY).units) == 2
    put_group(desk, group.group, chosen[:1])
    assert next(each for each in groups(desk) if each.group.code == "TT").unit_ids == (chosen[0],)


def test_a_unit_does_not_succeed_itself_and_no_unit_succeeds_it_twice(desk: Desk) -> None:
    first, second = _unit(desk, "PNV"), _unit(desk, "PLDTBXH")
    day = date(2025, 3, 1)

    with pytest.raises(BadValue):
        put_successors(desk, first.id, [Succession(first.id, first.id, day)])
    with pytest.raises(BadValue):
        put_successors(desk, first.id, [Succession(0, second.id, day), Succession(0, second.id, day, "một phần")])

    assert successions(desk, first.id) == []


def test_a_unit_is_divided_among_several_and_one_takes_over_from_several(desk: Desk) -> None:
    old, also, heir, other = (_unit(desk, code).id for code in ("PLDTBXH", "PYT", "PNV", "PVHTT"))
    day = date(2025, 3, 1)

    put_successors(desk, old, [Succession(0, heir, day, "lao động,  việc làm"), Succession(0, other, day, "trẻ em")])
    put_successors(desk, also, [Succession(0, heir, day)])
    assert {(s.unit_id, s.successor_id, s.part) for s in successions(desk) if s.unit_id in (old, also)} == {
        (old, heir, "lao động, việc làm"), (old, other, "trẻ em"), (also, heir, ""),
    }  # fmt: skip

    kept = next(each for each in successions(desk, old) if each.successor_id == heir)
    changes = put_successors(desk, old, [replace(kept, part="lao động")])
    assert len(changes.ids(Entity.SUCCESSION)) == 2
    assert [(s.id, s.part) for s in successions(desk, old)] == [(kept.id, "lao động")]
    undo(desk)
    assert len(successions(desk, old)) == 2


def test_nothing_ends_before_it_begins(desk: Desk) -> None:
    with pytest.raises(BadValue):
        put(desk, [Person("Lê Thị Mẫu", valid_from=date(2023, 2, 1), valid_to=date(2023, 1, 1))])


def test_the_table_of_days_moves_due_dates(desk: Desk) -> None:
    assert desk.calendar.plus_working(date(2027, 1, 4), 1) == date(2027, 1, 5)

    put(desk, [DayOff(date(2027, 1, 5), DayKind.OFF, "nghỉ bù")])
    put(desk, [DayOff(date(2027, 1, 5), DayKind.OFF, "nghỉ bù (sửa)")])
    put_calendar_year(desk, CalendarYear(2027, confirmed=True, basis="1/TB-BNV"))

    assert desk.calendar.plus_working(date(2027, 1, 4), 1) == date(2027, 1, 6)
    assert [day.reason for day in days_off(desk, 2027)] == ["nghỉ bù (sửa)"]
    assert [(year.year, year.confirmed) for year in calendar_years(desk)][-1] == (2027, True)
    with pytest.raises(BadValue):
        put(desk, [DayOff(date(2027, 1, 9), DayKind.OFF, "thứ Bảy vốn đã nghỉ")])


def test_settings_are_written_one_row_each_and_only_those_that_changed(desk: Desk) -> None:
    changes = put_settings(desk, replace(desk.office, officer="Lê Thị Mẫu", near_due_days=5))

    assert changes.count == 2
    assert (desk.office.officer, desk.office.near_due_days) == ("Lê Thị Mẫu", 5)
    assert journal(desk)[0].officer == ""
    undo(desk)
    assert desk.office.officer == ""
    redo(desk)
    assert journal(desk)[0].officer == ""
    with pytest.raises(BadValue):
        put_settings(desk, replace(desk.office, near_due_days=-1))


def test_the_making_of_the_office_is_never_taken_back(desk: Desk) -> None:
    assert undoable(desk) is None
    with pytest.raises(NothingToUndo):
        undo(desk)
    with pytest.raises(NothingToUndo):
        undo_operation(desk, journal(desk)[-1].id)


def test_an_earlier_operation_is_taken_back_and_the_record_remembers(desk: Desk) -> None:
    put(desk, [replace(_unit(desk, "PNV"), contact="0220 3786 001")])
    put(desk, [replace(_unit(desk, "PTP"), contact="0220 3786 002")])

    undo_operation(desk, journal(desk)[1].id)

    assert (_unit(desk, "PNV").contact, _unit(desk, "PTP").contact) == ("", "0220 3786 002")
    changed = [change for change in history(desk, Entity.UNIT, _unit(desk, "PNV").id) if change.field == "contact"]
    assert [(change.before, change.after) for change in changed][-2:] == [
        ("", "0220 3786 001"),
        ("0220 3786 001", ""),
    ]


def test_people_are_listed_by_given_name(desk: Desk) -> None:
    put(
        desk,
        [Person("Nguyễn Văn Đức", position=9), Person("Trần Thị An", position=9), Person("Lê Văn Dũng", position=9)],
    )

    assert [person.name for person in people(desk)][-3:] == ["Trần Thị An", "Lê Văn Dũng", "Nguyễn Văn Đức"]


def test_units_go_to_excel_and_come_back_unchanged(desk: Desk, tmp_path: Path) -> None:
    sheet = export_units(desk, tmp_path / "đơn vị.xlsx")

    preview = preview_units(desk, sheet)

    assert {line.fate for line in preview.lines} == {Fate.SAME}
    assert not apply_units(desk, preview)


def test_an_import_says_what_it_would_add_and_change_before_it_does(desk: Desk, tmp_path: Path) -> None:
    sheet = _sheet(
        tmp_path,
        {"code": "PNV", "name": "Phòng Nội vụ", "contact": "0220 1"},
        {"code": "10939", "name": "UBND xã Cẩm Đông", "groups": "UBND các xã"},
        {"code": "THON1", "name": "Thôn 1", "kind": "Thôn, tổ dân phố", "groups": "UBND các xã", "valid_from": _DAY},
    )

    preview = preview_units(desk, sheet)
    assert next((line.fate, line.changed) for line in preview.lines)[0] is Fate.CHANGE
    assert [line.fate for line in preview.lines] == [Fate.CHANGE, Fate.CHANGE, Fate.ADD]
    assert _unit(desk, "PNV").contact == ""

    changes = apply_units(desk, preview)

    assert changes.count == 3
    assert _unit(desk, "PNV").contact == "0220 1"
    new = _unit(desk, "THON1")
    assert (new.kind, new.valid_from) == (UnitKind.VILLAGE, _DAY)
    holding = {each.group.name: each.unit_ids for each in groups(desk)}
    assert new.id in holding["UBND các xã"]
    assert _unit(desk, "10939").id not in holding["UBND các xã, thị trấn"]
    assert len(holding["UBND các xã, thị trấn"]) == 16
    undo(desk)
    assert len(next(each for each in groups(desk) if each.group.code == "XTT").unit_ids) == 17


def test_a_sheet_with_a_fault_changes_nothing_and_names_the_row(desk: Desk, tmp_path: Path) -> None:
    sheet = _sheet(
        tmp_path,
        {"code": "PNV", "name": "Phòng Nội vụ đổi tên"},
        {"code": "PNV", "name": "Phòng Nội vụ"},
        {"code": "X1", "name": "Đơn vị", "groups": "Nhóm không có"},
        {"code": "X2", "name": "Đơn vị", "valid_from": date(2023, 2, 1), "valid_to": date(2023, 1, 1)},
    )

    preview = preview_units(desk, sheet)
    with pytest.raises(BadSheet) as refused:
        import_units(desk, sheet)

    assert [line.fate for line in preview.lines] == [Fate.CHANGE, Fate.FAULTY, Fate.FAULTY, Fate.FAULTY]
    assert (refused.value.row, refused.value.detail) == (3, "mã “PNV” đã có ở dòng 2")
    assert _unit(desk, "PNV").name == "Phòng Nội vụ"


def test_people_go_to_excel_and_come_back(desk: Desk, tmp_path: Path) -> None:
    put(desk, [Person("Lê Thị Mẫu", "Phó Chánh Văn phòng", _unit(desk, "VP").id, "KT.", 1)])
    sheet = export_people(desk, tmp_path / "cán bộ.xlsx")
    drop(desk, [person for person in people(desk) if person.name == "Lê Thị Mẫu"])

    assert [line.fate for line in preview_people(desk, sheet).lines] == [Fate.ADD, Fate.SAME]
    import_people(desk, sheet)

    back = next(person for person in people(desk) if person.name == "Lê Thị Mẫu")
    assert (back.title, back.unit_id, back.may_sign) == ("Phó Chánh Văn phòng", _unit(desk, "VP").id, 1)


def test_a_file_that_is_not_there_is_no_sheet(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        preview_units(desk, tmp_path / "mất.xlsx")


def _sheet(folder: Path, *rows: dict[str, str | date]) -> Path:
    path = folder / "nhập.xlsx"
    path.write_bytes(write_sheet(UNIT_SHEET, rows))
    return path
