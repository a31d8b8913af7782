"""What fell due while nobody looked is told until it is known, on each machine for each office."""

from datetime import date, datetime

import pytest

from district_desk.desk import last_look
from district_desk.desk.assigning import assign_as_read


@pytest.fixture
def given(desk, enter, directive):
    """Lines due on 14, 19 and 27/4/2023, given on the 3rd."""
    assign_as_read(desk, enter(directive).directive_id)
    last_look.settings_file().unlink(missing_ok=True)


def _on(desk, day):
    desk.clock = lambda: datetime(2023, 4, day, 7, 45)


def test_nobody_is_told_at_the_first_look_nor_on_the_next_day(desk, given):
    assert last_look.missed_at_start(desk) == last_look.Missed(None)
    assert last_look.last_known(desk) == date(2023, 4, 3)
    _on(desk, 4)
    assert last_look.missed_at_start(desk) == last_look.Missed(None)
    assert last_look.last_known(desk) == date(2023, 4, 4)


def test_after_days_off_what_fell_due_is_told_until_it_is_known(desk, given):
    last_look.know(desk)
    _on(desk, 20)
    told = last_look.missed_at_start(desk)
    assert told == last_look.Missed(date(2023, 4, 3), 18)
    assert last_look.missed_at_start(desk) == told

    last_look.know(desk)
    assert last_look.missed_at_start(desk) == last_look.Missed(None)
    assert last_look.last_known(desk) == date(2023, 4, 20)


def test_a_night_through_which_the_machine_runs_teaches_nobody(desk, given):
    _on(desk, 13)
    last_look.know(desk)
    for night in (14, 15, 16):
        _on(desk, night)
        last_look.missed(desk)
    assert last_look.missed(desk) == last_look.Missed(date(2023, 4, 13), 1)


@pytest.mark.parametrize("words", ["", "[1]", '{"x": 3', "ngày"])
def test_a_file_that_cannot_be_read_costs_only_the_look_back(desk, given, words):
    path = last_look.settings_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, "utf-8")
    assert last_look.missed_at_start(desk) == last_look.Missed(None)
    assert last_look.last_known(desk) == date(2023, 4, 3)
