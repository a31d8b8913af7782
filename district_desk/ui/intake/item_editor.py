"""One item in full, below the table: its whole words, limit, product, who decides; several chosen ones at once."""

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from district_desk.desk.words import ITEM_KINDS, ROLES
from district_desk.domain.assignments import Role
from district_desk.domain.calendar import WorkCalendar
from district_desk.domain.drafts import DraftItem
from district_desk.domain.items import place_in_words
from district_desk.domain.reading import ItemKind
from district_desk.domain.units import Directory
from district_desk.ui.intake import item_words
from district_desk.ui.intake.entry_widgets import GrowingText, mark
from district_desk.ui.widgets.buttons import button
from district_desk.ui.widgets.labels import ElidedLabel, label

_LINES: Final = (("phrase", "Thời hạn"), ("product", "Sản phẩm"), ("decider", "Người quyết định"), ("via", "Nhận qua"))


class ItemEditor(QFrame):
    """Edits the chosen items.

    Signals:
        edited(str, object): "text", "kind", "phrase", "product", "decider" or "via", and the new value.
        entered(str): the focus came to that field.
        give_wanted(): choose units for the chosen items.
    """

    edited = Signal(str, object)
    entered = Signal(str)
    give_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[DraftItem, ...] = ()
        self.place = label("", role="heading")
        self.clear = ElidedLabel()
        self.clear.setProperty("role", "muted")
        self.clear.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.kind = QComboBox(self)
        for kind, name in ITEM_KINDS.items():
            self.kind.addItem(name, kind)
        self.kind.setAccessibleName("Loại mục")
        self.text = GrowingText("Nội dung mục", least=4, most=4)
        self.lines = {key: QLineEdit(self) for key, _ in _LINES}
        self.rule = ElidedLabel()
        self.rule.setProperty("role", "muted")
        self.units = ElidedLabel()
        self.give = button(
            "Giao…", self.give_wanted.emit, picture="unit", tip="Chọn đơn vị cho các mục đang chọn (Ctrl+G)"
        )
        self._build()
        self._connect()

    def show_items(self, drafted: Sequence[DraftItem], directory: Directory, calendar: WorkCalendar) -> None:
        """Shows the chosen items; of several, what they have in common."""
        is_other = [each.key for each in self._shown] != [each.key for each in drafted]
        self._shown = tuple(drafted)
        self.setEnabled(bool(drafted))
        self._show_head(drafted)
        for key, line in self.lines.items():
            self._show_line(line, _common(getattr(each.item, key) for each in drafted), is_other=is_other)
        self.text.setReadOnly(len(drafted) != 1)
        words = drafted[0].item.text if len(drafted) == 1 else ""
        if is_other or not self.text.hasFocus():
            self.text.show_text(words)
        is_one_task = len(drafted) == 1 and item_words.is_work(drafted[0].item)
        self.rule.setText(item_words.rule_words(drafted[0].item, calendar) if is_one_task else "")
        self.units.setText(_units(drafted, directory))
        is_asking = len(drafted) == 1 and bool(drafted[0].unresolved)
        mark(self.give, "wanting" if is_asking else "")

    def focus_field(self, key: str) -> None:
        """Puts the cursor into one of the fields."""
        (self.text if key == "text" else self.lines.get(key, self.text)).setFocus()

    def _show_head(self, drafted: Sequence[DraftItem]) -> None:
        if not drafted:
            self.place.setText("Chọn một mục để xem đủ nội dung và sửa")
            self.clear.setText("")
        elif len(drafted) > 1:
            self.place.setText(f"{len(drafted)} mục đang chọn – sửa một ô là sửa cho tất cả")
            self.clear.setText("")
        else:
            words = place_in_words(drafted[0].item.path, drafted[0].item.kind) or "mục không đánh số"
            self.place.setText(words[:1].upper() + words[1:])
            self.clear.setText(item_words.clearness_words(drafted[0]) if item_words.is_work(drafted[0].item) else "")
        kinds = {each.item.kind for each in drafted}
        self.kind.setCurrentIndex(self.kind.findData(kinds.pop()) if len(kinds) == 1 else -1)

    def _show_line(self, line: QLineEdit, value: str | None, *, is_other: bool) -> None:
        wanted = " ".join((value or "").split())
        if is_other or not line.hasFocus():
            if " ".join(line.text().split()) != wanted:
                line.setText(wanted)
                line.setCursorPosition(0)
            line.setPlaceholderText("(khác nhau)" if value is None else "")

    def _build(self) -> None:
        em = self.fontMetrics().height()
        head = QHBoxLayout()
        head.addWidget(self.place)
        head.addSpacing(em // 2)
        head.addWidget(self.clear, 1)
        head.addSpacing(em // 2)
        head.addWidget(self.kind)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, em // 3, 0)
        self._grid.setHorizontalSpacing(em // 2)
        self._grid.setVerticalSpacing(em // 4)
        self._grid.addLayout(head, 0, 0, 1, 4)
        self._grid.addWidget(self.text, 1, 0, 1, 4)
        self._pair(2, 0, "phrase", "product")
        self._grid.addWidget(self.rule, 3, 0, 1, 4)
        self._pair(4, 0, "decider", "via")
        given = QHBoxLayout()
        given.addWidget(self.units, 1)
        given.addWidget(self.give)
        self._grid.addLayout(given, 5, 0, 1, 4)
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(3, 2)
        self._grid.setRowStretch(6, 1)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.kind.setMaximumHeight(self.lines["phrase"].sizeHint().height())

    def _pair(self, row: int, column: int, *keys: str) -> None:
        names = dict(_LINES)
        for number, key in enumerate(keys):
            place = column + 2 * number
            self._grid.addWidget(self._caption(names[key], self.lines[key]), row, place)
            self._grid.addWidget(self.lines[key], row, place + 1)

    def _caption(self, name: str, field: QWidget) -> QLabel:
        made = label(name, role="muted")
        made.setBuddy(field)
        field.setAccessibleName(name)
        return made

    def _connect(self) -> None:
        self.text.edited.connect(self._text_edited)
        self.kind.activated.connect(self._kind_edited)
        self.text.installEventFilter(self)
        for key, line in self.lines.items():
            line.setProperty("key", key)
            line.textEdited.connect(self._line_edited)
            line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit(watched.property("key") or "text")
        return super().eventFilter(watched, event)

    def _text_edited(self, text: str) -> None:
        if len(self._shown) == 1:
            self.edited.emit("text", text)

    def _kind_edited(self) -> None:
        self.edited.emit("kind", ItemKind(self.kind.currentData()))

    def _line_edited(self, text: str) -> None:
        self.edited.emit(self.sender().property("key"), text)


def _common(values: Iterable[str]) -> str | None:
    """The value that all have, "" where there are none, None where they differ."""
    different = set(values)
    return different.pop() if len(different) == 1 else (None if different else "")


def _units(drafted: Sequence[DraftItem], directory: Directory) -> str:
    if not drafted:
        return ""
    if len(drafted) == 1 and drafted[0].unresolved:
        return "Chưa rõ đơn vị: " + "; ".join(drafted[0].unresolved)
    if len({each.lines for each in drafted}) > 1:
        return "Mỗi mục giao một khác"
    said = [
        f"{ROLES[role]}: {item_words.units_words(directory, ids)}"
        for role in Role
        if (ids := item_words.ids_in(drafted[0], role))
    ]
    return "; ".join(said) or "Chưa giao cho đơn vị nào"
