"""``due`` on the command line, and what limits and periods are called."""

import json
from datetime import date

import pytest

from district_desk.desk import limit_words
from district_desk.desk.dating import due_of_item, due_of_phrase
from district_desk.desk.limit_words import notes_of, period_name
from district_desk.domain.calendar import DayKind, DayOff
from district_desk.domain.directives import Directive, Source
from district_desk.domain.due import Doubt, DueKind, DueRule, Warned
from district_desk.domain.items import Item
from district_desk.domain.problems import BadValue

DATES = ("due", "last_working_day", "overdue_from")


@pytest.mark.parametrize(
    ("phrase", "start", "rule", "dates"),
    [
        ("trong thời hạn 05 ngày làm việc", "2023-04-26", "working-days:5", ("2023-05-08", "2023-05-08", "2023-05-09")),
        ("trong thời hạn 03 ngày làm việc", "2025-04-24", "working-days:3", ("2025-04-28", "2025-04-28", "2025-04-29")),
        ("trong thời hạn 02 ngày làm việc", "2025-12-31", "working-days:2", ("2026-01-06", "2026-01-06", "2026-01-07")),
        ("trước ngày 10/4/2023", "2023-03-30", "before", ("2023-04-09", "2023-04-07", "2023-04-10")),
        ("khẩn trương", "2023-03-30", "soft:urgent", (None, None, None)),
    ],
)
def test_the_vectors_hold_from_the_command_line(typed, phrase, start, rule, dates):
    answer = typed("due", phrase, "--from", start, "--json").json
    assert answer["phrase"] == phrase
    assert answer["rule"] == rule
    assert tuple(answer[key] for key in DATES) == dates
    assert answer["calendar_confirmed"] is True


def test_what_is_doubtful_is_named_and_said(typed):
    answer = typed("due", "hoàn thành chậm nhất trước ngày 31/12/2025", "--from", "30/11/2025", "--json").json
    assert answer["doubts"] == ["two-readings"]
    assert "xác nhận" in answer["notes"][0]


def test_a_recurring_limit_tells_its_next_periods(typed):
    answer = typed("due", "hằng tháng trước ngày 20", "--from", "2025-11-17", "--json").json
    assert answer["due"] is None
    assert answer["periods"][0] == {"period": "2025-11", "name": "Tháng 11/2025", "due": "2025-11-19"}


def test_the_office_s_own_calendar_counts_where_a_folder_is_named(typed, desk, folder):
    with desk.writing("put_days") as writing:
        writing.put(DayOff(date(2023, 4, 27), DayKind.OFF, "mất điện"))
    desk.close()
    asked = ("due", "trong thời hạn 05 ngày làm việc", "--from", "2023-04-26", "--json")
    assert typed(*asked, "--folder", folder).json["due"] == "2023-05-09"
    assert typed(*asked).json["due"] == "2023-05-08"


def test_people_read_dates_as_they_write_them(typed):
    told = typed("due", "trước 10 giờ 00 ngày 05/02/2027", "--from", "2026-12-20").out.splitlines()
    assert told[0] == "Ngày cuối cùng còn trong hạn: 05/02/2027"
    assert "Quá hạn từ: 10:00 ngày 05/02/2027" in told
    assert told[-1] == "Lịch nghỉ năm 2027 chưa được xác nhận nên hạn là dự kiến."


@pytest.mark.parametrize(
    "words",
    [
        ("due", "xin chào", "--from", "2023-04-26"),
        ("due", "", "--from", "2023-04-26", "--json"),
        ("due", "trước ngày 10/4/2023", "--from", "2023-02-30"),
        ("due", "trước ngày 10/4/2023"),
        ("due", "trước ngày 10/4/2023", "--from", "2023-04-26", "--folder", "/khong/co/o/day"),
    ],
)
def test_bad_input_is_one_sentence_and_code_two(typed, words):
    answer = typed(*words)
    assert (answer.code, answer.out) == (2, "")
    assert len(answer.err.strip().splitlines()) == 1


def test_words_without_a_limit_are_refused(desk):
    with pytest.raises(BadValue):
        due_of_phrase("theo chức năng, nhiệm vụ", date(2023, 4, 3), desk)


@pytest.mark.parametrize(
    ("phrase", "rule", "start", "doubts"),
    [
        ("trong thời hạn 05 ngày làm việc", DueRule(DueKind.WORKING_DAYS, count=5), date(2023, 4, 7), [Doubt.START_UNSAID]),
        (
            "trong thời hạn 05 ngày làm việc kể từ ngày ký",
            DueRule(DueKind.WORKING_DAYS, count=5, word="kể từ ngày ký"), date(2023, 4, 3), [],
        ),
        (
            "trong thời hạn 05 ngày làm việc kể từ ngày Quyết định có hiệu lực",
            DueRule(DueKind.WORKING_DAYS, count=5, word="kể từ ngày Quyết định có hiệu lực"), None, [Doubt.ASKS_EVENT],
        ),
        ("trả lại ngay", DueRule(DueKind.IMMEDIATE), date(2023, 4, 7), []),
    ],
)  # fmt: skip
def test_an_item_s_days_count_from_what_its_words_say(desk, phrase, rule, start, doubts):
    directive = Directive(Source.RECEIVED, arrived=date(2023, 4, 7), issued=date(2023, 4, 3))
    due = due_of_item(desk, directive, Item(1, phrase=phrase, rule=rule.to_text()))
    assert (due.start, list(due.doubts)) == (start, doubts)


def test_a_day_typed_by_hand_stands_as_it_was_typed(desk):
    directive = Directive(Source.RECEIVED, arrived=date(2023, 4, 7), issued=date(2023, 4, 3))
    item = Item(1, phrase="khẩn trương", rule=DueRule(DueKind.SOFT, word="urgent").to_text(), due=date(2023, 4, 20))
    due = due_of_item(desk, directive, item)
    assert (due.last_day, due.rule.kind, due.doubts) == (date(2023, 4, 20), DueKind.SOFT, ())


def test_every_doubt_warning_and_kind_has_its_words():
    assert set(limit_words.DOUBTS) == set(Doubt)
    assert set(limit_words.WARNINGS) == set(Warned)
    assert set(limit_words.DUE_KINDS) == set(DueKind)
    assert notes_of(due_of_phrase("trước ngày 10/4/2023", date(2023, 3, 30))) == (
        "Ngày cuối là ngày nghỉ; ngày làm việc cuối cùng còn trong hạn là 07/04/2023.",
    )


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("2026-03", "Tháng 3/2026"), ("2026-12", "Tháng 12/2026"), ("2026-Q1", "Quý I/2026"), ("2026-H1", "6 tháng đầu năm 2026"),
        ("2026-H2", "6 tháng cuối năm 2026"), ("2026-9M", "9 tháng năm 2026"), ("2026", "Năm 2026"), ("2026.2", "Năm 2026 (lần 2)"),
        ("2026-W04", "Tuần 4/2026"), ("2026-04-05", "Ngày 05/04/2026"), ("đột xuất", "đột xuất"),
    ],
)  # fmt: skip
def test_a_period_is_called_as_people_say_it(code, name):
    assert period_name(code) == name


def test_the_answer_is_plain_json(typed):
    assert json.loads(typed("due", "trước ngày 10/4/2023", "--from", "2023-03-30", "--json").out)["doubts"] == []
