"""Limits as offices write them (DOMAIN 8.3), each with the rule that it states."""

import json
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from district_desk.domain.due import DueKind
from district_desk.domain.due_phrases import find, read_phrase

ISSUED = date(2023, 3, 30)

PHRASES = [
    ("trước ngày 10 tháng 4 năm 2023", "before", "2023-04-10"),
    ("trước ngày 10/4/2023", "before", "2023-04-10"),
    ("trước ngày 01/8", "before", "2023-08-01"),
    ("trước ngày 15/01", "before", "2024-01-15"),
    ("trước 15/4/2023", "before", "2023-04-15"),
    ("chậm nhất ngày 14/11/2017", "by", "2017-11-14"),
    ("chậm nhất là ngày 05/4", "by", "2023-04-05"),
    ("đến hết ngày 15/4/2023", "by", "2023-04-15"),
    ("hạn cuối 20/4", "by", "2023-04-20"),
    ("đến hết tháng 6/2023", "by", "2023-06-30"),
    ("chậm nhất trước ngày 31/12/2025", "before", "2025-12-31"),
    ("trước 10 giờ 00 ngày 05/02/2022", "before", "2022-02-05"),
    ("trước 17h ngày 20/4", "before", "2023-04-20"),
    ("trong ngày 12/4/2023", "on", "2023-04-12"),
    ("trong tháng 12 năm 2025", "within-month", "2025-12-31"),
    ("trong tháng 4", "within-month", "2023-04-30"),
    ("trong tháng 2/2024", "within-month", "2024-02-29"),
    ("trong Quý I năm 2026", "within-quarter", "2026-03-31"),
    ("trong quý IV/2023", "within-quarter", "2023-12-31"),
    ("trong quý 3", "within-quarter", "2023-09-30"),
    ("hoàn thành trong năm 2025", "within-year", "2025-12-31"),
    ("xong trước quý III/2023", "before", "2023-07-01"),
    ("từ ngày 01/5 đến hết ngày 10/5/2023", "range:2023-05-01..2023-05-10", "2023-05-10"),
    ("từ ngày 01 đến ngày 10/5/2023", "range:2023-05-01..2023-05-10", "2023-05-10"),
    ("Hằng ngày", "periodic:daily", None),
    ("hàng tuần", "periodic:weekly", None),
    ("định kỳ hàng quý, 6 tháng, hàng năm hoặc đột xuất", "periodic:quarterly+half-yearly+annual+on-demand", None),
    ("định kỳ 6 tháng, hàng năm", "periodic:half-yearly+annual", None),
    ("định kỳ 03 tháng/1 lần", "periodic:quarterly", None),
    ("định kỳ tháng, quý, 6 tháng, 9 tháng, năm", "periodic:monthly+quarterly+half-yearly+nine-months+annual", None),
    ("định kỳ báo cáo", "periodic:unspecified", None),
    ("theo định kỳ báo cáo hoạt động kiểm soát TTHC", "periodic:unspecified", None),
    ("trước ngày 25/12 hàng năm", "periodic:annual-before-12-25", None),
    ("trước ngày 20 hằng tháng", "periodic:monthly-before-20", None),
    ("vào ngày 15 của tháng trước đó", "periodic:monthly-on--15", None),
    ("trước ngày 05 tháng sau", "periodic:monthly-before-+05", None),
    ("trước ngày 15 tháng cuối quý", "periodic:quarterly-before-15", None),
    ("trước 16 giờ thứ Sáu hằng tuần", "periodic:weekly-before-w5", None),
    ("đúng ngày mồng 3 hằng tháng", "periodic:monthly-on-03", None),
    (
        "định kỳ trước ngày 01/6 và 15/11 hằng năm (hoặc đột xuất khi có yêu cầu)",
        "periodic:annual+on-demand-before-06-01+11-15", None,
    ),
    ("mỗi quý ít nhất 01 lần", "periodic:quarterly", None),
    ("02 lần/năm", "periodic:half-yearly", None),
    ("trong thời hạn 03 ngày làm việc, kể từ ngày Quyết định có hiệu lực", "working-days:3", None),
    ("05 ngày làm việc, kể từ ngày tiếp nhận", "working-days:5", None),
    ("05 (năm) ngày làm việc", "working-days:5", None),
    ("trong thời hạn 15 ngày", "calendar-days:15", None),
    ("trong vòng 24 giờ", "hours:24", None),
    ("trong thời hạn 03 tháng kể từ ngày ký", "months:3", None),
    ("không quá 10% thời gian giải quyết", "fraction:10", None),
    ("trả lại ngay", "immediate", None),
    ("kịp thời", "soft:promptly", None),
    ("khẩn trương", "soft:urgent", None),
    ("trong thời gian sớm nhất", "soft:asap", None),
    ("hàng năm", "soft:annual", None),
    ("trước thời hạn được giao", "linked", None),
    ("hết thời hạn tham gia ý kiến", "event:hết thời hạn tham gia ý kiến", None),
    ("khi có sự thay đổi nhân sự", "event:khi có sự thay đổi nhân sự", None),
    ("sau khi công bố Chỉ số", "event:sau khi công bố Chỉ số", None),
    ("Thường xuyên", "standing", None),
    ("Quý IV năm 2025 và các năm tiếp theo", "none", None),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "code", "day"), PHRASES)
def test_a_phrase_states_its_rule(phrase, code, day):
    rule = read_phrase(phrase, issued=ISSUED)
    assert rule.code == code
    assert rule.day == (date.fromisoformat(day) if day else None)


@pytest.mark.parametrize(
    ("words", "phrase", "day"),
    [
        ("Thời gian: Quý III, IV/2023.", "Quý III, IV/2023", date(2023, 12, 31)),
        ("Hoàn thành: tháng 6.", "Hoàn thành: tháng 6", date(2023, 6, 30)),
        ("Phấn đấu đến năm 2030 có 90% hồ sơ trực tuyến.", "đến năm 2030", date(2030, 12, 31)),
        ("Đến cuối năm 2025, 100% sổ hộ tịch được số hóa.", "Đến cuối năm 2025", date(2025, 12, 31)),
        ("a) Báo cáo sơ kết học kỳ I: ngày 10/6/2023.", "ngày 10/6/2023", date(2023, 6, 10)),
        ("Sinh hoạt tổ chuyên môn 02 tuần/lần theo hướng nghiên cứu bài học.", "02 tuần/lần", None),
        ("Đến ngày 30/6/2023 phải hoàn thành bàn giao.", "Đến ngày 30/6/2023", date(2023, 6, 30)),
    ],
)
def test_a_target_a_day_of_a_report_and_the_last_of_two_quarters_are_limits(words, phrase, day):
    assert [(found.phrase, found.rule.day) for found in find(words, issued=ISSUED)] == [(phrase, day)]


@pytest.mark.parametrize(
    "words", ["theo Chiến lược dữ liệu quốc gia đến năm 2030 của Chính phủ", "Đến ngày 30/6/2023, toàn tỉnh có 12 xã"]
)
def test_a_year_in_a_title_and_a_day_that_tells_of_a_state_are_none(words):
    assert find(words, issued=ISSUED) == []


@pytest.mark.parametrize("phrase", [phrase for phrase, code, _ in PHRASES if code != "none"])
def test_a_phrase_is_found_whole_in_a_sentence_even_broken_over_lines(phrase):
    broken = phrase.replace(" ", "\n", 1)
    text = f"Đề nghị đơn vị thực hiện nhiệm vụ được giao; báo cáo {broken}."
    found = find(text, issued=ISSUED, loose=True)
    assert any(phrase in each.phrase for each in found), found


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện Công văn số 966/UBND-NCKTGS ngày 04/5/2023 của UBND thành phố",
        "Quyết định số 28/2022/QĐ-UBND ngày 01/6/2022; Nghị định số 107/2021/NĐ-CP ngày 06 tháng 12 năm 2021",
        "Kế hoạch ngày 29/11/2022 của UBND huyện",
        "Giải ngân vốn đầu tư công tính đến hết ngày 31/10/2025 đạt 40%",
        "Thời gian ký: 17/01/2025 17:06:30",
        "đánh giá, xếp loại cán bộ, công chức hàng năm",
        "Trong 10 tháng, kinh tế tiếp tục phát triển",
        "kiểm tra đột xuất; kịp thời biểu dương, khen thưởng",
        "phê duyệt Kế hoạch năm 2023 của UBND tỉnh",
        "trong giai đoạn 2021 - 2025",
    ],
)
def test_what_is_no_limit_is_not_found(text):
    assert find(text, issued=ISSUED) == []


@pytest.mark.parametrize(
    "phrase", ["chậm nhất trước ngày 31/12/2025", "trước ngày 31/02/2024", "trước ngày 10/3/2023", "trước ngày 31/02"]
)
def test_a_limit_that_asks_for_a_look_is_marked(phrase):
    assert [each.doubtful for each in find(phrase, issued=ISSUED)] == [True]


def test_a_plain_limit_is_not_marked():
    assert [each.doubtful for each in find("trước ngày 10 tháng 4 năm 2023", issued=ISSUED)] == [False]


def test_without_the_year_of_the_document_no_day_is_invented():
    assert read_phrase("trước ngày 15/4").day is None
    assert read_phrase("trước ngày 15/4").kind is DueKind.BEFORE


def test_the_hour_is_kept():
    assert read_phrase("trước 10 giờ 00 ngày 05/02/2022").time == "10:00"


def test_a_number_of_days_keeps_what_it_counts_from():
    rule = read_phrase("trong thời hạn 05 ngày làm việc kể từ ngày 26/4/2023")
    assert (rule.count, rule.day) == (5, date(2023, 4, 26))
    assert read_phrase("05 ngày làm việc, kể từ ngày tiếp nhận").word == "kể từ ngày tiếp nhận"


@pytest.mark.parametrize("typed", ["truoc ngay 15/6/2023", "ngay 15/6/2023"])
def test_a_date_typed_without_marks_is_not_taken_for_at_once(typed):
    assert find(typed, issued=ISSUED, loose=True) == []


def test_a_period_without_end_keeps_its_beginning():
    found = find("- Thời gian thực hiện: Quý IV năm 2025 và các năm tiếp theo.")
    assert [(each.rule.kind, each.rule.word) for each in found] == [(DueKind.PERIOD, "2025-Q4-onward")]


def test_several_limits_of_one_text_come_in_its_order():
    text = "gửi báo cáo trước ngày 15/4/2023; định kỳ hằng quý báo cáo; hoàn thành trong tháng 6 năm 2023."
    assert [each.rule.code for each in find(text)] == ["before", "periodic:quarterly", "within-month"]


@given(st.lists(st.sampled_from([phrase for phrase, *_ in PHRASES] + ["Phòng Nội vụ", "báo cáo", ".", ";", "\n"])))
def test_places_are_true_and_do_not_overlap(parts):
    text = " ".join(parts)
    end = 0
    for each in find(text, issued=ISSUED, loose=True):
        assert end <= each.start < each.end <= len(text)
        assert " ".join(text[each.start : each.end].split()) == each.phrase
        end = each.end


@given(st.text(alphabet="trướcngày 0123456789/.,;:()hằđịkỳ\n", max_size=80))
def test_no_text_is_too_odd_to_be_looked_through(text):
    for each in find(text, issued=ISSUED, loose=True):
        assert text[each.start : each.end].strip()


def test_every_limit_of_the_source_documents_is_found_with_its_day(samples):
    missed = []
    for answer in sorted((samples / "directives").glob("00*.json")):
        gold = json.loads(answer.read_text("utf-8"))
        text = unicodedata.normalize("NFC", answer.with_suffix(".txt").read_text("utf-8"))
        issued = date.fromisoformat(gold["date"]) if gold.get("date") else None
        found = find(text, issued=issued)
        for item in gold["items"]:
            missed += [
                limit["text"]
                for limit in item["deadlines"]
                if not limit["rule"].startswith("soft")
                and not any(
                    (limit["text"] in each.phrase or each.phrase in limit["text"])
                    and (each.rule.day.isoformat() if each.rule.day else None) == limit["date"]
                    for each in found
                )
            ]
    assert missed == []
