"""Periodic reports and steps of the reform year that are due or late: one line below the figures, which opens them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from district_desk.desk.reform.due import ReformDue
from district_desk.ui.today import words as w
from district_desk.ui.widgets.buttons import button
from district_desk.ui.widgets.labels import label


class ReformLine(QWidget):
    """What is first, and how many more. ``wanted(str, int)``: open that part of the reform page in that year."""

    wanted = Signal(str, int)

    def __init__(self) -> None:
        super().__init__()
        self._first: ReformDue | None = None
        self.told = label("")
        self.told.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.told, 1)
        row.addWidget(button(w.OPEN_REFORM, self._open, role="link"))
        self.hide()

    def show_due(self, found: Sequence[ReformDue]) -> None:
        """Tell the first of these, all of them in the tooltip, or nothing."""
        self._first = found[0] if found else None
        self.told.setText(w.reform_line(found))
        self.told.setToolTip("\n".join(w.reform_due(each) for each in found))
        self.setVisible(bool(found))

    @Slot()
    def _open(self) -> None:
        if self._first is not None:
            self.wanted.emit(self._first.part, self._first.year)
