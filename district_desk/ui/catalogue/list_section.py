"""One list of the catalogue: its table and what can be done with its rows."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from district_desk.desk import Desk, cataloguing
from district_desk.desk.catalogue_sheets import ImportPreview
from district_desk.domain.vietnamese import fold
from district_desk.ui.catalogue import words as w
from district_desk.ui.catalogue.group_form import GroupForm
from district_desk.ui.catalogue.import_view import ImportView
from district_desk.ui.catalogue.lists import GROUPS, ListSpec
from district_desk.ui.catalogue.record_form import RecordForm
from district_desk.ui.operations import Operations
from district_desk.ui.widgets.ask import Question
from district_desk.ui.widgets.buttons import button
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
        self._records: Sequence[Any] = ()
        self.model: RecordList[Any] = RecordList(spec.columns(self.unit_name), spec.id_of, self)
        self.table = RecordTable(spec.name, self.model)
        self.search = SearchField(w.FILTER)
        row = QHBoxLayout()
        row.addWidget(self.search, 1)
        if spec.sheet:
            row.addWidget(button(w.EXPORT, self._export, picture="export"))
            row.addWidget(button(w.IMPORT, self._import, picture="import"))
        self._drop_button = button(w.DROP, self._drop, picture="remove")
        self._edit_button = button(w.EDIT, self._edit, picture="edit")
        row.addWidget(self._drop_button)
        row.addWidget(self._edit_button)
        row.addWidget(button(w.ADD, self.add, picture="add"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        self.table.opened.connect(self._edit)
        self.table.current.connect(self._follow)
        self.search.asked.connect(self._show)
        self.search.gone_down.connect(self.table.setFocus)
        self._follow(0)

    @property
    def _opened(self) -> Desk:
        """The open office; the page is shown only then."""
        assert self._desk is not None
        return self._desk

    def unit_name(self, unit_id: int) -> str:
        """The short name of a unit, for the columns of people and groups."""
        return self._names.get(unit_id, "")

    def show_office(self, desk: Desk) -> None:
        """Read the list anew."""
        self._desk = desk
        self._names = {unit.id: unit.short_name or unit.name for unit in cataloguing.units(desk)}
        self._records = self.spec.read(desk)
        self._show()

    @Slot()
    def _show(self, *_: Any) -> None:
        words = fold(self.search.text().strip())
        shown = [record for record in self._records if not words or words in fold(self._text(record))]
        before = self.table.current_id()
        self.model.show_records(shown)
        if shown:
            self.table.choose(before) or self.table.choose(self.spec.id_of(shown[0]))
        self._follow(self.table.current_id())
        self.shown_count.emit()

    def _text(self, record: Any) -> str:
        return " ".join(column.text(record) for column in self.model.columns)

    @Slot(int)
    def _follow(self, record_id: int) -> None:
        self._edit_button.setEnabled(bool(record_id))
        self._drop_button.setEnabled(bool(record_id))

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
        desk, specs = self._opened, self.spec.fields_of(self._names)
        if self.spec is GROUPS:
            group = GroupForm.ask_group(self, record, self._names, specs)
            if group is not None:
                self._operations.run(partial(cataloguing.put_group, desk, group.group, group.unit_ids), initiator=self)
            return
        changed = RecordForm.ask(self, self.spec.name, record, specs)
        if changed is not None and changed != record:
            self._operations.run(partial(cataloguing.put, desk, [changed]), initiator=self)

    @Slot()
    def _drop(self) -> None:
        records = [self.model.record(record_id) for record_id in self.table.chosen_ids()]
        names = [self.spec.named(record) for record in records]
        if records and Question.ask(self, w.DROP_TITLE, w.drop_sentence(names), yes=w.DROP):
            held = [record.group if self.spec is GROUPS else record for record in records if record is not None]
            self._operations.run(partial(cataloguing.drop, self._opened, held), initiator=self)

    # -- Excel ----------------------------------------------------------------------------------------------

    @Slot()
    def _export(self) -> None:
        from district_desk.desk import catalogue_sheets as sheets

        path, _ = QFileDialog.getSaveFileName(self, w.EXPORT_TO, f"{self.spec.name}.xlsx", w.EXCEL)
        if path:
            export = sheets.export_units if self.spec.sheet == "units" else sheets.export_people
            work = partial(export, self._opened, Path(path))
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
        work = partial(preview, self._opened, path)
        self._operations.fetch(lambda _: work(), on_done=self._previewed, title=w.IMPORTING)

    @Slot(object)
    def _previewed(self, preview: ImportPreview) -> None:
        from district_desk.desk import catalogue_sheets as sheets

        if ImportView.ask(self, preview):
            write = sheets.apply_units if self.spec.sheet == "units" else sheets.apply_people
            self._operations.run(partial(write, self._opened, preview), initiator=self)
