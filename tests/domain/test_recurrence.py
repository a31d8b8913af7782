"""Periods of a recurring duty: each counted from itself, so that nothing drifts (DOMAIN 5.7, 8.3)."""

from calendar import monthrange
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from district_desk.domain.calendar import WorkCalendar
from district_desk.domain.due import DueHabits, DueKind, DueRule, Frequency
from district_desk.domain.due_phrases import read_phrase
from district_desk.domain.recurrence import MONTHS, PeriodHabits, code_of, frequency_of, next_occurrence, occurrences

WEEKENDS = WorkCalendar()
FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


def due_days(phrase, calendar=WEEKENDS, first=FIRST, last=LAST, **ways):
    found = occurrences(read_phrase(phrase), first, last, calendar=calendar, **ways)
    return [(each.period, f"{each.last_day:%d/%m}") for each in found]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("vào ngày 31 hằng tháng", ["31/01", "28/02", "31/03", "30/04", "31/05", "30/06"]),
        ("trước ngày 31 hằng tháng", ["30/01", "28/02", "30/03", "30/04", "30/05", "30/06"]),
        ("trước ngày 20 hằng tháng", ["19/01", "19/02", "19/03", "19/04", "19/05", "19/06"]),
        ("trước ngày 01 hằng tháng", ["31/01", "28/02", "31/03", "30/04", "31/05", "30/06"]),
        ("ngày làm việc cuối cùng của tháng", ["30/01", "27/02", "31/03", "30/04", "29/05", "30/06"]),
    ],
)
def test_the_end_of_a_month_does_not_drift(phrase, expected):
    assert [day for _, day in due_days(phrase, last=date(2026, 6, 30))] == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        (
            "định kỳ hàng quý, 6 tháng, hàng năm hoặc đột xuất",
            [("2026-Q1", "15/03"), ("2026-H1", "15/06"), ("2026-Q3", "15/09"), ("2026", "15/12")],
        ),
        ("định kỳ 6 tháng, hàng năm", [("2026-H1", "15/06"), ("2026", "15/12")]),
        ("trước ngày 01/6 và 15/11 hằng năm", [("2026.1", "31/05"), ("2026.2", "14/11")]),
        ("trước ngày 25/12 hàng năm", [("2026", "24/12")]),
        ("trước ngày 29/02 hằng năm", [("2026", "28/02")]),
        (
            "trước ngày 15 tháng cuối quý",
            [("2026-Q1", "14/03"), ("2026-Q2", "14/06"), ("2026-Q3", "14/09"), ("2026-Q4", "14/12")],
        ),
        (
            "trước ngày 05 tháng đầu quý sau",
            [("2025-Q4", "04/01"), ("2026-Q1", "04/04"), ("2026-Q2", "04/07"), ("2026-Q3", "04/10")],
        ),
        ("vào ngày 10 tháng đầu của quý", [("2026-Q1", "10/01"), ("2026-Q2", "10/04"), ("2026-Q3", "10/07"), ("2026-Q4", "10/10")]),
    ],
)  # fmt: skip
def test_quarters_halves_and_years_fall_due_by_the_text_or_by_the_office(phrase, expected):
    assert due_days(phrase) == expected


def test_an_office_may_want_every_report_of_a_month_and_its_own_days():
    habits = PeriodHabits(quarterly="05", half_yearly="05", annual="-25", absorbs=False)
    assert due_days("định kỳ hàng quý, hàng năm", periods=habits) == [
        ("2026-Q1", "05/03"), ("2026-Q2", "05/06"), ("2026-Q3", "05/09"), ("2026", "25/11"), ("2026-Q4", "05/12"),
    ]  # fmt: skip


def test_figures_count_from_the_fifteenth_to_the_fourteenth():
    rule = read_phrase("định kỳ hàng quý, 6 tháng, hàng năm")
    covered = {each.period: (each.first, each.last) for each in occurrences(rule, FIRST, LAST, calendar=WEEKENDS)}
    assert covered == {
        "2026-Q1": (date(2025, 12, 15), date(2026, 3, 14)),
        "2026-H1": (date(2025, 12, 15), date(2026, 6, 14)),
        "2026-Q3": (date(2026, 6, 15), date(2026, 9, 14)),
        "2026": (date(2025, 12, 15), date(2026, 12, 14)),
    }
    whole = occurrences(rule, FIRST, LAST, calendar=WEEKENDS, periods=PeriodHabits(data_day=0))
    assert (whole[0].first, whole[0].last) == (date(2026, 1, 1), date(2026, 3, 31))


def test_what_units_report_is_gathered_and_then_sent_up(calendar):
    first = occurrences(read_phrase("định kỳ hàng quý"), FIRST, LAST, calendar=calendar)[0]
    assert PeriodHabits().onward(first, calendar) == (date(2026, 3, 18), date(2026, 3, 20))


def test_before_may_include_its_day_and_an_hour_always_does():
    inclusive = DueHabits(before_is_inclusive=True)
    assert due_days("trước ngày 31 hằng tháng", last=date(2026, 2, 28), habits=inclusive) == [
        ("2026-01", "31/01"), ("2026-02", "28/02"),
    ]  # fmt: skip
    weekly = due_days("trước 16 giờ thứ Sáu hằng tuần", last=date(2026, 1, 10))
    assert weekly == [("2026-W01", "02/01"), ("2026-W02", "09/01")]
    assert due_days("trước thứ Sáu hằng tuần", last=date(2026, 1, 10)) == [("2026-W01", "01/01"), ("2026-W02", "08/01")]


def test_a_daily_duty_falls_on_working_days(calendar):
    days = due_days("Hằng ngày", calendar, date(2025, 4, 24), date(2025, 5, 5))
    assert [day for _, day in days] == ["24/04", "25/04", "26/04", "28/04", "29/04", "05/05"]


def test_a_period_that_is_not_told_is_the_office_s_own():
    quarterly = PeriodHabits(unspecified=frequency_of(3))
    assert len(due_days("định kỳ báo cáo")) == 12
    assert len(due_days("định kỳ báo cáo", periods=quarterly)) == 4


@pytest.mark.parametrize("phrase", ["đột xuất khi có yêu cầu", "trước ngày 10/4/2026", "thường xuyên", "khẩn trương"])
def test_what_does_not_recur_has_no_periods(phrase):
    assert due_days(phrase) == []


def test_the_next_period_is_the_first_that_is_not_past():
    rule = read_phrase("trước ngày 25/12 hàng năm")
    assert next_occurrence(rule, date(2026, 12, 24), calendar=WEEKENDS).period == "2026"
    assert next_occurrence(rule, date(2026, 12, 25), calendar=WEEKENDS).period == "2027"
    assert next_occurrence(read_phrase("đột xuất khi có yêu cầu"), FIRST, calendar=WEEKENDS) is None


MONTHLY = st.sampled_from(sorted(MONTHS))
RECURRING = st.builds(
    DueRule,
    st.just(DueKind.PERIODIC),
    frequencies=st.lists(MONTHLY, min_size=1, max_size=4, unique=True).map(tuple),
    limit=st.just(DueKind.BY),
)
DAYS = st.dates(date(2001, 1, 1), date(2090, 1, 1))


@given(st.integers(1, 31), st.sampled_from([DueKind.BEFORE, DueKind.BY, DueKind.ON]), DAYS, st.integers(1, 60))
def test_a_day_of_the_month_stays_that_day_for_ever(day, limit, first, months):
    rule = DueRule(
        DueKind.PERIODIC, frequencies=(Frequency.MONTHLY,), marks=(f"{day:02}",), limit=limit
    )  # fmt: skip
    wanted = day - (limit is DueKind.BEFORE)
    for each in occurrences(rule, first, first + timedelta(days=31 * months), calendar=WEEKENDS):
        length = monthrange(each.last_day.year, each.last_day.month)[1]
        assert each.last_day.day == (min(wanted, length) if wanted else length)


@given(RECURRING, DAYS, st.integers(0, 1500), st.booleans())
def test_periods_are_sorted_each_comes_once_and_none_is_missing(rule, first, length, absorbs):
    last = first + timedelta(days=length)
    habits = PeriodHabits(absorbs=absorbs)
    found = occurrences(rule, first, last, calendar=WEEKENDS, periods=habits)
    assert list(found) == sorted(found, key=lambda each: each.last_day)
    assert len({each.period for each in found}) == len(found)
    assert all(first <= each.last_day <= last for each in found)
    shortest = min(
        MONTHS[each] for each in rule.frequencies if each is not Frequency.NINE_MONTHS or len(rule.frequencies) == 1
    )
    gap = 12 if Frequency.NINE_MONTHS in rule.frequencies and len(rule.frequencies) == 1 else shortest
    for one, other in pairwise(found):
        assert (other.last_day - one.last_day).days <= 31 * gap + 10


@given(RECURRING, DAYS, st.integers(1, 700), st.integers(1, 700))
def test_two_stretches_hold_together_what_the_whole_holds(rule, first, before, after):
    middle, last = first + timedelta(days=before), first + timedelta(days=before + after)
    ways = {"calendar": WEEKENDS}
    parts = (*occurrences(rule, first, middle, **ways), *occurrences(rule, middle + timedelta(days=1), last, **ways))
    assert parts == occurrences(rule, first, last, **ways)


@given(RECURRING, DAYS)
def test_a_period_s_code_is_that_of_its_last_month(rule, first):
    for each in occurrences(rule, first, first + timedelta(days=800), calendar=WEEKENDS):
        assert each.period == code_of(each.frequency, each.last)
