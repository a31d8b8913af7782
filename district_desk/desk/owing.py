"""The day's work as one list: what falls due and the reminders without an answer, each line in its part of the day.

The whole of it is known by keys (:class:`Owing`); its lines are read when they are looked at.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from district_desk.desk.listing import due_keys, due_rows, near
from district_desk.desk.office_desk import Desk
from district_desk.domain.day_work import DueKey
from district_desk.domain.listing import DueLine, DueSource
from district_desk.domain.look_papers import DayPart

_TASK: Final = DueSource.ASSIGNMENT


@dataclass(frozen=True, slots=True)
class Silent:
    """Of a line whose unit has not spoken since: working days since the last reminder, and how many there were."""

    days: int
    times: int


@dataclass(frozen=True, slots=True)
class Owed:
    """A line with its number in the day's list, which is its id there; ``silence`` where a reminder of it is unanswered.

    ``days_late`` are calendar days, as everywhere a task is said to be late; not above 0 while it is in time.
    """

    number: int
    line: DueLine
    silence: Silent | None = None
    days_late: int = 0

    @property
    def part(self) -> DayPart:
        """Under what it counts."""
        return DayPart.SILENT if self.silence is not None else _part(self.line.source, is_late=self.days_late > 0)

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
                return f"Cần bổ sung: {self.line.what}"
            case DueSource.HANDING_ON:
                return f"Chuyển văn bản: {self.line.what}"
            case _:
                return " ".join(self.line.what.split())


@dataclass(frozen=True)
class Owing:
    """What a day asks for, by keys: what falls due in its order, then the silent lines, the longest silence first.

    A line's number is its place in both together, counted from 1.
    """

    day: date
    due: Sequence[DueKey] = ()
    silent: Sequence[tuple[DueKey, Silent]] = ()

    @cached_property
    def parts(self) -> dict[DayPart, list[int]]:
        """The numbers of each part of the day."""
        found: dict[DayPart, list[int]] = {part: [] for part in DayPart}
        today = self.day.isoformat()
        for number, key in enumerate(self.due, start=1):
            found[_part(key.source, is_late=key.due < today)].append(number)
        found[DayPart.SILENT] = list(range(len(self.due) + 1, len(self.due) + len(self.silent) + 1))
        return found

    def numbers(self, part: DayPart | None = None) -> Sequence[int]:
        """Of one part; else of everything that falls due, where a line that is silent stands already."""
        return range(1, len(self.due) + 1) if part is None else self.parts[part]

    def fell_due(self, since: date) -> frozenset[int]:
        """The open tasks whose last day lies between a day and this one, both left out."""
        after, before = since.isoformat(), self.day.isoformat()
        return frozenset(
            number for number, key in enumerate(self.due, start=1) if key.source is _TASK and after < key.due < before
        )

    def task_ids(self, numbers: Iterable[int]) -> list[int]:
        """The assignments of these numbers, each once; what is no task is left out."""
        keys = (self.key(number) for number in numbers)
        return list(dict.fromkeys(key.record_id for key in keys if key.source is _TASK))

    def key(self, number: int) -> DueKey:
        """The key of a number."""
        place = number - 1 - len(self.due)
        return self.due[number - 1] if place < 0 else self.silent[place][0]

    def silence(self, number: int) -> Silent | None:
        """Of a line without an answer; None of what falls due."""
        place = number - 1 - len(self.due)
        return None if place < 0 else self.silent[place][1]


def owing(desk: Desk, as_of: date) -> Owing:
    """What a day asks for: overdue and near work, silence, documents not handed on or with blanks."""
    silent = [
        (each.line, Silent(desk.calendar.working_between(each.last, as_of), each.times))
        for each in desk.store.reading().silences(as_of)
    ]
    silent.sort(key=lambda each: (-each[1].days, each[0].record_id))
    return Owing(as_of, due_keys(desk, as_of, until=near(desk, as_of)), silent)


def owed_rows(desk: Desk, owed: Owing, numbers: Sequence[int]) -> list[Owed]:
    """The lines of these numbers in their order; what is gone meanwhile is left out."""
    keys = [owed.key(number) for number in numbers]
    lines = {(line.source, line.record_id): line for line in due_rows(desk, keys, owed.day)}
    return [
        owed_line(number, line, owed.day, owed.silence(number))
        for number, key in zip(numbers, keys, strict=True)
        if (line := lines.get((key.source, key.record_id))) is not None
    ]


def owed_line(number: int, line: DueLine, today: date, silence: Silent | None = None) -> Owed:
    """A line of what falls due as it stands in the day's list."""
    return Owed(number, line, silence, 0 if silence else _days_late(line, today))


def _part(source: DueSource, *, is_late: bool) -> DayPart:
    match source:
        case DueSource.INCOMPLETE:
            return DayPart.INCOMPLETE
        case DueSource.HANDING_ON:
            return DayPart.HAND_ON
        case _:
            return DayPart.LATE if is_late else DayPart.NEAR


def _days_late(line: DueLine, today: date) -> int:
    """Of a task; a document that was not handed on is late by working days, as the law counts it."""
    days = (today - line.due).days if line.due is not None else 0
    if days > 0 and line.source is DueSource.HANDING_ON:
        return max(1, -(line.days_left or 0))
    return days
