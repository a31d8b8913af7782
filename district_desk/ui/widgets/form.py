"""Form rows: the name above its field, a fault below it, columns that line up."""

from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from district_desk.ui.widgets.labels import label


class FormRow(QWidget):
    """One field with its name above it (its buddy) and room for a fault below."""

    def __init__(self, name: str, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._name = label(name, role="muted")
        self._name.setBuddy(field)
        self._name.setWordWrap(True)
        if not field.accessibleName():
            field.setAccessibleName(name.replace("&", ""))
        self._fault = label("", role="fault")
        self._fault.setWordWrap(True)
        self._fault.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._name)
        column.addWidget(field)
        column.addWidget(self._fault)
        column.addStretch(1)

    @property
    def name(self) -> QLabel:
        """The label."""
        return self._name

    @property
    def fault(self) -> str:
        """What is said to be wrong with the field, empty for nothing."""
        return self._fault.text()

    def set_fault(self, sentence: str) -> None:
        """Show what is wrong with the field, or nothing."""
        self._fault.setText(sentence)
        self._fault.setVisible(bool(sentence))


class FormGrid(QWidget):
    """Rows in a grid of equal columns: :meth:`add` from left to right, a row ends where ``span`` fills it."""

    def __init__(self, columns: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._place = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        unit = self.fontMetrics().height()
        self._grid.setHorizontalSpacing(unit * 2 // 3)
        self._grid.setVerticalSpacing(unit // 3)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)

    def add(self, name: str, field: QWidget, span: int = 1) -> FormRow:
        """Add a field that takes ``span`` columns."""
        if self._place % self._columns + span > self._columns:
            self._place += self._columns - self._place % self._columns
        row = FormRow(name, field)
        self._grid.addWidget(row, self._place // self._columns, self._place % self._columns, 1, span)
        self._place += span
        return row
