"""The reform index of a year: found, copied from another year, corrected, made an office's own."""

from collections.abc import Sequence
from dataclasses import replace

from district_desk.desk.office_desk import Desk
from district_desk.desk.reform.seed import put_example_bands, put_example_index
from district_desk.domain.changes import Changes
from district_desk.domain.problems import BadValue, NotFound
from district_desk.domain.reform_index import Criterion, CriterionTree, IndexSet, RatingBand
from district_desk.domain.reform_plans import Plan
from district_desk.domain.reform_scores import UnitRating
from district_desk.store import Reader, Writing


def indexes(desk: Desk) -> list[IndexSet]:
    """All index definitions, the newest first."""
    return sorted(desk.store.reading().find(IndexSet), key=lambda each: (-each.year, -each.version))


def index_of_year(reader: Reader, year: int) -> IndexSet | None:
    """The version in force of a year's index, None where it has none."""
    return max(reader.find(IndexSet, year=year), key=lambda each: each.version, default=None)


def index_in_force(desk: Desk, year: int) -> IndexSet:
    """The same, NotFound where the year has none."""
    index = index_of_year(desk.store.reading(), year)
    if index is None:
        raise NotFound("index_set", str(year))
    return index


def tree_of(reader: Reader, index_id: int) -> CriterionTree:
    """The criteria of an index."""
    return CriterionTree.of(reader.find(Criterion, "position", index_id=index_id))


def bands_of(reader: Reader, index_id: int) -> list[RatingBand]:
    """The bands of an index, the best first."""
    return reader.find(RatingBand, "position", index_id=index_id)


def title_of_year(year: int) -> str:
    """What an index is called until the office gives it the title of its decision."""
    return f"Chỉ số cải cách hành chính năm {year}"


def uses_of(reader: Reader, index_id: int) -> int:
    """How many scores, ratings and plans rest on an index."""
    others = len(reader.find(UnitRating, index_id=index_id)) + len(reader.find(Plan, index_id=index_id))
    return len(reader.scores(index_id)) + others


def begin_from_example(desk: Desk, year: int) -> Changes:
    """Give a year the shipped example, as a new version where it has an index already.

    Raises:
        BadValue: as :func:`copy_index`.
    """
    with desk.writing("begin_index", subject=str(year)) as writing:
        earlier = _replaceable(writing.reader, year)
        index = put_example_index(writing, year)
        if earlier:
            writing.put(replace(index, version=earlier.version + 1))
        writing.note(count=1)
    return writing.changes


def copy_index(desk: Desk, index_id: int, year: int) -> Changes:
    """Copy an index with its criteria and bands to a year, as a new version where the year has one already.

    Raises:
        BadValue: of "index_scored", where scores, ratings or plans of that year rest on the one that it has: they would
            be seen no more.
    """
    with desk.writing("copy_index", subject=str(year)) as writing:
        source = writing.reader.get(IndexSet, index_id)
        put_copy(writing, source, year)
        writing.note(count=1)
    return writing.changes


def _replaceable(reader: Reader, year: int) -> IndexSet | None:
    """The version of a year that a new one may take the place of."""
    index = index_of_year(reader, year)
    if index and uses_of(reader, index.id):
        raise BadValue("index_scored", str(year))
    return index


def put_copy(writing: Writing, source: IndexSet, year: int) -> IndexSet:
    """The copy of an index, inside somebody's operation; a year in its title becomes that of the copy."""
    reader = writing.reader
    earlier = _replaceable(reader, year)
    title = source.title.replace(str(source.year), str(year))
    version = earlier.version + 1 if earlier else 1
    made = writing.put(replace(source, id=0, uid=0, year=year, version=version, title=title, published=None))
    ids: dict[int | None, int | None] = {None: None}
    for each in parents_first(tree_of(reader, source.id)):
        kept = writing.put(replace(each, id=0, uid=0, index_id=made.id, parent_id=ids[each.parent_id]))
        ids[each.id] = kept.id
    put_bands_like(writing, made.id, bands_of(reader, source.id))
    return made


def put_bands_like(writing: Writing, index_id: int, bands: Sequence[RatingBand]) -> None:
    """Bands for an index: those of another one, or the example's where there are none."""
    for band in bands:
        writing.put(replace(band, id=0, uid=0, index_id=index_id))
    if not bands:
        put_example_bands(writing, index_id)


def parents_first(tree: CriterionTree) -> list[Criterion]:
    """All criteria so that each comes after the one it belongs to."""
    ordered = list(tree.domains)
    for each in ordered:
        ordered.extend(tree.children(each.id))
    return ordered
