"""A chart of lying bars on the screen, painted like the printed one: the second series hatched, the limit dashed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from district_desk.ui.theme import colours

_MOST: Final = 100.0
_LABELS: Final = 0.45
"""The most of the width that labels take."""
_MARKS: Final = (0, 25, 50, 75, 100)


@dataclass(frozen=True, slots=True)
class ChartBar:
    """A label with a value a series in per cent, None where there is none, and the values as they are written."""

    label: str
    values: tuple[float | None, ...]
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn: names of the series, the bars, and a limit with its name."""

    title: str
    series: tuple[str, ...]
    bars: Sequence[ChartBar]
    limit: float | None = None
    limit_name: str = ""

    def spoken(self) -> str:
        """The same in words, for a screen reader."""
        told = [f"{bar.label}: {', '.join(bar.figures)}" for bar in self.bars]
        return "; ".join([self.title, *told])


class ChartView(QWidget):
    """Paints one chart as high as its bars need."""

    def __init__(self) -> None:
        super().__init__()
        self.chart = Chart("", (), ())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_chart(self, chart: Chart) -> None:
        """Draw that one."""
        self.chart = chart
        self.setAccessibleName(chart.spoken())
        self.setMinimumHeight(self.sizeHint().height())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._line * 30, self._line * 3 + len(self.chart.bars) * self._step)

    def x_of(self, value: float) -> float:
        """Where a value lies."""
        names = max((self.fontMetrics().horizontalAdvance(bar.label) for bar in self.chart.bars), default=0)
        start = min(names + self._line, self.width() * _LABELS)
        room = self.width() - start - self.fontMetrics().horizontalAdvance("100,00") - self._line
        return start + room * max(0.0, min(value, _MOST)) / _MOST

    @property
    def _line(self) -> int:
        return self.fontMetrics().height()

    @property
    def _step(self) -> int:
        """Height of a bar with all its series."""
        return int(self._line * (0.5 + max(1, len(self.chart.series))))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        top = self._legend(painter)
        for bar in self.chart.bars:
            self._bar(painter, bar, top)
            top += self._step
        self._axis(painter, top)
        if self.chart.limit is not None:
            painter.setPen(QPen(QColor(colours().danger), 1.5, Qt.PenStyle.DashLine))
            x = int(self.x_of(self.chart.limit))
            painter.drawLine(x, int(self._line * 1.5), x, top)

    def _legend(self, painter: QPainter) -> int:
        """Samples and names in one line; the level below it."""
        x = self.x_of(0)
        for place, name in enumerate(self.chart.series):
            self._fill(painter, QRectF(x, self._line * 0.25, self._line * 1.5, self._line * 0.6), place)
            x = self._name(painter, name, x + self._line * 2)
        if self.chart.limit is not None:
            painter.setPen(QPen(QColor(colours().danger), 1.5, Qt.PenStyle.DashLine))
            painter.drawLine(int(x), 2, int(x), self._line)
            self._name(painter, self.chart.limit_name, x + self._line * 0.5)
        return int(self._line * 1.5)

    def _name(self, painter: QPainter, name: str, x: float) -> float:
        wide = self.fontMetrics().horizontalAdvance(name) + 2
        painter.setPen(QColor(colours().text))
        painter.drawText(QRectF(x, 0, wide, self._line), Qt.AlignmentFlag.AlignVCenter, name)
        return x + wide + self._line

    def _bar(self, painter: QPainter, bar: ChartBar, top: int) -> None:
        painter.setPen(QColor(colours().text))
        room = int(self.x_of(0)) - self._line // 2
        label = self.fontMetrics().elidedText(bar.label, Qt.TextElideMode.ElideRight, room)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(0, top, room, self._step), right, label)
        for place, (value, figure) in enumerate(zip(bar.values, bar.figures, strict=True)):
            level = top + self._line * (0.25 + place)
            if value is not None:
                self._fill(
                    painter, QRectF(self.x_of(0), level, self.x_of(value) - self.x_of(0), self._line * 0.85), place
                )
            painter.setPen(QColor(colours().text))
            painter.drawText(QRectF(0, level, self.width() - 2, self._line), right, figure)

    @staticmethod
    def _fill(painter: QPainter, box: QRectF, place: int) -> None:
        """The first series filled, the second hatched, both with an outline."""
        ink = QColor(colours().accent)
        painter.setPen(QPen(ink, 1))
        painter.setBrush(QBrush(ink, Qt.BrushStyle.BDiagPattern) if place else QBrush(ink))
        painter.drawRect(box)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _axis(self, painter: QPainter, top: int) -> None:
        painter.setPen(QColor(colours().muted))
        painter.drawLine(int(self.x_of(0)), top, int(self.x_of(_MOST)), top)
        for mark in _MARKS:
            box = QRectF(self.x_of(mark) - self._line, top + 2, self._line * 2, self._line)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(mark))
