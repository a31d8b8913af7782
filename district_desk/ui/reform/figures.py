"""A figure of the page and its name, in a panel."""

from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout

from district_desk.ui.theme import Tone, colours
from district_desk.ui.widgets.labels import label


class Figure(QFrame):
    """A figure and its name; nothing to press."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self._figure = label("", role="figure")
        self._name = label(name, role="muted")
        self._name.setWordWrap(True)
        column = QVBoxLayout(self)
        column.addWidget(self._figure)
        column.addWidget(self._name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def show_name(self, name: str) -> None:
        """Say what the figure is."""
        self._name.setText(name)

    def show_figure(self, figure: str, tone: Tone = Tone.NEUTRAL) -> None:
        """Write the figure in the colour of what it means."""
        self._figure.setText(figure)
        ink, _ = colours().of_tone(tone)
        self._figure.setStyleSheet(f"color: {ink}")
        self.setAccessibleName(f"{self._name.text()}: {figure}")
