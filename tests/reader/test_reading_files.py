"""The door: encodings, sizes, and files that are not what their name says."""

import os
import zipfile
from pathlib import Path

import pytest

from district_desk.domain.problems import FileBusy, Unreadable, UnreadableFile
from district_desk.domain.reading import DocumentGuess
from district_desk.reader import read

DOCUMENT = (Path(__file__).parent / "documents" / "cong-van-giao-viec.txt").read_text("utf-8")


def refusal(path: Path) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as caught:
        read(path)
    return caught.value


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_unicode_encoding_reads_the_same(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(DOCUMENT.encode(encoding))
    assert len(read(path).items) == 7


def test_decomposed_letters_and_windows_line_ends_read_the_same(tmp_path: Path) -> None:
    import unicodedata

    path = tmp_path / "a.txt"
    path.write_bytes(unicodedata.normalize("NFD", DOCUMENT).replace("\n", "\r\n").encode())
    reading = read(path)
    assert len(reading.items) == 7
    assert unicodedata.is_normalized("NFC", reading.text)


def test_a_missing_file_and_a_folder_are_missing(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.txt").reason is Unreadable.MISSING
    assert refusal(tmp_path).reason is Unreadable.MISSING


@pytest.mark.parametrize("content", [b"", b"  \n\n \t", b"\xef\xbb\xbf"])
def test_an_empty_file_is_empty(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    assert refusal(path).reason is Unreadable.EMPTY


def test_a_file_of_200_megabytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    assert refusal(path).reason is Unreadable.TOO_LARGE


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_opened_is_busy(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x", "utf-8")
    path.chmod(0)
    with pytest.raises(FileBusy):
        read(path)


def test_a_renamed_zip_is_not_word(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("anh.jpg", b"x" * 100)
    assert refusal(path).reason is Unreadable.NOT_WORD


@pytest.mark.parametrize("content", [b"PK\x03\x04" + b"\x00" * 60, b"PK\x05\x06"])
def test_a_broken_archive_is_not_word(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(content)
    assert refusal(path).reason is Unreadable.NOT_WORD


@pytest.mark.parametrize("content", [b"MZ" + bytes(range(256)) * 4, bytes(range(256)) * 8])
def test_bytes_that_are_no_text_are_an_unknown_format(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    assert refusal(path).reason is Unreadable.UNKNOWN_FORMAT


def test_a_page_saved_from_a_portal_reads_without_its_scripts_and_menus(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        "<!DOCTYPE html><html><head><title>x</title><script>var a = 1;</script></head><body><nav>Trang chủ</nav>"
        "<p>Số: 12/UBND-VP</p><p><i>Ví Dụ, ngày 02 tháng 5 năm 2024</i></p><p>V/v rà soát</p>"
        "<p>Kính gửi: Phòng&nbsp;Nội&nbsp;vụ</p><p>Chủ tịch UBND huyện yêu cầu:</p>"
        "<p>1. Phòng Nội vụ rà soát hồ sơ.</p><p>2. Văn phòng theo dõi./.</p></body></html>",
        "utf-8",
    )
    reading = read(path)
    assert [item.path for item in reading.items] == ["1", "2"]
    assert reading.header.number is not None
    assert reading.header.number.value == "12"
    assert "var a" not in reading.text
    assert "Trang chủ" not in reading.text


def test_form_feeds_begin_pages(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Số: 1/UBND-VP\n\nUBND yêu cầu:\n\n1. Việc một chưa\f\nxong trang này.\n\n2. Việc hai.", "utf-8")
    reading = read(path)
    assert len(reading.page_starts) == 2
    assert reading.items[0].text == "1. Việc một chưa xong trang này."
    assert reading.page_of(reading.items[1].span.start) == 2


def test_a_plain_note_is_read_without_a_guess(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Mua giấy in.", "utf-8")
    assert read(path).guess is DocumentGuess.UNKNOWN
