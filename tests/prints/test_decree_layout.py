"""Every form that carries a head or a signature, held against the table of Decree 30/2020, Appendix I (DOMAIN 3.3).

What is measured is the PDF: faces, sizes, places and lengths, in millimetres and points.
"""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from paper_measures import FORMS, printed

from district_desk.prints.builders import build
from district_desk.prints.document import (
    A4,
    A4_LANDSCAPE,
    Align,
    Copies,
    Document,
    Grid,
    Letterhead,
    Margins,
    Paragraph,
    Row,
    Signature,
    SignatureRow,
    Title,
)
from district_desk.prints.document import Column as GridColumn
from district_desk.prints.examples import EXAMPLES
from district_desk.prints.forms import load
from district_desk.prints.style import Part
from district_desk.prints.wording import place_and_date

DAY = date(2023, 10, 2)
REGULAR, BOLD, ITALIC, BOLD_ITALIC = (f"LiberationSerif{face}" for face in ("", "-Bold", "-Italic", "-BoldItalic"))
COUNTRY, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
POINT = 25.4 / 72


def built(name):
    return build(load(FORMS, None, name, DAY).form, EXAMPLES[name])


def with_block(kind):
    return [name for name in EXAMPLES if any(isinstance(block, kind) for block in built(name).blocks)]


def block_of(document, kind):
    return next(block for block in document.blocks if isinstance(block, kind))


def look(words):
    return words.size, words.font


def width(words):
    return words.right - words.left


MEASURED = (
    ("phieu-giao-nhiem-vu", "CỘNG HÒA XÃ HỘI", (12, 13), BOLD),
    ("phieu-giao-nhiem-vu", "Độc lập - Tự do", (13, 14), BOLD),
    ("phieu-giao-nhiem-vu", "UBND HUYỆN VÍ DỤ", (12, 13), REGULAR),
    ("phieu-giao-nhiem-vu", "VĂN PHÒNG HĐND VÀ UBND", (12, 13), BOLD),
    ("bao-cao-nhiem-vu", "/BC-VP", (13, 13), REGULAR),
    ("bao-cao-nhiem-vu", "Ví Dụ, ngày", (13, 14), ITALIC),
    ("bao-cao-nhiem-vu", "BÁO CÁO", (13, 14), BOLD),
    ("bao-cao-nhiem-vu", "Tình hình thực hiện nhiệm vụ", (13, 14), BOLD),
    ("cong-van-don-doc", "V/v đôn đốc", (12, 13), REGULAR),
    ("bao-cao-nhiem-vu", "Trong kỳ, Văn phòng", (13, 14), REGULAR),
    ("bao-cao-nhiem-vu", "I. TÌNH HÌNH CHUNG", (13, 14), BOLD),
    ("cong-van-don-doc", "TL. CHỦ TỊCH", (13, 14), BOLD),
    ("cong-van-don-doc", "CHÁNH VĂN PHÒNG", (13, 14), BOLD),
    ("cong-van-don-doc", "Trần Thị Ví Dụ", (13, 14), BOLD),
    ("cong-van-don-doc", "Kính gửi:", (13, 14), REGULAR),
    ("cong-van-don-doc", "Nơi nhận:", (12, 12), BOLD_ITALIC),
    ("cong-van-don-doc", "- Như trên;", (11, 11), REGULAR),
    ("phu-luc-tong-hop-nhiem-vu", "Phụ lục I", (14, 14), BOLD),
    ("phu-luc-tong-hop-nhiem-vu", "TỔNG HỢP", (13, 14), BOLD),
    ("phu-luc-tong-hop-nhiem-vu", "(Kèm theo", (13, 14), ITALIC),
)  # fmt: skip


@pytest.fixture(scope="module")
def papers():
    """The printed pages of every example, each made once."""
    return {name: printed(built(name)) for name in EXAMPLES}


@pytest.mark.parametrize(("name", "text", "limits", "font"), MEASURED)
def test_a_component_has_the_size_and_the_face_of_its_row(papers, name, text, limits, font):
    words = next(page.find(text) for page in papers[name] if text in page.text)
    assert limits[0] <= words.size <= limits[1]
    assert words.font == font


@pytest.mark.parametrize("name", [name for name in EXAMPLES if built(name).paper in (A4, A4_LANDSCAPE)])
def test_margins_lie_within_those_of_the_decree(name):
    margins = built(name).margins
    assert 20 <= margins.top <= 25
    assert 20 <= margins.bottom <= 25
    assert 30 <= margins.left <= 35
    assert 15 <= margins.right <= 20


@pytest.mark.parametrize("name", list(EXAMPLES))
def test_all_text_but_the_page_number_stands_between_the_margins(papers, name):
    margins = built(name).margins
    for page in papers[name]:
        inside = [words for words in page.words if words.baseline > margins.top]
        assert min(words.left for words in inside) >= margins.left - 0.1
        assert max(words.right for words in inside) <= page.width - margins.right + 0.1
        assert max(words.baseline for words in inside) <= page.height - margins.bottom
        assert max((s.y1 for s in page.strokes), default=0) <= page.height - margins.bottom + 0.2


@pytest.mark.parametrize("name", with_block(Letterhead))
def test_the_head_has_the_faces_lines_and_places_of_the_decree(papers, name):
    page, head = papers[name][0], block_of(built(name), Letterhead)
    country, motto = page.find(COUNTRY), page.find(MOTTO)
    assert look(country) == (12, BOLD)
    assert look(motto) == (13, BOLD)
    assert country.middle == pytest.approx(motto.middle, abs=0.1)
    assert motto.baseline - country.baseline == pytest.approx(13 * 1.15 * POINT, abs=0.6), "single spacing"
    assert page.rule_under(motto).length == pytest.approx(width(motto), abs=0.3)
    body = page.find(head.body.split("\n")[-1].upper())
    assert 1 / 3 - 0.01 <= page.rule_under(body).length / width(body) <= 1 / 2 + 0.01
    assert page.rule_under(body).x0 + page.rule_under(body).length / 2 == pytest.approx(body.middle, abs=0.2)
    if head.parent:
        above = page.find(head.parent.split("\n")[-1].upper())
        assert above.font == REGULAR
        assert above.middle == pytest.approx(body.middle, abs=0.2)


@pytest.mark.parametrize("name", with_block(Letterhead))
def test_place_and_date_stand_in_italics_under_the_country_level_with_the_number(papers, name):
    page, head = papers[name][0], block_of(built(name), Letterhead)
    day = page.find(head.place_and_date.split(",")[0] + ", ngày")
    assert look(day) == (13, ITALIC)
    assert day.middle == pytest.approx(page.find(COUNTRY).middle, abs=0.3)
    if head.number:
        assert page.find("Số:").baseline == pytest.approx(day.baseline, abs=0.05)


@pytest.mark.parametrize("day", [date(2023, 1, 5), date(2023, 2, 28), date(2023, 3, 9), date(2023, 10, 31)])
def test_days_below_ten_and_the_first_two_months_have_their_zero_on_the_page(day):
    head = Letterhead("", "UBND huyện Ví Dụ", "Số: 05/BC-UBND", place_and_date("Ví Dụ", day))
    (page,) = printed(Document("x", (head,)))
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    assert page.find("Ví Dụ,").text == f"Ví Dụ, ngày {day.day:02d} tháng {month} năm 2023"


@pytest.mark.parametrize("name", with_block(Title))
def test_the_line_under_the_subject_is_a_third_to_a_half_of_it(papers, name):
    title = block_of(built(name), Title)
    last = (title.subject if isinstance(title.subject, str) and title.subject else title.text).split("\n")[-1]
    page = next(page for page in papers[name] if any(words.text == title.text.upper() for words in page.words))
    printed_last = [words for words in page.words if words.text and last.upper().endswith(words.text.upper())]
    words = max(printed_last, key=lambda each: (len(each.text) > 3, each.baseline))
    assert 1 / 3 - 0.01 <= page.rule_under(words).length / width(words) <= 1 / 2 + 0.01
    assert words.middle == pytest.approx((30 + page.width - 15) / 2, abs=0.3)


@pytest.mark.parametrize("name", list(EXAMPLES))
def test_pages_are_numbered_from_the_second_on_in_the_middle_of_the_top_margin(papers, name):
    document = built(name)
    for number, page in enumerate(papers[name], document.first_page):
        above = [words for words in page.words if words.baseline < document.margins.top]
        if number < 2:
            assert not above
            continue
        (only,) = above
        assert only.text == str(number)
        assert look(only) == (13, REGULAR)
        assert only.middle == pytest.approx((document.margins.left + page.width - document.margins.right) / 2, abs=0.1)


@pytest.mark.parametrize("name", with_block(SignatureRow))
def test_copies_are_level_with_the_authority_and_room_is_left_for_hand_and_seal(papers, name):
    row = block_of(built(name), SignatureRow)
    signature = next(each for each in row.signatures if each.authority)
    page = next(page for page in papers[name] if signature.authority[-1].upper() in page.text)
    first, last = page.find(signature.authority[0].upper()), page.find(signature.authority[-1].upper())
    assert look(first) == look(last) == (14, BOLD)
    assert first.middle > page.width / 2
    if signature.name:
        name_below = page.find(signature.name)
        assert look(name_below) == (14, BOLD)
        assert name_below.baseline - last.baseline >= 30
        assert name_below.middle == pytest.approx(first.middle, abs=0.3)
    if row.copies and row.copies.lines:
        copies = page.find("Nơi nhận:")
        assert look(copies) == (12, BOLD_ITALIC)
        assert copies.baseline == pytest.approx(first.baseline, abs=0.05)
        assert copies.left == pytest.approx(30, abs=0.1)


def test_body_text_is_justified_indented_and_spaced_as_the_decree_wants():
    words = "nhiệm vụ được giao phải hoàn thành đúng thời hạn " * 8
    (page,) = printed(Document("x", (Paragraph(words), Paragraph(words))))
    lines = {}
    for each in page.words:
        left, right, _ = lines.get(round(each.baseline, 1), (999.0, 0.0, 0))
        lines[round(each.baseline, 1)] = (min(left, each.left), max(right, each.right), each.size)
    rows = sorted(lines.items())
    indented = [baseline for baseline, (left, _, _) in rows if left > 31]
    assert [round(dict(rows)[baseline][0] - 30, 1) for baseline in indented] == [12.7, 12.7]
    gaps = [(lower - upper) / POINT for (upper, _), (lower, _) in pairwise(rows)]
    spacing = min(gaps)
    assert 14 <= spacing <= 14 * 1.15 * 1.5
    between = next(gap for gap, (baseline, _) in zip(gaps, rows[1:], strict=True) if baseline == indented[1])
    assert between - spacing >= 6 - 0.2
    full = [right for place, (_, (_, right, _)) in enumerate(rows[:-1]) if rows[place + 1][0] != indented[1]]
    assert full == pytest.approx([195] * len(full), abs=0.2)


@pytest.mark.parametrize("lines", range(28, 42))
def test_a_signature_takes_the_last_lines_of_the_text_with_it(lines):
    text = tuple(Paragraph(f"Đoạn thứ {place}.", before=0) for place in range(lines))
    row = SignatureRow(Copies("Nơi nhận:", ("- Lưu: VT.",)), (Signature("", ("CHỦ TỊCH",), "", "Nguyễn Văn A"),))
    pages = printed(Document("x", (*text, row)))
    last = pages[-1]
    assert "CHỦ TỊCH" in last.text
    assert "Nguyễn Văn A" in last.text
    assert "Đoạn thứ" in last.text


@pytest.mark.parametrize("lines", range(36, 46))
def test_a_heading_never_ends_a_page(lines):
    text = tuple(Paragraph(f"Đoạn {place}.", before=0) for place in range(lines))
    heading = Paragraph("II. KẾT QUẢ", Part.SECTION, Align.LEFT, stays_with_next=True)
    for page in printed(Document("x", (*text, heading, Paragraph("Nội dung.")))):
        assert ("II. KẾT QUẢ" in page.text) == ("Nội dung." in page.text)


def test_a_table_over_pages_repeats_its_headings_and_cuts_no_row():
    cell = "một hai ba bốn năm sáu bảy tám " * 10
    grid = Grid(
        (GridColumn("a", "TT", 10), GridColumn("b", "Nội dung", 60)),
        [Row((str(number), f"đầu{number:02d} {cell} cuối{number:02d}")) for number in range(40)],
    )
    pages = printed(Document("x", (grid,), margins=Margins()))
    assert len(pages) > 3
    for page in pages:
        assert page.find("Nội dung").font == BOLD
        for number in range(40):
            assert (f"đầu{number:02d}" in page.text) == (f"cuối{number:02d}" in page.text)


def test_annexes_count_their_pages_apart_from_the_report():
    annex = build(
        load(FORMS, None, "phu-luc-danh-muc-nhiem-vu", DAY).form,
        replace(EXAMPLES["phu-luc-danh-muc-nhiem-vu"], lines=EXAMPLES["phu-luc-danh-muc-nhiem-vu"].lines * 12),
    )
    pages = printed(built("bao-cao-nhiem-vu"), annex)
    numbers = ["".join(words.text for words in page.words if words.baseline < 20) for page in pages]
    own = len(papers_of_report := printed(built("bao-cao-nhiem-vu")))
    assert papers_of_report[0].height > papers_of_report[0].width
    assert numbers[:own] == ["", *map(str, range(2, own + 1))]
    assert numbers[own:] == ["", *map(str, range(2, len(pages) - own + 1))]
    assert len(pages) - own > 1
