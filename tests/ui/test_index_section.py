"""Bộ chỉ số in the window: criteria, bands and triggers are edited by the office, with undo and Excel."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from district_desk.desk.reform.index import begin_from_example, index_in_force
from district_desk.desk.reform.index_sheets import export_index
from district_desk.domain.points import ONE
from district_desk.domain.reform_triggers import Trigger
from district_desk.ui.catalogue.record_form import RecordForm
from district_desk.ui.places import PageKey
from district_desk.ui.reform.index_preview import IndexPreviewDialog
from district_desk.ui.widgets.ask import Question


@pytest.fixture
def section(window, settled):
    """The part with the example index of a year."""
    begin_from_example(window.desk, 2021)
    window.go(PageKey.REFORM)
    page = window.page(PageKey.REFORM)
    page.open_part("index")
    settled()
    found = page.part("index")
    found.show_year(window.desk, 2021)
    return found


def answering(monkeypatch, **fields):
    """The form is answered with these fields changed, and says what it was asked with."""
    asked = []

    def ask(_parent, _title, entry, _specs):
        asked.append(entry)
        return replace(entry, **fields) if len(asked) == 1 else None

    monkeypatch.setattr(RecordForm, "ask", ask)
    return asked


def maximum(section, code: str) -> int:
    return next(each.maximum for each in section.tree.criteria if each.code == code)


def choose(section, code: str) -> None:
    section.criteria.choose(next(each.id for each in section.tree.criteria if each.code == code))


def test_a_criterion_is_edited_by_enter_and_its_domain_says_that_the_sum_differs(
    section, qtbot, settled, monkeypatch, window
):
    choose(section, "3.2")
    asked = answering(monkeypatch, maximum="8,5")
    qtbot.keyClick(section.criteria, Qt.Key.Key_Return)
    settled()

    assert asked[0].maximum == "8"
    assert maximum(section, "3.2") == 8_500_000
    model = section.criteria.model()
    noted = [model.columns[3].text(model.row(place)) for place in range(model.rowCount())]
    assert [words for words in noted if words] == ["Cộng: 20,5"]
    window.state.undo()
    settled()
    assert maximum(section, "3.2") == 8 * ONE


def test_points_that_are_no_number_are_said_and_asked_again(section, settled, monkeypatch):
    choose(section, "3.2")
    said = []
    section.said.connect(said.append)
    asked = answering(monkeypatch, maximum="tám")
    section.edit_criterion()
    settled()

    assert len(asked) == 2
    assert asked[1].maximum == "tám"
    assert "tám" in said[0]
    assert maximum(section, "3.2") == 8 * ONE


def test_a_part_is_added_under_the_chosen_criterion_moved_and_dropped(section, qtbot, settled, monkeypatch, window):
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    section.criteria.setFocus()
    choose(section, "IV")
    answering(monkeypatch, code="4.2", name="Sắp xếp đơn vị sự nghiệp", maximum="0")
    qtbot.keyClick(section.criteria, Qt.Key.Key_Insert)
    settled()
    choose(section, "4.2")
    qtbot.keyClick(section.criteria, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    settled()
    above = next(each.id for each in section.tree.criteria if each.code == "IV")
    assert [each.code for each in section.tree.children(above)] == ["4.2", "4.1"]

    monkeypatch.setattr(Question, "ask", lambda *_, **__: True)
    choose(section, "4.2")
    qtbot.keyClick(section.criteria, Qt.Key.Key_Delete)
    settled()
    assert [each.code for each in section.tree.children(above)] == ["4.1"]


def test_a_trigger_is_told_in_words_and_kept_as_conditions(section, settled, monkeypatch, window):
    asked = answering(monkeypatch, limits="TTHC: 70\ncqđt: 72,5", join="all", or_lower=0)
    first = section.triggers.records[1]
    section._put_trigger(first)
    settled()

    assert asked[0].limits == "TTHC: 75"
    kept = window.desk.store.reading().get(Trigger, first.id)
    assert [(each.domain, each.below) for each in kept.asked()] == [("TTHC", 70 * ONE), ("CQĐT", 72_500_000)]
    assert kept.join == "all"


def test_a_limit_for_a_domain_that_is_not_there_is_refused(section, settled, monkeypatch):
    said = []
    section.said.connect(said.append)
    answering(monkeypatch, named="Y TẾ: 70")
    section._put_band(section.bands.records[0])
    settled()

    assert "Y TẾ" in said[0]


def test_criteria_come_back_from_excel_after_a_look(section, settled, monkeypatch, window, tmp_path):
    from openpyxl import load_workbook

    path = export_index(window.desk, index_in_force(window.desk, 2021).id, tmp_path / "a.xlsx")
    book = load_workbook(path)
    book.active.append(["7.4", "An toàn thông tin", 2.5])
    book.save(path)
    shown = []

    def agree(_parent, preview):
        shown.append(IndexPreviewDialog(None, preview))
        return True

    monkeypatch.setattr(IndexPreviewDialog, "ask", agree)
    section.import_from(path)
    settled()

    assert [shown[0].lines.item(row).text() for row in range(shown[0].lines.count())] == ["7.4 An toàn thông tin: thêm"]
    assert shown[0].yes.isEnabled()
    assert maximum(section, "7.4") == 2_500_000


def test_a_year_without_an_index_says_how_to_begin(section, window):
    section.show_year(window.desk, 2019)

    assert section._stack.currentWidget() is section.empty
    assert not section.export_action.isEnabled()
