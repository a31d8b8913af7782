"""Reading the office's file: records by id and by field, lists in the wanted order, search, the journal.

A Reader belongs to the thread that asked for it and can change nothing. It answers with the domain's own types.
"""

import sqlite3
from array import array
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from district_desk.domain.assignments import Assignment, Event
from district_desk.domain.changes import Entity
from district_desk.domain.directives import Directive
from district_desk.domain.listing import (
    AssignmentFilter,
    AssignmentRow,
    Counts,
    DirectiveFilter,
    DirectiveRow,
    FieldChange,
    Operation,
    RegisterChip,
    SearchHit,
)
from district_desk.domain.notation import comparable
from district_desk.domain.problems import NotFound
from district_desk.store import journal, numbers, register_list
from district_desk.store.as_of import AsOf
from district_desk.store.codec import Mapping, R, mapping_of, mapping_of_entity, stored
from district_desk.store.connections import Asking, placeholders
from district_desk.store.standings import batches, events_of

if TYPE_CHECKING:
    from district_desk.domain.day_work import DueKey, Silence, WaitingDocument
    from district_desk.domain.entry_delays import Entry
    from district_desk.domain.reform_plans import Evidence
    from district_desk.domain.reform_scores import Score, Stage
    from district_desk.domain.reporting import Followed, Kind, Period, Scope
    from district_desk.domain.task_looks import DueDay, MatrixLine

_AT_ONCE = 500


def _nothing() -> None:
    """A reader of what is committed has nothing to settle."""


class Reader:
    """The answers of one connection."""

    __slots__ = ("__weakref__", "_as_of", "_ask", "_settle")

    def __init__(self, connection: sqlite3.Connection, path: Path, *, settle: Callable[[], None] = _nothing) -> None:
        self._ask = Asking(connection, path)
        self._as_of = AsOf(self._ask)
        self._settle = settle

    def get(self, kind: type[R], id: int) -> R:  # noqa: A002 (the field is called so)
        """The record of that kind and id, or NotFound."""
        mapping = mapping_of(kind)
        row = self._ask.first(f"{mapping.select} WHERE id = ?", (id,))
        if row is None:
            raise NotFound(mapping.table, str(id))
        record: R = mapping.record_of(row)
        return record

    def find(self, kind: type[R], order: str = "id", **where: object) -> list[R]:
        """The records whose fields equal those given (None: is empty), ordered by the columns named in ``order``.

        ``order`` is a field, or several with commas; LookupError for a name that is no field of the record.
        """
        mapping = mapping_of(kind)
        terms = [f'"{_column(mapping, name)}" {"IS" if value is None else "="} ?' for name, value in where.items()]
        by = ", ".join(f'"{_column(mapping, name.strip())}"' for name in order.split(","))
        sql = f"{mapping.select} WHERE {' AND '.join(terms or ['1'])} ORDER BY {by}, id"
        return [mapping.record_of(row) for row in self._ask.rows(sql, [stored(value) for value in where.values()])]

    def many(self, kind: type[R], ids: Iterable[int]) -> dict[int, R]:
        """The records of those ids, by id; an id without a record is left out."""
        mapping = mapping_of(kind)
        wanted, found = list(ids), dict[int, R]()
        for start in range(0, len(wanted), _AT_ONCE):
            part = wanted[start : start + _AT_ONCE]
            sql = f"{mapping.select} WHERE id IN ({placeholders(part)})"
            records = [mapping.record_of(row) for row in self._ask.rows(sql, part)]
            found.update((record.id, record) for record in records)
        return found

    def entries(self, first: date, last: date) -> "list[Entry]":
        """The documents received from one day to another, both included, with the days of their steps."""
        from district_desk.store import entries

        return entries.entries(self._ask, first, last)

    def scores(self, index_id: int) -> "list[Score]":
        """Every score of a reform index, unit by unit."""
        from district_desk.store.score_list import scores_of

        return scores_of(self._ask, index_id)

    def points(self, index_id: int, stage: "Stage | None") -> dict[int, dict[int, int]]:
        """The points of an index by unit and criterion, of a stage or (None) those that count; a unit without any has an
        empty entry. A fraction of the time of :meth:`scores`."""
        from district_desk.store.score_list import points_of

        return points_of(self._ask, index_id, stage)

    def early_points(self, index_id: int) -> dict[int, dict[int, int]]:
        """How final the points of an index are that no second appraisal gave, by unit and criterion:
        :func:`district_desk.domain.reform_scores.early_grade`."""
        from district_desk.store.score_list import early_of

        return early_of(self._ask, index_id)

    def evidence(self, index_id: int) -> "list[Evidence]":
        """Every document that proves points of a reform index, by unit and criterion."""
        from district_desk.store.score_list import evidence_of

        return evidence_of(self._ask, index_id)

    def lines_due(self, last: date, as_of: date) -> "list[DueKey]":
        """The open lead lines whose last day is ``last`` or earlier, in no order."""
        from district_desk.store import day_work

        self._settle()
        return day_work.lines_due(self._ask, last, as_of, self._as_of)

    def documents_waiting(self, as_of: date) -> "list[WaitingDocument]":
        """The documents of the register that are not handed on or not complete, in no order."""
        from district_desk.store import day_work

        self._settle()
        return day_work.documents_waiting(self._ask, as_of, self._as_of)

    def silences(self, as_of: date) -> "list[Silence]":
        """The open lines whose units were reminded up to that day and have not spoken since, in no order."""
        from district_desk.store import day_work

        self._settle()
        return day_work.silences(self._ask, as_of, self._as_of)

    def by_uid(self, uid: int) -> tuple[Entity, int] | None:
        """The record that is known by those eighteen digits: its kind and its id."""
        for entity in Entity:
            row = self._ask.first(f"{mapping_of_entity(entity).select} WHERE uid = ?", (uid,))
            if row is not None:
                return entity, row[-2]
        return None

    def directive_ids(self, wanted: DirectiveFilter, today: date) -> "array[int]":
        """The ids of the directives wanted, in the wanted order."""
        self._settle()
        return register_list.directive_ids(self._ask, wanted, today, self._as_of)

    def directive_rows(self, ids: Sequence[int], today: date) -> list[DirectiveRow]:
        """The rows of these ids with their figures on that day, in the order of the ids; meant for a page of them."""
        self._settle()
        return register_list.directive_rows(self._ask, ids, today, self._as_of)

    def chip_counts(self, wanted: DirectiveFilter, today: date) -> dict[RegisterChip, int]:
        """How many directives each chip would show, under the filter's year, sources and words."""
        self._settle()
        return register_list.chip_counts(self._ask, wanted, today, self._as_of)

    def assignment_ids(self, wanted: AssignmentFilter, as_of: date) -> "array[int]":
        """The ids of the lines wanted: of one directive in the order of its items, else by due date, blanks last."""
        from district_desk.store import assignment_list

        self._settle()
        return assignment_list.assignment_ids(self._ask, wanted, as_of, self._as_of)

    def assignment_rows(self, ids: Sequence[int], as_of: date) -> list[AssignmentRow]:
        """The rows of these ids with their standing on that day, in the order of the ids."""
        from district_desk.store import assignment_list

        self._settle()
        return assignment_list.assignment_rows(self._ask, ids, as_of, self._as_of)

    def matrix_lines(self, wanted: AssignmentFilter, as_of: date, *, items: int) -> "tuple[list[MatrixLine], bool]":
        """The lines of the first ``items`` items that the filter meets, by due date, and whether there are more items."""
        from district_desk.store import line_looks

        self._settle()
        return line_looks.matrix_lines(self._ask, wanted, as_of, self._as_of, items)

    def due_days(self, wanted: AssignmentFilter, as_of: date) -> "list[DueDay]":
        """How many lines that the filter meets fall due on each day of its due range; days without any are left out."""
        from district_desk.store import line_looks

        self._settle()
        return line_looks.due_days(self._ask, wanted, as_of, self._as_of)

    def followed(self, period: "Period", scope: "Scope") -> "list[Followed]":
        """The lead lines that were given in a period or carried over into it, as of its day: what a report counts."""
        from district_desk.store import report_list

        self._settle()
        return report_list.followed(self._ask, period, scope, self._as_of)

    def counted(self, period: "Period", scope: "Scope") -> "tuple[dict[Kind, int], int]":
        """The same lines by kind, for figures alone; and how many directives gave those of the period itself."""
        from district_desk.store import report_list

        self._settle()
        return report_list.counted(self._ask, period, scope, self._as_of)

    def persons(self) -> list[str]:
        """The names of those who answer for any line, in no order."""
        return [name for (name,) in self._ask.rows("SELECT DISTINCT person FROM assignment WHERE person <> ''", ())]

    def received_between(self, first: date, last: date) -> int:
        """How many documents were registered as received from one day to another, both included."""
        from district_desk.store import report_list

        return report_list.received_between(self._ask, first, last)

    def events_of(self, ids: Iterable[int]) -> dict[int, list[Event]]:
        """The events of these assignments, by assignment; one without events is left out."""
        found: dict[int, list[Event]] = {}
        for part in batches(ids):
            found.update(events_of(self._ask.connection, part))
        return found

    def recurring_lines(self, directive_ids: Collection[int] | None = None) -> list[Assignment]:
        """Every line of a recurring item (of these directives): the duties, without a period, and their periods, by id."""
        from district_desk.store.recurring_duties import RECURRING_ITEMS

        mapping, ids = mapping_of(Assignment), list(directive_ids or ())
        narrow = "" if directive_ids is None else f" AND directive_id IN ({placeholders(ids)})"
        sql = f"{mapping.select} WHERE item_id IN ({RECURRING_ITEMS}{narrow}) ORDER BY id"
        return [mapping.record_of(row) for row in self._ask.rows(sql, ids)]

    def counts(self, year: int | None, today: date) -> Counts:
        """The figures of one year's register (None: of all) on that day."""
        from district_desk.store import assignment_list

        self._settle()
        return assignment_list.counts(self._ask, year, today, self._as_of)

    def search(self, words: str, *, limit: int = 60, stop: Callable[[], bool] | None = None) -> list[SearchHit]:
        """Hits for what was typed so far, those with the typed marks first, newest first. Stopped when ``stop()``."""
        from district_desk.store import searching

        self._settle()
        return searching.search(self._ask, words, limit, stop)

    def same_notation(self, notation: str) -> list[Directive]:
        """The directives, newest first, whose number and symbol are that one, 04 and 4, Đ and D being the same."""
        self._settle()
        sql = "SELECT directive_id FROM register_line WHERE notation_key = ? AND notation_key <> ''"
        ids = [row[0] for row in self._ask.rows(sql, (comparable(notation),))]
        return [record for _, record in sorted(self.many(Directive, ids).items(), reverse=True)]

    def last_arrival_number(self, year: int) -> int | None:
        """The highest arrival number given in a year, the bin included; None where there is none."""
        return numbers.last_arrival_number(self._ask, year)

    def arrival_numbers(self, year: int) -> list[tuple[int, str, int]]:
        """All of a year's arrival numbers in order, the bin included: number, suffix, directive id."""
        return numbers.arrival_numbers(self._ask, year)

    def years(self) -> list[int]:
        """The years that the register knows, newest first."""
        self._settle()
        return numbers.years(self._ask)

    def can_undo(self) -> Operation | None:
        """The operation that Store.undo() would take back, or None."""
        return journal.next_to_undo(self._ask)

    def can_redo(self) -> Operation | None:
        """The taking back that Store.redo() would reverse, or None."""
        return journal.next_to_redo(self._ask)

    def operation(self, operation_id: int) -> Operation:
        """One line of the journal, or NotFound."""
        return journal.operation(self._ask, operation_id)

    def operations(self, limit: int = 500, before: int | None = None) -> list[Operation]:
        """The newest lines of the journal, newest first; ``before`` goes on from an earlier answer's last id."""
        return journal.operations(self._ask, limit, before)

    def history_of(self, entity: Entity, id: int) -> list[FieldChange]:  # noqa: A002 (the field is called so)
        """What became of a record, field by field, oldest first."""
        return journal.history(self._ask, entity, id)

    def close(self) -> None:
        """Let go of the file."""
        self._ask.connection.close()


def _column(mapping: Mapping[Any], name: str) -> str:
    if name not in mapping.columns:
        raise LookupError(f"{mapping.table} has no field {name!r}")
    return name
