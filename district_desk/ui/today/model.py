"""How a line of what falls due reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QObject

from district_desk.desk.chasing import Unanswered
from district_desk.desk.words import field_name
from district_desk.domain.listing import DueLine, DueSource
from district_desk.ui.theme import Tone
from district_desk.ui.today import words as w
from district_desk.ui.widgets.badge import Badge, Shape
from district_desk.ui.widgets.paged_model import Column
from district_desk.ui.widgets.record_list import RecordList
from district_desk.ui.words import day

_INCOMPLETE: Final = Badge("Cần bổ sung", Tone.NEUTRAL, Shape.RING)


@dataclass(frozen=True, slots=True)
class Owed:
    """A line with its number in the list, which is its id there; ``silence`` where a reminder of it is unanswered.

    ``days_late`` are calendar days, as everywhere a task is said to be late; not above 0 while it is in time.
    """

    number: int
    line: DueLine
    silence: Unanswered | None = None
    days_late: int = 0

    @property
    def card(self) -> str:
        """The figure under which it counts."""
        if self.silence is not None:
            return w.SILENT
        match self.line.source:
            case DueSource.INCOMPLETE:
                return w.INCOMPLETE
            case DueSource.HANDING_ON:
                return w.HAND_ON
            case _:
                return w.LATE if self.days_late > 0 else w.NEAR


class OwedModel(RecordList[Owed]):
    """What falls due, in its order."""

    def __init__(self, parent: QObject | None = None) -> None:
        columns = (
            Column[Owed]("due", "Hạn", lambda owed: day(owed.line.due), 11),
            Column[Owed]("what", "Việc phải làm", _what, 36, grows=True),
            Column[Owed]("origin", "Nguồn", lambda owed: owed.line.origin, 18, drops=1),
            Column[Owed]("unit", "Đơn vị", lambda owed: owed.line.unit, 20),
            Column[Owed]("state", "Tình trạng", lambda owed: badge_of(owed).words, 14,
                         badge=badge_of, longest="Quá hạn 8888 ngày"),
        )  # fmt: skip
        super().__init__(columns, lambda owed: owed.number, parent)


def owed_of(lines: Sequence[DueLine], silent: Sequence[Unanswered], today: date) -> list[Owed]:
    """What falls due, then the reminders without an answer, numbered through."""
    owed = [Owed(number, line, days_late=_days_late(line, today)) for number, line in enumerate(lines, start=1)]
    return owed + [Owed(number, _line(each), each) for number, each in enumerate(silent, start=len(owed) + 1)]


def _days_late(line: DueLine, today: date) -> int:
    """Of a task; a document that was not handed on is late by working days, as the law counts it."""
    days = (today - line.due).days if line.due is not None else 0
    if days > 0 and line.source is DueSource.HANDING_ON:
        return max(1, -(line.days_left or 0))
    return days


def _line(silence: Unanswered) -> DueLine:
    row = silence.row
    return DueLine(
        DueSource.ASSIGNMENT, row.standing.due, row.text, row.unit, row.notation or row.subject,
        row.assignment.directive_id, row.assignment.id, None,
    )  # fmt: skip


def badge_of(owed: Owed) -> Badge:
    """The state of a line; of an unanswered reminder, for how long and after how many."""
    if owed.silence is None:
        return state_of(owed)
    return Badge(w.silent(owed.silence.days, len(owed.silence.reminders)), Tone.WARNING, Shape.RING)


def state_of(owed: Owed) -> Badge:
    """How late, or how near in working days."""
    left = owed.line.days_left
    if left is None:
        return _INCOMPLETE
    if owed.days_late > 0:
        return Badge(f"Quá hạn {owed.days_late} ngày", Tone.DANGER, Shape.TRIANGLE)
    if owed.days_late == 0:
        return Badge("Hạn hôm nay", Tone.WARNING, Shape.DIAMOND)
    return Badge(f"Còn {left or -owed.days_late} ngày", Tone.WARNING, Shape.DIAMOND)  # no working day before a day off


def _what(owed: Owed) -> str:
    match owed.line.source:
        case DueSource.INCOMPLETE:
            return w.missing_words(", ".join(field_name(key) for key in owed.line.what.split(", ")))
        case DueSource.HANDING_ON:
            return f"Chuyển văn bản: {owed.line.what}"
        case _:
            return " ".join(owed.line.what.split())
