"""Scores of the reform index, and what follows from them: totals, shares, rank, the band of the formula.

A criterion is scored four times: by the unit itself, by a first appraisal, by a second one after the unit has
explained, and, where the index says so, by a survey (DOMAIN 5.2). Result = (appraisal + survey) ÷ maximum × 100.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final

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


_LAST: Final = 2
"""The grade of points that are final: a second appraisal, or a survey alone."""


def early_grade(own: int | None, first: int | None, second: int | None, survey: int | None) -> int:
    """How final the points are that count: 2 is the last word, 1 a first appraisal, 0 the unit's own."""
    if second is not None or (own is None and first is None and survey is not None):
        return _LAST
    return 0 if first is None else 1


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
    """The tally of one unit's scores; ``stage`` counts one stage alone, None the points that count. See :func:`tally_of`."""
    own: dict[int, int] = {}
    early: dict[int, int] = {}
    for score in scores:
        points = score.points if stage is None else score.at(stage)
        if points is not None:
            own[score.criterion_id] = points
            if stage is None:
                given = (score.at(each) for each in Stage)
                early[score.criterion_id] = early_grade(*given)
    return tally_of(tree, own, early)


def tally_of(tree: CriterionTree, own: Mapping[int, int], early: Mapping[int, int] | None = None) -> Tally:
    """The same from the points of one unit by criterion id; ``early`` has the :func:`early_grade` of those that are not
    final.

    A criterion with scored parts is their sum, one without is its own score. Where both are known and differ, its own
    stands as long as a part has no points or only earlier ones: a published domain is not what the unit gave itself,
    nor the one part of it that was typed so far. Its parts count for nothing then.
    """
    counted: dict[int, int] = {}
    sums: dict[int | None, int] = {}
    for criterion in reversed(tree.criteria):  # the parts of each before itself
        points = sums.get(criterion.id)
        given = own.get(criterion.id)
        if points is None:
            points = given
        elif given is not None and given != points:
            grades = early or {}
            if _grade(tree, criterion.id, counted, grades) < grades.get(criterion.id, _LAST):
                points = given
                _leave_parts(tree, criterion.id, counted)
        if points is not None:
            counted[criterion.id] = points
            sums[criterion.parent_id] = sums.get(criterion.parent_id, 0) + points
    return Tally(tree, counted)


def _grade(tree: CriterionTree, criterion_id: int, counted: Mapping[int, int], early: Mapping[int, int]) -> int:
    """The least grade among the parts of a criterion; below zero where one of them has no points."""
    parts = tree.children(criterion_id)
    if not any(part.id in counted for part in parts):
        return early.get(criterion_id, _LAST)
    return min(_grade(tree, part.id, counted, early) if part.id in counted else -1 for part in parts)


def _leave_parts(tree: CriterionTree, criterion_id: int, counted: dict[int, int]) -> None:
    for part in tree.children(criterion_id):
        counted.pop(part.id, None)
        _leave_parts(tree, part.id, counted)


def ranks(totals: Mapping[int, int]) -> Mapping[int, int]:
    """Rank by unit id, 1 the best; units with the same total share a rank and the next one is left out (1, 2, 2, 4)."""
    first: dict[int, int] = {}
    for place, total in enumerate(sorted(totals.values(), reverse=True), start=1):
        first.setdefault(total, place)
    return {unit: first[total] for unit, total in totals.items()}


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
