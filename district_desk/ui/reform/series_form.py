"""A periodic report as a form: what it is, who owes it, which item asks for it, and the days of each period."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from district_desk.desk.reform.report_series import check_series, kinds_of, kinds_text
from district_desk.desk.reform.submission_words import year_day_read, year_day_words
from district_desk.desk.sentences import sentence_of
from district_desk.desk.words import UNIT_KINDS
from district_desk.domain.items import Item, place_in_words
from district_desk.domain.periodic_reports import PERIOD_DAYS, PeriodRule, ReportSeries
from district_desk.domain.problems import Problem
from district_desk.domain.vietnamese import nfc
from district_desk.ui.reform import report_words as w
from district_desk.ui.theme import Tone
from district_desk.ui.widgets.buttons import as_default, button, tool_button
from district_desk.ui.widgets.form import FormGrid
from district_desk.ui.widgets.labels import label
from district_desk.ui.widgets.message_bar import MessageBar
from district_desk.ui.widgets.tick_box import TickBox

_ITEM_LETTERS = 70


class SeriesForm(QDialog):
    """Edits a series with its periods; nothing is written here."""

    def __init__(
        self, parent: QWidget | None, series: ReportSeries, rules: Sequence[PeriodRule], items: Sequence[Item]
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(w.NEW_TITLE)
        self._series, self._held = series, [*rules]
        self.messages = MessageBar()
        self.title, self.receiver, self.basis = (
            QLineEdit(series.title),
            QLineEdit(series.receiver),
            QLineEdit(series.basis),
        )
        self.kinds = TickBox(w.NO_KIND, UNIT_KINDS, kinds_of(series))
        self.item = _item_box(items, series.item_id)
        self._grid = QGridLayout()
        self._lines: list[tuple[QLineEdit, ...]] = []
        self._drops: list[QWidget] = []
        self._build()
        for rule in rules or [PeriodRule(series.id, "")]:
            self._add_line(rule)

    @property
    def series(self) -> ReportSeries:
        """The series as the form reads now."""
        return replace(
            self._series, title=nfc(self.title.text().strip()), receiver=nfc(self.receiver.text().strip()),
            basis=nfc(self.basis.text().strip()), unit_kinds=kinds_text(self.kinds.chosen), item_id=self.item.currentData(),
        )  # fmt: skip

    def rules(self) -> list[PeriodRule]:
        """The periods as the form reads now; a line without any word is left out.

        Raises:
            BadValue: of "period_day", for what names no day of a year.
        """
        found = []
        for place, line in enumerate(self._lines):
            name, *days = (entry.text() for entry in line)
            if any(text.strip() for text in (name, *days)):
                held = self._held[place] if place < len(self._held) else PeriodRule(self._series.id, "")
                first, last, unit_due, bureau_due, upper_due = map(year_day_read, days)
                found.append(
                    replace(
                        held, name=nfc(name.strip()), first=first, last=last, unit_due=unit_due, bureau_due=bureau_due,
                        upper_due=upper_due,
                    )
                )  # fmt: skip
        return found

    def answer(self) -> tuple[ReportSeries, list[PeriodRule]] | None:
        """Open the form and wait: the series and its periods, or None."""
        accepted = self.exec() == QDialog.DialogCode.Accepted
        found = (self.series, self.rules()) if accepted else None
        self.deleteLater()
        return found

    @Slot()
    def try_to_accept(self) -> None:
        """Close where everything can be kept, else say what is wrong."""
        try:
            check_series(self.series, self.rules())
        except Problem as problem:
            self.messages.say(sentence_of(problem), Tone.DANGER)
        else:
            self.accept()

    # -- inside ---------------------------------------------------------------------------------------------

    def _build(self) -> None:
        form = FormGrid(2)
        form.add("Tên báo cáo", self.title, 2)
        form.add("Nơi nhận, tổng hợp", self.receiver)
        form.add(w.KINDS, self.kinds)
        form.add("Căn cứ", self.basis, 2)
        form.add(w.ITEM, self.item, 2)
        for column, heading in enumerate(w.PERIOD_HEADINGS):
            self._grid.addWidget(label(heading, role="muted"), 0, column)
            self._grid.setColumnStretch(column, 1)
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.addLayout(self._grid)
        rows.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        hint = label(w.PERIODS, role="muted")
        hint.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        as_default(buttons.addButton(w.SAVE, QDialogButtonBox.ButtonRole.AcceptRole))
        buttons.addButton(button(w.ADD_PERIOD, self.add_period, picture="add"), QDialogButtonBox.ButtonRole.ActionRole)
        buttons.accepted.connect(self.try_to_accept)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        for part in (self.messages, form, hint):
            whole.addWidget(part)
        whole.addWidget(area, 1)
        whole.addWidget(buttons)
        unit = self.fontMetrics().height()
        above = self.parentWidget()
        room = above.window().size() if above else self.maximumSize()
        self.resize(min(unit * 58, room.width() - unit), min(unit * 36, room.height() - unit))

    @Slot()
    def add_period(self) -> None:
        """A blank period at the end."""
        self._add_line(PeriodRule(self._series.id, ""))
        self._lines[-1][0].setFocus()

    def _add_line(self, rule: PeriodRule) -> None:
        number = len(self._lines) + 1
        texts = (rule.name, *(year_day_words(getattr(rule, name)) for name in PERIOD_DAYS))
        line = tuple(QLineEdit(text) for text in texts)
        for column, (entry, heading) in enumerate(zip(line, w.PERIOD_HEADINGS, strict=True)):
            entry.setAccessibleName(f"{heading} {number}")
            self._grid.addWidget(entry, number, column)
        drop = tool_button("remove", w.DROP_PERIOD.format(number=number), lambda: self._clear(line))
        self._grid.addWidget(drop, number, len(line))
        self._lines.append(line)

    def _clear(self, line: tuple[QLineEdit, ...]) -> None:
        """A line without a word is no period."""
        for entry in line:
            entry.clear()
        line[0].setFocus()


def _item_box(items: Sequence[Item], chosen: int | None) -> QComboBox:
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.addItem(w.NO_ITEM, None)
    for item in items:
        text = " ".join(item.text.split())
        place = place_in_words(item.path, item.kind)
        box.addItem(f"{place}: {text[:_ITEM_LETTERS]}{'…' if len(text) > _ITEM_LETTERS else ''}", item.id)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box
