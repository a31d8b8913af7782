"""Filters of lines, the matrix's question and the days of the calendar: what they bring is what the rules say."""

from datetime import date

import pytest

from district_desk.domain.assignments import Event, EventKind, Role, State
from district_desk.domain.directives import AssigningLevel, Source
from district_desk.domain.listing import AssignmentFilter, TaskSort
from district_desk.domain.task_looks import CellState, DueDay, cell_state, cells_of
from district_desk.domain.units import GroupMember, UnitGroup

TODAY = date(2023, 4, 10)
LATE, NEAR, FAR = date(2023, 4, 5), date(2023, 4, 12), date(2023, 5, 30)


@pytest.fixture
def lines(clerk):
    """Six lines of two directives and three units, one of each kind of standing that a matrix tells apart."""
    with clerk.writing("put_levels") as writing:
        for code in ("UBTINH", "CTOWN"):
            if not writing.reader.find(AssigningLevel, code=code):
                writing.put(AssigningLevel(code, code))
    first = clerk.directive(assigning_level="UBTINH")
    second = clerk.directive("05", source=Source.MEETING, arrival_number=13, assigning_level="CTOWN")
    rooms = [clerk.unit(code, f"Phòng {code}") for code in ("NV", "TP", "YT")]
    given = {"given": date(2023, 4, 3)}
    one, two = clerk.item(first, path="1", position=1), clerk.item(first, path="2", position=2)
    three = clerk.item(second, path="1", position=1)
    made = {
        "late": clerk.line(one, rooms[0], due=LATE, person="Trần Văn Bình", **given),
        "near": clerk.line(one, rooms[1], due=NEAR, **given),
        "far": clerk.line(two, rooms[0], due=FAR, **given),
        "no due": clerk.line(two, rooms[2], **given),
        "done": clerk.line(three, rooms[0], due=FAR, **given),
        "informed": clerk.line(three, rooms[1], role=Role.INFORM, due=LATE, **given),
    }
    with clerk.writing("record_result") as writing:
        writing.put(Event(made["done"].id, EventKind.ACCEPTED, date(2023, 4, 9), counts_on=date(2023, 4, 7)))
        group = writing.put(UnitGroup("G", "Hai phòng"))
        for room in rooms[:2]:
            writing.put(GroupMember(group.id, room.id))
    return made | {"group": group, "rooms": rooms, "items": (one, two, three)}


@pytest.fixture
def named(store, lines):
    """Which lines a filter brings, by the names above."""
    names = {line.id: name for name, line in lines.items() if hasattr(line, "item_id")}

    def named(as_of=TODAY, **wanted):
        return [names[each] for each in store.reading().assignment_ids(AssignmentFilter(**wanted), as_of)]

    return named


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"states": (State.OVERDUE,)}, {"late"}),
        ({"states": (State.RUNNING,)}, {"near", "far"}),
        ({"states": (State.RUNNING_NO_DUE, State.DONE_IN_TIME)}, {"no due", "done"}),
        ({"states": (State.INFORMED,)}, {"informed"}),
        ({"due_from": NEAR, "due_until": FAR}, {"near", "far", "done"}),
        ({"levels": ("CTOWN",)}, {"done", "informed"}),
        ({"sources": (Source.MEETING,), "open_only": True}, set()),
        ({"person": "Bình"}, {"late"}),
        ({"person": "Không ai"}, set()),
    ],
    ids=lambda value: str(value)[:40],
)
def test_each_filter_brings_its_lines_and_no_other(named, wanted, expected):
    assert set(named(**wanted)) == expected


def test_a_group_is_its_units_and_an_item_its_lines(named, lines):
    assert set(named(group_id=lines["group"].id)) == {"late", "near", "far", "done", "informed"}
    assert named(item_id=lines["items"][1].id) == ["far", "no due"]


def test_a_state_is_that_of_the_day_asked_for_not_of_today(named):
    assert set(named(as_of=date(2023, 4, 5), states=(State.OVERDUE,))) == set()
    assert set(named(as_of=date(2023, 4, 8), states=(State.DONE_IN_TIME,))) == set(), "accepted only on the 9th"


def test_lines_without_a_due_date_stand_last_either_way_up(named):
    assert named(open_only=True)[-1] == "no due"
    assert named(open_only=True, descending=True) == ["far", "near", "late", "no due"]
    assert named(open_only=True, sort=TaskSort.UNIT)[-1] == "no due"


def test_a_matrix_has_a_cell_for_each_item_and_unit_with_its_lines(store, lines):
    found, cut = store.reading().matrix_lines(AssignmentFilter(), TODAY, items=10)
    cells = cells_of(found, near=NEAR)
    one, two, three = (item.id for item in lines["items"])
    nv, tp, yt = (room.id for room in lines["rooms"])
    assert {place: cell.state for place, cell in cells.items()} == {
        (one, nv): CellState.LATE, (one, tp): CellState.DUE, (two, nv): CellState.NOT_DUE, (two, yt): CellState.OPEN,
        (three, nv): CellState.DONE, (three, tp): CellState.OUTSIDE,
    }  # fmt: skip
    assert cells[one, nv].ids == (lines["late"].id,)
    assert cells[one, nv].days_late == 5
    assert not cut


def test_the_lines_of_a_matrix_stand_as_the_list_says(store, lines):
    reader = store.reading()
    for day in (date(2023, 4, 4), TODAY, date(2023, 6, 30)):
        found, _ = reader.matrix_lines(AssignmentFilter(), day, items=10)
        listed = {row.assignment.id: row.standing for row in reader.assignment_rows([each.id for each in found], day)}
        assert {each.id: cell_state(each.standing, day) for each in found} == {
            key: cell_state(stands, day) for key, stands in listed.items()
        }


def test_a_matrix_that_is_cut_says_so_and_lacks_no_line_of_the_items_it_shows(store, lines):
    found, cut = store.reading().matrix_lines(AssignmentFilter(), TODAY, items=1)
    assert cut
    assert {each.id for each in found} == {lines["late"].id, lines["near"].id}


def test_the_days_of_a_calendar_count_open_and_done_lines_and_nothing_outside_the_totals(store, lines):
    wanted = AssignmentFilter(due_from=date(2023, 4, 1), due_until=date(2023, 5, 31))
    assert store.reading().due_days(wanted, TODAY) == [DueDay(LATE, 1, 0), DueDay(NEAR, 1, 0), DueDay(FAR, 1, 1)]
