"""From the index in March to the closed plan in December, in the window and at the command line, with the clock turned."""

import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QWidget

from district_desk import cli
from district_desk.desk import Desk, opening
from district_desk.desk.opening import create_office
from district_desk.desk.reform.plan_measures import measure_rows
from district_desk.desk.reform.score_import import preview_scores, take_scores
from district_desk.desk.registering import draft_of, register, without_lines
from district_desk.domain.assignments import Channel, Event, EventKind, State
from district_desk.domain.directives import Directive, Source
from district_desk.domain.reform_plans import PlanState
from district_desk.domain.reform_triggers import Duty
from district_desk.reader import read_text
from district_desk.ui.application import build
from district_desk.ui.places import PageKey
from district_desk.ui.reform.follow_question import FollowQuestion
from district_desk.ui.reform.give_dialog import GiveDialog
from district_desk.ui.reform.measures_dialog import MeasuresDialog
from district_desk.ui.reform.plans_section import PlansSection
from district_desk.ui.reform.work_sheet import WorksDialog
from district_desk.ui.reform.works_section import WorksSection
from district_desk.ui.reminding.dialog import RemindDialog
from district_desk.ui.tasks.page import TasksPage
from district_desk.ui.tasks.step_question import StepQuestion
from district_desk.ui.widgets.ask import Question
from district_desk.ui.window import MainWindow

_PATIENCE = 20_000
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_STEP = _CTRL | _SHIFT
_NONE = Qt.KeyboardModifier.NoModifier
FAIR, GOOD = "Hoàn thành nhiệm vụ", "Hoàn thành tốt nhiệm vụ"
DIRECTIVE = """ỦY BAN NHÂN DÂN
HUYỆN CẨM GIÀNG

Số: 09/CT-UBND

Cẩm Giàng, ngày 30 tháng 3 năm 2023

CHỈ THỊ
Về việc nâng cao Chỉ số cải cách hành chính năm 2023

Chủ tịch UBND huyện yêu cầu:

1. Thủ trưởng các cơ quan, Chủ tịch UBND các xã, thị trấn kiểm điểm, xác định nguyên nhân trong thời gian sớm nhất.

2. UBND các xã, thị trấn được xếp loại hoàn thành nhiệm vụ gửi kế hoạch khắc phục tồn tại về UBND huyện (qua Phòng Nội vụ) trước ngày 10 tháng 4 năm 2023.

3. Chủ tịch UBND các xã, thị trấn đăng ký công việc đột phá, sáng tạo trước ngày 10 tháng 4 năm 2023.

Nơi nhận:
- UBND các xã, thị trấn;
"""
MEASURES = "\n".join(
    "\t".join(line)
    for line in (
        ("TT", "Tiêu chí bị trừ điểm", "Tồn tại, hạn chế", "Trách nhiệm", "Giải pháp khắc phục", "Thời hạn"),
        ("1", "Cải cách TTHC", "Giải quyết ngay tại Một cửa thấp", "Trần Văn A", "Bố trí đủ công chức",
         "trước ngày 15/5/2023"),
        ("2", "Cải cách TTHC", "Ít sáng kiến", "Lê Thị B", "Phát động thi đua", "Quý II/2023"),
    )
)  # fmt: skip
WORKS = "Nội dung công việc\tThời gian\tSố văn bản\tNgày đăng ký\nTrả kết quả tại nhà\t2023\t9/UBND-VP\t07/04/2023"
Filled = Mapping[str, Any]


def take(desk: Desk, folder: Path, told: Mapping[str, tuple[float, str]]) -> None:
    """The summary of the year, from Excel."""
    book = Workbook()
    book.active.append(["TT", "Đơn vị", "Cải cách TTHC", "Xếp loại"])
    book.active.append([None, "Điểm tối đa", 20, None])
    for number, (name, (points, rating)) in enumerate(told.items(), start=1):
        book.active.append([number, name, points, rating])
    book.save(folder / "bảng tổng hợp.xlsx")
    take_scores(desk, preview_scores(desk, folder / "bảng tổng hợp.xlsx", 2022))


@pytest.fixture
def clock() -> list[datetime]:
    """The moment, in a list so that it can be turned."""
    return [datetime(2023, 3, 31, 8, 0)]


@pytest.fixture(scope="module")
def in_march(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an office with the announced index and the directive of the Chairman; the journeys take copies."""
    folder = tmp_path_factory.mktemp("march") / "office"
    desk = create_office(folder, "cam-giang-2023", clock=lambda: datetime(2023, 3, 31, 7, 30))
    register(desk, without_lines(draft_of(desk, read_text("chi-thi.txt", DIRECTIVE), source=Source.OWN)))
    take(desk, folder.parent, {
        "UBND xã Cẩm Đông": (14.99, GOOD), "UBND xã Cẩm Phúc": (16, FAIR), "UBND xã Cao An": (15, GOOD),
        "UBND xã Cẩm Hưng": (16.5, FAIR),
    })  # fmt: skip
    desk.close()
    return folder


class Year:
    """The clerk at the window through a year: keys, clicks, dialogs answered; waits for facts."""

    def __init__(self, window: MainWindow, qtbot: Any, type_vietnamese: Callable[[QWidget, str], None]) -> None:
        self.window, self.qtbot, self.type = window, qtbot, type_vietnamese

    @property
    def desk(self) -> Desk:
        assert self.window.desk is not None
        return self.window.desk

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.window.operations.busy, timeout=_PATIENCE)

    def part(self, key: str) -> Any:
        self.window.go(PageKey.REFORM)
        page: Any = self.window.page(PageKey.REFORM)
        page.open_part(key)
        self.settle()
        return page.part(key)

    @property
    def plans(self) -> PlansSection:
        part = self.part("plans")
        assert isinstance(part, PlansSection)
        return part

    @property
    def works(self) -> WorksSection:
        part = self.part("works")
        assert isinstance(part, WorksSection)
        return part

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = _NONE, on: QWidget | None = None) -> None:
        target = on or self.window
        if not target.window().isActiveWindow():
            target.window().activateWindow()
            self.qtbot.waitUntil(target.window().isActiveWindow)
        self.qtbot.keyClick(QApplication.focusWidget() or target, key, modifier)

    def click(self, widget: QWidget) -> None:
        assert widget.isEnabled()
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def states(self) -> dict[str, PlanState | None]:
        return {row.unit.short_name: row.plan.state if row.plan else None for row in self.plans._rows.values()}

    def choose(self, *names: str) -> None:
        """The rows of these units, as with Ctrl and the mouse."""
        part = self.plans
        part.chips.choose("all")
        part._show_chip()
        table = part.table.table
        assert table is not None
        table.setFocus()
        table.clearSelection()
        ids = {row.unit.short_name: row.unit.id for row in part._rows.values()}
        assert table.choose(ids[names[0]])
        for name in names[1:]:
            place = table._records.place_of(ids[name])
            flags = table.selectionModel().SelectionFlag
            table.selectionModel().select(table._records.index(place, 0), flags.Select | flags.Rows)
        assert len(part.chosen()) == len(names)

    def answering(self, answers: Mapping[type[QDialog], Callable[[Any], None]], work: Callable[[], None]) -> None:
        """Do something, and answer each of these questions once when it comes."""
        left = dict(answers)
        timer = QTimer(self.window, interval=10)

        def answer() -> None:
            dialog = QApplication.activeModalWidget()
            for kind in list(left):
                if isinstance(dialog, kind):
                    left.pop(kind)(dialog)

        timer.timeout.connect(answer)
        timer.start()
        work()
        self.settle()
        timer.stop()
        timer.deleteLater()
        assert left == {}, "a question was not asked"

    def step(self, key: Qt.Key, filled: Filled, modifier: Qt.KeyboardModifier = _STEP) -> None:
        """Take a step by its key."""
        self.answering({StepQuestion: lambda question: self._fill(question, filled)}, lambda: self.press(key, modifier))

    def _fill(self, question: StepQuestion, filled: Filled) -> None:
        for name, value in filled.items():
            field = question.fields[name]
            if isinstance(field, QLineEdit):
                field.clear()
            assert isinstance(field, QLineEdit | QPlainTextEdit)
            self.type(field, value)
        self.click(question._yes)

    def dialog(self, kind: type[Any]) -> Any:
        self.qtbot.waitUntil(lambda: any(each.isVisible() for each in self.window.findChildren(kind)))
        return next(each for each in self.window.findChildren(kind) if each.isVisible())

    def paste(self, dialog: Any, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        dialog.table.setFocus()
        self.press(Qt.Key.Key_V, _CTRL, dialog)


@pytest.fixture
def year(
    tmp_path: Path,
    in_march: Path,
    qtbot: Any,
    clock: list[datetime],
    type_vietnamese: Callable[[QWidget, str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Year]:
    folder = Path(shutil.copytree(in_march, tmp_path / "office"))
    opened = opening.open_office
    monkeypatch.setattr(opening, "open_office", lambda place: opened(place, clock=lambda: clock[0]))
    window = build(folder)
    with qtbot.waitSignal(window.page_filled, timeout=_PATIENCE):
        pass
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.activateWindow()
    made = Year(window, qtbot, type_vietnamese)
    made.settle()
    try:
        yield made
    finally:
        window.close()
        window.deleteLater()


def test_a_year_of_plans_in_the_window(
    year: Year, clock: list[datetime], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _give(year)
    _plans_come(year, clock)
    _follow_measures(year, clock)
    _scores_change(year, clock, tmp_path)
    _close(year, clock, monkeypatch)
    _works(year, clock)
    assert year.plans.foot() == "Đăng ký đột phá · Chỉ số CCHC năm 2022 · 17 đơn vị · 16 chưa nộp"


def _give(year: Year) -> None:
    assert year.states() == {"Cẩm Hưng": None, "Cẩm Phúc": None, "Cẩm Đông": None}
    told: list[str] = []

    def agree(dialog: GiveDialog) -> None:
        told.append(dialog.yes.text())
        assert dialog.item is not None
        told.append(dialog.item.path)
        year.click(dialog.yes)

    year.answering({GiveDialog: agree}, lambda: year.press(Qt.Key.Key_A, _STEP))
    year.works.setFocus()
    year.answering({GiveDialog: agree}, lambda: year.press(Qt.Key.Key_A, _STEP))

    assert told == ["Giao cho 3 đơn vị", "2", "Giao cho 17 đơn vị", "3"]
    assert set(year.states().values()) == {PlanState.OWED}
    assert {row.due for row in year.plans._rows.values()} == {date(2023, 4, 9)}


def _plans_come(year: Year, clock: list[datetime]) -> None:
    """One in time, one late, one not at all: it is telephoned; the late one is sent back and comes again."""
    clock[0] = datetime(2023, 4, 12, 8, 0)
    year.choose("Cẩm Đông")
    year.step(Qt.Key.Key_B, {"on": "7/4/2023", "notation": "15/KH-UBND", "dated": "6/4/2023"})
    year.choose("Cẩm Phúc")
    year.step(Qt.Key.Key_B, {"on": "12/4/2023", "notation": "8/KH-UBND"})
    year.choose("Cẩm Phúc")
    year.step(Qt.Key.Key_L, {"reason": "Chưa nêu người chịu trách nhiệm"})
    year.choose("Cẩm Hưng")
    year.press(Qt.Key.Key_D, _CTRL)
    dialog: RemindDialog = year.dialog(RemindDialog)
    year.settle()
    dialog.form.channel.setCurrentIndex(dialog.form.channel.findData(Channel.PHONE.value))
    year.type(dialog.form.person, "Ông Nguyễn Văn C, Chủ tịch")
    year.click(dialog.yes)
    year.settle()
    dialog.close()
    assert year.states() == {
        "Cẩm Đông": PlanState.SENT, "Cẩm Phúc": PlanState.TO_COMPLETE, "Cẩm Hưng": PlanState.OWED
    }  # fmt: skip
    clock[0] = datetime(2023, 4, 14, 8, 0)
    year.choose("Cẩm Phúc")
    year.step(Qt.Key.Key_B, {"notation": "11/KH-UBND"})
    year.choose("Cẩm Đông", "Cẩm Phúc")
    year.step(Qt.Key.Key_X, {"decided_by": "Trưởng phòng Nội vụ"})
    rows = {row.unit.short_name: row for row in year.plans._rows.values()}
    assert {rows[name].plan.state for name in ("Cẩm Đông", "Cẩm Phúc")} == {PlanState.ACCEPTED}
    assert (rows["Cẩm Đông"].is_late, rows["Cẩm Phúc"].is_late) == (False, True)
    asked = rows["Cẩm Hưng"].plan.plan.assignment_id
    reminded = year.desk.store.reading().find(Event, assignment_id=asked)
    assert [each.kind for each in reminded] == [EventKind.REMINDED]


def _follow_measures(year: Year, clock: list[datetime]) -> None:
    """The unit's table is pasted, saved and followed; one measure is done in the register of tasks, one stays open."""
    year.choose("Cẩm Đông")
    year.press(Qt.Key.Key_Return)
    dialog: MeasuresDialog = year.dialog(MeasuresDialog)
    year.paste(dialog, MEASURES)
    assert [row.texts["due"] for row in dialog.sheet.rows] == ["14/05/2023", "30/06/2023"]
    assert not dialog.follow_action.isEnabled(), "what is not saved is not followed"
    year.click(dialog.save)
    year.settle()
    year.answering({FollowQuestion: lambda question: year.click(question.yes)}, dialog.follow_action.trigger)
    plan = dialog.plan
    assert [row.texts["state"] for row in dialog.sheet.rows] == ["Đang làm"] * 2
    dialog.reject()
    paper = year.desk.store.reading().get(Directive, plan.directive_id)
    assert (str(paper.notation), paper.arrival, paper.issuer) == ("15/KH-UBND", "1", "UBND xã Cẩm Đông")

    clock[0] = datetime(2023, 5, 12, 8, 0)
    year.window.go(PageKey.TASKS)
    year.settle()
    tasks = year.window.page(PageKey.TASKS)
    assert isinstance(tasks, TasksPage)
    first = measure_rows(year.desk, plan.id)[0]
    assert tasks.table.choose(first.line.assignment.id)
    year.settle()
    tasks.table.setFocus()
    year.step(Qt.Key.Key_F6, {"done_on": "11/5/2023", "notation": "3/QĐ-UBND"}, _NONE)
    states = [row.line.standing.state for row in measure_rows(year.desk, plan.id)]
    assert states == [State.DONE_IN_TIME, State.RUNNING]
    row = next(row for row in year.plans._rows.values() if row.unit.short_name == "Cẩm Đông")
    assert (row.measures_done, row.plan.measures) == (1, 2)


def _scores_change(year: Year, clock: list[datetime], folder: Path) -> None:
    """The province corrects its figures: one commune no longer owes, another does; the clerk settles both."""
    clock[0] = datetime(2023, 5, 15, 8, 0)
    year.window.operations.run(
        lambda: take(year.desk, folder, {"UBND xã Cẩm Hưng": (18, GOOD), "UBND xã Cao An": (14.9, GOOD)})
    )
    year.settle()
    part = year.plans
    part.refresh()
    year.settle()
    assert "1 đơn vị thuộc diện phải nộp mà chưa giao" in part.news.text()
    assert "1 đơn vị đã giao nay không còn thuộc diện" in part.news.text()
    year.choose("Cẩm Hưng")
    year.step(Qt.Key.Key_U, {"reason": "Tỉnh phúc tra, điểm đạt 90%"})

    def agree(dialog: GiveDialog) -> None:
        dialog.due.clear()
        year.type(dialog.due, "31/5/2023")
        year.click(dialog.yes)

    year.answering({GiveDialog: agree}, lambda: year.press(Qt.Key.Key_A, _STEP))
    assert year.states()["Cẩm Hưng"] is PlanState.RECALLED
    assert year.states()["Cao An"] is PlanState.OWED
    assert not year.plans.news.text()


def _close(year: Year, clock: list[datetime], monkeypatch: pytest.MonkeyPatch) -> None:
    """The report on the result in December; closing asks about the measure that is still open."""
    clock[0] = datetime(2023, 12, 5, 8, 0)
    year.choose("Cẩm Đông")
    assert not year.plans.steps.actions[_step_named(year, "Đóng…")].isEnabled()
    year.step(Qt.Key.Key_K, {"on": "1/12/2023", "notation": "40/BC-UBND"})
    asked: list[str] = []
    answers = [False, True]

    def ask(_: Any, __: str, sentence: str, **___: str) -> bool:
        asked.append(sentence)
        return answers.pop(0)

    monkeypatch.setattr(Question, "ask", staticmethod(ask))
    year.choose("Cẩm Đông")
    year.press(Qt.Key.Key_D, _STEP)
    assert asked[0].startswith("Còn 1 giải pháp đang theo dõi chưa hoàn thành (UBND xã Cẩm Đông)")
    assert year.states()["Cẩm Đông"] is PlanState.RESULT_REPORTED
    year.choose("Cẩm Đông")
    year.step(Qt.Key.Key_D, {})
    assert year.states()["Cẩm Đông"] is PlanState.CLOSED


def _step_named(year: Year, text: str) -> Any:
    return next(step for step in year.plans.steps.actions if step.text == text)


def _works(year: Year, clock: list[datetime]) -> None:
    """A unit's work is pasted with the number and day of its document; its result is told in December."""
    part = year.works
    unit = next(row.unit for row in part._units.values() if row.unit.short_name == "Cao An")
    part.edit_unit(unit.id)
    dialog: WorksDialog = year.dialog(WorksDialog)
    year.paste(dialog, WORKS)
    dialog.sheet.write(0, 0, [[unit.name]])
    year.click(dialog.save)
    year.settle()
    assert "Đã đăng ký 1/17 đơn vị" in part.figures.text()
    clock[0] = datetime(2023, 12, 20, 8, 0)
    part.edit_unit(unit.id)
    dialog = next(each for each in year.window.findChildren(WorksDialog) if each.isVisible())
    column = [each.key for each in dialog.sheet.columns].index("result")
    dialog.sheet.write(0, column, [["Đã trả 312 kết quả tại nhà"]])
    year.click(dialog.save)
    year.settle()
    assert [work.result for work in part.all_works()] == ["Đã trả 312 kết quả tại nhà"]
    year.plans.duties.setCurrentIndex(year.plans.duties.findData(Duty.BREAKTHROUGH.value))
    year.settle()
    assert year.states()["Cao An"] is PlanState.SENT


def test_the_same_at_the_command_line(in_march: Path, tmp_path: Path, clock: list[datetime], capsys: Any) -> None:
    folder = Path(shutil.copytree(in_march, tmp_path / "office"))

    def does(*words: object) -> Any:
        capsys.readouterr()
        code = cli.main([str(word) for word in (*words, "--folder", folder, "--json")], clock=lambda: clock[0])
        told = capsys.readouterr()
        assert code == 0, told.err
        return json.loads(told.out)

    def of_year(action: str, *words: object) -> Any:
        return does("cchc", action, "--year", 2022, *words)

    owing = {row["unit"]: [each["trigger"] for each in row["reasons"]] for row in of_year("owed", "--directive", 1)}
    assert owing == {"UBND xã Cẩm Đông": ["T2"], "UBND xã Cẩm Phúc": ["T1"], "UBND xã Cẩm Hưng": ["T1"]}
    given = {row["unit"]: row["assignment"] for row in of_year("plans", "--give", "--directive", 1)}
    of_year("plans", "--give", "--directive", 1, "--duty", "breakthrough")
    dong, phuc, hung = (given[f"UBND xã Cẩm {name}"] for name in ("Đông", "Phúc", "Hưng"))

    clock[0] = datetime(2023, 4, 12, 8, 0)
    does("event", "--assignment", dong, "--kind", "reported", "--date", "2023-04-07", "--notation", "15/KH-UBND")
    does("event", "--assignment", phuc, "--kind", "reported", "--notation", "8/KH-UBND")
    does("event", "--assignment", phuc, "--kind", "sent_back", "--text", "Chưa nêu trách nhiệm")
    does("remind", "--assignment", hung, "--channel", "phone", "--person", "Ông C")
    clock[0] = datetime(2023, 4, 14, 8, 0)
    does("event", "--assignment", f"{dong}", "--kind", "accepted")
    rows = {row["unit"]: (row["state"], row["notation"], row["days_late"]) for row in of_year("plans")}
    assert rows == {
        "UBND xã Cẩm Đông": ("accepted", "15/KH-UBND", 0),
        "UBND xã Cẩm Phúc": ("to_complete", "8/KH-UBND", 3),
        "UBND xã Cẩm Hưng": ("owed", "", 0),
    }
    assert {row["state"] for row in of_year("plans", "--as-of", "2023-04-06")} == {"owed"}
    assert len(of_year("breakthrough")["missing"]) == 17

    table = tmp_path / "giai-phap.xlsx"
    book = Workbook()
    book.active.append(["TT", "Lĩnh vực / tiêu chí bị trừ điểm", "Tồn tại, hạn chế", "Giải pháp khắc phục", "Thời hạn"])
    book.active.append([1, "Cải cách TTHC", "Hồ sơ trễ hạn", "Rà soát hồ sơ hằng tuần", "trước ngày 30/6/2023"])
    book.save(table)
    unit = next(row["unit_code"] for row in of_year("plans") if row["unit"] == "UBND xã Cẩm Đông")
    (line,) = of_year("plan", "--unit", unit, "--measures", table, "--follow")["lines"]
    assert (line["remedy"], line["due"], line["state"]) == ("Rà soát hồ sơ hằng tuần", "2023-06-29", "TH_TH")
    clock[0] = datetime(2023, 12, 18, 8, 0)
    does("event", "--assignment", line["assignment"], "--kind", "accepted", "--date", "2023-06-28")
    told = of_year("plan", "--unit", unit, "--result", "90/BC-UBND", "--date", "2023-12-11")
    assert (told["state"], told["lines"][0]["state"]) == ("result_reported", "HT_DH")
    assert of_year("plan", "--unit", unit, "--close")["state"] == "closed"
