"""Việc định kỳ in the window: periods made by themselves at the start and at a new day, told apart, skipped and moved."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from district_desk.desk import opening
from district_desk.desk.assigning import edit_item
from district_desk.desk.cataloguing import put_settings
from district_desk.desk.following_up import Told, grant_extension
from district_desk.desk.listing import due_lines
from district_desk.desk.periods import make_occurrences, planned
from district_desk.domain.assignments import Assignment, State
from district_desk.domain.due_phrases import read_phrase
from district_desk.domain.items import Item
from district_desk.domain.listing import AssignmentFilter
from district_desk.ui.application import build
from district_desk.ui.period_maker import PeriodMaker
from district_desk.ui.places import PageKey
from district_desk.ui.tasks import step_words as steps
from district_desk.ui.tasks import words as w
from district_desk.ui.tasks.step_question import Answer, StepQuestion

LATER = datetime(2023, 7, 3, 8)


@pytest.fixture
def page(window, settled):
    """Nhiệm vụ with every line."""
    window.go(PageKey.TASKS)
    settled()
    shown = window.page(PageKey.TASKS)
    shown.chips._buttons[w.ALL].click()
    settled()
    return shown


@pytest.fixture
def answered(monkeypatch):
    """The next question for a step is answered so."""
    return lambda answer: monkeypatch.setattr(StepQuestion, "ask", classmethod(lambda *_, **__: answer))


def _periods(desk):
    return {(line.item_id, line.unit_id, line.period) for line in desk.store.reading().find(Assignment) if line.period}


def _later(desk):
    """The example office lives by the clock from now on."""
    put_settings(desk, replace(desk.office, example_day=""))
    desk.clock = lambda: LATER


def _rows(page):
    return [page.model.row(place) for place in range(page.model.rowCount())]


def test_the_example_office_is_quiet_at_its_start(window, settled, qtbot):
    qtbot.waitUntil(lambda: window.period_maker._begun and not window.period_maker._soon.isActive(), timeout=10_000)
    settled()
    assert planned(window.desk) == []
    assert window.messages.sentence == ""
    assert window.desk.store.reading().operations(1)[0].kind == "put_settings", "the last that its founding wrote"


def test_periods_are_made_at_the_start_and_nobody_s_sentence_goes(app, office_folder, qtbot, monkeypatch):
    opened = opening.open_office
    monkeypatch.setattr(opening, "open_office", lambda folder: opened(folder, clock=lambda: LATER))
    desk = opening.open_office(office_folder)
    _later(desk)
    owed = {(each.duty.item_id, each.duty.unit_id, each.occurrence.period) for each in planned(desk)}
    before = _periods(desk)
    desk.close()
    assert owed

    window = build(office_folder)
    with qtbot.waitSignal(window.page_filled, timeout=10_000):
        pass
    window.say("Một câu của người dùng")
    qtbot.waitUntil(lambda: _periods(window.desk) == before | owed, timeout=10_000)
    qtbot.waitUntil(lambda: not window.operations.busy, timeout=10_000)
    assert window.messages.sentence == "Một câu của người dùng"
    window.close()
    window.deleteLater()


def test_a_new_day_makes_what_it_owes_and_only_once(window, page, settled):
    before = _periods(window.desk)
    _later(window.desk)
    window.day_turn.look()
    settled()
    made = _periods(window.desk) - before
    assert made
    assert {row.assignment.period for row in _rows(page)} >= {period for _, _, period in made}
    newest = window.desk.store.reading().operations(1)[0].id
    window.period_maker.make()
    settled()
    assert window.desk.store.reading().operations(1)[0].id == newest


def test_a_closed_office_is_asked_nothing(operations, qtbot):
    maker = PeriodMaker(operations)
    maker.attach(None)
    maker.begin()
    maker.make()
    assert not operations.busy


def test_a_duty_beside_its_periods_is_said_to_be_recurring_and_they_stand_for_themselves(window, page):
    rows = _rows(page)
    duties = [row for row in rows if row.carries_periods]
    periods = [row for row in rows if row.assignment.period]
    assert duties
    assert {page.model.badge(row).words for row in duties} == {"Định kỳ"}
    assert "Định kỳ" not in {page.model.badge(row).words for row in periods}
    marks = next(column for column in page.model.columns if column.key == "marks")
    assert all(
        marks.text(row).startswith(("Tháng ", "Quý ", "6 tháng ", "9 tháng ", "Năm ", "Tuần ")) for row in periods
    )


def test_a_limit_with_an_hour_shows_it_until_the_day_is_another(window, page, settled):
    desk = window.desk
    row = next(row for row in _rows(page) if row.standing.state is State.RUNNING and not row.assignment.period)
    item = desk.store.reading().get(Item, row.assignment.item_id)
    edit_item(desk, replace(item, due=date(2023, 4, 12), phrase="trước 16 giờ ngày 12/4/2023",
                            rule=read_phrase("trước 16 giờ ngày 12/4/2023").to_text()))  # fmt: skip
    settled()
    page.refresh()
    settled()
    due = page.model.columns[0]
    (line,) = [each for each in _rows(page) if each.assignment.id == row.assignment.id]
    assert due.text(line) == "12/04/2023 16:00"
    (owed,) = [each for each in due_lines(desk, desk.today()) if each.record_id == line.assignment.id]
    assert owed.hour == "16:00"

    grant_extension(desk, [line.assignment.id], Told(desk.today()), new_due=date(2023, 5, 4))
    (line,) = desk.store.reading().assignment_rows([line.assignment.id], desk.today())
    assert due.text(line) == "04/05/2023"


def _open_period(page, desk):
    make_occurrences(desk, date(2023, 6, 30))
    ids = desk.store.reading().assignment_ids(
        AssignmentFilter(open_only=True, due_from=date(2023, 4, 11)), desk.today()
    )
    return next(
        row.assignment for row in desk.store.reading().assignment_rows(ids, desk.today()) if row.assignment.period
    )


def _choose(page, line_id, settled):
    page.refresh()
    settled()
    assert page.table.choose(line_id)
    settled()


def test_one_period_is_moved_from_the_list_and_the_next_keeps_its_day(window, page, settled, answered):
    line = _open_period(page, window.desk)
    _choose(page, line.id, settled)
    answered(Answer(Told(date.min, reason="hội nghị"), new_due=date(2023, 6, 5)))
    page.steps.actions[steps.MOVE].trigger()
    settled()
    moved = window.desk.store.reading().get(Assignment, line.id)
    assert (moved.due, moved.period) == (date(2023, 6, 5), line.period)
    assert "hội nghị" in moved.note


def test_one_period_is_skipped_from_the_list_and_not_made_again(window, page, settled, answered):
    line = _open_period(page, window.desk)
    _choose(page, line.id, settled)
    answered(Answer(Told(date.min, reason="lồng ghép")))
    page.steps.actions[steps.SKIP].trigger()
    settled()
    (row,) = window.desk.store.reading().assignment_rows([line.id], window.desk.today())
    assert page.model.badge(row).words == "Thu hồi"
    assert all(
        each.occurrence.period != line.period or each.duty.unit_id != line.unit_id for each in planned(window.desk)
    )


def test_what_is_no_period_is_neither_skipped_nor_moved(window, page, settled, answered):
    duty = next(row.assignment for row in _rows(page) if not row.assignment.period and row.standing.due is None)
    _choose(page, duty.id, settled)
    assert not page.steps.actions[steps.SKIP].isEnabled()
    assert not page.steps.actions[steps.MOVE].isEnabled()
    page.table.selectAll()
    settled()
    assert page.steps.actions[steps.SKIP].isEnabled()
    assert not page.steps.actions[steps.MOVE].isEnabled(), "one at a time"
