"""A list of topics and the text of one; F1 opens it at the page one came from, Esc goes back there."""

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtWidgets import QSplitter, QTextBrowser, QWidget

from district_desk.desk.shipped import shipped
from district_desk.ui.help import words as w
from district_desk.ui.operations import Operations
from district_desk.ui.widgets.page import Page
from district_desk.ui.widgets.section_list import SectionList


class HelpPage(Page):
    """``left()`` when the person goes back."""

    left = Signal()

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(operations, parent)
        self.set_words(w.TITLE)
        back = self.add_action(w.BACK, key="Esc", picture="back")
        back.setToolTip(w.BACK)
        back.triggered.connect(self.left)
        self.add_button(back)
        self._keys = ""
        self.topics = SectionList(w.TOPICS_NAME, [name for _, name in w.TOPICS])
        self.text = QTextBrowser()
        self.text.setAccessibleName(w.TEXT_NAME)
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self._link)
        self.text.document().setDocumentMargin(self.fontMetrics().height())
        unit = self.fontMetrics().height()
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(self.topics)
        split.addWidget(self.text)
        split.setStretchFactor(1, 1)
        split.setSizes([unit * 13, unit * 50])
        self.body.addWidget(split, 1)
        self.topics.currentRowChanged.connect(self._row_chosen)

    @property
    def help_topic(self) -> str:
        """The topic that is shown."""
        return w.TOPICS[max(0, self.topics.currentRow())][0]

    def shown(self) -> None:
        self.topics.setFocus()

    def show_topic(self, topic: str) -> None:
        """Open a topic; one that is not known opens the first."""
        row = next((place for place, (key, _) in enumerate(w.TOPICS) if key == topic), 0)
        if row == self.topics.currentRow():
            self._row_chosen(row)
        self.topics.setCurrentRow(row)

    def show_keys(self, everywhere: Iterable[QAction], here: Iterable[QAction]) -> None:
        """Open the list of keys, made from the actions themselves, so that it is never behind them."""
        of_page = [action for action in here if not action.shortcut().isEmpty()]
        parts = [_key_table(w.KEYS_EVERYWHERE, _rows(everywhere)), _key_table("", w.KEYS_OF_LISTS)]
        if of_page:
            parts.insert(0, _key_table(w.KEYS_HERE, _rows(of_page)))
        self._keys = "".join(parts)
        self.show_topic(w.KEYS)

    @Slot(int)
    def _row_chosen(self, row: int) -> None:
        topic = w.TOPICS[max(0, row)][0]
        written = shipped("resources", "help", f"{topic}.md").read_text("utf-8")
        self.text.document().setMarkdown(written, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        if topic == w.KEYS:
            cursor = self.text.textCursor()
            cursor.movePosition(cursor.MoveOperation.End)
            cursor.insertBlock()
            cursor.insertHtml(self._keys or _key_table("", w.KEYS_OF_LISTS))
        self.text.moveCursor(self.text.textCursor().MoveOperation.Start)

    @Slot(QUrl)
    def _link(self, url: QUrl) -> None:
        self.show_topic(url.path().removesuffix(".md"))


def _rows(actions: Iterable[QAction]) -> list[tuple[str, str]]:
    return [(action.shortcut().toString(), action.text().replace("…", "")) for action in actions]


def _key_table(heading: str, rows: Sequence[tuple[str, str]]) -> str:
    lines = "".join(
        f"<tr><td><b>{escape(key)}</b>&nbsp;&nbsp;</td><td>{escape(text)}</td></tr>" for key, text in rows if key
    )
    head = f"<h3>{escape(heading)}</h3>" if heading else "<p></p>"
    return f"{head}<table cellpadding='3'>{lines}</table>"
