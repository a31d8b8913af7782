"""Papers as Excel: the same blocks, with numbers that add, dates that sort, headings that stay and come again."""

from dataclasses import replace
from datetime import date, datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook

from district_desk.domain.problems import Stopped
from district_desk.prints import to_xlsx
from district_desk.prints.document import (
    A3_LANDSCAPE,
    A4_LANDSCAPE,
    Align,
    Column,
    Document,
    Grid,
    Letterhead,
    Paragraph,
    Row,
    RowKind,
    Run,
    Title,
)

COLUMNS = (
    Column("number", "TT", 10, Align.CENTER, "(1)"),
    Column("unit", "Đơn vị", 60, Align.LEFT, "(2)"),
    Column("share", "Tỷ lệ", 20, Align.CENTER, "(3)", "Kết quả"),
    Column("day", "Ngày nộp", 20, Align.CENTER, "(4)", "Kết quả"),
    Column("notation", "Số", 20, Align.LEFT, "(5)"),
)
ROWS = (
    Row(("I. Các xã",), RowKind.GROUP),
    Row(("1", "UBND xã Cẩm Đông", "74,95", "07/4/2023", "04")),
    Row(("2", (Run("UBND xã Cẩm Phúc", bold=True),), "1.284", "", "15/KH-UBND")),
    Row(("", "Cộng", "1.358,95", "", ""), RowKind.TOTAL),
)
DOCUMENT = Document(
    "Bảng theo dõi: 2022/2023",
    (
        Letterhead("UBND TỈNH", "UBND HUYỆN CẨM GIÀNG", "Số: 1/BC", "Cẩm Giàng, ngày 10 tháng 4 năm 2023"),
        Title("Bảng theo dõi", "Nộp kế hoạch khắc phục"),
        Paragraph("Tính đến ngày 10/4/2023."),
        Grid(COLUMNS, ROWS),
    ),
    A4_LANDSCAPE,
)


def book_of(*documents: Document):
    out = BytesIO()
    to_xlsx.write(documents, out)
    return load_workbook(BytesIO(out.getvalue()))


def row_of(page, first: object):
    return next(row for row in page.iter_rows() if row[1].value == first)


def test_numbers_and_dates_are_real_where_the_whole_column_is():
    page = book_of(DOCUMENT).active
    row = row_of(page, "UBND xã Cẩm Đông")

    assert [cell.value for cell in row] == [1, "UBND xã Cẩm Đông", 74.95, datetime(2023, 4, 7), "04"]
    assert (row[2].number_format, row[3].number_format) == ("#,##0.00", "dd/mm/yyyy")
    assert row_of(page, "Cộng")[2].value == 1358.95
    assert row_of(page, "UBND xã Cẩm Phúc")[1].font.bold


def test_a_column_with_one_word_among_its_numbers_stays_text():
    rows = (*ROWS, Row(("3", "UBND xã Cao An", "chưa chấm", "10/4/2023", "9")))
    page = book_of(replace(DOCUMENT, blocks=(Grid(COLUMNS, rows),))).active

    assert row_of(page, "UBND xã Cẩm Đông")[2].value == "74,95"
    assert row_of(page, "UBND xã Cẩm Đông")[4].value == "04"


def test_headings_are_grouped_frozen_and_come_again_on_every_page():
    page = book_of(DOCUMENT).active
    heading = next(row for row in page.iter_rows() if row[0].value == "TT")[0].row

    assert f"C{heading}:D{heading}" in {str(area) for area in page.merged_cells.ranges}
    assert page.print_title_rows == f"${heading}:${heading + 2}"
    assert page.freeze_panes == f"A{heading + 3}"
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert (page.page_setup.orientation, page.page_setup.fitToHeight) == ("landscape", 0)


def test_every_text_stands_on_the_sheet_once():
    page = book_of(DOCUMENT).active
    texts = [cell.value for row in page.iter_rows() for cell in row if isinstance(cell.value, str)]

    for wanted in (
        "UBND HUYỆN CẨM GIÀNG",
        "BẢNG THEO DÕI",
        "Nộp kế hoạch khắc phục",
        "Tính đến ngày 10/4/2023.",
        "I. Các xã",
    ):
        assert texts.count(wanted) == 1


def test_a_long_text_gets_the_height_of_its_lines():
    long = Row(("1", "Từ " * 200, "1", "", ""))
    page = book_of(replace(DOCUMENT, blocks=(Grid(COLUMNS, (long, ROWS[1])),))).active
    heights = [page.row_dimensions[number].height for number in range(page.max_row - 1, page.max_row + 1)]

    assert heights[0] > heights[1] * 5


def test_every_document_has_a_sheet_with_a_name_that_excel_allows():
    names = book_of(DOCUMENT, DOCUMENT, replace(DOCUMENT, title="x" * 40), replace(DOCUMENT, title="[]")).sheetnames

    assert names == ["Bảng theo dõi 2022 2023", "Bảng theo dõi 2022 2023 (2)", "x" * 31, "Trang"]


def test_a_large_sheet_is_told_as_a3_and_text_that_looks_like_a_formula_stays_text():
    rows = (Row(("1", "=1+1", "", "", "-")),)
    page = book_of(Document("A", (Grid(COLUMNS, rows),), A3_LANDSCAPE)).active

    assert page.page_setup.paperSize == 8
    assert row_of(page, "=1+1")[1].data_type == "s"


def test_what_is_stopped_leaves_the_old_file(tmp_path):
    target = tmp_path / "a.xlsx"
    to_xlsx.write([DOCUMENT], target)
    before = target.read_bytes()

    with pytest.raises(Stopped):
        to_xlsx.write([DOCUMENT], target, stop=lambda: True)
    assert target.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]


def test_a_day_before_excels_first_year_stays_text():
    rows = (Row(("1", "Cũ", "1", f"{date(1899, 1, 2):%d/%m/%Y}", "")),)

    assert row_of(book_of(Document("A", (Grid(COLUMNS, rows),), A4_LANDSCAPE)).active, "Cũ")[3].value == "02/01/1899"
