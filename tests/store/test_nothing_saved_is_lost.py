"""Full disks, pulled plugs, cut files, other programs: what was saved stays, and the person gets a reason."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from district_desk.domain.directives import Directive
from district_desk.domain.problems import DiskFull, FileBusy, ReadOnly, Unopenable, UnopenableOffice
from district_desk.domain.units import Unit
from district_desk.store import Store
from district_desk.store.checking import check
from district_desk.store.connections import open_plain
from district_desk.store.faults import explained
from district_desk.store.schema import current_version


def refused(path):
    """Why the file is not opened, and that not a byte of it was changed by the attempt."""
    before = path.read_bytes() if path.exists() else None
    with pytest.raises(UnopenableOffice) as seen:
        Store.open(path)

    assert (path.read_bytes() if path.exists() else None) == before
    assert seen.value.folder == path.parent
    return seen.value


KILLED = """
import os, signal, sys
from datetime import datetime
from pathlib import Path
from district_desk.domain.directives import Directive
from district_desk.domain.units import Unit
from district_desk.store import Store

store = Store.open(Path(sys.argv[1]))
at = {"officer": "A", "at": datetime(2023, 4, 3, 8)}
with store.writing("add_unit", **at) as writing:
    writing.put(Unit("A", "Đã lưu"))
with store.writing("register", **at) as writing:
    for number in range(3000):
        writing.put(Directive(number=str(number), subject="đang lưu dở " * 50))
    writing.reader.search("dang luu")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_process_killed_in_the_middle_of_a_save_loses_that_save_alone(store, path):
    store.close()
    killed = subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False)
    log = path.with_name("office.sqlite-wal")

    assert killed.returncode == -signal.SIGKILL
    assert log.stat().st_size > 1 << 20, "the half save had reached the disk"
    store = Store.open(path)

    assert [unit.name for unit in store.reading().find(Unit)] == ["Đã lưu"]
    assert store.reading().find(Directive) == []
    assert store.reading().search("dang luu") == []
    assert [done.kind for done in store.reading().operations()] == ["add_unit"]
    store.close()
    assert check(path) == []


def test_a_file_cut_in_half_is_refused_as_damaged_and_left_alone(clerk, store, path):
    _enter_many(clerk, 200)
    store.close()
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)

    assert refused(path).reason is Unopenable.DAMAGED


def test_pages_of_nonsense_after_a_crash_are_refused_as_damaged(clerk, store, path):
    _enter_many(clerk, 200)
    store.close()
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(8192)
        file.write(os.urandom(size - 8192))
    path.with_name("office.sqlite-wal").write_bytes(b"the log of a program that died")

    assert refused(path).reason is Unopenable.DAMAGED


def test_damage_met_while_reading_is_told_as_such(clerk, store, path):
    _enter_many(clerk, 200)
    store.close()
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(size // 2)
        file.write(b"\xff" * (size - size // 2))
    store = Store.open(path)
    with pytest.raises(UnopenableOffice) as seen:
        store.reading().find(Directive)
    store.close()

    assert seen.value.reason is Unopenable.DAMAGED


def test_a_file_of_a_newer_program_is_refused_naming_both_versions(store, path):
    store.close()
    with closing(open_plain(path)) as connection:
        connection.execute(f"PRAGMA user_version = {current_version() + 3}")
    why = refused(path)

    assert (why.reason, why.detail) == (Unopenable.NEWER, f"{current_version() + 3} > {current_version()}")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", Unopenable.DAMAGED),
        (b"SQLite format 3\x00", Unopenable.DAMAGED),
        (b"PK\x03\x04" * 99, Unopenable.NOT_AN_OFFICE),
    ],
)
def test_what_is_no_office_is_refused(path, content, reason):
    path.write_bytes(content)

    assert refused(path).reason is reason


def test_a_database_of_another_program_is_refused(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE directive (id)")

    assert refused(path).reason is Unopenable.NOT_AN_OFFICE


def test_a_file_that_is_not_there_is_refused_and_not_made(path):
    assert refused(path).reason is Unopenable.MISSING
    assert not path.exists()


def test_a_new_office_never_takes_the_place_of_one(store, path):
    with pytest.raises(UnopenableOffice) as seen:
        Store.create(path)

    assert seen.value.reason is Unopenable.EXISTS


def _enter_many(clerk, count):
    with clerk.writing() as writing:
        for number in range(count):
            writing.put(Directive(number=str(number), subject="đầy đĩa " * 100))


def test_a_full_disk_is_told_and_the_office_goes_on_when_there_is_room(clerk, store, path):
    kept = clerk.unit()
    connection = store._connection()
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFull) as seen:
        _enter_many(clerk, 2000)

    assert seen.value.path == path
    assert store.reading().find(Unit) == [kept]
    assert store.reading().find(Directive) == []
    connection.execute("PRAGMA max_page_count = 1000000")
    clerk.directive()

    assert len(store.reading().find(Directive)) == 1
    assert check(path) == []


def test_a_file_that_another_program_holds_is_told_as_busy(clerk, store, path):
    clerk.unit()
    store._connection().execute("PRAGMA busy_timeout = 1")
    with closing(open_plain(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(FileBusy):
            clerk.unit("TC")
        other.execute("ROLLBACK")

    assert clerk.unit("TC").id


def test_a_folder_that_may_not_be_written_is_told_as_read_only(store, path):
    store.close()
    folder = Path(tempfile.mkdtemp())
    shutil.copy(path, folder / "office.sqlite")
    folder.chmod(0o555)
    (folder / "office.sqlite").chmod(0o444)
    try:
        assert _as_somebody_else(lambda: Store.open(folder / "office.sqlite").reading().find(Unit)) == "ReadOnly"
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


def _as_somebody_else(act):
    """The name of the problem that ``act`` meets in a process without the rights of the administrator."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        name = "nothing"
        try:
            if os.getuid() == 0:
                os.setuid(65534)
            act()
        except Exception as error:  # noqa: BLE001 (its name is what is asked for)
            name = type(error).__name__
        os.write(writing, name.encode())
        os._exit(0)
    os.waitpid(child, 0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        return pipe.read()


@pytest.mark.parametrize(
    ("error", "problem"),
    [
        (OSError(28, "No space left on device"), DiskFull),
        (OSError(122, "Quota exceeded"), DiskFull),
        (PermissionError(13, "Permission denied"), ReadOnly),
        (OSError(30, "Read-only file system"), ReadOnly),
        (OSError(16, "Device or resource busy"), FileBusy),
    ],
)
def test_what_the_system_says_becomes_a_problem(path, error, problem):
    with pytest.raises(problem), explained(path):
        raise error


def test_what_windows_says_of_a_held_file_is_busy_and_not_forbidden(path):
    error = PermissionError(13, "The process cannot access the file")
    error.winerror = 32
    with pytest.raises(FileBusy), explained(path):
        raise error


def test_a_fault_of_ours_is_not_taken_for_the_machine(store, path):
    with pytest.raises(sqlite3.OperationalError), explained(path):
        store._connection().execute("SELECT nothing FROM nowhere")
    with pytest.raises(OSError, match="Bad file descriptor"), explained(path):
        os.close(-1)


def test_a_copy_of_the_bytes_of_an_open_office_misses_its_log_and_a_snapshot_does_not(clerk, store, path, at, tmp_path):
    for number in range(20):
        clerk.directive(str(number))
    shutil.copyfile(path, tmp_path / "copy.sqlite")
    taken = store.snapshot(at=at)

    def known(file):
        with closing(sqlite3.connect(file)) as connection:
            return connection.execute("SELECT count(*) FROM directive").fetchone()[0]

    assert known(tmp_path / "copy.sqlite") == 0, "the trap is real"
    assert known(tmp_path / "snapshots" / taken.name) == 20


def test_a_reader_is_not_kept_waiting_by_a_save(clerk, store):
    clerk.unit()
    with clerk.writing() as writing:
        writing.put(Unit("B", "Đang lưu"))

        assert len(store.reading().find(Unit)) == 1
    assert len(store.reading().find(Unit)) == 2


def test_after_closing_no_log_is_left_beside_the_file(clerk, store, path):
    clerk.unit()
    store.reading().find(Unit)
    store.close()

    assert [file.name for file in path.parent.iterdir() if file.is_file()] == ["office.sqlite"]
