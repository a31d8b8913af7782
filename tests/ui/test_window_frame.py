"""The frame of the real window: pages, keys, undo by name, messages, dropping files, closing."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from district_desk.desk import cataloguing
from district_desk.desk.registering import put_in_bin
from district_desk.domain.directives import Directive, Source
from district_desk.domain.problems import DiskFull
from district_desk.ui.places import RAIL, PageKey
from district_desk.ui.theme import Tone
from district_desk.ui.widgets.ask import Question

ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip


def test_alt_and_a_number_goes_to_each_page_of_the_rail(window, qtbot, settled):
    for number, place in enumerate(RAIL, start=1):
        qtbot.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), ALT)
        settled()
        assert window.here is place.page
        assert [entry.place.page for entry in window.rail._entries.values() if entry.isChecked()] == [place.page]


def test_pages_are_built_at_their_first_visit(window):
    assert set(window._pages) == {PageKey.REGISTER}


def test_the_foot_says_which_register_how_many_and_where_the_data_lie(window, office_folder, settled, qtbot):
    assert window.foot._shown.text().startswith("Sổ văn bản đến năm 2023 · ")
    qtbot.waitUntil(lambda: str(office_folder) in window.foot._kept.text())


def test_a_write_is_named_at_the_foot_and_ctrl_z_takes_it_back_by_name(window, qtbot, settled):
    first = window.page(PageKey.REGISTER).table.current_id()
    window.operations.run(lambda: put_in_bin(window.desk, [first]))
    settled()
    assert window.foot.done.startswith("Đã bỏ văn bản")
    assert window.actions_["undo"].text().startswith("Hoàn tác: bỏ văn bản")

    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    settled()
    assert window.desk.store.reading().get(Directive, first).binned_on is None
    assert window.actions_["redo"].text().startswith("Làm lại")

    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL | SHIFT)
    settled()
    assert window.desk.store.reading().get(Directive, first).binned_on is not None


def test_a_problem_becomes_a_sentence_in_the_bar_and_the_next_write_hushes_it(window, settled, office_folder):
    def fail():
        raise DiskFull(office_folder)

    window.operations.run(fail)
    settled()
    assert window.messages.sentence.startswith("Đĩa đã đầy")

    unit = cataloguing.units(window.desk)[0]
    window.operations.run(lambda: cataloguing.put(window.desk, [unit]))
    settled()
    assert window.foot.done


def test_what_was_merely_told_goes_with_its_page_and_a_warning_stays(window, qtbot, settled):
    window.say("Đã vào sổ.")
    qtbot.keyClick(window, Qt.Key.Key_3, ALT)
    settled()
    assert window.messages.sentence == ""

    window.messages.say("Ổ đĩa sắp đầy.", Tone.WARNING)
    qtbot.keyClick(window, Qt.Key.Key_2, ALT)
    settled()
    assert window.messages.sentence == "Ổ đĩa sắp đầy."


def test_f1_opens_help_at_the_page_and_esc_comes_back(window, qtbot, settled):
    window.go(PageKey.TASKS)
    settled()
    qtbot.keyClick(window, Qt.Key.Key_F1)
    help_page = window.page(PageKey.HELP)
    assert help_page.help_topic == "nhiem-vu"
    assert "Gia hạn" in help_page.text.toPlainText()

    qtbot.keyClick(help_page, Qt.Key.Key_Escape)
    assert window.here is PageKey.TASKS


def test_shift_f1_lists_the_keys_of_the_program_and_of_the_page(window, qtbot, settled):
    qtbot.keyClick(window, Qt.Key.Key_F1, SHIFT)
    text = window.page(PageKey.HELP).text.toPlainText()
    for expected in ("Ctrl+K", "Tìm trong tất cả", "Alt+1", "F8", "Kiểm tra số đến"):
        assert expected in text


def test_what_is_not_there_yet_is_one_quiet_line_that_opens_help(window, qtbot):
    line = next(each for each in window.rail._foot if each.text() == "Phần chưa có…")
    line.click()
    assert window.page(PageKey.HELP).help_topic == "phan-chua-co"
    assert "Lấy ý kiến" in window.page(PageKey.HELP).text.toPlainText()


def test_no_two_actions_of_a_page_share_a_key(window, settled):
    for place in RAIL:
        window.go(place.page)
        settled()
        page: QWidget = window.page(place.page)
        keys = [action.shortcut().toString() for action in [*window.actions(), *page.actions()]]
        keys = [key for key in keys if key]
        assert len(keys) == len(set(keys)), place.page


def test_a_file_dropped_on_the_window_is_read(window, qtbot, settled, tmp_path):
    path = tmp_path / "chỉ thị.txt"
    path.write_text("Số: 15/CT-UBND\n\nCHỈ THỊ\nVề việc dọn dẹp\n\n1. Phòng Nội vụ dọn dẹp.\n", "utf-8")
    drop(window, path, tmp_path / "khác.txt")
    settled()
    assert window.here is PageKey.INTAKE
    assert "Còn 1 tệp" in window.messages.sentence


def drop(window, *paths: Path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    window.dropEvent(
        QDropEvent(
            QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
    )


def test_ctrl_n_enters_what_the_register_shows(window, qtbot, settled):
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
    settled()
    assert window.here is PageKey.INTAKE
    assert not window.actions_["undo"].isEnabled()


def test_closing_while_work_runs_asks_once_and_going_on_keeps_the_window(window, qtbot, monkeypatch):
    gate, asked = threading.Event(), []
    monkeypatch.setattr(Question, "ask", classmethod(lambda *args, **kwargs: asked.append(args) or False))
    window.operations.run(lambda: gate.wait(5))
    window.close()
    assert window.isVisible()
    assert len(asked) == 1
    gate.set()
    qtbot.waitUntil(lambda: not window.operations.busy)


def test_closing_lets_the_next_program_in(window, office_folder, qtbot):
    from district_desk.desk.opening import open_office

    window.close()
    assert not window.isVisible()
    open_office(office_folder).close()


@pytest.mark.parametrize(("width", "narrow"), [(1366, False), (1093, False), (911, True)])
def test_the_rail_gives_way_in_narrow_windows_and_nothing_is_wider_than_the_window(
    window, qtbot, settled, width, narrow
):
    window.resize(width, 512)
    qtbot.waitUntil(lambda: window.width() == width)
    assert window.rail._name.isHidden() is narrow
    for place in RAIL:
        window.go(place.page)
        settled()
        assert window.minimumSizeHint().width() <= width
        assert window.minimumSizeHint().height() <= 512


def test_before_the_office_is_open_the_frame_is_there_with_an_empty_table(app, qtbot):
    from district_desk.ui.application import show_window

    window = show_window()
    try:
        assert window.isVisible()
        assert window.here is PageKey.REGISTER
        assert window.page(PageKey.REGISTER).model.rowCount() == 0
        window.go(PageKey.TASKS)
        window.open_intake(1)
        assert window.here is PageKey.REGISTER
    finally:
        window.close()
        window.deleteLater()


def test_what_is_of_received_documents_only_waits_while_ones_own_are_shown(window, qtbot, settled):
    register = window.page(PageKey.REGISTER)
    register.filter.show_home_of(Directive(Source.OWN))
    register.refresh()
    settled()
    assert (register._printing.isEnabled(), register._audit.isEnabled()) == (False, False)

    qtbot.keyClick(window, Qt.Key.Key_P, CTRL)
    assert window.messages.sentence.startswith("Sổ in theo mẫu chỉ có cho văn bản đến")
