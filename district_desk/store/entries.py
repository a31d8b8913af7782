"""The days of received documents: arrival and handing on as recorded, entry as the journal knows it."""

from datetime import date
from functools import cache
from typing import Final

from district_desk.domain.directives import Urgency
from district_desk.domain.entry_delays import Entry
from district_desk.store.connections import Asking

_ENTRIES: Final = """
SELECT id, arrived, urgency,
  (SELECT substr(operation.at, 1, 10) FROM change JOIN operation ON operation.id = change.operation_id
   WHERE change.entity = 'directive' AND change.row_id = directive.id ORDER BY change.id LIMIT 1),
  passed_on,
  (SELECT min(given) FROM assignment WHERE assignment.directive_id = directive.id)
FROM directive
WHERE arrival_year BETWEEN ? AND ? AND arrived BETWEEN ? AND ?
  AND source = 'received' AND reference_only = 0 AND binned_on IS NULL
ORDER BY arrived, id
"""


def entries(ask: Asking, first: date, last: date) -> list[Entry]:
    """The documents that arrived from one day to another, both included, by the day of arrival."""
    values = (first.year, last.year, first.isoformat(), last.isoformat())
    day = cache(date.fromisoformat)
    return [
        Entry(row[0], day(row[1]), Urgency(row[2]), *(day(each) if each else None for each in row[3:]))
        for row in ask.rows(_ENTRIES, values)
    ]
