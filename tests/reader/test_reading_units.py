"""Who must act, who cooperates, through whom, and until when, as written."""

from collections.abc import Callable

import pytest

from district_desk.domain.reading import Reading
from district_desk.reader.addressed import actors, given_in

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("words", "units"),
    [
        ("Thủ trưởng các sở, ban, ngành thuộc tỉnh và Chủ tịch Ủy ban nhân dân các huyện, thị xã, thành phố:",
         ["Thủ trưởng các sở, ban, ngành thuộc tỉnh", "Chủ tịch Ủy ban nhân dân các huyện, thị xã, thành phố"]),
        ("Thủ trưởng các phòng, ban, ngành, đoàn thể huyện; Chủ tịch UBND các xã thị trấn:",
         ["Thủ trưởng các phòng, ban, ngành, đoàn thể huyện", "Chủ tịch UBND các xã thị trấn"]),
        ("Giao Chánh Văn phòng HĐND&UBND huyện:", ["Chánh Văn phòng HĐND&UBND huyện"]),
        ("Sở Nông nghiệp và Môi trường hướng dẫn các xã.", ["Sở Nông nghiệp và Môi trường"]),
        ("Sở Văn hóa, Thể thao và Du lịch tổ chức hội thi.", ["Sở Văn hóa, Thể thao và Du lịch"]),
        ("Các Bộ: Quốc phòng, Công an chủ động chỉ đạo.", ["Các Bộ: Quốc phòng, Công an"]),
        ("Đài Truyền hình Việt Nam, Đài Tiếng nói Việt Nam kịp thời thông tin.",
         ["Đài Truyền hình Việt Nam", "Đài Tiếng nói Việt Nam"]),
        ("Chỉ đạo Ban Thi đua - Khen thưởng huyện thường xuyên rà soát.", ["Ban Thi đua - Khen thưởng huyện"]),
        ("Cơ quan, đơn vị được xin ý kiến phải cho ý kiến ngay.", ["Cơ quan, đơn vị được xin ý kiến"]),
        ("Trên cơ sở kết quả công bố, Thủ trưởng các cơ quan, đơn vị khẩn trương kiểm điểm.",
         ["Thủ trưởng các cơ quan, đơn vị"]),
        ("Trong quá trình thực hiện, nếu có vướng mắc các cơ quan, đơn vị, địa phương kịp thời phản ánh.",
         ["các cơ quan, đơn vị, địa phương"]),
        ("Cơ quan chủ trì: Sở Tư pháp; Báo và Phát thanh Truyền hình Mẫu và các sở có liên quan.",
         ["Sở Tư pháp", "Báo và Phát thanh Truyền hình Mẫu", "các sở có liên quan"]),
        ("Việc xin lỗi do cơ quan, đơn vị có thẩm quyền ban hành kết quả thực hiện.",
         ["cơ quan, đơn vị có thẩm quyền ban hành kết quả"]),
        ('Đối với các xã, thị trấn được xếp loại ở mức "Hoàn thành nhiệm vụ" gửi kế hoạch.',
         ['các xã, thị trấn được xếp loại ở mức "Hoàn thành nhiệm vụ"']),
        ("Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam huyện Tăng cường tuyên truyền.",
         ["Ủy ban Mặt trận Tổ quốc Việt Nam huyện"]),
        ("Đề nghị các tổ chức chính trị - xã hội huyện Chỉ đạo tổ chức cơ sở vận động hội viên.",
         ["các tổ chức chính trị - xã hội huyện"]),
        ("Ban thường vụ các huyện ủy, thành ủy, đảng ủy trực thuộc gợi ý kiểm điểm đối với cấp ủy.",
         ["Ban thường vụ các huyện ủy, thành ủy, đảng ủy trực thuộc"]),
        ("Các chi bộ, đảng bộ trực thuộc tổ chức thực hiện.", ["Các chi bộ, đảng bộ trực thuộc"]),
        ("Công ty Điện lực Mẫu Giang, Viễn thông Mẫu Giang khẩn trương di dời đường dây.",
         ["Công ty Điện lực Mẫu Giang", "Viễn thông Mẫu Giang"]),
        ("Báo và Phát thanh, truyền hình Mẫu Giang, Đài Khí tượng Thủy văn Mẫu Giang tăng thời lượng đưa tin.",
         ["Báo và Phát thanh, truyền hình Mẫu Giang", "Đài Khí tượng Thủy văn Mẫu Giang"]),
        ("Các đồng chí Ủy viên UBND tỉnh theo địa bàn được phân công trực tiếp chỉ đạo.", ["Ủy viên UBND tỉnh"]),
        ("Trưởng phòng Nội vụ, Chủ tịch UBND các xã, thị trấn và các ông (bà) có tên tại Điều 2 chịu trách nhiệm thi hành.",
         ["Trưởng phòng Nội vụ", "Chủ tịch UBND các xã, thị trấn", "các ông (bà) có tên tại Điều 2"]),
        ("Công ty TNHH MTV Quản lý khai thác công trình thủy lợi Mẫu Giang: Vận hành công trình.",
         ["Công ty TNHH MTV Quản lý khai thác công trình thủy lợi Mẫu Giang"]),
        ("Mỗi xã, thị trấn chọn 01 chi hội làm điểm.", ["Mỗi xã, thị trấn"]),
        ("Các khu phố, ấp rà soát hộ nghèo.", ["Các khu phố, ấp"]),
        ("Trưởng ấp, Trưởng khóm vận động nhân dân tham gia.", ["Trưởng ấp", "Trưởng khóm"]),
        ("Văn phòng thông báo đến các ngành, ấp biết và thực hiện.", ["các ngành, ấp"]),
        ("Các bản sao gửi kèm hồ sơ.", []),
        ("Đề nghị Quý cơ quan quan tâm, phối hợp thực hiện.", ["Quý cơ quan"]),
    ],
)  # fmt: skip
def test_the_units_that_must_act_are_named_as_written(words: str, units: list[str]) -> None:
    assert [name.text for name in actors(words).units] == units


@pytest.mark.parametrize(
    "words",
    [
        "Chấp hành nghiêm chỉ đạo của Ủy ban nhân dân tỉnh và Chủ tịch Ủy ban nhân dân tỉnh.",
        "Theo dõi các nhiệm vụ được Chính phủ, Thủ tướng Chính phủ giao cho Ủy ban nhân dân tỉnh.",
        "Khi trình UBND huyện, Chủ tịch UBND huyện xem xét, quyết định các công việc.",
        "Kịp thời báo cáo Chủ tịch UBND huyện.",
        "Triển khai các nền tảng số do các bộ, ngành cung cấp.",
    ],
)
def test_a_body_that_decides_or_receives_is_not_one_that_must_act(words: str) -> None:
    assert actors(words).units == []


def test_the_lead_agency_and_those_who_cooperate_are_told_apart() -> None:
    found = actors("Giao Sở Nội vụ chủ trì, phối hợp với Văn phòng UBND tỉnh, Sở Thông tin và Truyền thông tập huấn.")
    assert [name.text for name in found.units] == ["Sở Nội vụ"]
    assert [name.text for name in found.coordinating] == ["Văn phòng UBND tỉnh", "Sở Thông tin và Truyền thông"]


def test_a_field_of_cooperating_agencies_names_no_lead() -> None:
    found = actors("Đơn vị phối hợp: Sở Khoa học và Công nghệ, UBND xã, phường.")
    assert found.units == []
    assert [name.text for name in found.coordinating] == ["Sở Khoa học và Công nghệ", "UBND xã, phường"]


def test_the_unit_through_which_a_report_goes_is_neither() -> None:
    found = actors("Báo cáo kết quả về UBND huyện (qua Phòng Nội vụ).")
    assert (found.units, found.coordinating) == ([], [])
    assert [name.text for name in found.via] == ["Phòng Nội vụ"]


def test_the_opening_sentence_gives_its_units_to_items_that_name_none(reading: Read) -> None:
    read = reading("chi-thi-khong-tieu-de")
    assert [unit.value for unit in read.lead_units] == [
        "Thủ trưởng các cơ quan, đơn vị",
        "Chủ tịch UBND các xã, thị trấn",
    ]
    inherits = {item.path: item.inherits for item in read.items}
    assert inherits["1.a"] == "lead"
    assert inherits["2.¶1"] == ""
    assert {item.path: item.inherits for item in reading("cong-van-giao-viec").items}["1.f"] == "1"


def test_an_issuer_that_gives_orders_is_not_given_them() -> None:
    names = given_in("Chủ tịch UBND huyện yêu cầu Thủ trưởng các cơ quan, đơn vị thực hiện:")
    assert [name.text for name in names] == ["Thủ trưởng các cơ quan, đơn vị"]


def test_limits_stand_in_the_item_whose_words_they_are(reading: Read) -> None:
    found = {
        item.path: [(due.phrase, due.rule.code) for due in item.deadlines]
        for item in reading("cong-van-giao-viec").items
    }
    assert found["1.a"] == [("trước ngày 15 tháng 8 năm 2023", "before")]
    assert [rule for _, rule in found["1.đ"]] == ["periodic:daily", "periodic:quarterly+half-yearly+annual"]
    assert found["2"] == [("chậm nhất ngày 30/9/2023", "by")]
    assert found["4"] == []


def test_the_place_of_a_limit_is_lit_even_when_its_line_was_cut(reading: Read) -> None:
    read = reading("cong-van-mot-doan")
    due = read.items[0].deadlines[0]
    assert " ".join(read.quote(due.span).split()) == due.phrase == "trước ngày 10/02/2025"
