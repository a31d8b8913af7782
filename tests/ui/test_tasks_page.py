"""Nhiệm vụ: list, matrix and calendar of the same lines, steps for many lines at once, kept lists; the real window."""

from datetime import date, timedelta
from functools import partial
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices

from district_desk.desk.following_up import Told, note_progress
from district_desk.desk.keeping import undo
from district_desk.desk.task_views import TaskView, keep_view, task_views
from district_desk.desk.words import SOURCES, STATES
from district_desk.domain.assignments import Assignment, Event, EventKind, State
from district_desk.domain.directives import Directive, Source
from district_desk.domain.listing import AssignmentFilter
from district_desk.domain.task_looks import CellState
from district_desk.domain.units import GroupMember, Unit
from district_desk.ui.places import PageKey
from district_desk.ui.tasks import step_words as steps
from district_desk.ui.tasks import words as w
from district_desk.ui.tasks.filter_question import FilterQuestion
from district_desk.ui.tasks.name_question import NameQuestion
from district_desk.ui.tasks.step_question import Answer, StepQuestion
from district_desk.ui.widgets.badge import Badge
from district_desk.ui.widgets.paged_model import BADGE_ROLE


@pytest.fixture
def page(window, settled):
    window.go(PageKey.TASKS)
    settled()
    return window.page(PageKey.TASKS)


@pytest.fixture
def desk(window):
    return window.desk


@pytest.fixture
def rows(page):
    return lambda: [page.model.row(place) for place in range(page.model.rowCount())]


@pytest.fixture
def answered(monkeypatch):
    """The next questions for a step are answered so, one after the other; what was asked is in the list it returns."""

    def answered(*answers):
        asked, left = [], list(answers)

        def ask(cls, parent, step, lines, **told):
            asked.append((step, lines, told.get("fault", "")))
            return left.pop(0) if left else None

        monkeypatch.setattr(StepQuestion, "ask", classmethod(ask))
        return asked

    return answered


@pytest.fixture
def some(page, settled):
    """All lines that are late, chosen."""
    page.chips._buttons[w.OVERDUE].click()
    settled()
    page.table.selectAll()
    ids = page.table.chosen_ids()
    assert len(ids) >= 2
    return ids


# -- the list ---------------------------------------------------------------------------------------------------


def test_a_result_makes_the_lines_done_and_takes_them_off_the_open_ones(page, desk, window, settled, answered):
    before, first, day = page.model.rowCount(), page.model.row(0), desk.today()
    answered(Answer(Told(day, "Đã xong", notation="12/BC-PNV"), done_on=day))
    page.steps.close.trigger()
    settled()
    events = desk.store.reading().find(Event, assignment_id=first.assignment.id)
    assert [(event.kind, event.on, event.notation) for event in events if event.kind is EventKind.ACCEPTED] == [
        (EventKind.ACCEPTED, day, "12/BC-PNV")
    ]
    assert page.model.rowCount() == before - 1
    assert window.foot.done == "Đã ghi kết quả 1 việc"


def test_overdue_shows_overdue_lines_only_with_word_and_days(page, rows, settled):
    page.chips._buttons[w.OVERDUE].click()
    settled()
    assert rows()
    assert {row.standing.state for row in rows()} == {State.OVERDUE}
    assert page.model.badge(rows()[0]).words == f"Quá hạn {rows()[0].standing.days_late} ngày"


def test_one_unit_s_lines_are_that_unit_s_and_a_group_s_are_its_units(page, desk, rows, settled):
    line = desk.store.reading().find(Assignment)[0]
    page.chips.choose(w.ALL)
    page.units.setCurrentIndex(page.units.findData(line.unit_id))
    page.refresh()
    settled()
    assert {row.assignment.unit_id for row in rows()} == {line.unit_id}

    group = next(each for each in range(page.units.count()) if str(page.units.itemData(each)).startswith("group"))
    page.units.setCurrentIndex(group)
    page.refresh()
    settled()
    members = {each.unit_id for each in _members(desk, int(page.units.currentData().split()[1]))}
    assert rows()
    assert {row.assignment.unit_id for row in rows()} <= members


def test_words_find_lines_without_marks(page, rows, settled, type_vietnamese, qtbot):
    type_vietnamese(page.search, "chot kiem soat")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    settled()
    assert rows()
    assert all("chốt kiểm soát" in row.text for row in rows())


def test_a_further_filter_is_said_and_dropped_again(page, rows, settled, monkeypatch):
    day = page.desk.today()
    wanted = AssignmentFilter(due_from=day, due_until=day + timedelta(days=30), states=(State.RUNNING,))
    monkeypatch.setattr(FilterQuestion, "ask", classmethod(lambda *args, **kwargs: wanted))
    page.kept.filter.trigger()
    settled()
    assert rows()
    assert {row.standing.state for row in rows()} == {State.RUNNING}
    assert page.filter._said.text().startswith("Đang lọc: Đang thực hiện, trong hạn; hạn từ")
    page.filter.widen()
    settled()
    assert page.filter.plain == AssignmentFilter()
    assert page.filter._narrowed.isHidden()


def test_a_header_sorts_by_unit_in_the_office_s_order(page, desk, rows, settled):
    place = next(place for place, column in enumerate(page.model.columns) if column.key == "unit")
    page.table.horizontalHeader().sectionClicked.emit(place)
    settled()
    order = {unit.id: unit.position for unit in desk.store.reading().find(Unit)}
    positions = [order[row.assignment.unit_id] for row in rows()]
    assert positions in (sorted(positions), sorted(positions, reverse=True))
    assert len(set(positions)) > 1


# -- steps ------------------------------------------------------------------------------------------------------


def test_many_lines_are_one_operation_with_one_undo(page, desk, window, some, settled, answered):
    new_due, reader = desk.today() + timedelta(days=20), desk.store.reading()
    told = Told(desk.today(), asked_notation="15/TTr", decided_by="Chủ tịch", reason="Mưa lũ")
    asked = answered(Answer(told, new_due=new_due))
    page.steps.actions[steps.EXTEND].trigger()
    settled()
    assert asked == [(steps.EXTEND, len(some), "")]
    assert {row.standing.due for row in reader.assignment_rows(some, desk.today())} == {new_due}
    assert window.foot.done == f"Đã gia hạn {len(some)} việc"
    window.operations.run(partial(undo, desk))
    settled()
    assert not any(
        event.kind is EventKind.EXTENDED for each in some for event in reader.find(Event, assignment_id=each)
    )


def test_what_is_refused_is_asked_again_with_the_reason_and_nothing_typed_is_lost(page, desk, some, settled, answered):
    before = desk.store.reading().events_of(some)
    earlier = Answer(Told(desk.today(), reason="Gấp"), new_due=desk.today() - timedelta(days=200))
    asked = answered(earlier)
    page.steps.actions[steps.EXTEND].trigger()
    settled()
    assert len(asked) == 2
    assert "gia hạn không được rút ngắn thời hạn" in asked[1][2]
    assert desk.store.reading().events_of(some) == before


@pytest.mark.parametrize(
    ("step", "answer", "kind"),
    [
        (steps.PROGRESS, {"text": "Đang làm"}, EventKind.PROGRESS),
        (steps.REPORT, {"notation": "20/BC"}, EventKind.REPORTED),
        (steps.SUSPEND, {"reason": "Chờ kinh phí"}, EventKind.SUSPENDED),
        (steps.RETURN, {"reason": "Không thuộc chức năng"}, EventKind.RETURNED),
        (steps.RECALL, {"reason": "Văn bản thay thế"}, EventKind.RECALLED),
    ],
    ids=lambda value: getattr(value, "text", None) or getattr(value, "value", "fields"),
)
def test_each_step_writes_its_event_for_every_chosen_line(page, desk, some, settled, answered, step, answer, kind):
    answered(Answer(Told(desk.today(), **answer)))
    page.steps.actions[step].trigger()
    settled()
    for each in some:
        assert [event.kind for event in desk.store.reading().find(Event, assignment_id=each)][-1] is kind


def test_only_what_may_happen_next_can_be_chosen_for_one_line(page, desk, settled, answered):
    settled()
    action = page.steps.actions
    assert not action[steps.RESUME].isEnabled()
    assert not action[steps.ACCEPT].isEnabled()
    answered(Answer(Told(desk.today())))
    action[steps.SUSPEND].trigger()
    settled()
    assert action[steps.RESUME].isEnabled()
    assert not action[steps.SUSPEND].isEnabled()


def test_a_line_given_to_another_unit_leads_to_the_new_one(page, desk, settled, answered):
    line = page.model.row(0).assignment
    other = next(unit for unit in desk.store.reading().find(Unit) if not _lines_of(desk, line.item_id, unit.id))
    answered(Answer(Told(desk.today(), reason="Đúng chức năng hơn", decided_by="Chủ tịch"), unit_id=other.id))
    page.steps.actions[steps.REASSIGN].trigger()
    settled()
    (successor,) = _lines_of(desk, line.item_id, other.id)
    event = desk.store.reading().find(Event, assignment_id=line.id)[-1]
    assert (event.kind, event.other_id) == (EventKind.REASSIGNED, successor.id)


def test_a_question_can_be_answered_once_what_the_step_needs_is_there(app, qtbot):
    question = StepQuestion(None, steps.REASSIGN, 2, date(2023, 4, 10), [Unit("NV", "Phòng Nội vụ", id=7)])
    qtbot.addWidget(question)
    assert not question._yes.isEnabled()
    question.fields["unit_id"].setCurrentIndex(1)
    question.fields["reason"].setPlainText("Đúng chức năng")
    assert not question._yes.isEnabled()
    question.fields["decided_by"].setText("Chủ tịch")
    assert question._yes.isEnabled()
    answer = question.answer()
    assert (answer.unit_id, answer.told.reason, answer.told.on) == (7, "Đúng chức năng", date(2023, 4, 10))


@pytest.mark.parametrize("on", ["", "31/02/2023"])
def test_a_result_without_a_readable_day_cannot_be_written(app, qtbot, on):
    question = StepQuestion(None, steps.CLOSE, 2, date(2023, 4, 10))
    qtbot.addWidget(question)
    field = question.fields["done_on"]
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClicks(field, on)
    assert not question._yes.isEnabled()


def test_an_answer_that_was_refused_stands_in_the_fields_again(app, qtbot, tmp_path):
    told = Told(date(2023, 4, 9), "chậm", notation="3/BC", reason="mưa", files=(tmp_path / "a.pdf",))
    before = Answer(told, percent=40)
    question = StepQuestion(None, steps.PROGRESS, 1, date(2023, 4, 10))
    qtbot.addWidget(question)
    question.show_answer(before, "Không ghi được.")
    assert question.answer() == before
    assert question.fault.text() == "Không ghi được."


# -- the story of a line ----------------------------------------------------------------------------------------


def test_the_pane_tells_the_story_with_who_and_evidence_that_opens(page, desk, settled, monkeypatch, tmp_path):
    line, proof = page.table.current_id(), tmp_path / "anh.txt"
    proof.write_text("ảnh", "utf-8")
    note_progress(desk, [line], Told(desk.today(), "Được nửa việc", person="Bà Mai", files=(proof,)), percent=50)
    page._follow(line)
    settled()
    model = page.pane.history.model()
    assert [model.index(0, column).data() for column in (0, 1)] == ["10/04/2023", "Tiến độ: 50 %"]
    event = model.index(0, 0)
    told = {event.model().index(row, 0, event).data(): row for row in range(model.rowCount(event))}
    assert {"Nội dung", "Người báo", "Tệp"} <= set(told)
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(Path(url.toLocalFile()).name))
    page.pane.history.activated.emit(model.index(told["Tệp"], 0, event))
    assert opened == ["anh.txt"]


def test_a_narrow_window_shows_the_story_alone_and_esc_brings_the_list_back(page, window, settled):
    window.resize(911, 512)
    settled()
    assert (page._stack.isHidden(), page.pane.isHidden()) == (False, True)
    page._detail.trigger()
    assert (page._stack.isHidden(), page.pane.isHidden()) == (True, False)
    page._back.trigger()
    assert (page._stack.isHidden(), page.pane.isHidden()) == (False, True)
    window.resize(1366, 768)
    settled()
    assert (page._stack.isHidden(), page.pane.isHidden()) == (False, False)


# -- the matrix -------------------------------------------------------------------------------------------------


@pytest.fixture
def matrix(page, qtbot, window, settled):
    page.chips.choose(w.ALL)
    page.show_look(w.MATRIX)
    settled()
    return page.matrix_model


def test_the_matrix_is_a_model_that_qt_finds_sound(matrix, qtmodeltester):
    qtmodeltester.check(matrix)
    assert matrix.rowCount()
    assert matrix.columnCount()


def test_each_cell_has_word_shape_and_colour_of_its_worst_line(page, desk, matrix):
    cells = [(row, column) for row in range(matrix.rowCount()) for column in range(matrix.columnCount())]
    states = set()
    for row, column in cells:
        cell = matrix.cell(row, column)
        if cell is None:
            assert matrix.index(row, column).data() is None
            continue
        badge = matrix.index(row, column).data(BADGE_ROLE)
        assert isinstance(badge, Badge)
        states.add(cell.state)
        rows = desk.store.reading().assignment_rows(cell.ids, desk.today())
        assert any(row.standing.state is State.OVERDUE for row in rows) == (cell.state is CellState.LATE)
    assert {CellState.LATE, CellState.NOT_DUE} <= states


def test_enter_on_a_cell_opens_its_lines_and_esc_comes_back(page, matrix, qtbot, settled):
    row, column = next(
        (row, column) for row in range(matrix.rowCount()) for column in range(matrix.columnCount())
        if matrix.cell(row, column)
    )  # fmt: skip
    assert page.pane.isHidden(), "the matrix has the whole room until F4 asks for the pane"
    page.matrix.setCurrentIndex(matrix.index(row, column))
    ids = page.matrix.chosen_ids()
    qtbot.keyClick(page.matrix, Qt.Key.Key_Return)
    settled()
    assert page.looks.current == w.LIST
    assert sorted(page.model.ids) == sorted(ids)
    page._back.trigger()
    settled()
    assert page.looks.current == w.MATRIX
    assert page.filter.plain == AssignmentFilter()


def test_the_matrix_goes_out_to_excel_as_it_is_shown(page, matrix, window, settled, tmp_path):
    page.export_to(tmp_path / "ma-tran.xlsx")
    settled()
    sheet = openpyxl.load_workbook(tmp_path / "ma-tran.xlsx").active
    assert sheet.max_row == matrix.rowCount() + 1
    assert sheet.max_column == matrix.columnCount() + 5
    assert window.messages.sentence == "Đã xuất “ma-tran.xlsx”."


# -- the calendar -----------------------------------------------------------------------------------------------


@pytest.fixture
def calendar(page, settled):
    page.chips.choose(w.ALL)
    page.show_look(w.CALENDAR)
    settled()
    return page.calendar


def test_the_month_is_a_model_that_qt_finds_sound(calendar, qtmodeltester):
    qtmodeltester.check(calendar.model)
    assert calendar._title.text() == "Tháng 4 năm 2023"


def test_a_day_shows_what_falls_due_on_it_and_opens_those_lines(page, calendar, rows, desk, qtbot, settled):
    model = calendar.model
    places = [model.index(row, column) for row in range(6) for column in range(7)]
    index = next(place for place in places if model.due_on(model.day_at(place)).open)
    day, due = model.day_at(index), model.due_on(model.day_at(index))
    calendar.table.setCurrentIndex(index)
    qtbot.keyClick(calendar.table, Qt.Key.Key_Return)
    settled()
    assert page.looks.current == w.LIST
    shown = [row for row in rows() if row.standing.state not in (State.INFORMED, State.RECALLED)]
    assert {row.standing.due for row in shown} == {day}
    assert len(shown) == due.open + due.done


def test_days_off_are_told_and_page_keys_turn_the_month(page, calendar, qtbot, settled):
    model = calendar.model
    sunday = model.place_of(date(2023, 4, 16))
    assert w.DAY_OFF in sunday.data(Qt.ItemDataRole.ToolTipRole)
    assert w.DAY_OFF not in model.place_of(date(2023, 4, 17)).data(Qt.ItemDataRole.ToolTipRole)
    qtbot.keyClick(calendar.table, Qt.Key.Key_PageDown)
    settled()
    assert (page.month, calendar._title.text()) == (date(2023, 5, 1), "Tháng 5 năm 2023")


# -- kept lists -------------------------------------------------------------------------------------------------


def test_a_list_is_kept_with_filter_columns_order_and_widths_and_comes_back(page, desk, settled, monkeypatch):
    line = desk.store.reading().find(Assignment)[0]
    page.filter.set_wanted(w.OVERDUE, AssignmentFilter(unit_id=line.unit_id))
    page.table.arrange(("unit", "text", "due", "state"), {"unit": 210})
    monkeypatch.setattr(NameQuestion, "ask", classmethod(lambda *args, **kwargs: "Của tôi"))
    page.kept.keep.trigger()
    settled()
    (kept,) = task_views(desk)
    assert (kept.name, kept.chip, kept.wanted.unit_id) == ("Của tôi", w.OVERDUE, line.unit_id)
    assert kept.columns == ("unit", "text", "due", "state")

    page.kept.usual.trigger()
    page.filter.set_wanted(w.OPEN, AssignmentFilter())
    settled()
    assert page.table.shown_columns[0] == "due"
    page.kept.box.setCurrentIndex(page.kept.box.findData("Của tôi"))
    page.kept.box.activated.emit(page.kept.box.currentIndex())
    settled()
    assert page.table.shown_columns == ("unit", "text", "due", "state")
    assert page.table.own_widths == {"unit": 210}
    assert (page.chips.current, page.units.currentData()) == (w.OVERDUE, line.unit_id)

    page.kept.forget.trigger()
    settled()
    assert task_views(desk) == []


def test_a_filter_by_directive_names_one_that_is_in_the_register(app, qtbot, desk):
    known = next(each for each in desk.store.reading().find(Directive) if each.number)
    found = {str(known.notation): known.id}
    question = FilterQuestion(None, AssignmentFilter(), {"UBTINH": "UBND tỉnh"}, found.get, units={})
    qtbot.addWidget(question)
    question.directive.setText("999/KHONG-CO")
    question._check()
    assert question._named._fault.text() == w.NO_DIRECTIVE
    question.directive.setText(str(known.notation))
    question.levels.choose(("UBTINH",))
    question._check()
    assert question.answer() == AssignmentFilter(directive_id=known.id, levels=("UBTINH",))


def test_a_filter_takes_several_states_ticked_with_mouse_or_keyboard_and_comes_back_with_them(app, qtbot, desk):
    question = FilterQuestion(None, AssignmentFilter(sources=(Source.SPOKEN,)), {}, {}.get, units={})
    qtbot.addWidget(question)
    question.show()
    box = question.states
    assert (question.sources.said, box.said) == (SOURCES[Source.SPOKEN], w.EVERY_STATE)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    view = box.view()
    place = view.visualRect(box.model().index(0, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    view.setCurrentIndex(box.model().index(4, 0))
    qtbot.keyClick(view, Qt.Key.Key_Space)
    box.hidePopup()

    first, *_, fifth = list(STATES)[:5]
    assert question.answer() == AssignmentFilter(sources=(Source.SPOKEN,), states=(first, fifth))
    assert all(type(state) is State for state in question.answer().states)
    assert box.said == f"{STATES[first]}; {STATES[fifth]}"
    keep_view(desk, TaskView("hai tình trạng", w.ALL, question.answer()))
    assert task_views(desk)[-1].wanted == question.answer()


def test_several_units_are_ticked_kept_under_a_name_and_left_for_one(page, desk, rows, settled, qtbot):
    page.chips._buttons[w.ALL].click()
    settled()
    some = sorted({row.assignment.unit_id for row in rows()})[:2]
    question = FilterQuestion(None, page.filter.plain, {}, {}.get, units=page.filter.offered_units)
    qtbot.addWidget(question)
    question.units.choose(tuple(some))
    page.filter.set_wanted(w.ALL, question.answer())
    settled()
    assert page.filter.plain.unit_ids == tuple(some)
    assert {row.assignment.unit_id for row in rows()} == set(some)
    assert all(desk.store.reading().get(Unit, each).name in page.filter._said.text() for each in some)

    keep_view(desk, TaskView("hai đơn vị", w.ALL, page.filter.plain))
    assert task_views(desk)[-1].wanted.unit_ids == tuple(some)
    page.units.setCurrentIndex(page.units.findData(some[0]))
    page.units.activated.emit(page.units.currentIndex())
    settled()
    assert {row.assignment.unit_id for row in rows()} == {some[0]}
    again = FilterQuestion(None, page.filter.plain, {}, {}.get, units=page.filter.offered_units)
    qtbot.addWidget(again)
    assert again.units.chosen == (some[0],)
    assert again.answer() == page.filter.plain


def _members(desk, group_id):
    return desk.store.reading().find(GroupMember, group_id=group_id)


def _lines_of(desk, item_id, unit_id):
    return desk.store.reading().find(Assignment, item_id=item_id, unit_id=unit_id)
