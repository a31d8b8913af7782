"""The office makes the index its own: criteria, bands, triggers and the pick-list of weaknesses are edited."""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final, TypeVar

from district_desk.desk.office_desk import Desk
from district_desk.desk.reform.index import tree_of, uses_of
from district_desk.domain.changes import Changes
from district_desk.domain.points import points_text
from district_desk.domain.problems import BadValue, InUse, MissingField
from district_desk.domain.reform_index import Criterion, IndexSet, RatingBand
from district_desk.domain.reform_plans import Weakness
from district_desk.domain.reform_scores import Score
from district_desk.domain.reform_triggers import ConditionKind, Trigger
from district_desk.domain.units import UnitKind
from district_desk.domain.vietnamese import collapse
from district_desk.store import Writing

R = TypeVar("R", Criterion, RatingBand, Trigger, Weakness)

_NEEDED: Final[dict[type[Any], tuple[str, tuple[str, ...]]]] = {
    Criterion: ("criteria", ("code", "name")),
    RatingBand: ("bands", ("name",)),
    Trigger: ("triggers", ("code", "title")),
    Weakness: ("weaknesses", ("text",)),
}
"""By record: the word in the operation's name, the fields that may not be blank."""


def put(desk: Desk, records: Sequence[R]) -> Changes:
    """Write records of one kind, new ones (id 0) and corrected ones.

    Raises:
        MissingField: a code, name or text is blank; a trigger has no condition.
        BadValue: two bands, or two triggers, of one name; a criterion below itself; limits that cannot be; two domains of
            one short name, by which triggers know them; a maximum below points that were given.
    """
    word, _ = _NEEDED[type(records[0])]
    with desk.writing(f"put_{word}", subject=_subject(records)) as writing:
        for record in records:
            writing.put(_checked(writing, record))
        writing.note(count=len(records))
    return writing.changes


def drop(desk: Desk, records: Sequence[R]) -> Changes:
    """Take records of one kind away.

    Raises:
        InUse: a criterion has parts or scores, a trigger is tied to an item; nothing was dropped.
    """
    word, _ = _NEEDED[type(records[0])]
    with desk.writing(f"drop_{word}", subject=_subject(records)) as writing:
        for record in records:
            writing.drop(record)
        writing.note(count=len(records))
    return writing.changes


def put_index(desk: Desk, index: IndexSet) -> Changes:
    """Correct the title, the decision, the day of publication; an index that rests on a decision is no example."""
    with desk.writing("put_index", subject=str(index.year)) as writing:
        writing.put(replace(index, title=collapse(index.title), decision=collapse(index.decision),
                            is_example=0 if index.decision.strip() else index.is_example))  # fmt: skip
        writing.note(count=1)
    return writing.changes


def drop_index(desk: Desk, index_id: int) -> Changes:
    """Take an index away with its criteria and bands, as long as nothing was scored by it.

    Raises:
        InUse: there are scores, ratings or plans; nothing was dropped.
    """
    with desk.writing("drop_index") as writing:
        reader = writing.reader
        index = reader.get(IndexSet, index_id)
        if count := uses_of(reader, index_id):
            raise InUse("index_set", f"Bộ chỉ số năm {index.year}", count)
        for each in reversed(_parents_first(writing, index_id)):
            writing.drop(each)
        for band in reader.find(RatingBand, index_id=index_id):
            writing.drop(band)
        writing.drop(index)
        writing.note(subject=str(index.year), count=1)
    return writing.changes


def move_criterion(desk: Desk, criterion_id: int, steps: int) -> Changes:
    """Move a criterion among those beside it, ``steps`` places down (below zero: up); at the end it stays."""
    with desk.writing("move_criterion") as writing:
        each = writing.reader.get(Criterion, criterion_id)
        beside = list(tree_of(writing.reader, each.index_id).children(each.parent_id))
        place = next(at for at, other in enumerate(beside) if other.id == each.id)
        beside.insert(min(max(place + steps, 0), len(beside) - 1), beside.pop(place))
        places = sorted(other.position for other in beside)
        if len(set(places)) < len(places):
            places = list(range(places[0], places[0] + len(places)))
        for position, other in zip(places, beside, strict=True):
            writing.put(replace(other, position=position))
        writing.note(subject=each.name, count=1)
    return writing.changes


def _parents_first(writing: Writing, index_id: int) -> list[Criterion]:
    from district_desk.desk.reform.index import parents_first

    return parents_first(tree_of(writing.reader, index_id))


def _checked(writing: Writing, record: R) -> R:
    for name in _NEEDED[type(record)][1]:
        if not str(getattr(record, name)).strip():
            raise MissingField(name)
    if isinstance(record, Criterion):
        _check_criterion(writing, record)
    elif isinstance(record, RatingBand):
        _check_band(record)
    elif isinstance(record, Trigger):
        _check_trigger(record)
    return record


def _check_criterion(writing: Writing, criterion: Criterion) -> None:
    if criterion.maximum < 0:
        raise BadValue("maximum", str(criterion.maximum))
    tree = tree_of(writing.reader, criterion.index_id)
    if criterion.key and any(each.key == criterion.key and each.id != criterion.id for each in tree.domains):
        raise BadValue("key_taken", criterion.key)
    given = writing.reader.find(Score, criterion_id=criterion.id) if criterion.id else []
    most = max((score.points or 0 for score in given), default=0)
    if most > criterion.maximum:
        raise BadValue("maximum_below", points_text(most))
    above, known = criterion.parent_id, tree.by_id
    while above is not None:
        if criterion.id and above == criterion.id:
            raise BadValue("parent_id", criterion.name)
        above = known[above].parent_id


def _check_band(band: RatingBand) -> None:
    limits = [band.min_total, band.min_each, *band.named().values()]
    if any(limit is not None and not 0 <= limit <= 100_000_000 for limit in limits):
        raise BadValue("percent", band.name)


def _check_trigger(trigger: Trigger) -> None:
    asked = trigger.asked()
    if not asked:
        raise MissingField("conditions")
    for each in asked:
        if each.kind is ConditionKind.RATING and not each.band.strip():
            raise MissingField("rating")
        if each.kind is ConditionKind.DOMAIN and not (each.domain and 0 < each.below <= 100_000_000):
            raise BadValue("percent", trigger.code)
    for kind in json.loads(trigger.unit_kinds):
        UnitKind(kind)


def _subject(records: Sequence[Any]) -> str:
    return str(getattr(records[0], "name", "") or getattr(records[0], "code", "")) if len(records) == 1 else ""
