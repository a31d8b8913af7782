"""The items with their moves above, and the editor of the chosen one, which the page places. It says what is wanted."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from district_desk.domain.calendar import WorkCalendar
from district_desk.domain.drafts import Draft
from district_desk.domain.units import Directory
from district_desk.ui.icons import icon
from district_desk.ui.intake.item_editor import ItemEditor
from district_desk.ui.intake.item_words import summary_words
from district_desk.ui.intake.items_view import ItemsView
from district_desk.ui.widgets.labels import ElidedLabel, label


@dataclass(frozen=True, slots=True)
class Move:
    """A move on the chosen items: key, name, picture, shortcut, and how many items it needs (0: none)."""

    key: str
    name: str
    picture: str
    shortcut: str
    needs: int = 1


MOVES: Final = (
    Move("give", "Giao các mục đang chọn cho đơn vị", "unit", "Ctrl+G"),
    Move("merge", "Gộp vào mục trước", "merge", "Ctrl+M"),
    Move("split", "Tách mục ở chữ đang chọn hoặc ở con trỏ", "split", "Ctrl+T"),
    Move("sentences", "Tách mục theo từng câu", "sentences", "Ctrl+Shift+T"),
    Move("lift", "Nâng lên một bậc", "lift", "Alt+Left"),
    Move("lower", "Hạ xuống một bậc", "lower", "Alt+Right"),
    Move("inform", "Đánh dấu để biết, hoặc trở lại là việc phải làm", "info", "Ctrl+B"),
    Move("add", "Thêm mục mới", "add", "Ctrl+Return", 0),
    Move("remove", "Bỏ các mục đang chọn", "remove", "Ctrl+Delete"),
    Move("undo", "Hoàn tác", "undo", "Ctrl+Z", 0),
    Move("redo", "Làm lại", "redo", "Ctrl+Shift+Z", 0),
)


class ItemsPanel(QWidget):
    """Signals:
    wanted(str): a move of :data:`MOVES`.
    chosen(tuple): the keys of the chosen items.
    edited(str, object): a field of the chosen items and its new value.
    entered(str): the focus came to that field of the chosen item.
    """

    wanted = Signal(str)
    chosen = Signal(tuple)
    edited = Signal(str, object)
    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: Draft | None = None
        self._directory = Directory((), (), (), (), date.min)
        self._calendar = WorkCalendar()
        self.actions_by_key: dict[str, QAction] = {}
        self.summary = ElidedLabel()
        self.summary.setProperty("role", "muted")
        self.view = ItemsView(self)
        self.editor = ItemEditor(self)
        self._build()
        self.view.chosen.connect(self._choose)
        self.view.opened.connect(self._open)
        self.editor.edited.connect(self.edited)
        self.editor.entered.connect(self.entered)
        self.editor.give_wanted.connect(self.actions_by_key["give"].trigger)

    def show_draft(self, draft: Draft, directory: Directory, calendar: WorkCalendar, today: date) -> None:
        """Shows the draft of the moment."""
        self._draft, self._directory, self._calendar = draft, directory, calendar
        self.view.show_draft(draft, directory)
        self.summary.setText(summary_words(draft.items, today) if draft.items else "chưa có mục nào")
        self._show_chosen(self.view.keys())

    def name_steps(self, undo: str, redo: str) -> None:
        """What undo and redo would do, empty where there is nothing."""
        for key, name in (("undo", undo), ("redo", redo)):
            action = self.actions_by_key[key]
            action.setEnabled(bool(name))
            word = "Hoàn tác" if key == "undo" else "Làm lại"
            action.setToolTip(f"{word}: {name} ({action.shortcut().toString()})" if name else word)

    def _build(self) -> None:
        em = self.fontMetrics().height()
        head = QHBoxLayout()
        head.setSpacing(1)
        names = QVBoxLayout()  # one above the other: side by side the counts are cut at 1366 pixels
        names.setSpacing(0)
        names.addWidget(label("Nội dung giao", role="heading"))
        names.addWidget(self.summary)
        head.addLayout(names, 1)
        for move in MOVES:
            if move.key in ("merge", "add", "undo"):
                head.addSpacing(em // 3)
            head.addWidget(self._button(move))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em // 4)
        column.addLayout(head)
        column.addWidget(self.view, 1)

    def _button(self, move: Move) -> QToolButton:
        action = QAction(icon(move.picture), move.name, self)
        action.setShortcut(QKeySequence(move.shortcut))
        action.setToolTip(f"{move.name} ({move.shortcut.replace('Return', 'Enter')})")
        action.setData(move.key)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(self._tell)
        self.actions_by_key[move.key] = action
        self.addAction(action)
        made = QToolButton(self)
        made.setProperty("role", "flat")
        made.setDefaultAction(action)
        made.setAccessibleName(move.name)
        side = self.fontMetrics().height()
        made.setIconSize(QSize(side, side))
        return made

    def _tell(self) -> None:
        self.wanted.emit(self.sender().data())  # type: ignore[attr-defined]  # an action

    def _open(self, key: int) -> None:
        del key
        self.editor.focus_field("text")

    def _choose(self, keys: tuple[int, ...]) -> None:
        self._show_chosen(keys)
        self.chosen.emit(keys)

    def _show_chosen(self, keys: tuple[int, ...]) -> None:
        if self._draft is None:
            return
        drafted = [each for each in self._draft.items if each.key in keys]
        self.editor.show_items(drafted, self._directory, self._calendar)
        for move in MOVES:
            if move.needs:
                self.actions_by_key[move.key].setEnabled(len(drafted) >= move.needs)
