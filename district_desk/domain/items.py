"""Items of a directive: what must be done, as a tree with the labels as printed.

Labels are never corrected and need not be unique (DOMAIN 2.7, 2.8); the tree is kept by ``parent_id`` and
``position``. The clerk's moves on the tree while a document is entered are in :mod:`.draft_moves`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from district_desk.domain.due import DueRule
from district_desk.domain.reading import ItemKind


@dataclass(frozen=True, slots=True)
class Item:
    """One item. ``path`` is the label path ("3.¶2"), ``label`` as printed; ``text`` is quoted word for word.

    ``phrase`` is the limit as written and ``rule`` the rule it states (JSON of :class:`DueRule`), both kept for
    ever beside ``due``, the last calendar day still in time. ``units_written`` are the addressees as written, one a
    line; ``inherited_written`` those of the parent or of the sentence that opens the list, which count where the item
    names nobody of its own; ``via`` is the receiving unit ("qua Phòng Nội vụ") as written. ``span_start`` and ``span_end`` are offsets
    in the document's text, both 0 where there is none. ``ours`` is 0 for an item that is not given to our office
    (kept "để biết", DOMAIN 2.17).
    """

    directive_id: int
    path: str = ""
    label: str = ""
    text: str = ""
    kind: ItemKind = ItemKind.TASK
    position: int = 0
    parent_id: int | None = None
    phrase: str = ""
    rule: str = ""
    due: date | None = None
    internal_due: date | None = None
    product: str = ""
    decider: str = ""
    units_written: str = ""
    inherited_written: str = ""
    coordinating_written: str = ""
    via: str = ""
    ours: int = 1
    span_start: int = 0
    span_end: int = 0
    id: int = 0
    uid: int = 0

    @property
    def due_rule(self) -> DueRule:
        """The rule as a value."""
        return DueRule.from_text(self.rule)


_NUMBERED: Final = re.compile(r"[IVXLCDM]+|[A-ZĐ]|\d+")


def place_in_words(path: str, kind: ItemKind = ItemKind.TASK) -> str:
    """How an office names an item: "mục 1, điểm a", "gạch đầu dòng thứ 3 mục 1", "đoạn 2 mục 3" (DOMAIN 2.9),
    "Điều 2, khoản 1"; the unnumbered paragraph that closes a document is "đoạn cuối"."""
    parts = [part for part in path.split(".") if part]
    if kind is ItemKind.CLOSING and len(parts) == 1 and parts[0].startswith("¶"):
        return "đoạn cuối"
    counted: list[str] = []
    named: list[str] = []
    numbers: list[str] = []
    for part in parts:
        if _NUMBERED.fullmatch(part) and not (part.isdigit() and _in_article(named)):
            numbers.append(part)
        else:
            _flush(numbers, named)
            (counted if part[0] in "-+¶" else named).append(_part_in_words(part))
    _flush(numbers, named)
    return " ".join(part for part in (*reversed(counted), ", ".join(named)) if part)


def _part_in_words(part: str) -> str:
    if part[0] in "-+":
        return f"gạch đầu dòng thứ {part[1:]}" if part[0] == "-" else f"dấu cộng thứ {part[1:]}"
    if part[0] == "¶":
        return f"đoạn {part[1:]}"
    if part.startswith("PL"):
        return "phụ lục" + part[2:]
    if part.startswith("Điều"):
        return part
    return f"khoản {part}" if part.isdigit() else f"điểm {part}"


def _in_article(named: list[str]) -> bool:
    return bool(named) and named[-1].startswith("Điều")


def _flush(numbers: list[str], named: list[str]) -> None:
    """Numbers that follow each other are one place: "II.1.1" is "mục II.1.1"."""
    if numbers:
        named.append("mục " + ".".join(numbers))
        numbers.clear()


def is_leaf(index: int, parents: Sequence[int | None]) -> bool:
    """Whether no item of the sequence has that one as its parent."""
    return index not in parents
