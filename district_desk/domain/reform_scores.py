"""Scores of the reform index, and what follows from them: totals, shares, rank, the band of the formula.

A criterion is scored four times: by the unit itself, by a first appraisal, by a second one after the unit has
explained, and, where the index says so, by a survey (DOMAIN 5.2). Result = (appraisal + survey) ÷ maximum × 100.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from district_desk.domain.points import ONE, share
from district_desk.domain.reform_index import Criterion, CriterionTree, RatingBand


class Stage(StrEnum):
    """Who gave the points. The value is the field of :class:`Score` that holds them."""

    SELF = "self_points"  # tự chấm
    FIRST = "first_points"  # thẩm định lần 1
    SECOND = "second_points"  # thẩm định lần 2
    SURVEY = "survey_points"  # điều tra xã hội học


@dataclass(frozen=True, slots=True)
class Score:
    """What one unit has at one criterion; points are millionths, None where nobody has given any.

    ``declared`` is "Số liệu kê khai" as written ("97,5%", "4/4", "Có"), ``explanation`` what the unit answers to the
    first appraisal. A domain of which only the sum is known has a score of its own.
    """

    criterion_id: int
    unit_id: int
    declared: str = ""
    self_points: int | None = None
    first_points: int | None = None
    explanation: str = ""
    second_points: int | None = None
    survey_points: int | None = None
    note: str = ""
    id: int = 0
    uid: int = 0

    def at(self, stage: Stage) -> int | None:
        """The points of a stage."""
        points: int | None = getattr(self, stage.value)
        return points

    @property
    def points(self) -> int | None:
        """The points that count: the last appraisal, else the unit's own, with those of the survey."""
        return counted_points(self.self_points, self.first_points, self.second_points, self.survey_points)


def counted_points(own: int | None, first: int | None, second: int | None, survey: int | None) -> int | None:
    """The points that count of those of the four stages, as :attr:`Score.points`."""
    given = own if first is None else first
    if second is not None:
        given = second
    return given if survey is None else (given or 0) + survey


@dataclass(frozen=True, slots=True)
class UnitRating:
    """What was officially announced of a unit: the rating as typed, and the rank; the formula only checks them."""

    index_id: int
    unit_id: int
    rating: str = ""
    rank: int | None = None
    note: str = ""
    id: int = 0
    uid: int = 0


@dataclass(frozen=True, slots=True)
class Tally:
    """Points of one unit at every criterion that has any, its own or the sum of its parts'."""

    tree: CriterionTree
    points: Mapping[int, int]

    @property
    def total(self) -> int:
        """The sum over the domains, in millionths."""
        return sum(self.points.get(each.id, 0) for each in self.tree.domains)

    @property
    def percent(self) -> Fraction:
        """The index, unrounded."""
        return share(self.total, self.tree.maximum)

    @property
    def is_whole(self) -> bool:
        """Whether every domain has points; a unit that is scored in part has no rank and no band."""
        return bool(self.tree.domains) and all(each.id in self.points for each in self.tree.domains)

    def of_domain(self, domain: Criterion) -> Fraction | None:
        """A domain's share in per cent, unrounded; None where nothing is scored."""
        points = self.points.get(domain.id)
        return None if points is None or not domain.maximum else share(points, domain.maximum)

    def lost(self) -> list[tuple[Criterion, int]]:
        """The scored leaves below their maximum, with the points lost, in printed order."""
        return [
            (each, each.maximum - self.points[each.id])
            for each in self.tree.criteria
            if each.id in self.points and self.points[each.id] < each.maximum and self._is_lowest(each)
        ]

    def _is_lowest(self, criterion: Criterion) -> bool:
        return not any(part.id in self.points for part in self.tree.children(criterion.id))


def tally(tree: CriterionTree, scores: Iterable[Score], stage: Stage | None = None) -> Tally:
    """The tally of one unit's scores; ``stage`` counts one stage alone, None the points that count.

    A criterion with scored parts is their sum; one without is its own score.
    """
    own: dict[int, int] = {}
    for score in scores:
        points = score.points if stage is None else score.at(stage)
        if points is not None:
            own[score.criterion_id] = points
    return tally_of(tree, own)


def tally_of(tree: CriterionTree, own: Mapping[int, int]) -> Tally:
    """The same from the points of one unit by criterion id."""
    counted: dict[int, int] = {}
    sums: dict[int | None, int] = {}
    for criterion in reversed(tree.criteria):  # the parts of each before itself
        points = sums.get(criterion.id)
        if points is None:
            points = own.get(criterion.id)
        if points is not None:
            counted[criterion.id] = points
            sums[criterion.parent_id] = sums.get(criterion.parent_id, 0) + points
    return Tally(tree, counted)


def ranks(totals: Mapping[int, int]) -> Mapping[int, int]:
    """Rank by unit id, 1 the best; units with the same total share a rank and the next one is left out (1, 2, 2, 4)."""
    ordered = sorted(totals.values(), reverse=True)
    return {unit: ordered.index(total) + 1 for unit, total in totals.items()}


def band_of(bands: Sequence[RatingBand], counted: Tally) -> RatingBand | None:
    """The best band whose every condition holds, None where none does or the unit is not wholly scored (DOMAIN 5.3)."""
    if not counted.is_whole:
        return None
    ordered = sorted(bands, key=lambda band: band.position)
    return next((band for band in ordered if not failing(band, counted)), None)


def failing(band: RatingBand, counted: Tally) -> list[str]:
    """The conditions of a band that do not hold: "" for the total, else the name of a domain."""
    tree = counted.tree
    lacking = [] if _reaches(counted.total, tree.maximum, band.min_total) else [""]
    named = band.named()
    for domain in tree.domains:
        points, maximum = counted.points.get(domain.id, 0), domain.maximum
        if not (_reaches(points, maximum, band.min_each) and _reaches(points, maximum, named.get(domain.key))):
            lacking.append(domain.name)
    return lacking


def _reaches(points: int, maximum: int, limit: int | None) -> bool:
    """Whether points are that share of their maximum, exactly; nothing of a maximum of 0 is 0 %."""
    return limit is None or (points * 100 * ONE >= limit * maximum if maximum else limit <= 0)
