"""The items of a draft as a tree for the view. The draft is replaced whole at every move; what is the same stays."""

from datetime import date
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from district_desk.domain.assignments import Role
from district_desk.domain.directives import Directive
from district_desk.domain.drafts import Draft, DraftItem
from district_desk.domain.units import Directory
from district_desk.ui.intake import item_words

Index = QModelIndex | QPersistentModelIndex
KEY_ROLE: Final = int(Qt.ItemDataRole.UserRole)
DRAFTED_ROLE: Final = KEY_ROLE + 1


class ItemColumn(IntEnum):
    """The columns, in their order."""

    PLACE = 0
    TEXT = 1
    LEAD = 2
    SUPPORT = 3
    DUE = 4
    PRODUCT = 5
    CLEAR = 6


HEADINGS: Final = ("Mục", "Nội dung", "Chủ trì", "Phối hợp", "Thời hạn", "Sản phẩm", "Rõ")


class ItemsModel(QAbstractItemModel):
    """Read-only tree of a draft's items; internal ids are the items' keys."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._draft = Draft(Directive())
        self._directory = Directory((), (), (), (), date.min)
        self._children: dict[int, list[int]] = {0: []}
        self._by_key: dict[int, DraftItem] = {}

    def show_draft(self, draft: Draft, directory: Directory) -> bool:
        """Takes the draft of the moment; True where the tree itself changed (and was reset)."""
        shape = [(each.key, each.parent) for each in draft.items]
        is_same = shape == [(each.key, each.parent) for each in self._draft.items] and directory is self._directory
        before = self._by_key
        if not is_same:
            self.beginResetModel()
        self._draft, self._directory = draft, directory
        self._by_key = {each.key: each for each in draft.items}
        if is_same:
            self._tell_differences(before)
            return False
        self._children = _children_of(draft)
        self.endResetModel()
        return True

    def _tell_differences(self, before: dict[int, DraftItem]) -> None:
        for key, drafted in self._by_key.items():
            if before[key] != drafted:
                self.dataChanged.emit(self.index_of(key), self.index_of(key, ItemColumn.CLEAR))

    def index_of(self, key: int, column: int = 0) -> QModelIndex:
        """The place of an item in the tree; invalid where there is no such item."""
        drafted = self._by_key.get(key)
        if drafted is None:
            return QModelIndex()
        return self.createIndex(self._siblings(drafted).index(key), column, key)

    def drafted(self, index: Index) -> DraftItem | None:
        """The item at a place."""
        return self._by_key.get(index.internalId()) if index.isValid() else None

    @property
    def keys(self) -> tuple[int, ...]:
        """The keys of all items in the order of the text."""
        return tuple(each.key for each in self._draft.items)

    def _siblings(self, drafted: DraftItem) -> list[int]:
        parent = drafted.parent if drafted.parent in self._by_key else 0
        return self._children[parent]

    # --- Qt ------------------------------------------------------------------------------------------------------
    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 (Qt's own default)
        siblings = self._children.get(parent.internalId() if parent.isValid() else 0, [])
        if 0 <= row < len(siblings) and 0 <= column < len(HEADINGS):
            return self.createIndex(row, column, siblings[row])
        return QModelIndex()

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # Qt has a second parent() without index
        drafted = self.drafted(index)
        return self.index_of(drafted.parent) if drafted else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if parent.isValid() and parent.column() > 0:
            return 0
        return len(self._children.get(parent.internalId() if parent.isValid() else 0, []))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        del parent
        return len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADINGS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        drafted = self.drafted(index)
        if drafted is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._words(drafted, ItemColumn(index.column()))
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(drafted, ItemColumn(index.column()))
            case _ if role == KEY_ROLE:
                return drafted.key
            case _ if role == DRAFTED_ROLE:
                return drafted
            case _:
                return None

    def _words(self, drafted: DraftItem, column: ItemColumn) -> str:
        item = drafted.item
        match column:
            case ItemColumn.PLACE:
                said = item.path or "–"
            case ItemColumn.TEXT:
                said = " ".join(item.text.replace("*", "").lstrip("# ").split())
            case ItemColumn.LEAD | ItemColumn.SUPPORT:
                role = Role.LEAD if column is ItemColumn.LEAD else Role.SUPPORT
                said = item_words.units_words(self._directory, item_words.ids_in(drafted, role))
            case ItemColumn.DUE:
                said = item_words.due_words(item)
            case ItemColumn.PRODUCT:
                said = item.product
            case ItemColumn.CLEAR:
                said = item_words.clearness_words(drafted) if item_words.is_work(item) else ""
        return said

    def _tip(self, drafted: DraftItem, column: ItemColumn) -> str:
        if column is ItemColumn.LEAD and drafted.unresolved:
            return "Chưa rõ đơn vị: " + "; ".join(drafted.unresolved)
        if column is ItemColumn.DUE and drafted.item.phrase:
            return f"“{drafted.item.phrase}”"
        return self._words(drafted, column)


def _children_of(draft: Draft) -> dict[int, list[int]]:
    keys = {each.key for each in draft.items}
    children: dict[int, list[int]] = {0: []}
    for each in draft.items:
        children.setdefault(each.parent if each.parent in keys else 0, []).append(each.key)
    return children
