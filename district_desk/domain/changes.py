"""What a write touched, so that a screen can ask whether it must refresh.

Every use case that writes returns :class:`Changes`; questions about it are its methods, not ``if`` lines in
windows.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Entity(StrEnum):
    """The kinds of records. The value is the name of the table that keeps them."""

    DIRECTIVE = "directive"
    DOCUMENT_TEXT = "document_text"
    REFERENCE = "reference"
    ATTACHMENT = "attachment"
    ITEM = "item"
    ASSIGNMENT = "assignment"
    EVENT = "event"
    UNIT = "unit"
    SUCCESSION = "succession"
    UNIT_GROUP = "unit_group"
    GROUP_MEMBER = "group_member"
    PERSON = "person"
    DOCUMENT_TYPE = "document_type"
    ASSIGNING_LEVEL = "assigning_level"
    DAY_OFF = "day_off"
    CALENDAR_YEAR = "calendar_year"
    SETTING = "setting"
    SAVED_VIEW = "saved_view"
    PRINTED_REPORT = "printed_report"
    INDEX_SET = "index_set"
    CRITERION = "criterion"
    RATING_BAND = "rating_band"
    SCORE = "score"
    UNIT_RATING = "unit_rating"
    TRIGGER = "reform_trigger"
    TRIGGER_TIE = "trigger_tie"
    PLAN = "improvement_plan"
    MEASURE = "measure"
    BREAKTHROUGH = "breakthrough"
    EVIDENCE = "evidence"
    WEAKNESS = "weakness"
    REPORT_SERIES = "report_series"
    PERIOD_RULE = "period_rule"
    REPORT_PERIOD = "report_period"
    SUBMISSION = "submission"
    CYCLE_STEP = "cycle_step"
    SHEET_MATCH = "sheet_match"
    READING_CORRECTION = "reading_correction"


@dataclass(frozen=True, slots=True)
class Changes:
    """The operation (its journal id, name and a count for the label) and the ids that it touched, by entity."""

    operation: str = ""
    journal_id: int = 0
    count: int = 0
    subject: str = ""
    touched: Mapping[Entity, frozenset[int]] = field(default_factory=lambda: MappingProxyType({}))

    def __bool__(self) -> bool:
        return any(self.touched.values())

    def ids(self, entity: Entity) -> frozenset[int]:
        """The ids of that entity that were written or dropped."""
        return self.touched.get(entity, frozenset())

    def concern(self, *entities: Entity) -> bool:
        """Whether any record of these entities was touched."""
        return any(self.touched.get(entity) for entity in entities)

    def concern_register(self) -> bool:
        """Whether a line of the register of documents may read differently now."""
        return self.concern(
            Entity.DIRECTIVE, Entity.ITEM, Entity.ASSIGNMENT, Entity.EVENT, Entity.ATTACHMENT,
            Entity.UNIT, Entity.DOCUMENT_TYPE,
        )  # fmt: skip

    def concern_due(self) -> bool:
        """Whether what falls due may read differently now."""
        return self.concern(
            Entity.ITEM, Entity.ASSIGNMENT, Entity.EVENT, Entity.DIRECTIVE, Entity.DAY_OFF, Entity.CALENDAR_YEAR,
            Entity.UNIT, Entity.SETTING,
        )  # fmt: skip

    def concern_catalogue(self) -> bool:
        """Whether the office's own lists (units, people, types, calendar, settings) were touched."""
        return self.concern(
            Entity.UNIT, Entity.SUCCESSION, Entity.UNIT_GROUP, Entity.GROUP_MEMBER, Entity.PERSON,
            Entity.DOCUMENT_TYPE, Entity.ASSIGNING_LEVEL, Entity.DAY_OFF, Entity.CALENDAR_YEAR, Entity.SETTING,
        )  # fmt: skip

    def concern_reform(self) -> bool:
        """Whether the reform index, what follows from it or the periodic reports may read differently now."""
        return self.concern(
            *_REFORM, Entity.UNIT, Entity.EVENT, Entity.ASSIGNMENT, Entity.ITEM,
        )  # fmt: skip


_REFORM: Final = frozenset({
    Entity.INDEX_SET, Entity.CRITERION, Entity.RATING_BAND, Entity.SCORE, Entity.UNIT_RATING, Entity.TRIGGER,
    Entity.TRIGGER_TIE, Entity.PLAN, Entity.MEASURE, Entity.BREAKTHROUGH, Entity.EVIDENCE, Entity.WEAKNESS,
    Entity.REPORT_SERIES, Entity.PERIOD_RULE, Entity.REPORT_PERIOD, Entity.SUBMISSION, Entity.CYCLE_STEP,
})  # fmt: skip


def merged(operation: str, parts: Iterable[Changes]) -> Changes:
    """One Changes for several writes that a person sees as one action."""
    touched: dict[Entity, frozenset[int]] = {}
    journal_id = count = 0
    subject = ""
    for part in parts:
        journal_id, count, subject = part.journal_id or journal_id, count + part.count, part.subject or subject
        for entity, ids in part.touched.items():
            touched[entity] = touched.get(entity, frozenset()) | ids
    return Changes(operation, journal_id, count, subject, MappingProxyType(touched))
