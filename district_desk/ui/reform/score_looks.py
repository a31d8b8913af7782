"""Two looks at the same scores: units × criteria at one stage, and one unit's criteria at every stage.

A look is two axes; what stands at a crossing follows from the unit, the criterion and the field that the two name.
"""

from dataclasses import dataclass
from typing import Final

from district_desk.desk.reform.scoring import TEXTS, ScoreGrid
from district_desk.domain.points import points_text
from district_desk.domain.reform_index import Criterion
from district_desk.domain.reform_scores import Stage
from district_desk.domain.units import Unit
from district_desk.ui.reform import score_words as w

MAXIMUM: Final = "maximum"
COUNTED: Final = "counted"
PERCENT: Final = "percent"


@dataclass(frozen=True, slots=True)
class Axis:
    """A row or a column: its heading, its tip, and what of a cell it sets. ``letters`` is a column's width."""

    heading: str
    tip: str = ""
    unit: Unit | None = None
    criterion: Criterion | None = None
    field: str = ""
    letters: int = 7


@dataclass(frozen=True, slots=True)
class Look:
    """The axes; ``stage`` is the one whose points are summed, None the points that count."""

    rows: tuple[Axis, ...]
    columns: tuple[Axis, ...]
    stage: Stage | None


@dataclass(frozen=True, slots=True)
class CellRef:
    """What a cell of a look is about."""

    unit: Unit
    criterion: Criterion | None
    field: str

    @property
    def is_written(self) -> bool:
        """Whether the cell is a field of a score, and not reckoned from others."""
        return self.criterion is not None and (self.field in TEXTS or self.field in STAGE_FIELDS)

    @property
    def is_text(self) -> bool:
        """Whether words stand in it."""
        return self.field in TEXTS


STAGE_FIELDS: Final = frozenset(stage.value for stage in Stage)


def units_look(grid: ScoreGrid, domain: Criterion | None, stage: Stage, *, all_criteria: bool = False) -> Look:
    """A unit a row; the columns are the criteria of a domain, or the domains, or every criterion, and their sum."""
    if domain is not None:
        criteria = _below(grid, domain) or (domain,)
    else:
        criteria = grid.tree.leaves if all_criteria else grid.tree.domains
    columns = [
        Axis(each.code or each.name, tip_of(each), criterion=each, field=stage.value, letters=6) for each in criteria
    ]
    columns += [
        Axis(w.SUM, w.SUM_TIP, criterion=domain, field=COUNTED, letters=8),
        Axis("%", w.PERCENT_TIP, criterion=domain, field=PERCENT, letters=8),
    ]
    rows = tuple(Axis(unit.name, unit.name, unit=unit) for unit in grid.units)
    return Look(rows, tuple(columns), stage)


def unit_look(grid: ScoreGrid, unit: Unit) -> Look:
    """A criterion a row; the columns are what one unit declares, is given, and explains."""
    rows = tuple(Axis(f"{each.code} {each.name}".strip(), tip_of(each), criterion=each) for each in grid.tree.criteria)
    columns = tuple(
        Axis(name, tip, unit=unit, field=field, letters=letters) for field, name, tip, letters in w.UNIT_COLUMNS
    )
    return Look(rows, columns, None)


def tip_of(criterion: Criterion) -> str:
    """A criterion in full: name, maximum, how it is scored."""
    parts = [f"{criterion.code} {criterion.name}".strip(), w.most(points_text(criterion.maximum)), criterion.method]
    return "\n".join(part for part in parts if part)


def _below(grid: ScoreGrid, criterion: Criterion) -> tuple[Criterion, ...]:
    """All criteria under one, in printed order."""
    found: list[Criterion] = []
    for each in grid.tree.children(criterion.id):
        found += (each, *_below(grid, each))
    return tuple(found)
