"""The stamp ĐẾN, measured on the page: 35 × 50 mm, its cells, its words, and the copy that bears it (DOMAIN 3.7)."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pypdfium2
import pytest
from paper_measures import FONTS, PrintedPage
from pypdf import PdfReader, PdfWriter

from district_desk.domain.problems import MissingGlyphs, Unreadable, UnreadableFile
from district_desk.domain.stamps import ArrivalStamp, Spot, StampPlace, spot_of
from district_desk.prints.document import A4, A4_LANDSCAPE, Document, Paragraph
from district_desk.prints.stamps import stamp_alone, stamp_over
from district_desk.prints.to_pdf import write

STAMP = ArrivalStamp("Ủy ban nhân dân\nhuyện Ví Dụ", "411", date(2023, 3, 9), "Phòng Nội vụ", "01.TCCB")


def pages_of(pdf):
    document = pypdfium2.PdfDocument(pdf)
    pages = [PrintedPage(page) for page in document]
    document.close()
    return pages


def levels(page):
    return sorted({round(stroke.y0, 1) for stroke in page.strokes if stroke.is_level})


@pytest.fixture
def letter(tmp_path):
    """A received PDF of two pages."""
    path = tmp_path / "công văn.pdf"
    blocks = tuple(Paragraph(f"Đoạn {number} của văn bản đến.") for number in range(60))
    write([Document("x", blocks)], path, fonts=FONTS)
    return path


def turned(path, degrees):
    """The same file with its first page turned."""
    writer = PdfWriter(clone_from=str(path))
    writer.pages[0].rotate(degrees)
    writer.write(str(path))
    return path


def test_the_stamp_is_fifty_by_thirty_five_millimetres_with_the_cells_of_the_decree():
    (page,) = pages_of(stamp_alone(STAMP, Spot(100, 52), fonts=FONTS))
    assert (round(page.width), round(page.height)) == (A4.width, A4.height)
    assert page.uprights[0] == pytest.approx(100, abs=0.05)
    assert page.uprights[-1] - page.uprights[0] == pytest.approx(50, abs=0.05)
    assert page.uprights[1] - page.uprights[0] == pytest.approx(50 * 13.5 / 51.6, abs=0.05)
    assert levels(page)[0] == pytest.approx(52, abs=0.1)
    assert levels(page)[-1] - levels(page)[0] == pytest.approx(35, abs=0.1)
    assert len(levels(page)) == 4


def test_the_words_of_the_stamp_stand_in_their_cells():
    (page,) = pages_of(stamp_alone(STAMP, Spot(100, 52), fonts=FONTS))
    assert page.find("ỦY BAN NHÂN DÂN").font == page.find("ĐẾN").font == "LiberationSerif-Bold"
    assert page.find("HUYỆN VÍ DỤ").middle == pytest.approx(125, abs=0.2)
    assert 100 < page.find("ĐẾN").left < page.find("ĐẾN").right < page.uprights[1]
    for words in ("Số: 411", "Ngày: 09/3/2023"):
        assert page.find(words).left > page.uprights[1]
    below = [page.find(words).baseline for words in ("Chuyển: Phòng Nội vụ", "Số và ký hiệu HS: 01.TCCB")]
    assert levels(page)[2] < below[0] < below[1] < levels(page)[3]
    assert "Giờ" not in page.text


def test_what_is_not_known_is_a_dotted_line_to_write_on():
    (page,) = pages_of(stamp_alone(ArrivalStamp("UBND huyện Ví Dụ"), StampPlace.UNDER_DATE, fonts=FONTS))
    dotted = [stroke for stroke in page.strokes if stroke.is_level and 10 < stroke.length < 45
              and round(stroke.y0, 1) not in (levels(page)[0], levels(page)[-1])]  # fmt: skip
    for name in ("Số:", "Ngày:", "Chuyển:", "Số và ký hiệu HS:"):
        words = page.find(name)
        assert any(stroke.x0 >= words.right and abs(stroke.y0 - words.baseline) < 0.5 for stroke in dotted), name


def test_a_long_list_of_units_stays_in_the_frame_and_ends_with_dots():
    stamp = replace(STAMP, passed_to=", ".join(f"UBND xã Ví Dụ thứ {number}" for number in range(40)))
    (page,) = pages_of(stamp_alone(stamp, Spot(100, 52), fonts=FONTS))
    assert max(words.right for words in page.words) < 150
    assert max(words.baseline for words in page.words) < 87
    assert "…" in page.text
    assert "Số và ký hiệu HS: 01.TCCB" in page.text


@pytest.mark.parametrize("place", list(StampPlace))
@pytest.mark.parametrize("paper", [A4, A4_LANDSCAPE])
def test_every_usual_place_lies_whole_on_the_paper(place, paper):
    spot = spot_of(place, paper.width, paper.height)
    assert spot == spot.within(paper.width, paper.height)
    assert (spot.left < paper.width / 2) == (place in (StampPlace.UNDER_NUMBER, StampPlace.BOTTOM_LEFT))


def test_a_stamp_is_pushed_onto_the_page():
    assert Spot(-20, 290).within(210, 297) == Spot(0, 262)
    assert Spot(500, 5).within(40, 30) == Spot(0, 0)


def test_the_copy_bears_the_stamp_on_its_first_page_and_the_original_is_not_touched(letter):
    before = letter.read_bytes()
    copy = stamp_over(letter, STAMP, StampPlace.UNDER_DATE, fonts=FONTS)
    first, second = pages_of(copy)
    assert letter.read_bytes() == before
    assert copy.startswith(before), "what was received stands whole at the head of the copy"
    assert first.find("Số: 411").left > first.width / 2
    assert "Đoạn 1 của văn bản đến." in first.text
    assert "ĐẾN" not in second.text
    stamped_frame = [
        stroke for stroke in first.strokes if stroke.is_level and stroke.length == pytest.approx(50, abs=0.1)
    ]
    assert stamped_frame


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_the_stamp_stands_upright_where_it_is_put_on_a_page_that_lies_turned(letter, degrees):
    copy = stamp_over(turned(letter, degrees), STAMP, Spot(20, 30), fonts=FONTS)
    page = pages_of(copy)[0]
    assert (page.width > page.height) == (degrees != 180)
    assert page.find("Số: 411").left == pytest.approx(20 + 50 * 13.5 / 51.6 + 1.5, abs=0.3)
    assert 30 < page.find("Số: 411").baseline < 65


def test_the_stamp_stands_in_the_part_of_the_page_that_is_shown(letter):
    writer = PdfWriter(clone_from=str(letter))
    box = writer.pages[0].cropbox
    box.lower_left, box.upper_right = (100, 200), (500, 700)
    writer.write(str(letter))
    copy = PdfReader(BytesIO(stamp_over(letter, STAMP, Spot(0, 0), fonts=FONTS)))
    places = []
    copy.pages[0].extract_text(
        visitor_text=lambda text, cm, tm, *_: places.append((text, cm[4] + tm[4], cm[5] + tm[5]))
    )
    x, y = next((x, y) for text, x, y in places if "411" in text)
    assert 100 < x < 100 + 50 * 72 / 25.4
    assert 700 - 35 * 72 / 25.4 < y < 700


@pytest.mark.parametrize("content", [b"", b"no PDF at all", b"%PDF-1.4\n1 0 obj\n<< /Type", b"%PDF-1.7\n%%EOF"])
def test_a_spoilt_file_is_named_and_gives_no_copy(tmp_path, content):
    path = tmp_path / "hỏng.pdf"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile) as told:
        stamp_over(path, STAMP, StampPlace.UNDER_DATE, fonts=FONTS)
    assert told.value.reason is Unreadable.BROKEN_PDF


def test_a_file_with_a_password_and_one_that_is_gone_are_told_apart(letter, tmp_path):
    writer = PdfWriter(clone_from=str(letter))
    writer.encrypt("mật khẩu", algorithm="RC4-128")
    writer.write(str(letter))
    with pytest.raises(UnreadableFile) as told:
        stamp_over(letter, STAMP, StampPlace.UNDER_DATE, fonts=FONTS)
    assert told.value.reason is Unreadable.ENCRYPTED_PDF
    with pytest.raises(UnreadableFile) as told:
        stamp_over(tmp_path / "không có.pdf", STAMP, StampPlace.UNDER_DATE, fonts=FONTS)
    assert told.value.reason is Unreadable.MISSING


def test_a_file_that_needs_mending_is_stamped_without_a_word_on_the_screen(letter, caplog):
    content = letter.read_bytes()
    place = content.rindex(b"startxref")
    letter.write_bytes(content[:place] + b"startxref\n7\n%%EOF\n")
    assert "Số: 411" in pages_of(stamp_over(letter, STAMP, StampPlace.UNDER_DATE, fonts=FONTS))[0].text
    assert caplog.records == []


def test_a_name_that_no_font_can_write_is_told():
    with pytest.raises(MissingGlyphs):
        stamp_alone(replace(STAMP, passed_to="漢"), StampPlace.UNDER_DATE, fonts=FONTS)
