"""The big table: ids in the wanted order, rows fetched by the page when they are painted.

A list of 100,000 records is an array of integers; rows come in pages of 64, the least recently used page is dropped,
and a write drops only the pages that hold a touched id. Sorting and filtering are the store's.
"""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from district_desk.ui.widgets.badge import Badge

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex

PAGE: Final = 64
_PAGES_KEPT: Final = 8
BADGE_ROLE: Final = Qt.ItemDataRole.UserRole + 1
ID_ROLE: Final = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True)  # without slots: a generic class with them cannot be made as Column[Row](…) on Python 3.11
class Column(Generic[R]):
    """One column: its heading, how a row reads in it, its width in letters, and by what it sorts (empty: not).

    A column that ``grows`` takes what the others leave; one that ``drops`` is hidden where there is no room, the highest
    number first. ``badge`` draws a state in place of the text; the text is then
    what a screen reader says and what is copied. ``longest`` are the words of its longest badge, for which there is
    always room.
    """

    key: str
    heading: str
    text: Callable[[R], str]
    width: int
    sort: str = ""
    grows: bool = False
    drops: int = 0
    badge: Callable[[R], Badge | None] | None = None
    longest: str = ""
    tip: Callable[[R], str] | None = None


class PagedModel(QAbstractTableModel, Generic[R]):
    """Rows of kind R by id. ``fetch(ids)`` gives one row an id, in that order; ``id_of(row)`` its id."""

    def __init__(
        self,
        columns: Sequence[Column[R]],
        fetch: Callable[[Sequence[int]], Sequence[R]],
        id_of: Callable[[R], int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._fetch = fetch
        self._id_of = id_of
        self._ids: array[int] = array("q")
        self._pages: OrderedDict[int, dict[int, R]] = OrderedDict()

    # -- what is shown --------------------------------------------------------------------------------------

    @property
    def ids(self) -> "array[int]":
        """The ids in the order shown. Not to be changed."""
        return self._ids

    def show(self, ids: Iterable[int]) -> None:
        """Show these records. The same ids in the same order keep the selection and the scroll place."""
        wanted = ids if isinstance(ids, array) else array("q", ids)
        if wanted == self._ids:
            self.drop_all()
            return
        self.beginResetModel()
        self._ids = wanted
        self._pages.clear()
        self.endResetModel()

    def touched(self, ids: "frozenset[int]") -> None:
        """Forget the pages that hold one of these records, and repaint them."""
        for page in [page for page, rows in self._pages.items() if not ids.isdisjoint(rows)]:
            del self._pages[page]
            self._repaint(page * PAGE, min(len(self._ids), (page + 1) * PAGE) - 1)

    def drop_all(self) -> None:
        """Forget every row, keep the ids, repaint."""
        self._pages.clear()
        if self._ids:
            self._repaint(0, len(self._ids) - 1)

    def row(self, place: int) -> R | None:
        """The row at a place; None where the record is gone since the list was made."""
        if not 0 <= place < len(self._ids):
            return None
        return self._page(place // PAGE).get(self._ids[place])

    def id_at(self, place: int) -> int:
        """The id at a place, 0 outside the list."""
        return self._ids[place] if 0 <= place < len(self._ids) else 0

    def place_of(self, record_id: int) -> int:
        """Where a record stands, -1 where it is not shown."""
        try:
            return self._ids.index(record_id)
        except ValueError:
            return -1

    # -- Qt -------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in _ROLES:
            return None
        if role == ID_ROLE:
            return self.id_at(index.row())
        row = self.row(index.row())
        if row is None:
            return "…" if role == Qt.ItemDataRole.DisplayRole and index.column() == 0 else None
        column = self.columns[index.column()]
        if role == BADGE_ROLE:
            return column.badge(row) if column.badge else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip(row) if column.tip else column.text(row)
        return column.text(row)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(self.columns):
            if role == Qt.ItemDataRole.DisplayRole:
                return self.columns[section].heading
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    # -- inside ---------------------------------------------------------------------------------------------

    def _page(self, page: int) -> dict[int, R]:
        rows = self._pages.get(page)
        if rows is None:
            rows = {self._id_of(row): row for row in self._fetch(self._ids[page * PAGE : (page + 1) * PAGE])}
            self._pages[page] = rows
            if len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(page)
        return rows

    def _repaint(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))


_ROLES: Final = frozenset(
    (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole, BADGE_ROLE, ID_ROLE)
)
