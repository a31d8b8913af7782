"""Công văn đôn đốc: model 1.5 of Decree 30/2020, Appendix III, to the units whose tasks are late (DOMAIN 4.6 F4)."""

from collections.abc import Iterator

from district_desk.domain.paper import ReminderLetter, TaskLine
from district_desk.prints.document import Addressees, Block, Document, Grid, Letterhead, Paragraph, Row, RowKind
from district_desk.prints.figure_words import counted
from district_desk.prints.forms import Form
from district_desk.prints.report_annexes import task_cells
from district_desk.prints.task_reports import closing_signature
from district_desk.prints.wording import capitalised, full_date, place_and_date, without_stop


def build_reminder_letter(form: Form, letter: ReminderLetter) -> Document:
    """The letter: what was given, what was already said about it, what is late, by when it must be done."""
    head, fields = letter.letterhead, _fields(form, letter)
    about = form.say("about_again" if letter.time > 1 else "about", **fields)
    blocks: tuple[Block, ...] = (
        Letterhead(head.parent, head.body, head.number_line, place_and_date(head.place, head.day), about),
        Addressees(form.say("to"), _addressees(letter.to)),
        *_basis(form, letter, fields),
        Paragraph(_so_far(form, letter, fields), stays_with_next=True),
        Grid(form.columns, tuple(_rows(form, letter))),
        Paragraph(form.say("demand" if letter.new_day else "demand_soon", **fields)),
        Paragraph(form.say("warning", **fields)),
        Paragraph(form.say("closing", **fields)),
        closing_signature(form, letter.cc, letter.signature.authority, letter.signature.name),
    )
    return Document(f"{form.title} - {', '.join(letter.to)}", blocks, form.paper, form.margins)


def _fields(form: Form, letter: ReminderLetter) -> dict[str, str]:
    units = letter.to[0] if len(letter.to) == 1 else form.say("several_units")
    return {
        "own_body": letter.own_body,
        "own_head": letter.own_head,
        "bureau": letter.bureau,
        "units": units,
        "Units": capitalised(units),
        "count": counted(len(letter.lines)),
        "as_of": full_date(letter.as_of),
        "new_day": full_date(letter.new_day),
        "time": str(letter.time),
    }


def _addressees(names: tuple[str, ...]) -> tuple[str, ...]:
    """Each with a semicolon, the last with a full stop; one alone without either (Appendix I, II.9.a)."""
    if len(names) == 1:
        return names
    return (*(f"{name};" for name in names[:-1]), f"{names[-1]}.")


def _basis(form: Form, letter: ReminderLetter, fields: dict[str, str]) -> Iterator[Paragraph]:
    """The documents that gave the tasks, each cited in full the first time it is named (Appendix I, II.6)."""
    cited = [without_stop(each) for each in letter.directives]
    if len(cited) == 1:
        yield Paragraph(form.say("basis_one", directive=cited[0], **fields))
        return
    yield Paragraph(form.say("basis_many", **fields), stays_with_next=True)
    for place, each in enumerate(cited):
        yield Paragraph(form.say("basis_line", directive=each, end="." if place == len(cited) - 1 else ";"))


def _so_far(form: Form, letter: ReminderLetter, fields: dict[str, str]) -> str:
    if not letter.earlier:
        return form.say("first", **fields)
    return form.say("earlier", earlier="; ".join(letter.earlier), **fields)


def _rows(form: Form, letter: ReminderLetter) -> Iterator[Row]:
    """The late tasks; under the name of each unit where there are several."""
    unit = ""
    for number, line in enumerate(letter.lines, 1):
        if len(letter.to) > 1 and line.unit != unit:
            unit = line.unit
            yield Row((unit,), RowKind.GROUP)
        yield _row(form, number, line)


def _row(form: Form, number: int, line: TaskLine) -> Row:
    cells = task_cells(number, line)
    return Row(tuple(cells[column.key] for column in form.columns))
