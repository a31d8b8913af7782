"""Items of a directive: what must be done, as a tree with the labels as printed.

Labels are never corrected and need not be unique (DOMAIN 2.7, 2.8); the tree is kept by ``parent_id`` and
``position``. The functions at the foot are the clerk's own moves on the tree while a document is entered.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

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


def place_in_words(path: str) -> str:
    """How an office names an item: "mục 1, điểm a", "gạch đầu dòng thứ 3 mục 1", "đoạn 2 mục 3" (DOMAIN 2.9)."""
    parts = [part for part in path.split(".") if part]
    words: list[str] = []
    for part in parts:
        if part.startswith(("-", "+")):
            words.insert(0, f"gạch đầu dòng thứ {part[1:]}")
        elif part.startswith("¶"):
            words.insert(0, f"đoạn {part[1:]}")
        elif part.startswith("PL"):
            words.append("phụ lục" + part[2:])
        elif part[:1].isdigit() or part.isupper():
            words.append(f"mục {part}")
        else:
            words.append(part if part.startswith("Điều") else f"điểm {part}")
    if words == ["đoạn 1"] and len(parts) == 1:
        return "đoạn cuối"
    return " ".join(words) if words and words[0].startswith(("gạch", "đoạn")) else ", ".join(words)


def is_leaf(index: int, parents: Sequence[int | None]) -> bool:
    """Whether no item of the sequence has that one as its parent."""
    return index not in parents
