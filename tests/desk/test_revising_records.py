"""Sửa: one press of Lưu is one operation, whatever it touched, and one undo takes it back whole."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from district_desk.desk import Desk
from district_desk.desk.assigning import assign_as_read
from district_desk.desk.keeping import redo, undo, undoable
from district_desk.desk.listing import directive_view
from district_desk.desk.registering import Registered, pass_on
from district_desk.desk.revising import draft_of_record, revise
from district_desk.desk.sentences import done_label, undo_label
from district_desk.domain import draft_moves
from district_desk.domain.assignments import Assignment, Event, EventKind, Role, State
from district_desk.domain.changes import Entity
from district_desk.domain.directives import Attachment
from district_desk.domain.drafts import Draft, DraftItem, DraftLine
from district_desk.domain.items import Item
from district_desk.domain.problems import InUse, NotFound
from district_desk.domain.units import Unit


@pytest.fixture
def opened(desk: Desk, enter: Callable[..., Registered], directive: Path) -> Draft:
    """The example directive, entered, given as it says, and opened again."""
    entered = enter(directive)
    assign_as_read(desk, entered.directive_id)
    return draft_of_record(desk, entered.directive_id)


def _item(draft: Draft, path: str) -> DraftItem:
    return next(each for each in draft.items if each.item.path == path)


def _with(draft: Draft, changed: DraftItem) -> Draft:
    return replace(draft, items=tuple(changed if each.key == changed.key else each for each in draft.items))


def _without(draft: Draft, path: str) -> Draft:
    return replace(draft, items=tuple(each for each in draft.items if each.item.path != path))


def _lines(desk: Desk, item_id: int) -> list[Assignment]:
    return desk.store.reading().find(Assignment, item_id=item_id)


def _note_progress(desk: Desk, line: Assignment) -> None:
    with desk.writing("note_progress") as writing:
        writing.put(Event(line.id, EventKind.PROGRESS, desk.today(), text="đang làm"))


def _revised(opened: Draft) -> Draft:
    """Fields, an item's words and limit, a line fewer, a new item below an old one, an item gone."""
    first = _item(opened, "1.a")
    moved = replace(first, item=replace(first.item, due=date(2023, 4, 25)), lines=first.lines[1:])
    draft = _without(_with(opened, moved), "3")
    below = DraftItem(9_000_001, Item(0, "2.x", "", "Báo cáo dự toán"), _item(opened, "2").key, first.lines[:2])
    draft = replace(draft, items=(*draft.items, below))
    return replace(draft, directive=replace(draft.directive, signer="Trần Thị Khác"), text=draft.text + "\nThêm.")


def test_everything_that_was_corrected_is_one_operation_of_the_journal(desk: Desk, opened: Draft) -> None:
    before = len(desk.store.reading().operations())

    done = revise(desk, opened, _revised(opened))

    assert len(desk.store.reading().operations()) == before + 1
    assert done_label(done) == "Đã sửa văn bản 15/CT-UBND"
    assert undo_label(undoable(desk)) == "Hoàn tác: sửa văn bản 15/CT-UBND"
    assert done.concern(Entity.DIRECTIVE)
    assert done.concern(Entity.ITEM)
    assert done.concern(Entity.ASSIGNMENT)
    assert done.concern(Entity.DOCUMENT_TEXT)
    view = directive_view(desk, opened.directive.id)
    assert (view.directive.signer, view.text[-5:]) == ("Trần Thị Khác", "Thêm.")
    assert [item.path for item in view.items] == ["1", "1.a", "1.b", "2", "4", "2.x"]
    assert view.items[-1].parent_id == _item(opened, "2").key
    assert len(view.lines[view.items[-1].id]) == 2
    assert len(view.lines[_item(opened, "1.a").key]) == 16


def test_one_undo_takes_a_correction_back_whole_and_one_redo_makes_it_again(desk: Desk, opened: Draft) -> None:
    revise(desk, opened, _revised(opened))
    corrected = draft_of_record(desk, opened.directive.id)

    undo(desk)
    assert draft_of_record(desk, opened.directive.id) == opened

    redo(desk)
    assert draft_of_record(desk, opened.directive.id) == corrected


def test_nothing_changed_writes_nothing(desk: Desk, opened: Draft) -> None:
    before = len(desk.store.reading().operations())

    assert not revise(desk, opened, opened)
    assert len(desk.store.reading().operations()) == before


def test_lines_follow_the_limit_of_their_item_unless_they_were_set_apart(desk: Desk, opened: Draft) -> None:
    item = _item(opened, "1.a")
    apart = _lines(desk, item.key)[3]
    with desk.writing("edit_assignment") as writing:
        writing.put(replace(apart, due=date(2023, 5, 5)))

    revise(desk, opened, _with(opened, replace(item, item=replace(item.item, due=date(2023, 4, 25)))))

    dues = {line.id: line.due for line in _lines(desk, item.key)}
    assert dues.pop(apart.id) == date(2023, 5, 5)
    assert set(dues.values()) == {date(2023, 4, 25)}


def test_a_line_on_which_something_happened_is_recalled_and_another_goes(desk: Desk, opened: Draft) -> None:
    item = _item(opened, "1.a")
    first, second, *_ = _lines(desk, item.key)
    _note_progress(desk, first)
    gone = {first.unit_id, second.unit_id}
    kept = tuple(line for line in item.lines if line.unit_id not in gone)

    revise(desk, opened, _with(opened, replace(item, lines=kept)))

    states = {
        row.assignment.id: row.standing.state for row in directive_view(desk, opened.directive.id).lines[item.key]
    }
    assert states[first.id] is State.RECALLED
    assert second.id not in states
    assert len(states) == 16


def test_a_recalled_line_is_not_opened_again_and_its_unit_may_be_given_the_item_anew(desk: Desk, opened: Draft) -> None:
    item = _item(opened, "1.a")
    recalled = _lines(desk, item.key)[0]
    _note_progress(desk, recalled)
    kept = tuple(line for line in item.lines if line.unit_id != recalled.unit_id)
    revise(desk, opened, _with(opened, replace(item, lines=kept)))

    again = draft_of_record(desk, opened.directive.id)
    reopened = _item(again, "1.a")
    assert recalled.unit_id not in {line.unit_id for line in reopened.lines}
    revise(desk, again, _with(again, replace(reopened, lines=(*reopened.lines, DraftLine(recalled.unit_id)))))

    of_unit = [line for line in _lines(desk, item.key) if line.unit_id == recalled.unit_id]
    assert [line.id == recalled.id for line in of_unit] == [True, False]


def test_a_changed_role_and_person_change_the_line_that_is_there(desk: Desk, opened: Draft) -> None:
    item = _item(opened, "2")
    lead = next(line for line in item.lines if line.role is Role.LEAD)
    others = tuple(line for line in item.lines if line != lead)
    before = {line.unit_id: line.id for line in _lines(desk, item.key)}

    changed = replace(lead, role=Role.SUPPORT, person="Lê Văn Mới")
    revise(desk, opened, _with(opened, replace(item, lines=(*others, changed))))

    stored = next(line for line in _lines(desk, item.key) if line.unit_id == lead.unit_id)
    assert (stored.id, stored.role, stored.person) == (before[lead.unit_id], Role.SUPPORT, "Lê Văn Mới")


def test_an_item_whose_lines_have_a_history_does_not_go_and_nothing_is_half_written(desk: Desk, opened: Draft) -> None:
    _note_progress(desk, _lines(desk, _item(opened, "1.b").key)[0])
    draft = replace(_without(opened, "1.b"), directive=replace(opened.directive, signer="Trần Thị Khác"))

    with pytest.raises(InUse):
        revise(desk, opened, draft)

    assert draft_of_record(desk, opened.directive.id) == opened


def test_two_items_made_one_give_their_lines_to_the_one_that_stays(desk: Desk, opened: Draft) -> None:
    merged = draft_moves.merge_with_previous(opened, _item(opened, "1.b").key)

    revise(desk, opened, merged)

    view = directive_view(desk, opened.directive.id)
    assert "1.b" not in {item.path for item in view.items}
    assert len(view.lines[_item(opened, "1.a").key]) == 17


def test_what_another_action_wrote_meanwhile_stays(desk: Desk, opened: Draft) -> None:
    """The correction used to put the whole record back as it was when it was opened."""
    pass_on(desk, [opened.directive.id], date(2023, 4, 3))

    revise(desk, opened, replace(opened, directive=replace(opened.directive, signer="Trần Thị Khác")))

    directive = directive_view(desk, opened.directive.id).directive
    assert (directive.signer, directive.passed_on) == ("Trần Thị Khác", date(2023, 4, 3))


def test_a_file_added_while_correcting_is_kept(desk: Desk, opened: Draft, tmp_path: Path) -> None:
    """It was taken in on the screen and then forgotten when the record was saved."""
    annex = tmp_path / "phụ lục.txt"
    annex.write_text("Phụ lục kèm theo", "utf-8")

    revise(desk, opened, replace(opened, file=str(annex)))

    names = [each.name for each in desk.store.reading().find(Attachment, directive_id=opened.directive.id)]
    assert sorted(names) == ["15-CT-UBND.txt", "phụ lục.txt"]


def test_a_record_that_went_meanwhile_is_told(desk: Desk, opened: Draft) -> None:
    missing = replace(opened, directive=replace(opened.directive, id=987))

    with pytest.raises(NotFound):
        revise(desk, missing, replace(missing, directive=replace(missing.directive, signer="Ai đó")))


def test_a_unit_given_while_correcting_has_the_day_of_giving_of_the_others(desk: Desk, opened: Draft) -> None:
    item = _item(opened, "4")
    revise(desk, opened, _with(opened, replace(item, lines=(DraftLine(desk.store.reading().find(Unit)[-1].id),))))

    assert {line.given for line in _lines(desk, item.key)} == {
        line.given for line in _lines(desk, _item(opened, "2").key)
    }
