"""The registers, measured on the page: Decree 30/2020, Appendix IV.VI and IV.VIII."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from paper_measures import printed

from district_desk.prints.builders import build

LEFT, RIGHT = 30.0, 282.0


@pytest.fixture
def thick_book(book):
    lines = [
        replace(book.lines[place % 4], arrival=str(place + 1), arrived=date(2023, 1, 3) + timedelta(days=place))
        for place in range(120)
    ]
    return replace(book, lines=tuple(lines), first_number="1", last_number="120")


def test_cover_and_first_page_say_the_same_in_the_words_of_the_decree(register_form, book):
    cover, first, *_ = printed(build(register_form, book))
    assert cover.text == first.text
    assert cover.text.split("\n") == [
        "UBND HUYỆN VÍ DỤ", "VĂN PHÒNG HĐND VÀ UBND", "SỔ ĐĂNG KÝ VĂN BẢN ĐẾN", "Năm: 2023",
        "Từ ngày 30/3/2023 đến ngày 31/3/2023", "Từ số 409 đến số 412", "Quyển số: 01",
    ]  # fmt: skip


def test_the_cover_of_the_follow_up_register_names_no_numbers(follow_up_form, follow_up_book):
    cover, *_ = printed(build(follow_up_form, follow_up_book))
    assert "SỔ THEO DÕI GIẢI QUYẾT VĂN BẢN ĐẾN" in cover.text
    assert "Từ ngày" in cover.text
    assert "Từ số" not in cover.text


def test_registers_lie_and_their_ten_columns_stretch_over_the_text_width(register_form, book):
    page = printed(build(register_form, book))[2]
    assert (page.width, page.height) == pytest.approx((297, 210), abs=0.1)
    widths = [b - a for a, b in zip(page.uprights, page.uprights[1:], strict=False)]
    assert widths == pytest.approx([column.width * 252 / 175 for column in register_form.columns], abs=0.15)
    assert page.uprights[0] == pytest.approx(LEFT, abs=0.15)
    assert page.uprights[-1] == pytest.approx(RIGHT, abs=0.15)


def test_headings_and_the_numbering_row_come_again_on_every_page(register_form, thick_book):
    pages = printed(build(register_form, thick_book))[2:]
    assert len(pages) > 10
    for page in pages:
        assert "Ngày đến" in " ".join(page.text.split())
        assert all(f"({place})" in page.text for place in range(1, 11))


def test_pages_after_the_first_are_numbered_from_two_and_the_cover_does_not_count(register_form, thick_book):
    cover, first, *pages = printed(build(register_form, thick_book))
    assert all(words.baseline > 20 for page in (cover, first) for words in page.words)
    for number, page in enumerate(pages, 2):
        assert min(page.words, key=lambda words: words.baseline).text == str(number)


def test_every_row_is_printed_once_and_stays_on_one_page(register_form, thick_book):
    pages = printed(build(register_form, thick_book))[2:]
    second = register_form.columns[0].width * 252 / 175 + LEFT
    found = [
        words.text for page in pages for words in page.words
        if second < words.left < second + 18 and words.text.isdigit() and words.baseline > 20
    ]  # fmt: skip
    assert found == [str(number) for number in range(1, 121)]
    for page in pages:
        assert max(stroke.y1 for stroke in page.strokes) <= 190.1


def test_the_column_for_the_signature_is_blank(register_form, book):
    page = printed(build(register_form, book))[2]
    left, right = page.uprights[8], page.uprights[9]
    inside = [words.text for words in page.words if left < words.left < right]
    assert inside == ["Ký nhận", "(9)"]


def test_a_document_number_breaks_after_a_stroke_or_a_dash_and_nowhere_else(register_form, book):
    lines = tuple(replace(book.lines[0], notation=notation) for notation in ("2121/UBND-NCKSTTHC", "280/CĐ-TTg"))
    page = printed(build(register_form, replace(book, lines=lines)))[2]
    left, right = page.uprights[3], page.uprights[4]
    inside = [words.text for words in page.words if left < words.left < right][2:]
    assert inside[-3:] == ["2121/UBND-", "NCKSTTHC", "280/CĐ-TTg"]


def test_an_empty_register_says_so_in_one_row_under_its_headings(register_form, book):
    pages = printed(build(register_form, replace(book, lines=())))
    assert len(pages) == 3
    assert "Không có văn bản đến nào được đăng ký trong khoảng này." in pages[2].text
    assert "(10)" in pages[2].text


def test_the_follow_up_register_names_the_day_on_which_progress_was_read(follow_up_form, follow_up_book):
    page = printed(build(follow_up_form, follow_up_book))[2]
    assert page.find("Tính đến ngày 03/4/2023").baseline < page.find("Số đến").baseline
