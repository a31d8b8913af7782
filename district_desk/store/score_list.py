"""The scores of one index, all units: what totals, ratings and triggers are computed from."""

from district_desk.domain.reform_scores import Score
from district_desk.store.codec import mapping_of
from district_desk.store.connections import Asking


def scores_of(ask: Asking, index_id: int) -> list[Score]:
    """Every score of an index, unit by unit."""
    mapping = mapping_of(Score)
    sql = f"{mapping.select} WHERE criterion_id IN (SELECT id FROM criterion WHERE index_id = ?) ORDER BY unit_id"  # noqa: S608 (names)
    return [mapping.record_of(row) for row in ask.rows(sql, (index_id,))]
