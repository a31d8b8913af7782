"""Every block of a document into the XML of a Word file's body."""

from collections.abc import Callable, Iterator
from dataclasses import replace
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
    Signature,
    SignatureRow,
    Space,
    Title,
)
from district_desk.prints.pdf.signatures import in_threes
from district_desk.prints.style import BASELINE, COUNTRY, LETTERHEAD_LEFT, LINE_HEIGHT, MOTTO, SHORT_RULE, STYLES, Part
from district_desk.prints.word.charts import chart_xml
from district_desk.prints.word.tables import Cell, grid_xml, row, shared, table
from district_desk.prints.word.text import Look, clean, paragraph, twips

_MOTTO_LENGTH: Final = 56.0
"""Millimetres that the motto takes at 13 points bold; the line under it is as long (Appendix I, II.1)."""
_EM_UPPER: Final = 0.72
_EM_LOWER: Final = 0.52
_EM_BLANK: Final = 0.25
"""Mean advance of a bold letter as a share of its size: enough for a line that may be a third to a half of its text."""
_POINT: Final = 25.4 / 72
_COLON_AT: Final = 22.0
_ADDRESSEES_AT: Final = 28.0
"""Millimetres: where several addressees begin, and how far the colon stands behind the heading's first letter."""

PictureOf = Callable[[Code], str]
"""Makes the XML of a code's picture; the file that is being written knows how."""


class BodyMaker:
    """The body of one document, as wide as its text."""

    def __init__(self, document: Document, picture: PictureOf) -> None:
        self._document = document
        self._picture = picture
        margins = document.margins
        self.width = document.paper.width - margins.left - margins.right

    def blocks(self) -> Iterator[str]:
        """The XML of each block in order."""
        breaks = False
        blocks = self._document.blocks
        for place, block in enumerate(blocks):
            if isinstance(block, PageBreak):
                breaks = True
                continue
            if breaks and not isinstance(block, Paragraph):
                yield paragraph("", Part.TEXT, Look(starts_page=True, exact_line=1))
                breaks = False
            stays = place + 1 < len(blocks) and isinstance(blocks[place + 1], SignatureRow)
            yield from self._of(block, breaks=breaks, stays=stays)
            breaks = False

    def _of(self, block: Block, *, breaks: bool, stays: bool) -> Iterator[str]:
        match block:
            case Paragraph():
                yield self._paragraph(block, breaks=breaks, stays=stays)
            case Grid():
                yield paragraph("", Part.TEXT, Look(exact_line=6, stays_with_next=True))
                yield grid_xml(block, twips(self.width), last_stays=stays)
                yield paragraph("", Part.TEXT, Look(exact_line=2, stays_with_next=stays))
            case Letterhead():
                yield self._letterhead(block)
            case Title():
                yield from self._title(block)
            case SignatureRow():
                yield self._signatures(block)
            case _:
                yield from self._small(block)

    def _small(self, block: Block) -> Iterator[str]:
        match block:
            case Addressees():
                yield from self._addressees(block)
            case Note():
                yield paragraph(block.text, Part.NOTE, Look(Align.CENTER, before=6, stays_with_next=True))
            case Bars():
                yield chart_xml(block, twips(self.width))
            case DottedLines():
                for _ in range(block.count):
                    yield self._dots(block.part)
            case Space():
                yield paragraph("", Part.TEXT, Look(exact_line=block.height / _POINT))
            case Code():
                yield paragraph("", Part.CODE, Look(block.align), more=self._picture(block))
                yield paragraph(in_threes(block.digits), Part.CODE, Look(block.align))

    def _paragraph(self, block: Paragraph, *, breaks: bool, stays: bool) -> str:
        look = Look(
            block.align, block.first_indent, block.indent, before=block.before,
            stays_with_next=stays or block.stays_with_next, starts_page=breaks,
        )  # fmt: skip
        return paragraph(block.text, block.part, look)

    def _letterhead(self, block: Letterhead) -> str:
        """A table without borders; the rule under each side is the border of an empty paragraph."""
        left, right = self.width * LETTERHEAD_LEFT, self.width * (1 - LETTERHEAD_LEFT)
        parent = paragraph(block.parent, Part.PARENT_BODY, Look(Align.CENTER)) if block.parent else ""
        office = parent + paragraph(block.body, Part.BODY, Look(Align.CENTER))
        office += _rule(left, _length(block.body, Part.BODY) * SHORT_RULE)
        state = paragraph(COUNTRY, Part.COUNTRY, Look(Align.CENTER)) + paragraph(MOTTO, Part.MOTTO, Look(Align.CENTER))
        state += _rule(right, _MOTTO_LENGTH)
        number = paragraph(block.number, Part.NUMBER, Look(Align.CENTER, before=4))
        if block.about:
            number += paragraph(block.about, Part.LETTER_SUBJECT, Look(Align.CENTER, before=6))
        day = paragraph(block.place_and_date, Part.PLACE_AND_DATE, Look(Align.CENTER, before=4))
        widths = [twips(left), twips(right)]
        rows = [
            row([Cell(office, widths[0], valign="top"), Cell(state, widths[1], valign="top")]),
            row([Cell(number, widths[0], valign="top"), Cell(day, widths[1], valign="top")]),
        ]
        return table(widths, rows, bordered=False, side=0)

    def _title(self, block: Title) -> Iterator[str]:
        yield paragraph(block.text, Part.TITLE, Look(Align.CENTER, before=16, stays_with_next=True))
        part, last = Part.TITLE, block.text
        if block.subject:
            part, last = block.subject_part, _plain(block.subject).split("\n")[-1]
            yield paragraph(block.subject, part, Look(Align.CENTER, stays_with_next=True))
        yield _rule(self.width, min(_length(last, part), self.width) * SHORT_RULE)
        yield paragraph("", Part.TEXT, Look(exact_line=6, stays_with_next=True))

    def _addressees(self, block: Addressees) -> Iterator[str]:
        if len(block.names) == 1:
            look = Look(Align.CENTER, before=12, stays_with_next=True)
            yield paragraph(f"{block.heading} {block.names[0]}", Part.ADDRESSEE, look)
            return
        yield paragraph(block.heading, Part.ADDRESSEE, Look(indent=_ADDRESSEES_AT, before=12, stays_with_next=True))
        for name in block.names:
            look = Look(indent=_ADDRESSEES_AT + _COLON_AT, stays_with_next=True)
            yield paragraph(f"-\u00a0{name}", Part.ADDRESSEE, look)

    def _dots(self, part: Part) -> str:
        """A line to write on: a tab that is filled with dots up to the right margin."""
        stop = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{twips(self.width)}"/></w:tabs>'
        plain = paragraph("", part, Look(before=4), more="<w:r><w:tab/></w:r>")
        return plain.replace("<w:spacing", f"{stop}<w:spacing", 1)

    def _signatures(self, block: SignatureRow) -> str:
        shares = [*([block.copies_share] if block.copies else []), *(each.share for each in block.signatures)]
        widths = shared(shares, twips(self.width))
        level = max((_height(Part.SIGNATURE_HEADING) for each in block.signatures if each.heading), default=0.0)
        cells = [Cell(self._signature(each, block.room, level), width, valign="top")
                 for each, width in zip(block.signatures, widths[-len(block.signatures):], strict=True)]  # fmt: skip
        if block.copies:
            lower = level + (STYLES[Part.AUTHORITY].size - STYLES[Part.COPIES_HEADING].size) * BASELINE
            look = Look(before=lower)
            heading = paragraph(block.copies.heading, Part.COPIES_HEADING, look) if block.copies.lines else ""
            lines = "".join(paragraph(line, Part.COPIES, Look()) for line in block.copies.lines)
            code = "".join(self._small(block.copies.code)) if block.copies.code else ""
            cells.insert(0, Cell(heading + lines + code or paragraph("", Part.COPIES, Look()), widths[0], valign="top"))
        return paragraph("", Part.TEXT, Look(exact_line=12, stays_with_next=True)) + table(
            widths, [row(cells)], bordered=False, side=0
        )

    @staticmethod
    def _signature(signature: Signature, room: float, level: float) -> str:
        """What stands above the hand, and the name under the room that is left for it; authorities begin ``level``
        points below the top of the row."""
        centred = Look(Align.CENTER, stays_with_next=True)
        first = centred if signature.heading else replace(centred, before=level)
        heading = paragraph(signature.heading, Part.SIGNATURE_HEADING, centred) if signature.heading else ""
        lines = "".join(
            paragraph(line, Part.AUTHORITY, centred if place else first)
            for place, line in enumerate(signature.authority)
        )
        note = paragraph(signature.note, Part.SIGNATURE_NOTE, centred) if signature.note else ""
        name = paragraph(signature.name, Part.SIGNER, Look(Align.CENTER, before=room / _POINT))
        return heading + lines + note + name


def _rule(width: float, length: float) -> str:
    """A line in the middle of a column, in millimetres."""
    blank = max(0.0, (width - length) / 2)
    look = Look(indent=blank, right_indent=blank, exact_line=4, rule_below=True, stays_with_next=True)
    return paragraph("", Part.TEXT, look)


def _height(part: Part) -> float:
    """Points that a line of that part takes."""
    return STYLES[part].size * LINE_HEIGHT


def _length(text: str, part: Part) -> float:
    """About how long the last line of a text is, in millimetres."""
    style, last = STYLES[part], clean(text).split("\n")[-1]
    blanks = last.count(" ")
    ems = (len(last) - blanks) * (_EM_UPPER if style.upper else _EM_LOWER) + blanks * _EM_BLANK
    return ems * style.size * _POINT


def _plain(text: object) -> str:
    if isinstance(text, str):
        return text
    return "".join(getattr(part, "text", "") for part in text) if isinstance(text, tuple) else ""
