"""Đóng dấu ĐẾN in the real window: the stamp goes where the mouse puts it, on a copy."""

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, Qt

from district_desk.desk.filing import attach
from district_desk.desk.stamping import stampable
from district_desk.domain.directives import Attachment, Directive, Source
from district_desk.domain.stamps import StampPlace
from district_desk.ui.places import PageKey
from district_desk.ui.preview import words
from district_desk.ui.preview.stamp_preview import StampPreview


@pytest.fixture
def received(window, settled, tmp_path):
    """A received document with a PDF file, chosen in the register."""
    path = tmp_path / "bản quét.pdf"
    pdf = pypdfium2.PdfDocument.new()
    pdf.new_page(595, 842)
    pdf.save(path)
    pdf.close()
    found = window.desk.store.reading().find(Directive, "id", source=Source.RECEIVED)
    chosen = next(each for each in found if each.arrival_number)
    attach(window.desk, chosen.id, path)
    window.go(PageKey.REGISTER)
    window.page(PageKey.REGISTER).open_directive(chosen.id)
    settled()
    return chosen


@pytest.fixture
def preview(window, settled, received):
    page = window.page(PageKey.REGISTER)
    page.deeds.stamp.trigger()
    settled()
    dialog = page.findChild(StampPreview)
    yield dialog
    dialog.close()


def frame(pdf):
    """Left and top of the stamp in millimetres, from where its word stands."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    text = page.get_textpage()
    left, _, _, top = text.get_charbox(text.get_text_range().index("ĐẾN"))
    height = page.get_height()
    document.close()
    return left / 72 * 25.4, (height - top) / 72 * 25.4


def test_the_stamp_stands_under_the_date_until_another_place_is_chosen(preview, settled):
    left, top = frame(preview.pdf)
    assert left > 105
    assert top < 100
    preview.place.setCurrentIndex(preview.place.findData(StampPlace.BOTTOM_LEFT))
    preview.place.activated.emit(preview.place.currentIndex())
    settled()
    moved_left, moved_top = frame(preview.pdf)
    assert moved_left < 105
    assert moved_top > 200


def test_the_stamp_is_dragged_over_the_page(preview, settled, qtbot):
    view = preview.view
    place, mm = view.place_of(0), view.scale * 72 / 25.4
    start = QPoint(int(place.left() + 100 * mm), int(place.top() + 30 * mm))
    end = QPoint(int(place.left() + 60 * mm), int(place.top() + 40 * mm))
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(view.viewport(), end)
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    settled()
    assert (preview.spot.left, preview.spot.top) == (pytest.approx(35, abs=1), pytest.approx(22.5, abs=1))
    left, top = frame(preview.pdf)
    assert 35 < left < 48
    assert 22.5 + 9 < top < 22.5 + 21


def test_the_copy_is_attached_and_the_original_stays(preview, window, settled, received):
    (file,) = stampable(window.desk, received.id)
    preview.keep_button.click()
    settled()
    found = window.desk.store.reading().find(Attachment, "id", directive_id=received.id)
    assert found[-1].name == "bản quét (dấu ĐẾN).pdf"
    assert file in found
    assert preview.messages.sentence == words.stamp_kept("bản quét (dấu ĐẾN).pdf")


def test_the_stamp_alone_is_for_paper_and_cannot_be_attached(preview, settled):
    preview.file.setCurrentIndex(preview.file.count() - 1)
    preview.file.activated.emit(preview.file.currentIndex())
    settled()
    assert preview.attachment is None
    assert not preview.keep_button.isEnabled()
    assert frame(preview.pdf)


def test_what_was_not_received_is_not_stamped_and_says_why(window, settled):
    page = window.page(PageKey.REGISTER)
    own = window.desk.store.reading().find(Directive, "id", source=Source.OWN)[0]
    told = []
    page.said.connect(told.append)
    page.open_directive(own.id)
    settled()
    page.deeds.stamp.trigger()
    assert page.findChild(StampPreview) is None
    assert told[-1].startswith("Dấu ĐẾN chỉ đóng lên văn bản đến")
