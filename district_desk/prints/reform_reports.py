"""Báo cáo công tác cải cách hành chính: the outline of DOMAIN 5.7 from figures and the clerk's own words, and its annex."""

from collections.abc import Iterator, Sequence
from typing import Final

from district_desk.domain.points import ONE, points_text
from district_desk.domain.reform_papers import IndexFigures, PeriodFigures, PlanFigures, ReformAnnex, ReformReport
from district_desk.prints.document import (
    Addressees,
    Align,
    Bar,
    Bars,
    Block,
    Document,
    Grid,
    Letterhead,
    Paragraph,
    Row,
    RowKind,
    Title,
)
from district_desk.prints.figure_words import counted, of_summary
from district_desk.prints.forms import Form
from district_desk.prints.reform_tables import percent_text
from district_desk.prints.style import Part
from district_desk.prints.task_reports import closing_signature
from district_desk.prints.unit_plans import written
from district_desk.prints.wording import full_date, place_and_date

_CONTENTS: Final = {
    "institutions": "THỂ CHẾ", "procedures": "TTHC", "apparatus": "TCBM", "service": "CĐCV", "finance": "TCC",
    "digital": "CQĐT",
}  # fmt: skip
"""The contents of section II, and the short name of the domain of the index that measures each."""
_LEADING: Final = "CĐĐH"
_LINES: Final = 2
_WHOLE_YEAR: Final = "năm"
"""The name of the period that is a whole year."""


def build_reform_report(form: Form, report: ReformReport) -> Document:
    """The report; where neither a figure nor a word is known, lines are left to write on."""
    head, fields = report.letterhead, _fields(report)
    blocks: tuple[Block, ...] = (
        Letterhead(head.parent, head.body, head.number_line, place_and_date(head.place, head.day)),
        Title(form.say("type"), form.say("subject", **fields)),
        *((Addressees(form.say("to"), (f"{report.to}.",)),) if report.to else ()),
        Paragraph(form.say("opening", **fields)),
        *_leading(form, report),
        *_contents(form, report),
        *_judgement(form, report, fields),
        *_outlook(form, report),
        _section(form, "part_5"),
        *_text(report, "proposals"),
        Paragraph(form.say("closing", **fields)),
        closing_signature(form, report.cc, report.signature.authority, report.signature.name),
    )
    return Document(f"{form.title} {_period(report)}", blocks, form.paper, form.margins)


def _fields(report: ReformReport) -> dict[str, str]:
    return {
        "body": report.body, "period": _period(report), "year": str(report.year),
        "first": full_date(report.first), "last": full_date(report.last), "as_of": full_date(report.as_of),
    }  # fmt: skip


def _period(report: ReformReport) -> str:
    """As in “6 tháng năm 2023”; the year's own report is of “năm 2023”."""
    name = report.period[:1].lower() + report.period[1:]
    return f"{name} {report.year}" if name == _WHOLE_YEAR else f"{name} năm {report.year}"


def _section(form: Form, key: str) -> Paragraph:
    return Paragraph(form.say(key), Part.SECTION, Align.LEFT, before=10, stays_with_next=True)


def _clause(form: Form, key: str) -> Paragraph:
    return Paragraph(form.say(key), Part.CLAUSE, stays_with_next=True)


def _text(report: ReformReport, key: str, *, known: bool = False) -> Iterator[Block]:
    """The clerk's words of a section; lines to write on where there are none and nothing else is ``known``."""
    words = dict(report.texts).get(key, "")
    if words.strip() or not known:
        yield from written(words, _LINES)


def _leading(form: Form, report: ReformReport) -> Iterator[Block]:
    """Section I: the clerk's words, the tasks of directives about reform, the periodic reports, breakthrough works."""
    yield _section(form, "part_1")
    yield from _text(report, "leading")
    yield from _mean(form, report.index, _LEADING)
    if report.directives:
        figures = of_summary(report.tasks) | {"directives": counted(report.directives)}
        yield Paragraph(form.say("tasks", **figures))
    if report.periodic.owed:
        yield Paragraph(form.say("periodic", **_of_periodic(report.periodic)))
        yield from _names(form, "periodic_awaited", report.periodic.awaited)
    if report.works:
        yield Paragraph(form.say("works", works=counted(report.works), units=counted(report.work_units)))


def _contents(form: Form, report: ReformReport) -> Iterator[Block]:
    yield _section(form, "part_2")
    for key, domain in _CONTENTS.items():
        yield _clause(form, key)
        yield from _text(report, key)
        yield from _mean(form, report.index, domain)


def _mean(form: Form, index: IndexFigures | None, short: str) -> Iterator[Block]:
    """What the index says of a domain, over all units."""
    for domain, mean in index.domains if index else ():
        if domain.short == short and mean is not None and index:
            told = {"domain": domain.name, "year": str(index.year), "mean": percent_text(mean)}
            yield Paragraph(form.say("domain_mean", **told))


def _judgement(form: Form, report: ReformReport, fields: dict[str, str]) -> Iterator[Block]:
    yield _section(form, "part_3")
    yield _clause(form, "results")
    yield from _text(report, "results", known=report.index is not None)
    if report.index:
        yield Paragraph(form.say("index", **_of_index(report.index)))
        ratings = "; ".join(
            form.say("rating", rating=name, count=counted(count)) for name, count in report.index.ratings
        )  # fmt: skip
        if ratings:
            yield Paragraph(form.say("ratings", ratings=ratings))
    yield _clause(form, "shortcomings")
    yield from _text(report, "shortcomings", known=bool(report.plans.owed))
    if report.plans.owed:
        yield Paragraph(form.say("plans", as_of=fields["as_of"], **_of_plans(report.plans)))
        yield from _names(form, "plans_awaited", report.plans.awaited)
    yield _clause(form, "causes")
    yield from _text(report, "causes")


def _outlook(form: Form, report: ReformReport) -> Iterator[Block]:
    yield _section(form, "part_4")
    yield from _text(report, "next")
    if report.plans.awaited:
        yield Paragraph(form.say("next_plans", plans=counted(len(report.plans.awaited))))
    if report.tasks.together.open:
        yield Paragraph(form.say("next_tasks", open=counted(report.tasks.together.open)))


def _names(form: Form, key: str, names: Sequence[str]) -> Iterator[Block]:
    if names:
        yield Paragraph(form.say(key, names=", ".join(names), count=counted(len(names))))


def _of_index(index: IndexFigures) -> dict[str, str]:
    return {
        "year": str(index.year), "units": counted(index.units), "mean": percent_text(index.mean),
        "best": index.best or "……", "last": index.last or "……",
    }  # fmt: skip


def _of_plans(plans: PlanFigures) -> dict[str, str]:
    return {
        "owed": counted(plans.owed), "in_time": counted(plans.in_time), "late": counted(plans.late),
        "accepted": counted(plans.accepted), "awaited": counted(len(plans.awaited)),
    }  # fmt: skip


def _of_periodic(figures: PeriodFigures) -> dict[str, str]:
    return {
        "owed": counted(figures.owed), "in_time": counted(figures.in_time), "late": counted(figures.late),
        "merged": counted(figures.merged), "awaited": counted(len(figures.awaited)),
    }  # fmt: skip


def build_reform_annex(form: Form, annex: ReformAnnex) -> Document:
    """Phụ lục: the same figures as a table, in five groups."""
    report = annex.report
    title = form.say("heading", period=_period(report))
    blocks: tuple[Block, ...] = (
        _centred(form.say("appendix"), Part.APPENDIX),
        _centred(title, Part.APPENDIX_TITLE),
        _centred(form.say("attached", document=annex.attached_to), Part.APPENDIX_NOTE),
        Grid(form.columns, tuple(_annex_rows(form, report))),
        *_charts(form, report.index),
    )
    return Document(f"{form.title} {_period(report)}", blocks, form.paper, form.margins)


def _charts(form: Form, index: IndexFigures | None) -> Iterator[Block]:
    """All units ranked, and the means of the domains against the limit."""
    if index is None or not index.ranked:
        return
    year = str(index.year)
    names = (form.say("this_year", year=year),)
    better = [sum(other > each for _, other in index.ranked) for _, each in index.ranked]
    ranked = tuple(_bar(f"{place + 1}. {unit}", each) for place, (unit, each) in zip(better, index.ranked, strict=True))
    yield Bars(form.say("ranked", year=year), names, ranked)
    limit = None if index.limit is None else index.limit / ONE
    limit_name = "" if limit is None else form.say("limit", limit=points_text(index.limit))
    means = tuple(_bar(domain.name, mean) for domain, mean in index.domains)
    yield Bars(form.say("means", year=year), names, means, limit=limit, limit_name=limit_name)


def _bar(label: str, cut: int | None) -> Bar:
    return Bar(label, (None if cut is None else cut / ONE,), (percent_text(cut),))


def _centred(text: str, part: Part) -> Paragraph:
    return Paragraph(text, part, Align.CENTER, first_indent=0, before=2, stays_with_next=True)


def _annex_rows(form: Form, report: ReformReport) -> Iterator[Row]:
    number = 0
    for group, figures in _groups(report):
        yield Row((form.say(group),), RowKind.GROUP)
        for key, value, fields in figures:
            number += 1
            cells = {"number": str(number), "figure": form.say(key, **fields), "value": value, "note": ""}
            yield Row(tuple(cells[column.key] for column in form.columns))


Figure = tuple[str, str, dict[str, str]]
"""Key of the row's name, its value, the fields of its name."""


def _groups(report: ReformReport) -> Iterator[tuple[str, list[Figure]]]:
    if report.index:
        yield "index", _index_figures(report.index)
    plans, periodic, tasks = report.plans, report.periodic, report.tasks.together
    yield "plans", _plain(
        ("owed", plans.owed), ("sent_in_time", plans.in_time), ("sent_late", plans.late),
        ("not_sent", len(plans.awaited)), ("accepted", plans.accepted),
    )  # fmt: skip
    yield "works", _plain(("work_units", report.work_units), ("work_count", report.works))
    yield "periodic", _plain(
        ("reports_owed", periodic.owed), ("reports_in_time", periodic.in_time), ("reports_late", periodic.late),
        ("reports_merged", periodic.merged), ("reports_missing", len(periodic.awaited)),
    )  # fmt: skip
    yield "tasks", _plain(
        ("directives", report.directives), ("tasks_all", tasks.total), ("tasks_done", tasks.done),
        ("tasks_open", tasks.open), ("tasks_overdue", tasks.overdue),
    )  # fmt: skip


def _plain(*figures: tuple[str, int]) -> list[Figure]:
    return [(key, str(value), {}) for key, value in figures]


def _index_figures(index: IndexFigures) -> list[Figure]:
    rows: list[Figure] = [("units", str(index.units), {}), ("mean", percent_text(index.mean), {})]
    rows += [("rated", str(count), {"rating": name}) for name, count in index.ratings]
    rows += [
        ("domain", percent_text(mean), {"domain": domain.name, "maximum": points_text(domain.maximum)})
        for domain, mean in index.domains
    ]
    return rows
