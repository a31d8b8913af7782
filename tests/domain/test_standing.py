"""What became of an assignment at a date (DOMAIN 4.4), and how clear it is (DOMAIN 4.2)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from district_desk.domain.assignments import (
    Assignment,
    Clarity,
    Event,
    EventKind,
    Role,
    State,
    clearness,
    standing,
)
from district_desk.domain.due import DueKind, DueRule, Frequency
from district_desk.domain.items import Item

DUE = date(2023, 4, 9)
LINE = Assignment(1, 1, 1, due=DUE)
NO_DUE = Assignment(1, 1, 1)


def accepted(on, counts_on=None, event_id=1):
    return Event(1, EventKind.ACCEPTED, on, counts_on, id=event_id)


@pytest.mark.parametrize(
    ("line", "events", "as_of", "state"),
    [
        (LINE, [accepted(DUE)], date(2023, 5, 1), State.DONE_IN_TIME),
        (LINE, [accepted(DUE + timedelta(1))], date(2023, 5, 1), State.DONE_LATE),
        (LINE, [accepted(date(2023, 4, 12), counts_on=DUE)], date(2023, 5, 1), State.DONE_IN_TIME),
        (NO_DUE, [accepted(DUE)], date(2023, 5, 1), State.DONE_NO_DUE),
        (LINE, [], DUE, State.RUNNING),
        (LINE, [], DUE + timedelta(1), State.OVERDUE),
        (NO_DUE, [], date(2030, 1, 1), State.RUNNING_NO_DUE),
        (LINE, [Event(1, EventKind.REPORTED, DUE)], DUE + timedelta(1), State.OVERDUE),
        (LINE, [accepted(DUE), Event(1, EventKind.SENT_BACK, DUE + timedelta(1))], DUE + timedelta(2), State.OVERDUE),
        (LINE, [Event(1, EventKind.RECALLED, DUE)], DUE + timedelta(5), State.RECALLED),
        (replace(LINE, role=Role.INFORM), [], DUE + timedelta(5), State.INFORMED),
        (
            LINE, [Event(1, EventKind.EXTENDED, DUE, new_due=date(2023, 4, 20))], date(2023, 4, 20), State.RUNNING,
        ),
        (
            LINE, [Event(1, EventKind.EXTENDED, DUE, new_due=date(2023, 4, 20))], date(2023, 4, 21), State.OVERDUE,
        ),
    ],
)  # fmt: skip
def test_the_state_follows_from_the_events(line, events, as_of, state):
    assert standing(line, events, as_of).state is state


def test_a_list_drawn_as_of_an_earlier_day_does_not_know_what_came_later():
    events = [accepted(date(2023, 4, 12))]
    assert standing(LINE, events, date(2023, 4, 11)).state is State.OVERDUE
    assert standing(LINE, events, date(2023, 4, 12)).state is State.DONE_LATE


def test_days_late_are_counted_to_the_day_it_was_done_or_to_the_day_asked():
    assert standing(LINE, [accepted(date(2023, 4, 12))], date(2023, 5, 1)).days_late == 3
    assert standing(LINE, [], date(2023, 4, 14)).days_late == 5
    assert standing(LINE, [accepted(date(2023, 4, 1))], date(2023, 5, 1)).days_late == 0
    assert standing(NO_DUE, [], date(2023, 5, 1)).days_late == 0


DAYS = st.dates(date(2023, 1, 1), date(2023, 12, 31))
EVENTS = st.lists(
    st.builds(
        Event,
        st.just(1),
        st.sampled_from(EventKind),
        DAYS,
        st.none() | DAYS,
        st.none() | DAYS,
        id=st.integers(1, 999),
    ),
    max_size=8,
    unique_by=lambda event: event.id,
)
LINES = st.builds(Assignment, st.just(1), st.just(1), st.just(1), st.sampled_from(Role), due=st.none() | DAYS)
TOTALS = {
    State.DONE_IN_TIME, State.DONE_LATE, State.DONE_NO_DUE, State.RUNNING, State.OVERDUE, State.RUNNING_NO_DUE,
}  # fmt: skip


@given(st.lists(st.tuples(LINES, EVENTS), max_size=12), DAYS)
def test_the_six_states_add_up_to_what_counts(work, as_of):
    stands = [(line, standing(line, events, as_of)) for line, events in work]
    counted = [each for line, each in stands if each.state not in (State.RECALLED, State.INFORMED)]
    assert sum(sum(1 for each in counted if each.state is state) for state in TOTALS) == len(counted)


@given(LINES, EVENTS, DAYS)
def test_each_state_means_what_its_definition_says(line, events, as_of):
    now = standing(line, events, as_of)
    meaning = {
        State.DONE_IN_TIME: now.done is not None and now.due is not None and now.done <= now.due,
        State.DONE_LATE: now.done is not None and now.due is not None and now.done > now.due,
        State.DONE_NO_DUE: now.done is not None and now.due is None,
        State.RUNNING: now.done is None and now.due is not None and as_of <= now.due,
        State.OVERDUE: now.done is None and now.due is not None and as_of > now.due,
        State.RUNNING_NO_DUE: now.done is None and now.due is None,
    }
    if now.state in TOTALS:
        assert [state for state, holds in meaning.items() if holds] == [now.state]
    assert now.days_late >= 0


@given(LINES, EVENTS, DAYS)
def test_the_order_in_which_events_were_written_down_does_not_matter(line, events, as_of):
    assert standing(line, events, as_of) == standing(line, list(reversed(events)), as_of)


@given(LINES, EVENTS, DAYS, DAYS)
def test_what_happens_after_the_day_asked_changes_nothing(line, events, as_of, later):
    known = [event for event in events if event.on <= as_of]
    more = [event for event in events if event.on > max(as_of, later)]
    assert standing(line, known, as_of) == standing(line, known + more, as_of)


CLEAR_ITEM = Item(1, text="Báo cáo kết quả", due=DUE, product="báo cáo", decider="Chủ tịch UBND huyện")
CLEAR_LINE = Assignment(1, 1, 1, person="Trưởng phòng Nội vụ")


def test_six_fields_make_an_assignment_clear():
    assert clearness(CLEAR_ITEM, [CLEAR_LINE]).lacking == ()


@pytest.mark.parametrize(
    ("item", "lines", "lacking"),
    [
        (replace(CLEAR_ITEM, product=""), [CLEAR_LINE], (Clarity.PRODUCT,)),
        (replace(CLEAR_ITEM, decider=""), [CLEAR_LINE], (Clarity.AUTHORITY,)),
        (replace(CLEAR_ITEM, text="  "), [CLEAR_LINE], (Clarity.WORK,)),
        (replace(CLEAR_ITEM, due=None), [CLEAR_LINE], (Clarity.TIME,)),
        (CLEAR_ITEM, [replace(CLEAR_LINE, person="")], (Clarity.PERSON,)),
        (CLEAR_ITEM, [], (Clarity.PERSON, Clarity.DUTY)),
        (CLEAR_ITEM, [replace(CLEAR_LINE, role=Role.SUPPORT)], (Clarity.PERSON, Clarity.DUTY)),
        (CLEAR_ITEM, [CLEAR_LINE, replace(CLEAR_LINE, unit_id=2, person="")], (Clarity.PERSON,)),
        (Item(1), [], tuple(Clarity)),
    ],
)
def test_what_is_lacking_is_named_in_the_order_of_the_formula(item, lines, lacking):
    assert clearness(item, lines).lacking == lacking


def test_a_date_or_a_product_set_for_every_lead_unit_counts_for_the_item():
    item = replace(CLEAR_ITEM, due=None, product="")
    line = replace(CLEAR_LINE, due=DUE, product="báo cáo")
    assert clearness(item, [line, replace(line, unit_id=2)]).lacking == ()
    assert clearness(item, [line, replace(line, unit_id=2, due=None)]).lacking == (Clarity.TIME,)


@pytest.mark.parametrize(
    "rule", [DueRule(DueKind.STANDING), DueRule(DueKind.PERIODIC, frequencies=(Frequency.MONTHLY,))]
)
def test_standing_and_recurring_work_is_clear_without_a_date(rule):
    assert clearness(replace(CLEAR_ITEM, due=None, rule=rule.to_text()), [CLEAR_LINE]).lacking == ()
