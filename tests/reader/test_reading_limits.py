"""What limits an addressee is read with it; what only says what to do is not."""

import tomllib
from pathlib import Path

import pytest

from district_desk.domain.reading import DocumentGuess, ItemKind
from district_desk.reader import read_text
from district_desk.reader.addressed import actors

PROFILES = sorted((Path(__file__).resolve().parents[2] / "resources" / "profiles").glob("*.toml"))


@pytest.mark.parametrize(
    ("words", "units"),
    [
        ("Các xã, thị trấn có tổng đàn lợn trên 5.000 con bố trí điểm chốt.",
         ["Các xã, thị trấn có tổng đàn lợn trên 5.000 con"]),
        ("UBND các xã có tỷ lệ tiêm phòng đạt dưới 7,5% khẩn trương khắc phục.",
         ["UBND các xã có tỷ lệ tiêm phòng đạt dưới 7,5%"]),
        ("Các xã bị ảnh hưởng bởi bão khẩn trương khắc phục.", ["Các xã bị ảnh hưởng bởi bão"]),
        ("Các xã nằm trong vùng dịch tổ chức tiêm phòng.", ["Các xã nằm trong vùng dịch"]),
        ("Các đơn vị thuộc diện sáp nhập rà soát tài sản.", ["Các đơn vị thuộc diện sáp nhập"]),
        ("Các đơn vị chưa hoàn thành kế hoạch báo cáo lý do.", ["Các đơn vị chưa hoàn thành kế hoạch"]),
        ("Các đơn vị được kiểm tra khắc phục ngay tồn tại.", ["Các đơn vị được kiểm tra"]),
        ("Các xã, thị trấn đến nay chưa nộp báo cáo khẩn trương gửi.", ["Các xã, thị trấn đến nay chưa nộp"]),
        ("UBND các xã nơi có công trình bàn giao hồ sơ.", ["UBND các xã nơi có công trình"]),
        ("Phòng Nội vụ, UBND các xã có dịch và Trung tâm Y tế huyện tổ chức tiêm.",
         ["Phòng Nội vụ", "UBND các xã có dịch", "Trung tâm Y tế huyện"]),
        ("UBND các xã, thị trấn (trừ thị trấn Lai Cách) rà soát, đăng ký.",
         ["UBND các xã, thị trấn (trừ thị trấn Lai Cách)"]),
        ("UBND các xã, thị trấn, trừ thị trấn Lai Cách, xã Cao An, rà soát.",
         ["UBND các xã, thị trấn, trừ thị trấn Lai Cách, xã Cao An"]),
        ("UBND các xã, trừ xã Cao An, Phòng Nội vụ rà soát.", ["UBND các xã, trừ xã Cao An", "Phòng Nội vụ"]),
        ("Các xã (Cẩm Đông, Cẩm Hoàng) rà soát.", ["Các xã (Cẩm Đông, Cẩm Hoàng)"]),
        ("Các phòng, ban (danh sách kèm theo) cử người.", ["Các phòng, ban (danh sách kèm theo)"]),
    ],
)  # fmt: skip
def test_conditions_and_exceptions_stay_with_the_addressee(words: str, units: list[str]) -> None:
    assert [name.text for name in actors(words).units] == units


@pytest.mark.parametrize(
    ("words", "units"),
    [
        ("UBND các xã, thị trấn có trách nhiệm rà soát.", ["UBND các xã, thị trấn"]),
        ("Thủ trưởng các cơ quan, đơn vị có kế hoạch thực hiện.", ["Thủ trưởng các cơ quan, đơn vị"]),
        ("UBND các xã, thị trấn không tổ chức liên hoan.", ["UBND các xã, thị trấn"]),
        ("UBND các xã, thị trấn (qua Phòng Nội vụ) gửi báo cáo.", ["UBND các xã, thị trấn"]),
        ("UBND các xã, thị trấn tiếp sóng, đăng tin.", ["UBND các xã, thị trấn"]),
        ("Trung tâm Dịch vụ nông nghiệp cung ứng đủ vắc xin.", ["Trung tâm Dịch vụ nông nghiệp"]),
        ("Huyện đoàn tổ chức đội thanh niên tình nguyện.", ["Huyện đoàn"]),
    ],
)
def test_a_duty_is_no_condition(words: str, units: list[str]) -> None:
    assert [name.text for name in actors(words).units] == units


@pytest.mark.parametrize("profile", PROFILES, ids=lambda path: path.stem)
def test_every_unit_of_a_shipped_office_is_read_whole(profile: Path) -> None:
    names = [unit["name"] for unit in tomllib.loads(profile.read_text("utf-8")).get("unit", ())]
    told = {name: [unit.text for unit in actors(f"{name} rà soát, báo cáo kết quả.").units] for name in names}
    assert told == {name: [name] for name in names}


def test_stars_of_emphasis_go_at_the_door_and_the_mark_of_a_note_stays() -> None:
    text = read_text("a.txt", "1. Rà soát (*gồm cả bãi bỏ*), “*quy trình*”; xem (*).\n* Mục một\n* *").text
    assert text == "1. Rà soát (gồm cả bãi bỏ), “quy trình”; xem (*).\n* Mục một"


def test_a_short_report_is_an_article_and_a_pasted_list_is_not() -> None:
    told = (
        "Tuần qua, nhiều xã trong huyện đã tổ chức đối thoại với người dân về thủ tục đất đai; nhiều vướng mắc được cán bộ giải"
        " thích ngay tại chỗ.\n\nChủ tịch UBND huyện yêu cầu các phòng chuyên môn trả lời bằng văn bản những kiến nghị còn lại,"
        " không để người dân phải chờ đợi lâu."
    )
    listed = (
        "Việc cần làm\n1. Phòng Nội vụ rà soát biên chế của các cơ quan, báo cáo UBND huyện trước ngày 30/4/2023 và tổng hợp kết"
        " quả theo quy định.\n2. Phòng Tư pháp kiểm tra văn bản do UBND các xã, thị trấn ban hành năm 2022, báo cáo UBND huyện"
        " theo đúng thời hạn."
    )
    assert read_text("a.txt", told).guess is DocumentGuess.ARTICLE
    assert read_text("b.txt", listed).guess is DocumentGuess.UNKNOWN


def test_an_item_whose_actor_is_only_a_part_played_leans_on_its_parent() -> None:
    read = read_text(
        "a.txt",
        "Chủ tịch UBND huyện yêu cầu:\n\n1. Thủ trưởng các phòng, ban chuyên môn huyện:\n\n"
        "a) Cơ quan được lấy ý kiến có trách nhiệm trả lời đúng hạn.\n\n"
        "b) Các xã, thị trấn được xếp loại yếu phải xây dựng kế hoạch khắc phục.\n\n2. Phòng Nội vụ tổng hợp.\n",
    )
    items = {item.path: item for item in read.items if item.kind is not ItemKind.CLOSING}
    assert [unit.value for unit in items["1.a"].units] == ["Cơ quan được lấy ý kiến"]
    assert items["1.a"].inherits == "1"
    assert items["1.b"].units
    assert items["1.b"].inherits == ""
