"""Limits in the fields of a plan ("Thời gian thực hiện: …") and in the timetable of a course (DOMAIN 8.3)."""

from datetime import date

import pytest

from district_desk.domain.due import DueKind, DueRule, Frequency
from district_desk.domain.due_phrases import FoundPhrase, find

ISSUED = date(2025, 2, 10)


def only(text: str) -> FoundPhrase:
    (found,) = find(text, issued=ISSUED)
    return found


@pytest.mark.parametrize(
    ("text", "phrase", "kind", "day"),
    [
        ("Thời hạn hoàn thành: 31/12/2025.", "31/12/2025", DueKind.ON, date(2025, 12, 31)),
        ("Thời gian: Từ tháng 5 đến tháng 10 năm 2025.", "Từ tháng 5 đến tháng 10 năm 2025", DueKind.WITHIN_MONTH, date(2025, 10, 31)),
        ("Thời gian: Quý II - Quý IV năm 2025", "Quý II - Quý IV năm 2025", DueKind.WITHIN_QUARTER, date(2025, 12, 31)),
        ("Thời gian: từ năm 2025 đến năm 2030", "từ năm 2025 đến năm 2030", DueKind.WITHIN_YEAR, date(2030, 12, 31)),
        ("Thu hồ sơ (từ 17/3/2025 đến 25/4/2025).", "từ 17/3/2025 đến 25/4/2025", DueKind.RANGE, date(2025, 4, 25)),
        ("Ra quân từ nay đến hết 31/5/2025.", "từ nay đến hết 31/5/2025", DueKind.BY, date(2025, 5, 31)),
    ],
)  # fmt: skip
def test_a_field_states_its_limit_in_few_words(text: str, phrase: str, kind: DueKind, day: date) -> None:
    found = only(text)
    assert (found.phrase, found.rule.kind, found.rule.day) == (phrase, kind, day)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Thời gian thực hiện: Hằng năm.", DueRule(DueKind.PERIODIC, frequencies=(Frequency.ANNUAL,))),
        (
            "Kiểm tra theo định kỳ hoặc đột xuất.",
            DueRule(DueKind.PERIODIC, frequencies=(Frequency.UNSPECIFIED, Frequency.ON_DEMAND)),
        ),
        (
            "Tổng kết vào tháng 6 hằng năm.",
            DueRule(DueKind.PERIODIC, frequencies=(Frequency.ANNUAL,), marks=("06-30",), limit=DueKind.BY),
        ),
        (
            "Xong trước tháng 9 hàng năm.",
            DueRule(DueKind.PERIODIC, frequencies=(Frequency.ANNUAL,), marks=("09-01",), limit=DueKind.BEFORE),
        ),
    ],
)
def test_what_comes_again_is_a_habit_and_no_single_day(text: str, rule: DueRule) -> None:
    assert only(text).rule == rule


@pytest.mark.parametrize(
    "text",
    ["Thời gian: 1/2 ngày", "Số liệu (tính từ 17/3/2025 đến 25/4/2025)", "Bảng tháng 13 hằng năm"],
)
def test_a_half_day_and_the_days_of_figures_are_no_limit(text: str) -> None:
    assert find(text, issued=ISSUED) == []


def test_a_slip_in_the_year_of_a_session_is_seen_by_its_weekday_and_doubted() -> None:
    found = only("Ngày 02/01/2011 (thứ 2)")
    assert (found.rule.day, found.doubtful) == (date(2012, 1, 2), True)
    assert only("Ngày 03/3/2025 (thứ 2)").rule.day == date(2025, 3, 3)
