"""Slabs into pages: what may not be parted stays together, and headings come again at the top.

A slab is a strip as wide as the text that is drawn in one piece: a line of a paragraph, a row of a table, a
signature block. Slabs arrive one after another and pages leave as soon as they are full, so that a register of
ten thousand rows needs the memory of one page.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from district_desk.prints.pdf.ink import Ink


@dataclass(slots=True)
class Slab:
    """A strip of that height in points, and how it is drawn when its top is known.

    ``before`` is blank above it, dropped at the top of a page unless ``keeps_space``. ``stays`` binds it to the next
    slab. ``heading`` is drawn above it again where it comes first on a page. ``cut`` parts a slab that is taller than
    a page at the room that is left, or gives None where too little is.
    """

    height: float
    paint: Callable[[Ink, float], None] | None = None
    before: float = 0.0
    stays: bool = False
    keeps_space: bool = False
    starts_page: bool = False
    heading: "Slab | None" = None
    cut: Callable[[float], "tuple[Slab, Slab] | None"] | None = None


Page = list[tuple[Slab, float]]
"""The slabs of a page with the distance of their tops from the top of the text."""


def pages_of(slabs: Iterable[Slab], height: float) -> Iterator[Page]:
    """The pages, each when it is full. A document without slabs is one empty page."""
    flow = _Flow(height)
    for chain in _chains(slabs):
        yield from flow.add(chain)
    yield flow.page


def _chains(slabs: Iterable[Slab]) -> Iterator[list[Slab]]:
    """Slabs that must share a page, together."""
    chain: list[Slab] = []
    for slab in slabs:
        if slab.starts_page and chain:
            yield chain
            chain = []
        chain.append(slab)
        if not slab.stays:
            yield chain
            chain = []
    if chain:
        yield chain


class _Flow:
    """The page that is being filled."""

    def __init__(self, height: float) -> None:
        self._height = height
        self.page: Page = []
        self._used = 0.0

    def add(self, chain: list[Slab]) -> Iterator[Page]:
        """Set a chain on this page or the next; the pages that are full by then come out."""
        if self.page and (chain[0].starts_page or self._used + self._need(chain, self._used) > self._height):
            yield self._turn()
        for slab in chain:
            yield from self._set(slab)

    def _need(self, chain: list[Slab], used: float) -> float:
        """The height that a chain takes from there on."""
        start = used
        for slab in chain:
            used += self._above(slab, used) + slab.height
        return used - start

    @staticmethod
    def _above(slab: Slab, used: float) -> float:
        """Blank and repeated heading above a slab."""
        if used == 0.0:
            return (slab.heading.height if slab.heading else 0.0) + (slab.before if slab.keeps_space else 0.0)
        return slab.before

    def _set(self, slab: Slab) -> Iterator[Page]:
        while self._used + self._above(slab, self._used) + slab.height > self._height + 0.01:
            if self._above(slab, 0.0) + slab.height <= self._height:
                yield self._turn()
                break
            parts = slab.cut(self._height - self._used - self._above(slab, self._used)) if slab.cut else None
            if parts is None and not self.page:
                break
            if parts:
                self._put(parts[0])
                slab = parts[1]
            yield self._turn()
        self._put(slab)

    def _put(self, slab: Slab) -> None:
        if not self.page and slab.heading:
            self.page.append((slab.heading, 0.0))
            self._used = slab.heading.height
            self.page.append((slab, self._used))
        else:
            self._used += self._above(slab, self._used)
            self.page.append((slab, self._used))
        self._used += slab.height

    def _turn(self) -> Page:
        full, self.page, self._used = self.page, [], 0.0
        return full
