"""Reading the words of an addressee: which name begins here, where it ends, what follows it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from district_desk.domain.addressee_words import (
    BELONGING,
    BODIES_ABOVE,
    COMPOUNDS,
    FILLERS,
    HEADS,
    MODES,
    NO_NAMES,
    OPEN_WORDS,
    OPENERS,
    PROSE,
    ROLES,
    TITLES,
)
from district_desk.domain.unit_names import LEVELS, SKIPPED_INSIDE, Index, Known, NameBook, Word, words_of
from district_desk.domain.units import Unit
from district_desk.domain.vietnamese import collapse, fold


@dataclass(frozen=True, slots=True)
class Hit:
    """A name found: what it stands for, the place after it, and whether it is written exactly so."""

    known: Known
    end: int
    exact: bool = True


_LONG: Final = 4
"""So many small words in a row after a unit's name are a sentence and no longer its name."""


@dataclass(slots=True)
class Scan:
    """The words of one phrase. Places count words; a method that answers with a place answers 0 for "not here".

    ``level`` is the office's own ("huyện"); ``context`` are the units whose common beginning may be left out in a
    list ("Phòng Nội vụ, Tư pháp"); ``strange`` tells that the list began with a body outside the office, whose
    further names are not ours ("Giám đốc các Sở: Tài chính, Nội vụ").
    """

    phrase: str
    book: NameBook
    level: tuple[str, ...]
    context: tuple[Unit, ...] = ()
    strange: bool = False
    words: list[Word] = field(init=False)

    def __post_init__(self) -> None:
        self.words = words_of(self.phrase)

    def hit(self, place: int) -> Hit | None:
        """The longest name that begins here, titles allowed before it; exact marks before none."""
        titled = self.after(place, TITLES)
        starts = [place]
        while titled and titled < len(self.words):
            starts.append(titled)
            titled = titled + 1 if self.words[titled].form in SKIPPED_INSIDE else 0
        hits = [hit for start in starts if (hit := self.longest(self.book.full, start)) is not None]
        best = max(hits, key=lambda hit: hit.end, default=None)
        if best is None and not self.strange and (bare := self.bare(place)):
            return bare
        others = [hit for start in starts if (hit := self._unmarked(start)) is not None]
        other = max(others, key=lambda hit: hit.end, default=None)
        return other if other and (best is None or other.end > best.end) else best

    def longest(self, index: Index, start: int, *, folded: bool = False) -> Hit | None:
        """The longest name of an index that begins here."""
        if start >= len(self.words):
            return None
        first = self.words[start].form
        for key, known in index.get(fold(first) if folded else first, ()):
            end = self._spelled(key, start, folded=folded)
            if end and not self._in_compound(end):
                return Hit(known, end)
        return None

    def _in_compound(self, end: int) -> bool:
        """Whether the name ends in the middle of a longer word ("xã" of "xã hội")."""
        return end < len(self.words) and (self.words[end - 1].form, self.words[end].form) in COMPOUNDS

    def _spelled(self, key: tuple[str, ...], start: int, *, folded: bool) -> int:
        place, matched = start, 0
        while place < len(self.words) and matched < len(key):
            form = self.words[place].form
            if (fold(form) if folded else form) == key[matched]:
                matched += 1
            elif form not in SKIPPED_INSIDE or not matched:
                return 0
            place += 1
        return place if matched == len(key) else 0

    def bare(self, place: int) -> Hit | None:
        """A name without its common beginning ("Tư pháp" after "Phòng Nội vụ,"), alone between its separators."""
        hit = self.longest(self.book.bare, place)
        if hit is None or not self.ends(self.past_level(hit.end)):
            return None
        in_context = tuple(unit for unit in hit.known.units if unit in self.context)
        return Hit(Known(in_context or hit.known.units), hit.end)

    def _unmarked(self, start: int) -> Hit | None:
        hit = self.longest(self.book.unmarked, start, folded=True)
        if hit is None:
            return None
        written = self.text(start, hit.end).lower()
        return Hit(hit.known, hit.end, exact=written == fold(written))

    def own_level(self, place: int) -> int:
        """The place after "thuộc huyện …" where that is our own level; -1 where it is another body's."""
        after = self.after(place, BELONGING) or place
        for level in LEVELS:
            if self.after(after, (tuple(level.split()),)):
                return self.past_level(place) if tuple(level.split()) == self.level else -1
        return after

    def past_level(self, place: int) -> int:
        """The place after our own level and its name ("huyện Cẩm Giàng"), or the same place where they do not follow."""
        after = self.after(place, BELONGING) or place
        end = self.after(after, (self.level,))
        if not end:
            return place
        limit = end + 4
        while end < min(limit, len(self.words)) and self.words[end].capital and self.words[end].form.isalpha():
            end += 1
        return end

    def ends(self, place: int) -> bool:
        """Whether an addressee may end here."""
        if place >= len(self.words) or self.words[place].form in (";", ")", "("):
            return True
        return any(self.after(place, phrases) for phrases in (FILLERS, *(words for words, _ in MODES)))

    def qualifier_end(self, place: int) -> int:
        """The end of the words that limit a group: up to the next name, list mark or bracketed mode word."""
        end = place
        while end < len(self.words) and not self._stops(end):
            end += 1
        return end

    def _stops(self, place: int) -> bool:
        form = self.words[place].form
        if form in (";", ")") or self.after(place, ROLES):
            return True
        if form == "(" or self.after(place, MODES[0][0]):
            return form != "(" or any(self.after(place + 1, phrases) for phrases, _ in MODES)
        return form in (",", "và") and self._name_follows(place + 1)

    def _name_follows(self, place: int) -> bool:
        start = place
        while start < len(self.words) and self.words[start].form in ("các", "và"):
            start += 1
        if start < len(self.words) and any(self.after(start, phrases) for phrases, _ in MODES):
            return True
        titled = self.after(start, TITLES)
        return any(self.longest(self.book.full, at) is not None for at in (start, titled) if at) or bool(titled)

    def past_prose(self, place: int, *, sure: bool) -> int:
        """The place after a sentence that begins here and is no part of the addressee, 0 where none does.

        A sentence is known by its verb or, unless it must be ``sure``, by its length. It goes on to the next part of the
        list or to a bracket or exception, which may limit the addressee.
        """
        if place >= len(self.words) or self.words[place].capital:
            return 0
        if not self.after(place, PROSE) and (sure or self.words[place].form in NO_NAMES or not self._is_long(place)):
            return 0
        while place < len(self.words) and self.words[place].form not in (";", "(", ")"):
            if self.after(place, MODES[0][0]):
                break
            place += 1
        return place

    def _is_long(self, place: int) -> bool:
        run = self.words[place : place + _LONG]
        return len(run) == _LONG and all(word.form.isalpha() and not word.capital and word.form != "và" for word in run)

    def goes_on(self, place: int) -> bool:
        """Whether "và …" goes on with the name: it names no one known and opens no other name."""
        if place + 1 >= len(self.words) or self.words[place].form != "và" or not self.words[place + 1].capital:
            return False
        after = self.words[place + 1].form
        return after not in HEADS and not self._name_follows(place + 1) and self.bare(place + 1) is None

    def end_of_listing(self, place: int, end: int) -> int:
        """The end of "các Sở: Tài chính, Nội vụ", whose names are all of that kind, where that stands here."""
        opening = self.words[place:end]
        if not any(word.form == ":" for word in opening) or not BODIES_ABOVE & {word.form for word in opening}:
            return end
        while end < len(self.words) and self.words[end].form not in (";", "(", ")"):
            after = min(end + 1, len(self.words) - 1)
            if self.words[end].form in (",", "và") and (self.after(after, TITLES) or self.words[after].form in OPENERS):
                break
            end += 1
        return end

    def end_of_unknown(self, place: int) -> int:
        """The end of words that name nothing known: up to what parts a list."""
        end = place
        while end < len(self.words) and not self._parts(end):
            end += 1
        return max(end, place + 1)

    def _parts(self, place: int) -> bool:
        form = self.words[place].form
        if form in (";", "(", ")"):
            return True
        if form not in (",", "và") or place + 1 >= len(self.words):
            return form == ","
        before, after = self.words[place - 1].form, self.words[place + 1]
        if {before, after.form} <= BODIES_ABOVE and not after.capital:
            return False
        follows = self._name_follows(place + 1) or after.form == "các"
        return follows or (form == "," and after.capital)

    def is_open(self, place: int, end: int) -> bool:
        """Whether the words name no body at all, but "those concerned", "each", "some"."""
        return any(word.form in OPEN_WORDS for word in self.words[place:end])

    def after(self, place: int, phrases: Sequence[tuple[str, ...]]) -> int:
        """The place after the longest of these phrases that stands here, 0 where none does."""
        for phrase in phrases:
            if (
                place < len(self.words)
                and tuple(word.form for word in self.words[place : place + len(phrase)]) == phrase
            ):
                return place + len(phrase)
        return 0

    def forms(self, place: int, end: int) -> frozenset[str]:
        """The words from here to there in their equal form."""
        return frozenset(word.form for word in self.words[place:end])

    def text(self, place: int, end: int) -> str:
        """The words as written."""
        last = min(end, len(self.words)) - 1
        if last < place:
            return ""
        text = collapse(self.phrase[self.words[place].start : self.words[last].end]).strip(" ,;:")
        return text + ")" if text.count("(") > text.count(")") else text
