"""Bộ chỉ số: the criteria of a year at the left; bands, triggers and weaknesses at the right; everything is the office's to edit."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSplitter, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from district_desk.desk import cataloguing
from district_desk.desk.reform import editing
from district_desk.desk.reform.index import bands_of, copy_index, index_of_year, tree_of
from district_desk.desk.reform.index_sheets import IndexPreview, export_index, preview_index, take_index
from district_desk.desk.sentences import sentence_of
from district_desk.domain.points import points_text
from district_desk.domain.problems import BadValue
from district_desk.domain.reform_index import Criterion, CriterionTree, IndexSet, RatingBand
from district_desk.domain.reform_plans import Weakness
from district_desk.domain.reform_triggers import Trigger
from district_desk.ui.catalogue.record_form import FieldSpec, Kind, RecordForm
from district_desk.ui.operations import Operations
from district_desk.ui.reform import index_words as w
from district_desk.ui.reform import words as page_words
from district_desk.ui.reform.index_entries import BandEntry, CriterionEntry, IndexEntry, TriggerEntry
from district_desk.ui.reform.index_lists import criteria_table, index_rows, list_table
from district_desk.ui.reform.index_preview import IndexPreviewDialog
from district_desk.ui.reform.list_box import ListBox
from district_desk.ui.reform.section import ReformSection
from district_desk.ui.widgets.ask import Question
from district_desk.ui.widgets.buttons import button, tool_button
from district_desk.ui.widgets.empty import EmptyPlace
from district_desk.ui.widgets.labels import ElidedLabel


class IndexSection(ReformSection):
    """The definition of a year's index."""

    def __init__(self, operations: Operations) -> None:
        super().__init__(operations)
        self.index: IndexSet | None = None
        self.tree = CriterionTree.of(())
        self._units: Mapping[int, str] = {}
        self.export_action = self._action(w.EXPORT, self._export, w.EXPORT_TIP)
        self.import_action = self._action(w.IMPORT, self.ask_import, w.IMPORT_TIP)
        self.copy_action = self._action("", self._copy, "")
        self.edit_action = self._action(w.EDIT_INDEX, self._edit_index, "")
        self.heading = ElidedLabel()
        self.criteria = criteria_table(self)
        self.bands = ListBox(list_table(w.BANDS), self._put_band, self._drop)
        self.triggers = ListBox(list_table(w.TRIGGERS), self._put_trigger, self._drop)
        self.weaknesses = ListBox(list_table(w.WEAKNESSES), self._put_weakness, self._drop)
        self.empty = EmptyPlace("reform", "", page_words.HOW_TO_BEGIN, self.import_action)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._build())
        self.body.addWidget(self._stack, 1)

    def refresh(self) -> None:
        assert self.desk is not None
        reader = self.desk.store.reading()
        self.index = index_of_year(reader, self.year)
        self._units = {unit.id: unit.name for unit in cataloguing.units(self.desk)}
        for action in (self.export_action, self.copy_action, self.edit_action):
            action.setEnabled(self.index is not None)
        self.copy_action.setText(w.COPY.format(year=self.year + 1))
        if self.index is None:
            self.empty.say(page_words.NO_INDEX.format(year=self.year), page_words.HOW_TO_BEGIN)
            self._stack.setCurrentIndex(0)
        else:
            self._fill(self.index)
        self.foot_changed.emit()

    def head_actions(self) -> list[QAction]:
        return [self.edit_action, self.import_action, self.export_action, self.copy_action]

    def foot(self) -> str:
        return w.foot(self.year, len(self.tree.criteria), points_text(self.tree.maximum)) if self.index else ""

    # -- criteria -------------------------------------------------------------------------------------------

    @Slot()
    def add_domain(self) -> None:
        """A new domain, below the others."""
        assert self.index is not None
        self._put_criterion(Criterion(self.index.id, "", "", position=self._next_place()))

    @Slot()
    def add_part(self) -> None:
        """A new criterion under the chosen one."""
        assert self.index is not None
        above = self.tree.by_id.get(self.criteria.current_id())
        if above is not None:
            self._put_criterion(Criterion(self.index.id, "", "", parent_id=above.id, position=self._next_place()))

    @Slot()
    def edit_criterion(self, *_: Any) -> None:
        """The chosen criterion in a form."""
        if each := self.tree.by_id.get(self.criteria.current_id()):
            self._put_criterion(each)

    @Slot()
    def drop_criterion(self) -> None:
        """The chosen criterion goes."""
        if each := self.tree.by_id.get(self.criteria.current_id()):
            self._drop(each, f"{each.code} {each.name}")

    def move_criterion(self, steps: int) -> None:
        """The chosen criterion among those beside it."""
        if self.desk is not None and (chosen := self.criteria.current_id()):
            self.operations.run(partial(editing.move_criterion, self.desk, chosen, steps), initiator=self)

    # -- inside ---------------------------------------------------------------------------------------------

    def _build(self) -> QWidget:
        tools = QHBoxLayout()
        tools.addWidget(self.heading, 1)
        for text, act in ((w.ADD_DOMAIN, self.add_domain), (w.ADD_PART, self.add_part)):
            tools.addWidget(button(text, act, picture="add"))
        for picture, name, act in (
            ("edit", w.EDIT, self.edit_criterion), ("remove", w.DROP, self.drop_criterion),
            ("up", w.UP, partial(self.move_criterion, -1)), ("down", w.DOWN, partial(self.move_criterion, 1)),
        ):  # fmt: skip
            tools.addWidget(tool_button(picture, name, act))
        self.criteria.opened.connect(self.edit_criterion)
        for key, act in (
            ("Ins", self.add_part), ("Del", self.drop_criterion), ("Ctrl+Up", partial(self.move_criterion, -1)),
            ("Ctrl+Down", partial(self.move_criterion, 1)),
        ):  # fmt: skip
            ListBox.add_key(self.criteria, key, act)
        tabs = QTabWidget()
        for name, box in ((w.BANDS, self.bands), (w.TRIGGERS, self.triggers), (w.WEAKNESSES, self.weaknesses)):
            tabs.addTab(box, name)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(self.criteria)
        split.addWidget(tabs)
        split.setSizes([640, 420])
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(tools)
        column.addWidget(split, 1)
        return whole

    def _action(self, text: str, act: Callable[[], object], tip: str) -> QAction:
        made = QAction(text, self)
        made.setToolTip(tip or text)
        made.triggered.connect(act)
        return made

    def _fill(self, index: IndexSet) -> None:
        assert self.desk is not None
        reader = self.desk.store.reading()
        self.tree = tree_of(reader, index.id)
        self.heading.setText(w.heading(index.title, index.decision, index.version))
        rows = index_rows(self.tree)
        self.criteria.model().show_records(rows)  # type: ignore[attr-defined]  # the table's own model
        if self.criteria.current_id() == 0 and rows:
            self.criteria.choose(rows[0].criterion.id)
        self.bands.show_records(bands_of(reader, index.id))
        self.triggers.show_records(reader.find(Trigger, "position"))
        self.weaknesses.show_records(reader.find(Weakness, "position"))
        self._stack.setCurrentIndex(1)

    def _next_place(self) -> int:
        return max((each.position for each in self.tree.criteria), default=-1) + 1

    def _put_criterion(self, each: Criterion) -> None:
        specs = [
            FieldSpec("code", name="mã, số thứ tự", needed="yes"),
            FieldSpec("maximum", name="điểm tối đa", needed="yes"),
            FieldSpec("name", span=2, name="tên", needed="yes"),
            FieldSpec("method", Kind.LINES, name="cách tính điểm"),
            FieldSpec("evidence", Kind.LINES, name="tài liệu kiểm chứng"),
            FieldSpec("by_survey", Kind.TICK, name="chấm bằng điều tra xã hội học"),
        ]
        if each.parent_id is None:
            specs += [
                FieldSpec("key", name="tên tắt, giữ qua các năm (TTHC, CQĐT)", needed="yes"),
                FieldSpec("lead_unit_id", Kind.CHOICE, choices={None: "", **self._units}, name="đơn vị phụ trách"),
            ]
        self._ask(w.CRITERIA, CriterionEntry.of(each), specs, lambda entry: entry.onto(each))

    def _put_band(self, band: RatingBand | None) -> None:
        assert self.index is not None
        kept = band or RatingBand(self.index.id, "", position=len(bands_of(self._reader(), self.index.id)))
        specs = [
            FieldSpec("name", span=2, name="mức xếp loại", needed="yes"),
            FieldSpec("position", Kind.NUMBER, name="thứ tự, 1 là cao nhất"),
            FieldSpec("min_total", name="chỉ số từ (%)"),
            FieldSpec("min_each", name="mỗi lĩnh vực từ (%)"),
            FieldSpec("named", Kind.LINES, name="riêng từng lĩnh vực, mỗi dòng như “TTHC: 75”"),
        ]
        self._ask(w.BANDS, BandEntry.of(kept), specs, lambda entry: entry.onto(kept, self.tree))

    def _put_trigger(self, trigger: Trigger | None) -> None:
        assert self.index is not None
        kept = trigger or Trigger("", "", position=len(self.triggers.records))
        names = [band.name for band in bands_of(self._reader(), self.index.id)]
        bands = {"": w.NEEDED_BAND, **{name: name for name in names}}
        specs = [
            FieldSpec("code", name="mã", needed="yes"),
            FieldSpec("duty", Kind.CHOICE, choices=w.DUTIES, name="phải nộp"),
            FieldSpec("title", span=2, name="điều kiện", needed="yes"),
            FieldSpec("band", Kind.CHOICE, choices=bands, name="xếp loại là"),
            FieldSpec("or_lower", Kind.TICK, name="hoặc thấp hơn"),
            FieldSpec("limits", Kind.LINES, name="lĩnh vực dưới (%), mỗi dòng như “TTHC: 75”"),
            FieldSpec("item_words", Kind.LINES, name="chữ để tìm mục trong văn bản"),
            FieldSpec("join", Kind.CHOICE, choices={"any": w.ANY, "all": w.ALL}, name="khi có nhiều điều kiện"),
            FieldSpec("communes_only", Kind.TICK, name="chỉ các xã, phường, thị trấn"),
            FieldSpec("loss", Kind.TICK, name="khi bị trừ điểm ở bất kỳ tiêu chí nào"),
            FieldSpec("everyone", Kind.TICK, name="luôn luôn"),
            FieldSpec("is_active", Kind.TICK, name="đang dùng"),
        ]
        self._ask(w.TRIGGERS, TriggerEntry.of(kept), specs, lambda entry: entry.onto(kept, self.tree))

    def _put_weakness(self, weakness: Weakness | None) -> None:
        kept = weakness or Weakness("", position=len(self.weaknesses.records))
        domains = {"": "", **{each.key: each.name for each in self.tree.domains}}
        specs = [
            FieldSpec("text", Kind.LINES, span=2, name="tồn tại, hạn chế", needed="yes"),
            FieldSpec("domain", Kind.CHOICE, span=2, choices=domains, name="lĩnh vực"),
        ]
        self._ask(w.WEAKNESSES, kept, specs, lambda entry: entry)

    def _ask(self, title: str, entry: Any, specs: list[FieldSpec], onto: Callable[[Any], Any]) -> None:
        """A form until what it says can be kept, or the person gives up; nothing typed is lost meanwhile."""
        assert self.desk is not None
        while (entry := RecordForm.ask(self, title, entry, specs)) is not None:
            try:
                record = onto(entry)
            except BadValue as problem:
                self.said.emit(sentence_of(problem))
                continue
            self.operations.run(partial(editing.put, self.desk, [record]), initiator=self)
            return

    def _drop(self, record: Any, name: str = "") -> None:
        assert self.desk is not None
        said = name or str(getattr(record, "name", "") or getattr(record, "text", "") or getattr(record, "code", ""))
        if Question.ask(self, w.DROP_TITLE, w.drop_sentence(said), yes=w.DROP):
            self.operations.run(partial(editing.drop, self.desk, [record]), initiator=self)

    @Slot()
    def _edit_index(self) -> None:
        assert self.index is not None
        assert self.desk is not None
        specs = [
            FieldSpec("title", span=2, name="tên bộ chỉ số", needed="yes"),
            FieldSpec("decision", span=2, name="quyết định ban hành"),
            FieldSpec("published", Kind.DAY, name="ngày công bố kết quả"),
            FieldSpec("note", Kind.LINES, name="ghi chú"),
        ]
        entry = RecordForm.ask(self, w.EDIT_INDEX, IndexEntry.of(self.index), specs)
        if entry is not None:
            self.operations.run(partial(editing.put_index, self.desk, entry.onto(self.index)), initiator=self)

    @Slot()
    def _copy(self) -> None:
        assert self.index is not None
        assert self.desk is not None
        work = partial(copy_index, self.desk, self.index.id, self.year + 1)
        self.operations.run(work, initiator=self, on_done=lambda _: self.year_made.emit(self.year + 1))

    # -- Excel ----------------------------------------------------------------------------------------------

    @Slot()
    def _export(self) -> None:
        assert self.index is not None
        assert self.desk is not None
        path, _ = QFileDialog.getSaveFileName(self, w.EXPORT, f"bo-chi-so-cchc-{self.year}.xlsx", w.EXCEL)
        if path:
            work = partial(export_index, self.desk, self.index.id, Path(path))
            self.operations.fetch(lambda _: work(), on_done=lambda made: self.said.emit(w.exported(made.name)))

    @Slot()
    def ask_import(self) -> None:
        """Choose a workbook of criteria."""
        path, _ = QFileDialog.getOpenFileName(self, w.IMPORT, "", w.EXCEL)
        if path:
            self.import_from(Path(path))

    def import_from(self, path: Path) -> None:
        """Show what a workbook would do, and take it where the clerk agrees."""
        assert self.desk is not None
        work = partial(preview_index, self.desk, path, self.year)
        self.operations.fetch(lambda _: work(), on_done=self._previewed, title=w.IMPORT)

    @Slot(object)
    def _previewed(self, preview: IndexPreview) -> None:
        assert self.desk is not None
        if IndexPreviewDialog.ask(self, preview):
            self.operations.run(partial(take_index, self.desk, preview), initiator=self)

    def _reader(self) -> Any:
        assert self.desk is not None
        return self.desk.store.reading()
