"""A record comes out as it went in; what must not be is refused, with a problem where a person can help."""

import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from dataclasses import fields, replace
from datetime import date, datetime
from enum import IntEnum, StrEnum
from typing import get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from district_desk.domain.assignments import Role
from district_desk.domain.calendar import DayKind, DayOff
from district_desk.domain.changes import Entity
from district_desk.domain.directives import Directive, Reference, Source, Urgency
from district_desk.domain.office import Setting
from district_desk.domain.problems import BadValue, InUse, NotFound
from district_desk.domain.units import GroupMember, Unit, UnitGroup
from district_desk.store.codec import mapping_of_entity, record_type
from district_desk.store.connections import open_plain


def _value_of(hint):
    if type(None) in get_args(hint):
        return st.none() | _value_of(next(kind for kind in get_args(hint) if kind is not type(None)))
    if issubclass(hint, (StrEnum, IntEnum)):
        return st.sampled_from(hint)
    if hint is int:
        return st.integers(0, 2**62)
    if hint is date:
        return st.dates()
    if hint is datetime:
        return st.datetimes()
    return st.text(st.characters(exclude_categories=["Cs"]))


@pytest.mark.parametrize("entity", list(Entity))
def test_every_record_is_the_same_after_a_row_and_an_image(entity):
    kind = record_type(entity)
    hints = get_type_hints(kind)
    mapping = mapping_of_entity(entity)

    @given(st.builds(kind, **{one.name: _value_of(hints[one.name]) for one in fields(kind)}))
    def comes_back(record):
        row = mapping.row(record)
        read = mapping.record_of(row)

        assert mapping.row(read) == row
        assert mapping.row_of_image(mapping.image(row)) == row
        assert type(read) is kind

    comes_back()


@pytest.mark.parametrize("entity", list(Entity))
def test_a_table_has_the_fields_of_its_record_and_no_other(entity, store, path):
    with closing(open_plain(path)) as connection:
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({entity.value})")]

    assert sorted(columns) == sorted(one.name for one in fields(record_type(entity)))


@pytest.mark.parametrize("entity", list(Entity))
def test_a_table_takes_every_member_of_an_enumeration_and_nothing_else(entity, store, path):
    hints = get_type_hints(record_type(entity))
    with closing(open_plain(path)) as connection:
        sql = connection.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (entity.value,)).fetchone()[0]
    for name, hint in hints.items():
        if isinstance(hint, type) and issubclass(hint, StrEnum):
            allowed = sql.split(f"{name} IN (")[1].split(")")[0]

            assert {word.strip(" \n'") for word in allowed.split(",")} == {str(member) for member in hint}


def test_a_record_is_read_as_it_was_put_with_an_id_and_a_uid_of_eighteen_digits(clerk, store):
    put = clerk.directive(urgency=Urgency.EXPRESS, source=Source.OWN, reply_due=date(2023, 5, 1))

    assert store.reading().get(Directive, put.id) == put
    assert len(str(put.uid)) == 18
    assert store.reading().by_uid(put.uid) == (Entity.DIRECTIVE, put.id)
    assert store.reading().by_uid(10**17) is None


def test_text_is_kept_in_nfc(clerk):
    assert clerk.unit(name="Pho\u0300ng No\u0323\u0302i vu\u0323").name == "Phòng Nội vụ"


def test_putting_what_is_already_so_writes_nothing(clerk, store):
    put = clerk.directive()
    with clerk.writing("correct_directive") as writing:
        again = writing.put(put)

    assert again == put
    assert not writing.changes
    assert [done.kind for done in store.reading().operations()] == ["register"]


def test_changes_name_every_record_that_was_touched(clerk):
    with clerk.writing("add_units") as writing:
        units = [writing.put(Unit(code, code)) for code in ("A", "B")]
        writing.drop(units[0])
        writing.note(subject="hai đơn vị", count=2)

    assert writing.changes.ids(Entity.UNIT) == {unit.id for unit in units}
    assert (writing.changes.operation, writing.changes.subject, writing.changes.count) == ("add_units", "hai đơn vị", 2)
    assert writing.changes.journal_id


def test_records_change_only_inside_an_operation(clerk):
    with clerk.writing() as writing:
        unit = writing.put(Unit("A", "A"))
    with pytest.raises(RuntimeError, match="only inside"):
        writing.put(replace(unit, name="B"))
    with pytest.raises(RuntimeError, match="only inside"):
        writing.drop(unit)


def test_an_operation_inside_an_operation_is_a_fault_and_not_a_deadlock(clerk):
    with pytest.raises(RuntimeError, match="already being written"), clerk.writing(), clerk.writing("another"):
        pass


def test_what_an_operation_has_written_it_can_read_and_others_cannot_yet(clerk, store):
    with clerk.writing() as writing:
        unit = writing.put(Unit("A", "A"))

        assert writing.reader.get(Unit, unit.id) == unit
        assert store.reading().find(Unit) == []
    assert store.reading().find(Unit) == [unit]


def test_finding_by_fields_knows_none_and_order_and_refuses_other_names(clerk, store):
    for number, day in (("2", None), ("1", date(2023, 4, 1)), ("3", None)):
        clerk.directive(number=number, passed_on=day)
    reader = store.reading()

    assert [one.number for one in reader.find(Directive, "number", passed_on=None)] == ["2", "3"]
    assert [one.number for one in reader.find(Directive, "passed_on, number", source=Source.RECEIVED)] == [
        "2",
        "3",
        "1",
    ]
    with pytest.raises(LookupError):
        reader.find(Directive, "number; DROP TABLE unit")
    with pytest.raises(LookupError):
        reader.find(Directive, nonsense=1)


def test_many_leaves_out_what_is_not_there(clerk, store):
    units = [clerk.unit(code) for code in "AB"]

    assert store.reading().many(Unit, [units[1].id, 999, units[0].id]) == {unit.id: unit for unit in units}


def test_a_record_that_is_not_there_is_named(clerk, store):
    with pytest.raises(NotFound) as seen:
        store.reading().get(Directive, 7)
    assert (seen.value.what, seen.value.name) == ("directive", "7")
    with pytest.raises(NotFound), clerk.writing() as writing:
        writing.put(Unit("A", "A", id=7))


def test_a_uid_is_for_life(clerk):
    unit = clerk.unit()
    with pytest.raises(ValueError, match="another uid"), clerk.writing() as writing:
        writing.put(replace(unit, uid=10**17))


def test_what_must_be_the_only_one_of_its_kind_is_refused_by_field(clerk):
    with clerk.writing() as writing:
        writing.put(Setting("place", '"A"'))
    with pytest.raises(BadValue) as seen, clerk.writing() as writing:
        writing.put(Setting("place", '"B"'))
    assert (seen.value.field, seen.value.value) == ("key", "place")


def test_what_others_lean_on_is_not_dropped_and_says_how_many(clerk, store):
    directive, unit = clerk.directive(), clerk.unit()
    item = clerk.item(directive)
    clerk.line(item, unit)
    clerk.line(item, unit, role=Role.SUPPORT)
    with pytest.raises(InUse) as seen, clerk.writing() as writing:
        writing.drop(unit)

    assert (seen.value.what, seen.value.name, seen.value.count) == ("unit", "Phòng Nội vụ", 2)
    assert store.reading().get(Unit, unit.id) == unit


def test_a_row_that_leans_on_nothing_is_a_fault(clerk):
    with pytest.raises(sqlite3.IntegrityError), clerk.writing() as writing:
        writing.put(Reference(directive_id=5, notation="1/CT-UBND"))


def test_ids_are_never_given_twice(clerk):
    first = clerk.unit()
    with clerk.writing("drop_unit") as writing:
        writing.drop(first)

    assert clerk.unit().id > first.id


def test_several_threads_write_one_after_the_other(clerk, store):
    def add(number):
        with clerk.writing() as writing:
            group = writing.put(UnitGroup(f"G{number}", "Nhóm"))
            unit = writing.put(Unit(f"U{number}", "Đơn vị"))
            writing.put(GroupMember(group.id, unit.id))

    threads = [threading.Thread(target=add, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(store.reading().find(GroupMember)) == 8
    assert len(store.reading().operations()) == 8


def test_dates_are_compared_as_dates(clerk, store):
    with clerk.writing() as writing:
        for day in (date(2023, 9, 4), date(2023, 1, 2)):
            writing.put(DayOff(day, DayKind.OFF))

    assert [off.day.month for off in store.reading().find(DayOff, "day")] == [1, 9]


def test_reading_an_office_needs_neither_the_library_that_migrates_nor_any_other_slow_one(store, path):
    script = (
        "import sys; from pathlib import Path; from district_desk.store import Store\n"
        "from district_desk.domain.units import Unit\n"
        f"store = Store.open(Path({str(path)!r})); store.reading().find(Unit); store.close()\n"
        "print(sorted({'sqlite_utils', 'click', 'pluggy', 'dateutil'} & set(sys.modules)))"
    )
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert said.stdout.strip() == "[]"
