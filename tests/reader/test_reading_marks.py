"""Marks on the page: urgency, secrecy and drafts are seen wherever a page has them, and never in a sentence."""

import pytest

from district_desk.domain.reading import Header
from district_desk.reader import read_text
from district_desk.reader.directive import reading_of
from district_desk.reader.transcript import from_pages

LETTERHEAD = """UBND TỈNH MẪU{beside}
SỞ Y TẾ
{alone}
Số: 12/BC-SYT{behind}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Mẫu, ngày 02 tháng 5 năm 2024

BÁO CÁO
{subject}

1. Sở Y tế giữ bí mật nhà nước, không đưa tài liệu mật lên mạng; việc khẩn thì báo ngay.
2. Mật độ dân cư cao."""
BLANK = {"beside": "", "alone": "", "behind": "", "subject": "Về việc bảo vệ bí mật nhà nước"}


def header_with(**marked: str) -> Header:
    return read_text("a.txt", LETTERHEAD.format(**BLANK | marked)).header


@pytest.mark.parametrize(
    ("place", "written", "level"),
    [
        ("alone", "MẬT", "Mật"), ("alone", "[ MẬT ]", "Mật"), ("alone", "T Ố I   M Ậ T", "Tối mật"),
        ("alone", "| TUYỆT MẬT |", "Tuyệt mật"), ("alone", "MÂT", "Mật"), ("alone", "Mật", "Mật"),
        ("alone", "Độ mật: Tối mật", "Tối mật"), ("behind", " MẬT", "Mật"), ("behind", "\tTUYỆT MẬT", "Tuyệt mật"),
        ("beside", " TỐI MẬT CỘNG HÒA XÃ HỘI", "Tối mật"),
    ],
)  # fmt: skip
def test_a_secrecy_mark_is_seen_in_its_frame_its_field_and_in_a_line_of_two_columns(
    place: str, written: str, level: str
) -> None:
    secrecy = header_with(**{place: written}).secrecy
    assert secrecy is not None
    assert secrecy.value == level


@pytest.mark.parametrize(
    "subject",
    [
        "VỀ CÔNG TÁC BẢO VỆ BÍ MẬT",
        "VỀ QUẢN LÝ TÀI LIỆU MẬT",
        "Về việc giải mật tài liệu",
        "Về phòng chống lụt bão khẩn",
    ],
)
def test_the_word_in_a_title_or_a_sentence_is_no_mark(subject: str) -> None:
    header = header_with(subject=subject)
    assert (header.secrecy, header.urgency, header.draft) == (None, None, None)


def test_a_mark_at_the_head_of_a_later_page_is_seen() -> None:
    pages = [LETTERHEAD.format(**BLANK), "TỐI MẬT\n3. Trạm Y tế xã báo cáo hằng tháng.\n4. Không sao chụp."]
    secrecy = reading_of("a.pdf", from_pages(pages, wrapped=True)).header.secrecy
    assert secrecy is not None
    assert secrecy.value == "Tối mật"


def test_a_mark_is_kept_although_the_text_seems_an_article() -> None:
    told = "Trong tháng qua, Ủy ban nhân dân huyện đã chỉ đạo các đơn vị thực hiện nghiêm nhiệm vụ được giao trên địa bàn. "
    assert read_text("a.txt", f"MẬT\n\n{told * 3}\n{told * 4}\n").header.secrecy is not None


@pytest.mark.parametrize(
    ("place", "written", "level"),
    [
        ("alone", "HỎA TỐC", "Hỏa tốc"), ("alone", "HOẢ TỐC", "Hỏa tốc"), ("behind", " HOẢ TỐC", "Hỏa tốc"),
        ("alone", "THƯỢNG KHẨN", "Thượng khẩn"), ("alone", "KHẨN", "Khẩn"), ("alone", "Độ khẩn: Thượng khẩn", "Thượng khẩn"),
        ("alone", "HỎA TỐC HẸN GIỜ", "Hỏa tốc"),
    ],
)  # fmt: skip
def test_an_urgency_mark_is_seen_and_parts_no_name(place: str, written: str, level: str) -> None:
    header = header_with(**{place: written})
    assert header.urgency is not None
    assert header.urgency.value == level
    assert header.agency is not None
    assert header.agency.value == "SỞ Y TẾ"


@pytest.mark.parametrize("written", ["DỰ THẢO", "DỰ THẢO LẦN 2", "Dự thảo 10/5", "(Dự thảo)"])
def test_the_mark_of_a_draft_is_seen(written: str) -> None:
    header = header_with(alone=written)
    assert header.draft is not None
    assert header.agency is not None
    assert header.agency.value == "SỞ Y TẾ"
