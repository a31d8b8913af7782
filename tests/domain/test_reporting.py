"""The ways of counting of published reports (DOMAIN 4.5), out of rows made to match them."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import date, timedelta
from itertools import cycle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from district_desk.domain.assignments import Assignment, Event, EventKind, Role, State, standing
from district_desk.domain.directives import Source
from district_desk.domain.reporting import (
    Circle,
    Figures,
    Followed,
    Period,
    Share,
    Tier,
    belonging,
    circle_of,
    in_percent,
    in_thousands,
    tally,
    tier_of,
)
from district_desk.domain.units import UnitKind

LEVELS = ("UBTINH", "CTTINH", "UBOWN", "CTOWN", "PCTOWN", "TU", "")
NUMBERS = iter(range(1, 10_000_000))


def line(given, *, due=None, done=None, as_of, unit=1, level="UBOWN", accepted=None, recalled=None, role=Role.LEAD):
    """A line whose standing follows from its dated events, as in the office."""
    number = next(NUMBERS)
    events = [Event(number, EventKind.ACCEPTED, accepted or done, done, id=1)] if done else []
    if recalled:
        events.append(Event(number, EventKind.RECALLED, recalled, id=2))
    assignment = Assignment(1, number // 3, unit, role, given=given, due=due, id=number)
    stands = standing(assignment, events, as_of)
    return Followed(number, number // 3, unit, level, Source.RECEIVED, "", given, stands, accepted or stands.done)


def office(first: date, as_of: date, wanted: Figures) -> Iterator[Followed]:
    """So many tasks in each state, given and limited on days that go round the period."""
    days = cycle([first + timedelta(days=n) for n in range((as_of - first).days - 40)])
    levels = cycle(LEVELS)
    cases = [
        (wanted.in_time, 20, 15), (wanted.late, 10, 30), (wanted.no_due, None, 12),
        (wanted.running, 10_000, None), (wanted.overdue, 35, None), (wanted.running_no_due, None, None),
    ]  # fmt: skip
    for count, due, done in cases:
        for _ in range(count):
            day = next(days)
            yield line(
                day, due=day + timedelta(days=due) if due else None, done=day + timedelta(days=done) if done else None,
                as_of=as_of, level=next(levels), unit=next(NUMBERS) % 29,
            )  # fmt: skip


def counted(first, as_of, wanted, more=()):
    return tally([*office(first, as_of, wanted), *more], Period(first, as_of, as_of))


def test_hai_phong_to_the_end_of_august_2018_names_both_denominators():
    told = counted(date(2018, 1, 1), date(2018, 8, 31), Figures(4071, 3085, 2986, 1760, 258)).whole.given

    assert (in_thousands(told.total), in_thousands(told.done), told.open) == ("12.160", "10.142", 2018)
    assert in_percent(told.done_of_all) == "83,40%"
    assert [in_percent(told.of_done(part)) for part in (told.in_time, told.late, told.no_due)] == [
        "40,14%", "30,42%", "29,44%",
    ]  # fmt: skip
    assert (told.running, told.overdue) == (1760, 258)
    assert in_percent(told.overdue_of_all) == "2,12%"
    assert told.fallen_due == 7414
    assert in_percent(told.overdue_of_fallen_due) == "3,48%"


def test_hai_phong_over_ten_months_is_one_task_short_in_the_source_and_that_one_has_no_limit():
    told = counted(date(2018, 1, 1), date(2018, 10, 31), Figures(5266, 3991, 3862, 2065, 348, 1)).whole.given

    assert (told.total, told.done, told.open) == (15_533, 13_119, 2414)
    assert in_percent(told.done_of_all) == "84,46%"
    assert told.running + told.overdue == told.open - 1


def test_da_nang_2022_shares_all_and_tells_apart_what_was_carried_over():
    first, as_of = date(2022, 1, 1), date(2022, 7, 23)
    old = [
        line(date(2021, 5, 3), due=date(2021, 6, 1) if n < 20 else date(2023, 1, 1), as_of=as_of) for n in range(214)
    ]
    older = [line(date(2020, 5, 4), as_of=as_of) for _ in range(13)]
    told = counted(first, as_of, Figures(5361, 1111, 460, 1142, 208), [*old, *older])

    given, carried = told.whole.given, told.whole.carried
    assert (in_thousands(given.total), in_thousands(given.done), in_thousands(given.open)) == (
        "8.282",
        "6.932",
        "1.350",
    )
    assert [in_percent(given.of_all(part)) for part in (given.done, given.in_time, given.late, given.open)] == [
        "83,70%", "64,73%", "13,41%", "16,30%",
    ]  # fmt: skip
    assert in_percent(given.overdue_of_all) == "2,51%"
    assert {year: (each.total, each.overdue) for year, each in told.carried_by_year.items()} == {
        2020: (13, 0), 2021: (214, 20),
    }  # fmt: skip
    assert (carried.total, told.whole.together.total) == (227, 8509)


def test_quang_nam_2020_needs_the_days_by_which_a_task_is_late():
    first, as_of = date(2020, 1, 1), date(2020, 7, 6)
    long_late = [line(date(2020, 1, 6), due=date(2020, 2, 20), as_of=as_of) for _ in range(9)]
    lines = [*office(first, as_of, Figures(402, 120, 63, 67, 172)), *long_late]
    told = tally(lines, Period(first, as_of, as_of)).whole.given

    assert (told.total, told.done, told.running, told.overdue) == (833, 585, 67, 181)
    assert in_percent(told.done_of_all) == "70,23%"
    days = [each.standing.days_late for each in lines if each.standing.state is State.OVERDUE]
    assert sum(late > 120 for late in days) >= 9
    assert {each.standing.days_late for each in long_late} == {137}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 700), st.none() | st.integers(0, 400), st.none() | st.integers(0, 500),
                          st.integers(0, 40), st.sampled_from(LEVELS), st.integers(1, 4)), max_size=40))  # fmt: skip
def test_every_way_of_dividing_gives_the_same_whole(cases):
    as_of, begin = date(2023, 12, 31), date(2022, 1, 1)
    lines = []
    for after, due, done, wait, level, unit in cases:
        day = begin + timedelta(days=after)
        finished = day + timedelta(days=done) if done is not None else None
        lines.append(line(
            day, due=day + timedelta(days=due) if due is not None else None, done=finished,
            accepted=finished + timedelta(days=wait) if finished else None, as_of=as_of, level=level, unit=unit,
        ))  # fmt: skip
    told = tally(lines, Period(date(2023, 1, 1), as_of, as_of))

    for parts in (told.by_unit, told.by_tier, told.by_level, told.by_source, told.by_person):
        assert sum((part.together for part in parts.values()), Figures()) == told.whole.together
    assert sum(told.carried_by_year.values(), Figures()) == told.whole.carried
    both = told.whole.together
    assert (
        both.total == sum(getattr(both, field.name) for field in fields(Figures)) == len(belonging(lines, told.period))
    )


def test_a_task_done_before_the_period_is_in_neither_part():
    as_of, first = date(2023, 12, 31), date(2023, 6, 1)
    early, wait = date(2023, 5, 3), date(2023, 5, 20)
    done_before = line(early, done=wait, as_of=as_of)
    accepted_within = line(early, done=wait, accepted=date(2023, 6, 2), as_of=as_of)
    still_open = line(early, as_of=as_of)
    given_later = line(date(2024, 1, 1), as_of=as_of)

    told = tally([done_before, accepted_within, still_open, given_later], Period(first, as_of, as_of)).whole

    assert (told.given.total, told.carried.done, told.carried.open) == (0, 1, 1)


def test_recalled_lines_are_counted_beside_the_totals_and_informed_ones_not_at_all():
    as_of, day = date(2023, 6, 30), date(2023, 6, 5)
    lines = [line(day, as_of=as_of), line(day, as_of=as_of, recalled=date(2023, 6, 8)),
             line(day, as_of=as_of, role=Role.INFORM)]  # fmt: skip
    told = tally(lines, Period(date(2023, 6, 1), as_of, as_of)).whole

    assert (told.together.total, told.recalled) == (1, 1)


@pytest.mark.parametrize(("level", "tier"), [
    ("UBTINH", Tier.UPPER), ("CTTINH", Tier.UPPER), ("UBOWN", Tier.OWN), ("CTOWN", Tier.OWN), ("TU", Tier.OTHER),
    ("", Tier.OTHER), ("RIÊNG", Tier.OTHER),
])  # fmt: skip
def test_the_two_parts_of_the_report_follow_the_assigning_level(level, tier):
    assert tier_of(level) is tier


def test_every_kind_of_unit_has_its_group():
    groups = {kind: circle_of(kind) for kind in UnitKind}
    assert groups[UnitKind.ROOM] is Circle.ROOMS
    assert groups[UnitKind.SERVICE] is Circle.SERVICES
    assert groups[UnitKind.SECTOR] is groups[UnitKind.MASS] is Circle.OTHERS
    assert groups[UnitKind.COMMUNE] is groups[UnitKind.TOWNSHIP] is groups[UnitKind.VILLAGE] is Circle.LOWER


@pytest.mark.parametrize(("share", "written"), [
    (Share(1, 3), "33,33%"), (Share(2, 3), "66,67%"), (Share(1, 8), "12,50%"), (Share(1, 800), "0,13%"),
    (Share(5, 5), "100,00%"), (Share(0, 5), "0,00%"), (Share(0, 0), "–"),
])  # fmt: skip
def test_a_share_is_rounded_only_when_it_is_written(share, written):
    assert in_percent(share) == written


def test_thousands_are_parted_by_dots():
    assert [in_thousands(count) for count in (7, 999, 1000, 1_234_567)] == ["7", "999", "1.000", "1.234.567"]
