"""The laws of the journal: all or nothing, every change told, anything taken back and done again, even next week."""

import shutil
import tempfile
import time
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from district_desk.domain.assignments import Assignment, Event, EventKind
from district_desk.domain.changes import Entity
from district_desk.domain.directives import Directive
from district_desk.domain.items import Item
from district_desk.domain.problems import NotFound, NothingToUndo, UndoRefused
from district_desk.domain.units import Unit
from district_desk.store import Store
from district_desk.store.checking import check

AT = datetime(2023, 4, 3, 8, 15)
WHO = {"officer": "Nguyễn Thị Hoà", "at": AT}


def all_rows(store):
    """Every record of the kinds that the machine below writes."""
    reader = store.reading()
    return {(kind, one.id): one for kind in (Directive, Item, Unit) for one in reader.find(kind)}


def fail_half_way(store):
    with store.writing("fail", **WHO) as writing:
        directive = writing.put(Directive(subject="nửa chừng"))
        writing.put(Item(directive.id, text=str(1 // 0)))


class Office(RuleBasedStateMachine):
    """Writes, mistakes, undo, redo and restarts in any order, against a list of what the office looked like."""

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "office.sqlite"
        self.store = Store.create(self.path)
        self.past = [{}]
        self.future = []

    def teardown(self):
        self.store.close()
        shutil.rmtree(self.folder)

    def keep(self, state):
        self.past.append(state)
        self.future = []

    @rule(subjects=st.lists(st.text("aăâđ ế", max_size=8), min_size=1, max_size=3), items=st.integers(0, 3))
    def enter(self, subjects, items):
        state = dict(self.past[-1])
        with self.store.writing("register", **WHO) as writing:
            for subject in subjects:
                directive = writing.put(Directive(subject=subject))
                state[Directive, directive.id] = directive
                for position in range(items):
                    item = writing.put(Item(directive.id, text=subject, position=position))
                    state[Item, item.id] = item
        self.keep(state)

    @precondition(lambda self: self.past[-1])
    @rule(data=st.data(), text=st.text("aăâđ ế", max_size=8))
    def correct(self, data, text):
        state = dict(self.past[-1])
        key = data.draw(st.sampled_from(sorted(state, key=str)))
        field = "subject" if key[0] is Directive else "text"
        with self.store.writing("correct", **WHO) as writing:
            once = writing.put(replace(state[key], **{field: text + "!"}))
            state[key] = writing.put(replace(once, **{field: text}))
        if writing.changes:
            self.keep(state)

    @precondition(lambda self: any(key[0] is Item for key in self.past[-1]))
    @rule(data=st.data())
    def drop_an_item(self, data):
        state = dict(self.past[-1])
        key = data.draw(st.sampled_from([key for key in sorted(state, key=str) if key[0] is Item]))
        with self.store.writing("drop_item", **WHO) as writing:
            writing.drop(state.pop(key))
        self.keep(state)

    @rule()
    def fail_half_way(self):
        with pytest.raises(ZeroDivisionError):
            fail_half_way(self.store)

    @rule()
    def undo(self):
        if len(self.past) == 1:
            with pytest.raises(NothingToUndo):
                self.store.undo(**WHO)
        else:
            self.store.undo(**WHO)
            self.future.append(self.past.pop())

    @rule()
    def redo(self):
        if self.future:
            self.store.redo(**WHO)
            self.past.append(self.future.pop())
        else:
            with pytest.raises(NothingToUndo):
                self.store.redo(**WHO)

    @rule()
    def restart(self):
        self.store.close()
        self.store = Store.open(self.path)

    @invariant()
    def the_office_looks_as_it_should(self):
        reader = self.store.reading()

        assert all_rows(self.store) == self.past[-1]
        assert (reader.can_undo() is not None) == (len(self.past) > 1)
        assert (reader.can_redo() is not None) == bool(self.future)

    @invariant()
    def lists_and_search_agree(self):
        assert check(self.path) == []


TestAnyOrderOfWork = Office.TestCase
TestAnyOrderOfWork.settings = settings(max_examples=10, stateful_step_count=15, deadline=None, derandomize=True)


def test_an_error_in_the_block_leaves_nothing_behind(clerk, store, path):
    unit = clerk.unit()
    with pytest.raises(ZeroDivisionError):
        fail_half_way(store)

    assert store.reading().find(Unit) == [unit]
    assert store.reading().search("nửa") == []
    assert len(store.reading().operations()) == 1
    assert check(path) == []


def test_undo_names_what_was_done_and_redo_does_it_again_after_a_restart(clerk, store, path):
    unit = clerk.unit()
    with clerk.writing("rename_unit") as writing:
        writing.put(replace(unit, name="Phòng Nội vụ và Lao động"))
        writing.note(subject="Phòng Nội vụ", count=1)
    store.close()
    store = Store.open(path, machine="PC-VP-02")
    undone = store.undo(**WHO)

    assert (undone.operation, undone.subject, undone.ids(Entity.UNIT)) == (
        "undo:rename_unit",
        "Phòng Nội vụ",
        {unit.id},
    )
    assert store.reading().get(Unit, unit.id) == unit
    store.close()
    store = Store.open(path)
    again = store.redo(**WHO)

    assert again.operation == "redo:rename_unit"
    assert store.reading().get(Unit, unit.id).name == "Phòng Nội vụ và Lao động"
    assert [line.kind for line in store.reading().operations()] == [
        "redo:rename_unit", "undo:rename_unit", "rename_unit", "add_unit",
    ]  # fmt: skip
    assert [line.machine for line in store.reading().operations()] == ["", "PC-VP-02", "PC-VP-01", "PC-VP-01"]
    store.close()


def test_something_new_ends_what_could_be_done_again(clerk, store):
    clerk.unit()
    store.undo(**WHO)
    clerk.unit("TC", "Phòng Tài chính")

    assert store.reading().can_redo() is None
    with pytest.raises(NothingToUndo):
        store.redo(**WHO)


def test_an_older_operation_is_taken_back_by_itself_as_long_as_its_rows_are_as_it_left_them(clerk, store):
    first, second = clerk.unit("A", "Một"), clerk.unit("B", "Hai")
    operation = store.reading().operations()[1]
    store.undo_operation(operation.id, **WHO)

    assert store.reading().find(Unit) == [second]
    assert store.reading().operation(operation.id).undone
    with pytest.raises(NothingToUndo):
        store.undo_operation(operation.id, **WHO)
    store.undo_operation(store.reading().operations()[0].id, **WHO)

    assert store.reading().find(Unit) == [first, second]
    assert not store.reading().operation(operation.id).undone


def test_undoing_a_redo_takes_the_work_back_again_and_the_chain_stays_true(clerk, store):
    unit = clerk.unit()
    store.undo(**WHO)
    redone = store.redo(**WHO)
    store.undo_operation(redone.journal_id, **WHO)

    assert store.reading().find(Unit) == []
    assert store.reading().can_undo() is None
    store.redo(**WHO)

    assert store.reading().find(Unit) == [unit]
    assert store.reading().can_undo().kind == "add_unit"


def test_undo_is_refused_by_the_name_of_what_changed_the_row_since(clerk, store):
    unit = clerk.unit()
    made = store.reading().can_undo()
    with clerk.writing("rename_unit") as writing:
        renamed = writing.put(replace(unit, name="Phòng khác"))
    with pytest.raises(UndoRefused) as seen:
        store.undo_operation(made.id, **WHO)

    assert (seen.value.operation, seen.value.changed_by) == ("add_unit", "rename_unit")
    assert store.reading().find(Unit) == [renamed]
    assert len(store.reading().operations()) == 2


def test_undo_is_refused_where_something_newer_leans_on_the_row(clerk, store, path):
    directive, unit = clerk.directive(), clerk.unit()
    made = store.reading().can_undo()
    clerk.line(clerk.item(directive), unit)
    with pytest.raises(UndoRefused) as seen:
        store.undo_operation(made.id, **WHO)

    assert (seen.value.operation, seen.value.changed_by) == ("add_unit", "assign_items")
    assert check(path) == []


def test_an_operation_that_is_not_there_is_named(store):
    with pytest.raises(NotFound):
        store.undo_operation(12, **WHO)


def test_five_hundred_rows_are_taken_back_and_done_again_as_one(clerk, store, path):
    directive, unit = clerk.directive(), clerk.unit()
    items = [clerk.item(directive, position=position) for position in range(3)]
    started = time.perf_counter()
    with clerk.writing("assign_items") as writing:
        for number in range(500):
            line = Assignment(items[number % 3].id, directive.id, unit.id, due=date(2023, 5, 1) + timedelta(number))
            writing.put(line)
    took = time.perf_counter() - started

    assert took < 3, "ten times what it takes on a quiet machine"
    store.undo(**WHO)

    assert store.reading().find(Assignment) == []
    store.redo(**WHO)

    assert len(store.reading().find(Assignment)) == 500
    assert check(path) == []


def test_the_history_of_a_record_tells_each_field_from_its_making_to_its_end(clerk, store):
    unit = clerk.unit()
    with clerk.writing("rename_unit") as writing:
        renamed = writing.put(replace(unit, name="Phòng khác", valid_to=date(2023, 12, 31)))
    with clerk.writing("drop_unit") as writing:
        writing.drop(renamed)
    told = [
        (line.operation.kind, line.field, line.before, line.after)
        for line in store.reading().history_of(Entity.UNIT, unit.id)
    ]

    assert told == [
        ("add_unit", "uid", "", str(unit.uid)),
        ("rename_unit", "name", "Phòng Nội vụ", "Phòng khác"),
        ("rename_unit", "valid_to", "", "2023-12-31"),
        ("drop_unit", "uid", str(unit.uid), ""),
    ]


def test_the_journal_is_read_newest_first_in_parts(clerk, store):
    for number in range(5):
        clerk.unit(str(number))
    first = store.reading().operations(2)
    rest = store.reading().operations(10, before=first[-1].id)

    assert [line.id for line in first + rest] == [5, 4, 3, 2, 1]
    assert (first[0].officer, first[0].at, first[0].count) == ("Nguyễn Thị Hoà", AT, 1)


def test_an_event_is_taken_back_and_the_line_stands_as_before(clerk, store, path):
    directive = clerk.directive()
    line = clerk.line(clerk.item(directive), clerk.unit(), due=date(2023, 5, 1))
    with clerk.writing("accept") as writing:
        writing.put(Event(line.id, EventKind.ACCEPTED, date(2023, 4, 20)))

    assert store.reading().directive_rows([directive.id], date(2023, 6, 1))[0].done == 1
    store.undo(**WHO)
    row = store.reading().directive_rows([directive.id], date(2023, 6, 1))[0]

    assert (row.done, row.overdue, row.next_due) == (0, 1, date(2023, 5, 1))
    assert check(path) == []
