"""A sheet of texts that behaves like Excel's: typing replaces, Enter goes down, Tab right, blocks are pasted, a blank row
stands below the last. It holds what a dialog will write; nothing here is stored.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from district_desk.ui.theme import Tone, colours

Index = QModelIndex | QPersistentModelIndex


@dataclass(slots=True)
class SheetRow:
    """A row: its texts by key, what it came from (None for a new one), and the keys that may not be edited."""

    texts: dict[str, str] = field(default_factory=dict)
    source: Any = None
    locked: frozenset[str] = frozenset()

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it and it came from nowhere."""
        return self.source is None and not any(text.strip() for text in self.texts.values())


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: key, heading, width in letters. One that ``grows`` shares what is left; ``is_told`` ones are never edited.

    ``offered(row)`` are texts to pick from, ``is_closed`` where only those may stand there; ``fault(text)`` is what is
    wrong with a text, empty for nothing.
    """

    key: str
    heading: str
    letters: int
    grows: bool = False
    is_told: bool = False
    offered: Callable[[SheetRow], Sequence[str]] | None = None
    fault: Callable[[str], str] | None = None


def _as_it_is(_: SheetRow, __: str) -> Mapping[str, str]:
    return {}


class TextSheetModel(QAbstractTableModel):
    """The rows of a sheet. ``reckon(row, key)`` gives the texts that follow from what was just written under ``key``.

    Signals:
        edited(): something was written.
    """

    edited = Signal()

    def __init__(
        self,
        columns: Sequence[SheetColumn],
        reckon: Callable[[SheetRow, str], Mapping[str, str]] = _as_it_is,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._reckon = reckon
        self._rows: list[SheetRow] = [SheetRow()]

    # -- rows -----------------------------------------------------------------------------------------------

    @property
    def rows(self) -> list[SheetRow]:
        """The rows that are not blank, in their order."""
        return [row for row in self._rows if not row.is_blank]

    def show(self, rows: Iterable[SheetRow]) -> None:
        """Show these rows instead."""
        self.beginResetModel()
        self._rows = [*rows, SheetRow()]
        self.endResetModel()

    def add(self, rows: Iterable[SheetRow]) -> None:
        """Put rows behind the last that is not blank."""
        self.show([*self.rows, *rows])
        self.edited.emit()

    def row_at(self, place: int) -> SheetRow:
        """The row at a place."""
        return self._rows[place]

    def insert(self, place: int) -> None:
        """A blank row at a place."""
        self.beginInsertRows(QModelIndex(), place, place)
        self._rows.insert(place, SheetRow())
        self.endInsertRows()

    def drop(self, places: Iterable[int]) -> int:
        """Drop rows that have nothing locked; how many stayed because they have."""
        kept = 0
        for place in sorted(set(places), reverse=True):
            if self._rows[place].locked:
                kept += 1
            elif place < len(self._rows) - 1:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self._rows[place]
                self.endRemoveRows()
        self.edited.emit()
        return kept

    def move_row(self, place: int, steps: int) -> int:
        """Move a row up or down among those that are not blank; where it stands then."""
        target = min(max(0, place + steps), len(self._rows) - 2)
        if place < len(self._rows) - 1 and target != place:
            self.beginResetModel()
            self._rows.insert(target, self._rows.pop(place))
            self.endResetModel()
            self.edited.emit()
        return target

    def write(self, place: int, column: int, block: Sequence[Sequence[str]]) -> None:
        """Write a block from a cell on to the right and down; cells that may not be edited stay as they are."""
        for down, line in enumerate(block):
            for across, text in enumerate(line):
                if column + across < len(self.columns):
                    if place + down >= len(self._rows):
                        self.insert(len(self._rows))
                    self._set(place + down, column + across, text)
        self._end()

    def clear(self, cells: Iterable[Index]) -> None:
        """Empty these cells."""
        for cell in cells:
            self._set(cell.row(), cell.column(), "")
        self._end()

    # -- Qt -------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column, row = self.columns[index.column()], self._rows[index.row()]
        text = row.texts.get(column.key, "")
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return text
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        fault = column.fault(text) if column.fault and text else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return fault or text
        if role == Qt.ItemDataRole.ForegroundRole and (fault or not self._may_edit(index)):
            return _ink(fault)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        self._set(index.row(), index.column(), str(value))
        self._end()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() and self._may_edit(index) else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            is_across = orientation is Qt.Orientation.Horizontal
            return self.columns[section].heading if is_across else _number(section, len(self._rows))
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation is Qt.Orientation.Horizontal:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    # -- inside ---------------------------------------------------------------------------------------------

    def _may_edit(self, index: Index) -> bool:
        column = self.columns[index.column()]
        return not column.is_told and column.key not in self._rows[index.row()].locked

    def _set(self, place: int, column: int, text: str) -> None:
        index = self.index(place, column)
        key = self.columns[column].key
        words = " ".join(text.split())
        row = self._rows[place]
        if self._may_edit(index) and row.texts.get(key, "") != words:
            row.texts[key] = words
            row.texts |= self._reckon(row, key)
            self.dataChanged.emit(self.index(place, 0), self.index(place, len(self.columns) - 1))

    def _end(self) -> None:
        """A blank row below the last, and say that something was written."""
        if not self._rows or not self._rows[-1].is_blank:
            self.insert(len(self._rows))
        self.edited.emit()


def _ink(fault: str) -> Any:
    from PySide6.QtGui import QColor

    return QColor(colours().of_tone(Tone.DANGER)[0] if fault else colours().muted)


def _number(section: int, rows: int) -> str:
    return str(section + 1) if section < rows - 1 else "+"
