"""The head of a detail pane: what it is, its date, what it is about, and named facts below."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from district_desk.ui.widgets.labels import label, selectable


class RecordHeader(QWidget):
    """Title, a lighter aside beside it, the subject, and rows of name and value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = selectable("", role="record")
        self._aside = label("", role="muted")
        self._subject = selectable("")
        self._facts = QGridLayout()
        unit = self.fontMetrics().height()
        self._facts.setVerticalSpacing(unit // 5)
        self._facts.setHorizontalSpacing(unit * 2 // 3)
        self._facts.setColumnStretch(1, 1)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._aside, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit // 3)
        column.addLayout(top)
        column.addWidget(self._subject)
        column.addLayout(self._facts)

    def show_record(self, title: str, aside: str, subject: str, facts: Sequence[tuple[str, str | QWidget]]) -> None:
        """Write it all; facts without a value are left out."""
        self._title.setText(title)
        self._aside.setText(aside)
        self._subject.setText(subject)
        self._subject.setVisible(bool(subject))
        while (old := self._facts.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        shown = [(name, value) for name, value in facts if value]
        for row, (name, value) in enumerate(shown):
            self._facts.addWidget(label(name, role="muted"), row, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(selectable(value) if isinstance(value, str) else value, row, 1)
