"""What a report counts: the six states over a period, as of a day, and the shares with their denominators named.

The ways of counting are those of published reports (DOMAIN 4.5): a task without a limit is a class of its own; tasks
carried over from before the period are told apart; a share says of what it is a share, and is a fraction until it is
written. Pure figures from rows: where the rows come from is the store's affair.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Final, NamedTuple, TypeVar

from district_desk.domain.assignments import Standing, State
from district_desk.domain.directives import Source
from district_desk.domain.units import UnitKind

K = TypeVar("K", bound=Hashable)


class Tier(StrEnum):
    """The parts of section II of the report, by assigning level (source document 001, 3; DOMAIN 4.6 F3)."""

    UPPER = "upper"  # UBND tỉnh (thành phố), Chủ tịch UBND tỉnh (thành phố) giao
    OWN = "own"  # UBND, Chủ tịch UBND cùng cấp giao
    OTHER = "other"  # trung ương, cấp ủy, HĐND, sở; hoặc chưa ghi cấp giao


_TIERS: Final = {
    "UBTINH": Tier.UPPER, "CTTINH": Tier.UPPER, "PCTTINH": Tier.UPPER,
    "UBOWN": Tier.OWN, "CTOWN": Tier.OWN, "PCTOWN": Tier.OWN,
}  # fmt: skip


def tier_of(level: str) -> Tier:
    """The part to which an assigning level belongs, by its code; an unknown or empty one is OTHER."""
    return _TIERS.get(level, Tier.OTHER)


class Circle(StrEnum):
    """The groups I to IV of the summary by unit (DOMAIN 4.6 F3-PL1)."""

    ROOMS = "rooms"  # các phòng, ban chuyên môn
    SERVICES = "services"  # đơn vị sự nghiệp
    OTHERS = "others"  # cơ quan khác trên địa bàn
    LOWER = "lower"  # UBND các xã, thị trấn; thôn, tổ dân phố


_CIRCLES: Final = {
    UnitKind.OFFICE: Circle.ROOMS, UnitKind.ROOM: Circle.ROOMS, UnitKind.BOARD: Circle.ROOMS,
    UnitKind.LEADERSHIP: Circle.ROOMS, UnitKind.SERVICE: Circle.SERVICES,
    UnitKind.COMMUNE: Circle.LOWER, UnitKind.TOWNSHIP: Circle.LOWER, UnitKind.VILLAGE: Circle.LOWER,
}  # fmt: skip


def circle_of(kind: UnitKind) -> Circle:
    """The group in which a unit of that kind is listed."""
    return _CIRCLES.get(kind, Circle.OTHERS)


class Followed(NamedTuple):
    """One lead line as a report sees it; lines of supporting units are not counted (DOMAIN 4.6 F3-PL1), and of a
    recurring duty its periods are, in the place of the line that carries them.

    ``closed`` is the day on which the result was accepted, where that is later than the day that counts for lateness.
    """

    assignment_id: int
    directive_id: int
    unit_id: int
    level: str
    source: Source
    person: str
    given: date
    standing: Standing
    closed: date | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """What a report is about: first and last day of the period, both included, and the day as of which it is drawn."""

    first: date
    last: date
    as_of: date

    def holds(self, line: Followed) -> bool:
        """Whether the task was given within the period."""
        return self.first <= line.given <= self.last

    def carries(self, line: Followed) -> bool:
        """Whether it was given before the period and still open when that began."""
        if line.given >= self.first:
            return False
        closed = line.closed or line.standing.done
        return closed is None or closed >= self.first


@dataclass(frozen=True, slots=True)
class Scope:
    """To which lines a report is narrowed; what is empty does not narrow. ``levels`` are codes, ``person`` a whole name."""

    unit_ids: tuple[int, ...] = ()
    levels: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    person: str = ""


EVERYTHING: Final = Scope()


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole; it becomes a number only when it is written."""

    part: int
    whole: int


def in_percent(share: Share) -> str:
    """As in “83,70%”: two decimals after a comma, halves rounded up; a dash where there is nothing to share."""
    if not share.whole:
        return "–"
    value = Decimal(100 * share.part) / Decimal(share.whole)
    return f"{value.quantize(Decimal('0.01'), ROUND_HALF_UP)}".replace(".", ",") + "%"


def in_thousands(count: int) -> str:
    """As in “12.160”: thousands parted by dots."""
    return f"{count:,}".replace(",", ".")


@dataclass(frozen=True, slots=True)
class Figures:
    """How many tasks stand in each of the six states (DOMAIN 4.4); their sum is the total."""

    in_time: int = 0
    late: int = 0
    no_due: int = 0
    running: int = 0
    overdue: int = 0
    running_no_due: int = 0

    def __add__(self, other: "Figures") -> "Figures":
        return Figures(
            self.in_time + other.in_time, self.late + other.late, self.no_due + other.no_due,
            self.running + other.running, self.overdue + other.overdue, self.running_no_due + other.running_no_due,
        )  # fmt: skip

    @property
    def done(self) -> int:
        """Đã hoàn thành."""
        return self.in_time + self.late + self.no_due

    @property
    def open(self) -> int:
        """Đang thực hiện."""
        return self.running + self.overdue + self.running_no_due

    @property
    def total(self) -> int:
        """All that is counted."""
        return self.done + self.open

    @property
    def fallen_due(self) -> int:
        """“Nhiệm vụ có hạn” as Hải Phòng counts it: those done under a limit, and those overdue. A running task whose
        limit is still ahead is in neither."""
        return self.in_time + self.late + self.overdue

    @property
    def done_of_all(self) -> Share:
        """Tỷ lệ hoàn thành."""
        return Share(self.done, self.total)

    @property
    def overdue_of_all(self) -> Share:
        """Tỷ lệ quá hạn, of all tasks."""
        return Share(self.overdue, self.total)

    @property
    def overdue_of_fallen_due(self) -> Share:
        """Tỷ lệ quá hạn so với nhiệm vụ có hạn: 3,48 % where that of all is 2,12 % (DOMAIN 4.5)."""
        return Share(self.overdue, self.fallen_due)

    def of_done(self, part: int) -> Share:
        """A part of what is done, as Hải Phòng writes it."""
        return Share(part, self.done)

    def of_all(self, part: int) -> Share:
        """A part of all, as Đà Nẵng writes it."""
        return Share(part, self.total)


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures of some tasks: given in the period, carried over into it, and recalled ones, which are in neither."""

    given: Figures = field(default_factory=Figures)
    carried: Figures = field(default_factory=Figures)
    recalled: int = 0

    @property
    def together(self) -> Figures:
        """Given and carried over, which is what a unit answers for."""
        return self.given + self.carried


@dataclass(frozen=True, slots=True)
class Tally:
    """All figures of a report. Keys are ids of units, codes of levels ("" where none is written), names of persons."""

    period: Period
    whole: Summary
    by_unit: Mapping[int, Summary]
    by_tier: Mapping[Tier, Summary]
    by_level: Mapping[str, Summary]
    by_source: Mapping[Source, Summary]
    by_person: Mapping[str, Summary]
    carried_by_year: Mapping[int, Figures]
    """What was carried over, by the year in which it was given, oldest first."""
    directives: int
    """Documents from which the tasks given in the period come."""


_STATES: Final = {
    State.DONE_IN_TIME: "in_time", State.DONE_LATE: "late", State.DONE_NO_DUE: "no_due",
    State.RUNNING: "running", State.OVERDUE: "overdue", State.RUNNING_NO_DUE: "running_no_due",
}  # fmt: skip


def tally(lines: Iterable[Followed], period: Period) -> Tally:
    """Count the lines that belong to a period; the others are passed over.

    Their standings must be those of ``period.as_of``.
    """
    given, carried = _within(lines, period)
    kinds = Counter(_kind(line, 0) for line in given)
    kinds.update(_kind(line, line.given.year) for line in carried)
    return tally_of(kinds, len({line.directive_id for line in given}), period)


def tally_of(kinds: Mapping["Kind", int], directives: int, period: Period) -> Tally:
    """The figures of lines that were counted by kind; ``directives`` are those that gave work in the period."""

    def by(key: Callable[[Kind], K]) -> dict[K, Summary]:
        return _summaries(kinds, key)

    return Tally(
        period,
        by(lambda _: True).get(True, Summary()),
        by(lambda kind: kind.unit_id),
        by(lambda kind: tier_of(kind.level)),
        by(lambda kind: kind.level),
        by(lambda kind: kind.source),
        by(lambda kind: kind.person),
        {year: each.carried for year, each in sorted(by(lambda kind: kind.carried_from).items()) if year},
        directives,
    )


class Kind(NamedTuple):
    """What all lines have in common that are counted together; ``carried_from`` is 0 for one given in the period."""

    unit_id: int
    level: str
    source: Source
    person: str
    carried_from: int
    state: State


def _kind(line: Followed, carried_from: int) -> Kind:
    return Kind(line.unit_id, line.level, line.source, line.person, carried_from, line.standing.state)


def belonging(lines: Iterable[Followed], period: Period) -> list[Followed]:
    """The lines that a period's report is about: given in it, or carried over into it."""
    given, carried = _within(lines, period)
    return [*given, *carried]


def _within(lines: Iterable[Followed], period: Period) -> tuple[list[Followed], list[Followed]]:
    given: list[Followed] = []
    carried: list[Followed] = []
    for line in lines:
        if line.standing.state is State.INFORMED:
            continue
        if period.holds(line):
            given.append(line)
        elif period.carries(line):
            carried.append(line)
    return given, carried


def _summaries(kinds: Mapping[Kind, int], key: Callable[[Kind], K]) -> dict[K, Summary]:
    """The figures for each key, in the order in which the keys first come."""
    counts: Counter[tuple[K, bool, State]] = Counter()
    for kind, count in kinds.items():
        counts[key(kind), kind.carried_from > 0, kind.state] += count
    return {
        each: Summary(_figures(counts, each, False), _figures(counts, each, True), _recalled(counts, each))
        for each in dict.fromkeys(name for name, _, _ in counts)
    }


def _figures(counts: Counter[tuple[K, bool, State]], key: K, is_carried: bool) -> Figures:  # noqa: FBT001 (a part of the key)
    return Figures(**{name: counts[key, is_carried, state] for state, name in _STATES.items()})


def _recalled(counts: Counter[tuple[K, bool, State]], key: K) -> int:
    return counts[key, False, State.RECALLED] + counts[key, True, State.RECALLED]
