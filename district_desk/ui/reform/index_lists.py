"""How criteria, bands, triggers and weaknesses read in their tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject

from district_desk.domain.points import points_text
from district_desk.domain.reform_index import Criterion, CriterionTree
from district_desk.ui.reform import index_words as w
from district_desk.ui.theme import Tone
from district_desk.ui.widgets.badge import Badge, Shape
from district_desk.ui.widgets.paged_model import Column
from district_desk.ui.widgets.record_list import RecordList
from district_desk.ui.widgets.record_table import RecordTable

_INDENT = "      "


@dataclass(frozen=True, slots=True)
class IndexRow:
    """A criterion in its place: how deep it lies, and the sum of its parts where that is another than its maximum."""

    criterion: Criterion
    depth: int
    parts: int | None


def index_rows(tree: CriterionTree) -> list[IndexRow]:
    """All criteria in printed order."""
    uneven = {each.id: total for each, total in tree.uneven()}
    rows: list[IndexRow] = []

    def add(parent_id: int | None, depth: int) -> None:
        for each in tree.children(parent_id):
            rows.append(IndexRow(each, depth, uneven.get(each.id)))
            add(each.id, depth + 1)

    add(None, 0)
    return rows


def criteria_table(parent: QObject) -> RecordTable:
    """The table of criteria."""
    columns: tuple[Column[IndexRow], ...] = (
        Column("code", "Mã", lambda row: row.criterion.code, 7),
        Column("name", w.CRITERIA, _name, 16, grows=True, tip=lambda row: row.criterion.name),
        Column("maximum", "Điểm tối đa", lambda row: points_text(row.criterion.maximum), 10),
        Column("parts", "Lưu ý", _note, 12, badge=_note_badge, longest=w.BY_SURVEY, tip=_note_tip),
        Column("evidence", "Tài liệu kiểm chứng", lambda row: row.criterion.evidence, 18, drops=1),
    )
    return RecordTable(w.CRITERIA, RecordList(columns, lambda row: row.criterion.id, parent))


def list_table(name: str) -> RecordTable:
    """The table of bands, triggers or weaknesses."""
    return RecordTable(name, RecordList(_COLUMNS[name], lambda record: record.id))


def _name(row: IndexRow) -> str:
    return _INDENT * row.depth + row.criterion.name


def _note(row: IndexRow) -> str:
    if row.parts is not None:
        return w.SUM_DIFFERS.format(total=points_text(row.parts))
    return w.BY_SURVEY if row.criterion.by_survey else ""


def _note_tip(row: IndexRow) -> str:
    return w.SUM_TIP if row.parts is not None else _note(row)


def _note_badge(row: IndexRow) -> Badge | None:
    if row.parts is not None:
        return Badge(_note(row), Tone.WARNING, Shape.DIAMOND)
    return Badge(_note(row), Tone.NEUTRAL, Shape.RING) if row.criterion.by_survey else None


def _limits(band: Any) -> str:
    parts = [f"mỗi lĩnh vực ≥ {points_text(band.min_each)}"] if band.min_each is not None else []
    return "; ".join([*parts, *(f"{key} ≥ {points_text(limit)}" for key, limit in band.named().items())])


def _duty(trigger: Any) -> str:
    return w.DUTIES[trigger.duty] + ("" if trigger.is_active else f" ({w.UNUSED})")


_COLUMNS: dict[str, Sequence[Column[Any]]] = {
    w.BANDS: (
        Column("name", "Mức xếp loại", lambda band: band.name, 20, grows=True, tip=lambda band: band.name),
        Column("total", "Chỉ số từ (%)", lambda band: points_text(band.min_total), 11),
        Column("limits", "Điều kiện khác", _limits, 12, drops=1, tip=_limits),
    ),
    w.TRIGGERS: (
        Column("code", "Mã", lambda each: each.code, 5),
        Column("title", "Điều kiện", lambda each: each.title, 14, grows=True, tip=lambda each: each.title),
        Column("duty", "Phải nộp", _duty, 14, drops=1, tip=_duty),
    ),
    w.WEAKNESSES: (
        Column("text", "Tồn tại, hạn chế", lambda each: each.text, 16, grows=True, tip=lambda each: each.text),
        Column("domain", "Lĩnh vực", lambda each: each.domain, 9),
    ),
}
