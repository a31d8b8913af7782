"""From who owes to closed: plans are given by the item's due rule, sent, sent back, accepted, reported on (DOMAIN 5.5)."""

from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from district_desk.desk.following_up import Told
from district_desk.desk.keeping import undo
from district_desk.desk.opening import create_office
from district_desk.desk.operation_words import done_label
from district_desk.desk.reform.plans import (
    accept_plans,
    ask_to_complete,
    close_plans,
    compare,
    give_plans,
    keep_measures,
    measures_of,
    plans,
    release_plans,
    report_outcome,
    send_plan,
)
from district_desk.desk.reform.results import owed, results
from district_desk.desk.reform.score_import import preview_scores, take_scores
from district_desk.desk.registering import draft_of, register, without_lines
from district_desk.domain.assignments import Assignment
from district_desk.domain.directives import Source
from district_desk.domain.points import ONE
from district_desk.domain.problems import BadValue, MissingField, WrongDay
from district_desk.domain.reform_plans import Measure, PlanState
from district_desk.domain.reform_triggers import Duty
from district_desk.reader import read_text

DIRECTIVE = """ỦY BAN NHÂN DÂN
HUYỆN CẨM GIÀNG

Số: 09/CT-UBND

Cẩm Giàng, ngày 30 tháng 3 năm 2023

CHỈ THỊ
Về việc nâng cao Chỉ số cải cách hành chính

Chủ tịch UBND huyện yêu cầu:

1. UBND các xã, thị trấn được xếp loại hoàn thành nhiệm vụ gửi kế hoạch khắc phục tồn tại về UBND huyện (qua Phòng Nội vụ) trước ngày 10 tháng 4 năm 2023.

2. Chủ tịch UBND các xã, thị trấn đăng ký công việc đột phá, sáng tạo trước ngày 10 tháng 4 năm 2023.

3. Thủ trưởng các cơ quan kiểm điểm, xác định nguyên nhân trong thời gian sớm nhất.

Nơi nhận:
- UBND các xã, thị trấn;
"""
FAIR = "Hoàn thành nhiệm vụ"


class Clock:
    """The office's own time, moved by hand."""

    now = datetime(2023, 4, 3, 8, 0)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path, clock):
    made = create_office(tmp_path / "office", "cam-giang-2023", clock=clock)
    draft = draft_of(made, read_text("chi-thi.txt", DIRECTIVE), source=Source.OWN)
    register(made, without_lines(draft))
    take(
        made, tmp_path, {"UBND xã Cẩm Đông": (14.99, FAIR), "UBND xã Cẩm Phúc": (16, FAIR), "UBND xã Cao An": (19, "")}
    )
    yield made
    made.close()


def take(desk, folder: Path, told: dict[str, tuple[float, str]]) -> None:
    book = Workbook()
    book.active.append(["TT", "Đơn vị", "Cải cách TTHC", "Xếp loại"])
    book.active.append([None, "Điểm tối đa", 20, None])
    for number, (name, (points, rating)) in enumerate(told.items(), start=1):
        book.active.append([number, name, points, rating])
    book.save(folder / "scores.xlsx")
    take_scores(desk, preview_scores(desk, folder / "scores.xlsx", 2022))


def given(desk):
    give_plans(desk, 2022, compare(desk, 2022, directive_id=1).to_give)
    return {row.unit.short_name: row for row in plans(desk, 2022)}


def told(day: int, **fields) -> Told:
    return Told(date(2023, 4, day), **fields)


def test_those_who_owe_are_given_the_work_by_the_items_due_rule_and_once_only(desk):
    assert [(each.unit.name, each.due) for each in owed(desk, 2022, directive_id=1)] == [
        ("UBND xã Cẩm Phúc", date(2023, 4, 9)),
        ("UBND xã Cẩm Đông", date(2023, 4, 9)),
    ]
    rows = given(desk)

    assert {row.state for row in rows.values()} == {PlanState.OWED}
    assert rows["Cẩm Đông"].reasons == ("T1", "T2")
    assert [line.due for line in desk.store.reading().find(Assignment)] == [date(2023, 4, 9)] * 2
    assert compare(desk, 2022).to_give == ()
    assert undo(desk)
    assert plans(desk, 2022) == []


def test_everybody_registers_breakthrough_work_and_a_review_without_a_date_asks_for_one(desk):
    breakthrough = compare(desk, 2022, duty=Duty.BREAKTHROUGH, directive_id=1).to_give
    review = compare(desk, 2022, duty=Duty.REVIEW, directive_id=1).to_give

    assert len(breakthrough) == 17
    assert {each.item.path for each in breakthrough} == {"2"}
    assert {each.unit.short_name for each in review} == {"Cẩm Phúc", "Cẩm Đông", "Cao An"}
    with pytest.raises(MissingField):
        give_plans(desk, 2022, review)
    changes = give_plans(desk, 2022, review, due=date(2023, 4, 28))
    assert done_label(changes) == f"Đã giao {len(review)} đơn vị kiểm điểm sau Chỉ số CCHC năm 2022"
    assert {row.due for row in plans(desk, 2022, duty=Duty.REVIEW)} == {date(2023, 4, 28)}


def test_a_plan_is_sent_sent_back_sent_again_accepted_reported_on_and_closed(desk, clock):
    plan = given(desk)["Cẩm Đông"].plan
    clock.now = datetime(2023, 4, 28, 8, 0)
    send_plan(desk, plan.id, told(7, notation="15/KH-UBND", dated=date(2023, 4, 6)))
    ask_to_complete(desk, [plan.id], told(11, reason="Chưa nêu người chịu trách nhiệm"))
    send_plan(desk, plan.id, told(14, notation="17/KH-UBND"))
    accept_plans(desk, [plan.id], told(18))
    with pytest.raises(BadValue):
        close_plans(desk, [plan.id], date(2023, 4, 20))
    report_outcome(desk, plan.id, notation="40/BC-UBND", on=date(2023, 4, 25))
    close_plans(desk, [plan.id], date(2023, 4, 27))

    def on(day: int):
        row = next(each for each in plans(desk, 2022, as_of=date(2023, 4, day)) if each.plan.id == plan.id)
        return row.state, row.sending.notation, row.sending.days_late

    assert on(6) == (PlanState.OWED, "", 0)
    assert on(8) == (PlanState.SENT, "15/KH-UBND", 0)
    assert on(12)[0] is PlanState.TO_COMPLETE
    assert on(20) == (PlanState.ACCEPTED, "17/KH-UBND", 5)
    assert (on(25)[0], on(28)[0]) == (PlanState.RESULT_REPORTED, PlanState.CLOSED)


def test_a_plan_cannot_come_on_a_day_that_is_still_to_come(desk):
    plan = given(desk)["Cẩm Đông"].plan

    with pytest.raises(WrongDay):
        send_plan(desk, plan.id, told(20, notation="15/KH-UBND"))
    with pytest.raises(BadValue):
        report_outcome(desk, plan.id, notation="1/BC", on=date(2023, 5, 1))


def test_changed_scores_show_who_is_added_and_who_no_longer_owes_and_the_clerk_decides(desk, tmp_path):
    rows = given(desk)
    good = "Hoàn thành tốt nhiệm vụ"
    take(desk, tmp_path, {"UBND xã Cẩm Đông": (18, good), "UBND xã Cẩm Phúc": (16, FAIR), "UBND xã Cao An": (14, "")})

    difference = compare(desk, 2022)
    assert [each.unit.short_name for each in difference.to_give] == ["Cao An"]
    assert [row.unit.short_name for row in difference.no_longer] == ["Cẩm Đông"]
    with pytest.raises(MissingField):
        release_plans(desk, [rows["Cẩm Đông"].plan.id], told(3))
    release_plans(desk, [rows["Cẩm Đông"].plan.id], told(3, reason="Điểm thẩm định lại đạt 90%"))
    assert {row.unit.short_name: row.state for row in plans(desk, 2022)}["Cẩm Đông"] is PlanState.RECALLED
    assert compare(desk, 2022).no_longer == ()


def test_a_unit_that_was_released_and_owes_again_gets_a_new_line(desk):
    row = given(desk)["Cẩm Đông"]
    release_plans(desk, [row.plan.id], told(3, reason="Nhập nhầm điểm"))
    again = given(desk)["Cẩm Đông"]

    assert (again.plan.id, again.state) == (row.plan.id, PlanState.OWED)
    assert again.plan.assignment_id != row.plan.assignment_id


def test_the_measures_of_a_plan_are_kept_in_their_order(desk):
    plan = given(desk)["Cẩm Đông"].plan
    first = Measure(plan.id, lost=2 * ONE, weakness="Tỷ lệ hồ sơ trực tuyến thấp", remedy="Tập huấn")
    keep_measures(desk, plan.id, [first, Measure(plan.id, remedy="Kiểm tra hằng tuần")])
    kept = measures_of(desk, plan.id)
    keep_measures(desk, plan.id, [kept[1], kept[0]])

    assert [each.remedy for each in measures_of(desk, plan.id)] == ["Kiểm tra hằng tuần", "Tập huấn"]
    keep_measures(desk, plan.id, [kept[0]])
    assert [(each.remedy, each.lost) for each in measures_of(desk, plan.id)] == [("Tập huấn", 2 * ONE)]


def test_the_official_rating_is_never_overwritten_by_the_formula(desk):
    row = next(each for each in results(desk, 2022).rows if each.unit.short_name == "Cẩm Phúc")

    assert (row.official, row.formula, row.rating, row.differs) == (FAIR, "Hoàn thành tốt nhiệm vụ", FAIR, True)
    assert row.rank == 2
