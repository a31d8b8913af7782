"""Units and their groups: the lists that have more to a row than its own fields."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from district_desk.desk import Desk, cataloguing
from district_desk.domain.units import Succession, Unit
from district_desk.ui.catalogue import words as w
from district_desk.ui.catalogue.group_form import GroupForm
from district_desk.ui.catalogue.list_section import ListSection
from district_desk.ui.catalogue.lists import GROUPS, UNITS
from district_desk.ui.catalogue.successors_form import SuccessorsForm
from district_desk.ui.operations import Operations
from district_desk.ui.widgets.buttons import button
from district_desk.ui.widgets.paged_model import Column


class UnitsSection(ListSection):
    """The units, with those that took over from them."""

    def __init__(self, operations: Operations) -> None:
        super().__init__(UNITS, operations)
        self._successions: Sequence[Succession] = ()
        self.successors = button(w.SUCCESSOR, self.edit_successors, picture="next", tip=w.SUCCESSOR_TIP)
        self.successors.setEnabled(False)
        self.tools.insertWidget(1, self.successors)
        QWidget.setTabOrder(self.search, self.successors)
        self.of_row.append(self.successors)

    def columns(self) -> tuple[Column[Any], ...]:
        heirs = Column[Any]("heirs", w.SUCCESSOR_TITLE, lambda unit: self.heirs(unit.id), 20, drops=3)
        return (*super().columns(), heirs)

    def show_office(self, desk: Desk) -> None:
        self._successions = cataloguing.successions(desk)
        super().show_office(desk)

    def heirs(self, unit_id: int) -> str:
        """The short names of those that took over from a unit, each with its part."""
        lines = (line for line in self._successions if line.unit_id == unit_id)
        return "; ".join(w.heir(self.unit_name(line.successor_id), line.part) for line in lines)

    @Slot()
    def edit_successors(self) -> None:
        """Who took over from the chosen unit."""
        unit: Unit | None = self.model.record(self.table.current_id())
        if unit is None:
            return
        wanted = SuccessorsForm.ask(self, unit, self._names, self._successions)
        if wanted is not None and wanted != [line for line in self._successions if line.unit_id == unit.id]:
            self.operations.run(partial(cataloguing.put_successors, self.desk, unit.id, wanted), initiator=self)


class GroupsSection(ListSection):
    """The groups, with their members."""

    def __init__(self, operations: Operations) -> None:
        super().__init__(GROUPS, operations)

    def _put(self, record: Any) -> None:
        group = GroupForm.ask_group(self, record, self._names, self.spec.fields_of(self._names))
        if group is not None and group != record:
            self.operations.run(
                partial(cataloguing.put_group, self.desk, group.group, group.unit_ids), initiator=self
            )  # fmt: skip

    def _drop_held(self, records: Sequence[Any]) -> None:
        super()._drop_held([record.group for record in records])
