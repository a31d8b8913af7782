"""The scores of one index, all units: what totals, ratings and triggers are computed from; and what proves them."""

from collections.abc import Iterable
from typing import Any

from district_desk.domain.reform_plans import Evidence
from district_desk.domain.reform_scores import Score, Stage, counted_points, early_grade
from district_desk.store.codec import mapping_of
from district_desk.store.connections import Asking
from district_desk.store.faults import explained


def scores_of(ask: Asking, index_id: int) -> list[Score]:
    """Every score of an index, unit by unit."""
    mapping = mapping_of(Score)
    sql = f"{mapping.select} WHERE criterion_id IN (SELECT id FROM criterion WHERE index_id = ?) ORDER BY unit_id"  # noqa: S608 (names)
    return [Score(*row) for row in ask.rows(sql, (index_id,))]  # whole numbers and texts, as they are stored


def points_of(ask: Asking, index_id: int, stage: Stage | None) -> dict[int, dict[int, int]]:
    """The points of an index by unit and criterion, of a stage or those that count; where there are none, no entry."""
    stages = tuple(Stage) if stage is None else (stage,)
    columns = ", ".join(("unit_id", "criterion_id", *(each.value for each in stages)))
    # all years are read through: by the index of criteria, each of the rows would be sought for in the table
    sql = f"SELECT {columns} FROM score NOT INDEXED WHERE criterion_id IN (SELECT id FROM criterion WHERE index_id = ?)"  # noqa: S608 (names)
    found: dict[int, dict[int, int]] = {}
    with explained(ask.path):
        rows: Iterable[tuple[Any, ...]] = ask.connection.execute(sql, (index_id,))
        if stage is None:
            rows = ((unit_id, criterion_id, counted_points(*given)) for unit_id, criterion_id, *given in rows)
        for unit_id, criterion_id, points in rows:
            own = found.get(unit_id)
            if own is None:
                own = found[unit_id] = {}
            if points is not None:
                own[criterion_id] = points
    return found


def early_of(ask: Asking, index_id: int) -> dict[int, dict[int, int]]:
    """How final the points are that are no second appraisal (:func:`early_grade`), by unit and criterion."""
    columns = ", ".join(each.value for each in Stage)
    sql = (
        f"SELECT unit_id, criterion_id, {columns} FROM score NOT INDEXED WHERE second_points IS NULL"  # noqa: S608 (names)
        " AND criterion_id IN (SELECT id FROM criterion WHERE index_id = ?)"
    )
    found: dict[int, dict[int, int]] = {}
    for unit_id, criterion_id, *given in ask.rows(sql, (index_id,)):
        found.setdefault(unit_id, {})[criterion_id] = early_grade(*given)
    return found


def evidence_of(ask: Asking, index_id: int) -> list[Evidence]:
    """Every document that proves something of an index, by unit and criterion, in the order in which they were filed."""
    mapping = mapping_of(Evidence)
    sql = (
        f"{mapping.select} WHERE criterion_id IN (SELECT id FROM criterion WHERE index_id = ?)"  # noqa: S608 (names)
        " ORDER BY unit_id, criterion_id, position, id"
    )
    return [mapping.record_of(row) for row in ask.rows(sql, (index_id,))]
