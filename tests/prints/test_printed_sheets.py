"""The assignment sheet and the slip, measured on the page against Decree 30/2020, Appendix I."""

from dataclasses import replace

import pytest
from paper_measures import printed

from district_desk.prints.builders import build

LEFT, RIGHT = 30.0, 195.0


@pytest.fixture
def page(sheet_form, sheet):
    (only,) = printed(build(sheet_form, sheet))
    return only


@pytest.fixture
def long_sheet(sheet):
    return replace(sheet, lines=sheet.lines * 6)


def test_the_country_and_its_motto_stand_in_the_right_column_in_their_sizes(page):
    country = page.find("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    motto = page.find("Độc lập - Tự do - Hạnh phúc")
    assert (country.size, country.font) == (12, "LiberationSerif-Bold")
    assert (motto.size, motto.font) == (13, "LiberationSerif-Bold")
    assert country.middle == pytest.approx(motto.middle, abs=0.1)
    assert country.middle == pytest.approx(LEFT + 66 + 99 / 2, abs=0.2)


def test_the_line_under_the_motto_is_as_long_as_the_motto(page):
    motto = page.find("Độc lập - Tự do - Hạnh phúc")
    rule = page.rule_under(motto)
    assert rule.length == pytest.approx(motto.right - motto.left, abs=0.2)
    assert rule.x0 == pytest.approx(motto.left, abs=0.15)


@pytest.mark.parametrize("text", ["VĂN PHÒNG HĐND VÀ UBND", "Thực hiện Chỉ thị"])
def test_the_line_under_the_issuing_body_and_under_the_subject_is_a_third_to_a_half_of_it(page, text):
    words = page.find(text)
    share = page.rule_under(words).length / (words.right - words.left)
    assert 1 / 3 <= share <= 1 / 2


def test_the_parent_body_is_not_bold_and_the_issuing_body_is(page):
    assert page.find("UBND HUYỆN VÍ DỤ").font == "LiberationSerif"
    assert page.find("VĂN PHÒNG HĐND VÀ UBND").font == "LiberationSerif-Bold"


def test_the_number_line_stands_level_with_place_and_date(sheet_form, sheet):
    numbered = replace(sheet, letterhead=replace(sheet.letterhead, number_line="Số: 57/PGV-VP"))
    (page,) = printed(build(sheet_form, numbered))
    number, place = page.find("Số: 57/PGV-VP"), page.find("Ví Dụ, ngày 31 tháng 3 năm 2023")
    assert number.baseline == pytest.approx(place.baseline, abs=0.05)
    assert place.font == "LiberationSerif-Italic"


def test_a_sheet_has_no_number_line_unless_the_office_numbers_its_sheets(page):
    assert "Số: " not in page.text


def test_body_text_fills_the_width_between_the_margins_and_its_first_line_is_indented(page):
    first, second = page.find("Căn cứ: "), page.find("huyện Ví Dụ về việc")
    assert first.left == pytest.approx(LEFT + 12.7, abs=0.05)
    assert second.left == pytest.approx(LEFT, abs=0.05)
    assert first.right == pytest.approx(RIGHT, abs=0.1)
    assert second.right == pytest.approx(RIGHT, abs=0.1)
    assert second.size == 14


def test_table_edges_are_the_edges_of_the_text_block_to_a_tenth_of_a_millimetre(page):
    half_line = 0.3 / 72 * 25.4
    assert page.uprights[0] - half_line == pytest.approx(LEFT, abs=0.1)
    assert page.uprights[-1] + half_line == pytest.approx(RIGHT, abs=0.1)


def test_the_columns_of_the_sheet_have_the_widths_of_the_form(page, sheet_form):
    widths = [b - a for a, b in zip(page.uprights, page.uprights[1:], strict=False)]
    assert widths == pytest.approx([column.width for column in sheet_form.columns], abs=0.1)


def test_places_and_the_date_that_matters_are_bold(page):
    assert page.find("Mục 3, đoạn 2.").font == "LiberationSerif-Bold"
    assert page.find("Trước ngày").font == "LiberationSerif-Bold"
    assert page.find("10/4/2023").font == "LiberationSerif-Bold"
    assert page.find("(ngày làm").font == "LiberationSerif"


def test_where_to_send_copies_is_level_with_the_authority_line(page):
    copies, authority = page.find("Nơi nhận:"), page.find("TL. CHỦ TỊCH")
    assert copies.baseline == pytest.approx(authority.baseline, abs=0.05)
    assert (copies.size, copies.font) == (12, "LiberationSerif-BoldItalic")
    assert copies.left == pytest.approx(LEFT, abs=0.05)
    assert page.find("- Lưu: VT, VP.").size == 11
    assert authority.middle > page.width / 2


def test_thirty_millimetres_are_left_for_hand_and_seal(page):
    assert page.find("Trần Thị Ví Dụ").baseline - page.find("CHÁNH VĂN PHÒNG").baseline >= 30


def test_two_sign_the_one_who_gives_and_the_unit_that_receives(page):
    assert page.find("NGƯỜI GIAO").baseline == pytest.approx(page.find("ĐƠN VỊ NHẬN").baseline, abs=0.05)
    assert page.find("NGƯỜI GIAO").left > page.find("ĐƠN VỊ NHẬN").right


def test_the_first_page_has_no_number_and_the_others_have_theirs_centred_in_the_top_margin(sheet_form, long_sheet):
    first, second, *_ = printed(build(sheet_form, long_sheet))
    assert min(words.baseline for words in first.words) > 20
    number = min(second.words, key=lambda words: words.baseline)
    assert number.text == "2"
    assert number.size == 13
    assert number.baseline < 20
    assert number.middle == pytest.approx((LEFT + RIGHT) / 2, abs=0.1)


def test_every_sheet_of_one_file_counts_its_own_pages(sheet_form, long_sheet):
    pages = printed(build(sheet_form, long_sheet), build(sheet_form, replace(long_sheet, unit="UBND xã Hai")))
    half = len(pages) // 2
    numbers = [page.words[-1].text if page.words[-1].baseline < 20 else "" for page in pages]
    assert len(pages) == 2 * half
    assert numbers[:half] == numbers[half:] == ["", *map(str, range(2, half + 1))]


def test_the_heading_of_the_table_comes_again_on_every_page_that_has_rows(sheet_form, long_sheet):
    for page in printed(build(sheet_form, long_sheet)):
        if "Mục 1, điểm a" in page.text:
            assert "Nội dung nhiệm vụ" in page.text


@pytest.mark.parametrize("count", range(1, 14))
def test_the_signatures_never_stand_alone_on_a_page(sheet_form, sheet, count):
    pages = printed(build(sheet_form, replace(sheet, lines=(sheet.lines * 4)[:count])))
    signed = pages[-1]
    above = [w for w in signed.words if 20 < w.baseline < signed.find("NGƯỜI GIAO").baseline - 1]
    assert len({round(words.baseline, 1) for words in above}) >= 2


@pytest.mark.parametrize("count", range(1, 14))
def test_nothing_is_drawn_outside_the_margins(sheet_form, sheet, count):
    for page in printed(build(sheet_form, replace(sheet, lines=(sheet.lines * 4)[:count]))):
        text = [words for words in page.words if words.baseline > 19]
        assert min(words.left for words in text) >= LEFT - 0.05
        assert max(words.right for words in text) <= RIGHT + 0.1
        assert max(words.baseline for words in text) <= page.height - 20


def test_the_slip_carries_the_words_of_the_decree_and_dots_for_what_is_not_recorded(slip_form, slip):
    (page,) = printed(build(slip_form, slip))
    text = " ".join(page.text.split())
    for words in (
        "1. Ý kiến của lãnh đạo cơ quan, tổ chức",
        "- Giao đơn vị, cá nhân chủ trì;",
        "- Giao các đơn vị, cá nhân tham gia phối hợp giải quyết văn bản đến (nếu có);",
        "- Thời hạn giải quyết đối với mỗi đơn vị, cá nhân (nếu có);",
        "- Ngày tháng cho ý kiến phân phối, giải quyết.",
        "2. Ý kiến của lãnh đạo đơn vị",
        "- Giao cho cá nhân; thời hạn giải quyết đối với cá nhân (nếu có);",
        "- Ngày, tháng, năm cho ý kiến.",
        "3. Ý kiến đề xuất của người giải quyết",
        "- Ý kiến đề xuất giải quyết văn bản đến của cá nhân;",
        "- Ngày, tháng, năm đề xuất ý kiến.",
    ):
        assert words in text
    dotted = [stroke for stroke in page.strokes if stroke.length > 160]
    assert len(dotted) == 8


def test_an_empty_slip_still_fits_one_page(slip_form, slip):
    empty = replace(slip, leads="", partners="", dues="", opinion="", leader="", opinion_on=None)
    (page,) = printed(build(slip_form, empty))
    assert len([stroke for stroke in page.strokes if stroke.length > 160]) == 12
