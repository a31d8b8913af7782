"""The scores of one index, all units: what totals, ratings and triggers are computed from; and what proves them."""

from district_desk.domain.reform_plans import Evidence
from district_desk.domain.reform_scores import Score
from district_desk.store.codec import mapping_of
from district_desk.store.connections import Asking


def scores_of(ask: Asking, index_id: int) -> list[Score]:
    """Every score of an index, unit by unit."""
    mapping = mapping_of(Score)
    sql = f"{mapping.select} WHERE criterion_id IN (SELECT id FROM criterion WHERE index_id = ?) ORDER BY unit_id"  # noqa: S608 (names)
    return [mapping.record_of(row) for row in ask.rows(sql, (index_id,))]


def evidence_of(ask: Asking, index_id: int) -> list[Evidence]:
    """Every document that proves something of an index, by unit and criterion, in the order in which they were filed."""
    mapping = mapping_of(Evidence)
    sql = (
        f"{mapping.select} WHERE criterion_id IN (SELECT id FROM criterion WHERE index_id = ?)"  # noqa: S608 (names)
        " ORDER BY unit_id, criterion_id, position, id"
    )
    return [mapping.record_of(row) for row in ask.rows(sql, (index_id,))]
