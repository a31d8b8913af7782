"""Giao việc: what the words propose, what they leave to a person, and the clerk's own hand."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from district_desk.desk import Desk
from district_desk.desk.addressing import Reason, means_us
from district_desk.desk.assigning import (
    assign_as_read,
    assign_items,
    edit_assignment,
    edit_item,
    propose,
    record_result,
    replace_items,
    resolve,
    withdraw,
)
from district_desk.desk.keeping import redo, undo
from district_desk.desk.listing import directive_view, due_lines, near
from district_desk.desk.registering import Registered
from district_desk.domain.assignments import Assignment, Role, State
from district_desk.domain.drafts import DraftItem
from district_desk.domain.items import Item
from district_desk.domain.listing import AssignmentFilter, DueSource
from district_desk.domain.problems import InUse, TwoLeads, WrongDay
from district_desk.domain.units import Unit

Enter = Callable[..., Registered]


@pytest.fixture
def entered(enter: Enter, directive: Path) -> Registered:
    """The example directive, in the register and given to nobody yet."""
    return enter(directive)


def _item(desk: Desk, path: str) -> Item:
    return desk.store.reading().find(Item, path=path)[0]


def _unit(desk: Desk, code: str) -> Unit:
    return desk.store.reading().find(Unit, code=code)[0]


def _lines(desk: Desk, path: str) -> list[Assignment]:
    return desk.store.reading().find(Assignment, item_id=_item(desk, path).id)


def test_the_chairmen_of_all_communes_are_seventeen_lines(desk: Desk, entered: Registered) -> None:
    done = assign_as_read(desk, entered.directive_id)

    assert {path: len(_lines(desk, path)) for path in ("1", "1.a", "1.b", "2", "3", "4")} == {
        "1": 0, "1.a": 17, "1.b": 17, "2": 2, "3": 0, "4": 0,
    }  # fmt: skip
    assert len(done.assignment_ids) == 36
    assert {line.due for line in _lines(desk, "1.a")} == {date(2023, 4, 19)}


def test_a_partner_supports_and_the_named_unit_leads(desk: Desk, entered: Registered) -> None:
    assign_as_read(desk, entered.directive_id)

    roles = {desk.store.reading().get(Unit, line.unit_id).code: line.role for line in _lines(desk, "2")}
    assert roles == {"PTNMT": Role.LEAD, "PTCKH": Role.SUPPORT}


def test_a_condition_is_handed_back_with_its_candidates_and_given_to_nobody(desk: Desk, entered: Registered) -> None:
    done = assign_as_read(desk, entered.directive_id)

    (left,) = [each for each in done.unresolved if each["label"] == "4"]
    assert left["reason"] == "conditional"
    assert len(left["candidates"]) == 17
    assert left["item"] == _item(desk, "4").id


def test_what_only_a_body_outside_must_do_is_kept_for_information(desk: Desk, entered: Registered) -> None:
    done = assign_as_read(desk, entered.directive_id)

    assert _item(desk, "3").ours == 0
    assert [each for each in done.unresolved if each["label"] == "3"] == []


def test_giving_as_read_twice_gives_nothing_twice(desk: Desk, entered: Registered) -> None:
    assign_as_read(desk, entered.directive_id)

    again = assign_as_read(desk, entered.directive_id)

    assert again.assignment_ids == ()
    assert len(desk.store.reading().find(Assignment)) == 36


@pytest.mark.parametrize(
    ("words", "ours"),
    [
        ("Chủ tịch Ủy ban nhân dân các huyện, thị xã, thành phố", True),
        ("UBND các huyện", True),
        ("Chủ tịch UBND huyện", True),
        ("Văn phòng Ủy ban nhân dân tỉnh", False),
        ("Sở Nội vụ", False),
    ],
)
def test_words_that_mean_our_whole_office_are_known(desk: Desk, words: str, *, ours: bool) -> None:
    assert means_us(words, desk.office) is ours


def test_a_task_for_all_districts_waits_for_the_leader_of_ours(desk: Desk, entered: Registered) -> None:
    item = replace(_item(desk, "3"), units_written="Chủ tịch UBND các huyện, thị xã, thành phố", ours=1)
    edit_item(desk, item)

    (left,) = next(each for each in propose(desk, entered.directive_id).items if each.item.path == "3").unresolved

    assert left.reason is Reason.TO_US


def test_an_item_that_names_nobody_says_so(desk: Desk, entered: Registered) -> None:
    edit_item(desk, replace(_item(desk, "3"), units_written="", inherited_written="", ours=1))

    (left,) = next(each for each in propose(desk, entered.directive_id).items if each.item.path == "3").unresolved

    assert left.reason is Reason.NOBODY


def test_words_that_point_back_mean_the_units_above(desk: Desk, entered: Registered) -> None:
    edit_item(desk, replace(_item(desk, "1.a"), units_written="Người đứng đầu cơ quan, đơn vị đó"))
    edit_item(desk, replace(_item(desk, "1.b"), units_written="Các cơ quan, đơn vị có liên quan"))

    found = {each.item.path: each for each in propose(desk, entered.directive_id).items}

    assert len(found["1.a"].lines) == 17
    assert found["1.b"].lines == ()
    assert [left.reason for left in found["1.b"].unresolved] == [Reason.VAGUE]


def test_a_phrase_is_resolved_for_the_screen(desk: Desk) -> None:
    found = resolve(desk, "Chủ tịch UBND các xã, thị trấn (trừ xã Cẩm Đông)", desk.today())

    assert len(found.units) == 16
    assert [unit.code for unit in found.excluded] == ["10939"]


def test_a_unit_that_has_the_item_gets_no_second_line(desk: Desk, entered: Registered) -> None:
    item, room = _item(desk, "2"), _unit(desk, "PNV")
    assign_items(desk, [item.id], [room.id, room.id], Role.SUPPORT)

    assign_items(desk, [item.id], [room.id], Role.LEAD, person="Trưởng phòng")

    (line,) = _lines(desk, "2")
    assert (line.role, line.person) == (Role.LEAD, "Trưởng phòng")


def test_many_items_are_given_to_many_units_in_one_operation(desk: Desk, entered: Registered) -> None:
    items = [_item(desk, path).id for path in ("1.a", "2")]
    units = [_unit(desk, code).id for code in ("PNV", "PTP", "VP")]

    changes = assign_items(desk, items, units, Role.LEAD, due=date(2023, 4, 10))

    assert changes.count == 6
    assert {line.due for line in _lines(desk, "2")} == {date(2023, 4, 10)}
    undo(desk)
    assert desk.store.reading().find(Assignment) == []
    redo(desk)
    assert len(desk.store.reading().find(Assignment)) == 6


def test_a_line_is_not_moved_to_a_unit_that_has_the_item(desk: Desk, entered: Registered) -> None:
    rooms = [_unit(desk, code).id for code in ("PNV", "PTP")]
    assign_items(desk, [_item(desk, "2").id], rooms, Role.LEAD)
    first, second = _lines(desk, "2")

    with pytest.raises(TwoLeads) as refused:
        edit_assignment(desk, replace(first, unit_id=second.unit_id))
    edit_assignment(desk, replace(first, unit_id=_unit(desk, "VP").id, product="Báo cáo"))

    assert refused.value.unit == "Phòng Tư pháp"
    assert desk.store.reading().get(Assignment, first.id).product == "Báo cáo"


def test_lines_follow_the_items_limit_but_those_set_apart_stay(desk: Desk, entered: Registered) -> None:
    item = _item(desk, "2")
    assign_items(desk, [item.id], [_unit(desk, "PNV").id], Role.LEAD)
    assign_items(desk, [item.id], [_unit(desk, "PTP").id], Role.LEAD, due=date(2023, 4, 5))

    edit_item(desk, replace(item, due=date(2023, 4, 28)))

    assert [line.due for line in _lines(desk, "2")] == [date(2023, 4, 28), date(2023, 4, 5)]


def test_a_result_counts_on_its_day_and_not_in_the_future(desk: Desk, entered: Registered) -> None:
    assign_items(desk, [_item(desk, "1.a").id], [_unit(desk, "10939").id], Role.LEAD)
    (line,) = _lines(desk, "1.a")

    with pytest.raises(WrongDay):
        record_result(desk, [line.id], on=date(2023, 4, 4))
    record_result(desk, [line.id], on=date(2023, 4, 3), notation="12/BC-UBND")

    (row,) = desk.store.reading().assignment_rows([line.id], date(2023, 4, 30))
    assert (row.standing.state, row.standing.done) == (State.DONE_IN_TIME, date(2023, 4, 3))


def test_a_line_without_history_goes_and_one_with_history_is_recalled(desk: Desk, entered: Registered) -> None:
    assign_items(desk, [_item(desk, "1.a").id], [_unit(desk, "10939").id, _unit(desk, "10942").id], Role.LEAD)
    first, second = _lines(desk, "1.a")
    record_result(desk, [second.id], on=desk.today())

    withdraw(desk, [first.id, second.id])

    ids = desk.store.reading().assignment_ids(AssignmentFilter(), desk.today())
    (row,) = desk.store.reading().assignment_rows(ids, desk.today())
    assert (row.assignment.id, row.standing.state) == (second.id, State.RECALLED)


def test_items_are_corrected_added_and_dropped_but_never_from_under_their_lines(
    desk: Desk, entered: Registered
) -> None:
    items = directive_view(desk, entered.directive_id).items
    drafted = [DraftItem(item.id, item, item.parent_id or 0) for item in items]
    assign_items(desk, [_item(desk, "3").id], [_unit(desk, "VP").id], Role.LEAD)

    with pytest.raises(InUse):
        replace_items(desk, entered.directive_id, [each for each in drafted if each.item.path != "3"])
    kept = [each for each in drafted if each.item.path != "4"]
    added = DraftItem(10**6, Item(0, path="5", label="5.", text="Thêm một việc"))
    replace_items(desk, entered.directive_id, [*kept, added])

    after = directive_view(desk, entered.directive_id).items
    assert [item.path for item in after] == ["1", "1.a", "1.b", "2", "3", "5"]
    assert after[1].parent_id == after[0].id


def test_what_falls_due_is_listed_by_its_last_day_with_working_days_left(desk: Desk, entered: Registered) -> None:
    assign_as_read(desk, entered.directive_id)

    found = due_lines(desk, date(2023, 4, 12))
    soon = due_lines(desk, date(2023, 4, 12), until=near(desk, date(2023, 4, 12)))

    assert [(line.due, line.days_left) for line in found[:2]] == [(date(2023, 4, 14), 2), (date(2023, 4, 19), 5)]
    assert {line.source for line in found} == {DueSource.ASSIGNMENT}
    assert [line.unit for line in soon] == ["Phòng Tài nguyên và Môi trường"]
