"""Vietnamese text: one form, one folding, one order."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from district_desk.domain.vietnamese import collapse, fold, given_name_key, nfc, same_spelling, sort_key

VIETNAMESE = st.text(
    alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ ĐẤƯ019"
)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Đôn ĐỐC", "don doc"),
        ("Cẩm Giàng", "cam giang"),
        ("Cẩm Giang", "cam giang"),
        ("ỦY BAN NHÂN DÂN", "uy ban nhan dan"),
        ("Nguyễn Thị Thường", "nguyen thi thuong"),
        ("04/CT-UBND", "04/ct-ubnd"),
    ],
)
def test_search_sees_no_marks_and_no_barred_d(written, folded):
    assert fold(written) == folded
    assert fold(unicodedata.normalize("NFD", written)) == folded


@given(VIETNAMESE)
def test_folding_again_changes_nothing_and_keeps_the_length_of_composed_text(text):
    assert fold(fold(text)) == fold(text)
    assert len(fold(text)) == len(nfc(text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UỶ BAN", "Ủy ban"),
        ("HOÀ BÌNH", "Hòa  Bình"),
        ("khoẻ", "khỏe"),
        ("Thuỷ", "Thủy"),
        ("Ngô Thị Thanh Thuý", "ngô thị thanh thúy"),
    ],
)
def test_old_and_new_places_of_the_tone_are_one_spelling(one, other):
    assert same_spelling(one) == same_spelling(other)


@pytest.mark.parametrize("word", ["quý", "quỳ", "hoàn", "hoàng", "toán", "ngoài", "khoảng"])
def test_words_whose_tone_has_one_place_only_stay(word):
    assert same_spelling(word) == word


@given(VIETNAMESE)
def test_the_one_spelling_keeps_the_letters(text):
    assert fold(same_spelling(text)) == fold(collapse(text))


def test_lists_stand_in_the_vietnamese_order():
    names = ["Ăn", "An", "Ân", "Đào", "Dao", "Êm", "Em", "Oanh", "Ông", "Ơn", "Ưng", "Ung"]
    assert sorted(names, key=sort_key) == [
        "An", "Ăn", "Ân", "Dao", "Đào", "Em", "Êm", "Oanh", "Ông", "Ơn", "Ung", "Ưng",
    ]  # fmt: skip


def test_tones_order_only_words_of_the_same_letters():
    assert sorted(["mạ", "má", "ma", "mã", "mả", "mà", "man"], key=sort_key) == [
        "ma", "mà", "mả", "mã", "má", "mạ", "man",
    ]  # fmt: skip


def test_numbers_in_names_count():
    assert sorted(["Tổ 10", "Tổ 2", "Tổ 1"], key=sort_key) == ["Tổ 1", "Tổ 2", "Tổ 10"]


def test_people_stand_by_given_name():
    people = ["Trần Văn An", "Lê Thị Bình", "Đỗ Văn An", ""]
    assert sorted(people, key=given_name_key) == ["", "Đỗ Văn An", "Trần Văn An", "Lê Thị Bình"]


@given(VIETNAMESE, VIETNAMESE)
def test_order_is_blind_to_the_form_of_the_letters(one, other):
    apart = [unicodedata.normalize("NFD", text) for text in (one, other)]
    assert (sort_key(one) < sort_key(other)) == (sort_key(apart[0]) < sort_key(apart[1]))


def test_what_is_no_character_becomes_a_question_mark_and_keeps_the_length():
    assert nfc("v\udce9 t\ud83dbản") == "v? t?bản"
    assert nfc("v\udce9").encode() == b"v?"
