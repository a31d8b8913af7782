"""The looks at assignment lines beside the list: items × units, and days on which lines fall due.

A cell says in one of a few words how its lines stand; the worst of them decides, so that nothing late hides behind
something done (DOMAIN 4.4).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from district_desk.domain.assignments import Role, Standing, State
from district_desk.domain.reading import ItemKind


@dataclass(frozen=True, slots=True)
class DueDay:
    """How many lines fall due on a day: those still open, and those done."""

    day: date
    open: int
    done: int


@dataclass(frozen=True, slots=True)
class MatrixLine:
    """A line as a matrix needs it."""

    id: int
    directive_id: int
    item_id: int
    unit_id: int
    role: Role
    standing: Standing


class CellState(StrEnum):
    """How the lines of a cell stand, the worst first."""

    LATE = "late"
    DUE = "due"  # sắp đến hạn
    NOT_DUE = "not_due"
    OPEN = "open"  # không quy định thời hạn
    DONE_LATE = "done_late"
    DONE = "done"
    OUTSIDE = "outside"  # để biết, thu hồi


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """One item of one unit: its lines, the state of the worst, the due date of that one, and its days late."""

    ids: tuple[int, ...]
    state: CellState
    due: date | None
    days_late: int


@dataclass(frozen=True, slots=True)
class MatrixItem:
    """A row: the item, where it stands in which directive, and its earliest due date."""

    id: int
    directive_id: int
    path: str
    kind: ItemKind
    text: str
    notation: str
    due: date | None


@dataclass(frozen=True, slots=True)
class MatrixUnit:
    """A column: a unit by its short name and its full one."""

    id: int
    short_name: str
    name: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """Items × units; a pair without a line has no cell. ``cut`` where there are more items than are shown."""

    items: tuple[MatrixItem, ...]
    units: tuple[MatrixUnit, ...]
    cells: Mapping[tuple[int, int], MatrixCell]
    as_of: date
    cut: bool = False


_WORST_FIRST: Final = {state: place for place, state in enumerate(CellState)}
_DONE: Final = {
    State.DONE_IN_TIME: CellState.DONE,
    State.DONE_NO_DUE: CellState.DONE,
    State.DONE_LATE: CellState.DONE_LATE,
    State.OVERDUE: CellState.LATE,
    State.RUNNING_NO_DUE: CellState.OPEN,
    State.RECALLED: CellState.OUTSIDE,
    State.INFORMED: CellState.OUTSIDE,
}


def cell_state(standing: Standing, near: date) -> CellState:
    """The state of one line; ``near`` is the last day that counts as "sắp đến hạn"."""
    if standing.state is State.RUNNING:
        return CellState.DUE if standing.due and standing.due <= near else CellState.NOT_DUE
    return _DONE[standing.state]


def cells_of(lines: Iterable[MatrixLine], near: date) -> dict[tuple[int, int], MatrixCell]:
    """The cells of these lines, by item and unit."""
    found: dict[tuple[int, int], list[MatrixLine]] = {}
    for line in lines:
        found.setdefault((line.item_id, line.unit_id), []).append(line)
    return {place: _cell(own, near) for place, own in found.items()}


def _cell(lines: list[MatrixLine], near: date) -> MatrixCell:
    worst = lines[0] if len(lines) == 1 else min(lines, key=lambda line: (_rank(line, near), line.id))
    state, stands = cell_state(worst.standing, near), worst.standing
    late = stands.days_late if state in (CellState.LATE, CellState.DONE_LATE) else 0
    return MatrixCell(tuple([line.id for line in lines]), state, stands.due, late)


def _rank(line: MatrixLine, near: date) -> int:
    return _WORST_FIRST[cell_state(line.standing, near)]
