"""Who owes what after an index is announced, and why (DOMAIN 5.4; source document 003, item 3).

A trigger is data: conditions joined by "any" or "all", a duty, the kinds of units it is asked of. The item of a directive
that states the obligation, and with it the due rule, is tied to the trigger for a year.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cache

from district_desk.domain.points import ONE
from district_desk.domain.reform_index import RatingBand
from district_desk.domain.reform_scores import Tally
from district_desk.domain.units import Unit


class Duty(StrEnum):
    """What a unit owes."""

    PLAN = "plan"  # kế hoạch khắc phục tồn tại, hạn chế
    BREAKTHROUGH = "breakthrough"  # đăng ký công việc đột phá, sáng tạo
    REVIEW = "review"  # kiểm điểm, xác định nguyên nhân


class ConditionKind(StrEnum):
    """What a condition looks at."""

    RATING = "rating"  # the rating is a band, "or_lower" also any worse one
    DOMAIN = "domain"  # a domain is below a share of its maximum
    LOSS = "loss"  # any criterion has lost points
    EVERYONE = "everyone"  # always


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition. ``band`` and ``or_lower`` belong to RATING; ``domain`` (a key) and ``below`` (per cent, millionths,
    exclusive: exactly 75 % is not "dưới 75 %") to DOMAIN."""

    kind: ConditionKind
    band: str = ""
    or_lower: bool = True
    domain: str = ""
    below: int = 0

    def to_value(self) -> dict[str, object]:
        """The condition as JSON holds it; what does not belong to its kind is left out."""
        if self.kind is ConditionKind.RATING:
            return {"when": self.kind.value, "band": self.band, "or_lower": self.or_lower}
        if self.kind is ConditionKind.DOMAIN:
            return {"when": self.kind.value, "domain": self.domain, "below": self.below}
        return {"when": self.kind.value}


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger. ``conditions`` is a JSON list of :meth:`Condition.to_value`, ``join`` "any" or "all"; ``unit_kinds`` the kinds
    of units that are asked, as a JSON list. ``item_words`` are words by which the obliging item of a directive is
    proposed, one a line; ``is_active`` is 0 for one that the office does not use."""

    code: str
    title: str
    duty: Duty = Duty.PLAN
    conditions: str = "[]"
    join: str = "any"
    unit_kinds: str = '["commune", "township"]'
    item_words: str = ""
    is_active: int = 1
    position: int = 0
    id: int = 0
    uid: int = 0

    def asked(self) -> tuple[Condition, ...]:
        """The conditions as values."""
        return _conditions(self.conditions)

    def concerns(self, unit: Unit) -> bool:
        """Whether units of this kind are asked."""
        return unit.kind.value in json.loads(self.unit_kinds)


@cache
def _conditions(written: str) -> tuple[Condition, ...]:
    return tuple(
        Condition(ConditionKind(each["when"]), each.get("band", ""), each.get("or_lower", True), each.get("domain", ""),
             each.get("below", 0))
        for each in json.loads(written)
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class TriggerTie:
    """The item of a directive by which a trigger obliges after the index of a year."""

    trigger_id: int
    index_id: int
    item_id: int
    id: int = 0
    uid: int = 0


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a unit owes: the trigger, and what was found. ``percent`` is unrounded, ``domain`` the domain's name."""

    trigger: str
    duty: Duty
    title: str = ""
    rating: str = ""
    domain: str = ""
    percent: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What the conditions look at of one unit: the rating that counts (the official one, else the formula's) and the tally."""

    unit: Unit
    rating: str
    counted: Tally | None


def reasons(triggers: Iterable[Trigger], result: Result, bands: Sequence[RatingBand]) -> list[Reason]:
    """Every reason for which a unit owes something, in the triggers' order. What is not known triggers nothing."""
    found: list[Reason] = []
    for trigger in sorted(triggers, key=lambda each: (each.position, each.code)):
        if trigger.is_active and trigger.concerns(result.unit):
            found.extend(_reasons(trigger, result, bands))
    return found


def _reasons(trigger: Trigger, result: Result, bands: Sequence[RatingBand]) -> list[Reason]:
    asked = trigger.asked()
    hits = [hit for each in asked if (hit := _hit(trigger, each, result, bands))]
    if trigger.join == "all" and len(hits) < len(asked):
        return []
    return hits


def _hit(trigger: Trigger, condition: Condition, result: Result, bands: Sequence[RatingBand]) -> Reason | None:
    plain = Reason(trigger.code, trigger.duty, trigger.title)
    if condition.kind is ConditionKind.EVERYONE:
        return plain
    if condition.kind is ConditionKind.RATING:
        hit = _is_at(result.rating, condition, {band.name.casefold(): band.position for band in bands})
        return Reason(trigger.code, trigger.duty, trigger.title, rating=result.rating) if hit else None
    if result.counted is None:
        return None
    if condition.kind is ConditionKind.LOSS:
        return plain if result.counted.lost() else None
    return _domain_hit(trigger, condition, result.counted)


def _is_at(rating: str, condition: Condition, places: Mapping[str, int]) -> bool:
    """Whether a rating is the band asked, or a worse one where the condition says so and both bands are known."""
    if not rating or rating.casefold() == condition.band.casefold():
        return bool(rating)
    mine, asked = places.get(rating.casefold()), places.get(condition.band.casefold())
    return condition.or_lower and mine is not None and asked is not None and mine > asked


def _domain_hit(trigger: Trigger, condition: Condition, counted: Tally) -> Reason | None:
    domain = next((each for each in counted.tree.domains if each.key == condition.domain), None)
    percent = counted.of_domain(domain) if domain else None
    if domain is None or percent is None or percent * ONE >= condition.below:
        return None
    return Reason(trigger.code, trigger.duty, trigger.title, domain=domain.name, percent=percent)
