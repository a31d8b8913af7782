"""The actions that work everywhere, each with its key; undo and redo carry the name of what they would take back."""

from typing import Final

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from district_desk.desk.sentences import redo_label, undo_label
from district_desk.domain.listing import Operation
from district_desk.ui.places import Place

_ACTIONS: Final = (
    ("search", "Tìm trong tất cả", "Ctrl+K"),
    ("enter", "Vào sổ văn bản", "Ctrl+N"),
    ("read", "Đọc tệp văn bản…", "Ctrl+I"),
    ("print", "In nội dung đang xem", "Ctrl+P"),
    ("find", "Tìm trong trang này", "Ctrl+F"),
    ("refresh", "Làm mới trang", "F5"),
    ("undo", "Hoàn tác", "Ctrl+Z"),
    ("redo", "Làm lại", "Ctrl+Shift+Z"),
    ("help", "Trợ giúp về trang đang xem", "F1"),
    ("keys", "Các phím tắt", "Shift+F1"),
    ("quit", "Thoát chương trình", "Ctrl+Q"),
)
_WITHOUT_AN_OFFICE: Final = frozenset({"help", "keys", "quit"})


class FrameActions:
    """The actions by name; they live on the window, so that their keys work on every page."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._actions: dict[str, QAction] = {}
        self._pages: list[QAction] = []
        for name, text, key in _ACTIONS:
            self._actions[name] = self._add(text, key)
        self.set_open(is_open=False)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def add_page(self, place: Place, number: int) -> QAction:
        """Alt and the number goes to that page of the rail; the action's data is the page's key."""
        action = self._add(place.name, f"Alt+{number}")
        action.setData(place.page.value)
        self._pages.append(action)
        return action

    def all(self) -> list[QAction]:
        """Every action, pages first."""
        return [*self._pages, *self._actions.values()]

    def set_open(self, *, is_open: bool) -> None:
        """Before the office is open only help is there."""
        for name, action in self._actions.items():
            action.setEnabled(is_open or name in _WITHOUT_AN_OFFICE)

    def set_undo(self, undoable: Operation | None, redoable: Operation | None) -> None:
        """Name what would be taken back, and what would be done again."""
        self._actions["undo"].setText(undo_label(undoable))
        self._actions["undo"].setEnabled(undoable is not None)
        self._actions["redo"].setText(redo_label(redoable))
        self._actions["redo"].setEnabled(redoable is not None)

    def _add(self, text: str, key: str) -> QAction:
        action = QAction(text, self._window)
        action.setShortcut(QKeySequence(key))
        action.setToolTip(f"{text} ({key})")
        self._window.addAction(action)
        return action
