"""A plan's measures: from lost points or the unit's own table to items of the register that are followed like any work."""

import shutil
from datetime import date, datetime
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook

from district_desk.desk.following_up import Told, close
from district_desk.desk.keeping import undo
from district_desk.desk.opening import open_office
from district_desk.desk.reform.plan_following import follow_measures, plan_document, registered_plans
from district_desk.desk.reform.plan_giving import by_hand, by_item, offered_items
from district_desk.desk.reform.plan_measures import (
    draft_measures,
    measure_rows,
    open_measures,
    read_measures,
    weaknesses,
    with_due,
)
from district_desk.desk.reform.plan_tables import lines_of_file, lines_of_text
from district_desk.desk.reform.plans import accept_plans, compare, give_plans, keep_measures, plans, send_plan
from district_desk.desk.reform.score_import import preview_scores, take_scores
from district_desk.desk.registering import draft_of, register, without_lines
from district_desk.domain.assignments import Assignment, Role, State
from district_desk.domain.directives import Directive, Source
from district_desk.domain.due import DueKind
from district_desk.domain.items import Item
from district_desk.domain.points import ONE
from district_desk.domain.problems import BadValue, MissingField, NumberTaken
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

2. Các đơn vị được kiểm tra báo cáo kết quả khắc phục trong tháng 5 năm 2023.

Nơi nhận:
- UBND các xã, thị trấn;
"""
UNIT_PLAN = DIRECTIVE.replace("HUYỆN CẨM GIÀNG", "XÃ CẨM ĐÔNG").replace("09/CT-UBND", "15/KH-UBND")
HEADINGS = (
    "TT", "Lĩnh vực, tiêu chí bị trừ điểm", "Điểm tối đa", "Điểm đạt", "Tỷ lệ (%)", "Tồn tại, hạn chế", "Nguyên nhân",
    "Tập thể, cá nhân chịu trách nhiệm", "Giải pháp khắc phục", "Thời hạn", "Sản phẩm/TLKC",
)  # fmt: skip
TABLE = (
    ("I", "Cải cách thủ tục hành chính", "20", "14,99", "74,95", "", "", "", "", "", ""),
    ("1", "Cải cách TTHC", "20", "14,99", "74,95", "Tỷ lệ giải quyết ngay tại Một cửa thấp", "Thiếu người",
     "Trần Văn A", "Bố trí thêm công chức tại Một cửa", "trước ngày 15/5/2023", "Quyết định"),
    ("", "", "", "", "", "Chậm công khai", "", "Lê Thị B", "Công khai đủ thủ tục", "30/4/2023", "Ảnh chụp"),
    ("2", "Chuyện không có trong bộ chỉ số", "5", "4", "80", "Ít sáng kiến", "", "", "Phát động thi đua",
     "thường xuyên", ""),
)  # fmt: skip


class Clock:
    """The office's own time, moved by hand."""

    now = datetime(2023, 4, 20, 8, 0)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="module")
def asked(new_office, tmp_path_factory) -> Path:
    """The folder of an office in which one commune was asked for a plan and has sent it; tests work on copies."""
    folder, clock = tmp_path_factory.mktemp("plans") / "office", Clock()
    shutil.copytree(new_office, folder)
    clock.now = datetime(2023, 4, 3, 8, 0)
    made = open_office(folder, clock=clock)
    register(made, without_lines(draft_of(made, read_text("chi-thi.txt", DIRECTIVE), source=Source.OWN)))
    book = Workbook()
    book.active.append(["TT", "Đơn vị", "Cải cách TTHC", "Xếp loại"])
    book.active.append([None, "Điểm tối đa", 20, None])
    book.active.append([1, "UBND xã Cẩm Đông", 14.99, "Hoàn thành nhiệm vụ"])
    book.save(folder.parent / "scores.xlsx")
    take_scores(made, preview_scores(made, folder.parent / "scores.xlsx", 2022))
    give_plans(made, 2022, compare(made, 2022, directive_id=1).to_give)
    clock.now = datetime(2023, 4, 20, 8, 0)
    send_plan(made, 1, Told(date(2023, 4, 7), notation="15/KH-UBND", dated=date(2023, 4, 6)))
    made.close()
    return folder


@pytest.fixture
def desk(asked, tmp_path, clock):
    opened = open_office(Path(shutil.copytree(asked, tmp_path / "office")), clock=clock)
    yield opened
    opened.close()


def in_excel(folder: Path) -> Path:
    book = Workbook()
    book.active.append(["KẾ HOẠCH khắc phục tồn tại, hạn chế"])
    book.active.append(HEADINGS)
    book.active.append([f"({place})" for place in range(1, 12)])
    for line in TABLE:
        book.active.append(line)
    book.save(folder / "plan.xlsx")
    return folder / "plan.xlsx"


def in_word(folder: Path) -> Path:
    document = Document()
    document.add_paragraph("KẾ HOẠCH khắc phục tồn tại, hạn chế của UBND xã Cẩm Đông")
    table = document.add_table(rows=0, cols=len(HEADINGS))
    for line in (HEADINGS, *TABLE):
        for cell, words in zip(table.add_row().cells, line, strict=True):
            cell.text = words
    document.save(str(folder / "plan.docx"))
    return folder / "plan.docx"


def pasted(_: Path) -> list[list[str]]:
    return lines_of_text("\n".join("\t".join(line) for line in (HEADINGS, *TABLE)))


@pytest.mark.parametrize(
    "lines",
    [lambda folder: lines_of_file(in_excel(folder)), lambda folder: lines_of_file(in_word(folder)), pasted],
    ids=["excel", "word", "pasted"],
)
def test_a_units_own_table_is_read_by_its_headings_and_nothing_is_written(desk, tmp_path, lines):
    found = read_measures(desk, 1, lines(tmp_path))

    first, second, third = found.measures
    assert (first.weakness, first.responsible, first.product) == (TABLE[1][5], "Trần Văn A", "Quyết định")
    assert (first.due, second.due, third.due) == (date(2023, 5, 14), date(2023, 4, 30), None)
    assert first.criterion_id == second.criterion_id is not None
    assert (first.lost, third.lost) == (points(5.01), points(1))
    assert found.unknown == ("Chuyện không có trong bộ chỉ số",)
    assert found.unread == ("thường xuyên",)
    assert measure_rows(desk, 1) == []


def points(value: float) -> int:
    return round(value * ONE)


@pytest.mark.parametrize(
    "headings",
    [
        ("Tiêu chí", "Tồn tại", "Nguyên nhân của tồn tại, hạn chế", "Giải pháp khắc phục tồn tại, hạn chế", "Hạn"),
        ("Nội dung bị trừ điểm", "Hạn chế", "Nguyên nhân", "Biện pháp", "Thời gian hoàn thành"),
        ("Lĩnh vực", "Khuyết điểm", "Nguyên nhân, trách nhiệm", "Nhiệm vụ, giải pháp", "Tiến độ thực hiện"),
    ],
)
def test_offices_head_their_columns_in_other_words(desk, headings):
    lines = [list(headings), ["Cải cách TTHC", "Chậm", "Thiếu người", "Tập huấn", "30/6/2023"]]
    [read] = read_measures(desk, 1, lines).measures

    assert (read.weakness, read.cause, read.remedy, read.due) == (
        "Chậm", "Thiếu người", "Tập huấn", date(2023, 6, 30)
    )  # fmt: skip
    assert read.criterion_id


def test_a_row_whose_words_sound_like_headings_is_a_row(desk):
    lines = lines_of_text(
        "Tồn tại\tGiải pháp\tThời hạn\tSản phẩm\tGhi chú\n"
        "Chưa có giải pháp\tXác định nguyên nhân, trách nhiệm\tQuý III\tBáo cáo\tlàm ngay"
    )
    [read] = read_measures(desk, 1, lines).measures

    assert (read.weakness, read.remedy) == ("Chưa có giải pháp", "Xác định nguyên nhân, trách nhiệm")


def test_columns_may_stand_in_another_order_and_a_table_of_something_else_is_refused(desk):
    table = "Biện pháp\tTồn tại\tHạn\nTập huấn\tCán bộ yếu\ttrong tháng 6/2023"
    [read] = read_measures(desk, 1, lines_of_text(table)).measures

    assert (read.remedy, read.weakness, read.due) == ("Tập huấn", "Cán bộ yếu", date(2023, 6, 30))
    with pytest.raises(BadValue):
        read_measures(desk, 1, lines_of_text("Họ và tên\tChức vụ\nTrần Văn A\tChủ tịch"))


def test_copied_cells_with_line_ends_inside_stay_one_cell():
    assert lines_of_text('a\t"b ""c""\nd"\te\n\n15" màn hình\tg\n') == [["a", 'b "c" d', "e"], ['15" màn hình', "g"]]


def test_the_lines_of_a_plan_are_prefilled_from_the_points_that_were_lost(desk):
    [drafted] = draft_measures(desk, 1)

    assert drafted.lost == points(5.01)
    keep_measures(desk, 1, [drafted])
    assert draft_measures(desk, 1) == []
    assert weaknesses(desk, "TTHC")[0] == "Tỷ lệ hồ sơ giải quyết ngay tại Bộ phận Một cửa thấp"
    assert len(weaknesses(desk, "TTHC")) == len(weaknesses(desk)) == 9


def test_a_limit_in_days_is_counted_from_the_day_on_which_the_plan_came(desk):
    assert with_due(desk, 1, Measure(1, phrase="trong thời hạn 05 ngày làm việc")).due == date(2023, 4, 14)
    assert with_due(desk, 1, Measure(1, phrase="càng sớm càng tốt", due=date(2023, 6, 1))).due == date(2023, 6, 1)


def accepted(desk) -> None:
    keep_measures(desk, 1, read_measures(desk, 1, pasted(Path())).measures)
    accept_plans(desk, [1], Told(date(2023, 4, 12)))


def test_each_measure_of_an_accepted_plan_becomes_an_item_of_a_registered_document_and_a_line_of_the_unit(desk):
    accepted(desk)
    changes = follow_measures(desk, 1)

    paper = desk.store.reading().get(Directive, plans(desk, 2022)[0].plan.directive_id)
    assert (str(paper.notation), paper.arrived, paper.issued) == ("15/KH-UBND", date(2023, 4, 7), date(2023, 4, 6))
    assert (paper.issuer, paper.type_code, paper.arrival, paper.source) == (
        "UBND xã Cẩm Đông", "KH", "1", Source.RECEIVED
    )  # fmt: skip
    items = desk.store.reading().find(Item, "position", directive_id=paper.id)
    assert [(item.path, item.text, item.due) for item in items] == [
        ("1", "Bố trí thêm công chức tại Một cửa", date(2023, 5, 14)),
        ("2", "Công khai đủ thủ tục", date(2023, 4, 30)),
        ("3", "Phát động thi đua", None),
    ]
    assert items[0].due_rule.kind is DueKind.BEFORE
    [first, *_] = lines = desk.store.reading().find(Assignment, directive_id=paper.id)
    assert {(line.role, line.unit_id) for line in lines} == {(Role.LEAD, first.unit_id)}
    assert (first.person, first.given) == ("Trần Văn A", date(2023, 4, 20))
    assert changes.count == 3

    assert undo(desk)
    assert desk.store.reading().find(Directive, source="received") == []
    assert [row.line for row in measure_rows(desk, 1)] == [None, None, None]


def test_the_plan_shows_how_each_measure_stands_and_knows_which_are_still_open(desk, clock):
    accepted(desk)
    follow_measures(desk, 1)
    rows = measure_rows(desk, 1)
    clock.now = datetime(2023, 5, 4, 8, 0)
    close(desk, [rows[0].line.assignment.id], Told(date(2023, 5, 4)), done_on=date(2023, 5, 3))

    states = [row.line.standing.state for row in measure_rows(desk, 1)]
    assert states == [State.DONE_IN_TIME, State.OVERDUE, State.RUNNING_NO_DUE]
    assert len(open_measures(desk, [1])) == 2
    with pytest.raises(BadValue):
        keep_measures(desk, 1, [row.measure for row in measure_rows(desk, 1)][:2])


def test_a_plan_that_stands_in_the_register_already_is_offered_and_gets_the_items(desk):
    draft = draft_of(desk, read_text("kh.txt", UNIT_PLAN), arrived=date(2023, 4, 7))
    there = register(desk, without_lines(draft))
    accepted(desk)

    assert [each.id for each in registered_plans(desk, 1)] == [there.directive_id]
    follow_measures(desk, 1, directive_id=there.directive_id)
    items = desk.store.reading().find(Item, "position", directive_id=there.directive_id)
    assert [item.path for item in items][-3:] == ["3", "4", "5"]
    keep_measures(desk, 1, [*(row.measure for row in measure_rows(desk, 1)), Measure(1, remedy="Kiểm tra")])
    follow_measures(desk, 1)
    assert desk.store.reading().find(Item, "position", directive_id=there.directive_id)[-1].path == "6"
    with pytest.raises(MissingField):
        follow_measures(desk, 1)


def test_only_an_accepted_plan_is_followed_and_a_taken_number_writes_nothing(desk):
    keep_measures(desk, 1, [Measure(1, remedy="Tập huấn")])
    with pytest.raises(BadValue):
        follow_measures(desk, 1)
    accept_plans(desk, [1], Told(date(2023, 4, 12)))
    register(desk, without_lines(draft_of(desk, read_text("kh.txt", UNIT_PLAN.replace("15/KH", "3/TB")))))

    with pytest.raises(NumberTaken):
        follow_measures(desk, 1, arrival="1")
    assert measure_rows(desk, 1)[0].line is None
    follow_measures(desk, 1, arrival="1a")
    assert desk.store.reading().get(Directive, plans(desk, 2022)[0].plan.directive_id).arrival == "1a"


def test_what_is_not_known_of_the_units_document_stays_blank(desk):
    assert plan_document(desk, 1).signer == ""
    assert plan_document(desk, 1).subject.startswith(
        "Kế hoạch khắc phục tồn tại, hạn chế, nâng cao Chỉ số CCHC năm 2022"
    )


def test_an_inspected_unit_owes_a_plan_by_hand_and_no_score_takes_it_back(desk):
    item = desk.store.reading().find(Item, path="2")[0]
    unit = next(each for each in desk.directory(desk.today()).units if each.short_name == "Cao An")
    give_plans(desk, 2022, by_hand(desk, [unit.id], Duty.PLAN, item))

    row = next(row for row in plans(desk, 2022) if row.unit.id == unit.id)
    assert (row.reasons, row.due, row.state) == ((), date(2023, 5, 31), PlanState.OWED)
    assert compare(desk, 2022).no_longer == ()


def test_our_own_directive_is_offered_before_a_newer_one_of_another_body(desk):
    text = DIRECTIVE.replace("HUYỆN CẨM GIÀNG", "TỈNH BÌNH THUẬN").replace("năm 2023", "năm 2024")
    register(desk, without_lines(draft_of(desk, read_text("cong-van.txt", text))))

    assert [each.directive.source for each in offered_items(desk, 2022, Duty.PLAN)] == [Source.OWN, Source.RECEIVED]


def test_the_item_is_offered_by_words_the_clerk_may_take_another_and_the_choice_is_kept(desk):
    offers = offered_items(desk, 2022, Duty.PLAN)
    assert [(each.item.path, each.is_tied) for each in offers] == [("1", True)]

    other = desk.store.reading().find(Item, path="2")[0]
    assert undo(desk)
    assert undo(desk)
    give_plans(desk, 2022, by_item(compare(desk, 2022).to_give, other))
    assert next((each.item.path, each.is_tied) for each in offered_items(desk, 2022, Duty.PLAN)) == ("2", True)
    assert plans(desk, 2022)[0].due == date(2023, 5, 31)
