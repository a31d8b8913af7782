"""Danh mục and Nhật ký in the real window: editing in place, Excel with a preview, undo, snapshots, restoring."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from district_desk.desk import cataloguing, keeping
from district_desk.desk.catalogue_sheets import Fate, export_units
from district_desk.desk.cataloguing import Group
from district_desk.domain.calendar import DayKind, DayOff
from district_desk.domain.office import SETTING_KEYS
from district_desk.domain.units import Person, Succession, Unit, UnitGroup
from district_desk.ui.catalogue import words as w
from district_desk.ui.catalogue.group_form import GroupForm
from district_desk.ui.catalogue.import_view import ImportView
from district_desk.ui.catalogue.lists import DAYS, GROUPS, LISTS, PEOPLE, UNITS
from district_desk.ui.catalogue.record_form import RecordForm, value_of
from district_desk.ui.catalogue.setting_words import NOT_A_SETTING
from district_desk.ui.catalogue.successors_form import SuccessorsForm
from district_desk.ui.opening import Opening
from district_desk.ui.places import PageKey
from district_desk.ui.widgets.ask import Question


@pytest.fixture
def catalogue(window, settled):
    window.go(PageKey.CATALOGUE)
    settled()
    return window.page(PageKey.CATALOGUE)


@pytest.fixture
def journal(window, settled):
    window.go(PageKey.JOURNAL)
    settled()
    return window.page(PageKey.JOURNAL)


def section(catalogue, name):
    return next(each for each in catalogue.lists if each.spec.name == name)


def test_every_list_of_the_office_is_there_and_filled(catalogue):
    figures = {each.spec.name: each.model.rowCount() for each in catalogue.lists}
    assert set(figures) == {spec.name for spec in LISTS}
    assert all(figures[name] for name in (w.UNITS, w.GROUPS, w.TYPES, w.LEVELS, w.DAYS))


def test_a_unit_is_edited_in_a_form_and_stands_in_the_list_afterwards(catalogue, window, settled, monkeypatch):
    units = section(catalogue, w.UNITS)
    monkeypatch.setattr(
        RecordForm, "ask", classmethod(lambda cls, parent, title, record, specs: replace(record, contact="0220 123"))
    )
    chosen = units.table.current_id()
    units._edit()
    settled()
    assert window.desk.store.reading().get(Unit, chosen).contact == "0220 123"
    assert units.model.record(chosen).contact == "0220 123"
    assert window.foot.done.startswith("Đã sửa")


def test_the_form_shows_a_record_gives_it_back_unchanged_and_marks_what_is_needed(app, qtbot):
    unit = Unit("PNV", "Phòng Nội vụ", valid_from=date(2016, 5, 1))
    form = RecordForm(None, w.UNITS, unit, UNITS.fields_of({}))
    qtbot.addWidget(form)
    assert form.record == unit

    form.entries["name"].clear()
    form._try()
    assert form.result() == 0
    assert form._rows["name"]._fault.text() == w.NEEDED

    form.entries["name"].setText("Phòng Nội vụ huyện")
    form.entries["valid_to"].setText("30/6")
    qtbot.keyClicks(form.entries["valid_to"], "/")
    form._try()
    assert form.result() == 0
    form.entries["valid_to"].clear()
    qtbot.keyClicks(form.entries["valid_to"], "30/6/2025")
    form._try()
    assert form.result() == 1
    assert form.record == replace(unit, name="Phòng Nội vụ huyện", valid_to=date(2025, 6, 30))


def test_a_blank_day_off_has_no_day(app, qtbot):
    form = RecordForm(None, w.DAYS, DAYS.blank(0), DAYS.fields_of({}))
    qtbot.addWidget(form)
    assert value_of(form.entries["day"]) is None
    form.entries["day"].set_value(date(2023, 9, 1))
    assert form.record == DayOff(date(2023, 9, 1), DayKind.OFF)


def test_a_group_keeps_its_ticks(catalogue, window, qtbot):
    groups = cataloguing.groups(window.desk)
    names = {unit.id: unit.name for unit in cataloguing.units(window.desk)}
    form = GroupForm(None, groups[0], names, section(catalogue, w.GROUPS).spec.fields_of(names))
    qtbot.addWidget(form)
    assert set(form.unit_ids) == set(groups[0].unit_ids)
    form.members.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert form.members.item(0).data(Qt.ItemDataRole.UserRole) not in form.unit_ids


def test_members_of_a_group_are_found_without_marks_and_ticked_from_the_keyboard(
    catalogue, window, qtbot, type_vietnamese
):
    names = {unit.id: unit.name for unit in cataloguing.units(window.desk)}
    form = GroupForm(None, Group(UnitGroup("TT", "Tổ"), ()), names, GROUPS.fields_of(names))
    qtbot.addWidget(form)
    form.show()
    type_vietnamese(form.search, "phong noi vu")
    shown = [form.members.item(place) for place in range(form.members.count())]
    assert [item.text() for item in shown if not item.isHidden()] == ["Phòng Nội vụ"]

    qtbot.keyClick(form.search, Qt.Key.Key_Return)
    assert [names[each] for each in form.unit_ids] == ["Phòng Nội vụ"]
    assert form.result() == 0, "Enter in the search does not close the form"

    form.search.setText("ubnd xa")
    form._tick_shown()
    assert {names[each][:7] for each in form.unit_ids} == {"Phòng N", "UBND xã"}
    form._untick_shown()
    assert [names[each] for each in form.unit_ids] == ["Phòng Nội vụ"]
    assert form.count.text().startswith("Đã chọn 1 trên ")


def test_a_unit_goes_to_several_with_day_and_part_and_the_list_says_so(catalogue, window, settled, qtbot, monkeypatch):
    units = section(catalogue, w.UNITS)
    ids = {unit.code: unit.id for unit in cataloguing.units(window.desk)}
    ended = replace(next(u for u in cataloguing.units(window.desk) if u.code == "PYT"), valid_to=date(2025, 2, 28))
    window.operations.run(lambda: cataloguing.put(window.desk, [ended]))
    settled()

    def fill(form):
        first = form.rows[0]
        assert first.on.value == date(2025, 3, 1), "the day after the last one is offered"
        first.unit.setCurrentIndex(first.unit.findData(ids["PVHTT"]))
        first.part.setText("y tế dự phòng")
        form.more.click()
        second = form.rows[1]
        second.unit.setCurrentIndex(second.unit.findData(ids["PVHTT"]))
        form._try()
        assert form.result() == 0
        assert "đã có ở dòng trên" in form._fault.text()
        second.unit.setCurrentIndex(second.unit.findData(ids["PNV"]))
        form._try()
        return form.result()

    monkeypatch.setattr(SuccessorsForm, "exec", fill)
    units.table.choose(ids["PYT"])
    units.edit_successors()
    settled()

    assert {(s.successor_id, s.on, s.part) for s in cataloguing.successions(window.desk, ids["PYT"])} == {
        (ids["PVHTT"], date(2025, 3, 1), "y tế dự phòng"), (ids["PNV"], date(2025, 3, 1), ""),
    }  # fmt: skip
    assert "y tế dự phòng" in units.heirs(ids["PYT"])
    assert window.foot.done == "Đã sửa đơn vị kế thừa của Phòng Y tế"


def test_a_successor_is_taken_off_again_and_whom_a_unit_succeeds_is_said(catalogue, window, qtbot):
    units = {unit.code: unit for unit in cataloguing.units(window.desk)}
    names = {unit.id: unit.name for unit in units.values()}
    day = date(2025, 3, 1)
    known = [
        Succession(units["PYT"].id, units["PNV"].id, day, id=1),
        Succession(units["PNV"].id, units["PVHTT"].id, day, id=2),
    ]
    form = SuccessorsForm(None, replace(units["PNV"], valid_to=None), names, known)
    qtbot.addWidget(form)
    assert form.records == [known[1]]
    assert any("nhận từ: Phòng Y tế" in label.text() for label in form.findChildren(QLabel))
    form.rows[0].gone.click()
    assert form.records == []
    form.add_row()
    form.rows[0].unit.setCurrentIndex(1)
    form._try()
    assert form._fault.text() == w.DAY_NEEDED


def test_a_person_signs_as_offered_or_as_the_office_writes_it_and_does_not_end_before_beginning(app, qtbot):
    person = Person("Lê Thị Mẫu", authority="TUQ. CHỦ TỊCH", valid_from=date(2023, 2, 1))
    form = RecordForm(None, w.PEOPLE, person, PEOPLE.fields_of({}))
    qtbot.addWidget(form)
    assert form.record == person
    form.entries["authority"].setCurrentText("TM. BAN CHỈ ĐẠO")
    form.entries["may_sign"].setChecked(True)
    form.entries["valid_to"].set_value(date(2023, 1, 1))
    form._try()
    assert form.result() == 0
    assert form._rows["valid_to"]._fault.text() == w.WRONG_ORDER
    form.entries["valid_to"].set_value(date(2023, 12, 31))
    form._try()
    assert form.result() == 1
    assert (form.record.authority, form.record.may_sign) == ("TM. BAN CHỈ ĐẠO", 1)


def test_dropping_asks_and_what_is_in_use_stays_with_a_sentence(catalogue, window, settled, monkeypatch):
    monkeypatch.setattr(Question, "ask", classmethod(lambda *args, **kwargs: True))
    levels = section(catalogue, w.LEVELS)
    before = levels.model.rowCount()
    levels._drop()
    settled()
    used = "đang được dùng" in window.messages.sentence
    assert levels.model.rowCount() == (before if used else before - 1)

    units = section(catalogue, w.UNITS)
    window.operations.run(lambda: cataloguing.put(window.desk, [Unit("MOI", "Phòng Mới", position=0)]))
    settled()
    made = next(each.id for each in cataloguing.units(window.desk) if each.code == "MOI")
    units.table.choose(made)
    units._drop()
    settled()
    assert "MOI" not in {unit.code for unit in cataloguing.units(window.desk)}


def test_a_list_is_searched_without_marks(catalogue, type_vietnamese, qtbot):
    units = section(catalogue, w.UNITS)
    catalogue.choose(w.UNITS)
    type_vietnamese(units.search, "noi vu")
    qtbot.keyClick(units.search, Qt.Key.Key_Return)
    shown = [units.model.row(place).name for place in range(units.model.rowCount())]
    assert shown == ["Phòng Nội vụ"]


def test_units_come_back_from_excel_after_a_look(catalogue, window, settled, tmp_path, monkeypatch):
    units = section(catalogue, w.UNITS)
    seen = []

    def look(cls, parent, preview):
        view = ImportView(parent, preview)
        seen.append((preview.count(Fate.SAME), preview.count(Fate.CHANGE), view.yes.isEnabled()))
        view.deleteLater()
        return view.yes.isEnabled()

    monkeypatch.setattr(ImportView, "ask", classmethod(look))
    path = export_units(window.desk, tmp_path / "don-vi.xlsx")
    units.import_from(path)
    settled()
    assert seen[0][0] == units.model.rowCount()
    assert seen[0][1:] == (0, False)

    unit = cataloguing.units(window.desk)[0]
    window.operations.run(lambda: cataloguing.put(window.desk, [replace(unit, contact="đã đổi")]))
    settled()
    units.import_from(path)
    settled()
    assert seen[1][1:] == (1, True)
    assert window.desk.store.reading().get(Unit, unit.id).contact == unit.contact


def test_a_sheet_that_is_none_gives_a_sentence(catalogue, window, settled, tmp_path):
    path = tmp_path / "không phải.xlsx"
    path.write_bytes(b"PK not really")
    section(catalogue, w.UNITS).import_from(path)
    settled()
    assert "không phải.xlsx" in window.messages.sentence


def test_settings_are_saved_only_when_asked_and_leaving_unsaved_ones_asks(catalogue, window, settled, monkeypatch):
    office = catalogue.office
    assert not office.save.isEnabled()
    office.entries["signer_name"].setText("Nguyễn Văn Ví Dụ")
    assert office.save.isEnabled()

    monkeypatch.setattr(Question, "ask", classmethod(lambda *args, **kwargs: False))
    window.go(PageKey.TASKS)
    assert window.here is PageKey.CATALOGUE

    office.save.click()
    settled()
    assert window.desk.office.signer_name == "Nguyễn Văn Ví Dụ"
    assert not office.save.isEnabled()
    assert window.messages.sentence == w.SAVED


def test_a_list_is_worked_from_the_keyboard(catalogue, window, settled, qtbot, monkeypatch):
    levels = section(catalogue, w.LEVELS)
    catalogue.choose(w.LEVELS)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    levels.table.setFocus()
    fresh = classmethod(lambda cls, parent, title, record, specs: replace(record, code="BTV", name="Ban Thường vụ"))
    monkeypatch.setattr(RecordForm, "ask", fresh)
    qtbot.keyClick(levels.table, Qt.Key.Key_Insert)
    settled()
    made = next(each for each in cataloguing.levels(window.desk) if each.code == "BTV")

    levels.table.choose(made.id)
    renamed = classmethod(lambda cls, parent, title, record, specs: replace(record, name="Ban Thường vụ Huyện ủy"))
    monkeypatch.setattr(RecordForm, "ask", renamed)
    qtbot.keyClick(levels.table, Qt.Key.Key_Return)
    settled()
    assert levels.model.record(made.id).name == "Ban Thường vụ Huyện ủy"

    monkeypatch.setattr(Question, "ask", classmethod(lambda *args, **kwargs: True))
    qtbot.keyClick(levels.table, Qt.Key.Key_Delete)
    settled()
    assert "BTV" not in {each.code for each in cataloguing.levels(window.desk)}


def test_every_setting_of_the_office_can_be_edited_under_a_vietnamese_name(catalogue):
    assert set(catalogue.office.entries) == set(SETTING_KEYS) - set(NOT_A_SETTING)
    names = [catalogue.office._rows[key].name.text() for key in catalogue.office.entries]
    assert not set(names) & set(SETTING_KEYS)
    assert len(set(names)) == len(names)


def test_a_setting_that_cannot_be_is_told_at_its_field_and_not_saved(catalogue):
    office = catalogue.office
    office.entries["month_report_day"].setText("ngày 20")
    assert "hai chữ số" in office._rows["month_report_day"]._fault.text()
    assert not office.save.isEnabled()
    office.entries["month_report_day"].setText("-25")
    assert office._rows["month_report_day"]._fault.text() == ""
    assert office.save.isEnabled()
    office.discard()
    assert not office.is_edited


def test_the_clerk_s_own_unit_and_the_weekday_are_chosen_by_name(catalogue, window, settled):
    office = catalogue.office
    unit, weekday = office.entries["bureau_unit"], office.entries["week_report_day"]
    assert unit.currentText().startswith("Văn phòng")
    unit.setCurrentIndex(unit.findData("PNV"))
    weekday.setCurrentText("Thứ Hai")
    office.save.click()
    settled()
    assert (window.desk.office.bureau_unit, window.desk.office.week_report_day) == ("PNV", 2)
    assert unit.currentData() == "PNV"
    assert not office.is_edited


def test_loading_the_settings_writes_nothing(catalogue, window, settled):
    before = keeping.journal(window.desk, limit=1)
    catalogue.refresh()
    settled()
    assert keeping.journal(window.desk, limit=1) == before


def test_the_journal_takes_a_chosen_operation_back(journal, window, settled):
    unit = cataloguing.units(window.desk)[0]
    window.operations.run(lambda: cataloguing.put(window.desk, [replace(unit, contact="một")]))
    window.operations.run(
        lambda: cataloguing.put(window.desk, [replace(cataloguing.types(window.desk)[0], position=99)])
    )
    settled()
    settled()
    second = journal.journal.row(1)
    assert second.kind == "put_units"
    journal.journal_table.choose(second.id)
    journal._undo.trigger()
    settled()
    assert window.desk.store.reading().get(Unit, unit.id).contact == unit.contact
    assert journal.journal.record(second.id).undone


def test_the_founding_of_the_office_cannot_be_taken_back(journal):
    last = journal.journal.row(journal.journal.rowCount() - 1)
    assert last.kind == "create_office"
    journal.journal_table.choose(last.id)
    assert not journal._undo.isEnabled()


def test_a_copy_is_made_named_and_restored_after_a_question(app, window, journal, settled, qtbot, monkeypatch):
    window.foot.set_kept("")
    journal._do_backup()
    settled()
    assert window.messages.sentence.startswith("Đã sao lưu")
    assert window.foot._kept.text().startswith("Sao lưu gần nhất: ")
    newest = journal.copies.row(0).snapshot

    unit = cataloguing.units(window.desk)[0]
    window.operations.run(lambda: cataloguing.put(window.desk, [replace(unit, contact="sẽ mất")]))
    settled()
    asked = []
    monkeypatch.setattr(Question, "ask", classmethod(lambda *args, **kwargs: asked.append(args) or True))
    place = next(n for n in range(journal.copies.rowCount()) if journal.copies.row(n).snapshot == newest)
    journal.copies_table.choose(journal.copies.row(place).number)
    with qtbot.waitSignal(window.opened, timeout=10_000):
        journal._do_restore()
    settled()

    assert len(asked) == 1
    assert window.here is PageKey.REGISTER
    assert window.messages.sentence.startswith("Đã khôi phục")
    assert window.desk.store.reading().get(Unit, unit.id).contact == unit.contact
    assert isinstance(window.findChild(Opening), Opening)


def test_the_check_says_that_all_is_well_or_what_is_not(journal, window, settled, office_folder):
    journal._do_check()
    settled()
    assert window.messages.sentence == "Dữ liệu toàn vẹn: tệp dữ liệu và mọi tệp đính kèm đều đúng."

    next(path for path in (office_folder / "attachments").rglob("*") if path.is_file()).unlink()
    journal._do_check()
    settled()
    assert window.messages.sentence.startswith("Thiếu tệp đính kèm")
