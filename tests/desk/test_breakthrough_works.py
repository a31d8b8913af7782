"""Breakthrough works: registered by units, told apart from those who have not, their document reports the assignment."""

import shutil
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from district_desk.desk.keeping import undo
from district_desk.desk.opening import open_office
from district_desk.desk.reform.breakthroughs import breakthrough_register, keep_works, read_works
from district_desk.desk.reform.index import begin_from_example
from district_desk.desk.reform.plan_tables import lines_of_file, lines_of_text
from district_desk.desk.reform.plans import compare, give_plans, plans
from district_desk.desk.registering import draft_of, register, without_lines
from district_desk.domain.directives import Source
from district_desk.domain.problems import BadValue, MissingField
from district_desk.domain.reform_plans import Breakthrough, PlanState
from district_desk.domain.reform_triggers import Duty
from district_desk.reader import read_text

DIRECTIVE = """ỦY BAN NHÂN DÂN
HUYỆN CẨM GIÀNG

Số: 09/CT-UBND

Cẩm Giàng, ngày 30 tháng 3 năm 2023

CHỈ THỊ
Về việc nâng cao Chỉ số cải cách hành chính

1. Chủ tịch UBND các xã, thị trấn đăng ký công việc đột phá, sáng tạo trước ngày 10 tháng 4 năm 2023.

Nơi nhận:
- UBND các xã, thị trấn;
"""


class Clock:
    """The office's own time, moved by hand."""

    now = datetime(2023, 4, 3, 8, 0)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture(scope="module")
def asked(new_office, tmp_path_factory) -> Path:
    """The folder of an office that asked all its communes to register; tests work on copies."""
    folder = tmp_path_factory.mktemp("works") / "office"
    shutil.copytree(new_office, folder)
    made = open_office(folder, clock=Clock())
    register(made, without_lines(draft_of(made, read_text("chi-thi.txt", DIRECTIVE), source=Source.OWN)))
    begin_from_example(made, 2022)
    give_plans(made, 2022, compare(made, 2022, duty=Duty.BREAKTHROUGH, directive_id=1).to_give)
    made.close()
    return folder


@pytest.fixture
def desk(asked, tmp_path):
    clock = Clock()
    opened = open_office(Path(shutil.copytree(asked, tmp_path / "office")), clock=clock)
    clock.now = datetime(2023, 4, 20, 8, 0)
    yield opened
    opened.close()


def unit(desk, name: str) -> int:
    return next(each.id for each in desk.directory(desk.today()).units if each.short_name == name)


def state_of(desk, name: str) -> PlanState:
    rows = plans(desk, 2022, duty=Duty.BREAKTHROUGH)
    return next(row.state for row in rows if row.unit.short_name == name)


def test_the_units_document_reports_its_assignment_and_one_undo_takes_back_both(desk):
    work = Breakthrough(2022, unit(desk, "Cao An"), "Trả kết quả tại nhà", notation="7/UBND-VP")
    keep_works(desk, 2022, [work])
    assert state_of(desk, "Cao An") is PlanState.OWED

    [kept] = next(each.works for each in breakthrough_register(desk, 2022) if each.works)
    keep_works(desk, 2022, [replace(kept, registered_on=date(2023, 4, 12))])
    row = next(row for row in plans(desk, 2022, duty=Duty.BREAKTHROUGH) if row.unit.short_name == "Cao An")
    assert (row.state, row.sending.notation, row.sending.days_late) == (PlanState.SENT, "7/UBND-VP", 3)
    assert sum(each.has_registered for each in breakthrough_register(desk, 2022)) == 1

    assert undo(desk)
    assert state_of(desk, "Cao An") is PlanState.OWED
    assert not any(each.has_registered for each in breakthrough_register(desk, 2022))


def test_a_unit_registers_several_works_and_a_told_result_reports_nothing_twice(desk):
    mine = unit(desk, "Cao An")
    day = date(2023, 4, 7)
    keep_works(desk, 2022, [Breakthrough(2022, mine, each, registered_on=day) for each in ("Một", "Hai")])
    first, second = next(each.works for each in breakthrough_register(desk, 2022) if each.works)
    keep_works(desk, 2022, [replace(second, result="Đã làm xong")], dropped=[first.id])

    [kept] = next(each.works for each in breakthrough_register(desk, 2022) if each.works)
    assert (kept.content, kept.result, kept.registered_on) == ("Hai", "Đã làm xong", day)
    assert state_of(desk, "Cao An") is PlanState.SENT


def test_a_work_without_content_without_unit_or_of_a_day_to_come_is_refused(desk):
    mine = unit(desk, "Cao An")
    with pytest.raises(MissingField):
        keep_works(desk, 2022, [Breakthrough(2022, mine, " ")])
    with pytest.raises(MissingField):
        keep_works(desk, 2022, [Breakthrough(2022, 0, "Một cửa lưu động")])
    with pytest.raises(BadValue):
        keep_works(desk, 2022, [Breakthrough(2022, mine, "Một cửa", registered_on=date(2023, 4, 21))])


def test_a_table_of_all_units_is_read_with_its_units_and_names_that_nobody_has_are_told(desk, tmp_path):
    book = Workbook()
    book.active.append(["BẢNG ĐĂNG KÝ CÔNG VIỆC ĐỘT PHÁ, SÁNG TẠO"])
    book.active.append([
        "TT", "Đơn vị", "Nội dung công việc đột phá, sáng tạo", "Giải pháp thực hiện", "Tiêu chí CCHC tác động",
        "Thời gian", "Kết quả (cập nhật)", "Số văn bản", "Ngày đăng ký", "Ghi chú",
    ])  # fmt: skip
    book.active.append([1, "UBND xã Cao An", "Trả kết quả tại nhà", "Bưu điện", "7.1", "2023", "", "7/UBND",
                        datetime(2023, 4, 7), ""])  # fmt: skip
    book.active.append([None, None, "Ngày thứ Sáu không hẹn", "", "3.2", "", "", "", None, ""])
    book.active.append([2, "UBND xã Cao Ân", "Một cửa lưu động", "", "", "", "", "", None, ""])
    book.save(tmp_path / "works.xlsx")
    found = read_works(desk, 2022, lines_of_file(tmp_path / "works.xlsx"))

    cao_an = unit(desk, "Cao An")
    assert [(each.unit_id, each.content) for each in found.works] == [
        (cao_an, "Trả kết quả tại nhà"), (cao_an, "Ngày thứ Sáu không hẹn"), (0, "Một cửa lưu động"),
    ]  # fmt: skip
    assert (found.works[0].criteria, found.works[0].registered_on) == ("7.1", date(2023, 4, 7))
    [(written, near)] = found.unknown
    assert written == "UBND xã Cao Ân"
    assert "UBND xã Cao An" in near


def test_a_table_without_units_belongs_to_the_unit_whose_it_is(desk):
    found = read_works(desk, 2022, lines_of_text("Nội dung công việc\tThời gian\nMột cửa\tQuý II"), unit_id=5)

    assert [(each.unit_id, each.time) for each in found.works] == [(5, "Quý II")]


def test_without_an_index_a_work_with_its_day_counts_as_registered(desk):
    keep_works(desk, 2021, [Breakthrough(2021, unit(desk, "Cao An"), "Một cửa", registered_on=date(2022, 4, 1))])

    assert [(each.unit.short_name, each.has_registered) for each in breakthrough_register(desk, 2021)] == [
        ("Cao An", True)
    ]


def test_the_command_line_takes_a_table_and_tells_who_has_not_registered(asked, tmp_path, typed):
    folder = Path(shutil.copytree(asked, tmp_path / "office"))
    book = Workbook()
    book.active.append(["Đơn vị", "Nội dung công việc", "Ngày đăng ký"])
    book.active.append(["Cao An", "Trả kết quả tại nhà", "07/04/2023"])
    book.save(tmp_path / "works.xlsx")
    told = typed(
        "cchc", "breakthrough", "--folder", folder, "--year", 2022, "--take", tmp_path / "works.xlsx", "--json"
    )

    assert [(work["unit"], work["registered_on"]) for work in told.json["works"]] == [("UBND xã Cao An", "2023-04-07")]
    assert len(told.json["missing"]) == 16
    assert {row["due"] for row in told.json["missing"]} == {"2023-04-09"}

    book.active.append(["Xã Không Có", "Việc khác", ""])
    book.save(tmp_path / "works.xlsx")
    refused = typed("cchc", "breakthrough", "--folder", folder, "--year", 2022, "--take", tmp_path / "works.xlsx")
    assert (refused.code == 0, "Xã Không Có" in refused.err) == (False, True)
