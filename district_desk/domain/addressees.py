"""Who is meant: from the addressees as written to the office's own units.

A phrase is read from left to right. Names of units and groups are taken as the directory has them, with titles
before them ("Trưởng phòng …", "Chủ tịch UBND …") and the office's level after them ("… huyện"). What the words only
limit ("các xã, thị trấn đạt dưới 75%") or leave open ("các đơn vị có liên quan") is handed back with candidates and
never given to all; nothing that was written is dropped.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from district_desk.domain.addressee_scan import Hit, Scan
from district_desk.domain.addressee_words import CONCERNED, FILLERS, MODES, QUANTIFIERS, Mode
from district_desk.domain.unit_names import Known, book_of
from district_desk.domain.units import Directory, Unit, UnitGroup, UnitKind
from district_desk.domain.vietnamese import nfc


class Why(StrEnum):
    """Why words were not turned into units."""

    NOT_A_UNIT = "not_a_unit"  # a body outside the office ("Sở Nội vụ")
    CONDITIONAL = "conditional"  # only those that meet a condition
    VAGUE = "vague"  # "có liên quan", "cơ quan đó"
    AMBIGUOUS = "ambiguous"  # several units, or one that is written otherwise
    ELSEWHERE = "elsewhere"  # a group in a document of another body: its own units, or ours
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


def resolve(phrase: str, directory: Directory, *, level: str = "huyện", ours: bool = True) -> Resolution:
    """The units that ``phrase`` means on the directory's day; ``level`` is the office's own ("huyện", "xã").

    Where the words are not ``ours`` but another body's, "các cơ quan, đơn vị" may be that body's: then a group is only
    handed back with our units as candidates. Single units are named and stay.
    """
    resolver = _Resolver(directory, Scan(nfc(phrase), book_of(directory), tuple(level.split())), ours=ours)
    resolver.run()
    return Resolution(
        tuple(unit for unit in resolver.units if unit not in resolver.excluded),
        tuple(resolver.groups),
        tuple(resolver.excluded),
        tuple(resolver.via),
        tuple(resolver.left()),
    )


_PLACES: Final = (UnitKind.COMMUNE, UnitKind.TOWNSHIP)
_ROOMS: Final = (UnitKind.ROOM, UnitKind.BOARD, UnitKind.OFFICE)


@dataclass(slots=True)
class _Resolver:
    directory: Directory
    scan: Scan
    mode: Mode = Mode.PLAIN
    ours: bool = True
    begin: int | None = None
    units: list[Unit] = field(default_factory=list)
    groups: list[UnitGroup] = field(default_factory=list)
    excluded: list[Unit] = field(default_factory=list)
    via: list[Unit] = field(default_factory=list)
    unresolved: list[Unresolved] = field(default_factory=list)

    def run(self) -> None:
        place = 0
        while place < len(self.scan.words):
            place = self._mark(place) or self._mode_word(place) or self._addressee(place)

    def _mark(self, place: int) -> int:
        form = self.scan.words[place].form
        if form in ("(", ")", ";"):
            self.mode = Mode.PLAIN
            if form == ";":
                self.scan.context = ()
            self.scan.strange = False
            self.begin = None
            return place + 1
        if end := self.scan.after(place, QUANTIFIERS):
            self.begin = place if self.begin is None else self.begin
            return end
        if end := self.scan.after(place, FILLERS):
            self.begin = None
        return end

    def _mode_word(self, place: int) -> int:
        for phrases, mode in MODES:
            if end := self.scan.after(place, phrases):
                self.mode = mode
                return end
        return 0

    def _addressee(self, place: int) -> int:
        end = self._read(place)
        self.begin = None
        return end

    def _read(self, place: int) -> int:
        hit = self.scan.hit(place)
        if hit is None:
            end = self.scan.end_of_listing(place, self.scan.end_of_unknown(place))
            self.scan.strange = not self.scan.context
            self._leave(place, end, Why.VAGUE if self.scan.is_open(place, end) else Why.NOT_A_UNIT)
            return end
        own = self.scan.own_level(hit.end)
        if own < 0:
            end = self.scan.end_of_unknown(hit.end)
            self._leave(place, end, Why.NOT_A_UNIT)
            return end
        if hit.known.group is not None:
            return self._group(place, hit.known.group, own)
        return self._unit(place, hit, own)

    def _group(self, place: int, group: UnitGroup, end: int) -> int:
        members = self.directory.of_group(group)
        if end < len(self.scan.words) and self.scan.words[end].form == ":":
            self.scan.context = members
            if self.scan.bare(end + 1) or self.scan.longest(self.scan.book.full, end + 1):
                return end + 1
        stop = self.scan.qualifier_end(end)
        if stop > end and self.scan.words[end].capital:
            self._leave(place, stop, Why.NOT_A_UNIT)
            return stop
        past = self.scan.past_prose(end, sure=True) if "ubnd" in self.scan.forms(place, end) else 0
        if past:
            self._take(place, end, members, group)
            return past
        if stop > end and self.scan.text(end, stop):
            concerned = self.scan.after(end, CONCERNED) == stop
            self._leave(place, stop, Why.VAGUE if concerned else Why.CONDITIONAL, members)
            return stop
        self._take(place, end, members, group)
        return max(stop, end)

    def _unit(self, place: int, hit: Hit, end: int) -> int:
        stop = self.scan.after(end, CONCERNED) or end
        past = 0 if self.scan.ends(stop) else self.scan.past_prose(stop, sure=False)
        if not past and (not self.scan.ends(stop) or self.scan.goes_on(stop)):
            tail = self.scan.end_of_unknown(stop)
            another = self.scan.words[stop].capital or self.scan.words[stop].form == "và"
            self._leave(
                place, tail, Why.NOT_A_UNIT if another else Why.AMBIGUOUS, () if another else self._living(hit.known)
            )
            return tail
        living = self._living(hit.known)
        if len(living) == 1 and hit.exact:
            self._take(place, stop, living, None)
        else:
            self._leave(place, stop, self._doubt(hit.known, living), living)
        return past or stop

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
        self.scan.strange = False
        offered = {unit for each in self.unresolved for unit in each.candidates}
        if self.mode is Mode.EXCLUDING and not set(units) & (offered | set(self.units)):
            self.mode = Mode.PLAIN
        if group is not None and not units:
            self._leave_empty(place, end, group)
            return
        if group is not None and not self.ours and self.mode is Mode.PLAIN:
            self._leave(place, end, Why.ELSEWHERE, units)
            return
        target = {Mode.PLAIN: self.units, Mode.EXCLUDING: self.excluded, Mode.VIA: self.via}[self.mode]
        target.extend(unit for unit in units if unit not in target)
        if group is not None and self.mode is Mode.PLAIN and group not in self.groups:
            self.groups.append(group)
        kinds = _PLACES if units and units[-1].kind in _PLACES else _ROOMS
        self.scan.context = tuple(unit for unit in self.directory.units if unit.kind in kinds)

    def left(self) -> Iterator[Unresolved]:
        """What is left for a person; a unit that is excepted is no candidate."""
        for each in self.unresolved:
            candidates = tuple(unit for unit in each.candidates if unit not in self.excluded)
            yield each if candidates == each.candidates else replace(each, candidates=candidates)

    def _leave_empty(self, place: int, end: int, group: UnitGroup) -> None:
        members = {line.unit_id for line in self.directory.members if line.group_id == group.id}
        gone = tuple(unit for unit in self.directory.units if unit.id in members)
        self._leave(place, end, Why.ENDED if gone else Why.VAGUE, self._living(Known(gone)))

    def _leave(self, place: int, end: int, reason: Why, candidates: Sequence[Unit] = ()) -> None:
        text = self.scan.text(place if self.begin is None else self.begin, end)
        if text:
            self.unresolved.append(Unresolved(text, reason, tuple(candidates)))
