"""Items: labels as printed, the tree, and the paragraphs that belong to them (DOMAIN 2.7 to 2.14)."""

from collections.abc import Callable

import pytest

from district_desk.domain.reading import ItemKind, Reading
from district_desk.reader import read_text
from district_desk.reader.labels import Style, label_at

Read = Callable[[str], Reading]

PATHS = {
    "cong-van-giao-viec": "1 1.a 1.đ 1.f 2 4 ¶1",
    "cong-van-de-trong": "1 1.-1 1.-2 2 2.-1 2.-2",
    "chi-thi-khong-tieu-de": "1 1.a 1.b 2 2.¶1 2.¶2 2.¶3 3 ¶1",
    "cong-dien-cong-thong-tin": "1 1.a 1.b 2 3 4 5",
    "huong-dan-cua-dang": "I I.1 I.2 II II.1 II.2",
    "ke-hoach-bon-cap": (
        "I I.1 I.2 I.2.a I.2.b II II.1 II.1.1 II.1.1.a II.1.1.a.-1 II.1.1.a.-1.+1 II.1.1.a.-1.+2 II.1.1.a.-2 II.1.1.b"
        " II.1.1.b.-1 II.1.1.b.-2 II.1.1.c II.1.2 II.1.2.i II.1.2.ii II.2 II.2.A II.2.B III III.1 III.1.-1 III.1.-2"
        " III.2 III.2.-1 ¶1"
    ),
    "so-khong-phai-nhan": "1 2 ¶1",
    "ban-tin": "¶1 ¶2 ¶3",
    "cong-van-mot-doan": "¶1",
}


def by_path(read: Reading) -> dict[str, str]:
    return {item.path: item.text for item in read.items}


@pytest.mark.parametrize("name", PATHS)
def test_the_labels_make_the_tree_that_the_document_has(reading: Read, name: str) -> None:
    assert " ".join(item.path for item in reading(name).items) == PATHS[name]


def test_articles_and_the_plan_that_they_put_in_force_are_both_read(reading: Read) -> None:
    paths = " ".join(item.path for item in reading("quyet-dinh-kem-ke-hoach").items)
    assert paths == "Điều 1,Điều 2,Điều 2.1,Điều 2.2,Điều 3,Điều 4,I,I.1,II,II.1,II.1.-1,II.1.-2,II.1.-3".replace(
        ",", " "
    )


@pytest.mark.parametrize("name", [*PATHS, "quyet-dinh-kem-ke-hoach", "hai-van-ban-quet"])
def test_every_item_lies_in_the_text_in_order_and_under_its_parent(reading: Read, name: str) -> None:
    read = reading(name)
    assert [item.span.start for item in read.items] == sorted(item.span.start for item in read.items)
    for item in read.items:
        assert item.text[:15] in " ".join(read.quote(item.span).split())
        if item.parent is not None:
            assert item.path.startswith(read.items[item.parent].path + ".")
        for found in (*item.units, *item.coordinating, *item.via, *item.deadlines):
            assert item.span.start <= found.span.start < found.span.end <= item.span.end


def test_labels_are_kept_as_printed(reading: Read) -> None:
    labels = {item.path: item.label for item in reading("cong-van-giao-viec").items}
    assert labels["1.đ"] == "đ)"
    assert labels["1"] == "1."
    assert labels["¶1"] == ""
    assert {item.label for item in reading("cong-van-de-trong").items if "-" in item.path} == {"-"}


def test_an_unlettered_paragraph_belongs_to_the_point_above_it(reading: Read) -> None:
    assert by_path(reading("cong-van-giao-viec"))["1.đ"].endswith("những tập thể, cá nhân làm tốt.")


def test_a_page_break_in_a_sentence_is_healed(reading: Read) -> None:
    assert "tồn đọng, báo cáo Chủ tịch" in by_path(reading("cong-van-giao-viec"))["1.f"]
    assert "các hồ sơ, công việc hoặc" in by_path(reading("cong-van-de-trong"))["1.-1"]


def test_a_footnote_and_a_page_number_inside_an_item_stand_apart(reading: Read) -> None:
    read = reading("chi-thi-khong-tieu-de")
    assert by_path(read)["1.a"] == (
        "a) Lựa chọn công chức có năng lực, có chuyên môn nghiệp vụ phù hợp để bố trí làm lưu trữ."
    )
    left = [read.quote(span) for span in read.leftovers]
    assert any(words.startswith("¹ Theo Báo cáo số 77/BC-UBND") for words in left)
    assert "2" in left


def test_under_a_bare_heading_each_paragraph_with_its_own_actor_is_a_task(reading: Read) -> None:
    texts = by_path(reading("chi-thi-khong-tieu-de"))
    assert texts["2.¶2"].startswith("Đối với các xã, thị trấn được xếp loại")
    assert texts["3"].startswith("3. Phòng Nội vụ Hướng dẫn, đôn đốc")


def test_figures_years_and_hyphens_at_the_start_of_a_line_are_no_labels(reading: Read) -> None:
    first = reading("so-khong-phai-nhan").items[0].text
    assert "đến mức 40.000 DWT" in first
    assert "từ năm 2018. Yêu cầu" in first
    assert "Tập đoàn - Viễn thông Mẫu" in first
    assert "tại khoản 3. Điều này" in first


@pytest.mark.parametrize(
    ("line", "style", "key"),
    [
        ("I. MỤC ĐÍCH", Style.ROMAN, "I"), ("XIV. Tổ chức", Style.ROMAN, "XIV"), ("1. Sở Nội vụ", Style.ARABIC, "1"),
        ("10.Sở Nội vụ", Style.ARABIC, "10"), ("2/ Phòng Nội vụ", Style.ARABIC, "2"), ("3) Rà soát", Style.BRACKET, "3"),
        ("1.2. Xây dựng", Style.DECIMAL2, "1.2"), ("2.1.3 Rà soát", Style.DECIMAL3, "2.1.3"),
        ("đ) Nêu cao", Style.LETTER, "đ"), ("f) Tiếp tục", Style.LETTER, "f"), ("a. Rà soát", Style.LETTER_DOT, "a"),
        ("- Rà soát", Style.DASH, "-"), ("– Rà soát", Style.DASH, "–"), ("+ Rà soát", Style.PLUS, "+"),
        ("• Rà soát", Style.DOT, "•"), ("(ii) Bàn giao", Style.SMALL_ROMAN, "ii"), ("Điều 4. Chánh", Style.ARTICLE, "Điều 4"),
        ("Phần II. NỘI DUNG", Style.PART, "Phần II"), ("A. ĐẶC ĐIỂM", Style.CAPITAL, "A"),
        (". ~ Mẫu báo cáo", Style.DASH, "~"), ("- 1, Thực hiện", Style.ARABIC, "1"),
    ],
)  # fmt: skip
def test_every_manner_of_labelling_is_known(line: str, style: Style, key: str) -> None:
    label = label_at(line)
    assert label is not None
    assert (label.style, label.key) == (style, key)


@pytest.mark.parametrize(
    "line",
    ["40.000 DWT", "2018. Yêu cầu", "10,5 tỷ đồng", "15/4/2023 của UBND", "100% hồ sơ", "1.219,11 triệu USD",
     "Điều 59 Luật Ban hành", "3 Quy định về quản lý", "8h00-10h00", "- Sáng: từ 8h30"],
)  # fmt: skip
def test_what_only_looks_like_a_label_is_refused(line: str) -> None:
    assert label_at(line) is None


def test_a_lone_i_after_h_is_a_letter() -> None:
    body = "Số: 1/UBND-VP\n\nUBND huyện yêu cầu Phòng A:\n\n1. Việc:\n\n" + "\n\n".join(
        f"{letter}) Làm việc này." for letter in "abcdđeghik"
    )
    assert [item.path for item in read_text("x", body).items][1:] == [f"1.{letter}" for letter in "abcdđeghik"]


def test_a_letter_printed_twice_is_kept_twice() -> None:
    read = read_text("x", "Số: 1/UBND-VP\n\nYêu cầu:\n\n1. Việc:\n\na) Một.\n\nb) Hai.\n\nb) Ba.\n\nc) Bốn.")
    assert [item.path for item in read.items] == ["1", "1.a", "1.b", "1.b", "1.c"]


def test_kinds_tell_headings_purposes_and_the_closing_from_tasks(reading: Read) -> None:
    kinds = {item.path: item.kind for item in reading("ke-hoach-bon-cap").items}
    assert kinds["I"] is ItemKind.HEADING
    assert kinds["I.2.a"] is ItemKind.PURPOSE
    assert kinds["II.1.1.a.-1.+1"] is ItemKind.TASK
    assert kinds["¶1"] is ItemKind.CLOSING
    articles = {item.path: item.kind for item in reading("quyet-dinh-kem-ke-hoach").items}
    assert articles["Điều 3"] is ItemKind.INFORMATION
    assert articles["Điều 2"] is ItemKind.HEADING


def test_the_opening_is_left_over_and_shown(reading: Read) -> None:
    read = reading("cong-van-giao-viec")
    assert any(read.quote(span).startswith("Thực hiện Công văn số 1204") for span in read.leftovers)


@pytest.mark.parametrize("closing", [
    "Chương trình này được phổ biến đến chi bộ, đảng viên./.",
    "Hướng dẫn này thay thế các hướng dẫn trước đây về kiểm điểm hằng năm./.",
    "Cục Thuế tỉnh thông báo để các Chi cục Thuế biết, thực hiện./.",
    "Thừa lệnh Ban Thường vụ, Văn phòng Đảng ủy thông báo đến các chi bộ biết và thực hiện./.",
])  # fmt: skip
def test_a_document_that_names_itself_at_the_end_closes(closing: str) -> None:
    text = (
        "ĐẢNG ỦY XÃ MẪU\nSố 07-CTr/ĐU\n\nCHƯƠNG TRÌNH\nhành động thực hiện Nghị quyết số 57-NQ/TW\n\n"
        "Ban Thường vụ Đảng ủy xã xây dựng Chương trình với những nội dung chủ yếu sau:\n\n"
        "1. Ủy ban nhân dân xã cụ thể hóa Chương trình thành kế hoạch, bố trí ngân sách để thực hiện.\n"
        f"2. Văn phòng Đảng ủy theo dõi, đôn đốc và tham mưu sơ kết việc thực hiện ở các chi bộ.\n{closing}\n"
    )
    assert [item.path for item in read_text("a.txt", text).items] == ["1", "2", "¶1"]


def test_a_closing_that_no_empty_line_parts_from_the_last_item_is_found() -> None:
    text = (
        "Số: 1/UBND-VP\n\nChủ tịch UBND huyện yêu cầu Phòng Nội vụ thực hiện các nội dung sau:\n"
        "1. Rà soát toàn bộ hồ sơ đã nộp lưu trong năm 2024 của các phòng và của các xã,\n"
        "thị trấn trên địa bàn huyện, báo cáo kết quả về Ủy ban nhân dân huyện theo dõi.\n"
        "Yêu cầu Thủ trưởng các phòng, ban nghiêm túc thực hiện Công văn này./.\n"
    )
    assert [item.path for item in read_text("x", text).items] == ["1", "¶1"]


def test_a_footnote_ends_where_the_next_number_begins() -> None:
    text = (
        "Số: 1/UBND-VP\n\nChủ tịch UBND huyện yêu cầu các phòng thực hiện các nội dung sau đây:\n"
        "1. Rà soát toàn bộ hồ sơ đã nộp lưu¹ trong năm 2024 của các phòng và của các xã.\n"
        "¹ Theo Báo cáo số 7/BC-UBND ngày 02/01/2024 của Ủy ban nhân dân huyện Ví Dụ về\n"
        "công tác lưu trữ.\n2. Báo cáo kết quả trước ngày 30/6/2024 về Ủy ban nhân dân huyện Ví Dụ theo quy định./.\n"
    )
    read = read_text("x", text)
    assert [item.path for item in read.items] == ["1", "2"]
    assert "Theo Báo cáo" not in read.items[0].text
