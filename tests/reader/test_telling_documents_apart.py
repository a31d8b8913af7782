"""What is no directive is told from one: news, lists, forms, drafts (DOMAIN 2.15; nothing is registered unasked)."""

import pytest

from district_desk.domain.reading import DocumentGuess
from district_desk.reader import read_text

TITLES = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
NEWS = (
    "Mẫu Giang siết chặt kỷ luật công vụ\n05/8/2026 10:12\n\n(Báo Mẫu Giang) - Chủ tịch UBND tỉnh Mẫu Giang vừa ký ban"
    " hành Công văn số 1290/UBND-NC về chấn chỉnh công tác tiếp công dân trên địa bàn tỉnh trong thời gian tới.\n\n"
    "Theo đó, Chủ tịch UBND tỉnh yêu cầu thủ trưởng các sở, ban, ngành và chủ tịch UBND các xã, phường trực tiếp tiếp công"
    " dân theo đúng lịch, trả lời dứt điểm những kiến nghị còn tồn đọng trước ngày 20/8/2026.\n\nẢnh: Hữu Mẫu"
)


@pytest.mark.parametrize(
    "text",
    [
        NEWS,
        "KẾ HOẠCH SẮP XẾP CÁC XÃ NHẬN ĐƯỢC SỰ ĐỒNG THUẬN CAO\n\n" + NEWS,
        NEWS.replace("\n\n", "\n") + "\nBạn đọc có ý kiến xin kính gửi về tòa soạn Báo Mẫu Giang, số 1 đường Ví Dụ.",
    ],
)
def test_a_newspaper_text_is_an_article_and_has_no_header(text: str) -> None:
    read = read_text("a.txt", text)
    assert read.guess is DocumentGuess.ARTICLE
    assert read.guess.is_for_reference
    assert read.header.subject is None
    assert [each.value for each in read.references] == ["1290/UBND-NC"]


@pytest.mark.parametrize(
    "text",
    [
        "Danh sách lớp 5A\n1. An\n2. Bình",
        "UBND XÃ ĐỒI MẪU\n" + TITLES + "DANH SÁCH\nCán bộ, công chức dự tập huấn\n\nSTT\tHọ và tên\n1\tVi Thị Đồi",
        "BẢNG TỔNG HỢP KẾT QUẢ CHẤM ĐIỂM CẢI CÁCH HÀNH CHÍNH\n\nXã Đồi Mẫu\t74,95\nXã Suối Ví\t81,20",
        "UBND XÃ ĐỒI MẪU\nLỊCH CÔNG TÁC\nTuần 32 (từ 03/8 đến 07/8/2026)\n\nThứ Hai: Giao ban.",
    ],
)
def test_a_list_is_told_by_its_title(text: str) -> None:
    assert read_text("a.txt", text).guess is DocumentGuess.LIST


@pytest.mark.parametrize(
    "text",
    [
        TITLES + "ĐƠN ĐỀ NGHỊ\nV/v xác nhận nơi cư trú\n\nKính gửi: Ủy ban nhân dân xã Đồi Mẫu\n\nTôi tên là: ………………",
        TITLES + "TỜ KHAI ĐĂNG KÝ KHAI SINH\n\nKính gửi: ……………………\n\nHọ, chữ đệm, tên người yêu cầu: ………",
        "Mẫu số 04\n" + TITLES + "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ\n\nKính gửi: …………",
    ],
)
def test_a_form_is_told_by_its_title_although_it_is_addressed(text: str) -> None:
    read = read_text("a.txt", text)
    assert read.guess is DocumentGuess.FORM
    assert read.guess.is_for_reference


def test_the_title_of_a_list_is_no_part_of_the_body_above_it() -> None:
    agency = read_text("a.txt", "UBND XÃ ĐỒI MẪU\nDANH SÁCH\nCÁN BỘ DỰ TẬP HUẤN\n\n1. Vi Thị Đồi").header.agency
    assert agency is not None
    assert agency.value == "UBND XÃ ĐỒI MẪU"


def test_a_numbered_document_about_a_list_stays_a_directive() -> None:
    text = "UBND XÃ ĐỒI MẪU\nSố: 12/QĐ-UBND\n" + TITLES + "QUYẾT ĐỊNH\nPhê duyệt danh sách\n\nDANH SÁCH\n1. Vi Thị Đồi"
    assert read_text("a.txt", text).guess is DocumentGuess.DIRECTIVE


def test_a_document_without_number_day_and_signature_is_a_draft_and_a_signed_copy_is_not() -> None:
    blank = (
        "UBND XÃ ĐỒI MẪU\nSố:      /KH-UBND\n"
        + TITLES
        + "Đồi Mẫu, ngày    tháng 4 năm 2026\nKẾ HOẠCH\nTuyên truyền\n\n"
        "1. Văn phòng chủ trì./.\n\nNơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\n"
    )
    assert read_text("a.txt", blank).guess is DocumentGuess.DRAFT
    assert read_text("a.txt", blank + "\nPhạm Văn Đồi").guess is DocumentGuess.DIRECTIVE
    assert not DocumentGuess.DRAFT.is_for_reference
