"""The index of public administration reform (Chỉ số CCHC): what is scored, and which bands a score falls into.

Every province writes an index of its own and changes it from year to year, even within one (DOMAIN 5.1), so its
definition is data: one :class:`IndexSet` a year and version, a tree of criteria (lĩnh vực → tiêu chí → tiêu chí thành
phần, DOMAIN 5.2) and rating bands (DOMAIN 5.3). Nothing that ships is true of an office: it is flagged as an example.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class IndexSet:
    """The index of one year as one decision defines it; the highest version of a year is the one in force.

    ``decision`` names the document that sets it, ``published`` is the day its results were announced. ``is_example``
    is 1 until the office has made it its own.
    """

    year: int
    version: int = 1
    title: str = ""
    decision: str = ""
    published: date | None = None
    is_example: int = 0
    note: str = ""
    id: int = 0
    uid: int = 0


@dataclass(frozen=True, slots=True)
class Criterion:
    """A node of the tree; without a parent it is a domain (lĩnh vực).

    ``code`` is as printed ("III", "3.1"); ``maximum`` and all points are millionths (:mod:`.points`). ``key`` is a
    domain's short name that lasts over the years ("TTHC", "CQĐT"), by which triggers and bands know it. ``method`` is
    "Cách tính điểm", ``evidence`` "Các yêu cầu và tài liệu kiểm chứng"; ``by_survey`` is 1 where a sociological survey
    gives the points. ``lead_unit_id`` is the room that answers for a domain.
    """

    index_id: int
    code: str
    name: str
    maximum: int = 0
    parent_id: int | None = None
    key: str = ""
    method: str = ""
    evidence: str = ""
    by_survey: int = 0
    lead_unit_id: int | None = None
    position: int = 0
    id: int = 0
    uid: int = 0


@dataclass(frozen=True, slots=True)
class RatingBand:
    """A band of the responsibility rating, best first by ``position`` ("Hoàn thành xuất sắc nhiệm vụ" is 0).

    Limits are per cent in millionths, all inclusive; None asks nothing. ``min_each`` binds every domain,
    ``min_named`` single ones: a JSON object of per cent in millionths by domain key.
    """

    index_id: int
    name: str
    position: int = 0
    min_total: int | None = None
    min_each: int | None = None
    min_named: str = "{}"
    id: int = 0
    uid: int = 0

    def named(self) -> Mapping[str, int]:
        """The limits of single domains."""
        limits: dict[str, int] = json.loads(self.min_named)
        return limits


@dataclass(frozen=True, slots=True)
class CriterionTree:
    """The criteria of one index, in their printed order, with the questions that everybody asks of them; make it by
    :meth:`of`. ``parts`` are the criteria directly under one, under None the domains."""

    criteria: tuple[Criterion, ...]
    by_id: Mapping[int, Criterion]
    parts: Mapping[int | None, tuple[Criterion, ...]]

    @classmethod
    def of(cls, criteria: Iterable[Criterion]) -> "CriterionTree":
        """The tree of criteria that come in any order: each stands before its parts, in the order of their positions."""
        found: dict[int | None, list[Criterion]] = {}
        for each in sorted(criteria, key=lambda each: (each.position, each.id)):
            found.setdefault(each.parent_id, []).append(each)
        parts = {parent_id: tuple(each) for parent_id, each in found.items()}
        ordered = tuple(_walked(parts, None))
        return cls(ordered, {each.id: each for each in ordered}, parts)

    @property
    def domains(self) -> tuple[Criterion, ...]:
        """The criteria without a parent."""
        return self.children(None)

    @property
    def leaves(self) -> tuple[Criterion, ...]:
        """The criteria that are scored themselves."""
        return tuple(each for each in self.criteria if each.id not in self.parts)

    def children(self, parent_id: int | None) -> tuple[Criterion, ...]:
        """What stands directly under a criterion."""
        return self.parts.get(parent_id, ())

    def domain_of(self, criterion_id: int) -> Criterion:
        """The domain that a criterion belongs to."""
        each = self.by_id[criterion_id]
        while each.parent_id is not None:
            each = self.by_id[each.parent_id]
        return each

    @property
    def maximum(self) -> int:
        """The most that a unit can reach."""
        return sum(each.maximum for each in self.domains)

    def uneven(self) -> Sequence[tuple[Criterion, int]]:
        """Criteria whose maximum is not the sum of their parts', with that sum: for the clerk to settle."""
        sums = ((each, sum(part.maximum for part in self.children(each.id))) for each in self.criteria)
        return [(each, total) for each, total in sums if self.children(each.id) and total != each.maximum]


def _walked(parts: Mapping[int | None, tuple[Criterion, ...]], parent_id: int | None) -> Iterator[Criterion]:
    for each in parts.get(parent_id, ()):
        yield each
        yield from _walked(parts, each.id)
