"""Builders as values: a form and values in, a Document out."""

from dataclasses import replace
from datetime import date

import pytest

from district_desk.prints import style
from district_desk.prints.builders import build
from district_desk.prints.document import A4, A4_LANDSCAPE, Code, Copies, Grid, Letterhead, Paragraph, RowKind, Run
from district_desk.prints.examples import EXAMPLES
from district_desk.prints.style import STYLES
from district_desk.prints.wording import day_month, full_date, place_and_date, short_date


def blocks(document, kind):
    return [block for block in document.blocks if isinstance(block, kind)]


def due_cell(form, line, **changes):
    sheet = replace(EXAMPLES[form.name], lines=(replace(line, **changes),))
    return blocks(build(form, sheet), Grid)[0].rows[0].cells[-1]


def words(text):
    return text if isinstance(text, str) else "".join(run.text for run in text)


def bold(text):
    return "".join(run.text for run in text if run.bold)


@pytest.mark.parametrize("part", STYLES)
def test_every_size_lies_within_the_limits_of_its_row(part):
    row = STYLES[part]
    assert row.low <= row.size <= row.high


def test_the_short_line_is_a_third_to_a_half():
    assert 1 / 3 <= style.SHORT_RULE <= 1 / 2


@pytest.mark.parametrize(("day", "written"), [
    (date(2023, 4, 7), "07/4/2023"), (date(2023, 2, 5), "05/02/2023"), (date(2023, 11, 30), "30/11/2023"),
])  # fmt: skip
def test_days_below_ten_and_january_and_february_get_a_leading_zero(day, written):
    assert full_date(day) == written
    assert day_month(day) == written[:-5]
    assert short_date(day) == written[:-4] + "23"


def test_place_and_date_leave_dots_for_what_is_not_known():
    assert place_and_date("Cẩm Giàng", date(2023, 3, 30)) == "Cẩm Giàng, ngày 30 tháng 3 năm 2023"
    assert place_and_date("", None) == "……, ngày …… tháng …… năm 20……"


def test_every_form_has_an_example_that_builds_on_its_paper(sheet_form, slip_form, register_form, follow_up_form):
    for form, paper in (
        (sheet_form, A4),
        (slip_form, A4),
        (register_form, A4_LANDSCAPE),
        (follow_up_form, A4_LANDSCAPE),
    ):
        document = build(form, EXAMPLES[form.name])
        assert document.paper == paper
        assert "VÍ DỤ" in repr(document).upper()


def test_values_of_another_form_are_a_fault_of_the_program(slip_form, sheet):
    with pytest.raises(TypeError):
        build(slip_form, sheet)


def test_a_phrase_that_names_its_day_is_the_bold_one_with_the_last_working_day_after_it(sheet_form, sheet):
    cell = due_cell(sheet_form, sheet.lines[2])
    assert words(cell) == "Trước ngày 10/4/2023\n(ngày làm việc cuối: 07/4)"
    assert bold(cell) == "Trước ngày 10/4/2023"


def test_a_phrase_that_only_describes_its_day_is_followed_by_it_in_bold(sheet_form, sheet):
    cell = due_cell(sheet_form, sheet.lines[3])
    assert words(cell) == "Trong thời hạn 05 ngày làm việc: chậm nhất 07/4/2023"
    assert bold(cell) == "chậm nhất 07/4/2023"


def test_a_day_set_apart_for_one_unit_stands_beside_the_phrase_it_no_longer_agrees_with(sheet_form, sheet):
    day = date(2023, 4, 20)
    cell = due_cell(sheet_form, sheet.lines[2], last_day=day, last_working_day=day)
    assert bold(cell) == "chậm nhất 20/4/2023"
    assert words(cell).startswith("Trước ngày 10 tháng 4 năm 2023: ")


def test_a_day_without_a_phrase_and_a_phrase_without_a_day(sheet_form, sheet):
    day = date(2023, 4, 7)
    assert words(due_cell(sheet_form, sheet.lines[0], last_day=day, last_working_day=day)) == "Chậm nhất 07/4/2023"
    assert words(due_cell(sheet_form, sheet.lines[1])) == "Hằng quý, 6 tháng, năm và đột xuất"


def test_a_task_without_a_limit_says_that_a_date_must_be_set(sheet_form, sheet):
    assert due_cell(sheet_form, sheet.lines[0]) == "Chưa quy định, cần ấn định"


@pytest.mark.parametrize("phrase", ["trước ngày 31/02/2023", "trước ngày 99 tháng 99 năm 2023"])
def test_a_day_that_does_not_exist_stays_as_it_was_written(sheet_form, sheet, phrase):
    day = date(2023, 2, 28)
    cell = due_cell(sheet_form, sheet.lines[0], due_phrase=phrase, last_day=day, last_working_day=day)
    assert words(cell) == f"{phrase[0].upper()}{phrase[1:]}: chậm nhất 28/02/2023"


def test_the_place_is_bold_and_the_reason_follows_the_task(sheet_form, sheet):
    rows = blocks(build(sheet_form, sheet), Grid)[0].rows
    assert rows[1].cells[1] == (
        Run("Mục 2, điểm đ. ", bold=True),
        Run("Báo cáo kết quả công tác cải cách hành chính về UBND huyện"),
        Run(" (qua Phòng Nội vụ)"),
    )


def test_a_sheet_without_opinion_arrival_or_report_day_says_nothing_about_them(sheet_form, sheet):
    bare = replace(sheet, opinion="", arrival="", arrived=None, report_by=None, code="")
    document = build(sheet_form, bare)
    said = " ".join(words(block.text) for block in blocks(document, Paragraph))
    assert "Ý kiến chỉ đạo" not in said
    assert "Số đến" not in said
    assert "đúng thời hạn nêu trên" in said
    assert document.blocks[-1].copies.code is None


def test_the_closing_sentence_names_hour_day_and_the_days_within_which_a_sheet_comes_back(sheet_form, sheet):
    closing = blocks(build(sheet_form, sheet), Paragraph)[-1]
    assert closing.text == (
        "Đề nghị báo cáo kết quả về Văn phòng HĐND và UBND trước 17 giờ, ngày 07/4/2023; khi có vướng mắc hoặc không "
        "thuộc chức năng, đề nghị trả lại ngay, chậm nhất 01 ngày làm việc./."
    )


def test_a_code_on_paper_is_the_record_s_own_digits(sheet_form, sheet, slip_form, slip):
    row = build(sheet_form, sheet).blocks[-1]
    assert row.copies.code == Code(sheet.code)
    assert blocks(build(slip_form, slip), Code)[0].digits == slip.code


def test_copies_are_listed_with_dashes_and_the_decree_s_stops(sheet_form, sheet):
    told = build(sheet_form, replace(sheet, cc=("Như trên", "Lưu: VT, VP"))).blocks[-1].copies
    assert told == Copies("Nơi nhận:", ("- Như trên;", "- Lưu: VT, VP."), Code(sheet.code))
    assert build(sheet_form, replace(sheet, cc=())).blocks[-1].copies.lines == ()


def test_a_peoples_committee_stands_on_two_lines_of_the_slip(slip_form, slip):
    whole = replace(slip, letterhead=replace(slip.letterhead, body="Ủy ban nhân dân huyện Ví Dụ"))
    assert blocks(build(slip_form, whole), Letterhead)[0].body == "Ủy ban nhân dân\nhuyện Ví Dụ"


def test_columns_stand_in_the_order_of_the_form(sheet_form, sheet):
    turned = replace(sheet_form, columns=sheet_form.columns[::-1])
    row = blocks(build(turned, sheet), Grid)[0].rows[0]
    assert row.cells[-1] == "1"


def test_the_letterhead_keeps_the_words_of_the_office(sheet_form, sheet):
    head = blocks(build(sheet_form, sheet), Letterhead)[0]
    assert head == Letterhead("UBND huyện Ví Dụ", "Văn phòng HĐND và UBND", "", "Ví Dụ, ngày 31 tháng 3 năm 2023")


def test_an_empty_book_has_one_remark_and_no_row(register_form, book):
    (row,) = blocks(build(register_form, replace(book, lines=())), Grid)[0].rows
    assert row.kind is RowKind.REMARK


def test_building_twice_gives_equal_documents(register_form, book):
    assert build(register_form, book) == build(register_form, book)
