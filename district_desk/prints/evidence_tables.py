"""Danh mục minh chứng: a unit's evidence by criterion, which is the index sheet of its dossier."""

from collections.abc import Iterator
from itertools import groupby

from district_desk.domain.reform_papers import EvidenceLine, EvidenceTable
from district_desk.prints.document import (
    Align,
    Block,
    Document,
    Grid,
    Letterhead,
    Paragraph,
    Row,
    RowKind,
    Run,
    Text,
    Title,
)
from district_desk.prints.figure_words import counted
from district_desk.prints.forms import Form
from district_desk.prints.style import Part
from district_desk.prints.task_reports import closing_signature
from district_desk.prints.wording import place_and_date


def build_evidence_table(form: Form, table: EvidenceTable) -> Document:
    """The criteria in printed order with their documents; one without any says so in bold."""
    head = table.letterhead
    told = {"criteria": counted(table.criteria), "lacking": counted(table.lacking)}
    blocks: tuple[Block, ...] = (
        Letterhead(head.parent, head.body, head.number_line, place_and_date(head.place, head.day)),
        Title(form.title, form.say("subject", year=str(table.year), unit=table.unit)),
        Grid(form.columns, tuple(_rows(form, table)) or (Row((form.say("empty"),), RowKind.REMARK),)),
        Paragraph(form.say("counts", **told), Part.NOTE, Align.JUSTIFY, first_indent=0, stays_with_next=True),
        closing_signature(form, table.cc, table.signature.authority, table.signature.name),
    )
    return Document(f"{form.title} {table.unit} {table.year}", blocks, form.paper, form.margins)


def _rows(form: Form, table: EvidenceTable) -> Iterator[Row]:
    """A row a document; the criterion is written beside its first one."""
    number = 0
    for _, group in groupby(table.lines, key=lambda line: (line.code, line.criterion)):
        for place, line in enumerate(group):
            number += bool(line.document)
            cells = _cells(form, line, number, is_first=not place)
            yield Row(tuple(cells[column.key] for column in form.columns))


def _cells(form: Form, line: EvidenceLine, number: int, *, is_first: bool) -> dict[str, Text]:
    lacks: Text = (Run(form.say("lacks"), bold=True),)
    file = line.file or form.say("no_file")
    return {
        "number": str(number) if line.document else "",
        "code": line.code if is_first else "",
        "criterion": line.criterion if is_first else "",
        "wanted": line.wanted if is_first else "",
        "document": line.document or lacks,
        "file": file if line.document else "",
    }
