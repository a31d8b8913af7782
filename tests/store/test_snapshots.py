"""Snapshots are whole, checked and thinned; restoring one is a single step that either happens or does not."""

import shutil
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from district_desk.domain.problems import NotFound, Unopenable, UnopenableOffice
from district_desk.domain.units import Unit
from district_desk.store import Store, snapshots
from district_desk.store.checking import check


def names(store):
    return [snapshot.name for snapshot in snapshots.snapshots(store.path.parent)]


def test_a_snapshot_says_when_and_why_and_holds_every_row(clerk, store, path):
    unit = clerk.unit()
    taken = store.snapshot(at=datetime(2023, 4, 3, 17, 5, 9))
    copy = path.parent / "snapshots" / taken.name

    assert (taken.name, taken.reason, taken.size) == ("20230403-170509-manual.sqlite", "manual", copy.stat().st_size)
    assert snapshots.snapshots(path.parent) == [taken]
    assert check(copy) == []
    kept = Store.open(copy)

    assert kept.reading().get(Unit, unit.id) == unit
    kept.close()


def test_two_in_one_second_do_not_meet(store, at):
    first, second = store.snapshot(at=at), store.snapshot(at=at)

    assert names(store) == sorted([first.name, second.name], reverse=True)
    assert len({first.name, second.name}) == 2


def test_the_first_change_of_a_day_keeps_how_the_last_one_left_the_office(clerk, store, path, at):
    unit = clerk.unit()
    assert names(store) == [], "a new office has nothing to keep"
    for hour in (1, 2):
        with clerk.writing("rename_unit", at=at + timedelta(days=1, hours=hour)) as writing:
            writing.put(replace(unit, name=f"Tên {hour}"))

    assert names(store) == ["20230404-091500-daily.sqlite"]
    kept = Store.open(path.parent / "snapshots" / names(store)[0])

    assert kept.reading().find(Unit) == [unit]
    kept.close()


def test_daily_ones_are_thinned_to_days_weeks_and_months_and_others_stay(tmp_path):
    folder = tmp_path / "snapshots"
    folder.mkdir()
    today = date(2023, 12, 29)
    for back in range(500):
        day = today - timedelta(days=back)
        for hour in ("08", "09"):
            (folder / f"{day:%Y%m%d}-{hour}0000-daily.sqlite").touch()
    (folder / "20200101-080000-manual.sqlite").touch()
    (folder / "20200101-080000-before-restore.sqlite").touch()
    (folder / "notes.txt").touch()
    snapshots.thin(tmp_path, today)
    left = snapshots.snapshots(tmp_path)
    ages = [(today - one.taken.date()).days for one in left if one.reason == "daily"]

    assert ages[:14] == list(range(14))
    assert all(one.taken.hour == 9 for one in left if one.reason == "daily")
    assert len([age for age in ages if age < 56]) in (14 + 6, 14 + 7)
    assert len(ages) in range(14 + 6 + 9, 14 + 7 + 12)
    assert max(ages) < 365
    assert sorted(one.reason for one in left if one.reason != "daily") == ["before-restore", "manual"]
    assert (folder / "notes.txt").exists()


def test_restoring_brings_back_the_day_and_keeps_what_was_there(clerk, store, path, at):
    unit = clerk.unit()
    taken = store.snapshot(at=at)
    with clerk.writing("rename_unit") as writing:
        renamed = writing.put(replace(unit, name="Phòng khác"))
    store.close()
    before = snapshots.restore(path, taken.name, at + timedelta(hours=1))
    again = Store.open(path)

    assert again.reading().find(Unit) == [unit]
    again.close()
    assert check(path) == []
    snapshots.restore(path, before.name, at + timedelta(hours=2))
    back = Store.open(path)

    assert back.reading().find(Unit) == [renamed]
    assert before.reason == "before-restore"
    back.close()


def test_a_log_left_by_a_killed_program_is_not_read_into_the_restored_file(clerk, store, path, at, tmp_path):
    unit = clerk.unit()
    taken = store.snapshot(at=at)
    with clerk.writing("rename_unit") as writing:
        renamed = writing.put(replace(unit, name="Phòng khác"))
    killed = tmp_path / "killed"
    killed.mkdir()
    for file in (path, path.with_name("office.sqlite-wal")):
        shutil.copy(file, killed / file.name)
    shutil.copytree(path.parent / "snapshots", killed / "snapshots")
    before = snapshots.restore(killed / path.name, taken.name, at + timedelta(hours=1))
    again, kept = Store.open(killed / path.name), Store.open(killed / "snapshots" / before.name)

    assert again.reading().find(Unit) == [unit]
    assert kept.reading().find(Unit) == [renamed], "the log belonged to what was put aside"
    again.close()
    kept.close()


def test_a_damaged_office_is_restored_and_its_bytes_are_kept(clerk, store, path, at):
    unit = clerk.unit()
    taken = store.snapshot(at=at)
    store.close()
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)
    damaged = path.read_bytes()
    before = snapshots.restore(path, taken.name, at)

    assert before.reason == "damaged"
    assert (path.parent / "snapshots" / before.name).read_bytes() == damaged
    store = Store.open(path)
    assert store.reading().find(Unit) == [unit]
    store.close()


def test_an_office_whose_file_is_gone_is_restored(clerk, store, path, at):
    clerk.unit()
    taken = store.snapshot(at=at)
    store.close()
    path.unlink()
    snapshots.restore(path, taken.name, at)

    assert check(path) == []


@pytest.mark.parametrize("name", ["20230403-081500-daily.sqlite", "../office.sqlite", "office.sqlite", ""])
def test_a_snapshot_that_is_not_there_is_named(store, path, at, name):
    store.close()
    with pytest.raises(NotFound) as seen:
        snapshots.restore(path, name, at)

    assert (seen.value.what, seen.value.name) == ("snapshot", name)


def test_a_damaged_snapshot_is_refused_and_the_office_is_as_it_was(clerk, store, path, at):
    clerk.unit()
    taken = store.snapshot(at=at)
    store.close()
    copy = path.parent / "snapshots" / taken.name
    size = copy.stat().st_size
    with copy.open("r+b") as file:
        file.seek(8192)
        file.write(b"\xff" * (size - 8192))
    before = path.read_bytes()
    with pytest.raises(UnopenableOffice) as seen:
        snapshots.restore(path, taken.name, at)

    assert seen.value.reason is Unopenable.DAMAGED
    assert path.read_bytes() == before
    assert sorted(file.name for file in path.parent.iterdir()) == ["office.sqlite", "snapshots"]


def test_a_snapshot_that_cannot_be_finished_leaves_no_half_of_it(clerk, store, path, at, monkeypatch):
    clerk.unit()

    def fail(_connection, checked):
        raise UnopenableOffice(checked.parent, Unopenable.DAMAGED, "page 7")

    monkeypatch.setattr(snapshots, "check_pages", fail)
    with pytest.raises(UnopenableOffice):
        store.snapshot(at=at)

    assert list((path.parent / "snapshots").iterdir()) == []
