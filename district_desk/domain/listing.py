"""What lists ask for and what they show: filters, rows, and the answers of checks.

A filter says what is wanted; the store answers with ids in the wanted order and, page by page, with rows.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from district_desk.domain.assignments import Assignment, Role, Standing, State
from district_desk.domain.changes import Entity
from district_desk.domain.directives import Directive, Source
from district_desk.domain.reading import ItemKind


class RegisterChip(StrEnum):
    """The quick filters above the register."""

    ALL = "all"
    INCOMPLETE = "incomplete"  # cần bổ sung
    UNASSIGNED = "unassigned"  # chưa giao
    RUNNING = "running"  # đang thực hiện
    OVERDUE = "overdue"  # có việc quá hạn
    NOT_PASSED_ON = "not_passed_on"  # chưa chuyển
    REFERENCE = "reference"  # tư liệu tham khảo
    BINNED = "binned"


class RegisterSort(StrEnum):
    """The columns by which the register can be ordered."""

    ARRIVAL = "arrival"
    ISSUED = "issued"
    ISSUER = "issuer"
    NOTATION = "notation"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class DirectiveFilter:
    """Which directives, in which order. ``year`` is the register's year (for own documents: of the date)."""

    year: int | None = None
    sources: tuple[Source, ...] = ()
    chip: RegisterChip = RegisterChip.ALL
    words: str = ""
    sort: RegisterSort = RegisterSort.ARRIVAL
    descending: bool = True


@dataclass(frozen=True, slots=True)
class DirectiveRow:
    """A directive with its figures at today's date. Counts are of lead lines; ``next_due`` of the open ones."""

    directive: Directive
    items: int
    lines: int
    done: int
    overdue: int
    next_due: date | None


class TaskSort(StrEnum):
    """The columns by which a list of assignments can be ordered."""

    DUE = "due"
    UNIT = "unit"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class AssignmentFilter:
    """Which assignment lines. Empty fields do not filter; ``open_only`` leaves out what is done or recalled.

    ``unit_ids`` takes several units, ``group_id`` those of a group, ``levels`` are codes of assigning levels, ``sources`` and ``states`` take
    any of theirs, ``person`` is part of the name of who answers for the line. Both days of the due range are included.
    The lines of one directive come in the order of its items, whatever ``sort`` says.
    """

    directive_id: int | None = None
    unit_id: int | None = None
    roles: tuple[Role, ...] = ()
    open_only: bool = False
    due_until: date | None = None
    words: str = ""
    due_from: date | None = None
    item_id: int | None = None
    group_id: int | None = None
    levels: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    states: tuple[State, ...] = ()
    person: str = ""
    unit_ids: tuple[int, ...] = ()
    sort: TaskSort = TaskSort.DUE
    descending: bool = False


@dataclass(frozen=True, slots=True)
class AssignmentRow:
    """An assignment line with what is needed to read it alone, and its standing at the as-of date."""

    assignment: Assignment
    standing: Standing
    path: str
    text: str
    unit: str
    unit_code: str
    notation: str
    arrival: str
    subject: str
    phrase: str
    kind: ItemKind = ItemKind.TASK
    calendar_confirmed: bool = True
    """False where the due date lies in a year whose days off are not announced."""
    carries_periods: bool = False
    """True of the line of a recurring duty whose periods are the tasks in its place (DOMAIN 4.4)."""
    hour: str = ""
    """The hour of its last day ("16:00") where the item's limit names one and the day is still that of the limit."""


class DueSource(StrEnum):
    """What kind of thing falls due."""

    ASSIGNMENT = "assignment"
    HANDING_ON = "handing_on"
    INCOMPLETE = "incomplete"
    REPLY = "reply"


@dataclass(frozen=True, slots=True)
class DueLine:
    """One line of "what falls due": its last day, what, who, where it comes from, and the record to open."""

    source: DueSource
    due: date | None
    what: str
    unit: str
    origin: str
    directive_id: int
    record_id: int
    days_left: int | None
    """Working days from the as-of date to the last day; negative when late, None without a date."""
    calendar_confirmed: bool = True
    """False where the last day lies in a year whose days off are not announced."""
    hour: str = ""
    """Of a task whose limit names an hour; it is late from the next day on all the same."""


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One hit: the record, the directive it belongs to, the words around the match, and whether the marks agree."""

    entity: Entity
    record_id: int
    directive_id: int
    title: str
    excerpt: str
    exact: bool


class LikenessKind(StrEnum):
    """How alike an earlier record is."""

    DUPLICATE = "duplicate"  # number + symbol + issuer
    LOOK_ALIKE = "look_alike"  # same issuer, near date, like subject; or the very same file
    ANSWERED = "answered"  # ours, which this document answers or reports on


@dataclass(frozen=True, slots=True)
class Likeness:
    """An earlier record that may be the same document (DOMAIN 3.10), or that this one answers."""

    kind: LikenessKind
    directive: Directive


@dataclass(frozen=True, slots=True)
class NumberAudit:
    """What is wrong with a year's arrival numbers (Decree 30/2020 art. 22.2)."""

    year: int
    gaps: tuple[tuple[int, int], ...]
    """Missing runs, first and last number included."""
    doubles: tuple[str, ...]
    out_of_order: tuple[str, ...]
    """Numbers whose date of arrival lies before that of a smaller number."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One line of the journal. ``subject`` says on what ("04/CT-UBND"), ``count`` on how many."""

    id: int
    kind: str
    at: datetime
    officer: str
    machine: str
    subject: str
    count: int
    undone: bool
    undoes: int | None


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one record, before and after, in one operation."""

    operation: Operation
    entity: Entity
    record_id: int
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A copy of the office's file: its name, when it was taken, why, and its size in bytes."""

    name: str
    taken: datetime
    reason: str
    size: int


@dataclass(frozen=True, slots=True)
class CheckFinding:
    """Something the check found: ``fact`` is a key, ``detail`` the facts."""

    fact: str
    detail: str


@dataclass(frozen=True, slots=True)
class Counts:
    """The figures of the rail and the foot line."""

    directives: int
    assignments: int
    overdue: int
    incomplete: int
    not_passed_on: int
