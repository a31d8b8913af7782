"""The annexes of the task report: the summary by unit and the lists of tasks (DOMAIN 4.6 F3-PL1, F3-PL2).

Each is a document of its own, lying across, with its own page numbers (Decree 30/2020, Appendix I, III).
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from district_desk.domain.paper import (
    Division,
    SummaryGroup,
    SummaryRow,
    SummaryTable,
    TaskLine,
    TaskList,
    TaskListKind,
)
from district_desk.domain.reporting import Figures, Share, Summary, in_percent, in_thousands
from district_desk.prints.document import (
    Align,
    Block,
    Column,
    Document,
    Grid,
    Paragraph,
    Row,
    RowKind,
)
from district_desk.prints.figure_words import counted, of_period
from district_desk.prints.forms import Form
from district_desk.prints.style import Part
from district_desk.prints.wording import full_date

_ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_ONLY_OVERDUE: Final = frozenset({"cause", "reminded"})
_TITLES: Final = {
    TaskListKind.OVERDUE: "overdue", TaskListKind.DONE_LATE: "done_late", TaskListKind.NEAR: "near",
}  # fmt: skip


def build_task_summary(form: Form, table: SummaryTable) -> Document:
    """Phụ lục tổng hợp: a heading of two rows, groups I to IV with their sums, Tổng cộng, and what the shares are of."""
    title = form.say(f"by_{table.division}")
    both = table.whole.together
    shares = {"fallen_due": counted(both.fallen_due), "fallen_share": in_percent(both.overdue_of_fallen_due)}
    blocks: tuple[Block, ...] = (
        *_head(form, table.appendix, title, table.attached_to, of_period(table.period)),
        Grid(_summary_columns(form, table.division), tuple(_summary_rows(form, table))),
        Paragraph(form.say("remark", **shares), Part.NOTE, Align.JUSTIFY, first_indent=0),
    )
    return Document(_name(form, table.appendix, title), blocks, form.paper, form.margins)


def build_task_list(form: Form, tasks: TaskList) -> Document:
    """Phụ lục danh mục; causes and reminders belong to overdue tasks only, and the other columns take their room."""
    title = form.say(
        _TITLES[tasks.kind], **({"ahead": counted(tasks.ahead)} if tasks.kind is TaskListKind.NEAR else {})
    )
    columns = tuple(_list_column(form, tasks.kind, column) for column in form.columns if _is_shown(column, tasks.kind))
    rows = tuple(_task_row(columns, number, line) for number, line in enumerate(tasks.lines, 1))
    blocks: tuple[Block, ...] = (
        *_head(form, tasks.appendix, title, tasks.attached_to, {"as_of": full_date(tasks.as_of)}),
        Grid(columns, rows or (Row((form.say("empty"),), RowKind.REMARK),)),
    )
    return Document(_name(form, tasks.appendix, title), blocks, form.paper, form.margins)


def _head(form: Form, appendix: str, title: str, attached: str, alone: dict[str, str]) -> Iterator[Paragraph]:
    """Phụ lục I, its title, and to what it is attached; printed alone it says its days instead."""
    if appendix:
        yield _centred(form.say("appendix", appendix=appendix), Part.APPENDIX, 0)
    yield _centred(title, Part.APPENDIX_TITLE, 2)
    under = form.say("attached", document=attached) if attached else form.say("alone", **alone)
    yield _centred(under, Part.APPENDIX_NOTE, 2)


def _centred(text: str, part: Part, before: float) -> Paragraph:
    return Paragraph(text, part, Align.CENTER, first_indent=0, before=before, stays_with_next=True)


def _name(form: Form, appendix: str, title: str) -> str:
    return f"{form.say('appendix', appendix=appendix)} - {title}" if appendix else title


def _summary_columns(form: Form, division: Division) -> tuple[Column, ...]:
    if division is Division.UNIT:
        return form.columns
    heading = form.say(division.value)
    return tuple(replace(column, heading=heading) if column.key == "name" else column for column in form.columns)


def _summary_rows(form: Form, table: SummaryTable) -> Iterator[Row]:
    if not any(group.rows for group in table.groups):
        yield Row((form.say("empty"),), RowKind.REMARK)
        return
    filled = [group for group in table.groups if group.rows]
    for roman, group in zip(_ROMAN, filled, strict=False):
        if group.heading:
            yield _figures_row(form, roman, group.heading, _sum(group), RowKind.SUBTOTAL)
        yield from (_summary_row(form, number, row) for number, row in enumerate(group.rows, 1))
    yield _figures_row(form, "", form.say("whole"), table.whole, RowKind.TOTAL)


def _summary_row(form: Form, number: int, row: SummaryRow) -> Row:
    return _figures_row(form, str(number), row.name, row.summary, RowKind.ROW)


def _sum(group: SummaryGroup) -> Summary:
    given = sum((row.summary.given for row in group.rows), Figures())
    return Summary(given, sum((row.summary.carried for row in group.rows), Figures()))


def _figures_row(form: Form, number: str, name: str, summary: Summary, kind: RowKind) -> Row:
    """One row of the summary; the six states of a row make its total."""
    both = summary.together
    cells = {
        "number": number,
        "name": name,
        "total": in_thousands(both.total),
        "carried": in_thousands(summary.carried.total),
        "in_time": in_thousands(both.in_time),
        "late": in_thousands(both.late),
        "no_due": in_thousands(both.no_due),
        "running": in_thousands(both.running),
        "overdue": in_thousands(both.overdue),
        "running_no_due": in_thousands(both.running_no_due),
        "done_share": _bare_percent(both.done_of_all),
        "overdue_share": _bare_percent(both.overdue_of_all),
    }
    return Row(tuple(cells[column.key] for column in form.columns), kind)


def _bare_percent(share: Share) -> str:
    """Without its sign, which stands in the heading."""
    return in_percent(share).removesuffix("%")


def _is_shown(column: Column, kind: TaskListKind) -> bool:
    return kind is TaskListKind.OVERDUE or column.key not in _ONLY_OVERDUE


def _list_column(form: Form, kind: TaskListKind, column: Column) -> Column:
    is_left = kind is TaskListKind.NEAR and column.key == "days"
    return replace(column, heading=form.say("days_left")) if is_left else column


def _task_row(columns: tuple[Column, ...], number: int, line: TaskLine) -> Row:
    cells = task_cells(number, line)
    return Row(tuple(cells[column.key] for column in columns))


def task_cells(number: int, line: TaskLine) -> dict[str, str]:
    """The texts of a task's row by the keys of its columns."""
    return {
        "number": str(number),
        "document": line.document,
        "text": line.text,
        "unit": line.unit,
        "due": full_date(line.due) if line.due else "",
        "days": in_thousands(line.days),
        "cause": line.cause,
        "reminded": line.reminded,
    }
