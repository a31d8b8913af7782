"""How an office names the place of an item (DOMAIN 2.9)."""

import pytest

from district_desk.domain.due import DueKind, DueRule
from district_desk.domain.items import Item, is_leaf, place_in_words
from district_desk.domain.reading import ItemKind


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("1", "mục 1"),
        ("1.a", "mục 1, điểm a"),
        ("2.đ", "mục 2, điểm đ"),
        ("1.-3", "gạch đầu dòng thứ 3 mục 1"),
        ("-2", "gạch đầu dòng thứ 2"),
        ("3.¶2", "đoạn 2 mục 3"),
        ("2.đ.¶2", "đoạn 2 mục 2, điểm đ"),
        ("¶3", "đoạn 3"),
        ("II", "mục II"),
        ("II.1.1.a", "mục II.1.1, điểm a"),
        ("II.1.2.a.-1", "gạch đầu dòng thứ 1 mục II.1.2, điểm a"),
        ("1.-2.+1", "dấu cộng thứ 1 gạch đầu dòng thứ 2 mục 1"),
        ("Điều 2", "Điều 2"),
        ("Điều 2.1", "Điều 2, khoản 1"),
        ("Điều 2.1.a", "Điều 2, khoản 1, điểm a"),
        ("PL.3", "phụ lục, mục 3"),
        ("", ""),
    ],
)
def test_a_path_is_said_in_words(path, words):
    assert place_in_words(path) == words


def test_the_paragraph_that_closes_a_document_is_the_last_one():
    assert place_in_words("¶1", ItemKind.CLOSING) == "đoạn cuối"
    assert place_in_words("3.¶1", ItemKind.CLOSING) == "đoạn 1 mục 3"


def test_a_leaf_is_nobody_s_parent():
    parents = [None, 0, 0, None]
    assert [is_leaf(index, parents) for index in range(4)] == [False, True, True, True]


def test_the_rule_of_an_item_is_the_one_it_stores():
    rule = DueRule(DueKind.WORKING_DAYS, count=5)
    assert Item(1, rule=rule.to_text()).due_rule == rule
    assert Item(1).due_rule == DueRule()
