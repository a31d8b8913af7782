"""Lịch năm in the window: steps ticked, edited, moved, added and dropped, late ones marked."""

from dataclasses import replace

import pytest

from district_desk.desk.reform.year import StepState, keep_steps, year_steps
from district_desk.domain.periodic_reports import CycleStep
from district_desk.ui.places import PageKey
from district_desk.ui.reform.checked_form import CheckedForm
from district_desk.ui.widgets.ask import Question


@pytest.fixture
def part(window, settled):
    """The part, for the index of the year before the example office's day."""
    window.go(PageKey.REFORM)
    page = window.page(PageKey.REFORM)
    page.open_part("year")
    page._turn_to(window.desk.today().year - 1)
    settled()
    return page.part("year")


def steps(window, part):
    return year_steps(window.desk, part.year)


def answers(monkeypatch, change):
    """The form is answered with the record as it stands, changed."""
    monkeypatch.setattr(CheckedForm, "answer", lambda form: (change(form.record), form.deleteLater())[0])


def test_the_space_bar_ticks_a_late_step_and_takes_the_tick_away(window, part, settled):
    first = steps(window, part)[0]
    assert first.state is StepState.LATE
    assert part.model.columns[-1].text(first) == f"Quá {first.days_late} ngày"
    part.table.setFocus()
    part.tick_action.trigger()
    settled()
    assert steps(window, part)[0].state is StepState.DONE
    assert part.foot() == f"Lịch năm {part.year} · xong 1/6 mốc"
    part.turn_tick()
    settled()
    assert steps(window, part)[0].state is StepState.LATE


def test_a_step_that_was_edited_is_an_example_no_longer(window, part, settled, monkeypatch):
    assert part.model.columns[1].text(steps(window, part)[0]).startswith("Ví dụ: ")
    answers(monkeypatch, lambda told: replace(told, month_day="5/11", who="Văn phòng"))
    part.edit_step()
    settled()
    kept = steps(window, part)[0].step
    assert (kept.month_day, kept.who, kept.is_example) == ("11-05", "Văn phòng", 0)


def test_steps_are_added_moved_and_dropped(window, part, settled, monkeypatch):
    answers(monkeypatch, lambda told: replace(told, title="Họp rà soát", month_day="15/2", year_offset=1))
    part.add_step()
    settled()
    added = steps(window, part)[-1].step
    part.table.choose(added.id)
    part.up_action.trigger()
    settled()
    assert steps(window, part)[-2].step.title == "Họp rà soát"
    assert part.table.current_id() == added.id
    monkeypatch.setattr(Question, "ask", lambda *_, **__: True)
    part.drop_step()
    settled()
    assert added.id not in [each.step.id for each in steps(window, part)]


def test_a_day_that_is_none_is_said_in_the_form(window, part, monkeypatch):
    faults = []

    def answer(form):
        form.entries["month_day"].setText("31/2")
        form._try()
        faults.append(form._rows["month_day"].fault)
        form.deleteLater()

    monkeypatch.setattr(CheckedForm, "answer", answer)
    part.edit_step()
    assert "“31/2” không phải là một ngày" in faults[0]
    assert all(isinstance(each.step, CycleStep) and each.step.is_example for each in steps(window, part))


def test_an_empty_calendar_says_how_to_begin(window, part, settled, monkeypatch):
    monkeypatch.setattr(Question, "ask", lambda *_, **__: True)
    for _ in range(6):
        part.drop_step()
        settled()
    assert part._stack.currentIndex() == 1
    assert not part.tick_action.isEnabled()
    assert part.add_action.isEnabled()


def test_the_day_tells_what_of_the_year_is_due_and_opens_it(window, part, settled):
    desk = window.desk
    today = desk.today()
    keep_steps(desk, [CycleStep("Họp rà soát", f"{today:%m-%d}"), *(each.step for each in steps(window, part))])
    window.go(PageKey.TODAY)
    page = window.page(PageKey.TODAY)
    page.refresh()
    settled()
    assert page.reform.told.text() == f"Cải cách hành chính: Họp rà soát (hạn {today:%d/%m/%Y})."
    page.reform._open()
    settled()
    assert window.page(PageKey.REFORM).year == today.year
    assert window.page(PageKey.REFORM).part("year").isVisible()
