"""What of the register is shown: source, year, words, chip. The page asks :attr:`wanted` and is told when it changes."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from district_desk.domain.directives import Directive, Source
from district_desk.domain.listing import DirectiveFilter, RegisterChip, RegisterSort
from district_desk.ui.register import words as w
from district_desk.ui.widgets.chips import Chips
from district_desk.ui.widgets.search_field import SearchField

NEWEST_YEAR: Final = -1
"""The year of a filter that has not been told which years there are."""


class FilterBar(QWidget):
    """``changed()`` whenever something else is wanted."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = DirectiveFilter(year=NEWEST_YEAR)
        self.source = w.RECEIVED
        self.search = SearchField(w.SEARCH)
        self.chips = Chips(w.CHIPS)
        self._sources = _box(w.SOURCE)
        self._sources.addItems(list(w.TITLES.values()))
        self._years = _box(w.YEAR)
        first = QHBoxLayout()
        first.addWidget(self._sources)
        first.addWidget(self._years)
        first.addWidget(self.search, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.fontMetrics().height() // 2)
        column.addLayout(first)
        column.addWidget(self.chips)
        self.chips.chosen.connect(self._chip_chosen)
        self.search.asked.connect(self._words_asked)
        self._years.activated.connect(self._year_chosen)
        self._sources.activated.connect(self._source_chosen)

    @property
    def wanted(self) -> DirectiveFilter:
        """The filter as the store wants it; reference files are a chip there and a source here."""
        chip = RegisterChip(self.chips.current)
        if self.source == w.REFERENCE and chip is not RegisterChip.BINNED:
            chip = RegisterChip.REFERENCE
        return replace(self._wanted, sources=w.SOURCES[self.source], chip=chip)

    @property
    def new_source(self) -> Source:
        """What a new record of the shown kind is."""
        return {w.OWN: Source.OWN, w.SPOKEN: Source.SPOKEN}.get(self.source, Source.RECEIVED)

    @property
    def is_narrowed(self) -> bool:
        """Whether words or a chip leave something out."""
        return bool(self._wanted.words) or self.chips.current != RegisterChip.ALL

    def sort_by(self, sort: RegisterSort, order: str) -> None:
        """Order by a column; ``order`` is "down" or "up"."""
        self._wanted = replace(self._wanted, sort=sort, descending=order == "down")
        self.changed.emit()

    def show_answer(self, year: int | None, years: Sequence[int], counts: Mapping[str, int]) -> None:
        """The list has arrived: which year it is of, which years there are, how many behind each chip."""
        self._wanted = replace(self._wanted, year=year)
        self.chips.set_counts(counts)
        offered = sorted({*years, *([year] if year else [])}, reverse=True)
        if [self._years.itemData(place) for place in range(self._years.count())] != [*offered, None]:
            self._years.clear()
            for each in offered:
                self._years.addItem(f"Năm {each}", each)
            self._years.addItem(w.EVERY_YEAR, None)
        self._years.setCurrentIndex(offered.index(year) if year in offered else len(offered))

    def show_home_of(self, directive: Directive) -> None:
        """Want whatever shows that record: its source and year, no words, no chip."""
        self.source = _home_of(directive)
        self._sources.setCurrentIndex(list(w.TITLES).index(self.source))
        with QSignalBlocker(self.search):
            self.search.clear()
        chip = RegisterChip.BINNED if directive.binned_on else RegisterChip.ALL
        self.chips.choose(chip.value)
        self._wanted = replace(self._wanted, year=_year_of(directive), words="")
        self.changed.emit()

    @Slot(str)
    def _words_asked(self, words: str) -> None:
        if words != self._wanted.words:
            self._wanted = replace(self._wanted, words=words)
            self.changed.emit()

    @Slot(str)
    def _chip_chosen(self, _key: str) -> None:
        self.changed.emit()

    @Slot(int)
    def _year_chosen(self, place: int) -> None:
        self._wanted = replace(self._wanted, year=self._years.itemData(place))
        self.changed.emit()

    @Slot(int)
    def _source_chosen(self, place: int) -> None:
        self.source = list(w.TITLES)[place]
        self.changed.emit()


def _box(name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setToolTip(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return box


def _home_of(directive: Directive) -> str:
    if directive.reference_only:
        return w.REFERENCE
    return next(key for key, sources in w.SOURCES.items() if directive.source in sources)


def _year_of(directive: Directive) -> int | None:
    when = directive.arrived or directive.issued
    return directive.arrival_year or (when.year if when else None)
