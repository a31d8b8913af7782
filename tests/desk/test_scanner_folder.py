"""What has arrived in the scanner's folder: settled files only, each content once, and nothing there is touched."""

import json
import os
from pathlib import Path

import pytest

from district_desk.desk import scanner_folder as scanner
from district_desk.desk.filing import attach
from district_desk.desk.this_machine import account_file
from district_desk.domain.directives import Attachment

PAGE = b"%PDF-1.4 scanned"


@pytest.fixture(autouse=True)
def nothing_kept():
    """Each test begins on a machine where nothing was offered yet."""
    account_file("scanner.json").unlink(missing_ok=True)
    yield
    account_file("scanner.json").unlink(missing_ok=True)


@pytest.fixture
def scans(tmp_path: Path) -> Path:
    made = tmp_path / "Máy quét"
    made.mkdir()
    return made


def put(folder: Path, name: str, content: bytes, *, second: int = 0) -> Path:
    """A scan, saved at that second."""
    path = folder / name
    path.write_bytes(content)
    os.utime(path, (1_700_000_000 + second, 1_700_000_000 + second))
    return path


def waits(desk, folder: Path) -> list[str]:
    """The names of the files that wait, after the folder was looked at for a while."""
    first = scanner.glance(desk, folder, scanner.Glance(), 0)
    return [file.path.name for file in scanner.glance(desk, folder, first, scanner.SETTLED_AFTER).waiting]


def test_a_file_is_offered_once_it_has_stopped_growing(desk, scans):
    path = put(scans, "a.pdf", PAGE)
    first = scanner.glance(desk, scans, scanner.Glance(), 0)
    put(scans, "a.pdf", PAGE * 2, second=1)
    grown = scanner.glance(desk, scans, first, scanner.SETTLED_AFTER)
    early = scanner.glance(desk, scans, grown, scanner.SETTLED_AFTER * 1.5)
    settled = scanner.glance(desk, scans, early, scanner.SETTLED_AFTER * 2)

    assert [each.settles for each in (first, grown, early, settled)] == [True, True, True, False]
    assert [each.waiting for each in (first, grown, early)] == [(), (), ()]
    assert [file.path for file in settled.waiting] == [path]


def test_scans_stand_in_the_order_in_which_they_came_and_other_files_are_none(desk, scans):
    put(scans, "b.PDF", PAGE, second=1)
    put(scans, "a.png", b"picture", second=2)
    for name, content in (("thumbs.db", b"x"), (".a.pdf", b"y"), ("~$a.docx", b"z"), ("empty.pdf", b"")):
        put(scans, name, content)
    (scans / "folder.pdf").mkdir()

    assert waits(desk, scans) == ["b.PDF", "a.png"]


def test_what_was_passed_over_is_not_offered_again_under_any_name(desk, scans):
    put(scans, "a.pdf", PAGE)
    seen = scanner.glance(desk, scans, scanner.glance(desk, scans, scanner.Glance(), 0), scanner.SETTLED_AFTER)
    scanner.pass_over(desk, seen.waiting)
    put(scans, "a copy.pdf", PAGE)
    put(scans, "new.pdf", PAGE + b"2")

    assert waits(desk, scans) == ["new.pdf"]


def test_what_is_in_the_office_does_not_wait_and_the_same_page_twice_waits_once(desk, scans, enter, directive):
    entered = put(scans, "entered.pdf", PAGE)
    put(scans, "one.pdf", PAGE + b"1", second=1)
    put(scans, "one again.pdf", PAGE + b"1", second=2)
    attach(desk, enter(directive).directive_id, entered)

    assert desk.store.reading().find(Attachment, name="entered.pdf") != []
    assert waits(desk, scans) == ["one.pdf"]


def test_looking_changes_nothing_in_the_folder(desk, scans):
    put(scans, "a.pdf", PAGE)
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in scans.iterdir()}
    seen = scanner.glance(desk, scans, scanner.glance(desk, scans, scanner.Glance(), 0), scanner.SETTLED_AFTER)
    scanner.pass_over(desk, seen.waiting)

    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in scans.iterdir()} == before


def test_a_folder_that_is_not_there_is_no_fault_and_waits_for_nothing(desk, scans):
    seen = scanner.glance(desk, scans / "gone", scanner.Glance(), 0)

    assert (seen.is_there, seen.waiting, seen.settles) == (False, (), False)


def test_a_memory_that_cannot_be_read_is_as_if_nothing_had_been_offered(desk, scans):
    put(scans, "a.pdf", PAGE)
    account_file("scanner.json").parent.mkdir(parents=True, exist_ok=True)
    account_file("scanner.json").write_text(json.dumps({str(desk.folder.resolve()): 7}), "utf-8")

    assert waits(desk, scans) == ["a.pdf"]
