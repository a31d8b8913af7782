"""Numbers and symbols (DOMAIN 2.2 to 2.5)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from district_desk.domain.notation import Family, Notation, comparable, family_of, parse


@pytest.mark.parametrize(
    ("written", "number", "symbol", "family"),
    [
        ("04/CT-UBND", "04", "CT-UBND", Family.ADMINISTRATIVE),
        ("2121 /UBND-NCKSTTHC", "2121", "UBND-NCKSTTHC", Family.ADMINISTRATIVE),
        ("/UBND-NC", "", "UBND-NC", Family.ADMINISTRATIVE),
        ("012/CT-UBND", "012", "CT-UBND", Family.ADMINISTRATIVE),
        ("01814/QĐ-UBND", "01814", "QĐ-UBND", Family.ADMINISTRATIVE),
        ("968/CĐ-TTg", "968", "CĐ-TTg", Family.ADMINISTRATIVE),
        ("73/2023/NĐ-CP", "73", "2023/NĐ-CP", Family.NORMATIVE),
        ("57/2023/QĐ-UBND", "57", "2023/QĐ-UBND", Family.NORMATIVE),
        ("37-CT/TU", "37", "CT/TU", Family.PARTY),
        ("29-KL/TU", "29", "KL/TU", Family.PARTY),
        ("37-HD/BTGDVTW", "37", "HD/BTGDVTW", Family.PARTY),
        ("411a/UBND-VP", "411a", "UBND-VP", Family.ADMINISTRATIVE),
        ("345", "345", "", Family.ADMINISTRATIVE),
    ],
)
def test_each_family_is_read_as_written(written, number, symbol, family):
    assert parse(written) == Notation(number, symbol, family)


@pytest.mark.parametrize("written", ["", "Công văn", "ngày 04/5/2023", "UBND", "4 5/CT-UBND x"])
def test_what_is_no_number_gives_nothing(written):
    assert parse(written) is None


@pytest.mark.parametrize("written", ["04/CT-UBND", "73/2023/NĐ-CP", "37-CT/TU", "01814/QĐ-UBND"])
def test_a_notation_prints_as_it_was_written_and_its_family_shows_in_the_symbol(written):
    notation = parse(written)
    assert str(notation) == written
    assert family_of(notation.symbol) is notation.family


def test_a_blank_number_prints_as_dots():
    assert str(parse("/UBND-NC")) == "…/UBND-NC"


def test_numbers_are_text_but_sort_as_numbers():
    assert [parse(w).ordinal for w in ("012/CT-UBND", "01814/QĐ-UBND", "/UBND-VP", "411a/UBND-VP")] == [
        12,
        1814,
        0,
        411,
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("968/CD-TTg", "968/CĐ-TTg"),
        ("04/CT-UBND", "4/CT-UBND"),
        ("2121 /UBND-NC", "2121/ubnd-nc"),
        ("280/QD-TTg", "280/QĐ-TTg"),
    ],
)
def test_two_writings_of_one_document_compare_equal(one, other):
    assert comparable(one) == comparable(other)


@pytest.mark.parametrize(
    ("one", "other"), [("40/CT-UBND", "4/CT-UBND"), ("04/CT-UBND", "04/KH-UBND"), ("100/UBND", "1/UBND")]
)
def test_different_documents_compare_different(one, other):
    assert comparable(one) != comparable(other)


@given(
    st.integers(0, 99999),
    st.sampled_from(["CT-UBND", "QĐ-UBND", "UBND-NCKSTTHC", "2023/NĐ-CP", "CT/TU", "KL/TW", "TB-VPCP"]),
    st.sampled_from(["", " ", "  "]),
)
def test_stray_blanks_change_nothing(number, symbol, blank):
    whole = str(Notation(f"{number:02d}", symbol, family_of(symbol)))
    loose = whole.replace("/", f"{blank}/{blank}").replace("-", f"{blank}-{blank}")
    assert parse(loose) == parse(whole)
    assert parse(whole) is not None
