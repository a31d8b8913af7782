"""Sheets as offices use them: typed columns, headings in any order, every fault with its row."""

from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from district_desk.domain.problems import BadSheet, Unreadable, UnreadableFile
from district_desk.exchange import Cell, Column, ColumnType, Sheet, read_sheet, write_sheet

SHEET = Sheet(
    "Danh sách",
    (
        Column("code", "Mã", 10, required=True),
        Column("name", "Tên đơn vị", 30, required=True, note="Tên đầy đủ"),
        Column("order", "Thứ tự", 8, ColumnType.NUMBER),
        Column("since", "Có từ ngày", 12, ColumnType.DATE),
        Column("kind", "Loại", 12, ColumnType.CHOICE, ("Phòng", "Xã, phường")),
    ),
)
ROWS: list[dict[str, Cell]] = [
    {"code": "00123", "name": "Phòng Nội vụ", "order": 1, "since": date(2023, 1, 2), "kind": "Phòng"},
    {"code": "=1+1", "name": "UBND xã\nCẩm Đông", "order": None, "since": None, "kind": "Xã, phường"},
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "danh sách.xlsx"


def _written(path: Path, *lines: list[object], name: str = "Trang 1") -> Path:
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = name
    for line in lines:
        page.append(line)
    book.save(path)
    return path


def test_what_goes_out_comes_back(path: Path) -> None:
    path.write_bytes(write_sheet(SHEET, ROWS))

    back = read_sheet(path, SHEET)

    assert [row.number for row in back] == [2, 3]
    assert [dict(row.values) for row in back] == [
        ROWS[0],
        {"code": "=1+1", "name": "UBND xã\nCẩm Đông", "order": None, "since": None, "kind": "Xã, phường"},
    ]
    assert [row.faults for row in back] == [(), ()]


def test_a_code_stays_text_a_date_is_a_date_and_nothing_is_a_formula(path: Path) -> None:
    path.write_bytes(write_sheet(SHEET, ROWS))

    page = load_workbook(path).active
    assert page is not None
    assert (page["A2"].value, page["A2"].number_format) == ("00123", "@")
    assert (page["D2"].value.date(), page["D2"].number_format) == (date(2023, 1, 2), "dd/mm/yyyy")
    assert page["A3"].data_type == "s"
    assert page.freeze_panes == "A2"


def test_columns_are_found_by_heading_in_any_order_under_a_title(path: Path) -> None:
    _written(
        path,
        ["DANH SÁCH ĐƠN VỊ"],
        [],
        ["ghi chú", "TÊN ĐƠN VỊ", "  mã ", "Thứ tự"],
        ["bỏ qua", "Phòng  Tư pháp", 10888, 2],
        [None, None, None, None],
        ["", "Phòng Y tế", "PYT", "3"],
    )

    back = read_sheet(path, SHEET)

    assert [(row.number, row.values["code"], row.values["name"], row.values["order"]) for row in back] == [
        (4, "10888", "Phòng Tư pháp", 2),
        (6, "PYT", "Phòng Y tế", 3),
    ]
    assert "since" not in back[0].values


def test_dates_typed_as_text_are_understood(path: Path) -> None:
    _written(path, ["Mã", "Tên đơn vị", "Có từ ngày"], ["A", "a", "30/3/2023"], ["B", "b", "31/2/2023"])

    good, bad = read_sheet(path, SHEET)

    assert good.values["since"] == date(2023, 3, 30)
    assert bad.faults == ("cột “Có từ ngày” phải là ngày dạng 30/3/2023, không phải “31/2/2023”",)


def test_every_fault_of_a_row_is_named(path: Path) -> None:
    _written(path, ["Mã", "Tên đơn vị", "Thứ tự", "Loại"], [None, "a", "một", "Sở"])

    (row,) = read_sheet(path, SHEET)

    assert row.faults == (
        "cột “Mã” không được để trống",
        "cột “Thứ tự” phải là số nguyên, không phải “một”",
        "cột “Loại” không có giá trị “Sở”; chỉ dùng: Phòng, Xã, phường",
    )


def test_a_choice_is_known_whatever_its_case_and_marks(path: Path) -> None:
    _written(path, ["Mã", "Tên đơn vị", "Loại"], ["A", "a", "xa, PHUONG"])

    assert read_sheet(path, SHEET)[0].values["kind"] == "Xã, phường"


def test_a_workbook_without_the_headings_is_refused(path: Path) -> None:
    _written(path, ["STT", "Họ tên"], [1, "Lê Thị Mẫu"])

    with pytest.raises(BadSheet) as refused:
        read_sheet(path, SHEET)

    assert (refused.value.row, refused.value.detail) == (0, "không thấy dòng tiêu đề có các cột “Mã”, “Tên đơn vị”")


@pytest.mark.parametrize("content", [b"", b"kh\xc3\xb4ng ph\xe1\xba\xa3i Excel", b"PK\x03\x04 h\xe1\xbb\x8fng"])
def test_what_is_no_workbook_is_refused(path: Path, content: bytes) -> None:
    path.write_bytes(content)

    with pytest.raises(BadSheet):
        read_sheet(path, SHEET)


def test_a_zip_that_is_no_workbook_is_refused(path: Path) -> None:
    with ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "a")

    with pytest.raises(BadSheet):
        read_sheet(path, SHEET)


def test_a_missing_file_is_told_as_missing(path: Path) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read_sheet(path, SHEET)

    assert refused.value.reason is Unreadable.MISSING


def test_a_list_without_rows_is_a_list(path: Path) -> None:
    path.write_bytes(write_sheet(SHEET, []))

    assert read_sheet(path, SHEET) == []


def test_a_date_before_excel_s_first_stands_as_text_and_too_long_a_text_is_cut_not_lost(path: Path) -> None:
    path.write_bytes(write_sheet(SHEET, [{"code": "A", "name": "x" * 40_000, "since": date(1823, 3, 30)}]))

    page = load_workbook(path).active

    assert page is not None
    assert page["D2"].value == "30/03/1823"
    assert len(str(page["B2"].value)) == 32_767


def test_a_list_to_be_read_has_its_title_above_each_printed_page_and_filters(path: Path) -> None:
    path.write_bytes(write_sheet(Sheet("Sổ", SHEET.columns, title="Sổ A & B"), ROWS))

    page = load_workbook(path).active

    assert page is not None
    assert page.auto_filter.ref == "A1:E3"
    assert page.print_title_rows == "$1:$1"
    assert page.oddHeader.center.text.strip() == "Sổ A && B"
