"""A phrase read whole: from the words of a limit to one value with its rule, its dates and what is doubtful.

The grammar finds limits in a running text; here the text *is* the limit, typed or marked by a person, so what it
leaves unread counts: "trước ngày 10/4 hoặc 15/4" is not simply the tenth.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from district_desk.domain.calendar import WorkCalendar
from district_desk.domain.due import Doubt, Due, DueHabits, DueKind, DueRule, Elsewhere
from district_desk.domain.due_dates import NAMED, resolve
from district_desk.domain.due_phrases import FoundPhrase, says_two_things, wholly_found
from district_desk.domain.vietnamese import collapse
from district_desk.domain.written_dates import names_year

_LUNAR: Final = re.compile(r"\((?:nhằm|tức|âm lịch)[^)]*\)?", re.IGNORECASE)
"""The same day by the lunar calendar, shown and never counted."""


def read_due(  # noqa: PLR0913  all that a limit may lean on
    phrase: str,
    start: date | None,
    calendar: WorkCalendar,
    habits: DueHabits | None = None,
    *,
    issued: date | None = None,
    elsewhere: Elsewhere | None = None,
) -> Due:
    """The limit that a phrase states, counted from ``start``.

    ``issued`` is the document's date, which supplies a missing year (``start`` where it is not told).
    """
    words, told = collapse(phrase), issued or start
    found = wholly_found(words, issued=told)
    if not found:
        return replace(resolve(DueRule(), start, calendar, habits), phrase=words)
    chosen = max(found, key=lambda each: each.end - each.start)
    due = resolve(chosen.rule, start, calendar, habits, elsewhere=elsewhere)
    doubts = (*_doubts_of_words(words, found, chosen, told), *due.doubts)
    return replace(due, phrase=words, doubts=doubts)


def _doubts_of_words(
    words: str, found: Sequence[FoundPhrase], chosen: FoundPhrase, issued: date | None
) -> Iterator[Doubt]:
    if says_two_things(chosen.phrase):
        yield Doubt.TWO_READINGS
    others = [each.rule for each in found if each is not chosen]
    if any(rule.kind is not DueKind.SOFT and rule != chosen.rule for rule in others):
        yield Doubt.SEVERAL_LIMITS
    elif re.search(r"\d", _unread(words, found)):
        yield Doubt.PARTLY_READ
    day = chosen.rule.day
    if chosen.rule.kind in NAMED and day and issued and not names_year(chosen.phrase) and day.year != issued.year:
        yield Doubt.YEAR_SUPPLIED


def _unread(words: str, found: Sequence[FoundPhrase]) -> str:
    """What no limit covers, without lunar dates."""
    rest = list(words)
    for each in found:
        rest[each.start : each.end] = " " * (each.end - each.start)
    return _LUNAR.sub(" ", "".join(rest))
