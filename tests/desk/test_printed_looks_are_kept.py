"""The matrix and the day's list printed by command: narrowed, kept, printed again; a register by its numbers."""

from datetime import date

import pypdfium2
import pytest

from district_desk.desk.demo import create_demo
from district_desk.desk.look_values import DayWish, MatrixWish, day_list, task_matrix
from district_desk.desk.opening import open_office
from district_desk.desk.printed_reports import (
    DAY_LIST,
    MATRIX,
    preview_again,
    preview_report,
    print_report,
    printed_reports,
)
from district_desk.desk.task_looks import matrix
from district_desk.domain.listing import AssignmentFilter
from district_desk.domain.look_papers import DayPart


def words_of(path):
    pdf = pypdfium2.PdfDocument(path)
    told = " ".join(" ".join(page.get_textpage().get_text_range() for page in pdf).split())
    pdf.close()
    return told


DAY = date(2023, 4, 10)


@pytest.fixture(scope="module")
def example_folder(tmp_path_factory):
    """The example office, made once for this module."""
    folder = tmp_path_factory.mktemp("looks") / "office"
    create_demo(folder).close()
    return folder


@pytest.fixture
def example(example_folder):
    """It stands open for one test."""
    desk = open_office(example_folder)
    yield desk
    desk.close()


def test_the_paper_has_the_cells_of_the_screen(example):
    wanted = AssignmentFilter(open_only=True)
    paper, shown = task_matrix(example, MatrixWish(wanted, DAY)), matrix(example, wanted, DAY)
    assert paper.narrowed == ("chưa xong",)
    assert len(paper.rows) == len(shown.items) > 3
    for item, row in zip(shown.items, paper.rows, strict=True):
        cells = [shown.cells.get((item.id, unit.id)) for unit in shown.units]
        assert [mark and mark.state for mark in row.marks] == [cell and cell.state for cell in cells]


def test_the_list_of_a_day_has_its_parts_and_only_what_was_asked_for(example):
    whole = day_list(example, DayWish(DAY))
    late = day_list(example, DayWish(DAY, (DayPart.LATE,)))
    assert whole.parts == tuple(DayPart)
    assert late.lines == tuple(line for line in whole.lines if line.part is DayPart.LATE) != ()


@pytest.mark.parametrize(("form", "wish"), [(MATRIX, MatrixWish(AssignmentFilter(), DAY)), (DAY_LIST, DayWish(DAY))])
def test_what_was_printed_prints_again_as_it_was(example, tmp_path, form, wish):
    done = print_report(example, form, wish, tmp_path / "one.pdf")
    assert [each.id for each in printed_reports(example, form)] == [done.kept.id]
    assert (
        preview_again(example, done.kept.id)
        == (tmp_path / "one.pdf").read_bytes()
        == preview_report(example, form, wish)
    )


def test_a_matrix_of_one_document_is_printed_by_command(typed, example_folder, tmp_path):
    out = tmp_path / "matrix.pdf"
    typed(
        "print", "ma-tran-nhiem-vu", "--folder", example_folder, "--directive", 1, "--as-of", "2023-04-10", "--out", out
    )
    assert "(Tính đến hết ngày 10/4/2023)" in words_of(out)
    refused = typed("print", "ma-tran-nhiem-vu", "--folder", example_folder, "--directive", 999, "--out", out)
    assert refused.code != 0
    assert "999" in refused.err


def test_a_register_is_printed_from_one_number_to_another(typed, example_folder, tmp_path):
    def printed(*more):
        return typed(
            "print",
            "so-dang-ky-van-ban-den",
            "--folder",
            example_folder,
            "--year",
            2023,
            "--out",
            tmp_path / "a.pdf",
            *more,
        )

    printed("--from-number", 2, "--to-number", 3)
    assert "Từ số 2 đến số 3" in words_of(tmp_path / "a.pdf")
    assert "Số cuối (2) phải không nhỏ hơn số đầu (4)" in printed("--from-number", 4, "--to-number", 2).err
    assert "“ba” không dùng được cho số đến" in printed("--from-number", "ba").err
    assert "“0” không dùng được cho số đến" in printed("--to-number", 0).err
