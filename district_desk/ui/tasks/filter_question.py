"""Asks for what the boxes of the page have no room for: several units, level, source, state, due range, person, directive."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from district_desk.desk.words import SOURCES, STATES
from district_desk.domain.listing import AssignmentFilter
from district_desk.ui.tasks import words as w
from district_desk.ui.widgets.date_field import DateField
from district_desk.ui.widgets.form import FormGrid
from district_desk.ui.widgets.tick_box import TickBox

Find = Callable[[str], int | None]
"""The directive of that number and symbol."""


class FilterQuestion(QDialog):
    """The further parts of a filter. ``known`` is the notation of the directive that is wanted already."""

    def __init__(  # noqa: PLR0913  what the question offers
        self,
        parent: QWidget | None,
        wanted: AssignmentFilter,
        levels: Mapping[str, str],
        find: Find,
        *,
        units: Mapping[int, str],
        known: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(w.FILTER_TITLE)
        self._wanted, self._find = wanted, find
        one = (wanted.unit_id,) if wanted.unit_id else ()
        self.units = TickBox(w.EVERY_UNIT, units, wanted.unit_ids or one)
        self.levels = TickBox(w.EVERY_LEVEL, levels, wanted.levels)
        self.sources = TickBox(w.EVERY_SOURCE, SOURCES, wanted.sources)
        self.states = TickBox(w.EVERY_STATE, STATES, wanted.states)
        self.due_from, self.due_until = DateField(w.DUE_FROM), DateField(w.DUE_UNTIL)
        self.due_from.set_value(wanted.due_from)
        self.due_until.set_value(wanted.due_until)
        self.person, self.directive = QLineEdit(wanted.person), QLineEdit(known)
        grid = FormGrid(2)
        grid.add(w.UNITS, self.units, 2)
        grid.add(w.LEVEL, self.levels)
        grid.add(w.SOURCE, self.sources)
        grid.add(w.STATE, self.states)
        grid.add(w.PERSON, self.person)
        grid.add(w.DUE_FROM, self.due_from)
        self._range = grid.add(w.DUE_UNTIL, self.due_until)
        self._named = grid.add(w.DIRECTIVE, self.directive, 2)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(w.FILTER_YES, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._check)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(grid)
        column.addWidget(buttons)
        self.setMinimumWidth(self.fontMetrics().height() * 30)

    @classmethod
    def ask(  # noqa: PLR0913  what the question offers
        cls,
        parent: QWidget | None,
        wanted: AssignmentFilter,
        levels: Mapping[str, str],
        find: Find,
        *,
        units: Mapping[int, str],
        known: str = "",
    ) -> AssignmentFilter | None:
        """The filter with its further parts as they were answered, or None."""
        dialog = cls(parent, wanted, levels, find, units=units, known=known)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        found = dialog.answer() if accepted else None
        dialog.deleteLater()
        return found

    def answer(self) -> AssignmentFilter:
        """The filter that is asked for."""
        notation = self.directive.text().strip()
        units = self.units.chosen
        return replace(
            self._wanted,
            unit_id=units[0] if len(units) == 1 else None,
            unit_ids=units if len(units) > 1 else (),
            group_id=None if units else self._wanted.group_id,
            levels=self.levels.chosen,
            sources=self.sources.chosen,
            states=self.states.chosen,
            due_from=self.due_from.value,
            due_until=self.due_until.value,
            person=self.person.text().strip(),
            directive_id=self._find(notation) if notation else None,
            item_id=self._wanted.item_id if notation else None,
        )

    @Slot()
    def _check(self) -> None:
        answer, notation = self.answer(), self.directive.text().strip()
        crossed = answer.due_from and answer.due_until and answer.due_from > answer.due_until
        lost = notation and answer.directive_id is None
        self._range.set_fault(w.WRONG_RANGE if crossed else "")
        self._named.set_fault(w.NO_DIRECTIVE if lost else "")
        if not (crossed or lost or self.due_from.is_wrong or self.due_until.is_wrong):
            self.accept()
