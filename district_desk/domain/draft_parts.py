"""Two items made one and one made two, with the values that belong to each part."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from district_desk.domain.drafts import DraftLine
from district_desk.domain.due_phrases import find
from district_desk.domain.items import Item
from district_desk.domain.reading import ItemKind
from district_desk.domain.vietnamese import collapse


def joined(first: Item, second: Item) -> Item:
    """One item of two that follow each other in the text; a task merged into a heading stays a task."""
    own = first.phrase or not second.phrase
    return replace(
        first,
        kind=second.kind if second.kind is ItemKind.TASK else first.kind,
        text=f"{first.text.rstrip()}\n{second.text.lstrip()}" if first.text.strip() else second.text,
        phrase=first.phrase if own else second.phrase,
        rule=first.rule if own else second.rule,
        due=first.due if own else second.due,
        internal_due=first.internal_due if own else second.internal_due,
        units_written=_united_words(first.units_written, second.units_written),
        coordinating_written=_united_words(first.coordinating_written, second.coordinating_written),
        via=_united_words(first.via, second.via),
        product=first.product or second.product,
        span_end=max(first.span_end, second.span_end),
    )


def parted(whole: Item, head: str, tail: str, source: str, issued: date | None) -> tuple[Item, Item]:
    """The item cut in two, each with what is written in it; what neither names stays with both."""
    place = _place_in_source(source, whole, tail)
    first = replace(whole, text=head, span_end=place)
    second = replace(whole, text=tail, label="", span_start=place)
    return _own_values(first, head, tail, issued), _own_values(second, tail, head, issued)


def _own_values(part: Item, own: str, other: str, issued: date | None) -> Item:
    """The part without what is written in the other part alone."""
    keeps = part.phrase and (_within(part.phrase, own) or not _within(part.phrase, other))
    if not keeps:
        phrase, rule = limit_in(own, issued)
        part = replace(part, phrase=phrase, rule=rule, due=None, internal_due=None)
    return replace(
        part,
        units_written=_own_words(part.units_written, own, other),
        coordinating_written=_own_words(part.coordinating_written, own, other),
        via=_own_words(part.via, own, other),
    )


def _own_words(written: str, own: str, other: str) -> str:
    return "\n".join(words for words in written.splitlines() if _within(words, own) or not _within(words, other))


def _within(words: str, text: str) -> bool:
    return collapse(words).lower() in collapse(text).lower()


def limit_in(text: str, issued: date | None) -> tuple[str, str]:
    """The limit written in a text, the one with a date first, and its rule as stored; empty where there is none."""
    found = find(text, issued=issued)
    best = next((each for each in found if each.rule.day), found[0] if found else None)
    return (best.phrase, best.rule.to_text()) if best else ("", "")


def _place_in_source(source: str, item: Item, tail: str) -> int:
    """Where the tail of the item's text begins in the source, whose blanks and marks may differ: counted from the end."""
    wanted = sum(1 for letter in tail if not letter.isspace())
    place = item.span_end
    while wanted and place > item.span_start:
        place -= 1
        wanted -= not source[place : place + 1].isspace()
    return place


def united(lines: Sequence[DraftLine], winning: Sequence[DraftLine]) -> tuple[DraftLine, ...]:
    """One line a unit, in the order of ``lines``; the role of a winning line counts, and a person's name is kept."""
    persons = {line.unit_id: line.person for line in reversed(lines) if line.person}
    chosen: dict[int, DraftLine] = {}
    for line in lines:
        chosen.setdefault(line.unit_id, line)
    chosen.update({line.unit_id: line for line in winning})
    return tuple(replace(line, person=line.person or persons.get(line.unit_id, "")) for line in chosen.values())


def _united_words(first: str, second: str) -> str:
    return "\n".join(unique((*first.splitlines(), *second.splitlines())))


def unique(words: Sequence[str]) -> tuple[str, ...]:
    """Each of these words once."""
    return tuple(dict.fromkeys(words))
