"""The tools under the pages: size, page number, turning a page that lies on its side, words that want a look."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from district_desk.ui.widgets.buttons import tool_button


class PageTools(QWidget):
    """Signals: ``zoomed`` (1 larger, -1 smaller, 0 as wide as the window), ``turned`` (degrees clockwise, of the page in
    sight), ``doubts_wanted`` (the next word that recognition doubts)."""

    zoomed = Signal(int)
    turned = Signal(int)
    doubts_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.doubts = QToolButton(self)
        self.doubts.setProperty("role", "flat")
        self.doubts.setToolTip("Xem lần lượt các chữ máy đọc chưa chắc, gạch chấm đỏ (F8)")
        self.doubts.clicked.connect(self.doubts_wanted)
        self.place = QLabel("", self)
        self.place.setProperty("role", "muted")
        self.left = tool_button("undo", "Xoay trang này sang trái và đọc lại", lambda: self.turned.emit(270))
        self.right = tool_button("redo", "Xoay trang này sang phải và đọc lại", lambda: self.turned.emit(90))
        self.smaller = tool_button("zoom-out", "Nhỏ hơn (phím -)", lambda: self.zoomed.emit(-1))
        self.larger = tool_button("zoom-in", "Lớn hơn (phím +)", lambda: self.zoomed.emit(1))
        self.fit = QToolButton(self)
        self.fit.setText("Vừa")
        self.fit.setToolTip("Trang rộng vừa khung (phím 0)")
        self.fit.setProperty("role", "flat")
        self.fit.clicked.connect(self._fit)
        line = QHBoxLayout(self)
        line.setContentsMargins(6, 0, 6, 2)
        line.setSpacing(2)
        line.addWidget(self.doubts)
        line.addStretch(1)
        for each in (self.place, self.left, self.right, self.smaller, self.larger, self.fit):
            line.addWidget(each, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_tools(self, *, doubts: int, on_pages: bool, may_turn: bool) -> None:
        """Shows what can be done now; nothing of it: the line goes."""
        self.doubts.setText(f"{doubts} chưa chắc")
        self.doubts.setVisible(bool(doubts))
        for each in (self.place, self.smaller, self.larger, self.fit):
            each.setVisible(on_pages)
        self.left.setVisible(on_pages and may_turn)
        self.right.setVisible(on_pages and may_turn)
        self.setVisible(bool(doubts) or on_pages)

    def say_page(self, page: int, pages: int) -> None:
        """Which page is in sight."""
        self.place.setText(f"Trang {page}/{pages}" if pages else "")

    def _fit(self) -> None:
        self.zoomed.emit(0)
