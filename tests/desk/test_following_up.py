"""What happens to a line after it was given: every use case over a real office, what it refuses, and its undo."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from district_desk.desk import Desk
from district_desk.desk.assigning import assign_as_read
from district_desk.desk.cataloguing import put_settings
from district_desk.desk.filing import attachment_file
from district_desk.desk.following_up import (
    Told,
    accept_result,
    close,
    grant_extension,
    hand_over,
    note_progress,
    reassign,
    recall,
    report_result,
    resume,
    return_as_not_ours,
    send_back,
    suspend,
)
from district_desk.desk.keeping import check, undo
from district_desk.desk.line_view import line_view
from district_desk.desk.listing import directive_view
from district_desk.desk.registering import Registered
from district_desk.desk.sentences import done_label, sentence_of
from district_desk.domain.assignments import Assignment, Channel, Event, EventKind, Overlay, Role, State
from district_desk.domain.directives import Attachment
from district_desk.domain.follow_up import DayFault, ExtensionFault, Obstacle
from district_desk.domain.items import Item
from district_desk.domain.problems import (
    BadValue,
    ExtensionRefused,
    MissingField,
    NotFound,
    Problem,
    TwoLeads,
    WrongDay,
    WrongStep,
)
from district_desk.domain.units import Unit


def april(day: int) -> date:
    return date(2023, 4, day)


@pytest.fixture
def lines(desk: Desk, directive: Path, enter: Callable[..., Registered]) -> list[int]:
    """The seventeen communes' lines of item 1.a, given on 03/4/2023, due 19/4; it is now 28/4/2023."""
    entered = enter(directive)
    assign_as_read(desk, entered.directive_id)
    desk.clock = lambda: datetime(2023, 4, 28, 9)
    (item,) = desk.store.reading().find(Item, path="1.a", directive_id=entered.directive_id)
    return [line.id for line in desk.store.reading().find(Assignment, item_id=item.id)]


def _unit(desk: Desk, code: str) -> Unit:
    return desk.store.reading().find(Unit, code=code)[0]


def _stands(desk: Desk, ids: Sequence[int], as_of: date) -> list[State]:
    return [row.standing.state for row in desk.store.reading().assignment_rows(ids, as_of)]


def _events(desk: Desk, line: int) -> list[Event]:
    return desk.store.reading().find(Event, assignment_id=line)


def test_the_whole_life_of_a_line_is_told_by_dated_events(desk: Desk, lines: list[int], directive: Path) -> None:
    line = lines[:1]
    hand_over(desk, line, Told(april(4), person="Nguyễn Văn A", channel=Channel.IN_PERSON))
    note_progress(desk, line, Told(april(10), "đang làm", Channel.PHONE, "Trần B", reason="mưa"), percent=40)
    report_result(desk, line, Told(april(18), notation="12/BC-UBND", dated=april(18), files=(directive,)))
    send_back(desk, line, Told(april(20), reason="thiếu số liệu", decided_by="Chánh Văn phòng"))
    report_result(desk, line, Told(april(24), notation="13/BC-UBND"))
    accept_result(desk, line, Told(april(26), decided_by="Chánh Văn phòng"))

    seen = {day: line_view(desk, line[0], as_of=april(day)) for day in (3, 4, 10, 18, 20, 24, 26)}
    assert [view.life.standing.state for view in seen.values()] == [
        State.RUNNING, State.RUNNING, State.RUNNING, State.RUNNING, State.OVERDUE, State.OVERDUE, State.DONE_LATE,
    ]  # fmt: skip
    assert [view.overlays for view in seen.values()] == [
        (), (), (), (Overlay.NEAR_DUE, Overlay.AWAITING), (Overlay.REDO,), (Overlay.AWAITING,), (),
    ]  # fmt: skip
    assert (seen[10].life.percent, seen[10].life.cause, seen[10].life.handed_over) == (40, "mưa", april(4))
    assert seen[26].life.standing.done == april(24)
    assert (seen[26].life.standing.days_late, seen[26].working_days_late) == (5, 3)
    assert seen[26].possible == (EventKind.SENT_BACK, EventKind.RECALLED)
    assert check(desk) == []


def test_many_lines_are_one_operation_with_one_undo(desk: Desk, lines: list[int]) -> None:
    changes = grant_extension(
        desk, lines, Told(april(18), decided_by="Chủ tịch UBND huyện", reason="mưa bão", asked_notation="20/UBND"),
        new_due=april(26),
    )  # fmt: skip

    assert done_label(changes) == "Đã gia hạn 17 việc"
    assert set(_stands(desk, lines, april(25))) == {State.RUNNING}
    assert {(event.old_due, event.new_due) for line in lines for event in _events(desk, line)} == {
        (april(19), april(26))
    }
    undo(desk)
    assert set(_stands(desk, lines, april(25))) == {State.OVERDUE}
    assert [_events(desk, line) for line in lines] == [[]] * 17


def test_a_file_is_the_evidence_of_its_event_and_not_a_copy_of_the_directive(
    desk: Desk, lines: list[int], tmp_path: Path
) -> None:
    proof = tmp_path / "12-BC-UBND.pdf"
    proof.write_bytes(b"%PDF-1.7 ket qua")
    close(desk, lines[:2], Told(april(18), notation="12/BC-UBND", dated=april(17), files=(proof, proof)))

    for line in lines[:2]:
        view = line_view(desk, line)
        ((file,),) = view.files.values()
        assert attachment_file(desk, file).read_bytes() == proof.read_bytes()
        assert (view.life.events[0].notation, view.life.events[0].dated) == ("12/BC-UBND", april(17))
    directive_id = view.row.assignment.directive_id
    assert [file.name for file in directive_view(desk, directive_id).attachments] == ["15-CT-UBND.txt"]
    undo(desk)
    assert desk.store.reading().find(Attachment, name="12-BC-UBND.pdf") == []


def test_where_the_office_wants_it_no_line_closes_without_the_file_of_its_result(
    desk: Desk, lines: list[int], directive: Path
) -> None:
    put_settings(desk, replace(desk.office, result_file_required=True))
    report_result(desk, lines[:1], Told(april(18), files=(directive,)))
    report_result(desk, lines[1:2], Told(april(18)))

    with pytest.raises(MissingField) as refused:
        accept_result(desk, lines[:2], Told(april(19)))
    assert "tệp kết quả" in sentence_of(refused.value)
    accept_result(desk, lines[:1], Told(april(19)))
    close(desk, lines[1:2], Told(april(19), files=(directive,)))

    assert _stands(desk, lines[:2], april(19)) == [State.DONE_IN_TIME] * 2


def test_a_result_known_later_counts_on_the_day_it_was_done(desk: Desk, lines: list[int]) -> None:
    close(desk, lines[:1], Told(april(27)), done_on=april(19))
    close(desk, lines[1:2], Told(april(27)))

    assert _stands(desk, lines[:2], april(28)) == [State.DONE_IN_TIME, State.DONE_LATE]
    assert _stands(desk, lines[:2], april(26)) == [State.OVERDUE] * 2
    with pytest.raises(BadValue):
        close(desk, lines[2:3], Told(april(20)), done_on=april(21))


def test_only_the_office_closes(desk: Desk, lines: list[int]) -> None:
    report_result(desk, lines[:1], Told(april(10)))

    assert _stands(desk, lines[:1], april(28)) == [State.OVERDUE]
    with pytest.raises(WrongStep) as refused:
        accept_result(desk, lines[:2], Told(april(11)))
    assert refused.value.obstacle == Obstacle.NOT_REPORTED
    assert _stands(desk, lines[:1], april(28)) == [State.OVERDUE]


def test_a_line_that_is_not_the_units_function_goes_back_in_time_or_late_and_on_to_another(
    desk: Desk, lines: list[int]
) -> None:
    first, second = lines[:2]
    returned = return_as_not_ours(desk, [first], Told(april(4), reason="không thuộc chức năng"))
    late = return_as_not_ours(desk, [second], Told(april(6), reason="không thuộc chức năng"))
    room = _unit(desk, "PTP")
    passed = reassign(
        desk, [first], room.id, Told(april(5), reason="đúng chức năng", decided_by="Chủ tịch UBND huyện"), due=april(28)
    )

    assert (returned.late, late.late) == ((), (second,))
    assert done_label(passed.changes) == "Đã chuyển 1 việc cho Phòng Tư pháp"
    (new,) = passed.assignment_ids
    old, successor = line_view(desk, first), line_view(desk, new)
    assert (old.went_to, successor.came_from) == (new, first)
    assert old.life.standing.state is State.RECALLED
    assert old.life.events[-1].decided_by == "Chủ tịch UBND huyện"
    line = successor.row.assignment
    assert (line.unit_id, line.role, line.given, line.due) == (room.id, Role.LEAD, april(5), april(28))
    undo(desk)
    assert line_view(desk, first).life.standing.marks == {Overlay.RETURNED}
    with pytest.raises(NotFound):
        line_view(desk, new)


def test_a_list_counts_a_transferred_line_once_on_any_day(desk: Desk, lines: list[int]) -> None:
    before = desk.store.reading().counts(2023, april(28)).assignments
    reassign(desk, lines[:1], _unit(desk, "PTP").id, Told(april(10), reason="x", decided_by="Chủ tịch"))

    for day in (3, 9, 10, 28):
        assert desk.store.reading().counts(2023, april(day)).assignments == before
    assert desk.store.reading().counts(2023, date(2023, 4, 2)).assignments == 0
    assert check(desk) == []


def test_work_does_not_go_to_a_unit_that_has_it_or_has_none(desk: Desk, lines: list[int]) -> None:
    told = Told(april(10), reason="x", decided_by="Chủ tịch")
    second = desk.store.reading().get(Assignment, lines[1]).unit_id

    for unit_id, problem in ((second, TwoLeads), (desk.store.reading().get(Assignment, lines[0]).unit_id, BadValue)):
        with pytest.raises(problem):
            reassign(desk, lines[:1], unit_id, told)
    with pytest.raises(MissingField):
        reassign(desk, lines[:1], _unit(desk, "PTP").id, replace(told, decided_by=" "))
    with pytest.raises(NotFound):
        reassign(desk, lines[:1], 9999, told)


def test_suspended_work_stands_still_in_words_and_not_in_dates(desk: Desk, lines: list[int]) -> None:
    suspend(desk, lines[:1], Told(april(5), reason="chờ hướng dẫn của tỉnh"))
    view = line_view(desk, lines[0], as_of=april(20))
    resume(desk, lines[:1], Told(april(24)))

    assert (view.life.standing.state, view.overlays) == (State.OVERDUE, (Overlay.SUSPENDED,))
    assert line_view(desk, lines[0]).overlays == ()


def test_recalled_work_leaves_the_totals_with_its_reason(desk: Desk, lines: list[int]) -> None:
    before = desk.store.reading().counts(2023, april(28)).assignments
    recall(desk, lines[:3], Told(april(10), reason="UBND tỉnh đã bãi bỏ"))

    assert desk.store.reading().counts(2023, april(28)).assignments == before - 3
    assert desk.store.reading().counts(2023, april(9)).assignments == before
    assert _events(desk, lines[0])[0].reason == "UBND tỉnh đã bãi bỏ"


@pytest.mark.parametrize(
    ("act", "problem", "fault"),
    [
        (lambda desk, ids: note_progress(desk, ids, Told(date(2023, 4, 29), "x")), WrongDay, DayFault.FUTURE),
        (lambda desk, ids: note_progress(desk, ids, Told(date(2023, 4, 2), "x")), WrongDay, DayFault.BEFORE_DOCUMENT),
        (lambda desk, ids: close(desk, ids, Told(april(20), dated=date(2023, 4, 30))), WrongDay, DayFault.FUTURE),
        (lambda desk, ids: close(desk, ids, Told(april(20), dated=april(1))), WrongDay, DayFault.BEFORE_DOCUMENT),
        (
            lambda desk, ids: grant_extension(desk, ids, Told(april(10)), new_due=april(18)),
            ExtensionRefused,
            ExtensionFault.SHORTENS,
        ),
        (
            lambda desk, ids: grant_extension(desk, ids, Told(april(10)), new_due=date(2023, 6, 20)),
            ExtensionRefused,
            ExtensionFault.TOO_LONG,
        ),
        (lambda desk, ids: resume(desk, ids, Told(april(10))), WrongStep, Obstacle.NOT_SUSPENDED),
    ],
)
def test_what_the_records_do_not_allow_is_refused_as_a_whole(
    desk: Desk, lines: list[int], act: Callable[[Desk, list[int]], object], problem: type[Problem], fault: str
) -> None:
    put_settings(desk, replace(desk.office, extension_days=30))
    newest = desk.store.reading().operations(1)[0]

    with pytest.raises(problem) as refused:
        act(desk, lines)

    assert fault in (getattr(refused.value, "fault", ""), getattr(refused.value, "obstacle", ""))
    said = sentence_of(refused.value)
    assert "mục 1, điểm a" in said.lower()
    assert said.endswith("Chưa ghi gì.")
    assert desk.store.reading().operations(1)[0] == newest


def test_one_closed_line_among_many_keeps_all_from_being_changed(desk: Desk, lines: list[int], directive: Path) -> None:
    close(desk, lines[16:], Told(april(18)))

    with pytest.raises(WrongStep) as refused:
        note_progress(desk, lines, Told(april(20), "x", files=(directive,)))

    assert refused.value.obstacle == Obstacle.CLOSED
    assert [_events(desk, line) for line in lines[:16]] == [[]] * 16


def test_a_day_before_the_line_was_given_is_refused_with_what_to_do(desk: Desk, lines: list[int]) -> None:
    late = reassign(desk, lines[:1], _unit(desk, "PTP").id, Told(april(10), reason="x", decided_by="Chủ tịch"))

    with pytest.raises(WrongDay) as refused:
        hand_over(desk, late.assignment_ids, Told(april(6)))

    assert "trước ngày giao (10/04/2023)" in sentence_of(refused.value)


def test_what_says_nothing_is_not_written(desk: Desk, lines: list[int]) -> None:
    for act in (lambda told: note_progress(desk, lines, told), lambda told: send_back(desk, lines, told)):
        with pytest.raises(MissingField):
            act(Told(april(10)))
    with pytest.raises(BadValue):
        note_progress(desk, lines, Told(april(10)), percent=101)
    with pytest.raises(NotFound):
        hand_over(desk, [*lines, 99999], Told(april(10)))
    assert [_events(desk, line) for line in lines] == [[]] * 17
