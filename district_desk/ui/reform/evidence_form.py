"""A document that proves something, known by its number, date and subject."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from district_desk.desk import Desk
from district_desk.desk.reform.evidence import put_document
from district_desk.desk.sentences import sentence_of
from district_desk.domain.problems import Problem
from district_desk.domain.reform_plans import Evidence
from district_desk.ui.operations import Operations
from district_desk.ui.reform import evidence_words as w
from district_desk.ui.theme import Tone
from district_desk.ui.widgets.buttons import as_default, button
from district_desk.ui.widgets.date_field import DateField
from district_desk.ui.widgets.form import FormGrid
from district_desk.ui.widgets.labels import label
from district_desk.ui.widgets.message_bar import MessageBar


class EvidenceForm(QDialog):
    """One document, new or to be corrected."""

    def __init__(self, parent: QWidget | None, desk: Desk, operations: Operations, evidence: Evidence) -> None:
        super().__init__(parent)
        self._desk, self._operations, self._before = desk, operations, evidence
        self.setWindowTitle(w.TITLE)
        self.messages = MessageBar()
        self.notation = QLineEdit(evidence.notation)
        self.dated = DateField(w.DATED)
        self.dated.set_value(evidence.dated)
        self.subject = QLineEdit(evidence.subject)
        form = FormGrid(2)
        form.add(w.NOTATION, self.notation)
        form.add(w.DATED, self.dated)
        form.add(w.SUBJECT, self.subject, span=2)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button(w.CANCEL, self.close))
        row.addWidget(as_default(button(w.KEEP, self.keep, role="primary", picture="save")))
        column = QVBoxLayout(self)
        if evidence.name:
            column.addWidget(label(evidence.name, role="heading"))
        column.addWidget(self.messages)
        column.addWidget(form)
        column.addLayout(row)
        self.resize(self.fontMetrics().height() * 30, self.sizeHint().height())
        self.notation.setFocus()

    def keep(self) -> None:
        """Write what was typed."""
        said = replace(self._before, notation=self.notation.text(), dated=self.dated.value, subject=self.subject.text())
        work = partial(put_document, self._desk, said)
        self._operations.run(work, on_done=self._kept, on_problem=self._refused, initiator=self)

    @Slot(object)
    def _kept(self, _: object) -> None:
        self.accept()

    @Slot(object)
    def _refused(self, problem: Problem) -> None:
        self.messages.say(sentence_of(problem), Tone.DANGER)

    def done(self, result: int) -> None:
        super().done(result)
        self.deleteLater()
