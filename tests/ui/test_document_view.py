"""The document beside the form: every value lit where it was read, every word within reach of the mouse."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from intake_bench import DIRECTIVE
from PySide6.QtCore import QMarginsF, QPoint, Qt
from PySide6.QtGui import QColor, QPageSize, QPainter, QPdfWriter

from district_desk.desk.reading import read_file
from district_desk.domain.directives import Directive
from district_desk.domain.drafts import Draft, DraftItem
from district_desk.domain.items import Item
from district_desk.domain.reading import DocumentGuess, Found, FoundDate, Header, ItemKind, Reading, Span
from district_desk.ui.application import application
from district_desk.ui.document_view import DocumentView, Light, LightKind, lights_of, loose_spans
from district_desk.ui.document_view.lights import at, locate
from district_desk.ui.document_view.selection_bar import Use
from district_desk.ui.theme import colours

TEXT = (
    "Số: 04/CT-UBND\n\nCẩm Giàng, ngày 30 tháng 3 năm 2023\n\n## CHỈ THỊ\n\nLời mở đầu của văn bản.\n\n"
    "1. Phòng **Nội vụ** gửi kế hoạch *trước ngày 10 tháng 4 năm 2023*.\n\n2. Các xã báo cáo.\n\nGhi chú cuối."
)


def span_of(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def item(key: int, path: str, words: str, **values: Any) -> DraftItem:
    span = span_of(words)
    return DraftItem(key, Item(0, path=path, text=words, span_start=span.start, span_end=span.end, **values))


FIRST = item(
    1, "1", "1. Phòng **Nội vụ** gửi kế hoạch *trước ngày 10 tháng 4 năm 2023*.",
    units_written="Phòng Nội vụ", phrase="trước ngày 10 tháng 4 năm 2023",
)  # fmt: skip
SECOND = item(2, "2", "2. Các xã báo cáo.", units_written="Các xã")
DRAFT = Draft(Directive(number="04", symbol="CT-UBND"), (FIRST, SECOND), text=TEXT)
READING = Reading(
    "04.txt",
    TEXT,
    DocumentGuess.DIRECTIVE,
    Header(
        number=Found("04", span_of("04")),
        symbol=Found("CT-UBND", span_of("CT-UBND"), doubtful=True),
        issued=FoundDate(date(2023, 3, 30), span_of("ngày 30 tháng 3 năm 2023")),
        doc_type=Found("CHỈ THỊ", span_of("CHỈ THỊ")),
    ),
    leftovers=(span_of("Lời mở đầu của văn bản."), span_of("Ghi chú cuối.")),
)


@pytest.fixture
def view(qtbot: Any) -> Iterator[DocumentView]:
    application()
    made = DocumentView()
    qtbot.addWidget(made)
    made.resize(520, 620)
    made.offer([Use("subject", "Trích yếu"), Use("item", "Mục mới", row=1)], {"phrase": "thời hạn", "number": "Số"})
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    made.show_document(DRAFT, READING)
    made.show_lights(lights_of(READING, DRAFT), loose_spans(READING, DRAFT))
    yield made
    made.hide()


def click(qtbot: Any, view: DocumentView, words: str) -> None:
    rect = view.pane.cursorRect(view.pane._cursor_at(TEXT.index(words) + 1))
    qtbot.mouseClick(view.pane.viewport(), Qt.MouseButton.LeftButton, pos=rect.center() + QPoint(2, 0))


def test_every_value_is_lit_with_the_words_it_came_from():
    lit = {(light.key, light.item): TEXT[light.span.start : light.span.end] for light in lights_of(READING, DRAFT)}

    assert lit["number", 0] == "04"
    assert lit["issued", 0] == "ngày 30 tháng 3 năm 2023"
    assert lit["phrase", 1] == "trước ngày 10 tháng 4 năm 2023"
    assert lit["units", 1] == "Phòng **Nội vụ", "emphasis signs between the words do not hide them"
    assert lit["units", 2] == "Các xã"


def test_a_value_that_the_reader_doubts_is_lit_as_doubtful():
    assert [light.key for light in lights_of(READING, DRAFT) if light.doubtful] == ["symbol"]


def test_where_lights_lie_in_one_another_the_innermost_is_meant():
    lights = lights_of(READING, DRAFT)

    assert at(lights, TEXT.index("trước ngày") + 2).kind is LightKind.DUE
    assert at(lights, TEXT.index("gửi kế hoạch")).kind is LightKind.ITEM
    assert at(lights, TEXT.index("Lời mở đầu")) is None


def test_a_record_without_its_reading_is_lit_by_what_it_says():
    lit = {light.key: TEXT[light.span.start : light.span.end] for light in lights_of(None, DRAFT)}

    assert lit["symbol"] == "CT-UBND"
    assert lit["phrase"] == "trước ngày 10 tháng 4 năm 2023"


def test_text_that_belongs_to_no_item_is_told_and_grows_when_an_item_is_removed(tmp_path: Path):
    loose = [TEXT[span.start : span.end] for span in loose_spans(READING, DRAFT)]
    assert loose == ["Lời mở đầu của văn bản.", "Ghi chú cuối."]

    path = tmp_path / "90.txt"
    path.write_text(DIRECTIVE, "utf-8")
    reading = read_file(path)
    whole = Draft(Directive(), text=reading.text)
    words = " ".join(reading.quote(span) for span in loose_spans(reading, whole))
    assert "Kiện toàn Bộ phận Một cửa" in words


def test_between_the_items_of_a_record_what_nobody_took_is_loose():
    only_ends = Draft(Directive(), (FIRST, item(3, "3", "Ghi chú cuối.")), text=TEXT)

    assert [TEXT[s.start : s.end] for s in loose_spans(None, only_ends)] == ["2. Các xã báo cáo."]


def test_words_are_found_across_line_ends():
    assert locate("Phòng Nội vụ", "giao Phòng\n  Nội vụ và") == Span(5, 19)
    assert locate("Phòng Tư pháp", "giao Phòng Nội vụ") is None
    assert locate("", "giao") is None


@pytest.mark.parametrize("words", [TEXT, "một\r\nhai\u2028ba\u2029bốn \U0001f600 năm\x00sáu\ufdd0", "", "\n\n"])
def test_an_offset_of_the_text_is_a_position_of_the_sheet(view: DocumentView, words: str):
    view.show_document(Draft(Directive(), text=words), None)

    laid_out = view.pane.document().toRawText()
    assert len(laid_out) == len(words)
    assert all(mine == theirs or not theirs.isprintable() or theirs > "\uffff" or theirs in {"\ufdd0", "\n"}
               for mine, theirs in zip(laid_out, words, strict=True))  # fmt: skip


def test_lit_words_have_the_ground_of_their_kind(view: DocumentView):
    from district_desk.ui.theme import colours

    view.show_document(DRAFT, READING)
    view.show_lights(lights_of(READING, DRAFT), loose_spans(READING, DRAFT))
    picture = view.pane.viewport().grab().toImage()

    def grounds(words: str) -> set[str]:
        rect = view.pane.cursorRect(view.pane._cursor_at(TEXT.index(words)))
        return {picture.pixelColor(rect.left() + x, rect.top() + 2).name() for x in range(2, 30)}

    assert colours().lit_due.lower() in grounds("trước ngày 10")
    assert colours().lit_field.lower() in grounds("CT-UBND")
    assert colours().lit_unit.lower() in grounds("Các xã")
    assert grounds("Lời mở đầu") & {colours().lit_due.lower(), colours().lit_unit.lower()} == set()


def test_a_click_on_lit_words_tells_which_value_they_are(view: DocumentView, qtbot: Any):
    with qtbot.waitSignal(view.light_chosen) as told:
        click(qtbot, view, "trước ngày 10")
    assert (told.args[0].key, told.args[0].item) == ("phrase", 1)

    with qtbot.waitSignal(view.light_chosen) as told:
        click(qtbot, view, "04/CT")
    assert (told.args[0].key, told.args[0].item) == ("number", 0)


def test_a_click_on_plain_words_tells_nothing(view: DocumentView, qtbot: Any):
    with qtbot.assertNotEmitted(view.light_chosen):
        click(qtbot, view, "Lời mở đầu")


def test_the_enter_key_does_what_the_click_does(view: DocumentView, qtbot: Any):
    view.pane.setTextCursor(view.pane._cursor_at(TEXT.index("trước ngày") + 3))
    with qtbot.waitSignal(view.light_chosen) as told:
        qtbot.keyClick(view.pane, Qt.Key.Key_Return)
    assert told.args[0].key == "phrase"


def test_selected_words_offer_what_they_can_become(view: DocumentView, qtbot: Any):
    assert view.bar.isHidden()
    view.select(span_of("Ghi chú cuối."))

    assert view.bar.isVisible()
    assert view.selected_span() == span_of("Ghi chú cuối.")
    button = next(b for b in view.bar.findChildren(type(view.counter)) if b.text() == "Mục mới")
    with qtbot.waitSignal(view.words_taken) as told:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told.args == [span_of("Ghi chú cuối."), "item"]
    assert view.bar.isHidden()
    assert view.selected_span() is None


def test_the_bar_goes_when_nothing_is_selected_any_more(view: DocumentView):
    view.select(span_of("Ghi chú cuối."))
    view.pane.clear_selection()
    assert view.bar.isHidden()


def test_blanks_and_emphasis_at_the_ends_of_a_selection_are_left_out(view: DocumentView):
    start = TEXT.index(" **Nội vụ** ")
    view.select(Span(start, start + len(" **Nội vụ** ")))

    span = view.selected_span()
    assert span is not None
    assert TEXT[span.start : span.end] == "Nội vụ"


def test_stretches_without_an_item_are_counted_and_stepped_through(view: DocumentView, qtbot: Any):
    assert view.counter.text() == "2 đoạn chưa thuộc mục nào"

    qtbot.mouseClick(view.counter, Qt.MouseButton.LeftButton)
    assert view.selected_span() == span_of("Lời mở đầu của văn bản.")
    qtbot.keyClick(view.pane, Qt.Key.Key_F7)
    assert view.selected_span() == span_of("Ghi chú cuối.")

    view.show_lights(lights_of(READING, DRAFT), ())
    assert view.counter.isHidden()


def test_a_value_far_below_is_brought_into_sight(view: DocumentView):
    text = TEXT + "\n\nĐoạn dài. " * 400 + "\n\nĐích."
    view.show_document(Draft(Directive(), text=text), None)
    view.choose(Span(len(text) - 5, len(text)))

    rect = view.pane.rect_of(Span(len(text) - 5, len(text)))
    assert view.pane.viewport().rect().contains(rect.center())


def test_the_pages_of_the_original_are_shown_beside_its_text(view: DocumentView, tmp_path: Path, qtbot: Any):
    path = tmp_path / "04.pdf"
    make_pdf(path, pages=3)
    view.show_document(DRAFT, READING, path)
    assert view.tabs.isTabVisible(1)

    view.tabs.setCurrentIndex(1)
    assert view.page_view.isVisible()
    assert view.page_view.page == 1
    qtbot.waitUntil(lambda: bool(view.page_view._pictures))

    view.show_document(DRAFT, READING)
    assert not view.tabs.isTabVisible(1)


def test_both_tabs_are_read_whole_when_a_pdf_follows_a_text(view: DocumentView, tmp_path: Path):
    """The bar kept the width of its one tab, and cut the names between two arrows."""
    make_pdf(tmp_path / "04.pdf", pages=1)
    view.show_document(DRAFT, READING)
    view.show_document(DRAFT, READING, tmp_path / "04.pdf")
    view.layout().activate()

    assert view.tabs.width() >= view.tabs.tabRect(0).width() + view.tabs.tabRect(1).width()


def test_lines_broken_at_the_edge_of_a_page_flow_and_keep_their_offsets(view: DocumentView):
    """Every line of a PDF was a paragraph of its own and broke once more in the narrower window."""
    printed = "Thủ trưởng các cơ quan, đơn vị và Chủ tịch Ủy ban nhân dân các xã, thị trấn"
    lines = [printed, "triển khai thực hiện.", "", "1. Phòng Nội vụ:", *[printed] * 8, "2. Thanh tra huyện."]
    text = "\n".join(lines)
    view.show_document(Draft(Directive(), text=text), None)

    document = view.pane.document()
    assert document.blockCount() == 5
    assert [document.findBlock(text.index(words)).text()[:9] for words in ("triển", "1. Phòng", "2. Thanh")] == [
        "Thủ trưởn", "1. Phòng ", "2. Thanh ",
    ]  # fmt: skip
    place = text.index("Thanh tra")
    block = document.findBlock(place)
    assert block.text()[place - block.position() :].startswith("Thanh tra")


def test_an_original_that_cannot_be_opened_is_said_in_words(view: DocumentView, tmp_path: Path):
    path = tmp_path / "cut.pdf"
    path.write_bytes(b"%PDF-1.7\nnothing")
    view.show_document(DRAFT, READING, path)
    view.tabs.setCurrentIndex(1)

    assert not view.page_view.isVisible()
    assert "Không mở được" in view._empty.text()


def test_headings_and_purposes_are_marked_apart_from_tasks():
    heading = item(1, "1", "1. Phòng **Nội vụ** gửi kế hoạch", kind=ItemKind.HEADING)
    lights = lights_of(None, Draft(Directive(), (heading,), text=TEXT))
    assert [light.kind for light in lights] == [LightKind.HEADING]


def make_pdf(path: Path, *, pages: int) -> None:
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(20, 20, 20, 20))
    painter = QPainter(writer)
    for number in range(pages):
        if number:
            writer.newPage()
        painter.drawText(200, 400, f"Trang {number + 1}")
    painter.end()


def test_the_very_first_look_at_a_text_shows_its_lights(qtbot: Any):
    """The text is laid out while it is asked where it begins: the first picture had no light at all."""
    application()
    view = DocumentView()
    qtbot.addWidget(view)
    view.resize(460, 640)
    long = TEXT + "\n\nĐoạn dài thêm cho nhiều màn hình, để chữ không bày hết một lần." * 200
    draft = Draft(Directive(), text=long)
    view.show_document(draft, None)
    view.show_lights([Light(Span(0, 12), LightKind.FIELD, "issuer")], ())
    view.show()
    picture = view.pane.viewport().grab().toImage()

    wash = QColor(colours().lit_field)
    seen = {picture.pixelColor(x, y).name() for x in range(60, 200, 3) for y in range(0, 60, 2)}
    assert wash.name() in seen
