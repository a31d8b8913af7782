"""A form whose record the desk looks at before it closes, so that nothing typed is lost when something is wrong."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from district_desk.desk.sentences import sentence_of
from district_desk.domain.problems import Problem
from district_desk.ui.catalogue.record_form import FieldSpec, RecordForm
from district_desk.ui.widgets.labels import label


class CheckedForm(RecordForm):
    """Edits one frozen record; ``check`` raises a Problem, which is said below the field of ``fault_at``."""

    def __init__(  # noqa: PLR0913  a form, what it is of, and who looks at it
        self, parent: QWidget | None, title: str, record: Any, specs: Sequence[FieldSpec], *,
        check: Callable[[Any], object], fault_at: str, facts: str = "",
    ) -> None:  # fmt: skip
        super().__init__(parent, title, record, specs)
        self._check, self._fault_at = check, fault_at
        if facts:
            told = label(facts, role="muted")
            told.setWordWrap(True)
            self.column.insertWidget(0, told)

    def answer(self) -> Any | None:
        """Open the form and wait: the record as changed, or None."""
        found = self.record if self.exec() == QDialog.DialogCode.Accepted else None
        self.deleteLater()
        return found

    def _faults(self) -> bool:
        if super()._faults():
            return True
        try:
            self._check(self.record)
        except Problem as problem:
            self._rows[self._fault_at].set_fault(sentence_of(problem))
            self.entries[self._fault_at].setFocus()
            return True
        return False
