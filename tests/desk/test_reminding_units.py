"""Đôn đốc: each line's reminders are counted, each unit gets its own words, silence is listed."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from district_desk.desk import Desk
from district_desk.desk.assigning import assign_as_read
from district_desk.desk.chasing import messages, overdue_to_chase, remind, unanswered
from district_desk.desk.delays import entry_delays, meter
from district_desk.desk.following_up import Told, close, note_progress, report_result, suspend
from district_desk.desk.keeping import undo
from district_desk.desk.registering import Registered, pass_on
from district_desk.desk.sentences import done_label, undo_label
from district_desk.domain.assignments import Assignment, Channel
from district_desk.domain.directives import Source
from district_desk.domain.entry_delays import Stage
from district_desk.domain.items import Item
from district_desk.domain.problems import WrongDay, WrongStep
from district_desk.domain.units import Unit

DAY = date(2023, 4, 25)


@pytest.fixture
def lines(desk: Desk, directive: Path, enter: Callable[..., Registered]) -> list[int]:
    """The seventeen communes' lines of item 1.a, due 19/4; it is now 28/4/2023."""
    entered = enter(directive)
    assign_as_read(desk, entered.directive_id)
    desk.clock = lambda: datetime(2023, 4, 28, 9)
    (item,) = desk.store.reading().find(Item, path="1.a", directive_id=entered.directive_id)
    return [line.id for line in desk.store.reading().find(Assignment, item_id=item.id)]


def test_reminders_are_counted_line_by_line_in_one_operation(desk: Desk, lines: list[int]) -> None:
    remind(desk, lines[:2], on=date(2023, 4, 21), channel=Channel.PHONE, person="ông A", text="hứa làm ngay")
    done = remind(desk, lines[:3], on=DAY, channel=Channel.DOCUMENT, notation="31/VP")

    assert done.ordinals == {lines[0]: 2, lines[1]: 2, lines[2]: 1}
    assert done_label(done.changes) == "Đã đôn đốc 3 việc"
    assert undo_label(desk.store.reading().can_undo()) == "Hoàn tác: đôn đốc 3 việc"
    undo(desk)
    assert remind(desk, lines[:1], on=DAY, channel=Channel.MESSAGE).ordinals == {lines[0]: 2}


def test_each_unit_gets_one_message_with_all_that_it_owes(desk: Desk, lines: list[int]) -> None:
    ids = [line.id for line in desk.store.reading().find(Assignment)]
    chased = [each for each in overdue_to_chase(desk, date(2023, 4, 28)) if each in ids]

    said = messages(desk, chased, as_of=date(2023, 4, 28))

    assert len({each.unit_id for each in said}) == len(said)
    (one,) = [each for each in said if each.unit_code == "10939"]
    assert one.text == (
        "Kính gửi UBND xã Cẩm Đông,\n"
        "Văn phòng HĐND và UBND huyện Cẩm Giàng đôn đốc thực hiện 2 nhiệm vụ sau:\n"
        "1. Tổng vệ sinh đường làng, ngõ xóm trước ngày 20 tháng 4 năm 2023 "
        "(mục 1, điểm a, 15/CT-UBND; hạn 19/04/2023, quá hạn 9 ngày; đôn đốc lần 1).\n"
        "2. Báo cáo kết quả về UBND huyện (qua Phòng Tài nguyên và Môi trường) trước ngày 28 tháng 4 năm 2023 "
        "(mục 1, điểm b, 15/CT-UBND; hạn 27/04/2023, quá hạn 1 ngày; đôn đốc lần 1).\n"
        "Đề nghị khẩn trương thực hiện và báo cáo kết quả; có vướng mắc hoặc không thuộc chức năng, "
        "đề nghị phản ánh ngay."
    )
    assert desk.store.reading().silences(DAY) == []


def test_nobody_is_chased_for_what_was_reported_suspended_or_done(desk: Desk, lines: list[int]) -> None:
    report_result(desk, lines[:1], Told(date(2023, 4, 20)))
    suspend(desk, lines[1:2], Told(date(2023, 4, 20), reason="chờ"))
    close(desk, lines[2:3], Told(date(2023, 4, 20)))

    chased = overdue_to_chase(desk, DAY)
    assert set(lines) & set(chased) == set(lines[3:])
    assert set(lines[2:3]) <= set(overdue_to_chase(desk, date(2023, 4, 20)) + lines[2:3])
    for each in lines[:3]:
        with pytest.raises(WrongStep):
            remind(desk, [lines[5], each], on=DAY, channel=Channel.PHONE)
    assert desk.store.reading().silences(DAY) == []
    with pytest.raises(WrongDay):
        remind(desk, lines[5:6], on=date(2023, 4, 29), channel=Channel.PHONE)


def test_silence_after_a_reminder_is_listed_until_the_unit_speaks(desk: Desk, lines: list[int]) -> None:
    remind(desk, lines[:2], on=date(2023, 4, 20), channel=Channel.PHONE)
    remind(desk, lines[1:3], on=date(2023, 4, 24), channel=Channel.DOCUMENT, notation="31/VP")
    note_progress(desk, lines[2:3], Told(date(2023, 4, 25), "đang tổng hợp"))

    def silent(day: int) -> list[tuple[int, int, int]]:
        return [
            (each.row.assignment.id, len(each.reminders), each.days) for each in unanswered(desk, date(2023, 4, day))
        ]

    assert silent(19) == []
    assert silent(21) == [(lines[0], 1, 1), (lines[1], 1, 1)]
    assert silent(24) == [(lines[0], 1, 2), (lines[1], 2, 0), (lines[2], 1, 0)]
    assert silent(26) == [(lines[0], 1, 4), (lines[1], 2, 2)]


def test_the_meter_shows_how_long_documents_waited(
    desk: Desk, directive: Path, enter: Callable[..., Registered]
) -> None:
    first = enter(directive, Source.RECEIVED, arrived=date(2023, 3, 31))
    enter(directive, Source.RECEIVED, arrived=date(2023, 4, 3))
    assign_as_read(desk, first.directive_id)
    desk.clock = lambda: datetime(2023, 4, 7, 9)
    pass_on(desk, [first.directive_id], date(2023, 4, 3))

    waiting = entry_delays(desk, date(2023, 3, 1), date(2023, 4, 30), as_of=date(2023, 4, 7))
    figures = meter(waiting)

    assert [tuple(each.days.values()) for each in waiting] == [(1, 1, 1), (0, 4, 4)]
    assert [each.late for each in waiting] == [(), (Stage.PASSED_ON, Stage.ASSIGNED)]
    assert (figures.documents, figures.late[Stage.PASSED_ON], figures.mean[Stage.PASSED_ON]) == (2, 1, 2.5)
    assert meter([]).documents == 0


def test_a_unit_without_a_number_to_write_to_is_still_told(desk: Desk, lines: list[int]) -> None:
    (said,) = messages(desk, lines[:1], as_of=DAY)
    unit = desk.store.reading().get(Unit, said.unit_id)

    assert (said.unit, said.contact) == (unit.name, unit.contact)
