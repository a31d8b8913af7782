"""Kế hoạch khắc phục of a unit, sections I to V, and its measures as a lying annex (DOMAIN 5.5).

It is the unit's own document: what the office knows is filled in, what only the unit knows is left as lines to write on.
"""

from collections.abc import Iterator
from dataclasses import replace

from district_desk.domain.points import points_text, share, share_text
from district_desk.domain.reform_papers import MeasureLine, MeasureTable, UnitPlan, WorkLine, WorkTable
from district_desk.prints.document import (
    Align,
    Block,
    Document,
    DottedLines,
    Grid,
    Letterhead,
    Paragraph,
    Row,
    RowKind,
    Title,
)
from district_desk.prints.figure_words import counted
from district_desk.prints.forms import Form
from district_desk.prints.reform_tables import percent_text, picture_of
from district_desk.prints.style import Part
from district_desk.prints.task_reports import closing_signature
from district_desk.prints.wording import full_date, place_and_date, without_stop

_LINES = 3


def build_unit_plan(form: Form, plan: UnitPlan) -> Document:
    """The plan itself; its measures are the annex."""
    head, fields = plan.letterhead, _fields(plan)
    blocks: tuple[Block, ...] = (
        Letterhead(head.parent, head.body, head.number_line, place_and_date(head.place, head.day)),
        Title(form.say("type"), form.say("subject", **fields)),
        *_basis(form, plan),
        Paragraph(form.say("opening", **fields)),
        _section(form, "part_1"),
        *written(plan.purpose or form.say("purpose", **fields)),
        _section(form, "part_2"),
        *_result(form, plan, fields),
        _section(form, "part_3"),
        *_shortcomings(form, plan),
        _section(form, "part_4"),
        Paragraph(form.say("measures", count=counted(len(plan.measures)))),
        _section(form, "part_5"),
        *written(plan.organisation or form.say("organisation", **fields)),
        Paragraph(form.say("closing", **fields)),
        closing_signature(form, plan.cc, plan.signature.authority, plan.signature.name),
    )
    return Document(f"{form.title} {plan.unit} {plan.year}", blocks, form.paper, form.margins)


def written(text: str, lines: int = _LINES) -> Iterator[Block]:
    """What a person wrote, each line a paragraph; lines to write on where that is nothing."""
    paragraphs = [line.strip() for line in text.split("\n") if line.strip()]
    if not paragraphs:
        yield DottedLines(lines)
    yield from map(Paragraph, paragraphs)


def _fields(plan: UnitPlan) -> dict[str, str]:
    whole = sum(domain.maximum for domain in plan.domains)
    total = plan.row.total
    return {
        "unit": plan.unit, "year": str(plan.year), "upper": plan.upper, "receiver": plan.receiver,
        "total": points_text(total, 2) or "……", "maximum": points_text(whole),
        "percent": share_text(share(total, whole)) if total is not None and whole else "……",
        "rank": str(plan.row.rank or "……"), "ranked": str(plan.ranked), "rating": plan.row.rating or "……",
    }  # fmt: skip


def _section(form: Form, key: str) -> Paragraph:
    return Paragraph(form.say(key), Part.SECTION, Align.LEFT, before=10, stays_with_next=True)


def _basis(form: Form, plan: UnitPlan) -> Iterator[Block]:
    last = len(plan.basis) - 1
    for place, each in enumerate(plan.basis):
        yield Paragraph(form.say("basis", basis=each, end=";" if place < last else "."), Part.BASIS)


def _result(form: Form, plan: UnitPlan, fields: dict[str, str]) -> Iterator[Block]:
    """The sentence, the domains as a table, and as a picture where they are scored."""
    yield Paragraph(form.say("result", **fields))
    yield Grid(form.columns, tuple(_domain_rows(form, plan)))
    if any(each is not None for each in plan.picture.now):
        yield picture_of(form, plan.picture, plan)


def _domain_rows(form: Form, plan: UnitPlan) -> Iterator[Row]:
    for number, domain in enumerate(plan.domains, 1):
        cells = {
            "number": str(number), "domain": domain.name, "maximum": points_text(domain.maximum),
            "got": points_text(plan.row.points[number - 1], 2), "percent": percent_text(plan.picture.now[number - 1]),
            "before": percent_text(plan.picture.before[number - 1]),
        }  # fmt: skip
        yield Row(tuple(cells[column.key] for column in form.columns))


def _shortcomings(form: Form, plan: UnitPlan) -> Iterator[Block]:
    """Each weakness with its cause and who answers for it; lines to write on where none is known."""
    known = [line for line in plan.measures if line.weakness.strip()]
    if not known:
        yield DottedLines(_LINES)
    for line in known:
        said = form.say("weakness", criterion=line.criterion, weakness=without_stop(line.weakness))
        if line.cause:
            said += form.say("cause", cause=without_stop(line.cause))
        if line.responsible:
            said += form.say("responsible", responsible=without_stop(line.responsible))
        yield Paragraph(said)


def build_measure_table(form: Form, table: MeasureTable) -> Document:
    """The annex: eleven columns, the measures under their domains."""
    blocks: tuple[Block, ...] = (
        _centred(form.say("appendix"), Part.APPENDIX),
        _centred(form.say("heading", year=str(table.year), unit=table.unit), Part.APPENDIX_TITLE),
        _centred(form.say("attached", document=table.attached_to), Part.APPENDIX_NOTE),
        Grid(form.columns, tuple(_measure_rows(form, table))),
    )
    return Document(form.title, blocks, form.paper, form.margins)


def _centred(text: str, part: Part) -> Paragraph:
    return Paragraph(text, part, Align.CENTER, first_indent=0, before=2, stays_with_next=True)


def _measure_rows(form: Form, table: MeasureTable) -> Iterator[Row]:
    if not table.measures:
        yield Row((form.say("empty"),), RowKind.REMARK)
    above = ""
    for number, line in enumerate(table.measures, 1):
        if line.domain and line.domain != above:
            yield Row((line.domain,), RowKind.GROUP)
        above = line.domain or above
        cells = _measure_cells(number, line)
        yield Row(tuple(cells[column.key] for column in form.columns))


def _measure_cells(number: int, line: MeasureLine) -> dict[str, str]:
    percent = "" if line.got is None or not line.maximum else share_text(share(line.got, line.maximum))
    return {
        "number": str(number), "criterion": line.criterion, "maximum": points_text(line.maximum),
        "got": points_text(line.got), "percent": percent, "weakness": line.weakness, "cause": line.cause,
        "responsible": line.responsible, "remedy": line.remedy, "limit": line.limit, "product": line.product,
    }  # fmt: skip


def build_work_table(form: Form, table: WorkTable) -> Document:
    """Bảng đăng ký công việc đột phá, sáng tạo; a unit that has registered none is told in its row."""
    head = table.letterhead
    rows = tuple(_work_row(form, number, line) for number, line in enumerate(table.lines, 1))
    blocks: tuple[Block, ...] = (
        Letterhead(head.parent, head.body, head.number_line, place_and_date(head.place, head.day)),
        Title(form.title, form.say("subject", year=str(table.year), as_of=full_date(table.as_of))),
        Grid(form.columns, rows or (Row((form.say("empty"),), RowKind.REMARK),)),
        closing_signature(form, table.cc, table.signature.authority, table.signature.name),
    )
    return Document(form.title, blocks, form.paper, form.margins)


def _work_row(form: Form, number: int, line: WorkLine) -> Row:
    shown = line if line.content else replace(line, note=form.say("none"))
    cells = {
        "number": str(number), "unit": shown.unit, "content": shown.content, "solution": shown.solution,
        "criteria": shown.criteria, "time": shown.time, "result": shown.result, "note": shown.note,
    }  # fmt: skip
    return Row(tuple(cells[column.key] for column in form.columns))
