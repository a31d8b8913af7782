"""Số đến: one sequence a year, consecutive by time of receipt, paper and electronic together (Decree 30/2020 art. 22.2)."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date

from district_desk.desk.office_desk import Desk
from district_desk.domain.directives import Directive, Source
from district_desk.domain.listing import NumberAudit
from district_desk.domain.problems import BadValue, MissingField, NumberTaken
from district_desk.domain.vietnamese import collapse
from district_desk.store import Reader


def next_arrival_number(desk: Desk, year: int) -> int:
    """The số đến that the year's next document would take now. Only registering takes it."""
    return _next(desk, desk.store.reading(), year)


def typed_number(text: str) -> tuple[int, str]:
    """The số đến that a clerk typed, as number and suffix: "411" gives (411, ""), "411a" gives (411, "a").

    Raises:
        BadValue: it is not a number with at most one letter after it.
    """
    hit = re.fullmatch(r"0*([1-9]\d{0,8})\s*([a-zđ]?)", collapse(text).lower())
    if hit is None:
        raise BadValue("arrival_number", text)
    return int(hit[1]), hit[2]


def numbered(desk: Desk, reader: Reader, directive: Directive) -> Directive:
    """The record with its place in the year's sequence; call it inside the transaction that writes it.

    Raises:
        NumberTaken: another record has that số đến.
        MissingField: the office types its số đến and none was typed.
    """
    if directive.source is not Source.RECEIVED or directive.reference_only:
        return replace(directive, arrival_number=None, arrival_suffix="", arrival_year=None)
    year = directive.arrival_year or (directive.arrived or desk.today()).year
    if directive.arrival_number is None:
        if not desk.office.automatic_numbers:
            raise MissingField("arrival_number")
        return replace(directive, arrival_year=year, arrival_number=_next(desk, reader, year), arrival_suffix="")
    if directive.arrival_number < 1:
        raise BadValue("arrival_number", directive.arrival)
    for other in reader.find(
        Directive, arrival_year=year, arrival_number=directive.arrival_number, arrival_suffix=directive.arrival_suffix
    ):  # fmt: skip
        if other.id != directive.id:
            raise NumberTaken(year, directive.arrival, other.id)
    return replace(directive, arrival_year=year)


def audit_numbers(desk: Desk, year: int, *, as_of: date | None = None) -> NumberAudit:
    """Gaps, doubles and numbers out of order in a year's register, with what had arrived by a day where one is named."""
    found = desk.store.reading().find(Directive, arrival_year=year)
    found = [line for line in found if as_of is None or line.arrived is None or line.arrived <= as_of]
    lines = sorted(found, key=lambda line: (line.arrival_number or 0, line.arrival_suffix))
    received = [line for line in lines if line.arrival_number is not None]
    numbers = sorted({line.arrival_number for line in received if line.arrival_number is not None})
    first = _first(desk, desk.store.reading(), year)
    gaps = []
    for before, after in zip([first - 1, *numbers], numbers, strict=False):
        if after - before > 1:
            gaps.append((before + 1, after - 1))
    printed = Counter(line.arrival for line in received)
    doubles = tuple(number for number, count in printed.items() if count > 1)
    return NumberAudit(year, tuple(gaps), doubles, _out_of_order(received))


def _out_of_order(received: list[Directive]) -> tuple[str, ...]:
    latest, wrong = None, []
    for line in received:
        if line.arrived is None:
            continue
        if latest and line.arrived < latest:
            wrong.append(line.arrival)
        latest = max(latest, line.arrived) if latest else line.arrived
    return tuple(wrong)


def _next(desk: Desk, reader: Reader, year: int) -> int:
    last = reader.last_arrival_number(year)
    return _first(desk, reader, year) if last is None else last + 1


def _first(desk: Desk, reader: Reader, year: int) -> int:
    """1, but what the office set for the year in which it began in the middle."""
    first = desk.office.first_number
    if first <= 1:
        return 1
    began = next((y for y in sorted(reader.years()) if reader.last_arrival_number(y) is not None), year)
    return first if year == began else 1
