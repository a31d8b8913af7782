"""The look by days: a month as a sheet, on each day how many lines fall due, days off shaded."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from district_desk.domain.task_looks import DueDay
from district_desk.ui.tasks import words as w
from district_desk.ui.theme import Tone, colours
from district_desk.ui.widgets.badge import Badge, Shape, badge_size, paint_badge
from district_desk.ui.widgets.buttons import button, tool_button
from district_desk.ui.widgets.labels import label
from district_desk.ui.widgets.paged_model import Index
from district_desk.ui.words import count, long_day

WEEKS: Final = 6
_DAYS: Final = 7
DAY_ROLE: Final = Qt.ItemDataRole.UserRole + 11
_BADGES_ROLE: Final = Qt.ItemDataRole.UserRole + 12
_OFF_ROLE: Final = Qt.ItemDataRole.UserRole + 13
_OUTSIDE_ROLE: Final = Qt.ItemDataRole.UserRole + 14


def sheet_days(first: date) -> tuple[date, date]:
    """The first and the last day on the sheet of a month: six whole weeks from a Monday on."""
    start = first - timedelta(days=first.weekday())
    return start, start + timedelta(days=WEEKS * _DAYS - 1)


class MonthModel(QAbstractTableModel):
    """Six weeks of seven days."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.first = date(2000, 1, 1)
        self.today = self.near = date.min
        self._due: dict[date, DueDay] = {}
        self._is_working: Callable[[date], bool] = _any_day

    def show(
        self, first: date, due: Iterable[DueDay], is_working: Callable[[date], bool], today: date, near: date
    ) -> None:  # fmt: skip
        """Show the month that begins on ``first``; ``near`` is the last day that counts as "sắp đến hạn"."""
        self.beginResetModel()
        self.first, self.today, self.near, self._is_working = first, today, near, is_working
        self._due = {each.day: each for each in due}
        self.endResetModel()

    def day_at(self, index: Index) -> date:
        """The day of a cell."""
        return sheet_days(self.first)[0] + timedelta(days=index.row() * _DAYS + index.column())

    def place_of(self, day: date) -> QModelIndex:
        """The cell of a day; an invalid index where it is not on the sheet."""
        number = (day - sheet_days(self.first)[0]).days
        return self.index(*divmod(number, _DAYS)) if 0 <= number < WEEKS * _DAYS else QModelIndex()

    def due_on(self, day: date) -> DueDay:
        """What falls due on a day."""
        return self._due.get(day, DueDay(day, 0, 0))

    def month_total(self) -> int:
        """How many lines fall due in the month itself."""
        return sum(each.open + each.done for each in self._due.values() if _same_month(each.day, self.first))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else WEEKS

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else _DAYS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        day = self.day_at(index)
        due = self.due_on(day)
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(part for part in (str(day.day), w.day_lines(due.open, due.done)) if part)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            off = "" if self._is_working(day) else w.DAY_OFF
            return "\n".join(part for part in (long_day(day), off, w.day_lines(due.open, due.done)) if part)
        return self._own(role, day, due)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole and 0 <= section < _DAYS:
            return w.WEEK[section]
        return None

    def _own(self, role: int, day: date, due: DueDay) -> Any:
        if role == DAY_ROLE:
            return day
        if role == _BADGES_ROLE:
            return self._badges(due)
        if role == _OFF_ROLE:
            return not self._is_working(day)
        return not _same_month(day, self.first) if role == _OUTSIDE_ROLE else None

    def _badges(self, due: DueDay) -> tuple[Badge, ...]:
        tone, shape = Tone.RUNNING, Shape.DISC
        if due.day < self.today:
            tone, shape = Tone.DANGER, Shape.TRIANGLE
        elif due.day <= self.near:
            tone, shape = Tone.WARNING, Shape.DIAMOND
        is_open = (Badge(f"Còn {count(due.open)}", tone, shape),) if due.open else ()
        return (*is_open, *((Badge(f"Xong {count(due.done)}", Tone.GOOD, Shape.TICK),) if due.done else ()))


class DayDelegate(QStyledItemDelegate):
    """A day: its number, then what falls due on it; days off shaded, today framed."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.initStyleOption(option, index)
        area, unit, look = QRectF(option.rect), option.fontMetrics.height(), colours()
        chosen = option.state & QStyle.StateFlag.State_Selected
        painter.save()
        if chosen or index.data(_OFF_ROLE):
            painter.fillRect(area, QColor(look.accent_soft if chosen else look.neutral_soft))
        painter.setPen(QColor(look.muted if index.data(_OUTSIDE_ROLE) else look.text))
        model, day = index.model(), index.data(DAY_ROLE)
        font = QFont(option.font)
        font.setBold(isinstance(model, MonthModel) and day == model.today)
        painter.setFont(font)
        inner = area.adjusted(unit / 3, unit / 4, -unit / 3, -unit / 6)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight), str(day.day))
        painter.setFont(option.font)
        _paint_badges(painter, index.data(_BADGES_ROLE), inner)
        if font.bold():
            painter.setPen(QPen(QColor(look.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(1, 1, -2, -2))
        painter.restore()


class CalendarLook(QWidget):
    """A month with its head.

    Signals:
        month_wanted(date): the first day of the month to show.
        day_opened(date): Enter or double click on a day on which lines fall due.
    """

    month_wanted = Signal(object)
    day_opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.model = MonthModel(self)
        self._title = label("", role="heading")
        self.table = DayTable(self.model)
        head = QHBoxLayout()
        head.addWidget(tool_button("back", f"{w.PREVIOUS} (PgUp)", self.previous))
        head.addWidget(self._title)
        head.addWidget(tool_button("next", f"{w.NEXT} (PgDn)", self.next))
        head.addWidget(button(w.THIS_MONTH, self.this_month, role="link"))
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        self.table.turned.connect(self._turn)
        self.table.opened.connect(self.day_opened)

    def show_month(
        self, first: date, due: Iterable[DueDay], is_working: Callable[[date], bool], today: date, near: date
    ) -> None:  # fmt: skip
        """Show a month; the day that was current stays so where it is on the sheet, or else today, or the first."""
        before = self.model.day_at(self.table.currentIndex()) if self.table.currentIndex().isValid() else today
        self.model.show(first, due, is_working, today, near)
        self._title.setText(w.month(first))
        kept = before if _same_month(before, first) else today if _same_month(today, first) else first
        self.table.setCurrentIndex(self.model.place_of(kept))

    @Slot()
    def previous(self) -> None:
        """The month before."""
        self._turn(-1)

    @Slot()
    def next(self) -> None:
        """The month after."""
        self._turn(1)

    @Slot()
    def this_month(self) -> None:
        """The month of today."""
        self.month_wanted.emit(self.model.today.replace(day=1))

    @Slot(int)
    def _turn(self, months: int) -> None:
        number = self.model.first.year * 12 + self.model.first.month - 1 + months
        if date.min.year < number // 12 < date.max.year:
            self.month_wanted.emit(date(number // 12, number % 12 + 1, 1))


class DayTable(QTableView):
    """The sheet. ``opened(date)`` for a day with lines, ``turned(int)`` for another month."""

    opened = Signal(object)
    turned = Signal(int)

    def __init__(self, model: MonthModel) -> None:
        super().__init__()
        self._month = model
        self.setAccessibleName(w.MONTH_TABLE)
        self.setModel(model)
        self.setItemDelegate(DayDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setMinimumSectionSize(round(self.fontMetrics().height() * 2.9))
        self.horizontalHeader().setHighlightSections(False)
        self.clicked.connect(self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        turns = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        key = Qt.Key(event.key())
        if key in turns:
            self.turned.emit(turns[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        day = self._month.day_at(index)
        due = self._month.due_on(day)
        if index.isValid() and due.open + due.done:
            self.opened.emit(day)


def _paint_badges(painter: QPainter, badges: tuple[Badge, ...], area: QRectF) -> None:
    metrics = painter.fontMetrics()
    top, room = area.top(), area.width() - metrics.horizontalAdvance("000")
    for badge in badges:
        height = badge_size(badge, metrics).height()
        if top + height > area.bottom() + metrics.height() / 4:
            return
        paint_badge(painter, badge, QRectF(area.left(), top, room, height))
        top += height * 1.08


def _same_month(day: date, first: date) -> bool:
    return (day.year, day.month) == (first.year, first.month)


def _any_day(day: date) -> bool:
    del day
    return True
