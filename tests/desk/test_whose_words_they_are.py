"""A group means the units of whoever wrote it: ours in our own document, the province's in the province's."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from district_desk.desk import Desk
from district_desk.desk.addressing import Reason, is_ours
from district_desk.desk.assigning import assign_as_read, propose
from district_desk.desk.registering import Registered, correct_directive, dated, draft_of
from district_desk.domain.directives import Directive, Source
from district_desk.domain.due_phrases import read_phrase
from district_desk.domain.units import Unit
from district_desk.reader import read_text

Enter = Callable[..., Registered]

TEXT = """ỦY BAN NHÂN DÂN
{place}

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 66/UBND-NC

Mẫu, ngày 03 tháng 4 năm 2023

V/v chấn chỉnh kỷ luật, kỷ cương

Kính gửi: Các cơ quan, đơn vị.

1. Thủ trưởng các cơ quan, đơn vị:

a) Quán triệt văn bản này trước ngày 20 tháng 4 năm 2023.

b) Cơ quan được lấy ý kiến có trách nhiệm trả lời đúng hạn.

2. Phòng Nội vụ theo dõi, đôn đốc.

CHỦ TỊCH

Nguyễn Văn Mẫu
"""


@pytest.fixture
def written_by(tmp_path: Path, enter: Enter) -> Callable[..., Registered]:
    def written_by(place: str, source: Source = Source.RECEIVED) -> Registered:
        path = tmp_path / "66-UBND.txt"
        path.write_text(TEXT.format(place=place), "utf-8")
        return enter(path, source)

    return written_by


def _proposed(desk: Desk, entered: Registered) -> dict[str, tuple[int, list[tuple[str, Reason, int]]]]:
    return {
        each.item.path: (len(each.lines), [(o.text, o.reason, len(o.candidates)) for o in each.unresolved])
        for each in propose(desk, entered.directive_id).items
    }


def test_a_group_of_the_province_is_suggested_and_given_to_nobody(
    desk: Desk, written_by: Callable[..., Registered]
) -> None:
    found = _proposed(desk, written_by("TỈNH HẢI DƯƠNG"))

    assert found["1.a"] == (0, [("Thủ trưởng các cơ quan, đơn vị", Reason.ELSEWHERE, 17)])
    assert found["2"] == (1, [])


def test_our_own_group_is_given_and_a_part_played_leans_on_it(
    desk: Desk, written_by: Callable[..., Registered]
) -> None:
    found = _proposed(desk, written_by("HUYỆN CẨM GIÀNG", Source.OWN))

    assert found["1.a"] == (17, [])
    assert found["1.b"] == (17, [("Cơ quan được lấy ý kiến", Reason.CONDITIONAL, 17)])


def test_an_issuer_that_is_not_known_does_not_take_the_group_away(
    desk: Desk, written_by: Callable[..., Registered]
) -> None:
    entered = written_by("TỈNH HẢI DƯƠNG")
    directive = desk.store.reading().get(Directive, entered.directive_id)
    correct_directive(desk, replace(directive, issuer=""))

    done = assign_as_read(desk, entered.directive_id)

    assert len(done.assignment_ids) == 17 + 17 + 1


@pytest.mark.parametrize(
    ("issuer", "ours"),
    [
        ("UBND huyện Cẩm Giàng", True),
        ("ỦY BAN NHÂN DÂN HUYỆN CẨM GIÀNG", True),
        ("Chủ tịch UBND huyện", True),
        ("Huyện ủy Cẩm Giàng", True),
        ("Văn phòng HĐND và UBND", True),
        ("Phòng Nội vụ", True),
        ("UBND cùng cấp", True),
        ("ỦY BAN NHÂN DÂN", True),
        ("", True),
        ("UBND tỉnh Hải Dương", False),
        ("UBND huyện An Lão", False),
        ("Thủ tướng Chính phủ", False),
        ("Sở Nội vụ", False),
    ],
)
def test_our_own_bodies_are_told_from_others(desk: Desk, issuer: str, *, ours: bool) -> None:
    units = [unit.name for unit in desk.store.reading().find(Unit)]
    assert is_ours(issuer, desk.office, units) is ours


@pytest.mark.parametrize(
    ("phrase", "source", "due"),
    [
        ("trong thời hạn 05 ngày làm việc kể từ ngày nhận được văn bản này", Source.RECEIVED, date(2023, 4, 17)),
        ("trong thời hạn 05 ngày làm việc kể từ ngày ký văn bản này", Source.RECEIVED, date(2023, 4, 10)),
        ("trong thời hạn 05 ngày làm việc kể từ ngày Quyết định có hiệu lực", Source.RECEIVED, None),
        ("trong thời hạn 05 ngày làm việc", Source.OWN, date(2023, 4, 10)),
        ("trong thời hạn 05 ngày làm việc kể từ ngày nhận được văn bản này", Source.OWN, None),
    ],
)
def test_days_count_from_what_the_words_say_and_an_event_has_no_day_yet(
    desk: Desk, phrase: str, source: Source, due: date | None
) -> None:
    text = TEXT.format(place="TỈNH HẢI DƯƠNG")
    draft = draft_of(desk, read_text("a.txt", text), source=source, arrived=date(2023, 4, 10))
    first = replace(
        draft.items[1], item=replace(draft.items[1].item, phrase=phrase, rule=read_phrase(phrase).to_text())
    )

    counted = dated(desk, replace(draft, items=(draft.items[0], first)))

    assert counted.items[1].item.due == due
