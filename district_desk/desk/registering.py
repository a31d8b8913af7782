"""Vào sổ: a draft becomes a record of the register, with its items, its text, its references and its file.

What is not registered need not be processed (Decree 30/2020 art. 22.1), so meetings and spoken orders are entered
too; received documents alone carry a số đến, one sequence a year (art. 22.2).
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from district_desk.desk import filing
from district_desk.desk.drafting import as_directive, as_reference, dated, draft_of, empty_draft, without_lines
from district_desk.desk.filing import attach, attachment_file, detach
from district_desk.desk.likeness import likenesses
from district_desk.desk.numbering import audit_numbers, next_arrival_number, numbered, typed_number
from district_desk.desk.office_desk import Desk
from district_desk.desk.periods import put_periods
from district_desk.desk.remembering import keep_corrections
from district_desk.domain.assignments import Assignment
from district_desk.domain.changes import Changes, Entity
from district_desk.domain.corrections import ReadingCorrection
from district_desk.domain.directives import Directive, DocumentText, Reference, given_on, missing
from district_desk.domain.drafts import Draft, DraftItem
from district_desk.domain.items import Item
from district_desk.domain.notation import parse
from district_desk.domain.problems import BadValue, MissingField
from district_desk.domain.written_dates import YEARS
from district_desk.store import Reader, Writing

__all__ = [
    "Registered",
    "as_directive",
    "as_reference",
    "attach",
    "attachment_file",
    "audit_numbers",
    "correct_directive",
    "dated",
    "detach",
    "draft_of",
    "empty_draft",
    "likenesses",
    "next_arrival_number",
    "pass_on",
    "put_in_bin",
    "register",
    "take_from_bin",
    "typed_number",
    "without_lines",
]


@dataclass(frozen=True, slots=True)
class Registered:
    """A document that now stands in the register. ``arrival`` is its số đến as printed, empty where it has none;
    ``missing`` are the keys of what is still to be filled in (:func:`district_desk.domain.directives.missing`)."""

    directive_id: int
    arrival: str
    arrival_number: int | None
    item_ids: tuple[int, ...]
    assignment_ids: tuple[int, ...]
    missing: tuple[str, ...]
    changes: Changes
    learned: tuple[ReadingCorrection, ...] = ()
    """Names that the clerk put right and that are remembered from now on."""


def register(desk: Desk, draft: Draft) -> Registered:
    """Enter a draft: one journal operation for record, items, lines, text, references and file.

    The lines that the draft's items carry are written as assignments (*Vào sổ và giao việc*), with the next periods of
    recurring duties; pass ``without_lines(draft)`` for *Vào sổ* alone. A received document without a typed số đến takes the year's next
    one, found inside the transaction. What the draft lacks stays blank.

    Raises:
        NumberTaken: the typed số đến stands in the year's register already.
        MissingField: there is nothing to enter, or the office types its số đến and none was typed.
        BadValue: a date or number that cannot be.
        DiskFull, ReadOnly, FileBusy: nothing was entered.
    """
    _check(draft)
    check_arrival(desk, draft.directive)
    drafted = () if draft.directive.reference_only else draft.items
    kept = filing.keep(desk.folder, Path(draft.file)) if draft.file else None
    giving = any(each.lines for each in drafted)
    kind = "register_and_assign" if giving else "keep_reference" if draft.directive.reference_only else "register"
    with desk.writing(kind) as writing:
        directive = writing.put(numbered(desk, writing.reader, draft.directive))
        items = put_items(writing, directive.id, drafted)
        lines = _put_lines(desk, writing, directive, drafted, items)
        put_periods(desk, writing, [directive.id])
        _put_surroundings(writing, directive, draft)
        if kept:
            writing.put(kept.attachment(directive.id, desk.today()))
        learned = keep_corrections(desk, writing, draft)
        writing.note(subject=named(directive), count=len(lines) if giving else 1)
    ids = tuple(item.id for item in items)
    return Registered(
        directive.id, directive.arrival, directive.arrival_number, ids, lines, missing(directive), writing.changes,
        tuple(learned),
    )  # fmt: skip


def correct_directive(desk: Desk, directive: Directive) -> Changes:
    """Write a corrected record of the register. A number that it did not have is checked as at registration.

    Raises:
        NumberTaken, BadValue: as :func:`register`.
    """
    check_days(directive)
    with desk.writing("correct_directive", subject=named(directive)) as writing:
        writing.put(numbered(desk, writing.reader, directive))
    return writing.changes


def put_in_bin(desk: Desk, ids: Sequence[int]) -> Changes:
    """Put records into the bin. Their số đến stay taken: a register has no erased lines."""
    return _each(desk, "put_in_bin", ids, binned_on=desk.today())


def take_from_bin(desk: Desk, ids: Sequence[int]) -> Changes:
    """Take records out of the bin."""
    return _each(desk, "take_from_bin", ids, binned_on=None)


def pass_on(desk: Desk, ids: Sequence[int], on: date) -> Changes:
    """Write the day on which documents left the registry (column 8 of the register).

    Raises:
        BadValue: a document would have been passed on before it arrived.
    """
    for directive in desk.store.reading().many(Directive, ids).values():
        if directive.arrived and on < directive.arrived:
            raise BadValue("passed_on", f"{on:%d/%m/%Y}")
    return _each(desk, "pass_on", ids, passed_on=on)


def named(directive: Directive) -> str:
    """How the journal names a record: its number and symbol, or the beginning of its subject, or of its note (an
    article has but the name of its file)."""
    return str(directive.notation) or directive.subject[:80] or directive.note[:80]


def put_items(writing: Writing, directive_id: int, drafted: Iterable[DraftItem]) -> list[Item]:
    """Write the items of a draft in their order, parents by their keys; returns them as stored, in that order."""
    ids: dict[int, int | None] = {0: None}
    stored = []
    for position, each in enumerate(drafted):
        item = replace(each.item, directive_id=directive_id, position=position, parent_id=ids.get(each.parent))
        stored.append(writing.put(item))
        ids[each.key] = stored[-1].id
    return stored


def _check(draft: Draft) -> None:
    directive = draft.directive
    check_days(directive)
    if not (directive.subject or directive.symbol or draft.items or draft.text or draft.file):
        raise MissingField("subject")


def check_days(directive: Directive) -> None:
    """A year that no document bears is a slip of the pen ("2203" for 2023), told before it stands in the register."""
    for key in ("arrived", "issued", "passed_on", "reply_due", "opinion_on"):
        day: date | None = getattr(directive, key)
        if day and day.year not in YEARS:
            raise BadValue(key, f"{day:%d/%m/}{day.year:04d}")


def check_arrival(desk: Desk, directive: Directive) -> None:
    """Nothing arrives in the future.

    Raises:
        BadValue: its day of arrival lies after today.
    """
    if directive.arrived and directive.arrived > desk.today():
        raise BadValue("arrived", f"{directive.arrived:%d/%m/%Y}")


def _put_lines(
    desk: Desk, writing: Writing, directive: Directive, drafted: Sequence[DraftItem], items: Sequence[Item]
) -> tuple[int, ...]:  # fmt: skip
    made: list[int] = []
    given = given_on(directive, desk.today(), desk.today())
    for each, item in zip(drafted, items, strict=True):
        base = line_of(item, given)
        by_unit = {line.unit_id: line for line in reversed(each.lines)}
        made.extend(
            writing.put(replace(base, unit_id=line.unit_id, role=line.role, person=line.person)).id
            for line in reversed(by_unit.values())
        )
    return tuple(made)


def following(line: Assignment, before: Item, after: Item) -> Assignment:
    """The line after its item was corrected: what it had from the item follows, what was set apart stays."""
    return replace(
        line,
        due=after.due if line.due == before.due else line.due,
        phrase=after.phrase if line.phrase == before.phrase else line.phrase,
        product=after.product if line.product == before.product else line.product,
    )


def line_of(item: Item, given: date) -> Assignment:
    """An assignment of the item, with its limit and product, whose unit and role are still to be set."""
    return Assignment(
        item.id, item.directive_id, 0, given=given, due=item.due, phrase=item.phrase, product=item.product
    )  # fmt: skip


def given_day(desk: Desk, reader: Reader, directive: Directive) -> date:
    """The day on which the directive's work is given when it is assigned now; it may be set apart for each line."""
    story = reader.history_of(Entity.DIRECTIVE, directive.id)
    entered = story[0].operation.at.date() if story else desk.today()
    return given_on(directive, entered, desk.today())


def _put_surroundings(writing: Writing, directive: Directive, draft: Draft) -> None:
    if draft.text:
        writing.put(DocumentText(directive.id, draft.text, json.dumps(list(draft.page_starts))))
    for each in draft.references:
        target = _registered_as(writing.reader, each.notation)
        writing.put(Reference(directive.id, each.notation, each.kind, target.id if target else None))
    for reference in _waiting_for(writing.reader, directive):
        writing.put(replace(reference, target_id=directive.id))


def _registered_as(reader: Reader, written: str) -> Directive | None:
    """The earlier record that a reference names, where exactly one is registered here."""
    notation = parse(written)
    if notation is None or not notation.number or not notation.symbol:
        return None
    found = reader.same_notation(written)
    return found[0] if len(found) == 1 else None


def _waiting_for(reader: Reader, directive: Directive) -> list[Reference]:
    """Earlier references to this very document, written with Đ or D, that had no record to point at."""
    if not (directive.number and directive.symbol):
        return []
    written = str(directive.notation)
    spellings = {written, written.replace("Đ", "D"), written.replace("D", "Đ")}
    return [
        each
        for spelling in sorted(spellings)
        for each in reader.find(Reference, notation=spelling, target_id=None)
        if each.directive_id != directive.id
    ]


def _each(desk: Desk, kind: str, ids: Sequence[int], **fields: date | None) -> Changes:
    with desk.writing(kind) as writing:
        directives = list(writing.reader.many(Directive, ids).values())
        for directive in directives:
            writing.put(replace(directive, **fields))  # type: ignore[arg-type]  # the fields named here are dates
        subject = named(directives[0]) if len(directives) == 1 else ""
        writing.note(subject=subject, count=len(directives))
    return writing.changes
