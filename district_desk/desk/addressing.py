"""From addressees as written to the lines that a directive's own words propose.

Rules of the office (DOMAIN 2.12, 2.17, 11.2): an item's own addressees count first, then those of the item or the
opening sentence it leans on; a parent with tasks under it is not given by itself; partners become supporting lines;
what only bodies outside the office must do is kept for information; whatever the words leave open goes to a person.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, Final

from district_desk.desk.office_desk import Desk
from district_desk.domain import addressees
from district_desk.domain.addressee_words import names_a_role
from district_desk.domain.addressees import Resolution
from district_desk.domain.assignments import Role
from district_desk.domain.directives import Directive
from district_desk.domain.drafts import Draft, DraftLine
from district_desk.domain.items import Item
from district_desk.domain.office import Office
from district_desk.domain.reading import ItemKind
from district_desk.domain.units import Unit
from district_desk.domain.vietnamese import fold, same_spelling


class Reason(StrEnum):
    """Why an addressee is handed back: those of the resolver, and two that only the office can answer."""

    NOT_A_UNIT = "not_a_unit"
    CONDITIONAL = "conditional"
    VAGUE = "vague"
    AMBIGUOUS = "ambiguous"
    ELSEWHERE = "elsewhere"
    ENDED = "ended"
    TO_US = "to_us"
    """Addressed to our office as a whole: which unit leads is the leader's choice."""
    NOBODY = "nobody"
    """Neither the item nor anything above it names an addressee."""


@dataclass(frozen=True, slots=True)
class OpenAddressee:
    """An addressee that was given to nobody: its item, its words, why, and whom they may mean."""

    item: Item
    text: str
    reason: Reason
    candidates: tuple[Unit, ...] = ()

    def answer(self) -> dict[str, Any]:
        """As plain values, for the screen and the command line."""
        return {
            "item": self.item.id,
            "label": self.item.path,
            "text": self.text,
            "reason": self.reason.value,
            "candidates": [{"unit": unit.name, "unit_code": unit.code} for unit in self.candidates],
        }


@dataclass(frozen=True, slots=True)
class ItemProposal:
    """What the words of one item propose. ``outside``: only bodies outside the office must act."""

    item: Item
    lines: tuple[DraftLine, ...] = ()
    unresolved: tuple[OpenAddressee, ...] = ()
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """The proposals for a directive's items, in their order."""

    items: tuple[ItemProposal, ...]


_GIVEN_KINDS: Final = (ItemKind.TASK, ItemKind.CLOSING)
_GENERIC: Final = re.compile(
    r"(?:(?:cac|nhung|tung|moi) )*(?:thu truong |nguoi dung dau |lanh dao )?"
    r"(?:co quan|don vi|ca nhan|tap the|to chuc|nguoi dung dau|thu truong|dia phuong)\b"
)
_POINTING_BACK: Final = re.compile(r"\b(?:do|nay|tren|minh)$")
_HEADS: Final = frozenset({"thu truong", "nguoi dung dau", "lanh dao", "chu tich", "giam doc"})
"""Titles that stand alone beside named units ("thủ trưởng, người đứng đầu các cơ quan"): they name nobody further."""
_ABOVE: Final = re.compile(
    r"^(?:(?:giam doc|thu truong|lanh dao|cac|truong) )*(?:so|bo|nganh)\b|\b(?:tinh|trung uong|chinh phu|thu tuong|ngang bo)\b"
)
_LEVELS: Final[Mapping[str, str]] = {
    "huyện": "huyen|quan|thi xa|thanh pho",
    "xã": "xa|phuong|thi tran|dac khu",
}


def resolve(desk: Desk, phrase: str, day: date, *, ours: bool = True) -> Resolution:
    """The units that a phrase means on a day; not ``ours`` where it stands in another body's document."""
    return addressees.resolve(phrase, desk.directory(day), level=desk.office.level, ours=ours)


def proposal(desk: Desk, directive: Directive, items: Sequence[Item]) -> Proposal:
    """What the words of stored items propose, on the directive's own day."""
    parents = {item.parent_id for item in items if item.kind in _GIVEN_KINDS}
    reader = _Reader(desk, directive)
    return Proposal(tuple(reader.of_item(item, is_parent=item.id in parents) for item in items))


def proposed(desk: Desk, draft: Draft) -> Draft:
    """The draft with lines proposed for its items. Nothing is given of a text kept for reference."""
    if draft.directive.reference_only:
        return draft
    parents = {each.parent for each in draft.items if each.item.kind in _GIVEN_KINDS}
    reader = _Reader(desk, draft.directive)
    items = []
    for each in draft.items:
        made = reader.of_item(each.item, is_parent=each.key in parents)
        item = replace(each.item, ours=0) if made.outside else each.item
        items.append(replace(each, item=item, lines=made.lines, unresolved=tuple(o.text for o in made.unresolved)))
    return replace(draft, items=tuple(items))


def day_of(desk: Desk, directive: Directive) -> date:
    """The day whose units a directive means: its own, that of its arrival, or today."""
    return directive.issued or directive.arrived or desk.today()


class _Reader:
    """Reads the addressees of one document; a phrase that many items share is resolved once."""

    def __init__(self, desk: Desk, directive: Directive) -> None:
        self._desk, self._day = desk, day_of(desk, directive)
        units = (unit.name for unit in desk.directory(self._day).units)
        self._ours = is_ours(directive.issuer, desk.office, units)
        self._read: dict[str, Resolution] = {}

    def of_item(self, item: Item, *, is_parent: bool) -> ItemProposal:
        if is_parent or item.kind not in _GIVEN_KINDS or not item.ours:
            return ItemProposal(item)
        own = self._resolve(item.units_written)
        found = self._resolve(item.inherited_written) if self._points_back(own) else own
        if self._is_outside(found):
            return ItemProposal(item, outside=True)
        if found is not own:
            roles = (each for each in own.unresolved if fold(each.text) not in _HEADS)
            found = replace(found, unresolved=(*roles, *found.unresolved))
        partners = self._resolve(item.coordinating_written)
        return ItemProposal(item, _lines(found, partners), self._open(item, found, partners))

    def _resolve(self, written: str) -> Resolution:
        if written not in self._read:
            phrase = "; ".join(written.splitlines())
            self._read[written] = resolve(self._desk, phrase, self._day, ours=self._ours) if phrase else Resolution()
        return self._read[written]

    def _points_back(self, found: Resolution) -> bool:
        """Whether an item's own words name nobody ("cơ quan được lấy ý kiến", "đơn vị đó"): those above it count too.

        "Các cơ quan, đơn vị có liên quan" does not point back: it is some of them, and a person says which.
        """
        return not found.units and all(
            names_a_role(each.text)
            or (_GENERIC.match(words := fold(each.text)) and (not each.candidates or _POINTING_BACK.search(words)))
            for each in found.unresolved
        )

    def _is_outside(self, found: Resolution) -> bool:
        return not found.units and bool(found.unresolved) and all(self._above(each.text) for each in found.unresolved)

    def _above(self, text: str) -> bool:
        office = self._desk.office
        upper = bool(office.upper_body) and same_spelling(office.upper_body) in same_spelling(text)
        return (upper or bool(_ABOVE.search(fold(text)))) and not means_us(text, office)

    def _open(self, item: Item, found: Resolution, partners: Resolution) -> tuple[OpenAddressee, ...]:
        left = [] if found.units or found.unresolved else [OpenAddressee(item, "", Reason.NOBODY)]
        several = bool(found.units) or len(found.unresolved) > 1
        for each in (*found.unresolved, *partners.unresolved):
            if means_us(each.text, self._desk.office):
                left.append(OpenAddressee(item, each.text, Reason.TO_US))
            elif not (self._above(each.text) or (several and fold(each.text) in _HEADS)):
                left.append(OpenAddressee(item, each.text, Reason(each.reason.value), each.candidates))
        return tuple(left)


def is_ours(issuer: str, office: Office, units: Iterable[str]) -> bool:
    """Whether the groups that a document names are our own: it is of our body, its head, its bureau, our Party or one of
    our units, or says not whose it is. "Các cơ quan, đơn vị" of the province are the province's."""
    written = _body(issuer)
    names = (office.body, office.body_short, office.own_head, office.bureau, *units)
    if not written or written in {"ubnd", "hđnd", "hđnd và ubnd"} or written in map(_body, names):
        return True
    place = rf"(?: {re.escape(same_spelling(office.place))})?" if office.place else ""
    return bool(re.search(rf"\b{office.level}(?: ủy)?{place}$|\bcùng cấp$", written))


def issued_by_us(issuer: str, office: Office) -> bool:
    """Whether a document is our own body's, its head's or its bureau's, by the name that it bears."""
    written = _body(issuer)
    return bool(written) and written in map(_body, (office.body, office.body_short, office.own_head, office.bureau))


def _body(name: str) -> str:
    return same_spelling(name).replace("ủy ban nhân dân", "ubnd").replace("hội đồng nhân dân", "hđnd")


def means_us(text: str, office: Office) -> bool:
    """Whether words address our office as a whole: "Chủ tịch UBND các huyện, thị xã, thành phố" to a huyện."""
    level = _LEVELS.get(office.level, office.level)
    if re.search(rf"\b(?:ubnd|uy ban nhan dan|chu tich)\b.*\bcac\b.*\b(?:{level})\b", fold(text)):
        return True
    names = (office.body, office.body_short, office.own_head)
    return any(name and same_spelling(name) in same_spelling(text) for name in names)


def _lines(found: Resolution, partners: Resolution) -> tuple[DraftLine, ...]:
    leads = tuple(DraftLine(unit.id) for unit in found.units)
    support = (DraftLine(unit.id, Role.SUPPORT) for unit in partners.units if unit not in found.units)
    return (*leads, *support)
