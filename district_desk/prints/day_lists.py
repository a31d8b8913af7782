"""The list of a day on A4: what is late, near, unanswered, not handed on or incomplete, group by group."""

from collections.abc import Iterator

from district_desk.domain.look_papers import DayLine, DayList, DayPart
from district_desk.domain.reporting import in_thousands
from district_desk.prints.document import Align, Block, Document, Grid, Paragraph, Row, RowKind
from district_desk.prints.figure_words import counted
from district_desk.prints.forms import Form
from district_desk.prints.style import Part
from district_desk.prints.wording import full_date, spelled_date


def build_day_list(form: Form, listed: DayList) -> Document:
    """Danh sách việc trong ngày: a group for each part of the day, numbered through inside it."""
    blocks: tuple[Block, ...] = (
        _line(listed.parent, Part.PARENT_BODY, Align.LEFT),
        _line(listed.body, Part.BODY, Align.LEFT),
        _line(form.title, Part.APPENDIX_TITLE),
        _line(form.say("day", day=spelled_date(listed.day)), Part.APPENDIX_NOTE),
        Grid(form.columns, tuple(_rows(form, listed))),
    )
    return Document(form.title, blocks, form.paper, form.margins)


def _line(text: str, part: Part, align: Align = Align.CENTER) -> Paragraph:
    return Paragraph(text, part, align, first_indent=0, before=2, stays_with_next=True)


def _rows(form: Form, listed: DayList) -> Iterator[Row]:
    for part in listed.parts:
        lines = [line for line in listed.lines if line.part is part]
        days = {"days": counted(listed.near_days)} if part is DayPart.NEAR else {}
        yield Row((form.say(part.value, count=counted(len(lines)), **days),), RowKind.GROUP)
        if not lines:
            yield Row((form.say("empty"),), RowKind.REMARK)
        for number, line in enumerate(lines, 1):
            cells = _cells(form, number, line)
            yield Row(tuple(cells[column.key] for column in form.columns))


def _cells(form: Form, number: int, line: DayLine) -> dict[str, str]:
    return {
        "number": str(number),
        "what": line.what,
        "origin": line.origin,
        "unit": line.unit,
        "due": full_date(line.due) if line.due else "",
        "state": _state(form, line),
    }


def _state(form: Form, line: DayLine) -> str:
    """How late, or how near; of a reminder, for how long it is unanswered."""
    if line.part is DayPart.SILENT:
        return form.say("reminded", times=in_thousands(line.times), days=in_thousands(line.days_left or 0))
    if line.part is DayPart.INCOMPLETE or line.days_left is None:
        return ""
    if line.days_late > 0:
        return form.say("days_late", days=in_thousands(line.days_late))
    if line.days_late == 0:
        return form.say("today")
    return form.say("days_left", days=in_thousands(line.days_left))
