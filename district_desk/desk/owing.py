"""The day's work as one list: what falls due and the reminders without an answer, each line in its part of the day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from district_desk.desk.chasing import Unanswered
from district_desk.desk.words import field_name
from district_desk.domain.listing import DueLine, DueSource
from district_desk.domain.look_papers import DayPart


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
    def part(self) -> DayPart:
        """Under what it counts."""
        if self.silence is not None:
            return DayPart.SILENT
        match self.line.source:
            case DueSource.INCOMPLETE:
                return DayPart.INCOMPLETE
            case DueSource.HANDING_ON:
                return DayPart.HAND_ON
            case _:
                return DayPart.LATE if self.days_late > 0 else DayPart.NEAR

    @property
    def days_left(self) -> int | None:
        """Working days up to its day; where only days off are between, calendar days; None without a day."""
        left = self.line.days_left
        return left if left is None or left else -self.days_late

    @property
    def what(self) -> str:
        """What is to be done, in one line."""
        match self.line.source:
            case DueSource.INCOMPLETE:
                return f"Cần bổ sung: {', '.join(field_name(key) for key in self.line.what.split(', '))}"
            case DueSource.HANDING_ON:
                return f"Chuyển văn bản: {self.line.what}"
            case _:
                return " ".join(self.line.what.split())


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
