"""The empty place: what belongs here, and how to begin."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from district_desk.ui.icons import icon
from district_desk.ui.widgets.buttons import ActionButton
from district_desk.ui.widgets.labels import label


class EmptyPlace(QWidget):
    """A picture, two sentences and the actions with which one begins."""

    def __init__(self, picture: str, heading: str, sentence: str, *actions: QAction) -> None:
        super().__init__()
        side = self.fontMetrics().height() * 3
        drawing = QLabel()
        drawing.setPixmap(icon(picture, "muted").pixmap(side, side))
        drawing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._heading = label(heading, role="record")
        self._sentence = label(sentence, role="muted")
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(drawing)
        for words in (self._heading, self._sentence):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            words.setWordWrap(True)
            column.addWidget(words)
        row = QHBoxLayout()
        row.addStretch(1)
        for place, action in enumerate(actions):
            row.addWidget(ActionButton(action, "" if place else "primary"))
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)

    def say(self, heading: str, sentence: str) -> None:
        """Say something else, for instance that a filter leaves nothing."""
        self._heading.setText(heading)
        self._sentence.setText(sentence)
