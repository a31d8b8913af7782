"""Breakthrough works as rows of a sheet, and the dialog in which they are typed, pasted, read from a file and written."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from district_desk.desk import Desk
from district_desk.desk.reform.breakthroughs import UnitNames, WorksReading, keep_works, read_works
from district_desk.desk.reform.plan_tables import lines_of_file
from district_desk.desk.sentences import sentence_of
from district_desk.domain.problems import BadValue, Problem
from district_desk.domain.reform_plans import Breakthrough
from district_desk.domain.units import Unit
from district_desk.ui.operations import Operations
from district_desk.ui.reform import measure_words as sheet_words
from district_desk.ui.reform import work_words as w
from district_desk.ui.reform.text_sheet import SheetColumn, SheetRow, TextSheetModel
from district_desk.ui.reform.text_sheet_view import TextSheet
from district_desk.ui.theme import Tone
from district_desk.ui.widgets.ask import Question
from district_desk.ui.widgets.buttons import button, tool_button
from district_desk.ui.widgets.labels import selectable
from district_desk.ui.widgets.message_bar import MessageBar
from district_desk.ui.words import day, parse_day

_TEXTS: Final = ("content", "solution", "criteria", "time", "result", "notation", "note")


class WorkSheet(TextSheetModel):
    """The columns of the printed register (DOMAIN 5.5), with the number and day of the unit's document."""

    def __init__(self, desk: Desk, year: int, units: Mapping[int, Unit], parent: QObject | None = None) -> None:
        self._year, self._units, self._names = year, units, UnitNames(desk)
        heads = w.HEADINGS
        columns = (
            SheetColumn("unit", heads["unit"], 15, grows=True, offered=self._offered, fault=self._unit_fault),
            SheetColumn("content", heads["content"], 20, grows=True),
            SheetColumn("solution", heads["solution"], 18, grows=True),
            SheetColumn("criteria", heads["criteria"], 12),
            SheetColumn("time", heads["time"], 10),
            SheetColumn("result", heads["result"], 14, grows=True),
            SheetColumn("notation", heads["notation"], 11),
            SheetColumn("registered_on", heads["registered_on"], 10, fault=_day_fault),
            SheetColumn("note", heads["note"], 9),
        )
        super().__init__(columns, parent=parent)

    def show_works(self, works: Iterable[Breakthrough]) -> None:
        """Show works; those without an id are new ones."""
        self.show([self._row(each) for each in works])

    def add_works(self, found: WorksReading) -> None:
        """Put what was read behind what stands there; a unit that nobody knows stays as it is written."""
        rows = [self._row(each) for each in found.works]
        for row, written in zip(rows, found.units, strict=True):
            row.texts["unit"] = row.texts["unit"] or written
        self.add(rows)

    def works(self) -> list[Breakthrough]:
        """What the rows say now."""
        return [self._work(row) for row in self.rows]

    def first_fault(self) -> str:
        """The first cell that cannot be written, as a sentence; empty where all can."""
        for number, row in enumerate(self.rows, start=1):
            for key in ("unit", "content"):
                if not row.texts.get(key, ""):
                    return w.LACKING.format(row=number, heading=w.HEADINGS[key].casefold())
            for column in self.columns:
                text = row.texts.get(column.key, "")
                if text and column.fault and (fault := column.fault(text)):
                    return w.FAULTY.format(row=number, heading=column.heading, fault=fault)
        return ""

    def _row(self, work: Breakthrough) -> SheetRow:
        texts = {key: str(getattr(work, key)) for key in _TEXTS}
        unit = self._units.get(work.unit_id)
        texts |= {"unit": unit.name if unit else "", "registered_on": day(work.registered_on)}
        return SheetRow(texts, work if work.id else None)

    def _work(self, row: SheetRow) -> Breakthrough:
        held = row.source or Breakthrough(self._year, 0, "")
        assert isinstance(held, Breakthrough)
        says = row.texts.get
        unit = self._names.find(says("unit", ""))
        same = self._units.get(held.unit_id)
        unit_id = held.unit_id if same and same.name == says("unit", "") else unit.id if unit else 0
        return replace(
            held, unit_id=unit_id, content=says("content", ""), solution=says("solution", ""),
            criteria=says("criteria", ""), time=says("time", ""), result=says("result", ""),
            notation=says("notation", ""), registered_on=parse_day(says("registered_on", "")), note=says("note", ""),
        )  # fmt: skip

    def _offered(self, _: SheetRow) -> Sequence[str]:
        known = {unit.id: unit for unit in self._names.units} | dict(self._units)
        return [unit.name for unit in sorted(known.values(), key=lambda each: (each.position, each.id))]

    def _unit_fault(self, text: str) -> str:
        known = self._names.find(text) or any(unit.name == text for unit in self._units.values())
        return "" if known else w.NO_UNIT


class WorksDialog(QDialog):
    """Works of one unit or of all. ``unit_id`` is whose a table without a column of units is, 0 for nobody's."""

    def __init__(  # noqa: PLR0913  what the dialog shows
        self, parent: QWidget | None, desk: Desk, operations: Operations, year: int, *,
        works: Sequence[Breakthrough], units: Mapping[int, Unit], unit_id: int = 0,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._desk, self._operations, self._year, self._unit_id = desk, operations, year, unit_id
        self._held = [each.id for each in works]
        unit = units.get(unit_id)
        self.setWindowTitle(w.ONE_UNIT.format(title=w.DIALOG, unit=unit.name) if unit else w.DIALOG)
        self.messages = MessageBar()
        self.sheet = WorkSheet(desk, year, units, self)
        self.table = TextSheet(w.DIALOG, self.sheet, self.take_table)
        self.save = button(sheet_words.SAVE, self.keep, role="primary", picture="save", tip=sheet_words.SAVE_TIP)
        self._build()
        self.sheet.show_works(works)
        self._is_changed = False
        self.save.setEnabled(False)
        self.sheet.edited.connect(self._edited)
        self.table.go(self.sheet.rowCount() - 1)
        self.table.setFocus()

    @Slot()
    def ask_file(self) -> None:
        """A table of works, from a file."""
        chosen, _ = QFileDialog.getOpenFileName(self, w.READ, "", w.FILES)
        if chosen:
            self.read_file(Path(chosen))

    def read_file(self, path: Path) -> None:
        """Read a file's table; it stands in the sheet then, unsaved."""
        self._operations.fetch(
            partial(_read, self._desk, self._year, path, self._unit_id),
            on_done=partial(self._take, f"“{path.name}”"), on_problem=self._refused, topic="works",
        )  # fmt: skip

    def take_table(self, lines: list[list[str]]) -> bool:
        """Take pasted lines where they bear headings."""
        try:
            found = read_works(self._desk, self._year, lines, unit_id=self._unit_id)
        except BadValue:
            return False
        self._take("bảng vừa dán", found)
        return True

    @Slot()
    def keep(self) -> None:
        """Write the rows; those that were taken out go."""
        if fault := self.sheet.first_fault():
            self.messages.say(fault, Tone.DANGER)
            return
        works = self.sheet.works()
        gone = sorted(set(self._held) - {each.id for each in works})
        self._operations.run(
            partial(keep_works, self._desk, self._year, works, dropped=gone),
            on_done=self._written, on_problem=self._refused, initiator=self,
        )  # fmt: skip

    def reject(self) -> None:
        if self._is_changed and not Question.ask(
            self, sheet_words.UNSAVED_TITLE, sheet_words.UNSAVED, yes=sheet_words.DISCARD
        ):
            return
        super().reject()

    def done(self, result: int) -> None:
        super().done(result)
        self.deleteLater()

    # -- inside ---------------------------------------------------------------------------------------------

    def _take(self, name: str, found: WorksReading) -> None:
        self.sheet.add_works(found)
        self.messages.say(w.read(name, found), Tone.WARNING if found.unknown else Tone.GOOD)

    def _written(self, _: Any) -> None:
        self._is_changed = False
        self.accept()

    def _refused(self, problem: Problem) -> None:
        self.messages.say(sentence_of(problem), Tone.DANGER)

    @Slot()
    def _edited(self) -> None:
        self._is_changed = True
        self.save.setEnabled(True)

    @Slot()
    def _drop_rows(self) -> None:
        self.sheet.drop(self.table.chosen_rows())

    def _build(self) -> None:
        tools = QHBoxLayout()
        tools.addWidget(button(w.READ, self.ask_file, picture="import", tip=w.READ_TIP))
        tools.addStretch(1)
        tools.addWidget(tool_button("remove", sheet_words.DROP, self._drop_rows))
        for key, work in ((w.READ_KEY, self.ask_file), ("Ctrl+Del", self._drop_rows), ("Ctrl+S", self.keep)):
            QShortcut(QKeySequence(key), self, work)
        feet = QHBoxLayout()
        feet.addWidget(selectable(w.HOW, role="muted"), 1)
        feet.addWidget(button(sheet_words.CLOSE, self.reject))
        feet.addWidget(self.save)
        column = QVBoxLayout(self)
        column.addWidget(self.messages)
        column.addLayout(tools)
        column.addWidget(self.table, 1)
        column.addLayout(feet)
        unit = self.fontMetrics().height()
        above = self.parentWidget()
        room = above.window().size() if above else self.size()
        self.resize(max(unit * 40, room.width() - unit), max(unit * 24, room.height() - unit * 3))


def _read(desk: Desk, year: int, path: Path, unit_id: int, _: Any) -> WorksReading:
    return read_works(desk, year, lines_of_file(path), unit_id=unit_id)


def _day_fault(text: str) -> str:
    return w.NO_DAY if parse_day(text) is None else ""
