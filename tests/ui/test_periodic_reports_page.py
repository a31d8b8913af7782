"""Báo cáo định kỳ in the window: units × periods, noting one and many, reminding, the periods of a report."""

from datetime import date

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from district_desk.desk.keeping import undo
from district_desk.desk.reform.periodic_reports import Receipt
from district_desk.desk.reform.report_matrix import matrix
from district_desk.desk.reform.report_series import rules_of, series_list
from district_desk.domain.periodic_reports import ReportState
from district_desk.ui.places import PageKey
from district_desk.ui.reform import report_forms, reports_section
from district_desk.ui.reform import report_words as w
from district_desk.ui.reform.checked_form import CheckedForm
from district_desk.ui.reform.report_messages import ReportMessages
from district_desk.ui.reform.reports_matrix import cell_badge
from district_desk.ui.reform.series_form import SeriesForm
from district_desk.ui.theme import Tone
from district_desk.ui.widgets.ask import Question
from district_desk.ui.widgets.badge import Shape
from district_desk.ui.widgets.date_field import DateField


@pytest.fixture
def part(window, settled):
    """The part, in the year of the example office."""
    window.go(PageKey.REFORM)
    page = window.page(PageKey.REFORM)
    page.open_part("reports")
    page._turn_to(window.desk.today().year)
    settled()
    return page.part("reports")


def shown(window):
    return matrix(window.desk, series_list(window.desk)[0].id, window.desk.today().year)


def choose(part, *places):
    """Select these cells."""
    part.table.selectionModel().clearSelection()
    for row, column in places:
        index = part.model.index(row, column)
        part.table.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.Select)


def receive(monkeypatch, receipt):
    monkeypatch.setattr(CheckedForm, "answer", lambda form: (form.deleteLater(), receipt)[1])


def test_a_row_a_unit_a_column_a_period_and_our_own_report_last(window, part):
    told = shown(window)
    assert part.model.columnCount() == 4
    assert part.model.rowCount() == len(told.units)
    assert part.model.units[-1].code == window.desk.office.bureau_unit
    head = part.model.headerData(0, Qt.Orientation.Horizontal)
    assert head.startswith("Quý I\nhạn 16/03")
    assert part.example.isVisible()
    first = part.model.cell(0, 0)
    badge = cell_badge(first)
    assert (badge.tone, badge.shape) == (Tone.DANGER, Shape.TRIANGLE)
    assert badge.words == f"Chưa nộp, quá {first.days_late} ngày"


def test_one_cell_is_noted_and_undone(window, part, settled, monkeypatch):
    day = shown(window).periods[0].unit_due
    receive(monkeypatch, Receipt(day, "12/BC-UBND"))
    choose(part, (0, 0))
    part.table.cells_opened.emit()
    settled()
    assert part.model.cell(0, 0).state is ReportState.IN_TIME
    assert cell_badge(part.model.cell(0, 0)).words == f"Đúng hạn {day:%d/%m}"
    undo(window.desk)
    assert shown(window).cells[part.model.units[0].id, "Quý I"].state is ReportState.MISSING


def test_many_cells_are_noted_at_once_and_taken_back(window, part, settled, monkeypatch):
    receive(monkeypatch, Receipt(excused="Không phát sinh"))
    choose(part, (0, 0), (1, 0), (2, 1))
    part.note_chosen()
    settled()
    assert [part.model.cell(*place).state for place in ((0, 0), (1, 0), (2, 1))] == [ReportState.EXCUSED] * 3
    choose(part, (0, 0), (1, 0))
    part.forget_chosen()
    settled()
    assert part.model.cell(0, 0).state is ReportState.MISSING
    assert part.model.cell(2, 1).state is ReportState.EXCUSED


def test_a_day_to_come_is_said_in_the_form_and_what_was_typed_stays(window, part):
    choose(part, (0, 0))
    form = report_forms.receipt_form(part, window.desk, part.table.chosen())
    form.entries["received"].set_value(date(2999, 1, 1))
    form.entries["notation"].setText("12/BC")
    form._try()
    assert form.result() != QDialog.DialogCode.Accepted
    assert "chưa tới" in form._rows["received"].fault
    assert form.record == Receipt(date(2999, 1, 1), "12/BC")
    assert isinstance(form.focusWidget(), DateField)
    form.deleteLater()


def test_the_silent_are_left_by_the_chip_and_reminded_with_a_message_each(window, part, settled, monkeypatch):
    receive(monkeypatch, Receipt(date(2023, 3, 15)))
    choose(part, (0, 0))
    part.note_chosen()
    settled()
    sent = part.model.units[0]
    part.chips._buttons["late"].click()
    assert part._stack.currentWidget() is part.nothing
    part.chips._buttons["missing"].click()
    assert sent not in part.model.units
    choose(part, (0, 0), (1, 0))
    monkeypatch.setattr(Question, "ask", lambda *_, **__: True)
    part.remind_chosen()
    settled()
    [dialog] = part.findChildren(ReportMessages)
    assert dialog.board.units.count() == 2
    dialog.board.copy_all()
    assert QGuiApplication.clipboard().text().count("Kính gửi") == 2
    dialog.close()
    assert part.model.cell(0, 0).submission.reminded == 1
    assert "Đã nhắc 1 lần" in w.cell_tip(part.model.cell(0, 0))


def test_a_series_is_edited_with_its_periods_and_is_no_example_then(window, part, settled, monkeypatch):
    desk = window.desk
    series = series_list(desk)[0]
    form = SeriesForm(part, series, rules_of(desk, series.id), [])
    form._lines[0][3].setText("45/13")
    form.try_to_accept()
    assert form.result() != QDialog.DialogCode.Accepted
    assert "45/13" in form.messages.sentence
    form._lines[0][3].setText("15/3")
    form._clear(form._lines[2])
    kept, rules = form.series, form.rules()
    form.deleteLater()
    assert [(rule.name, rule.first, rule.unit_due) for rule in rules][:2] == [
        ("Quý I", "-12-15", "03-15"), ("6 tháng", "-12-15", "06-16"),
    ]  # fmt: skip
    monkeypatch.setattr(reports_section.SeriesForm, "answer", lambda form: (form.deleteLater(), (kept, rules))[1])
    part.edit_series()
    settled()
    assert part.model.columnCount() == 3
    assert not part.example.isVisible()


def test_without_a_series_the_part_says_how_to_begin(window, part, settled, monkeypatch):
    monkeypatch.setattr(Question, "ask", lambda *_, **__: True)
    part.drop_shown()
    settled()
    assert part._stack.currentWidget() is part.empty
    assert not part.note_action.isEnabled()
    part.note_chosen()
    part.remind_chosen()


def test_another_year_is_turned_to_by_its_link(window, part, settled):
    page = window.page(PageKey.REFORM)
    page._turn_to(2020)
    settled()
    assert part.this_year.isVisible()
    part.this_year.click()
    settled()
    assert page.year == window.desk.today().year
