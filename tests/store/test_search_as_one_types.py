"""Search finds without marks and without đ, while a word is being typed, and puts what was typed exactly first."""

from dataclasses import replace
from datetime import date

import pytest

from district_desk.domain.changes import Entity
from district_desk.domain.directives import Directive, DocumentText
from district_desk.domain.listing import AssignmentFilter, DirectiveFilter
from district_desk.domain.problems import Stopped
from district_desk.store.searching import excerpt_of

TODAY = date(2023, 4, 5)


@pytest.fixture
def item(clerk):
    directive = clerk.directive("04", "CT-UBND", subject="V/v đẩy mạnh cải cách hành chính", signer="Trần Văn Quân")
    return clerk.item(directive, "Uỷ ban nhân dân các xã đôn đốc, kiểm tra Đảng viên", product="Báo cáo tháng")


@pytest.mark.parametrize(
    "words",
    [
        "don doc",
        "đôn đốc",
        "DON DOC",
        "đôn đô",
        "do",
        "d",
        "kiem tra dang vien",
        "ủy ban nhân",
        "uỷ ban",
        "bao cao thang",
    ],
)
def test_an_item_is_found_by(words, item, store):
    hits = store.reading().search(words)

    assert [(hit.entity, hit.record_id) for hit in hits if hit.entity is Entity.ITEM] == [(Entity.ITEM, item.id)]


@pytest.mark.parametrize(
    "words",
    ["04/CT-UBND", "4/CT-UBND", "04/ct", "ct-ubnd", "cai cach hanh chinh", "Cẩm Giàng", "12", "quan", "giang 04"],
)
def test_a_directive_is_found_by(words, item, store):
    hits = store.reading().search(words)

    assert [hit.record_id for hit in hits if hit.entity is Entity.DIRECTIVE] == [item.directive_id]


@pytest.mark.parametrize(
    "words", ["", "  ", '"', "-", "*", "AND", "NOT (", "don NEAR doc xyz", "^", "zzz", "kiem ta", "\x00"]
)
def test_signs_of_the_index_mean_nothing_and_find_nothing(words, item, store):
    assert store.reading().search(words) == []


def test_hits_with_the_typed_marks_come_first_then_the_newest(clerk, store):
    party, being, road = (clerk.directive(subject=text, issuer="") for text in ("Đảng bộ", "Đang làm", "Đảng viên"))

    hits = store.reading().search("đảng")
    assert [(hit.directive_id, hit.exact) for hit in hits] == [(road.id, True), (party.id, True), (being.id, False)]
    assert [hit.directive_id for hit in store.reading().search("dang")] == [road.id, being.id, party.id]
    assert [hit.directive_id for hit in store.reading().search("dang", limit=1)] == [road.id]


def test_within_a_directive_the_record_comes_first_then_its_items_in_order(clerk, store):
    directive = clerk.directive(subject="Rà soát")
    items = [clerk.item(directive, f"Rà soát {place}", position=place) for place in range(3)]

    assert [hit.record_id for hit in store.reading().search("ra soat")] == [directive.id, *(item.id for item in items)]


def test_a_text_is_a_hit_only_where_nothing_else_of_the_directive_is(clerk, store, item):
    with clerk.writing() as writing:
        writing.put(DocumentText(item.directive_id, "Căn cứ Nghị quyết; đôn đốc, kiểm tra"))

    assert [hit.entity for hit in store.reading().search("don doc")] == [Entity.ITEM]
    hit = store.reading().search("nghị quyết")[0]
    assert (hit.entity, hit.title, hit.excerpt) == (
        Entity.DOCUMENT_TEXT, "04/CT-UBND", "Căn cứ Nghị quyết; đôn đốc, kiểm tra",
    )  # fmt: skip


def test_what_is_corrected_or_dropped_or_binned_is_found_by_its_new_words_only(clerk, store, item):
    with clerk.writing() as writing:
        changed = writing.put(replace(item, text="Tiêm phòng"))
    reader = store.reading()

    assert reader.search("don doc") == []
    assert len(reader.search("tiem phong")) == 1
    with clerk.writing() as writing:
        writing.drop(changed)

    assert reader.search("tiem phong") == []
    with clerk.writing() as writing:
        writing.put(replace(writing.reader.get(Directive, item.directive_id), binned_on=TODAY))

    assert [hit.directive_id for hit in reader.search("quan")] == []


def test_lists_are_narrowed_by_the_same_words(clerk, store, item):
    other = clerk.directive(subject="Tiêm phòng", number="5")
    line = clerk.line(item, clerk.unit())
    reader = store.reading()

    assert list(reader.directive_ids(DirectiveFilter(words="đôn đốc"), TODAY)) == [item.directive_id]
    assert list(reader.directive_ids(DirectiveFilter(words="tiem"), TODAY)) == [other.id]
    assert list(reader.directive_ids(DirectiveFilter(words="-"), TODAY)) == []
    assert list(reader.assignment_ids(AssignmentFilter(words="cai cach"), TODAY)) == [line.id]
    assert list(reader.assignment_ids(AssignmentFilter(words="tiem"), TODAY)) == []


def test_a_question_that_nobody_waits_for_any_more_is_given_up(clerk, store):
    with clerk.writing() as writing:
        for number in range(400):
            writing.put(Directive(number=str(number), symbol="CT-UBND", subject="Cải cách hành chính"))
    asked = []

    with pytest.raises(Stopped):
        store.reading().search("cai cach", stop=lambda: True)
    with pytest.raises(Stopped):
        store.reading().search("cai cach", limit=1000, stop=lambda: bool(asked) or asked.append(1))
    assert len(store.reading().search("cai cach", stop=lambda: False)) == 60


def test_an_excerpt_shows_the_words_and_is_cut_at_spaces():
    text = (
        " ".join(f"từ{number}" for number in range(100))
        + " đôn đốc "
        + " ".join(f"sau{number}" for number in range(100))
    )
    excerpt = excerpt_of(text, ["don", "doc"])

    assert "đôn đốc" in excerpt
    assert excerpt.startswith("… từ")
    assert excerpt.endswith(" …")
    assert len(excerpt) < 200
    assert excerpt_of("Ngắn", ["xyz"]) == "Ngắn"
    assert excerpt_of("x" * 500, ["x"])
