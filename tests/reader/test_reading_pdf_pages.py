"""What stands on PDF pages besides the text, and where paragraphs end; the pages are set as Word sets them."""

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from viparse.normalize.tcvn3 import TCVN3

from district_desk.domain.reading import Reading
from district_desk.reader import read

FONT = Path(__file__).resolve().parents[2] / "resources" / "fonts" / "LiberationSerif-Regular.ttf"
LEFT, RIGHT, TOP, STEP, SIZE = 85.0, 540.0, 780.0, 18.0, 13
HEAD = ["Số: 1/UBND-VP", "Kính gửi: Phòng Nội vụ", "Chủ tịch UBND huyện yêu cầu Phòng Nội vụ thực hiện các việc:"]

Setter = Callable[[list[list[str]]], Reading]


class Typesetter:
    """Sets paragraphs without space between them, the first line of each set in, as Word does."""

    def __init__(self, path: Path) -> None:
        if "Liberation" not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont("Liberation", str(FONT)))
        self.canvas = Canvas(str(path), pagesize=A4)
        self.path = path
        self.at = 0

    def line(self, x: float, words: str, *, size: float = SIZE, at: float | None = None) -> None:
        self.canvas.setFont("Liberation", size)
        self.canvas.drawString(x, TOP - (self.at if at is None else at) * STEP, words)
        self.at += at is None

    def paragraph(self, words: str, *, indent: float = 36.0) -> None:
        x, line = LEFT + indent, ""
        for word in words.split():
            longer = f"{line} {word}".strip()
            if x + pdfmetrics.stringWidth(longer, "Liberation", SIZE) > RIGHT:
                self.line(x, line)
                x, longer = LEFT, word
            line = longer
        self.line(x, line)

    def page(self) -> None:
        self.canvas.showPage()
        self.at = 0

    def read(self) -> Reading:
        self.canvas.save()
        return read(self.path)


@pytest.fixture
def sheet(tmp_path: Path) -> Typesetter:
    return Typesetter(tmp_path / "a.pdf")


LONG = (
    "Rà soát toàn bộ hồ sơ đã nộp lưu trong năm của các phòng, ban và của các xã, thị trấn trên địa bàn huyện, trong đó"
)


def quoted(reading: Reading) -> list[str]:
    return [reading.quote(span) for span in reading.leftovers]


def test_an_item_goes_on_over_a_page_though_a_name_with_a_capital_opens_the_next(sheet: Typesetter) -> None:
    for words in HEAD:
        sheet.paragraph(words)
    sheet.line(LEFT + 36, "1. Rà soát toàn bộ hồ sơ đã nộp lưu trong năm của các phòng, ban và Ban")
    sheet.line(LEFT, "Quản lý dự án đầu tư xây dựng huyện, các xã, thị trấn trên địa bàn và Trung tâm")
    sheet.page()
    sheet.line(290, "2", at=-1.5)
    sheet.line(LEFT, "Y tế huyện, báo cáo trước ngày 10/02/2025.")
    sheet.paragraph("2. Theo dõi, đôn đốc việc thực hiện./.")
    reading = sheet.read()
    assert [item.path for item in reading.items] == ["1", "2"]
    assert reading.items[0].text.endswith("và Trung tâm Y tế huyện, báo cáo trước ngày 10/02/2025.")
    assert "2" in quoted(reading)


def test_running_heads_and_feet_stand_aside_on_every_page_but_the_first(sheet: Typesetter) -> None:
    for number, town in enumerate(("Đông", "Tây", "Nam", "Bắc"), 1):
        sheet.line(LEFT, "Công văn của UBND huyện Ví Dụ", at=-2)
        sheet.line(LEFT, f"Trang {number}/4", at=38)
        for words in HEAD if number == 1 else []:
            sheet.paragraph(words)
        sheet.paragraph(f"{number}. {LONG} có hồ sơ của những đơn vị đã sáp nhập vào xã {town}.")
        sheet.page()
    reading = sheet.read()
    assert [item.path for item in reading.items] == ["1", "2", "3", "4"]
    assert all("vào xã" in item.text and "Công văn" not in item.text for item in reading.items)
    assert quoted(reading).count("Công văn của UBND huyện Ví Dụ") == 3


def test_a_mark_of_secrecy_at_the_head_of_later_pages_is_not_put_aside(sheet: Typesetter) -> None:
    for number in range(1, 5):
        if number > 1:
            sheet.line(290, "MẬT", at=-2)
        for words in HEAD if number == 1 else []:
            sheet.paragraph(words)
        sheet.paragraph(f"{number}. {LONG} có hồ sơ của những đơn vị đã sáp nhập.")
        sheet.page()
    assert sheet.read().header.secrecy is not None


def test_a_footnote_stands_aside_and_the_item_goes_on_around_it(sheet: Typesetter) -> None:
    for words in HEAD:
        sheet.paragraph(words)
    sheet.line(LEFT + 36, "1. Rà soát toàn bộ hồ sơ1 đã nộp lưu trong năm của các phòng, ban và của Trung tâm")
    sheet.line(LEFT, "1 Theo Báo cáo số 7/BC-UBND ngày 02/01/2025 của UBND huyện.", size=10, at=36)
    sheet.line(LEFT, "Báo cáo này đã gửi các phòng.", size=10, at=36.8)
    sheet.page()
    sheet.line(LEFT, "Y tế huyện và của các xã.")
    sheet.paragraph("2. Theo dõi, đôn đốc việc thực hiện./.")
    reading = sheet.read()
    assert [item.path for item in reading.items] == ["1", "2"]
    assert reading.items[0].text.endswith("của Trung tâm Y tế huyện và của các xã.")
    assert any(words.startswith("1 Theo Báo cáo số 7") and "đã gửi các phòng" in words for words in quoted(reading))


def test_small_rows_at_the_foot_that_no_mark_refers_to_are_no_footnotes(sheet: Typesetter) -> None:
    for words in HEAD:
        sheet.paragraph(words)
    sheet.line(LEFT, "1. Rà soát hồ sơ.", size=10)
    sheet.line(LEFT, "2. Báo cáo.", size=10)
    assert [item.path for item in sheet.read().items] == ["1", "2"]


def test_the_stamp_of_a_signature_printed_on_the_page_stands_aside(sheet: Typesetter) -> None:
    sheet.line(400, "Người ký: UBND huyện Ví Dụ", size=7, at=-3)
    sheet.line(400, "Email: ubnd@vidu.gov.vn", size=7, at=-2.5)
    sheet.line(400, "Thời gian ký: 24.01.2025 20:01:14 +07:00", size=7, at=-2)
    for words in [*HEAD, "1. Rà soát hồ sơ.", "2. Báo cáo."]:
        sheet.paragraph(words)
    reading = sheet.read()
    assert [item.path for item in reading.items] == ["1", "2"]
    assert any("Người ký" in words and "Thời gian ký" in words for words in quoted(reading))


def test_a_number_filled_in_by_a_stamp_is_read_and_the_rest_of_the_stamp_stands_aside(sheet: Typesetter) -> None:
    sheet.line(LEFT, "Số:        /UBND-VP")
    sheet.line(LEFT, "Ví Dụ, ngày 02 tháng 5 năm 2024")
    for words in [*HEAD[1:], "1. Rà soát hồ sơ của các phòng, ban và của các xã.", "2. Báo cáo."]:
        sheet.paragraph(words)
    for name, x, at, words in (("so", LEFT + 22, 0, "507"), ("dau", 420, -2, "VAN THU 24.01.2025")):
        sheet.canvas.acroForm.textfield(
            name=name, value=words, x=x, y=TOP - at * STEP - 3, width=100, height=15,
            fontSize=11, borderWidth=0, fontName="Times-Roman", fieldFlags="readOnly",
        )  # fmt: skip
    reading = sheet.read()
    assert reading.header.number is not None
    assert reading.header.number.value == "507"
    assert any("VAN THU" in words for words in quoted(reading))


def test_a_paragraph_ends_where_the_next_word_would_have_found_room(sheet: Typesetter) -> None:
    for words in HEAD:
        sheet.paragraph(words)
    sheet.paragraph("1. Phòng Nội vụ rà soát hồ sơ của các xã và báo cáo kết quả", indent=0)
    sheet.paragraph("Yêu cầu các đơn vị nghiêm túc thực hiện và báo cáo Chủ tịch UBND huyện Ví Dụ./.", indent=0)
    reading = sheet.read()
    assert reading.items[0].text == "1. Phòng Nội vụ rà soát hồ sơ của các xã và báo cáo kết quả"
    assert reading.items[-1].text.startswith("Yêu cầu các đơn vị nghiêm túc")


def test_the_rows_of_a_ruled_table_are_lines_with_tabs_between_their_cells(sheet: Typesetter) -> None:
    for words in HEAD:
        sheet.paragraph(words)
    uprights, levels = [85.0, 120.0, 330.0, 540.0], [600.0, 570.0, 520.0, 490.0]
    for x in uprights:
        sheet.canvas.line(x, levels[0], x, levels[-1])
    for y in levels:
        sheet.canvas.line(uprights[0], y, uprights[-1], y)
    cells = [
        (90, 580, "TT"), (125, 580, "Việc"), (335, 580, "Đơn vị"),
        (90, 540, "1"), (125, 555, "Rà soát hồ sơ đã nộp"), (125, 530, "lưu của các xã"), (335, 540, "Phòng Nội vụ"),
        (90, 500, "2"), (125, 500, "Báo cáo"), (335, 500, "Văn phòng"),
    ]  # fmt: skip
    for x, y, words in cells:
        sheet.line(x, words, at=(TOP - y) / STEP)
    sheet.line(LEFT, "Trên đây là yêu cầu của UBND huyện.", at=20)
    text = sheet.read().text
    assert "TT\tViệc\tĐơn vị\n1\tRà soát hồ sơ đã nộp lưu của các xã\tPhòng Nội vụ\n2\tBáo cáo\tVăn phòng" in text
    assert text.index("thực hiện các việc") < text.index("TT\t") < text.index("Trên đây")


def test_a_page_whose_font_was_from_before_unicode_is_converted(sheet: Typesetter) -> None:
    letters = {new: old for old, new in TCVN3.pairs} | {"ư": "\u2212"}
    for words in [*HEAD, "1. Rà soát hồ sơ của các phòng, ban.", "2. Báo cáo Chủ tịch trước ngày 10/02/2025."]:
        sheet.paragraph("".join(letters.get(letter, letter) for letter in words))
    reading = sheet.read()
    assert unicodedata.is_normalized("NFC", reading.text)
    assert [item.text for item in reading.items] == [
        "1. Rà soát hồ sơ của các phòng, ban.", "2. Báo cáo Chủ tịch trước ngày 10/02/2025.",
    ]  # fmt: skip


def test_the_file_is_let_go_when_it_was_read(sheet: Typesetter) -> None:
    for words in [*HEAD, "1. Rà soát hồ sơ của các phòng, ban."]:
        sheet.paragraph(words)
    sheet.read()
    with pypdfium2.PdfDocument(sheet.path) as again:
        assert len(again) == 1
    sheet.path.rename(sheet.path.with_name("b.pdf")).unlink()
