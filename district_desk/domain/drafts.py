"""A draft: what the clerk is about to enter, before a row is written.

The intake screen shows a draft and every move on it is a pure function from draft to draft, so that each can be
undone and tried without a window. The desk makes the first draft from a reading and registers the last one.
"""

from dataclasses import dataclass, field

from district_desk.domain.assignments import Role
from district_desk.domain.corrections import ReadName
from district_desk.domain.directives import Directive, ReferenceKind
from district_desk.domain.items import Item


@dataclass(frozen=True, slots=True)
class DraftLine:
    """An item given to a unit, before it is written."""

    unit_id: int
    role: Role = Role.LEAD
    person: str = ""


@dataclass(frozen=True, slots=True)
class DraftItem:
    """An item of the draft. ``key`` names it for the life of the draft; ``parent`` is the key of its parent or 0.

    ``unresolved`` are addressees as written that matched no unit or only under a condition: shown, never dropped.
    """

    key: int
    item: Item
    parent: int = 0
    lines: tuple[DraftLine, ...] = ()
    unresolved: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftReference:
    """A document that the draft names, as written, and how it leans on it."""

    notation: str
    kind: ReferenceKind = ReferenceKind.MENTIONS


@dataclass(frozen=True, slots=True)
class Draft:
    """A directive with its items in the order of the text, its references and its text. ``file`` is the path of the
    original as text, empty where there is none. ``page_starts`` as in a Reading. ``names`` are issuer, signer, title and
    open unit names as they were read, from which corrections are learned."""

    directive: Directive
    items: tuple[DraftItem, ...] = ()
    references: tuple[DraftReference, ...] = ()
    text: str = ""
    page_starts: tuple[int, ...] = field(default=())
    file: str = ""
    names: tuple[ReadName, ...] = ()
