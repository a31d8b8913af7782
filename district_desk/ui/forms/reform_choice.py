"""What a form about reform is printed of: the scored year, a unit, a period, the clerk's words; and those saved before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from district_desk.desk import Desk
from district_desk.desk.reform.papers import ReformWish
from district_desk.desk.reform.prints import (
    BREAKTHROUGHS,
    EVIDENCE,
    INDEX_TABLE,
    PERIODIC,
    PLAN_TABLE,
    REFORM_ANNEX,
    REFORM_REPORT,
    UNIT_MEASURES,
    UNIT_PLAN,
)
from district_desk.domain.keepsakes import PrintedReport
from district_desk.domain.signing import SigningAs
from district_desk.ui.forms import reform_words as w
from district_desk.ui.forms.reform_texts import ReformTexts
from district_desk.ui.widgets.buttons import button
from district_desk.ui.widgets.date_field import DateField
from district_desk.ui.widgets.form import FormGrid
from district_desk.ui.widgets.labels import label
from district_desk.ui.widgets.signing_box import SigningBox

_OF_REPORTS = (REFORM_REPORT, REFORM_ANNEX, PERIODIC)
_OF_A_DAY = (PLAN_TABLE, BREAKTHROUGHS, PERIODIC)
_SIGNED_BY_US = (INDEX_TABLE, PLAN_TABLE, BREAKTHROUGHS, REFORM_REPORT)
_OF_UNITS = (INDEX_TABLE, PLAN_TABLE, UNIT_PLAN, UNIT_MEASURES, BREAKTHROUGHS, EVIDENCE, PERIODIC)
_YEARS_BACK = 6


@dataclass(frozen=True, slots=True)
class OfferedReform:
    """What can be chosen from: the newest scored year, units by id, series of reports by id with the names of their periods, what was saved."""

    scored: int
    units: Mapping[int, str]
    series: Mapping[int, str]
    periods: Mapping[int, tuple[str, ...]]
    kept: Sequence[PrintedReport]


class ReformChoice(QWidget):
    """``again(PrintedReport)`` when one that was saved is to be seen as it was."""

    again = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._form = INDEX_TABLE
        self._today = self._scored = 0
        self._periods: Mapping[int, tuple[str, ...]] = {}
        self._kept: Sequence[PrintedReport] = ()
        self.year, self.unit, self.series, self.period = QComboBox(), QComboBox(), QComboBox(), QComboBox()
        self.as_of = DateField(w.AS_OF)
        self.not_sent = QCheckBox(w.NOT_SENT)
        self.signing = SigningBox(w.SIGNING, SigningAs.BUREAU)
        self.texts = ReformTexts()
        self.kept = QComboBox()
        self.kept.setAccessibleName(w.AGAIN)
        self.kept.setPlaceholderText(w.AGAIN_NONE)
        self.show_kept = button(w.AGAIN_SHOW, self._again, picture="restore")
        self._lay_out()
        self.series.currentIndexChanged.connect(self._fill_periods)
        for box in (self.year, self.period):
            box.currentIndexChanged.connect(self._show_texts)

    def show_office(self, desk: Desk, offered: OfferedReform) -> None:
        """Offer what the office has; what was chosen stays."""
        self._kept, self._periods = offered.kept, offered.periods
        this = desk.today().year
        oldest = min(this - _YEARS_BACK, offered.scored)
        years = {year: str(year) for year in range(this + 1, oldest - 1, -1)}
        _fill(self.year, years, self.year.currentData() or offered.scored)
        _fill(self.unit, {0: w.EVERY_UNIT, **offered.units}, self.unit.currentData())
        _fill(self.series, offered.series, self.series.currentData())
        self._fill_periods()
        if not self.as_of.text():
            self.as_of.set_value(desk.today())
        self._today, self._scored = this, offered.scored
        self.texts.attach(desk, [each for each in offered.kept if each.form == REFORM_REPORT])
        self.show_form(self._form)

    def show_form(self, form: str) -> None:
        """Ask only what this form needs; a report is offered for this year, the index for the one before."""
        if (form in _OF_REPORTS) != (self._form in _OF_REPORTS) and self._today:
            self.year.setCurrentIndex(self.year.findData(self._today if form in _OF_REPORTS else self._scored))
        self._form = form
        self._year.name.setText(w.REPORT_YEAR if form in _OF_REPORTS else w.SCORED_YEAR)
        self._unit.setVisible(form in _OF_UNITS)
        self._series.setVisible(form in _OF_REPORTS)
        self._period.setVisible(form in (REFORM_REPORT, REFORM_ANNEX))
        self._as_of.setVisible(form in _OF_A_DAY)
        self.not_sent.setVisible(form == PLAN_TABLE)
        self._signing.setVisible(form in _SIGNED_BY_US)
        usual = SigningAs.COLLECTIVE if form == REFORM_REPORT else SigningAs.BUREAU
        self.signing.setCurrentIndex(self.signing.findData(usual.value))
        self.texts.setVisible(form == REFORM_REPORT)
        self.kept.clear()
        for each in (each for each in self._kept if each.form == form):
            self.kept.addItem(w.kept(each), each.id)
        some = self.kept.count() > 0
        self.kept.setCurrentIndex(0 if some else -1)
        self.kept.setEnabled(some)
        self.show_kept.setEnabled(some)
        self._show_texts()

    def wish(self) -> ReformWish | None:
        """What is asked; None where the period or the day is missing, which is then said beside its field."""
        form, day = self._form, self.as_of.value
        self._as_of.set_fault(w.NEEDED if form in _OF_A_DAY and day is None else "")
        report = form in (REFORM_REPORT, REFORM_ANNEX)
        self._period.set_fault(w.NO_PERIOD if report and not self.period.currentText() else "")
        if self._as_of.fault or self._period.fault:
            return None
        unit = self.unit.currentData() if form in _OF_UNITS else 0
        return ReformWish(
            self.year.currentData(), (unit,) if unit else (), self.period.currentText() if report else "",
            (self.series.currentData() or 0) if form in _OF_REPORTS else 0, day if form in _OF_A_DAY else None,
            only_awaited=form == PLAN_TABLE and self.not_sent.isChecked(),
            signing=self.signing.signing if form in _SIGNED_BY_US else None,
            texts=tuple(self.texts.texts.items()) if form == REFORM_REPORT else (),
        )  # fmt: skip

    # -- inside ---------------------------------------------------------------------------------------------

    @Slot()
    def _fill_periods(self, *_: object) -> None:
        names = self._periods.get(self.series.currentData() or 0, ())
        _fill(self.period, {name: name for name in names}, self.period.currentData())

    @Slot()
    def _show_texts(self, *_: object) -> None:
        if self._form == REFORM_REPORT and self.year.currentData():
            self.texts.show_period(self.year.currentData(), self.period.currentText())

    @Slot()
    def _again(self) -> None:
        report = next((each for each in self._kept if each.id == self.kept.currentData()), None)
        if report is not None:
            self.again.emit(report)

    def _lay_out(self) -> None:
        grid = FormGrid(2)
        self._year = grid.add(w.SCORED_YEAR, self.year)
        self._as_of = grid.add(w.AS_OF, self.as_of)
        self._unit = grid.add(w.UNIT, self.unit, 2)
        self._series = grid.add(w.SERIES, self.series)
        self._period = grid.add(w.PERIOD, self.period)
        self._signing = grid.add(w.SIGNING, self.signing, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(grid)
        column.addWidget(self.not_sent)
        column.addWidget(self.texts)
        column.addStretch(1)
        for widget in (label(w.AGAIN, role="muted"), self.kept, self.show_kept):
            column.addWidget(widget)


def _fill(box: QComboBox, choices: Mapping[int, str] | Mapping[str, str], chosen: object) -> None:
    """Offer other choices, with that one chosen where it is among them; nothing is told."""
    box.blockSignals(True)
    box.clear()
    for key, name in choices.items():
        box.addItem(name, key)
    box.setCurrentIndex(max(0, box.findData(chosen)) if choices else -1)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(10)
    box.blockSignals(False)


def offered_reform(desk: Desk) -> OfferedReform:
    """What the forms about reform choose from, read from the file."""
    from district_desk.desk import cataloguing
    from district_desk.desk.printed_reports import printed_reports
    from district_desk.desk.reform.index import indexes
    from district_desk.desk.reform.prints import TITLES
    from district_desk.desk.reform.report_series import rules_of, series_list

    series = series_list(desk)
    return OfferedReform(
        max((index.year for index in indexes(desk)), default=desk.today().year - 1),
        {unit.id: unit.name for unit in cataloguing.units(desk)},
        {each.id: each.title for each in series},
        {each.id: tuple(rule.name for rule in rules_of(desk, each.id)) for each in series},
        [each for each in printed_reports(desk) if each.form in TITLES],
    )
