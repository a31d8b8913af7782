"""Files and machines as they really are: each gets its sentence and code 2, and nothing that was saved is lost."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from district_desk.__main__ import main

Type = Callable[..., Any]


@pytest.fixture
def office(typed: Type, folder: Path, new_office: Path, directive: Path) -> Path:
    """An office in which one directive is saved already."""
    shutil.copytree(new_office, folder)
    assert typed("register", directive, "--folder", folder, "--own").code == 0
    return folder


def _pdf(pages: int, *, text: str = "", password: str = "") -> bytes:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    buffer = BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption(password, canPrint=0) if password else None)
    for _ in range(pages):
        canvas.rect(100, 100, 300, 500, fill=1)
        if text:
            canvas.drawString(100, 700, text)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _truncated_pdf(path: Path) -> None:
    whole = _pdf(3, text="Chi thi")
    path.write_bytes(whole[: len(whole) // 3])


def _renamed_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("ảnh.png", b"x" * 100)


def _huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024 + 1)


_FILES: dict[str, tuple[str, Callable[[Path], object], str]] = {
    "truncated PDF": ("chi thi.pdf", _truncated_pdf, "bị hỏng"),
    "encrypted PDF": ("mật khẩu.pdf", lambda path: path.write_bytes(_pdf(1, text="a", password="x")), "mật khẩu"),
    "renamed ZIP": ("chi thi.docx", _renamed_zip, "không phải là tệp Word"),
    "empty file": ("rỗng.txt", lambda path: path.write_bytes(b""), "trống"),
    "empty PDF": ("rỗng.pdf", lambda path: path.write_bytes(b""), "trống"),
    "scan without words": ("quét.pdf", lambda path: path.write_bytes(_pdf(1)), "vào sổ bằng tay và đính kèm tệp này"),
    "file of 200 MB": ("lớn.pdf", _huge, "quá lớn"),
    "path that vanished": ("mất.pdf", lambda path: None, "Không tìm thấy"),
    "broken picture": ("ảnh.png", lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200)), "ảnh.png"),
    "unknown kind": ("bài hát.mp3", lambda path: path.write_bytes(b"ID3\x04" + bytes(200)), "chỉ đọc tệp"),
}


@pytest.mark.parametrize("what", _FILES)
@pytest.mark.parametrize("command", ["read", "register"])
def test_a_file_that_cannot_be_read_is_told_and_nothing_changes(
    typed: Type, office: Path, tmp_path: Path, what: str, command: str
) -> None:
    name, make, said = _FILES[what]
    path = tmp_path / name
    make(path)

    told = typed(command, path, *(["--folder", office] if command == "register" else []), "--json")

    assert (told.code, told.out) == (2, "")
    assert said in told.err
    assert told.err.count("\n") == 1
    assert _saved(typed, office) == ["15/CT-UBND"]


def test_a_database_cut_in_half_is_told_and_left_for_rescue(typed: Type, office: Path, directive: Path) -> None:
    backup = typed("backup", "--folder", office).out.strip()
    file = office / "office.sqlite"
    half = file.read_bytes()[: file.stat().st_size // 2]
    file.write_bytes(half)

    told = typed("register", directive, "--folder", office)

    assert told.code == 2
    assert "bị hỏng" in told.err
    assert file.read_bytes() == half
    assert typed("restore", backup, "--folder", office).code == 0
    assert _saved(typed, office) == ["15/CT-UBND"]


def test_a_file_that_is_no_office_is_refused(typed: Type, office: Path) -> None:
    (office / "office.sqlite").write_bytes(b"kh\xc3\xb4ng ph\xe1\xba\xa3i" * 200)

    told = typed("list", "units", "--folder", office)

    assert told.code == 2
    assert "không có dữ liệu của cơ quan" in told.err


def test_a_second_program_is_told_to_wait(typed: Type, office: Path) -> None:
    from district_desk.desk.opening import open_office

    window = open_office(office)
    told = typed("list", "units", "--folder", office)
    window.close()

    assert told.code == 2
    assert "đang được mở ở nơi khác" in told.err
    assert typed("list", "units", "--folder", office).code == 0


def test_a_full_disk_is_told_and_nothing_half_is_kept(typed: Type, office: Path, tmp_path: Path) -> None:
    """The system itself refuses to let any file grow beyond 64 KB, as a full disk would."""
    resource = pytest.importorskip("resource", reason="limits of a process are a matter of Unix")
    scan = tmp_path / "phụ lục.txt"
    scan.write_text("Chỉ thị về việc thử.\n1. Phòng Nội vụ báo cáo.\n" * 1_500, "utf-8")

    def small_disk() -> None:
        import signal

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (64 * 1024, 64 * 1024))

    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "district_desk", "register", scan, "--folder", office],
        preexec_fn=small_disk,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 2, done.stderr
    assert "Đĩa đã đầy" in done.stderr
    assert list(office.rglob("*.part")) == []
    assert _saved(typed, office) == ["15/CT-UBND"]


def test_a_folder_that_may_not_be_written_is_told(typed: Type, office: Path, directive: Path, tmp_path: Path) -> None:
    closed = tmp_path / "chỉ đọc"
    closed.mkdir()
    closed.chmod(0o555)
    if os.access(closed, os.W_OK):
        pytest.skip("this account may write everywhere, so no folder is read-only to it")

    told = typed("new-office", "--folder", closed / "vp", "--profile", "trong")
    closed.chmod(0o755)

    assert told.code == 2
    assert "Không được phép ghi" in told.err


def test_a_folder_that_is_a_file_is_told(typed: Type, directive: Path) -> None:
    told = typed("new-office", "--folder", directive / "vp", "--profile", "trong")

    assert told.code == 2
    assert told.err.startswith("Không tìm thấy")


def test_a_print_that_cannot_be_saved_is_told(typed: Type, office: Path, tmp_path: Path) -> None:
    given = typed("assign", "--folder", office, "--directive", 1, "--as-read", "--json").json
    (tmp_path / "tệp").write_text("", "utf-8")

    told = typed(
        "print", "phieu-giao-nhiem-vu", "--folder", office, "--directive", 1, "--out", tmp_path / "tệp" / "a.pdf"
    )

    assert given["assignments"]
    assert told.code == 2
    assert told.err.endswith(".\n")


def test_a_secret_document_leaves_no_trace(typed: Type, office: Path, tmp_path: Path) -> None:
    secret = tmp_path / "mật.txt"
    secret.write_text(
        "ỦY BAN NHÂN DÂN\nTỈNH HẢI DƯƠNG\n\nSố: 05/UBND-NC\n\nHải Dương, ngày 03 tháng 4 năm 2023\n\nTỐI MẬT\n\n"
        "V/v công tác\n\nKính gửi: UBND các huyện.\n\n1. UBND các huyện thực hiện.\n\nCHỦ TỊCH\n\nNguyễn Văn Mẫu\n",
        "utf-8",
    )
    before = sorted(
        path.name for path in office.rglob("*") if path.is_file() and path.parent.parent.name == "attachments"
    )

    told = typed("register", secret, "--folder", office)

    after = sorted(
        path.name for path in office.rglob("*") if path.is_file() and path.parent.parent.name == "attachments"
    )
    assert told.code == 2
    assert "Sổ đăng ký bí mật nhà nước" in told.err
    assert before == after


def _saved(typed: Type, office: Path) -> list[str]:
    return [row["notation"] for row in json.loads(typed("list", "directives", "--folder", office, "--json").out)]


def test_an_action_lacking_a_year_names_the_command_that_helps(typed: Type, office: Path, folder: Path) -> None:
    said = typed("cchc", "owed", "--folder", folder)
    assert (said.code, said.err) == (2, "Thiếu --year. Gõ “district-desk cchc owed --help” để xem cách dùng.\n")


@pytest.mark.parametrize("name", ["--folder", "--folder=", "--folder= "])
def test_a_folder_without_a_name_opens_no_window(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name]) == 2
    assert capsys.readouterr().err == "“” không dùng được cho đường dẫn. Chưa ghi gì; hãy sửa lại.\n"
