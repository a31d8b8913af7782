"""Papers on reform from an office's own records: the index, plans and who has not sent, the report, kept and printed again."""

import shutil
from datetime import date, datetime
from pathlib import Path

import pypdfium2
import pytest
from openpyxl import Workbook

from district_desk.cli import main
from district_desk.desk.following_up import Told
from district_desk.desk.opening import create_office, open_office
from district_desk.desk.printed_reports import preview_again, preview_report, print_report
from district_desk.desk.reform.breakthroughs import keep_works
from district_desk.desk.reform.evidence import add_files, put_document
from district_desk.desk.reform.evidence_dossier import SHEET, export_dossier
from district_desk.desk.reform.index import index_in_force, tree_of
from district_desk.desk.reform.papers import (
    ReformWish,
    evidence_tables,
    index_table,
    periodic_matrix,
    plan_table,
    work_table,
)
from district_desk.desk.reform.plans import compare, give_plans, keep_measures, plans, send_plan
from district_desk.desk.reform.prints import TITLES
from district_desk.desk.reform.report import reform_report
from district_desk.desk.reform.score_import import preview_scores, take_scores
from district_desk.desk.reform.texts import keep_texts, texts_of
from district_desk.desk.reform.unit_plan_paper import unit_plans
from district_desk.desk.registering import draft_of, register, without_lines
from district_desk.domain.directives import Source
from district_desk.domain.problems import MissingField, NotFound, PathTaken, Stopped
from district_desk.domain.reform_plans import Breakthrough, Evidence, Measure
from district_desk.domain.units import Unit
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
FAIR = "Hoàn thành nhiệm vụ"
SCORES = {
    "UBND xã Cẩm Đông": (14.99, FAIR),
    "UBND xã Cẩm Phúc": (16, FAIR),
    "UBND xã Cao An": (19, "Hoàn thành tốt nhiệm vụ"),
}


def clock():
    return datetime(2023, 4, 12, 8, 0)


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """An office with scores of 2022, a directive, two plans owed and one of them sent late."""
    folder = tmp_path_factory.mktemp("reform")
    desk = create_office(folder / "office", "cam-giang-2023", clock=clock)
    desk.clock = lambda: datetime(2023, 4, 3, 8, 0)
    register(desk, without_lines(draft_of(desk, read_text("chi-thi.txt", DIRECTIVE), source=Source.OWN)))
    book = Workbook()
    book.active.append(["TT", "Đơn vị", "Cải cách TTHC", "Xếp loại"])
    book.active.append([None, "Điểm tối đa", 20, None])
    for number, (name, (points, rating)) in enumerate(SCORES.items(), start=1):
        book.active.append([number, name, points, rating])
    book.save(folder / "scores.xlsx")
    take_scores(desk, preview_scores(desk, folder / "scores.xlsx", 2022))
    give_plans(desk, 2022, compare(desk, 2022, directive_id=1).to_give)
    desk.clock = clock
    [phuc] = [row for row in plans(desk, 2022) if row.unit.name == "UBND xã Cẩm Phúc"]
    send_plan(desk, phuc.plan.id, Told(date(2023, 4, 11), notation="25/KH-UBND"))
    desk.close()
    return folder / "office"


@pytest.fixture
def desk(office, tmp_path):
    shutil.copytree(office, tmp_path / "office")
    made = open_office(tmp_path / "office", clock=clock)
    yield made
    made.close()


def unit(desk, name: str) -> Unit:
    return desk.store.reading().find(Unit, name=name)[0]


def words_of(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())


def leaf(desk):
    return tree_of(desk.store.reading(), index_in_force(desk, 2022).id).criteria[0]


def test_the_summary_shows_points_as_they_were_given_and_the_limit_of_the_triggers(desk):
    table = index_table(desk, ReformWish(2022, (unit(desk, "UBND xã Cẩm Đông").id,)))
    by_unit = {row.unit: row for row in table.rows}
    assert by_unit["UBND xã Cẩm Đông"].points == (14_990_000,)
    assert by_unit["UBND xã Cẩm Đông"].rank == 3
    assert table.limit == 75_000_000
    assert [(each.unit, each.now) for each in table.pictures] == [("UBND xã Cẩm Đông", (74_950_000,))]


def test_after_the_due_day_those_that_have_not_sent_are_one_print(desk):
    whole = plan_table(desk, ReformWish(2022))
    awaited = plan_table(desk, ReformWish(2022, only_awaited=True))
    assert [(line.unit, line.days_late, line.is_awaited) for line in whole.lines] == [
        ("UBND xã Cẩm Phúc", 2, False),
        ("UBND xã Cẩm Đông", 3, True),
    ]
    assert [line.unit for line in awaited.lines] == ["UBND xã Cẩm Đông"]
    assert awaited.lines[0].reasons.endswith("74,95%")


def test_a_unit_s_plan_is_filled_from_its_scores_until_it_has_measures_of_its_own(desk):
    wish = ReformWish(2022, (unit(desk, "UBND xã Cẩm Đông").id,))
    [(plan, annex)] = unit_plans(desk, wish)
    assert plan.letterhead.body == "Ủy ban nhân dân\nxã Cẩm Đông"
    assert (plan.letterhead.place, plan.letterhead.day) == ("Cẩm Đông", None)
    assert plan.signature.authority == ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    assert [(line.got, line.weakness) for line in annex.measures] == [(14_990_000, "")]
    [row] = [row for row in plans(desk, 2022) if row.unit.name == plan.unit]
    keep_measures(desk, row.plan.id, [Measure(row.plan.id, leaf(desk).id, 10_000, "Trễ hạn", remedy="Giao ban")])
    [(again, _)] = unit_plans(desk, wish)
    assert [(line.weakness, line.remedy) for line in again.measures] == [("Trễ hạn", "Giao ban")]


def test_the_report_takes_what_is_known_on_its_day(desk):
    report, annex = reform_report(desk, ReformWish(2023, period="Quý I"))
    assert report.as_of == date(2023, 3, 14)
    assert report.plans.owed == 0, "the plans were asked for after the period"
    later, _ = reform_report(desk, ReformWish(2023, period="6 tháng", texts=(("causes", "Thiếu nhân lực"),)))
    assert (later.plans.owed, later.plans.late, later.plans.awaited) == (2, 1, ("UBND xã Cẩm Đông",))
    assert later.directives == 1
    assert later.tasks.together.total == 2
    assert annex.report == report
    assert later.letterhead.number_line.endswith("/BC-UBND")


def test_a_report_needs_a_period_that_the_office_has(desk):
    with pytest.raises(MissingField):
        reform_report(desk, ReformWish(2023))
    with pytest.raises(NotFound):
        reform_report(desk, ReformWish(2023, period="Quý V"))


def test_every_form_on_reform_is_drawn_kept_and_drawn_again_as_it_was(desk, tmp_path):
    put_document(desk, Evidence(leaf(desk).id, unit(desk, "UBND xã Cẩm Đông").id, notation="02/KH-UBND"))
    before = {}
    for form in TITLES:
        wish = ReformWish(2023 if "bao-cao" in form else 2022, period="Quý I", day=date(2023, 4, 12))
        done = print_report(desk, form, wish, tmp_path / f"{form}.pdf")
        before[done.kept.id] = words_of((tmp_path / f"{form}.pdf").read_bytes())
    keep_works(desk, 2022, [Breakthrough(2022, unit(desk, "UBND xã Cao An").id, "Ngày không hẹn")])
    assert {number: words_of(preview_again(desk, number)) for number in before} == before
    assert "Ngày không hẹn" in words_of(preview_report(desk, "bang-dang-ky-dot-pha", ReformWish(2022)))


def test_units_that_owe_a_report_or_a_registration_have_a_row_before_anything_comes(desk):
    paper = periodic_matrix(desk, ReformWish(2023))
    assert [period.name for period in paper.periods] == ["Quý I", "6 tháng", "Quý III", "Năm"]
    assert all(len(marks) == 4 for _, marks in paper.rows)
    lines = work_table(desk, ReformWish(2022)).lines
    assert len(lines) == 17
    assert {line.content for line in lines} == {""}


def test_the_words_of_a_section_come_back_for_their_period(desk, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "account"))
    keep_texts(desk, 2023, "Quý I", {"causes": "Thiếu nhân lực", "next": ""})
    assert texts_of(desk, 2023, "Quý I") == {"causes": "Thiếu nhân lực"}
    assert texts_of(desk, 2023, "Năm") == {}


@pytest.fixture
def filed(desk, tmp_path):
    """A unit with two files and a document without one at its first criterion."""
    commune, criterion = unit(desk, "UBND xã Cẩm Đông"), leaf(desk)
    for name in ("Kế hoạch: năm.pdf", "báo cáo.PDF"):
        (tmp_path / name).write_bytes(name.encode())
        add_files(desk, criterion.id, commune.id, [tmp_path / name])
    put_document(desk, Evidence(criterion.id, commune.id, notation="02/KH-UBND"))
    return commune


def test_a_dossier_holds_numbered_copies_and_its_index_sheet(desk, filed, tmp_path):
    told = export_dossier(desk, 2022, filed.id, tmp_path / "ho-so")
    names = sorted(path.name for path in (tmp_path / "ho-so").iterdir())
    assert (told.files, len(names)) == (2, 3)
    assert names[0] == SHEET
    assert names[1].startswith("01-")
    assert names[1].endswith("-ke-hoach-nam.pdf")
    sheet = words_of((tmp_path / "ho-so" / SHEET).read_bytes())
    assert names[1].rsplit("-", 1)[-1] in sheet.replace(" ", "")
    assert "02/KH-UBND" in sheet
    assert [line.file for line in evidence_tables(desk, ReformWish(2022, (filed.id,)))[0].lines] == [*names[1:], ""]


def test_a_stopped_export_leaves_the_good_dossier_as_it_was(desk, filed, tmp_path):
    out = tmp_path / "ho-so"
    export_dossier(desk, 2022, filed.id, out)
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    with pytest.raises(Stopped):
        export_dossier(desk, 2022, filed.id, out, stop=lambda: True)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".ho-so")] == []


def test_a_folder_of_something_else_is_never_replaced(desk, filed, tmp_path):
    (tmp_path / "ảnh").mkdir()
    (tmp_path / "ảnh" / "gia-đình.jpg").write_bytes(b"x")
    with pytest.raises(PathTaken):
        export_dossier(desk, 2022, filed.id, tmp_path / "ảnh")
    assert (tmp_path / "ảnh" / "gia-đình.jpg").exists()


def test_the_command_prints_who_has_not_sent_and_refuses_an_unknown_section(office, tmp_path, capsys):
    folder = shutil.copytree(office, tmp_path / "copy")
    out: Path = tmp_path / "chua-nop.pdf"
    told = ["--folder", str(folder), "--year", "2022", "--as-of", "12/4/2023", "--out", str(out)]
    assert main(["print", "bang-theo-doi-ke-hoach-khac-phuc", "--not-sent", *told]) == 0
    said = words_of(out.read_bytes())
    assert "UBND xã Cẩm Đông" in said
    assert "UBND xã Cẩm Phúc" not in said
    assert main(["print", "bao-cao-cchc", "--period", "Năm", "--text", "mở đầu=x", *told]) != 0
    assert "leading" in capsys.readouterr().err


def test_the_command_writes_a_dossier_and_says_what_is_lacking(desk, filed, tmp_path, typed):
    folder, code = desk.folder, filed.code
    desk.close()
    told = typed("cchc", "dossier", "--folder", folder, "--year", 2022, "--unit", code, "--out", tmp_path / "ra")
    assert (told.code, told.out.strip()) == (0, str(tmp_path / "ra"))
    assert len(list((tmp_path / "ra").iterdir())) == 3
    unknown = typed("cchc", "dossier", "--folder", folder, "--year", 2022, "--unit", "x", "--out", tmp_path / "khac")
    assert unknown.code != 0
    assert not (tmp_path / "khac").exists()
