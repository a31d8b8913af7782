"""The small bar that appears at a selection of words: "Thành: Trích yếu | Mục mới | Hạn | …"."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget


@dataclass(frozen=True, slots=True)
class Use:
    """What a selection can become: ``key`` of a field or a move, its ``name``; a minor one hides in the menu."""

    key: str
    name: str
    minor: bool = False
    tip: str = ""


class SelectionBar(QFrame):
    """Floats over the text beside a selection. ``chosen`` carries the key of the use."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "overlay")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._uses: tuple[Use, ...] = ()
        self._room = parent
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 3, 4, 3)
        self._row.setSpacing(2)
        self._row.addWidget(QLabel("Thành:", self))
        self.hide()

    def offer(self, uses: Sequence[Use]) -> None:
        """The uses from now on; the minor ones go under "Khác"."""
        self._uses = tuple(uses)
        for button in self.findChildren(QToolButton):
            self._row.removeWidget(button)
            button.deleteLater()
        for use in self._uses:
            if not use.minor:
                self._row.addWidget(self._button(use))
        if any(use.minor for use in self._uses):
            more = QToolButton(self)
            more.setText("Khác")
            more.setProperty("role", "flat")
            more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            more.setMenu(self.menu(more, minor_only=True))
            self._row.addWidget(more)

    def menu(self, parent: QWidget, *, minor_only: bool = False) -> QMenu:
        """The same uses as a menu, for the menu key and the right button."""
        menu = QMenu(parent)
        for use in self._uses:
            if use.minor or not minor_only:
                action = menu.addAction(use.name)
                action.setData(use.key)
                action.triggered.connect(self._tell_action)
        return menu

    def show_beside(self, words: QRect) -> None:
        """Under the end of the selection, or above it where there is no room, never outside the parent."""
        self.adjustSize()
        room = self._room.rect().adjusted(4, 4, -4, -4)
        left = min(max(words.left() - self.width() // 2, room.left()), max(room.left(), room.right() - self.width()))
        below = words.bottom() + 6
        top = below if below + self.height() < room.bottom() else words.top() - self.height() - 26
        self.move(QPoint(left, max(room.top(), top)))
        self.show()
        self.raise_()

    def _button(self, use: Use) -> QToolButton:
        button = QToolButton(self)
        button.setText(use.name)
        button.setToolTip(use.tip or f"Lấy chữ đang chọn làm {use.name.lower()}")
        button.setProperty("role", "flat")
        button.setProperty("use", use.key)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self._tell_button)
        return button

    def _tell_button(self) -> None:
        self.hide()
        self.chosen.emit(self.sender().property("use"))

    def _tell_action(self) -> None:
        self.hide()
        self.chosen.emit(self.sender().data())  # type: ignore[attr-defined]  # an action
