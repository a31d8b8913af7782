"""How a line of what falls due reads."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject

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
    """A line with its number in the list, which is its id there."""

    number: int
    line: DueLine

    @property
    def card(self) -> str:
        """The figure under which it counts."""
        match self.line.source:
            case DueSource.INCOMPLETE:
                return w.INCOMPLETE
            case DueSource.HANDING_ON:
                return w.HAND_ON
            case _:
                return w.LATE if (self.line.days_left or 0) < 0 else w.NEAR


class OwedModel(RecordList[Owed]):
    """What falls due, in its order."""

    def __init__(self, parent: QObject | None = None) -> None:
        columns = (
            Column[Owed]("due", "Hạn", lambda owed: day(owed.line.due), 11),
            Column[Owed]("what", "Việc phải làm", _what, 36, grows=True),
            Column[Owed]("origin", "Nguồn", lambda owed: owed.line.origin, 18, drops=1),
            Column[Owed]("unit", "Đơn vị", lambda owed: owed.line.unit, 20),
            Column[Owed]("state", "Tình trạng", lambda owed: state_of(owed.line).words, 14,
                         badge=lambda owed: state_of(owed.line)),
        )  # fmt: skip
        super().__init__(columns, lambda owed: owed.number, parent)


def state_of(line: DueLine) -> Badge:
    """How late, or how near; days are working days."""
    if line.days_left is None:
        return _INCOMPLETE
    if line.days_left < 0:
        return Badge(f"Quá hạn {-line.days_left} ngày", Tone.DANGER, Shape.TRIANGLE)
    if line.days_left == 0:
        return Badge("Hạn hôm nay", Tone.WARNING, Shape.DIAMOND)
    return Badge(f"Còn {line.days_left} ngày", Tone.WARNING, Shape.DIAMOND)


def _what(owed: Owed) -> str:
    match owed.line.source:
        case DueSource.INCOMPLETE:
            return w.missing_words(", ".join(field_name(key) for key in owed.line.what.split(", ")))
        case DueSource.HANDING_ON:
            return f"Chuyển văn bản: {owed.line.what}"
        case _:
            return " ".join(owed.line.what.split())
