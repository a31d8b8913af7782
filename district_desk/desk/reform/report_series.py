"""Báo cáo định kỳ: which reports come back, who owes them, and the periods of a year with their dates (DOMAIN 5.7).

A year's periods follow their rules until something is written of that year; then they are rows of their own, and a rule
that changes later moves none of them.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from district_desk.desk.office_desk import Desk
from district_desk.domain.changes import Changes
from district_desk.domain.items import Item
from district_desk.domain.periodic_reports import PERIOD_DAYS, PeriodRule, ReportPeriod, ReportSeries, Submission
from district_desk.domain.problems import BadValue, InUse, MissingField, NotFound
from district_desk.domain.units import Unit, UnitKind
from district_desk.store import Reader, Writing

_ANY_YEAR = 2000


@dataclass(frozen=True, slots=True)
class PeriodKey:
    """Which period: of what series, of what year, and its name there ("Quý I")."""

    series_id: int
    year: int
    name: str


def series_list(desk: Desk) -> list[ReportSeries]:
    """The reports that come back, in the office's order."""
    return desk.store.reading().find(ReportSeries, "position")


def rules_of(desk: Desk, series_id: int) -> list[PeriodRule]:
    """The periods of every year of a series."""
    return desk.store.reading().find(PeriodRule, "position", series_id=series_id)


def kinds_of(series: ReportSeries) -> frozenset[UnitKind]:
    """The kinds of units that owe a series."""
    return frozenset(UnitKind(each) for each in json.loads(series.unit_kinds))


def kinds_text(kinds: Iterable[UnitKind]) -> str:
    """The same as a series keeps them."""
    return json.dumps([kind.value for kind in UnitKind if kind in set(kinds)])


def keep_series(desk: Desk, series: ReportSeries, rules: Sequence[PeriodRule]) -> Changes:
    """Keep a series (new where its id is 0) with its periods in that order; it is an example no longer.

    Raises:
        MissingField: no title, no kind of unit, no period, or a period without a name.
        BadValue: of "period_day" for a text that names no day of a year, of "period_order" for dates that do not follow
            one another, of "period_name" for a name that stands twice.
    """
    check_series(series, rules)
    with desk.writing("keep_series", subject=series.title) as writing:
        if not series.id:
            series = replace(series, position=len(writing.reader.find(ReportSeries)))
        kept = writing.put(replace(series, is_example=0))
        ids = {rule.id for rule in rules}
        for gone in writing.reader.find(PeriodRule, series_id=kept.id):
            if gone.id not in ids:
                writing.drop(gone)
        for position, rule in enumerate(rules):
            writing.put(replace(rule, series_id=kept.id, position=position))
        writing.note(count=len(rules))
    return writing.changes


def drop_series(desk: Desk, series_id: int) -> Changes:
    """Take a series off the list, with its periods.

    Raises:
        InUse: something was written of a period: a report, a reminder, an excuse.
    """
    with desk.writing("drop_series") as writing:
        reader = writing.reader
        series = reader.get(ReportSeries, series_id)
        periods = reader.find(ReportPeriod, series_id=series_id)
        written = sum(len(reader.find(Submission, period_id=period.id)) for period in periods)
        if written:
            raise InUse("report_series", series.title, written)
        for period in periods:
            writing.drop(period)
        for rule in reader.find(PeriodRule, series_id=series_id):
            writing.drop(rule)
        writing.drop(series)
        writing.note(subject=series.title, count=1)
    return writing.changes


def periods_of(reader: Reader, series_id: int, year: int) -> list[ReportPeriod]:
    """The periods of a year: those that are kept, and with id 0 those that the rules would make."""
    kept = reader.find(ReportPeriod, "position", series_id=series_id, year=year)
    names = {period.name for period in kept}
    rules = reader.find(PeriodRule, "position", series_id=series_id)
    made = [rule.period(year) for rule in rules if rule.name not in names]
    return sorted((*kept, *made), key=lambda period: (period.position, period.id))


def period_of(reader: Reader, key: PeriodKey) -> ReportPeriod:
    """One of them.

    Raises:
        NotFound: no such series, or it has no period of that name in that year.
    """
    reader.get(ReportSeries, key.series_id)
    for period in periods_of(reader, key.series_id, key.year):
        if period.name == key.name:
            return period
    raise NotFound("report_period", key.name)


def make_year(desk: Desk, series_id: int, year: int) -> Changes:
    """Make the periods of a year from the rules. Those that are there, moved or not, are kept as they are."""
    with desk.writing("make_report_year") as writing:
        series = writing.reader.get(ReportSeries, series_id)
        made = put_year(writing, series_id, year)
        writing.note(subject=f"{series.title} {year}", count=len(made))
    return writing.changes


def put_year(writing: Writing, series_id: int, year: int) -> list[ReportPeriod]:
    """The same inside somebody's operation; the periods that were made."""
    missing = [period for period in periods_of(writing.reader, series_id, year) if not period.id]
    return [writing.put(period) for period in missing]


def keep_period(desk: Desk, period: ReportPeriod) -> Changes:
    """Move the dates of one period of one year; the other years keep theirs.

    Raises:
        BadValue: of "period_order", for dates that do not follow one another.
    """
    check_period(period)
    with desk.writing("keep_period", subject=f"{period.name} {period.year}") as writing:
        if not period.id:
            put_year(writing, period.series_id, period.year)
            key = PeriodKey(period.series_id, period.year, period.name)
            made = period_of(writing.reader, key)
            period = replace(period, id=made.id, uid=made.uid)
        writing.put(period)
        writing.note(count=1)
    return writing.changes


def check_period(period: ReportPeriod) -> None:
    """Whether the dates of a period follow one another.

    Raises:
        BadValue: of "period_order", where they do not.
    """
    days = [day for name in PERIOD_DAYS if (day := getattr(period, name))]
    if days != sorted(days):
        raise BadValue("period_order", period.name)


def owing_units(desk: Desk, series: ReportSeries, period: ReportPeriod) -> list[Unit]:
    """The units that owe a period: of the series' kinds, existing on its due day; without our own bureau, whose report is
    the one to the level above."""
    kinds, due = kinds_of(series), period.unit_due or period.last
    day = desk.working_day(due) if due else None
    return [
        unit
        for unit in desk.store.reading().find(Unit, "position")
        if unit.kind in kinds and unit.code != desk.office.bureau_unit and (day is None or unit.is_valid(day))
    ]


def bureau_of(desk: Desk) -> Unit | None:
    """The unit that is our own office, whose submission is our report to the level above."""
    code = desk.office.bureau_unit
    return next(iter(desk.store.reading().find(Unit, code=code)), None) if code else None


def recurring_items(desk: Desk) -> list[Item]:
    """The items to which a series may be tied: those of recurring duties that were given."""
    reader = desk.store.reading()
    return list(reader.many(Item, sorted({line.item_id for line in reader.recurring_lines()})).values())


def check_series(series: ReportSeries, rules: Sequence[PeriodRule]) -> None:
    """Whether a series can be kept like this; raises as :func:`keep_series`."""
    if not series.title.strip():
        raise MissingField("report_title")
    if not kinds_of(series):
        raise MissingField("unit_kinds")
    if not rules:
        raise MissingField("period")
    names = [rule.name for rule in rules]
    for rule in rules:
        if not rule.name.strip():
            raise MissingField("period_name")
        if names.count(rule.name) > 1:
            raise BadValue("period_name", rule.name)
        _check_days(rule)


def _check_days(rule: PeriodRule) -> None:
    days = []
    for name in PERIOD_DAYS:
        written = getattr(rule, name)
        try:
            days.append(rule.day(written, _ANY_YEAR))
        except ValueError:
            raise BadValue("period_day", written) from None
    told = [day for day in days if day is not None]
    if told != sorted(told):
        raise BadValue("period_order", rule.name)
