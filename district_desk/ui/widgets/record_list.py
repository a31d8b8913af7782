"""A short list in the big table's clothes: all records are at hand, so rows need not be fetched."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject

from district_desk.ui.widgets.paged_model import Column, PagedModel

R = TypeVar("R")


class RecordList(PagedModel[R]):
    """Rows of kind R that are all held; :meth:`show_records` replaces them."""

    def __init__(self, columns: Sequence[Column[R]], id_of: Callable[[R], int], parent: QObject | None = None) -> None:
        self._held: dict[int, R] = {}
        super().__init__(columns, self._of_ids, id_of, parent)

    def show_records(self, records: Iterable[R]) -> None:
        """Show these records in this order."""
        self._held = {self._id_of(record): record for record in records}
        self.show(self._held)

    def record(self, record_id: int) -> R | None:
        """The record of an id."""
        return self._held.get(record_id)

    def _of_ids(self, ids: Sequence[int]) -> Sequence[R]:
        return [self._held[each] for each in ids]
