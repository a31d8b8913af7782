"""A page: title, one line that says what is shown, actions at the right, and the body below.

A page asks the desk, shows, and is told. It never opens another page itself: it says what is wanted by a signal and the
window answers.
"""

from typing import ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from district_desk.desk import Desk
from district_desk.domain.changes import Changes
from district_desk.domain.directives import Source
from district_desk.ui.icons import icon
from district_desk.ui.operations import Operations
from district_desk.ui.widgets.buttons import ActionButton
from district_desk.ui.widgets.labels import label

_NOTHING_TO_PRINT: Final = (
    "Trang này không có gì để in. In sổ ở trang Văn bản đến, in biểu mẫu ở trang Báo cáo, biểu mẫu."
)


class Page(QWidget):
    """One page of the rail. Built without a desk, given one by :meth:`attach` as soon as the office is open.

    Signals:
        directive_wanted(int): open that directive in the register.
        intake_wanted(object): enter a document: a Path to read, a Source for a blank form, an int to correct one.
        print_wanted(object): preview a PrintJob.
        said(str): a sentence for the message bar.
        foot_changed(): the page's half of the foot line reads differently.
    """

    directive_wanted = Signal(int)
    intake_wanted = Signal(object)
    print_wanted = Signal(object)
    said = Signal(str)
    foot_changed = Signal()

    topic: ClassVar[str] = "bat-dau"
    """The help page that F1 opens here: a file of resources/help without its ending."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.operations = operations
        self._desk: Desk | None = None
        self._title = label("", role="title")
        self._subtitle = label("", role="muted")
        self._subtitle.setWordWrap(True)
        self._buttons = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        head = QHBoxLayout()
        head.addLayout(words, 1)
        head.addLayout(self._buttons)
        unit = self.fontMetrics().height()
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(unit, unit * 2 // 3, unit, unit * 2 // 3)
        self.body.setSpacing(unit // 2)
        self.body.addLayout(head)

    @property
    def desk(self) -> Desk:
        """The open office. Only asked after :meth:`attach`."""
        assert self._desk is not None
        return self._desk

    @property
    def is_open(self) -> bool:
        """Whether the office is open."""
        return self._desk is not None

    def attach(self, desk: Desk) -> None:
        """The office is open: show it."""
        self._desk = desk
        self.refresh()

    def refresh(self) -> None:
        """Ask everything anew."""

    def shown(self) -> None:
        """The page was chosen: put the focus where work begins."""

    def on_changes(self, changes: Changes, initiator: object) -> None:
        """Something was written; refresh what may read differently."""

    def print_shown(self) -> None:
        """Ctrl+P: print what is shown."""
        self.said.emit(_NOTHING_TO_PRINT)

    def search_here(self) -> None:
        """Ctrl+F: go to the page's own search field."""

    def entering_source(self) -> Source:
        """What Ctrl+N enters while this page is shown."""
        return Source.RECEIVED

    def foot(self) -> str:
        """The page's half of the foot line."""
        return ""

    def may_leave(self) -> bool:
        """Whether the page may be left now; a page with unsaved work asks the person."""
        return True

    # -- for the pages --------------------------------------------------------------------------------------

    def set_words(self, title: str, subtitle: str = "") -> None:
        """The title and the line under it."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))

    def add_action(self, text: str, *, key: str = "", picture: str = "", tip: str = "", primary: str = "") -> QAction:
        """An action of this page, with its key; ``primary`` is "primary" for the one that matters most."""
        action = QAction(text, self)
        if key:
            action.setShortcut(QKeySequence(key))
        if picture:
            action.setIcon(icon(picture, "on_accent" if primary else "text"))
        action.setToolTip(f"{tip or text} ({key})" if key else tip or text)
        self.addAction(action)
        return action

    def add_button(self, action: QAction, role: str = "") -> ActionButton:
        """The action as a button at the right of the head."""
        button = ActionButton(action, role)
        self._buttons.addWidget(button)
        return button
