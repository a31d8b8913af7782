"""Reading the words of an addressee: which name begins here, where it ends, what follows it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from district_desk.domain.addressee_words import BELONGING, BODIES_ABOVE, FILLERS, MODES, OPEN_WORDS, ROLES, TITLES
from district_desk.domain.unit_names import LEVELS, SKIPPED_INSIDE, Index, Known, NameBook, Word, words_of
from district_desk.domain.units import Unit
from district_desk.domain.vietnamese import collapse, fold


@dataclass(frozen=True, slots=True)
class Hit:
    """A name found: what it stands for, the place after it, and whether it is written exactly so."""

    known: Known
    end: int
    exact: bool = True


@dataclass(slots=True)
class Scan:
    """The words of one phrase. Places count words; a method that answers with a place answers 0 for "not here".

    ``level`` is the office's own ("huyện"); ``context`` are the units whose common beginning may be left out in a
    list ("Phòng Nội vụ, Tư pháp").
    """

    phrase: str
    book: NameBook
    level: tuple[str, ...]
    context: tuple[Unit, ...] = ()
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
        if best is None and (bare := self.bare(place)):
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
            if end:
                return Hit(known, end)
        return None

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

    def text(self, place: int, end: int) -> str:
        """The words as written."""
        last = min(end, len(self.words)) - 1
        if last < place:
            return ""
        text = collapse(self.phrase[self.words[place].start : self.words[last].end]).strip(" ,;:")
        return text + ")" if text.count("(") > text.count(")") else text
