"""Đôn đốc in the window: lần N per line, one operation with one undo, a message per unit, the letter as paper."""

from datetime import date
from io import BytesIO

import pypdfium2
import pytest
from docx import Document
from PySide6.QtCore import Qt

from district_desk.desk import keeping
from district_desk.desk.chasing import overdue_to_chase, remind
from district_desk.desk.following_up import Told, report_result
from district_desk.desk.printed_reports import printed_reports
from district_desk.domain.assignments import Channel, Event, EventKind
from district_desk.ui.places import PageKey
from district_desk.ui.preview.paper_preview import PaperPreview
from district_desk.ui.reminding import remind_dialog
from district_desk.ui.reminding import words as w
from district_desk.ui.reminding.dialog import RemindDialog


@pytest.fixture
def late(window):
    """The overdue lines of the example office."""
    found = overdue_to_chase(window.desk, window.desk.today())
    assert len(found) > 2
    return found


@pytest.fixture
def open_for(window, settled):
    """Open the dialog for lines; it is closed at the end."""
    opened = []

    def open_for(ids):
        dialog = remind_dialog(window, window.desk, window.operations, ids)
        opened.append(dialog)
        settled()
        return dialog

    yield open_for
    for dialog in opened:
        dialog.close()


def _reminders(window, line):
    found = window.desk.store.reading().find(Event, assignment_id=line)
    return [event for event in found if event.kind is EventKind.REMINDED]


def _choose(dialog, channel):
    dialog.form.channel.setCurrentIndex(dialog.form.channel.findData(channel.value))


def test_each_line_shows_which_time_it_is_and_what_was_said_before(window, late, open_for):
    remind(window.desk, late[:1], on=date(2023, 4, 9), channel=Channel.PHONE)
    dialog = open_for(late)
    rows = [dialog.model.row(place) for place in range(dialog.model.rowCount())]
    assert [row.ordinal for row in rows] == [2] + [1] * (len(late) - 1)
    assert rows[0].earlier == ("điện thoại ngày 09/4/2023 (lần 1)",)
    assert dialog._heading.text().startswith(f"Đôn đốc {len(late)} việc của ")


def test_a_letter_is_one_operation_that_one_undo_takes_back_from_every_line(window, late, open_for, settled, qtbot):
    dialog = open_for(late)
    dialog.form.notation.setText("533/UBND-VP")
    dialog.form.dated.set_value(date(2023, 4, 10))
    qtbot.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    settled()
    told = [_reminders(window, line) for line in late]
    assert {(event.ordinal, event.notation, event.channel) for (event,) in told} == {
        (1, "533/UBND-VP", Channel.DOCUMENT)
    }
    assert window.foot.done.startswith("Đã đôn đốc")

    keeping.undo(window.desk)
    assert not any(_reminders(window, line) for line in late)


def test_a_telephone_reminder_keeps_who_was_spoken_to_and_no_letter(window, late, open_for, settled):
    dialog = open_for(late[:1])
    dialog.form.notation.setText("533/UBND-VP")
    _choose(dialog, Channel.PHONE)
    dialog.form.person.setText("Bà Nguyễn Thị Mẫu")
    dialog.write()
    settled()
    (event,) = _reminders(window, late[0])
    assert (event.channel, event.person, event.notation) == (Channel.PHONE, "Bà Nguyễn Thị Mẫu", "")
    assert dialog.letter.isHidden()


def test_afterwards_each_unit_s_message_can_be_copied(window, late, open_for, settled, app, qtbot):
    dialog = open_for(late)
    _choose(dialog, Channel.MESSAGE)
    dialog.write()
    settled()
    assert dialog._stack.currentWidget() is dialog.board
    dialog.board.units.setCurrentRow(1)
    qtbot.mouseClick(dialog.board.copy, Qt.MouseButton.LeftButton)
    assert app.clipboard().text() == dialog.board.text.toPlainText()
    assert "đôn đốc lần 1" in app.clipboard().text()
    assert dialog.board.units.item(1).text().split(" (")[0] in dialog.messages.sentence

    qtbot.mouseClick(dialog.board.copy_whole, Qt.MouseButton.LeftButton)
    assert app.clipboard().text().count("Kính gửi ") == dialog.board.units.count()


def test_what_a_unit_has_reported_is_left_out_and_says_why(window, late, open_for, settled):
    report_result(window.desk, late[:1], Told(window.desk.today(), text="Đã xong"))
    dialog = open_for(late)
    assert "đang chờ xác nhận" in dialog.model.record(late[0]).hindrance
    assert dialog.messages.sentence == w.left_out(1)
    dialog.write()
    settled()
    assert _reminders(window, late[0]) == []
    assert all(_reminders(window, line) for line in late[1:])


def test_nothing_can_be_written_when_every_line_is_withheld_or_the_day_cannot_be_read(window, late, open_for, qtbot):
    dialog = open_for(late)
    dialog.form.on.selectAll()
    qtbot.keyClicks(dialog.form.on, "31/02/2023")
    assert not dialog.yes.isEnabled()
    report_result(window.desk, late, Told(window.desk.today(), text="Đã xong"))
    other = open_for(late)
    assert not other.yes.isEnabled()
    assert other.messages.sentence == w.NONE_LEFT


def test_a_day_that_has_not_come_is_told_and_nothing_is_written(window, late, open_for, settled):
    dialog = open_for(late[:1])
    dialog.form.on.set_value(date(2023, 4, 11))
    dialog.write()
    settled()
    assert "chưa tới" in dialog.messages.sentence
    assert dialog.yes.isEnabled()
    assert _reminders(window, late[0]) == []


def test_the_letter_of_each_unit_is_seen_and_saved_as_word_and_kept(window, late, open_for, settled, tmp_path):
    dialog = open_for(late)
    dialog.show_letter()
    settled()
    paper = dialog.findChild(PaperPreview)
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(BytesIO(paper.pdf)))
    assert "đôn đốc" in text
    paper.write_to(tmp_path / "công văn.docx")
    settled()
    assert "Kính gửi" in "\n".join(line.text for line in Document(str(tmp_path / "công văn.docx")).paragraphs)
    assert [kept.form for kept in printed_reports(window.desk)] == ["cong-van-don-doc"]
    assert str(tmp_path / "công văn.docx") in paper.messages.sentence
    paper.close()


def test_the_dialog_is_no_larger_than_its_window(window, late, open_for):
    window.resize(911, 512)
    dialog = open_for(late)
    assert dialog.width() < window.width()
    assert dialog.height() < window.height()


def test_the_tasks_page_reminds_of_the_lines_chosen_there(window, late, settled, qtbot):
    window.go(PageKey.TASKS)
    settled()
    page = window.page(PageKey.TASKS)
    page.table.selectAll()
    settled()
    page.steps.remind.trigger()
    settled()
    dialog = page.findChild(RemindDialog)
    assert set(late) <= set(dialog.model.ids)
    dialog.close()

    page.table.choose(late[0])
    settled()
    assert page.steps.remind.isEnabled()
    report_result(window.desk, late[:1], Told(window.desk.today(), text="Đã xong"))
    page.table.choose(late[1])
    settled()
    page.table.choose(late[0])
    settled()
    assert not page.steps.remind.isEnabled()
