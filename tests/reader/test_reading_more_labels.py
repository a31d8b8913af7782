"""Labels told in words, small roman ones with a stop, and unnumbered lines that give the bullets below (DOMAIN 2.7, 2.9)."""

import pytest

from district_desk.domain.reading import ItemKind, ReadItem
from district_desk.reader import read_text

HEAD = """UBND TỈNH LAM SƠN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

Số: 15/CT-UBND

Lam Sơn, ngày 10 tháng 02 năm 2025

CHỈ THỊ

Về việc tăng cường phòng cháy

Chủ tịch UBND tỉnh yêu cầu Giám đốc các sở, Chủ tịch UBND các huyện thực hiện:

"""


def items(*paragraphs: str) -> dict[str, ReadItem]:
    return {item.path: item for item in read_text("chi-thi.txt", HEAD + "\n\n".join(paragraphs)).items}


def units(item: ReadItem) -> list[str]:
    return [unit.value for unit in item.units]


def test_duties_counted_in_words_are_items() -> None:
    found = items(
        "Thứ nhất, rà soát các cơ sở có nguy cơ cháy nổ cao, hoàn thành trước ngày 15/3/2025.",
        "Thứ hai, giao Công an tỉnh chủ trì kiểm tra.",
        "Thứ ba, các đơn vị báo cáo kết quả về UBND tỉnh (qua Công an tỉnh) trước ngày 30/6/2025./.",
    )
    assert list(found) == ["¶1", "¶2", "¶3"]
    assert [units(item) for item in found.values()] == [[], ["Công an tỉnh"], ["các đơn vị"]]
    assert [item.inherits for item in found.values()] == ["lead", "", ""]
    assert [via.value for via in found["¶3"].via] == ["Công an tỉnh"]


def test_duties_counted_in_words_stand_below_their_number() -> None:
    found = items(
        "1. Các sở, ban, ngành thực hiện tốt các nhiệm vụ sau:",
        "Một là, quán triệt các quy định.",
        "Hai là, kiểm tra kho tàng.",
        "2. UBND các xã báo cáo hằng quý./.",
    )
    assert list(found) == ["1", "1.¶1", "1.¶2", "2"]
    assert found["1.¶2"].inherits == "1"


@pytest.mark.parametrize(
    "sentence", ["Thứ hai, ngày 10/3/2025 họp giao ban.", "Thứ ba, Công an tỉnh trực.", "Đây là: nhiệm vụ chung."]
)
def test_a_weekday_is_no_count_and_a_count_begins_with_the_first(sentence: str) -> None:
    assert list(items("1. Công an tỉnh trực ban.", sentence, "2. Sở Y tế trực cấp cứu.")) == ["1", "2"]


@pytest.mark.parametrize(("one", "two"), [("(i)", "(ii)"), ("i.", "ii."), ("i)", "ii)")])
def test_small_roman_numbers_are_the_fourth_level(one: str, two: str) -> None:
    found = items(
        "I. NHIỆM VỤ",
        "1. Sở Xây dựng:",
        "a) Thẩm định hồ sơ:",
        f"{one} Hồ sơ nhà cao tầng;",
        f"{two} Hồ sơ chợ, trung tâm thương mại.",
        "b) Kiểm tra công trình.",
    )
    assert list(found) == ["I", "I.1", "I.1.a", "I.1.a.i", "I.1.a.ii", "I.1.b"]
    assert found["I.1.a.ii"].inherits == "I.1"


def test_a_letter_i_with_a_stop_after_h_stays_a_letter() -> None:
    letters = ["a", "b", "c", "d", "đ", "e", "g", "h", "i", "k"]
    found = items("1. Sở Xây dựng:", *(f"{letter}. Việc thứ {at} của sở." for at, letter in enumerate(letters)))
    assert list(found) == ["1", *(f"1.{letter}" for letter in letters)]


GIVEN = (
    "Giao Sở Nội vụ:",
    "- Chủ trì, phối hợp với Sở Tài chính tham mưu kinh phí trước ngày 20/3/2025;",
    "- Theo dõi, đôn đốc.",
    "Giao UBND các huyện, thị xã (trừ huyện đảo Lý Mây):",
    "- Rà soát đội ngũ, gửi Sở Nội vụ trước ngày 10/3/2025.",
    "Yêu cầu các đơn vị thực hiện./.",
)


def test_several_unnumbered_lines_that_give_bullets_are_items_with_their_units() -> None:
    found = items(*GIVEN)
    assert list(found) == ["¶1", "¶1.-1", "¶1.-2", "¶2", "¶2.-1", "¶3"]
    assert units(found["¶2"]) == ["UBND các huyện, thị xã (trừ huyện đảo Lý Mây)"]
    assert [found[path].inherits for path in ("¶1.-1", "¶1.-2", "¶2.-1")] == ["¶1", "¶1", "¶2"]
    assert found["¶3"].kind is ItemKind.CLOSING


def test_such_lines_below_a_number_are_its_children() -> None:
    found = items("1. Về nhân lực", *GIVEN[:-1], "2. Công an tỉnh tuần tra.")
    assert list(found) == ["1", "1.¶1", "1.¶1.-1", "1.¶1.-2", "1.¶2", "1.¶2.-1", "2"]


def test_one_such_line_is_the_opening_of_the_list() -> None:
    found = items("Giao Sở Nội vụ:", *GIVEN[1:3])
    assert list(found) == ["-1", "-2"]
    assert {item.inherits for item in found.values()} == {"lead"}


def test_the_members_of_a_board_are_information_and_no_tasks() -> None:
    found = items(
        "Điều 1. Thành lập Ban Chỉ đạo phòng cháy gồm các ông, bà có tên sau:",
        "1. Ông Đỗ Văn Khê, Phó Chủ tịch UBND tỉnh - Trưởng ban;",
        "2. Bà Ngô Thị Bến, Giám đốc Sở Tài chính - Phó Trưởng ban.",
        "Điều 2. Ban Chỉ đạo xây dựng kế hoạch hoạt động.",
    )
    assert found["Điều 1.1"].kind is found["Điều 1.2"].kind is ItemKind.INFORMATION
    assert found["Điều 2"].kind is ItemKind.TASK


def test_letters_with_numbers_and_whole_paths_stand_at_their_level() -> None:
    found = items(
        "1. Công an tỉnh:",
        "a) Trực ban:",
        "a.1) Trực 24/24;",
        "a.2) Ghi sổ.",
        "2. Sở Y tế",
        "2.a) Trực;",
        "(b) Báo cáo.",
    )
    assert list(found) == ["1", "1.a", "1.a.1", "1.a.2", "2", "2.a", "2.b"]
    assert found["1.a.2"].inherits == "1"
