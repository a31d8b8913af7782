"""The foot of the window: what is shown, what was done last, when it was last copied, where it lies; long work above."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QWidget

from district_desk.ui.operations import Operations, Task
from district_desk.ui.widgets.buttons import button
from district_desk.ui.widgets.labels import ElidedLabel, label


class FootLine(QFrame):
    """``undo_wanted()`` when *Hoàn tác* is clicked beside the last action, ``redo_wanted()`` for *Làm lại*."""

    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("foot")
        self._shown = ElidedLabel()
        self._done = label("", role="heading")
        self._undo = button("Hoàn tác", self.undo_wanted.emit, role="link", tip="Hoàn tác thao tác vừa làm (Ctrl+Z)")
        redo_tip = "Làm lại thao tác vừa hoàn tác (Ctrl+Shift+Z)"
        self._redo = button("Làm lại", self.redo_wanted.emit, role="link", tip=redo_tip)
        self._kept = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle)
        self._kept.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        unit = self.fontMetrics().height()
        row = QHBoxLayout(self)
        row.setContentsMargins(unit // 2, 1, unit // 2, 1)
        row.setSpacing(unit // 2)
        row.addWidget(self._shown, 3)
        row.addWidget(self._done)
        row.addWidget(self._undo)
        row.addWidget(self._redo)
        row.addWidget(self._kept, 4)
        self.setMinimumHeight(round(unit * 1.6))
        self.set_done("")

    def set_shown(self, words: str) -> None:
        """Which register and year, and how many."""
        self._shown.setText(words)

    def set_done(self, words: str, *, undoable: bool = False, redoable: bool = False) -> None:
        """The last action in the past tense, and whether it can be taken back, or, an undo itself, made again."""
        self._done.setText(words)
        self._done.setVisible(bool(words))
        self._undo.setVisible(undoable)
        self._redo.setVisible(redoable)

    def set_kept(self, words: str) -> None:
        """When the last snapshot was taken and where the data lie."""
        self._kept.setText(words)

    @property
    def done(self) -> str:
        """What is said of the last action."""
        return self._done.text()


class WorkStrip(QFrame):
    """Appears when work lasts: what is being done, how far, and *Dừng* where it can be stopped."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self._task: Task | None = None
        self._words = ElidedLabel()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._stop: QPushButton = button("Dừng", self._halt, picture="stop", tip="Dừng việc đang làm")
        unit = self.fontMetrics().height()
        self._bar.setFixedWidth(unit * 12)
        self._bar.setFixedHeight(unit * 2 // 3)
        row = QHBoxLayout(self)
        row.setContentsMargins(unit // 2, unit // 5, unit // 2, unit // 5)
        row.addWidget(self._words, 1)
        row.addWidget(self._bar)
        row.addWidget(self._stop)
        operations.lasting.connect(self._show)
        operations.progressed.connect(self._progress)
        self.hide()

    @Slot(object)
    def _show(self, task: Task | None) -> None:
        self._task = task
        if task is not None:
            self._words.setText(task.title or "Đang làm việc…")
            self._bar.setRange(0, 0)
            self._stop.setVisible(task.stoppable)
            self._stop.setEnabled(True)
        self.setVisible(task is not None)

    @Slot(int, int)
    def _progress(self, done: int, total: int) -> None:
        self._bar.setRange(0, max(0, total))
        self._bar.setValue(done)

    def _halt(self) -> None:
        if self._task is not None:
            self._task.progress.halt()
            self._stop.setEnabled(False)
            self._words.setText("Đang dừng…")
