"""From what was read to what the clerk is about to enter.

Nothing is invented here: what the reading lacks stays blank. What follows from the office's own lists is proposed
(the type's code, the assigning level, dates from due rules, units from addressees) and stays open to the clerk.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from district_desk.desk.addressing import proposed
from district_desk.desk.dating import start_of
from district_desk.desk.office_desk import Desk
from district_desk.desk.remembering import Memory, memory, with_remembered_units
from district_desk.domain.addressee_words import names_a_role
from district_desk.domain.calendar import WorkCalendar
from district_desk.domain.corrections import NameField, ReadName
from district_desk.domain.directives import AssigningLevel, Directive, DocumentType, Source, Urgency
from district_desk.domain.drafts import Draft, DraftItem, DraftReference
from district_desk.domain.due_dates import internal_day, last_day_of
from district_desk.domain.items import Item
from district_desk.domain.problems import SecretDocument
from district_desk.domain.reading import Found, FoundDue, Header, Reading
from district_desk.domain.vietnamese import collapse, same_spelling

_URGENCIES: Final = {
    "khẩn": Urgency.URGENT,
    "thượng khẩn": Urgency.VERY_URGENT,
    "hỏa tốc": Urgency.EXPRESS,
}
_LEVELS: Final = ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu")


def draft_of(
    desk: Desk, reading: Reading, *, source: Source = Source.RECEIVED, arrived: date | None = None,
    file: Path | None = None,
) -> Draft:  # fmt: skip
    """The first draft of a reading. News, a list or a form becomes a file kept for reference, without items given.

    ``arrived`` is today where it is not told, and belongs to received documents only.

    Raises:
        SecretDocument: a document in the file carries a secrecy mark; nothing of the file is kept.
    """
    for each in (reading, *reading.others):
        refuse_secret(each.header)
    known = memory(desk)
    names = _names(desk, reading.header, known)
    directive = _directive(desk, reading, source, arrived, names)
    items = tuple(_draft_item(reading, index, directive.id) for index in range(len(reading.items)))
    draft = Draft(
        directive,
        items,
        tuple(DraftReference(found.value, found.kind) for found in reading.references),
        reading.text,
        reading.page_starts,
        str(file) if file else "",
        names,
    )
    return with_remembered_units(desk, proposed(desk, dated(desk, draft)), known)


def empty_draft(desk: Desk, source: Source) -> Draft:
    """A draft to be filled in by hand: a document without a file, a meeting's conclusion, a spoken order."""
    today = desk.today()
    if source is Source.RECEIVED:
        return Draft(Directive(source, arrival_year=today.year, arrived=today))
    return Draft(Directive(source))


def as_reference(draft: Draft) -> Draft:
    """The draft as a file kept for reference: outside the register, giving no work."""
    directive = replace(
        draft.directive, reference_only=1, arrival_number=None, arrival_suffix="", arrival_year=None
    )  # fmt: skip
    return replace(draft, directive=directive, items=tuple(replace(each, lines=()) for each in draft.items))


def as_directive(desk: Desk, draft: Draft) -> Draft:
    """The draft as a directive after all: the clerk says that this text gives work."""
    directive = replace(draft.directive, reference_only=0)
    if directive.source is Source.RECEIVED and directive.arrived:
        directive = replace(directive, arrival_year=directive.arrived.year)
    return proposed(desk, replace(draft, directive=directive))


def without_lines(draft: Draft) -> Draft:
    """The draft with its items given to nobody yet: *Vào sổ* alone, without *giao việc*."""
    return replace(draft, items=tuple(replace(each, lines=()) for each in draft.items))


def dated(desk: Desk, draft: Draft) -> Draft:
    """The draft with the last day of every item's rule counted anew from its dates; call it when they change.

    A number of days counts from what its words say (:func:`district_desk.domain.due.origin`); from an event that is not
    recorded yet, such as "kể từ ngày Quyết định có hiệu lực", no day follows. An item whose day the clerk typed by hand has no rule that yields one and keeps it.
    """
    return replace(draft, items=tuple(_dated(desk, draft.directive, each) for each in draft.items))


def refuse_secret(header: Header) -> None:
    """Stop at a secrecy mark before anything of the document is kept.

    Raises:
        SecretDocument: there is one (DOMAIN 3.9).
    """
    if header.secrecy and header.secrecy.value.strip():
        raise SecretDocument(collapse(header.secrecy.value))


def _directive(
    desk: Desk, reading: Reading, source: Source, arrived: date | None, names: Iterable[ReadName]
) -> Directive:  # fmt: skip
    header, text = reading.header, _text
    put = {name.field: name.put for name in names}
    day = (arrived or desk.today()) if source is Source.RECEIVED else None
    for_reference = reading.guess.is_for_reference
    return Directive(
        source=source,
        arrival_year=day.year if day and not for_reference else None,
        arrived=day,
        number=text(header.number),
        symbol=text(header.symbol),
        issued=header.issued.value if header.issued else None,
        issuer=put[NameField.ISSUER],
        type_code=_type_code(desk, text(header.doc_type)),
        subject=text(header.subject),
        signer=put[NameField.SIGNER],
        signer_title=put[NameField.SIGNER_TITLE],
        place=text(header.place),
        urgency=_URGENCIES.get(same_spelling(text(header.urgency)), Urgency.NORMAL),
        assigning_level=_level(desk, put[NameField.ISSUER]),
        addressees="; ".join(collapse(found.value) for found in header.addressees),
        page_count=len(reading.page_starts) or None,
        note=reading.name if for_reference else "",
        reference_only=int(for_reference),
    )


def _names(desk: Desk, header: Header, known: Memory) -> tuple[ReadName, ...]:
    """Issuer, signer and title: as the office said that such words are to be read, else as they are written."""
    written, signer, title = _text(header.agency), _text(header.signer), _text(header.signer_title)
    listed = issuer_as_listed(desk, written, _text(header.place))
    issuer = known.name("", NameField.ISSUER, written, listed)
    return (
        issuer,
        known.name(issuer.put, NameField.SIGNER, signer, signer),
        known.name(issuer.put, NameField.SIGNER_TITLE, title, title),
    )


def _text(found: Found | None) -> str:
    return collapse(found.value) if found else ""


def issuer_as_listed(desk: Desk, written: str, place: str = "") -> str:
    """The issuer as offices write it, where the office's lists or the document itself give its name; else as printed.

    "ỦY BAN NHÂN DÂN HUYỆN CẨM GIÀNG" becomes "UBND huyện Cẩm Giàng" because the profile names that body, or because
    the document's own place is "Cẩm Giàng". No other shortening is done.
    """
    office, levels = desk.office, desk.store.reading().find(AssigningLevel, "position")
    bodies = (office.body_short, office.upper_body, *(level.name for level in levels))
    units = (unit.name for unit in desk.directory(desk.today()).units)
    full = {_in_full(name): name for name in (*units, *bodies) if name}
    if office.body:
        full[_in_full(office.body)] = office.body_short or office.body
    for level in _LEVELS if place else ():
        full.setdefault(_in_full(f"UBND {level} {place}"), f"UBND {level} {place}")
    return full.get(_in_full(written), written)


def _in_full(name: str) -> str:
    return re.sub(r"\bubnd\b", "ủy ban nhân dân", same_spelling(name))


def _type_code(desk: Desk, written: str) -> str:
    """The type whose name the words begin with, the longest: "Thông báo kết luận" is a thông báo."""
    wanted = same_spelling(written) + " "
    names = {
        same_spelling(re.sub(r"\(.*\)", "", each.name)) + " ": each.code
        for each in desk.store.reading().find(DocumentType, "position")
    }
    return names[max(fitting, key=len)] if (fitting := [name for name in names if wanted.startswith(name)]) else ""


def _level(desk: Desk, issuer: str) -> str:
    levels = desk.store.reading().find(AssigningLevel, "position")
    return next((each.code for each in levels if issuer and _in_full(each.name) == _in_full(issuer)), "")


def _draft_item(reading: Reading, index: int, directive_id: int) -> DraftItem:
    read = reading.items[index]
    due = _chosen(read.deadlines)
    item = Item(
        directive_id=directive_id,
        path=read.path,
        label=read.label,
        text=read.text,
        kind=read.kind,
        position=index,
        phrase=due.phrase if due else "",
        rule=due.rule.to_text() if due else "",
        units_written=_lines(read.units),
        inherited_written=_inherited(reading, index),
        coordinating_written=_lines(read.coordinating),
        via=_lines(read.via),
        span_start=read.span.start,
        span_end=read.span.end,
    )
    return DraftItem(index + 1, item, 0 if read.parent is None else read.parent + 1)


def _chosen(deadlines: tuple[FoundDue, ...]) -> FoundDue | None:
    """The limit that names a day before one that does not; the earlier in the text among equals."""
    return next((each for each in deadlines if each.rule.day), deadlines[0] if deadlines else None)


def _lines(found: tuple[Found, ...]) -> str:
    return "\n".join(collapse(each.value) for each in found)


def _inherited(reading: Reading, index: int) -> str:
    """The addressees above an item: of the item it leans on, of the opening sentence, of "Kính gửi"."""
    read = reading.items[index]
    giver = read.parent
    if read.inherits:
        earlier = range(index - 1, -1, -1)
        giver = next((i for i in earlier if reading.items[i].path == read.inherits), None)
    if giver is not None:
        named = tuple(unit for unit in reading.items[giver].units if not names_a_role(unit.value))
        return _lines(named) or _inherited(reading, giver)
    return _lines(reading.lead_units) or _lines(reading.header.addressees)


def _dated(desk: Desk, directive: Directive, each: DraftItem) -> DraftItem:
    item = each.item
    rule = item.due_rule
    day = last_day_of(rule, start_of(directive, rule), desk.calendar, desk.habits)
    if day is None and not (rule.count or rule.day):
        return each
    return replace(each, item=replace(item, due=day, internal_due=internal_due(desk, directive, day)))


def internal_due(
    desk: Desk, directive: Directive, day: date | None, *, calendar: WorkCalendar | None = None
) -> date | None:
    """Our own earlier limit for what a higher body asked: some working days before its last one (DOMAIN 8.3)."""
    if day is None or directive.source is not Source.RECEIVED:
        return None
    return internal_day(day, directive.arrived, calendar or desk.calendar, desk.habits)
