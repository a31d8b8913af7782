"""Tables are made and changed by numbered files alone; a file of an earlier version is brought up to date, copied first."""

import gzip
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from district_desk.domain.assignments import Assignment, Event, State, standing
from district_desk.domain.changes import Entity
from district_desk.domain.directives import Attachment
from district_desk.domain.units import Unit
from district_desk.store import Store, schema, snapshots
from district_desk.store.checking import check
from district_desk.store.connections import APPLICATION_ID, open_plain


def test_the_files_are_numbered_from_one_without_a_gap():
    assert [number for number, _ in schema.migrations()] == list(range(1, len(schema.migrations()) + 1))
    assert all(name[4] == "_" for _, name in schema.migrations())


def test_a_new_file_has_the_last_version_and_our_mark(store, path):
    with closing(open_plain(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone()[0] == schema.migrations()[-1][0]
        assert connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"


def test_every_table_is_strict_and_every_link_has_an_index(store, path):
    with closing(open_plain(path)) as connection:
        ours = [
            row for row in connection.execute("PRAGMA table_list") if row[1][0] != "_" and "search_words" not in row[1]
        ]
        tables = [row[1] for row in ours if row[2] == "table" and not row[1].startswith("sqlite_")]
        loose = [row[1] for row in ours if row[1] in tables and not row[5]]
        unindexed = []
        for table in tables:
            firsts = set()
            for index in connection.execute(f"PRAGMA index_list({table})").fetchall():
                firsts.add(connection.execute(f"PRAGMA index_info({index[1]})").fetchone()[2])
            keys = connection.execute(f"PRAGMA foreign_key_list({table})").fetchall()
            unindexed += [f"{table}.{key[3]}" for key in keys if key[3] not in firsts]
            assert all(key[6] == "RESTRICT" for key in keys)

    assert len(tables) > 17
    assert loose == []
    assert unindexed == []


@pytest.fixture
def with_a_next_version(monkeypatch):
    """The program as it will be when a second numbered file is there."""

    def add(sql):
        there = schema.migrations()
        last = there[-1][0] + 1
        read = schema.read_migration
        monkeypatch.setattr(schema, "migrations", lambda: (*there, (last, f"{last:04}_next.sql")))
        monkeypatch.setattr(schema, "read_migration", lambda name: sql if name.endswith("_next.sql") else read(name))
        return last

    return add


def test_an_earlier_file_is_copied_and_brought_up_to_date(clerk, store, path, at, with_a_next_version):
    unit = clerk.unit()
    store.close()
    last = with_a_next_version("CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT; INSERT INTO later VALUES (7);")
    store = Store.open(path, at=at)

    assert store.reading().find(Unit) == [unit]
    assert [snapshot.reason for snapshot in snapshots.snapshots(path.parent)] == ["before-migration"]
    store.close()
    with closing(open_plain(path)) as connection:
        assert connection.execute("SELECT id FROM later").fetchall() == [(7,)]
        assert connection.execute("PRAGMA user_version").fetchone()[0] == last
    Store.open(path, at=at).close()

    assert len(snapshots.snapshots(path.parent)) == 1


def test_a_migration_that_fails_leaves_the_file_as_it_was(clerk, store, path, at, with_a_next_version):
    unit = clerk.unit()
    store.close()
    last = with_a_next_version("CREATE TABLE later (id INTEGER) STRICT; INSERT INTO nowhere VALUES (1);")
    with pytest.raises(Exception, match="no such table: nowhere"):
        Store.open(path, at=at)
    with closing(open_plain(path)) as connection:
        assert connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'later'").fetchone()[0] == 0
        assert connection.execute("PRAGMA user_version").fetchone()[0] == last - 1
        assert connection.execute("SELECT uid FROM unit").fetchall() == [(unit.uid,)]


RELEASED = Path(__file__).parent / "released"


@pytest.mark.parametrize("version", sorted(path.name for path in RELEASED.glob("*.gz")))
def test_a_file_of_every_released_version_is_brought_up_to_date_and_all_that_it_tells_is_kept(version, path, at):
    path.write_bytes(gzip.decompress((RELEASED / version).read_bytes()))
    with closing(open_plain(path)) as connection:
        told = {table: _rows(connection, table) for table in _records(connection)}
    store = Store.open(path, at=at)
    reader = store.reading()

    with closing(open_plain(path)) as connection:
        for table, rows in told.items():
            assert _rows(connection, table, ", ".join(f'"{name}"' for name in rows[0])) == rows
    assert _differences(path) == []
    assert [snapshot.reason for snapshot in snapshots.snapshots(path.parent)] == ["before-migration"]
    states = [standing(line, reader.find(Event, assignment_id=line.id), date(2023, 4, 21)).state
              for line in reader.find(Assignment)]  # fmt: skip
    assert states == [State.DONE_IN_TIME, State.OVERDUE, State.RUNNING_NO_DUE]
    assert reader.find(Attachment, event_id=None)[0].name == "04-CT-UBND.pdf"
    store.close()


@pytest.mark.parametrize("version", sorted(path.name for path in RELEASED.glob("*.gz")))
def test_what_an_earlier_version_wrote_can_still_be_taken_back(version, path, at):
    path.write_bytes(gzip.decompress((RELEASED / version).read_bytes()))
    store = Store.open(path, at=at)
    extended = store.reading().can_undo()
    store.undo(officer="Nguyễn Thị Hoà", at=at)
    store.undo(officer="Nguyễn Thị Hoà", at=at)

    assert extended.kind == "extend"
    assert store.reading().find(Event) == []
    assert _differences(path) == []
    store.close()


def _records(connection):
    there = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    return [entity.value for entity in Entity if entity.value in there]


def _rows(connection, table, columns="*"):
    cursor = connection.execute(f"SELECT {columns} FROM {table} ORDER BY id")
    names = tuple(column[0] for column in cursor.description)
    return [names, *cursor.fetchall()]


def _differences(path):
    """What the check finds, but for the attachments' files, which are not shipped."""
    return [finding for finding in check(path) if finding.fact != "file_missing"]
