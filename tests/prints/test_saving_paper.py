"""A printed file takes its place whole, or the old one stays."""

import errno
import os
from pathlib import Path

import pytest
from paper_measures import FONTS

from district_desk.domain.problems import DiskFull, FileBusy, PathTaken, ReadOnly
from district_desk.prints.document import Document, Paragraph
from district_desk.prints.saving import as_problems, replacing
from district_desk.prints.to_pdf import write

DOCUMENT = Document("Thử", (Paragraph("Nội dung"),))


def test_a_file_is_replaced_by_a_whole_one_and_nothing_else_is_left(tmp_path):
    out = tmp_path / "sổ.pdf"
    out.write_bytes(b"old")
    write([DOCUMENT], out, fonts=FONTS)
    assert out.read_bytes().startswith(b"%PDF-")
    assert out.read_bytes().rstrip().endswith(b"%%EOF")
    assert list(tmp_path.iterdir()) == [out]


def test_missing_folders_are_made(tmp_path):
    out = tmp_path / "2023" / "phiếu" / "a.pdf"
    write([DOCUMENT], out, fonts=FONTS)
    assert out.exists()


def test_a_block_that_fails_leaves_the_good_file_untouched(tmp_path):
    out = tmp_path / "a.pdf"
    out.write_bytes(b"good")
    with pytest.raises(TypeError), replacing(out) as stream:
        stream.writelines([b"half", "not bytes"])
    assert out.read_bytes() == b"good"
    assert list(tmp_path.iterdir()) == [out]


def test_a_folder_in_the_place_of_the_file_cannot_be_written(tmp_path):
    with pytest.raises(PathTaken):
        write([DOCUMENT], tmp_path, fonts=FONTS)


def test_a_path_through_a_file_cannot_be_written(tmp_path):
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(PathTaken):
        write([DOCUMENT], tmp_path / "a" / "b.pdf", fonts=FONTS)


def test_a_device_is_never_replaced_by_a_file(tmp_path):
    """As root, moving a PDF over /dev/null would take the device from every program of the machine."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(PathTaken), replacing(pipe):
        pytest.fail("the block must not run")
    assert pipe.is_fifo()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="rights do not bind this user")
def test_a_folder_without_rights_cannot_be_written(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(ReadOnly):
        write([DOCUMENT], tmp_path / "a.pdf", fonts=FONTS)


def test_a_target_that_another_program_holds_is_busy_and_stays_as_it_was(tmp_path, monkeypatch):
    """Windows refuses the move with this very error; the file system here would allow it."""
    out = tmp_path / "a.pdf"
    out.write_bytes(b"open in Word")

    def refuse(_self, _target):
        raise PermissionError(errno.EACCES, "used by another process")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(FileBusy) as told:
        write([DOCUMENT], out, fonts=FONTS)
    assert told.value.path == out
    assert out.read_bytes() == b"open in Word"
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_told_as_such(tmp_path):
    with pytest.raises(DiskFull), as_problems(tmp_path / "a.pdf"), Path("/dev/full").open("wb") as full:
        full.write(b"x" * 100_000)
