"""The parts on plans and breakthrough works: what they show when empty, how sheets are typed, what is refused and kept."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QPlainTextEdit

from district_desk.desk import Desk
from district_desk.desk.following_up import Told
from district_desk.desk.opening import create_office, open_office
from district_desk.desk.reform.plans import accept_plans, compare, give_plans, measures_of, plans, send_plan
from district_desk.desk.reform.score_import import preview_scores, take_scores
from district_desk.desk.registering import draft_of, register, without_lines
from district_desk.domain.directives import Source
from district_desk.domain.points import ONE
from district_desk.domain.reform_plans import Breakthrough, PlanState
from district_desk.domain.reform_triggers import Duty
from district_desk.reader import read_text
from district_desk.ui.operations import Operations
from district_desk.ui.reform import plan_words as w
from district_desk.ui.reform.follow_question import FollowQuestion, TextsQuestion
from district_desk.ui.reform.give_dialog import GiveDialog
from district_desk.ui.reform.measures_dialog import MeasuresDialog
from district_desk.ui.reform.plan_table import badge_of
from district_desk.ui.reform.plans_section import PlansSection
from district_desk.ui.reform.text_sheet import SheetColumn, SheetRow, TextSheetModel
from district_desk.ui.reform.text_sheet_view import TextSheet
from district_desk.ui.reform.work_sheet import WorksDialog
from district_desk.ui.reform.works_section import WorksSection
from district_desk.ui.tasks.step_question import Answer, StepQuestion
from district_desk.ui.widgets.ask import Question

DIRECTIVE = """ỦY BAN NHÂN DÂN
HUYỆN CẨM GIÀNG

Số: 09/CT-UBND

Cẩm Giàng, ngày 30 tháng 3 năm 2023

CHỈ THỊ
Về việc nâng cao Chỉ số cải cách hành chính

1. Các cơ quan kiểm điểm, xác định nguyên nhân trong thời gian sớm nhất.

2. UBND các xã, thị trấn gửi kế hoạch khắc phục tồn tại về UBND huyện trước ngày 10 tháng 4 năm 2023.

Nơi nhận:
- UBND các xã, thị trấn;
"""
FAIR = "Hoàn thành nhiệm vụ"
TABLE = "Tồn tại\tGiải pháp khắc phục\tThời hạn\nÍt sáng kiến\tThi đua\t30/6/2023\nChậm\tTập huấn\tsớm"


class Clock:
    """The office's own time, moved by hand."""

    now = datetime(2023, 4, 3, 8, 0)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture(scope="module")
def scored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an office of which two communes owe a plan; tests work on copies."""
    folder = tmp_path_factory.mktemp("scored") / "office"
    made = create_office(folder, "cam-giang-2023", clock=Clock())
    register(made, without_lines(draft_of(made, read_text("ct.txt", DIRECTIVE), source=Source.OWN)))
    book = Workbook()
    book.active.append(["TT", "Đơn vị", "Cải cách TTHC", "Xếp loại"])
    book.active.append([None, "Điểm tối đa", 20, None])
    book.active.append([1, "UBND xã Cẩm Đông", 14.99, FAIR])
    book.active.append([2, "UBND xã Cẩm Phúc", 16, FAIR])
    book.save(folder.parent / "scores.xlsx")
    take_scores(made, preview_scores(made, folder.parent / "scores.xlsx", 2022))
    made.close()
    return folder


@pytest.fixture
def desk(scored: Path, tmp_path: Path) -> Iterator[Desk]:
    clock = Clock()
    opened = open_office(Path(shutil.copytree(scored, tmp_path / "office")), clock=clock)
    give_plans(opened, 2022, compare(opened, 2022, directive_id=1).to_give)
    clock.now = datetime(2023, 4, 20, 8, 0)
    yield opened
    opened.close()


@pytest.fixture
def settle(qtbot: Any, operations: Operations) -> Callable[[], None]:
    return lambda: qtbot.waitUntil(lambda: not operations.busy, timeout=10_000)


@pytest.fixture
def part(qtbot: Any, operations: Operations, desk: Desk, settle: Callable[[], None]) -> PlansSection:
    made = PlansSection(operations)
    operations.changed.connect(lambda changes, _: made.on_changes(changes))
    qtbot.addWidget(made)
    made.resize(1100, 600)
    made.show_year(desk, 2022)
    settle()
    return made


def choose(part: PlansSection, name: str) -> None:
    assert part.table.table is not None
    part.table.table.choose(next(row.unit.id for row in part._rows.values() if row.unit.short_name == name))


# -- the board ------------------------------------------------------------------------------------------------


def test_a_year_without_an_index_says_how_to_begin_and_gives_nothing(
    part: PlansSection, desk: Desk, settle: Callable[[], None]
) -> None:
    part.show_year(desk, 2019)
    settle()

    assert part._stack.currentWidget() is part.empty
    assert "2019" in part.empty._heading.text()
    assert not part.give_action.isEnabled()


def test_the_chips_count_what_was_given_what_is_awaited_and_what_came_late(
    part: PlansSection, desk: Desk, settle: Callable[[], None]
) -> None:
    send_plan(desk, 1, Told(date(2023, 4, 12), notation="8/KH-UBND"))
    part.refresh()
    settle()
    counts = {key: sum(w_holds(row) for row in part._rows.values()) for key, w_holds in _holds().items()}
    assert counts == {w.ALL: 2, w.TO_GIVE: 0, w.AWAITED: 1, w.LATE: 1, w.SENT: 1, w.GONE: 0}

    part.chips.choose(w.LATE)
    part._show_chip()
    assert len(part.table.table._records.ids) == 1
    part.chips.choose(w.GONE)
    part._show_chip()
    assert part._stack.currentWidget() is part.none_left


def _holds() -> Any:
    from district_desk.ui.reform.plans_section import _HOLDS

    return _HOLDS


def test_a_unit_is_found_by_its_name_without_marks(part: PlansSection, qtbot: Any) -> None:
    part.show()
    part.search_here()
    part.search.setText("cam phuc")
    qtbot.keyClick(part.search, Qt.Key.Key_Return)
    assert [row.unit.short_name for row in part.chosen()] == ["Cẩm Phúc"]
    assert len(part.table.table._records.ids) == 1


def test_each_state_has_its_words_and_only_the_steps_that_can_be_are_offered(
    part: PlansSection, desk: Desk, settle: Callable[[], None]
) -> None:
    seen = {}
    row = next(each for each in part._rows.values() if each.unit.short_name == "Cẩm Đông")
    plan_id = row.plan.plan.id

    def look() -> None:
        part.refresh()
        settle()
        choose(part, "Cẩm Đông")
        row = part.chosen()[0]
        allowed = {step.text for step, action in part.steps.actions.items() if action.isEnabled()}
        seen[badge_of(row).words] = allowed

    look()
    send_plan(desk, plan_id, Told(date(2023, 4, 7), notation="15/KH-UBND"))
    look()
    accept_plans(desk, [plan_id], Told(date(2023, 4, 12)))
    look()
    assert seen == {
        "Chưa nộp, quá 11 ngày": {"Đã nộp…", "Thôi yêu cầu…"},
        "Đã nộp 07/04": {"Yêu cầu bổ sung…", "Đạt…", "Thôi yêu cầu…"},
        "Đạt": {"Yêu cầu bổ sung…", "Báo cáo kết quả…"},
    }
    assert part.why.text().endswith("T1: xếp loại “Hoàn thành nhiệm vụ”; T2: Cải cách TTHC đạt 74,95%.")


def test_a_refused_step_comes_back_with_its_reason_and_what_was_typed(
    part: PlansSection, desk: Desk, settle: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, Any]] = []
    answers = [Answer(Told(date(2023, 4, 21), notation="15/KH-UBND")), None]

    def ask(*_: Any, answer: Any = None, fault: str = "", **__: Any) -> Any:
        asked.append((fault, answer))
        return answers.pop(0)

    monkeypatch.setattr(StepQuestion, "ask", staticmethod(ask))
    choose(part, "Cẩm Đông")
    part.steps.actions[w.SENT_STEP].trigger()
    settle()

    assert len(asked) == 2
    assert "21/04/2023 chưa tới" in asked[1][0]
    assert asked[1][1].told.notation == "15/KH-UBND"
    assert {row.state for row in plans(desk, 2022)} == {PlanState.OWED}


def test_the_duty_box_shows_who_is_to_review_its_causes(part: PlansSection, settle: Callable[[], None]) -> None:
    part.duties.setCurrentIndex(part.duties.findData(Duty.REVIEW.value))
    settle()

    assert {row.unit.short_name for row in part._rows.values()} == {"Cẩm Đông", "Cẩm Phúc"}
    assert {badge_of(row).words for row in part._rows.values()} == {"Chưa giao"}


# -- giving ---------------------------------------------------------------------------------------------------


def test_giving_by_hand_offers_every_other_unit_and_wants_a_day_where_the_item_has_none(qtbot: Any, desk: Desk) -> None:
    held = [row.unit.id for row in plans(desk, 2022)]
    dialog = GiveDialog(None, desk, 2022, duty=Duty.PLAN, owing=(), given=held)
    qtbot.addWidget(dialog)

    assert dialog.others.isChecked()
    assert (dialog.item.path, dialog.due.value) == ("2", date(2023, 4, 9))
    assert not dialog.yes.isEnabled()
    unit = next(each for each in desk.directory(desk.today()).units if each.short_name == "Cao An")
    dialog.tick([unit.id])
    dialog.items.setCurrentIndex(0)
    assert (dialog.item.path, dialog.due.value, dialog.yes.isEnabled()) == ("1", None, False)
    dialog.due.set_value(date(2023, 5, 31))
    assert dialog.yes.text() == "Giao cho 1 đơn vị"
    assert dialog.yes.isEnabled()
    answer = dialog.answer()
    assert [(each.unit.id, each.reasons, each.item.path) for each in answer.owing] == [(unit.id, (), "1")]
    assert (answer.due, answer.given) == (date(2023, 5, 31), date(2023, 4, 20))
    assert not set(held) & {int(row.data(0, Qt.ItemDataRole.UserRole)) for row in dialog._rows()}


# -- the sheet ------------------------------------------------------------------------------------------------


@pytest.fixture
def sheet(qtbot: Any, app: Any) -> TextSheet:
    del app
    columns = (
        SheetColumn("a", "A", 10, grows=True),
        SheetColumn("b", "B", 10, offered=lambda _: ["một", "hai"], fault=lambda text: "sai" if text == "x" else ""),
        SheetColumn("c", "C", 10, is_told=True),
    )
    model = TextSheetModel(columns, lambda row, key: {"c": row.texts[key].upper()} if key == "a" else {})
    made = TextSheet("bảng", model, lambda lines: lines[0] == ["A", "B"])
    model.setParent(made)
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    made.go(0)
    return made


def test_a_sheet_is_typed_down_and_across_and_keeps_a_blank_row_below(
    qtbot: Any, sheet: TextSheet, type_vietnamese: Callable[[Any, str], None]
) -> None:
    model: Any = sheet.model()
    sheet.edit(model.index(0, 0))
    editor = sheet.findChild(QPlainTextEdit)
    type_vietnamese(editor, "rà soát")
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: sheet.findChild(QPlainTextEdit) is None)
    assert (sheet.currentIndex().row(), sheet.currentIndex().column()) == (0, 1)
    assert model.row_at(0).texts == {"a": "rà soát", "c": "RÀ SOÁT"}
    assert model.rowCount() == 2
    qtbot.keyClick(sheet, Qt.Key.Key_Return)
    assert sheet.currentIndex().row() == 1

    sheet.edit(model.index(0, 1))
    box = sheet.findChild(QComboBox)
    assert [box.itemText(place) for place in range(box.count())] == ["một", "hai"]
    type_vietnamese(box.lineEdit(), "ba")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sheet.findChild(QComboBox) is None)
    assert model.row_at(0).texts["b"] == "ba"
    sheet.edit(model.index(0, 0))
    editor = sheet.findChild(QPlainTextEdit)
    editor.setPlainText("khác")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert model.row_at(0).texts["a"] == "rà soát"


def test_a_block_is_pasted_over_more_rows_a_value_fills_the_choice_and_headings_are_taken_as_a_table(
    qtbot: Any, sheet: TextSheet
) -> None:
    model: Any = sheet.model()
    QGuiApplication.clipboard().setText("1\tmột\t–\n2\thai\n3")
    sheet.paste()
    assert [row.texts.get("a") for row in model.rows] == ["1", "2", "3"]
    assert model.row_at(0).texts["c"] == "1", "a told cell is not pasted over"
    sheet.selectColumn(1)
    QGuiApplication.clipboard().setText("x")
    sheet.paste()
    assert {row.texts["b"] for row in model.rows} == {"x"}
    assert model.data(model.index(0, 1), Qt.ItemDataRole.ToolTipRole) == "sai"
    qtbot.keyClick(sheet, Qt.Key.Key_Delete)
    assert {row.texts["b"] for row in model.rows} == {""}
    QGuiApplication.clipboard().setText("A\tB\n9\t9")
    sheet.go(0)
    sheet.paste()
    assert model.row_at(0).texts["a"] == "1", "the table with headings was not written cell by cell"


def test_rows_move_and_go_but_what_is_locked_stays(sheet: TextSheet) -> None:
    model: Any = sheet.model()
    model.show([SheetRow({"a": "1"}), SheetRow({"a": "2"}, "kept", frozenset({"a"})), SheetRow({"a": "3"})])
    assert model.move_row(2, -1) == 1
    assert [row.texts["a"] for row in model.rows] == ["1", "3", "2"]
    assert model.drop([0, 2]) == 1
    assert [row.texts["a"] for row in model.rows] == ["3", "2"]
    model.write(1, 0, [["không"]])
    assert model.row_at(1).texts["a"] == "2"


# -- the plan -------------------------------------------------------------------------------------------------


@pytest.fixture
def dialog(qtbot: Any, operations: Operations, desk: Desk, app: Any) -> Iterator[MeasuresDialog]:
    del app
    row = next(each for each in plans(desk, 2022) if each.unit.short_name == "Cẩm Đông")
    made = MeasuresDialog(None, desk, operations, row, "vì sao")
    made.show()
    yield made
    made._is_changed = False
    made.reject()


def test_measures_are_prefilled_pasted_and_saved_with_what_could_not_be_read_pointed_out(
    dialog: MeasuresDialog, desk: Desk, settle: Callable[[], None]
) -> None:
    dialog.prefill()
    dialog.prefill()
    assert [row.texts["lost"] for row in dialog.sheet.rows] == ["5,01"]
    QGuiApplication.clipboard().setText(TABLE)
    dialog.table.paste()
    assert "Chưa tính được hạn từ: “sớm”" in dialog.messages.sentence
    dialog.keep()
    settle()

    kept = measures_of(desk, dialog.plan.id)
    assert [(each.lost, each.remedy, each.due) for each in kept] == [
        (round(5.01 * ONE), "", None), (None, "Thi đua", date(2023, 6, 30)), (None, "Tập huấn", None),
    ]  # fmt: skip
    assert not dialog.save.isEnabled()


def test_a_units_own_file_is_read_into_the_sheet_and_a_wrong_one_is_told(
    dialog: MeasuresDialog, desk: Desk, tmp_path: Path, settle: Callable[[], None]
) -> None:
    book = Workbook()
    for line in TABLE.splitlines():
        book.active.append(line.split("\t"))
    book.save(tmp_path / "kh.xlsx")
    dialog.read_file(tmp_path / "kh.xlsx")
    settle()
    assert [row.texts["remedy"] for row in dialog.sheet.rows] == ["Thi đua", "Tập huấn"]
    assert measures_of(desk, dialog.plan.id) == []

    (tmp_path / "khác.xlsx").write_bytes(b"not a workbook")
    dialog.read_file(tmp_path / "khác.xlsx")
    settle()
    assert "không phải là tệp Excel" in dialog.messages.sentence
    assert len(dialog.sheet.rows) == 2


def test_a_cell_that_cannot_be_written_is_named_and_nothing_is_saved(
    dialog: MeasuresDialog, desk: Desk, settle: Callable[[], None]
) -> None:
    keys = [each.key for each in dialog.sheet.columns]
    dialog.sheet.write(0, keys.index("criterion"), [["Tiêu chí lạ"]])
    dialog.sheet.write(0, keys.index("remedy"), [["Tập huấn"]])
    dialog.keep()
    settle()
    assert dialog.messages.sentence.startswith("Dòng 1, cột “Lĩnh vực, tiêu chí bị trừ điểm”")
    assert measures_of(desk, dialog.plan.id) == []

    dialog.sheet.write(0, keys.index("criterion"), [["TTHC"]])
    assert dialog.sheet.row_at(0).texts["lost"] == "5,01"
    dialog.sheet.write(0, keys.index("phrase"), [["Quý II/2023"]])
    assert dialog.sheet.row_at(0).texts["due"] == "30/06/2023"
    dialog.sheet.write(0, keys.index("due"), [["31/6"]])
    assert "cột “Hạn”" in dialog.sheet.first_fault()


def test_closing_with_unsaved_lines_asks_first(dialog: MeasuresDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog.sheet.write(0, 0, [["TTHC"]])
    asked: list[str] = []
    monkeypatch.setattr(Question, "ask", staticmethod(lambda *words, **_: bool(asked.append(words[2]))))
    dialog.reject()

    assert len(asked) == 1
    assert dialog.isVisible()


def test_the_question_for_the_register_takes_a_typed_number_and_the_texts_of_a_plan_are_kept(
    qtbot: Any, desk: Desk
) -> None:
    send_plan(desk, 1, Told(date(2023, 4, 7), notation="15/KH-UBND"))
    plan = plans(desk, 2022)[0].plan
    question = FollowQuestion(None, desk, plan, "UBND xã", 2)
    qtbot.addWidget(question)
    assert question.arrival.placeholderText() == "1"
    assert question.answer().arrival == ""
    question.arrival.setText(" 12a ")
    assert (question.answer().directive_id, question.answer().arrival) == (None, "12a")

    texts = TextsQuestion(None, plan)
    qtbot.addWidget(texts)
    assert texts.purpose.toPlainText() == ""


# -- breakthrough works ---------------------------------------------------------------------------------------


def test_works_begin_empty_and_a_unit_that_nobody_knows_stays_as_written_until_it_is_chosen(
    qtbot: Any, operations: Operations, desk: Desk, settle: Callable[[], None]
) -> None:
    part = WorksSection(operations)
    qtbot.addWidget(part)
    operations.changed.connect(lambda changes, _: part.on_changes(changes))
    part.show_year(desk, 2022)
    settle()
    assert part._stack.currentWidget() is part.empty

    units = {row.unit.id: row.unit for row in part._units.values()}
    dialog = WorksDialog(None, desk, operations, 2022, works=[], units=units)
    dialog.take_table([["Đơn vị", "Nội dung công việc"], ["Cao Xa", "Một cửa lưu động"]])
    assert dialog.sheet.rows[0].texts["unit"] == "Cao Xa"
    dialog.keep()
    assert "cột “Đơn vị”" in dialog.messages.sentence
    dialog.sheet.write(0, 0, [["UBND xã Cao An"]])
    dialog.keep()
    settle()
    assert [work.content for work in part.all_works()] == ["Một cửa lưu động"]
    assert part._stack.currentWidget() is part.works
    assert part.works_model.data(part.works_model.index(0, 0)) == "UBND xã Cao An"


def test_a_work_that_is_taken_out_of_the_sheet_goes(
    qtbot: Any, operations: Operations, desk: Desk, settle: Callable[[], None]
) -> None:
    from district_desk.desk.reform.breakthroughs import breakthrough_register, keep_works

    unit = next(each for each in desk.directory(desk.today()).units if each.short_name == "Cao An")
    keep_works(desk, 2022, [Breakthrough(2022, unit.id, each) for each in ("Một", "Hai")])
    [row] = [each for each in breakthrough_register(desk, 2022) if each.works]
    dialog = WorksDialog(None, desk, operations, 2022, works=row.works, units={unit.id: unit}, unit_id=unit.id)
    dialog.table.go(0)
    dialog._drop_rows()
    dialog.keep()
    settle()

    [row] = [each for each in breakthrough_register(desk, 2022) if each.works]
    assert [work.content for work in row.works] == ["Hai"]


# -- paper ----------------------------------------------------------------------------------------------------


def test_the_board_the_chosen_plans_and_the_works_are_previewed_as_they_would_be_printed(
    part: PlansSection, operations: Operations, desk: Desk, qtbot: Any, settle: Callable[[], None]
) -> None:
    from district_desk.ui.preview.paper_preview import PaperPreview

    works = WorksSection(operations)
    qtbot.addWidget(works)
    works.show_year(desk, 2022)
    settle()
    choose(part, "Cẩm Đông")
    for place, show in ((part, part.print_shown), (part, part.print_plans), (works, works.print_shown)):
        show()
        preview = next(each for each in place.findChildren(PaperPreview) if each.isVisible())
        qtbot.waitUntil(lambda shown=preview: bool(shown.pdf), timeout=10_000)
        settle()
        preview.close()
        qtbot.waitUntil(lambda here=place: not any(e.isVisible() for e in here.findChildren(PaperPreview)))
    assert works.print_action.isEnabled()


def test_the_list_of_keys_has_those_of_the_part_that_is_shown(
    qtbot: Any, operations: Operations, desk: Desk, settle: Callable[[], None]
) -> None:
    from district_desk.ui.reform.page import ReformPage

    page = ReformPage(operations)
    qtbot.addWidget(page)
    page.attach(desk)
    page.open_part("plans")
    settle()

    keys = {action.text(): action.shortcut().toString() for action in page.actions()}
    assert (keys[w.GIVE], keys["Đạt…"]) == ("Ctrl+Shift+A", "Ctrl+Shift+X")
    page.open_part("works")
    settle()
    assert "Đạt…" not in {action.text() for action in page.actions()}
