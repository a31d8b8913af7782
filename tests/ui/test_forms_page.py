"""Báo cáo, biểu mẫu in the real window: what a form is printed of is chosen right there."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices

from district_desk.desk import report_words
from district_desk.desk.printed_reports import LETTER, REPORT, printed_reports
from district_desk.desk.printing import FOLLOW_UP, NUMBER_CHECK, REGISTER, SHEETS, SLIP
from district_desk.desk.report_words import ReportWords
from district_desk.domain.assignments import Assignment
from district_desk.domain.directives import Directive, Source
from district_desk.ui.forms import words as w
from district_desk.ui.forms.periods import PERIODS
from district_desk.ui.places import PageKey
from district_desk.ui.preview.dialog import PreviewDialog
from district_desk.ui.preview.paper_preview import PaperPreview


@pytest.fixture
def page(window, settled):
    window.go(PageKey.FORMS)
    settled()
    return window.page(PageKey.FORMS)


@pytest.fixture
def asked(page):
    """The print jobs that the page asks for, instead of a preview."""
    jobs = []
    page.print_wanted.disconnect()
    page.print_wanted.connect(jobs.append)
    return jobs


def choose(page, name, settled):
    place = next(n for n in range(page.model.rowCount()) if page.model.row(n).name == name)
    page.table.choose(page.model.row(place).number)
    settled()


def words_of(pdf):
    document = pypdfium2.PdfDocument(pdf)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text


def test_every_form_has_its_choice_the_daily_papers_first(page, settled):
    names = [page.model.row(place).name for place in range(page.model.rowCount())]
    assert names[:4] == [SHEETS, SLIP, REGISTER, FOLLOW_UP]
    for name in names:
        choose(page, name, settled)
        assert page._form_title.text()
        assert page._choices.currentWidget() is not None


def test_the_document_of_a_sheet_is_found_by_typing_here_and_previewed_with_enter(
    page, window, settled, qtbot, type_vietnamese, asked
):
    choose(page, SHEETS, settled)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    type_vietnamese(page.directives.search, "an toan giao thong")
    qtbot.keyClick(page.directives.search, Qt.Key.Key_Return)
    settled()
    shown = [page.directives.model.row(n).directive for n in range(page.directives.model.rowCount())]
    assert {each.symbol for each in shown} == {"CĐ-TTg"}
    qtbot.keyClick(page.directives.table, Qt.Key.Key_Return)
    assert [(job.form, job.directive_id) for job in asked] == [(SHEETS, shown[0].id)]
    assert window.here is PageKey.FORMS


def test_a_document_without_work_has_no_sheet_and_says_so(page, window, settled, asked):
    choose(page, SHEETS, settled)
    rows = [page.directives.model.row(n) for n in range(page.directives.model.rowCount())]
    idle = next(row for row in rows if not row.lines)
    page.directives.table.choose(idle.directive.id)
    assert page.directives.note.text() == w.NO_WORK
    assert not page._print.isEnabled()
    page.print_shown()
    assert asked == []


def test_a_slip_is_offered_for_received_documents_only(page, window, settled, asked):
    choose(page, SLIP, settled)
    offered = {page.directives.model.row(n).directive.source for n in range(page.directives.model.rowCount())}
    assert offered == {Source.RECEIVED}
    page._print.trigger()
    assert asked[0].form == SLIP


def test_a_register_is_printed_of_a_year_and_of_a_range_of_numbers(page, window, settled, asked, monkeypatch):
    choose(page, REGISTER, settled)
    page.print_shown()
    assert (asked[0].form, asked[0].year, asked[0].numbers) == (REGISTER, page.books.years.currentData(), None)

    page.books.first.setText("2")
    page.books.last.setText("1")
    page.print_shown()
    assert page.books._last.fault == w.WRONG_NUMBERS
    page.books.last.setText("ba")
    page.print_shown()
    assert page.books._last.fault == w.NOT_A_NUMBER
    assert len(asked) == 1

    found = window.desk.store.reading().find(Directive, "arrival_number", source=Source.RECEIVED)
    received = [each for each in found if each.arrival_number]
    page.books.first.setText(received[1].arrival)
    page.books.last.setText(received[1].arrival)
    page.print_shown()
    preview = PreviewDialog.show_for(page, window.desk, window.operations, asked[1])
    settled()
    text = "".join(words_of(preview.pdf).split())
    assert received[1].symbol in text
    assert received[0].symbol not in text
    preview.close()


def test_a_report_is_drawn_for_its_days_saved_and_seen_again_as_it_was(page, window, settled, tmp_path, monkeypatch):
    drawn = []
    show = PaperPreview.show_work.__func__
    monkeypatch.setattr(PaperPreview, "show_work", classmethod(lambda *args: drawn.append(show(*args)) or drawn[-1]))
    choose(page, REPORT, settled)
    assert (page.reports.first.value, page.reports.last.value) == (date(2023, 1, 1), date(2023, 12, 31))
    assert page.reports.as_of.value == window.desk.today()
    assert not page.reports.show_kept.isEnabled()

    page._print.trigger()
    settled()
    first = drawn[0].pdf
    assert "nhiệm vụ" in words_of(first)
    drawn[0].write_to(tmp_path / "báo cáo.pdf")
    settled()
    drawn[0].close()
    assert len(printed_reports(window.desk)) == 1
    assert page.reports.show_kept.isEnabled()

    page.reports.show_kept.click()
    settled()
    assert words_of(drawn[1].pdf) == words_of((tmp_path / "báo cáo.pdf").read_bytes())
    drawn[1].close()


def test_a_report_may_be_about_a_source_and_a_person(page, window, settled):
    line = window.desk.store.reading().find(Assignment)[0]
    with window.desk.writing("edit_assignment") as writing:
        writing.put(replace(line, person="Nguyễn Văn Mẫu"))
    page.refresh()
    choose(page, REPORT, settled)
    reports = page.reports
    assert [reports.person.itemText(n) for n in range(reports.person.count())] == [w.EVERY_PERSON, "Nguyễn Văn Mẫu"]
    assert (reports.wish().sources, reports.wish().person) == ((), "")
    reports.source.setCurrentIndex(reports.source.findData(Source.RECEIVED.value))
    reports.person.setCurrentIndex(1)
    assert (reports.wish().sources, reports.wish().person) == ((Source.RECEIVED,), "Nguyễn Văn Mẫu")


def test_what_is_typed_stays_with_its_period_and_comes_back(page, window, settled, qtbot):
    choose(page, REPORT, settled)
    written, period = page.reports.written, page.reports.period
    qtbot.keyClicks(written.causes, "Thieu nguoi")
    qtbot.keyClicks(written.next_steps, "Giao ban")
    assert (page.reports.wish().causes, page.reports.wish().next_steps) == ("Thieu nguoi", "Giao ban")

    period.setCurrentIndex(period.findData("month"))
    period.activated.emit(period.currentIndex())
    assert written.words == ReportWords()
    period.setCurrentIndex(period.findData("year"))
    period.activated.emit(period.currentIndex())

    assert written.words == ReportWords("Thieu nguoi", "Giao ban")
    qtbot.keyClicks(written.next_steps, ".")
    window.go(PageKey.REGISTER)
    assert report_words.words_of(window.desk, date(2023, 1, 1), date(2023, 12, 31), []).next_steps == ".Giao ban"


def test_days_that_make_no_period_are_told_at_their_field(page, settled, monkeypatch):
    shown = []
    monkeypatch.setattr(PaperPreview, "show_work", classmethod(lambda *args: shown.append(args)))
    choose(page, REPORT, settled)
    page.reports.last.set_value(date(2022, 1, 1))
    page.print_shown()
    assert page.reports._last.fault == w.WRONG_DAYS
    page.reports.last.set_value(None)
    page.print_shown()
    assert page.reports._last.fault == w.NEEDED
    assert shown == []


def test_a_letter_asks_for_no_period(page, settled):
    choose(page, LETTER, settled)
    assert not page.reports._period.isVisible()
    assert page.reports.note.isVisible()
    wish = page.reports.wish()
    assert (wish.as_of, wish.assignment_ids) == (page.reports.as_of.value, None)


@pytest.mark.parametrize(
    ("key", "today", "days"),
    [
        ("month", date(2023, 2, 10), (date(2023, 2, 1), date(2023, 2, 28))),
        ("last_month", date(2024, 3, 31), (date(2024, 2, 1), date(2024, 2, 29))),
        ("quarter", date(2023, 12, 31), (date(2023, 10, 1), date(2023, 12, 31))),
        ("half", date(2023, 6, 30), (date(2023, 1, 1), date(2023, 6, 30))),
        ("year", date(2023, 7, 1), (date(2023, 1, 1), date(2023, 12, 31))),
    ],
)
def test_a_period_has_its_first_and_last_day(key, today, days):
    assert PERIODS[key][1](today) == days


def test_an_own_form_that_cannot_be_used_is_named_with_line_and_reason_and_the_shipped_one_prints(
    window, settled, office_folder, asked_of_shipped
):
    (office_folder / "forms").mkdir()
    (office_folder / "forms" / "phieu-giao-nhiem-vu.toml").write_text("title = 'x'\ntiêu đề = ", "utf-8")
    window.go(PageKey.FORMS)
    settled()
    page = window.page(PageKey.FORMS)
    assert "“phieu-giao-nhiem-vu.toml”, dòng 2" in page.messages.sentence
    assert w.INSTEAD in page.messages.sentence
    assert asked_of_shipped(page) == "Phiếu giao nhiệm vụ"


@pytest.fixture
def asked_of_shipped(settled):
    """The title under which the sheets are offered."""

    def title(page):
        choose(page, SHEETS, settled)
        return page.form.title

    return title


def test_the_folder_of_own_forms_is_made_and_opened(page, office_folder, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True)
    page._open_own()
    assert (office_folder / "forms").is_dir()
    assert [path.endswith("forms") for path in opened] == [True]


def test_a_register_is_printed_on_from_where_it_stopped(page, window, settled, tmp_path):
    choose(page, REGISTER, settled)
    assert not page.books.go_on.isVisible()
    page.books.first.setText("1")
    page.books.last.setText("2")
    job = page.books.job(REGISTER, "Sổ")
    preview = PreviewDialog.show_for(page, window.desk, window.operations, job)
    settled()
    preview.save_to(tmp_path / "sổ.pdf")
    settled()
    preview.close()
    settled()
    assert "đến số 2" in page.books.go_on.text()
    page.books.go_on.click()
    assert (page.books.first.text(), page.books.last.text()) == ("3", "")
    choose(page, FOLLOW_UP, settled)
    assert not page.books.go_on.isVisible(), "each register has its own memory"


def test_the_check_of_numbers_is_of_a_whole_year(page, window, settled, asked):
    choose(page, NUMBER_CHECK, settled)
    assert not page.books.first.isVisible()
    assert page.books._note.text() == w.CHECK_NOTE
    page.print_shown()
    assert (asked[0].form, asked[0].numbers) == (NUMBER_CHECK, None)
    preview = PreviewDialog.show_for(page, window.desk, window.operations, asked[0])
    settled()
    assert "KIỂM TRA SỐ ĐẾN" in words_of(preview.pdf)
    preview.close()


@pytest.fixture
def opened(monkeypatch):
    """What is handed to the programs of the machine."""
    paths = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: paths.append(Path(url.toLocalFile())) or True)
    return paths


def test_every_form_is_shown_with_example_data_and_nothing_of_it_is_kept(page, window, settled, tmp_path):
    for name in (SHEETS, REPORT):
        choose(page, name, settled)
        page.actions_of_form.example.click()
        settled()
        preview = page.actions_of_form.findChild(PaperPreview)
        assert "ví dụ" in preview.windowTitle().lower()
        assert "VÍ DỤ" in words_of(preview.pdf)
        preview.write_to(tmp_path / f"{name}.docx")
        settled()
        assert (tmp_path / f"{name}.docx").read_bytes().startswith(b"PK")
        preview.close()
        preview.setParent(None)
    assert printed_reports(window.desk) == []


def test_a_form_is_copied_opened_changed_used_and_put_aside_again(page, office_folder, settled, qtbot, opened):
    choose(page, SHEETS, settled)
    assert not page.actions_of_form.drop.isEnabled()
    page.actions_of_form.edit.click()
    settled()
    (copy,) = opened
    assert copy == office_folder / "forms" / f"{SHEETS}.toml"
    assert page.actions_of_form.edit.text() == w.EDIT_AGAIN

    copy.write_text(
        copy.read_text("utf-8").replace('title = "Phiếu giao nhiệm vụ"', 'title = "Phiếu của tôi"'), "utf-8"
    )
    qtbot.waitUntil(lambda: page.form is not None and page.form.title == "Phiếu của tôi")
    settled()
    page.actions_of_form.edit.click()
    settled()
    assert "Phiếu của tôi" in copy.read_text("utf-8"), "a copy that is there is opened, not written over"

    page.actions_of_form.drop.click()
    settled()
    assert page.form.title == "Phiếu giao nhiệm vụ"
    (aside,) = (office_folder / "forms" / "da-bo").iterdir()
    assert "Phiếu của tôi" in aside.read_text("utf-8")
    assert not page.actions_of_form.drop.isEnabled()
    assert page.messages.sentence == "", "what was put aside is no fault"


def test_a_folder_that_cannot_be_made_is_told(page, office_folder, settled, opened):
    (office_folder / "forms").write_bytes(b"a file in the way")
    told = []
    page.said.connect(told.append)
    choose(page, SHEETS, settled)
    page.actions_of_form.edit.click()
    page._open_own()
    assert len(told) == 2
    assert all("forms" in sentence for sentence in told)
    assert opened == []
