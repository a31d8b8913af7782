"""The life of a line: its events add up on any day (DOMAIN 4.4), and what cannot be is named."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from district_desk.domain.assignments import Assignment, Event, EventKind, Overlay, Role, State, is_given, standing
from district_desk.domain.calendar import WorkCalendar
from district_desk.domain.follow_up import (
    OPEN,
    DayFault,
    ExtensionFault,
    Obstacle,
    day_fault,
    extension_fault,
    is_carried_over,
    life,
    next_ordinal,
    obstacle,
    return_by,
)

GIVEN, DUE = date(2023, 4, 3), date(2023, 4, 14)
LINE = Assignment(1, 1, 1, given=GIVEN, due=DUE)
K = EventKind


def on(number: int) -> date:
    """A day of April 2023."""
    return date(2023, 4, number)


def told(*steps: tuple[EventKind, int], **fields: object) -> list[Event]:
    """Events in the order in which they were written down."""
    return [Event(1, kind, on(day), id=number, **fields) for number, (kind, day) in enumerate(steps, 1)]


@pytest.mark.parametrize(
    ("steps", "as_of", "state", "marks"),
    [
        ([(K.REPORTED, 10)], 12, State.RUNNING, {Overlay.AWAITING}),
        ([(K.REPORTED, 14), (K.ACCEPTED, 20)], 19, State.OVERDUE, {Overlay.AWAITING}),
        ([(K.REPORTED, 14), (K.ACCEPTED, 20)], 20, State.DONE_IN_TIME, set()),
        ([(K.REPORTED, 10), (K.SENT_BACK, 12)], 12, State.RUNNING, {Overlay.REDO}),
        ([(K.REPORTED, 10), (K.SENT_BACK, 12), (K.REPORTED, 17), (K.ACCEPTED, 18)], 18, State.DONE_LATE, set()),
        ([(K.ACCEPTED, 10), (K.SENT_BACK, 12)], 30, State.OVERDUE, {Overlay.REDO}),
        ([(K.SUSPENDED, 5)], 17, State.OVERDUE, {Overlay.SUSPENDED}),
        ([(K.SUSPENDED, 5), (K.RESUMED, 10)], 12, State.RUNNING, set()),
        ([(K.RETURNED, 4)], 5, State.RUNNING, {Overlay.RETURNED}),
        ([(K.RETURNED, 4), (K.SENT_BACK, 5)], 5, State.RUNNING, set()),
        ([(K.RETURNED, 4), (K.HANDED_OVER, 5)], 5, State.RUNNING, set()),
        ([(K.RETURNED, 4), (K.REASSIGNED, 6)], 5, State.RUNNING, {Overlay.RETURNED}),
        ([(K.RETURNED, 4), (K.REASSIGNED, 6)], 6, State.RECALLED, {Overlay.RETURNED, Overlay.REASSIGNED}),
        ([(K.RECALLED, 6)], 6, State.RECALLED, {Overlay.RECALLED}),
        ([(K.PROGRESS, 6), (K.REMINDED, 17), (K.HANDED_OVER, 4)], 17, State.OVERDUE, set()),
    ],
)
def test_a_story_makes_a_state_and_what_is_said_beside_it(steps, as_of, state, marks):
    stands = standing(LINE, told(*steps), on(as_of))

    assert (stands.state, stands.marks) == (state, marks)


def test_a_result_counts_on_the_day_of_the_report_once_it_is_accepted():
    stands = standing(LINE, told((K.REPORTED, 14), (K.ACCEPTED, 20)), on(30))

    assert (stands.done, stands.closed, stands.reported, stands.days_late) == (DUE, on(20), None, 0)


def test_days_late_are_counted_in_calendar_and_in_working_days(calendar):
    stands = standing(LINE, [], date(2023, 5, 4))

    assert (stands.days_late, stands.working_days_late(calendar)) == (20, 11)
    assert standing(LINE, [], DUE).working_days_late(calendar) == 0
    assert standing(replace(LINE, due=None), [], DUE).working_days_late(calendar) == 0


def test_near_due_is_said_of_running_lines_only():
    assert standing(LINE, [], on(12)).overlays(on(17)) == (Overlay.NEAR_DUE,)
    assert standing(LINE, [], on(10)).overlays(on(13)) == ()
    assert standing(LINE, [], on(17)).overlays(on(20)) == ()
    assert standing(LINE, told((K.REPORTED, 11)), on(12)).overlays(on(17)) == (Overlay.NEAR_DUE, Overlay.AWAITING)


def test_suspended_days_move_no_due_date_and_an_extension_does():
    steps = told((K.SUSPENDED, 5), (K.RESUMED, 13))
    extended = [*steps, Event(1, K.EXTENDED, on(13), new_due=on(25), id=9)]

    assert standing(LINE, steps, on(15)).due == DUE
    assert standing(LINE, extended, on(15)).due == on(25)
    assert standing(LINE, extended, on(12)).due == DUE


DAYS = st.dates(date(2023, 1, 1), date(2023, 12, 31))
EVENTS = st.lists(
    st.builds(Event, st.just(1), st.sampled_from(EventKind), DAYS, st.none() | DAYS, st.none() | DAYS,
              ordinal=st.integers(0, 9), id=st.integers(1, 999)),
    max_size=10, unique_by=lambda event: event.id,
)  # fmt: skip
LINES = st.builds(
    Assignment, st.just(1), st.just(1), st.just(1), st.sampled_from(Role), given=st.none() | DAYS, due=st.none() | DAYS
)
SIX = {State.DONE_IN_TIME, State.DONE_LATE, State.DONE_NO_DUE, State.RUNNING, State.OVERDUE, State.RUNNING_NO_DUE}


@given(st.lists(st.tuples(LINES, EVENTS), max_size=12), DAYS)
def test_the_total_is_the_sum_of_the_six_states_on_every_day(work, as_of):
    there = [standing(line, events, as_of) for line, events in work if is_given(line, as_of)]
    total = [each for each in there if each.state not in (State.RECALLED, State.INFORMED)]

    assert sum(sum(each.state is state for each in total) for state in SIX) == len(total)
    for each in there:
        assert (each.state is State.RECALLED) == bool(each.marks & {Overlay.RECALLED, Overlay.REASSIGNED})
        assert (each.done is None) == (each.closed is None)
        assert (Overlay.AWAITING not in each.marks) or each.reported is not None


@given(LINES, EVENTS, DAYS)
def test_carried_over_is_what_was_given_before_a_period_and_open_when_it_began(line, events, start):
    eve = start - timedelta(days=1)
    known = [event for event in events if event.on < start]
    carried = is_carried_over(line, events, start)

    assert carried == is_carried_over(line, known, start)
    if carried:
        assert line.given < start
        assert life(line, events, eve).is_open
    elif line.given and line.given < start:
        assert standing(line, events, eve).state not in OPEN


@given(LINES, EVENTS, DAYS)
def test_unanswered_reminders_are_those_since_the_unit_last_spoke(line, events, as_of):
    story = life(line, events, as_of)
    spoken = [each for each in story.events if each.kind in (K.PROGRESS, K.REPORTED, K.RETURNED)]

    assert set(story.unanswered) <= set(story.reminders)
    if not story.is_open:
        assert story.unanswered == ()
    for each in story.unanswered:
        assert all((each.on, each.id) > (word.on, word.id) for word in spoken)


@given(EVENTS)
def test_the_next_reminder_has_an_ordinal_that_none_had_before(events):
    used = [event.ordinal for event in events if event.kind is K.REMINDED]

    assert next_ordinal(events) > max(used, default=0)
    assert next_ordinal(events) > len(used)


def test_a_reminder_taken_from_the_record_of_an_earlier_version_counts_too():
    assert next_ordinal([]) == 1
    assert next_ordinal(told((K.REMINDED, 5), (K.REMINDED, 6))) == 3
    assert next_ordinal(told((K.REMINDED, 5), ordinal=4)) == 5


def test_what_is_not_a_units_function_goes_back_within_a_working_day_of_taking_it_over(calendar):
    friday = Assignment(1, 1, 1, given=on(28))

    assert return_by(life(friday, [], on(28)), calendar, 1) == date(2023, 5, 4)
    assert return_by(life(LINE, told((K.HANDED_OVER, 6)), on(10)), WorkCalendar(), 1) == on(7)
    assert return_by(life(Assignment(1, 1, 1), [], on(28)), calendar, 1) is None


@pytest.mark.parametrize(
    ("steps", "kind", "expected"),
    [
        ([(K.ACCEPTED, 5)], K.PROGRESS, Obstacle.CLOSED),
        ([(K.ACCEPTED, 5)], K.EXTENDED, Obstacle.CLOSED),
        ([(K.ACCEPTED, 5)], K.SENT_BACK, None),
        ([(K.ACCEPTED, 5)], K.RECALLED, None),
        ([(K.RECALLED, 5)], K.SENT_BACK, Obstacle.RECALLED),
        ([(K.REASSIGNED, 5)], K.REMINDED, Obstacle.RECALLED),
        ([(K.REPORTED, 5)], K.REPORTED, Obstacle.AWAITING),
        ([(K.REPORTED, 5)], K.REMINDED, Obstacle.AWAITING),
        ([(K.REPORTED, 5)], K.ACCEPTED, None),
        ([], K.SENT_BACK, Obstacle.NOT_REPORTED),
        ([(K.RETURNED, 5)], K.SENT_BACK, None),
        ([(K.RETURNED, 5)], K.RETURNED, Obstacle.RETURNED),
        ([(K.RETURNED, 5)], K.REMINDED, Obstacle.RETURNED),
        ([(K.SUSPENDED, 5)], K.SUSPENDED, Obstacle.SUSPENDED),
        ([(K.SUSPENDED, 5)], K.REMINDED, Obstacle.SUSPENDED),
        ([(K.SUSPENDED, 5)], K.RESUMED, None),
        ([], K.RESUMED, Obstacle.NOT_SUSPENDED),
        ([(K.HANDED_OVER, 5)], K.HANDED_OVER, Obstacle.HANDED_OVER),
        ([(K.HANDED_OVER, 5), (K.RETURNED, 5)], K.HANDED_OVER, None),
        ([], K.REMINDED, None),
    ],
)
def test_a_step_that_cannot_be_is_named(steps, kind, expected):
    assert obstacle(kind, life(LINE, told(*steps), date.max)) is expected


def test_a_line_only_for_information_owes_nothing():
    informed = life(replace(LINE, role=Role.INFORM), [], date.max)

    assert obstacle(K.REMINDED, informed) is Obstacle.INFORMED
    assert obstacle(K.HANDED_OVER, informed) is None


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (Event(1, K.PROGRESS, on(21)), (DayFault.FUTURE, on(21), on(20))),
        (Event(1, K.PROGRESS, on(20), dated=on(25)), (DayFault.FUTURE, on(25), on(20))),
        (Event(1, K.PROGRESS, date(2023, 3, 29)), (DayFault.BEFORE_DOCUMENT, date(2023, 3, 29), date(2023, 3, 30))),
        (Event(1, K.REPORTED, on(10), dated=date(2023, 1, 2)), (DayFault.BEFORE_DOCUMENT, date(2023, 1, 2), date(2023, 3, 30))),
        (Event(1, K.PROGRESS, on(2)), (DayFault.BEFORE_GIVEN, on(2), GIVEN)),
        (Event(1, K.ACCEPTED, on(9)), (DayFault.BEFORE_LAST, on(9), on(10))),
        (Event(1, K.ACCEPTED, on(10)), None),
        (Event(1, K.PROGRESS, on(4)), None),
        (Event(1, K.EXTENDED, on(4), new_due=on(28)), None),
    ],
)  # fmt: skip
def test_a_day_that_cannot_be_is_named_with_what_bounds_it(event, expected):
    assert day_fault(event, life(LINE, told((K.REPORTED, 10)), date.max), date(2023, 3, 30), on(20)) == expected


@pytest.mark.parametrize(
    ("line", "new_due", "granted", "expected"),
    [
        (LINE, on(13), 10, ExtensionFault.SHORTENS),
        (LINE, DUE, 10, ExtensionFault.SHORTENS),
        (LINE, on(17), 18, ExtensionFault.PASSED),
        (LINE, on(28), 10, None),
        (LINE, on(30), 10, ExtensionFault.TOO_LONG),
        (replace(LINE, due=None), on(28), 10, ExtensionFault.NO_DUE),
    ],
)
def test_an_extension_never_shortens_and_has_a_limit(line, new_due, granted, expected):
    event = Event(1, K.EXTENDED, on(granted), new_due=new_due)

    assert extension_fault(event, life(line, [], date.max), times=2, days=15) is expected


def test_a_line_is_extended_so_often_and_no_more():
    granted = [Event(1, K.EXTENDED, on(day), new_due=on(day + 12), id=day) for day in (10, 11)]
    third = Event(1, K.EXTENDED, on(12), new_due=on(29))

    assert extension_fault(third, life(LINE, granted, date.max), times=2, days=0) is ExtensionFault.TOO_OFTEN
    assert extension_fault(third, life(LINE, granted, date.max), times=0, days=0) is None
