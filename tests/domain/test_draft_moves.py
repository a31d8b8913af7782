"""The clerk's moves on a draft: no word is lost, the order stays, and the tree is always a tree."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from district_desk.domain import draft_moves as moves
from district_desk.domain.assignments import Role
from district_desk.domain.directives import Directive
from district_desk.domain.drafts import Draft, DraftItem, DraftLine
from district_desk.domain.items import Item
from district_desk.domain.reading import ItemKind, Span

SENTENCES = [
    "Rà soát hồ sơ quá hạn.",
    "Báo cáo UBND huyện (qua Phòng Nội vụ) trước ngày 10 tháng 4 năm 2023.",
    "Thường xuyên kiểm tra; kịp thời chấn chỉnh.",
    "Phòng Nội vụ theo dõi, đôn đốc.",
    "Định kỳ hằng quý gửi báo cáo.",
]


def draft_of(*rows, issued=date(2023, 3, 30)):
    """A draft from (level, label, text) rows; keys count from 1, and the source text is the rows' own."""
    text, items, chain = "", [], []
    for position, (level, label, words) in enumerate(rows):
        del chain[level:]
        parent = items[chain[-1] - 1] if chain else None
        path = f"{parent.item.path}.{label}" if parent else label
        start = len(text)
        text += words + "\n"
        item = Item(1, path, label, words, position=position, span_start=start, span_end=start + len(words))
        items.append(DraftItem(position + 1, item, parent.key if parent else 0))
        chain.append(position + 1)
    return Draft(Directive(issued=issued), tuple(items), text=text)


@st.composite
def drafts(draw):
    rows, level = [], 0
    for number in range(draw(st.integers(1, 9))):
        level = draw(st.integers(0, min(level + 1, 4))) if rows else 0
        label = draw(st.sampled_from(["a", "b", "đ", "-1", "-2", "¶1", str(number + 1)]))
        rows.append((level, label, " ".join(draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3)))))
    draft = draft_of(*rows)
    lines = draw(
        st.lists(
            st.builds(DraftLine, st.integers(1, 5), st.sampled_from(Role)), max_size=3, unique_by=lambda x: x.unit_id
        )
    )
    return moves.set_lines(draft, [draw(st.sampled_from(draft.items)).key], lines)


def words_of(draft):
    return "".join("".join(each.item.text.split()) for each in draft.items)


def assert_is_a_tree(draft):
    keys = [each.key for each in draft.items]
    assert len(set(keys)) == len(keys)
    assert all(key > 0 for key in keys)
    chain = []
    for each, level in zip(draft.items, moves.levels(draft), strict=True):
        assert level <= len(chain), "a parent stands before its children"
        del chain[level:]
        assert each.parent == (chain[-1] if chain else 0)
        chain.append(each.key)
    assert [each.item.position for each in draft.items] == list(range(len(draft.items)))


MOVES = {
    "merge": lambda draft, key, _: moves.merge_with_previous(draft, key),
    "split": moves.split,
    "sentences": lambda draft, key, _: moves.split_at_sentences(draft, key),
    "lift": lambda draft, key, _: moves.lift(draft, key),
    "lower": lambda draft, key, _: moves.lower(draft, key),
}


@given(
    drafts(), st.lists(st.tuples(st.sampled_from(sorted(MOVES)), st.integers(0, 12), st.integers(-3, 160)), max_size=8)
)
def test_no_row_of_moves_loses_a_word_or_breaks_the_tree(draft, chosen):
    before = words_of(draft)
    for name, key, number in chosen:
        draft = MOVES[name](draft, key, number)
        assert_is_a_tree(draft)
        assert words_of(draft) == before


@given(drafts(), st.integers(1, 9), st.integers(1, 120))
def test_what_was_split_merges_back_into_what_it_was(draft, key, offset):
    parted = moves.split(draft, key, offset)
    if len(parted.items) == len(draft.items):
        return
    whole = moves.merge_with_previous(parted, parted.items[[e.key for e in parted.items].index(key) + 1].key)
    assert [each.item.text.split() for each in whole.items] != []
    assert words_of(whole) == words_of(draft)
    assert [(each.key, each.parent, each.lines) for each in whole.items] == [
        (each.key, each.parent, each.lines) for each in draft.items
    ]
    assert [(each.item.span_start, each.item.span_end) for each in whole.items] == [
        (each.item.span_start, each.item.span_end) for each in draft.items
    ]


@given(drafts(), st.sets(st.integers(1, 9)))
def test_removing_takes_those_items_and_no_other(draft, keys):
    left = moves.remove(draft, keys)
    assert [each.key for each in left.items] == [each.key for each in draft.items if each.key not in keys]
    assert {each.key: each.item.text for each in left.items}.items() <= {
        e.key: e.item.text for e in draft.items
    }.items()
    assert_is_a_tree(left)


@given(drafts(), st.integers(0, 400), st.integers(1, 80))
def test_a_selection_becomes_an_item_at_its_place(draft, start, length):
    made = moves.add_selection(draft, Span(start, start + length))
    assert_is_a_tree(made)
    new = [each for each in made.items if each.key not in {old.key for old in draft.items}]
    if draft.text[start : start + length].strip():
        (one,) = new
        assert draft.text[one.item.span_start : one.item.span_end] == one.item.text
        assert one.item.path not in {old.item.path for old in draft.items}
    else:
        assert made == draft


@given(drafts(), st.integers(1, 9))
def test_lowering_and_lifting_again_keeps_every_parent_where_nothing_followed(draft, key):
    lowered = moves.lower(draft, key)
    if lowered == draft:
        return
    again = moves.lift(lowered, key)
    depth = dict(zip((e.key for e in draft.items), moves.levels(draft), strict=True))
    assert dict(zip((e.key for e in again.items), moves.levels(again), strict=True))[key] == depth[key]


DIRECTIVE = draft_of(
    (0, "1", "1. Các cơ quan, đơn vị:"),
    (1, "a", "a) Rà soát hồ sơ quá hạn."),
    (1, "đ", "đ) Phối hợp giải quyết hồ sơ; định kỳ hằng quý báo cáo UBND huyện."),
    (0, "2", "2. Phòng Nội vụ báo cáo trước ngày 10/4/2023."),
)


def labels_and_paths(draft):
    return [(each.item.label, each.item.path) for each in draft.items]


def test_a_lifted_item_keeps_its_label_and_gets_the_path_of_its_new_place():
    lifted = moves.lift(DIRECTIVE, 2)
    assert labels_and_paths(lifted) == [("1", "1"), ("a", "a"), ("đ", "a.đ"), ("2", "2")]


def test_a_lowered_item_takes_what_stands_below_it_along():
    lowered = moves.lower(draft_of((0, "1", "Một."), (0, "2", "Hai."), (1, "a", "Ba.")), 2)
    assert labels_and_paths(lowered) == [("1", "1"), ("2", "1.2"), ("a", "1.2.a")]


def test_the_first_item_and_one_already_below_cannot_be_lowered_nor_a_top_one_lifted():
    assert moves.lower(DIRECTIVE, 1) == DIRECTIVE
    assert moves.lower(DIRECTIVE, 2) == DIRECTIVE
    assert moves.lift(DIRECTIVE, 4) == DIRECTIVE


def test_two_dashes_under_one_parent_never_get_one_path():
    draft = draft_of((0, "1", "Một."), (1, "2", "Hai."), (2, "-1", "Ba."), (1, "-1", "Bốn."))
    assert labels_and_paths(moves.remove(draft, {2})) == [("1", "1"), ("-1", "1.-2"), ("-1", "1.-1")]


def test_what_stood_below_a_removed_item_goes_up():
    draft = draft_of((0, "1", "Một."), (0, "2", "Hai."), (1, "a", "Ba."))
    assert labels_and_paths(moves.remove(draft, {2})) == [("1", "1"), ("a", "a")]


def test_splitting_gives_each_part_what_is_written_in_it():
    text = DIRECTIVE.items[2].item.text
    draft = moves.set_phrase(DIRECTIVE, [3], "định kỳ hằng quý")
    draft = moves.give(draft, [3], [7])
    parted = moves.split(draft, 3, text.index("định kỳ"))
    first, second = parted.items[2], parted.items[3]
    assert (first.item.text, second.item.text) == (
        "đ) Phối hợp giải quyết hồ sơ;", "định kỳ hằng quý báo cáo UBND huyện.",
    )  # fmt: skip
    assert (first.item.phrase, second.item.phrase) == ("", "định kỳ hằng quý")
    assert (first.item.path, second.item.path) == ("1.đ", "1.đ.¶2")
    assert first.lines == second.lines == (DraftLine(7),)
    assert parted.text[second.item.span_start : second.item.span_end] == second.item.text


def test_what_stood_below_a_split_item_follows_its_second_part():
    draft = draft_of((0, "1", "Rà soát hồ sơ. Các đơn vị:"), (1, "a", "Báo cáo."))
    parted = moves.split_at_sentences(draft, 1)
    assert [(each.item.text, each.parent) for each in parted.items] == [
        ("Rà soát hồ sơ.", 0), ("Các đơn vị:", 0), ("Báo cáo.", 3),
    ]  # fmt: skip


@pytest.mark.parametrize("offset", [-1, 0, 10_000])
def test_there_is_no_splitting_outside_the_text(offset):
    assert moves.split(DIRECTIVE, 3, offset) == DIRECTIVE


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Rà soát hồ sơ. Báo cáo UBND huyện.", 2),
        ("Kiểm tra; chấn chỉnh; báo cáo.", 3),
        ("Gửi UBND TP. Hải Phòng trước ngày 10.4.2023.", 1),
        ("a) Thực hiện Nghị định số 107/2021/NĐ-CP. Kịp thời kiện toàn.", 2),
        ("Một câu", 1),
        ("", 0),
    ],
)
def test_sentences_end_where_sentences_end(text, count):
    assert len(moves.sentence_starts(text)) == count


def test_a_task_merged_into_a_heading_stays_a_task_with_its_limit_and_its_units():
    draft = moves.set_kind(DIRECTIVE, [1], ItemKind.HEADING)
    draft = moves.set_phrase(moves.give(draft, [2], [4, 5]), [2], "trước ngày 10/4/2023")
    one = moves.merge_with_previous(draft, 2).items[0]
    assert one.item.kind is ItemKind.TASK
    assert one.item.phrase == "trước ngày 10/4/2023"
    assert [line.unit_id for line in one.lines] == [4, 5]


def test_the_first_item_has_nothing_to_merge_with():
    assert moves.merge_with_previous(DIRECTIVE, 1) == DIRECTIVE


def test_a_limit_set_on_many_items_is_read_anew_and_the_old_day_is_forgotten():
    draft = moves.set_phrase(moves.set_due(DIRECTIVE, [2, 3], date(2023, 5, 1)), [2, 3], "  chậm nhất ngày 15/4 ")
    assert [
        (each.item.phrase, each.item.due_rule.code, each.item.due_rule.day, each.item.due) for each in draft.items[1:3]
    ] == [("chậm nhất ngày 15/4", "by", date(2023, 4, 15), None)] * 2
    assert draft.items[3] == DIRECTIVE.items[3]
    assert moves.set_phrase(draft, [2], "").items[1].item.rule == ""


def test_giving_again_changes_the_role_and_makes_no_second_line():
    draft = moves.give(DIRECTIVE, [2, 3], [7, 8])
    draft = moves.give(draft, [2], [8], Role.SUPPORT)
    assert draft.items[1].lines == (DraftLine(7), DraftLine(8, Role.SUPPORT))
    assert draft.items[2].lines == (DraftLine(7), DraftLine(8))
    assert moves.take_back(draft, [2, 3], [7]).items[2].lines == (DraftLine(8),)


def test_a_name_beside_a_unit_survives_a_change_of_role():
    draft = moves.set_lines(DIRECTIVE, [2], [DraftLine(7, Role.LEAD, "Trưởng phòng")])
    assert moves.give(draft, [2], [7], Role.SUPPORT).items[1].lines == (DraftLine(7, Role.SUPPORT, "Trưởng phòng"),)


def test_sentences_of_an_article_become_items_with_their_limits():
    text = "Bài viết. Phòng Nội vụ tổng hợp, báo cáo trước ngày 30/4/2023. Hết."
    article = Draft(Directive(issued=date(2023, 3, 30)), text=text)
    start = text.index("Phòng")
    made = moves.add_selection(article, Span(start - 1, text.index(" Hết")))
    assert [(each.item.path, each.item.text, each.item.phrase) for each in made.items] == [
        ("¶1", "Phòng Nội vụ tổng hợp, báo cáo trước ngày 30/4/2023.", "trước ngày 30/4/2023")
    ]
    more = moves.add_selection(made, Span(0, 9))
    assert [each.item.path for each in more.items] == ["¶2", "¶1"]


def test_words_that_a_person_dealt_with_are_no_longer_shown():
    item = DraftItem(1, Item(1, "1"), unresolved=("Sở Nội vụ", "cơ quan liên quan"))
    settled = moves.settle(Draft(Directive(), (item,)), 1, "Sở Nội vụ")
    assert settled.items[0].unresolved == ("cơ quan liên quan",)


@pytest.mark.parametrize("move", sorted(MOVES))
def test_an_item_that_is_gone_cannot_be_moved(move):
    assert MOVES[move](DIRECTIVE, 99, 3) == DIRECTIVE
