"""Hôm nay as days pass: midnight, days off, reminders without an answer, how long documents waited."""

import re
from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt

from district_desk.desk import last_look, opening
from district_desk.desk.cataloguing import put_settings
from district_desk.desk.chasing import overdue_to_chase, remind
from district_desk.desk.owing import owed_line
from district_desk.domain.assignments import Channel
from district_desk.domain.listing import DueLine, DueSource
from district_desk.domain.look_papers import DayPart
from district_desk.ui.application import build
from district_desk.ui.places import PageKey
from district_desk.ui.reminding.dialog import RemindDialog
from district_desk.ui.theme import Theme, Tone, colours
from district_desk.ui.today import words as w
from district_desk.ui.today.model import badge_of


@pytest.fixture
def today(window, settled):
    window.go(PageKey.TODAY)
    settled()
    return window.page(PageKey.TODAY)


def _clock(window, *moment):
    """The example office lives by the clock from now on, and no longer on its own day."""
    window.desk.clock = lambda: datetime(*moment)
    put_settings(window.desk, replace(window.desk.office, example_day=""))


def _rows(today):
    return [today.model.row(place) for place in range(today.model.rowCount())]


def _card(today, key):
    return next(card for card in today.cards if card.key == key)


def test_the_window_waits_for_midnight_and_then_counts_anew(window, today, settled):
    before = int(_card(today, DayPart.LATE)._figure.text())
    _clock(window, 2023, 4, 10, 23, 59, 50)
    window.day_turn.look()
    assert 0 < window.day_turn.wait <= 10_001
    _clock(window, 2023, 4, 11, 0, 0, 1)
    window.day_turn.look()
    settled()
    assert today._subtitle.text() == "Thứ Ba, ngày 11 tháng 4 năm 2023"
    assert int(_card(today, DayPart.LATE)._figure.text()) >= before
    assert window.rail._entries[PageKey.TASKS]._late == int(_card(today, DayPart.LATE)._figure.text())


def test_coming_to_the_front_on_another_day_is_noticed(window, today, settled):
    _clock(window, 2023, 4, 12, 8, 0)
    window.day_turn._state_changed(Qt.ApplicationState.ApplicationInactive)
    assert today._subtitle.text().endswith("10 tháng 4 năm 2023")
    window.day_turn._state_changed(Qt.ApplicationState.ApplicationActive)
    settled()
    assert today._subtitle.text() == "Thứ Tư, ngày 12 tháng 4 năm 2023"


def test_after_days_off_what_fell_due_is_shown_once(window, settled, qtbot):
    assert last_look.last_known(window.desk) == date(2023, 4, 10)
    _clock(window, 2023, 5, 4, 7, 45)
    window.presence.look_back()
    settled()
    assert window.messages.sentence.startswith("Từ sau ngày 10/04/2023 đến hôm qua có ")
    window.messages._remedy.click()
    settled()
    today = window.page(PageKey.TODAY)
    today.refresh()
    settled()
    told = int(re.search(r"có (\d+) việc", today.look_back.sentence)[1])
    today.look_back.only.click()
    assert len(_rows(today)) == told
    assert all(date(2023, 4, 10) < owed.line.due < date(2023, 5, 4) for owed in _rows(today))

    today.look_back.known.emit()
    assert today.look_back.sentence == ""
    assert len(_rows(today)) > told
    window.presence.look_back()
    today.refresh()
    settled()
    assert (window.messages.sentence, today.look_back.sentence) == ("", "")


def test_whoever_comes_back_to_a_program_left_running_is_told_too(window, settled, qtbot):
    for day in (29, 30):
        _clock(window, 2023, 4, day, 0, 0, 1)
        window.day_turn.look()
        settled()
    assert window.messages.sentence == "", "nobody is there at midnight"
    _clock(window, 2023, 5, 4, 0, 0, 1)
    window.day_turn.look()
    settled()
    assert last_look.last_known(window.desk) == date(2023, 4, 10)
    qtbot.mouseClick(window.foot, Qt.MouseButton.LeftButton)
    settled()
    assert window.messages.sentence.startswith("Từ sau ngày 10/04/2023 đến hôm qua có ")


def test_a_clock_before_the_last_operation_is_told_to_whoever_sits_down(window, settled):
    _clock(window, 2023, 4, 11, 8)
    put_settings(window.desk, replace(window.desk.office, officer="Lê Thị Mẫu"))
    _clock(window, 2022, 4, 11, 8)
    window.presence.look_back()
    settled()
    assert window.messages.sentence.startswith(
        "Đồng hồ máy này đang ghi 08:00 ngày 11/04/2022, trước thao tác gần nhất"
    )


def test_somebody_who_works_every_day_is_told_nothing(window, settled, qtbot):
    for day in (11, 12, 13):
        _clock(window, 2023, 4, day, 0, 0, 1)
        window.day_turn.look()
        qtbot.mouseClick(window.foot, Qt.MouseButton.LeftButton)
        settled()
        assert window.messages.sentence == ""
    assert last_look.last_known(window.desk) == date(2023, 4, 13)


def test_the_day_s_page_tells_it_in_the_place_of_the_frame(window, settled):
    _clock(window, 2023, 5, 4, 7, 45)
    window.presence.look_back()
    settled()
    assert window.messages.sentence != ""
    window.go(PageKey.TODAY)
    settled()
    assert window.messages.sentence == ""
    window.say("Một câu khác")
    window.go(PageKey.REGISTER)
    window.go(PageKey.TODAY)
    assert window.messages.sentence == "Một câu khác"


def test_the_figures_have_room_for_their_names_in_a_narrow_window(window, today, settled):
    window.resize(911, 512)
    settled()
    for card in today.cards:
        assert card._name.height() >= card._name.heightForWidth(card._name.width()), card.key


def test_a_start_without_days_off_says_nothing(window):
    assert window.messages.sentence == ""


def test_an_office_opened_after_days_off_says_so_at_its_start(window, office_folder, settled, qtbot, monkeypatch):
    _clock(window, 2023, 4, 10, 17, 0)
    window.close()
    opened = opening.open_office
    monkeypatch.setattr(opening, "open_office", lambda folder: opened(folder, clock=lambda: datetime(2023, 5, 4, 7)))
    other = build(office_folder)
    with qtbot.waitSignal(other.page_filled, timeout=10_000):
        pass
    qtbot.waitUntil(lambda: not other.operations.busy, timeout=10_000)
    assert "việc đến hạn mà chưa hoàn thành" in other.messages.sentence
    other.close()
    other.deleteLater()


def test_chosen_lines_are_reminded_and_silence_is_listed_until_the_unit_speaks(window, today, settled, qtbot):
    late = [owed for owed in _rows(today) if owed.part == DayPart.LATE and owed.line.source is DueSource.ASSIGNMENT]
    today.table.selectAll()
    today._remind.trigger()
    settled()
    dialog = today.findChild(RemindDialog)
    assert {owed.line.record_id for owed in late} <= set(dialog.model.ids)
    dialog.write()
    settled()
    dialog.close()
    silent = _card(today, DayPart.SILENT)
    assert int(silent._figure.text()) == len(dialog.line_ids)
    qtbot.mouseClick(silent, Qt.MouseButton.LeftButton)
    assert {owed.silence.times for owed in _rows(today)} == {1}


def test_an_unanswered_reminder_says_for_how_long_and_opens_its_record(window, today, settled, qtbot):
    (line, *_) = overdue_to_chase(window.desk, window.desk.today())
    remind(window.desk, [line], on=date(2023, 4, 6), channel=Channel.PHONE)
    today.refresh()
    settled()
    qtbot.mouseClick(_card(today, DayPart.SILENT), Qt.MouseButton.LeftButton)
    (owed,) = _rows(today)
    assert today.model.columns[-1].text(owed) == "Lần 1, 2 ngày"
    today._open.trigger()
    settled()
    assert window.page(PageKey.REGISTER).table.current_id() == owed.line.directive_id


def test_lines_that_are_nobody_s_work_are_not_reminded(window, today, qtbot):
    qtbot.mouseClick(_card(today, DayPart.INCOMPLETE), Qt.MouseButton.LeftButton)
    today.table.selectAll()
    today._remind.trigger()
    assert window.messages.sentence == w.NO_WORK


def test_how_long_documents_waited_is_told_below(today):
    assert today.meter.told.text().startswith(
        "30 ngày qua nhận 4 văn bản: vào sổ chậm 0, chuyển chậm 1, giao việc chậm 0."
    )


def test_a_document_that_waited_too_long_is_opened_from_the_meter(window, today, settled, qtbot):
    slow = today.meter.slow
    assert slow.text() == "Xem 1 văn bản chậm"
    qtbot.mouseClick(slow, Qt.MouseButton.LeftButton)
    assert today._stack.currentWidget() is today.slow_table
    (waiting,) = (today.slow_model.row(place) for place in range(today.slow_model.rowCount()))
    steps = today.slow_model.columns[1].text(waiting)
    assert re.fullmatch(r"Đến ngày [0-9/]{10}: chưa chuyển, chậm \d+ ngày làm việc", steps), steps
    assert not today._remind.isEnabled()
    qtbot.keyClick(today.slow_table, Qt.Key.Key_Return)
    settled()
    assert window.here is PageKey.REGISTER
    assert window.page(PageKey.REGISTER).table.current_id() == waiting.entry.directive_id

    window.go(PageKey.TODAY)
    qtbot.mouseClick(_card(today, DayPart.LATE), Qt.MouseButton.LeftButton)
    assert not slow.isChecked()
    assert today._stack.currentWidget() is today.table


def test_a_task_is_late_by_as_many_days_here_as_on_its_own_page_and_in_its_letter(window, today):
    late = [owed for owed in _rows(today) if owed.part == DayPart.LATE and owed.line.source is DueSource.ASSIGNMENT]
    rows = window.desk.store.reading().assignment_rows([owed.line.record_id for owed in late], window.desk.today())
    assert [owed.days_late for owed in late] == [row.standing.days_late for row in rows]
    assert today.model.columns[-1].text(late[0]) == f"Quá hạn {rows[0].standing.days_late} ngày"


@pytest.mark.parametrize(("due", "today", "words", "card"), [
    (date(2023, 4, 15), date(2023, 4, 14), "Còn 1 ngày", DayPart.NEAR),
    (date(2023, 4, 15), date(2023, 4, 15), "Hạn hôm nay", DayPart.NEAR),
    (date(2023, 4, 15), date(2023, 4, 16), "Quá hạn 1 ngày", DayPart.LATE),
    (date(2023, 4, 17), date(2023, 4, 14), "Còn 1 ngày", DayPart.NEAR),
])  # fmt: skip
def test_a_task_due_on_a_saturday_is_late_on_sunday_and_not_before(window, due, today, words, card):
    left = window.desk.calendar.working_between(today, due)
    owed = owed_line(1, DueLine(DueSource.ASSIGNMENT, due, "", "", "", 1, 1, left), today)
    assert (badge_of(owed).words, owed.part) == (words, card)


def test_the_figures_follow_a_system_that_goes_dark(app, today):
    theme = next(child for child in app.children() if isinstance(child, Theme))
    try:
        theme.follow(Qt.ColorScheme.Dark)
        assert _card(today, DayPart.LATE)._figure.styleSheet() == f"color: {colours().of_tone(Tone.DANGER)[0]}"
    finally:
        theme.follow(Qt.ColorScheme.Light)
    assert _card(today, DayPart.LATE)._figure.styleSheet() == f"color: {colours().of_tone(Tone.DANGER)[0]}"
