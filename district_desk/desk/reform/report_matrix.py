"""The matrix units × periods of a periodic report, as of a day.

Our own report to the level above is the submission of the unit that is our bureau; it is owed by the period's last day
for that level, the others by the day of the units.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from district_desk.desk.office_desk import Desk
from district_desk.desk.reform.report_duties import duties_of, told_by_duty
from district_desk.desk.reform.report_series import PeriodKey, bureau_of, owing_units, periods_of
from district_desk.domain.follow_up import Life
from district_desk.domain.periodic_reports import AWAITED, ReportPeriod, ReportSeries, ReportState, Submission
from district_desk.domain.units import Unit


@dataclass(frozen=True, slots=True)
class ReportCell:
    """A unit and a period: ``due`` as set, ``last_working`` the last working day in time, days late in calendar days.

    ``duty`` is the unit's line of the recurring duty for the same period, where the series is tied to one; ``by_duty``
    is whether only that line says that the report came.
    """

    unit: Unit
    period: ReportPeriod
    due: date | None
    last_working: date | None
    state: ReportState
    days_late: int
    submission: Submission
    duty: Life | None = None

    @property
    def is_awaited(self) -> bool:
        """Whether the report has still to come."""
        return self.state in AWAITED

    @property
    def by_duty(self) -> bool:
        """Whether the report is known from the line of the duty alone."""
        return not self.is_awaited and self.submission.id == 0

    @property
    def duty_open(self) -> bool:
        """Whether the report came and the line of the duty stands open still."""
        return self.duty is not None and not self.is_awaited and self.duty.is_open


@dataclass(frozen=True, slots=True)
class ReportMatrix:
    """A series in a year as of a day. ``cells`` by unit and name of the period, none where the unit does not owe it;
    ``bureau`` is the unit whose row is our own report."""

    series: ReportSeries
    year: int
    as_of: date
    periods: tuple[ReportPeriod, ...]
    units: tuple[Unit, ...]
    cells: Mapping[tuple[int, str], ReportCell]
    bureau: Unit | None

    def of_period(self, name: str) -> list[ReportCell]:
        """The units' cells of a period, in the office's order, without our own."""
        found = (self.cells.get((unit.id, name)) for unit in self.units)
        return [cell for cell in found if cell is not None and cell.unit != self.bureau]

    def own(self, name: str) -> ReportCell | None:
        """Our own report of a period to the level above."""
        return self.cells.get((self.bureau.id, name)) if self.bureau else None


def matrix(desk: Desk, series_id: int, year: int, *, as_of: date | None = None) -> ReportMatrix:
    """Units × periods of a series, as of a day (today).

    Raises:
        NotFound: no such series.
    """
    reader, day = desk.store.reading(), as_of or desk.today()
    series = reader.get(ReportSeries, series_id)
    periods = periods_of(reader, series_id, year)
    duties, bureau = duties_of(reader, series, periods, day), bureau_of(desk)
    cells: dict[tuple[int, str], ReportCell] = {}
    for period in periods:
        kept = {each.unit_id: each for each in reader.find(Submission, period_id=period.id)} if period.id else {}
        ours = {bureau.id: bureau} if bureau else {}
        owing = {unit.id: unit for unit in owing_units(desk, series, period)} | ours
        for unit in (owing | reader.many(Unit, kept.keys() - owing.keys())).values():
            due = period.upper_due if unit == bureau else period.unit_due
            cells[unit.id, period.name] = _cell(
                desk, unit, period, due=due, kept=kept.get(unit.id), duty=duties.get((unit.id, period.name)), day=day
            )
    units = {cell.unit.id: cell.unit for cell in cells.values()}
    ordered = sorted(units.values(), key=lambda unit: (unit == bureau, unit.position, unit.id))
    return ReportMatrix(series, year, day, tuple(periods), tuple(ordered), cells, bureau)


def missing_units(desk: Desk, key: PeriodKey, *, as_of: date | None = None) -> list[Unit]:
    """The units that have not sent the report of a period as of a day (today), whether or not its day has passed."""
    shown = matrix(desk, key.series_id, key.year, as_of=as_of)
    return [cell.unit for cell in shown.of_period(key.name) if cell.is_awaited]


def _cell(  # noqa: PLR0913  what a cell is made of
    desk: Desk, unit: Unit, period: ReportPeriod, *,
    due: date | None, kept: Submission | None, duty: Life | None, day: date,
) -> ReportCell:  # fmt: skip
    submission = kept or Submission(period.id, unit.id)
    if duty is not None and submission.state(due, day) in AWAITED:
        told = told_by_duty(duty)
        submission = replace(told, period_id=period.id) if told else submission
    state = submission.state(due, day)
    last = desk.calendar.last_working_on_or_before(due) if due else None
    late = 0 if state is ReportState.NOT_DUE else submission.days_late(due, day)
    return ReportCell(unit, period, due, last, state, late, submission, duty)
