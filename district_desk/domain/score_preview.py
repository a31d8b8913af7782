"""What a workbook of scores would change, cell by cell, before anything is taken."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from district_desk.domain.reform_index import Criterion, IndexSet
from district_desk.domain.reform_scores import Score, UnitRating


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


@dataclass(frozen=True, slots=True)
class CellChange:
    """A value that would be written: whose, where, and what stood there. ``criterion`` is its code and name, or what
    was published ("Xếp loại", "Xếp hạng")."""

    unit: str
    criterion: str
    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class ScorePreview:
    """What taking a workbook would do. Criteria without an id are new; scores and ratings are as they would be kept,
    those of new criteria naming the criterion by its place in ``criteria`` (negative: -1 is the first).
    """

    path: Path
    year: int
    index: IndexSet
    criteria: tuple[Criterion, ...]
    scores: tuple[Score, ...]
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
