"""Where a name ends and a sentence begins, and whose groups are meant."""

import pytest

from district_desk.domain.addressee_words import names_a_role
from district_desk.domain.addressees import Why, resolve


def codes(units):
    return [unit.code for unit in units]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Trung tâm Dịch vụ nông nghiệp cung ứng đủ vắc xin cho các xã, thị trấn", ["TTDVNN"]),
        ("Huyện đoàn tổ chức đội thanh niên", ["DTN"]),
        ("Phòng Tư pháp giúp dân hiểu luật mới", ["PTP"]),
        ("Phòng Nội vụ rà soát; Phòng Tư pháp", ["PNV", "PTP"]),
    ],
)
def test_a_sentence_after_a_name_is_no_part_of_it(cam_giang, phrase, expected):
    found = resolve(phrase, cam_giang)
    assert (codes(found.units), found.unresolved) == (expected, ())


def test_a_groups_sentence_gives_it_to_all_but_those_excepted(cam_giang):
    assert len(resolve("UBND các xã, thị trấn tiếp sóng, đăng tin", cam_giang).units) == 17
    less = resolve("UBND các xã, thị trấn tiếp sóng (trừ thị trấn Lai Cách)", cam_giang)
    assert (len(less.units), codes(less.excluded)) == (16, ["10891"])


@pytest.mark.parametrize(
    "phrase",
    ["UBND các xã miền núi", "UBND các xã, thị trấn trọng điểm nghề cá lớn nhất", "Các đơn vị cung ứng vắc xin"],
)
def test_words_that_may_say_which_of_a_group_are_never_taken_for_a_sentence(cam_giang, phrase):
    found = resolve(phrase, cam_giang)
    assert found.units == ()
    assert [each.reason for each in found.unresolved] == [Why.CONDITIONAL]


@pytest.mark.parametrize(
    "phrase",
    [
        "Giám đốc các Sở: Tài chính, Nội vụ",
        "Các Bộ: Quốc phòng, Công an",
        "Các Bộ: Giáo dục và Đào tạo, Y tế, Khoa học và Công nghệ",
        "Đài Phát thanh và Truyền hình tỉnh",
        "Sở Lao động - Thương binh và Xã hội",
    ],
)
def test_names_of_another_bodys_list_are_not_our_rooms(cam_giang, phrase):
    found = resolve(phrase, cam_giang)
    assert found.units == ()
    assert [(each.text, each.reason) for each in found.unresolved] == [(phrase, Why.NOT_A_UNIT)]


def test_after_such_a_list_our_own_units_are_read_again(cam_giang):
    found = resolve("Giám đốc các Sở: Tài chính, Nội vụ; Phòng Tư pháp, Nội vụ", cam_giang)
    assert codes(found.units) == ["PTP", "PNV"]


def test_a_unit_excepted_from_a_condition_is_neither_given_nor_a_candidate(cam_giang):
    found = resolve("các xã, thị trấn có dịch (trừ xã Cao An)", cam_giang)
    (left,) = found.unresolved
    assert (found.units, codes(found.excluded)) == ((), ["10927"])
    assert len(left.candidates) == 16


def test_in_another_bodys_document_a_group_is_only_suggested_and_a_named_unit_stays(cam_giang):
    found = resolve("Thủ trưởng các cơ quan, đơn vị; UBND các xã (trừ xã Cao An); Phòng Nội vụ", cam_giang, ours=False)
    assert codes(found.units) == ["PNV"]
    assert [(each.text, each.reason, len(each.candidates)) for each in found.unresolved] == [
        ("Thủ trưởng các cơ quan, đơn vị", Why.ELSEWHERE, 17),
        ("UBND các xã", Why.ELSEWHERE, 14),
    ]


@pytest.mark.parametrize(
    ("phrase", "role"),
    [
        ("Cơ quan được lấy ý kiến", True),
        ("thủ trưởng cơ quan, đơn vị trình văn bản", True),
        ("cơ quan, đơn vị đó", True),
        ("Người đứng đầu", True),
        ("mỗi cán bộ, công chức, viên chức", True),
        ("các xã, thị trấn được đánh giá xếp loại yếu", False),
        ("Các cơ quan, đơn vị có liên quan", False),
        ("Các cơ quan, đơn vị được kiểm tra", False),
        ("cơ quan thuế", False),
        ("Phòng Nội vụ", False),
        ("", False),
    ],
)
def test_a_part_played_is_told_from_a_group(phrase, role):
    assert names_a_role(phrase) is role
