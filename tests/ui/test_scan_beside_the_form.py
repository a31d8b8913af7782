"""A scan beside its form: what was read is lit on the picture, drawn boxes take words or are read again."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from intake_bench import Bench, intake
from PIL import Image, ImageDraw, ImageFont
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QToolButton

from district_desk.desk.reading import read_file
from district_desk.domain.directives import Directive
from district_desk.domain.drafts import Draft
from district_desk.domain.problems import UnreadableFile
from district_desk.domain.reading import (
    Box,
    BoxText,
    DocumentGuess,
    Found,
    Header,
    PlacedWord,
    Reading,
    ScannedPage,
    Span,
)
from district_desk.ui.application import application
from district_desk.ui.document_view import DocumentView, lights_of
from district_desk.ui.document_view.selection_bar import Use
from district_desk.ui.intake import seeing
from district_desk.ui.preview import page_view
from district_desk.ui.preview.page_images import PictureImages, opened
from district_desk.ui.theme import LIGHT

FONT = Path(__file__).resolve().parents[2] / "resources" / "fonts" / "LiberationSerif-Regular.ttf"
WIDTH, HEIGHT = 595, 842
PLACED = (
    (1, "UBND", 60, 60), (1, "Cẩm", 110, 60), (1, "Giàng", 150, 60), (1, "Số", 60, 100), (1, "04/CT", 110, 100),
    (2, "Trần", 300, 700), (2, "Quyết", 350, 700),
)  # fmt: skip
"""Words of a scan of two pages: page, word, left, top; each 36 by 14 points."""


def placed() -> tuple[str, tuple[ScannedPage, ...]]:
    text, pages = "", {1: [], 2: []}
    for page, word, left, top in PLACED:
        span = Span(len(text), len(text) + len(word))
        confidence = 40 if word == "04/CT" else 95
        pages[page].append(PlacedWord(span, Box(left, top, left + 36, top + 14), confidence))
        text += word + " "
    return text, tuple(ScannedPage(number, WIDTH, HEIGHT, tuple(words)) for number, words in pages.items())


TEXT, SCANNED = placed()


def span_of(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


HEADER = Header(
    agency=Found("UBND Cẩm Giàng", span_of("UBND Cẩm Giàng")), signer=Found("Trần Quyết", span_of("Trần Quyết"))
)
READING = Reading("quet.pdf", TEXT, DocumentGuess.DIRECTIVE, HEADER, page_starts=(0, 27), scanned=SCANNED)
DRAFT = Draft(Directive(), text=TEXT, page_starts=(0, 27))


def blank_scan(path: Path, pages: int = 2) -> Path:
    white = [Image.new("RGB", (WIDTH, HEIGHT), "white") for _ in range(pages)]
    white[0].save(path, "PDF", resolution=72, save_all=True, append_images=white[1:])
    return path


@pytest.fixture
def view(qtbot: Any, tmp_path: Path) -> Iterator[DocumentView]:
    application()
    made = DocumentView()
    qtbot.addWidget(made)
    made.resize(640, 700)
    made.offer(
        [Use("signer", "Người ký"), Use("item", "Mục mới", row=1)], {"signer": "Người ký"}, [Use("signer", "Người ký")]
    )
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    made.show_document(DRAFT, READING, blank_scan(tmp_path / "quet.pdf"))
    made.show_lights(lights_of(READING, DRAFT), ())
    qtbot.waitUntil(lambda: bool(made.page_view._pictures))
    yield made
    made.show_document(Draft(Directive()), None)
    made.hide()


def middle(view: DocumentView, page: int, box: Box) -> QPoint:
    return view.page_view._shown(page, box).center().toPoint()


def draw(view: DocumentView, first: QPoint, last: QPoint) -> None:
    """Drags the mouse, as a hand does."""
    area = view.page_view.viewport()
    for kind, point, buttons in (
        (QEvent.Type.MouseButtonPress, first, Qt.MouseButton.LeftButton),
        (QEvent.Type.MouseMove, (first + last) / 2, Qt.MouseButton.LeftButton),
        (QEvent.Type.MouseMove, last, Qt.MouseButton.LeftButton),
        (QEvent.Type.MouseButtonRelease, last, Qt.MouseButton.NoButton),
    ):
        button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
        place = QPointF(point)
        event = QMouseEvent(kind, place, area.mapToGlobal(place), button, buttons, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(area, event)


def around(view: DocumentView, page: int, left: float, top: float, right: float, bottom: float) -> None:
    rect = view.page_view._shown(page, Box(left, top, right, bottom))
    draw(view, rect.topLeft().toPoint(), rect.bottomRight().toPoint())


def again_button(view: DocumentView) -> QToolButton:
    return next(each for each in view.bar.findChildren(QToolButton) if each.property("use") == "again")


def test_a_scan_opens_on_its_pages_with_values_lit_where_they_were_printed(view: DocumentView):
    assert view.page_view.isVisible()
    picture = view.page_view.viewport().grab().toImage()
    lit = middle(view, 1, Box(60, 60, 186, 74))
    plain = middle(view, 1, Box(60, 100, 96, 114))

    assert picture.pixelColor(lit).name().upper() == LIGHT.lit_field
    assert picture.pixelColor(plain).name() == "#ffffff"


def test_a_click_on_lit_words_of_the_picture_tells_which_value_they_are(view: DocumentView, qtbot: Any):
    with qtbot.waitSignal(view.light_chosen) as told:
        qtbot.mouseClick(
            view.page_view.viewport(), Qt.MouseButton.LeftButton, pos=middle(view, 1, Box(110, 60, 146, 74))
        )
    assert told.args[0].key == "issuer"


def test_a_value_on_a_later_page_is_brought_into_sight(view: DocumentView):
    view.choose(HEADER.signer.span)

    assert view.page_view.page == 2
    assert view.page_view.viewport().rect().contains(middle(view, 2, Box(300, 700, 386, 714)))


def test_a_drawn_box_takes_the_words_under_it(view: DocumentView, qtbot: Any):
    around(view, 1, 50, 90, 200, 125)
    assert view.bar.isVisible()
    assert view.selected_span() == span_of("Số 04/CT")

    with qtbot.waitSignal(view.words_taken) as told:
        view.bar.chosen.emit("signer")
    assert told.args == [span_of("Số 04/CT"), "signer"]
    assert view.page_view.region is None


def test_a_box_without_words_offers_only_to_be_read_again(view: DocumentView, qtbot: Any):
    around(view, 1, 300, 200, 400, 260)
    shown = [each.text() for each in view.bar.findChildren(QToolButton) if each.isVisibleTo(view.bar)]
    assert shown == ["Đọc lại vùng này"]

    with qtbot.waitSignal(view.again_wanted) as told:
        again_button(view).click()
    page, box = told.args
    assert page == 1
    assert (box.left, box.bottom) == (pytest.approx(300, abs=2), pytest.approx(260, abs=2))


def test_in_a_narrow_window_every_use_is_within_reach(view: DocumentView):
    uses = [Use(key, f"Ô thứ {key}", row=row) for row, keys in enumerate(("abcdefgh", "ijklmnop")) for key in keys]
    view.offer(uses, {})
    view.resize(330, 600)
    around(view, 1, 50, 90, 200, 125)

    assert view._stack.rect().contains(view.bar.geometry())
    shown = [each.property("use") for each in view.bar.findChildren(QToolButton) if each.isVisible()]
    hidden = [
        action.data()
        for row in view.bar._rows if row.more.isVisible()
        for action in row.more.menu().actions() if action.isVisible()
    ]  # fmt: skip
    assert sorted(key for key in [*shown, *hidden] if key and key != "again") == list("abcdefghijklmnop")
    assert hidden


def test_words_selected_in_the_text_are_read_again_where_they_stand_on_the_page(view: DocumentView, qtbot: Any):
    qtbot.keyClick(view.page_view, Qt.Key.Key_F6)
    assert view.pane.isVisible()
    view.pane.select(span_of("Quyết"))

    with qtbot.waitSignal(view.again_wanted) as told:
        qtbot.keyClick(view.pane, Qt.Key.Key_F4)
    page, box = told.args
    assert page == 2
    assert box.left < 350
    assert box.right > 386


def test_what_was_read_again_is_put_right_and_given_only_by_the_person(view: DocumentView, qtbot: Any):
    around(view, 1, 50, 90, 200, 125)
    view.read_again()
    view.aim("signer")
    with qtbot.assertNotEmitted(view.text_taken):
        view.show_again(BoxText("Trân\nQuyết", doubtful=True))
    view.strip.text.setPlainText("Trần\nQuyết")

    with qtbot.waitSignal(view.text_taken) as told:
        view.strip.take.click()
    assert told.args == ["Trần Quyết", "signer", span_of("Số 04/CT")]
    assert view.strip.isHidden()


def test_escape_puts_away_what_was_read_again(view: DocumentView, qtbot: Any):
    view.show_again(BoxText("gì đó"))
    with qtbot.assertNotEmitted(view.text_taken):
        qtbot.keyClick(view.strip.text, Qt.Key.Key_Escape)
    assert view.strip.isHidden()


def test_doubtful_words_are_counted_and_stepped_through(view: DocumentView, qtbot: Any):
    assert view.tools.doubts.text() == "1 chưa chắc"
    qtbot.keyClick(view.page_view, Qt.Key.Key_F8)

    assert view.selected_span() == span_of("04/CT")


def test_keys_go_through_the_lights_of_the_picture_and_change_its_size(view: DocumentView, qtbot: Any):
    pane = view.page_view
    for _ in range(2):
        qtbot.keyClick(pane, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(view.light_chosen) as told:
        qtbot.keyClick(pane, Qt.Key.Key_Return)
    assert told.args[0].key == "signer"

    wide = pane.scale
    qtbot.keyClick(pane, Qt.Key.Key_Plus)
    assert pane.scale > wide
    qtbot.keyClick(pane, Qt.Key.Key_0)
    assert pane.scale == wide


def test_the_pictures_in_memory_stay_few_however_many_pages_are_seen(
    view: DocumentView, tmp_path: Path, qtbot: Any, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(page_view, "_KEPT", 4 << 20)
    view.show_document(DRAFT, READING, blank_scan(tmp_path / "day.pdf", 12))
    pane = view.page_view
    for page in range(1, 13):
        pane.go_to(page)
        qtbot.waitUntil(lambda: all(pane._key(number) in pane._pictures for number in pane._seen()))

    held = sum(picture.width() * picture.height() * 4 for picture in pane._pictures.values())
    assert held <= 4 << 20


def test_a_page_that_was_turned_to_be_read_is_shown_turned(tmp_path: Path):
    sheet = Image.new("RGB", (300, 200), "white")
    sheet.paste((255, 0, 0), (0, 0, 150, 200))
    sheet.save(tmp_path / "a.png")
    pages = opened(tmp_path / "a.png", {0: 90})
    picture = pages.picture(0, 0.5)

    assert (pages.own_size(0).width(), pages.own_size(0).height()) == (200, 300)
    assert picture.width() < picture.height()
    assert picture.pixelColor(picture.width() // 2, 5).name() == "#ff0000", "its left edge lies on top"


def test_a_photo_is_shown_as_its_camera_says_and_a_tiff_page_by_page(tmp_path: Path):
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (400, 300), "white").save(tmp_path / "a.jpg", exif=exif)
    photo = PictureImages(tmp_path / "a.jpg")
    assert (photo.own_size(0).width(), photo.own_size(0).height()) == (300, 400)
    assert photo.picture(0, 1.0).height() == 842

    first, second = Image.new("L", (300, 400), "white"), Image.new("L", (300, 500), "black")
    first.save(tmp_path / "a.tif", save_all=True, append_images=[second])
    pages = PictureImages(tmp_path / "a.tif")
    assert [pages.own_size(number).height() for number in range(len(pages))] == [400, 500]
    assert pages.picture(1, 0.1).pixelColor(5, 5).name() == "#000000"
    (tmp_path / "b.png").write_bytes(b"\x89PNG\r\nbroken")
    with pytest.raises(UnreadableFile):
        PictureImages(tmp_path / "b.png")


# --- the whole way, with the real Tesseract ------------------------------------------------------------------------
LINES = (
    (200, 100, "ỦY BAN NHÂN DÂN"), (900, 100, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    (220, 150, "HUYỆN CẨM GIÀNG"), (1000, 150, "Độc lập - Tự do - Hạnh phúc"),
    (230, 210, "Số: 90/CT-UBND"), (980, 210, "Cẩm Giàng, ngày 05 tháng 9 năm 2023"),
    (750, 300, "CHỈ THỊ"), (520, 350, "Về việc rà soát hồ sơ của các cơ quan"),
    (280, 450, "1. Phòng Nội vụ rà soát hồ sơ, báo cáo trước ngày 20 tháng 9 năm 2023."),
    (280, 510, "2. Phòng Tư pháp theo dõi, đôn đốc việc thực hiện."),
    (1100, 620, "CHỦ TỊCH"), (1060, 820, "Nguyễn Văn Ví Dụ"),
)  # fmt: skip


@pytest.fixture(scope="module")
def scan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    sheet = Image.new("RGB", (1654, 2339), "white")
    pen, font = ImageDraw.Draw(sheet), ImageFont.truetype(str(FONT), 36)
    for left, top, words in LINES:
        pen.text((left, top), words, fill="black", font=font)
    path = tmp_path_factory.mktemp("scan") / "quet.png"
    sheet.save(path)
    try:
        read_file(path)
    except UnreadableFile as missing:
        pytest.skip(f"recognition is not on this machine: {missing.reason}")
    return path


@pytest.fixture
def bench(tmp_path: Path, qtbot: Any) -> Iterator[Bench]:
    with intake(tmp_path, qtbot) as made:
        yield made


def test_a_scan_is_entered_with_a_field_read_again_from_its_picture(bench: Bench, scan: Path):
    bench.read(scan)
    page, document = bench.page, bench.page.document
    assert page.form.entry("symbol").text() == "CT-UBND"
    assert document.page_view.isVisible()
    before = page.draft

    page.form.focus_field("signer")
    around(document, 1, 1040, 800, 1420, 880)
    document.read_again()
    bench.settle()
    assert document.strip.text.toPlainText() == "Nguyễn Văn Ví Dụ"
    assert page.draft == before, "nothing is overwritten before the clerk takes it"

    document.strip.text.setPlainText("Nguyễn Văn Thí Dụ")
    document.strip.take.click()
    assert page.draft.directive.signer == "Nguyễn Văn Thí Dụ"
    assert page.session is not None
    assert page.session.history.undo_name == "gán chữ trong văn bản"


def test_what_was_read_again_becomes_the_words_of_an_item(bench: Bench, scan: Path):
    bench.read(scan)
    bench.choose("1")
    bench.page.moving.take_text("1. Phòng Nội vụ rà soát toàn bộ hồ sơ.", "text", None)
    assert bench.item("1").item.text == "1. Phòng Nội vụ rà soát toàn bộ hồ sơ."

    count = len(bench.page.draft.items)
    bench.page.moving.take_text("Việc viết tay bên lề", "item", None)
    assert [each.item.text for each in bench.page.draft.items[count:]] == ["Việc viết tay bên lề"]


def test_a_page_turned_by_hand_is_read_anew_and_the_work_is_kept(bench: Bench, scan: Path):
    bench.read(scan)
    bench.page.form.edited.emit("note", "đang nhập dở")
    bench.page.document.tools.turned.emit(180)
    bench.settle()

    assert bench.page.session is not None
    assert bench.page.session.reading is not None
    assert [page.turned for page in bench.page.session.reading.scanned] == [180]
    assert bench.page.deciding.kept is not None
    assert bench.page.deciding.kept.draft.directive.note == "đang nhập dở"


def test_a_file_that_is_gone_is_said_when_a_box_is_read_again(bench: Bench, scan: Path, tmp_path: Path):
    moved = tmp_path / "moved.png"
    moved.write_bytes(scan.read_bytes())
    bench.read(moved)
    moved.unlink()
    bench.page.seeing.read_again(1, Box(0, 0, 50, 50))
    bench.settle()

    assert "moved.png" in bench.page.messages.sentence


def test_the_turns_of_a_text_are_none():
    assert seeing.turns_of(None) == {}
