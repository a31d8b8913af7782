"""The document at the left: read text with lights, or the page pictures of the original."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QTabBar, QToolButton, QVBoxLayout, QWidget

from district_desk.domain.directives import Directive
from district_desk.domain.drafts import Draft
from district_desk.domain.problems import UnreadableFile
from district_desk.domain.reading import Reading, Span
from district_desk.ui.document_view.lights import Light
from district_desk.ui.document_view.selection_bar import SelectionBar, Use
from district_desk.ui.document_view.text_pane import TextPane
from district_desk.ui.preview.page_images import PageImages
from district_desk.ui.preview.page_view import PageView


class DocumentView(QFrame):
    """Text and pages of one document.

    ``light_chosen`` carries the Light that was clicked; ``words_taken`` a Span and the key of what it shall become.
    """

    light_chosen = Signal(object)
    words_taken = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._loose: tuple[Span, ...] = ()
        self._page_starts: tuple[int, ...] = ()
        self._step = -1
        self._pages: PageImages | None = None
        self._original: Path | None = None
        self.pane = TextPane(self)
        self.page_view = PageView(self)
        self.bar = SelectionBar(self.pane.viewport())
        self._build()
        self.pane.lit_clicked.connect(self.light_chosen)
        self.pane.words_selected.connect(self._offer_uses)
        self.pane.menu_wanted.connect(self._open_menu)
        self.pane.verticalScrollBar().valueChanged.connect(self.bar.hide)
        self.bar.chosen.connect(self._take_words)

    def _build(self) -> None:
        self.tabs = QTabBar(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)  # two short names have room beside the counter, once they are measured
        self.tabs.addTab("Văn bản đã đọc")
        self.tabs.addTab("Trang gốc")
        self.tabs.setTabToolTip(1, "Ảnh các trang của tệp gốc")
        self.tabs.currentChanged.connect(self._turn)
        self.counter = QToolButton(self)
        self.counter.setProperty("role", "flat")
        self.counter.setToolTip("Xem lần lượt các đoạn chưa thuộc mục nào (F7)")
        self.counter.clicked.connect(self.step_loose)
        QShortcut(Qt.Key.Key_F7, self).activated.connect(self.step_loose)
        head = QHBoxLayout()
        head.setContentsMargins(6, 2, 6, 0)
        head.addWidget(self.tabs)
        head.addStretch(1)
        head.addWidget(self.counter)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.pane)
        self._stack.addWidget(self.page_view)
        self._empty = QLabel("", self)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setProperty("role", "muted")
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    # --- what is shown -------------------------------------------------------------------------------------------
    def show_document(self, draft: Draft, reading: Reading | None, original: Path | None = None) -> None:
        """Shows a draft's text; ``original`` is the file whose pages the second tab shows, where it is a PDF."""
        self._close_pages()
        self._original, self._page_starts, self._step = original, draft.page_starts, -1
        is_pdf = original is not None and original.suffix.lower() == ".pdf"
        self.tabs.setTabVisible(1, is_pdf)
        self.tabs.updateGeometry()  # Qt keeps the width of a bar of one tab
        self.tabs.setCurrentIndex(0)
        self.pane.show_text(draft.text, reading)
        self._stack.setCurrentIndex(0)

    def show_nothing(self, words: str) -> None:
        """No document: says what could stand here."""
        self.show_document(Draft(Directive()), None)
        self.counter.hide()
        self._empty.setText(words)
        self._stack.setCurrentWidget(self._empty)

    def show_lights(self, lights: Sequence[Light], loose: Sequence[Span]) -> None:
        """The lights of the moment, and the stretches that belong to no item."""
        self._loose = tuple(loose)
        self.pane.show_lights(tuple(lights), self._loose)
        self.counter.setText(f"{len(loose)} đoạn chưa thuộc mục nào")
        self.counter.setVisible(bool(loose))

    def offer(self, uses: Sequence[Use], names: dict[str, str]) -> None:
        """What selected words may become, and what the lit fields are called."""
        self.bar.offer(uses)
        self.pane.name_fields(names)

    def choose(self, span: Span | None, *, item: int = 0) -> None:
        """Lights a stretch and the item it belongs to."""
        self.pane.choose(span, item=item)
        if span is not None and self._page_starts and self.tabs.currentIndex() == 1:
            self.page_view.go_to(max(1, sum(1 for start in self._page_starts if start <= span.start)))

    def step_loose(self) -> None:
        """The next stretch that belongs to no item, selected so that it can be made something."""
        if not self._loose:
            return
        self.tabs.setCurrentIndex(0)
        self._step = (self._step + 1) % len(self._loose)
        self.select(self._loose[self._step])

    def select(self, span: Span) -> None:
        """Selects words as the mouse would."""
        self.pane.choose(span)
        self.pane.select(span)
        self.pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def selected_span(self) -> Span | None:
        """What is selected now."""
        return self.pane.selected_span()

    # --- moves ---------------------------------------------------------------------------------------------------
    def _offer_uses(self, span: Span | None) -> None:
        if span is None:
            self.bar.hide()
        else:
            self.bar.show_beside(self.pane.rect_of(span))

    def _open_menu(self, where: QPoint) -> None:
        if self.pane.selected_span() is not None:
            menu = self.bar.menu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(where)

    def _take_words(self, key: str) -> None:
        span = self.pane.selected_span()
        if span is not None:
            self.pane.clear_selection()
            self.words_taken.emit(span, key)

    def _turn(self, tab: int) -> None:
        if tab == 1 and self._original is not None and self._pages is None:
            try:
                self._pages = PageImages(self._original)
            except UnreadableFile:
                self._empty.setText("Không mở được trang gốc của tệp này.")
                self._stack.setCurrentWidget(self._empty)
                return
            self.page_view.show_pages(self._pages)
        self._stack.setCurrentIndex(tab)

    def _close_pages(self) -> None:
        if self._pages is not None:
            self.page_view.show_pages(None)
            self._pages.close()
            self._pages = None
