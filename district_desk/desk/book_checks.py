"""Kiểm tra số đến on paper: what is wrong with a year's numbers, and what was not passed on."""

from collections.abc import Iterator, Sequence
from datetime import date

from district_desk.desk.citing import cited_shortly, type_names
from district_desk.desk.numbering import audit_numbers
from district_desk.desk.office_desk import Desk
from district_desk.domain.directives import Directive, pass_on_by
from district_desk.domain.listing import NumberAudit
from district_desk.domain.number_papers import NumberCheck, NumberFault, NumberLine


def number_check(desk: Desk, year: int, *, as_of: date) -> NumberCheck:
    """The check of a year's register with what had arrived by a day (Decree 30/2020 art. 4.2.c, 22.2)."""
    found = desk.store.reading().find(Directive, "arrival_number, arrival_suffix", arrival_year=year)
    listed = [each for each in found if each.arrival and (each.arrived is None or each.arrived <= as_of)]
    office = desk.office
    return NumberCheck(
        office.parent_body or office.body_short,
        office.bureau,
        year,
        as_of,
        len(listed),
        listed[0].arrival if listed else "",
        listed[-1].arrival if listed else "",
        tuple(_lines(desk, listed, audit_numbers(desk, year, as_of=as_of), as_of)),
    )


def _lines(desk: Desk, listed: Sequence[Directive], audit: NumberAudit, as_of: date) -> Iterator[NumberLine]:
    types = type_names(desk)
    for first, last in audit.gaps:
        yield NumberLine(NumberFault.GAP, str(first) if first == last else f"{first} đến {last}")
    wrong = ((NumberFault.DOUBLE, audit.doubles), (NumberFault.OUT_OF_ORDER, audit.out_of_order))
    for fault, numbers in wrong:
        for each in listed:
            if each.arrival in numbers:
                yield NumberLine(fault, each.arrival, each.arrived, _document(each, types))
    for each in listed:
        if (each.passed_on is None or each.passed_on > as_of) and (each.binned_on is None or each.binned_on > as_of):
            by = pass_on_by(each, desk.calendar)
            yield NumberLine(NumberFault.NOT_PASSED_ON, each.arrival, each.arrived, _document(each, types), by)


def _document(directive: Directive, types: dict[str, str]) -> str:
    """Type, number, date and issuer, as far as they are known."""
    issuer = f" của {directive.issuer}" if directive.issuer else ""
    return f"{cited_shortly(directive, types)}{issuer}"
