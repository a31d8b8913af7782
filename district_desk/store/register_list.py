"""The list of directives: ids in the wanted order, rows by the page, counts of the chips."""

# ruff: noqa: S608 (what is set into a statement is ours: names, numbers, question marks; values are bound)

from array import array
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from district_desk.domain.directives import Directive
from district_desk.domain.listing import DirectiveFilter, DirectiveRow, RegisterChip, RegisterSort
from district_desk.store.as_of import AsOf
from district_desk.store.codec import mapping_of
from district_desk.store.connections import Asking, placeholders
from district_desk.store.matching import DIRECTIVES_WITH, folded_match
from district_desk.store.standings import FOR_REFERENCE, IN_BIN, IN_REGISTER, NO_DATE

_SHELVES: Final = {RegisterChip.REFERENCE: FOR_REFERENCE, RegisterChip.BINNED: IN_BIN}

_CHIPS: Final = {
    RegisterChip.INCOMPLETE: "incomplete = 1",
    RegisterChip.UNASSIGNED: "given = 0",
    RegisterChip.RUNNING: "running > 0",
    RegisterChip.OVERDUE: "next_due < ?",
    RegisterChip.NOT_PASSED_ON: "not_passed_on = 1",
}

_ORDERS: Final = {
    RegisterSort.ARRIVAL: ("year", "arrival_order", "arrival_suffix", "directive_id"),
    RegisterSort.ISSUED: ("issued", "directive_id"),
    RegisterSort.ISSUER: ("issuer_order", "directive_id"),
    RegisterSort.NOTATION: ("notation_order", "directive_id"),
    RegisterSort.DUE: ("next_due", "directive_id"),
}


def directive_ids(ask: Asking, wanted: DirectiveFilter, today: date, as_of: AsOf) -> "array[int]":
    """The ids of the directives wanted, in the wanted order; those without a due date come last in either."""
    terms, values = _narrowed(wanted)
    terms.append("shelf = ?")
    values.append(_SHELVES.get(wanted.chip, IN_REGISTER))
    if wanted.chip in _CHIPS:
        terms.append(_CHIPS[wanted.chip])
        values += [today.isoformat()] if wanted.chip is RegisterChip.OVERDUE else []
    sql = f"{as_of.at(today)}SELECT directive_id FROM register_line WHERE {' AND '.join(terms)}"
    if wanted.sort is RegisterSort.DUE and wanted.descending:
        dated = ask.ids(f"{sql} AND next_due < '{NO_DATE}' ORDER BY {_order(wanted)}", values)
        return dated + ask.ids(f"{sql} AND next_due = '{NO_DATE}' ORDER BY directive_id DESC", values)
    return ask.ids(f"{sql} ORDER BY {_order(wanted)}", values)


def directive_rows(ask: Asking, ids: Sequence[int], today: date, as_of: AsOf) -> list[DirectiveRow]:
    """The rows of these ids, in their order; one that is gone is left out. Meant for a page of them."""
    here, prefix, mapping = placeholders(ids), as_of.at(today), mapping_of(Directive)
    directives = {row[-2]: row for row in ask.rows(f"{mapping.select} WHERE id IN ({here})", ids)}
    sql = f"{prefix}SELECT directive_id, items, lines, done, next_due FROM register_line WHERE directive_id IN ({here})"
    figures = {row[0]: row[1:] for row in ask.rows(sql, ids)}
    late = dict(ask.rows(
        f"{prefix}SELECT directive_id, count(*) FROM assignment_line WHERE directive_id IN ({here}) AND role = 'lead'"
        " AND state = 'open' AND due < ? GROUP BY directive_id", [*ids, today.isoformat()],
    ))  # fmt: skip
    return [
        _row(mapping.record_of(directives[one]), figures[one], late.get(one, 0)) for one in ids if one in directives
    ]


def chip_counts(ask: Asking, wanted: DirectiveFilter, today: date, as_of: AsOf) -> dict[RegisterChip, int]:
    """How many directives each chip would show, under the filter's year, sources and words."""
    terms, values = _narrowed(wanted)
    narrow = f" WHERE {' AND '.join(terms)}" if terms else ""
    sql = (
        f"{as_of.at(today)}SELECT shelf, count(*), sum(incomplete), sum(given = 0), sum(running > 0), sum(next_due < ?),"
        f" sum(not_passed_on) FROM register_line{narrow} GROUP BY shelf"
    )
    by_shelf = {row[0]: row[1:] for row in ask.rows(sql, [today.isoformat(), *values])}
    here = by_shelf.get(IN_REGISTER, (0,) * 6)
    chips = (RegisterChip.ALL, *_CHIPS)
    counts = dict(zip(chips, here, strict=True))
    return counts | {chip: by_shelf.get(shelf, (0,))[0] for chip, shelf in _SHELVES.items()}


def _narrowed(wanted: DirectiveFilter) -> tuple[list[str], list[Any]]:
    """The filter's terms that hold whatever the chip."""
    terms: list[str] = []
    values: list[Any] = []
    if wanted.year is not None:
        terms.append("year = ?")
        values.append(wanted.year)
    if wanted.sources:
        terms.append(f"source IN ({placeholders(wanted.sources)})")
        values += [source.value for source in wanted.sources]
    if wanted.words.strip():
        terms.append(f"directive_id IN ({DIRECTIVES_WITH})")
        values.append(folded_match(wanted.words) or '""')
    return terms, values


def _order(wanted: DirectiveFilter) -> str:
    way = " DESC" if wanted.descending else ""
    return ", ".join(column + way for column in _ORDERS[wanted.sort])


def _row(directive: Directive, figures: tuple[Any, ...], late: int) -> DirectiveRow:
    items, lines, done, next_due = figures
    due = None if next_due == NO_DATE else date.fromisoformat(next_due)
    return DirectiveRow(directive, items, lines, done, late, due)
