"""By which item of which directive a duty is given: what the triggers' words point at, and the clerk's own choice.

An inspected unit owes a plan and a report on its result too (source document 004, item 4): work that no trigger asks
for is given by hand, and nothing but the clerk takes it back.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from district_desk.desk.office_desk import Desk
from district_desk.desk.reform.index import index_of_year
from district_desk.desk.reform.results import Owed, tied_items
from district_desk.domain.changes import Entity
from district_desk.domain.directives import Directive, Source
from district_desk.domain.items import Item
from district_desk.domain.listing import DirectiveFilter
from district_desk.domain.reform_plans import PlanState
from district_desk.domain.reform_triggers import Duty, Trigger
from district_desk.domain.units import Unit

_MOST_OFFERED: Final = 20


@dataclass(frozen=True, slots=True)
class Offer:
    """An item that may oblige; ``is_tied`` where a trigger of this duty obliges by it after this very index."""

    directive: Directive
    item: Item
    is_tied: bool


def offered_items(desk: Desk, year: int, duty: Duty) -> list[Offer]:
    """The items that may oblige to a duty: the tied ones, then those with the triggers' words: of our own directives
    before those of others, the newest first.

    Among the items of one directive those with a limit stand before those without.
    """
    reader = desk.store.reading()
    index = index_of_year(reader, year)
    triggers = [each for each in reader.find(Trigger, "position") if each.duty is duty]
    tied = {item.id: item for item in tied_items(desk, index.id, triggers, None).values()} if index else {}
    words = dict.fromkeys(line.strip() for each in triggers for line in each.item_words.splitlines() if line.strip())
    hits = (hit for each in words for hit in reader.search(each, limit=_MOST_OFFERED))
    found = reader.many(Item, {hit.record_id for hit in hits if hit.entity is Entity.ITEM}) | tied
    papers = reader.many(Directive, {item.directive_id for item in found.values()})
    offers = [Offer(papers[each.directive_id], each, each.id in tied) for each in found.values()]
    return sorted(offers, key=_first_choice)


def _first_choice(offer: Offer) -> tuple[bool, bool, int, int, bool, int]:
    paper, item = offer.directive, offer.item
    issued = paper.issued.toordinal() if paper.issued else 0
    return (not offer.is_tied, paper.source is not Source.OWN, -issued, -paper.id, item.due is None, item.position)


def directives_to_choose(desk: Desk, year: int) -> list[Directive]:
    """The directives of the register by which work may be given after the index of a year, the newest first."""
    reader, today = desk.store.reading(), desk.today()
    years = sorted({year, year + 1, today.year}, reverse=True)
    ids = [each for one in years for each in reader.directive_ids(DirectiveFilter(year=one), today)]
    kept = reader.many(Directive, ids)
    return [kept[each] for each in dict.fromkeys(ids)]


def items_to_choose(desk: Desk, directive_id: int) -> list[Item]:
    """The items of a directive in their order."""
    return desk.store.reading().find(Item, "position", directive_id=directive_id)


def by_item(owing: Iterable[Owed], item: Item) -> list[Owed]:
    """What is owed, to be given by this item and its due rule."""
    return [replace(each, item=item, due=item.due) for each in owing]


def by_hand(desk: Desk, unit_ids: Sequence[int], duty: Duty, item: Item) -> list[Owed]:
    """Work for these units that no trigger asks for: without reasons."""
    units = desk.store.reading().many(Unit, unit_ids)
    return [Owed(units[each], duty, (), item, item.due, PlanState.OWED, None) for each in unit_ids]
