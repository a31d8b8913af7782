"""Every block of a document into slabs."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from district_desk.prints.document import (
    Addressees,
    Align,
    Bars,
    Block,
    Code,
    Document,
    DottedLines,
    Grid,
    Letterhead,
    Note,
    PageBreak,
    Paragraph,
    SignatureRow,
    Space,
    Title,
)
from district_desk.prints.pdf.charts import ChartSlabs
from district_desk.prints.pdf.flow import Slab
from district_desk.prints.pdf.grids import GridSlabs
from district_desk.prints.pdf.ink import MM, Ink
from district_desk.prints.pdf.letters import Letters
from district_desk.prints.pdf.lines import Line, lines_of
from district_desk.prints.pdf.signatures import CodeBox, signature_slabs
from district_desk.prints.pdf.stacks import Stack, baseline_of
from district_desk.prints.style import COUNTRY, LETTERHEAD_LEFT, LINE_HEIGHT, MOTTO, STYLES, Part

_AFTER_HEAD: Final = 16.0
_DOTTED_LINE_EM: Final = 1.5
_GRID_GAP: Final = 6.0
_AROUND_ADDRESSEES: Final = 12.0


class SlabMaker:
    """Turns the blocks of one document into slabs as wide as its text. Points throughout."""

    def __init__(self, document: Document, letters: Letters, progress: Callable[[], None]) -> None:
        self._document = document
        self._letters = letters
        self._progress = progress
        self.left = document.margins.left * MM
        self.width = (document.paper.width - document.margins.left - document.margins.right) * MM

    def slabs(self) -> Iterator[Slab]:
        """All slabs, made as they are asked for."""
        starts_page = False
        blocks = self._document.blocks
        for place, block in enumerate(blocks):
            if isinstance(block, PageBreak):
                starts_page = True
                continue
            stays = _leads_to_signature(blocks, place)
            for slab in self._of(block, stays=stays):
                if starts_page:
                    slab.starts_page, starts_page = True, False
                yield slab
            self._progress()

    def _of(self, block: Block, *, stays: bool) -> Iterator[Slab]:
        match block:
            case Paragraph():
                yield from self._paragraph(block, stays=stays or block.stays_with_next)
            case Grid():
                grid = GridSlabs(block, self._letters, self.left, self.width)
                yield from grid.slabs(self._progress, before=_GRID_GAP, last_stays=stays)
            case Bars():
                yield from ChartSlabs(block, self._letters, self.left, self.width).slabs(last_stays=stays)
            case Note():
                yield from self._paragraph(Paragraph(block.text, Part.NOTE, Align.CENTER, 0), stays=True)
            case SignatureRow():
                yield from signature_slabs(block, self._letters, self.left, self.width)
            case DottedLines():
                yield from self._dotted(block, stays=stays)
            case PageBreak():
                return
            case _:
                yield self._single(block, stays=stays)

    def _single(self, block: Letterhead | Title | Addressees | Space | Code, *, stays: bool) -> Slab:
        """The blocks that are one slab."""
        match block:
            case Letterhead():
                return self._letterhead(block)
            case Title():
                return self._title(block)
            case Addressees():
                return self._addressees(block)
            case Code():
                return self._code(block)
            case Space():
                return Slab(0.0, None, block.height * MM, stays=stays, keeps_space=block.kept)

    def _paragraph(self, block: Paragraph, *, stays: bool) -> Iterator[Slab]:
        """One slab a line; two lines at least stay together at either end."""
        style = STYLES[block.part]
        left, width = self.left + block.indent * MM, self.width - block.indent * MM
        indent = block.first_indent * MM
        lines = lines_of(block.text, style, self._letters, width, indent)
        last = len(lines) - 1
        for place, line in enumerate(lines):
            x = left + indent if place == 0 else left
            paint = partial(_paint_line, line, block.align, x, width - (x - left), baseline_of(style))
            bound = stays if place == last else place in (0, last - 1)
            yield Slab(style.size * LINE_HEIGHT, paint, block.before if place == 0 else 0.0, stays=bound)

    def _letterhead(self, block: Letterhead) -> Slab:
        """Two columns; the number stands level with place and date, under the longer of the two."""
        split = self.width * LETTERHEAD_LEFT
        office, state = Stack(self._letters, split), Stack(self._letters, self.width - split)
        if block.parent:
            office.add(block.parent, Part.PARENT_BODY)
        office.add(block.body, Part.BODY)
        office.rule_below(Part.BODY)
        state.add(COUNTRY, Part.COUNTRY)
        state.add(MOTTO, Part.MOTTO)
        state.rule_below(Part.MOTTO, share=1.0)
        level = max(office.height, state.height)
        for stack, text, part in (
            (office, block.number, Part.NUMBER),
            (state, block.place_and_date, Part.PLACE_AND_DATE),
        ):
            stack.skip(level - stack.height)
            stack.add(text, part, before=4.0)
        if block.about:
            office.add(block.about, Part.LETTER_SUBJECT, before=6.0)

        def paint(ink: Ink, top: float) -> None:
            office.paint(ink, self.left, top)
            state.paint(ink, self.left + split, top)

        return Slab(max(office.height, state.height), paint, stays=True)

    def _title(self, block: Title) -> Slab:
        stack = Stack(self._letters, self.width)
        stack.add(block.text, Part.TITLE)
        if block.subject:
            stack.add(block.subject, block.subject_part)
        stack.rule_below(block.subject_part if block.subject else Part.TITLE)
        stack.skip(4.0)
        return Slab(stack.height, lambda ink, top: stack.paint(ink, self.left, top), _AFTER_HEAD, stays=True)

    def _addressees(self, block: Addressees) -> Slab:
        """One name goes on after the heading; several stand below it, in the middle of the page as one figure."""
        style = STYLES[Part.ADDRESSEE]
        if len(block.names) == 1:
            stack = Stack(self._letters, self.width)
            stack.add(f"{block.heading} {block.names[0]}", Part.ADDRESSEE)
            return Slab(stack.height, lambda ink, top: stack.paint(ink, self.left, top), _AROUND_ADDRESSEES, stays=True)
        (heading,) = lines_of(block.heading, style, self._letters, self.width)
        colon = heading.width - self._letters.fount(style).segment(":").width
        names = Stack(self._letters, self.width - colon, Align.LEFT)
        for name in block.names:
            names.add(f"-\u00a0{name}", Part.ADDRESSEE)
        left = self.left + max(0.0, (self.width - colon - names.widest) / 2)
        below = style.size * LINE_HEIGHT

        def paint(ink: Ink, top: float) -> None:
            ink.set_line(heading, Align.LEFT, left, self.width, top + baseline_of(style))
            names.paint(ink, left + colon, top + below)

        return Slab(below + names.height, paint, _AROUND_ADDRESSEES, stays=True)

    def _dotted(self, block: DottedLines, *, stays: bool) -> Iterator[Slab]:
        size = STYLES[block.part].size

        def paint(ink: Ink, top: float) -> None:
            ink.dots(self.left, self.left + self.width, top + size * _DOTTED_LINE_EM * 0.8)

        for place in range(block.count):
            yield Slab(size * _DOTTED_LINE_EM, paint, stays=stays and place == block.count - 1)

    def _code(self, block: Code) -> Slab:
        box = CodeBox(block, self._letters)
        left = self.left + (self.width - box.width if block.align is Align.RIGHT else 0.0)
        return Slab(box.height, lambda ink, top: box.paint(ink, left, top))


def _leads_to_signature(blocks: tuple[Block, ...], place: int) -> bool:
    """Whether the next block that shows something is a signature, which must not stand alone on a page."""
    following = (block for block in blocks[place + 1 :] if not isinstance(block, Space))
    return isinstance(next(following, None), SignatureRow)


def _paint_line(line: Line, align: Align, left: float, width: float, baseline: float, ink: Ink, top: float) -> None:  # noqa: PLR0913, PLR0917 (a place is what it is)
    ink.set_line(line, align, left, width, top + baseline)
