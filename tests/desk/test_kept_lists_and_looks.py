"""Kept lists come back as they were; the matrix of a directive and its workbook; the days of a month."""

from datetime import date
from types import MappingProxyType

import openpyxl
import pytest

from district_desk.desk.following_up import Told, close
from district_desk.desk.keeping import undo
from district_desk.desk.task_looks import cell_words, due_days, export_matrix, matrix
from district_desk.desk.task_views import TaskView, forget_view, keep_view, task_views
from district_desk.domain.assignments import Role, State
from district_desk.domain.directives import Source
from district_desk.domain.listing import AssignmentFilter, TaskSort
from district_desk.domain.problems import MissingField, NotFound
from district_desk.domain.task_looks import CellState
from district_desk.domain.units import Unit

LATER = date(2023, 4, 29)

FULL = TaskView(
    "Việc của xã quá hạn",
    "overdue",
    AssignmentFilter(
        unit_id=3, group_id=2, roles=(Role.LEAD,), due_from=date(2023, 4, 1), due_until=date(2023, 4, 30),
        levels=("UBTINH",), sources=(Source.RECEIVED, Source.MEETING), states=(State.OVERDUE,), person="Bình",
        words="kiểm tra", sort=TaskSort.UNIT, descending=True,
    ),
    ("due", "unit", "text"),
    MappingProxyType({"due": 120}),
)  # fmt: skip


@pytest.fixture
def given(desk, enter, directive):
    """The directive of the office's example, given as it was read."""
    from district_desk.desk.assigning import assign_as_read

    entered = enter(directive)
    return entered.directive_id, assign_as_read(desk, entered.directive_id).assignment_ids


def test_a_kept_list_comes_back_with_every_part_of_it(desk):
    keep_view(desk, FULL)
    assert task_views(desk) == [FULL]


def test_a_list_kept_under_a_known_name_takes_its_place_and_undo_brings_the_old_one_back(desk):
    keep_view(desk, FULL)
    keep_view(desk, TaskView(FULL.name, "all"))
    assert task_views(desk) == [TaskView(FULL.name, "all")]
    undo(desk)
    assert task_views(desk) == [FULL]
    forget_view(desk, FULL.name)
    assert task_views(desk) == []


def test_a_list_without_a_name_is_not_kept(desk):
    with pytest.raises(MissingField):
        keep_view(desk, TaskView("   ", "all"))
    with pytest.raises(NotFound):
        forget_view(desk, "Không có")


def test_the_matrix_of_a_directive_has_its_items_in_order_and_a_cell_for_each_line(desk, given):
    directive_id, ids = given
    shown = matrix(desk, AssignmentFilter(directive_id=directive_id), desk.today())
    assert [item.path for item in shown.items] == sorted(item.path for item in shown.items)
    assert sorted(each for cell in shown.cells.values() for each in cell.ids) == sorted(ids)
    units = desk.store.reading().many(Unit, [unit.id for unit in shown.units])
    assert [unit.id for unit in shown.units] == sorted(units, key=lambda each: (units[each].position, each))


def test_the_worst_line_of_a_cell_is_the_one_it_shows(desk, given):
    directive_id, ids = given
    close(desk, ids[:1], Told(desk.today(), notation="01/BC"))
    states = {
        each: cell.state
        for cell in matrix(desk, AssignmentFilter(directive_id=directive_id), LATER).cells.values()
        for each in cell.ids
    }
    assert states[ids[0]] is CellState.DONE
    assert CellState.LATE in states.values()


def test_the_workbook_has_the_cells_in_words_and_dates_as_dates_under_a_frozen_heading(desk, given, tmp_path):
    directive_id, _ = given
    wanted = AssignmentFilter(directive_id=directive_id)
    shown = matrix(desk, wanted, LATER)
    sheet = openpyxl.load_workbook(export_matrix(desk, wanted, LATER, tmp_path / "ma-tran.xlsx")).active
    headings = [cell.value for cell in sheet[1]]
    assert headings[5:] == [unit.short_name for unit in shown.units]
    assert sheet.freeze_panes == "A2"
    assert sheet.max_row == len(shown.items) + 1
    for row, item in zip(sheet.iter_rows(min_row=2, values_only=True), shown.items, strict=True):
        assert (row[4].date() if row[4] else None) == item.due
        for unit, said in zip(shown.units, row[5:], strict=True):
            cell = shown.cells.get((item.id, unit.id))
            assert (said or "") == (cell_words(cell) if cell else "")


def test_the_days_of_a_month_are_those_on_which_lines_fall_due(desk, given):
    directive_id, ids = given
    days = due_days(
        desk, AssignmentFilter(directive_id=directive_id), date(2023, 4, 1), date(2023, 4, 30), desk.today()
    )
    assert sum(each.open for each in days) == len(ids)
    assert due_days(desk, AssignmentFilter(due_from=date(2023, 5, 1)), date(2023, 4, 1), date(2023, 4, 30), LATER) == []
