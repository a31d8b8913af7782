"""The document to print a sheet or a slip for, found by typing right where it is printed."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from district_desk.desk import Desk
from district_desk.desk.printing import SHEETS, SLIP
from district_desk.desk.register_fields import FIELDS, Look
from district_desk.domain.directives import Source
from district_desk.domain.listing import DirectiveFilter, DirectiveRow
from district_desk.ui.forms import words as w
from district_desk.ui.operations import Operations, Progress
from district_desk.ui.print_job import PrintJob
from district_desk.ui.widgets.labels import label
from district_desk.ui.widgets.paged_model import Column
from district_desk.ui.widgets.record_list import RecordList
from district_desk.ui.widgets.record_table import RecordTable
from district_desk.ui.widgets.search_field import SearchField

_MOST: Final = 60
"""Lines that are offered: who does not see the document types another word of it."""
_SOURCES: Final = {SLIP: (Source.RECEIVED,)}


@dataclass(frozen=True, slots=True)
class Found:
    """The documents that were found, and what they are read with."""

    rows: Sequence[DirectiveRow]
    look: Look


class DirectiveChoice(QWidget):
    """``changed()`` when another document is chosen, ``decided()`` for Enter on one."""

    changed = Signal()
    decided = Signal()

    def __init__(self, operations: Operations) -> None:
        super().__init__()
        self._operations = operations
        self._desk: Desk | None = None
        self._form = SHEETS
        self._look = Look()
        self.search = SearchField(w.FIND)
        self.model: RecordList[DirectiveRow] = RecordList(self._columns(), lambda row: row.directive.id, self)
        self.table = RecordTable(w.FOUND, self.model, lines=2)
        self.note = label("", role="muted")
        self.note.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.search, self.table, self.note):
            column.addWidget(widget)
        column.setStretch(1, 1)
        self.search.asked.connect(self._ask)
        self.search.gone_down.connect(self.table.setFocus)
        self.search.entered.connect(self.table.setFocus)
        self.table.current.connect(self._follow)
        self.table.opened.connect(self._open)

    def show_form(self, desk: Desk, form: str) -> None:
        """Offer the documents that this form can be printed for."""
        self._desk, self._form = desk, form
        self._ask()

    def job(self, form: str, title: str) -> PrintJob | None:
        """What is to be printed; None where no document is chosen for which it could be."""
        row = self.model.record(self.table.current_id())
        if row is None or self._obstacle(row):
            return None
        return PrintJob(form, title, directive_id=row.directive.id)

    # -- inside ---------------------------------------------------------------------------------------------

    def _columns(self) -> tuple[Column[Any], ...]:
        def column(key: str, width: int, heading: str = "", **looks: Any) -> Column[Any]:
            told = FIELDS[key]
            return Column(key, heading or told.heading, lambda row: told.text(row, self._look), width, **looks)

        return (
            column("arrival", 5, drops=2),
            column("notation", 13),
            column("issued", 10, drops=1),
            column("subject", 20, grows=True),
            column("lines", 4, w.LINES),
        )

    @Slot()
    def _ask(self, *_: Any) -> None:
        if self._desk is not None:
            wanted = DirectiveFilter(sources=_SOURCES.get(self._form, ()), words=self.search.text().strip())
            work = partial(_found, self._desk, wanted)
            self._operations.fetch(work, on_done=self._show, topic="forms directive")

    @Slot(object)
    def _show(self, found: Found) -> None:
        before, self._look = self.table.current_id(), found.look
        self.model.show_records(found.rows)
        if found.rows:
            self.table.choose(before) or self.table.choose(found.rows[0].directive.id)
        self._follow(self.table.current_id())

    @Slot(int)
    def _follow(self, directive_id: int) -> None:
        row = self.model.record(directive_id)
        self.note.setText(self._obstacle(row) if row else w.NOTHING_FOUND)
        self.changed.emit()

    @Slot(int)
    def _open(self, _directive_id: int) -> None:
        self.decided.emit()

    def _obstacle(self, row: DirectiveRow) -> str:
        if self._form == SLIP:
            return "" if row.directive.source is Source.RECEIVED else w.NOT_RECEIVED
        return "" if row.lines else w.NO_WORK


def _found(desk: Desk, wanted: DirectiveFilter, progress: Progress) -> Found:
    del progress
    look, reader = Look.of(desk), desk.store.reading()
    ids = reader.directive_ids(wanted, look.today)[:_MOST]
    return Found(reader.directive_rows(ids, look.today), look)
