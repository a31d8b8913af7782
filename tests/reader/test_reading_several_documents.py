"""Several documents in one file: each letterhead opens one; what one says never leaks into the other."""

import pytest

from district_desk.domain.reading import Reading
from district_desk.reader import read_text

TITLE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
FIRST = f"""ỦY BAN NHÂN DÂN
HUYỆN LAM HÀ

{TITLE}
Số: 31/UBND-VP

Lam Hà, ngày 04 tháng 3 năm 2025

V/v nhắc báo cáo hồ chứa

Kính gửi: UBND các xã Tân Mỹ, Lam Sơn

UBND huyện yêu cầu UBND các xã Tân Mỹ, Lam Sơn gửi báo cáo theo Công văn số 12/UBND-VP trước ngày 10/3/2025./.

Nơi nhận:
- Như trên;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Đỗ Văn Khê

"""
SECOND = f"""ỦY BAN NHÂN DÂN
HUYỆN LAM HÀ

{TITLE}
Số: 12/UBND-VP

Lam Hà, ngày 11 tháng 02 năm 2025

V/v kiểm tra hồ chứa

Kính gửi: UBND các xã Tân Mỹ, Lam Sơn

UBND huyện yêu cầu UBND các xã:

1. Kiểm tra cống lấy nước trước ngày 20/02/2025.

2. Gửi báo cáo về Phòng Kinh tế trước ngày 28/02/2025.

Nơi nhận:
- Như trên.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Ngô Thị Bến

"""
PARTY = """HUYỆN ỦY LAM HÀ
*
ĐẢNG CỘNG SẢN VIỆT NAM

Số 07-CV/HU

Lam Hà, ngày 20 tháng 01 năm 2025

Kính gửi: Các chi bộ trực thuộc

Ban Thường vụ Huyện ủy yêu cầu các chi bộ:

1. Tổ chức sinh hoạt chuyên đề trong tháng 02/2025.

2. Gửi báo cáo trước ngày 05/3/2025.

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ

Lê Thị Nương

"""
FORM = f"""TÊN ĐƠN VỊ

{TITLE}
Số: ……/BC-…

……, ngày … tháng … năm 2025

BÁO CÁO

Kết quả kiểm tra hồ chứa

1. Tình hình chung

2. Kiến nghị
"""


def numbers(read: Reading) -> list[str]:
    return [one.header.number.value if one.header.number else "" for one in (read, *read.others)]


def test_a_second_letterhead_opens_a_second_document() -> None:
    read = read_text("hai-van-ban.txt", FIRST + SECOND)
    assert numbers(read) == ["31", "12"]
    assert [item.path for item in read.items] == ["¶1"]
    (other,) = read.others
    assert [item.path for item in other.items] == ["1", "2"]
    assert [due.phrase for item in other.items for due in item.deadlines] == [
        "trước ngày 20/02/2025",
        "trước ngày 28/02/2025",
    ]
    assert [one.header.signer and one.header.signer.value for one in (read, other)] == ["Đỗ Văn Khê", "Ngô Thị Bến"]
    assert [one.header.issued and one.header.issued.value.month for one in (read, other)] == [3, 2]


def test_the_places_of_the_second_document_are_those_of_the_same_text() -> None:
    read = read_text("hai-van-ban.txt", FIRST + SECOND)
    (other,) = read.others
    assert other.text == read.text
    for item in other.items:
        assert read.quote(item.span).startswith(item.text[:20])
    assert min(item.span.start for item in other.items) > max(item.span.end for item in read.items)


def test_as_many_documents_as_letterheads_even_the_partys() -> None:
    assert numbers(read_text("ba-van-ban.txt", FIRST + PARTY + SECOND)) == ["31", "07", "12"]


@pytest.mark.parametrize("attached", [FORM, "PHỤ LỤC\n\nDanh sách hồ chứa\n\n1. Hồ Tân Mỹ\n2. Hồ Lam Sơn\n"])
def test_a_form_or_a_list_behind_a_document_is_no_second_one(attached: str) -> None:
    read = read_text("kem-mau.txt", SECOND + attached)
    assert read.others == ()
    assert [item.path for item in read.items] == ["1", "2"]
    assert "".join(attached.split())[-30:] in "".join("".join(read.quote(span).split()) for span in read.leftovers)


def test_the_national_title_named_in_a_sentence_opens_nothing() -> None:
    text = SECOND.replace("Kiểm tra cống", "Treo quốc kỳ nước Cộng hòa xã hội chủ nghĩa Việt Nam, kiểm tra cống")
    assert read_text("mot-van-ban.txt", text).others == ()
