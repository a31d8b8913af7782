"""The board of plans: who owes and why, what was given, what came late, who no longer owes, in one table."""

import shutil
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path

import pytest
from openpyxl import Workbook

from district_desk.desk.following_up import Told
from district_desk.desk.opening import open_office
from district_desk.desk.reform.plan_board import plan_board, reason_text
from district_desk.desk.reform.plan_giving import by_hand
from district_desk.desk.reform.plans import compare, give_plans, release_plans, send_plan
from district_desk.desk.reform.score_import import preview_scores, take_scores
from district_desk.desk.registering import draft_of, register, without_lines
from district_desk.domain.directives import Source
from district_desk.domain.items import Item
from district_desk.domain.problems import BadValue
from district_desk.domain.reform_plans import PlanState
from district_desk.domain.reform_triggers import Duty
from district_desk.reader import read_text

DIRECTIVE = """ỦY BAN NHÂN DÂN
HUYỆN CẨM GIÀNG

Số: 09/CT-UBND

Cẩm Giàng, ngày 30 tháng 3 năm 2023

CHỈ THỊ
Về việc nâng cao Chỉ số cải cách hành chính

1. UBND các xã, thị trấn gửi kế hoạch khắc phục tồn tại về UBND huyện trước ngày 10 tháng 4 năm 2023.

Nơi nhận:
- UBND các xã, thị trấn;
"""
FAIR, GOOD = "Hoàn thành nhiệm vụ", "Hoàn thành tốt nhiệm vụ"


class Clock:
    """The office's own time, moved by hand."""

    now = datetime(2023, 4, 3, 8, 0)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def desk(new_office, tmp_path):
    clock = Clock()
    opened = open_office(Path(shutil.copytree(new_office, tmp_path / "office")), clock=clock)
    register(opened, without_lines(draft_of(opened, read_text("ct.txt", DIRECTIVE), source=Source.OWN)))
    take(opened, tmp_path, {"UBND xã Cẩm Đông": (14.99, FAIR), "UBND xã Cẩm Phúc": (16, FAIR)})
    clock.now = datetime(2023, 4, 20, 8, 0)
    yield opened
    opened.close()


def take(desk, folder: Path, told: dict[str, tuple[float, str]]) -> None:
    book = Workbook()
    book.active.append(["TT", "Đơn vị", "Cải cách TTHC", "Xếp loại"])
    book.active.append([None, "Điểm tối đa", 20, None])
    for number, (name, (points, rating)) in enumerate(told.items(), start=1):
        book.active.append([number, name, points, rating])
    book.save(folder / "scores.xlsx")
    take_scores(desk, preview_scores(desk, folder / "scores.xlsx", 2022))


def board(desk, **asked):
    return {row.unit.short_name: row for row in plan_board(desk, 2022, **asked).rows}


def test_who_owes_stands_there_with_the_reasons_in_words_before_and_after_it_is_given(desk):
    before = board(desk)["Cẩm Đông"]
    assert (before.plan, before.owed is not None, before.rating) == (None, True, FAIR)
    assert [reason_text(each) for each in before.reasons] == [
        "xếp loại “Hoàn thành nhiệm vụ”", "Cải cách TTHC đạt 74,95%",
    ]  # fmt: skip
    assert [each.key for each in plan_board(desk, 2022).domains] == ["TTHC"]
    assert before.shares == (Fraction(1499, 20),)

    give_plans(desk, 2022, compare(desk, 2022, directive_id=1).to_give)
    after = board(desk)["Cẩm Đông"]
    assert (after.owed, after.due, after.is_late) == (None, date(2023, 4, 9), True)
    assert after.reasons == before.reasons


def test_what_came_late_is_late_and_what_came_in_time_is_not(desk):
    give_plans(desk, 2022, compare(desk, 2022, directive_id=1).to_give, given=date(2023, 4, 3))
    rows = board(desk)
    send_plan(desk, rows["Cẩm Đông"].plan.plan.id, Told(date(2023, 4, 12)))
    send_plan(desk, rows["Cẩm Phúc"].plan.plan.id, Told(date(2023, 4, 7)))

    assert {name: row.is_late for name, row in board(desk).items()} == {"Cẩm Đông": True, "Cẩm Phúc": False}
    assert board(desk, as_of=date(2023, 4, 8))["Cẩm Đông"].plan.state is PlanState.OWED


def test_work_cannot_be_given_on_a_day_to_come(desk):
    with pytest.raises(BadValue):
        give_plans(desk, 2022, compare(desk, 2022, directive_id=1).to_give, given=date(2023, 4, 21))
    assert [row.plan for row in board(desk).values()] == [None, None]


def test_who_no_longer_owes_is_marked_and_stays_on_the_board_after_the_clerk_released_it(desk, tmp_path):
    give_plans(desk, 2022, compare(desk, 2022, directive_id=1).to_give)
    take(desk, tmp_path, {"UBND xã Cẩm Đông": (18, GOOD), "UBND xã Cẩm Phúc": (16, FAIR)})

    row = board(desk)["Cẩm Đông"]
    assert (row.no_longer, row.reasons) == (True, ())
    release_plans(desk, [row.plan.plan.id], Told(date(2023, 4, 20), reason="Điểm phúc tra đạt 90%"))
    row = board(desk)["Cẩm Đông"]
    assert (row.plan.state, row.no_longer, row.is_late) == (PlanState.RECALLED, False, False)


def test_a_unit_asked_by_hand_stands_on_the_board_without_reasons(desk):
    unit = next(each for each in desk.directory(desk.today()).units if each.code == "PTP")
    give_plans(desk, 2022, by_hand(desk, [unit.id], Duty.PLAN, desk.store.reading().find(Item)[0]))

    row = next(row for row in plan_board(desk, 2022).rows if row.unit.id == unit.id)
    assert (row.reasons, row.no_longer, row.rating, row.shares) == ((), False, "", (None,))
