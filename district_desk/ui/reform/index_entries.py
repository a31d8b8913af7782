"""Criteria, bands and triggers as a form shows them: points and per cents as an office writes them, conditions as words."""

import json
from dataclasses import dataclass, replace
from datetime import date

from district_desk.domain.points import points_of, points_text
from district_desk.domain.problems import BadValue
from district_desk.domain.reform_index import Criterion, CriterionTree, IndexSet, RatingBand
from district_desk.domain.reform_triggers import Condition, ConditionKind, Duty, Trigger
from district_desk.domain.units import UnitKind

_COMMUNES = (UnitKind.COMMUNE, UnitKind.TOWNSHIP)
_EVERY_UNIT = (UnitKind.OFFICE, UnitKind.ROOM, UnitKind.BOARD, UnitKind.SERVICE, *_COMMUNES)


@dataclass(frozen=True, slots=True)
class CriterionEntry:
    """A criterion in a form; ``key`` is asked of domains only."""

    code: str
    name: str
    maximum: str
    key: str
    method: str
    evidence: str
    by_survey: int
    lead_unit_id: int | None

    @classmethod
    def of(cls, each: Criterion) -> "CriterionEntry":
        """The entry of a criterion."""
        return cls(
            each.code, each.name, points_text(each.maximum), each.key, each.method, each.evidence, each.by_survey,
            each.lead_unit_id,
        )  # fmt: skip

    def onto(self, each: Criterion) -> Criterion:
        """The criterion with what the form says.

        Raises:
            BadValue: the maximum is no number.
        """
        return replace(
            each, code=self.code, name=self.name, maximum=points_of(self.maximum), key=self.key, method=self.method,
            evidence=self.evidence, by_survey=self.by_survey, lead_unit_id=self.lead_unit_id,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class BandEntry:
    """A band in a form: limits as "90", those of single domains as lines "TTHC: 75"."""

    name: str
    position: int
    min_total: str
    min_each: str
    named: str

    @classmethod
    def of(cls, band: RatingBand) -> "BandEntry":
        """The entry of a band."""
        named = "\n".join(f"{key}: {points_text(limit)}" for key, limit in band.named().items())
        return cls(band.name, band.position + 1, points_text(band.min_total), points_text(band.min_each), named)

    def onto(self, band: RatingBand, tree: CriterionTree) -> RatingBand:
        """The band with what the form says.

        Raises:
            BadValue: a limit is no number, or a line names no domain.
        """
        return replace(
            band, name=self.name, position=max(0, self.position - 1), min_total=_limit(self.min_total),
            min_each=_limit(self.min_each), min_named=json.dumps(_named(self.named, tree), ensure_ascii=False),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class TriggerEntry:
    """A trigger in a form. ``band`` is empty where the rating is not asked; ``limits`` are lines "TTHC: 75"."""

    code: str
    title: str
    duty: Duty
    is_active: int
    band: str
    or_lower: int
    limits: str
    loss: int
    everyone: int
    join: str
    communes_only: int
    item_words: str

    @classmethod
    def of(cls, trigger: Trigger) -> "TriggerEntry":
        """The entry of a trigger."""
        asked = trigger.asked()
        rating = next((each for each in asked if each.kind is ConditionKind.RATING), None)
        limits = (f"{each.domain}: {points_text(each.below)}" for each in asked if each.kind is ConditionKind.DOMAIN)
        kinds = {each.kind for each in asked}
        return cls(
            trigger.code, trigger.title, trigger.duty, trigger.is_active, rating.band if rating else "",
            int(rating.or_lower) if rating else 1, "\n".join(limits), int(ConditionKind.LOSS in kinds),
            int(ConditionKind.EVERYONE in kinds), trigger.join, int("room" not in json.loads(trigger.unit_kinds)),
            trigger.item_words,
        )  # fmt: skip

    def onto(self, trigger: Trigger, tree: CriterionTree) -> Trigger:
        """The trigger with what the form says.

        Raises:
            BadValue: a limit is no number, or a line names no domain.
        """
        asked = [Condition(ConditionKind.RATING, self.band, bool(self.or_lower))] if self.band else []
        asked += [
            Condition(ConditionKind.DOMAIN, domain=key, below=limit) for key, limit in _named(self.limits, tree).items()
        ]
        asked += [Condition(ConditionKind.LOSS)] if self.loss else []
        asked += [Condition(ConditionKind.EVERYONE)] if self.everyone else []
        kinds = _COMMUNES if self.communes_only else _EVERY_UNIT
        return replace(
            trigger, code=self.code, title=self.title, duty=self.duty, is_active=self.is_active, join=self.join,
            conditions=json.dumps([each.to_value() for each in asked], ensure_ascii=False),
            unit_kinds=json.dumps([kind.value for kind in kinds]), item_words=self.item_words,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """What an index is called and rests on."""

    title: str
    decision: str
    published: date | None
    note: str

    @classmethod
    def of(cls, index: IndexSet) -> "IndexEntry":
        """The entry of an index."""
        return cls(index.title, index.decision, index.published, index.note)

    def onto(self, index: IndexSet) -> IndexSet:
        """The index with what the form says."""
        return replace(index, title=self.title, decision=self.decision, published=self.published, note=self.note)


def _limit(text: str) -> int | None:
    return points_of(text.strip().removesuffix("%")) if text.strip() else None


def _named(text: str, tree: CriterionTree) -> dict[str, int]:
    known = {domain.key.casefold(): domain.key for domain in tree.domains}
    found: dict[str, int] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        key, _, limit = line.partition(":")
        if key.strip().casefold() not in known:
            raise BadValue("domain", key.strip())
        found[known[key.strip().casefold()]] = points_of(limit.strip().removesuffix("%"))
    return found
