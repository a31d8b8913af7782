"""Phiếu giải quyết văn bản đến: the official slip, word for word (Decree 30/2020, Appendix IV.VII; DOMAIN 3.8)."""

from collections.abc import Iterator
from typing import Final

from district_desk.domain.paper import ProcessingSlip
from district_desk.prints.document import (
    Align,
    Block,
    Code,
    Document,
    DottedLines,
    Letterhead,
    Paragraph,
    Title,
)
from district_desk.prints.forms import Form
from district_desk.prints.style import Part
from district_desk.prints.wording import body_in_lines, full_date, place_and_date, without_stop

_SHORT: Final = 1
_LONG: Final = 3
"""Dotted lines under a heading whose answer is short, or long; together they fill one page."""
_INDENT: Final = 10.0


def build_processing_slip(form: Form, slip: ProcessingSlip) -> Document:
    """The slip with the notes that are recorded; what is not is left as dotted lines to write on."""
    head = slip.letterhead
    blocks = (
        Letterhead(head.parent, body_in_lines(head.body), head.number_line, place_and_date(head.place, head.day)),
        Title(form.title, form.say("subject", directive=without_stop(slip.directive)), Part.ADDRESSEE),
        *_leaders(form, slip),
        _section(form, "unit"),
        *_asked(form, "person", "", _LONG),
        *_asked(form, "unit_day", "", _SHORT),
        _section(form, "proposal"),
        *_asked(form, "proposed", "", _LONG),
        *_asked(form, "proposal_day", "", _SHORT),
        *((Code(slip.code, align=Align.RIGHT),) if slip.code else ()),
    )
    return Document(f"{form.title} - {slip.directive}", blocks, form.paper, form.margins)


def _leaders(form: Form, slip: ProcessingSlip) -> Iterator[Block]:
    """Section 1: what the leader decided, each point under the decree's own words."""
    yield _section(form, "leaders")
    if slip.opinion.strip():
        yield Paragraph(slip.opinion.strip(), first_indent=0, indent=_INDENT, before=3)
    yield from _asked(form, "leads", slip.leads, _SHORT)
    yield from _asked(form, "partners", slip.partners, _SHORT)
    yield from _asked(form, "dues", slip.dues, _SHORT)
    day = full_date(slip.opinion_on) if slip.opinion_on else ""
    by = form.say("opinion_by", date=day, leader=slip.leader) if day and slip.leader else day or slip.leader
    yield from _asked(form, "opinion_day", by, _SHORT)


def _section(form: Form, key: str) -> Paragraph:
    return Paragraph(form.say(key), Part.CLAUSE, Align.LEFT, first_indent=0, before=9, stays_with_next=True)


def _asked(form: Form, key: str, note: str, lines: int) -> Iterator[Block]:
    """The decree's line, then the note, or dots where nothing is recorded."""
    yield Paragraph(form.say(key), Part.QUESTION, Align.LEFT, 0, _INDENT, before=3, stays_with_next=True)
    if note.strip():
        yield Paragraph(note.strip(), first_indent=0, indent=_INDENT, before=2)
    else:
        yield DottedLines(lines)
