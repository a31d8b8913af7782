"""Improvement plans: given to those who owe, sent, sent back, accepted, followed measure by measure, closed (DOMAIN 5.5).

Sending, sending back and accepting are the steps of the assignment that asks for the plan
(:mod:`district_desk.desk.following_up`), so reminders, lists and reports know plans as they know any work.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from district_desk.desk.following_up import Told, accept_result, report_result, send_back
from district_desk.desk.office_desk import Desk
from district_desk.desk.reform.index import index_in_force
from district_desk.desk.reform.plan_words import PLAN_STATES
from district_desk.desk.reform.results import Owed, owed
from district_desk.desk.registering import given_day, line_of
from district_desk.desk.steps import checked, lives, put_step
from district_desk.domain.assignments import Assignment, EventKind, Role
from district_desk.domain.changes import Changes
from district_desk.domain.directives import Directive
from district_desk.domain.follow_up import Life
from district_desk.domain.items import Item
from district_desk.domain.problems import BadValue, MissingField
from district_desk.domain.reform_plans import Measure, Plan, PlanState, Sending, plan_state, sending
from district_desk.domain.reform_triggers import Duty, Trigger, TriggerTie
from district_desk.domain.units import Unit
from district_desk.store import Writing

_GIVING: Final = {
    Duty.PLAN: "give_plans",
    Duty.REVIEW: "give_reviews",
    Duty.BREAKTHROUGH: "give_registrations",
}
"""What giving a duty is called in the journal."""


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan as it stands on a day: ``sending`` is how it came, ``days_left`` calendar days to its due date, below
    zero past it, None without one."""

    plan: Plan
    unit: Unit
    item: Item
    due: date | None
    state: PlanState
    sending: Sending
    days_left: int | None
    measures: int

    @property
    def reasons(self) -> tuple[str, ...]:
        """The codes of the triggers."""
        return tuple(json.loads(self.plan.reasons))

    @property
    def is_awaited(self) -> bool:
        """Whether the unit has still to send it, or to send it again."""
        return self.state in (PlanState.OWED, PlanState.TO_COMPLETE)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the triggers say now beside what was given: who is to be added, who no longer owes. The clerk decides."""

    to_give: tuple[Owed, ...]
    given: tuple[PlanRow, ...]
    no_longer: tuple[PlanRow, ...]


def plans(desk: Desk, year: int, *, duty: Duty | None = Duty.PLAN, as_of: date | None = None) -> list[PlanRow]:
    """The plans asked for after the index of a year, in the office's order of units.

    Raises:
        NotFound: the year has no index.
    """
    index, day, reader = index_in_force(desk, year), as_of or desk.today(), desk.store.reading()
    kept = [plan for plan in reader.find(Plan, index_id=index.id) if duty in (None, plan.duty)]
    found = {line.assignment.id: line for line in lives(reader, [plan.assignment_id for plan in kept], day)}
    units = reader.many(Unit, {plan.unit_id for plan in kept})
    items = reader.many(Item, {line.assignment.item_id for line in found.values()})
    counts = _measures(desk, kept)
    rows = []
    for plan in kept:
        line = found[plan.assignment_id]
        due = line.standing.due
        rows.append(
            PlanRow(
                plan, units[plan.unit_id], items[line.assignment.item_id], due,
                plan_state(plan, line.events, day), sending(line.events, due, day),
                (due - day).days if due else None, counts.get(plan.id, 0),
            )
        )  # fmt: skip
    return sorted(rows, key=lambda row: (row.unit.position, row.unit.id))


def compare(
    desk: Desk, year: int, *, duty: Duty = Duty.PLAN, directive_id: int | None = None, as_of: date | None = None
) -> Comparison:
    """Who owes by the scores of today, and who was asked: the difference is the clerk's to settle. What was given by
    hand, for no reason of the index, stays owed."""
    owing = owed(desk, year, duty=duty, directive_id=directive_id, as_of=as_of)
    return difference(owing, plans(desk, year, duty=duty, as_of=as_of))


def difference(owing: Sequence[Owed], asked_for: Sequence[PlanRow]) -> Comparison:
    """The same, of what is known already."""
    given = [row for row in asked_for if row.state is not PlanState.RECALLED]
    asked, owes = {row.unit.id for row in given}, {each.unit.id for each in owing}
    return Comparison(
        tuple(each for each in owing if each.unit.id not in asked),
        tuple(given),
        tuple(row for row in given if row.reasons and row.unit.id not in owes),
    )


def give_plans(
    desk: Desk, year: int, owing: Sequence[Owed], *, due: date | None = None, given: date | None = None
) -> Changes:  # fmt: skip
    """Give the work to those who owe, by the item's due rule or with ``due``; the triggers are tied to the item.

    A unit that holds the item's line already keeps that line. ``given`` is the day on which the directive reached the
    units, where the clerk enters it later than that; nothing can come in before it.

    Raises:
        MissingField: of "item_id", where no item obliges; of "due", where neither the item nor the clerk sets a day.
        BadValue: of "given", for a day to come.
    """
    index = index_in_force(desk, year)
    if given and given > desk.today():
        raise BadValue("given", f"{given:%d/%m/%Y}")
    for each in owing:
        if each.item is None:
            raise MissingField("item_id")
        if not (due or each.item.due):
            raise MissingField("due")
    with desk.writing(_GIVING[owing[0].duty] if owing else "give_plans", subject=str(year)) as writing:
        for each in owing:
            line = _line(desk, writing, each, due, given)
            codes = json.dumps(sorted({reason.trigger for reason in each.reasons}))
            held = writing.reader.find(Plan, index_id=index.id, unit_id=each.unit.id, duty=each.duty.value)
            plan = held[0] if held else Plan(index.id, each.unit.id, line.id, each.duty)
            writing.put(replace(plan, assignment_id=line.id, reasons=codes))
        _tie(writing, index.id, owing)
        writing.note(count=len(owing))
    return writing.changes


def release_plans(desk: Desk, plan_ids: Sequence[int], told: Told) -> Changes:
    """Those who no longer owe: the work is recalled on a day, for ``told.reason``; what was written of it stays.

    Raises:
        MissingField: no reason.
        WrongStep, WrongDay: as :mod:`district_desk.desk.following_up` has it.
    """
    if not told.reason.strip():
        raise MissingField("reason")
    kept = desk.store.reading().many(Plan, plan_ids)
    with desk.writing("release_plans") as writing:
        for line in lives(writing.reader, [plan.assignment_id for plan in kept.values()]):
            put_step(desk, writing, line, checked(desk, writing.reader, line, told.event(EventKind.RECALLED)), ())
        writing.note(count=len(kept))
    return writing.changes


def send_plan(desk: Desk, plan_id: int, told: Told) -> Changes:
    """The unit's plan came: ``told.on`` is the day, ``told.notation`` and ``told.dated`` its number and date."""
    return report_result(desk, [_plan(desk, plan_id).assignment_id], told)


def ask_to_complete(desk: Desk, plan_ids: Sequence[int], told: Told) -> Changes:
    """Yêu cầu bổ sung, with the reason."""
    return send_back(desk, [_plan(desk, each).assignment_id for each in plan_ids], told)


def accept_plans(desk: Desk, plan_ids: Sequence[int], told: Told) -> Changes:
    """Đạt: each counts as sent on the day it came."""
    return accept_result(desk, [_plan(desk, each).assignment_id for each in plan_ids], told)


def measures_of(desk: Desk, plan_id: int) -> list[Measure]:
    """The lines of a plan, in their order."""
    return desk.store.reading().find(Measure, "position", plan_id=plan_id)


def keep_measures(desk: Desk, plan_id: int, measures: Sequence[Measure]) -> Changes:
    """Make the plan's lines those given, in that order; a line that is left out goes, unless it is followed as an item.

    Raises:
        BadValue: of "measure", for leaving out one that is followed.
    """
    with desk.writing("keep_measures") as writing:
        plan = writing.reader.get(Plan, plan_id)
        kept = {each.id for each in measures}
        for gone in writing.reader.find(Measure, plan_id=plan_id):
            if gone.id not in kept:
                if gone.item_id:
                    raise BadValue("measure", gone.remedy)
                writing.drop(gone)
        for position, each in enumerate(measures):
            writing.put(replace(each, plan_id=plan_id, position=position))
        writing.note(subject=writing.reader.get(Unit, plan.unit_id).name, count=len(measures))
    return writing.changes


def edit_plan(desk: Desk, plan: Plan) -> Changes:
    """Correct the texts of a plan: purpose, organisation, note."""
    with desk.writing("edit_plan") as writing:
        writing.put(plan)
        writing.note(subject=writing.reader.get(Unit, plan.unit_id).name, count=1)
    return writing.changes


def report_outcome(desk: Desk, plan_id: int, *, notation: str, on: date) -> Changes:
    """Báo cáo kết quả khắc phục: the unit's report on what came of its plan (source document 004, item 4).

    Raises:
        BadValue: of "result_on", for a day to come, or of "plan_state", for a plan that was not accepted by then.
    """
    _must_stand(desk, plan_id, on, PlanState.ACCEPTED, PlanState.RESULT_REPORTED)
    with desk.writing("report_outcome", subject=notation) as writing:
        writing.put(replace(writing.reader.get(Plan, plan_id), result_notation=notation, result_on=on))
        writing.note(count=1)
    return writing.changes


def close_plans(desk: Desk, plan_ids: Sequence[int], on: date) -> Changes:
    """Đóng: the office is content with what came of the plans.

    Raises:
        BadValue: as :func:`report_outcome`; closing wants the report on the result.
    """
    for plan_id in plan_ids:
        _must_stand(desk, plan_id, on, PlanState.RESULT_REPORTED)
    with desk.writing("close_plans") as writing:
        for plan in writing.reader.many(Plan, plan_ids).values():
            writing.put(replace(plan, closed_on=on))
        writing.note(count=len(plan_ids))
    return writing.changes


def _plan(desk: Desk, plan_id: int) -> Plan:
    return desk.store.reading().get(Plan, plan_id)


def _must_stand(desk: Desk, plan_id: int, on: date, *states: PlanState) -> None:
    if on > desk.today():
        raise BadValue("result_on", f"{on:%d/%m/%Y}")
    plan = _plan(desk, plan_id)
    [line] = lives(desk.store.reading(), [plan.assignment_id], on)
    state = plan_state(plan, line.events, on)
    if state not in states:
        raise BadValue("plan_state", PLAN_STATES[state])


def _line(desk: Desk, writing: Writing, owing: Owed, due: date | None, given: date | None) -> Assignment:
    """The line that asks the unit, the one it holds or a new one."""
    if owing.item is None:
        raise MissingField("item_id")
    held = writing.reader.find(Assignment, item_id=owing.item.id, unit_id=owing.unit.id, period="")
    open_lines = [line for line in lives(writing.reader, [each.id for each in held]) if not _is_recalled(line)]
    if open_lines:
        return open_lines[0].assignment
    day = given or given_day(desk, writing.reader, writing.reader.get(Directive, owing.item.directive_id))
    line = replace(line_of(owing.item, day), unit_id=owing.unit.id, role=Role.LEAD)
    return writing.put(replace(line, due=due) if due else line)


def _is_recalled(line: Life) -> bool:
    return any(event.kind in (EventKind.RECALLED, EventKind.REASSIGNED) for event in line.events)


def _tie(writing: Writing, index_id: int, owing: Iterable[Owed]) -> None:
    """Remember which item each trigger obliges by: the last one that was chosen."""
    triggers = {trigger.code: trigger.id for trigger in writing.reader.find(Trigger)}
    chosen = {
        triggers[reason.trigger]: each.item.id
        for each in owing for reason in each.reasons if each.item and reason.trigger in triggers
    }  # fmt: skip
    held = {tie.trigger_id: tie for tie in writing.reader.find(TriggerTie, index_id=index_id)}
    for trigger_id, item_id in chosen.items():
        tie = held.get(trigger_id, TriggerTie(trigger_id, index_id, item_id))
        if not tie.id or tie.item_id != item_id:
            writing.put(replace(tie, item_id=item_id))


def _measures(desk: Desk, kept: Sequence[Plan]) -> dict[int, int]:
    reader = desk.store.reading()
    return {plan.id: len(reader.find(Measure, plan_id=plan.id)) for plan in kept}
