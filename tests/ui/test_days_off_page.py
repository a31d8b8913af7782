"""Ngày nghỉ, làm bù in the real window: a year at a time, proposed, confirmed, and no deadline moved unasked."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from district_desk.desk import cataloguing
from district_desk.desk.drafting import dated
from district_desk.desk.keeping import undo
from district_desk.desk.registering import register
from district_desk.domain.assignments import Assignment
from district_desk.domain.calendar import DayKind, DayOff
from district_desk.domain.directives import Directive, Source
from district_desk.domain.drafts import Draft, DraftItem, DraftLine
from district_desk.domain.due_phrases import read_phrase
from district_desk.domain.items import Item
from district_desk.ui.catalogue import words as w
from district_desk.ui.catalogue.record_form import RecordForm
from district_desk.ui.catalogue.tick_view import TickView
from district_desk.ui.places import PageKey
from district_desk.ui.widgets.ask import Question

FRIDAY = date(2023, 4, 14)


@pytest.fixture
def days(window, settled):
    window.go(PageKey.CATALOGUE)
    page = window.page(PageKey.CATALOGUE)
    page.choose(w.DAYS)
    settled()
    return page.days


@pytest.fixture
def line(window, settled):
    """Work given on 10/4/2023 for five working days, which is until 17/4."""
    desk = window.desk
    phrase, issued = "trong thời hạn 05 ngày làm việc", date(2023, 4, 10)
    item = Item(0, "1", text="Báo cáo kết quả", phrase=phrase, rule=read_phrase(phrase, issued=issued).to_text())
    unit = next(each for each in cataloguing.units(desk) if each.code == "PNV")
    directive = Directive(Source.OWN, number="77", symbol="UBND-VP", issued=issued, issuer="UBND", subject="Báo cáo")
    draft = dated(desk, Draft(directive, (DraftItem(1, item, lines=(DraftLine(unit.id),)),)))
    made = register(desk, draft)
    return desk.store.reading().find(Assignment, directive_id=made.directive_id)[0]


def stands(window, line):
    return window.desk.store.reading().get(Assignment, line.id).due


def fill(monkeypatch, **values):
    answer = classmethod(lambda cls, parent, title, record, specs: replace(record, **values))
    monkeypatch.setattr(RecordForm, "ask", answer)


def shown_and_answered(monkeypatch, answer):
    """The view as it would be shown is kept; ``answer`` says what the person does with it."""
    seen = []

    def look(view):
        seen.append(([[item.text(each) for each in range(5)] for item in view.items], view.yes.text()))
        return answer(view)

    monkeypatch.setattr(TickView, "exec", look)
    return seen


def test_the_shown_year_rests_on_its_notice(days):
    assert days.year == 2023
    assert days.standing.text() == "Năm 2023: theo thông báo 5034/TB-LĐTBXH."
    assert {days.model.row(place).day.year for place in range(days.model.rowCount())} == {2023}
    assert days.model.columns[-1].text(days.model.row(0)) == w.ANNOUNCED
    assert days.propose.text() == "Dự kiến năm 2027…", "the first year that is not announced"


def test_a_year_is_proposed_ticked_and_expected_until_it_is_confirmed(days, window, settled, monkeypatch):
    def leave_out_the_first(view):
        view.items[0].setCheckState(0, Qt.CheckState.Unchecked)
        return 1

    seen = shown_and_answered(monkeypatch, leave_out_the_first)
    days.propose.click()
    settled()
    assert seen[0][1] == "Ghi 12 ngày dự kiến"
    assert days.year == 2027
    assert days.model.rowCount() == 11
    assert "chưa xác nhận: 11 ngày dưới đây là dự kiến" in days.standing.text()
    assert days.model.columns[-1].text(days.model.row(0)) == w.EXPECTED

    fill(monkeypatch, basis="1/TB-BNV")
    days.confirm.click()
    settled()
    assert days.year == 2027
    assert days.standing.text() == "Năm 2027: theo thông báo 1/TB-BNV."
    assert window.desk.calendar.knows(date(2027, 5, 5))
    assert days.propose.text() == "Dự kiến năm 2028…"


def test_a_year_of_which_nothing_is_known_is_counted_with_weekends_alone(days):
    days._go_to(2044)
    assert days.model.rowCount() == 0
    assert "chỉ trừ thứ Bảy, Chủ nhật" in days.standing.text()


@pytest.mark.parametrize(("ticks", "due"), [(True, date(2023, 4, 18)), (False, date(2023, 4, 17))])
def test_a_day_off_moves_only_the_deadlines_that_are_ticked(days, window, settled, line, monkeypatch, ticks, due):
    assert line.due == date(2023, 4, 17)

    def answer(view):
        if not ticks:
            view._tick_none()
            assert view.yes.text() == "Ghi lịch, giữ nguyên hạn"
        return 1

    seen = shown_and_answered(monkeypatch, answer)
    fill(monkeypatch, day=FRIDAY, reason="nghỉ đột xuất")
    days.add()
    settled()

    cells, button = seen[0]
    ours = next(each for each in cells if each[2].startswith("77/UBND-VP"))
    assert ours[:2] == ["17/04/2023", "18/04/2023"]
    assert "05 ngày làm việc" in ours[3]
    assert button == f"Ghi lịch, dời {len(cells)} hạn"
    assert stands(window, line) == due
    assert not window.desk.calendar.is_working(FRIDAY)
    undo(window.desk)
    assert stands(window, line) == date(2023, 4, 17)
    assert window.desk.calendar.is_working(FRIDAY)


def test_thinking_better_of_it_changes_neither_calendar_nor_deadline(days, window, settled, line, monkeypatch):
    shown_and_answered(monkeypatch, lambda _view: 0)
    fill(monkeypatch, day=FRIDAY, reason="nghỉ đột xuất")
    days.add()
    settled()
    assert stands(window, line) == date(2023, 4, 17)
    assert window.desk.calendar.is_working(FRIDAY)


def test_a_worked_saturday_would_shorten_so_it_is_not_ticked_beforehand(days, window, settled, line, monkeypatch):
    seen = shown_and_answered(monkeypatch, lambda _view: 1)
    fill(monkeypatch, day=date(2023, 4, 15), kind=DayKind.WORKED, reason="làm bù")
    days.add()
    settled()
    assert seen[0][1] == "Ghi lịch, giữ nguyên hạn"
    assert window.desk.calendar.is_working(date(2023, 4, 15))
    assert stands(window, line) == date(2023, 4, 17)


def test_a_day_that_is_moved_or_dropped_is_previewed_too(days, window, settled, line, monkeypatch):
    seen = shown_and_answered(monkeypatch, lambda _view: 1)
    window.operations.run(lambda: cataloguing.put(window.desk, [DayOff(date(2023, 12, 1), DayKind.OFF, "gõ nhầm")]))
    settled()
    wrong = next(each for each in cataloguing.days_off(window.desk, 2023) if each.reason == "gõ nhầm")
    days.table.choose(wrong.id)
    fill(monkeypatch, day=FRIDAY)
    days._edit()
    settled()
    assert len(seen) == 1
    assert [each.day for each in cataloguing.days_off(window.desk, 2023) if each.reason == "gõ nhầm"] == [FRIDAY]
    assert stands(window, line) == date(2023, 4, 18)

    monkeypatch.setattr(Question, "ask", classmethod(lambda *args, **kwargs: True))
    days.table.choose(next(each.id for each in cataloguing.days_off(window.desk, 2023) if each.day == FRIDAY))
    days._drop()
    settled()
    assert len(seen) == 2
    assert window.desk.calendar.is_working(FRIDAY)
