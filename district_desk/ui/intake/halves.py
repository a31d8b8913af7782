"""How the screen is divided: the document at the left; at the right the form or the chosen item, above the items.

The chosen item takes the place of the form, so that the list of items below keeps its place and its height.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from district_desk.ui.document_view import DocumentView
from district_desk.ui.intake import words
from district_desk.ui.intake.form import DirectiveForm
from district_desk.ui.intake.items_panel import ItemsPanel

FORM, ITEM = 0, 1


class Halves(QSplitter):
    """Holds the document, the form, the items and the editor of the chosen one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        em = self.fontMetrics().height()
        self.document = DocumentView(self)
        self.form = DirectiveForm()
        self.items = ItemsPanel(self)
        self.tabs = QTabBar(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.addTab(words.FORM_TAB)
        self.tabs.addTab(words.ITEM_TAB)
        self._cards = QStackedWidget(self)
        self._cards.addWidget(_scrolled(self.form))
        self._cards.addWidget(_scrolled(self.items.editor))
        self.tabs.currentChanged.connect(self._cards.setCurrentIndex)
        self.side = QSplitter(Qt.Orientation.Vertical, self)
        self.side.addWidget(self._above(em))
        self.side.addWidget(self.items)
        self.addWidget(self.document)
        self.addWidget(self.side)
        self._size(em)

    def _above(self, em: int) -> QWidget:
        above = QWidget(self)
        column = QVBoxLayout(above)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em // 4)
        column.addWidget(self.tabs)
        column.addWidget(self._cards, 1)
        return above

    def _size(self, em: int) -> None:
        for splitter, width in ((self, em * 2 // 3), (self.side, em // 2)):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(width)
        self.side.setStretchFactor(1, 1)
        self.setSizes([430, 570])
        self.side.setSizes([em * 16, em * 20])
        self.document.setMinimumWidth(em * 16)
        self.items.setMinimumHeight(em * 10)

    def show_card(self, card: int) -> None:
        """Shows the form or the chosen item."""
        if self.tabs.currentIndex() != card:
            self.tabs.setCurrentIndex(card)

    def say_lacking(self, count: int) -> None:
        """How many required fields are still blank, on the tab of the form."""
        self.tabs.setTabText(FORM, f"{words.FORM_TAB} · {words.lacking(count)}" if count else words.FORM_TAB)


def _scrolled(inner: QWidget) -> QScrollArea:
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(inner)
    return scroll
