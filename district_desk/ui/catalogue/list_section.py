"""One list of the catalogue: its table and what can be done with its rows."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from district_desk.desk import Desk, cataloguing
from district_desk.desk.catalogue_sheets import ImportPreview
from district_desk.domain.vietnamese import fold
from district_desk.ui.catalogue import words as w
from district_desk.ui.catalogue.import_view import ImportView
from district_desk.ui.catalogue.lists import ListSpec
from district_desk.ui.catalogue.record_form import RecordForm
from district_desk.ui.operations import Operations
from district_desk.ui.widgets.ask import Question
from district_desk.ui.widgets.buttons import button
from district_desk.ui.widgets.paged_model import Column
from district_desk.ui.widgets.record_list import RecordList
from district_desk.ui.widgets.record_table import RecordTable
from district_desk.ui.widgets.search_field import SearchField


class ListSection(QWidget):
    """A list. ``said(str)`` for the message bar; ``shown_count()`` when another number of rows is shown."""

    said = Signal(str)
    shown_count = Signal()

    def __init__(self, spec: ListSpec, operations: Operations) -> None:
        super().__init__()
        self.spec = spec
        self._operations = operations
        self._desk: Desk | None = None
        self._names: Mapping[int, str] = {}
        self._short: Mapping[int, str] = {}
        self._records: Sequence[Any] = ()
        self.model: RecordList[Any] = RecordList(self.columns(), spec.id_of, self)
        self.table = RecordTable(spec.name, self.model)
        self.search = SearchField(w.FILTER)
        self.tools = QHBoxLayout()
        self.tools.addWidget(self.search, 1)
        if spec.sheet:
            self.tools.addWidget(button(w.EXPORT, self._export, picture="export", tip=w.EXPORT_TIP))
            self.tools.addWidget(button(w.IMPORT, self._import, picture="import", tip=w.IMPORT_TIP))
        self.of_row = [
            button(w.DROP, self._drop, picture="remove", tip=w.DROP_TIP),
            button(w.EDIT, self._edit, picture="edit", tip=w.EDIT_TIP),
        ]
        self.adding = button(w.ADD, self.add, picture="add", tip=w.ADD_TIP)
        for each in (*self.of_row, self.adding):
            self.tools.addWidget(each)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addLayout(self.tools)
        self.column.addWidget(self.table, 1)
        self._add_key("Ins", self.add)
        self._add_key("Del", self._drop)
        self.table.opened.connect(self._edit)
        self.table.current.connect(self._follow)
        self.search.asked.connect(self._show)
        self.search.gone_down.connect(self.table.setFocus)
        self._follow(0)

    @property
    def desk(self) -> Desk:
        """The open office; the page is shown only then."""
        assert self._desk is not None
        return self._desk

    @property
    def operations(self) -> Operations:
        """Where work is asked for."""
        return self._operations

    def _add_key(self, key: str, act: Callable[[], object]) -> None:
        """A key that works while the table has the focus."""
        shortcut = QShortcut(QKeySequence(key), self.table, context=Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(act)

    def columns(self) -> tuple[Column[Any], ...]:
        """The columns of the list."""
        return self.spec.columns(self.unit_name)

    def set_tab_order(self, *widgets: QWidget) -> None:
        """Tab goes through these, from left to right and then down, and on to the table."""
        for before, after in pairwise((*widgets, self.table)):
            QWidget.setTabOrder(before, after)

    def unit_name(self, unit_id: int) -> str:
        """The short name of a unit, for the columns of people and groups."""
        return self._short.get(unit_id, "")

    def show_office(self, desk: Desk) -> None:
        """Read the list anew."""
        self._desk = desk
        units = cataloguing.units(desk)
        self._names = {unit.id: w.unit_with_end(unit) for unit in units}
        self._short = {unit.id: unit.short_name or unit.name for unit in units}
        self._records = self.spec.read(desk)
        self._show()

    @Slot()
    def _show(self, *_: Any) -> None:
        words = fold(self.search.text().strip())
        shown = [record for record in self.wanted(self._records) if not words or words in fold(self._text(record))]
        before = self.table.current_id()
        self.model.show_records(shown)
        if shown:
            self.table.choose(before) or self.table.choose(self.spec.id_of(shown[0]))
        self._follow(self.table.current_id())
        self.shown_count.emit()

    def wanted(self, records: Sequence[Any]) -> Sequence[Any]:
        """Which of the records the section shows."""
        return records

    def _text(self, record: Any) -> str:
        return " ".join(column.text(record) for column in self.model.columns)

    @Slot(int)
    def _follow(self, record_id: int) -> None:
        for each in self.of_row:
            each.setEnabled(bool(record_id))

    # -- deeds ----------------------------------------------------------------------------------------------

    @Slot()
    def add(self) -> None:
        """A new record."""
        self._put(self.spec.blank(len(self._records)))

    @Slot()
    def _edit(self, *_: Any) -> None:
        record = self.model.record(self.table.current_id())
        if record is not None:
            self._put(record)

    def _put(self, record: Any) -> None:
        changed = RecordForm.ask(self, self.spec.name, record, self.spec.fields_of(self._names))
        if changed is not None and changed != record:
            self._operations.run(partial(cataloguing.put, self.desk, [changed]), initiator=self)

    @Slot()
    def _drop(self) -> None:
        records = [self.model.record(record_id) for record_id in self.table.chosen_ids()]
        names = [self.spec.named(record) for record in records]
        if records and Question.ask(self, w.DROP_TITLE, w.drop_sentence(names), yes=w.DROP):
            self._drop_held(records)

    def _drop_held(self, records: Sequence[Any]) -> None:
        """Take these records, of which the person is sure, off the list."""
        self._operations.run(partial(cataloguing.drop, self.desk, records), initiator=self)

    # -- Excel ----------------------------------------------------------------------------------------------

    @Slot()
    def _export(self) -> None:
        from district_desk.desk import catalogue_sheets as sheets

        path, _ = QFileDialog.getSaveFileName(self, w.EXPORT_TO, f"{self.spec.name}.xlsx", w.EXCEL)
        if path:
            export = sheets.export_units if self.spec.sheet == "units" else sheets.export_people
            work = partial(export, self.desk, Path(path))
            self._operations.fetch(lambda _: work(), on_done=self._exported, title=w.EXPORTING)

    @Slot(object)
    def _exported(self, path: Path) -> None:
        self.said.emit(w.exported(path.name))

    @Slot()
    def _import(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, w.IMPORT_FROM, "", w.EXCEL)
        if path:
            self.import_from(Path(path))

    def import_from(self, path: Path) -> None:
        """Read a sheet and show what it would do."""
        from district_desk.desk import catalogue_sheets as sheets

        preview = sheets.preview_units if self.spec.sheet == "units" else sheets.preview_people
        work = partial(preview, self.desk, path)
        self._operations.fetch(lambda _: work(), on_done=self._previewed, title=w.IMPORTING)

    @Slot(object)
    def _previewed(self, preview: ImportPreview) -> None:
        from district_desk.desk import catalogue_sheets as sheets

        if ImportView.ask(self, preview):
            write = sheets.apply_units if self.spec.sheet == "units" else sheets.apply_people
            self._operations.run(partial(write, self.desk, preview), initiator=self)
