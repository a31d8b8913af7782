"""Who is meant, in the office of Cẩm Giàng and in its neighbours: phrases of the source documents and their like."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from district_desk.domain.addressees import Why, resolve
from district_desk.domain.units import Directory, Unit, UnitKind

ROOMS = ["VP", "PNV", "PTP", "PTCKH", "PTNMT", "PLDTBXH", "PVHTT", "PGDDT", "PYT", "PKTHT", "PNN", "TTR"]
SERVICES = ["TTVHTT", "TTGDNN", "BQLDA", "TTPTQD", "TTDVNN"]
SECTORS = ["CA", "BCHQS", "CCT", "KBNN", "BHXH", "CCTK", "VKS", "TAND", "THADS", "TTYT"]
MASS = ["MTTQ", "DTN", "HPN", "HND", "HCCB", "LDLD"]
COMMUNES = [
    "10888",
    "10891",
    "10894",
    "10897",
    "10900",
    "10903",
    "10906",
    "10909",
    "10912",
    "10918",
    "10924",
    "10927",
    "10930",
    "10933",
    "10936",
    "10939",
    "10942",
]


def codes(units):
    return [unit.code for unit in units]


RESOLVED = [
    ("Thủ trưởng các phòng, ban, ngành, đoàn thể huyện", ROOMS + SECTORS + MASS),
    ("Thủ trưởng các đơn vị sự nghiệp công lập trực thuộc", SERVICES),
    ("Thủ trưởng các đơn vị sự nghiệp công lập trực thuộc UBND huyện", SERVICES),
    ("Chủ tịch UBND các xã, thị trấn", COMMUNES),
    ("Chủ tịch UBND các xã thị trấn", COMMUNES),
    ("Chủ tịch Uỷ ban nhân dân các xã, thị trấn", COMMUNES),
    ("Thủ trưởng các cơ quan, đơn vị", ROOMS + SERVICES),
    ("cơ quan, đơn vị và UBND các xã, thị trấn", ROOMS + SERVICES + COMMUNES),
    ("Các phòng, ban chuyên môn huyện", ROOMS),
    ("Các phòng, ban chuyên môn huyện Cẩm Giàng", ROOMS),
    ("Các ban, ngành, đoàn thể huyện", SECTORS + MASS),
    ("Trưởng phòng Nội vụ huyện", ["PNV"]),
    ("Trưởng phòng Nội vụ", ["PNV"]),
    ("Giao Phòng Nội vụ phối hợp với Văn phòng HĐND&UBND huyện", ["PNV", "VP"]),
    ("Chánh Văn phòng HĐND&UBND huyện", ["VP"]),
    ("Văn phòng HĐND & UBND huyện", ["VP"]),
    ("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện", ["VP"]),
    ("Chánh Thanh tra huyện", ["TTR"]),
    ("Trưởng Công an huyện", ["CA"]),
    ("Ban Thi đua – Khen thưởng huyện", ["BTDKT"]),
    ("Đài phát thanh huyện", ["TTVHTT"]),
    ("Cổng thông tin điện tử huyện", ["CTTDT"]),
    ("Văn phòng Huyện ủy", ["VPHU"]),
    ("Chi cục trưởng Chi cục Thuế khu vực", ["CCT"]),
    ("Phòng LĐ-TB&XH; P.GD&ĐT; Phòng KT&HT; Phòng NN và PTNT", ["PLDTBXH", "PGDDT", "PKTHT", "PNN"]),
    ("Hội LHPN huyện, Huyện đoàn, Hội CCB", ["HPN", "DTN", "HCCB"]),
    ("Ủy ban MTTQ Việt Nam huyện và các đoàn thể", MASS),
    ("Các phòng: Nội vụ, Tư pháp, Tài chính - Kế hoạch", ["PNV", "PTP", "PTCKH"]),
    ("Trưởng phòng Nội vụ, Tư pháp, TN&MT", ["PNV", "PTP", "PTNMT"]),
    ("UBND các xã, thị trấn: Cẩm Đông, Cẩm Đoài và Lai Cách", ["10939", "10942", "10891"]),
    ("UBND các xã Cẩm Đông, Cẩm Đoài", ["10939", "10942"]),
    ("thị trấn Cẩm Giang", ["10888"]),
    ("UBND XÃ CẨM ĐÔNG", ["10939"]),
    ("ubnd xa cam dong", ["10939"]),
    ("Phòng Nội vụ\nPhòng Tư pháp", ["PNV", "PTP"]),
    ("Phòng Nội vụ; Phòng Nội vụ", ["PNV"]),
]


@pytest.mark.parametrize(("phrase", "expected"), RESOLVED)
def test_addressees_become_units(cam_giang, phrase, expected):
    found = resolve(phrase, cam_giang)
    assert codes(found.units) == expected
    assert found.unresolved == ()


def test_a_list_of_groups_and_heads_keeps_its_order_and_names_its_groups(cam_giang):
    found = resolve(
        "Thủ trưởng các phòng, ban, ngành, đoàn thể huyện; Chủ tịch UBND các xã, thị trấn; Giao Trưởng phòng Nội vụ huyện",
        cam_giang,
    )
    assert codes(found.units) == ROOMS + SECTORS + MASS + COMMUNES
    assert [group.code for group in found.groups] == ["PBNDT", "XTT"]


@pytest.mark.parametrize(
    ("phrase", "out"),
    [
        ("Chủ tịch UBND các xã, thị trấn (trừ xã Thạch Lỗi)", ["10906"]),
        ("Chủ tịch UBND các xã, thị trấn (trừ xã Thạch Lỗi, Cẩm Đông)", ["10906", "10939"]),
        ("UBND các xã, thị trấn, trừ thị trấn Lai Cách", ["10891"]),
        ("UBND các xã, thị trấn (ngoại trừ các thị trấn)", ["10888", "10891"]),
        ("các xã, thị trấn (không bao gồm xã Cao An)", ["10927"]),
    ],
)
def test_what_is_excepted_gets_nothing(cam_giang, phrase, out):
    found = resolve(phrase, cam_giang)
    assert codes(found.excluded) == out
    assert codes(found.units) == [code for code in COMMUNES if code not in out]
    assert found.unresolved == ()


def test_an_exception_ends_with_its_part_of_the_list(cam_giang):
    found = resolve("UBND các xã, thị trấn, trừ thị trấn Lai Cách; Phòng Tư pháp", cam_giang)
    assert codes(found.units)[-1] == "PTP"
    assert codes(found.excluded) == ["10891"]


def test_the_receiving_unit_is_not_an_addressee(cam_giang):
    found = resolve("Chủ tịch UBND các xã, thị trấn (qua Phòng Nội vụ)", cam_giang)
    assert codes(found.via) == ["PNV"]
    assert codes(found.units) == COMMUNES


UNRESOLVED = [
    ("Sở Nội vụ", Why.NOT_A_UNIT, []),
    ("Sở Thông tin và Truyền thông", Why.NOT_A_UNIT, []),
    ("Văn phòng UBND tỉnh", Why.NOT_A_UNIT, []),
    ("Thủ trưởng các sở, ban, ngành thuộc tỉnh", Why.NOT_A_UNIT, []),
    ("Các sở, ban, ngành", Why.NOT_A_UNIT, []),
    ("Chủ tịch Ủy ban nhân dân các huyện, thị xã, thành phố", Why.NOT_A_UNIT, []),
    ("Chủ tịch UBND huyện", Why.NOT_A_UNIT, []),
    ("Công an tỉnh", Why.NOT_A_UNIT, []),
    ("Công an xã Cẩm Đông", Why.NOT_A_UNIT, []),
    ("Phòng Y Học Cổ Truyền", Why.NOT_A_UNIT, []),
    ("Các cơ quan, đơn vị có liên quan", Why.VAGUE, ROOMS + SERVICES),
    ("các phòng chuyên môn có liên quan", Why.VAGUE, ROOMS),
    ("Thủ trưởng các phòng, ban, đơn vị liên quan", Why.VAGUE, ROOMS + SERVICES),
    ("cơ quan, đơn vị đó", Why.VAGUE, ROOMS + SERVICES),
    ("Người đứng đầu", Why.VAGUE, []),
    ("một số xã", Why.VAGUE, []),
    ("mỗi cán bộ, công chức, viên chức", Why.VAGUE, []),
    ("Cơ quan, đơn vị được xin ý kiến", Why.CONDITIONAL, ROOMS + SERVICES),
    ("thủ trưởng cơ quan, đơn vị trình văn bản", Why.CONDITIONAL, ROOMS + SERVICES),
    ("các xã, thị trấn có tổng đàn lợn trên 5.000 con", Why.CONDITIONAL, COMMUNES),
    ("Các xã, thị trấn (danh sách kèm theo)", Why.CONDITIONAL, COMMUNES),
    ("Phòng Y tế dự phòng", Why.AMBIGUOUS, ["PYT"]),
    ("UBND thị trấn Cẩm Giàng", Why.AMBIGUOUS, ["10888"]),
]


@pytest.mark.parametrize(("phrase", "reason", "candidates"), UNRESOLVED)
def test_what_the_words_leave_open_goes_to_a_person(cam_giang, phrase, reason, candidates):
    found = resolve(phrase, cam_giang)
    assert found.units == ()
    assert [(each.text, each.reason, codes(each.candidates)) for each in found.unresolved] == [
        (phrase, reason, candidates)
    ]


def test_the_condition_of_the_directive_of_cam_giang_is_never_given_to_all_seventeen(cam_giang):
    found = resolve(
        'các xã, thị trấn được đánh giá xếp loại ở mức "Hoàn thành nhiệm vụ" về CCHC và xã, thị trấn có Chỉ số điểm '
        "thành phần lĩnh vực Cải cách thủ tục hành chính, lĩnh vực xây dựng và phát triển chính quyền điện tử, chính "
        "quyền số đạt dưới 75% số điểm tối đa",
        cam_giang,
    )
    assert found.units == ()
    assert [each.reason for each in found.unresolved] == [Why.CONDITIONAL, Why.CONDITIONAL]
    assert all(codes(each.candidates) == COMMUNES for each in found.unresolved)
    assert found.unresolved[1].text.endswith("đạt dưới 75% số điểm tối đa")


def test_marks_tell_two_communes_apart_and_words_without_marks_ask(office_on):
    after = office_on("cam-giang-2023", date(2025, 8, 1))
    assert codes(resolve("UBND xã Cẩm Giàng", after).units) == ["CAM-GIANG-2"]
    assert codes(resolve("UBND xã Cẩm Giang", after).units) == ["CAM-GIANG-1"]
    asked = resolve("xa cam giang", after).unresolved
    assert [(each.reason, sorted(codes(each.candidates))) for each in asked] == [
        (Why.AMBIGUOUS, ["CAM-GIANG-1", "CAM-GIANG-2"])
    ]


def test_a_unit_that_does_not_exist_yet_is_not_meant(cam_giang):
    assert [each.reason for each in resolve("UBND xã Cẩm Giàng", cam_giang).unresolved] == [Why.NOT_A_UNIT]


def test_an_ended_unit_goes_to_its_one_successor_and_asks_where_there_are_several(office_on):
    after = office_on("cam-giang-2023", date(2025, 8, 1))
    assert codes(resolve("UBND xã Cẩm Đông", after).units) == ["MAO-DIEN"]
    split = resolve("UBND thị trấn Lai Cách", after)
    assert split.units == ()
    assert [(each.reason, codes(each.candidates)) for each in split.unresolved] == [
        (Why.ENDED, ["VIET-HOA", "TU-MINH"])
    ]
    assert [each.reason for each in resolve("Phòng Nội vụ huyện", after).unresolved] == [Why.ENDED]
    assert [each.reason for each in resolve("UBND các xã, thị trấn", after).unresolved] == [Why.ENDED]


def test_units_of_two_places_never_mix(office_on):
    day = date(2023, 4, 3)
    assert codes(resolve("thị trấn An Lão", office_on("an-lao-hai-phong-2023", day)).units) == ["11629"]
    assert codes(resolve("thị trấn An Lão", office_on("an-lao-binh-dinh-2023", day)).units) == ["21609"]
    assert codes(resolve("Phòng Dân tộc", office_on("an-lao-binh-dinh-2023", day)).units) == ["PDT"]
    assert resolve("Phòng Dân tộc", office_on("an-lao-hai-phong-2023", day)).units == ()


def test_a_commune_office_reads_its_own_level(office_on):
    commune = office_on("xa-2025", date(2025, 8, 1))
    found = resolve(
        "Trưởng các phòng chuyên môn; Giám đốc Trung tâm Phục vụ hành chính công; Công an xã", commune, level="xã"
    )
    assert codes(found.units) == ["VP", "PKT", "PVHXH", "TTPVHCC", "CA"]
    villages = resolve("Trưởng thôn, tổ trưởng tổ dân phố", commune, level="xã")
    assert [each.reason for each in villages.unresolved] == [Why.VAGUE]


def test_two_units_of_one_name_are_not_chosen_between():
    twins = (
        Unit("A", "UBND xã An Quang", kind=UnitKind.COMMUNE, id=1),
        Unit("B", "UBND xã An Quang", kind=UnitKind.COMMUNE, id=2),
    )
    found = resolve("UBND xã An Quang", Directory(twins, (), (), (), date(2023, 4, 3)))
    assert found.units == ()
    assert [(each.reason, codes(each.candidates)) for each in found.unresolved] == [(Why.AMBIGUOUS, ["A", "B"])]


@pytest.mark.parametrize("phrase", ["", "   ", ";;", "(", "các", "và, ;"])
def test_nothing_written_means_nobody(cam_giang, phrase):
    found = resolve(phrase, cam_giang)
    assert (found.units, found.unresolved) == ((), ())


PIECES = (
    [phrase for phrase, *_ in RESOLVED] + [phrase for phrase, *_ in UNRESOLVED] + ["(", ")", "trừ", "qua", ":", ","]
)


@given(st.lists(st.sampled_from(PIECES), max_size=5))
def test_a_unit_is_given_work_once_and_never_when_it_is_excepted(cam_giang, pieces):
    found = resolve("; ".join(pieces), cam_giang)
    assert len(set(found.units)) == len(found.units)
    assert not set(found.units) & set(found.excluded)
    assert all(unit.is_valid(cam_giang.day) for unit in found.units)


@given(st.lists(st.sampled_from([phrase for phrase, *_ in RESOLVED]), min_size=1, max_size=4))
def test_a_list_means_what_its_parts_mean(cam_giang, pieces):
    whole = resolve("; ".join(pieces), cam_giang)
    parts = [unit for piece in pieces for unit in resolve(piece, cam_giang).units]
    assert list(whole.units) == list(dict.fromkeys(parts))


@given(st.text(alphabet="UBND xãtrừqua(),;: CẩmĐông PhòngNội vụ\n&-", max_size=60))
def test_no_phrase_is_too_odd(cam_giang, phrase):
    found = resolve(phrase, cam_giang)
    assert all(each.text for each in found.unresolved)
