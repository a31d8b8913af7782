"""Vào sổ from end to end on one page: reading, entering, refusing, leaving, correcting."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from intake_bench import DIRECTIVE, Bench, intake
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from district_desk.desk.listing import directive_view
from district_desk.desk.sentences import journal_label
from district_desk.domain.assignments import Assignment
from district_desk.domain.directives import Directive, Source
from district_desk.domain.drafts import Draft
from district_desk.domain.items import Item
from district_desk.ui.intake import words
from district_desk.ui.intake.history import DraftHistory
from district_desk.ui.widgets.ask import Question

ARTICLE = """UBND huyện chấn chỉnh kỷ luật, kỷ cương hành chính

Theo văn bản về việc chấn chỉnh kỷ luật, kỷ cương hành chính vừa được UBND huyện ban hành, thời gian qua các phòng, \
ban và các xã đã có nhiều cố gắng, song vẫn còn nơi chậm giải quyết hồ sơ của người dân và doanh nghiệp.

Trước hết, văn bản đề cao trách nhiệm của người đứng đầu trong xử lý công việc; yêu cầu sẵn sàng nhận và hoàn thành \
tốt mọi nhiệm vụ được phân công, không đùn đẩy, không né tránh, không để quá hạn mà không có lý do chính đáng.

UBND huyện cũng giao Phòng Nội vụ theo dõi, đôn đốc, kiểm tra việc thực hiện; kịp thời biểu dương những nơi làm tốt \
và báo cáo Chủ tịch UBND huyện những nơi làm chưa tốt để có biện pháp xử lý theo quy định của pháp luật hiện hành.

Minh Anh
"""


@pytest.fixture
def bench(tmp_path: Path, qtbot: Any) -> Iterator[Bench]:
    with intake(tmp_path, qtbot) as made:
        yield made


def press(bench: Bench, key: Qt.Key) -> None:
    bench.qtbot.keyClick(bench.page.form.entry("signer"), key)


def register(bench: Bench, key: Qt.Key = Qt.Key.Key_F10) -> int:
    with bench.qtbot.waitSignal(bench.page.registered, timeout=10_000) as told:
        press(bench, key)
    bench.settle()
    return int(told.args[0])


def stored(bench: Bench, kind: type[Any]) -> list[Any]:
    return bench.desk.store.reading().find(kind)


def test_a_file_is_read_and_shown_at_both_sides(bench: Bench):
    bench.read()
    page = bench.page

    assert page.form.entry("symbol").text() == "CT-UBND"
    assert page.form.entry("issued").text() == "05/09/2023"
    assert page.form.entry("type_code").text() == "Chỉ thị"
    assert page.form.entry("arrived").text() == "06/09/2023"
    assert "3.a" in bench.paths()
    assert "đẩy mạnh cải cách hành chính" in page.document.pane.toPlainText()


def test_what_the_text_does_not_say_stays_blank(bench: Bench):
    blank = DIRECTIVE.replace("Số: 90/CT-UBND", "Số:    /CT-UBND").replace("ngày 05 tháng 9 năm", "ngày   tháng   năm")
    bench.read(bench.file(blank, "blank.txt"))

    assert bench.page.form.entry("number").text() == ""
    assert bench.page.form.entry("issued").text() == ""
    assert bench.page.halves.tabs.tabText(0) == "Văn bản · cần bổ sung 2 ô"
    directive = bench.desk.store.reading().get(Directive, register(bench, Qt.Key.Key_F9))
    assert (directive.number, directive.issued) == ("", None)


def test_a_day_of_arrival_that_cannot_be_is_told_at_once_and_kept_out_of_the_register(bench: Bench):
    bench.read()
    page = bench.page
    entry = page.form.entry("arrived")
    for typed, said in (
        ("07/09/2023", "Ngày đến 07/09/2023 sau ngày hôm nay; hãy sửa lại trước khi vào sổ."),
        ("04/09/2023", "Ngày đến 04/09/2023 trước ngày của văn bản (05/09/2023); hãy xem lại."),
        ("06/09/2023", ""),
    ):
        entry.clear()
        bench.qtbot.keyClicks(entry, typed)
        assert page.messages.sentence == said

    entry.clear()
    bench.qtbot.keyClicks(entry, "07/09/2023")
    press(bench, Qt.Key.Key_F9)
    bench.settle()
    assert stored(bench, Directive) == []
    assert page.messages.sentence == "“07/09/2023” không dùng được cho ngày đến. Chưa ghi gì; hãy sửa lại."


def test_f9_enters_the_document_and_gives_nothing(bench: Bench):
    bench.read()
    directive_id = register(bench, Qt.Key.Key_F9)

    directive = bench.desk.store.reading().get(Directive, directive_id)
    assert (directive.arrival, directive.symbol) == ("1", "CT-UBND")
    assert len(stored(bench, Item)) > 5
    assert stored(bench, Assignment) == []


def test_f10_enters_the_document_and_gives_its_items(bench: Bench):
    bench.read()
    view = directive_view(bench.desk, register(bench))

    item = next(each for each in view.items if each.path == "3.a")
    assert len(view.lines[item.id]) == 17
    assert {row.assignment.due for row in view.lines[item.id]} == {date(2023, 9, 24)}
    assert view.attachments[0].name == "90-CT-UBND.txt"


def test_a_file_read_into_the_documents_of_ones_own_takes_no_number_of_arrival(bench: Bench):
    bench.page.open_file(bench.file(), source=Source.OWN)
    bench.settle()
    assert "Vào sổ văn bản đi giao việc" in [each.text() for each in bench.page.findChildren(QLabel)]

    directive = bench.desk.store.reading().get(Directive, register(bench))
    assert (directive.source, directive.arrival, directive.arrived) == (Source.OWN, "", None)


def test_issuers_that_the_office_knows_are_offered_before_anything_was_entered(bench: Bench):
    bench.read()
    offers = bench.page.form.entry("issuer").offers

    assert offers[:2] == ("UBND huyện Cẩm Giàng", "UBND tỉnh Hải Dương")
    assert "Phòng Nội vụ" in offers


def test_f10_says_so_when_there_was_nobody_to_give_to(bench: Bench):
    head = DIRECTIVE.split("\nĐể hoàn thành")[0]
    bench.read(bench.file(f"{head}\nYêu cầu các hội:\n\n1. Rà soát hồ sơ quá hạn.\n\n2. Công khai kết quả.\n"))
    with bench.qtbot.waitSignal(bench.page.said) as said:
        register(bench)

    assert stored(bench, Assignment) == []
    assert len(stored(bench, Item)) == 2
    assert said.args[0].endswith("Chưa giao mục nào vì chưa rõ đơn vị; bấm “Giao việc…” (Ctrl+G) để chọn.")


def test_f11_enters_the_document_and_begins_the_next(bench: Bench):
    bench.read()
    with bench.qtbot.waitSignal(bench.page.said) as said:
        press(bench, Qt.Key.Key_F11)
    bench.settle()

    assert said.args == ["Đã vào sổ, số đến 1."]
    assert bench.page.draft.directive.symbol == ""
    assert bench.page.form.entry("arrival_number").placeholderText() == "2"
    assert bench.page.form.entry("issuer").text() == "", "what repeats is offered, never typed in"
    assert bench.page.form.entry("issuer").offers[0] == "UBND huyện Cẩm Giàng"


def test_a_corrected_field_is_what_is_written(bench: Bench, type_vietnamese: Callable[[QWidget, str], None]):
    bench.read()
    entry = bench.page.form.entry("signer_title")
    entry.clear()
    type_vietnamese(entry, "Phó Chủ tịch")
    directive = bench.desk.store.reading().get(Directive, register(bench))

    assert directive.signer_title == "Phó Chủ tịch"


def test_changed_dates_move_the_limits_that_count_from_them(bench: Bench):
    text = DIRECTIVE.replace("hoàn thành trước ngày 30 tháng 9 năm 2023", "trong thời hạn 05 ngày làm việc")
    bench.read(bench.file(text, "days.txt"))
    place = next(each.item.path for each in bench.page.draft.items if "05 ngày làm việc" in each.item.phrase)
    before = bench.item(place).item.due
    bench.page.form.edited.emit("arrived", date(2023, 9, 11))

    assert before == date(2023, 9, 13)
    assert bench.item(place).item.due == date(2023, 9, 18)


def test_a_document_that_stands_in_the_register_is_named_before_saving(bench: Bench):
    bench.read()
    first = register(bench, Qt.Key.Key_F9)
    bench.read(bench.file(name="again.txt"))

    bar = bench.page.likeness_bar
    assert "đã vào sổ: số đến 1" in bar.sentence
    with bench.qtbot.waitSignal(bench.page.directive_wanted) as told:
        bar._remedy.click()
    assert told.args == [first]


def test_typing_the_number_of_an_earlier_document_is_noticed_too(bench: Bench, qtbot: Any):
    bench.read()
    register(bench, Qt.Key.Key_F9)
    bench.page.open_blank(Source.RECEIVED)
    qtbot.keyClicks(bench.page.form.entry("number"), "90")
    qtbot.keyClicks(bench.page.form.entry("symbol"), "CT-UBND")

    qtbot.waitUntil(lambda: "đã vào sổ" in bench.page.likeness_bar.sentence)


def test_an_article_is_offered_as_reference_and_may_still_be_entered(bench: Bench):
    bench.read(bench.file(ARTICLE, "bao.txt"))
    assert "bài báo" in bench.page.messages.sentence
    assert bench.page.enter_and_give.text().startswith("Lưu làm tư liệu tham khảo")

    bench.page.messages._remedy.click()
    assert bench.page.draft.directive.reference_only == 0
    assert bench.page.enter_and_give.text().startswith("Vào sổ và giao việc")


def test_an_article_kept_for_reference_takes_no_number(bench: Bench):
    bench.read(bench.file(ARTICLE, "bao.txt"))
    directive = bench.desk.store.reading().get(Directive, register(bench))

    assert (directive.reference_only, directive.arrival_number) == (1, None)
    assert stored(bench, Assignment) == []


def test_a_list_is_offered_as_reference_too(bench: Bench):
    bench.read(bench.file("DANH SÁCH\nCán bộ dự tập huấn\n\n1. Vi Thị Đồi\n2. Hà Văn Suối", "ds.txt"))
    assert "danh sách" in bench.page.messages.sentence
    assert bench.page.enter_and_give.text().startswith("Lưu làm tư liệu tham khảo")


def test_a_draft_is_entered_or_kept_as_reference_as_the_person_says(bench: Bench):
    bench.read(bench.file("DỰ THẢO\n" + DIRECTIVE, "du-thao.txt"))
    assert "bản dự thảo" in bench.page.messages.sentence
    assert bench.page.enter_and_give.text().startswith("Vào sổ và giao việc")

    bench.page.messages._remedy.click()
    assert bench.page.draft.directive.reference_only == 1
    assert bench.page.enter_and_give.text().startswith("Lưu làm tư liệu tham khảo")


def test_what_answers_one_of_ours_says_so_and_opens_it(bench: Bench):
    bench.read(bench.file(DIRECTIVE, "ct.txt"))
    bench.page.record(replace(bench.page.draft, directive=replace(bench.page.draft.directive, source=Source.OWN)), "")
    asked = register(bench)
    number = str(bench.desk.store.reading().get(Directive, asked).notation)
    answer = f"Số: 12/UBND-VP\nV/v trả lời Công văn số {number}\nKính gửi: UBND huyện.\n1. Xã đã làm xong."
    bench.read(bench.file(answer, "tra-loi.txt"))

    assert "trả lời hoặc báo cáo" in bench.page.likeness_bar.sentence


def test_a_secret_document_is_refused_and_nothing_of_it_is_shown(bench: Bench):
    bench.read(bench.file(DIRECTIVE.replace("Số: 90", "MẬT\n\nSố: 90"), "mat.txt"))

    assert bench.page.messages.sentence.startswith("Văn bản mật phải đăng ký vào Sổ đăng ký bí mật nhà nước")
    assert bench.page.document.pane.toPlainText() == ""
    assert bench.page.draft == bench.page.session.history.draft
    assert bench.page.draft.file == ""


def test_a_file_that_cannot_be_read_is_said_and_entered_by_hand_with_it(bench: Bench):
    path = bench.folder / "scan.pdf"
    path.write_bytes(b"%PDF-1.7\n1 0 obj")
    bench.read(path)
    assert "scan.pdf" in bench.page.messages.sentence

    bench.page.messages._remedy.click()
    assert bench.page.draft.file == str(path)


def test_a_vanished_file_leaves_a_blank_form(bench: Bench):
    bench.read(bench.folder / "gone.pdf")

    assert "gone.pdf" in bench.page.messages.sentence
    assert bench.page.draft.directive.arrived == date(2023, 9, 6)


def test_what_cannot_be_written_keeps_the_work_on_the_screen(bench: Bench, qtbot: Any):
    bench.read()
    register(bench, Qt.Key.Key_F9)
    bench.read(bench.file(DIRECTIVE.replace("90/CT", "91/CT"), "91.txt"))
    qtbot.keyClicks(bench.page.form.entry("arrival_number"), "1")
    press(bench, Qt.Key.Key_F10)
    bench.settle()

    assert "Số đến 1 của năm 2023 đã có" in bench.page.messages.sentence
    assert bench.page.draft.directive.number == "91"
    assert bench.page.enter_and_give.isEnabled()


def test_a_field_that_cannot_be_read_stops_saving_by_name(bench: Bench, qtbot: Any):
    bench.page.open_blank(Source.RECEIVED)
    entry = bench.page.form.entry("issued")
    entry.setFocus()
    qtbot.keyClicks(entry, "30/3")
    press(bench, Qt.Key.Key_F9)

    assert "Ngày văn bản" in bench.page.messages.sentence
    assert stored(bench, Directive) == []


def test_esc_asks_once_and_the_work_is_kept(bench: Bench):
    bench.read()
    bench.page.form.edited.emit("signer", "Người khác")
    with bench.qtbot.assertNotEmitted(bench.page.left):
        press(bench, Qt.Key.Key_Escape)
    assert bench.page.messages.sentence == words.LEAVING
    with bench.qtbot.waitSignal(bench.page.left):
        press(bench, Qt.Key.Key_Escape)

    bench.page.open_blank(Source.RECEIVED)
    assert bench.page.messages.sentence == "Còn văn bản nhập dở: 90/CT-UBND."
    bench.page.messages._remedy.click()
    assert bench.page.draft.directive.signer == "Người khác"


def test_esc_on_an_untouched_form_leaves_at_once(bench: Bench):
    bench.page.open_blank(Source.RECEIVED)
    with bench.qtbot.waitSignal(bench.page.left):
        press(bench, Qt.Key.Key_Escape)


def test_a_document_only_read_is_left_without_a_question_and_offered_again(bench: Bench):
    bench.read()
    with bench.qtbot.waitSignal(bench.page.left):
        press(bench, Qt.Key.Key_Escape)
    bench.page.open_blank(Source.RECEIVED)
    assert "90/CT-UBND" in bench.page.messages.sentence


def test_closing_the_window_with_undecided_work_asks_once(bench: Bench, monkeypatch: pytest.MonkeyPatch):
    asked: list[str] = []
    answers = [False, True]

    def ask(_parent: object, _title: str, sentence: str, **_names: str) -> bool:
        asked.append(sentence)
        return answers.pop(0)

    monkeypatch.setattr(Question, "ask", ask)
    bench.read()
    bench.page.form.edited.emit("signer", "Người khác")
    bench.page.close()
    assert bench.page.isVisible()
    assert "90/CT-UBND" in asked[0]

    bench.page.close()
    assert not bench.page.isVisible()
    assert len(asked) == 2


def test_nothing_is_asked_when_nothing_would_be_lost(bench: Bench):
    bench.read()
    bench.page.close()
    assert not bench.page.isVisible()


def test_units_renamed_elsewhere_are_named_anew(bench: Bench):
    from dataclasses import replace

    from district_desk.desk.cataloguing import put

    bench.read()
    unit = next(unit for unit in bench.desk.directory(date(2023, 9, 5)).units if unit.name == "Phòng Nội vụ")
    bench.operations.changed.connect(bench.page.on_changes)
    bench.operations.run(lambda: put(bench.desk, [replace(unit, short_name="P. NỘI VỤ MỚI")]))
    bench.settle()
    key = bench.item("1.a").key

    assert "P. NỘI VỤ MỚI" in str(bench.page.items.view.model().index_of(key).siblingAtColumn(2).data())


def test_the_pages_of_a_kept_pdf_are_shown_when_its_record_is_corrected(bench: Bench):
    from test_document_view import make_pdf

    path = bench.folder / "goc.pdf"
    make_pdf(path, pages=1)
    bench.page.open_blank(Source.RECEIVED)
    bench.page.moving.attach(path)
    bench.page.form.edited.emit("subject", "Về việc xem trang gốc")
    bench.page.record(replace_text(bench.page.draft), "văn bản")
    directive_id = register(bench, Qt.Key.Key_F9)
    bench.page.open_directive(directive_id)

    assert bench.page.document.tabs.isTabVisible(1)


def replace_text(draft: Draft) -> Draft:
    from dataclasses import replace

    return replace(draft, text="Nội dung văn bản")


def test_what_is_dropped_is_not_offered_again(bench: Bench):
    bench.read()
    bench.page.form.edited.emit("signer", "Người khác")
    press(bench, Qt.Key.Key_Escape)
    with bench.qtbot.waitSignal(bench.page.left):
        bench.page.messages._remedy.click()
    bench.page.open_blank(Source.RECEIVED)

    assert bench.page.messages.sentence == ""


def test_a_spoken_order_is_entered_without_number_and_file(
    bench: Bench, type_vietnamese: Callable[[QWidget, str], None]
):
    bench.page.open_blank(Source.SPOKEN)
    type_vietnamese(bench.page.form.subject, "Chủ tịch yêu cầu báo cáo nhanh")
    bench.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    type_vietnamese(bench.page.items.editor.text, "Báo cáo nhanh tình hình thu ngân sách")
    view = directive_view(bench.desk, register(bench))

    assert view.directive.source is Source.SPOKEN
    assert view.directive.arrival == ""
    assert [item.text for item in view.items] == ["Báo cáo nhanh tình hình thu ngân sách"]


def test_an_entered_directive_is_corrected_on_the_same_screen(
    bench: Bench, type_vietnamese: Callable[[QWidget, str], None]
):
    bench.read()
    directive_id = register(bench)
    before = len(stored(bench, Assignment))
    bench.page.open_directive(directive_id)
    assert bench.page.enter_and_give.text().startswith("Lưu")
    assert bench.page.document.pane.toPlainText().startswith("ỦY BAN NHÂN DÂN")

    entry = bench.page.form.entry("signer")
    entry.clear()
    type_vietnamese(entry, "Bà Khác")
    bench.choose("3.a")
    bench.page.items.editor.lines["product"].setFocus()
    type_vietnamese(bench.page.items.editor.lines["product"], "Báo cáo")
    first = bench.item("3.a").lines[0].unit_id
    lines = tuple(line for line in bench.item("3.a").lines if line.unit_id != first)
    from district_desk.domain import draft_moves

    bench.page.record(draft_moves.set_lines(bench.page.draft, (bench.item("3.a").key,), lines), "bớt một xã")
    register(bench)

    view = directive_view(bench.desk, directive_id)
    item = next(each for each in view.items if each.path == "3.a")
    assert (view.directive.signer, item.product) == ("Bà Khác", "Báo cáo")
    assert len(view.lines[item.id]) == 16
    assert len(stored(bench, Assignment)) == before - 1


def test_saving_a_record_without_changes_writes_nothing(bench: Bench):
    bench.read()
    directive_id = register(bench)
    operations = len(bench.desk.store.reading().operations())
    bench.page.open_directive(directive_id)
    register(bench)

    assert len(bench.desk.store.reading().operations()) == operations


def test_lights_click_into_the_form(bench: Bench):
    bench.read()
    bench.choose("4")
    bench.click_words("CT-UBND")

    assert bench.page.halves.tabs.currentIndex() == 0
    assert bench.page.form.entry("symbol").hasFocus()
    assert bench.page.document.pane._chosen is not None


def test_steps_are_taken_back_and_made_again_by_name():
    drafts = [Draft(Directive(number=str(number))) for number in range(4)]
    history = DraftHistory(drafts[0])
    assert history.record(drafts[1], "một")
    assert history.record(drafts[2], "hai")
    assert not history.record(drafts[2], "không đổi gì")

    assert history.undo_name == "hai"
    assert history.undo() is drafts[1]
    assert history.redo_name == "hai"
    assert history.redo() is drafts[2]
    history.undo()
    history.record(drafts[3], "ba")
    assert history.redo_name == ""
    assert history.redo() is drafts[3]


def test_a_run_of_letters_is_one_step_until_it_ends():
    history = DraftHistory(Draft(Directive()))
    for number in ("9", "90"):
        history.record(Draft(Directive(number=number)), "sửa số", run="field:number")
    history.end_run()
    history.record(Draft(Directive(number="901")), "sửa số", run="field:number")

    assert history.undo().directive.number == "90"
    assert history.undo().directive.number == ""
    assert history.undo_name == ""


def test_another_document_begins_at_its_beginning_with_no_item_chosen(bench: Bench):
    """The row that was chosen in the document before stayed chosen, and pulled the new text down to it."""
    bench.read()
    bench.choose("4")
    bench.read(bench.file(name="91-CT-UBND.txt"))

    assert bench.page.items.view.keys() == ()
    assert bench.page.document.pane.verticalScrollBar().value() == 0


def test_how_many_items_there_are_is_not_cut_at_the_width_of_an_office_monitor(bench: Bench):
    bench.read()
    summary = bench.page.items.summary
    longest = "118 việc · 115 có thời hạn · 114 cần xem lại"

    assert summary.fontMetrics().horizontalAdvance(longest) <= summary.width()


def test_an_article_is_not_said_to_be_in_the_register_and_has_a_name_in_the_journal(bench: Bench):
    """ "Đã vào sổ." was said of it, and its line of the journal was "Vào sổ" and nothing more."""
    said: list[str] = []
    bench.page.said.connect(said.append)
    bench.read(bench.file(ARTICLE, "bao.txt"))
    register(bench)

    operation = bench.desk.store.reading().operations()[0]
    assert said == ["Đã lưu làm tư liệu tham khảo, không vào sổ."]
    assert journal_label(operation).startswith("Lưu tư liệu ")
    assert operation.subject
