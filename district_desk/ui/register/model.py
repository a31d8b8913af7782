"""How a line of the register reads: the columns of Decree 30's register in its order, and its state as a badge."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from PySide6.QtCore import QObject

from district_desk.desk import Desk
from district_desk.domain.calendar import WorkCalendar
from district_desk.domain.directives import Directive, DocumentType, missing
from district_desk.domain.listing import DirectiveRow, RegisterSort
from district_desk.ui.theme import Tone
from district_desk.ui.widgets.badge import Badge, Shape
from district_desk.ui.widgets.paged_model import Column, PagedModel
from district_desk.ui.words import day


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
        types = {kind.code: kind.name for kind in desk.store.reading().find(DocumentType, "position")}
        return cls(types, desk.today(), desk.calendar, desk.office.near_due_days)


_BINNED: Final = Badge("Trong thùng rác", Tone.NEUTRAL, Shape.DASH)
_REFERENCE: Final = Badge("Tư liệu", Tone.NEUTRAL, Shape.DASH)
_INCOMPLETE: Final = Badge("Cần bổ sung", Tone.WARNING, Shape.DIAMOND)
_UNASSIGNED: Final = Badge("Chưa giao", Tone.NEUTRAL, Shape.RING)
_ENTERED: Final = Badge("Đã vào sổ", Tone.NEUTRAL, Shape.DASH)
_DONE: Final = Badge("Hoàn thành", Tone.GOOD, Shape.TICK)


def state_of(row: DirectiveRow, look: Look) -> Badge:
    """The state of a directive in one badge: what is most urgent about it."""
    directive = row.directive
    if directive.binned_on is not None:
        return _BINNED
    if directive.reference_only:
        return _REFERENCE
    if row.overdue:
        return Badge(f"Quá hạn {row.overdue} việc", Tone.DANGER, Shape.TRIANGLE)
    if missing(directive):
        return _INCOMPLETE
    return _state_of_work(row, look)


def _state_of_work(row: DirectiveRow, look: Look) -> Badge:
    if not row.lines:
        return _UNASSIGNED if row.items else _ENTERED
    if row.done >= row.lines:
        return _DONE
    left = look.calendar.working_between(look.today, row.next_due) if row.next_due else None
    if left is not None and left <= look.near_days:
        return Badge(f"Còn {left} ngày" if left else "Hạn hôm nay", Tone.WARNING, Shape.DIAMOND)
    return Badge(f"Đang làm {row.done}/{row.lines}", Tone.RUNNING, Shape.DISC)


class RegisterModel(PagedModel[DirectiveRow]):
    """The register by id. Without a desk it is empty."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._desk: Desk | None = None
        self._look = Look()
        super().__init__(self._make_columns(), self._rows, _id_of, parent)

    @property
    def look(self) -> Look:
        """What rows are read with."""
        return self._look

    def attach(self, desk: Desk) -> None:
        """Read from this office from now on."""
        self._desk = desk
        self.renew_look()

    def renew_look(self) -> None:
        """Types, calendar or settings changed."""
        assert self._desk is not None
        self._look = Look.of(self._desk)
        self.drop_all()

    def type_and_subject(self, directive: Directive) -> str:
        """Column 6: "Chỉ thị về việc …"."""
        name, subject = self._look.types.get(directive.type_code, ""), directive.subject
        if name and subject.startswith("Về "):
            subject = f"v{subject[1:]}"
        return " ".join(part for part in (name, subject) if part)

    def _rows(self, ids: Sequence[int]) -> Sequence[DirectiveRow]:
        assert self._desk is not None
        return self._desk.store.reading().directive_rows(ids, self._look.today)

    def _make_columns(self) -> tuple[Column[DirectiveRow], ...]:
        return (
            Column("arrived", "Ngày đến", lambda row: day(row.directive.arrived), 10),
            Column("arrival", "Số đến", lambda row: row.directive.arrival, 6, sort=RegisterSort.ARRIVAL),
            Column("issuer", "Tác giả", lambda row: row.directive.issuer, 13, sort=RegisterSort.ISSUER),
            Column("notation", "Số, ký hiệu", lambda row: str(row.directive.notation), 13, sort=RegisterSort.NOTATION),
            Column("issued", "Ngày văn bản", lambda row: day(row.directive.issued), 10, sort=RegisterSort.ISSUED,
                   drops=1),
            Column("subject", "Tên loại và trích yếu nội dung", lambda row: self.type_and_subject(row.directive), 24,
                   grows=True),
            Column("recipients", "Đơn vị hoặc người nhận", lambda row: row.directive.recipients, 14, drops=3),
            Column("passed_on", "Ngày chuyển", lambda row: day(row.directive.passed_on), 10, drops=2),
            Column("note", "Ghi chú", lambda row: row.directive.note, 12, drops=4),
            Column("state", "Tình trạng", lambda row: state_of(row, self._look).words, 12, sort=RegisterSort.DUE,
                   badge=lambda row: state_of(row, self._look)),
        )  # fmt: skip


def _id_of(row: DirectiveRow) -> int:
    return row.directive.id
