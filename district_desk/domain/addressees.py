"""Who is meant: from the addressees as written to the office's own units.

A phrase is read from left to right. Names of units and groups are taken as the directory has them, with titles
before them ("Trưởng phòng …", "Chủ tịch UBND …") and the office's level after them ("… huyện"). What the words only
limit ("các xã, thị trấn đạt dưới 75%") or leave open ("các đơn vị có liên quan") is handed back with candidates and
never given to all; nothing that was written is dropped.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from district_desk.domain.addressee_words import (
    BELONGING,
    BODIES_ABOVE,
    CONCERNED,
    FILLERS,
    MODES,
    OPEN_WORDS,
    QUANTIFIERS,
    ROLES,
    TITLES,
    Mode,
)
from district_desk.domain.unit_names import LEVELS, SKIPPED_INSIDE, Index, Known, NameBook, Word, book_of, words_of
from district_desk.domain.units import Directory, Unit, UnitGroup, UnitKind
from district_desk.domain.vietnamese import collapse, fold, nfc


class Why(StrEnum):
    """Why words were not turned into units."""

    NOT_A_UNIT = "not_a_unit"  # a body outside the office ("Sở Nội vụ")
    CONDITIONAL = "conditional"  # only those that meet a condition
    VAGUE = "vague"  # "có liên quan", "cơ quan đó"
    AMBIGUOUS = "ambiguous"  # several units, or one that is written otherwise
    ENDED = "ended"  # a unit that exists no longer, without one single successor


@dataclass(frozen=True, slots=True)
class Unresolved:
    """Words that need a person, why, and the units that may be meant."""

    text: str
    reason: Why
    candidates: tuple[Unit, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """The units meant, in the order of the words; the groups they came from; those left out by "trừ …"; the
    receiving units ("qua Phòng Nội vụ"); and all that is left for a person."""

    units: tuple[Unit, ...] = ()
    groups: tuple[UnitGroup, ...] = ()
    excluded: tuple[Unit, ...] = ()
    via: tuple[Unit, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()


def resolve(phrase: str, directory: Directory, *, level: str = "huyện") -> Resolution:
    """The units that ``phrase`` means on the directory's day; ``level`` is the office's own ("huyện", "xã")."""
    resolver = _Resolver(nfc(phrase), directory, tuple(level.split()))
    resolver.run()
    return Resolution(
        tuple(unit for unit in resolver.units if unit not in resolver.excluded),
        tuple(resolver.groups),
        tuple(resolver.excluded),
        tuple(resolver.via),
        tuple(resolver.unresolved),
    )


_PLACES: Final = (UnitKind.COMMUNE, UnitKind.TOWNSHIP)
_ROOMS: Final = (UnitKind.ROOM, UnitKind.BOARD, UnitKind.OFFICE)


@dataclass(frozen=True, slots=True)
class _Hit:
    known: Known
    end: int
    exact: bool = True


@dataclass(slots=True)
class _Resolver:
    phrase: str
    directory: Directory
    level: tuple[str, ...]
    words: list[Word] = field(init=False)
    book: NameBook = field(init=False)
    mode: Mode = Mode.PLAIN
    context: tuple[Unit, ...] = ()
    begin: int | None = None
    units: list[Unit] = field(default_factory=list)
    groups: list[UnitGroup] = field(default_factory=list)
    excluded: list[Unit] = field(default_factory=list)
    via: list[Unit] = field(default_factory=list)
    unresolved: list[Unresolved] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.words = words_of(self.phrase)
        self.book = book_of(self.directory)

    def run(self) -> None:
        place = 0
        while place < len(self.words):
            place = self._mark(place) or self._mode_word(place) or self._addressee(place)

    def _mark(self, place: int) -> int:
        form = self.words[place].form
        if form in ("(", ")", ";"):
            self.mode = Mode.PLAIN
            if form == ";":
                self.context = ()
            self.begin = None
            return place + 1
        if end := self._after(place, QUANTIFIERS):
            self.begin = place if self.begin is None else self.begin
            return end
        if end := self._after(place, FILLERS):
            self.begin = None
        return end

    def _mode_word(self, place: int) -> int:
        for phrases, mode in MODES:
            if end := self._after(place, phrases):
                self.mode = mode
                return end
        return 0

    def _addressee(self, place: int) -> int:
        end = self._read(place)
        self.begin = None
        return end

    def _read(self, place: int) -> int:
        hit = self._hit(place)
        if hit is None:
            end = self._end_of_unknown(place)
            self._leave(place, end, Why.VAGUE if self._is_open(place, end) else Why.NOT_A_UNIT)
            return end
        own = self._own_level(hit.end)
        if own < 0:
            end = self._end_of_unknown(hit.end)
            self._leave(place, end, Why.NOT_A_UNIT)
            return end
        if hit.known.group is not None:
            return self._group(place, hit.known.group, own)
        return self._unit(place, hit, own)

    # names -----------------------------------------------------------------------------------------------------

    def _hit(self, place: int) -> _Hit | None:
        """The longest name that begins here, titles allowed before it; exact marks before none."""
        titled = self._after(place, TITLES)
        starts = [place]
        while titled and titled < len(self.words):
            starts.append(titled)
            titled = titled + 1 if self.words[titled].form in SKIPPED_INSIDE else 0
        hits = [hit for start in starts if (hit := self._longest(self.book.full, start)) is not None]
        best = max(hits, key=lambda hit: hit.end, default=None)
        if best is None and (bare := self._bare(place)):
            return bare
        others = [hit for start in starts if (hit := self._unmarked(start)) is not None]
        other = max(others, key=lambda hit: hit.end, default=None)
        return other if other and (best is None or other.end > best.end) else best

    def _longest(self, index: Index, start: int, *, folded: bool = False) -> _Hit | None:
        if start >= len(self.words):
            return None
        first = self.words[start].form
        for key, known in index.get(fold(first) if folded else first, ()):
            end = self._spelled(key, start, folded=folded)
            if end:
                return _Hit(known, end)
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

    def _bare(self, place: int) -> _Hit | None:
        """A name without its common beginning ("Tư pháp" after "Phòng Nội vụ,"), alone between its separators."""
        hit = self._longest(self.book.bare, place)
        if hit is None or not self._ends(self._past_level(hit.end)):
            return None
        in_context = tuple(unit for unit in hit.known.units if unit in self.context)
        return _Hit(Known(in_context or hit.known.units), hit.end)

    def _unmarked(self, start: int) -> _Hit | None:
        hit = self._longest(self.book.unmarked, start, folded=True)
        if hit is None:
            return None
        written = self._text(start, hit.end).lower()
        return _Hit(hit.known, hit.end, exact=written == fold(written))

    # what follows a name ---------------------------------------------------------------------------------------

    def _own_level(self, place: int) -> int:
        """The place after "thuộc huyện …" where that is our own level; -1 where it is another body's."""
        after = self._after(place, BELONGING) or place
        for level in LEVELS:
            if self._after(after, (tuple(level.split()),)):
                return self._past_level(place) if tuple(level.split()) == self.level else -1
        return after

    def _past_level(self, place: int) -> int:
        after = self._after(place, BELONGING) or place
        end = self._after(after, (self.level,))
        if not end:
            return place
        limit = end + 4
        while end < min(limit, len(self.words)) and self.words[end].capital and self.words[end].form.isalpha():
            end += 1
        return end

    def _ends(self, place: int) -> bool:
        if place >= len(self.words) or self.words[place].form in (";", ")", "("):
            return True
        return any(self._after(place, phrases) for phrases in (FILLERS, *(words for words, _ in MODES)))

    def _qualifier_end(self, place: int) -> int:
        """The end of the words that limit a group: up to the next name, list mark or bracketed mode word."""
        end = place
        while end < len(self.words) and not self._stops(end):
            end += 1
        return end

    def _stops(self, place: int) -> bool:
        form = self.words[place].form
        if form in (";", ")") or self._after(place, ROLES):
            return True
        if form == "(" or self._after(place, MODES[0][0]):
            return form != "(" or any(self._after(place + 1, phrases) for phrases, _ in MODES)
        return form in (",", "và") and self._name_follows(place + 1)

    def _name_follows(self, place: int) -> bool:
        start = place
        while start < len(self.words) and self.words[start].form in ("các", "và"):
            start += 1
        if start < len(self.words) and any(self._after(start, phrases) for phrases, _ in MODES):
            return True
        titled = self._after(start, TITLES)
        return any(self._longest(self.book.full, at) is not None for at in (start, titled) if at) or bool(titled)

    def _end_of_unknown(self, place: int) -> int:
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

    # taking ----------------------------------------------------------------------------------------------------

    def _group(self, place: int, group: UnitGroup, end: int) -> int:
        members = self.directory.of_group(group)
        if end < len(self.words) and self.words[end].form == ":":
            self.context = members
            if self._bare(end + 1) or self._longest(self.book.full, end + 1):
                return end + 1
        stop = self._qualifier_end(end)
        if stop > end and self.words[end].capital:
            self._leave(place, stop, Why.NOT_A_UNIT)
            return stop
        if stop > end and self._text(end, stop):
            concerned = self._after(end, CONCERNED) == stop
            self._leave(place, stop, Why.VAGUE if concerned else Why.CONDITIONAL, members)
            return stop
        self._take(place, end, members, group)
        return max(stop, end)

    def _unit(self, place: int, hit: _Hit, end: int) -> int:
        stop = self._after(end, CONCERNED) or end
        if not self._ends(stop):
            tail = self._end_of_unknown(stop)
            another = self.words[stop].capital
            self._leave(
                place, tail, Why.NOT_A_UNIT if another else Why.AMBIGUOUS, () if another else self._living(hit.known)
            )
            return tail
        living = self._living(hit.known)
        if len(living) == 1 and hit.exact:
            self._take(place, stop, living, None)
        else:
            self._leave(place, stop, self._doubt(hit.known, living), living)
        return stop

    def _doubt(self, known: Known, living: Sequence[Unit]) -> Why:
        if any(unit.is_valid(self.directory.day) for unit in known.units):
            return Why.AMBIGUOUS
        ended = any(unit.valid_to is not None and unit.valid_to < self.directory.day for unit in known.units)
        return Why.ENDED if ended and len(living) != 1 else Why.AMBIGUOUS if living else Why.NOT_A_UNIT

    def _living(self, known: Known) -> tuple[Unit, ...]:
        """The units of that name that exist on the day, or else the successors of those that ended."""
        day = self.directory.day
        if known.group is not None:
            return self.directory.of_group(known.group)
        valid = tuple(unit for unit in known.units if unit.is_valid(day))
        return valid or tuple(dict.fromkeys(heir for unit in known.units for heir in self._heirs(unit, set())))

    def _heirs(self, unit: Unit, seen: set[int]) -> list[Unit]:
        by_id = {other.id: other for other in self.directory.units}
        heirs: list[Unit] = []
        for line in self.directory.successions:
            heir = by_id.get(line.successor_id)
            if line.unit_id != unit.id or heir is None or line.on > self.directory.day or heir.id in seen:
                continue
            seen.add(heir.id)
            heirs.extend([heir] if heir.is_valid(self.directory.day) else self._heirs(heir, seen))
        return heirs

    def _take(self, place: int, end: int, units: Sequence[Unit], group: UnitGroup | None) -> None:
        if self.mode is Mode.EXCLUDING and not set(units) & set(self.units):
            self.mode = Mode.PLAIN
        if group is not None and not units:
            self._leave_empty(place, end, group)
            return
        target = {Mode.PLAIN: self.units, Mode.EXCLUDING: self.excluded, Mode.VIA: self.via}[self.mode]
        target.extend(unit for unit in units if unit not in target)
        if group is not None and self.mode is Mode.PLAIN and group not in self.groups:
            self.groups.append(group)
        kinds = _PLACES if units and units[-1].kind in _PLACES else _ROOMS
        self.context = tuple(unit for unit in self.directory.units if unit.kind in kinds)

    def _leave_empty(self, place: int, end: int, group: UnitGroup) -> None:
        members = {line.unit_id for line in self.directory.members if line.group_id == group.id}
        gone = tuple(unit for unit in self.directory.units if unit.id in members)
        self._leave(place, end, Why.ENDED if gone else Why.VAGUE, self._living(Known(gone)))

    def _leave(self, place: int, end: int, reason: Why, candidates: Sequence[Unit] = ()) -> None:
        text = self._text(place if self.begin is None else self.begin, end)
        if text:
            self.unresolved.append(Unresolved(text, reason, tuple(candidates)))

    def _is_open(self, place: int, end: int) -> bool:
        return any(word.form in OPEN_WORDS for word in self.words[place:end])

    # words -----------------------------------------------------------------------------------------------------

    def _after(self, place: int, phrases: Sequence[tuple[str, ...]]) -> int:
        """The place after the longest of these phrases that stands here, 0 where none does."""
        for phrase in phrases:
            if (
                place < len(self.words)
                and tuple(word.form for word in self.words[place : place + len(phrase)]) == phrase
            ):
                return place + len(phrase)
        return 0

    def _text(self, place: int, end: int) -> str:
        last = min(end, len(self.words)) - 1
        if last < place:
            return ""
        text = collapse(self.phrase[self.words[place].start : self.words[last].end]).strip(" ,;:")
        return text + ")" if text.count("(") > text.count(")") else text
