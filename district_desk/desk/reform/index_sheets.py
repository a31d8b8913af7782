"""An index definition as Excel: out as the sheet that units fill in (DOMAIN 5.2), and back with a look at every row."""

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Final

from district_desk.desk.machine import write_whole
from district_desk.desk.office_desk import Desk
from district_desk.desk.reform.index import index_of_year, parents_first, put_bands_like, title_of_year, tree_of
from district_desk.desk.reform.score_sheet import SheetWork
from district_desk.desk.reform.score_work import Kept
from district_desk.domain.changes import Changes
from district_desk.domain.points import ONE
from district_desk.domain.problems import BadSheet, BadValue
from district_desk.domain.reform_index import Criterion, CriterionTree, IndexSet
from district_desk.domain.score_preview import FaultKind, SheetFault
from district_desk.exchange import Cell, Column, ColumnType, Sheet, SheetLayout, read_scores, write_sheet

_COLUMNS: Final = (
    Column("code", "STT", 8),
    Column("name", "Tiêu chí, tiêu chí thành phần", 52),
    Column("maximum", "Điểm tối đa", 11, ColumnType.DECIMAL),
    Column("declared", "Số liệu kê khai", 18),
    Column("method", "Cách tính điểm", 36),
    Column("evidence", "Các yêu cầu và tài liệu kiểm chứng", 36),
    Column("self", "Điểm tự đánh giá", 11, ColumnType.DECIMAL),
    Column("first", "Điểm thẩm định", 11, ColumnType.DECIMAL),
    Column("note", "Ghi chú", 18),
)


class Fate(StrEnum):
    """What becomes of a row."""

    ADD = "add"
    CHANGE = "change"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class IndexLine:
    """A criterion of the sheet: as it would be kept, and the names of the fields that change."""

    criterion: Criterion
    fate: Fate
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IndexPreview:
    """What a sheet would make of a year's index. ``missing`` are criteria that stand in the index and not in the sheet;
    they stay."""

    path: Path
    index: IndexSet
    lines: tuple[IndexLine, ...]
    missing: tuple[Criterion, ...]
    faults: tuple[SheetFault, ...]

    def count(self, fate: Fate) -> int:
        """How many rows have that fate."""
        return sum(line.fate is fate for line in self.lines)


def export_index(desk: Desk, index_id: int, path: Path) -> Path:
    """Write an index as the workbook that units fill in.

    Raises:
        NotFound, DiskFull, ReadOnly, FileBusy: as the records and the machine say.
    """
    reader = desk.store.reading()
    index = reader.get(IndexSet, index_id)
    sheet = Sheet(f"CCHC {index.year}", _COLUMNS)
    tree = tree_of(reader, index_id)
    return write_whole(path, write_sheet(sheet, (_cells(each) for each in tree.criteria)))


def preview_index(desk: Desk, path: Path, year: int) -> IndexPreview:
    """What taking a sheet of criteria as a year's index would do; rows are matched by code, domains by name.

    Raises:
        UnreadableFile, BadSheet: it cannot be used at all.
    """
    sheet = read_scores(path)
    if sheet.layout is not SheetLayout.CRITERIA:
        raise BadSheet(path, 0, "không phải bảng tiêu chí: cần hai cột “Tiêu chí” và “Điểm tối đa”")
    reader = desk.store.reading()
    index = index_of_year(reader, year) or IndexSet(year, title=title_of_year(year))
    tree = tree_of(reader, index.id) if index.id else CriterionTree.of(())
    work = SheetWork(sheet, index, tree, {}, {}, Kept(reader, index.id), {})
    met = list(work.definition())
    ids = {each.id for each in met}
    faults = tuple(fault for fault in work.faults if fault.kind is not FaultKind.OTHER_MAXIMUM)
    lines = tuple(_line(tree.by_id.get(each.id), each) for each in met)
    return IndexPreview(path, index, lines, tuple(each for each in tree.criteria if each.id not in ids), faults)


def take_index(desk: Desk, preview: IndexPreview) -> Changes:
    """Write what a preview showed, as one operation.

    Raises:
        BadValue: of field "scores", where the sheet has faults.
    """
    if preview.faults:
        raise BadValue("scores", preview.path.name)
    with desk.writing("import_index", subject=f"{preview.index.year}: {preview.path.name}") as writing:
        index = preview.index if preview.index.id else writing.put(preview.index)
        if not preview.index.id:
            put_bands_like(writing, index.id, ())
        ids: dict[int, int] = {}
        wanted = [line.criterion for line in preview.lines if line.fate is not Fate.SAME]
        changed = {each.id for each in wanted}
        for each in parents_first(CriterionTree.of([*_standing(preview), *wanted])):
            if each.id in changed:
                parent_id = ids.get(each.parent_id, each.parent_id) if each.parent_id else None
                kept = writing.put(replace(each, id=max(each.id, 0), index_id=index.id, parent_id=parent_id))
                ids[each.id] = kept.id
        writing.note(count=len(wanted))
    return writing.changes


def _standing(preview: IndexPreview) -> list[Criterion]:
    same = [line.criterion for line in preview.lines if line.fate is Fate.SAME]
    return [*same, *preview.missing]


def _line(before: Criterion | None, after: Criterion) -> IndexLine:
    if before is None:
        return IndexLine(after, Fate.ADD)
    names = ("name", "maximum", "method", "evidence")
    changed = tuple(name for name in names if getattr(before, name) != getattr(after, name))
    return IndexLine(after, Fate.CHANGE if changed else Fate.SAME, changed)


def _cells(criterion: Criterion) -> dict[str, Cell]:
    return {
        "code": criterion.code,
        "name": criterion.name,
        "maximum": criterion.maximum / ONE,
        "method": criterion.method,
        "evidence": criterion.evidence,
    }
