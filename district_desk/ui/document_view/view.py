"""The document at the left: read text with lights, or the page pictures of the original.

A scan opens on its pictures, because there the person sees what the machine may have misread; everything that is lit in
the text is lit there too, and both take the same moves.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QTabBar, QToolButton, QVBoxLayout, QWidget

from district_desk.domain.directives import Directive
from district_desk.domain.drafts import Draft
from district_desk.domain.problems import UnreadableFile
from district_desk.domain.reading import Box, BoxText, Reading, Span
from district_desk.ui.document_view.again_strip import AgainStrip
from district_desk.ui.document_view.lights import Light
from district_desk.ui.document_view.page_tools import PageTools
from district_desk.ui.document_view.picture_pane import PicturePane, Region
from district_desk.ui.document_view.selection_bar import AGAIN_KEY, SelectionBar, Use
from district_desk.ui.document_view.text_pane import TextPane
from district_desk.ui.preview.page_images import Pages, can_show, opened

TEXT, PAGES = 0, 1
_SWITCH_KEY: Final = "F6"
_MARGIN: Final = 0.15
"""Part of a line's height that is added round words before they are seen again: letters at an edge are not seen."""


class DocumentView(QFrame):
    """Text and pages of one document.

    ``light_chosen`` carries the Light that was clicked; ``words_taken`` a Span and the key of what it shall become;
    ``text_taken`` the same of a text that was read again, with the Span under it or None. ``again_wanted`` asks to read a
    rectangle again (page from 1, Box in its own unit), ``turn_wanted`` to read a page (from 1) turned by degrees.
    """

    light_chosen = Signal(object)
    words_taken = Signal(object, str)
    text_taken = Signal(str, str, object)
    again_wanted = Signal(int, object)
    turn_wanted = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._loose: tuple[Span, ...] = ()
        self._doubts: tuple[Span, ...] = ()
        self._page_starts: tuple[int, ...] = ()
        self._step = self._doubt = -1
        self._pages: Pages | None = None
        self._original: Path | None = None
        self._reading: Reading | None = None
        self._again: Span | None = None
        self.pane = TextPane(self)
        self.page_view = PicturePane(self)
        self.strip = AgainStrip(self)
        self.tools = PageTools(self)
        self._build()
        self.bar = SelectionBar(self._stack)
        self._connect()

    def _build(self) -> None:
        self.tabs = QTabBar(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)  # two short names have room beside the counter, once they are measured
        self.tabs.addTab("Chữ")
        self.tabs.addTab("Ảnh")
        self.tabs.setTabToolTip(TEXT, f"Chữ đã đọc ({_SWITCH_KEY})")
        self.tabs.setTabToolTip(PAGES, f"Ảnh các trang của tệp gốc ({_SWITCH_KEY})")
        self.counter = QToolButton(self)
        self.counter.setProperty("role", "flat")
        self.counter.setToolTip("Xem lần lượt các đoạn chưa thuộc mục nào (F7)")
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
        column.addWidget(self.strip)
        column.addWidget(self.tools)

    def _connect(self) -> None:
        for key, slot in (
            ("F7", self.step_loose), ("F8", self.step_doubt), (_SWITCH_KEY, self._switch), (AGAIN_KEY, self.read_again),
        ):  # fmt: skip
            QShortcut(QKeySequence(key), self).activated.connect(slot)
        self.counter.clicked.connect(self.step_loose)
        self.tabs.currentChanged.connect(self._turn_to)
        self.pane.lit_clicked.connect(self.light_chosen)
        self.pane.words_selected.connect(self._offer_uses)
        self.pane.menu_wanted.connect(self._open_menu)
        self.pane.verticalScrollBar().valueChanged.connect(self.bar.hide)
        self.page_view.lit_clicked.connect(self.light_chosen)
        self.page_view.region_drawn.connect(self._offer_for_region)
        self.page_view.menu_wanted.connect(self._open_menu)
        self.page_view.page_changed.connect(self._say_page)
        for moved in (self.page_view.verticalScrollBar(), self.page_view.horizontalScrollBar()):
            moved.valueChanged.connect(self.bar.hide)
        self.bar.chosen.connect(self._take_words)
        self.bar.again.connect(self.read_again)
        self.strip.taken.connect(self._take_again)
        self.tools.zoomed.connect(self._zoom)
        self.tools.turned.connect(self._ask_turn)
        self.tools.doubts_wanted.connect(self.step_doubt)

    # --- what is shown -------------------------------------------------------------------------------------------
    def show_document(self, draft: Draft, reading: Reading | None, original: Path | None = None) -> None:
        """Shows a draft's text; ``original`` is the file whose pages the second tab shows, a PDF or a picture. A scan is
        shown on its pages first."""
        self._close_pages()
        self.strip.hide()
        self.bar.hide()
        self._original, self._page_starts, self._step, self._doubt = original, draft.page_starts, -1, -1
        self._reading = reading
        self._doubts = tuple(word.span for _, word in reading.doubts()) if reading else ()
        has_pages = can_show(original)
        self.tabs.setTabVisible(PAGES, has_pages)
        self.tabs.updateGeometry()  # Qt keeps the width of a bar of one tab
        self.tabs.setCurrentIndex(TEXT)
        self.pane.show_text(draft.text, reading)
        self._stack.setCurrentIndex(TEXT)
        self._show_tools()
        if has_pages and reading is not None and reading.scanned:
            self.tabs.setCurrentIndex(PAGES)

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
        self.page_view.show_lights(tuple(lights), self._loose)
        self.counter.setText(f"{len(loose)} đoạn chưa thuộc mục nào")
        self.counter.setVisible(bool(loose))

    def offer(self, uses: Sequence[Use], names: dict[str, str], again: Sequence[Use] = ()) -> None:
        """What selected words may become, what the lit fields are called, and what a text that was read again may."""
        self.bar.offer(uses)
        self.strip.offer(again)
        self.pane.name_fields(names)
        self.page_view.name_fields(names)

    def aim(self, use: str) -> None:
        """The use that fits the field in which the person is."""
        self.strip.aim(use)

    def choose(self, span: Span | None, *, item: int = 0) -> None:
        """Lights a stretch and the item it belongs to."""
        self.pane.choose(span, item=item)
        if self._pages is None:
            return
        self.page_view.choose(span, item=item)
        if span is not None and self._page_starts and not self.page_view.knows_places:
            self.page_view.go_to(max(1, sum(1 for start in self._page_starts if start <= span.start)))

    def step_loose(self) -> None:
        """The next stretch that belongs to no item, selected so that it can be made something."""
        if self._loose:
            self._step = (self._step + 1) % len(self._loose)
            self.select(self._loose[self._step])

    def step_doubt(self) -> None:
        """The next word that recognition doubts."""
        if self._doubts:
            self._doubt = (self._doubt + 1) % len(self._doubts)
            self.select(self._doubts[self._doubt])

    def select(self, span: Span) -> None:
        """Selects words as the mouse would."""
        if self._is_on_pages and self.page_view.first_place(span) is not None:
            self.page_view.choose(span)
            self.page_view.select(span)
            self.page_view.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.tabs.setCurrentIndex(TEXT)
        self.pane.choose(span)
        self.pane.select(span)
        self.pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def selected_span(self) -> Span | None:
        """What is selected now."""
        if self._is_on_pages:
            return self.page_view.region.span if self.page_view.region else None
        return self.pane.selected_span()

    def clear_selection(self) -> None:
        """Nothing is selected any more."""
        self.pane.clear_selection()
        self.page_view.clear_region()

    @property
    def _is_on_pages(self) -> bool:
        return self._stack.currentWidget() is self.page_view

    # --- moves ---------------------------------------------------------------------------------------------------
    def _offer_uses(self, span: Span | None) -> None:
        if span is None:
            self.bar.hide()
        else:
            place = self.pane.rect_of(span).translated(self.pane.pos())
            self.bar.show_beside(place, on_picture=self.page_view.first_place(span) is not None)

    def _offer_for_region(self, region: Region | None) -> None:
        if region is None:
            self.bar.hide()
        else:
            place: QRect = self.page_view.rect_of_region().translated(self.page_view.pos())
            self.bar.show_beside(place, has_words=region.span is not None, on_picture=True)

    def _open_menu(self, where: QPoint) -> None:
        if self.selected_span() is not None or (self._is_on_pages and self.page_view.region):
            menu = self.bar.menu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(where)

    def _take_words(self, key: str) -> None:
        span = self.selected_span()
        if span is not None:
            self.clear_selection()
            self.words_taken.emit(span, key)

    # --- reading again -------------------------------------------------------------------------------------------
    def read_again(self) -> None:
        """Asks to read the drawn rectangle again, or the place of the words that are selected in the text."""
        place = self._place_again()
        if place is not None:
            self.bar.hide()
            self._again = self.selected_span()
            self.again_wanted.emit(*place)

    def _place_again(self) -> tuple[int, Box] | None:
        if self._is_on_pages:
            region = self.page_view.region
            return (region.page, region.box) if region else None
        span = self.pane.selected_span()
        found = self.page_view.first_place(span) if span else None
        return (found[0], _widened(found[1])) if found else None

    def show_again(self, read: BoxText) -> None:
        """Offers what was read again."""
        self.strip.show_text(read)

    def _take_again(self, text: str, key: str) -> None:
        span, self._again = self._again, None
        self.clear_selection()
        self.text_taken.emit(text, key, span)

    # --- pages ---------------------------------------------------------------------------------------------------
    def _switch(self) -> None:
        if self.tabs.isTabVisible(PAGES):
            self.tabs.setCurrentIndex(TEXT if self.tabs.currentIndex() == PAGES else PAGES)
            looked_at = self.page_view if self._is_on_pages else self.pane
            looked_at.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn_to(self, tab: int) -> None:
        self.bar.hide()
        if tab == PAGES and self._original is not None and self._pages is None and not self._open_pages():
            self._empty.setText("Không mở được trang gốc của tệp này.")
            self._stack.setCurrentWidget(self._empty)
        else:
            self._stack.setCurrentIndex(tab)
        self._show_tools()

    def _open_pages(self) -> bool:
        assert self._original is not None
        scanned = self._reading.scanned if self._reading else ()
        try:
            self._pages = opened(self._original, {page.number - 1: page.turned for page in scanned})
        except UnreadableFile:
            return False
        self.page_view.show_scan(self._pages, self._reading)
        return True

    def _close_pages(self) -> None:
        self.page_view.show_scan(None, None)
        if self._pages is not None:
            self._pages.close()
            self._pages = None

    def _show_tools(self) -> None:
        scanned = bool(self._reading and self._reading.scanned)
        self.tools.show_tools(doubts=len(self._doubts), on_pages=self._is_on_pages, may_turn=scanned)
        self._say_page()

    def _say_page(self) -> None:
        self.tools.say_page(self.page_view.page, len(self._pages) if self._pages else 0)

    def _zoom(self, steps: int) -> None:
        if steps:
            self.page_view.zoom_by(steps)
        else:
            self.page_view.fit_width()

    def _ask_turn(self, degrees: int) -> None:
        page = self.page_view.page
        if page and self._pages is not None:
            self.turn_wanted.emit(page, (self._pages.turned(page - 1) + degrees) % 360)


def _widened(box: Box) -> Box:
    edge = _MARGIN * (box.bottom - box.top)
    return Box(max(0.0, box.left - edge), max(0.0, box.top - edge), box.right + edge, box.bottom + edge)
