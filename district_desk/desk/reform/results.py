"""What an index came to: every unit's total, shares, rank and rating, and who owes what because of it (DOMAIN 5.3, 5.4)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from district_desk.desk.office_desk import Desk
from district_desk.desk.reform.index import bands_of, index_in_force, tree_of
from district_desk.desk.steps import lives
from district_desk.domain.items import Item
from district_desk.domain.reform_index import CriterionTree, IndexSet, RatingBand
from district_desk.domain.reform_plans import Plan, PlanState, plan_state
from district_desk.domain.reform_scores import Stage, Tally, UnitRating, band_of, ranks, tally_of
from district_desk.domain.reform_triggers import Duty, Reason, Result, Trigger, TriggerTie, reasons
from district_desk.domain.units import Unit
from district_desk.domain.vietnamese import fold


@dataclass(frozen=True, slots=True)
class UnitResult:
    """One unit's result. ``official`` is the rating as announced, ``formula`` that of the bands, empty where there is
    none; ``rank`` is computed, ``official_rank`` as announced."""

    unit: Unit
    counted: Tally
    rank: int | None
    formula: str
    official: str
    official_rank: int | None

    @property
    def rating(self) -> str:
        """The rating that counts: the official one, else the formula's."""
        return self.official or self.formula

    @property
    def differs(self) -> bool:
        """Whether the official rating is another than the formula's; the clerk is told, nothing is changed."""
        return bool(self.official and self.formula) and self.official.casefold() != self.formula.casefold()


@dataclass(frozen=True, slots=True)
class Results:
    """The results of an index, in the office's order of units; only units with a score or a rating."""

    index: IndexSet
    tree: CriterionTree
    bands: tuple[RatingBand, ...]
    rows: tuple[UnitResult, ...]


@dataclass(frozen=True, slots=True)
class Owed:
    """What a unit owes and why. ``due`` is the item's last day in time; ``state`` is OWED until a plan says more, and
    ``plan`` None until the work was given."""

    unit: Unit
    duty: Duty
    reasons: tuple[Reason, ...]
    item: Item | None
    due: date | None
    state: PlanState
    plan: Plan | None


def results(desk: Desk, year: int, *, stage: Stage | None = None) -> Results:
    """The results of a year's index; ``stage`` counts one stage alone, None the points that count.

    Raises:
        NotFound: the year has no index.
    """
    index = index_in_force(desk, year)
    reader = desk.store.reading()
    tree, bands = tree_of(reader, index.id), bands_of(reader, index.id)
    scores = reader.points(index.id, stage)
    ratings = {rating.unit_id: rating for rating in reader.find(UnitRating, index_id=index.id)}
    has_both = any(not tree.parts.keys().isdisjoint(own) for own in scores.values())  # points of a sum and of its parts
    early = reader.early_points(index.id) if stage is None and has_both else {}
    tallies = {unit: tally_of(tree, scores.get(unit, {}), early.get(unit)) for unit in scores.keys() | ratings.keys()}
    places = ranks({unit: counted.total for unit, counted in tallies.items() if counted.is_whole})
    units = reader.many(Unit, tallies)
    rows = [
        UnitResult(
            unit, tallies[unit.id], places.get(unit.id), _formula(bands, tallies[unit.id]), *_announced(ratings, unit)
        )
        for unit in sorted(units.values(), key=lambda each: (each.position, each.id))
    ]
    return Results(index, tree, tuple(bands), tuple(rows))


def owed(
    desk: Desk, year: int, *, duty: Duty = Duty.PLAN, directive_id: int | None = None, as_of: date | None = None
) -> list[Owed]:
    """Who owes a duty after the index of a year, and why, in the office's order of units.

    The item that obliges is the one tied to the trigger, else the one that ``directive_id`` offers by the trigger's
    words; None where there is neither.

    Raises:
        NotFound: the year has no index, or there is no such directive.
    """
    told, reader, day = results(desk, year), desk.store.reading(), as_of or desk.today()
    triggers = [each for each in reader.find(Trigger, "position") if each.duty is duty]
    items = tied_items(desk, told.index.id, triggers, directive_id)
    asked = _Asked(desk, told.index, duty, day)
    by_unit = {row.unit.id: row for row in told.rows}
    found = []
    for unit in asked_units(desk, (row.unit for row in told.rows), triggers, day):
        row = by_unit.get(unit.id)
        counted = row.counted if row and row.counted.points else None
        why = tuple(reasons(triggers, Result(unit, row.rating if row else "", counted), told.bands))
        if why:
            item = next((items[each.trigger] for each in why if each.trigger in items), None)
            found.append(asked.owed(unit, why, item))
    return found


class _Asked:
    """The plans that were asked for after an index, with their lines, fetched at once."""

    def __init__(self, desk: Desk, index: IndexSet, duty: Duty, day: date) -> None:
        reader = desk.store.reading()
        self._duty, self._day = duty, day
        self._plans = {plan.unit_id: plan for plan in reader.find(Plan, index_id=index.id, duty=duty.value)}
        told = lives(reader, [plan.assignment_id for plan in self._plans.values()], day)
        self._lines = {line.assignment.id: line for line in told}
        self._items = reader.many(Item, {line.assignment.item_id for line in told})

    def owed(self, unit: Unit, why: tuple[Reason, ...], item: Item | None) -> Owed:
        """What a unit owes for these reasons, and how far it has come."""
        plan = self._plans.get(unit.id)
        if plan is None:
            return Owed(unit, self._duty, why, item, item.due if item else None, PlanState.OWED, None)
        line = self._lines[plan.assignment_id]
        state = plan_state(plan, line.events, self._day)
        item = item or self._items[line.assignment.item_id]
        return Owed(unit, self._duty, why, item, line.standing.due, state, plan)


def watched_domains(desk: Desk) -> frozenset[str]:
    """The keys of the domains that a trigger of the office looks at."""
    triggers = desk.store.reading().find(Trigger, is_active=1)
    return frozenset(each.domain for trigger in triggers for each in trigger.asked() if each.domain)


def tied_items(desk: Desk, index_id: int, triggers: Sequence[Trigger], directive_id: int | None) -> Mapping[str, Item]:
    """The obliging item of each trigger, by the trigger's code."""
    reader = desk.store.reading()
    ties = {tie.trigger_id: tie.item_id for tie in reader.find(TriggerTie, index_id=index_id)}
    kept = reader.many(Item, ties.values())
    found = {each.code: kept[ties[each.id]] for each in triggers if ties.get(each.id) in kept}
    if directive_id is not None:
        for trigger in triggers:
            if item := offered_item(desk, directive_id, trigger):
                found[trigger.code] = item
    return found


def offered_item(desk: Desk, directive_id: int, trigger: Trigger) -> Item | None:
    """The item of a directive that a trigger's words point at: the one with a limit before the ones without."""
    from district_desk.domain.directives import Directive

    reader = desk.store.reading()
    reader.get(Directive, directive_id)
    words = [fold(line) for line in trigger.item_words.splitlines() if line.strip()]
    items = [
        item
        for item in reader.find(Item, "position", directive_id=directive_id)
        if words and any(word in fold(item.text) for word in words)
    ]
    return min(items, key=lambda item: (item.due is None, item.position), default=None)


def asked_units(desk: Desk, scored: Iterable[Unit], triggers: Sequence[Trigger], day: date) -> list[Unit]:
    """The units that have a result, and those of today's that some trigger asks, in the office's order."""
    units = {unit.id: unit for unit in scored}
    known, working_day = desk.directory(day).units, desk.working_day(day)
    one_of_kind = {unit.kind: unit for unit in known}
    kinds = {kind for kind, unit in one_of_kind.items() if any(trigger.concerns(unit) for trigger in triggers)}
    for unit in known:
        if unit.kind in kinds and unit.is_valid(working_day):
            units.setdefault(unit.id, unit)
    return sorted(units.values(), key=lambda each: (each.position, each.id))


def _formula(bands: Sequence[RatingBand], counted: Tally) -> str:
    band = band_of(bands, counted)
    return band.name if band else ""


def _announced(ratings: Mapping[int, UnitRating], unit: Unit) -> tuple[str, int | None]:
    rating = ratings.get(unit.id)
    return (rating.rating, rating.rank) if rating else ("", None)
