"""A report that was saved is seen and saved again as it was, whatever became of its tasks."""

from datetime import date
from io import BytesIO

import pypdfium2
import pytest

from district_desk.desk.chasing import overdue_to_chase
from district_desk.desk.following_up import Told, close
from district_desk.desk.printed_reports import REPORT, printed_reports
from district_desk.desk.reporting import ReportWish
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
