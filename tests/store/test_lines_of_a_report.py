"""The lines that a report counts agree with the one rule of the domain, on any day and for any period."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest

from district_desk.domain.assignments import Assignment, Event, EventKind, Role, State, standing
from district_desk.domain.directives import Source
from district_desk.domain.reporting import EVERYTHING, Period, Scope, belonging, tally, tally_of

FIRST = date(2023, 1, 1)


@pytest.fixture
def year(clerk):
    """Sixty lines given over fourteen months, with results, extensions, returns and recalls on any later day."""
    random = Random(7)
    directive = clerk.directive()
    item, unit = clerk.item(directive), clerk.unit()
    with clerk.writing() as writing:
        for number in range(60):
            given = date(2022, 10, 1) + timedelta(days=random.randrange(420))
            line = writing.put(Assignment(
                item.id, directive.id, unit.id, Role.LEAD if number % 9 else Role.SUPPORT, given=given,
                due=random.choice((None, given + timedelta(days=random.randrange(90)))),
            ))  # fmt: skip
            for _ in range(random.randrange(4)):
                on = given + timedelta(days=random.randrange(150))
                kind = random.choice((EventKind.ACCEPTED, EventKind.SENT_BACK, EventKind.EXTENDED, EventKind.RECALLED,
                                      EventKind.ACCEPTED, EventKind.PROGRESS))  # fmt: skip
                counts = on - timedelta(days=random.randrange(9)) if kind is EventKind.ACCEPTED else None
                new_due = on + timedelta(days=20) if kind is EventKind.EXTENDED else None
                writing.put(Event(line.id, kind, on, counts_on=counts, new_due=new_due))


@pytest.mark.parametrize("as_of", [date(2023, 1, 31), date(2023, 6, 30), date(2023, 12, 31), date(2024, 6, 1)])
def test_each_line_stands_as_its_events_say(store, year, as_of):
    reader, period = store.reading(), Period(FIRST, as_of, as_of)

    found = {line.assignment_id: line for line in belonging(reader.followed(period, EVERYTHING), period)}

    assert found
    for line in reader.find(Assignment):
        events = reader.find(Event, assignment_id=line.id)
        stands, eve = standing(line, events, as_of), standing(line, events, FIRST - timedelta(days=1))
        if line.role is not Role.LEAD or line.given > as_of:
            assert line.id not in found
        elif line.given >= FIRST or eve.state in (State.RUNNING, State.OVERDUE, State.RUNNING_NO_DUE):
            told = found[line.id].standing
            assert (told.state, told.due, told.done) == (stands.state, stands.due, stands.done)


def test_what_lies_in_the_bin_is_not_reported(store, clerk):
    directive = clerk.directive()
    clerk.line(clerk.item(directive), clerk.unit(), given=FIRST)
    period = Period(FIRST, date(2023, 12, 31), date(2023, 12, 31))
    assert tally(store.reading().followed(period, EVERYTHING), period).whole.given.total == 1

    with clerk.writing("put_in_bin") as writing:
        writing.put(replace(directive, binned_on=FIRST))

    assert tally(store.reading().followed(period, EVERYTHING), period).whole.given.total == 0
    assert store.reading().counted(period, EVERYTHING) == ({}, 0)


@pytest.mark.parametrize("as_of", [date(2023, 1, 31), date(2023, 6, 30), date(2024, 6, 1)])
def test_figures_counted_by_kind_are_those_of_the_lines(store, year, as_of):
    reader, period = store.reading(), Period(FIRST, as_of, as_of)

    counted = tally_of(*reader.counted(period, EVERYTHING), period)

    assert counted == tally(reader.followed(period, EVERYTHING), period)
    assert counted.whole.carried.total > 0


def test_a_report_on_a_part_reads_that_part_alone(store, clerk):
    directive, other = clerk.directive(assigning_level="CTOWN"), clerk.directive(source=Source.MEETING)
    unit = clerk.unit()
    mine = clerk.line(clerk.item(directive), unit, given=FIRST, person="An")
    theirs = clerk.line(clerk.item(other), clerk.unit("U2"), given=FIRST)
    reader, period = store.reading(), Period(FIRST, FIRST, FIRST)
    for scope, line in (
        (Scope(unit_ids=(unit.id,)), mine), (Scope(levels=("CTOWN", "UBTINH")), mine), (Scope(person="An"), mine),
        (Scope(sources=(Source.MEETING, Source.SPOKEN)), theirs),
    ):  # fmt: skip
        assert [each.assignment_id for each in reader.followed(period, scope)] == [line.id]
        assert sum(reader.counted(period, scope)[0].values()) == 1
    assert reader.followed(period, Scope(unit_ids=(unit.id,), sources=(Source.MEETING,))) == []


def test_events_are_read_for_many_lines_at_once(store, year):
    reader = store.reading()
    lines = [line.id for line in reader.find(Assignment)]

    events = reader.events_of(lines)

    assert {one: len(each) for one, each in events.items()} == {
        one: count for one in lines if (count := len(reader.find(Event, assignment_id=one)))
    }
