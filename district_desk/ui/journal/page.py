"""The journal and the snapshots, side by side as tabs; undoing one operation, copying now, restoring, checking."""

from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QTabWidget

from district_desk.desk import Desk, keeping
from district_desk.desk.sentences import journal_label
from district_desk.domain.changes import Changes
from district_desk.domain.listing import CheckFinding, Operation, Snapshot
from district_desk.ui.journal import words as w
from district_desk.ui.operations import Operations, Progress
from district_desk.ui.widgets.ask import Question
from district_desk.ui.widgets.empty import EmptyPlace
from district_desk.ui.widgets.page import Page
from district_desk.ui.widgets.paged_model import Column
from district_desk.ui.widgets.record_list import RecordList
from district_desk.ui.widgets.record_table import RecordTable
from district_desk.ui.words import count, moment, size

_LIMIT: Final = 500


@dataclass(frozen=True, slots=True)
class Copy:
    """A snapshot with its place in the list, which is its id there."""

    number: int
    snapshot: Snapshot


class JournalPage(Page):
    """The journal.

    Signals:
        filled(): the lists have arrived.
        backed_up(): a snapshot was taken.
        restore_wanted(str): the person confirmed that this snapshot is to be restored.
    """

    filled = Signal()
    backed_up = Signal()
    restore_wanted = Signal(str)
    topic = "nhat-ky"

    def __init__(self, operations: Operations) -> None:
        super().__init__(operations)
        self.set_words(w.TITLE, w.SUBTITLE)
        self.journal = RecordList[Operation](_JOURNAL, lambda operation: operation.id, self)
        self.copies = RecordList[Copy](_COPIES, lambda copy: copy.number, self)
        self.journal_table = RecordTable(w.JOURNAL, self.journal)
        self.copies_table = RecordTable(w.SNAPSHOTS, self.copies)
        self._copies_stack = QStackedWidget()
        self._copies_stack.addWidget(self.copies_table)
        self._copies_stack.addWidget(EmptyPlace("backup", w.EMPTY_SNAPSHOTS, w.EMPTY_SNAPSHOTS_HOW))
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.journal_table, w.JOURNAL)
        self.tabs.addTab(self._copies_stack, w.SNAPSHOTS)
        self.body.addWidget(self.tabs, 1)
        self._make_actions()
        self.tabs.currentChanged.connect(self._follow)
        self.journal_table.current.connect(self._follow)
        self.copies_table.current.connect(self._follow)
        self._follow()

    def refresh(self) -> None:
        self.operations.fetch(partial(_lists, self.desk), on_done=self._show, topic="journal")

    def on_changes(self, changes: Changes, initiator: object) -> None:
        del changes, initiator
        self.refresh()

    def shown(self) -> None:
        self.tabs.currentWidget().setFocus()

    def foot(self) -> str:
        return w.foot(len(self.journal.ids))

    @Slot(object)
    def _show(self, lists: tuple[list[Operation], list[Snapshot]]) -> None:
        operations, snapshots = lists
        before = self.journal_table.current_id()
        self.journal.show_records(operations)
        if operations:
            self.journal_table.choose(before) or self.journal_table.choose(operations[0].id)
        self.copies.show_records(Copy(number, snapshot) for number, snapshot in enumerate(snapshots, start=1))
        if snapshots:
            self.copies_table.choose(1)
        self._copies_stack.setCurrentIndex(0 if snapshots else 1)
        self._follow()
        self.foot_changed.emit()
        self.filled.emit()

    @Slot()
    def _follow(self, *_: Any) -> None:
        on_journal = self.tabs.currentIndex() == 0
        operation = self.journal.record(self.journal_table.current_id())
        possible = operation is not None and not operation.undone and operation.kind not in keeping.FOUNDING
        self._undo.setEnabled(on_journal and possible)
        self._restore.setEnabled(not on_journal and self.copies_table.current_id() > 0)

    # -- deeds ----------------------------------------------------------------------------------------------

    @Slot()
    def _do_undo(self) -> None:
        if operation_id := self.journal_table.current_id():
            self.operations.run(partial(keeping.undo_operation, self.desk, operation_id), initiator=self)

    @Slot()
    def _do_backup(self) -> None:
        self.operations.run(partial(keeping.backup, self.desk), on_done=self._backed_up, title=w.BACKING_UP)

    @Slot(object)
    def _backed_up(self, snapshot: Snapshot) -> None:
        self.said.emit(w.backed_up(snapshot))
        self.backed_up.emit()
        self.tabs.setCurrentIndex(1)
        self.refresh()

    @Slot()
    def _do_check(self) -> None:
        self.operations.run(partial(keeping.check, self.desk), on_done=self._checked, title=w.CHECKING)

    @Slot(object)
    def _checked(self, found: list[CheckFinding]) -> None:
        self.said.emit(w.findings(found) if found else w.CHECK_CLEAN)

    @Slot()
    def _do_restore(self) -> None:
        copy = self.copies.record(self.copies_table.current_id())
        if copy is None:
            return
        if Question.ask(self, w.RESTORE_TITLE, w.restore_sentence(copy.snapshot), yes=w.RESTORE_YES):
            self.restore_wanted.emit(copy.snapshot.name)

    def _make_actions(self) -> None:
        self._undo = self.add_action(w.UNDO, key="Ctrl+Del", picture="undo", tip=w.UNDO_TIP)
        self._undo.triggered.connect(self._do_undo)
        check = self.add_action(w.CHECK, key="F8", picture="check")
        check.triggered.connect(self._do_check)
        self._restore = self.add_action(w.RESTORE, key="F7", picture="restore", tip=w.RESTORE_TIP)
        self._restore.triggered.connect(self._do_restore)
        backup = self.add_action(w.BACKUP, key="F6", picture="backup", primary="primary")
        backup.triggered.connect(self._do_backup)
        for action, role in ((self._undo, ""), (check, ""), (self._restore, ""), (backup, "primary")):
            self.add_button(action, role)


_JOURNAL: Final = (
    Column[Operation]("at", "Khi nào", lambda operation: moment(operation.at), 16),
    Column[Operation]("what", "Việc", journal_label, 40, grows=True),
    Column[Operation]("count", "Số bản ghi", lambda operation: count(operation.count), 10, drops=2),
    Column[Operation]("officer", "Người làm", lambda operation: operation.officer, 18),
    Column[Operation]("machine", "Máy", lambda operation: operation.machine, 14, drops=1),
    Column[Operation]("state", "", w.state, 12),
)
_COPIES: Final = (
    Column[Copy]("taken", "Lúc sao lưu", lambda copy: moment(copy.snapshot.taken), 16),
    Column[Copy]("reason", "Vì sao", lambda copy: w.reason(copy.snapshot), 30, grows=True),
    Column[Copy]("size", "Cỡ", lambda copy: size(copy.snapshot.size), 10),
    Column[Copy]("name", "Tên", lambda copy: copy.snapshot.name, 34, drops=1),
)


def _lists(desk: Desk, progress: Progress) -> tuple[list[Operation], list[Snapshot]]:
    del progress
    newest_first = sorted(keeping.snapshots(desk), key=lambda snapshot: snapshot.taken, reverse=True)
    return keeping.journal(desk, limit=_LIMIT), newest_first
