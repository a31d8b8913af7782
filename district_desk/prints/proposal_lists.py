"""Danh sách đề xuất biểu dương, nhắc nhở, xem xét trách nhiệm, with the evidence behind each (DOMAIN 4.6 F6)."""

from collections.abc import Iterator

from district_desk.domain.paper import ProposalLine, ProposalList
from district_desk.prints.document import Block, Document, Grid, Letterhead, Row, RowKind, Title
from district_desk.prints.figure_words import counted, of_period, of_summary
from district_desk.prints.forms import Form
from district_desk.prints.task_reports import closing_signature
from district_desk.prints.wording import place_and_date


def build_proposal_list(form: Form, proposals: ProposalList) -> Document:
    """Three groups of units; the columns for opinion and decision are left for the hand."""
    head = proposals.letterhead
    blocks: tuple[Block, ...] = (
        Letterhead(head.parent, head.body, head.number_line, place_and_date(head.place, head.day)),
        Title(form.title, form.say("subject", **of_period(proposals.period))),
        Grid(form.columns, tuple(_rows(form, proposals))),
        closing_signature(form, proposals.cc, proposals.signature.authority, proposals.signature.name),
    )
    return Document(form.title, blocks, form.paper, form.margins)


def _rows(form: Form, proposals: ProposalList) -> Iterator[Row]:
    for key, lines in (
        ("praised", proposals.praised),
        ("reminded", proposals.reminded),
        ("accountable", proposals.accountable),
    ):
        yield Row((form.say(f"{key}_group"),), RowKind.GROUP)
        if not lines:
            yield Row((form.say("nobody"),), RowKind.REMARK)
        for number, line in enumerate(lines, 1):
            yield _row(form, key, number, line)


def _row(form: Form, key: str, number: int, line: ProposalLine) -> Row:
    cells = {
        "number": str(number),
        "who": line.who,
        "evidence": _evidence(form, line),
        "proposal": form.say(key),
        "opinion": "",
        "decision": "",
    }
    return Row(tuple(cells[column.key] for column in form.columns))


def _evidence(form: Form, line: ProposalLine) -> str:
    """The figures, how long the longest is late, how often it was chased, and which documents."""
    told = form.say("figures", **of_summary(line.figures))
    if line.longest_late:
        told += form.say("longest", days=counted(line.longest_late))
    if line.reminders:
        told += form.say("reminders", count=counted(line.reminders))
    if not line.evidence:
        return f"{told}."
    return f"{told}.\n" + form.say("evidence", evidence="; ".join(line.evidence)) + "."
