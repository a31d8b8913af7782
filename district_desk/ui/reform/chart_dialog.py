"""Biểu đồ: all units ranked, or one unit's domains against the limit and the year before; printed with the table."""

from fractions import Fraction

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from district_desk.domain.points import ONE, points_text, share, share_text
from district_desk.domain.reform_papers import IndexTable, UnitShares
from district_desk.ui.reform import words as w
from district_desk.ui.reform.chart import Chart, ChartBar, ChartView
from district_desk.ui.widgets.buttons import button
from district_desk.ui.widgets.labels import label


class ChartDialog(QDialog):
    """The charts of a year. Its result is Accepted where the shown one is to be printed."""

    def __init__(self, parent: QWidget | None, table: IndexTable) -> None:
        super().__init__(parent)
        self._table = table
        self.setWindowTitle(w.CHARTS.format(year=table.year))
        self.which = QComboBox()
        self.which.setAccessibleName(w.CHART)
        self.which.addItem(w.CHART_RANKED)
        self.which.addItems([picture.unit for picture in table.pictures])
        self.view = ChartView()
        self._lay_out()
        self.which.currentIndexChanged.connect(self._show)
        self._show()

    @property
    def unit(self) -> str:
        """The unit that is shown, empty for all of them."""
        place = self.which.currentIndex()
        return self.which.currentText() if place > 0 else ""

    @Slot()
    def _show(self, *_: object) -> None:
        place = self.which.currentIndex()
        table = self._table
        self.view.show_chart(unit_chart(table, table.pictures[place - 1]) if place > 0 else ranked_chart(table))

    def _lay_out(self) -> None:
        unit = self.fontMetrics().height()
        head = QHBoxLayout()
        caption = label(w.CHART)
        caption.setBuddy(self.which)
        head.addWidget(caption)
        head.addWidget(self.which, 1)
        room = QScrollArea()
        room.setWidgetResizable(True)
        room.setFrameShape(QFrame.Shape.NoFrame)
        room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        room.setWidget(self.view)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(button(w.PRINT, self.accept, role="primary", picture="print"))
        foot.addWidget(button(w.CLOSE, self.reject))
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addWidget(room, 1)
        column.addLayout(foot)
        self.resize(unit * 50, unit * 30)


def ranked_chart(table: IndexTable) -> Chart:
    """All wholly scored units, the best first."""
    whole = sum(domain.maximum for domain in table.domains)
    rows = sorted((row for row in table.rows if row.total is not None), key=lambda row: -(row.total or 0))
    shares = [share(row.total or 0, whole) for row in rows]
    bars = [
        ChartBar(f"{row.rank}. {row.unit}" if row.rank else row.unit, (float(percent),), (share_text(percent),))
        for row, percent in zip(rows, shares, strict=True)
    ]
    return Chart(w.CHART_RANKED, (w.YEAR_NAME.format(year=table.year),), bars)


def unit_chart(table: IndexTable, picture: UnitShares) -> Chart:
    """A unit's domains, beside those of the year before where there are any."""
    pairs = list(zip(picture.now, picture.before, strict=True))
    has_before = any(before is not None for _, before in pairs)
    shown = [(now, before) if has_before else (now,) for now, before in pairs]
    bars = [
        ChartBar(domain.name, tuple(map(_value, shares)), tuple(map(_text, shares)))
        for domain, shares in zip(table.domains, shown, strict=True)
    ]
    years = (table.year, table.year - 1) if has_before else (table.year,)
    limit = "" if table.limit is None else w.CHART_LIMIT.format(limit=points_text(table.limit))
    names = tuple(w.YEAR_NAME.format(year=year) for year in years)
    return Chart(picture.unit, names, bars, _value(table.limit), limit)


def _value(cut: int | None) -> float | None:
    return None if cut is None else cut / ONE


def _text(cut: int | None) -> str:
    return "–" if cut is None else share_text(Fraction(cut, ONE))
