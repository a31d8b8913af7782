"""Workbooks of scores as other offices lay them out: columns moved, headings of three rows, sections, per cents, codes."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from district_desk.desk.opening import create_office
from district_desk.desk.reform.index import begin_from_example, copy_index, index_in_force
from district_desk.desk.reform.score_answers import asked_of
from district_desk.desk.reform.score_import import STOPPING, preview_scores, take_scores
from district_desk.desk.reform.score_words import fault_sentence
from district_desk.desk.reform.scoring import score_grid
from district_desk.domain.points import ONE
from district_desk.domain.problems import BadSheet, BadValue

TTHC, CQDT = "Cải cách thủ tục hành chính", "Xây dựng và phát triển chính quyền điện tử, chính quyền số"
TITLE = ["KẾT QUẢ CHẤM ĐIỂM CHỈ SỐ CCHC NĂM 2022"]
UNIT = "UBND xã Cao An"


@pytest.fixture
def desk(tmp_path):
    made = create_office(tmp_path / "office", "cam-giang-2023", clock=lambda: datetime(2023, 4, 3, 8, 0))
    begin_from_example(made, 2022)
    yield made
    made.close()


@pytest.fixture
def look_at(desk, tmp_path):
    """Preview lines as a workbook."""

    def look_at(*lines: Sequence[Any], merged: Sequence[str] = (), year: int = 2022):
        return preview_scores(desk, workbook(tmp_path / "a.xlsx", lines, merged), year)

    return look_at


def workbook(path: Path, lines: Sequence[Sequence[Any]], merged: Sequence[str] = ()) -> Path:
    book = Workbook()
    for line in lines:
        book.active.append(list(line))
    for cells in merged:
        book.active.merge_cells(cells)
    book.save(path)
    return path


def taken(preview):
    """What would be written: domain or criterion, field, points."""
    return [(change.what.code, change.field, change.new) for change in preview.changes if change.what != "Xếp loại"]


def said(preview):
    return [fault_sentence(fault) for fault in preview.faults]


def test_columns_in_another_order_are_known_by_their_headings(look_at):
    preview = look_at(TITLE, ["Xếp loại", CQDT, "Đơn vị", TTHC], ["", 18, UNIT, "17,5"])
    assert taken(preview) == [("VII", "second_points", "18"), ("III", "second_points", "17,5")]
    assert not preview.faults


def test_three_rows_of_headings_with_the_stages_under_each_domain(look_at):
    preview = look_at(
        TITLE,
        ["TT", "Đơn vị", "Điểm theo lĩnh vực", None, None, None, None, "Tổng điểm", None],
        [None, None, TTHC, None, CQDT, None, None, "Tự chấm", "Thẩm định"],
        [None, None, "Tự chấm", "Thẩm định", "Tự chấm", "Thẩm định lần 1", "Thẩm định lần 2", None, None],
        [1, UNIT, 20, 18, 19, 17, 16, 39, 34],
        merged=("A2:A4", "B2:B4", "C2:G2", "C3:D3", "E3:G3", "H2:I2"),
    )
    assert taken(preview) == [
        ("III", "self_points", "20"), ("III", "first_points", "18"),
        ("VII", "self_points", "19"), ("VII", "first_points", "17"), ("VII", "second_points", "16"),
    ]  # fmt: skip
    assert said(preview) == []


def test_sections_sums_and_a_row_that_numbers_the_columns_are_no_units(look_at):
    preview = look_at(
        TITLE, ["TT", "Đơn vị", TTHC, CQDT, "Tổng điểm"], ["(1)", "(2)", "(3)", "(4)", "(5)=(3)+(4)"],
        ["I", "Các thị trấn", None, None, None], [1, "UBND thị trấn Lai Cách", 18, 17, 35],
        ["II", "Các xã", None, None, None], [1, UNIT, 16, 15, 31],
        [None, "Điểm bình quân", 17, 16, 33], [None, "TỔNG CỘNG", 34, 32, 66],
    )  # fmt: skip
    assert (preview.units, len(preview.changes), said(preview)) == (2, 4, [])


def test_a_column_of_per_cents_beside_the_points_is_not_taken_for_points(look_at):
    preview = look_at(
        TITLE, ["TT", "Đơn vị", TTHC, None, CQDT, None], [None, None, "Điểm", "Tỷ lệ (%)", "Số điểm", "%"],
        [1, UNIT, 18, 90, 15, 75], merged=("C2:D2", "E2:F2"),
    )  # fmt: skip
    assert taken(preview) == [("III", "second_points", "18"), ("VII", "second_points", "15")]
    assert said(preview) == []


@pytest.mark.parametrize("codes", [("1.1", "3.1", "3.2"), (1.1, 3.1, 3.2)], ids=["texts", "numbers"])
@pytest.mark.parametrize("rows", [1, 2])
def test_codes_of_criteria_are_headings_of_a_wide_sheet(look_at, desk, codes, rows):
    heads = [["TT", "Đơn vị", *codes]] if rows == 1 else [["TT", "Đơn vị", "I", "III", None], [None, None, *codes]]
    preview = look_at(TITLE, *heads, [1, UNIT, 2, 3.5, 4])
    assert taken(preview) == [
        ("1.1", "second_points", "2"), ("3.1", "second_points", "3,5"), ("3.2", "second_points", "4"),
    ]  # fmt: skip
    take_scores(desk, preview)
    assert sum(score.second_points for score in score_grid(desk, 2022).scores.values()) == 9_500_000


def test_formulas_that_no_program_has_computed_are_said_cell_by_cell(look_at):
    preview = look_at(TITLE, ["Đơn vị", TTHC, CQDT], [UNIT, "=9+9", 15])
    assert said(preview) == ["Ô B3: Công thức chưa có kết quả; hãy mở tệp bằng Excel, lưu lại rồi nhận."]
    assert taken(preview) == [("VII", "second_points", "15")]


def test_two_columns_of_the_same_points_are_said(look_at):
    preview = look_at(TITLE, ["Đơn vị", TTHC, TTHC], [UNIT, 18, 17])
    assert said(preview) == [f"Cột C: Có hai cột cùng là điểm của “{TTHC}”."]


def test_a_total_that_is_not_the_sum_is_pointed_out_and_the_points_are_taken(look_at, desk):
    domains = score_grid(desk, 2022).tree.domains
    preview = look_at(
        TITLE, ["Đơn vị", *(each.name for each in domains), "Tổng điểm"], [UNIT, *(1 for _ in domains), 99]
    )
    assert [fault_sentence(each) for each in preview.warnings] == [
        "Ô I3: Tổng điểm ghi là 99, cộng các lĩnh vực được 7."
    ]
    assert not preview.faults


def test_a_sheet_without_a_unit_asks_whose_it_is_and_takes_it_with_the_answer(desk, tmp_path):
    lines = (TITLE, ["STT", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm"], ["3.1", "Công khai TTHC", 4, "3,5"])
    path = workbook(tmp_path / "phieu.xlsx", lines)
    preview = preview_scores(desk, path, 2022)
    [asked] = [each for each in asked_of(desk, preview) if each.is_open]
    code = next(choice.target for choice in asked.choices if choice.name == UNIT)
    with pytest.raises(BadValue):
        take_scores(desk, preview)

    known = preview_scores(desk, path, 2022, unit_code=code)
    assert taken(known) == [("3.1", "self_points", "3,5")]


def test_a_maximum_that_differs_from_the_index_is_said(look_at):
    heads = ["STT", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm"]
    preview = look_at(TITLE, [f"Đơn vị: {UNIT}"], heads, ["3.1", "Công khai TTHC", 5, 4])
    assert said(preview) == ["Ô C4: Điểm tối đa trong tệp là 5, trong bộ chỉ số là 4."]
    assert taken(preview) == [("3.1", "self_points", "4")]


def test_another_districts_file_stops_as_a_whole(look_at):
    rows = [[number, f"UBND xã Phương Xa {number}", 1] for number in range(1, 6)]
    preview = look_at(TITLE, ["TT", "Đơn vị", TTHC], *rows)
    assert any(fault.kind in STOPPING for fault in preview.faults)
    assert "5 trong 5 đơn vị không có trong danh mục: có lẽ là tệp của nơi khác." in said(preview)


@pytest.mark.parametrize("lines", [[], [["Danh sách cán bộ"], ["Họ tên", "Chức vụ"]]], ids=["blank", "another list"])
def test_a_workbook_without_scores_says_what_it_lacks(look_at, lines):
    with pytest.raises(BadSheet):
        look_at(*lines)


def test_a_merged_heading_of_the_units_and_blank_lines_do_not_disturb(look_at):
    preview = look_at(
        TITLE, [], ["TT", "Đơn vị", None, TTHC], [None, "Tên", "Huyện", None], [], [1, UNIT, "Cẩm Giàng", 18.25],
        merged=("B3:C3", "A3:A4", "D3:D4"),
    )  # fmt: skip
    assert taken(preview) == [("III", "second_points", "18,25")]


def test_what_is_taken_stands_in_the_index_of_its_year(look_at, desk):
    take_scores(desk, look_at(TITLE, ["Đơn vị", TTHC], [UNIT, 14.99]))
    [score] = score_grid(desk, 2022).scores.values()
    assert score.second_points == 14_990_000 < 15 * ONE
    assert index_in_force(desk, 2022).version == 1


def test_the_day_of_the_decision_that_a_summary_goes_with_is_not_the_scored_year(look_at):
    titles = (TITLE, ["(Kèm theo Quyết định số 12/QĐ-UBND ngày 15 tháng 3 năm 2023)"])
    lines = (["Đơn vị", TTHC], [UNIT, 18])

    assert said(look_at(*titles, *lines)) == []
    assert said(look_at(*titles, *lines, year=2023))[0] == "Tệp ghi năm 2022, không phải năm 2023."


def test_a_rating_that_is_no_band_is_pointed_out_and_taken_as_announced(look_at, desk):
    preview = look_at(
        TITLE, ["Đơn vị", TTHC, "Xếp loại"], [UNIT, 18, "HTNV"], ["UBND xã Cẩm Đông", 17, "HOÀN THÀNH NHIỆM VỤ"]
    )

    assert preview.faults == ()
    assert [fault_sentence(each).split(" nên")[0] for each in preview.warnings] == [
        "Ô C3: “HTNV” không phải là tên mức xếp loại nào của bộ chỉ số"
    ]
    assert [rating.rating for rating in preview.ratings] == ["HTNV", "HOÀN THÀNH NHIỆM VỤ"]


def test_the_index_that_a_workbook_makes_is_named_by_its_year_and_a_copy_by_its_own(desk, tmp_path):
    lines = (["KẾT QUẢ CHỈ SỐ CCHC NĂM 2023"], ["Đơn vị", TTHC], ["Điểm tối đa", 20], [UNIT, 18])
    take_scores(desk, preview_scores(desk, workbook(tmp_path / "a.xlsx", lines), 2023))
    made = index_in_force(desk, 2023)
    copy_index(desk, made.id, 2024)

    assert made.title == "Chỉ số cải cách hành chính năm 2023"
    assert index_in_force(desk, 2024).title == "Chỉ số cải cách hành chính năm 2024"


def test_a_survey_that_brings_an_appraisal_above_the_maximum_is_left_out(look_at):
    heads = ["STT", "Tiêu chí", "Điểm tối đa", "Điểm điều tra XHH", "Điểm thẩm định"]

    preview = look_at(
        TITLE, [f"Đơn vị: {UNIT}"], heads, ["III", TTHC, 20, None, None], ["3.1", "Công khai TTHC", 4, 1.5, 3]
    )

    assert taken(preview) == [("3.1", "first_points", "3")]
    assert said(preview) == ["Ô D5: 4,5 điểm vượt điểm tối đa 4."]
