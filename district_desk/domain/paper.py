"""The values of printed forms: what the desk hands to the printing room.

Records and settings in, no layout: a form (a TOML file) and these values make a document. Texts are as they
will stand on the page; dates are dates, and the printing room writes them as Decree 30/2020 wants.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from district_desk.domain.reporting import Figures, Period, Summary, Tier


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The two-column head: who is above (may be empty), who we are, the number line, place and date."""

    parent: str
    body: str
    place: str
    number_line: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One task on an assignment sheet."""

    place: str
    text: str
    role: str
    partners: str
    product: str
    due_phrase: str
    last_day: date | None
    last_working_day: date | None
    note: str = ""
    """For instance why this unit owes it, or through whom it reports."""


@dataclass(frozen=True, slots=True)
class AssignmentSheet:
    """Phiếu giao nhiệm vụ (DOMAIN 4.6 F1): one unit's tasks under one directive."""

    letterhead: Letterhead
    unit: str
    directive: str
    """ "Chỉ thị số 04/CT-UBND ngày 30/3/2023 của UBND huyện Cẩm Giàng về việc …"."""
    directive_short: str
    arrival: str
    arrived: date | None
    opinion: str
    leader: str
    opinion_on: date | None
    lines: tuple[SheetLine, ...]
    report_to: str
    report_hour: str
    report_by: date | None
    return_days: int
    cc: tuple[str, ...]
    """Who gets a copy, by name; the dashes and stops of "Nơi nhận" are the paper's."""
    authority: str
    signer_title: str
    signer: str
    code: str
    """18 digits that open the record when scanned into the search field; digits only, because an input method in
    Telex mode would rewrite letters that a scanner types."""


@dataclass(frozen=True, slots=True)
class ProcessingSlip:
    """Phiếu giải quyết văn bản đến (Decree 30/2020, Appendix IV.VII)."""

    letterhead: Letterhead
    directive: str
    leads: str
    partners: str
    dues: str
    opinion: str
    leader: str
    opinion_on: date | None
    code: str


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """One row of the register of received documents (Appendix IV.VI); column 9 is left blank for the signature."""

    arrived: date | None
    arrival: str
    issuer: str
    notation: str
    issued: date | None
    type_and_subject: str
    recipients: str
    passed_on: date | None
    note: str


@dataclass(frozen=True, slots=True)
class FollowUpLine:
    """One row of the follow-up register (Appendix IV.VIII): one (document, unit)."""

    arrival: str
    document: str
    unit: str
    due: str
    progress: str
    reply_notation: str
    note: str


@dataclass(frozen=True, slots=True)
class RegisterBook:
    """A printed register: cover values and rows."""

    parent: str
    body: str
    year: int
    first_day: date | None
    last_day: date | None
    first_number: str
    last_number: str
    volume: str
    lines: tuple[RegisterLine, ...] | tuple[FollowUpLine, ...]
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Who signs: the lines of authority and title (DOMAIN 7.4), and the name."""

    authority: tuple[str, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class TaskReport:
    """Báo cáo tình hình thực hiện nhiệm vụ (DOMAIN 4.6 F3). Figures are numbers here and become words on the page.

    ``documents`` were received in the period, ``directives`` gave tasks. ``tiers`` are the parts of section II in
    their order, ``others`` the levels inside the last one by name. ``late_units`` are those with overdue tasks and how
    many; ``near`` tasks fall due within ``near_days`` working days. ``causes`` and ``next_steps`` are the clerk's own
    words, empty where lines are left to write on. ``scope`` says to what the tasks were narrowed, empty for all.
    """

    letterhead: Letterhead
    to: str
    bureau: str
    own_body: str
    own_head: str
    upper_body: str
    lower: str
    """The units below as one names them together: "UBND các xã, thị trấn"."""
    period: Period
    documents: int
    directives: int
    whole: Summary
    carried_by_year: tuple[tuple[int, Figures], ...]
    tiers: tuple[tuple[Tier, Summary], ...]
    others: tuple[tuple[str, Summary], ...]
    late_units: tuple[tuple[str, int], ...]
    longest_late: int
    long_late: int
    near: int
    near_days: int
    praised: tuple[str, ...]
    reminded: tuple[str, ...]
    accountable: tuple[str, ...]
    causes: str
    next_steps: str
    cc: tuple[str, ...]
    signature: SignatureBlock
    scope: str = ""
    long_late_days: int = 120
    """Above how many days a task counts as ``long_late``; a report kept before this was asked counted by 120."""


class Division(StrEnum):
    """By what a summary is divided."""

    UNIT = "unit"
    LEVEL = "level"
    SOURCE = "source"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """One unit (level, source, person) and its figures."""

    name: str
    summary: Summary


@dataclass(frozen=True, slots=True)
class SummaryGroup:
    """Rows under one heading, with their sum; a heading that is empty is not printed."""

    heading: str
    rows: tuple[SummaryRow, ...]


@dataclass(frozen=True, slots=True)
class SummaryTable:
    """Phụ lục tổng hợp (F3-PL1). ``appendix`` is its Roman number; both it and ``attached_to`` are empty where it is
    printed alone."""

    appendix: str
    attached_to: str
    division: Division
    period: Period
    groups: tuple[SummaryGroup, ...]
    whole: Summary


class TaskListKind(StrEnum):
    """Which tasks a list names."""

    OVERDUE = "overdue"  # quá hạn, chưa hoàn thành
    DONE_LATE = "done_late"  # hoàn thành quá hạn
    NEAR = "near"  # sắp đến hạn


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A task on a list or in a letter. ``days`` are calendar days late, or left where the task is near its limit."""

    document: str
    text: str
    unit: str
    due: date | None
    days: int
    cause: str = ""
    reminded: str = ""


@dataclass(frozen=True, slots=True)
class TaskList:
    """Phụ lục danh mục nhiệm vụ (F3-PL2) and its variants. ``ahead`` are the working days that "near" looks ahead."""

    appendix: str
    attached_to: str
    kind: TaskListKind
    as_of: date
    ahead: int
    lines: tuple[TaskLine, ...]


@dataclass(frozen=True, slots=True)
class ReminderLetter:
    """Công văn đôn đốc (F4). ``directives`` are cited in full, ``earlier`` are the reminders already sent, ``time`` is
    the how-manieth this one is. ``new_day`` is by when the tasks must be done and reported."""

    letterhead: Letterhead
    to: tuple[str, ...]
    bureau: str
    own_body: str
    own_head: str
    directives: tuple[str, ...]
    earlier: tuple[str, ...]
    time: int
    as_of: date
    lines: tuple[TaskLine, ...]
    new_day: date | None
    cc: tuple[str, ...]
    signature: SignatureBlock


@dataclass(frozen=True, slots=True)
class ProposalLine:
    """A unit or person and what is proposed, with the figures and documents that speak for it."""

    who: str
    figures: Summary
    longest_late: int
    reminders: int
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProposalList:
    """Danh sách đề xuất biểu dương, nhắc nhở, xem xét trách nhiệm (F6)."""

    letterhead: Letterhead
    period: Period
    praised: tuple[ProposalLine, ...]
    reminded: tuple[ProposalLine, ...]
    accountable: tuple[ProposalLine, ...]
    cc: tuple[str, ...]
    signature: SignatureBlock
