"""How a text leans on the documents that it names: executes, is based on, answers, replaces, mentions (DOMAIN 2.18)."""

import pytest

from district_desk.domain.directives import ReferenceKind
from district_desk.reader import read_text

EXECUTES, BASED_ON, MENTIONS = ReferenceKind.EXECUTES, ReferenceKind.BASED_ON, ReferenceKind.MENTIONS
REPLACES, ANSWERS = ReferenceKind.REPLACES, ReferenceKind.ANSWERS


def kinds(text: str) -> dict[str, ReferenceKind]:
    return {each.value: each.kind for each in read_text("a.txt", text).references}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            ("Thực hiện Công điện số 968/CĐ-TTg ngày 16/10/2023 của Thủ tướng Chính phủ về chấn chỉnh kỷ luật, Chỉ thị số"
            " 37-CT/TU ngày 10/8/2023 và Công văn số 2953/UBND-NC, UBND huyện yêu cầu:\n1. Phòng Nội vụ theo dõi."),
            {"968/CĐ-TTg": EXECUTES, "37-CT/TU": EXECUTES, "2953/UBND-NC": EXECUTES},
        ),
        (
            "Thực hiện Kế hoạch số 21/KH-UBND về triển khai Quyết định số 766/QĐ-TTg, Phòng Nội vụ đề nghị báo cáo.",
            {"21/KH-UBND": EXECUTES, "766/QĐ-TTg": MENTIONS},
        ),
        (
            ("Căn cứ Luật số 72/2025/QH15;\nCăn cứ Quyết định số 06/QĐ-TTg ngày 06/01/2022;\nTheo đề nghị của Trưởng phòng Nội"
            " vụ tại Tờ trình số 15/TTr-PNV.\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành Quy chế.\nĐiều 2. Quyết định này thay thế Quyết"
            " định số 88/2019/QĐ-UBND."),
            {"72/2025/QH15": BASED_ON, "06/QĐ-TTg": BASED_ON, "15/TTr-PNV": BASED_ON, "88/2019/QĐ-UBND": REPLACES},
        ),
        (
            "Phúc đáp Công văn số 120/UBND-VP ngày 06/4/2026 của UBND xã Đồi Mẫu, Sở Nội vụ có ý kiến như sau.",
            {"120/UBND-VP": ANSWERS},
        ),
        (
            "UBND huyện yêu cầu:\n1. Các xã thực hiện nghiêm Chỉ thị số 04/CT-UBND.\n2. Phòng Tư pháp rà soát.",
            {"04/CT-UBND": MENTIONS},
        ),
        (
            "Qua kiểm tra việc chấp hành quy chế. Văn bản số 12/BC-NV nêu rõ còn chậm. UBND huyện yêu cầu khắc phục.",
            {"12/BC-NV": MENTIONS},
        ),
        (
            "Tại cuộc họp có nhắc Công văn số 5/SNV-TC. Tiếp theo Công văn số 5/SNV-TC, Sở Nội vụ đề nghị báo cáo.",
            {"5/SNV-TC": EXECUTES},
        ),
    ],
)  # fmt: skip
def test_the_words_before_a_number_tell_what_it_is_to_the_document(text: str, wanted: dict[str, ReferenceKind]) -> None:
    assert kinds(text) == wanted


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("Quyết định số 57/2023/QĐ-UBND", "57/2023/QĐ-UBND"), ("Nghị quyết số 66-NQ/TW", "66-NQ/TW"),
        ("Công điện 280/CD-TTg", "280/CD-TTg"), ("Nghị quyết số 1660/NQ-UBTVQH15", "1660/NQ-UBTVQH15"),
        ("Luật số 33/2024/QH15", "33/2024/QH15"), ("Kế hoạch số 04/KH-MTTQ-BTT", "04/KH-MTTQ-BTT"),
        ("Thông báo số 512-TB/HU", "512-TB/HU"), ("Công văn số 77 /PNV - CCHC", "77 /PNV - CCHC"),
        ("Thông tư liên tịch số 12/2015/TTLT-BNV-BTC", "12/2015/TTLT-BNV-BTC"), ("Hướng dẫn 09-HD/BTCTU", "09-HD/BTCTU"),
        ("Công văn số 45/PKT", "45/PKT"), ("Quy định số 366-QĐ/TW", "366-QĐ/TW"),
    ],
)  # fmt: skip
def test_numbers_of_the_three_families_are_found(written: str, number: str) -> None:
    assert list(kinds(f"Thực hiện {written} ngày 05/4/2026, UBND xã yêu cầu báo cáo.")) == [number]


@pytest.mark.parametrize(
    "text", ["ngày 05/4/2026", "tỷ lệ 2/3", "24/24 giờ", "mẫu số 03/HNMT", "A/B", "km/h", "Quý II/2026"]
)
def test_what_is_no_number_of_a_document_is_left(text: str) -> None:
    assert kinds(f"UBND xã yêu cầu các thôn báo cáo {text} về UBND xã.") == {}
