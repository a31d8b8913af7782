"""Asks for one step of a line's life: the fields of the step, filled once for every chosen line."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from district_desk.desk.following_up import Told
from district_desk.desk.words import CHANNELS
from district_desk.domain.assignments import Channel
from district_desk.domain.units import Unit
from district_desk.ui.tasks import step_words as w
from district_desk.ui.tasks.step_words import Step
from district_desk.ui.widgets.buttons import as_default, button
from district_desk.ui.widgets.date_field import DateField
from district_desk.ui.widgets.form import FormGrid
from district_desk.ui.widgets.labels import ElidedLabel, label

_COLUMNS: Final = 2
_DAYS: Final = ("on", "done_on", "dated", "new_due", "due")
_LONG: Final = ("text", "reason", "files", "unit_id")


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered: what was told, and the fields that a step has beyond that."""

    told: Told
    done_on: date | None = None
    percent: int | None = None
    new_due: date | None = None
    due: date | None = None
    unit_id: int | None = None


class StepQuestion(QDialog):
    """One step for one line or several; it can be answered once what the step needs is there."""

    def __init__(
        self, parent: QWidget | None, step: Step, lines: int, offered: date, units: Sequence[Unit] = ()
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(w.title(step))
        self._step = step
        self.fault = label("", role="fault")
        self.fault.setWordWrap(True)
        self.fault.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._yes = as_default(buttons.addButton(step.yes, QDialogButtonBox.ButtonRole.AcceptRole))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)  # it would look like the answer
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.fields: dict[str, Any] = {}
        self.fields |= {name: self._make(name, units) for name in step.fields}
        for name in ("on", "done_on"):
            if name in self.fields:
                self.fields[name].set_value(offered)
        grid = FormGrid(_COLUMNS)
        for name, field in self.fields.items():
            row = grid.add(step.names.get(name, w.NAMES[name]), field, _COLUMNS if name in _LONG else 1)
            row.setMinimumHeight(row.minimumSizeHint().height())  # on a small screen its text lost the lower edge
        column = QVBoxLayout(self)
        column.addWidget(label(w.for_lines(lines), role="muted"))
        column.addWidget(self.fault)
        column.addWidget(grid)
        column.addWidget(buttons)
        self.setMinimumWidth(self.fontMetrics().height() * 30)
        self._follow()

    @classmethod
    def ask(  # noqa: PLR0913  what the question shows
        cls,
        parent: QWidget | None,
        step: Step,
        lines: int,
        *,
        offered: date,
        units: Sequence[Unit] = (),
        answer: Answer | None = None,
        fault: str = "",
    ) -> Answer | None:
        """The answer, or None. ``answer`` and ``fault``: what was answered before, and why it could not be written."""
        dialog = cls(parent, step, lines, offered, units)
        if answer is not None:
            dialog.show_answer(answer, fault)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        found = dialog.answer() if accepted else None
        dialog.deleteLater()
        return found

    def answer(self) -> Answer:
        """What stands in the fields."""
        day, text = self._day, self._text
        told = Told(
            day("on") or day("done_on") or date.min, text("text"), self._chosen("channel") or Channel.NONE,
            text("person"), text("notation"), day("dated"), text("asked_notation"), text("decided_by"), text("reason"),
            self.fields["files"].paths if "files" in self.fields else (),
        )  # fmt: skip
        percent = text("percent")
        return Answer(
            told, day("done_on"), int(percent) if percent else None, day("new_due"), day("due"),
            self._chosen("unit_id"),
        )  # fmt: skip

    def show_answer(self, answer: Answer, fault: str) -> None:
        """Show an answer that was refused, with the reason."""
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        for name, field in self.fields.items():
            value = getattr(answer if hasattr(answer, name) else answer.told, name)
            if isinstance(field, DateField):
                field.set_value(value)
            elif isinstance(field, QComboBox):
                field.setCurrentIndex(max(0, field.findData(value)))
            elif isinstance(field, FilesField):
                field.set_paths(value)
            elif isinstance(field, QPlainTextEdit):
                field.setPlainText(value)
            else:
                field.setText("" if value is None else str(value))
        self._follow()

    @Slot()
    def _follow(self) -> None:
        days = [field for field in self.fields.values() if isinstance(field, DateField)]
        has_days = "on" not in self.fields or self.fields["on"].value is not None
        readable = has_days and not any(field.is_wrong for field in days)
        whole = all(any(self._is_filled(name) for name in group) for group in self._step.needs)
        percent = self.fields.get("percent")
        self._yes.setEnabled(readable and whole and (percent is None or not percent.text() or _is_share(percent)))

    def _is_filled(self, name: str) -> bool:
        field = self.fields[name]
        if isinstance(field, FilesField):
            return bool(field.paths)
        if isinstance(field, DateField):
            return field.value is not None
        return self._chosen(name) is not None if isinstance(field, QComboBox) else bool(self._text(name))

    def _day(self, name: str) -> date | None:
        field = self.fields.get(name)
        return field.value if isinstance(field, DateField) else None

    def _text(self, name: str) -> str:
        field = self.fields.get(name)
        if isinstance(field, QPlainTextEdit):
            return field.toPlainText().strip()
        return field.text().strip() if isinstance(field, QLineEdit) else ""

    def _chosen(self, name: str) -> Any:
        field = self.fields.get(name)
        return field.currentData() if isinstance(field, QComboBox) else None

    def _make(self, name: str, units: Sequence[Unit]) -> QWidget:
        if name in _DAYS:
            day = DateField(self._step.names.get(name, w.NAMES[name]))
            day.textChanged.connect(self._follow)
            return day
        if name in ("channel", "unit_id"):
            offered: Sequence[tuple[str, Any]] = [(words, each) for each, words in CHANNELS.items()]
            return _box(offered if name == "channel" else _units(units), self._follow)
        if name == "files":
            files = FilesField()
            files.changed.connect(self._follow)
            return files
        return self._line(name)

    def _line(self, name: str) -> QWidget:
        if name in ("text", "reason"):
            words = QPlainTextEdit()
            words.setTabChangesFocus(True)
            words.setFixedHeight(self.fontMetrics().height() * 7 // 4 * 2)  # even: half a pixel loses the lower edge
            words.textChanged.connect(self._follow)
            return words
        line = QLineEdit()
        if name == "percent":
            line.setValidator(QIntValidator(0, 100, line))
            line.setPlaceholderText(w.PERCENT_RANGE)
        line.textChanged.connect(self._follow)
        return line


class FilesField(QWidget):
    """Files that prove a step: chosen in the system's dialog, shown by name. ``changed()`` when others were chosen."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.paths: tuple[Path, ...] = ()
        self._names = ElidedLabel(w.NO_FILES)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(button(w.CHOOSE_FILES, self._choose, picture="attach"))
        row.addWidget(self._names, 1)

    def set_paths(self, paths: Sequence[Path]) -> None:
        """Take these files instead."""
        self.paths = tuple(paths)
        self._names.setText(", ".join(path.name for path in self.paths) or w.NO_FILES)
        self.changed.emit()

    @Slot()
    def _choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(self, w.CHOOSE_FILES, "", w.FILES_OF)
        if chosen:
            self.set_paths([Path(each) for each in chosen])


def _is_share(line: QLineEdit) -> bool:
    return line.hasAcceptableInput()


def _units(units: Sequence[Unit]) -> list[tuple[str, Any]]:
    return [("", None), *((unit.name, unit.id) for unit in units)]


def _box(offered: Sequence[tuple[str, Any]], follow: Callable[[], None]) -> QComboBox:
    box = QComboBox()
    for words, value in offered:
        box.addItem(words, value)
    box.currentIndexChanged.connect(follow)
    return box
