"""A periodic report that an item of a directive asks for: its periods are the periods of that recurring duty.

What is noted in one place counts in the other: a report that comes closes the unit's line of the period, and a line that
was closed counts as a report that came. They meet only where a period's name states a code ("Quý I" is "2023-Q1").
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from district_desk.desk.following_up import Told
from district_desk.desk.office_desk import Desk
from district_desk.desk.steps import checked, lives, put_step
from district_desk.domain.assignments import Assignment, EventKind, Role, State, is_given
from district_desk.domain.follow_up import Life
from district_desk.domain.periodic_reports import ReportPeriod, ReportSeries, Submission
from district_desk.domain.problems import Problem
from district_desk.domain.vietnamese import collapse, fold
from district_desk.store import Reader, Writing

_CODES: Final = {
    "quy i": "-Q1", "quy ii": "-Q2", "quy iii": "-Q3", "quy iv": "-Q4",
    "quy 1": "-Q1", "quy 2": "-Q2", "quy 3": "-Q3", "quy 4": "-Q4",
    "6 thang": "-H1", "6 thang dau nam": "-H1", "6 thang cuoi nam": "-H2", "9 thang": "-9M", "nam": "", "ca nam": "",
}  # fmt: skip
_MONTH: Final = re.compile(r"thang (0?[1-9]|1[0-2])")

Duties = dict[tuple[int, str], Life]
"""The line of a unit for a period, by the unit's id and the period's name."""


def period_code(period: ReportPeriod) -> str | None:
    """The code by which recurring duties know a period of that name; None where the name states none."""
    name = collapse(fold(period.name))
    if month := _MONTH.fullmatch(name):
        return f"{period.year:04}-{int(month[1]):02}"
    return f"{period.year:04}{_CODES[name]}" if name in _CODES else None


def duties_of(reader: Reader, series: ReportSeries, periods: Sequence[ReportPeriod], as_of: date) -> Duties:
    """The lines of the item that asks for the series, as of a day; recalled ones and those to come are left out."""
    if series.item_id is None:
        return {}
    names = {code: period.name for period in periods if (code := period_code(period))}
    lines = [
        line
        for line in reader.find(Assignment, item_id=series.item_id)
        if line.period in names and line.role is Role.LEAD and is_given(line, as_of)
    ]
    found = lives(reader, [line.id for line in lines], as_of)
    return {
        (each.assignment.unit_id, names[each.assignment.period]): each
        for each in found
        if each.standing.state is not State.RECALLED
    }


def told_by_duty(line: Life) -> Submission | None:
    """What a closed line says of the report: when it was done, and the number that ended it."""
    if line.standing.done is None:
        return None
    notation = next((event.notation for event in reversed(line.events) if event.kind is EventKind.ACCEPTED), "")
    return Submission(0, line.assignment.unit_id, line.standing.done, notation)


def close_duty(desk: Desk, writing: Writing, line: Life, submission: Submission) -> bool:
    """Close the line of a period with the report that came, inside its operation; whether that could be.

    A line that cannot be closed (the report is older than the directive, the office asks for the file of a result) stays
    open and is shown so.
    """
    if not line.is_open or submission.received is None or desk.office.result_file_required:
        return False
    event = replace(
        Told(desk.today(), notation=submission.notation).event(EventKind.ACCEPTED), counts_on=submission.received
    )
    try:
        step = checked(desk, writing.reader, line, event)
    except Problem:
        return False
    put_step(desk, writing, line, step, ())
    return True
