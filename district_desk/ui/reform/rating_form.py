"""The official rating and rank of a unit, typed as they were announced; what the points say stands beside them."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from district_desk.desk import Desk
from district_desk.desk.reform.results import UnitResult
from district_desk.desk.reform.scoring import set_rating
from district_desk.desk.sentences import sentence_of
from district_desk.domain.problems import BadValue, Problem
from district_desk.domain.reform_scores import UnitRating
from district_desk.ui.operations import Operations
from district_desk.ui.reform import words as w
from district_desk.ui.theme import Tone
from district_desk.ui.widgets.buttons import as_default, button
from district_desk.ui.widgets.form import FormGrid
from district_desk.ui.widgets.labels import label
from district_desk.ui.widgets.message_bar import MessageBar


class RatingForm(QDialog):
    """One unit's announced rating."""

    def __init__(
        self, parent: QWidget | None, desk: Desk, operations: Operations, shown: UnitResult, bands: Sequence[str],
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._desk, self._operations, self._shown = desk, operations, shown
        index_id = shown.counted.tree.domains[0].index_id
        held = desk.store.reading().find(UnitRating, index_id=index_id, unit_id=shown.unit.id)
        self._before = held[0] if held else UnitRating(index_id, shown.unit.id)
        self.setWindowTitle(w.RATING_TITLE)
        self.messages = MessageBar()
        self.rating = QComboBox()
        self.rating.setEditable(True)
        self.rating.addItems(list(dict.fromkeys(["", *bands])))
        self.rating.setCurrentText(self._before.rating)
        self.rank = QLineEdit(str(self._before.rank or ""))
        self.note = QLineEdit(self._before.note)
        form = FormGrid(2)
        form.add(w.RATING, self.rating, span=2)
        form.add(w.RANK, self.rank)
        form.add(w.NOTE, self.note)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button(w.CANCEL, self.close))
        row.addWidget(as_default(button(w.KEEP, self.keep, role="primary", picture="save")))
        column = QVBoxLayout(self)
        column.addWidget(label(shown.unit.name, role="heading"))
        said = label(w.by_points(shown.formula, shown.rank), role="muted")
        said.setWordWrap(True)
        column.addWidget(said)
        column.addWidget(self.messages)
        column.addWidget(form)
        column.addLayout(row)
        self.resize(self.fontMetrics().height() * 30, self.sizeHint().height())
        self.rating.setFocus()

    def keep(self) -> None:
        """Write what was typed; all empty takes the rating away."""
        rank = self.rank.text().strip()
        if rank and not (rank.isascii() and rank.isdigit() and int(rank) > 0):
            self._refused(BadValue("rank", rank))
            return
        announced = replace(
            self._before, rating=self.rating.currentText(), rank=int(rank) if rank else None, note=self.note.text()
        )
        work = partial(set_rating, self._desk, announced)
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
