"""The frame: rail, message bar, page, strip of long work, foot line; the keys that work everywhere.

The window knows which pages there are and builds each at its first visit. Pages say what they want by signals; only the
window moves between them.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from district_desk.desk import Desk
from district_desk.desk.sentences import sentence_of
from district_desk.domain.changes import Changes
from district_desk.domain.directives import Source
from district_desk.domain.problems import EnvironmentProblem, Problem, Stopped
from district_desk.ui import frame_words as w
from district_desk.ui.day_turn import DayTurn
from district_desk.ui.foot import FootLine, WorkStrip
from district_desk.ui.frame_actions import FrameActions
from district_desk.ui.frame_state import FrameState
from district_desk.ui.operations import Operations
from district_desk.ui.period_maker import PeriodMaker
from district_desk.ui.places import RAIL, PageKey
from district_desk.ui.presence import Presence
from district_desk.ui.rail import Rail
from district_desk.ui.register.page import RegisterPage
from district_desk.ui.theme import Tone
from district_desk.ui.widgets.ask import Question
from district_desk.ui.widgets.measure import letters
from district_desk.ui.widgets.message_bar import MessageBar
from district_desk.ui.widgets.page import Page

if TYPE_CHECKING:
    from district_desk.domain.listing import SearchHit
    from district_desk.ui.help.page import HelpPage
    from district_desk.ui.intake.page import IntakePage
    from district_desk.ui.search.overlay import SearchOverlay

_NARROW_LETTERS: Final = 140


class MainWindow(QMainWindow):
    """The window of one office.

    Signals:
        opened(): the office is open and its register is on its way.
        page_filled(): the register's list is there.
        restore_wanted(str): the person confirmed that this snapshot is to be restored.
    """

    opened = Signal()
    page_filled = Signal()
    restore_wanted = Signal(str)

    def __init__(self, operations: Operations | None = None) -> None:
        super().__init__()
        self.setWindowTitle(w.TITLE)
        self.operations = operations or Operations(self)
        self.desk: Desk | None = None
        self.rail = Rail()
        self.messages = MessageBar()
        self.foot = FootLine()
        self.strip = WorkStrip(self.operations)
        self.actions_ = FrameActions(self)
        self._whole = QWidget()
        self._stack = QStackedWidget()
        self._pages: dict[PageKey, QWidget] = {}
        self._here = PageKey.REGISTER
        self._before = PageKey.REGISTER
        self._search: SearchOverlay | None = None
        self.state = FrameState(self.operations, self.actions_, self.rail, self.foot)
        self.day_turn = DayTurn(self)
        self.period_maker = PeriodMaker(self.operations)
        self.presence = Presence(self)
        self._build()
        self._connect()
        self._add(PageKey.REGISTER, RegisterPage(self.operations))
        self.go(PageKey.REGISTER)

    # -- pages ----------------------------------------------------------------------------------------------

    @property
    def search(self) -> "SearchOverlay | None":
        """The search over everything, once it was asked for."""
        return self._search

    @property
    def here(self) -> PageKey:
        """The page that is shown."""
        return self._here

    def page(self, key: PageKey) -> QWidget:
        """A page, built at its first visit."""
        if key not in self._pages:
            self._add(key, self._make(key))
        return self._pages[key]

    @Slot(object)
    def go(self, key: PageKey) -> None:
        """Show a page; before the office is open only the register's empty frame and the first start are there."""
        framed = key is PageKey.REGISTER and self._here is not PageKey.FIRST_START
        barred = self.desk is None and not framed and key not in (PageKey.FIRST_START, PageKey.HELP)
        if barred or (key is not self._here and not self._may_leave()):
            self.rail.show_page(self._here)
            return
        shown = self.page(key)
        if key is not self._here:
            self._before = self._here
        self._here = key
        self._stack.setCurrentWidget(shown)
        self.rail.show_page(key)
        self.state.set_entering(entering=key is PageKey.INTAKE)
        if key is PageKey.TODAY:
            self.presence.hush_look_back()
        if isinstance(shown, Page):
            shown.shown()
            self._show_foot()
        else:
            shown.setFocus()

    def _go_on(self, key: PageKey) -> None:
        """The person turns to another page: what was merely told is done with, a warning stays."""
        self.messages.hush_told()
        self.go(key)

    @Slot(str, int)
    def open_reform(self, part: str, year: int) -> None:
        """Show a part of the reform page in a year."""
        self.go(PageKey.REFORM)
        if self._here is PageKey.REFORM:
            self.page(PageKey.REFORM).open_of_year(part, year)  # type: ignore[attr-defined]  # this key is that page

    def _may_leave(self) -> bool:
        leaving = getattr(self._pages.get(self._here), "may_leave", None)
        return leaving is None or bool(leaving())

    def _make(self, key: PageKey) -> QWidget:
        if key is PageKey.INTAKE:
            return self._make_intake()
        made: QWidget = w.page_class(key)(self.operations)
        if key is PageKey.JOURNAL:
            made.restore_wanted.connect(self.restore_wanted)  # type: ignore[attr-defined]  # the journal's page has it
            made.backed_up.connect(self.state.refresh)  # type: ignore[attr-defined]  # the journal's page has it
        if key is PageKey.HELP:
            made.left.connect(self.go_back)  # type: ignore[attr-defined]  # a help page has it
        if key is PageKey.TODAY:
            made.reform_wanted.connect(self.open_reform)  # type: ignore[attr-defined]  # the day's page has it
        if key is PageKey.CATALOGUE:
            made.machine_changed.connect(self.presence.follow)  # type: ignore[attr-defined]  # the catalogue has it
        return made

    def _make_intake(self) -> "IntakePage":
        from district_desk.ui.intake.page import IntakePage

        assert self.desk is not None
        page = IntakePage(self.desk, self.operations, self)
        page.registered.connect(self.show_directive)
        page.left.connect(self.go_back)
        return page

    def _add(self, key: PageKey, page: QWidget) -> None:
        self._pages[key] = page
        self._stack.addWidget(page)
        if isinstance(page, Page):
            page.directive_wanted.connect(self.show_directive)
            page.intake_wanted.connect(self.open_intake)
            page.print_wanted.connect(self.preview)
            page.said.connect(self.say)
            page.foot_changed.connect(self._show_foot)
            if isinstance(page, RegisterPage):
                page.filled.connect(self.page_filled)
            if self.desk is not None:
                page.attach(self.desk)

    # -- the office -----------------------------------------------------------------------------------------

    def attach(self, desk: Desk) -> None:
        """The office is open: give it to every page that is built, and show the register."""
        self.desk = desk
        self.setWindowTitle(f"{desk.office.body_short or w.UNNAMED} · {w.TITLE}")
        for page in self._pages.values():
            if isinstance(page, Page):
                page.attach(desk)
        self.actions_.set_open(is_open=True)
        self.setAcceptDrops(True)
        self.state.attach(desk)
        self.day_turn.attach(desk)
        self.period_maker.attach(desk)
        self.go(PageKey.REGISTER)
        self.presence.attach(desk)
        self.opened.emit()

    def detach(self) -> None:
        """The office is being closed, to be restored or for another: forget its pages."""
        self.desk = None
        self.state.detach()
        self.day_turn.detach()
        self.period_maker.attach(None)
        self.presence.attach(None)
        self.actions_.set_open(is_open=False)
        self.setAcceptDrops(False)
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        self._search = None
        self._here = self._before = PageKey.REGISTER
        self._add(PageKey.REGISTER, RegisterPage(self.operations))
        self.go(PageKey.REGISTER)

    # -- what pages and keys ask for ------------------------------------------------------------------------

    @Slot(str)
    def say(self, sentence: str) -> None:
        """A sentence in the message bar."""
        self.messages.say(sentence, Tone.NEUTRAL)

    @Slot(int)
    def show_directive(self, directive_id: int) -> None:
        """Open a directive in the register; 0 only goes there."""
        self.go(PageKey.REGISTER)
        register = self.page(PageKey.REGISTER)
        assert isinstance(register, RegisterPage)
        if directive_id:
            register.open_directive(directive_id)

    @Slot(object)
    def open_intake(self, wanted: object) -> None:
        """Enter a document: a Path is read, a Source gives a blank form, an id is corrected."""
        source = self._entering_source()
        if self.desk is None or not self._may_leave():
            return
        intake: IntakePage = self.page(PageKey.INTAKE)  # type: ignore[assignment]  # this key is that page
        self.messages.hush()
        match wanted:
            case Path():
                intake.open_file(wanted, source=source)
            case int():
                intake.open_directive(wanted)
            case Source():
                intake.open_blank(wanted)
        self._enter_intake()

    def _enter_intake(self) -> None:
        if self._here is not PageKey.INTAKE:
            self._before, self._here = self._here, PageKey.INTAKE
        self._stack.setCurrentWidget(self.page(PageKey.INTAKE))
        self.rail.show_page(PageKey.REGISTER)
        self.state.set_entering(entering=True)

    @Slot()
    def enter_document(self) -> None:
        """Ctrl+N."""
        self.open_intake(self._entering_source())

    def _entering_source(self) -> Source:
        page = self._stack.currentWidget()
        return page.entering_source() if isinstance(page, Page) else Source.RECEIVED

    @Slot()
    def read_a_file(self) -> None:
        """Ctrl+I."""
        path, _ = QFileDialog.getOpenFileName(self, w.READ_FILE, "", w.FILE_KINDS)
        if path:
            self.open_intake(Path(path))

    @Slot(object)
    def preview(self, job: object) -> None:
        """Show paper before it is printed."""
        from district_desk.ui.preview.dialog import PreviewDialog

        if self.desk is not None:
            PreviewDialog.show_for(self, self.desk, self.operations, job)  # type: ignore[arg-type]  # a signal's object

    @Slot()
    def print_shown(self) -> None:
        """Ctrl+P."""
        page = self._stack.currentWidget()
        if isinstance(page, Page):
            page.print_shown()

    @Slot()
    def search_here(self) -> None:
        """Ctrl+F."""
        page = self._stack.currentWidget()
        if isinstance(page, Page):
            page.search_here()

    @Slot()
    def refresh_page(self) -> None:
        """F5."""
        page = self._stack.currentWidget()
        if isinstance(page, Page) and page.is_open:
            page.refresh()

    @Slot()
    def search_everything(self) -> None:
        """Ctrl+K."""
        if self.desk is None:
            return
        if self._search is None:
            from district_desk.ui.search.overlay import SearchOverlay

            self._search = SearchOverlay(self.desk, self.operations, self._whole)
            self._search.chosen.connect(self._open_hit)
        self._search.begin()

    @Slot(object)
    def _open_hit(self, hit: "SearchHit") -> None:
        if hit.directive_id:
            self.show_directive(hit.directive_id)
        else:
            self.go(PageKey.CATALOGUE)

    @Slot(str)
    def open_help(self, topic: str = "") -> None:
        """Help at a topic; without one, at the page that is shown."""
        here = self._stack.currentWidget()
        wanted = topic or getattr(here, "topic", "vao-so" if self._here is PageKey.INTAKE else "bat-dau")
        help_page: HelpPage = self.page(PageKey.HELP)  # type: ignore[assignment]  # this key is that page
        help_page.show_topic(wanted)
        self.go(PageKey.HELP)

    @Slot()
    def show_keys(self) -> None:
        """Shift+F1."""
        help_page: HelpPage = self.page(PageKey.HELP)  # type: ignore[assignment]  # this key is that page
        current = self._stack.currentWidget()
        of_page = current.actions() if current is not None and self._here is not PageKey.HELP else []
        help_page.show_keys(self.actions_.all(), of_page)
        self.go(PageKey.HELP)

    @Slot()
    def go_back(self) -> None:
        """To the page before the help, or before entering a document."""
        here, before = self._here, self._before
        self._here = before  # the page that is left has already answered for itself
        self._here = here if before is here else before
        self.go(before if before is not PageKey.INTAKE else PageKey.REGISTER)

    @Slot(object, object)
    def _changed(self, changes: Changes, initiator: object) -> None:
        if initiator is not self.period_maker:  # it answers nobody's click
            self.messages.hush()
        for page in self._pages.values():
            if isinstance(page, Page) and page.is_open:
                page.on_changes(changes, initiator)
        self.state.note(changes)

    @Slot()
    def _day_turned(self) -> None:
        for page in self._pages.values():
            if isinstance(page, Page) and page.is_open:
                page.refresh()
        self.state.refresh()

    @Slot(object)
    def _failed(self, problem: Problem) -> None:
        tone = Tone.WARNING if isinstance(problem, EnvironmentProblem) else Tone.DANGER
        self.messages.say(sentence_of(problem), Tone.NEUTRAL if isinstance(problem, Stopped) else tone)

    @Slot()
    def _show_foot(self) -> None:
        page = self._stack.currentWidget()
        if isinstance(page, Page) and page.is_open:
            self.foot.set_shown(page.foot())

    # -- Qt -------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.set_narrow(narrow=self.width() < letters(self, _NARROW_LETTERS))
        if self._search is not None:
            self._search.place()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.open_intake(paths[0])
            if len(paths) > 1:
                self.say(w.only_first(paths[0].name, len(paths) - 1))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Work under way asks once; then everything is stopped, drained and closed. Or the window is only minimised."""
        if self.presence.stays():
            event.ignore()
            self.showMinimized()
            return
        if not self._may_leave() or (self.operations.writing and not self._close_anyway()):
            event.ignore()
            return
        self.day_turn.detach()
        self.period_maker.attach(None)
        self.presence.end()
        self.operations.close(self.desk.close if self.desk is not None else None)
        event.accept()

    def _close_anyway(self) -> bool:
        return Question.ask(self, w.CLOSE_TITLE, w.CLOSE_WHILE_WORKING, yes=w.CLOSE_YES, no=w.CLOSE_NO)

    # -- inside ---------------------------------------------------------------------------------------------

    def _build(self) -> None:
        middle, upper, column = QVBoxLayout(), QHBoxLayout(), QVBoxLayout(self._whole)
        for box in (middle, upper, column):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(0)
        middle.addWidget(self.messages)
        middle.addWidget(self.presence.scanner.bar)
        middle.addWidget(self._stack, 1)
        upper.addWidget(self.rail)
        upper.addLayout(middle, 1)
        column.addLayout(upper, 1)
        column.addWidget(self.strip)
        column.addWidget(self.foot)
        self.setCentralWidget(self._whole)
        unit = self.fontMetrics().height()
        self.setMinimumSize(unit * 46, unit * 26)

    def _connect(self) -> None:
        self.rail.chosen.connect(self._go_on)
        self.rail.help_wanted.connect(self.open_help)
        self.foot.undo_wanted.connect(self.state.undo)
        self.operations.changed.connect(self._changed)
        self.operations.failed.connect(self._failed)
        self.day_turn.turned.connect(self._day_turned)
        self.day_turn.turned.connect(self.period_maker.make)
        self.page_filled.connect(self.period_maker.begin)
        self._stack.currentChanged.connect(self.presence.scanner.show_bar)
        actions = self.actions_
        wiring: tuple[tuple[str, Callable[[], None]], ...] = (
            ("search", self.search_everything), ("enter", self.enter_document), ("read", self.read_a_file),
            ("print", self.print_shown), ("find", self.search_here), ("refresh", self.refresh_page),
            ("undo", self.state.undo), ("redo", self.state.redo), ("help", partial(self.open_help, "")), ("keys", self.show_keys),
            ("quit", self.presence.quit),
        )  # fmt: skip
        for name, slot in wiring:
            actions[name].triggered.connect(slot)
        for number, place in enumerate(RAIL, start=1):
            actions.add_page(place, number).triggered.connect(partial(self._go_on, place.page))
