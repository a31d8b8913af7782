"""A box of choices of which several may be ticked; none ticked means every one."""

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget


class TickBox(QComboBox):
    """Shows the names of what is ticked, or ``every``. ``ticked()`` when a tick is set or taken away.

    The list stays open while one ticks, with the mouse or with Space; Enter or Escape closes it.
    """

    ticked = Signal()

    def __init__(
        self, every: str, names: Mapping[Any, str], chosen: Iterable[Any] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._every = every
        self._values = list(names)  # not in the items: Qt would make plain strings of enumerations
        self.addItems(list(names.values()))
        self.view().installEventFilter(self)
        self.view().viewport().installEventFilter(self)
        self.choose(chosen)

    @property
    def chosen(self) -> tuple[Any, ...]:
        """The values that are ticked, in the order of the list."""
        return tuple(value for row, value in enumerate(self._values) if self._is_ticked(row))

    @property
    def said(self) -> str:
        """What the closed box shows."""
        return "; ".join(self.itemText(row) for row in range(self.count()) if self._is_ticked(row)) or self._every

    def choose(self, values: Iterable[Any]) -> None:
        """Tick these and no others."""
        wanted = set(values)
        for row, value in enumerate(self._values):
            self._set(row, is_ticked=value in wanted)

    # -- Qt -------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonRelease:
            self._turn(self.view().indexAt(event.position().toPoint()))
            return True
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Space:
            self._turn(self.view().currentIndex())
            return True
        return super().eventFilter(watched, event)

    def showPopup(self) -> None:
        """The list is as wide as its longest name."""
        metrics = self.fontMetrics()
        longest = max((metrics.horizontalAdvance(self.itemText(row)) for row in range(self.count())), default=0)
        self.view().setMinimumWidth(longest + metrics.height() * 4)
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows open the list; there is no one current choice to move."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Space, Qt.Key.Key_F4):
            self.showPopup()
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        option.currentText = self.fontMetrics().elidedText(self.said, Qt.TextElideMode.ElideRight, field.width() - 4)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    # -- inside ---------------------------------------------------------------------------------------------

    def _is_ticked(self, row: int) -> bool:
        return bool(self.itemData(row, Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked.value)

    def _set(self, row: int, *, is_ticked: bool) -> None:
        state = Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
        self.setItemData(row, state.value, Qt.ItemDataRole.CheckStateRole)
        self.setToolTip(self.said)
        self.setAccessibleDescription(self.said)
        self.update()

    def _turn(self, index: QModelIndex) -> None:
        if index.isValid():
            self._set(index.row(), is_ticked=not self._is_ticked(index.row()))
            self.ticked.emit()
