"""The matrix on A3 and the list of a day: what stands where, on how many sheets across."""

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
from docx import Document as WordFile
from paper_measures import FORMS

from district_desk.desk.shipped import shipped
from district_desk.domain.look_papers import DayPart, MatrixMark, MatrixRow
from district_desk.domain.problems import BadForm
from district_desk.domain.task_looks import CellState
from district_desk.prints import builders, to_docx, to_pdf
from district_desk.prints.document import A3_LANDSCAPE, PageBreak, RowKind, Run
from district_desk.prints.examples import EXAMPLES
from district_desk.prints.form_kinds import DAY_LIST, TASK_MATRIX
from district_desk.prints.forms import form_of, load

DAY = date(2023, 4, 10)
LATE = MatrixMark(CellState.LATE, 174, 1)


def built(name, **changes):
    return builders.build(load(FORMS, None, name, DAY).form, replace(EXAMPLES[name], **changes))


def wide(units, rows=100):
    """A matrix of that many units, every one late with every item."""
    row = MatrixRow("04/CT-UBND", "mục 1", "Báo cáo kết quả rà soát thủ tục hành chính " * 4, DAY, (LATE,) * units)
    return built(
        TASK_MATRIX, units=tuple(f"UBND xã {place}" for place in range(1, units + 1)), rows=(row,) * rows, narrowed=()
    )


def pages(document, path):
    to_pdf.write([document], path, fonts=shipped("resources", "fonts"))
    pdf = pypdfium2.PdfDocument(path)
    told = [page.get_textpage().get_text_range().replace("\r\n", " ") for page in pdf]
    sizes = [pdf.get_page_size(number) for number in range(len(pdf))]
    pdf.close()
    return told, sizes


def test_thirty_units_lie_on_two_sheets_across_with_the_items_on_both():
    document = wide(30)
    grids = list(document.grids())
    assert document.paper == A3_LANDSCAPE
    assert sum(isinstance(block, PageBreak) for block in document.blocks) == 1
    assert [len(grid.columns) for grid in grids] == [5 + 15, 5 + 15]
    assert [grid.columns[5].heading for grid in grids] == ["UBND xã 1", "UBND xã 16"]
    assert [row.cells[:5] for row in grids[0].rows] == [row.cells[:5] for row in grids[1].rows]
    assert all(column.turned for grid in grids for column in grid.columns[5:])


def test_units_are_shared_out_evenly_and_none_is_left_out():
    for units in (1, 2, 16, 17, 31, 47):
        grids = list(wide(units, rows=1).grids())
        shown = [column.heading for grid in grids for column in grid.columns[5:]]
        assert shown == [f"UBND xã {place}" for place in range(1, units + 1)]
        counts = [len(grid.columns) for grid in grids]
        assert max(counts) - min(counts) < len(counts)
        assert {round(sum(column.width for column in grid.columns)) for grid in grids} == {385}


def test_rows_break_at_the_same_places_on_every_sheet_across(tmp_path):
    told, sizes = pages(wide(30), tmp_path / "matrix.pdf")
    half = len(told) // 2
    assert len(told) == 2 * half
    assert {(round(width), round(height)) for width, height in sizes} == {(1191, 842)}
    rows = [page.count("04/CT-UBND") for page in told]
    assert rows[:half] == rows[half:]
    assert sum(rows) == 200
    for page in told:
        assert "Việc phải làm" in page, "the headings come again"
    assert all("UBND xã 15" in page for page in told[:half])
    assert all("UBND xã 30" in page for page in told[half:])
    assert "Tờ 1/2: đơn vị thứ 1 đến 15 trong 30 đơn vị" in told[0]
    assert "(Tính đến hết ngày 10/4/2023)" in told[half]
    pdf = pypdfium2.PdfDocument(tmp_path / "matrix.pdf")
    heads = [page.get_textpage().get_text_bounded(0, 842 - 50, 1191, 842).strip() for page in pdf]
    pdf.close()
    assert heads == ["", *map(str, range(2, len(told) + 1))], "pages are numbered"


def test_a_cell_says_its_state_its_days_and_how_many_lines():
    marks = tuple(MatrixMark(state, 9 if state is CellState.LATE else 0, 1) for state in CellState)
    row = replace(EXAMPLES[TASK_MATRIX].rows[0], marks=(*marks, None, replace(marks[-2], lines=3)))
    (grid,) = built(TASK_MATRIX, units=tuple("abcdefghi"), rows=(row,)).grids()
    assert grid.rows[0].cells[5:] == ((Run("QH 9", bold=True),), "SH", "CH", "KH", "XQ", "X", "KT", "", "X (3)")


def test_a_longer_name_gets_a_higher_heading_instead_of_running_out_of_its_column(tmp_path):
    name = "Trung tâm Văn hóa, Thông tin và Thể thao; Đài Phát thanh; Trung tâm Dịch vụ nông nghiệp; Ban Quản lý dự án"
    told, _ = pages(built(TASK_MATRIX, units=(name,) * 16, rows=()), tmp_path / "long.pdf")
    assert "Ban Quản lý dự án" in told[0]
    assert "Không có nhiệm vụ nào." in told[0]


def test_the_matrix_is_a_word_file_with_upward_names(tmp_path):
    path = tmp_path / "matrix.docx"
    to_docx.write([built(TASK_MATRIX)], path)
    told = WordFile(path)
    xml = told.element.xml
    assert xml.count('w:textDirection w:val="btLr"') == len(EXAMPLES[TASK_MATRIX].units)
    assert round(told.sections[0].page_width.mm) == 420


def test_the_list_of_a_day_tells_every_part_also_an_empty_one():
    (grid,) = built(DAY_LIST).grids()
    groups = [row.cells[0] for row in grid.rows if row.kind is RowKind.GROUP]
    assert groups == [
        "Nhiệm vụ quá hạn: 01", "Đến hạn trong 03 ngày làm việc: 02", "Đã đôn đốc, chưa trả lời: 01",
        "Văn bản chưa chuyển: 0", "Văn bản cần bổ sung: 01",
    ]  # fmt: skip
    states = [row.cells[-1] for row in grid.rows if row.kind is RowKind.ROW]
    assert states == ["Quá hạn 1 ngày", "Hạn hôm nay", "Còn 2 ngày", "Lần 2, 4 ngày", ""]
    assert [row.cells[0] for row in grid.rows if row.kind is RowKind.REMARK] == ["Không có."]


def test_one_part_of_a_day_is_printed_alone():
    (grid,) = built(DAY_LIST, parts=(DayPart.LATE,)).grids()
    assert [row.kind for row in grid.rows] == [RowKind.GROUP, RowKind.ROW]


def test_a_paper_size_that_no_printer_has_is_told_with_its_line(tmp_path):
    source = (FORMS / f"{TASK_MATRIX}.toml").read_text("utf-8").replace('size = "A3"', 'size = "A9"')
    with pytest.raises(BadForm) as told:
        form_of(tmp_path / f"{TASK_MATRIX}.toml", source)
    assert "A9" in told.value.detail
    assert source.splitlines()[told.value.line - 1] == 'size = "A9"'
