"""The values of the printed forms about reform: the index, the plans that follow it, periodic reports (DOMAIN 5.5, 5.7).

Points and shares are millionths as everywhere (:mod:`.points`); a share is cut off after its sixth place, never rounded
up, so that 74,9999 % is not drawn as 75. Texts are as they stand on the page.
"""

from dataclasses import dataclass
from datetime import date

from district_desk.domain.paper import Letterhead, SignatureBlock
from district_desk.domain.periodic_reports import ReportState
from district_desk.domain.reporting import Summary


@dataclass(frozen=True, slots=True)
class DomainHead:
    """A domain (lĩnh vực): its name, its short name, its maximum."""

    name: str
    short: str
    maximum: int


@dataclass(frozen=True, slots=True)
class IndexRow:
    """What one unit reached; None where nobody has given points, or the unit is not wholly scored (total, rank)."""

    unit: str
    points: tuple[int | None, ...]
    total: int | None
    rank: int | None
    rating: str


@dataclass(frozen=True, slots=True)
class UnitShares:
    """A unit's shares at the domains this year and the year before, in per cent; the picture of one unit."""

    unit: str
    now: tuple[int | None, ...]
    before: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class IndexTable:
    """Bảng tổng hợp Chỉ số. ``limit`` is the share under which a domain obliges to a plan, None where no trigger has
    one; ``pictures`` are of the units whose domains are drawn."""

    letterhead: Letterhead
    year: int
    decision: str
    is_example: bool
    domains: tuple[DomainHead, ...]
    rows: tuple[IndexRow, ...]
    limit: int | None
    pictures: tuple[UnitShares, ...]
    cc: tuple[str, ...]
    signature: SignatureBlock


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One unit that owes a plan. ``days_late`` are calendar days of the sending, or up to the day of the table while
    nothing came; ``is_awaited`` also where it was sent back."""

    unit: str
    rating: str
    shares: tuple[int | None, ...]
    reasons: str
    due: date | None
    sent: date | None
    notation: str
    days_late: int
    is_awaited: bool
    note: str


@dataclass(frozen=True, slots=True)
class PlanTable:
    """Bảng theo dõi nộp kế hoạch khắc phục; ``only_awaited`` leaves only those that have not sent."""

    letterhead: Letterhead
    year: int
    as_of: date
    only_awaited: bool
    domains: tuple[str, ...]
    lines: tuple[PlanLine, ...]
    cc: tuple[str, ...]
    signature: SignatureBlock


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """A line of a plan, the columns of DOMAIN 5.5; ``domain`` heads the lines below it."""

    domain: str
    criterion: str
    maximum: int | None
    got: int | None
    weakness: str
    cause: str
    responsible: str
    remedy: str
    limit: str
    product: str


@dataclass(frozen=True, slots=True)
class UnitPlan:
    """Kế hoạch khắc phục of a unit, sections I to V. ``basis`` are its grounds; what is empty is left to the hand."""

    letterhead: Letterhead
    unit: str
    year: int
    upper: str
    basis: tuple[str, ...]
    purpose: str
    domains: tuple[DomainHead, ...]
    row: IndexRow
    ranked: int
    picture: UnitShares
    limit: int | None
    measures: tuple[MeasureLine, ...]
    organisation: str
    receiver: str
    cc: tuple[str, ...]
    signature: SignatureBlock


@dataclass(frozen=True, slots=True)
class MeasureTable:
    """The annex of a plan: its measures, lying across."""

    unit: str
    year: int
    attached_to: str
    measures: tuple[MeasureLine, ...]


@dataclass(frozen=True, slots=True)
class WorkLine:
    """A breakthrough work; a unit that has registered none has an empty ``content``."""

    unit: str
    content: str
    solution: str
    criteria: str
    time: str
    result: str
    note: str


@dataclass(frozen=True, slots=True)
class WorkTable:
    """Bảng đăng ký công việc đột phá, sáng tạo, after the index of ``year``."""

    letterhead: Letterhead
    year: int
    as_of: date
    lines: tuple[WorkLine, ...]
    cc: tuple[str, ...]
    signature: SignatureBlock


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """A piece of evidence of a criterion, or, with an empty ``document``, that there is none. ``file`` is its name in the
    dossier, empty where only the document is known."""

    code: str
    criterion: str
    wanted: str
    document: str
    file: str


@dataclass(frozen=True, slots=True)
class EvidenceTable:
    """Danh mục minh chứng of a unit by criterion; ``lacking`` counts the criteria without any."""

    letterhead: Letterhead
    unit: str
    year: int
    criteria: int
    lacking: int
    lines: tuple[EvidenceLine, ...]
    cc: tuple[str, ...]
    signature: SignatureBlock


@dataclass(frozen=True, slots=True)
class PeriodMark:
    """How a unit stands with a period."""

    state: ReportState
    days_late: int
    received: date | None


@dataclass(frozen=True, slots=True)
class PeriodHead:
    """A period and its last day for the units."""

    name: str
    due: date | None


@dataclass(frozen=True, slots=True)
class PeriodicMatrix:
    """Ma trận báo cáo định kỳ; each row is a unit with a mark a period, None where it does not owe it."""

    parent: str
    body: str
    title: str
    year: int
    as_of: date
    periods: tuple[PeriodHead, ...]
    rows: tuple[tuple[str, tuple[PeriodMark | None, ...]], ...]


@dataclass(frozen=True, slots=True)
class IndexFigures:
    """What a report says of an index: how many units, their mean in per cent, the first and the last, how many of each
    rating, the mean share of each domain, every unit's share with the best first, and the limit of the triggers."""

    year: int
    units: int
    mean: int | None
    best: str
    last: str
    ratings: tuple[tuple[str, int], ...]
    domains: tuple[tuple[DomainHead, int | None], ...]
    ranked: tuple[tuple[str, int], ...] = ()
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class PlanFigures:
    """Plans owed, sent in time, sent late, accepted, and who has not sent."""

    owed: int = 0
    in_time: int = 0
    late: int = 0
    accepted: int = 0
    awaited: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PeriodFigures:
    """Periodic reports owed, received in time, late, merged into others, and who has not sent."""

    owed: int = 0
    in_time: int = 0
    late: int = 0
    merged: int = 0
    awaited: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReformReport:
    """Báo cáo công tác cải cách hành chính. ``texts`` are the clerk's own by the key of their section; ``works`` counts
    breakthrough works, ``work_units`` the units that registered them; ``tasks`` are those of directives about reform."""

    letterhead: Letterhead
    to: str
    body: str
    period: str
    year: int
    first: date | None
    last: date | None
    as_of: date
    index: IndexFigures | None
    plans: PlanFigures
    works: int
    work_units: int
    periodic: PeriodFigures
    directives: int
    tasks: Summary
    texts: tuple[tuple[str, str], ...]
    cc: tuple[str, ...]
    signature: SignatureBlock


@dataclass(frozen=True, slots=True)
class ReformAnnex:
    """The annex of the report: its figures as a table."""

    attached_to: str
    report: ReformReport
