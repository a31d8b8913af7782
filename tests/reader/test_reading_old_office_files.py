"""Word 97, RTF and OpenDocument through LibreOffice, where it is installed; said plainly where it is not."""

import os
import shutil
import zipfile
from pathlib import Path
from subprocess import run

import docx
import pytest

from district_desk.domain.problems import Stopped, Unreadable, UnreadableFile
from district_desk.reader import read

CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORD = "WordDocument".encode("utf-16-le")
RTF = r"""{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 .VnTime;}}\f0 Sè: 1/UBND-VP\par UBND huyÖn yªu cÇu:\par 1. Rµ so¸t hå s¬.\par 2. B¸o c¸o.\par}"""
installed = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


def refusal(path: Path) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as caught:
        read(path)
    return caught.value


@pytest.fixture
def no_libreoffice(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.fixture
def stubborn(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A LibreOffice that starts a child and never ends; the numbers of both lie in the file."""
    numbers = tmp_path / "numbers"
    program = tmp_path / "bin" / "soffice"
    program.parent.mkdir()
    program.write_text(
        f"#!/bin/sh\nsleep 1000 &\necho $! $$ > {numbers}.new\nmv {numbers}.new {numbers}\nwait\n", "utf-8"
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    return numbers


@installed
def test_an_rtf_in_an_old_font_reads_as_in_unicode_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import tempfile

    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    path = tmp_path / "công văn số 1.rtf"
    path.write_bytes(RTF.encode("cp1252"))
    assert [item.text for item in read(path).items] == ["1. Rà soát hồ sơ.", "2. Báo cáo."]
    assert list(place.iterdir()) == []


@installed
@pytest.mark.parametrize("kind", ["doc", "odt"])
def test_a_word_97_file_and_an_opendocument_text_read_like_the_docx_they_were_saved_from(
    tmp_path: Path, kind: str
) -> None:
    made = docx.Document()
    left, right = made.add_table(1, 2).rows[0].cells
    left.text, right.text = "ỦY BAN NHÂN DÂN\nHUYỆN VÍ DỤ\nSố: 12/UBND-NV", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    for line in ("UBND huyện yêu cầu:", "1. Rà soát hồ sơ trước ngày 30/6/2024.", "2. Báo cáo."):
        made.add_paragraph(line)
    made.save(str(tmp_path / "a.docx"))
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'home').as_uri()}", "--headless", "--convert-to", kind]
    run([*command, "--outdir", str(tmp_path), str(tmp_path / "a.docx")], check=True, capture_output=True)

    reading, original = read(tmp_path / f"a.{kind}"), read(tmp_path / "a.docx")

    assert reading.text == original.text
    assert [item.text for item in reading.items] == ["1. Rà soát hồ sơ trước ngày 30/6/2024.", "2. Báo cáo."]


@installed
def test_a_broken_word_97_file_is_not_converted(tmp_path: Path) -> None:
    path = tmp_path / "a.doc"
    path.write_bytes(CONTAINER + b"\0" * 504 + WORD + bytes(range(256)) * 8)
    assert (refusal(path).reason, refusal(path).detail) == (Unreadable.NOT_CONVERTED, "DOC")


@pytest.mark.usefixtures("no_libreoffice")
@pytest.mark.parametrize(("content", "kind"), [(CONTAINER + b"\0" * 600 + WORD, "DOC"), (RTF.encode("cp1252"), "RTF")])
def test_without_libreoffice_it_is_said_which_kind_cannot_be_read(tmp_path: Path, content: bytes, kind: str) -> None:
    path = tmp_path / "a.doc"
    path.write_bytes(content)
    problem = refusal(path)
    assert (problem.reason, problem.detail) == (Unreadable.NO_CONVERTER, kind)


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")
def test_stopping_ends_libreoffice_and_its_children(tmp_path: Path, stubborn: Path) -> None:
    path = tmp_path / "a.rtf"
    path.write_bytes(RTF.encode("cp1252"))
    with pytest.raises(Stopped):
        read(path, stop=stubborn.exists)
    assert [number for number in stubborn.read_text("utf-8").split() if is_alive(number)] == []


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")
@pytest.mark.usefixtures("stubborn")
def test_a_conversion_that_takes_too_long_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("district_desk.reader.old_office.LONGEST", 0.3)
    path = tmp_path / "a.rtf"
    path.write_bytes(RTF.encode("cp1252"))
    assert refusal(path).reason is Unreadable.NOT_CONVERTED


def is_alive(number: str) -> bool:
    """Whether that process runs; a dead one that nobody has fetched yet does not."""
    status = Path(f"/proc/{number}/stat")
    return status.exists() and status.read_text("utf-8").rpartition(")")[2].split()[0] not in ("Z", "X")


def test_a_word_file_under_a_password_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(CONTAINER + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"))
    assert refusal(path).reason is Unreadable.ENCRYPTED_WORD


def test_a_word_97_file_under_a_password_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.doc"
    header = b"\xec\xa5\xc1\0" + b"\0" * 7 + b"\x13" + b"\0" * 20
    path.write_bytes(CONTAINER + b"\0" * 504 + header + WORD)
    assert refusal(path).reason is Unreadable.ENCRYPTED_WORD


def test_an_opendocument_text_under_a_password_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.odt"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
    assert refusal(path).reason is Unreadable.ENCRYPTED_WORD


def test_a_workbook_in_the_old_container_is_an_unknown_format(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(CONTAINER + b"\0" * 600 + "Workbook".encode("utf-16-le"))
    assert refusal(path).reason is Unreadable.UNKNOWN_FORMAT
