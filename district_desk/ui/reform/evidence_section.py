"""Tài liệu kiểm chứng: each unit's completeness, the criteria that ask, and the documents filed at the chosen one."""

from collections.abc import Sequence
from fractions import Fraction
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QAction, QDesktopServices, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from district_desk.desk.reform.evidence import (
    EvidenceBoard,
    add_files,
    drop_evidence,
    evidence_board,
    evidence_file,
)
from district_desk.desk.reform.index import index_of_year
from district_desk.desk.reform.papers import ReformWish
from district_desk.desk.reform.prints import EVIDENCE
from district_desk.domain.reform_index import Criterion
from district_desk.domain.reform_plans import Evidence
from district_desk.domain.units import Unit
from district_desk.ui.operations import Operations
from district_desk.ui.reform import evidence_words as w
from district_desk.ui.reform import words as page_words
from district_desk.ui.reform.evidence_form import EvidenceForm
from district_desk.ui.reform.papers import ask_dossier, show_paper
from district_desk.ui.reform.section import ReformSection
from district_desk.ui.theme import Tone
from district_desk.ui.widgets.badge import Badge, Shape
from district_desk.ui.widgets.buttons import ActionButton
from district_desk.ui.widgets.empty import EmptyPlace
from district_desk.ui.widgets.labels import label
from district_desk.ui.widgets.measure import letters
from district_desk.ui.widgets.paged_model import Column
from district_desk.ui.widgets.record_list import RecordList
from district_desk.ui.widgets.record_table import RecordTable
from district_desk.ui.words import day, size


class EvidenceSection(ReformSection):
    """Units at the left, criteria at the right, the documents of both below."""

    def __init__(self, operations: Operations) -> None:
        super().__init__(operations)
        self.board: EvidenceBoard | None = None
        self.units = RecordList[Unit](self._unit_columns(), lambda unit: unit.id, self)
        self.criteria = RecordList[Criterion](self._criterion_columns(), lambda each: each.id, self)
        self.papers = RecordList[Evidence](_paper_columns(), lambda each: each.id, self)
        self.unit_table = RecordTable(w.UNITS, self.units)
        self.criterion_table = RecordTable(w.CRITERIA, self.criteria, lines=2)
        self.paper_table = RecordTable(w.PAPERS, self.papers)
        self.empty = EmptyPlace("reform", "", "")
        self.add_action = self._action(w.ADD_FILES, self._choose_files, "attach")
        self.add_action.setToolTip(w.ADD_FILES_TIP)
        self.number_action = self._action(w.ADD_NUMBER, self.add_number, "add")
        self.edit_action = self._action(w.EDIT, self.edit, "edit")
        self.open_action = self._action(w.OPEN, self.open_file, "open")
        self.dossier_action = self._action(page_words.DOSSIER, self.export_dossier, "export")
        self.dossier_action.setToolTip(page_words.DOSSIER_TIP)
        self.print_action = self._action(page_words.PRINT, self.print_shown, "print")
        self.print_action.setToolTip(page_words.PRINT_EVIDENCE_TIP)
        self.remove_action = self._action(w.REMOVE, self.remove, "remove")
        self.remove_action.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        self.remove_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.paper_table.addAction(self.remove_action)
        self._build()
        self.setAcceptDrops(True)
        self.unit_table.current.connect(self._unit_chosen)
        self.criterion_table.current.connect(self._criterion_chosen)
        self.criterion_table.opened.connect(self._choose_files)
        self.paper_table.opened.connect(self.open_file)

    def refresh(self) -> None:
        desk = self.desk
        assert desk is not None
        if index_of_year(desk.store.reading(), self.year) is None:
            self.board = None
            self._show_empty(page_words.NO_INDEX.format(year=self.year), page_words.HOW_TO_BEGIN)
            return
        self.operations.fetch(
            lambda _: evidence_board(desk, self.year), on_done=self._filled, topic="reform-evidence"
        )  # fmt: skip

    def head_actions(self) -> list[QAction]:
        return [self.dossier_action, self.print_action]

    def print_shown(self) -> bool:
        unit_id = self.unit_table.current_id()
        if self.print_action.isEnabled() and unit_id:
            show_paper(self, EVIDENCE, ReformWish(self.year, (unit_id,)))
        return self.print_action.isEnabled()

    @Slot()
    def export_dossier(self) -> None:
        """The chosen unit's evidence as a folder that can be handed over."""
        unit = self.units.record(self.unit_table.current_id())
        if unit is not None:
            ask_dossier(self, self.year, unit)

    def foot(self) -> str:
        board = self.board
        if board is None or not board.units or not board.asking:
            return ""
        reached = [board.completeness(unit.id) for unit in board.units]
        return w.foot(self.year, sum(reached, Fraction(0)) / len(reached))

    def search_here(self) -> None:
        self.unit_table.setFocus()

    def take_files(self, paths: Sequence[Path]) -> None:
        """File these at the chosen criterion of the chosen unit."""
        unit_id, criterion_id = self.unit_table.current_id(), self.criterion_table.current_id()
        if not (unit_id and criterion_id and self.desk):
            self.said.emit(w.CHOOSE_CRITERION)
            return
        self.operations.run(partial(add_files, self.desk, criterion_id, unit_id, paths), initiator=self)

    @Slot()
    def add_number(self) -> EvidenceForm | None:
        """File a document by its number."""
        unit_id, criterion_id = self.unit_table.current_id(), self.criterion_table.current_id()
        if unit_id and criterion_id:
            return self._form(Evidence(criterion_id, unit_id))
        self.said.emit(w.CHOOSE_CRITERION)
        return None

    @Slot()
    def edit(self) -> EvidenceForm | None:
        """Say number, date and subject of the chosen document."""
        held = self.papers.record(self.paper_table.current_id())
        return self._form(held) if held else None

    @Slot()
    def open_file(self) -> None:
        """The chosen document's file, in the system's viewer."""
        held = self.papers.record(self.paper_table.current_id())
        if held is not None and not held.digest:
            self.said.emit(w.NO_FILE)
        elif held is not None and self.desk is not None:
            desk = self.desk
            self.operations.fetch(lambda _: evidence_file(desk, held), on_done=_show_file)

    @Slot()
    def remove(self) -> None:
        """Take the chosen documents off."""
        chosen = self.paper_table.chosen_ids()
        if chosen and self.desk is not None:
            self.operations.run(partial(drop_evidence, self.desk, chosen), initiator=self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.board is not None and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.take_files(paths)

    # -- inside ---------------------------------------------------------------------------------------------

    @Slot(object)
    def _filled(self, board: EvidenceBoard) -> None:
        self.board = board
        if not board.asking:
            self._show_empty(w.NOTHING_ASKED.format(year=self.year), w.HOW_TO_ASK)
            return
        self._stack.setCurrentWidget(self._parts)
        self._allow_papers(bool(board.units))
        self.units.show_records(board.units)
        self.criteria.show_records(board.asking)
        for table, ids in ((self.unit_table, self.units.ids), (self.criterion_table, self.criteria.ids)):
            if not table.current_id() and len(ids):
                table.choose(ids[0])
        self._criterion_chosen(self.criterion_table.current_id())
        self.foot_changed.emit()

    @Slot(int)
    def _unit_chosen(self, _: int) -> None:
        self.criteria.drop_all()
        self._criterion_chosen(self.criterion_table.current_id())

    @Slot(int)
    def _criterion_chosen(self, criterion_id: int) -> None:
        held = self.board.of(self.unit_table.current_id(), criterion_id) if self.board else ()
        self.papers.show_records(held)
        if held and not self.paper_table.current_id():
            self.paper_table.choose(held[0].id)
        for action in (self.edit_action, self.open_action, self.remove_action):
            action.setEnabled(bool(held))

    @Slot()
    def _choose_files(self) -> None:
        paths, _ = QFileDialog.getOpenFileNames(self, w.CHOOSE)
        if paths:
            self.take_files([Path(path) for path in paths])

    def _form(self, evidence: Evidence) -> EvidenceForm | None:
        if self.desk is None:
            return None
        form = EvidenceForm(self, self.desk, self.operations, evidence)
        form.open()
        return form

    def _show_empty(self, heading: str, sentence: str) -> None:
        self.empty.say(heading, sentence)
        self._allow_papers(False)
        self._stack.setCurrentWidget(self.empty)
        self.foot_changed.emit()

    def _allow_papers(self, is_filled: bool) -> None:  # noqa: FBT001 (one value for two)
        for action in (self.dossier_action, self.print_action):
            action.setEnabled(is_filled)

    def _action(self, text: str, slot: object, picture: str) -> QAction:
        from district_desk.ui.icons import icon

        action = QAction(icon(picture), text, self)
        action.triggered.connect(slot)
        return action

    def _build(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.criterion_table, 3)
        row = QHBoxLayout()
        row.addWidget(label(w.PAPERS, role="heading"), 1)
        for action in (self.add_action, self.number_action, self.edit_action, self.open_action, self.remove_action):
            row.addWidget(ActionButton(action))
        column.addLayout(row)
        column.addWidget(self.paper_table, 2)
        self._parts = QSplitter(Qt.Orientation.Horizontal)
        self.unit_table.setMinimumWidth(letters(self.unit_table, 38))
        self._parts.setChildrenCollapsible(False)
        self._parts.addWidget(self.unit_table)
        self._parts.addWidget(right)
        self._parts.setStretchFactor(0, 2)
        self._parts.setStretchFactor(1, 5)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._parts)
        self.body.addWidget(self._stack, 1)

    def _unit_columns(self) -> tuple[Column[Unit], ...]:
        return (
            Column("unit", w.UNITS, lambda unit: unit.short_name or unit.name, 16, grows=True,
                tip=lambda unit: unit.name),
            Column("complete", "Đã có", self._complete, 13),
        )  # fmt: skip

    def _criterion_columns(self) -> tuple[Column[Criterion], ...]:
        return (
            Column("code", "Số", lambda each: each.code, 6),
            Column("name", w.CRITERIA, lambda each: each.name, 22, grows=True),
            Column("evidence", "Yêu cầu", lambda each: each.evidence, 22, grows=True),
            Column("papers", "Tài liệu", self._papers_words, 10, badge=self._papers_badge, longest=w.papers(88)),
        )

    def _complete(self, unit: Unit) -> str:
        board = self.board
        return w.complete(board.proven(unit.id), len(board.asking), board.completeness(unit.id)) if board else ""

    def _papers_of(self, criterion: Criterion) -> int:
        return len(self.board.of(self.unit_table.current_id(), criterion.id)) if self.board else 0

    def _papers_words(self, criterion: Criterion) -> str:
        number = self._papers_of(criterion)
        return w.papers(number) if number else w.NONE

    def _papers_badge(self, criterion: Criterion) -> Badge:
        is_there = bool(self._papers_of(criterion))
        tone, shape = (Tone.GOOD, Shape.TICK) if is_there else (Tone.WARNING, Shape.RING)
        return Badge(self._papers_words(criterion), tone, shape)


def _paper_columns() -> tuple[Column[Evidence], ...]:
    return (
        Column("notation", w.NOTATION, lambda each: each.notation, 14),
        Column("dated", "Ngày", lambda each: day(each.dated), 10, drops=2),
        Column("subject", w.SUBJECT, lambda each: each.subject, 20, grows=True),
        Column("name", "Tệp", lambda each: each.name, 20, grows=True),
        Column("size", "Cỡ", lambda each: size(each.size) if each.digest else "", 9, drops=3),
    )


def _show_file(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
