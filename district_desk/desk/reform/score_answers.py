"""What a workbook of scores leaves to the clerk: which criterion a column means, which unit a name means; and what the
office remembers of earlier answers (:class:`SheetMatch`)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from district_desk.desk.office_desk import Desk
from district_desk.desk.reform.score_columns import MAKES_DOMAIN, PUBLISHED, target_of
from district_desk.desk.reform.score_units import units_of_year
from district_desk.desk.reform.score_words import column_words
from district_desk.domain.changes import Changes
from district_desk.domain.periodic_reports import SheetMatch
from district_desk.domain.reform_index import CriterionTree
from district_desk.domain.score_preview import ColumnMeaning, ColumnUse, FaultKind, ScorePreview, SheetFault
from district_desk.domain.vietnamese import fold

OF_SHEET: Final = "sheet"
"""The scope of the one answer that is not remembered: whose score sheet this is."""

_FIXED: Final = frozenset({ColumnMeaning.UNIT, ColumnMeaning.NAME})
_IN_SCORE_SHEET: Final = (
    ColumnMeaning.SELF, ColumnMeaning.FIRST, ColumnMeaning.SECOND, ColumnMeaning.SURVEY, ColumnMeaning.MAXIMUM,
    ColumnMeaning.CODE, ColumnMeaning.DECLARED, ColumnMeaning.EXPLANATION, ColumnMeaning.METHOD,
    ColumnMeaning.EVIDENCE, ColumnMeaning.NOTE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Choice:
    """One possible answer: what is kept, and how it reads; an empty target leaves the thing out."""

    target: str
    name: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A column or a name of the workbook: where it stands, what is written, how it was understood.

    ``scope`` and ``key`` are what an answer is given under; ``is_open`` where nothing is taken from it until the clerk has
    said what it is.
    """

    scope: str
    key: str
    where: str
    written: str
    understood: str
    is_open: bool
    choices: tuple[Choice, ...]


def asked_of(desk: Desk, preview: ScorePreview) -> list[Asked]:
    """All that the clerk can say of a workbook, what is open first."""
    units = [Choice(unit.code, unit.name) for unit in units_of_year(desk, preview.year)]
    found = [_column(preview, use) for use in preview.columns if use.meaning not in _FIXED]
    found += [_name(fault, units) for fault in _first_of_each(preview.faults)]
    if _is_score_sheet(preview):
        found.append(_whose(preview, units))
    return sorted(found, key=lambda each: not each.is_open)


def remembered(desk: Desk) -> list[SheetMatch]:
    """All answers that the office keeps, by scope and by what was written."""
    return desk.store.reading().find(SheetMatch, "scope, written")


def forget(desk: Desk, match_ids: Iterable[int]) -> Changes:
    """Take answers back, so that the next workbook asks again."""
    with desk.writing("forget_matches") as writing:
        kept = writing.reader.many(SheetMatch, match_ids)
        for match in kept.values():
            writing.drop(match)
        writing.note(count=len(kept))
    return writing.changes


def _is_score_sheet(preview: ScorePreview) -> bool:
    return any(use.meaning is ColumnMeaning.NAME for use in preview.columns)


def _column(preview: ScorePreview, use: ColumnUse) -> Asked:
    choices = _of_score_sheet() if _is_score_sheet(preview) else _of_summary(preview)
    understood = next((each.name for each in choices if use.target and each.target == use.target), "")
    return Asked(
        "column", fold(use.heading), use.letter, use.heading, understood or column_words(use.meaning),
        not use.is_certain, choices,
    )  # fmt: skip


def _of_score_sheet() -> tuple[Choice, ...]:
    return tuple(Choice(meaning.value, column_words(meaning)) for meaning in _IN_SCORE_SHEET)


def _of_summary(preview: ScorePreview) -> tuple[Choice, ...]:
    tree = CriterionTree.of(preview.criteria)
    made = (Choice(MAKES_DOMAIN, "Lĩnh vực mới của bộ chỉ số"),) if preview.is_new_index else ()
    criteria = tuple(Choice(target_of(each), f"{each.code} {each.name}".strip()) for each in tree.criteria)
    return (*made, *criteria, *(Choice(meaning.value, column_words(meaning)) for meaning in PUBLISHED))


def _first_of_each(faults: Iterable[SheetFault]) -> list[SheetFault]:
    """The first place of each name that is no unit's."""
    found: dict[str, SheetFault] = {}
    for fault in faults:
        if fault.kind is FaultKind.UNKNOWN_UNIT:
            found.setdefault(fold(fault.written), fault)
    return list(found.values())


def _name(fault: SheetFault, units: Sequence[Choice]) -> Asked:
    near = [each for name in fault.near for each in units if each.name == name]
    choices = (*near, *(each for each in units if each not in near))
    return Asked("unit", fold(fault.written), fault.cell, fault.written, "", is_open=True, choices=choices)


def _whose(preview: ScorePreview, units: Sequence[Choice]) -> Asked:
    is_open = any(fault.kind is FaultKind.NO_UNIT for fault in preview.faults)
    whose = next((change.unit for change in preview.changes), "")
    return Asked(OF_SHEET, "", "", "Phiếu của đơn vị", whose, is_open, tuple(units))
