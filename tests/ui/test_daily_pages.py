"""Hôm nay, Nhiệm vụ, Báo cáo: the pages of a working day, in the real window."""

import pytest
from PySide6.QtCore import Qt

from district_desk.desk.delays import meter
from district_desk.domain.assignments import Assignment, Event, EventKind, State
from district_desk.ui.places import PageKey
from district_desk.ui.tasks import words as task_words
from district_desk.ui.tasks.result_question import Result, ResultQuestion
from district_desk.ui.today import words as today_words
from district_desk.ui.today.day import Day


@pytest.fixture
def today(window, settled):
    window.go(PageKey.TODAY)
    settled()
    return window.page(PageKey.TODAY)


@pytest.fixture
def tasks(window, settled):
    window.go(PageKey.TASKS)
    settled()
    return window.page(PageKey.TASKS)


def test_the_day_is_named_and_its_figures_are_the_lines_behind_them(today, qtbot):
    assert today._subtitle.text() == "Thứ Hai, ngày 10 tháng 4 năm 2023"
    for card in today.cards:
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
        assert today.model.rowCount() == int(card._figure.text()), card.key
    qtbot.mouseClick(today.cards[-1], Qt.MouseButton.LeftButton)
    assert today.model.rowCount() == sum(int(card._figure.text()) for card in today.cards)


def test_the_rail_counts_what_is_late_in_one_loud_place(today, window):
    late = int(today.cards[0]._figure.text())
    assert window.rail._entries[PageKey.TASKS]._late == late
    assert window.rail._entries[PageKey.TODAY]._late >= late


def test_a_line_of_the_day_opens_its_record(today, window, settled, qtbot):
    owed = today.model.row(0)
    qtbot.keyClick(today.table, Qt.Key.Key_Return)
    settled()
    assert window.here is PageKey.REGISTER
    assert window.page(PageKey.REGISTER).table.current_id() == owed.line.directive_id


def test_chosen_lines_are_copied_as_one_message_a_unit(today, window, app):
    today.table.selectAll()
    today._copy.trigger()
    text = app.clipboard().text()
    assert text.startswith("Kính gửi ")
    assert "; hạn " in text
    assert window.messages.sentence.startswith("Đã chép tin nhắn cho")


def test_an_empty_day_says_so(today, settled):
    today._show(Day([], [], None, meter([])))
    assert today._stack.currentIndex() == 1
    assert today._empty._heading.text() == today_words.EMPTY


def test_a_result_makes_the_lines_done_and_takes_them_off_the_open_ones(tasks, window, settled, monkeypatch):
    before = tasks.model.rowCount()
    first = tasks.model.row(0)
    day = window.desk.today()
    monkeypatch.setattr(ResultQuestion, "ask", classmethod(lambda *args, **kwargs: Result(day, "12/BC-PNV", "Đã xong")))
    tasks._result.trigger()
    settled()
    events = window.desk.store.reading().find(Event, assignment_id=first.assignment.id)
    assert [(event.kind, event.on, event.notation) for event in events if event.kind is EventKind.ACCEPTED] == [
        (EventKind.ACCEPTED, day, "12/BC-PNV")
    ]
    assert tasks.model.rowCount() == before - 1
    assert window.foot.done == "Đã ghi kết quả 1 việc"


def test_overdue_shows_overdue_lines_only_with_word_and_days(tasks, settled):
    tasks.chips._buttons[task_words.OVERDUE].click()
    settled()
    rows = [tasks.model.row(place) for place in range(tasks.model.rowCount())]
    assert rows
    assert {row.standing.state for row in rows} == {State.OVERDUE}
    assert tasks.model._badge(rows[0]).words == f"Quá hạn {rows[0].standing.days_late} ngày"


def test_one_unit_s_lines_are_that_unit_s(tasks, window, settled):
    line = window.desk.store.reading().find(Assignment)[0]
    tasks.units.setCurrentIndex(tasks.units.findData(line.unit_id))
    tasks.chips.choose(task_words.ALL)
    tasks.refresh()
    settled()
    rows = [tasks.model.row(place) for place in range(tasks.model.rowCount())]
    assert {row.assignment.unit_id for row in rows} == {line.unit_id}


def test_words_find_lines_without_marks(tasks, settled, type_vietnamese, qtbot):
    type_vietnamese(tasks.search, "chot kiem soat")
    qtbot.keyClick(tasks.search, Qt.Key.Key_Return)
    settled()
    rows = [tasks.model.row(place) for place in range(tasks.model.rowCount())]
    assert rows
    assert all("chốt kiểm soát" in row.text for row in rows)


@pytest.mark.parametrize("on", ["", "31/02/2023"])
def test_a_result_without_a_readable_day_cannot_be_written(app, qtbot, on):
    from datetime import date

    question = ResultQuestion(None, 2, date(2023, 4, 10))
    qtbot.addWidget(question)
    question.on.selectAll()
    qtbot.keyClick(question.on, Qt.Key.Key_Delete)
    qtbot.keyClicks(question.on, on)
    assert not question._yes.isEnabled()
