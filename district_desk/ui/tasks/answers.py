"""What the page asks the desk beside the main thread: ids, matrix, month, one line's story, the workbook."""

from array import array
from dataclasses import replace
from datetime import date
from pathlib import Path

from district_desk.desk import Desk, task_looks
from district_desk.desk.line_view import LineView, line_view
from district_desk.domain.listing import AssignmentFilter
from district_desk.domain.task_looks import DueDay, Matrix
from district_desk.ui.operations import Progress
from district_desk.ui.tasks.calendar_look import sheet_days


def ids_of(desk: Desk, wanted: AssignmentFilter, progress: Progress) -> "array[int]":
    """The list."""
    del progress
    return desk.store.reading().assignment_ids(wanted, desk.today())


def matrix_of(desk: Desk, wanted: AssignmentFilter, progress: Progress) -> Matrix:
    """The matrix."""
    del progress
    return task_looks.matrix(desk, wanted, desk.today())


def month_of(desk: Desk, wanted: AssignmentFilter, first: date, progress: Progress) -> list[DueDay]:
    """What falls due on the sheet of a month."""
    del progress
    return task_looks.due_days(desk, wanted, *sheet_days(first), desk.today())


def story_of(desk: Desk, line_id: int, progress: Progress) -> LineView:
    """One line with what happened to it."""
    del progress
    return line_view(desk, line_id)


def workbook_of(desk: Desk, wanted: AssignmentFilter, path: Path, progress: Progress) -> Path:
    """The matrix as a workbook."""
    del progress
    return task_looks.export_matrix(desk, wanted, desk.today(), path)


def on_day(wanted: AssignmentFilter, day: date) -> AssignmentFilter:
    """Of these lines, those that fall due on a day."""
    return replace(wanted, due_from=day, due_until=day)


def of_cell(wanted: AssignmentFilter, item_id: int, unit_id: int) -> AssignmentFilter:
    """Of these lines, those of an item and a unit."""
    return replace(wanted, item_id=item_id, unit_id=unit_id, unit_ids=(), group_id=None)
