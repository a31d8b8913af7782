"""Tables about reform whose columns follow the year's data: the index, who owes a plan, periodic reports (DOMAIN 5.5).

Shares are compared by the desk; here they are only written, half up.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from district_desk.domain.periodic_reports import ReportState
from district_desk.domain.points import ONE, points_text, share, share_text
from district_desk.domain.reform_papers import (
    IndexRow,
    IndexTable,
    PeriodicMatrix,
    PeriodMark,
    PlanLine,
    PlanTable,
    UnitPlan,
    UnitShares,
)
from district_desk.prints.document import (
    A3_LANDSCAPE,
    Align,
    Bar,
    Bars,
    Block,
    Column,
    Document,
    Grid,
    Letterhead,
    PageBreak,
    Paper,
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
from district_desk.prints.wording import full_date, place_and_date

_TIGHTEST: Final = 0.85
"""Columns may shrink to this share of the form's widths; with more of them the paper is A3."""
_THOUSANDTHS: Final = ONE // 100
"""Points that are no whole hundredths are written with three places."""


def percent_text(cut: int | None) -> str:
    """A share in millionths of a per cent as it is written: "74,95"; a dash for None."""
    return "–" if cut is None else share_text(Fraction(cut, ONE))


def spread(columns: Sequence[Column], key: str, headings: Sequence[str]) -> tuple[Column, ...]:
    """The columns with the one of that key once for each heading, under its own heading as the group's."""
    found: list[Column] = []
    for column in columns:
        if column.key != key:
            found.append(column)
            continue
        found += [
            replace(column, key=f"{key} {place}", heading=heading, group=column.heading)
            for place, heading in enumerate(headings)
        ]
    return tuple(found)


def paper_for(form: Form, columns: Sequence[Column]) -> Paper:
    """The form's paper, or A3 lying where the columns would be too narrow on it."""
    room = form.paper.width - form.margins.left - form.margins.right
    return form.paper if sum(column.width for column in columns) * _TIGHTEST <= room else A3_LANDSCAPE


def build_index_table(form: Form, table: IndexTable) -> Document:
    """Bảng tổng hợp Chỉ số: maxima above, the mean below, then all units ranked and the units that are drawn."""
    columns = spread(form.columns, "domain", [domain.name for domain in table.domains])
    head = table.letterhead
    subject = form.say("subject", year=str(table.year))
    blocks: list[Block] = [
        Letterhead(head.parent, head.body, head.number_line, place_and_date(head.place, head.day)),
        Title(form.title, subject),
    ]
    if table.decision:
        blocks.append(_remark(form.say("decision", decision=table.decision)))
    if table.is_example:
        blocks.append(_remark(form.say("example")))
    blocks += [
        Grid(columns, tuple(_index_rows(form, table))),
        closing_signature(form, table.cc, table.signature.authority, table.signature.name),
    ]
    if ranked := _ranked(form, table):
        blocks += [PageBreak(), ranked]
    for picture in table.pictures:
        blocks += [PageBreak(), picture_of(form, picture, table)]
    return Document(f"{form.title} {table.year}", tuple(blocks), paper_for(form, columns), form.margins)


def picture_of(form: Form, picture: UnitShares, table: IndexTable | UnitPlan) -> Bars:
    """A unit's domains against the limit and the year before. The form says "picture", "this_year", "limit"."""
    has_before = any(each is not None for each in picture.before)
    years = [table.year, table.year - 1] if has_before else [table.year]
    bars = []
    for place, domain in enumerate(table.domains):
        shares = [picture.now[place], *([picture.before[place]] if has_before else [])]
        bars.append(Bar(domain.name, tuple(map(_drawn, shares)), tuple(map(percent_text, shares))))
    return Bars(
        form.say("picture", unit=picture.unit, year=str(table.year)),
        tuple(form.say("this_year", year=str(year)) for year in years),
        tuple(bars),
        limit=_drawn(table.limit),
        limit_name="" if table.limit is None else form.say("limit", limit=points_text(table.limit)),
    )


def _drawn(cut: int | None) -> float | None:
    return None if cut is None else cut / ONE


def _remark(text: str) -> Paragraph:
    return Paragraph(text, Part.NOTE, Align.CENTER, first_indent=0, before=2, stays_with_next=True)


def _index_rows(form: Form, table: IndexTable) -> Iterator[Row]:
    maxima = tuple(domain.maximum for domain in table.domains)
    whole, places = sum(maxima), _places(table)
    yield _index_row(form, table, "", IndexRow(form.say("maxima"), maxima, whole, None, ""), RowKind.SUBTOTAL)
    if not table.rows:
        yield Row((form.say("empty"),), RowKind.REMARK)
    for number, row in enumerate(table.rows, 1):
        yield _index_row(form, table, str(number), row, RowKind.ROW)
    scored = [row for row in table.rows if row.total is not None]
    if scored:
        means = [points_text(_mean([row.points[place] for row in scored]), places) for place in range(len(maxima))]
        total = _mean([row.total for row in scored])
        mean = share_text(share(total, whole), places) if whole else ""
        cells = ["", form.say("mean"), *means, points_text(total, places), mean, "", ""]
        yield Row(tuple(cells), RowKind.TOTAL)


def _mean(points: Sequence[int | None]) -> int:
    known = [each for each in points if each is not None]
    return sum(known) // len(known) if known else 0


def _places(table: IndexTable) -> int:
    known = [points for row in table.rows for points in (*row.points, row.total) if points is not None]
    return 3 if any(points % _THOUSANDTHS for points in known) else 2


def _index_row(form: Form, table: IndexTable, number: str, row: IndexRow, kind: RowKind) -> Row:
    places, whole = _places(table), sum(domain.maximum for domain in table.domains)
    percent = share_text(share(row.total, whole), places) if row.total is not None and whole else ""
    cells = {
        "number": number, "unit": row.unit, "total": points_text(row.total, places), "percent": percent,
        "rank": str(row.rank) if row.rank else "", "rating": row.rating,
    }  # fmt: skip
    written: list[Text] = []
    for column in form.columns:
        if column.key == "domain":
            written += [points_text(points, places) for points in row.points]
        else:
            written.append(cells[column.key])
    return Row(tuple(written), kind)


def _ranked(form: Form, table: IndexTable) -> Bars | None:
    """All wholly scored units, the best first."""
    whole = sum(domain.maximum for domain in table.domains)
    rows = [row for row in table.rows if row.total is not None and whole]
    if not rows:
        return None
    rows.sort(key=lambda row: -(row.total or 0))
    bars = []
    for row in rows:
        percent = share(row.total or 0, whole)
        bars.append(Bar(f"{row.rank}. {row.unit}" if row.rank else row.unit, (float(percent),), (share_text(percent),)))
    year = str(table.year)
    return Bars(form.say("ranked", year=year), (form.say("this_year", year=year),), tuple(bars))


def build_plan_table(form: Form, table: PlanTable) -> Document:
    """Bảng theo dõi nộp kế hoạch khắc phục, of all who owe one or of those that have not sent it."""
    columns = spread(form.columns, "domain", [form.say("domain", domain=domain) for domain in table.domains])
    columns = tuple(replace(column, group="") for column in columns)
    head, key = table.letterhead, "subject_awaited" if table.only_awaited else "subject"
    rows = [_plan_row(form, number, line) for number, line in enumerate(table.lines, 1)]
    blocks: tuple[Block, ...] = (
        Letterhead(head.parent, head.body, head.number_line, place_and_date(head.place, head.day)),
        Title(form.title, form.say(key, year=str(table.year), as_of=full_date(table.as_of))),
        Grid(columns, tuple(rows) or (Row((form.say("empty"),), RowKind.REMARK),)),
        *_counts(form, table),
        closing_signature(form, table.cc, table.signature.authority, table.signature.name),
    )
    return Document(form.title, blocks, paper_for(form, columns), form.margins)


def _counts(form: Form, table: PlanTable) -> Iterator[Block]:
    awaited = [line for line in table.lines if line.is_awaited]
    told = {
        "owed": counted(len(table.lines)),
        "sent": counted(len(table.lines) - len(awaited)),
        "late": counted(sum(bool(line.days_late) for line in table.lines if not line.is_awaited)),
        "awaited": counted(len(awaited)),
    }
    if table.lines and not table.only_awaited:
        yield Paragraph(form.say("counts", **told), Part.NOTE, Align.JUSTIFY, first_indent=0, stays_with_next=True)


def _plan_row(form: Form, number: int, line: PlanLine) -> Row:
    sent = full_date(line.sent) if line.sent else ""
    cells: dict[str, Text] = {
        "number": str(number), "unit": line.unit, "rating": line.rating, "reasons": line.reasons,
        "due": full_date(line.due) if line.due else "", "timing": _timing(form, line), "note": line.note,
        "sent": form.say("sent", day=sent, notation=line.notation) if sent and line.notation else sent,
    }  # fmt: skip
    written: list[Text] = []
    for column in form.columns:
        if column.key == "domain":
            written += map(percent_text, line.shares)
        else:
            written.append(cells[column.key])
    return Row(tuple(written))


def _timing(form: Form, line: PlanLine) -> Text:
    """In time or how late; what is late still is bold."""
    if line.is_awaited:
        key = "overdue" if line.days_late else "not_due"
        said = form.say(key, **({"days": str(line.days_late)} if line.days_late else {}))
        return (Run(said, bold=True),) if line.days_late else said
    return form.say("late", days=str(line.days_late)) if line.days_late else form.say("in_time")


def build_periodic_matrix(form: Form, matrix: PeriodicMatrix) -> Document:
    """Ma trận báo cáo định kỳ: a column a period with its last day, and how many each unit still owes."""
    headings = [
        form.say("period", period=period.name, due=full_date(period.due)) if period.due else period.name
        for period in matrix.periods
    ]
    columns = spread(form.columns, "period", headings)
    blocks: tuple[Block, ...] = (
        _line(matrix.parent, Part.PARENT_BODY, Align.LEFT),
        _line(matrix.body, Part.BODY, Align.LEFT),
        _line(form.title, Part.APPENDIX_TITLE),
        _line(form.say("subject", report=matrix.title, year=str(matrix.year)), Part.SUBJECT),
        _line(form.say("as_of", as_of=full_date(matrix.as_of)), Part.APPENDIX_NOTE),
        _line(form.say("legend"), Part.NOTE),
        Grid(columns, tuple(_matrix_rows(form, matrix))),
    )
    return Document(form.title, blocks, paper_for(form, columns), form.margins)


def _line(text: str, part: Part, align: Align = Align.CENTER) -> Paragraph:
    return Paragraph(text, part, align, first_indent=0, before=2, stays_with_next=True)


def _matrix_rows(form: Form, matrix: PeriodicMatrix) -> Iterator[Row]:
    if not matrix.rows:
        yield Row((form.say("empty"),), RowKind.REMARK)
        return
    for number, (unit, marks) in enumerate(matrix.rows, 1):
        missing = sum(mark is not None and mark.state is ReportState.MISSING for mark in marks)
        yield Row((str(number), unit, *(_mark(form, mark) for mark in marks), str(missing)))
    columns = [[marks[place] for _, marks in matrix.rows] for place in range(len(matrix.periods))]
    lacking = [sum(mark is not None and mark.state is ReportState.MISSING for mark in each) for each in columns]
    yield Row(("", form.say("missing_all"), *map(str, lacking), str(sum(lacking))), RowKind.TOTAL)


def _mark(form: Form, mark: PeriodMark | None) -> Text:
    """The form's words for a state, bold where a report is missing."""
    if mark is None:
        return ""
    day = full_date(mark.received) if mark.received else ""
    fields = {ReportState.LATE: {"day": day, "days": str(mark.days_late)}, ReportState.MISSING: {"days": str(mark.days_late)},
              ReportState.RECEIVED: {"day": day}, ReportState.IN_TIME: {"day": day}}  # fmt: skip
    said = form.say(mark.state.value, **fields.get(mark.state, {}))
    return (Run(said, bold=True),) if mark.state is ReportState.MISSING else said
