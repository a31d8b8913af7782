"""What was read again in a drawn rectangle, at the foot of the document: looked over, put right, and then given to a
field by the person. Nothing is taken over by itself."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from district_desk.domain.reading import BoxText
from district_desk.domain.vietnamese import collapse
from district_desk.ui.document_view.selection_bar import Use
from district_desk.ui.widgets.buttons import button, tool_button
from district_desk.ui.widgets.labels import ElidedLabel

_READ: Final = "Đọc lại được"
_DOUBTFUL: Final = "Đọc lại được, máy chưa chắc: xin xem lại với ảnh"
_NOTHING: Final = "Không thấy chữ trong khung: hãy vẽ khung rộng hơn, hoặc gõ tay"
_LINES: Final = 3


class AgainStrip(QFrame):
    """``taken`` carries the text and the key of the use; ``closed`` tells that it is put away."""

    taken = Signal(str, str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "message")
        self._uses: tuple[Use, ...] = ()
        self._aim = ""
        self._said = ElidedLabel()
        self.text = QPlainTextEdit(self)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("Chữ đọc lại được")
        self.take = button("", self._take, role="primary")
        self.others = QToolButton(self)
        self.others.setText("Ô khác ▾")
        self.others.setProperty("role", "flat")
        self.others.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.others.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        em = self.fontMetrics().height()
        self.text.setFixedHeight(em * _LINES + em)
        head = QHBoxLayout()
        head.addWidget(self._said, 1)
        head.addWidget(tool_button("close", "Bỏ, không dùng chữ này (Esc)", self.put_away))
        foot = QHBoxLayout()
        foot.addWidget(self.take)
        foot.addWidget(self.others)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(em // 2, em // 4, em // 2, em // 4)
        column.setSpacing(em // 4)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addLayout(foot)

    def offer(self, uses: Sequence[Use]) -> None:
        """What the text may become."""
        self._uses = tuple(uses)
        menu = QMenu(self.others)
        for use in self._uses:
            action = menu.addAction(use.name)
            action.setData(use.key)
            action.triggered.connect(self._take_action)
        self.others.setMenu(menu)

    def aim(self, key: str) -> None:
        """The use that is meant: that of the field in which the person was last."""
        name = next((use.name for use in self._uses if use.key == key), "")
        self._aim = key if name else ""
        self.take.setText(f"Đưa vào: {name}")
        self.take.setVisible(bool(name))

    def show_text(self, read: BoxText) -> None:
        """Offers what was read."""
        self._said.setText(_NOTHING if not read.text.strip() else _DOUBTFUL if read.doubtful else _READ)
        self.text.setPlainText(read.text)
        self.show()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        """Nothing of it is used."""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
            return
        super().keyPressEvent(event)

    def _take(self) -> None:
        self._give(self._aim)

    def _take_action(self) -> None:
        self._give(self.sender().data())  # type: ignore[attr-defined]  # an action

    def _give(self, key: str) -> None:
        said = collapse(self.text.toPlainText())
        if said and key:
            self.put_away()
            self.taken.emit(said, key)
