"""A clerk's morning on a fixed clock: what is late is chased, told, reported, closed, extended; and the next morning."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLineEdit, QPlainTextEdit, QWidget

from district_desk.desk import opening
from district_desk.desk.cataloguing import put_settings
from district_desk.desk.demo import create_demo
from district_desk.domain.assignments import Channel, Event, EventKind, Overlay, Role, State
from district_desk.domain.listing import AssignmentFilter, AssignmentRow
from district_desk.domain.look_papers import DayPart
from district_desk.ui.application import build
from district_desk.ui.places import PageKey
from district_desk.ui.preview.dialog import PreviewDialog
from district_desk.ui.preview.paper_preview import PaperPreview
from district_desk.ui.register.page import RegisterPage
from district_desk.ui.reminding.dialog import RemindDialog
from district_desk.ui.tasks import words as tasks
from district_desk.ui.tasks.page import TasksPage
from district_desk.ui.tasks.step_question import FilesField, StepQuestion
from district_desk.ui.today.page import TodayPage
from district_desk.ui.window import MainWindow

_PATIENCE = 20_000
_FARM = "Phòng Nông nghiệp và Phát triển nông thôn"
_SERVICE = "Trung tâm Dịch vụ nông nghiệp"
_LAND = "Phòng Tài nguyên và Môi trường"
_CTRL, _ALT, _SHIFT = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip
_NONE = Qt.KeyboardModifier.NoModifier
Filled = Mapping[str, Any]


class Morning:
    """The clerk at the window: keys, clicks, questions answered by typing; waits for facts."""

    def __init__(self, window: MainWindow, qtbot: Any, type_vietnamese: Callable[[QWidget, str], None]) -> None:
        self.window, self.qtbot, self.type = window, qtbot, type_vietnamese
        self.refused: list[str] = []

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.window.operations.busy, timeout=_PATIENCE)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = _NONE) -> None:
        if not self.window.isActiveWindow():  # without a window manager nothing gives it back after a dialog
            self.window.activateWindow()
            self.qtbot.waitUntil(self.window.isActiveWindow)
        self.qtbot.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def click(self, widget: QWidget) -> None:
        assert widget.isEnabled()
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def go(self, number: Qt.Key) -> None:
        self.press(number, _ALT)
        self.settle()

    @property
    def today(self) -> TodayPage:
        page = self.window.page(PageKey.TODAY)
        assert isinstance(page, TodayPage)
        return page

    @property
    def tasks(self) -> TasksPage:
        page = self.window.page(PageKey.TASKS)
        assert isinstance(page, TasksPage)
        return page

    def figures(self) -> list[int]:
        return [int(card._figure.text().replace(".", "")) for card in self.today.cards]

    def rows(self) -> list[AssignmentRow]:
        """Every line of the office as it stands today."""
        assert self.window.desk is not None
        reader, today = self.window.desk.store.reading(), self.window.desk.today()
        return reader.assignment_rows(reader.assignment_ids(AssignmentFilter(), today), today)

    def line(self, unit: str, state: State) -> AssignmentRow:
        return next(row for row in self.rows() if row.unit == unit and row.standing.state is state)

    def again(self, row: AssignmentRow) -> AssignmentRow:
        return next(each for each in self.rows() if each.assignment.id == row.assignment.id)

    def events(self, row: AssignmentRow) -> list[Event]:
        assert self.window.desk is not None
        return self.window.desk.store.reading().find(Event, assignment_id=row.assignment.id)

    def choose_today(self, row: AssignmentRow) -> None:
        """On Hôm nay, that line alone."""
        owing = self.today.model.owing
        number = next(number for number in owing.numbers() if owing.task_ids([number]) == [row.assignment.id])
        assert self.today.table.choose(number)

    def choose_task(self, row: AssignmentRow) -> None:
        """On Nhiệm vụ, that line alone."""
        assert self.tasks.table.choose(row.assignment.id)
        self.settle()

    def dialog(self, kind: type[Any]) -> Any:
        self.qtbot.waitUntil(lambda: any(each.isVisible() for each in self.window.findChildren(kind)))
        return next(each for each in self.window.findChildren(kind) if each.isVisible())

    def step(self, key: Qt.Key, modifier: Qt.KeyboardModifier, *answers: Filled | None) -> None:
        """Take a step by its key; each question that comes is answered in turn, None cancels it."""
        left = list(answers)
        timer = QTimer(self.window, interval=10)

        def answer() -> None:
            question = QApplication.activeModalWidget()
            if isinstance(question, StepQuestion) and left:
                self._fill(question, left.pop(0))

        timer.timeout.connect(answer)
        timer.start()
        self.press(key, modifier)
        self.settle()
        timer.stop()
        timer.deleteLater()
        assert left == [], "a question was not asked"

    def _fill(self, question: StepQuestion, filled: Filled | None) -> None:
        self.refused.append(question.fault.text())
        if filled is None:
            question.reject()
            return
        for name, value in filled.items():
            self._enter(question.fields[name], value)
        self.click(question._yes)

    def _enter(self, field: QWidget, value: Any) -> None:
        match field:
            case FilesField():
                field._choose()
            case QComboBox():
                field.setCurrentIndex(field.findData(value))
            case QLineEdit():
                field.clear()
                self.type(field, value)
            case QPlainTextEdit():
                self.type(field, value)


@pytest.fixture
def clock() -> list[datetime]:
    """The moment, in a list so that it can be turned."""
    return [datetime(2023, 4, 10, 7, 45)]


@pytest.fixture
def morning(
    tmp_path: Path,
    qtbot: Any,
    clock: list[datetime],
    type_vietnamese: Callable[[QWidget, str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Morning]:
    folder = tmp_path / "office"
    desk = create_demo(folder)
    put_settings(desk, replace(desk.office, example_day=""))
    desk.close()
    opened = opening.open_office
    monkeypatch.setattr(opening, "open_office", lambda place: opened(place, clock=lambda: clock[0]))
    window = build(folder)
    with qtbot.waitSignal(window.page_filled, timeout=_PATIENCE):
        pass
    with qtbot.waitActive(window):
        window.activateWindow()
    made = Morning(window, qtbot, type_vietnamese)
    made.settle()
    try:
        yield made
    finally:
        window.close()
        window.deleteLater()


def _words(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return " ".join(text.split())


def _save(morning: Morning, dialog: PreviewDialog, path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The paper that is shown, saved by its button; its words."""
    morning.qtbot.waitUntil(lambda: bool(dialog.pdf), timeout=_PATIENCE)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: (str(path), "")))
    morning.click(dialog.save_button)
    morning.settle()
    dialog.close()
    return _words(path)


def test_a_clerk_s_morning(
    morning: Morning, clock: list[datetime], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    late, slow = morning.line(_FARM, State.OVERDUE), morning.line(_SERVICE, State.OVERDUE)
    land = morning.line(_LAND, State.RUNNING)
    morning.go(Qt.Key.Key_1)
    first = morning.figures()
    assert morning.today._subtitle.text() == "Thứ Hai, ngày 10 tháng 4 năm 2023"
    assert first[0] == morning.window.rail._entries[PageKey.TASKS]._late == _late(morning)

    _open_the_document(morning, late)
    _telephone(morning, slow)
    _write_a_letter(morning, late, tmp_path / "công văn đôn đốc.pdf", monkeypatch)
    morning.go(Qt.Key.Key_1)
    assert morning.figures()[2] == first[2] + 2, "both wait for an answer"

    morning.go(Qt.Key.Key_3)
    _note_progress(morning, slow)
    _report_and_close(morning, slow, tmp_path, monkeypatch)
    _extend(morning, land)
    _be_refused(morning, late)
    _take_back(morning, land)
    _look_around(morning, late)
    _print_sheet(morning, late, tmp_path / "phiếu.pdf", monkeypatch)

    clock[0] = datetime(2023, 4, 11, 0, 0, 1)
    morning.window.day_turn.look()
    morning.settle()
    clock[0] = datetime(2023, 4, 11, 7, 40)
    morning.go(Qt.Key.Key_1)
    _the_next_morning(morning, first, late)


def _late(morning: Morning) -> int:
    leads = [row for row in morning.rows() if row.assignment.role is Role.LEAD]
    return sum(row.standing.state is State.OVERDUE for row in leads)


def _open_the_document(morning: Morning, late: AssignmentRow) -> None:
    morning.click(morning.today.cards[0])
    assert morning.today.model.rowCount() == morning.figures()[0]
    morning.choose_today(late)
    morning.today.table.setFocus()
    morning.press(Qt.Key.Key_Return)
    morning.settle()
    register = morning.window.page(PageKey.REGISTER)
    assert isinstance(register, RegisterPage)
    assert morning.window.here is PageKey.REGISTER
    assert register.table.current_id() == late.assignment.directive_id


def _telephone(morning: Morning, slow: AssignmentRow) -> None:
    morning.go(Qt.Key.Key_1)
    morning.choose_today(slow)
    morning.press(Qt.Key.Key_D, _CTRL)
    dialog: RemindDialog = morning.dialog(RemindDialog)
    morning.settle()
    dialog.form.channel.setCurrentIndex(dialog.form.channel.findData(Channel.PHONE.value))
    morning.type(dialog.form.person, "Bà Nguyễn Thị Mẫu, Giám đốc Trung tâm")
    morning.click(dialog.yes)
    morning.settle()
    dialog.close()
    (event,) = [each for each in morning.events(slow) if each.kind is EventKind.REMINDED]
    assert (event.on, event.channel, event.ordinal) == (date(2023, 4, 10), Channel.PHONE, 1)
    assert event.person == "Bà Nguyễn Thị Mẫu, Giám đốc Trung tâm"


def _write_a_letter(morning: Morning, late: AssignmentRow, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    morning.choose_today(late)
    morning.press(Qt.Key.Key_D, _CTRL)
    dialog: RemindDialog = morning.dialog(RemindDialog)
    morning.settle()
    morning.type(dialog.form.notation, "533/UBND-VP")
    morning.click(dialog.letter)
    words = _save(morning, morning.dialog(PaperPreview), path, monkeypatch)
    assert f"Kính gửi: {_FARM}" in words
    assert late.notation in words
    morning.click(dialog.yes)
    morning.settle()
    dialog.close()
    assert [each.notation for each in morning.events(late) if each.kind is EventKind.REMINDED] == ["533/UBND-VP"]


def _note_progress(morning: Morning, slow: AssignmentRow) -> None:
    morning.choose_task(slow)
    morning.step(Qt.Key.Key_F7, _NONE, {"percent": "80", "text": "Đã cấp vắc xin cho 15 xã", "person": "Bà Mẫu"})
    event = morning.events(slow)[-1]
    assert (event.kind, event.percent, event.text) == (EventKind.PROGRESS, 80, "Đã cấp vắc xin cho 15 xã")


def _report_and_close(morning: Morning, slow: AssignmentRow, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    proof = folder / "báo cáo.txt"
    proof.write_text("Báo cáo kết quả cung ứng vắc xin", "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", staticmethod(lambda *_: ([str(proof)], "")))
    report = {"notation": "27/BC-TTDVNN", "dated": "10/4/2023", "text": "Đã cung ứng đủ", "files": True}
    morning.step(Qt.Key.Key_B, _CTRL | _SHIFT, report)
    waiting = morning.again(slow).standing
    assert (waiting.state, Overlay.AWAITING in waiting.marks) == (State.OVERDUE, True)
    morning.choose_task(slow)
    morning.step(Qt.Key.Key_X, _CTRL | _SHIFT, {"decided_by": "Chánh Văn phòng"})
    closed = morning.again(slow)
    assert closed.standing.state is State.DONE_LATE
    assert [each.kind for each in morning.events(slow)][-2:] == [EventKind.REPORTED, EventKind.ACCEPTED]
    assert slow.assignment.id not in morning.tasks.model.ids, "what is done leaves the open lines"


def _extend(morning: Morning, land: AssignmentRow) -> None:
    morning.choose_task(land)
    granted = {"new_due": "28/4/2023", "asked_notation": "61/CV-PTNMT", "decided_by": "Chủ tịch UBND huyện",
               "notation": "540/UBND-VP", "dated": "10/4/2023", "reason": "Chờ số liệu đo đạc"}  # fmt: skip
    morning.step(Qt.Key.Key_G, _CTRL | _SHIFT, granted)
    assert morning.again(land).standing.due == date(2023, 4, 28)
    event = morning.events(land)[-1]
    assert (event.kind, event.notation, event.old_due) == (EventKind.EXTENDED, "540/UBND-VP", land.standing.due)


def _be_refused(morning: Morning, late: AssignmentRow) -> None:
    """A day that has not come: the question comes back with the reason and what was typed; nothing is written."""
    before = morning.events(late)
    morning.choose_task(late)
    morning.step(Qt.Key.Key_F7, _NONE, {"on": "11/4/2023", "text": "Đang tổng hợp"}, None)
    assert morning.refused[-1].startswith(f"Đoạn cuối của {_FARM}: ngày 11/04/2023 chưa tới")
    assert morning.events(late) == before


def _take_back(morning: Morning, land: AssignmentRow) -> None:
    morning.tasks.table.setFocus()
    morning.press(Qt.Key.Key_Z, _CTRL)
    morning.settle()
    assert morning.again(land).standing.due == land.standing.due
    assert morning.window.foot.done.startswith("Đã hoàn tác")
    morning.press(Qt.Key.Key_Z, _CTRL | _SHIFT)
    morning.settle()
    assert morning.again(land).standing.due == date(2023, 4, 28)


def _look_around(morning: Morning, late: AssignmentRow) -> None:
    page = morning.tasks
    page.show_look(tasks.MATRIX)
    morning.settle()
    units = [page.matrix_model.unit(at) for at in range(page.matrix_model.columnCount())]
    assert _FARM in [unit.name for unit in units if unit is not None]
    page.show_look(tasks.CALENDAR)
    morning.settle()
    assert page.month == date(2023, 4, 1)
    assert page.calendar.model.month_total() > 0
    page.show_look(tasks.LIST)
    morning.settle()
    morning.choose_task(late)


def _print_sheet(morning: Morning, late: AssignmentRow, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    morning.press(Qt.Key.Key_P, _CTRL | _SHIFT)
    words = _save(morning, morning.dialog(PreviewDialog), path, monkeypatch)
    assert "PHIẾU GIAO NHIỆM VỤ" in words
    assert _FARM in words


def _the_next_morning(morning: Morning, first: list[int], late: AssignmentRow) -> None:
    assert morning.today._subtitle.text() == "Thứ Ba, ngày 11 tháng 4 năm 2023"
    standing = morning.again(late).standing
    assert standing.state is State.OVERDUE
    assert standing.days_late == late.standing.days_late + 1
    assert morning.figures()[0] == _late(morning) > first[0], "what fell due yesterday is late today"
    assert morning.window.rail._entries[PageKey.TASKS]._late == _late(morning)
    silent = morning.today.model.owed(morning.today.model.owing.numbers(DayPart.SILENT))
    owed = next(each for each in silent if each.line.record_id == late.assignment.id)
    assert owed.silence is not None
    assert owed.silence.days == 1
