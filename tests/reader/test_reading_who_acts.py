"""Who must act where the name does not stand first: titles, second paragraphs, directions, lists of objects."""

import pytest

from district_desk.domain.reading import ItemKind, ReadItem
from district_desk.reader import read_text
from district_desk.reader.addressed import actors


def items(text: str) -> dict[str, ReadItem]:
    return {item.path: item for item in read_text("van-ban.txt", text).items}


def names(item: ReadItem) -> list[str]:
    return [unit.value for unit in item.units]


@pytest.mark.parametrize(
    ("words", "units"),
    [
        ("Kinh phí thực hiện: UBND các xã bố trí trong dự toán năm 2025.", ["UBND các xã"]),
        (
            "Kiểm tra, phúc tra: Ban Chỉ đạo huyện thành lập ba đoàn kiểm tra tại các xã ven sông.",
            ["Ban Chỉ đạo huyện"],
        ),
        ("Thành phần: Lãnh đạo sở, chuyên viên các phòng.", []),
        (
            "Văn phòng UBND tỉnh thông báo để Sở Tài chính, UBND huyện Tân Mỹ biết, thực hiện./.",
            ["Sở Tài chính", "UBND huyện Tân Mỹ"],
        ),
        (
            "Các hộ dân và cơ sở khai thác cát sỏi trên sông Lam có trách nhiệm:",
            ["Các hộ dân và cơ sở khai thác cát sỏi trên sông Lam"],
        ),
        ("Sở Nội vụ, UBND các huyện: Rà soát, báo cáo.", ["Sở Nội vụ", "UBND các huyện"]),
        ("Các Bộ: Quốc phòng, Công an chủ động bố trí lực lượng.", ["Các Bộ: Quốc phòng, Công an"]),
        (
            "Trưởng các phòng chuyên môn, Hiệu trưởng các trường mầm non, tiểu học tổ chức ký cam kết.",
            ["Trưởng các phòng chuyên môn", "Hiệu trưởng các trường mầm non, tiểu học"],
        ),
        ("Cán bộ, công chức, viên chức chấp hành nghiêm giờ làm việc.", ["Cán bộ, công chức, viên chức"]),
        ("Đồng chí Phó Chủ tịch UBND huyện chỉ đạo thực hiện.", ["Phó Chủ tịch UBND huyện"]),
        ("Các chủ rừng chủ động dọn thực bì.", ["Các chủ rừng"]),
        ("Phòng Công nghệ thông tin cài đặt máy chủ.", ["Phòng Công nghệ thông tin"]),
        ("Phòng Kế hoạch tổng hợp tổng hợp số liệu.", ["Phòng Kế hoạch tổng hợp"]),
        ("Phòng Quản lý xây dựng xây dựng quy trình.", ["Phòng Quản lý xây dựng"]),
        ("Sở Công Thương chủ trì việc cấp phép, có trách nhiệm:", ["Sở Công Thương"]),
        ("Chỉ đạo UBND các xã ven biển gọi tàu thuyền vào bờ.", ["UBND các xã ven biển"]),
        ("Chỉ đạo cơ quan thanh tra cùng cấp kiểm tra việc mua sắm.", ["cơ quan thanh tra cùng cấp"]),
        ("Chỉ đạo, đôn đốc các ngành, các địa phương triển khai.", []),
        (
            "Yêu cầu và đôn đốc các hộ kinh doanh xăng dầu niêm yết giá bán.",
            ["các hộ kinh doanh xăng dầu"],
        ),
        ("Thường xuyên kiểm tra; nếu phát hiện sai phạm, phải hướng dẫn, yêu cầu các đơn vị khắc phục.", []),
        (
            "Nhận được 'Công văn' yêu cầu thủ trưởng các cơ sở y tế chỉ đạo thực hiện.",
            ["thủ trưởng các cơ sở y tế"],
        ),
        (
            "Cơ quan thực hiện: Bộ Công an, các cơ quan báo chí, phát thanh, truyền hình khác.",
            ["Bộ Công an", "các cơ quan báo chí, phát thanh, truyền hình khác"],
        ),
    ],
)
def test_the_one_who_must_act_is_found_behind_titles_directions_and_news(words: str, units: list[str]) -> None:
    assert [name.text for name in actors(words).units] == units


HEADING_AND_ANSWER = """Sau khi nghe các sở báo cáo, Chủ tịch UBND tỉnh kết luận như sau:

1. Về kiến nghị nạo vét kênh Tân Mỹ:

Sở Nông nghiệp và Môi trường khẩn trương khảo sát, báo cáo UBND tỉnh trong tháng 5 năm 2025.

2. Về kiến nghị cấp điện cho thôn Đồng Cao:

Trên cơ sở đề nghị của xã, Công ty Điện lực Lam Hà khẩn trương sửa chữa lưới điện.
"""


def test_the_paragraph_below_a_heading_names_who_acts() -> None:
    found = items(HEADING_AND_ANSWER)
    assert names(found["1"]) == ["Sở Nông nghiệp và Môi trường"]
    assert names(found["2"]) == ["Công ty Điện lực Lam Hà"]


OBJECTS = """KẾ HOẠCH

Giám sát việc thu phí

1. Ban Kinh tế - Xã hội HĐND xã tiến hành giám sát việc thu phí đối với:

- Ủy ban nhân dân xã Lam Hà.

- Các trường học trên địa bàn xã.

2. Nội dung công việc gồm:

- Rà soát các khoản thu của năm học 2024 - 2025;

- Đối chiếu với sổ sách của kho bạc.
"""


def test_a_list_of_what_is_looked_at_gives_nobody_work() -> None:
    found = items(OBJECTS)
    assert [(names(found[path]), found[path].kind) for path in ("1.-1", "1.-2")] == [([], ItemKind.INFORMATION)] * 2
    assert found["2.-1"].kind is ItemKind.TASK


QUOTED = """UBND TỈNH LAM SƠN

Số: 15/UBND-NC

Lam Sơn, ngày 10 tháng 02 năm 2025

Kính gửi: Các sở, ban, ngành tỉnh

Thực hiện Công văn số 12/BNV-CCHC ngày 03/02/2025 của Bộ Nội vụ về việc báo cáo biên chế, thời hạn gửi báo cáo trước ngày \
28/02/2025; UBND tỉnh yêu cầu các sở, ban, ngành tỉnh gửi báo cáo về Sở Nội vụ trước ngày 15/02/2025 để tổng hợp.

Giao Sở Nội vụ tổng hợp; Văn phòng UBND tỉnh đôn đốc, báo cáo UBND tỉnh trước ngày 25/02/2025./.
"""


def test_the_limit_of_an_older_document_told_in_the_same_paragraph_is_not_this_ones() -> None:
    found = items(QUOTED)
    assert [due.phrase for due in found["¶1"].deadlines] == ["trước ngày 15/02/2025"]
    assert [due.phrase for due in found["¶2"].deadlines] == ["trước ngày 25/02/2025"]


def test_a_unit_after_a_semicolon_has_a_duty_of_its_own() -> None:
    assert names(items(QUOTED)["¶2"]) == ["Sở Nội vụ", "Văn phòng UBND tỉnh"]
    told = actors(
        "Sở Y tế trực cấp cứu; UBND tỉnh xem xét khen thưởng. Trường hợp vắng thì báo cáo; các trường hợp khác tự túc."
    )
    assert [name.text for name in told.units] == ["Sở Y tế"]
