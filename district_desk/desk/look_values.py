"""The values of two printed looks: the matrix of Nhiệm vụ as it is narrowed, and the list of Hôm nay."""

from dataclasses import dataclass
from datetime import date

from district_desk.desk.filter_words import filter_words
from district_desk.desk.office_desk import Desk
from district_desk.desk.owing import Owed, owed_rows, owing
from district_desk.desk.task_looks import matrix
from district_desk.domain.items import place_in_words
from district_desk.domain.listing import AssignmentFilter
from district_desk.domain.look_papers import DayLine, DayList, DayPart, MatrixMark, MatrixRow, TaskMatrix
from district_desk.domain.task_looks import Matrix, MatrixCell, MatrixItem


@dataclass(frozen=True, slots=True)
class MatrixWish:
    """Which lines a printed matrix is made of, and as of which day (today)."""

    wanted: AssignmentFilter
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class DayWish:
    """Which parts of a day's list are wanted (all of them), and of which day (today)."""

    as_of: date | None = None
    parts: tuple[DayPart, ...] = ()


def task_matrix(desk: Desk, wish: MatrixWish) -> TaskMatrix:
    """The matrix that the screen shows with that filter, with what it was narrowed by."""
    shown = matrix(desk, wish.wanted, wish.as_of or desk.today())
    office = desk.office
    return TaskMatrix(
        office.parent_body or office.body_short,
        office.bureau,
        shown.as_of,
        filter_words(desk, wish.wanted),
        tuple(unit.short_name for unit in shown.units),
        tuple(_row(shown, item) for item in shown.items),
        shown.cut,
    )


def _row(shown: Matrix, item: MatrixItem) -> MatrixRow:
    marks = (shown.cells.get((item.id, unit.id)) for unit in shown.units)
    return MatrixRow(
        item.notation, place_in_words(item.path, item.kind), " ".join(item.text.split()), item.due,
        tuple(_mark(cell) if cell else None for cell in marks),
    )  # fmt: skip


def _mark(cell: MatrixCell) -> MatrixMark:
    return MatrixMark(cell.state, cell.days_late, len(cell.ids))


def day_list(desk: Desk, wish: DayWish) -> DayList:
    """What the day asks for, as Hôm nay tells it: overdue and near work, silence, documents not handed on or blank."""
    day, office = wish.as_of or desk.today(), desk.office
    parts = wish.parts or tuple(DayPart)
    whole = owing(desk, day)
    numbers = sorted(number for part in parts for number in whole.numbers(part))
    return DayList(
        office.parent_body or office.body_short, office.bureau, day, office.near_due_days, parts,
        tuple(_line(each) for each in owed_rows(desk, whole, numbers)),
    )  # fmt: skip


def _line(owed: Owed) -> DayLine:
    line, silence = owed.line, owed.silence
    days, times = (silence.days, silence.times) if silence else (owed.days_left, 0)
    return DayLine(owed.part, owed.what, line.origin, line.unit, line.due, owed.days_late, days, times)
