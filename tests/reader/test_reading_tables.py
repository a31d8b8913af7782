"""Rows of a table of tasks become items with units and limits from their columns (DOMAIN 4.6, form F5)."""

from pathlib import Path

import docx
import pytest

from district_desk.domain.due import DueKind
from district_desk.domain.reading import ItemKind, Reading
from district_desk.reader import read, read_text

PLAN = """UBND HUYỆN LAM HÀ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

Số: 12/KH-UBND

Lam Hà, ngày 10 tháng 02 năm 2025

KẾ HOẠCH

Chuyển đổi số năm 2025

I. MỤC ĐÍCH

1. Nâng cao chất lượng phục vụ.

II. TỔ CHỨC THỰC HIỆN

1. Phòng Nội vụ theo dõi, đôn đốc./.

Nơi nhận:
- UBND tỉnh;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Trần Văn Bình

PHỤ LỤC
DANH MỤC NHIỆM VỤ NĂM 2025
"""
FIVE = """| TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành | Sản phẩm |
|---|---|---|---|---|---|
| I | Hạ tầng số | | | | |
| 1 | Nâng cấp mạng nội bộ | Phòng Văn hóa và Thông tin | Các phòng, ban; UBND các xã | Quý II/2025 | Báo cáo |
| 2 | Trang bị máy quét | Văn phòng HĐND và UBND huyện | Phòng Tài chính - Kế hoạch | 30/6/2025 | |
| II | Nhân lực | | | | |
| 3 | Tập huấn chữ ký số | Phòng Nội vụ; Trung tâm Chính trị huyện | | Hằng năm | Lớp học |
"""


def rows(read: Reading) -> list[tuple[str, list[str], list[str], list[str]]]:
    """Path, units, coordinating units and limits of the rows of tasks."""
    return [
        (
            item.path,
            [unit.value for unit in item.units],
            [unit.value for unit in item.coordinating],
            [due.phrase for due in item.deadlines],
        )
        for item in read.items
        if item.path.startswith("PL") and item.kind is ItemKind.TASK
    ]


def test_the_columns_of_an_appendix_say_who_with_whom_and_until_when() -> None:
    read = read_text("ke-hoach.txt", PLAN + FIVE)
    assert rows(read) == [
        ("PL.I.1", ["Phòng Văn hóa và Thông tin"], ["Các phòng, ban", "UBND các xã"], ["Quý II/2025"]),
        ("PL.I.2", ["Văn phòng HĐND và UBND huyện"], ["Phòng Tài chính - Kế hoạch"], ["30/6/2025"]),
        ("PL.II.3", ["Phòng Nội vụ", "Trung tâm Chính trị huyện"], [], ["Hằng năm"]),
    ]
    assert [item.path for item in read.items][:4] == ["I", "I.1", "II", "II.1"]
    assert [item.text for item in read.items if item.kind is ItemKind.HEADING][-1] == "II Nhân lực"
    assert read.header.signer is not None
    assert read.header.signer.value == "Trần Văn Bình"


def test_every_value_of_a_row_is_lit_in_its_cell_and_the_title_is_left_over() -> None:
    read = read_text("ke-hoach.txt", PLAN + FIVE)
    for item in read.items:
        assert [read.quote(found.span) for found in item.units] == [found.value for found in item.units]
        assert [read.quote(found.span) for found in item.coordinating] == [found.value for found in item.coordinating]
        assert [read.quote(found.span) for found in item.deadlines] == [found.phrase for found in item.deadlines]
    assert any("DANH MỤC NHIỆM VỤ" in read.quote(span) for span in read.leftovers)


def test_a_table_goes_on_below_a_page_number_and_a_repeated_head() -> None:
    head = "STT\tNội dung công việc\tĐơn vị thực hiện\tThời hạn\n"
    text = f"{PLAN}{head}1\tLập danh sách\tCông an xã\tTháng 3/2025\n4\n{head}2\tNghiệm thu\tHạt Kiểm lâm\t\n"
    assert rows(read_text("a.txt", text)) == [
        ("PL.1", ["Công an xã"], [], ["Tháng 3/2025"]),
        ("PL.2", ["Hạt Kiểm lâm"], [], []),
    ]


def test_a_second_appendix_that_counts_anew_is_known_apart() -> None:
    head = "TT\tNhiệm vụ\tChủ trì\tThời hạn\n"
    text = (
        f"{PLAN}{head}1\tRà soát bến đò\tCông an xã\tQuý I/2025\n\nPHỤ LỤC II\n\n{head}1\tTrồng tre\tHội Nông dân\t\n"
    )
    assert [row[0] for row in rows(read_text("a.txt", text))] == ["PL.1", "PL2.1"]


def test_a_head_of_two_rows_names_its_lower_columns() -> None:
    table = (
        "TT\tNhiệm vụ\tPhân công thực hiện\tThời gian\n\t\tChủ trì\tPhối hợp\t\n(1)\t(2)\t(3)\t(4)\t(5)\n"
        "1\tĐo độ mặn\tTrạm Thủy lợi\tUBND xã Tân Mỹ\tHằng tháng\n"
    )
    assert rows(read_text("a.txt", PLAN + table)) == [("PL.1", ["Trạm Thủy lợi"], ["UBND xã Tân Mỹ"], ["Hằng tháng"])]


def test_a_table_without_numbers_counts_its_rows_and_a_shared_column_is_parted_by_its_words() -> None:
    table = (
        "Nội dung\tCơ quan chủ trì, phối hợp\tTiến độ\n"
        "Khơi thông cống\tPhòng Kinh tế chủ trì, phối hợp với UBND xã Tân Mỹ\tTrước 30/4/2025\n"
        "Vớt bèo\tTrung tâm Dịch vụ đô thị\tTháng 5/2025\n"
    )
    assert rows(read_text("a.txt", PLAN + table)) == [
        ("PL.1", ["Phòng Kinh tế"], ["UBND xã Tân Mỹ"], ["Trước 30/4/2025"]),
        ("PL.2", ["Trung tâm Dịch vụ đô thị"], [], ["Tháng 5/2025"]),
    ]


def test_a_row_cut_by_the_page_is_one_item() -> None:
    table = (
        "TT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn\n1\tLập hồ sơ\tPhòng Nội vụ\tQuý I/2025\n"
        "\tcủa các hội\t\t\n2\tNộp hồ sơ\tPhòng Y tế\t\n"
    )
    items = {item.path: item.text for item in read_text("a.txt", PLAN + table).items}
    assert items["PL.1"] == "1 Lập hồ sơ Phòng Nội vụ Quý I/2025 của các hội"
    assert "PL.2" in items


def test_a_table_inside_the_body_stands_below_its_item() -> None:
    table = "TT\tNhiệm vụ\tĐơn vị chủ trì\tThời hạn\n1\tRà soát\tPhòng Nội vụ\tQuý I/2025\n2\tBáo cáo\tPhòng Y tế\t\n"
    text = PLAN.replace("II. TỔ CHỨC", f"II. NHIỆM VỤ\n\n{table}\nIII. TỔ CHỨC").replace("PHỤ LỤC\nDANH MỤC", "")
    paths = [item.path for item in read_text("a.txt", text).items]
    assert paths == ["I", "I.1", "II", "II.1", "II.2", "III", "III.1"]


def test_a_table_of_figures_or_places_is_no_table_of_tasks() -> None:
    table = "TT\tTên xã\tSố hộ\tGhi chú\n1\tTân Mỹ\t1.240\t\n2\tLam Sơn\t980\t\n"
    assert rows(read_text("a.txt", PLAN + table)) == []


def test_a_portal_prints_every_cell_on_a_line_of_its_own() -> None:
    cells = ["TT", "**Nhiệm vụ**", "Cơ quan\nchủ trì", "Thời hạn"]
    first = ["1", "Rà soát thủ tục\nhành chính", "Phòng Nội vụ", "** **"]
    second = ["2", "Báo cáo kết quả", "Phòng Y tế", "Quý II/2025"]
    table = "\n".join("|\n" + "\n|\n".join(row) + "\n|" for row in (cells, first, second))
    assert rows(read_text("a.txt", f"{PLAN}\n{table}\n\nGhi chú: đánh máy.\n")) == [
        ("PL.1", ["Phòng Nội vụ"], [], []),
        ("PL.2", ["Phòng Y tế"], [], ["Quý II/2025"]),
    ]


@pytest.mark.parametrize("merged", [False, True])
def test_a_table_of_a_word_file_is_read_alike(tmp_path: Path, *, merged: bool) -> None:
    document = docx.Document()
    for line in PLAN.split("\n"):
        document.add_paragraph(line)
    table = document.add_table(rows=3, cols=4)
    cells = (
        ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"),
        ("1", "Cắm biển báo ở bến đò", "Công an huyện", "Trước ngày 15/4/2025"),
        ("2", "Kiểm tra áo phao", "", "Trước ngày 30/4/2025"),
    )
    for row, words in zip(table.rows, cells, strict=True):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    if merged:
        table.cell(1, 2).merge(table.cell(2, 2))
    document.save(str(tmp_path / "a.docx"))
    read_rows = rows(read(tmp_path / "a.docx"))
    assert read_rows[0] == ("PL.1", ["Công an huyện"], [], ["Trước ngày 15/4/2025"])
    assert read_rows[1][0] == "PL.2"
    assert read_rows[1][3] == ["Trước ngày 30/4/2025"]


def test_a_due_column_gives_rules_that_can_be_followed_up() -> None:
    items = read_text("a.txt", PLAN + FIVE).items
    kinds = [due.rule.kind for item in items for due in item.deadlines]
    assert kinds == [DueKind.WITHIN_QUARTER, DueKind.ON, DueKind.PERIODIC]


STACKED = """
STT
Nội dung công việc
Đơn vị chủ trì
Đơn vị phối hợp
Thời gian hoàn thành
1
Khảo sát mạng nội bộ
Phòng Công nghệ thông tin
Văn phòng
Tháng 3/2025
2
Mua máy quét, gửi hồ sơ
về Sở Tài chính
Văn phòng
30/6/2025
3
Nghiệm thu
Thanh tra Sở
Các phòng
Quý III/2025

Ghi chú: đánh máy lại.
"""


def test_cells_one_below_the_other_are_put_into_their_columns_where_all_are_there() -> None:
    read = read_text("a.txt", PLAN + STACKED)
    assert rows(read)[0] == ("PL.1", ["Phòng Công nghệ thông tin"], ["Văn phòng"], ["Tháng 3/2025"])
    assert rows(read)[2] == ("PL.3", ["Thanh tra Sở"], ["Các phòng"], ["Quý III/2025"])
    assert [item.text for item in read.items][-1] == "3 Nghiệm thu Thanh tra Sở Các phòng Quý III/2025"


def test_a_stacked_row_with_a_cut_cell_and_no_empty_one_missing_keeps_all_its_words() -> None:
    item = next(item for item in read_text("a.txt", PLAN + STACKED).items if item.path == "PL.2")
    assert item.text.startswith("2 Mua máy quét, gửi hồ sơ về Sở Tài chính Văn phòng")


def test_a_numbered_list_below_a_lone_tt_is_no_table() -> None:
    assert rows(read_text("a.txt", PLAN + "TT\nHọ tên\nChức vụ\n1\nĐỗ Văn Khê\nBí thư\n2\nNgô Bến\nĐội trưởng\n")) == []
