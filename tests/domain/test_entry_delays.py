"""How long a document waits at the desk, in the working days of Decree 30/2020."""

from datetime import date

import pytest

from district_desk.domain.directives import Directive, Source, Urgency, given_on
from district_desk.domain.entry_delays import Entry, Stage, late, waited

FRIDAY, MONDAY, TUESDAY, WEDNESDAY = date(2023, 4, 7), date(2023, 4, 10), date(2023, 4, 11), date(2023, 4, 12)


@pytest.mark.parametrize(
    ("entry", "days", "too_late"),
    [
        (Entry(1, FRIDAY, Urgency.NORMAL, FRIDAY, MONDAY, TUESDAY), (0, 1, 2), ()),
        (Entry(1, FRIDAY, Urgency.NORMAL, TUESDAY, TUESDAY, WEDNESDAY), (2, 2, 3), tuple(Stage)),
        (Entry(1, FRIDAY, Urgency.URGENT, FRIDAY, MONDAY, MONDAY), (0, 1, 1), (Stage.PASSED_ON,)),
        (Entry(1, FRIDAY, Urgency.NORMAL, FRIDAY, None, None), (0, 3, 3), (Stage.PASSED_ON, Stage.ASSIGNED)),
        (Entry(1, TUESDAY, Urgency.NORMAL, TUESDAY, None, None), (0, 1, 1), ()),
    ],
)
def test_steps_are_measured_in_working_days_from_arrival(calendar, entry, days, too_late):
    counted = waited(entry, calendar, WEDNESDAY)
    assert tuple(counted.values()) == days
    assert late(entry, counted, 2) == too_late


def test_a_step_done_later_than_the_day_asked_was_not_done_then(calendar):
    entry = Entry(1, FRIDAY, Urgency.NORMAL, FRIDAY, WEDNESDAY, WEDNESDAY)

    assert waited(entry, calendar, MONDAY)[Stage.PASSED_ON] == 1
    assert late(entry, waited(entry, calendar, MONDAY), 2) == ()


def test_the_office_s_own_measure_decides_when_work_is_given_late(calendar):
    days = waited(Entry(1, FRIDAY, Urgency.URGENT, FRIDAY, FRIDAY, TUESDAY), calendar, WEDNESDAY)

    assert [late(Entry(1, FRIDAY, Urgency.URGENT, FRIDAY, FRIDAY, TUESDAY), days, own) for own in (1, 2)] == [
        (Stage.ASSIGNED,), (),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("arrived", "issued", "entered", "today", "given"),
    [
        (date(2023, 4, 3), date(2023, 3, 30), date(2023, 4, 4), date(2023, 4, 4), date(2023, 4, 4)),
        (date(2023, 4, 3), date(2023, 3, 30), date(2023, 4, 4), date(2023, 6, 20), date(2023, 6, 20)),
        (date(2023, 4, 3), date(2023, 3, 30), date(2023, 6, 20), date(2023, 6, 21), date(2023, 4, 3)),
        (None, date(2023, 3, 30), date(2023, 6, 20), date(2023, 6, 20), date(2023, 3, 30)),
        (date(2023, 6, 20), date(2023, 3, 30), date(2023, 6, 20), date(2023, 6, 20), date(2023, 3, 30)),
        (None, None, date(2023, 6, 20), date(2023, 6, 20), date(2023, 6, 20)),
    ],
)
def test_work_is_given_today_but_that_of_old_papers_on_their_own_day(arrived, issued, entered, today, given):
    directive = Directive(Source.RECEIVED, arrived=arrived, issued=issued)

    assert given_on(directive, entered, today) == given
