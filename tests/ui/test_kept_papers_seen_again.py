"""A report that was saved or printed is seen, saved and printed again as it was, whatever became of its tasks."""

from datetime import date
from io import BytesIO

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter

from district_desk.desk.chasing import overdue_to_chase
from district_desk.desk.following_up import Told, close
from district_desk.desk.printed_reports import REPORT, printed_reports
from district_desk.desk.reporting import ReportWish
from district_desk.ui.places import PageKey
from district_desk.ui.preview.paper_preview import PaperPreview, kept_paper, new_paper

WISH = ReportWish(date(2023, 1, 1), date(2023, 12, 31), as_of=date(2023, 4, 10))


@pytest.fixture
def shown(window, settled):
    """Open the preview of a paper; it is closed at the end."""
    opened = []

    def shown(work):
        opened.append(PaperPreview.show_work(window, window.desk, window.operations, work))
        settled()
        return opened[-1]

    yield shown
    for dialog in opened:
        dialog.close()


def _text(pdf):
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(BytesIO(pdf)))


def test_a_saved_report_reads_the_same_after_its_tasks_were_done(window, shown, settled, tmp_path):
    first = shown(new_paper(window.desk, REPORT, "Báo cáo", WISH))
    first.save_to(tmp_path / "báo cáo")
    settled()
    assert (tmp_path / "báo cáo.pdf").exists()
    assert _text((tmp_path / "báo cáo.pdf").read_bytes()) == _text(first.pdf)
    (kept,) = printed_reports(window.desk)
    assert window.foot.done != ""

    today = window.desk.today()
    close(window.desk, overdue_to_chase(window.desk, today), Told(today, text="Đã xong"))
    again = shown(kept_paper(window.desk, kept.id, kept.form, kept.title))
    assert _text(again.pdf) == _text(first.pdf)
    assert _text(shown(new_paper(window.desk, REPORT, "Báo cáo", WISH)).pdf) != _text(first.pdf)

    again.write_to(tmp_path / "in lại.docx")
    settled()
    assert (tmp_path / "in lại.docx").exists()
    assert len(printed_reports(window.desk)) == 1


def test_days_that_make_no_period_are_told_in_the_preview(window, shown):
    dialog = shown(new_paper(window.desk, REPORT, "Báo cáo", ReportWish(date(2023, 4, 30), date(2023, 4, 1))))
    assert dialog.pdf == b""
    assert dialog.messages.sentence != ""
    assert not dialog.word_button.isEnabled()


def test_what_was_printed_on_paper_is_kept_once_and_reads_the_same_after_its_tasks_were_done(
    window, shown, settled, tmp_path, qtbot
):
    first = shown(new_paper(window.desk, REPORT, "Báo cáo", WISH))
    first.print_on(_to_file(tmp_path / "paper.pdf"))
    qtbot.waitUntil(lambda: "Đã gửi" in first.messages.sentence)
    settled()
    (kept,) = printed_reports(window.desk)

    first.save_to(tmp_path / "báo cáo.pdf")
    settled()
    assert printed_reports(window.desk) == [kept], "paper and file are one report"

    today = window.desk.today()
    close(window.desk, overdue_to_chase(window.desk, today), Told(today, text="Đã xong"))
    again = shown(kept_paper(window.desk, kept.id, kept.form, kept.title))
    assert again.pdf == first.pdf == (tmp_path / "báo cáo.pdf").read_bytes()
    again.print_on(_to_file(tmp_path / "again.pdf"))
    qtbot.waitUntil(lambda: "Đã gửi" in again.messages.sentence)
    settled()
    assert printed_reports(window.desk) == [kept]


def test_what_is_saved_is_what_was_seen_though_the_tasks_have_changed_since(window, shown, settled, tmp_path):
    seen = shown(new_paper(window.desk, REPORT, "Báo cáo", WISH))
    today = window.desk.today()
    close(window.desk, overdue_to_chase(window.desk, today), Told(today, text="Đã xong"))
    seen.save_to(tmp_path / "seen.pdf")
    settled()
    assert (tmp_path / "seen.pdf").read_bytes() == seen.pdf


def test_a_stopped_printing_keeps_nothing(window, shown, settled, tmp_path, qtbot):
    dialog = shown(new_paper(window.desk, REPORT, "Báo cáo", WISH))
    dialog.print_on(_to_file(tmp_path / "stopped.pdf", pages=3))
    qtbot.waitUntil(lambda: "Đang gửi" in dialog.messages.sentence)
    dialog.messages._remedy.click()
    settled()
    assert "Đã dừng in" in dialog.messages.sentence
    assert printed_reports(window.desk) == []


def test_the_preview_fits_a_small_screen(window, shown):
    window.resize(911, 512)
    dialog = shown(new_paper(window.desk, REPORT, "Báo cáo tình hình thực hiện nhiệm vụ được giao", WISH))
    dialog.word_button.show()
    assert dialog.minimumSizeHint().width() <= 911
    assert dialog.width() <= window.width()
    assert dialog.height() <= window.height()
    dialog.resize(911, 512)
    assert (dialog.width(), dialog.height()) == (911, 512)


def test_the_matrix_that_is_looked_at_goes_to_paper(window, settled):
    window.go(PageKey.TASKS)
    page = window.page(PageKey.TASKS)
    page.show_look("matrix")
    settled()
    assert page._paper.isVisible()
    page.print_shown()
    settled()
    dialog = page.findChild(PaperPreview)
    assert "Chỉ gồm: chưa xong" in _text(dialog.pdf)
    assert "(Tính đến hết ngày 10/4/2023)" in _text(dialog.pdf)
    dialog.close()
    page.show_look("list")
    settled()
    assert not page._paper.isVisible()


def test_the_day_goes_to_paper_whole_or_one_part_of_it(window, settled):
    window.go(PageKey.TODAY)
    page = window.page(PageKey.TODAY)
    settled()
    page.print_shown()
    settled()
    whole = page.findChild(PaperPreview)
    assert "Văn bản cần bổ sung:" in _text(whole.pdf)
    whole.close()
    page.cards[0].click()
    page.print_shown()
    settled()
    part = page.findChildren(PaperPreview)[-1]
    assert "Nhiệm vụ quá hạn:" in _text(part.pdf)
    assert "Văn bản cần bổ sung:" not in _text(part.pdf)
    part.close()


def _to_file(path, pages=1):
    printer = QPrinter()
    printer.setOutputFileName(str(path))
    printer.setFromTo(1, pages)
    return printer
