"""Báo cáo tình hình thực hiện nhiệm vụ: the five sections of DOMAIN 4.6 F3, from figures to sentences.

Section II follows the assigning level, because the bureau answers to two (source document 001, 3). What a clerk must
write himself, the causes above all, is left as lines to write on.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from district_desk.domain.paper import TaskReport
from district_desk.domain.reporting import Summary, Tier
from district_desk.prints.document import (
    Addressees,
    Align,
    Block,
    Copies,
    Document,
    DottedLines,
    Letterhead,
    Paragraph,
    SignatureRow,
    Title,
)
from district_desk.prints.document import Signature as SignatureOf
from district_desk.prints.figure_words import counted, of_period, of_summary
from district_desk.prints.forms import Form
from district_desk.prints.style import Part
from district_desk.prints.wording import place_and_date

_CAUSE_LINES: Final = 3
_TIER_KEYS: Final = {Tier.UPPER: "upper", Tier.OWN: "own", Tier.OTHER: "other"}
_COPIES_SHARE: Final = 75
_SIGNATURE_SHARE: Final = 90


def build_task_report(form: Form, report: TaskReport) -> Document:
    """The report itself; its annexes are documents of their own forms, numbered apart."""
    head, fields = report.letterhead, _fields(report)
    blocks: tuple[Block, ...] = (
        Letterhead(head.parent, head.body, head.number_line, place_and_date(head.place, head.day)),
        Title(form.title, form.say("subject", **fields)),
        *((Addressees(form.say("to"), (f"{report.to}.",)),) if report.to else ()),
        *_said(form, "opening", fields),
        *_general(form, report, fields),
        *_results(form, report, fields),
        *_shortcomings(form, report, fields),
        *_outlook(form, report),
        *_proposals(form, report),
        *_said(form, "closing", fields),
        closing_signature(form, report.cc, report.signature.authority, report.signature.name),
    )
    return Document(f"{form.title} nhiệm vụ {fields['first']} - {fields['last']}", blocks, form.paper, form.margins)


def closing_signature(form: Form, cc: tuple[str, ...], authority: tuple[str, ...], name: str) -> SignatureRow:
    """Nơi nhận and one signature in the right half (Decree 30/2020, Appendix I, II.7 and II.9)."""
    copies = Copies(form.say("copies"), as_copies(cc))
    return SignatureRow(copies, (SignatureOf("", authority, "", name, _SIGNATURE_SHARE),), _COPIES_SHARE)


def as_copies(cc: Sequence[str]) -> tuple[str, ...]:
    """The lines of Nơi nhận with dashes, semicolons and the full stop of the decree."""
    last = len(cc) - 1
    return tuple(f"- {line.strip(' -.;')}{'.' if place == last else ';'}" for place, line in enumerate(cc))


def _fields(report: TaskReport) -> dict[str, str]:
    return of_period(report.period) | {
        "bureau": report.bureau,
        "own_body": report.own_body,
        "own_head": report.own_head,
        "upper_body": report.upper_body,
        "lower": report.lower,
        "documents": counted(report.documents),
        "directives": counted(report.directives),
    }


def _said(form: Form, key: str, fields: dict[str, str]) -> Iterator[Paragraph]:
    """The sentence of that key, where the form has not left it empty."""
    if text := form.say(key, **fields).strip():
        yield Paragraph(text)


def _section(form: Form, key: str) -> Paragraph:
    return Paragraph(form.say(key), Part.SECTION, Align.LEFT, before=10, stays_with_next=True)


def _general(form: Form, report: TaskReport, fields: dict[str, str]) -> Iterator[Block]:
    figures = of_summary(report.whole)
    yield _section(form, "part_1")
    yield from _said(form, "documents", fields)
    told = "; ".join(
        form.say("year", year=str(year), count=counted(each.total), overdue=counted(each.overdue))
        for year, each in report.carried_by_year
    )
    years = form.say("years", years=told) if told else ""
    scope = f" ({report.scope})" if report.scope else ""
    yield from _said(form, "followed", figures | {"years": years, "scope": scope})
    if report.whole.recalled:
        yield from _said(form, "recalled", figures)


def _results(form: Form, report: TaskReport, fields: dict[str, str]) -> Iterator[Block]:
    yield _section(form, "part_2")
    if report.whole.given.total:
        yield from _said(form, "whole", of_summary(report.whole))
    for tier, summary in report.tiers:
        yield Paragraph(form.say(_TIER_KEYS[tier], **fields), Part.CLAUSE, stays_with_next=True)
        if tier is Tier.OTHER:
            for level, each in report.others:
                yield from _said(form, "of_level", of_summary(each) | {"level": level})
        else:
            yield from _of_tier(form, summary)
    yield from _said(form, "annex_whole", {})


def _of_tier(form: Form, summary: Summary) -> Iterator[Block]:
    """The dashes under one part: given, done, running, the shares with their denominators, carried over."""
    given, figures = summary.given, of_summary(summary)
    if not summary.together.total:
        yield from _said(form, "none", {})
        return
    yield from _said(form, "total", figures)
    if given.total:
        yield from _said(form, "done", figures) if given.done else _said(form, "done_none", {})
        yield from _said(form, "open", figures)
    if given.overdue:
        yield from _said(form, "overdue", figures)
    if summary.carried.total:
        yield from _said(form, "carried_line", figures)


def _shortcomings(form: Form, report: TaskReport, fields: dict[str, str]) -> Iterator[Block]:
    yield _section(form, "part_3")
    if not report.late_units:
        yield from _said(form, "late_none", {"as_of": fields["as_of"]})
        if report.causes.strip():
            yield from _causes(form, report.causes)
        return
    long_late = (
        form.say("long_late", count=counted(report.long_late), days=counted(report.long_late_days))
        if report.long_late
        else ""
    )
    units = ", ".join(form.say("late_unit", unit=unit, count=counted(count)) for unit, count in report.late_units)
    told = {
        "as_of": fields["as_of"], "units": counted(len(report.late_units)), "late_units": units,
        "longest_late": counted(report.longest_late), "long_late": long_late,
    }  # fmt: skip
    yield from _said(form, "late", of_summary(report.whole) | told)
    yield from _causes(form, report.causes)


def _causes(form: Form, written: str) -> Iterator[Block]:
    """One cause beside its heading, several under it; lines to write on where none is written."""
    match _paragraphs(written):
        case []:
            yield Paragraph(form.say("causes_open"), stays_with_next=True)
            yield DottedLines(_CAUSE_LINES)
        case [one]:
            yield from _said(form, "causes", {"causes": one})
        case several:
            yield Paragraph(form.say("causes_open"), stays_with_next=True)
            yield from map(Paragraph, several)


def _paragraphs(written: str) -> list[str]:
    """What a person typed, each line a paragraph."""
    return [line for each in written.split("\n") if (line := each.strip())]


def _outlook(form: Form, report: TaskReport) -> Iterator[Block]:
    yield _section(form, "part_4")
    near = {"near": counted(report.near), "near_days": counted(report.near_days)}
    yield from _said(form, "next", of_summary(report.whole) | near)
    if report.late_units:
        yield from _said(form, "next_late", {})
    for line in _paragraphs(form.say("next_steps", next_steps=report.next_steps)):
        yield Paragraph(line)


def _proposals(form: Form, report: TaskReport) -> Iterator[Block]:
    yield _section(form, "part_5")
    for key, names in (
        ("praised", report.praised),
        ("reminded", report.reminded),
        ("accountable", report.accountable),
    ):
        yield from _said(form, key, {"names": ", ".join(names) or form.say("nobody")})
