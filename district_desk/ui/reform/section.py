"""A part of the page *Cải cách hành chính*: what it shows is of one year's index."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from district_desk.desk import Desk
from district_desk.domain.changes import Changes
from district_desk.ui.operations import Operations


class ReformSection(QWidget):
    """One part of the page; built at its first visit.

    Signals:
        said(str): a sentence for the message bar.
        print_wanted(object): preview a PrintJob.
        directive_wanted(int): open that directive.
        year_made(int): an index of that year came to be; the page turns to it.
        foot_changed(): the foot line reads differently.
    """

    said = Signal(str)
    print_wanted = Signal(object)
    directive_wanted = Signal(int)
    year_made = Signal(int)
    foot_changed = Signal()

    def __init__(self, operations: Operations) -> None:
        super().__init__()
        self.operations = operations
        self.desk: Desk | None = None
        self.year = 0
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)

    def show_year(self, desk: Desk, year: int) -> None:
        """Show the index of a year, or how to begin where it has none."""
        self.desk, self.year = desk, year
        self.refresh()

    def refresh(self) -> None:
        """Ask everything anew; only called when there is an office."""

    def on_changes(self, changes: Changes) -> None:
        """Something was written."""
        if self.desk is not None and changes.concern_reform():
            self.refresh()

    def head_actions(self) -> list[QAction]:
        """What the page offers at its head while this part is shown, the first one as the main thing."""
        return []

    def print_shown(self) -> bool:
        """Ctrl+P; False where there is nothing to print."""
        return False

    def search_here(self) -> None:
        """Ctrl+F."""

    def foot(self) -> str:
        """The page's half of the foot line."""
        return ""

    def may_leave(self) -> bool:
        """Whether the part may be left now."""
        return True
