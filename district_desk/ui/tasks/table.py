"""The list's table: columns can be chosen, moved and drawn wider, and the way it looks can be kept."""

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import Slot

from district_desk.ui.widgets.paged_model import Column, PagedModel
from district_desk.ui.widgets.record_table import RecordTable


class TaskTable(RecordTable):
    """A RecordTable whose columns a person arranges; what nobody arranged shares the room as everywhere."""

    _sharing = True
    _chosen: tuple[str, ...] = ()

    def __init__(self, name: str, model: PagedModel[Any], *, lines: int = 1) -> None:
        self._widths: dict[str, int] = {}
        super().__init__(name, model, lines=lines)
        self.horizontalHeader().setSectionsMovable(True)
        self.horizontalHeader().sectionResized.connect(self._resized)
        self._sharing = False

    @property
    def shown_columns(self) -> tuple[str, ...]:
        """The keys of the columns that are seen, from left to right."""
        header = self.horizontalHeader()
        order = [self._records.columns[header.logicalIndex(place)].key for place in range(header.count())]
        return tuple(key for key in order if not self.isColumnHidden(self._place(key)))

    @property
    def all_columns(self) -> tuple[Column[Any], ...]:
        """Every column there is."""
        return self._records.columns

    @property
    def own_widths(self) -> Mapping[str, int]:
        """The widths that somebody drew, in pixels at 100 %."""
        return dict(self._widths)

    def arrange(self, columns: Iterable[str], widths: Mapping[str, int]) -> None:
        """Show these columns in this order with these widths; no columns are the usual ones."""
        known = [column.key for column in self._records.columns]
        self._chosen = tuple(key for key in columns if key in known)
        self._widths = {key: width for key, width in widths.items() if key in known}
        rest = [key for key in known if key not in self._chosen]
        header = self.horizontalHeader()
        for place, key in enumerate((*self._chosen, *rest)):
            header.moveSection(header.visualIndex(self._place(key)), place)
        self._share_width()

    def choose_column(self, key: str, *, shown: bool) -> None:
        """Show or hide one column; the last one stays."""
        now = self.shown_columns
        wanted = (*now, key) if shown and key not in now else tuple(each for each in now if each != key or shown)
        self.arrange(wanted or now, self._widths)

    def _share_width(self) -> None:
        self._sharing = True
        super()._share_width()
        columns = self._records.columns
        for place, column in enumerate(columns):
            if self._chosen:
                self.setColumnHidden(place, column.key not in self._chosen)
            if column.key in self._widths:
                self.setColumnWidth(place, self._widths[column.key])
        self._fill_room()
        self._sharing = False

    def _fill_room(self) -> None:
        """The growing column takes what columns that were chosen or drawn leave, where nobody drew it."""
        columns = self._records.columns
        place = next((place for place, column in enumerate(columns) if column.grows), -1)
        if not (self._chosen or self._widths) or self.isColumnHidden(place) or columns[place].key in self._widths:
            return
        others = sum(
            self.columnWidth(each) for each in range(len(columns)) if each != place and not self.isColumnHidden(each)
        )
        self.setColumnWidth(place, max(self._wanted_width(columns[place]), self.viewport().width() - others))

    def _place(self, key: str) -> int:
        return next(place for place, column in enumerate(self._records.columns) if column.key == key)

    @Slot(int, int, int)
    def _resized(self, section: int, _before: int, after: int) -> None:
        if not self._sharing and after:
            self._widths[self._records.columns[section].key] = after
