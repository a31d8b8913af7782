"""The clerk's moves on the items, by keys, fields and selected words, on a real reading."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from intake_bench import Bench, intake
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget

from district_desk.domain.assignments import Role
from district_desk.domain.reading import ItemKind, Span
from district_desk.ui.intake import item_words
from district_desk.ui.intake.items_model import ItemColumn, ItemsModel
from district_desk.ui.intake.moving import offset_in
from district_desk.ui.intake.unit_picker import Choice

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def bench(tmp_path: Path, qtbot: Any) -> Iterator[Bench]:
    with intake(tmp_path, qtbot) as made:
        made.read()
        yield made


def undo(bench: Bench) -> None:
    bench.key(Qt.Key.Key_Z, CONTROL)


def test_the_tree_keeps_the_laws_of_a_model_through_every_move(bench: Bench):
    model = bench.page.items.view.model()
    assert isinstance(model, ItemsModel)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    bench.choose("3.b")
    for key in (Qt.Key.Key_M, Qt.Key.Key_B, Qt.Key.Key_Delete, Qt.Key.Key_Z, Qt.Key.Key_Z, Qt.Key.Key_Z):
        bench.key(key, CONTROL)
    tester.deleteLater()


def test_items_are_a_tree_with_their_labels_as_printed(bench: Bench):
    view = bench.page.items.view
    model = view.model()
    third = next(row for row in range(model.rowCount()) if model.index(row, 0).data() == "3")
    children = [
        model.index(row, 0, model.index(third, 0)).data() for row in range(model.rowCount(model.index(third, 0)))
    ]

    assert children == ["3.a", "3.b"]


def test_a_line_says_units_limit_and_what_is_clear(bench: Bench):
    model = bench.page.items.view.model()
    index = model.index_of(bench.item("3.a").key)

    def words(column: ItemColumn) -> str:
        return str(index.siblingAtColumn(column).data())

    assert words(ItemColumn.LEAD) == "UBND các xã, thị trấn (17)"
    assert words(ItemColumn.DUE) == "trước 25/09/2023"
    assert words(ItemColumn.CLEAR) == "3/6 rõ – thiếu: người, sản phẩm, thẩm quyền"


def test_the_rule_of_a_limit_is_shown_with_its_last_days(bench: Bench):
    bench.choose("3.a")
    rule = bench.page.items.editor.rule.text()

    assert rule.startswith("ngày cuối CN 24/09/2023 · ngày làm việc cuối T6 22/09/2023")


def test_a_typed_limit_is_read_as_it_is_typed(
    bench: Bench, type_vietnamese: Callable[[QWidget, str], None], qtbot: Any
):
    bench.choose("4")
    line = bench.page.items.editor.lines["phrase"]
    line.clear()
    type_vietnamese(line, "trước ngày 02/10/2023")

    assert bench.item("4").item.due == date(2023, 10, 1)
    assert "T6 29/09/2023" in bench.page.items.editor.rule.text()
    assert line.text() == "trước ngày 02/10/2023"

    bench.page.items.view.setFocus()
    undo(bench)
    assert bench.item("4").item.phrase == "trước ngày 15 tháng 12 năm 2023"


def test_what_is_typed_into_one_field_is_one_step_back(bench: Bench, qtbot: Any):
    bench.choose("4")
    line = bench.page.items.editor.lines["product"]
    line.setFocus()
    qtbot.keyClicks(line, "bao cao")
    assert bench.item("4").item.product == "bao cao"

    bench.page.items.view.setFocus()
    undo(bench)
    assert bench.item("4").item.product == ""


def test_several_items_are_edited_at_once(bench: Bench, qtbot: Any):
    bench.choose("3.a", "3.b")
    editor = bench.page.items.editor
    assert editor.place.text().startswith("2 mục đang chọn")
    assert editor.text.isReadOnly()
    qtbot.keyClicks(editor.lines["decider"], "CT UBND")

    assert {bench.item(path).item.decider for path in ("3.a", "3.b")} == {"CT UBND"}
    assert bench.item("4").item.decider == ""


def test_an_item_is_merged_with_the_one_before_it(bench: Bench):
    words = bench.item("3.b").item.text
    bench.choose("3.b")
    bench.key(Qt.Key.Key_M, CONTROL)

    assert "3.b" not in bench.paths()
    assert bench.item("3.a").item.text.endswith(words)
    assert bench.page.items.view.keys() == (bench.item("3.a").key,)


def test_an_item_is_split_at_words_selected_in_the_document(bench: Bench):
    text = bench.page.draft.text
    start = text.index("niêm yết đầy đủ")
    bench.page.document.select(Span(start, start + len("niêm yết")))
    bench.choose("3.a")
    bench.key(Qt.Key.Key_T, CONTROL)

    after = [each.item.text for each in bench.page.draft.items]
    assert any(words.startswith("niêm yết đầy đủ danh mục") for words in after)
    assert bench.item("3.a").item.text.endswith("Kiện toàn Bộ phận Một cửa;")


def test_splitting_nowhere_says_how_it_is_done(bench: Bench):
    bench.choose("3.a")
    before = bench.page.draft
    bench.key(Qt.Key.Key_T, CONTROL)

    assert bench.page.draft is before
    assert "rồi tách" in bench.page.messages.sentence


def test_an_item_of_several_duties_is_split_at_its_sentences_and_comes_back_whole(bench: Bench):
    before = len(bench.page.draft.items)
    bench.choose("3.a")
    bench.key(Qt.Key.Key_T, CONTROL | Qt.KeyboardModifier.ShiftModifier)

    texts = [each.item.text for each in bench.page.draft.items]
    assert len(texts) == before + 1
    assert any(words.startswith("niêm yết đầy đủ danh mục") for words in texts)
    bench.key(Qt.Key.Key_Z, CONTROL)
    assert len(bench.page.draft.items) == before


def test_an_item_of_one_sentence_says_so(bench: Bench):
    bench.choose("3.b")
    before = bench.page.draft
    bench.key(Qt.Key.Key_T, CONTROL | Qt.KeyboardModifier.ShiftModifier)

    assert bench.page.draft is before
    assert "chỉ có một câu" in bench.page.messages.sentence


def test_items_are_lowered_and_lifted_again(bench: Bench):
    before = bench.page.draft
    bench.choose("3.b")
    bench.key(Qt.Key.Key_Right, ALT)
    assert bench.item("3.a.b").parent == bench.item("3.a").key

    bench.key(Qt.Key.Key_Left, ALT)
    assert [(each.key, each.parent) for each in bench.page.draft.items] == [(e.key, e.parent) for e in before.items]


def test_an_item_for_information_is_given_to_nobody_until_it_is_work_again(bench: Bench):
    bench.choose("3.a")
    bench.key(Qt.Key.Key_B, CONTROL)
    assert (bench.item("3.a").item.ours, bench.item("3.a").lines) == (0, ())

    bench.key(Qt.Key.Key_B, CONTROL)
    assert bench.item("3.a").item.ours == 1


def test_a_removed_item_leaves_its_words_in_sight_and_comes_back_by_undo(bench: Bench):
    before = bench.page.document.counter.text()
    bench.choose("4")
    bench.key(Qt.Key.Key_Delete, CONTROL)
    assert "4" not in bench.paths()
    assert bench.page.document.counter.text() != before

    undo(bench)
    assert "4" in bench.paths()
    bench.key(Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert "4" not in bench.paths()


def test_selected_words_become_an_item_with_their_limit(bench: Bench):
    bench.choose("4")
    bench.key(Qt.Key.Key_Delete, CONTROL)
    start = bench.page.draft.text.index("tổng hợp báo cáo Chủ tịch")
    end = bench.page.draft.text.index("12 năm 2023", start) + len("12 năm 2023")
    bench.page.moving.take(Span(start, end), "item")

    new = next(each for each in bench.page.draft.items if each.item.text.startswith("tổng hợp báo cáo"))
    assert new.item.due == date(2023, 12, 14)
    assert bench.page.items.view.keys() == (new.key,)


def test_an_empty_item_is_added_to_be_typed(bench: Bench, type_vietnamese: Callable[[QWidget, str], None]):
    bench.page.items.view.clearSelection()
    bench.key(Qt.Key.Key_Return, CONTROL)
    new = bench.page.draft.items[-1]
    type_vietnamese(bench.page.items.editor.text, "Báo cáo miệng")

    assert bench.page.draft.items[-1].item.text == "Báo cáo miệng"
    assert bench.page.items.view.keys() == (new.key,)


def test_selected_words_name_the_units_of_the_chosen_item(bench: Bench):
    text = bench.page.draft.text
    start = text.index("Phòng Tư pháp")
    bench.choose("4")
    bench.page.moving.take(Span(start, start + len("Phòng Tư pháp")), "units")

    assert "Phòng Tư pháp" in bench.names_of(bench.item("4"))


def test_selected_words_become_fields_of_the_directive(bench: Bench):
    text = bench.page.draft.text

    def take(words: str, use: str) -> None:
        bench.page.moving.take(Span(text.index(words), text.index(words) + len(words)), use)

    take("Số: 90/CT-UBND", "notation")
    take("20 tháng 9 năm 2023", "reply_due")
    take("CHỈ THỊ", "type_code")
    directive = bench.page.draft.directive
    assert (directive.number, directive.symbol, directive.type_code) == ("90", "CT-UBND", "CT")
    assert directive.reply_due == date(2023, 9, 20)

    take("Phòng Nội vụ", "issued")
    assert bench.page.draft.directive.issued == directive.issued, "words that are no date change nothing"
    assert "không đọc được" in bench.page.messages.sentence


def test_units_are_given_by_group_with_exclusions(bench: Bench, qtbot: Any):
    bench.choose("2")
    bench.key(Qt.Key.Key_G, CONTROL)
    picker = bench.page.moving.picker
    assert picker is not None
    picker.show_choice((), Role.LEAD, "")
    group = next(
        i for i in range(picker.group_list.count()) if "UBND các xã, thị trấn" in picker.group_list.item(i).text()
    )
    picker.group_list.item(group).setCheckState(Qt.CheckState.Checked)
    assert len(picker.choice().unit_ids) == 17

    picker.search.setText("cam dong")
    shown = [item for item in map(picker.unit_list.item, range(picker.unit_list.count())) if not item.isHidden()]
    assert [item.text() for item in shown] == ["UBND xã Cẩm Đông"]
    shown[0].setCheckState(Qt.CheckState.Unchecked)
    assert picker.group_list.item(group).checkState() is Qt.CheckState.PartiallyChecked

    picker.person.setText("Chủ tịch UBND xã")
    qtbot.mouseClick(picker.give, Qt.MouseButton.LeftButton)
    lines = bench.item("2").lines
    assert len(lines) == 16
    assert {line.person for line in lines} == {"Chủ tịch UBND xã"}
    assert "UBND xã Cẩm Đông" not in bench.names_of(bench.item("2"))


def test_partners_join_the_leads_and_a_unit_has_one_role(bench: Bench):
    bench.choose("1.a")
    leads = item_words.ids_in(bench.item("1.a"), Role.LEAD)
    others = [unit.id for unit in bench.desk.directory(bench.desk.today()).units if unit.id not in leads][:2]
    bench.page.moving.given(Choice(tuple(others), Role.SUPPORT))
    assert item_words.ids_in(bench.item("1.a"), Role.LEAD) == leads
    assert item_words.ids_in(bench.item("1.a"), Role.SUPPORT) == tuple(others)

    bench.page.moving.given(Choice(leads, Role.SUPPORT))
    assert item_words.ids_in(bench.item("1.a"), Role.LEAD) == ()


def test_choosing_units_settles_what_was_unresolved(bench: Bench):
    bench.choose("1.a")
    units = bench.desk.directory(bench.desk.today()).units
    bench.page.moving.given(Choice((units[0].id,), Role.LEAD, via="Phòng Nội vụ"))

    assert bench.item("1.a").unresolved == ()
    assert bench.item("1.a").item.via == "Phòng Nội vụ"


def test_choosing_an_item_shows_it_in_full_and_lights_it(bench: Bench):
    bench.choose("3.a")

    assert bench.page.halves.tabs.currentIndex() == 1
    assert bench.page.items.editor.text.toPlainText() == bench.item("3.a").item.text
    assert bench.page.items.editor.place.text() == "Mục 3, điểm a"
    assert bench.page.document.pane._chosen_item == bench.item("3.a").key


def test_a_click_on_a_lit_limit_leads_to_its_field(bench: Bench):
    bench.click_words("trước ngày 25 tháng 9")

    assert bench.page.items.view.keys() == (bench.item("3.a").key,)
    assert bench.page.items.editor.lines["phrase"].hasFocus()


def test_the_kind_of_an_item_is_chosen_from_a_list(bench: Bench, qtbot: Any):
    bench.choose("4")
    kind = bench.page.items.editor.kind
    kind.setCurrentIndex(kind.findData(ItemKind.INFORMATION))
    kind.activated.emit(kind.currentIndex())

    assert bench.item("4").item.kind is ItemKind.INFORMATION


def test_a_place_of_the_source_is_found_in_the_words_of_its_item(bench: Bench):
    drafted = bench.item("3.a")
    place = bench.page.draft.text.index("niêm yết")
    offset = offset_in(drafted.item, bench.page.draft.text, place)

    assert drafted.item.text[offset:].startswith("niêm yết")
