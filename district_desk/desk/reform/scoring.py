"""Scores typed by hand: the grid of a year, a block of cells written as one operation, what became of a cell
(DOMAIN 5.2); the official rating of a unit (DOMAIN 5.3)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from district_desk.desk.office_desk import Desk
from district_desk.desk.reform.index import index_in_force, tree_of
from district_desk.desk.reform.results import asked_units
from district_desk.domain.changes import Changes, Entity
from district_desk.domain.points import points_of, points_text
from district_desk.domain.problems import BadValue
from district_desk.domain.reform_index import Criterion, CriterionTree, IndexSet
from district_desk.domain.reform_scores import Score, Stage, UnitRating
from district_desk.domain.reform_triggers import Duty, Trigger
from district_desk.domain.units import Unit
from district_desk.domain.vietnamese import collapse

TEXTS: Final = ("declared", "explanation", "note")
"""The fields of a score that are texts; the others are the stages' points."""

_MOST_WRITTEN: Final = 3


@dataclass(frozen=True, slots=True)
class ScoreGrid:
    """All that a grid of a year shows: the units in the office's order and every score by criterion and unit."""

    index: IndexSet
    tree: CriterionTree
    units: tuple[Unit, ...]
    scores: Mapping[tuple[int, int], Score]


@dataclass(frozen=True, slots=True)
class ScoreCell:
    """A field of a score and what it shall be: points in millionths or None for a :class:`Stage`'s, else a text."""

    criterion_id: int
    unit_id: int
    field: str
    value: int | str | None


@dataclass(frozen=True, slots=True)
class CellPast:
    """One change of a cell: when, by whom, from and to, as an office writes them."""

    at: datetime
    officer: str
    old: str
    new: str


def score_grid(desk: Desk, year: int) -> ScoreGrid:
    """The grid of a year's index: the units that have a score, and those of the kinds that are asked for plans.

    Raises:
        NotFound: the year has no index.
    """
    index, reader = index_in_force(desk, year), desk.store.reading()
    scores = {(score.criterion_id, score.unit_id): score for score in reader.scores(index.id)}
    scored = reader.many(Unit, {unit_id for _, unit_id in scores}).values()
    units = asked_units(desk, scored, reader.find(Trigger, duty=Duty.PLAN.value), desk.today())
    return ScoreGrid(index, tree_of(reader, index.id), tuple(units), scores)


def scores_by_id(desk: Desk, ids: Iterable[int]) -> Mapping[int, Score]:
    """These scores as they now read; one that is gone is left out."""
    return desk.store.reading().many(Score, ids)


def points_at(criterion: Criterion, written: str) -> int | None:
    """The points that somebody wrote for a criterion, with a comma or a dot; None for nothing.

    Raises:
        BadValue: of field "points" for what is no number, "points_below" for one below zero, "points_above" for one above
            the criterion's maximum, with both.
    """
    if not written.strip():
        return None
    points = points_of(written)
    _must_be_possible(criterion, points)
    return points


def set_scores(desk: Desk, cells: Sequence[ScoreCell]) -> Changes:
    """Write a block of cells as one operation; a cell that reads so already is left as it is.

    Raises:
        BadValue: as :func:`points_at`, also of an appraisal and a survey together; one cell that cannot be keeps all of
            them as they were.
        NotFound: no such criterion or unit.
    """
    with desk.writing("set_scores") as writing:
        reader = writing.reader
        criteria = reader.many(Criterion, {cell.criterion_id for cell in cells})
        kept: dict[tuple[int, int], Score] = {}
        for unit_id in {cell.unit_id for cell in cells}:
            kept |= {(each.criterion_id, unit_id): each for each in reader.find(Score, unit_id=unit_id)}
        for cell in cells:
            key = (cell.criterion_id, cell.unit_id)
            if cell.field not in TEXTS and isinstance(cell.value, int):
                _must_be_possible(criteria[cell.criterion_id], cell.value)
            changed: dict[str, Any] = {_field(cell): cell.value}
            kept[key] = replace(kept.get(key, Score(*key)), **changed)
        for key in {(cell.criterion_id, cell.unit_id): None for cell in cells}:
            if kept[key].survey_points is not None:
                _must_be_possible(criteria[key[0]], kept[key].points or 0)  # the appraisal and the survey together
            writing.put(kept[key])
        units = reader.many(Unit, {cell.unit_id for cell in cells})
        writing.note(subject=_whose(list(units.values())), count=len(cells))
    return writing.changes


def history_of_cell(desk: Desk, score: Score, field: str) -> list[CellPast]:
    """What became of one field of a score, newest first."""
    told = desk.store.reading().history_of(Entity.SCORE, score.id)
    changes = [change for change in told if change.field == field]
    made = next((change for change in told if change.field == "uid" and change.after), None)
    now = getattr(score, field)
    first = changes[0].before if changes else "" if now is None else str(now)
    past = [CellPast(made.operation.at, made.operation.officer, "", _shown(field, first))] if made and first else []
    past += [
        CellPast(each.operation.at, each.operation.officer, _shown(field, each.before), _shown(field, each.after))
        for each in changes
    ]
    return past[::-1]


def set_rating(desk: Desk, announced: UnitRating) -> Changes:
    """What was officially announced of a unit, as typed: the formula checks it and never writes over it.

    ``announced`` takes the place of what is kept of that index and unit; one that says nothing takes it away.

    Raises:
        BadValue: of field "rank", for a rank below 1.
    """
    if announced.rank is not None and announced.rank < 1:
        raise BadValue("rank", str(announced.rank))
    announced = replace(announced, rating=collapse(announced.rating), note=announced.note.strip())
    with desk.writing("set_rating") as writing:
        held = writing.reader.find(UnitRating, index_id=announced.index_id, unit_id=announced.unit_id)
        if held and not (announced.rating or announced.rank or announced.note):
            writing.drop(held[0])
        else:
            writing.put(replace(announced, id=held[0].id, uid=held[0].uid) if held else announced)
        writing.note(subject=writing.reader.get(Unit, announced.unit_id).name, count=1)
    return writing.changes


def _must_be_possible(criterion: Criterion, points: int) -> None:
    if points < 0:
        raise BadValue("points_below", points_text(points))
    if points > criterion.maximum:
        raise BadValue(
            "points_above",
            f"{points_text(points)} > {points_text(criterion.maximum)} ({criterion.code} {criterion.name})",
        )


def _field(cell: ScoreCell) -> str:
    """The name of the cell's field, LookupError for one that no clerk writes."""
    return cell.field if cell.field in TEXTS else Stage(cell.field).value


def _shown(field: str, stored: str) -> str:
    return stored if field in TEXTS or not stored else points_text(int(stored))


def _whose(units: Sequence[Unit]) -> str:
    names = sorted(unit.short_name or unit.name for unit in units)
    more = f" và {len(names) - _MOST_WRITTEN} đơn vị" if len(names) > _MOST_WRITTEN else ""
    return "của " + ", ".join(names[:_MOST_WRITTEN]) + more if names else ""
