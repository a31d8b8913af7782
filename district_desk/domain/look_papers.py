"""The values of two printed looks: the matrix items × units, and the list of a day.

They are to paper what ``domain.task_looks`` and ``domain.listing`` are to a screen: texts as they stand on the page,
dates as dates, states as states, which a form writes in its own words.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from district_desk.domain.task_looks import CellState


@dataclass(frozen=True, slots=True)
class MatrixMark:
    """How one unit stands with one item: the worst of its lines, the calendar days that one is late, how many lines."""

    state: CellState
    days_late: int
    lines: int


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """An item: its document and place there, its earliest due date, and a mark for each unit, None where it has none."""

    document: str
    place: str
    text: str
    due: date | None
    marks: tuple[MatrixMark | None, ...]


@dataclass(frozen=True, slots=True)
class TaskMatrix:
    """Ma trận nhiệm vụ. ``narrowed`` says in words what the lines were chosen by, empty for all of them; ``cut`` is
    whether there are more items than these rows."""

    parent: str
    body: str
    as_of: date
    narrowed: tuple[str, ...]
    units: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    cut: bool


class DayPart(StrEnum):
    """What a day asks for, in the order in which it is told."""

    LATE = "late"  # nhiệm vụ quá hạn
    NEAR = "near"  # sắp đến hạn
    SILENT = "silent"  # đã đôn đốc, chưa trả lời
    HAND_ON = "hand_on"  # văn bản chưa chuyển
    INCOMPLETE = "incomplete"  # văn bản cần bổ sung


@dataclass(frozen=True, slots=True)
class DayLine:
    """One thing to do. ``days_late`` is above 0 where its day has passed; ``days_left`` are working days up to it, None
    without a day. Of an unanswered reminder ``times`` counts them, and ``days_left`` are working days since the last.
    """

    part: DayPart
    what: str
    origin: str
    unit: str
    due: date | None
    days_late: int
    days_left: int | None
    times: int = 0


@dataclass(frozen=True, slots=True)
class DayList:
    """Danh sách việc trong ngày. ``near_days`` are the working days that "near" looks ahead; of ``parts`` also the
    empty ones are told."""

    parent: str
    body: str
    day: date
    near_days: int
    parts: tuple[DayPart, ...]
    lines: tuple[DayLine, ...]
