"""A year's scores come from the office's own workbook, and say at once who owes a plan (DOMAIN 5.3, 5.4)."""

import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from district_desk.cli.commands import main

DOMAINS = (
    ("Công tác chỉ đạo, điều hành CCHC", 15),
    ("Cải cách thủ tục hành chính", 20),
    ("Xây dựng và phát triển chính quyền điện tử, chính quyền số", 20),
)
GOOD, FAIR = "Hoàn thành tốt nhiệm vụ", "Hoàn thành nhiệm vụ"
UNITS = (
    ("UBND thị trấn Lai Cách", (14, 18, 18), GOOD),
    ("UBND xã Cẩm Đông", (13.21, 14.99, 18.22), GOOD),
    ("UBND xã Lương Điền", ("14,06", 17.8, 15), GOOD),
    ("UBND xã Cẩm Phúc", (11.84, 15.28, 14.9), FAIR),
)


def workbook(path: Path, *, year: int = 2022, units=UNITS, maxima: bool = True) -> Path:
    """A summary as offices make it: two rows of headings with merged cells, a row of maxima, a unit a row."""
    book = Workbook()
    page = book.active
    page.append([f"TỔNG HỢP KẾT QUẢ CHỈ SỐ CCHC NĂM {year}"])
    page.append([])
    page.append(["TT", "Đơn vị", "Điểm đạt được theo lĩnh vực", None, None, "Tổng điểm", "Xếp loại"])
    page.append([None, None, *(name for name, _ in DOMAINS), None, None])
    for cells in ("C3:E3", "A3:A4", "B3:B4"):
        page.merge_cells(cells)
    if maxima:
        page.append([None, "Điểm tối đa", *(maximum for _, maximum in DOMAINS), 55])
    for number, (name, points, rating) in enumerate(units, start=1):
        page.append([number, name, *points, None, rating])
    book.save(path)
    return path


@pytest.fixture
def office(tmp_path, capsys) -> Path:
    folder = tmp_path / "office"
    assert main(["new-office", "--profile", "cam-giang-2023", "--folder", str(folder)]) == 0
    capsys.readouterr()
    return folder


@pytest.fixture
def cchc(office, capsys):
    """A command of the index: its exit code, what it printed, what it told."""

    def run(action: str, *further: str, year: int = 2022):
        code = main(["cchc", action, "--folder", str(office), "--year", str(year), *further])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def owed(cchc, *further: str):
    code, out, err = cchc("owed", "--json", *further)
    assert (code, err) == (0, "")
    return {row["unit"]: [tuple(reason.values()) for reason in row["reasons"]] for row in json.loads(out)}


def test_a_summary_makes_the_index_and_tells_who_owes_and_why(cchc, tmp_path):
    code, out, err = cchc("import-scores", str(workbook(tmp_path / "a.xlsx")))

    assert (code, err) == (0, "")
    assert "UBND xã Cẩm Đông\tII Cải cách thủ tục hành chính\t– → 14,99\tĐiểm thẩm định lần 2\n" in out
    assert owed(cchc) == {
        "UBND xã Cẩm Đông": [("T2", 74.95, "Cải cách thủ tục hành chính")],
        "UBND xã Cẩm Phúc": [("T1", FAIR), ("T3", 74.5, DOMAINS[2][0])],
    }


def test_a_preview_writes_nothing(cchc, tmp_path):
    assert cchc("import-scores", str(workbook(tmp_path / "a.xlsx")), "--dry-run")[0] == 0

    code, _, told = cchc("owed", "--json")
    assert code == 2
    assert "2022" in told


def test_the_same_workbook_again_changes_nothing(cchc, tmp_path):
    cchc("import-scores", str(workbook(tmp_path / "a.xlsx")))

    _, out, _ = cchc("import-scores", str(workbook(tmp_path / "b.xlsx")), "--json", "--dry-run")
    assert json.loads(out)["changes"] == []


@pytest.mark.parametrize(
    ("units", "sentence"),
    [
        (
            [("UBND xã Cẩm Đôngg", (1, 1, 1), GOOD)],
            "Ô B6: Không có đơn vị “UBND xã Cẩm Đôngg” trong danh mục; có phải là",
        ),
        ([("UBND xã Cẩm Đông", (15.01, 1, 1), GOOD)], "Ô C6: 15,01 điểm vượt điểm tối đa 15."),
        ([("UBND xã Cẩm Đông", (-1, 1, 1), GOOD)], "Ô C6: -1 điểm là số âm."),
        ([("UBND xã Cẩm Đông", ("Có", 1, 1), GOOD)], "Ô C6: “Có” không phải là số điểm."),
        ([UNITS[0], UNITS[0]], "Ô B7: Đơn vị “UBND thị trấn Lai Cách” đã có ở dòng 6."),
    ],
)
def test_a_wrong_cell_is_named_and_nothing_is_taken(cchc, tmp_path, units, sentence):
    code, out, err = cchc("import-scores", str(workbook(tmp_path / "a.xlsx", units=units)))

    assert code == 2
    assert sentence in err
    assert "Chưa ghi gì." in out
    assert cchc("owed", "--json")[0] == 2


def test_the_rest_of_a_faulty_workbook_is_taken_when_the_clerk_says_so(cchc, tmp_path):
    wrong = workbook(tmp_path / "a.xlsx", units=[("UBND xã Cẩm Đôngg", (1, 1, 1), GOOD), *UNITS[2:]])

    assert cchc("import-scores", str(wrong), "--skip-faults")[0] == 0
    assert list(owed(cchc)) == ["UBND xã Cẩm Phúc"]


@pytest.mark.parametrize(
    ("made", "sentence"),
    [
        ({"year": 2021}, "Tệp ghi năm 2021, không phải năm 2022."),
        ({"maxima": False}, "Không thấy điểm tối đa của"),
        ({"units": [(f"UBND xã Nơi Khác {n}", (1, 1, 1), GOOD) for n in range(4)]}, "có lẽ là tệp của nơi khác"),
    ],
)
def test_a_sheet_that_is_not_this_years_or_this_offices_is_refused_whole(cchc, tmp_path, made, sentence):
    code, _, err = cchc("import-scores", str(workbook(tmp_path / "a.xlsx", **made)), "--skip-faults")

    assert code == 2
    assert sentence in err


def sheet(path: Path, appraisal: str = "Điểm thẩm định lần 2") -> Path:
    """One unit's score sheet, as offices make it."""
    book = Workbook()
    book.active.append(["PHIẾU TỰ ĐÁNH GIÁ, CHẤM ĐIỂM CHỈ SỐ CCHC NĂM 2022"])
    book.active.append(["Đơn vị: UBND xã Cẩm Đông (ví dụ)"])
    book.active.append(["STT", "Tiêu chí", "Điểm tối đa", "Số liệu kê khai", "Điểm tự đánh giá", appraisal])
    for row in (
        ("I", "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CCHC", 15, None, None, 13),
        ("1.1", "Kế hoạch CCHC năm", 5, "Có", 5, 4.5),
        ("1.2", "Công bố kết quả", 10, "96%", 9, 8.5),
        ("II", "CẢI CÁCH THỦ TỤC HÀNH CHÍNH", 20, None, None, 14.5),
        ("2.1", "Công khai TTHC", 20, "97,5%", 16, 14.5),
        (None, "TỔNG CỘNG", 35, None, None, 27.5),
    ):
        book.active.append(row)
    book.save(path)
    return path


def test_a_units_own_sheet_adds_its_criteria_under_the_domains_that_are_there(cchc, office, tmp_path):
    from district_desk.desk.opening import open_office
    from district_desk.desk.reform.results import results
    from district_desk.domain.reform_scores import Stage

    cchc("import-scores", str(workbook(tmp_path / "a.xlsx")))
    assert cchc("import-scores", str(sheet(tmp_path / "b.xlsx")))[0] == 0

    desk = open_office(office)
    told, own = results(desk, 2022), results(desk, 2022, stage=Stage.SELF)
    desk.close()
    parents = {each.code: told.tree.domain_of(each.id).key for each in told.tree.criteria}
    assert parents == {"I": "CĐĐH", "II": "TTHC", "III": "CQĐT", "1.1": "CĐĐH", "1.2": "CĐĐH", "2.1": "TTHC"}
    row, self_row = (next(each for each in found.rows if each.unit.short_name == "Cẩm Đông") for found in (told, own))
    assert [float(row.counted.of_domain(each)) for each in told.tree.domains[:2]] == [13 / 15 * 100, 72.5]
    assert self_row.counted.total == 30 * 1_000_000
    assert owed(cchc)["UBND xã Cẩm Đông"] == [("T2", 72.5, "Cải cách thủ tục hành chính")]


@pytest.mark.parametrize("published_first", [True, False])
def test_published_domains_stand_over_an_earlier_appraisal_in_whatever_order_they_come(cchc, tmp_path, published_first):
    files = [str(workbook(tmp_path / "a.xlsx")), str(sheet(tmp_path / "b.xlsx", "Điểm thẩm định"))]

    for file in files if published_first else files[::-1]:
        assert cchc("import-scores", "--skip-faults", file)[0] == 0

    assert [reason[:2] for reason in owed(cchc)["UBND xã Cẩm Đông"]] == [("T2", 74.95)]
