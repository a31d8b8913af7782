"""Hôm nay, Báo cáo: the pages of a working day, in the real window."""

import pytest
from PySide6.QtCore import Qt

from district_desk.desk.delays import meter
from district_desk.desk.owing import Owing
from district_desk.ui.places import PageKey
from district_desk.ui.today import words as today_words
from district_desk.ui.today.day import Day


@pytest.fixture
def today(window, settled):
    window.go(PageKey.TODAY)
    settled()
    return window.page(PageKey.TODAY)


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
    today._show(Day(Owing(today.desk.today()), None, meter([])))
    assert today._stack.currentIndex() == 1
    assert today._empty._heading.text() == today_words.EMPTY
