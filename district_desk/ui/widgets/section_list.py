"""The list at the left of a page by which its sections are chosen, with rows as tall as those of the rail."""

from collections.abc import Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QListWidget, QWidget


class SectionList(QListWidget):
    """Names, one under the other. Rows are laid out anew when the list is shown, because it knows its style sheet
    from then on only; the places found before would let the rows overlap."""

    def __init__(self, name: str, sections: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "sections")
        self.setAccessibleName(name)
        self.addItems(list(sections))

    def showEvent(self, event: QShowEvent) -> None:
        self.doItemsLayout()
        super().showEvent(event)
