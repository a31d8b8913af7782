"""A year's results beside those of the year before: how far each unit rose or fell, in all and domain by domain."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from district_desk.desk.office_desk import Desk
from district_desk.desk.reform.index import index_of_year
from district_desk.desk.reform.results import Results, UnitResult, results
from district_desk.domain.reform_scores import Tally


@dataclass(frozen=True, slots=True)
class Difference:
    """A unit's change from the year before. ``percent`` is in per cent, unrounded; ``places`` are ranks gained (below
    zero: lost), None where one of the years has none; ``domains`` are changes of their shares by the domain's key."""

    percent: Fraction
    places: int | None
    domains: Mapping[str, Fraction]


@dataclass(frozen=True, slots=True)
class Compared:
    """The differences by unit id, of those that were wholly scored in both years, and that of the average of them all;
    None where the year before has no index."""

    units: Mapping[int, Difference]
    average: Fraction | None


def compared(desk: Desk, told: Results) -> Compared:
    """Results beside those of the year before. Domains are matched by the key that lasts over the years."""
    year = told.index.year - 1
    if index_of_year(desk.store.reading(), year) is None:
        return Compared({}, None)
    earlier = results(desk, year)
    before = {row.unit.id: row for row in earlier.rows if row.counted.is_whole}
    pairs = {row.unit.id: (before[row.unit.id], row) for row in told.rows
             if row.counted.is_whole and row.unit.id in before}  # fmt: skip
    was, now = average(earlier), average(told)
    return Compared(
        {unit_id: _difference(*pair) for unit_id, pair in pairs.items()},
        now - was if was is not None and now is not None else None,
    )


def average(told: Results) -> Fraction | None:
    """The mean index of the units that are wholly scored, None where there is none."""
    scored = [row.counted.percent for row in told.rows if row.counted.is_whole]
    return sum(scored, Fraction(0)) / len(scored) if scored else None


def _difference(before: UnitResult, now: UnitResult) -> Difference:
    ranks = (before.official_rank or before.rank, now.official_rank or now.rank)
    places = ranks[0] - ranks[1] if ranks[0] is not None and ranks[1] is not None else None
    was, shares = _shares(before.counted), _shares(now.counted)
    domains = {key: shares[key] - was[key] for key in shares if key in was}
    return Difference(now.counted.percent - before.counted.percent, places, domains)


def _shares(counted: Tally) -> dict[str, Fraction]:
    shares = {each.key: counted.of_domain(each) for each in counted.tree.domains if each.key}
    return {key: percent for key, percent in shares.items() if percent is not None}
