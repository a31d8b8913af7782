"""An accepted plan, followed measure by measure: each becomes an item of the unit's own document, and a line of the unit.

The plan is a received document, which the law wants in the register (Decree 30/2020 art. 22): it is linked to the record
that stands there already, or registered in the same operation.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from district_desk.desk.drafting import internal_due
from district_desk.desk.likeness import likenesses
from district_desk.desk.numbering import numbered, typed_number
from district_desk.desk.office_desk import Desk
from district_desk.desk.periods import put_periods
from district_desk.desk.reform.plan_measures import rule_of_limit
from district_desk.desk.reform.plan_words import PLAN_STATES
from district_desk.desk.registering import check_days, given_day, line_of
from district_desk.desk.steps import lives
from district_desk.domain.assignments import Role
from district_desk.domain.changes import Changes
from district_desk.domain.directives import Directive, given_on
from district_desk.domain.drafts import Draft
from district_desk.domain.items import Item
from district_desk.domain.listing import LikenessKind
from district_desk.domain.notation import parse
from district_desk.domain.problems import BadValue, MissingField
from district_desk.domain.reform_index import IndexSet
from district_desk.domain.reform_plans import Measure, Plan, PlanState, plan_state, sending
from district_desk.domain.reform_triggers import Duty
from district_desk.domain.units import Unit
from district_desk.store import Reader, Writing

_FOLLOWED_FROM: Final = frozenset({PlanState.ACCEPTED, PlanState.RESULT_REPORTED})
_PAPERS: Final = {
    Duty.PLAN: ("KH", "Kế hoạch khắc phục tồn tại, hạn chế, nâng cao Chỉ số CCHC năm {year} của {unit}"),
    Duty.REVIEW: ("BC", "Báo cáo kiểm điểm, xác định nguyên nhân sau Chỉ số CCHC năm {year} của {unit}"),
    Duty.BREAKTHROUGH: ("CV", "Đăng ký công việc đột phá, sáng tạo sau Chỉ số CCHC năm {year} của {unit}"),
}
"""Type and subject of the unit's document, which the clerk may correct in the register."""


def plan_document(desk: Desk, plan_id: int) -> Directive:
    """The record of the register that the unit's plan makes: what is known of it, the rest blank.

    It is of the same assigning level as the directive that asked for the plan.
    """
    reader = desk.store.reading()
    plan = reader.get(Plan, plan_id)
    unit, index = reader.get(Unit, plan.unit_id), reader.get(IndexSet, plan.index_id)
    [line] = lives(reader, [plan.assignment_id])
    came = sending(line.events, line.standing.due, date.max)
    notation = parse(came.notation)
    type_code, subject = _PAPERS[plan.duty]
    return Directive(
        arrived=came.on,
        number=notation.number if notation else came.notation,
        symbol=notation.symbol if notation else "",
        issued=came.dated,
        issuer=unit.name,
        type_code=type_code,
        subject=subject.format(year=index.year, unit=unit.name),
        assigning_level=reader.get(Directive, line.assignment.directive_id).assigning_level,
    )


def registered_plans(desk: Desk, plan_id: int) -> list[Directive]:
    """Records of the register that are this very plan: the same number, symbol and issuer."""
    found = likenesses(desk, Draft(plan_document(desk, plan_id)))
    return [each.directive for each in found if each.kind is LikenessKind.DUPLICATE]


def follow_measures(desk: Desk, plan_id: int, *, directive_id: int | None = None, arrival: str = "") -> Changes:
    """Make of every measure that is not followed yet an item of the plan's document with the unit as its lead.

    The document is the one that the plan has, else ``directive_id``, else a new record of the register under ``arrival``
    (empty: the year's next number).

    Raises:
        BadValue: of "plan_state", for a plan that is not accepted.
        MissingField: of "remedy", where no measure waits; of "arrival_number", where the office types its numbers.
        NumberTaken: as :func:`district_desk.desk.registering.register`.
    """
    reader = desk.store.reading()
    plan = reader.get(Plan, plan_id)
    _must_be_accepted(desk, reader, plan)
    waiting = [each for each in reader.find(Measure, "position", plan_id=plan_id) if not each.item_id and each.remedy]
    if not waiting:
        raise MissingField("remedy")
    known = plan.directive_id or directive_id
    paper = reader.get(Directive, known) if known else plan_document(desk, plan_id)
    if not known and arrival:
        number, suffix = typed_number(arrival)
        paper = replace(paper, arrival_number=number, arrival_suffix=suffix)
    check_days(paper)
    with desk.writing("follow_measures") as writing:
        if not known:
            paper = writing.put(numbered(desk, writing.reader, paper))
            day = given_on(paper, desk.today(), desk.today())
        else:
            day = given_day(desk, writing.reader, paper)
        writing.put(replace(plan, directive_id=paper.id))
        for measure, item in zip(waiting, _put_items(desk, writing, paper, waiting), strict=True):
            line = replace(line_of(item, day), unit_id=plan.unit_id, role=Role.LEAD, person=measure.responsible)
            writing.put(line)
            writing.put(replace(measure, item_id=item.id))
        put_periods(desk, writing, [paper.id])
        writing.note(subject=writing.reader.get(Unit, plan.unit_id).name, count=len(waiting))
    return writing.changes


def _put_items(desk: Desk, writing: Writing, paper: Directive, measures: Sequence[Measure]) -> list[Item]:
    """The items of the measures, numbered behind those that the document has."""
    before = writing.reader.find(Item, directive_id=paper.id)
    position = max((each.position for each in before), default=-1) + 1
    path = max((int(each.path) for each in before if each.path.isdigit()), default=0) + 1
    return [
        writing.put(_item(desk, paper, each, str(path + place), position + place))
        for place, each in enumerate(measures)
    ]


def _item(desk: Desk, paper: Directive, measure: Measure, path: str, position: int) -> Item:
    rule = rule_of_limit(measure.phrase, paper.issued).to_text() if measure.phrase.strip() else ""
    return Item(
        paper.id, path, f"{path}.", measure.remedy, position=position, phrase=measure.phrase, rule=rule,
        due=measure.due, internal_due=internal_due(desk, paper, measure.due), product=measure.product,
    )  # fmt: skip


def _must_be_accepted(desk: Desk, reader: Reader, plan: Plan) -> None:
    today = desk.today()
    [line] = lives(reader, [plan.assignment_id], today)
    state = plan_state(plan, line.events, today)
    if state not in _FOLLOWED_FROM:
        raise BadValue("plan_state", PLAN_STATES[state])
