"""Every row of the due-rule catalogue (DOMAIN 8.3) and every vector (8.5), from words to dates."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from district_desk.domain.calendar import WorkCalendar
from district_desk.domain.due import Doubt, DueHabits, DueKind, DueRule, Elsewhere, Warned
from district_desk.domain.due_dates import resolve, share_in_hours
from district_desk.domain.due_reading import read_due

CATALOGUE = [
    # phrase, from, rule, last day, last working day, late from
    ("trước ngày 10 tháng 4 năm 2023", "2023-03-30", "before", "2023-04-09", "2023-04-07", "2023-04-10"),
    ("chậm nhất ngày 14/11/2023", "2023-11-01", "by", "2023-11-14", "2023-11-14", "2023-11-15"),
    ("đến hết ngày 15/4/2023", "2023-03-30", "by", "2023-04-15", "2023-04-14", "2023-04-16"),
    ("hạn cuối 20/4/2023", "2023-03-30", "by", "2023-04-20", "2023-04-20", "2023-04-21"),
    ("hoàn thành chậm nhất trước ngày 31/12/2025", "2025-11-30", "before", "2025-12-30", "2025-12-30", "2025-12-31"),
    (
        "trước 10 giờ 00 ngày 05/02/2024 (nhằm ngày 26 tháng Chạp năm Quý Mão)", "2024-01-10", "before",
        "2024-02-05", "2024-02-05", "2024-02-05T10:00",
    ),
    ("chậm nhất 16 giờ 30 ngày 14/4/2023", "2023-04-01", "by", "2023-04-14", "2023-04-14", "2023-04-14T16:30"),
    ("trong tháng 12 năm 2025", "2025-11-30", "within-month", "2025-12-31", "2025-12-31", "2026-01-01"),
    ("trong Quý I năm 2026", "2025-11-30", "within-quarter", "2026-03-31", "2026-03-31", "2026-04-01"),
    ("hoàn thành trong năm 2023", "2023-01-03", "within-year", "2023-12-31", "2023-12-29", "2024-01-01"),
    ("chậm nhất cuối tháng 6/2023", "2023-05-03", "by", "2023-06-30", "2023-06-30", "2023-07-01"),
    ("cuối quý II/2023", "2023-05-03", "by", "2023-06-30", "2023-06-30", "2023-07-01"),
    ("trong thời hạn 05 ngày làm việc", "2023-04-26", "working-days:5", "2023-05-08", "2023-05-08", "2023-05-09"),
    ("trong thời hạn 03 ngày làm việc", "2025-04-24", "working-days:3", "2025-04-28", "2025-04-28", "2025-04-29"),
    ("trong thời hạn 02 ngày làm việc", "2025-12-31", "working-days:2", "2026-01-06", "2026-01-06", "2026-01-07"),
    ("trong thời hạn 15 ngày", "2025-08-20", "calendar-days:15", "2025-09-04", "2025-09-04", "2025-09-05"),
    ("15 ngày", "2025-08-20", "calendar-days:15", "2025-09-04", "2025-09-04", "2025-09-05"),
    ("trong thời hạn 10 ngày", "2023-04-05", "calendar-days:10", "2023-04-17", "2023-04-17", "2023-04-18"),
    ("trong ngày làm việc tiếp theo", "2024-06-07", "working-days:1", "2024-06-10", "2024-06-10", "2024-06-11"),
    ("trong vòng 24 giờ", "2023-04-06", "hours:24", "2023-04-07", "2023-04-07", "2023-04-08"),
    ("trong thời hạn 01 tháng", "2023-01-31", "months:1", "2023-02-28", "2023-02-28", "2023-03-01"),
    ("trả lại ngay", "2023-04-28", "immediate", "2023-05-04", "2023-05-04", "2023-05-05"),
    ("ngay trong ngày", "2023-04-28", "immediate", "2023-04-28", "2023-04-28", "2023-04-29"),
    ("từ ngày 01/8 đến hết ngày 10/8/2023", "2023-07-20", "range:2023-08-01..2023-08-10", "2023-08-10", "2023-08-10", "2023-08-11"),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "start", "code", "last", "working", "late"), CATALOGUE)
def test_a_phrase_of_the_catalogue_comes_to_its_dates(calendar, phrase, start, code, last, working, late):
    due = read_due(phrase, date.fromisoformat(start), calendar)
    assert due.phrase == phrase
    assert due.rule.code == code
    assert (str(due.last_day), str(due.last_working_day), due.late_from) == (last, working, late)
    assert due.calendar_confirmed


def test_six_working_days_remain_for_the_source_document_of_cam_giang(calendar):
    due = read_due("trước ngày 10/4/2023", date(2023, 3, 30), calendar)
    assert calendar.working_between(date(2023, 3, 30), due.last_working_day) == 6
    assert due.warnings == (Warned.ENDS_ON_DAY_OFF,)


@pytest.mark.parametrize(
    ("phrase", "code", "doubts"),
    [
        ("hoàn thành chậm nhất trước ngày 31/12/2023", "before", [Doubt.TWO_READINGS]),
        ("trước cuối tháng 6/2023", "before", [Doubt.TWO_READINGS]),
        ("trước ngày 10/4 hoặc chậm nhất ngày 15/4", "by", [Doubt.SEVERAL_LIMITS]),
        ("trước ngày 10/4/2023 hoặc 15/4/2023", "before", [Doubt.PARTLY_READ]),
        ("trong tháng 4 và tháng 5/2023", "within-month", [Doubt.PARTLY_READ]),
        ("trước ngày 31/02/2024", "before", [Doubt.NO_SUCH_DAY]),
        ("trước ngày 15/01", "before", [Doubt.YEAR_SUPPLIED]),
        ("trước ngày 10/3/2023", "before", [Doubt.IN_THE_PAST]),
        ("khẩn trương", "soft:urgent", [Doubt.ASKS_DATE]),
        ("kịp thời", "soft:promptly", [Doubt.ASKS_DATE]),
        ("trong thời gian sớm nhất", "soft:asap", [Doubt.ASKS_DATE]),
        ("khi có sự thay đổi nhân sự", "event:khi có sự thay đổi nhân sự", [Doubt.ASKS_EVENT]),
        ("hết thời hạn tham gia ý kiến", "event:hết thời hạn tham gia ý kiến", [Doubt.ASKS_EVENT]),
        ("định kỳ báo cáo", "periodic:unspecified", [Doubt.ASKS_PERIOD]),
        ("phấn đấu hoàn thành trước thời hạn được giao", "linked", [Doubt.ASKS_OTHER_LIMIT]),
        ("không quá 10% thời gian giải quyết", "fraction:10", [Doubt.ASKS_OTHER_LIMIT]),
        ("không quá 1/2 thời gian giải quyết", "fraction:50", [Doubt.ASKS_OTHER_LIMIT]),
        ("theo chức năng, nhiệm vụ", "none", [Doubt.UNREAD]),
        ("thường xuyên", "standing", []),
        ("trước ngày 20 hằng tháng", "periodic:monthly-before-20", []),
    ],
)
def test_a_phrase_that_must_be_settled_says_what_is_doubtful(calendar, phrase, code, doubts):
    due = read_due(phrase, date(2023, 3, 30), calendar)
    assert due.rule.code == code
    assert list(due.doubts) == doubts


@pytest.mark.parametrize(
    ("phrase", "code"),
    [
        ("hằng tháng trước ngày 20", "periodic:monthly-before-20"),
        ("hàng tháng, trước ngày 15", "periodic:monthly-before-15"),
        ("định kỳ hằng tháng (trước ngày 20)", "periodic:monthly-before-20"),
        ("hằng quý trước ngày 15 tháng cuối quý", "periodic:quarterly-before-15"),
        ("hằng năm trước ngày 25/12", "periodic:annual-before-12-25"),
        ("định kỳ hằng năm trước ngày 01/6 và 15/11", "periodic:annual-before-06-01+11-15"),
        ("trước ngày 01/6 và 15/11 hằng năm", "periodic:annual-before-06-01+11-15"),
        ("hằng tuần trước 16 giờ thứ Sáu", "periodic:weekly-before-w5"),
        ("ngày làm việc cuối cùng của tháng", "periodic:monthly-by-31"),
        ("trước 16 giờ hằng ngày", "periodic:daily"),
    ],
)
def test_a_habit_may_be_named_before_its_day_or_after_it(calendar, phrase, code):
    assert read_due(phrase, date(2023, 3, 30), calendar).rule.code == code


def test_a_day_that_does_not_fit_its_habit_is_no_rule_of_it(calendar):
    due = read_due("hằng tháng trước ngày 25/12", date(2023, 3, 30), calendar)
    assert Doubt.SEVERAL_LIMITS in due.doubts


def test_ngay_means_the_same_day_where_the_office_says_so(calendar):
    same_day = DueHabits(immediate_days=0)
    assert read_due("trả lại ngay", date(2023, 4, 28), calendar, same_day).last_day == date(2023, 4, 28)
    assert read_due("trả lại ngay", date(2023, 4, 29), calendar, same_day).last_day == date(2023, 5, 4)


def test_a_standing_duty_is_looked_at_again_at_the_end_of_the_reporting_period(calendar):
    assert read_due("thường xuyên", date(2023, 4, 3), calendar).review_on == date(2023, 6, 30)
    monthly = read_due("hàng năm", date(2023, 2, 3), calendar, DueHabits(review_months=1))
    assert (monthly.review_on, monthly.doubts) == (date(2023, 2, 28), ())


def test_earlier_than_another_limit_is_due_with_it(calendar):
    other = Elsewhere(last_day=date(2023, 6, 30))
    due = read_due("trước thời hạn được giao", date(2023, 4, 3), calendar, elsewhere=other)
    assert (due.last_day, due.doubts) == (date(2023, 6, 30), ())


@pytest.mark.parametrize(("days", "hours", "last"), [(1, 0.8, 3), (5, 4, 3), (10, 8, 4), (15, 12, 4), (30, 24, 6)])
def test_a_part_of_a_time_is_counted_in_working_hours_and_ends_on_its_last_whole_day(calendar, days, hours, last):
    rule = DueRule(DueKind.FRACTION, count=10)
    due = resolve(rule, date(2023, 4, 3), calendar, elsewhere=Elsewhere(working_days=days))
    assert share_in_hours(rule, days) == hours
    assert due.last_day == date(2023, 4, last)


def test_our_own_limit_lies_before_the_external_one_and_never_before_the_start(calendar):
    assert read_due("trước ngày 10/4/2023", date(2023, 3, 30), calendar).internal_day == date(2023, 4, 5)
    assert read_due("trong thời hạn 01 ngày làm việc", date(2023, 4, 3), calendar).internal_day == date(2023, 4, 3)
    none = DueHabits(internal_lead_days=0)
    assert read_due("trước ngày 10/4/2023", date(2023, 3, 30), calendar, none).internal_day is None


@pytest.mark.parametrize(
    ("phrase", "start"), [("trong thời hạn 05 ngày làm việc", "2026-12-29"), ("trước ngày 05/02/2027", "2026-12-01")]
)
def test_a_limit_in_a_year_without_announced_days_off_says_so(calendar, phrase, start):
    due = read_due(phrase, date.fromisoformat(start), calendar)
    assert not due.calendar_confirmed
    assert Warned.YEAR_UNCONFIRMED in due.warnings


@given(
    st.text(alphabet="trướcngàyhằchậmấ 0123456789/.,;:()thángquýĐđ", max_size=60),
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
)
def test_no_words_are_too_odd_and_a_date_never_comes_without_its_working_day(phrase, start):
    due = read_due(phrase, start, WorkCalendar())
    assert (due.last_day is None) == (due.last_working_day is None) == (due.late_from == "")
    assert due.doubts or due.last_day or due.review_on or due.rule.kind is DueKind.PERIODIC
