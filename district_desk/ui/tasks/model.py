"""How an assignment line reads, with its standing as a badge."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QObject

from district_desk.desk import Desk
from district_desk.desk.limit_words import period_name
from district_desk.desk.words import OVERLAYS, ROLES
from district_desk.domain.assignments import State
from district_desk.domain.calendar import WorkCalendar
from district_desk.domain.items import place_in_words
from district_desk.domain.listing import AssignmentRow, TaskSort
from district_desk.ui.theme import Tone
from district_desk.ui.widgets.badge import Badge, Shape
from district_desk.ui.widgets.paged_model import Column, PagedModel
from district_desk.ui.words import day, last_moment

_RECURRING: Final = Badge("Định kỳ", Tone.NEUTRAL, Shape.RING)
_PLAIN: Final = {
    State.DONE_IN_TIME: Badge("Đúng hạn", Tone.GOOD, Shape.TICK),
    State.DONE_LATE: Badge("Xong, quá hạn", Tone.WARNING, Shape.TICK),
    State.DONE_NO_DUE: Badge("Hoàn thành", Tone.GOOD, Shape.TICK),
    State.RUNNING: Badge("Trong hạn", Tone.RUNNING, Shape.DISC),
    State.RUNNING_NO_DUE: Badge("Đang làm", Tone.RUNNING, Shape.DISC),
    State.RECALLED: Badge("Thu hồi", Tone.NEUTRAL, Shape.DASH),
    State.INFORMED: Badge("Để biết", Tone.NEUTRAL, Shape.DASH),
}


def row_badge(row: AssignmentRow, calendar: WorkCalendar, near_days: int) -> Badge:
    """The standing of a line in a word, a shape and a colour. Days are working days where they lie ahead.

    A recurring duty whose periods stand beside it is neither late nor in time: they are.
    """
    standing = row.standing
    if row.carries_periods:
        return _RECURRING
    if standing.state is State.OVERDUE:
        return Badge(f"Quá hạn {standing.days_late} ngày", Tone.DANGER, Shape.TRIANGLE)
    if standing.state is State.RUNNING and standing.due is not None:
        left = calendar.working_between(standing.as_of, standing.due)
        if left <= near_days:
            return Badge(f"Còn {left} ngày" if left > 0 else "Hạn hôm nay", Tone.WARNING, Shape.DIAMOND)
    return _PLAIN[standing.state]


class TaskModel(PagedModel[AssignmentRow]):
    """Assignment lines by id, as of today."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._desk: Desk | None = None
        self._calendar = WorkCalendar()
        self._near_days = 3
        self.as_of = date.min
        super().__init__(self._make_columns(), self._rows, lambda row: row.assignment.id, parent)

    def attach(self, desk: Desk) -> None:
        """Read from this office from now on."""
        self._desk = desk
        self.renew_look()

    def renew_look(self) -> None:
        """Calendar or settings changed, or another day began."""
        assert self._desk is not None
        self.as_of = self._desk.today()
        self._calendar, self._near_days = self._desk.calendar, self._desk.office.near_due_days
        self.drop_all()

    def _rows(self, ids: Sequence[int]) -> Sequence[AssignmentRow]:
        assert self._desk is not None
        return self._desk.store.reading().assignment_rows(ids, self.as_of)

    def badge(self, row: AssignmentRow) -> Badge:
        """How a line stands in this office."""
        return row_badge(row, self._calendar, self._near_days)

    def _make_columns(self) -> tuple[Column[AssignmentRow], ...]:
        return (
            Column("due", "Hạn", lambda row: last_moment(row.standing.due, row.hour) or row.phrase, 12, sort=TaskSort.DUE),
            Column("text", "Việc phải làm", _text, 34, grows=True, tip=_tip),
            Column("unit", "Đơn vị", lambda row: row.unit, 18, sort=TaskSort.UNIT),
            Column("role", "Vai trò", lambda row: ROLES[row.assignment.role], 9, drops=2),
            Column("source", "Nguồn", _source, 17, drops=1, sort=TaskSort.SOURCE),
            Column("product", "Sản phẩm", lambda row: row.assignment.product, 14, drops=3),
            Column("person", "Người phụ trách", lambda row: row.assignment.person, 16, drops=5),
            Column("given", "Ngày giao", lambda row: day(row.assignment.given), 10, drops=6),
            Column("marks", "Ghi chú", _marks, 14, drops=4),
            Column("state", "Tình trạng", lambda row: self.badge(row).words, 13, badge=self.badge,
                   longest="Quá hạn 8888 ngày"),
        )  # fmt: skip


def _marks(row: AssignmentRow) -> str:
    period = [period_name(row.assignment.period)] if row.assignment.period else []
    return ", ".join((*period, *(OVERLAYS[mark] for mark in row.standing.overlays(date.min))))


def _text(row: AssignmentRow) -> str:
    return " ".join(row.text.split())


def _tip(row: AssignmentRow) -> str:
    limit = f"\nThời hạn ghi trong văn bản: {row.phrase}" if row.phrase else ""
    return row.text + limit


def _source(row: AssignmentRow) -> str:
    place = place_in_words(row.path, row.kind)
    return " · ".join(part for part in (row.notation or row.subject, place) if part)
