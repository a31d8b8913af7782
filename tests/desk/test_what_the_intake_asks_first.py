"""Before a document is entered: is it one, is it secret, is it here already, does it answer something of ours?"""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from district_desk.desk import Desk
from district_desk.desk.listing import directive_view
from district_desk.desk.reading import read_file
from district_desk.desk.registering import draft_of, empty_draft, likenesses, register
from district_desk.domain.directives import Directive, ReferenceKind, Source
from district_desk.domain.drafts import Draft
from district_desk.domain.listing import LikenessKind
from district_desk.domain.problems import SecretDocument

REPORT = """ỦY BAN NHÂN DÂN
XÃ CẨM ĐÔNG
Số: 91/BC-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Cẩm Đông, ngày 03 tháng 4 năm 2023

BÁO CÁO
Kết quả vệ sinh môi trường

Kính gửi: Ủy ban nhân dân huyện

{opening} Công văn số 120/UBND-VP ngày 06/3/2023 của UBND huyện, UBND xã báo cáo như sau:
1. Đã tổng vệ sinh 12 thôn.

Nơi nhận:
- Như trên.
CHỦ TỊCH

Hà Văn Đông
"""


def _read(desk: Desk, folder: Path, text: str, **fields: object) -> Draft:
    path = folder / "van-ban.txt"
    path.write_text(text, "utf-8")
    draft = draft_of(desk, read_file(path))
    return replace(draft, directive=replace(draft.directive, **fields))  # type: ignore[arg-type]  # fields by name


def _asked_by(desk: Desk, source: Source) -> int:
    draft = empty_draft(desk, source)
    asked = replace(draft.directive, number="120", symbol="UBND-VP", subject="báo cáo vệ sinh môi trường")
    return register(desk, replace(draft, directive=asked)).directive_id


@pytest.mark.parametrize("opening", ["Trả lời", "Phúc đáp", "Thực hiện"])
def test_what_answers_or_carries_out_a_document_of_ours_is_shown_with_it(
    desk: Desk, tmp_path: Path, opening: str
) -> None:
    asked = _asked_by(desk, Source.OWN)
    draft = _read(desk, tmp_path, REPORT.format(opening=opening))

    assert [(each.kind, each.directive.id) for each in likenesses(desk, draft)] == [(LikenessKind.ANSWERED, asked)]


def test_a_document_that_only_mentions_ours_or_names_one_we_received_answers_nothing(
    desk: Desk, tmp_path: Path
) -> None:
    _asked_by(desk, Source.RECEIVED)
    assert likenesses(desk, _read(desk, tmp_path, REPORT.format(opening="Trả lời"))) == []
    _asked_by(desk, Source.OWN)
    assert likenesses(desk, _read(desk, tmp_path, REPORT.format(opening="Như đã nêu tại"))) == []


def test_the_same_number_of_another_body_is_not_taken_for_ours(desk: Desk, tmp_path: Path) -> None:
    _asked_by(desk, Source.OWN)
    report = REPORT.format(opening="Thực hiện")
    assert likenesses(desk, _read(desk, tmp_path, report.replace("của UBND huyện", "của UBND tỉnh"))) == []
    in_full = report.replace("của UBND huyện", "của Chủ tịch Ủy ban nhân dân huyện Cẩm Giàng")
    assert [each.kind for each in likenesses(desk, _read(desk, tmp_path, in_full))] == [LikenessKind.ANSWERED]


def test_our_own_next_document_answers_nothing(desk: Desk, tmp_path: Path) -> None:
    _asked_by(desk, Source.OWN)
    own = _read(desk, tmp_path, REPORT.format(opening="Thực hiện"), source=Source.OWN)
    assert likenesses(desk, own) == []


def test_a_reference_is_kept_with_what_it_is_to_the_document(desk: Desk, tmp_path: Path) -> None:
    asked = _asked_by(desk, Source.OWN)
    done = register(desk, _read(desk, tmp_path, REPORT.format(opening="Trả lời")))

    kept = directive_view(desk, done.directive_id).references
    assert [(each.notation, each.kind, each.target_id) for each in kept] == [
        ("120/UBND-VP", ReferenceKind.ANSWERS, asked)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "DANH SÁCH\nCán bộ dự tập huấn\n\n1. Vi Thị Đồi, UBND xã Cẩm Đông",
        "Mẫu số 04\nPHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ\n\nKính gửi: …………",
    ],
)
def test_a_list_or_a_form_is_offered_as_reference_and_takes_no_number(desk: Desk, tmp_path: Path, text: str) -> None:
    draft = _read(desk, tmp_path, text)
    assert draft.directive.reference_only == 1

    done = register(desk, draft)
    kept = desk.store.reading().get(Directive, done.directive_id)
    assert (done.arrival, kept.note) == ("", "van-ban.txt")


def test_a_draft_may_be_entered_and_its_blanks_are_asked_for(desk: Desk, tmp_path: Path) -> None:
    blank = REPORT.format(opening="Thực hiện").replace("Số: 91/", "Số:    /").replace("ngày 03 tháng", "ngày    tháng")
    done = register(desk, _read(desk, tmp_path, "DỰ THẢO\n" + blank, arrived=date(2023, 4, 3)))
    assert done.arrival == "1"
    assert {"number", "issued"} <= set(done.missing)


@pytest.mark.parametrize("mark", ["MẬT", "| TUYỆT MẬT |", "Độ mật: Tối mật"])
def test_a_marked_document_is_refused_before_anything_of_it_is_kept(desk: Desk, tmp_path: Path, mark: str) -> None:
    with pytest.raises(SecretDocument):
        _read(desk, tmp_path, f"{mark}\n{REPORT.format(opening='Thực hiện')}")
    assert desk.store.reading().find(Directive) == []


def test_a_marked_document_behind_another_in_one_file_refuses_the_file(desk: Desk, tmp_path: Path) -> None:
    first = REPORT.format(opening="Thực hiện")
    with pytest.raises(SecretDocument):
        _read(desk, tmp_path, f"{first}\n{first.replace('Số: 91', 'TỐI MẬT' + chr(10) + 'Số: 92')}")
