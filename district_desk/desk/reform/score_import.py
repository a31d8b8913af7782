"""Scores from Excel: what a workbook would change is shown cell by cell, and nothing is taken until the clerk agrees.

What is wrong with a cell is said and the cell is left out; what is wrong with the sheet (another year, another office)
stops the whole of it.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from district_desk.desk.office_desk import Desk
from district_desk.desk.reform.index import (
    bands_of,
    index_of_year,
    parents_first,
    put_bands_like,
    title_of_year,
    tree_of,
)
from district_desk.desk.reform.score_sheet import SheetWork
from district_desk.desk.reform.score_summary import SummaryWork
from district_desk.desk.reform.score_units import units_of_year
from district_desk.desk.reform.score_work import Answers, Kept
from district_desk.desk.reform.seed import example_band_names
from district_desk.domain.changes import Changes
from district_desk.domain.periodic_reports import SheetMatch
from district_desk.domain.problems import BadValue
from district_desk.domain.reform_index import Criterion, CriterionTree, IndexSet, RatingBand
from district_desk.domain.reform_scores import Score, UnitRating
from district_desk.domain.score_preview import FaultKind, ScorePreview
from district_desk.exchange import SheetLayout, read_scores
from district_desk.store import Reader, Writing

STOPPING: Final = frozenset({FaultKind.OTHER_YEAR, FaultKind.OTHER_OFFICE, FaultKind.NO_UNIT, FaultKind.NO_MAXIMUM})
"""Faults of the sheet as a whole: nothing of it can be taken."""


def preview_scores(
    desk: Desk, path: Path, year: int, *, answers: Answers | None = None, unit_code: str = ""
) -> ScorePreview:
    """What taking the workbook as the scores of a year would do; nothing is written.

    ``answers`` are added to what was answered before; ``unit_code`` says whose sheet it is where it does not say so.

    Raises:
        UnreadableFile, BadSheet: as :func:`district_desk.exchange.read_scores`.
        BadValue: no unit of that code.
    """
    sheet = read_scores(path)
    reader = desk.store.reading()
    index = index_of_year(reader, year) or IndexSet(year, title=title_of_year(year))
    remembered = {(match.scope, match.written): match.target for match in reader.find(SheetMatch)}
    kind = SummaryWork if sheet.layout is SheetLayout.UNITS else SheetWork
    work = kind(
        sheet,
        index,
        tree_of(reader, index.id) if index.id else CriterionTree.of(()),
        {each.code: each for each in units_of_year(desk, year)},
        remembered | dict(answers or {}),
        Kept(reader, index.id),
        {rating.unit_id: rating for rating in reader.find(UnitRating, index_id=index.id)} if index.id else {},
        _band_names(reader, index),
    )
    work.check_year(year)
    if isinstance(work, SummaryWork):
        work.take_summary()
    else:
        work.take_score_sheet(unit_code)
    work.check_formulas()
    return work.preview(path, year)


def take_scores(desk: Desk, preview: ScorePreview, answers: Answers | None = None) -> Changes:
    """Write what a preview showed, and remember the answers.

    Raises:
        BadValue: of field "scores", for a preview that cannot be taken (:data:`STOPPING`).
    """
    if any(fault.kind in STOPPING for fault in preview.faults):
        raise BadValue("scores", preview.path.name)
    with desk.writing("import_scores", subject=f"{preview.year}: {preview.path.name}") as writing:
        index = preview.index if preview.index.id else _put_index(writing, preview.index)
        ids = _put_criteria(writing, index.id, preview.criteria)
        _put_scores(writing, index.id, preview, ids)
        for rating in preview.ratings:
            writing.put(replace(rating, index_id=index.id))
        for (scope, written), target in (answers or {}).items():
            earlier = writing.reader.find(SheetMatch, scope=scope, written=written)
            writing.put(replace(earlier[0], target=target) if earlier else SheetMatch(scope, written, target))
        writing.note(count=len(preview.changes))
    return writing.changes


def _put_scores(writing: Writing, index_id: int, preview: ScorePreview, ids: Mapping[int, int]) -> None:
    """The changed fields, each score once; ``ids`` are those of the new criteria."""
    fields: dict[tuple[int, int], dict[str, Any]] = {}
    for change in preview.changes:
        if not isinstance(change.what, str):
            key = (ids.get(change.what.id, change.what.id), change.whose.id)
            fields.setdefault(key, {})[change.field] = change.after
    kept = {(score.criterion_id, score.unit_id): score for score in writing.reader.scores(index_id)}
    for key, changed in fields.items():
        writing.put(replace(kept.get(key) or Score(*key), **changed))


def _put_index(writing: Writing, index: IndexSet) -> IndexSet:
    """The new index, with the bands of the nearest year's, or those of the example."""
    bands = _bands(writing.reader, index)
    kept = writing.put(index)
    put_bands_like(writing, kept.id, bands)
    return kept


def _bands(reader: Reader, index: IndexSet) -> list[RatingBand]:
    """The bands of an index; of one that is still to be made those of the nearest year's, none where there is no other."""
    if index.id:
        return bands_of(reader, index.id)
    others = sorted(reader.find(IndexSet), key=lambda each: (abs(each.year - index.year), -each.version))
    return bands_of(reader, others[0].id) if others else []


def _band_names(reader: Reader, index: IndexSet) -> frozenset[str]:
    names = [band.name for band in _bands(reader, index)] or ([] if index.id else example_band_names())
    return frozenset(name.casefold() for name in names)


def _put_criteria(writing: Writing, index_id: int, criteria: tuple[Criterion, ...]) -> dict[int, int]:
    ids: dict[int, int] = {}
    for each in parents_first(CriterionTree.of(criteria)):
        if each.id < 0:
            parent_id = ids.get(each.parent_id, each.parent_id) if each.parent_id else None
            ids[each.id] = writing.put(replace(each, id=0, index_id=index_id, parent_id=parent_id)).id
    return ids
