"""Two questions about a plan: where its document stands in the register, and what its sections I and V say."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from district_desk.desk import Desk
from district_desk.desk.numbering import next_arrival_number
from district_desk.desk.reform.plan_following import plan_document, registered_plans
from district_desk.domain.reform_plans import Plan
from district_desk.ui.reform import measure_words as w
from district_desk.ui.reform.plan_words import directive_name
from district_desk.ui.widgets.buttons import as_default
from district_desk.ui.widgets.form import FormGrid
from district_desk.ui.widgets.labels import selectable
from district_desk.ui.words import day


@dataclass(frozen=True, slots=True)
class FollowAnswer:
    """The record that is the plan, or None to register it under ``arrival`` (empty: the next number)."""

    directive_id: int | None
    arrival: str = ""


class FollowQuestion(QDialog):
    """The plan's document: one that stands in the register already, or a new record of it."""

    def __init__(self, parent: QWidget | None, desk: Desk, plan: Plan, unit: str, count: int) -> None:
        super().__init__(parent)
        self.setWindowTitle(w.FOLLOW_TITLE)
        paper, held = plan_document(desk, plan.id), registered_plans(desk, plan.id)
        self.held = [QRadioButton(w.FOLLOW_HELD.format(name=directive_name(each))) for each in held]
        self._ids = [each.id for each in held]
        arrived = paper.arrived or desk.today()
        name = str(paper.notation) if paper.number or paper.symbol else "chưa có số"
        self.new = QRadioButton(w.FOLLOW_NEW.format(name=name, day=day(arrived)))
        self.arrival = QLineEdit()
        self.arrival.setAccessibleName("Số đến")
        self.arrival.setMaximumWidth(self.fontMetrics().height() * 6)
        if desk.office.automatic_numbers:
            self.arrival.setPlaceholderText(str(next_arrival_number(desk, arrived.year)))
        self._needs_number = not desk.office.automatic_numbers
        (self.held or [self.new])[0].setChecked(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.yes = as_default(buttons.addButton(w.FOLLOW_YES, QDialogButtonBox.ButtonRole.AcceptRole))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.new)
        row.addWidget(self.arrival)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addWidget(selectable(w.FOLLOW_ABOUT.format(count=count, unit=unit)))
        for each in self.held:
            column.addWidget(each)
        column.addLayout(row)
        column.addWidget(buttons)
        self.new.toggled.connect(self._follow)
        self.arrival.textChanged.connect(self._follow)
        self.setMinimumWidth(self.fontMetrics().height() * 34)
        self._follow()

    @classmethod
    def ask(cls, parent: QWidget | None, desk: Desk, plan: Plan, unit: str, count: int) -> FollowAnswer | None:
        """Which record it is, or None. A plan that has its document is asked nothing."""
        if plan.directive_id is not None:
            return FollowAnswer(plan.directive_id)
        dialog = cls(parent, desk, plan, unit, count)
        answer = dialog.answer() if dialog.exec() == QDialog.DialogCode.Accepted else None
        dialog.deleteLater()
        return answer

    def answer(self) -> FollowAnswer:
        """What is chosen."""
        chosen = next((each for each, radio in zip(self._ids, self.held, strict=True) if radio.isChecked()), None)
        return FollowAnswer(chosen, self.arrival.text().strip() if chosen is None else "")

    @Slot()
    def _follow(self) -> None:
        self.arrival.setEnabled(self.new.isChecked())
        lacks = self.new.isChecked() and self._needs_number and not self.arrival.text().strip()
        self.yes.setEnabled(not lacks)


class TextsQuestion(QDialog):
    """Sections I and V of the printed plan, and the office's note."""

    def __init__(self, parent: QWidget | None, plan: Plan) -> None:
        super().__init__(parent)
        self.setWindowTitle(w.TEXTS_TITLE)
        self.purpose, self.organisation = QPlainTextEdit(plan.purpose), QPlainTextEdit(plan.organisation)
        self.note = QLineEdit(plan.note)
        grid = FormGrid(1)
        for name, field in ((w.PURPOSE, self.purpose), (w.ORGANISATION, self.organisation)):
            field.setTabChangesFocus(True)
            field.setMinimumHeight(self.fontMetrics().height() * 6)
            grid.add(name, field)
        grid.add(w.NOTE, self.note)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        as_default(buttons.addButton(w.KEEP, QDialogButtonBox.ButtonRole.AcceptRole))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(grid, 1)
        column.addWidget(buttons)
        self.resize(self.fontMetrics().height() * 40, self.sizeHint().height())

    @classmethod
    def ask(cls, parent: QWidget | None, plan: Plan) -> Plan | None:
        """The plan with its texts as they are now, or None."""
        dialog = cls(parent, plan)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        changed = replace(
            plan, purpose=dialog.purpose.toPlainText().strip(), note=dialog.note.text().strip(),
            organisation=dialog.organisation.toPlainText().strip(),
        )  # fmt: skip
        dialog.deleteLater()
        return changed if accepted else None
