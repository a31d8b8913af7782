"""Who owes what, and why: the sentence of source document 003, item 3 (DOMAIN 5.4), and where a plan stands."""

import json
from datetime import date
from fractions import Fraction

import pytest

from district_desk.domain.assignments import Event, EventKind
from district_desk.domain.points import ONE, points_of
from district_desk.domain.reform_index import Criterion, CriterionTree, RatingBand
from district_desk.domain.reform_plans import Plan, PlanState, plan_state, sending
from district_desk.domain.reform_scores import Score, tally
from district_desk.domain.reform_triggers import Condition, ConditionKind, Duty, Result, Trigger, reasons
from district_desk.domain.units import Unit, UnitKind

COMMUNE = Unit("10939", "UBND xã Cẩm Đông", kind=UnitKind.COMMUNE)
TTHC = Criterion(1, "III", "Cải cách TTHC", 20 * ONE, key="TTHC", id=1)
DIGITAL = Criterion(1, "VII", "Chính quyền số", 20 * ONE, key="CQĐT", position=1, id=2)
TREE = CriterionTree.of([TTHC, DIGITAL])
BANDS = [
    RatingBand(1, name, place)
    for place, name in enumerate(["Hoàn thành tốt nhiệm vụ", "Hoàn thành nhiệm vụ", "Không hoàn thành nhiệm vụ"])
]
BY_RATING = Condition(ConditionKind.RATING, band="Hoàn thành nhiệm vụ")
LOW_TTHC = Condition(ConditionKind.DOMAIN, domain="TTHC", below=75 * ONE)
LOW_DIGITAL = Condition(ConditionKind.DOMAIN, domain="CQĐT", below=75 * ONE)


def trigger(code: str, *conditions: Condition, **fields) -> Trigger:
    return Trigger(code, code, conditions=json.dumps([each.to_value() for each in conditions]), **fields)


def result(tthc: str = "20", digital: str = "20", rating: str = "", unit: Unit = COMMUNE) -> Result:
    scores = [Score(1, 9, second_points=points_of(tthc)), Score(2, 9, second_points=points_of(digital))]
    return Result(unit, rating, tally(TREE, scores))


def found(triggers, told: Result):
    return [(each.trigger, each.rating or each.percent) for each in reasons(triggers, told, BANDS)]


def test_under_three_quarters_owes_and_exactly_three_quarters_does_not():
    low = trigger("T2", LOW_TTHC)

    assert found([low], result("14,99")) == [("T2", Fraction(7495, 100))]
    assert found([low], result("15")) == []
    assert found([low], result("14,999999")) != []


@pytest.mark.parametrize(
    ("rating", "owes"),
    [
        ("Hoàn thành tốt nhiệm vụ", False),
        ("Hoàn thành nhiệm vụ", True),
        ("hoàn thành nhiệm vụ", True),
        ("Không hoàn thành nhiệm vụ", True),
        ("Chưa xếp loại", False),
        ("", False),
    ],
)
def test_a_band_or_a_lower_one_owes(rating, owes):
    assert bool(found([trigger("T1", BY_RATING)], result(rating=rating))) is owes


def test_a_lower_band_does_not_owe_where_the_office_switched_that_off():
    only = Condition(ConditionKind.RATING, band="Hoàn thành nhiệm vụ", or_lower=False)

    assert found([trigger("T1", only)], result(rating="Không hoàn thành nhiệm vụ")) == []
    assert found([trigger("T1", only)], result(rating="Hoàn thành nhiệm vụ")) == [("T1", "Hoàn thành nhiệm vụ")]


def test_two_domains_are_tested_each_or_both_together():
    either = trigger("T2", LOW_TTHC, LOW_DIGITAL)
    both = trigger("T2", LOW_TTHC, LOW_DIGITAL, join="all")

    assert len(found([either], result("14"))) == 1
    assert found([both], result("14")) == []
    assert len(found([both], result("14", "14"))) == 2


def test_kinds_of_units_that_are_not_asked_and_triggers_out_of_use_oblige_nobody():
    always = trigger("T4", Condition(ConditionKind.EVERYONE), duty=Duty.BREAKTHROUGH)
    room = Unit("NV", "Phòng Nội vụ", kind=UnitKind.ROOM)

    assert [each.duty for each in reasons([always], result(), BANDS)] == [Duty.BREAKTHROUGH]
    assert found([always], result(unit=room)) == []
    assert found([trigger("T4", Condition(ConditionKind.EVERYONE), is_active=0)], result()) == []


def test_any_lost_point_obliges_a_review_and_no_scores_oblige_to_nothing():
    loss = trigger("T5", Condition(ConditionKind.LOSS), duty=Duty.REVIEW)

    assert len(found([loss], result("19,999999"))) == 1
    assert found([loss], result()) == []
    assert found([loss, trigger("T2", LOW_TTHC)], Result(COMMUNE, "", None)) == []


DUE = date(2023, 4, 9)


def event(kind: EventKind, day: int, month: int = 4, **fields) -> Event:
    return Event(1, kind, date(2023, month, day), **fields)


def test_a_plan_goes_from_owed_to_closed_and_can_be_asked_for_any_day():
    plan = Plan(1, 1, 1, result_on=date(2023, 6, 1), closed_on=date(2023, 6, 20))
    events = [
        event(EventKind.REPORTED, 7, notation="15/KH-UBND"),
        event(EventKind.SENT_BACK, 11),
        event(EventKind.REPORTED, 14),
        event(EventKind.ACCEPTED, 17),
    ]
    days = {1: PlanState.OWED, 7: PlanState.SENT, 12: PlanState.TO_COMPLETE, 15: PlanState.SENT, 17: PlanState.ACCEPTED}

    assert {day: plan_state(plan, events, date(2023, 4, day)) for day in days} == days
    assert plan_state(plan, events, date(2023, 6, 1)) is PlanState.RESULT_REPORTED
    assert plan_state(plan, events, date(2023, 12, 31)) is PlanState.CLOSED


def test_a_plan_that_is_no_longer_owed_says_so():
    assert plan_state(Plan(1, 1, 1), [event(EventKind.RECALLED, 5)], DUE) is PlanState.RECALLED


def test_the_sending_that_counts_is_the_last_after_a_return_and_is_late_by_calendar_days():
    events = [event(EventKind.REPORTED, 7, notation="15/KH-UBND"), event(EventKind.REPORTED, 8)]
    again = [*events, event(EventKind.SENT_BACK, 10), event(EventKind.REPORTED, 14, notation="16/KH-UBND")]

    assert sending(events, DUE, DUE).notation == "15/KH-UBND"
    assert sending(events, DUE, DUE).days_late == 0
    told = sending(again, DUE, date(2023, 4, 30))
    assert (told.on, told.notation, told.days_late) == (date(2023, 4, 14), "16/KH-UBND", 5)
    assert sending([], DUE, DUE).on is None
