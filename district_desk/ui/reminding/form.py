"""How units are reminded: the way, the day, the letter or the person spoken to."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from district_desk.domain.assignments import Channel
from district_desk.domain.signing import SigningAs
from district_desk.ui.reminding import words as w
from district_desk.ui.widgets.date_field import DateField
from district_desk.ui.widgets.form import FormGrid
from district_desk.ui.widgets.signing_box import SigningBox


@dataclass(frozen=True, slots=True)
class Reminding:
    """What was filled in; what does not belong to the way is blank."""

    on: date
    channel: Channel
    notation: str
    dated: date | None
    person: str
    text: str


class RemindForm(QWidget):
    """The fields; ``changed()`` when any of them does."""

    changed = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.channel = QComboBox()
        for channel in w.WAYS:
            self.channel.addItem(w.way(channel), channel.value)
        self.on, self.dated, self.new_day = DateField(w.ON), DateField(w.DATED), DateField(w.NEW_DAY)
        self.on.set_value(today)
        self.new_day.setPlaceholderText(w.NEW_DAY_BLANK)
        self.notation, self.person, self.text = QLineEdit(), QLineEdit(), QLineEdit()
        self.signing = SigningBox(w.SIGNING, SigningAs.BY_ORDER)
        self.one_letter = QCheckBox(w.ONE_LETTER)
        grid = FormGrid(4)
        grid.add(w.CHANNEL, self.channel)
        grid.add(w.ON, self.on)
        self._of_letter = (grid.add(w.NOTATION, self.notation), grid.add(w.DATED, self.dated))
        self._more = FormGrid(4)
        self._more.add(w.NEW_DAY, self.new_day)
        self._more.add(w.SIGNING, self.signing, 2)
        self._more.add("", self.one_letter)
        self._of_call = grid.add(w.PERSON, self.person, 2)
        self._words = FormGrid(1)
        self._words.add(w.TEXT, self.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (grid, self._more, self._words):
            column.addWidget(part)
        self.channel.currentIndexChanged.connect(self._follow)
        for field in (self.on, self.dated, self.new_day):
            field.changed.connect(self.changed)
            field.textEdited.connect(self._edited)
        self._follow()

    @property
    def way(self) -> Channel:
        """The chosen way."""
        return Channel(self.channel.currentData())

    @property
    def is_ready(self) -> bool:
        """Whether every day can be read."""
        days = (self.dated, self.new_day) if self.way is Channel.DOCUMENT else ()
        return self.on.value is not None and not any(field.is_wrong for field in days)

    def answer(self) -> Reminding | None:
        """What was filled in, None while a day cannot be read."""
        if self.on.value is None or not self.is_ready:
            return None
        is_letter = self.way is Channel.DOCUMENT
        return Reminding(
            self.on.value,
            self.way,
            self.notation.text().strip() if is_letter else "",
            self.dated.value if is_letter else None,
            self.person.text().strip() if self.way is Channel.PHONE else "",
            self.text.text().strip(),
        )

    @Slot()
    def _follow(self) -> None:
        is_letter = self.way is Channel.DOCUMENT
        for row in self._of_letter:
            row.setVisible(is_letter)
        self._more.setVisible(is_letter)
        self._of_call.setVisible(self.way is Channel.PHONE)
        self.changed.emit()

    @Slot()
    def _edited(self) -> None:
        self.changed.emit()
