"""The calendar of the reform year: days for the scored year, what is late, ticks that keep to their year."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from district_desk.desk.keeping import undo
from district_desk.desk.reform.year import StepState, keep_steps, tick_step, untick_step, year_steps
from district_desk.desk.sentences import done_label, sentence_of
from district_desk.domain.periodic_reports import CycleStep
from district_desk.domain.problems import BadValue, MissingField


def kept(desk):
    return [each.step for each in year_steps(desk, 2022)]


def test_the_shipped_steps_have_their_days_for_the_scored_year_and_are_examples(desk):
    steps = year_steps(desk, 2022)
    assert [each.day for each in steps][:2] == [date(2022, 12, 1), date(2023, 1, 10)]
    assert all(each.step.is_example for each in steps)


def test_late_near_and_to_come_as_of_a_day(desk):
    desk.clock = lambda: datetime(2023, 4, 6, 8)
    states = {f"{each.day:%d/%m}": (each.state, each.days_late) for each in year_steps(desk, 2022)}
    assert states["30/03"] == (StepState.LATE, 7)
    assert states["09/04"] == (StepState.NEAR, 0)
    assert {each.state for each in year_steps(desk, 2024)} == {StepState.TO_COME}
    assert year_steps(desk, 2022)[-1].last_working == date(2023, 4, 7)


def test_a_tick_counts_for_its_year_and_can_be_taken_back(desk):
    step = kept(desk)[0]
    tick_step(desk, step.id, 2021)
    assert done_label(tick_step(desk, step.id, 2022)) == f"Đã đánh dấu xong: {step.title}"
    assert year_steps(desk, 2022)[0].state is StepState.DONE
    assert year_steps(desk, 2023)[0].state is not StepState.DONE
    untick_step(desk, step.id, 2022)
    assert year_steps(desk, 2022)[0].state is StepState.LATE
    assert year_steps(desk, 2021)[0].state is StepState.DONE


def test_an_earlier_year_ticked_later_takes_nothing_away(desk):
    step = kept(desk)[0]
    tick_step(desk, step.id, 2022)
    assert not tick_step(desk, step.id, 2021)
    assert year_steps(desk, 2022)[0].state is StepState.DONE


def test_steps_are_added_reordered_and_dropped_in_one_operation(desk):
    first, second, *rest = kept(desk)
    keep_steps(desk, [second, CycleStep("Họp rà soát", "02-15", 1), first, *rest[1:]])
    assert [step.title for step in kept(desk)[:3]] == [second.title, "Họp rà soát", first.title]
    assert rest[0].title not in [step.title for step in kept(desk)]
    undo(desk)
    assert kept(desk) == [first, second, *rest]


@pytest.mark.parametrize("day", ["13-01", "-12-15", "+01-05", "10/01", ""])
def test_a_day_that_is_none_is_refused_with_a_sentence(desk, day):
    steps = kept(desk)
    with pytest.raises(BadValue) as refused:
        keep_steps(desk, [replace(steps[0], month_day=day), *steps[1:]])
    assert "ngày/tháng" in sentence_of(refused.value)
    assert kept(desk) == steps


def test_a_step_needs_a_name(desk):
    with pytest.raises(MissingField) as refused:
        keep_steps(desk, [CycleStep("", "02-15")])
    assert "tên mốc" in sentence_of(refused.value)
