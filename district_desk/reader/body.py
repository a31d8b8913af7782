"""The items of the body as read: own words, kind, units and deadlines, each with its place in the text."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from district_desk.domain import due_phrases
from district_desk.domain.addressee_words import names_a_role
from district_desk.domain.reading import Found, FoundDue, ItemKind, ReadItem, Span
from district_desk.domain.vietnamese import collapse, fold
from district_desk.reader.addressed import actors, given_in, names_in_cell
from district_desk.reader.items import Node, Tree
from district_desk.reader.labels import BULLETS, Style
from district_desk.reader.lines import joined
from district_desk.reader.names import STRONG_HEAD, Named
from district_desk.reader.tables import Column, Row

_PURPOSE: Final = re.compile(r"\b(?:muc dich|yeu cau|muc tieu|quan diem|nguyen tac)\b")
_INFORMATION: Final = re.compile(
    r"^(?:ong|ba|dong chi|cac ong|cac ba)\b[^.;]{3,60}[,-]|^(?:quyet dinh|chi thi|ke hoach|cong dien|quy dinh) nay (?:co hieu luc|thay the)|^(?:danh gia cao|ghi nhan|hoan nghenh)\b|^(?:thanh phan|dia diem|ghi chu|luu y|danh gia chung|ket qua dat duoc)\b"
)
_TELLS_FIRST: Final = re.compile(
    r"\W{0,3}(?:Thực hiện|Căn cứ|Theo|Tiếp theo|Xét|Trên cơ sở|Phúc đáp|Ngày \d|Vừa qua|Thời gian qua)\b"
)
"""So begins a paragraph that first tells of other documents, with their limits, and then gives its own task."""
_LISTS_OBJECTS: Final = re.compile(r"\b(?:đối với|gồm|gồm có|bao gồm|bao gồm có)\s*:\s*$")
"""After these words a list of names tells what is looked at, not who must act."""
_WORD: Final = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of an item on one line, with the way back from an offset in them to the offset in the text."""

    text: str
    offsets: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        return Span(self.offsets[start], self.offsets[end - 1] + 1)

    def at(self, offset: int) -> int:
        """Where a place of the text is in the words."""
        return bisect_left(self.offsets, offset)

    def found(self, named: Named) -> Found:
        return Found(named.text, self.span(named.start, named.end))


def items_of(text: str, tree: Tree, issued: date | None, *, first: int = 0) -> tuple[ReadItem, ...]:
    """The items in the order of the text; ``first`` is the index that the first of them will have."""
    parents = {node.parent for node in tree.nodes}
    lead = bool(units_given(text, tree))
    items: list[ReadItem] = []
    for at, node in enumerate(tree.nodes):
        words = _words_of(text, node)
        item = _item(text, node, words, issued)
        above = items[node.parent] if node.parent is not None else None
        kind = _kind(node, words.text, is_parent=at in parents, above=above)
        if above is not None and _is_object(node, words.text, above):
            kind, item = ItemKind.INFORMATION, replace(item, units=())
        inherits = (
            ""
            if any(_is_named(unit) for unit in item.units)
            else _inherited(items, node.parent, lead=lead and not node.closing)
        )
        items.append(replace(item, kind=kind, inherits=inherits))
    return tuple(replace(item, parent=None if item.parent is None else item.parent + first) for item in items)


def _is_object(node: Node, words: str, above: ReadItem) -> bool:
    """Whether a bullet only names what the item above deals with: "tiến hành giám sát đối với: - UBND xã Lam Hà."."""
    bullet = node.label is not None and node.label.style in BULLETS
    return bullet and bool(_LISTS_OBJECTS.search(above.text)) and bool(STRONG_HEAD.match(words))


def _item(text: str, node: Node, words: _Words, issued: date | None) -> ReadItem:
    """What the item's own words say."""
    later = [words.at(one.start) for one in node.paragraphs[1:]]
    if (row := node.paragraphs[0].row) and row.label.style is Style.ROW:
        return _of_row(text, node, row, issued)
    named = actors(words.text, later)
    units = tuple(words.found(name) for name in named.units)
    lines = [words.at(line.start) for one in node.paragraphs for line in one.lines[1:]]
    return ReadItem(
        path=node.path,
        label=_printed(node),
        text=joined(text, _spans(node)),
        span=Span(node.paragraphs[0].start, node.paragraphs[-1].end),
        parent=node.parent,
        units=units,
        coordinating=tuple(words.found(name) for name in named.coordinating),
        via=tuple(words.found(name) for name in named.via),
        deadlines=_own_deadlines(node, words, units, _deadlines(words, lines, issued)),
    )


def _of_row(text: str, node: Node, row: Row, issued: date | None) -> ReadItem:
    """What the columns of a row say; a table without a column for it is read by the words of the row."""
    words = _words_of(text, node)
    named, due = actors(words.text), _deadlines(words, (), issued)
    leads = [found for span in row.at(Column.LEAD) for found in _names_in(text, span)]
    both = [(span, actors(text[span.start : span.end])) for span in row.at(Column.BOTH)]
    leads += [_at(span, name) for span, acting in both for name in acting.units]
    helpers = [found for span in row.at(Column.WITH) for found in _names_in(text, span)]
    helpers += [_at(span, name) for span, acting in both for name in acting.coordinating]
    limits = [found for span in row.at(Column.DUE) for found in _limits_in(text, span, issued)]
    return ReadItem(
        path=node.path,
        label=_printed(node),
        text=joined(text, _spans(node)),
        span=Span(node.paragraphs[0].start, node.paragraphs[-1].end),
        parent=node.parent,
        units=tuple(leads) or tuple(words.found(name) for name in named.units),
        coordinating=tuple(helpers),
        via=tuple(words.found(name) for name in named.via),
        deadlines=tuple(limits) or due,
    )


def _at(span: Span, name: Named) -> Found:
    return Found(name.text, Span(span.start + name.start, span.start + name.end))


def _names_in(text: str, span: Span) -> list[Found]:
    return [_at(span, name) for name in names_in_cell(text[span.start : span.end])]


def _limits_in(text: str, span: Span, issued: date | None) -> list[FoundDue]:
    """The limits in a cell of the column of times, where a bare day or month is one."""
    lead = "Thời hạn: "
    return [
        FoundDue(
            found.phrase, found.rule, Span(span.start + found.start - len(lead), span.start + found.end - len(lead))
        )
        for found in due_phrases.find(lead + text[span.start : span.end], issued=issued)
        if found.start >= len(lead)
    ]


def units_given(text: str, tree: Tree) -> tuple[Found, ...]:
    """The units of the sentence that opens the list of items."""
    if not tree.opening or not tree.nodes:
        return ()
    words = _flat(text, tree.opening[-1].spans)
    sentence = max(words.text.rfind(". ") + 1, 0)
    return tuple(words.found(name) for name in given_in(words.text) if name.start >= sentence)


def _spans(node: Node) -> list[Span]:
    return [span for one in node.paragraphs for span in one.spans]


def _words_of(text: str, node: Node) -> _Words:
    """The words without the label."""
    words = _flat(text, _spans(node))
    length = node.label.length if node.label else 0
    skip = _label_end(words.text, length)
    return _Words(words.text[skip:], words.offsets[skip:])


def _label_end(text: str, length: int) -> int:
    end = min(length, len(text))
    while end < len(text) and text[end] == " ":
        end += 1
    return end


def _flat(text: str, spans: Sequence[Span]) -> _Words:
    """The words of the spans parted by single spaces, and the offset of each letter."""
    words: list[str] = []
    offsets: list[int] = []
    for span in spans:
        for word in _WORD.finditer(text, span.start, span.end):
            if words:
                offsets.append(word.start() - 1)
            words.append(word[0])
            offsets.extend(range(word.start(), word.end()))
    return _Words(" ".join(words), tuple(offsets))


def _printed(node: Node) -> str:
    if node.label is None:
        return ""
    return collapse(node.paragraphs[0].lines[0].text[: node.label.length]).strip()


def _inherited(items: Sequence[ReadItem], parent: int | None, *, lead: bool) -> str:
    """The nearest item above that names units and not only parts played, else the opening sentence where it does."""
    while parent is not None:
        if any(_is_named(unit) for unit in items[parent].units):
            return items[parent].path
        parent = items[parent].parent
    return "lead" if lead else ""


def _is_named(unit: Found) -> bool:
    return not names_a_role(unit.value)


def _own_deadlines(
    node: Node, words: _Words, units: Sequence[Found], found: Iterable[FoundDue]
) -> tuple[FoundDue, ...]:
    """The limits without those of other documents that an unnumbered paragraph tells of before it gives its task."""
    told = node.label is None and units and _TELLS_FIRST.match(words.text)
    return tuple(due for due in found if not told or due.span.start > units[0].span.start)


def _deadlines(words: _Words, starts: Sequence[int], issued: date | None) -> tuple[FoundDue, ...]:
    """The limits in the words, lines kept apart: a day on a line of its own is the day of a session."""
    letters = list(words.text)
    for at in starts:
        if at:
            letters[at - 1] = "\n"
    return tuple(
        FoundDue(found.phrase, found.rule, words.span(found.start, found.end))
        for found in due_phrases.find("".join(letters), issued=issued)
    )


def _kind(node: Node, words: str, *, is_parent: bool, above: ReadItem | None) -> ItemKind:
    if node.closing:
        return ItemKind.CLOSING
    folded = fold(words).strip()
    if _INFORMATION.match(folded) and not re.search(r"\bgiao\b|\bco trach nhiem\b|\bchiu trach nhiem\b", folded):
        return ItemKind.INFORMATION
    if is_parent and _is_heading(words):
        return ItemKind.HEADING
    if above is not None and (
        above.kind is ItemKind.PURPOSE or (above.kind is ItemKind.HEADING and _says_purpose(above))
    ):
        return ItemKind.PURPOSE
    grouped = node.label is not None and node.label.style is Style.ROW_GROUP
    return ItemKind.HEADING if grouped or words.isupper() else ItemKind.TASK


def _is_heading(words: str) -> bool:
    return (
        words.isupper()
        or words.rstrip().endswith(":")
        or (len(words) < 300 and not re.search(r"[.;]\s*$|[.;]\s", words))
    )


def _says_purpose(item: ReadItem) -> bool:
    head = fold(item.text)[:60]
    return len(head) < 60 and bool(_PURPOSE.search(head))
