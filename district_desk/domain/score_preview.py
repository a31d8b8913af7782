"""What a workbook of scores would change, cell by cell, before anything is taken."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from district_desk.domain.points import points_text
from district_desk.domain.reform_index import Criterion, IndexSet
from district_desk.domain.reform_scores import UnitRating
from district_desk.domain.units import Unit


class ColumnMeaning(StrEnum):
    """What a column of such a workbook can mean, beside points of a criterion."""

    SKIP = "skip"
    UNIT = "unit"
    TOTAL = "total"
    PERCENT = "percent"
    RANK = "rank"
    RATING = "rating"
    NOTE = "note"
    CODE = "code"
    NAME = "name"
    MAXIMUM = "maximum"
    DECLARED = "declared"
    METHOD = "method"
    EVIDENCE = "evidence"
    EXPLANATION = "explanation"
    SELF = "self_points"
    FIRST = "first_points"
    SECOND = "second_points"
    SURVEY = "survey_points"
    CRITERION = "criterion"


class FaultKind(StrEnum):
    """What can be wrong with a cell or with the whole sheet."""

    OTHER_YEAR = "other_year"
    NO_UNIT = "no_unit"
    UNKNOWN_UNIT = "unknown_unit"
    DOUBLE_UNIT = "double_unit"
    UNKNOWN_COLUMN = "unknown_column"
    UNKNOWN_CRITERION = "unknown_criterion"
    DOUBLE_COLUMN = "double_column"
    MISSING_COLUMN = "missing_column"
    NO_MAXIMUM = "no_maximum"
    OTHER_MAXIMUM = "other_maximum"
    NO_NUMBER = "no_number"
    ABOVE_MAXIMUM = "above_maximum"
    BELOW_ZERO = "below_zero"
    OTHER_TOTAL = "other_total"
    NO_RANK = "no_rank"
    UNKNOWN_RATING = "unknown_rating"
    OTHER_OFFICE = "other_office"
    UNCOMPUTED = "uncomputed"


@dataclass(frozen=True, slots=True)
class SheetFault:
    """One thing that is wrong. ``row`` from 1 and ``column`` ("C") are 0 and empty for the whole sheet; ``written`` is
    what stands there, ``expected`` the facts of what should, ``near`` names that may be meant."""

    kind: FaultKind
    row: int = 0
    column: str = ""
    written: str = ""
    expected: str = ""
    near: tuple[str, ...] = ()

    @property
    def cell(self) -> str:
        """The cell as Excel names it: "C7"; the column or nothing for more than one cell."""
        return f"{self.column}{self.row or ''}"


@dataclass(frozen=True, slots=True)
class ColumnUse:
    """How a column was understood. ``target`` is the criterion's key or code for CRITERION; ``is_certain`` is False
    where nothing was recognised and the clerk must say."""

    letter: str
    heading: str
    meaning: ColumnMeaning
    target: str = ""
    is_certain: bool = True


class CellChange(NamedTuple):
    """A value that would be written, and what stood there: a field of a score at a criterion, or what was published
    ("Xếp loại", "Xếp hạng"). A workbook has tens of thousands of them, so they say how they read only when asked."""

    whose: Unit
    what: Criterion | str
    field: str
    before: int | str | None
    after: int | str | None

    @property
    def unit(self) -> str:
        """The unit's name."""
        return self.whose.name

    @property
    def criterion(self) -> str:
        """The criterion's code and name, or what was published."""
        return self.what if isinstance(self.what, str) else f"{self.what.code} {self.what.name}"

    @property
    def old(self) -> str:
        """What stands there, as an office writes it."""
        return self._text(self.before)

    @property
    def new(self) -> str:
        """What would stand there."""
        return self._text(self.after)

    def _text(self, value: int | str | None) -> str:
        is_points = self.field.endswith("_points") and isinstance(value, int)
        return points_text(int(value)) if is_points and value is not None else str(value or "")


@dataclass(frozen=True, slots=True)
class ScorePreview:
    """What taking a workbook would do. Criteria whose id is below zero are new; ratings are as they would be kept."""

    path: Path
    year: int
    index: IndexSet
    criteria: tuple[Criterion, ...]
    ratings: tuple[UnitRating, ...]
    columns: tuple[ColumnUse, ...]
    changes: tuple[CellChange, ...]
    faults: tuple[SheetFault, ...]
    units: int = 0
    warnings: tuple[SheetFault, ...] = ()

    @property
    def is_new_index(self) -> bool:
        """Whether the year's index would be made from this workbook."""
        return self.index.id == 0
