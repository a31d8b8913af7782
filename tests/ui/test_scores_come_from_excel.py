"""The table of results, and a workbook of scores previewed over it: answered, agreed to, taken, undone."""

from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt

from district_desk.desk.keeping import undo
from district_desk.desk.opening import create_office
from district_desk.desk.reform.score_answers import remembered
from district_desk.domain.reform_index import IndexSet
from district_desk.domain.reform_scores import Score, UnitRating
from district_desk.domain.units import Unit
from district_desk.ui.reform import score_import_words as iw
from district_desk.ui.reform.results_section import ResultsSection

HEADINGS = ("TT", "Đơn vị", "Cải cách thủ tục hành chính", "Cải cách tài chính công", "Điểm lạ", "Xếp loại")
MAXIMA = (None, "Điểm tối đa", 20, 10, 5, None)
ROWS = (("UBND xã Cao An", 18, "9,5", 3, "Hoàn thành tốt nhiệm vụ"), ("UBND xã Cẩm Đông", 14.99, 8, 2, ""))


def workbook(path: Path, rows=ROWS, year: int = 2022) -> Path:
    book = Workbook()
    for row in ([f"CHỈ SỐ CCHC NĂM {year}"], HEADINGS, MAXIMA, *((None, *row) for row in rows)):
        book.active.append(row)
    book.save(path)
    return path


@pytest.fixture
def desk(tmp_path):
    made = create_office(tmp_path / "office", "cam-giang-2023", clock=lambda: datetime(2023, 4, 3, 8, 0))
    yield made
    made.close()


@pytest.fixture
def section(desk, operations, qtbot):
    made = ResultsSection(operations)
    operations.changed.connect(lambda changes, _: made.on_changes(changes))
    made.show_year(desk, 2022)
    made.resize(1100, 600)
    made.show()
    yield made
    qtbot.waitUntil(lambda: not operations.busy)
    operations.close()
    made.close()
    made.deleteLater()


@pytest.fixture
def look_at(section, qtbot):
    """Preview a workbook; the dialog goes with the section."""

    def look_at(path):
        dialog = section.take_file(path)
        qtbot.waitUntil(lambda: not section.operations.busy)
        return dialog

    return look_at


def settle(qtbot, section):
    qtbot.waitUntil(lambda: not section.operations.busy)


def answer(dialog, written, choice):
    """Choose what a row of the tab "Cột và tên" means."""
    number = next(each for each in dialog.asking.model.ids if dialog.asking.model.record(each)[1].written == written)
    dialog.asking.table.choose(number)
    place = dialog.asking.box.findText(choice)
    assert place >= 0
    dialog.asking.box.setCurrentIndex(place)
    dialog.asking.box.activated.emit(place)


def test_an_unknown_column_is_asked_about_remembered_and_the_year_gets_its_index(
    section, desk, look_at, qtbot, tmp_path
):
    dialog = look_at(workbook(tmp_path / "a.xlsx"))
    assert "chưa có bộ chỉ số" in dialog.messages.sentence
    assert not dialog.yes.isEnabled()
    answer(dialog, "Điểm lạ", "Lĩnh vực mới của bộ chỉ số")
    settle(qtbot, section)
    assert dialog.yes.text() == iw.take(7)
    qtbot.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    settle(qtbot, section)

    assert len(desk.store.reading().find(Score)) == 6
    assert [(match.scope, match.written, match.target) for match in remembered(desk)] == [("column", "diem la", "+")]
    settle(qtbot, section)
    assert [section.table.model().row(place).result.unit.name for place in range(2)] == [
        "UBND xã Cao An", "UBND xã Cẩm Đông",
    ]  # fmt: skip
    undo(desk)
    assert desk.store.reading().find(IndexSet) == []


def test_faulty_cells_are_left_out_only_when_the_clerk_agrees(section, desk, look_at, qtbot, tmp_path):
    rows = [ROWS[0], ("UBND xã Cẩm Đôngg", 1, 1, 1, ""), ("UBND xã Cẩm Vũ", 99, "mười", 1, "")]
    dialog = look_at(workbook(tmp_path / "a.xlsx", rows))
    answer(dialog, "Điểm lạ", iw.LEAVE_OUT)
    settle(qtbot, section)
    faults = [dialog.faults.record(each)[1].cell for each in dialog.faults.ids]
    assert faults == ["B5", "C6", "D6"]
    assert not dialog.yes.isEnabled()

    answer(dialog, "UBND xã Cẩm Đôngg", "UBND xã Cẩm Đông")
    settle(qtbot, section)
    assert len(dialog.faults.ids) == 2
    dialog.skip.setChecked(True)
    dialog.take()
    settle(qtbot, section)
    assert len(desk.store.reading().find(Score)) == 4
    [unit] = desk.store.reading().find(Unit, name="UBND xã Cẩm Đông")
    assert {match.target for match in remembered(desk)} == {"", unit.code}


def test_what_is_remembered_serves_the_next_workbook_and_can_be_forgotten(section, desk, look_at, qtbot, tmp_path):
    dialog = look_at(workbook(tmp_path / "a.xlsx"))
    answer(dialog, "Điểm lạ", iw.LEAVE_OUT)
    settle(qtbot, section)
    dialog.take()
    settle(qtbot, section)

    again = look_at(workbook(tmp_path / "b.xlsx", [("UBND xã Cao An", 17, 9, 3, "")]))
    assert not again.asking.has_open
    memory = again.show_memory()
    memory.remove()
    settle(qtbot, section)
    assert memory.none.isVisible()
    memory.close()
    settle(qtbot, section)
    assert again.asking.has_open


def test_another_years_file_is_refused_whole(section, look_at, tmp_path):
    dialog = look_at(workbook(tmp_path / "a.xlsx", year=2021))
    assert dialog.messages.sentence == iw.stopped("Tệp ghi năm 2021, không phải năm 2022.")
    assert not dialog.yes.isEnabled()
    assert not dialog.skip.isVisible()


def test_the_official_rating_is_typed_over_the_table_and_said_to_differ(section, desk, look_at, qtbot, tmp_path):
    dialog = look_at(workbook(tmp_path / "a.xlsx"))
    answer(dialog, "Điểm lạ", iw.LEAVE_OUT)
    settle(qtbot, section)
    dialog.take()
    settle(qtbot, section)
    qtbot.waitUntil(lambda: section.table is not None and section.table.model().rowCount() == 2)

    unit = section.table.current_id()
    form = section.rate(unit)
    form.rating.setCurrentText("Hoàn thành nhiệm vụ")
    form.rank.setText("không")
    form.keep()
    assert "không phải là thứ hạng" in form.messages.sentence
    form.rank.setText("2")
    form.keep()
    settle(qtbot, section)

    [kept] = [each for each in desk.store.reading().find(UnitRating) if each.unit_id == unit]
    assert (kept.rating, kept.rank) == ("Hoàn thành nhiệm vụ", 2)
    settle(qtbot, section)
    model = section.table.model()
    shown = {column.key: model.index(0, place).data() for place, column in enumerate(model.columns)}
    assert shown["rating"] == "≠ Hoàn thành nhiệm vụ"
    assert shown["rank"] == "2"


def test_a_later_year_shows_how_far_each_unit_rose(section, desk, look_at, qtbot, tmp_path):
    for year, points in ((2022, 14), (2023, 17)):
        section.show_year(desk, year)
        rows = [("UBND xã Cao An", points, 9, 3, ""), ("UBND xã Cẩm Đông", 16, 8, 3, "")]
        dialog = look_at(workbook(tmp_path / f"{year}.xlsx", rows, year))
        if dialog.asking.has_open:
            answer(dialog, "Điểm lạ", iw.LEAVE_OUT)
            settle(qtbot, section)
        dialog.take()
        settle(qtbot, section)
    qtbot.waitUntil(lambda: "+" in section.figures[3].accessibleName() or section.table.model().rowCount() == 2)
    settle(qtbot, section)

    model = section.table.model()
    place = next(place for place, column in enumerate(model.columns) if column.key == "change")
    assert [model.index(row, place).data() for row in range(2)] == ["+10,00 (↑1)", "0,00 (↓1)"]
    section.table.sorted_by.emit("change", False)
    assert [model.index(row, place).data() for row in range(2)] == ["0,00 (↓1)", "+10,00 (↑1)"]
