"""What can be done with the chosen directives: give work, correct, hand on, attach, bin, print.

Each deed is an action with its key; the page shows the actions as buttons and in a menu.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QFileDialog, QMenu

from district_desk.desk import Desk
from district_desk.desk.sentences import sentence_of
from district_desk.domain.problems import Problem
from district_desk.ui.print_job import PrintJob
from district_desk.ui.register import words as w
from district_desk.ui.widgets.page import Page
from district_desk.ui.widgets.record_table import RecordTable

_SHEETS_FORM = "phieu-giao-nhiem-vu"
_SLIP_FORM = "phieu-giai-quyet-van-ban-den"


class Deeds(QObject):
    """The deeds of one page on the rows chosen in its table.

    Signals:
        corrected(int): that directive is to be opened for correcting and giving work.
        printed(PrintJob): that is to be previewed.
    """

    corrected = Signal(object)
    printed = Signal(object)

    def __init__(self, page: Page, table: RecordTable) -> None:
        super().__init__(page)
        self._page, self._table = page, table
        add = partial(_add, page)
        self.assign = add(w.ASSIGN, self._correct, key="Ctrl+G", picture="send")
        self.sheets = add(w.PRINT_SHEETS, self._print_sheets, key="Ctrl+Shift+P", picture="print", primary="primary")
        self.slip = add(w.PRINT_SLIP, self._print_slip, key="Ctrl+Alt+P", picture="print")
        self.stamp = add(w.STAMP, self._stamp, key="Ctrl+Alt+D", picture="pdf", tip=w.STAMP_TIP)
        self.edit = add(w.EDIT, self._correct, key="F2", picture="edit")
        self.hand_on = add(w.HAND_ON, self._hand_on, key="F7", picture="next")
        self.attach = add(w.ATTACH, self._attach, key="Ctrl+Shift+A", picture="attach")
        self.bin = add(w.BIN, self._bin, key="Ctrl+Del", picture="bin")
        self.unbin = add(w.UNBIN, self._unbin, key="Ctrl+Shift+Del", picture="restore")
        self.more = add(w.MORE, self.open_menu, key="Shift+F10", picture="menu")
        self._menu = (self.slip, self.stamp, self.edit, self.hand_on, self.attach, self.bin, self.unbin)
        self._all = (self.assign, self.sheets, self.more, *self._menu)

    def set_possible(self, *, possible: bool) -> None:
        """Whether anything is chosen to do these to."""
        for action in self._all:
            action.setEnabled(possible)

    def set_binned(self, *, binned: bool) -> None:
        """Whether the chosen one lies in the bin."""
        self.bin.setVisible(not binned)
        self.unbin.setVisible(binned)

    @Slot()
    def open_menu(self) -> None:
        """All deeds at the pointer, or at the table where the keyboard asked."""
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.bin.setText(w.binned(len(self._table.chosen_ids())))
        menu.addActions([self.assign, self.sheets, *self._menu])
        pointer = QCursor.pos()
        inside = self._page.rect().contains(self._page.mapFromGlobal(pointer))
        menu.popup(pointer if inside else self._page.mapToGlobal(QPoint(self._page.width() // 2, 80)))

    # -- the deeds ------------------------------------------------------------------------------------------

    @property
    def _desk(self) -> Desk:
        return self._page.desk

    def _write(self, work: Callable[[], object]) -> None:
        self._page.operations.run(work, initiator=self._page)

    @Slot()
    def _correct(self) -> None:
        if directive_id := self._table.current_id():
            self.corrected.emit(directive_id)

    @Slot()
    def _print_sheets(self) -> None:
        self._print(_SHEETS_FORM, w.PRINT_SHEETS)

    @Slot()
    def _print_slip(self) -> None:
        self._print(_SLIP_FORM, w.PRINT_SLIP)

    def _print(self, form: str, title: str) -> None:
        if directive_id := self._table.current_id():
            self.printed.emit(PrintJob(form, title, directive_id=directive_id))

    @Slot()
    def _stamp(self) -> None:
        from district_desk.desk.stamping import stamp_of
        from district_desk.ui.preview.stamp_preview import StampPreview

        directive_id = self._table.current_id()
        if not directive_id:
            return
        try:
            stamp_of(self._desk, directive_id)
        except Problem as problem:
            self._page.said.emit(sentence_of(problem))
            return
        StampPreview.show_stamp(self._page, self._desk, self._page.operations, directive_id)

    @Slot()
    def _hand_on(self) -> None:
        from district_desk.desk.registering import pass_on
        from district_desk.ui.register.day_question import DayQuestion

        ids, today = self._table.chosen_ids(), self._desk.today()
        on = DayQuestion.ask(self._page, w.HAND_ON_TITLE, w.HAND_ON_DAY, yes=w.HAND_ON_YES, offered=today)
        if ids and on is not None:
            self._write(partial(pass_on, self._desk, ids, on))

    @Slot()
    def _attach(self) -> None:
        from district_desk.desk.filing import attach

        directive_id = self._table.current_id()
        path, _ = QFileDialog.getOpenFileName(self._page, w.ATTACH_FILE)
        if path and directive_id:
            self._write(partial(attach, self._desk, directive_id, Path(path)))

    @Slot()
    def _bin(self) -> None:
        from district_desk.desk.registering import put_in_bin

        if ids := self._table.chosen_ids():
            self._write(partial(put_in_bin, self._desk, ids))

    @Slot()
    def _unbin(self) -> None:
        from district_desk.desk.registering import take_from_bin

        if ids := self._table.chosen_ids():
            self._write(partial(take_from_bin, self._desk, ids))


def _add(page: Page, text: str, slot: Callable[[], None], **looks: str) -> QAction:
    """An action of the page that does one deed; ``looks`` as in :meth:`Page.add_action`."""
    action = page.add_action(text, **looks)
    action.triggered.connect(slot)
    return action
