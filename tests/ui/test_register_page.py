"""The register in the real window: lists, filters, detail, deeds."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPushButton

from district_desk.desk.register_fields import Look
from district_desk.desk.registering import empty_draft, register
from district_desk.domain.calendar import WorkCalendar
from district_desk.domain.directives import Directive, Source
from district_desk.domain.listing import DirectiveFilter, DirectiveRow, RegisterChip
from district_desk.ui.places import PageKey
from district_desk.ui.register import words as w
from district_desk.ui.register.day_question import DayQuestion
from district_desk.ui.register.model import badge_of
from district_desk.ui.theme import Tone
from district_desk.ui.widgets.badge import Badge, badge_size


@pytest.fixture
def page(window):
    return window.page(PageKey.REGISTER)


def headings(page):
    return [column.heading for column in page.model.columns]


def test_the_columns_are_those_of_decree_30_in_its_order_and_the_state(page):
    assert headings(page) == [
        "Ngày đến", "Số đến", "Tác giả", "Số, ký hiệu", "Ngày văn bản", "Tên loại và trích yếu nội dung",
        "Đơn vị hoặc người nhận", "Ngày chuyển", "Ghi chú", "Tình trạng",
    ]  # fmt: skip


def test_the_register_model_keeps_qt_s_contract(page, settled):
    tester = QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.refresh()
    settled()
    assert page.model.rowCount() > 0
    tester.deleteLater()


def test_the_newest_arrival_stands_first_and_is_chosen(page):
    numbers = [page.model.row(place).directive.arrival_number for place in range(page.model.rowCount())]
    assert numbers == sorted(numbers, reverse=True)
    assert page.table.current_id() == page.model.id_at(0)
    assert page.pane.header._title.text().endswith("/UBND-VP")


def test_a_chip_filters_and_its_count_is_what_it_shows(page, settled, qtbot):
    for chip in page.filter.chips._buttons.values():
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
        settled()
        assert int(chip.text().split()[-1]) == page.model.rowCount(), chip.text()


def test_an_empty_filter_says_how_to_see_the_others(page, settled, type_vietnamese):
    type_vietnamese(page.filter.search, "không có văn bản nào như thế")
    page.filter.search.entered.emit()
    page.filter.search._ask()
    settled()
    assert page._list_stack.currentIndex() == 1
    assert page._empty._heading.text() == w.EMPTY_FILTER


def test_words_without_marks_find_the_document(page, settled, type_vietnamese, qtbot):
    type_vietnamese(page.filter.search, "an toan giao thong")
    qtbot.keyClick(page.filter.search, Qt.Key.Key_Return)
    settled()
    assert [page.model.row(place).directive.symbol for place in range(page.model.rowCount())] == ["CĐ-TTg"]


def test_the_source_switch_shows_our_own_documents_spoken_orders_and_reference_files(page, settled):
    seen = {}
    for place, source in enumerate(w.TITLES):
        page.filter._source_chosen(place)
        settled()
        rows = [page.model.row(each).directive for each in range(page.model.rowCount())]
        seen[source] = {(row.source, bool(row.reference_only)) for row in rows}
    assert seen["received"] == {(Source.RECEIVED, False)}
    assert seen["own"] == {(Source.OWN, False)}
    assert seen["spoken"] <= {(Source.SPOKEN, False), (Source.MEETING, False)}
    assert seen["spoken"]
    assert {reference for _, reference in seen["reference"]} == {True}


def test_opening_a_directive_of_another_source_and_filter_shows_it(page, window, settled):
    own = window.desk.store.reading().find(Directive, source=Source.OWN)[0]
    page.filter.search.setText("giao thông")
    settled()
    window.show_directive(own.id)
    settled()
    assert page.table.current_id() == own.id
    assert page.filter.source == "own"
    assert page.filter.search.text() == ""


def test_the_detail_shows_items_with_lead_and_due_and_what_happened(page, window, settled):
    given = max(window.desk.store.reading().find(Directive), key=lambda each: _lines(window, each.id))
    window.show_directive(given.id)
    settled()
    model = page.pane.items.model()
    shown = list(_texts(model, QModelIndex()))
    assert any("đơn vị" in text or "Phòng" in text or "UBND" in text for text in shown)
    assert page.pane.history.model().rowCount() > 0
    assert "Vào sổ" in page.pane.history.model().index(0, 1).data()


def _texts(model, parent):
    """Everything that a tree shows, from the top down."""
    for row in range(model.rowCount(parent)):
        for column in range(3):
            yield model.index(row, column, parent).data() or ""
        yield from _texts(model, model.index(row, 0, parent))


def _lines(window, directive_id):
    from district_desk.domain.assignments import Assignment

    return len(window.desk.store.reading().find(Assignment, directive_id=directive_id))


def test_binning_takes_it_off_the_list_and_the_bin_gives_it_back(page, window, settled, qtbot):
    chosen = page.table.current_id()
    page.deeds.bin.trigger()
    settled()
    assert page.model.place_of(chosen) == -1
    page.filter.chips._buttons[RegisterChip.BINNED].click()
    settled()
    assert page.table.current_id() == chosen
    settled()
    assert page.deeds.unbin.isVisible()
    page.deeds.unbin.trigger()
    settled()
    assert window.desk.store.reading().get(Directive, chosen).binned_on is None


def test_handing_on_asks_for_the_day_and_writes_it_for_all_chosen(page, window, settled, monkeypatch):
    day = window.desk.today()
    monkeypatch.setattr(DayQuestion, "ask", classmethod(lambda *args, **kwargs: day))
    page.table.selectAll()
    ids = page.table.chosen_ids()
    page.deeds.hand_on.trigger()
    settled()
    records = window.desk.store.reading().many(Directive, ids)
    assert {record.passed_on for record in records.values()} == {day}
    assert window.actions_["undo"].text() == f"Hoàn tác: chuyển {len(ids)} văn bản"


def test_the_numbers_are_checked_and_the_answer_is_a_sentence(page, window, settled):
    page._audit_numbers()
    settled()
    assert window.messages.sentence == w.audit_clean(2023)
    draft = empty_draft(window.desk, Source.RECEIVED)
    from dataclasses import replace

    skipping = replace(draft, directive=replace(draft.directive, arrival_number=9, arrived=window.desk.today(),
                                                subject="Thử khuyết số", issuer="UBND tỉnh"))  # fmt: skip
    window.operations.run(lambda: register(window.desk, skipping))
    settled()
    page._audit_numbers()
    settled()
    assert "Khuyết số: 5 đến 8." in window.messages.sentence


def test_printing_what_is_shown_asks_for_the_register_of_the_year(page, qtbot):
    page.print_wanted.disconnect()
    with qtbot.waitSignal(page.print_wanted) as told:
        page.print_shown()
    assert (told.args[0].form, told.args[0].year) == ("so-dang-ky-van-ban-den", 2023)


def test_in_a_narrow_window_enter_opens_the_detail_alone_and_esc_comes_back(page, window, qtbot, settled):
    window.resize(911, 512)
    qtbot.waitUntil(lambda: page.is_narrow)
    assert page._detail_side.isHidden()
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.table.isHidden() or page._list_stack.isHidden()
    assert not page._detail_side.isHidden()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert not page._list_stack.isHidden()


LOOK = Look({}, date(2023, 4, 10), WorkCalendar(), 3)
WHOLE = Directive(number="04", symbol="CT-UBND", issued=date(2023, 3, 30), issuer="UBND", subject="V", type_code="CT")


def _row(directive=WHOLE, *, items=1, lines=1, done=0, overdue=0, left=None):
    due = None if left is None else LOOK.today + timedelta(days=left)
    return DirectiveRow(directive, items, lines, done, overdue, due)


@pytest.mark.parametrize(
    ("row", "words", "tone"),
    [
        (_row(Directive(binned_on=date(2023, 4, 1)), overdue=3), "Trong thùng rác", Tone.NEUTRAL),
        (_row(Directive(reference_only=1)), "Tư liệu", Tone.NEUTRAL),
        (_row(Directive(), overdue=2), "Quá hạn 2 việc", Tone.DANGER),
        (_row(Directive()), "Cần bổ sung", Tone.WARNING),
        (_row(lines=0, items=3), "Chưa giao", Tone.NEUTRAL),
        (_row(lines=0, items=0), "Đã vào sổ", Tone.NEUTRAL),
        (_row(lines=4, done=4), "Hoàn thành", Tone.GOOD),
        (_row(lines=4, done=1, left=2), "Còn 2 ngày", Tone.WARNING),
        (_row(lines=4, done=1, left=0), "Hạn hôm nay", Tone.WARNING),
        (_row(lines=4, done=1, left=30), "Đang làm 1/4", Tone.RUNNING),
        (_row(lines=4, done=1), "Đang làm 1/4", Tone.RUNNING),
    ],
)
def test_the_state_says_what_is_most_urgent(row, words, tone):
    badge = badge_of(row, LOOK)
    assert (badge.words, badge.tone) == (words, tone)


def test_the_filter_asks_for_the_newest_year_until_it_knows_the_years(app, qtbot):
    from district_desk.ui.register.filter_bar import NEWEST_YEAR, FilterBar

    bar = FilterBar()
    qtbot.addWidget(bar)
    assert bar.wanted == DirectiveFilter(year=NEWEST_YEAR, sources=(Source.RECEIVED,))
    bar.show_answer(2023, [2022, 2023], {})
    assert bar.wanted.year == 2023
    assert bar._years.count() == 3


def test_a_long_fact_wraps_and_none_of_its_lines_is_cut(page, window, settled, qtbot):
    facts = [("Ý kiến", "Giao Phòng Kinh tế và Hạ tầng chủ trì, phối hợp với Công an huyện và UBND các xã, thị trấn")]
    page.pane.header.show_record("Công điện 9001/CĐ-TTg", "17/03/2023", "Về việc thử", facts)
    settled()
    value = page.pane.header._facts.itemAtPosition(0, 1).widget()
    qtbot.waitUntil(lambda: value.width() < page.pane.width())
    qtbot.waitUntil(lambda: value.height() >= value.heightForWidth(value.width()))
    assert value.heightForWidth(value.width()) > value.fontMetrics().height() * 1.5


def test_what_is_shown_goes_to_excel_in_the_order_shown(page, window, settled, tmp_path, monkeypatch):
    from openpyxl import load_workbook
    from PySide6.QtWidgets import QFileDialog

    path = tmp_path / "danh sách.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: (str(path), ""))
    page.filter.chips._buttons[RegisterChip.INCOMPLETE.value].click()
    settled()
    page._excel.trigger()
    settled()

    sheet = load_workbook(path).active
    shown = [page.model.row(place).directive.arrival_number for place in range(page.model.rowCount())]
    assert shown
    assert [line[1].value for line in sheet.iter_rows(min_row=2)] == shown
    assert window.messages.sentence == w.exported(path.name)


def test_the_longest_badge_of_the_register_is_never_cut(page, window, settled):
    """ "Quá hạn 17 vi…" stood there at 1366 pixels."""
    window.resize(1366, 768)
    settled()
    table, place = page.table, [column.key for column in page.model.columns].index("state")
    wanted = badge_size(Badge("Quá hạn 527 việc"), table.fontMetrics()).width() + table.fontMetrics().height() / 2
    assert table.columnWidth(place) >= wanted
    assert sum(table.columnWidth(column) for column in range(len(page.model.columns))) <= table.viewport().width()


def test_what_an_item_says_has_the_most_room_in_the_detail(page, window, settled):
    """It was cut after fifteen letters, while the column of dates was half empty."""
    window.resize(1366, 768)
    settled()
    page.table.choose(page.table.chosen_ids()[0])
    settled()
    tree = page.pane.items
    said, lead, due = (tree.columnWidth(column) for column in range(3))
    assert said > (said + lead + due) * 0.5
    assert due >= tree.fontMetrics().horizontalAdvance("30/12/2023") + tree.fontMetrics().height() / 2
    assert tree.rowHeight(tree.model().index(0, 0)) >= tree.fontMetrics().lineSpacing() * 2


def test_no_button_of_the_detail_is_cut_however_narrow_it_is_made(page, window, settled):
    """ "In phiếu giao nhiệm v" stood there."""
    window.resize(1366, 768)
    settled()
    split = page.pane.parentWidget().parentWidget()
    split.setSizes([10_000, 1])
    cut = [button.text() for button in page.pane.findChildren(QPushButton)
           if button.isVisible() and button.width() < button.sizeHint().width()]  # fmt: skip
    assert cut == []
