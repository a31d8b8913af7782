"""Kiểm tra số đến: gaps, doubles, numbers out of order and documents not passed on, group by group."""

from collections.abc import Iterator

from district_desk.domain.number_papers import NumberCheck, NumberFault, NumberLine
from district_desk.prints.document import Align, Block, Document, Grid, Paragraph, Row, RowKind
from district_desk.prints.figure_words import counted
from district_desk.prints.forms import Form
from district_desk.prints.style import Part
from district_desk.prints.wording import full_date


def build_number_check(form: Form, check: NumberCheck) -> Document:
    """A group for each kind of fault, also for one that was not found: that it was looked for is the point."""
    fields = {
        "year": str(check.year), "day": full_date(check.day), "count": counted(check.count),
        "first_number": check.first_number, "last_number": check.last_number,
    }  # fmt: skip
    told = form.say("range" if check.count else "empty", **fields)
    blocks: tuple[Block, ...] = (
        _line(check.parent, Part.PARENT_BODY, Align.LEFT),
        _line(check.body, Part.BODY, Align.LEFT),
        _line(form.title, Part.APPENDIX_TITLE),
        _line(form.say("year", **fields), Part.APPENDIX_NOTE),
        Paragraph(told, stays_with_next=True),
        Grid(form.columns, tuple(_rows(form, check))),
    )
    return Document(f"{form.title} {check.year}", blocks, form.paper, form.margins)


def _line(text: str, part: Part, align: Align = Align.CENTER) -> Paragraph:
    return Paragraph(text, part, align, first_indent=0, before=2, stays_with_next=True)


def _rows(form: Form, check: NumberCheck) -> Iterator[Row]:
    for fault in NumberFault:
        lines = [line for line in check.lines if line.fault is fault]
        yield Row((form.say(fault.value, count=counted(len(lines))),), RowKind.GROUP)
        if not lines:
            yield Row((form.say("none"),), RowKind.REMARK)
        for number, line in enumerate(lines, 1):
            cells = _cells(form, number, line)
            yield Row(tuple(cells[column.key] for column in form.columns))


def _cells(form: Form, number: int, line: NumberLine) -> dict[str, str]:
    return {
        "number": str(number),
        "arrival": line.arrival,
        "arrived": full_date(line.arrived) if line.arrived else "",
        "document": line.document,
        "finding": form.say("pass_on_by", day=full_date(line.pass_on_by)) if line.pass_on_by else "",
        "settled": "",
    }
