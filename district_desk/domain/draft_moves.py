"""The clerk's moves on a draft's items: each takes a draft and gives a new one, so that each can be undone.

Items stand in the order of the text, and the tree is what their levels say: an item's parent is the nearest one
before it on a lower level. A move never changes that order and never loses a word of the text (only
:func:`remove` drops an item, and says so). Labels stay as printed; a path is made anew only where its parent changed.
A move that cannot be done gives the draft back unchanged.
"""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date
from itertools import count
from typing import Final

from district_desk.domain.assignments import Role
from district_desk.domain.draft_parts import joined, limit_in, parted, unique, united
from district_desk.domain.drafts import Draft, DraftItem, DraftLine
from district_desk.domain.due_phrases import read_phrase
from district_desk.domain.items import Item
from district_desk.domain.reading import ItemKind, Span
from district_desk.domain.vietnamese import collapse, nfc

# the tree ----------------------------------------------------------------------------------------------------------


def merge_with_previous(draft: Draft, key: int) -> Draft:
    """Gộp vào mục trước: the item's text, addressees and lines go to the item before it in the text."""
    place = _place(draft, key)
    if place < 1:
        return draft
    before, merged = draft.items[place - 1], draft.items[place]
    one = replace(
        before,
        item=joined(before.item, merged.item),
        lines=united((*before.lines, *merged.lines), before.lines),
        unresolved=unique((*before.unresolved, *merged.unresolved)),
    )
    rest = [replace(each, parent=one.key) if each.parent == key else each for each in draft.items[place + 1 :]]
    return _ordered(draft, (*draft.items[: place - 1], one, *rest))


def split(draft: Draft, key: int, offset: int) -> Draft:
    """Tách mục: the text from ``offset`` on becomes an item of its own right after, on the same level.

    What is written in only one part (addressees, limit) stays with that part; items below the old one follow the
    second part, whose words lead up to them.
    """
    place = _place(draft, key)
    if place < 0:
        return draft
    whole = draft.items[place]
    head, tail = whole.item.text[:offset].rstrip(), whole.item.text[max(offset, 0) :].strip()
    if not head or not tail or offset < 1:
        return draft
    path = _free_path(draft, re.sub(r"\.?¶\d+$", "", whole.item.path), 2)
    first, second = parted(whole.item, head, tail, draft.text, draft.directive.issued)
    new = replace(whole, key=_next_key(draft), item=replace(second, path=path, id=0, uid=0))
    items = [replace(each, parent=new.key) if each.parent == key else each for each in draft.items]
    items[place : place + 1] = [replace(whole, item=first), new]
    return _ordered(draft, items)


def split_at_sentences(draft: Draft, key: int) -> Draft:
    """Tách theo câu: each sentence of the item becomes an item."""
    place = _place(draft, key)
    if place < 0:
        return draft
    for start in reversed(sentence_starts(draft.items[place].item.text)[1:]):
        draft = split(draft, key, start)
    return draft


_SENTENCE_END: Final = re.compile(r"(?<![\s.(/])(?<!\bTP)(?<!\b[A-ZĐ])(?:[.!?][”\"')]*\s+(?=[A-ZÀ-ỴĐ“\"])|;\s+)")


def sentence_starts(text: str) -> tuple[int, ...]:
    """The offsets at which the sentences of ``text`` begin, the first one included; a semicolon parts, too."""
    first = len(text) - len(text.lstrip())
    starts = [first, *(hit.end() for hit in _SENTENCE_END.finditer(text))]
    return tuple(start for start in dict.fromkeys(starts) if text[start:].strip())


def lift(draft: Draft, key: int) -> Draft:
    """Nâng cấp: one level up, with all below it; what followed on its old level now stands below it."""
    return _shifted(draft, key, -1)


def lower(draft: Draft, key: int) -> Draft:
    """Hạ cấp: below the item before it on the same level, with all below it."""
    return _shifted(draft, key, 1)


def remove(draft: Draft, keys: Collection[int]) -> Draft:
    """Bỏ mục: these items go, with their text; what stood below them goes up to the nearest that stays."""
    parents = {each.key: each.parent for each in draft.items}
    kept = []
    for each in draft.items:
        if each.key not in keys:
            parent = each.parent
            while parent in keys:
                parent = parents[parent]
            kept.append(replace(each, parent=parent))
    return _ordered(draft, kept)


def add_selection(draft: Draft, span: Span, kind: ItemKind = ItemKind.TASK) -> Draft:
    """Lấy thành mục: a selected stretch of the draft's text becomes an item, at its place among the others.

    This is how items are made of a newspaper article. The limit written in it is read.
    """
    text = draft.text[span.start : span.end]
    start = span.start + len(text) - len(text.lstrip())
    if not text.strip():
        return draft
    place = next((i for i, each in enumerate(draft.items) if each.item.span_start > start), len(draft.items))
    parent = draft.items[place].parent if place < len(draft.items) else 0
    path = _free_path(draft, _path_of(draft, parent), 1)
    item = Item(draft.directive.id, path, "", text.strip(), kind, span_start=start, span_end=start + len(text.strip()))
    phrase, rule = limit_in(item.text, draft.directive.issued)
    new = DraftItem(_next_key(draft), replace(item, phrase=phrase, rule=rule), parent)
    return _ordered(draft, (*draft.items[:place], new, *draft.items[place:]))


# the values of items -----------------------------------------------------------------------------------------------


def set_kind(draft: Draft, keys: Collection[int], kind: ItemKind) -> Draft:
    """What these items are to the office: a task, a heading, information …"""
    return _changed(draft, keys, lambda item: replace(item, kind=kind))


def set_phrase(draft: Draft, keys: Collection[int], phrase: str) -> Draft:
    """The limit in words, read anew. The day is left open: it is counted with the office's calendar by the desk."""
    rule = read_phrase(phrase, issued=draft.directive.issued).to_text() if phrase.strip() else ""
    words = collapse(phrase)
    return _changed(draft, keys, lambda item: replace(item, phrase=words, rule=rule, due=None, internal_due=None))


def set_due(draft: Draft, keys: Collection[int], due: date | None) -> Draft:
    """The last day still in time, as the clerk fixed it; phrase and rule stay as they were written."""
    return _changed(draft, keys, lambda item: replace(item, due=due))


def edit_text(draft: Draft, key: int, text: str) -> Draft:
    """The item's words as corrected by hand."""
    return _changed(draft, (key,), lambda item: replace(item, text=nfc(text)))


def edit_item(draft: Draft, key: int, item: Item) -> Draft:
    """The item's values as corrected by hand; its place in the tree and in the order stay."""
    return _ordered(draft, [replace(each, item=item) if each.key == key else each for each in draft.items])


def give(draft: Draft, keys: Collection[int], unit_ids: Sequence[int], role: Role = Role.LEAD) -> Draft:
    """Give these items to units in one role; a unit that has the item already changes its role."""
    new = tuple(DraftLine(unit_id, role) for unit_id in unit_ids)
    return _with_lines(draft, keys, lambda lines: united((*lines, *new), new))


def take_back(draft: Draft, keys: Collection[int], unit_ids: Collection[int]) -> Draft:
    """Give these items no longer to these units."""
    return _with_lines(draft, keys, lambda lines: tuple(line for line in lines if line.unit_id not in unit_ids))


def set_lines(draft: Draft, keys: Collection[int], lines: Sequence[DraftLine]) -> Draft:
    """Give these items to exactly these units."""
    return _with_lines(draft, keys, lambda _: tuple(lines))


def settle(draft: Draft, key: int, text: str) -> Draft:
    """The addressee as written was dealt with by the clerk: it is no longer shown as unresolved."""
    items = [
        replace(each, unresolved=tuple(words for words in each.unresolved if words != text))
        if each.key == key
        else each
        for each in draft.items
    ]
    return replace(draft, items=tuple(items))


# levels and order --------------------------------------------------------------------------------------------------


def levels(draft: Draft) -> tuple[int, ...]:
    """The depth of each item, from 0."""
    depth = {0: -1}
    for each in draft.items:
        depth[each.key] = depth.get(each.parent, -1) + 1
    return tuple(depth[each.key] for each in draft.items)


def _shifted(draft: Draft, key: int, by: int) -> Draft:
    place, depth = _place(draft, key), list(levels(draft))
    if place < 0 or depth[place] + by < 0 or (by > 0 and (place == 0 or depth[place - 1] < depth[place])):
        return draft
    end = next((i for i in range(place + 1, len(depth)) if depth[i] <= depth[place]), len(depth))
    for i in range(place, end):
        depth[i] += by
    return _ordered(draft, _with_parents(draft.items, depth))


def _with_parents(items: Sequence[DraftItem], depth: Sequence[int]) -> list[DraftItem]:
    chain: list[int] = []
    placed = []
    for each, level in zip(items, depth, strict=True):
        del chain[level:]
        placed.append(replace(each, parent=chain[-1] if chain else 0))
        chain.append(each.key)
    return placed


def _ordered(draft: Draft, items: Sequence[DraftItem]) -> Draft:
    """The draft with these items, their positions counted and the paths of those whose parent changed made anew."""
    before = {each.key: each for each in draft.items}
    stayed = (each for each in items if each.key in before and before[each.key].parent == each.parent)
    taken = {(each.parent, each.item.path): each.key for each in stayed}
    paths: dict[int, str] = {0: ""}
    placed = []
    for position, each in enumerate(items):
        old = before.get(each.key)
        moved = old is not None and (old.parent != each.parent or _old_path(before, old.parent) != paths[each.parent])
        path = _fresh(paths[each.parent], each, taken) if moved else each.item.path
        taken.setdefault((each.parent, path), each.key)
        paths[each.key] = path
        placed.append(replace(each, item=replace(each.item, path=path, position=position)))
    return replace(draft, items=tuple(placed))


def _old_path(before: dict[int, DraftItem], key: int) -> str:
    """The path that an item had, empty for the top."""
    return before[key].item.path if key in before else ""


_MADE: Final = re.compile(r"([-+¶])(\d+)")


def _fresh(parent_path: str, each: DraftItem, taken: dict[tuple[int, str], int]) -> str:
    """The path below another parent. A printed label stays what it is; a counted one ("-2", "¶1") finds a free number."""
    last = each.item.path.rpartition(".")[2]
    prefix = f"{parent_path}." if parent_path else ""
    made = _MADE.fullmatch(last)
    if made is None:
        return prefix + last
    wanted = (f"{prefix}{made[1]}{number}" for number in count(int(made[2])))
    return next(path for path in wanted if taken.get((each.parent, path), each.key) == each.key)


def _free_path(draft: Draft, base: str, first: int) -> str:
    used = {each.item.path for each in draft.items}
    prefix = f"{base}." if base else ""
    return next(path for n in count(first) if (path := f"{prefix}¶{n}") not in used)


def _path_of(draft: Draft, key: int) -> str:
    return next((each.item.path for each in draft.items if each.key == key), "")


def _place(draft: Draft, key: int) -> int:
    return next((i for i, each in enumerate(draft.items) if each.key == key), -1)


def _next_key(draft: Draft) -> int:
    return max((each.key for each in draft.items), default=0) + 1


def _changed(draft: Draft, keys: Collection[int], change: Callable[[Item], Item]) -> Draft:
    items = [replace(each, item=change(each.item)) if each.key in keys else each for each in draft.items]
    return replace(draft, items=tuple(items))


def _with_lines(
    draft: Draft, keys: Collection[int], change: Callable[[tuple[DraftLine, ...]], tuple[DraftLine, ...]]
) -> Draft:
    items = [replace(each, lines=change(each.lines)) if each.key in keys else each for each in draft.items]
    return replace(draft, items=tuple(items))
