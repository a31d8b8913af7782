"""The preview: what is shown is what is saved and printed."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from intake_bench import Bench, intake
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication

from district_desk.desk.printing import REGISTER, SHEETS, preview
from district_desk.desk.registering import draft_of, register
from district_desk.domain.problems import UnreadableFile
from district_desk.ui.preview.dialog import PreviewDialog
from district_desk.ui.preview.page_images import PageImages
from district_desk.ui.print_job import PrintJob


@pytest.fixture
def bench(tmp_path: Path, qtbot: Any) -> Iterator[Bench]:
    from district_desk.desk.reading import read_file

    with intake(tmp_path, qtbot) as made:
        path = made.file()
        register(made.desk, draft_of(made.desk, read_file(path), file=path))
        yield made


def open_preview(bench: Bench, **job: Any) -> PreviewDialog:
    wanted = PrintJob(SHEETS, "Phiếu giao nhiệm vụ", directive_id=1, **job)
    dialog = PreviewDialog.show_for(bench.page, bench.desk, bench.operations, wanted)
    bench.settle()
    return dialog


def text_of(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def test_the_preview_shows_the_very_pdf_that_is_printed(bench: Bench):
    dialog = open_preview(bench)

    pages = text_of(dialog.pdf)
    assert len(pages) == len(text_of(preview(bench.desk, SHEETS, directive_id=1)))
    assert "PHIẾU GIAO NHIỆM VỤ" in pages[0]
    assert dialog.page_label.text() == f"Trang 1/{len(pages)}"
    dialog.close()


def test_what_is_saved_is_what_was_shown(bench: Bench):
    dialog = open_preview(bench)
    shown, path = dialog.pdf, bench.folder / "phieu.pdf"
    dialog.save_to(bench.folder / "phieu")
    bench.settle()

    assert path.read_bytes() == shown
    assert str(path) in dialog.messages.sentence
    dialog.close()


def test_a_folder_that_is_gone_is_said(bench: Bench):
    dialog = open_preview(bench)
    dialog.save_to(bench.folder / "no such folder" / "phieu.pdf")
    bench.settle()

    assert "no such folder" in dialog.messages.sentence
    dialog.close()


def test_one_file_a_unit(bench: Bench):
    units = {unit.name: unit.id for unit in bench.desk.directory(bench.desk.today()).units}
    dialog = open_preview(bench, unit_ids=(units["UBND xã Cẩm Đông"], units["UBND xã Cẩm Vũ"]))
    folder = bench.folder / "phieu"
    folder.mkdir()
    dialog.save_each(folder)
    bench.settle()

    files = sorted(folder.glob("*.pdf"))
    assert len(files) == 2
    assert f"Đã lưu {len(files)} tệp" in dialog.messages.sentence
    dialog.close()


def test_only_the_chosen_units_are_shown(bench: Bench):
    dialog = open_preview(bench)
    whole = len(text_of(dialog.pdf))
    names = [dialog.units.item(number).text() for number in range(dialog.units.count())]
    assert "UBND xã Cẩm Đông" in names
    dialog._check_all()
    dialog.units.item(names.index("UBND xã Cẩm Đông")).setCheckState(Qt.CheckState.Checked)
    bench.qtbot.waitUntil(lambda: bool(dialog.pdf) and len(text_of(dialog.pdf)) < whole)

    assert all("Cẩm Đông" in page or "Cẩm Vũ" not in page for page in text_of(dialog.pdf))
    assert "UBND xã Cẩm Đông" in text_of(dialog.pdf)[0]
    dialog.close()


def test_without_a_chosen_unit_there_is_nothing_to_print_and_it_says_so(bench: Bench):
    dialog = open_preview(bench)
    dialog._check_all()
    bench.qtbot.waitUntil(lambda: not dialog.pdf)

    assert "Chưa chọn đơn vị nào" in dialog.messages.sentence
    assert not dialog.save_button.isEnabled()
    dialog.close()


def test_a_register_has_no_units_to_choose(bench: Bench):
    job = PrintJob(REGISTER, "Sổ đăng ký văn bản đến", year=2023)
    dialog = PreviewDialog.show_for(bench.page, bench.desk, bench.operations, job)
    bench.settle()

    assert not dialog.units.isVisible()
    assert any("90/CT-UBND" in page.replace("\r\n", "").replace(" ", "") for page in text_of(dialog.pdf))
    dialog.close()


def test_a_form_that_cannot_be_printed_says_why(bench: Bench):
    dialog = PreviewDialog.show_for(bench.page, bench.desk, bench.operations, PrintJob(SHEETS))
    bench.settle()

    assert dialog.messages.sentence
    assert not dialog.print_button.isEnabled()
    dialog.close()


@pytest.mark.skipif(bool(QPrinterInfo.availablePrinters()), reason="this machine has a printer")
def test_a_machine_without_a_printer_is_told_what_it_can_do_instead(bench: Bench):
    dialog = open_preview(bench)
    dialog.print_out()

    assert "chưa cài máy in" in dialog.messages.sentence
    dialog.close()


def test_the_chosen_pages_go_to_the_printer_in_their_own_shape(bench: Bench):
    dialog = open_preview(bench)
    printer, path = QPrinter(), bench.folder / "printed.pdf"
    printer.setOutputFileName(str(path))
    printer.setFromTo(2, 3)
    dialog.print_on(printer)
    bench.qtbot.waitUntil(lambda: "Đã gửi 2 trang" in dialog.messages.sentence)

    printed = pypdfium2.PdfDocument(path)
    assert len(printed) == 2
    assert printed.get_page_size(0) == pytest.approx((595, 842), abs=2)
    printed.close()
    dialog.close()


def test_printing_can_be_stopped(bench: Bench):
    dialog = open_preview(bench)
    printer = QPrinter()
    printer.setOutputFileName(str(bench.folder / "stopped.pdf"))
    dialog.print_on(printer)
    bench.qtbot.waitUntil(lambda: "Đang gửi" in dialog.messages.sentence)
    dialog.messages._remedy.click()

    assert "Đã dừng in" in dialog.messages.sentence
    dialog.close()


def test_pages_are_drawn_only_when_they_are_seen(bench: Bench):
    dialog = open_preview(bench)
    view = dialog.view
    bench.qtbot.waitUntil(lambda: bool(view._pictures))
    assert len(view._pictures) < len(text_of(dialog.pdf))

    last = len(text_of(dialog.pdf))
    view.go_to(last)
    bench.qtbot.waitUntil(lambda: any(number == last - 1 for number, _ in view._pictures))
    assert dialog.page_label.text() == f"Trang {last}/{last}"
    dialog.close()


def test_larger_smaller_and_as_wide_as_the_window(bench: Bench):
    dialog = open_preview(bench)
    view = dialog.view
    fitting = view.scale
    view.zoom_by(1)
    larger = view.scale
    view.zoom_by(-1)
    assert view.scale < larger
    view.fit_width()
    assert view.scale == fitting
    assert larger > fitting

    turn = QWheelEvent(
        QPointF(50, 50), view.viewport().mapToGlobal(QPointF(50, 50)), QPoint(), QPoint(0, 120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), turn)
    assert view.scale == larger
    dialog.close()


def test_what_is_no_pdf_is_a_problem_and_not_a_crash(tmp_path: Path):
    path = tmp_path / "no.pdf"
    path.write_bytes(b"no")
    with pytest.raises(UnreadableFile):
        PageImages(path)


def test_a_page_is_a_picture_of_its_size_at_the_scale(bench: Bench):
    pages = PageImages(preview(bench.desk, SHEETS, directive_id=1))
    picture = pages.picture(0, 2.0)

    assert (picture.width(), picture.height()) == pytest.approx((1190, 1684), abs=2)
    inks = {picture.pixelColor(x, y).lightness() for x in range(0, 1190, 3) for y in range(200, 400, 3)}
    assert min(inks) < 80, "there is ink on it"
    pages.close()
