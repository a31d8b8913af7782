"""The small bar that appears at a selection of words: "Thành: Trích yếu | Mục mới | Hạn | …"."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from district_desk.ui.widgets.labels import label

AGAIN: Final = "Đọc lại vùng này"
AGAIN_TIP: Final = "Nhận dạng lại chữ trong khung; kết quả hiện ra để chọn ô, chưa thay gì"
AGAIN_KEY: Final = "F4"


@dataclass(frozen=True, slots=True)
class Use:
    """What a selection can become: ``key`` of a field or a move, its ``name``; a minor one hides in a menu."""

    key: str
    name: str
    tip: str = ""
    row: int = 0
    is_minor: bool = False


class _Row(QWidget):
    """A line of uses; those for which there is no room, and the minor ones, hide under "Khác"."""

    def __init__(self, name: str, buttons: Sequence[QToolButton], parent: QWidget) -> None:
        super().__init__(parent)
        self._buttons = list(buttons)
        self.more = QToolButton(self)
        self.more.setText("Khác ▾")
        self.more.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.more.setProperty("role", "flat")
        self.more.setToolTip("Các ô khác")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        self._line.addWidget(label(name, role="muted"))
        for each in (*self._buttons, self.more):
            self._line.addWidget(each)
        self._line.addStretch(1)

    def fit(self, width: int) -> None:
        """Shows as many uses as that width holds."""
        for button in self._buttons:
            button.show()
        shown = len(self._buttons)
        self._follow(shown)
        while shown > 1 and self._line.sizeHint().width() > width:
            shown -= 1
            self._buttons[shown].hide()
            self._follow(shown)

    def _follow(self, shown: int) -> None:
        """The menu holds what stands on no button."""
        seen = {button.property("use") for button in self._buttons[:shown]}
        actions = self.more.menu().actions()
        for action in actions:
            action.setVisible(action.data() not in seen)
        self.more.setVisible(any(action.isVisible() for action in actions))
        self._line.activate()


class SelectionBar(QFrame):
    """Floats over the document beside a selection. ``chosen`` carries the key of the use; ``again`` asks to read the
    place anew."""

    chosen = Signal(str)
    again = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "overlay")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._uses: tuple[Use, ...] = ()
        self._has_words = True
        self._room = parent
        self._grid = QVBoxLayout(self)
        self._grid.setContentsMargins(6, 3, 4, 3)
        self._grid.setSpacing(0)
        self._rows: list[_Row] = []
        self._again = self._again_row()
        self._grid.addWidget(self._again)
        self.hide()

    def offer(self, uses: Sequence[Use]) -> None:
        """The uses from now on, in their rows; the minor ones of a row go under "Khác"."""
        self._uses = tuple(uses)
        for row in self._rows:
            self._grid.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(number) for number in sorted({use.row for use in uses})]
        for place, row in enumerate(self._rows):
            self._grid.insertWidget(place, row)

    def _again_row(self) -> QWidget:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(label("Ảnh:", role="muted"))
        read = QToolButton(row)
        read.setText(AGAIN)
        read.setToolTip(f"{AGAIN_TIP} ({AGAIN_KEY})")
        read.setProperty("role", "flat")
        read.setProperty("use", "again")
        read.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        read.clicked.connect(self._tell_again)
        line.addWidget(read)
        line.addStretch(1)
        return row

    def _row(self, number: int) -> "_Row":
        uses = [use for use in self._uses if use.row == number]
        row = _Row("Thành:" if number == 0 else "Việc:", [self._button(use) for use in uses if not use.is_minor], self)
        row.more.setMenu(self.menu(row.more, row=number))
        return row

    def menu(self, parent: QWidget, *, row: int | None = None) -> QMenu:
        """What can be done as a menu, for the menu key and the right button; or the uses of a row that its line does not show."""
        menu = QMenu(parent)
        for use in self._uses:
            if row is None or use.row == row:
                action = menu.addAction(use.name)
                action.setData(use.key)
                action.triggered.connect(self._tell_action)
                action.setVisible(row is not None or self._has_words)
        if row is None and not self._again.isHidden():
            menu.addSeparator()
            menu.addAction(AGAIN).triggered.connect(self._tell_again)
        return menu

    def show_beside(self, words: QRect, *, has_words: bool = True, on_picture: bool = False) -> None:
        """Under the end of the selection, or above it where there is no room, never outside the parent. Uses are offered
        where there are words, reading again where the selection lies on a picture."""
        self._has_words = has_words
        for row in self._rows:
            row.setVisible(has_words)
        self._again.setVisible(on_picture)
        room = self._room.rect().adjusted(4, 4, -4, -4)
        sides = self._grid.contentsMargins().left() + self._grid.contentsMargins().right() + 2 * self.frameWidth()
        for row in self._rows:
            row.fit(room.width() - sides)
        self._grid.activate()
        self.adjustSize()
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

    def _tell_again(self) -> None:
        self.hide()
        self.again.emit()

    def _tell_action(self) -> None:
        self.hide()
        self.chosen.emit(self.sender().data())  # type: ignore[attr-defined]  # an action
