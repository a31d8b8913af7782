"""The fields of the register, each described once: its key, what it is of a row, how it reads, how it sorts.

A screen and an Excel sheet pick fields by key and add a heading's width; a printed book shares :func:`type_and_subject`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from district_desk.desk.citing import about, type_names
from district_desk.desk.office_desk import Desk
from district_desk.domain.calendar import WorkCalendar
from district_desk.domain.directives import Directive, missing
from district_desk.domain.listing import DirectiveRow, RegisterSort

Value = str | int | date | None
"""Text (empty for blank), a whole number, a date; None for a blank number or date."""


@dataclass(frozen=True, slots=True)
class Look:
    """What is needed to read a row: names of types by code, the day, the calendar, how near is near."""

    types: Mapping[str, str] = field(default_factory=dict)
    today: date = date.min
    calendar: WorkCalendar = field(default_factory=WorkCalendar)
    near_days: int = 3

    @classmethod
    def of(cls, desk: Desk) -> "Look":
        """The look of an open office, today."""
        return cls(type_names(desk), desk.today(), desk.calendar, desk.office.near_due_days)


class RegisterState(StrEnum):
    """What is most urgent about a directive."""

    BINNED = "binned"
    REFERENCE = "reference"
    OVERDUE = "overdue"
    INCOMPLETE = "incomplete"
    ENTERED = "entered"
    UNASSIGNED = "unassigned"
    DONE = "done"
    NEAR = "near"
    RUNNING = "running"


def state_of(row: DirectiveRow, look: Look) -> RegisterState:
    """The state of a directive at the look's day."""
    directive = row.directive
    if directive.binned_on is not None:
        return RegisterState.BINNED
    if directive.reference_only:
        return RegisterState.REFERENCE
    if row.overdue:
        return RegisterState.OVERDUE
    return RegisterState.INCOMPLETE if missing(directive) else _state_of_work(row, look)


def _state_of_work(row: DirectiveRow, look: Look) -> RegisterState:
    if not row.lines:
        return RegisterState.UNASSIGNED if row.items else RegisterState.ENTERED
    if row.done >= row.lines:
        return RegisterState.DONE
    left = _days_left(row, look)
    return RegisterState.NEAR if left is not None and left <= look.near_days else RegisterState.RUNNING


def _days_left(row: DirectiveRow, look: Look) -> int | None:
    return look.calendar.working_between(look.today, row.next_due) if row.next_due else None


def state_words(row: DirectiveRow, look: Look) -> str:
    """The state in words, with its figure: "Quá hạn 2 việc", "Còn 3 ngày", "Đang làm 1/4"."""
    state = state_of(row, look)
    match state:
        case RegisterState.OVERDUE:
            return f"Quá hạn {row.overdue} việc"
        case RegisterState.NEAR:
            left = _days_left(row, look)
            return f"Còn {left} ngày" if left else "Hạn hôm nay"
        case RegisterState.RUNNING:
            return f"Đang làm {row.done}/{row.lines}"
        case _:
            return _WORDS[state]


_WORDS: Final = {
    RegisterState.BINNED: "Trong thùng rác",
    RegisterState.REFERENCE: "Tư liệu",
    RegisterState.INCOMPLETE: "Cần bổ sung",
    RegisterState.UNASSIGNED: "Chưa giao",
    RegisterState.ENTERED: "Đã vào sổ",
    RegisterState.DONE: "Hoàn thành",
}


def type_and_subject(directive: Directive, types: Mapping[str, str]) -> str:
    """Column 6 of the register of Decree 30/2020, Appendix IV.VI: "Chỉ thị về việc …"."""
    name = types.get(directive.type_code, "")
    if not name:
        return directive.subject
    return f"{name} {about(directive.subject)}" if directive.subject else name


@dataclass(frozen=True, slots=True)
class RegisterField:
    """One field: its heading as the Decree has it, what it is of a row, and by what the store can order it."""

    heading: str
    value: Callable[[DirectiveRow, Look], Value]
    sort: RegisterSort | None = None

    def text(self, row: DirectiveRow, look: Look) -> str:
        """The value as people read it: dates dd/MM/yyyy, nothing for a blank."""
        value = self.value(row, look)
        return "" if value is None else f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)


def _arrival(row: DirectiveRow, _look: Look) -> Value:
    """A number where it is one, so that a sheet can order by it; an inserted one ("411a") is text."""
    directive = row.directive
    return directive.arrival if directive.arrival_suffix else directive.arrival_number


FIELDS: Final[Mapping[str, RegisterField]] = {
    "arrived": RegisterField("Ngày đến", lambda row, _: row.directive.arrived),
    "arrival": RegisterField("Số đến", _arrival, RegisterSort.ARRIVAL),
    "issuer": RegisterField("Tác giả", lambda row, _: row.directive.issuer, RegisterSort.ISSUER),
    "notation": RegisterField("Số, ký hiệu", lambda row, _: str(row.directive.notation), RegisterSort.NOTATION),
    "issued": RegisterField("Ngày văn bản", lambda row, _: row.directive.issued, RegisterSort.ISSUED),
    "subject": RegisterField(
        "Tên loại và trích yếu nội dung", lambda row, look: type_and_subject(row.directive, look.types)
    ),
    "recipients": RegisterField("Đơn vị hoặc người nhận", lambda row, _: row.directive.recipients),
    "passed_on": RegisterField("Ngày chuyển", lambda row, _: row.directive.passed_on),
    "note": RegisterField("Ghi chú", lambda row, _: row.directive.note),
    "items": RegisterField("Số mục", lambda row, _: row.items),
    "lines": RegisterField("Việc đã giao", lambda row, _: row.lines),
    "done": RegisterField("Hoàn thành", lambda row, _: row.done),
    "overdue": RegisterField("Quá hạn", lambda row, _: row.overdue),
    "next_due": RegisterField("Hạn gần nhất", lambda row, _: row.next_due),
    "state": RegisterField("Tình trạng", state_words, RegisterSort.DUE),
}
"""The first nine in the order of the Decree; then figures of the work given, and the state."""
