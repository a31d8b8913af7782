"""The letterhead, the subject, the addressees and what stands below the text (Decree 30/2020, Appendix I)."""

from collections.abc import Callable
from datetime import date

import pytest

from district_desk.domain.reading import DocumentGuess, Reading
from district_desk.reader import read_text

Read = Callable[[str], Reading]

FIELDS = {
    "cong-van-giao-viec": (
        "ỦY BAN NHÂN DÂN HUYỆN VÍ DỤ", None, "0512", "UBND-NV", "Ví Dụ", date(2023, 8, 7), "công văn",
        "chấn chỉnh việc tiếp công dân và trả lời phản ánh, kiến nghị", "Trần Minh Mẫn", "KT. CHỦ TỊCH PHÓ CHỦ TỊCH",
    ),
    "cong-van-de-trong": (
        "ỦY BAN NHÂN DÂN HUYỆN VÍ DỤ", None, None, "UBND-VP", "Ví Dụ", None, "công văn",
        "tăng cường trách nhiệm trong xử lý công việc", "Ngô Thị Ví Dụ", "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH",
    ),
    "chi-thi-khong-tieu-de": (
        None, None, "04", "CT-UBND", "Ví Dụ", date(2023, 3, 30), "chỉ thị",
        "Về việc nâng cao chất lượng công tác lưu trữ trên địa bàn huyện Ví Dụ", "Phạm Văn Lành", None,
    ),
    "cong-dien-cong-thong-tin": (
        "ỦY BAN NHÂN DÂN TỈNH MẪU", None, "07", "CĐ-UBND", "Mẫu", date(2025, 11, 16), "công điện",
        "VỀ VIỆC CHỦ ĐỘNG PHÒNG, TRÁNH MƯA LŨ TRÊN ĐỊA BÀN TỈNH MẪU", "Hồ Đức Mẫu", "KT. CHỦ TỊCH PHÓ CHỦ TỊCH",
    ),
    "quyet-dinh-kem-ke-hoach": (
        "ỦY BAN NHÂN DÂN TỈNH MẪU", None, "01814", "QĐ-UBND", "Mẫu", date(2025, 11, 21), "quyết định",
        "Ban hành Kế hoạch số hóa hồ sơ năm 2026", "Lê Thị Mẫu", "CHỦ TỊCH",
    ),
    "ke-hoach-bon-cap": (
        "SỞ VÍ DỤ", "UBND TỈNH MẪU", None, "KH-SVD", "Mẫu", None, "kế hoạch",
        "Triển khai phần mềm quản lý văn bản tại Sở Ví Dụ", "Phan Văn Ví", "GIÁM ĐỐC",
    ),
    "huong-dan-cua-dang": (
        "BAN TUYÊN GIÁO VÀ DÂN VẬN", "TỈNH ỦY MẪU", "37", "HD/BTGDVTU", "Mẫu", date(2025, 11, 19), "hướng dẫn",
        "VỀ VIỆC ĐỔI MỚI BẢN TIN SINH HOẠT CHI BỘ", "Phạm Tất Mẫu", "K/T TRƯỞNG BAN PHÓ TRƯỞNG BAN",
    ),
    "cong-van-mot-doan": (
        "ỦY BAN NHÂN DÂN HUYỆN VÍ DỤ", None, "507", "UBND-KT", "Ví Dụ", date(2025, 1, 24), "công văn",
        "góp ý dự thảo Quyết định sửa đổi Quyết định số 226/QĐ-UBND", "Phùng Tô Ví", "TL. CHỦ TỊCH CHÁNH VĂN PHÒNG",
    ),
    "hai-van-ban-quet": (
        "SỞ VÍ DỤ", "UBND TỈNH MẪU", None, "SVD-TH", "Mẫu", None, "công văn",
        "nhắc báo cáo kết quả chuyển đổi số", None, None,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_is_read_and_what_is_not_there_stays_none(reading: Read, name: str) -> None:
    header = reading(name).header
    found = (
        header.agency, header.parent_agency, header.number, header.symbol, header.place, header.issued,
        header.doc_type, header.subject, header.signer, header.signer_title,
    )  # fmt: skip
    assert tuple(each.value if each else None for each in found) == FIELDS[name]


@pytest.mark.parametrize("name", FIELDS)
def test_every_value_points_at_words_of_the_text_that_hold_it(reading: Read, name: str) -> None:
    read = reading(name)
    header = read.header
    for found in (header.number, header.symbol, header.place, header.signer, header.signer_title, header.subject):
        if found:
            quoted = " ".join(read.quote(found.span).split())
            assert found.value in quoted or quoted in found.value
    if header.issued:
        assert str(header.issued.value.year) in read.quote(header.issued.span)


def test_addressees_are_told_one_by_one(reading: Read) -> None:
    assert [each.value for each in reading("cong-van-giao-viec").header.addressees] == [
        "Thủ trưởng các phòng, ban, ngành huyện", "Giám đốc Trung tâm Y tế huyện", "Chủ tịch UBND các xã, thị trấn",
    ]  # fmt: skip
    assert [each.value for each in reading("cong-van-mot-doan").header.addressees] == ["Phòng Kinh tế và Hạ tầng"]


def test_a_telegram_names_its_addressees_after_dien(reading: Read) -> None:
    assert [each.value for each in reading("cong-dien-cong-thong-tin").header.addressees] == [
        "Chủ tịch Ủy ban nhân dân các xã, phường: Suối Ví, Đồi Dụ, Bến Mẫu",
        "Các Sở: Công Thương, Xây dựng, Nông nghiệp và Môi trường",
    ]


def test_the_remark_after_the_addressees_is_none_of_them(reading: Read) -> None:
    assert [each.value for each in reading("hai-van-ban-quet").header.addressees] == [
        "Trưởng các phòng trong Sở", "Giám đốc Trung tâm Dữ liệu",
    ]  # fmt: skip


def test_the_distribution_list_loses_the_stamp_and_the_stray_signs(reading: Read) -> None:
    assert [each.value for each in reading("cong-van-giao-viec").header.cc] == [
        "Như trên", "Thường trực Huyện ủy", "Chủ tịch, các PCT UBND huyện", "Lưu: VT, NV",
    ]  # fmt: skip
    assert [each.value for each in reading("hai-van-ban-quet").header.cc] == ["Như trên", "Lưu: VT, TH"]
    assert [each.value for each in reading("cong-dien-cong-thong-tin").header.cc] == [
        "Như trên", "VPUB: CVP, các PCVP, các phòng: TH, NN", "Lưu: VT, NN (2) Ví",
    ]  # fmt: skip


def test_references_of_three_families_are_listed_once_and_without_the_document_itself(reading: Read) -> None:
    assert [each.value for each in reading("cong-van-giao-viec").references] == [
        "1204/UBND-TD", "29-KL/TU", "61/2018/NĐ-CP", "280/CD-TTg",
    ]  # fmt: skip
    assert [each.value for each in reading("quyet-dinh-kem-ke-hoach").references] == ["30/2020/NĐ-CP", "563/TTr-SNV"]


def test_a_telegram_recognised_with_a_bare_d_is_the_same_reference() -> None:
    read = read_text("a", "Thực hiện Công điện số 968/CĐ-TTg, sở yêu cầu Phòng A báo cáo theo Công điện 968/CD-TTg.")
    assert [each.value for each in read.references] == ["968/CĐ-TTg"]


def test_urgency_and_secrecy_marks_are_seen(reading: Read) -> None:
    urgency = reading("cong-van-giao-viec").header.urgency
    secrecy = reading("mat").header.secrecy
    assert urgency is not None
    assert urgency.value == "Hỏa tốc"
    assert secrecy is not None
    assert secrecy.value == "Tối mật"
    assert reading("cong-van-de-trong").header.secrecy is None


def test_an_article_is_told_from_a_directive_and_its_header_stays_empty(reading: Read) -> None:
    read = reading("ban-tin")
    assert read.guess is DocumentGuess.ARTICLE
    assert read.header == type(read.header)()
    assert reading("chi-thi-khong-tieu-de").guess is DocumentGuess.DIRECTIVE


@pytest.mark.parametrize("text", ["", "   \n", "abc", "Việc tuần này\n1. An\n2. Bình"])
def test_a_text_that_is_neither_is_unknown(text: str) -> None:
    assert read_text("x", text).guess is DocumentGuess.UNKNOWN


def test_nothing_of_a_second_document_in_the_file_leaks(reading: Read) -> None:
    read = reading("hai-van-ban-quet")
    assert [item.path for item in read.items] == ["1", "2", "¶1"]
    assert not any("15/12/2017" in item.text for item in read.items)
    assert any("2243/SVD-TH" in read.quote(span) for span in read.leftovers)


def test_markup_is_taken_off_at_the_door(reading: Read) -> None:
    text = reading("cong-van-giao-viec").text
    assert not any(mark in text for mark in ("**", "###", "](http"))
    assert "dichvucong.vidu.vn" in text
    assert "|" not in reading("cong-dien-cong-thong-tin").text


def test_a_type_named_at_the_left_edge_ends_the_two_columns_of_the_letterhead():
    text = (
        "ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "HUYỆN VÍ DỤ          Độc lập - Tự do - Hạnh phúc\n\n"
        "Số: 90/CT-UBND          Ví Dụ, ngày 05 tháng 4 năm 2023\n\n"
        "CHỈ THỊ\nVề việc đẩy mạnh cải cách hành chính\n\n"
        "Chủ tịch UBND huyện yêu cầu:\n\n1. Phòng Nội vụ báo cáo.\n"
    )

    header = read_text("chi-thi.txt", text).header

    assert header.subject is not None
    assert header.subject.value == "Về việc đẩy mạnh cải cách hành chính"


def test_a_body_whose_place_was_misread_in_capitals_is_spelt_as_beside_the_date_and_marked_doubtful():
    text = (
        "ỦY BAN NHÂN DÂN\nTĨNH MÂU GIANGG\nSố: 5/CT-UBND\nMẫu Giang, ngày 05 tháng 4 năm 2021\n\nCHỈ THỊ\nVề việc thi cử\n\n"
        "1. Sở Giáo dục và Đào tạo báo cáo.\n"
    )
    misread, right = (
        read_text("a.txt", text).header.agency,
        read_text("a.txt", text.replace("MÂU GIANGG", "VÍ DỤ")).header,
    )
    assert misread is not None
    assert (misread.value, misread.doubtful) == ("ỦY BAN NHÂN DÂN TỈNH MẪU GIANG", True)
    assert right.agency is not None
    assert (right.agency.value, right.agency.doubtful) == ("ỦY BAN NHÂN DÂN TĨNH VÍ DỤ", False)


def test_columns_parted_by_no_break_spaces_are_read_like_those_parted_by_spaces():
    plain = (
        "ỦY BAN NHÂN DÂN                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "HUYỆN CẨM GIÀNG                      Độc lập - Tự do - Hạnh phúc\n"
        "Số: 12/UBND-VP                   Cẩm Giàng, ngày 03 tháng 4 năm 2023\n\n"
        "Kính gửi: Phòng Nội vụ\n\nPhòng Nội vụ báo cáo trước ngày 20/4/2023.\n"
    )
    header = read_text("a.txt", plain).header
    parted = read_text("a.txt", plain.replace(" ", "\u00a0")).header

    assert header.agency is not None
    assert header.agency.value == "ỦY BAN NHÂN DÂN HUYỆN CẨM GIÀNG"
    assert parted == header
