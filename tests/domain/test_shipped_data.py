"""The data an office begins with: DOMAIN 3.5 (types), 8.2 (days off), 9.1 (communes), 7.2 (successors)."""

from collections import Counter
from dataclasses import fields
from datetime import date, timedelta

import pytest

from district_desk.domain.office import Office
from district_desk.domain.units import UnitKind

PROFILES = ["cam-giang-2023", "an-lao-hai-phong-2023", "an-lao-binh-dinh-2023", "xa-2025", "trong"]
COMMUNES = {
    "cam-giang-2023": {
        "10888": "Cẩm Giang", "10891": "Lai Cách", "10894": "Cẩm Hưng", "10897": "Cẩm Hoàng", "10900": "Cẩm Văn",
        "10903": "Ngọc Liên", "10906": "Thạch Lỗi", "10909": "Cẩm Vũ", "10912": "Đức Chính", "10918": "Định Sơn",
        "10924": "Lương Điền", "10927": "Cao An", "10930": "Tân Trường", "10933": "Cẩm Phúc", "10936": "Cẩm Điền",
        "10939": "Cẩm Đông", "10942": "Cẩm Đoài",
    },
    "an-lao-hai-phong-2023": {
        "11629": "An Lão", "11656": "Trường Sơn", "11632": "Bát Trang", "11635": "Trường Thọ", "11638": "Trường Thành",
        "11641": "An Tiến", "11644": "Quang Hưng", "11647": "Quang Trung", "11650": "Quốc Tuấn", "11653": "An Thắng",
        "11659": "Tân Dân", "11662": "Thái Sơn", "11665": "Tân Viên", "11668": "Mỹ Đức", "11671": "Chiến Thắng",
        "11674": "An Thọ", "11677": "An Thái",
    },
    "an-lao-binh-dinh-2023": {
        "21609": "An Lão", "21610": "An Hưng", "21613": "An Trung", "21616": "An Dũng", "21619": "An Vinh",
        "21622": "An Toàn", "21625": "An Tân", "21628": "An Hòa", "21631": "An Quang", "21634": "An Nghĩa",
    },
}  # fmt: skip
DAYS_OFF = {
    2023: "2/1 20/1 23/1 24/1 25/1 26/1 1/5 2/5 3/5 1/9 4/9",
    2024: "1/1 8/2 9/2 12/2 13/2 14/2 18/4 29/4 30/4 1/5 2/9 3/9",
    2025: "1/1 27/1 28/1 29/1 30/1 31/1 7/4 30/4 1/5 2/5 1/9 2/9",
    2026: "1/1 2/1 16/2 17/2 18/2 19/2 20/2 27/4 30/4 1/5 31/8 1/9 2/9 24/11",
}
WORKED = {2024: "4/5", 2025: "26/4", 2026: "10/1 22/8"}


def days_of(year, written):
    return {date(year, int(month), int(day)) for day, month in (part.split("/") for part in written.split())}


@pytest.mark.parametrize("profile", PROFILES)
def test_a_profile_names_itself_and_sets_only_what_an_office_has(resources, profile):
    table = resources(f"profiles/{profile}.toml")
    assert table["name"] == profile
    assert table["title"]
    assert set(table["office"]) <= {field.name for field in fields(Office)}


@pytest.mark.parametrize("profile", PROFILES)
def test_codes_are_unique_and_everything_named_exists(resources, profile):
    table = resources(f"profiles/{profile}.toml")
    for kind in ("unit", "group", "assigning_level"):
        doubled = [code for code, times in Counter(line["code"] for line in table.get(kind, ())).items() if times > 1]
        assert not doubled, f"{kind}: {doubled}"
    codes = {line["code"] for line in table.get("unit", ())}
    for group in table.get("group", ()):
        assert set(group["members"]) <= codes, group["code"]
        assert len(set(group["members"])) == len(group["members"])
    assert all({line["of"], line["by"]} <= codes for line in table.get("successor", ()))
    assert table["office"].get("bureau_unit", "") in codes | {""}
    assert all(line["kind"] in set(UnitKind) for line in table.get("unit", ()))


@pytest.mark.parametrize("profile", COMMUNES)
def test_a_district_has_its_communes_under_the_codes_of_the_statistics_office(resources, profile):
    units = {unit["code"]: unit for unit in resources(f"profiles/{profile}.toml")["unit"]}
    group = next(line for line in resources(f"profiles/{profile}.toml")["group"] if line["code"] == "XTT")
    assert {code: units[code]["short_name"] for code in group["members"]} == COMMUNES[profile]
    assert all(units[code]["valid_to"] == date(2025, 6, 30) for code in group["members"])
    townships = {code for code in group["members"] if units[code]["kind"] == "township"}
    assert townships == set(list(COMMUNES[profile])[: 1 if profile == "an-lao-binh-dinh-2023" else 2])


def test_only_an_lao_in_binh_dinh_has_a_room_for_ethnic_affairs(resources):
    with_room = [name for name in COMMUNES if "PDT" in {u["code"] for u in resources(f"profiles/{name}.toml")["unit"]}]
    assert with_room == ["an-lao-binh-dinh-2023"]


def test_no_person_is_invented(resources):
    people = [person["name"] for name in PROFILES for person in resources(f"profiles/{name}.toml").get("person", ())]
    assert people == ["Trần Văn Quyết", "Ngô Thị Thanh Thủy"]


def test_the_decree_s_twenty_seven_types_and_three_copies_have_their_abbreviations(resources):
    printed = {line["name"]: line.get("abbreviation", "") for line in resources("document-types.toml")["document_type"]}
    decree = [
        "NQ",
        "QĐ",
        "CT",
        "QC",
        "QyĐ",
        "TC",
        "TB",
        "HD",
        "CTr",
        "KH",
        "PA",
        "ĐA",
        "DA",
        "BC",
        "BB",
        "TTr",
        "HĐ",
        "CĐ",
        "BGN",
        "BTT",
        "GUQ",
        "GM",
        "GGT",
        "GNP",
        "PG",
        "PC",
        "PB",
        "SY",
        "TrS",
        "SL",
    ]
    assert [short for short in printed.values() if short][:30] == decree
    assert printed["Công văn"] == ""
    assert printed["Thư công"] == ""
    assert printed["Công điện"] == "CĐ"
    assert printed["Giấy ủy quyền"] == "GUQ"


def test_codes_of_types_and_levels_are_unique(resources):
    for name, kind in (("document-types.toml", "document_type"), ("assigning-levels.toml", "assigning_level")):
        codes = [line["code"] for line in resources(name)[kind]]
        assert len(codes) == len(set(codes))


def test_every_profile_has_the_same_codes_of_levels_where_the_level_exists(resources):
    shared = {line["code"] for line in resources("assigning-levels.toml")["assigning_level"]}
    for name in PROFILES:
        assert {line["code"] for line in resources(f"profiles/{name}.toml").get("assigning_level", ())} <= shared | {
            "DU"
        }


@pytest.mark.parametrize("year", DAYS_OFF)
def test_the_days_off_of_a_year_are_those_announced(resources, year):
    lines = [line for line in resources("days-off.toml")["day"] if line["day"].year == year]
    assert {line["day"] for line in lines if line["kind"] == "off"} == days_of(year, DAYS_OFF[year])
    assert {line["day"] for line in lines if line["kind"] == "worked"} == days_of(year, WORKED.get(year, ""))
    assert all(line["reason"] for line in lines)


def test_days_off_are_weekdays_and_worked_days_are_saturdays(resources):
    for line in resources("days-off.toml")["day"]:
        assert (line["day"].weekday() < 5) == (line["kind"] == "off"), line["day"]


def test_a_year_not_announced_has_no_guessed_day_and_is_not_confirmed(resources, calendar):
    table = resources("days-off.toml")
    assert {line["year"]: line["confirmed"] for line in table["year"]} == {
        2023: True, 2024: True, 2025: True, 2026: True, 2027: False,
    }  # fmt: skip
    assert not [line for line in table["day"] if line["day"].year == 2027]
    assert calendar.knows(date(2026, 12, 31))
    assert not calendar.knows(date(2027, 1, 4))
    assert all(line.get("basis") for line in table["year"] if line["confirmed"])


def test_the_demo_names_texts_and_units_that_exist_and_goes_forward_in_time(resources, shipped_folder):
    demo = resources("demo/demo.toml")
    profile = resources(f"profiles/{demo['profile']}.toml")
    codes = {unit["code"] for unit in profile["unit"]}
    groups = {group["code"] for group in profile["group"]}
    days = [document["on"] for document in demo["document"]]
    assert days == sorted(days)
    for document in demo["document"]:
        if "file" in document:
            assert "VÍ DỤ" in (shipped_folder / "demo" / document["file"]).read_text("utf-8")
        for line in (*document.get("given", ()), *document.get("result", ())):
            assert set(line.get("units", ())) <= codes
            assert line.get("group", "XTT") in groups
        assert all(document["on"] <= line["on"] <= demo["as_of"] for line in document.get("result", ()))


def test_successors_take_over_on_the_day_after_the_district_ends(resources):
    for name in COMMUNES:
        for line in resources(f"profiles/{name}.toml")["successor"]:
            assert line["on"] == date(2025, 6, 30) + timedelta(days=1)
