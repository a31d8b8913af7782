"""What periodic reports and the reform year ask for on a day, told in one line beside the day's work.

Examples that nobody made their own ask for nothing, nor does what fell due before the office entered it. A unit whose
line of a recurring duty stands among the tasks is told there.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from district_desk.desk.listing import near
from district_desk.desk.office_desk import Desk
from district_desk.desk.reform.report_matrix import ReportMatrix, matrix
from district_desk.desk.reform.report_series import series_list
from district_desk.desk.reform.submission_words import period_words
from district_desk.desk.reform.year import StepState, year_steps
from district_desk.domain.changes import Entity
from district_desk.domain.periodic_reports import ReportPeriod


@dataclass(frozen=True, slots=True)
class ReformDue:
    """Something that is due or late: ``part`` is where it is done ("reports", "year"), of which ``year``."""

    part: str
    year: int
    due: date
    what: str


def reform_due(desk: Desk, as_of: date) -> list[ReformDue]:
    """What is late, or due within the days that the office calls near; the earliest first."""
    return sorted((*_reports(desk, as_of), *_steps(desk, as_of)), key=lambda each: (each.due, each.part, each.what))


def _reports(desk: Desk, as_of: date) -> Iterator[ReformDue]:
    soon = near(desk, as_of)
    for series in series_list(desk):
        if series.is_example:
            continue
        since = _entered(desk, Entity.REPORT_SERIES, series.id)
        for year in (as_of.year - 1, as_of.year):
            shown = matrix(desk, series.id, year, as_of=as_of)
            for period in shown.periods:
                yield from (each for each in _period(shown, period) if since <= each.due <= soon)


def _period(shown: ReportMatrix, period: ReportPeriod) -> Iterator[ReformDue]:
    title = f"{shown.series.title}, {period_words(period)}"
    silent = [cell for cell in shown.of_period(period.name) if cell.is_awaited and cell.duty is None]
    if silent and period.unit_due:
        yield ReformDue("reports", shown.year, period.unit_due, f"{title}: {len(silent)} đơn vị chưa nộp")
    own = shown.own(period.name)
    if own is not None and own.is_awaited and own.due:
        yield ReformDue("reports", shown.year, own.due, f"{title}: ta chưa gửi cấp trên")


def _steps(desk: Desk, as_of: date) -> Iterator[ReformDue]:
    for year in (as_of.year - 1, as_of.year):
        for each in year_steps(desk, year, as_of=as_of):
            if each.step.is_example or each.state not in (StepState.LATE, StepState.NEAR):
                continue
            if each.day >= _entered(desk, Entity.CYCLE_STEP, each.step.id):
                yield ReformDue("year", year, each.day, each.step.title)


def _entered(desk: Desk, entity: Entity, record_id: int) -> date:
    """The day on which the office came to have that record."""
    story = desk.store.reading().history_of(entity, record_id)
    return story[0].operation.at.date() if story else date.min
