"""The register as an Excel workbook, read back as the office's Excel would: the rows shown, dates as dates."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from district_desk.desk import Desk
from district_desk.desk.book_values import register_book
from district_desk.desk.register_fields import FIELDS
from district_desk.desk.register_sheet import export_register
from district_desk.desk.registering import empty_draft, put_in_bin, register
from district_desk.domain.directives import Directive, Source
from district_desk.domain.problems import Stopped


def _received(desk: Desk, **fields: object) -> int:
    draft = empty_draft(desk, Source.RECEIVED)
    directive = replace(
        draft.directive, issuer="UBND tỉnh", type_code="CT", arrived=date(2023, 4, 3), assigning_level="UBT",
        **fields,  # type: ignore[arg-type]  # fields of a directive by name
    )  # fmt: skip
    return register(desk, replace(draft, directive=directive)).directive_id


@pytest.fixture
def ids(desk: Desk) -> list[int]:
    first = _received(desk, number="012", symbol="CT-UBND", issued=date(2023, 3, 30), subject="=Về kỷ luật, kỷ cương")
    second = _received(desk, arrival_number=1, arrival_suffix="a", number="7", symbol="CV", subject="V/v họp")
    return [second, first]


def test_the_sheet_holds_the_rows_in_their_order_with_real_dates_and_numbers(
    desk: Desk, ids: list[int], tmp_path: Path
) -> None:
    path = export_register(desk, ids, tmp_path / "sổ.xlsx", title="Văn bản đến & đi. Năm 2023")

    page = load_workbook(path).active
    assert page is not None
    headings = [cell.value for cell in page[1]]
    assert headings == [told.heading for told in FIELDS.values()]
    rows = [dict(zip(headings, [cell.value for cell in line], strict=True)) for line in page.iter_rows(min_row=2)]
    assert [row["Số đến"] for row in rows] == ["1a", 1]
    assert rows[1]["Ngày văn bản"].date() == date(2023, 3, 30)
    assert rows[0]["Ngày văn bản"] is None
    assert rows[1]["Số, ký hiệu"] == "012/CT-UBND"
    assert rows[1]["Tên loại và trích yếu nội dung"] == "Chỉ thị về việc =Về kỷ luật, kỷ cương"
    assert [row["Tình trạng"] for row in rows] == ["Cần bổ sung", "Đã vào sổ"]
    assert page["A2"].number_format == "dd/mm/yyyy"


def test_the_sheet_is_ready_to_read_and_to_print(desk: Desk, ids: list[int], tmp_path: Path) -> None:
    page = load_workbook(export_register(desk, ids, tmp_path / "sổ.xlsx", title="Sổ A & B")).active

    assert page is not None
    assert page.freeze_panes == "A2"
    assert page.print_title_rows == "$1:$1"
    assert page.auto_filter.ref == "A1:O3"
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert page.oddHeader.center.text.strip() == "Sổ A && B"
    assert page.column_dimensions["F"].width > page.column_dimensions["B"].width > 5


def test_the_subject_reads_as_in_the_printed_book(desk: Desk, ids: list[int], tmp_path: Path) -> None:
    page = load_workbook(export_register(desk, ids, tmp_path / "sổ.xlsx")).active
    assert page is not None

    printed = {line.type_and_subject for line in register_book(desk, 2023, as_of=desk.today()).lines}
    assert {line[5].value for line in page.iter_rows(min_row=2)} == printed


def test_a_record_that_is_gone_is_left_out_and_one_in_the_bin_says_so(
    desk: Desk, ids: list[int], tmp_path: Path
) -> None:
    put_in_bin(desk, ids[:1])

    page = load_workbook(export_register(desk, [*ids, 999_999], tmp_path / "sổ.xlsx")).active

    assert page is not None
    assert [page["O2"].value, page["O3"].value, page["O4"].value] == ["Trong thùng rác", "Đã vào sổ", None]


def test_what_is_stopped_leaves_the_earlier_file_as_it_was(desk: Desk, ids: list[int], tmp_path: Path) -> None:
    path = tmp_path / "sổ.xlsx"
    path.write_bytes("bản trước".encode())

    with pytest.raises(Stopped):
        export_register(desk, ids, path, stop=lambda: True)

    assert path.read_bytes().decode() == "bản trước"
    assert desk.store.reading().get(Directive, ids[0]).id == ids[0]
