"""The detail pane: one line, and everything that happened to it, with the evidence."""

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QAction, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QHBoxLayout, QHeaderView, QStackedWidget, QTreeView, QVBoxLayout, QWidget

from district_desk.desk.limit_words import period_name
from district_desk.desk.line_view import LineView
from district_desk.desk.words import CHANNELS, EVENTS, OVERLAYS, ROLES, field_name
from district_desk.domain.assignments import Channel, Event, EventKind
from district_desk.domain.directives import Attachment
from district_desk.domain.items import place_in_words
from district_desk.ui.tasks import words as w
from district_desk.ui.widgets.buttons import ActionButton
from district_desk.ui.widgets.labels import label
from district_desk.ui.widgets.measure import letters
from district_desk.ui.widgets.record_header import RecordHeader
from district_desk.ui.words import day, last_moment, size

_FILE_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_LINE_ROLE: Final = Qt.ItemDataRole.UserRole + 2
_DAY_LETTERS: Final = 14


class LinePane(QFrame):
    """One line. ``file_wanted(Attachment)`` for evidence, ``line_wanted(int)`` for a line before or after a transfer."""

    file_wanted = Signal(object)
    line_wanted = Signal(int)

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.header = RecordHeader()
        self.history = _tree()
        self.history.activated.connect(self._open)
        self._nothing = label(w.NO_HISTORY, role="muted")
        buttons = QHBoxLayout()
        for action in actions:
            buttons.addWidget(ActionButton(action))
        record = QWidget()
        column = QVBoxLayout(record)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.header)
        column.addWidget(label(w.HISTORY, role="heading"))
        column.addWidget(self._nothing)
        column.addWidget(self.history, 1)
        column.addLayout(buttons)
        nothing_chosen = label(w.NOTHING_CHOSEN, role="muted")
        nothing_chosen.setWordWrap(True)
        nothing_chosen.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(nothing_chosen)
        self._stack.addWidget(record)
        unit = self.fontMetrics().height()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(unit // 2, unit // 2, unit // 2, unit // 2)
        outer.addWidget(self._stack)

    def show_nothing(self) -> None:
        """No line is chosen."""
        self._stack.setCurrentIndex(0)

    def show_line(self, view: LineView, state: str) -> None:
        """Show a line; ``state`` is its standing in words."""
        row = view.row
        self.header.show_record(row.unit, state, " ".join(row.text.split()), list(_facts(view)))
        model = self.history.model()
        assert isinstance(model, QStandardItemModel)
        model.removeRows(0, model.rowCount())
        for event in reversed(view.life.events):
            model.appendRow(_event_row(event, view))
        self.history.expandAll()
        self._nothing.setVisible(not view.life.events)
        self._stack.setCurrentIndex(1)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        first = index.siblingAtColumn(0)
        if isinstance(file := first.data(_FILE_ROLE), Attachment):
            self.file_wanted.emit(file)
        elif line := first.data(_LINE_ROLE):
            self.line_wanted.emit(int(line))


def _facts(view: LineView) -> Iterator[tuple[str, str]]:
    row = view.row
    line = row.assignment
    place = place_in_words(row.path, row.kind)
    yield "Văn bản", " · ".join(part for part in (row.notation or row.subject, place) if part)
    yield "Kỳ", period_name(line.period) if line.period else ""
    yield "Vai trò", ROLES[line.role]
    yield "Ngày giao", day(line.given)
    yield "Hạn", last_moment(row.standing.due, row.hour) or row.phrase
    yield "Hạn giao ban đầu", day(line.due) if line.due != row.standing.due else ""
    yield "Ghi chú", ", ".join(OVERLAYS[mark] for mark in view.overlays)
    yield "Phụ trách", line.person
    yield "Sản phẩm", line.product
    yield "Tiến độ", f"{view.life.percent} %" if view.life.percent is not None else ""
    yield "Nguyên nhân chậm", view.life.cause


def _event_row(event: Event, view: LineView) -> list[QStandardItem]:
    cells = _cells(day(event.on), _heading(event))
    for name, value in _told(event):
        cells[0].appendRow(_cells(name, value))
    for file in view.files.get(event.id, ()):
        own = _cells("Tệp", f"{file.name} ({size(file.size)})", tip=f"Enter mở {file.name}")
        own[0].setData(file, _FILE_ROLE)
        cells[0].appendRow(own)
    if event.other_id:
        own = _cells("Việc mới", "Xem dòng của đơn vị nhận", tip="Enter xem dòng đó")
        own[0].setData(event.other_id, _LINE_ROLE)
        cells[0].appendRow(own)
    return cells


def _heading(event: Event) -> str:
    said = EVENTS[event.kind]
    if event.kind is EventKind.EXTENDED:
        return f"{said}: {day(event.old_due) or '(không hạn)'} → {day(event.new_due)}"
    if event.kind is EventKind.REMINDED and event.ordinal:
        return f"{said} lần {event.ordinal}"
    if event.percent is not None:
        return f"{said}: {event.percent} %"
    if event.counts_on and event.counts_on != event.on:
        return f"{said} (tính ngày {day(event.counts_on)})"
    return said


def _told(event: Event) -> Iterator[tuple[str, str]]:
    """What an event says beside its heading, blanks left out."""
    paper = ", ".join(part for part in (event.notation, day(event.dated)) if part)
    told = (
        ("text", event.text), ("reason", event.reason), ("person", event.person), ("decided_by", event.decided_by),
        ("channel", CHANNELS[event.channel] if event.channel is not Channel.NONE else ""), ("notation", paper),
        ("asked_notation", event.asked_notation),
    )  # fmt: skip
    for key, value in told:
        if value:
            name = "Người báo" if key == "person" else field_name(key)
            yield f"{name[0].upper()}{name[1:]}", " ".join(value.split())


def _cells(name: str, words: str, *, tip: str = "") -> list[QStandardItem]:
    cells = [QStandardItem(name), QStandardItem(words)]
    for cell in cells:
        cell.setToolTip(tip or f"{name}: {words}")
    return cells


def _tree() -> QTreeView:
    tree = QTreeView()
    tree.setAccessibleName(w.HISTORY)
    model = QStandardItemModel(0, 2, tree)
    model.setHorizontalHeaderLabels(list(w.HISTORY_HEADINGS))
    tree.setModel(model)
    tree.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
    tree.setAllColumnsShowFocus(True)
    tree.setWordWrap(True)
    tree.setIndentation(tree.fontMetrics().height() * 2 // 3)
    tree.setMinimumHeight(tree.fontMetrics().height() * 4)
    tree.header().setStretchLastSection(False)
    tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
    tree.header().resizeSection(0, letters(tree, _DAY_LETTERS))
    tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    return tree
