"""Rules become dates (DOMAIN 8.3, 8.5)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from district_desk.domain.calendar import WorkCalendar
from district_desk.domain.due import DueHabits, DueKind, DueRule, Frequency, Origin, origin
from district_desk.domain.due_dates import plus_months, resolve

DAYS = st.dates(date(2022, 6, 1), date(2027, 6, 30))
RULES = st.builds(
    DueRule,
    st.sampled_from(DueKind),
    st.none() | DAYS,
    st.integers(0, 90),
    st.lists(st.sampled_from(Frequency), max_size=3).map(tuple),
    st.sampled_from(["", "asap", "kể từ ngày nhận được văn bản này"]),
    st.lists(st.sampled_from(["20", "12-25", "w5", "-15"]), max_size=2).map(tuple),
    st.none() | st.sampled_from([DueKind.BEFORE, DueKind.BY, DueKind.ON]),
    st.sampled_from(["", "10:00"]),
    st.none() | DAYS,
)


def test_before_a_date_ends_the_day_before_and_names_the_last_working_day(calendar):
    due = resolve(DueRule(DueKind.BEFORE, date(2023, 4, 10)), None, calendar)
    assert (due.last_day, due.last_working_day, due.overdue_from) == (
        date(2023, 4, 9), date(2023, 4, 7), date(2023, 4, 10),
    )  # fmt: skip
    assert due.calendar_confirmed


def test_an_office_may_read_before_as_inclusive(calendar):
    rule = DueRule(DueKind.BEFORE, date(2023, 4, 10))
    assert resolve(rule, None, calendar, DueHabits(before_is_inclusive=True)).last_day == date(2023, 4, 10)


def test_before_an_hour_of_a_day_still_allows_that_day(calendar):
    rule = DueRule(DueKind.BEFORE, date(2022, 2, 5), time="10:00")
    assert resolve(rule, None, calendar).last_day == date(2022, 2, 5)


@pytest.mark.parametrize(
    ("rule", "start", "last_day"),
    [
        (DueRule(DueKind.WORKING_DAYS, count=5), date(2023, 4, 26), date(2023, 5, 8)),
        (DueRule(DueKind.WORKING_DAYS, count=3), date(2025, 4, 24), date(2025, 4, 28)),
        (DueRule(DueKind.WORKING_DAYS, count=2), date(2025, 12, 31), date(2026, 1, 6)),
        (DueRule(DueKind.WORKING_DAYS, date(2023, 4, 26), 5), date(2023, 1, 3), date(2023, 5, 8)),
        (DueRule(DueKind.CALENDAR_DAYS, count=15), date(2025, 8, 20), date(2025, 9, 4)),
        (DueRule(DueKind.CALENDAR_DAYS, count=10), date(2025, 8, 20), date(2025, 9, 3)),
        (DueRule(DueKind.MONTHS, count=1), date(2023, 1, 31), date(2023, 2, 28)),
        (DueRule(DueKind.HOURS, count=24), date(2023, 4, 7), date(2023, 4, 8)),
        (DueRule(DueKind.HOURS, count=36), date(2023, 4, 7), date(2023, 4, 9)),
        (DueRule(DueKind.BY, date(2017, 11, 14)), None, date(2017, 11, 14)),
        (DueRule(DueKind.WITHIN_QUARTER, date(2026, 3, 31)), None, date(2026, 3, 31)),
        (DueRule(DueKind.RANGE, date(2023, 5, 10), first=date(2023, 5, 1)), None, date(2023, 5, 10)),
    ],
)
def test_a_rule_gives_its_last_day(calendar, rule, start, last_day):
    assert resolve(rule, start, calendar).last_day == last_day


def test_a_number_of_calendar_days_that_ends_on_a_day_off_rolls_only_where_the_office_wants_it(calendar):
    rule = DueRule(DueKind.CALENDAR_DAYS, count=10)
    assert resolve(rule, date(2023, 4, 5), calendar).last_day == date(2023, 4, 17)
    assert resolve(rule, date(2023, 4, 5), calendar, DueHabits(roll_calendar_days=False)).last_day == date(2023, 4, 15)


def test_a_fixed_date_on_a_day_off_is_never_rolled(calendar):
    due = resolve(DueRule(DueKind.BY, date(2023, 5, 1)), None, calendar)
    assert (due.last_day, due.last_working_day) == (date(2023, 5, 1), date(2023, 4, 28))


@pytest.mark.parametrize(
    "rule",
    [
        DueRule(DueKind.WORKING_DAYS, count=5),
        DueRule(DueKind.PERIODIC, frequencies=(Frequency.MONTHLY,), marks=("20",), limit=DueKind.BEFORE),
        DueRule(DueKind.SOFT, word="asap"),
        DueRule(DueKind.EVENT, word="khi có sự thay đổi nhân sự"),
        DueRule(DueKind.STANDING),
        DueRule(DueKind.FRACTION, count=10),
        DueRule(DueKind.PERIOD, word="2026-onward"),
        DueRule(),
    ],
)
def test_what_names_no_day_has_no_due_date(calendar, rule):
    assert resolve(rule, None, calendar).last_day is None


def test_a_percentage_is_not_counted_as_days(calendar):
    assert resolve(DueRule(DueKind.FRACTION, count=10), date(2023, 4, 3), calendar).last_day is None


def test_a_due_date_in_a_year_without_confirmed_days_says_so(calendar):
    assert not resolve(DueRule(DueKind.BY, date(2027, 2, 5)), None, calendar).calendar_confirmed


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        (DueRule(DueKind.BEFORE, date(2023, 4, 10)), "before"),
        (DueRule(DueKind.PERIODIC, frequencies=(Frequency.QUARTERLY, Frequency.ANNUAL)), "periodic:quarterly+annual"),
        (
            DueRule(DueKind.PERIODIC, frequencies=(Frequency.MONTHLY,), marks=("20",), limit=DueKind.BEFORE),
            "periodic:monthly-before-20",
        ),
        (DueRule(DueKind.WORKING_DAYS, count=5), "working-days:5"),
        (DueRule(DueKind.SOFT, word="asap"), "soft:asap"),
        (DueRule(DueKind.RANGE, date(2011, 12, 29), first=date(2011, 12, 28)), "range:2011-12-28..2011-12-29"),
        (DueRule(), "none"),
    ],
)
def test_a_rule_has_a_code_of_one_word(rule, code):
    assert rule.code == code


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", Origin.RECEIPT),
        ("kể từ ngày nhận được văn bản này", Origin.RECEIPT),
        ("kể từ ngày ký", Origin.ISSUE),
        ("kể từ ngày ban hành văn bản này", Origin.ISSUE),
        ("kể từ ngày Quyết định có hiệu lực thi hành", Origin.EVENT),
        ("kể từ khi nhận đủ hồ sơ hợp lệ", Origin.EVENT),
    ],
)
def test_the_words_say_from_when_days_count(words, expected):
    assert origin(DueRule(DueKind.WORKING_DAYS, count=5, word=words)) is expected


def test_a_day_named_in_the_phrase_is_the_origin():
    assert origin(DueRule(DueKind.WORKING_DAYS, date(2023, 4, 26), 5, word="kể từ ngày 26/4/2023")) is Origin.NAMED


@given(RULES)
def test_a_stored_rule_is_read_back_the_same(rule):
    assert DueRule.from_text(rule.to_text()) == rule


def test_an_empty_text_is_no_rule():
    assert DueRule.from_text("") == DueRule()


def test_a_rule_stored_before_rules_had_marks_is_still_read():
    old = '{"kind": "before", "day": "2023-04-10", "count": 0, "frequencies": [], "word": ""}'
    assert DueRule.from_text(old) == DueRule(DueKind.BEFORE, date(2023, 4, 10))


@given(DAYS, st.integers(0, 60))
def test_months_later_never_leaves_the_month(day, count):
    later = plus_months(day, count)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == count
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


@given(RULES, st.none() | DAYS)
def test_the_last_working_day_never_lies_after_the_last_day_and_lateness_begins_the_next_day(calendar, rule, start):
    due = resolve(rule, start, calendar)
    if due.last_day is None:
        assert (due.last_working_day, due.overdue_from) == (None, None)
        return
    assert due.last_working_day <= due.last_day
    assert due.overdue_from == due.last_day + timedelta(days=1)
    assert calendar.is_working(due.last_working_day)


def test_without_a_calendar_weekends_alone_count():
    assert resolve(DueRule(DueKind.WORKING_DAYS, count=5), date(2023, 4, 26), WorkCalendar()).last_day == date(
        2023, 5, 3
    )
