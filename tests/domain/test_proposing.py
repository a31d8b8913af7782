"""What is proposed for a unit follows the office's own numbers (DOMAIN 4.6 F6)."""

import pytest

from district_desk.domain.office import is_setting
from district_desk.domain.proposing import Merit, ProposalHabits, merit_of
from district_desk.domain.reporting import Figures


@pytest.mark.parametrize(("in_time", "from_", "merit"), [(4, 5, None), (5, 5, Merit.PRAISED), (4, 4, Merit.PRAISED)])
def test_praise_begins_at_the_office_s_number(in_time, from_, merit):
    assert merit_of(Figures(in_time=in_time), 0, ProposalHabits(from_, 2)) is merit


def test_one_late_result_forbids_praise():
    assert merit_of(Figures(in_time=9, late=1), 0, ProposalHabits(5, 2)) is None


@pytest.mark.parametrize(("reminders", "after", "merit"), [
    (1, 2, Merit.REMINDED), (2, 2, Merit.ACCOUNTABLE), (2, 3, Merit.REMINDED), (0, 0, Merit.ACCOUNTABLE),
])  # fmt: skip
def test_responsibility_is_asked_about_after_the_office_s_number_of_reminders(reminders, after, merit):
    assert merit_of(Figures(in_time=9, overdue=1), reminders, ProposalHabits(5, after)) is merit


@pytest.mark.parametrize(
    ("key", "value"), [("praise_from", 0), ("answer_days", 0), ("answer_days", 61), ("account_after", -1)]
)
def test_a_number_that_means_nothing_is_no_setting(key, value):
    assert not is_setting(key, value)
