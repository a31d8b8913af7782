"""How long documents waited from arrival to the giving of work: a line below the day, and the slow ones to open."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from district_desk.desk.delays import Meter, Waiting
from district_desk.ui.theme import Tone
from district_desk.ui.today import meter_words as w
from district_desk.ui.widgets.badge import Badge, Shape
from district_desk.ui.widgets.labels import label
from district_desk.ui.widgets.paged_model import Column
from district_desk.ui.widgets.record_list import RecordList
from district_desk.ui.words import day


class MeterLine(QWidget):
    """The figures of the last days. ``wanted()`` when the slow documents are to be shown, or no longer."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.told = label("", role="muted")
        self.told.setWordWrap(True)
        self.slow = QPushButton()
        self.slow.setProperty("role", "chip")
        self.slow.setCheckable(True)
        self.slow.setAutoDefault(False)
        self.slow.setToolTip(w.TIP)
        self.slow.clicked.connect(self.wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.told, 1)
        row.addWidget(self.slow)

    def show_meter(self, meter: Meter, days: int, slow: int) -> None:
        """The figures over so many days, and how many of the documents were slow."""
        self.told.setText(w.waiting(meter, days))
        self.slow.setText(w.documents(slow))
        self.slow.setChecked(self.slow.isChecked() and slow > 0)
        self.slow.setVisible(slow > 0)


class SlowModel(RecordList[Waiting]):
    """The documents that waited too long, in the order of their arrival, by the id of their directives."""

    def __init__(self, parent: QObject | None = None) -> None:
        columns = (
            Column[Waiting]("until", "Hạn", lambda each: day(each.in_time_until), 11),
            Column[Waiting]("steps", "Bước chậm", lambda each: w.steps(each.entry, each.over), 36, grows=True),
            Column[Waiting]("origin", "Văn bản", lambda each: each.notation, 24),
            Column[Waiting]("state", "Tình trạng", lambda each: badge_of(each).words, 14,
                            badge=badge_of, longest="Chậm 8888 ngày"),
        )  # fmt: skip
        super().__init__(columns, lambda each: each.entry.directive_id, parent)


def badge_of(waiting: Waiting) -> Badge:
    """How slow, red while a late step is still not done."""
    waits = any(waiting.entry.on(stage) is None for stage in waiting.late)
    tone, shape = (Tone.DANGER, Shape.TRIANGLE) if waits else (Tone.NEUTRAL, Shape.RING)
    return Badge(w.slow(max(waiting.over.values())), tone, shape)
