"""The task report, its annexes, the reminder letter and the proposals, measured on the page (DOMAIN 3.3, 4.6)."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from paper_measures import FORMS, printed

from district_desk.domain.paper import Division, TaskListKind
from district_desk.domain.reporting import Figures, Summary, Tier
from district_desk.prints.builders import build
from district_desk.prints.document import A4_LANDSCAPE, Addressees, Grid, Letterhead, Paragraph, RowKind
from district_desk.prints.examples import EXAMPLES
from district_desk.prints.forms import load

DAY = date(2023, 10, 2)
LEFT, RIGHT = 30.0, 195.0


def form(name):
    return load(FORMS, None, name, DAY).form


def example(name):
    return EXAMPLES[name]


def document(name, **changes):
    return build(form(name), replace(example(name), **changes))


def grid_of(made):
    (grid,) = (block for block in made.blocks if isinstance(block, Grid))
    return grid


def said(made):
    return [block.text for block in made.blocks if isinstance(block, Paragraph)]


REPORT, SUMMARY, TASKS = "bao-cao-nhiem-vu", "phu-luc-tong-hop-nhiem-vu", "phu-luc-danh-muc-nhiem-vu"
LETTER, PROPOSALS = "cong-van-don-doc", "danh-sach-de-xuat"


@pytest.fixture(scope="module")
def pages():
    return printed(*(build(form(name), example(name)) for name in (REPORT, SUMMARY, TASKS)))


@pytest.fixture(scope="module")
def letter_page():
    (page,) = printed(build(form(LETTER), example(LETTER)))
    return page


def test_the_five_sections_stand_in_their_order_in_capitals_and_bold(pages):
    headings = ["I. TÌNH HÌNH CHUNG", "II. KẾT QUẢ THỰC HIỆN", "III. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN",
                "IV. NHIỆM VỤ, GIẢI PHÁP KỲ TIẾP THEO", "V. KIẾN NGHỊ, ĐỀ XUẤT"]  # fmt: skip
    text = "\n".join(page.text for page in pages)
    assert [text.index(heading) for heading in headings] == sorted(text.index(heading) for heading in headings)
    first = pages[0].find(headings[0])
    assert (first.size, first.font) == (14, "LiberationSerif-Bold")


def test_both_denominators_are_named(pages):
    text = " ".join(pages[0].text.split())
    assert "quá hạn 12 nhiệm vụ, chiếm 3,29% tổng số nhiệm vụ được giao, 4,43% so với 271 nhiệm vụ có hạn" in text


def test_the_parts_follow_the_assigning_level_and_what_others_gave_comes_third():
    words = said(document(REPORT))
    parts = [text for text in words if isinstance(text, str) and text[:2] in ("1.", "2.", "3.") and "do " in text]
    assert parts == [
        "1. Nhiệm vụ do UBND tỉnh Ví Dụ, Chủ tịch UBND tỉnh Ví Dụ giao UBND huyện Ví Dụ",
        "2. Nhiệm vụ do UBND huyện Ví Dụ, Chủ tịch UBND huyện giao các cơ quan, đơn vị, UBND các xã, thị trấn",
        "3. Nhiệm vụ do các cơ quan khác giao",
    ]


def test_what_was_carried_over_is_told_apart_by_year():
    assert any(
        "giao năm 2021: 03, quá hạn 01; giao năm 2022: 17, quá hạn 03" in text for text in said(document(REPORT))
    )


def test_a_part_without_tasks_says_so_and_shares_nothing():
    made = document(REPORT, tiers=((Tier.UPPER, Summary()), (Tier.OWN, Summary(Figures(running=3)))), others=())
    words = said(made)
    assert "Không có nhiệm vụ trong kỳ." in words
    assert "- Đã hoàn thành: 0 nhiệm vụ." in words
    assert not any("%" in text for text in words[words.index("- Giao trong kỳ: 03 nhiệm vụ.") :])


def test_causes_are_the_clerk_s_words_or_lines_to_write_on():
    assert any("Nguyên nhân: Thiếu người" in text for text in said(document(REPORT, causes="Thiếu người")))
    assert "Nguyên nhân:" in said(document(REPORT))


def test_annexes_lie_across_and_count_their_own_pages(pages):
    across = [page for page in pages if page.width > page.height]
    assert len(across) == 2
    assert all(not page.text.strip().startswith(tuple("123456789")) for page in across)
    many = document(TASKS, lines=example(TASKS).lines * 20)
    numbered = printed(many)
    assert len(numbered) > 2
    assert [_in_the_top_margin(page) for page in numbered[:3]] == [[], ["2"], ["3"]]


def test_the_widths_of_the_summary_are_those_of_the_form(pages):
    (page,) = (page for page in pages if "Phụ lục I\n" in page.text + "\n" and page.width > page.height)
    edges = [x for x in page.uprights if 29 < x < 283]
    widths = [after - before for before, after in pairwise(edges)]
    assert widths == pytest.approx([10, 54, *[18] * 8, 22, 22], abs=0.12)


def test_the_heading_of_the_summary_has_two_rows(pages):
    page = next(page for page in pages if "TỔNG HỢP" in page.text)
    above, below = page.find("Đã hoàn thành"), page.find("Không")
    assert above.baseline < below.baseline
    groups = [column.group for column in form(SUMMARY).columns]
    assert groups.count("Đã hoàn thành") == groups.count("Đang thực hiện") == 3


def test_every_row_of_the_summary_adds_up_and_so_do_its_columns():
    grid = grid_of(document(SUMMARY))
    keys = [column.key for column in grid.columns]
    rows = [dict(zip(keys, row.cells, strict=True)) for row in grid.rows]
    for row in rows:
        parts = ("in_time", "late", "no_due", "running", "overdue", "running_no_due")
        assert int(row["total"]) == sum(int(row[part]) for part in parts)
    subtotals = [row for row, drawn in zip(rows, grid.rows, strict=True) if drawn.kind is RowKind.SUBTOTAL]
    assert [row["number"] for row in subtotals] == ["I", "II", "III", "IV"]
    assert sum(int(row["total"]) for row in subtotals) == int(rows[-1]["total"])
    assert rows[-1]["name"] == "Tổng cộng"
    assert rows[-1]["done_share"] == "82,08"


def test_a_group_s_row_never_ends_a_page():
    table = example(SUMMARY)
    groups = tuple(replace(group, rows=group.rows * 9) for group in table.groups)
    for page in printed(build(form(SUMMARY), replace(table, groups=groups))):
        last = [words.text for words in page.words if words.left < 42][-1]
        assert last not in ("I", "II", "III", "IV")


@pytest.mark.parametrize(("division", "heading", "title"), [
    (Division.LEVEL, "Cấp giao", "theo cấp giao"), (Division.PERSON, "Người phụ trách", "theo người phụ trách"),
])  # fmt: skip
def test_the_summary_says_by_what_it_is_divided(division, heading, title):
    made = document(SUMMARY, division=division)
    assert grid_of(made).columns[1].heading == heading
    assert title in made.title


def test_the_variants_of_the_list_have_no_causes_and_say_what_they_are():
    overdue, near = document(TASKS), document(TASKS, kind=TaskListKind.NEAR, appendix="", attached_to="")
    assert [column.key for column in grid_of(overdue).columns][-2:] == ["cause", "reminded"]
    assert [column.heading for column in grid_of(near).columns][-1] == "Số ngày còn lại"
    assert "trong 03 ngày làm việc tới" in near.title
    assert "(Tính đến hết ngày 30/9/2023)" in said(near)
    assert grid_of(document(TASKS, lines=())).rows[0].kind is RowKind.REMARK


def test_an_appendix_is_named_above_its_title_in_the_decree_s_sizes(pages):
    page = next(page for page in pages if "TỔNG HỢP" in page.text)
    number, title, note = page.find("Phụ lục I"), page.find("TỔNG HỢP"), page.find("(Kèm theo")
    assert (number.size, number.font) == (title.size, title.font) == (14, "LiberationSerif-Bold")
    assert (note.size, note.font) == (13, "LiberationSerif-Italic")
    assert number.middle == pytest.approx(30 + 252 / 2, abs=0.5)


def test_a_letter_says_what_it_is_about_under_its_number(letter_page):
    number, about = letter_page.find("/UBND-VP"), letter_page.find("V/v đôn đốc")
    assert (about.size, about.font) == (12, "LiberationSerif")
    assert 0 < about.baseline - number.baseline < 10
    assert about.middle == pytest.approx(LEFT + 66 / 2, abs=0.5)
    assert "CÔNG VĂN" not in letter_page.text


def test_one_addressee_stands_on_the_line_of_the_heading(letter_page):
    assert letter_page.find("Kính gửi: UBND xã Ví Dụ").size == 14


def test_several_addressees_stand_below_with_their_dashes_under_the_colon():
    names = ("UBND xã Một", "UBND xã Hai", "Phòng Nội vụ")
    made = document(LETTER, to=names)
    (page,) = printed(made)[:1]
    heading, lines = page.find("Kính gửi:"), [page.find(f"{name}") for name in names]
    colon = heading.right - 14 * 0.278 * 25.4 / 72
    assert all(line.left == pytest.approx(colon, abs=0.6) for line in lines)
    (block,) = (block for block in made.blocks if isinstance(block, Addressees))
    assert block.names == ("UBND xã Một;", "UBND xã Hai;", "Phòng Nội vụ.")


def test_a_letter_to_several_units_parts_its_table_by_unit():
    lines = example(LETTER).lines
    other = tuple(replace(line, unit="UBND xã Hai") for line in lines)
    grid = grid_of(document(LETTER, to=("UBND xã Ví Dụ", "UBND xã Hai"), lines=lines + other))
    assert [row.cells[0] for row in grid.rows if row.kind is RowKind.GROUP] == ["UBND xã Ví Dụ", "UBND xã Hai"]


def test_a_first_letter_cites_no_earlier_one():
    made = document(LETTER, earlier=(), time=1)
    (head,) = (block for block in made.blocks if isinstance(block, Letterhead))
    assert "(lần" not in head.about
    assert not any("đã đôn đốc" in text for text in said(made))


def test_the_letter_ends_with_the_sign_of_the_decree_and_who_signs(letter_page):
    assert "./." in letter_page.text
    copies, authority = letter_page.find("Nơi nhận:"), letter_page.find("TL. CHỦ TỊCH")
    assert copies.baseline == pytest.approx(authority.baseline, abs=0.1)
    name = letter_page.find("Trần Thị Ví Dụ")
    assert name.middle == pytest.approx(authority.middle, abs=0.3)
    assert name.middle > (LEFT + RIGHT) / 2


def test_proposals_leave_room_for_opinion_and_decision():
    made = document(PROPOSALS)
    grid = grid_of(made)
    assert made.paper == A4_LANDSCAPE
    assert [row.cells[0] for row in grid.rows if row.kind is RowKind.GROUP] == [
        "I. ĐỀ XUẤT BIỂU DƯƠNG", "II. ĐỀ XUẤT NHẮC NHỞ", "III. ĐỀ XUẤT XEM XÉT TRÁCH NHIỆM",
    ]  # fmt: skip
    row = next(row for row in grid.rows if "UBND xã Ví Dụ" in row.cells)
    assert row.cells[-2:] == ("", "")
    assert "đôn đốc 02 lần" in row.cells[2]
    assert grid_of(document(PROPOSALS, praised=())).rows[1].kind is RowKind.REMARK


def _in_the_top_margin(page):
    return [words.text for words in page.words if words.baseline < 20]
