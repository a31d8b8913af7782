"""One mapping between the records of the domain and the rows of their tables.

A record's fields are the columns of its table, in the same order; the table is named by its
:class:`~district_desk.domain.changes.Entity`. Dates are ISO text, enumerations their value, None is NULL, and every
text is brought to NFC on its way in. The plan for a type is made once.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import MISSING, dataclass, fields
from datetime import date
from enum import IntEnum, StrEnum
from functools import cache
from importlib import import_module
from operator import attrgetter
from types import UnionType
from typing import Any, Final, Generic, Protocol, TypeVar, get_args, get_origin, get_type_hints

from district_desk.domain.changes import Entity
from district_desk.domain.vietnamese import nfc

Value = str | int | None
"""What a column holds."""

Row = tuple[Value, ...]
"""The columns of one record, in the order of its fields."""


class Record(Protocol):
    """A dataclass of the domain that is kept in a table; ``id`` is 0 until it is."""

    @property
    def id(self) -> int: ...
    @property
    def uid(self) -> int: ...


R = TypeVar("R", bound=Record)

_HOMES: Final = {
    Entity.DIRECTIVE: ("directives", "Directive"),
    Entity.DOCUMENT_TEXT: ("directives", "DocumentText"),
    Entity.REFERENCE: ("directives", "Reference"),
    Entity.ATTACHMENT: ("directives", "Attachment"),
    Entity.ITEM: ("items", "Item"),
    Entity.ASSIGNMENT: ("assignments", "Assignment"),
    Entity.EVENT: ("assignments", "Event"),
    Entity.UNIT: ("units", "Unit"),
    Entity.SUCCESSION: ("units", "Succession"),
    Entity.UNIT_GROUP: ("units", "UnitGroup"),
    Entity.GROUP_MEMBER: ("units", "GroupMember"),
    Entity.PERSON: ("units", "Person"),
    Entity.DOCUMENT_TYPE: ("directives", "DocumentType"),
    Entity.ASSIGNING_LEVEL: ("directives", "AssigningLevel"),
    Entity.DAY_OFF: ("calendar", "DayOff"),
    Entity.CALENDAR_YEAR: ("calendar", "CalendarYear"),
    Entity.SETTING: ("office", "Setting"),
    Entity.SAVED_VIEW: ("keepsakes", "SavedView"),
    Entity.PRINTED_REPORT: ("keepsakes", "PrintedReport"),
    Entity.INDEX_SET: ("reform_index", "IndexSet"),
    Entity.CRITERION: ("reform_index", "Criterion"),
    Entity.RATING_BAND: ("reform_index", "RatingBand"),
    Entity.SCORE: ("reform_scores", "Score"),
    Entity.UNIT_RATING: ("reform_scores", "UnitRating"),
    Entity.TRIGGER: ("reform_triggers", "Trigger"),
    Entity.TRIGGER_TIE: ("reform_triggers", "TriggerTie"),
    Entity.PLAN: ("reform_plans", "Plan"),
    Entity.MEASURE: ("reform_plans", "Measure"),
    Entity.BREAKTHROUGH: ("reform_plans", "Breakthrough"),
    Entity.EVIDENCE: ("reform_plans", "Evidence"),
    Entity.WEAKNESS: ("reform_plans", "Weakness"),
    Entity.REPORT_SERIES: ("periodic_reports", "ReportSeries"),
    Entity.PERIOD_RULE: ("periodic_reports", "PeriodRule"),
    Entity.REPORT_PERIOD: ("periodic_reports", "ReportPeriod"),
    Entity.SUBMISSION: ("periodic_reports", "Submission"),
    Entity.CYCLE_STEP: ("periodic_reports", "CycleStep"),
    Entity.SHEET_MATCH: ("periodic_reports", "SheetMatch"),
    Entity.READING_CORRECTION: ("corrections", "ReadingCorrection"),
}
"""The domain's module and class of each table: a start reads three tables and need not load the records of all."""

_ENTITY_OF: Final = {home: entity for entity, home in _HOMES.items()}


@dataclass(frozen=True, slots=True)
class Mapping(Generic[R]):
    """How one type of record becomes a row and comes back."""

    entity: Entity
    record: type[R]
    columns: tuple[str, ...]
    decoders: tuple[Callable[[Any], Any] | None, ...]

    @property
    def table(self) -> str:
        """The table's name."""
        return self.entity.value

    @property
    def quoted(self) -> str:
        """The columns as SQL wants them ("on" is a word of the language)."""
        return ", ".join(f'"{name}"' for name in self.columns)

    @property
    def select(self) -> str:
        """The question for whole rows, to which a WHERE is added."""
        return f"SELECT {self.quoted} FROM {self.table}"  # noqa: S608 (names from the dataclass, no value)

    @property
    def insert(self) -> str:
        """The statement that adds a row, with a place for every column."""
        places = ", ".join("?" * len(self.columns))
        return f"INSERT INTO {self.table} ({self.quoted}) VALUES ({places})"  # noqa: S608 (names, no value)

    def row(self, record: R) -> Row:
        """The record as its columns."""
        return tuple(
            value if value is None or type(value) is int else stored(value)
            for value in attrgetter(*self.columns)(record)
        )

    def record_of(self, row: Sequence[Any]) -> R:
        """The record that a row tells."""
        return self.record(
            *[value if decode is None or value is None else decode(value)
              for decode, value in zip(self.decoders, row, strict=True)]
        )  # fmt: skip

    def image(self, row: Sequence[Value]) -> str:
        """The row as the journal keeps it: one JSON object, column by column."""
        return json.dumps(dict(zip(self.columns, row, strict=True)), ensure_ascii=False, separators=(",", ":"))

    def row_of_image(self, image: str) -> Row:
        """The row of an image. A column that did not exist when it was taken has the field's default."""
        values = json.loads(image)
        defaults = self._defaults() if len(values) < len(self.columns) else {}
        return tuple(values[name] if name in values else defaults.get(name) for name in self.columns)

    def _defaults(self) -> dict[str, Value]:
        known = fields(self.record)  # type: ignore[arg-type]
        return {one.name: stored(one.default) for one in known if one.default is not MISSING}


def stored(value: object) -> Value:
    """A field's value as a column holds it."""
    if value is None:
        return None
    if type(value) is str:
        return nfc(value)
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, str):
        return nfc(str(value))
    if isinstance(value, int):
        return int(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no column holds a {type(value).__name__}")


def mapping_of(record: type[R]) -> Mapping[R]:
    """The mapping of a type of record; KeyError for a type that has no table."""
    return mapping_of_entity(_ENTITY_OF[record.__module__.rpartition(".")[2], record.__name__])


def record_type(entity: Entity) -> type[Any]:
    """The type of the records of that table."""
    module, name = _HOMES[entity]
    found: type[Any] = getattr(import_module(f"district_desk.domain.{module}"), name)
    return found


@cache
def mapping_of_entity(entity: Entity) -> Mapping[Any]:
    """The mapping of the records of that table."""
    record = record_type(entity)
    hints = get_type_hints(record)
    names = tuple(one.name for one in fields(record))
    return Mapping(entity, record, names, tuple(_decoder(hints[name]) for name in names))


def _decoder(hint: Any) -> Callable[[Any], Any] | None:
    kinds = get_args(hint) if get_origin(hint) is UnionType else (hint,)
    kind = next(one for one in kinds if one is not type(None))
    if issubclass(kind, date):
        from_iso: Callable[[Any], Any] = kind.fromisoformat
        return from_iso
    if issubclass(kind, (StrEnum, IntEnum)):
        return _member_of(kind)
    return None


def _member_of(kind: type[StrEnum] | type[IntEnum]) -> Callable[[Any], Any]:
    members = {member.value: member for member in kind}
    return members.__getitem__
