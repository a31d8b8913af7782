"""Phiếu giao nhiệm vụ: one unit's tasks under one directive (DOMAIN 4.6 F1)."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from district_desk.domain.paper import AssignmentSheet, SheetLine
from district_desk.prints.document import (
    Align,
    Block,
    Code,
    Copies,
    Document,
    Grid,
    Letterhead,
    Paragraph,
    Row,
    Run,
    Signature,
    SignatureRow,
    Text,
    Title,
)
from district_desk.prints.forms import Form
from district_desk.prints.style import Part
from district_desk.prints.wording import (
    capitalised,
    copies_list,
    count_number,
    day_month,
    full_date,
    place_and_date,
    without_stop,
)

_NAMED_DAY: Final = re.compile(
    r"(?i)ngày\s+(?P<day>\d{1,2})(?:\s+tháng\s+|\s*[/.-]\s*)(?P<month>\d{1,2})"
    r"(?:(?:\s+năm\s+|\s*[/.-]\s*)(?P<year>\d{4}))?"
)
_COPIES_SHARE: Final = 59
_SIGNATURE_SHARES: Final = {"receiver": 43, "giver": 63}


def build_assignment_sheet(form: Form, sheet: AssignmentSheet) -> Document:
    """The sheet of one unit, which counts its own pages from 1."""
    fields = _fields(sheet)
    head = sheet.letterhead
    blocks: tuple[Block, ...] = (
        Letterhead(head.parent, head.body, head.number_line, place_and_date(head.place, head.day)),
        Title(form.title, form.say("subject", **fields)),
        Paragraph(form.say("addressee", **fields), Part.ADDRESSEE, Align.CENTER, first_indent=0),
        *_grounds(form, sheet, fields),
        Paragraph(form.say("tasks", **fields), stays_with_next=True),
        Grid(form.columns, tuple(_row(form, number, line) for number, line in enumerate(sheet.lines, 1))),
        Paragraph(form.say("report_by" if sheet.report_by else "report_in_time", **fields)
                  + form.say("send_back", **fields)),
        _signatures(form, sheet),
    )  # fmt: skip
    return Document(f"{form.title} - {sheet.unit}", blocks, form.paper, form.margins)


def _fields(sheet: AssignmentSheet) -> dict[str, str]:
    return {
        "unit": sheet.unit,
        "directive": without_stop(sheet.directive),
        "directive_short": without_stop(sheet.directive_short),
        "arrival": sheet.arrival,
        "arrived": full_date(sheet.arrived),
        "opinion": sheet.opinion.strip(),
        "leader": sheet.leader,
        "opinion_on": full_date(sheet.opinion_on),
        "report_to": sheet.report_to,
        "report_hour": sheet.report_hour,
        "report_by": full_date(sheet.report_by),
        "return_days": count_number(sheet.return_days),
        "body": sheet.letterhead.body,
    }


def _grounds(form: Form, sheet: AssignmentSheet, fields: dict[str, str]) -> Iterator[Paragraph]:
    """What the sheet rests on: the document with its arrival, and what the leader wrote on it."""
    basis = form.say("basis", **fields)
    yield Paragraph(f"{basis} {form.say('arrival', **fields)}" if sheet.arrival else basis)
    if sheet.opinion.strip():
        by = form.say("leader", **fields) if sheet.leader else ""
        on = form.say("opinion_on", **fields) if sheet.opinion_on else ""
        yield Paragraph(f"{form.say('opinion', **fields)}{by}{on}.")


def _row(form: Form, number: int, line: SheetLine) -> Row:
    cells: dict[str, Text] = {
        "number": str(number),
        "text": _task(form, line),
        "role": line.role,
        "partners": line.partners,
        "product": line.product,
        "due": _due(form, line),
    }
    return Row(tuple(cells[column.key] for column in form.columns))


def _task(form: Form, line: SheetLine) -> Text:
    """Where the task stands, in bold, then its words and why or through whom."""
    runs = [Run(line.text.strip())]
    if line.place.strip():
        runs.insert(0, Run(form.say("place", place=without_stop(line.place)) + " ", bold=True))
    if line.note.strip():
        note = line.note.strip()
        runs.append(Run(" " + (note if note.startswith("(") else form.say("note", note=note))))
    return tuple(runs)


def _due(form: Form, line: SheetLine) -> Text:
    """The limit: the phrase as written, the day that matters in bold, the last working day where it is another.

    A phrase that names the day itself is the bold one; a phrase that only describes it ("trong 05 ngày làm việc")
    is followed by the day. Where neither is known the sheet says that a date must be set.
    """
    phrase = capitalised(without_stop(line.due_phrase))
    if line.last_day is None:
        return phrase or form.say("due_none")
    if _names(phrase, line.last_day):
        runs = [Run(_NAMED_DAY.sub(_digits, phrase), bold=True)]
    else:
        by = form.say("due_by", date=full_date(line.last_day))
        runs = [Run(phrase + ": "), Run(by, bold=True)] if phrase else [Run(capitalised(by), bold=True)]
    if line.last_working_day and line.last_working_day != line.last_day:
        runs.append(Run("\n" + form.say("due_working", date=day_month(line.last_working_day))))
    return tuple(runs)


def _names(phrase: str, last_day: date) -> bool:
    """Whether the phrase itself names that limit: its day, or the day after it ("trước ngày 10/4")."""
    hit = _NAMED_DAY.search(phrase)
    if not hit:
        return False
    named = (int(hit["day"]), int(hit["month"]))
    ends = (last_day, last_day + timedelta(days=1))
    return any(named == (day.day, day.month) and hit["year"] in (None, str(day.year)) for day in ends)


def _digits(hit: re.Match[str]) -> str:
    """Writes “ngày 10 tháng 4 năm 2023” as "ngày 10/4/2023", which fits a narrow column."""
    day, month, year = int(hit["day"]), int(hit["month"]), hit["year"]
    return "ngày " + (full_date(date(int(year), month, day)) if year else day_month(date(2000, month, day)))


def _signatures(form: Form, sheet: AssignmentSheet) -> SignatureRow:
    giver = (sheet.authority, sheet.signer_title)
    people = {"receiver": ((), ""), "giver": (tuple(line for line in giver if line.strip()), sheet.signer)}
    return SignatureRow(
        Copies(form.say("copies"), copies_list(sheet.cc), Code(sheet.code) if sheet.code else None),
        tuple(
            Signature(lines.heading, people[key][0], lines.note, people[key][1], _SIGNATURE_SHARES[key])
            for key, lines in form.signatures.items()
        ),
        _COPIES_SHARE,
    )
