"""The drawer itself: words of any length, marks, missing letters, boxes, rows taller than a page, groups and totals."""

import unicodedata
from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paper_measures import FONTS, printed

from district_desk.domain.problems import MissingGlyphs, Stopped
from district_desk.prints.builders import build
from district_desk.prints.document import (
    A4,
    Align,
    Column,
    Copies,
    Document,
    Grid,
    Paragraph,
    Row,
    RowKind,
    Run,
    Signature,
    SignatureRow,
    Tick,
)
from district_desk.prints.to_pdf import write

VOWELS = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ"
LETTERS = VOWELS + VOWELS.upper() + "bcfghjklmnpqrstvwxzBCFGHJKLMNPQRSTVWXZ0123456789.,;:!?()[]{}\\/-–—…“”‘’₫%&<>§½×"
GROUPED = (
    Column("a", "TT", 10, Align.CENTER),
    Column("b", "Đơn vị", 50),
    Column("c", "Đúng hạn", 20, group="Đã hoàn thành"),
    Column("d", "Quá hạn", 20, group="Đã hoàn thành"),
    Column("e", "Tổng số", 20),
)


def page_of(*blocks):
    return Document("Thử", blocks)


def cell_page(text, width=12.0):
    columns = (Column("a", "A", width), Column("b", "B", 165 - width))
    return printed(page_of(Grid(columns, (Row((text, "")),))))


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("italic", [False, True])
def test_every_vietnamese_letter_is_printed_in_every_face(bold, italic):
    text = " ".join(LETTERS)
    (page,) = printed(page_of(Paragraph((Run(text, bold=bold, italic=italic),))))
    assert "".join(page.text.split()) == LETTERS


def test_more_different_letters_than_one_subset_holds_are_printed_and_justified():
    text = LETTERS + "".join(map(chr, range(0x391, 0x3A2))) + "".join(map(chr, range(0x410, 0x450)))
    (page,) = printed(page_of(Paragraph(" ".join(text * 2))))
    assert "".join(page.text.split()) == text * 2
    lines = {round(words.baseline, 1): max(w.right for w in page.words if abs(w.baseline - words.baseline) < 0.1)
             for words in page.words}  # fmt: skip
    assert all(right == pytest.approx(195, abs=0.2) for right in list(lines.values())[:-1])


def test_marks_that_come_apart_are_put_together_before_they_are_printed():
    text = "Ủy ban nhân dân huyện Cẩm Giàng"
    (page,) = printed(page_of(Paragraph(unicodedata.normalize("NFD", text))))
    assert page.text == text


def test_characters_without_ink_are_left_out_and_no_break_blanks_do_not_break():
    (page,) = printed(page_of(Paragraph("\ufeffKế\u200b hoạch\u00ad số\u00a004 Điều\u202f5\x07 a\u2011b")))
    assert page.text == "Kế hoạch số 04 Điều 5 a-b"
    tight = cell_page("aaaa số\u00a004/CT", width=20)[0]
    assert tight.find("số").text == "số 04/CT"


@pytest.mark.parametrize(("text", "missing"), [("Đã ký ☐ xong", "☐"), ("chữ 漢 và 字", "字漢"), ("a✓b☑c", "☑✓")])
def test_letters_that_no_face_has_are_named_and_nothing_is_written(tmp_path, text, missing):
    out = tmp_path / "thu.pdf"
    with pytest.raises(MissingGlyphs) as told:
        write([page_of(Paragraph(text))], out, fonts=FONTS)
    assert told.value.characters == missing
    assert list(tmp_path.iterdir()) == []


def test_a_word_of_three_hundred_letters_is_broken_inside_its_column():
    word = "ượ" * 150
    pages = cell_page(word, width=12)
    inside = [words for page in pages for words in page.words if words.right < page.uprights[1] and words.baseline > 20]
    assert "".join(words.text for words in inside if words.text != "A") == word
    assert max(words.right for words in inside) < pages[0].uprights[1] - 1


@pytest.mark.parametrize(("number", "lines"), [
    ("280/CĐ-TTg", ["280/CĐ-", "TTg"]), ("04/CT-UBND", ["04/CT-", "UBND"]), ("30/3/23", ["30/3/23"]),
])  # fmt: skip
def test_a_number_in_a_narrow_column_breaks_after_a_stroke_or_a_dash(number, lines):
    (page,) = cell_page(number, width=18)
    assert [words.text for words in page.words if words.right < page.uprights[1]][1:] == lines


def test_a_number_that_fits_a_line_is_not_parted():
    (page,) = printed(page_of(Paragraph("Công văn " * 7 + "số 2121/UBND-NCKSTTHC ngày 07/6/2024")))
    assert any("2121/UBND-NCKSTTHC" in words.text for words in page.words)


def test_a_subject_of_three_thousand_letters_is_printed_whole_in_its_cell():
    subject = " ".join(f"từ{number}" for number in range(500))[:3000]
    pages = cell_page(subject, width=60)
    assert "".join("".join(page.text.split()) for page in pages).count("từ") == subject.count("từ")


def test_a_row_that_is_taller_than_a_page_goes_on_under_the_heading_of_the_next():
    subject = " ".join(f"từ{number}" for number in range(900))
    pages = printed(page_of(Grid((Column("a", "Nội dung", 60), Column("b", "B", 105)), (Row((subject, "x")),))))
    assert len(pages) > 2
    for page in pages:
        assert page.find("Nội dung").baseline < 30
        assert max(stroke.y1 for stroke in page.strokes) <= 277.1
    text = " ".join(" ".join(page.text.split()) for page in pages)
    assert [word for word in text.split() if word.startswith("từ")] == subject.split()


def test_a_row_that_fits_a_page_is_never_cut():
    rows = tuple(Row((f"đầu{number} " + "việc " * 30 + f"cuối{number}", "")) for number in range(40))
    pages = printed(page_of(Grid((Column("a", "A", 40), Column("b", "B", 125)), rows)))
    for number in range(40):
        holders = [page for page in pages if f"đầu{number} " in page.text.replace("\n", " ")]
        assert len(holders) == 1
        assert f"cuối{number}" in holders[0].text


def test_a_grouped_heading_stands_over_its_columns_and_single_ones_over_both_rows():
    (page,) = printed(page_of(Grid(GROUPED, (Row(("1", "Phòng Nội vụ", "3", "0", "3")),))))
    group, left, right = page.find("Đã hoàn thành"), page.find("Đúng hạn"), page.find("Quá hạn")
    assert group.baseline < left.baseline == right.baseline
    assert left.middle < group.middle < right.middle
    assert group.baseline < page.find("Đơn vị").baseline < left.baseline


def test_group_rows_run_across_and_totals_are_bold():
    rows = (
        Row(("I. Các phòng, ban chuyên môn",), RowKind.GROUP),
        Row(("1", "Phòng Nội vụ", "3", "0", "3")),
        Row(("", "Tổng cộng", "3", "0", "3"), RowKind.TOTAL),
    )
    (page,) = printed(page_of(Grid(GROUPED, rows)))
    assert page.find("I. Các phòng").font == page.find("Tổng cộng").font == "LiberationSerif-Bold"
    assert page.find("Phòng Nội vụ").font == "LiberationSerif"


def test_boxes_to_tick_are_lines_among_words():
    (page,) = printed(page_of(Paragraph((Tick(), Run(" Đồng ý "), Tick(ticked=True), Run(" Không")), first_indent=0)))
    assert page.text.strip() == "Đồng ý Không"
    boxes = [stroke for stroke in page.strokes if stroke.is_level and 2 < stroke.length < 5]
    assert len(boxes) == 4
    assert min(stroke.x0 for stroke in boxes) == pytest.approx(30, abs=0.1)
    assert page.find("Không").left > max(stroke.x1 for stroke in boxes)


def test_emphasis_changes_inside_a_word_without_a_blank():
    (page,) = printed(page_of(Paragraph((Run("Mục 3", bold=True), Run(", đoạn 2")))))
    assert page.text == "Mục 3, đoạn 2"


def test_a_paragraph_leaves_no_single_line_at_the_foot_or_the_head_of_a_page():
    for count in range(40, 48):
        filler = tuple(Paragraph("Một dòng.", before=0) for _ in range(count - 4))
        tail = Paragraph("\n".join(f"dòng{number}" for number in range(5)), before=0)
        for page in printed(page_of(*filler, tail)):
            assert page.text.count("dòng") != 1


def test_a_very_long_list_of_copies_goes_on_below_the_signatures():
    copies = Copies("Nơi nhận:", tuple(f"- Đơn vị {number};" for number in range(60)))
    row = SignatureRow(copies, (Signature("", ("CHỦ TỊCH",), "", "Nguyễn Văn A"),))
    pages = printed(page_of(Paragraph("Nội dung."), row))
    assert sum(page.text.count("- Đơn vị") for page in pages) == 60
    assert all(words.baseline < 277 for page in pages for words in page.words)


def test_the_code_holds_only_the_digits_and_is_black_squares(sheet_form, sheet):
    (page,) = printed(build(sheet_form, sheet))
    assert page.find("123 456 789").size == 8
    bitmap = pypdfium2.PdfDocument(_bytes([build(sheet_form, sheet)]))[0].render(scale=3).to_pil().convert("L")
    corner = page.find("Lưu").baseline + 2.0
    code = bitmap.crop([round(mm * 72 / 25.4 * 3) for mm in (30, corner, 45.2, corner + 16)])
    dark = sum(code.histogram()[:128]) / (code.width * code.height)
    assert 0.3 < dark < 0.6


def test_the_same_documents_give_the_same_bytes(sheet_form, sheet):
    assert _bytes([build(sheet_form, sheet)]) == _bytes([build(sheet_form, sheet)])


def test_every_font_is_embedded_and_the_language_is_named(sheet_form, sheet):
    content = _bytes([build(sheet_form, sheet)])
    assert content.count(b"/FontFile2") == content.count(b"/Type /FontDescriptor") == 4
    assert b"/Helvetica" not in content
    assert b"vi-VN" in content


def test_several_sheets_of_one_file_have_a_bookmark_each(sheet_form, sheet):
    content = _bytes([build(sheet_form, replace(sheet, unit=unit)) for unit in ("UBND xã Một", "UBND xã Hai")])
    titles = [mark.get_title() for mark in pypdfium2.PdfDocument(content).get_toc()]
    assert titles == ["Phiếu giao nhiệm vụ - UBND xã Một", "Phiếu giao nhiệm vụ - UBND xã Hai"]


def test_progress_grows_to_the_whole_and_work_stops_when_it_is_told_to(register_form, book):
    document = build(register_form, replace(book, lines=book.lines * 20))
    told: list[tuple[int, int]] = []
    write([document], BytesIO(), fonts=FONTS, step=lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[-1][0] <= told[-1][1]
    assert told[-1][0] >= 0.95 * told[-1][1]
    out = BytesIO()
    with pytest.raises(Stopped):
        write([document], out, fonts=FONTS, stop=lambda: True)
    assert out.getvalue() == b""


def test_an_empty_document_is_one_empty_page():
    (page,) = printed(Document("Trống", ()))
    assert (page.width, page.height) == pytest.approx((A4.width, A4.height), abs=0.1)


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("aáđƯ /-.\n\u00a0\t(\\)"), max_size=80), st.floats(6, 40))
def test_whatever_is_written_in_a_cell_stays_in_its_column_and_nothing_is_lost(text, width):
    (page,) = cell_page(text, width)
    inside = [words for words in page.words if words.right < page.uprights[1]][1:]
    assert "".join(page.text.split()) == "".join(("A B" + text).split())
    assert all(words.left > page.uprights[0] for words in inside)


def _bytes(documents):
    out = BytesIO()
    write(documents, out, fonts=FONTS)
    return out.getvalue()
