"""Filter chips with counts: one is chosen at a time, arrows move between them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QPushButton, QWidget

from district_desk.ui.words import count


class Chips(QWidget):
    """A row of chips. ``chosen(str)`` names the key of the new one."""

    chosen = Signal(str)

    def __init__(self, names: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = dict(names)
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.fontMetrics().height() // 3)
        for key, name in names:
            chip = QPushButton(name)
            chip.setProperty("role", "chip")
            chip.setProperty("key", key)
            chip.setCheckable(True)
            chip.setAutoDefault(False)
            self._group.addButton(chip)
            self._buttons[key] = chip
            row.addWidget(chip)
        row.addStretch(1)
        self._group.buttonClicked.connect(self._clicked)
        self.choose(names[0][0])

    @property
    def current(self) -> str:
        """The key of the chosen chip."""
        return next(key for key, chip in self._buttons.items() if chip.isChecked())

    def choose(self, key: str) -> None:
        """Choose without a signal."""
        self._buttons[key].setChecked(True)

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Write the counts behind the names; a chip without a count shows its name alone."""
        for key, chip in self._buttons.items():
            number = counts.get(key)
            chip.setText(self._names[key] if number is None else f"{self._names[key]} {count(number)}")

    @Slot(QAbstractButton)
    def _clicked(self, chip: QAbstractButton) -> None:
        self.chosen.emit(str(chip.property("key")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        chips = [chip for chip in self._buttons.values() if chip.isVisible()]
        place = next((i for i, chip in enumerate(chips) if chip.isChecked()), 0)
        chip = chips[(place + step) % len(chips)]
        chip.setFocus()
        chip.click()
