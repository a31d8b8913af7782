"""What is noted of periodic reports: what came of whom, or why nothing is owed, and the reminders. The matrix of it is
:mod:`.report_matrix`."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from district_desk.desk.chasing import UnitMessage, sender_of
from district_desk.desk.office_desk import Desk
from district_desk.desk.reform.report_duties import close_duty, duties_of
from district_desk.desk.reform.report_matrix import ReportCell, matrix
from district_desk.desk.reform.report_series import PeriodKey, bureau_of, owing_units, period_of, put_year
from district_desk.desk.reform.submission_words import period_words, report_reminder
from district_desk.domain.changes import Changes
from district_desk.domain.periodic_reports import ReportPeriod, ReportSeries, Submission
from district_desk.domain.problems import BadValue, MissingField, WrongReceipt
from district_desk.domain.units import Unit
from district_desk.store import Writing


@dataclass(frozen=True, slots=True)
class Receipt:
    """What is noted of units and a period: the day and number of the report, or the report that it is part of, or why
    none is owed."""

    received: date | None = None
    notation: str = ""
    merged_into: str = ""
    excused: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Noted:
    """What noting did: the lines of the recurring duty that it closed, and how many it had to leave open."""

    changes: Changes
    closed: tuple[int, ...] = ()
    left_open: int = 0


@dataclass(frozen=True, slots=True)
class ReportsReminded:
    """A message for each unit, and what was written."""

    messages: tuple[UnitMessage, ...]
    changes: Changes


def check_receipt(desk: Desk, period: ReportPeriod, receipt: Receipt) -> None:
    """Whether a report of the period can have come like this.

    Raises:
        MissingField: neither a day nor another report nor an excuse.
        WrongReceipt: the day is still to come, or lies before the period begins.
    """
    if not (receipt.received or receipt.merged_into.strip() or receipt.excused.strip()):
        raise MissingField("received")
    if receipt.received is None:
        return
    if receipt.received > desk.today():
        raise WrongReceipt(receipt.received, desk.today(), period_words(period))
    if period.first and receipt.received < period.first:
        raise WrongReceipt(receipt.received, period.first, period_words(period))


def note_submissions(desk: Desk, key: PeriodKey, unit_ids: Sequence[int], receipt: Receipt) -> Noted:
    """Write what came, or why nothing is owed, of one or many units and a period, in one operation.

    Where the series is tied to a recurring duty, a report that came closes the unit's line of that period too.

    Raises:
        NotFound: no such series or period.
        MissingField, WrongReceipt: as :func:`check_receipt`.
        BadValue: of "unit_id", for a unit that does not owe the period.
    """
    return note_many(desk, [(key, unit_id) for unit_id in unit_ids], receipt)


def note_many(desk: Desk, places: Sequence[tuple[PeriodKey, int]], receipt: Receipt) -> Noted:
    """The same for units and periods in any mixture, in one operation."""
    closed: list[int] = []
    left = 0
    with desk.writing("note_submissions") as writing:
        for key in dict.fromkeys(key for key, _ in places):
            period = _made(writing, key)
            check_receipt(desk, period, receipt)
            units = [unit_id for each, unit_id in places if each == key]
            series = _must_owe(desk, writing, period, units)
            duties = duties_of(writing.reader, series, [period], date.max)
            for unit_id in units:
                kept = writing.put(_filled(_submission(writing, period, unit_id), receipt))
                line = duties.get((unit_id, period.name))
                if line is None or kept.received is None or not line.is_open:
                    continue
                if close_duty(desk, writing, line, kept):
                    closed.append(line.assignment.id)
                else:
                    left += 1
        writing.note(subject=_told_of(desk, [key for key, _ in places]), count=len(places))
    return Noted(writing.changes, tuple(closed), left)


def forget_submissions(desk: Desk, places: Sequence[tuple[PeriodKey, int]]) -> Changes:
    """Take back what was noted of these units and periods; reminders stay counted. A line of a recurring duty that it
    closed stays closed, and still tells that the report came."""
    with desk.writing("forget_submissions") as writing:
        for key, unit_id in places:
            kept = _submission(writing, _made(writing, key), unit_id)
            if not kept.id:
                continue
            if kept.reminded:
                writing.put(_filled(kept, Receipt()))
            else:
                writing.drop(kept)
        writing.note(subject=_told_of(desk, [key for key, _ in places]), count=len(places))
    return writing.changes


def remind_reports(desk: Desk, places: Sequence[tuple[PeriodKey, int]], *, on: date) -> ReportsReminded:
    """Count a reminder of every report among these that has still to come, and answer a message for each unit.

    Raises:
        BadValue: of "day", for a day to come; of "reminded", where every one of these reports came or is not owed.
    """
    if on > desk.today():
        raise BadValue("day", f"{on:%d/%m/%Y}")
    awaited = _awaited(desk, places, on)
    if not awaited:
        raise BadValue("reminded", "")
    counted: list[ReportCell] = []
    with desk.writing("remind_reports") as writing:
        for cell in awaited:
            period = _made(writing, PeriodKey(cell.period.series_id, cell.period.year, cell.period.name))
            kept = _submission(writing, period, cell.unit.id)
            told = writing.put(replace(kept, reminded=kept.reminded + 1, reminded_on=on))
            counted.append(replace(cell, submission=told))
        writing.note(subject=_told_of(desk, [key for key, _ in places]), count=len(counted))
    return ReportsReminded(_messages(desk, counted), writing.changes)


def _awaited(desk: Desk, places: Collection[tuple[PeriodKey, int]], day: date) -> list[ReportCell]:
    found: list[ReportCell] = []
    for series_id, year in dict.fromkeys((key.series_id, key.year) for key, _ in places):
        shown = matrix(desk, series_id, year, as_of=day)
        wanted = {(unit_id, key.name) for key, unit_id in places if (key.series_id, key.year) == (series_id, year)}
        found += [
            cell
            for place, cell in shown.cells.items()
            if place in wanted and cell.is_awaited and cell.unit != shown.bureau
        ]
    return found


def _messages(desk: Desk, cells: Iterable[ReportCell]) -> tuple[UnitMessage, ...]:
    by_unit: dict[int, list[ReportCell]] = {}
    for cell in cells:
        by_unit.setdefault(cell.unit.id, []).append(cell)
    told = sorted((each for each in by_unit.values()), key=lambda each: (each[0].unit.position, each[0].unit.id))
    series = desk.store.reading().many(ReportSeries, {cell.period.series_id for each in told for cell in each})
    return tuple(
        UnitMessage(
            unit.id, unit.name, unit.code, unit.contact,
            report_reminder(
                sender_of(desk.office), unit.name,
                [(series[cell.period.series_id], cell.period, cell.days_late, cell.submission.reminded) for cell in each],
            ),
        )
        for each in told for unit in (each[0].unit,)
    )  # fmt: skip


def _made(writing: Writing, key: PeriodKey) -> ReportPeriod:
    """The period as a row, its year made first where nothing was written of it yet."""
    period = period_of(writing.reader, key)
    if period.id:
        return period
    put_year(writing, key.series_id, key.year)
    return period_of(writing.reader, key)


def _must_owe(desk: Desk, writing: Writing, period: ReportPeriod, unit_ids: Collection[int]) -> ReportSeries:
    series, bureau = writing.reader.get(ReportSeries, period.series_id), bureau_of(desk)
    owing = {unit.id for unit in owing_units(desk, series, period)} | ({bureau.id} if bureau else set())
    for unit_id in unit_ids:
        if unit_id not in owing:
            raise BadValue("unit_id", writing.reader.get(Unit, unit_id).name)
    return series


def _submission(writing: Writing, period: ReportPeriod, unit_id: int) -> Submission:
    held = writing.reader.find(Submission, period_id=period.id, unit_id=unit_id)
    return held[0] if held else Submission(period.id, unit_id)


def _filled(kept: Submission, receipt: Receipt) -> Submission:
    """An excuse stands alone: what is not owed did not come."""
    if receipt.excused.strip():
        receipt = Receipt(excused=receipt.excused.strip(), note=receipt.note)
    return replace(
        kept, received=receipt.received, notation=receipt.notation.strip(), merged_into=receipt.merged_into.strip(),
        excused=receipt.excused, note=receipt.note.strip(),
    )  # fmt: skip


def _told_of(desk: Desk, keys: Sequence[PeriodKey]) -> str:
    names = list(dict.fromkeys(keys))
    if len(names) != 1:
        return ""
    return period_words(period_of(desk.store.reading(), names[0]))
