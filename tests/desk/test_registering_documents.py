"""Vào sổ: numbers, blanks, secrets, files, references, and what was entered before."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from district_desk.desk import Desk
from district_desk.desk.cataloguing import put_settings
from district_desk.desk.filing import attach, attachment_file, detach
from district_desk.desk.keeping import undo
from district_desk.desk.listing import directive_view
from district_desk.desk.reading import read_file
from district_desk.desk.registering import (
    Registered,
    as_directive,
    audit_numbers,
    correct_directive,
    draft_of,
    empty_draft,
    likenesses,
    next_arrival_number,
    pass_on,
    put_in_bin,
    register,
    take_from_bin,
    typed_number,
)
from district_desk.domain.assignments import Assignment
from district_desk.domain.directives import Directive, Reference, Source
from district_desk.domain.drafts import Draft, DraftReference
from district_desk.domain.listing import LikenessKind
from district_desk.domain.problems import (
    BadValue,
    MissingField,
    NumberTaken,
    SecretDocument,
    Unreadable,
    UnreadableFile,
)

Enter = Callable[..., Registered]


def _received(desk: Desk, **fields: object) -> Draft:
    draft = empty_draft(desk, Source.RECEIVED)
    told: dict[str, object] = {"subject": "về việc phòng chống lụt bão"} | fields
    return replace(draft, directive=replace(draft.directive, **told))


def test_a_directive_of_our_own_is_entered_without_an_arrival_number(desk: Desk, enter: Enter, directive: Path) -> None:
    done = enter(directive)

    kept = desk.store.reading().get(Directive, done.directive_id)
    assert (kept.number, kept.symbol, kept.issued) == ("15", "CT-UBND", date(2023, 4, 3))
    assert (kept.issuer, kept.type_code) == ("UBND huyện Cẩm Giàng", "CT")
    assert (done.arrival, done.missing) == ("", ())
    assert desk.store.reading().find(Assignment) == []


def test_received_documents_take_consecutive_numbers_of_their_year(desk: Desk) -> None:
    first = register(desk, _received(desk))
    second = register(desk, _received(desk))
    desk.clock = lambda: datetime(2024, 1, 2, 8)
    next_year = register(desk, _received(desk, arrived=date(2024, 1, 2), arrival_year=2024))

    assert [first.arrival, second.arrival, next_year.arrival] == ["1", "2", "1"]
    assert next_arrival_number(desk, 2023) == 3


def test_nothing_arrives_in_the_future(desk: Desk) -> None:
    with pytest.raises(BadValue) as refused:
        register(desk, _received(desk, arrived=desk.today() + timedelta(days=1)))
    assert refused.value.field == "arrived"
    assert desk.store.reading().find(Directive) == []


def test_a_typed_number_may_leave_a_gap_and_carry_a_letter_but_is_never_given_twice(desk: Desk) -> None:
    register(desk, _received(desk, arrival_number=411))
    inserted = register(desk, _received(desk, arrival_number=411, arrival_suffix="a"))

    with pytest.raises(NumberTaken) as taken:
        register(desk, _received(desk, arrival_number=411))

    assert inserted.arrival == "411a"
    assert (taken.value.year, taken.value.number) == (2023, "411")
    assert next_arrival_number(desk, 2023) == 412
    assert audit_numbers(desk, 2023).gaps == ((1, 410),)


def test_an_office_that_began_in_mid_year_goes_on_from_its_paper_register(desk: Desk) -> None:
    put_settings(desk, replace(desk.office, first_number=350))

    assert register(desk, _received(desk)).arrival == "350"
    assert register(desk, _received(desk)).arrival == "351"
    desk.clock = lambda: datetime(2024, 1, 2, 8)
    assert register(desk, _received(desk, arrived=date(2024, 1, 2), arrival_year=2024)).arrival == "1"


def test_an_office_that_numbers_elsewhere_types_its_numbers(desk: Desk) -> None:
    put_settings(desk, replace(desk.office, automatic_numbers=False))

    with pytest.raises(MissingField) as missing:
        register(desk, _received(desk))

    assert missing.value.field == "arrival_number"
    assert register(desk, _received(desk, arrival_number=7)).arrival == "7"


@pytest.mark.parametrize(("text", "number"), [("411", (411, "")), (" 0411 a", (411, "a")), ("12Đ", (12, "đ"))])
def test_a_number_is_read_as_it_is_typed(text: str, number: tuple[int, str]) -> None:
    assert typed_number(text) == number


@pytest.mark.parametrize("text", ["", "a", "0", "41-1", "411ab", "một"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(BadValue):
        typed_number(text)


def test_numbers_out_of_order_are_found(desk: Desk) -> None:
    register(desk, _received(desk, arrived=date(2023, 4, 3)))
    register(desk, _received(desk, arrived=date(2023, 3, 31)))

    assert audit_numbers(desk, 2023).out_of_order == ("2",)


def test_what_a_document_does_not_say_stays_blank_and_is_listed(desk: Desk, enter: Enter, tmp_path: Path) -> None:
    path = tmp_path / "không số.txt"
    path.write_text(
        "ỦY BAN NHÂN DÂN\nTỈNH HẢI DƯƠNG\n\nSố:      /UBND-VP\n\nHải Dương, ngày     tháng     năm 2023\n\n"
        "V/v chuẩn bị báo cáo\n\nKính gửi: UBND các huyện, thị xã, thành phố.\n\n"
        "1. UBND các huyện, thị xã, thành phố báo cáo trước ngày 20 tháng 4 năm 2023.\n\nCHỦ TỊCH\n\nNguyễn Văn Mẫu\n",
        "utf-8",
    )

    done = enter(path, Source.RECEIVED)

    kept = desk.store.reading().get(Directive, done.directive_id)
    assert (kept.number, kept.issued) == ("", None)
    assert {"number", "issued"} <= set(done.missing)
    assert kept.issuer == "UBND tỉnh Hải Dương"
    assert kept.arrived == date(2023, 4, 3)


def test_a_secret_document_is_refused_and_nothing_of_it_is_kept(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "mật.txt"
    path.write_text(
        "ỦY BAN NHÂN DÂN\nTỈNH HẢI DƯƠNG\n\nSố: 05/UBND-NC\n\nHải Dương, ngày 03 tháng 4 năm 2023\n\nMẬT\n\n"
        "V/v công tác\n\nKính gửi: UBND các huyện.\n\n1. UBND các huyện thực hiện.\n\nCHỦ TỊCH\n\nNguyễn Văn Mẫu\n",
        "utf-8",
    )

    with pytest.raises(SecretDocument):
        draft_of(desk, read_file(path), file=path)

    assert desk.store.reading().find(Directive) == []
    assert not (desk.folder / "attachments").exists()


@pytest.mark.parametrize("year", [1, 1899, 2203, 9999])
def test_a_year_that_no_document_bears_is_a_slip_of_the_pen(desk: Desk, year: int) -> None:
    """Days were counted from such a date past the end of the calendar, and the due list broke."""
    with pytest.raises(BadValue) as refused:
        register(desk, _received(desk, arrived=date(year, 3, 1)))
    assert refused.value.field == "arrived"
    assert desk.store.reading().find(Directive) == []


def test_an_empty_draft_is_no_record(desk: Desk) -> None:
    with pytest.raises(MissingField):
        register(desk, empty_draft(desk, Source.SPOKEN))


def test_a_spoken_order_needs_no_number_symbol_or_type(desk: Desk) -> None:
    draft = empty_draft(desk, Source.SPOKEN)
    told = replace(draft.directive, subject="Kiểm tra điểm ngập", issuer="Chủ tịch UBND huyện", issued=date(2023, 4, 3))

    done = register(desk, replace(draft, directive=told))

    assert (done.arrival, done.missing) == ("", ())


def test_the_file_is_kept_by_content_and_opens_under_its_own_name(desk: Desk, enter: Enter, directive: Path) -> None:
    done = enter(directive)
    content = directive.read_bytes()
    directive.unlink()

    (kept,) = directive_view(desk, done.directive_id).attachments
    copy = attachment_file(desk, kept)
    copy.write_text("sửa trong trình xem", "utf-8")

    assert (kept.name, copy.name) == (directive.name, directive.name)
    assert (desk.folder / "attachments" / kept.digest[:2] / kept.digest).read_bytes() == content


def test_the_same_file_is_attached_once_and_can_be_taken_off(desk: Desk, enter: Enter, directive: Path) -> None:
    done = enter(directive)

    again = attach(desk, done.directive_id, directive)
    (kept,) = directive_view(desk, done.directive_id).attachments
    detach(desk, kept)

    assert not again
    assert directive_view(desk, done.directive_id).attachments == ()
    undo(desk)
    assert len(directive_view(desk, done.directive_id).attachments) == 1


def test_a_file_that_vanished_before_entering_stops_it(desk: Desk, directive: Path) -> None:
    draft = draft_of(desk, read_file(directive), source=Source.OWN, file=directive)
    directive.unlink()

    with pytest.raises(UnreadableFile) as refused:
        register(desk, draft)

    assert refused.value.reason is Unreadable.MISSING
    assert desk.store.reading().find(Directive) == []


def test_a_document_entered_before_is_known_by_number_symbol_and_issuer(
    desk: Desk, enter: Enter, directive: Path
) -> None:
    done = enter(directive)
    again = draft_of(desk, read_file(directive), source=Source.OWN)
    typed = replace(again, directive=replace(again.directive, number="015", issuer="ỦY BAN NHÂN DÂN HUYỆN CẨM GIÀNG"))
    other = replace(again, directive=replace(again.directive, issuer="UBND huyện Thanh Hà", subject="việc khác"))

    assert [(like.kind, like.directive.id) for like in likenesses(desk, typed)] == [
        (LikenessKind.DUPLICATE, done.directive_id)
    ]
    assert likenesses(desk, other) == []


def test_a_notation_whose_letter_was_misread_is_the_same(desk: Desk) -> None:
    told = {"number": "968", "issuer": "Thủ tướng Chính phủ", "issued": date(2023, 10, 16)}
    register(desk, _received(desk, symbol="CĐ-TTg", **told))

    found = likenesses(desk, _received(desk, symbol="CD-TTg", **told))

    assert [like.kind for like in found] == [LikenessKind.DUPLICATE]


def test_look_alikes_have_the_same_issuer_a_near_date_and_a_like_subject(desk: Desk) -> None:
    told = {"issuer": "UBND tỉnh Hải Dương", "symbol": "UBND-VP"}
    register(
        desk, _received(desk, number="1", issued=date(2023, 3, 28), subject="tăng cường phòng, chống lụt bão", **told)
    )

    alike = _received(desk, issued=date(2023, 4, 2), subject="Tăng cường phòng chống lụt, bão", **told)
    later = _received(desk, issued=date(2023, 4, 20), subject="Tăng cường phòng chống lụt, bão", **told)
    another = _received(desk, issued=date(2023, 4, 2), subject="góp ý dự thảo quy chế", **told)

    assert [like.kind for like in likenesses(desk, alike)] == [LikenessKind.LOOK_ALIKE]
    assert likenesses(desk, later) == []
    assert likenesses(desk, another) == []
    put_settings(desk, replace(desk.office, alike_days=30))
    assert [like.kind for like in likenesses(desk, later)] == [LikenessKind.LOOK_ALIKE]


def test_the_very_same_file_is_a_look_alike_though_it_has_no_number(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "thư.txt"
    path.write_text("Ghi chép cuộc họp giao ban.\n", "utf-8")
    register(desk, replace(_received(desk), file=str(path)))

    found = likenesses(desk, replace(_received(desk, subject="khác hẳn"), file=str(path)))

    assert [like.kind for like in found] == [LikenessKind.LOOK_ALIKE]


def test_references_find_their_documents_whichever_is_entered_first(desk: Desk, enter: Enter, directive: Path) -> None:
    done = enter(directive)
    plan = register(desk, _received(desk, number="21", symbol="KH-UBND", issued=date(2023, 2, 6)))
    third = register(desk, replace(_received(desk), references=(DraftReference("15/CT-UBND"),)))

    by_directive = {each.directive_id: each for each in desk.store.reading().find(Reference)}
    assert by_directive[done.directive_id].target_id == plan.directive_id
    assert by_directive[third.directive_id].target_id == done.directive_id
    assert [each.id for each in directive_view(desk, plan.directive_id).executed_by] == [done.directive_id]


def test_an_article_is_kept_for_reference_unless_the_clerk_insists(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "bài báo.txt"
    path.write_text(
        "UBND tỉnh vừa có văn bản yêu cầu giám đốc các sở, chủ tịch UBND các huyện tăng cường kỷ luật, kỷ cương.\n\n"
        "Theo đó, người đứng đầu phải đề cao trách nhiệm cá nhân trong thực thi công vụ.\n",
        "utf-8",
    )
    draft = draft_of(desk, read_file(path), file=path)
    draft = (
        draft
        if draft.directive.reference_only
        else replace(draft, directive=replace(draft.directive, reference_only=1))
    )

    kept = register(desk, draft)
    insisted = register(desk, as_directive(desk, replace(draft, file="")))

    assert (kept.arrival, kept.item_ids, kept.missing) == ("", (), ())
    assert insisted.arrival == "1"


def test_bin_and_back_keep_the_number_taken(desk: Desk) -> None:
    done = register(desk, _received(desk))
    put_in_bin(desk, [done.directive_id])

    assert register(desk, _received(desk)).arrival == "2"
    take_from_bin(desk, [done.directive_id])
    assert desk.store.reading().get(Directive, done.directive_id).binned_on is None


def test_a_document_is_not_passed_on_before_it_arrived(desk: Desk) -> None:
    done = register(desk, _received(desk))

    with pytest.raises(BadValue):
        pass_on(desk, [done.directive_id], date(2023, 4, 2))
    pass_on(desk, [done.directive_id], date(2023, 4, 4))

    assert desk.store.reading().get(Directive, done.directive_id).passed_on == date(2023, 4, 4)


def test_a_correction_may_not_take_anothers_number(desk: Desk) -> None:
    register(desk, _received(desk))
    second = register(desk, _received(desk))
    kept = desk.store.reading().get(Directive, second.directive_id)

    with pytest.raises(NumberTaken):
        correct_directive(desk, replace(kept, arrival_number=1))
    correct_directive(desk, replace(kept, subject="đã sửa"))

    assert desk.store.reading().get(Directive, second.directive_id).subject == "đã sửa"


def test_registering_is_one_operation_that_is_taken_back_whole(desk: Desk, enter: Enter, directive: Path) -> None:
    done = enter(directive)

    undone = undo(desk)

    assert undone.operation == "undo:register"
    assert desk.store.reading().find(Directive) == []
    assert desk.store.reading().find(Reference) == []
    assert done.changes.journal_id


def test_the_draft_proposes_what_the_offices_lists_know(desk: Desk, directive: Path) -> None:
    draft = draft_of(desk, read_file(directive), source=Source.OWN)
    dues = {each.item.path: each.item.due for each in draft.items}
    lines = {each.item.path: len(each.lines) for each in draft.items}

    assert draft.directive.assigning_level == "UBOWN"
    assert dues["1.a"] == date(2023, 4, 19)
    assert (lines["1"], lines["1.a"], lines["1.b"], lines["2"], lines["3"], lines["4"]) == (0, 17, 17, 2, 0, 0)
    assert next(each for each in draft.items if each.item.path == "3").item.ours == 0


def test_days_are_counted_from_receipt_where_the_phrase_says_so(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "hạn.txt"
    path.write_text(
        "ỦY BAN NHÂN DÂN\nTỈNH HẢI DƯƠNG\n\nSố: 77/UBND-VP\n\nHải Dương, ngày 24 tháng 4 năm 2023\n\nV/v góp ý\n\n"
        "Kính gửi: UBND các huyện.\n\n"
        "1. UBND các huyện góp ý trong thời hạn 05 ngày làm việc, kể từ ngày nhận được văn bản này.\n\n"
        "2. UBND các huyện báo cáo trong thời hạn 05 ngày làm việc, kể từ ngày ký văn bản này.\n\n"
        "CHỦ TỊCH\n\nNguyễn Văn Mẫu\n",
        "utf-8",
    )

    draft = draft_of(desk, read_file(path), arrived=date(2023, 4, 26))

    # 1, 2 and 3/5/2023 were days off (DOMAIN 8.5)
    assert [each.item.due for each in draft.items[:2]] == [date(2023, 5, 8), date(2023, 5, 4)]
    assert draft.items[0].item.internal_due == date(2023, 5, 4)
