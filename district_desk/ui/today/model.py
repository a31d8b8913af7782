"""How a line of what falls due reads."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QObject

from district_desk.desk import Desk
from district_desk.desk.owing import Owed, Owing, owed_rows
from district_desk.ui.theme import Tone
from district_desk.ui.today import words as w
from district_desk.ui.widgets.badge import Badge, Shape
from district_desk.ui.widgets.paged_model import Column, PagedModel
from district_desk.ui.words import last_moment

_INCOMPLETE: Final = Badge("Cần bổ sung", Tone.NEUTRAL, Shape.RING)


class OwedModel(PagedModel[Owed]):
    """What falls due, in its order, by its numbers in the day's list."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._desk: Desk | None = None
        self.owing = Owing(date.min)
        columns = (
            Column[Owed]("due", "Hạn", lambda owed: last_moment(owed.line.due, owed.line.hour), 11),
            Column[Owed]("what", "Việc phải làm", lambda owed: owed.what, 36, grows=True),
            Column[Owed]("origin", "Nguồn", lambda owed: owed.line.origin, 18, drops=1),
            Column[Owed]("unit", "Đơn vị", lambda owed: owed.line.unit, 20),
            Column[Owed]("state", "Tình trạng", lambda owed: badge_of(owed).words, 14,
                         badge=badge_of, longest="Quá hạn 8888 ngày"),
        )  # fmt: skip
        super().__init__(columns, self.owed, lambda owed: owed.number, parent)

    def attach(self, desk: Desk) -> None:
        """Read from this office from now on."""
        self._desk = desk

    def owed(self, numbers: Sequence[int]) -> list[Owed]:
        """The lines of these numbers in their order."""
        return owed_rows(self._desk, self.owing, numbers) if self._desk is not None else []


def badge_of(owed: Owed) -> Badge:
    """The state of a line; of an unanswered reminder, for how long and after how many."""
    if owed.silence is None:
        return state_of(owed)
    return Badge(w.silent(owed.silence.days, owed.silence.times), Tone.WARNING, Shape.RING)


def state_of(owed: Owed) -> Badge:
    """How late, or how near in working days."""
    left = owed.days_left
    if left is None:
        return _INCOMPLETE
    if owed.days_late > 0:
        return Badge(f"Quá hạn {owed.days_late} ngày", Tone.DANGER, Shape.TRIANGLE)
    if owed.days_late == 0:
        return Badge("Hạn hôm nay", Tone.WARNING, Shape.DIAMOND)
    return Badge(f"Còn {left} ngày", Tone.WARNING, Shape.DIAMOND)
