"""``print`` for reports and letters, as a script types it."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

Type = Callable[..., Any]


@pytest.fixture
def office(typed: Type, folder: Path, new_office: Path, directive: Path) -> Path:
    """An office with the example directive given to its units."""
    shutil.copytree(new_office, folder)
    done = typed("register", directive, "--folder", folder, "--own", "--json").json
    typed("assign", "--folder", folder, "--directive", done["directive"], "--as-read", "--date", "2023-04-03", "--json")
    return folder


def test_a_report_of_any_period_and_day(typed: Type, office: Path, tmp_path: Path) -> None:
    out = tmp_path / "báo cáo.pdf"
    told = typed("print", "bao-cao-nhiem-vu", "--folder", office, "--from", "2023-04-01", "--to", "2023-04-30",
                 "--as-of", "2023-04-30", "--out", out)  # fmt: skip

    assert (told.code, told.out) == (0, f"{out}\n"), told.err
    assert "từ ngày 01/4/2023 đến ngày 30/4/2023" in _words(out)
    again = tmp_path / "lại.pdf"
    assert typed("print", "bao-cao-nhiem-vu", "--folder", office, "--again", "1", "--out", again).code == 0
    assert again.read_bytes() == out.read_bytes()


def test_a_report_on_a_source_with_causes_from_a_file_and_next_steps_as_typed(
    typed: Type, office: Path, tmp_path: Path
) -> None:
    out, causes = tmp_path / "báo cáo.pdf", tmp_path / "nguyên nhân.txt"
    causes.write_text("Thiếu biên chế ở cấp xã.\nHồ sơ phải bổ sung nhiều lần.", "utf-8")
    told = typed("print", "bao-cao-nhiem-vu", "--folder", office, "--to", "2023-04-30", "--source", "own,spoken",
                 "--causes", causes, "--next-steps", "Giao ban hằng tuần.", "--out", out)  # fmt: skip

    assert told.code == 0, told.err
    words = _words(out)
    assert "theo dõi (nguồn: văn bản đi giao việc, chỉ đạo miệng): 35 nhiệm vụ" in words
    assert "Nguyên nhân: Thiếu biên chế ở cấp xã. Hồ sơ phải bổ sung nhiều lần." in words
    assert "Giao ban hằng tuần." in words


def test_a_report_as_a_word_file_by_its_ending_or_as_asked(typed: Type, office: Path, tmp_path: Path) -> None:
    for out, more in ((tmp_path / "a.docx", ()), (tmp_path / "b.tmp", ("--format", "docx"))):
        told = typed("print", "bao-cao-nhiem-vu", "--folder", office, "--to", "2023-04-30", "--out", out, *more)
        assert told.code == 0, told.err
        assert out.read_bytes()[:2] == b"PK"


def test_one_letter_a_unit_or_one_about_lines(typed: Type, office: Path, tmp_path: Path) -> None:
    rows = typed("list", "assignments", "--folder", office, "--as-of", "2023-05-03", "--json").json
    late = [row for row in rows if row["state"] == "TH_QH"]
    every, one = tmp_path / "mọi đơn vị.pdf", tmp_path / "một.pdf"
    shared = ("--folder", office, "--as-of", "2023-05-03", "--date", "2023-05-04")

    assert typed("print", "cong-van-don-doc", "--overdue", *shared, "--out", every).code == 0
    assert typed("print", "cong-van-don-doc", "--assignment", late[0]["id"], *shared, "--out", one).code == 0

    assert _words(every).count("Kính gửi:") == 18
    assert _words(one).count("Kính gửi:") == 1
    assert "ngày 04 tháng 5 năm 2023" in _words(one)


@pytest.mark.parametrize(("words", "said"), [
    (("cong-van-don-doc",), "--overdue"),
    (("cong-van-don-doc", "--overdue", "--as-of", "2023-04-04"), "không có nhiệm vụ quá hạn"),
    (("cong-van-don-doc", "--assignment", "một"), "một"),
    (("bao-cao-nhiem-vu", "--from", "2023-05-01", "--to", "2023-04-01"), "01/05/2023 - 01/04/2023"),
    (("bao-cao-nhiem-vu", "--unit", "KHÔNG-CÓ"), "KHÔNG-CÓ"),
    (("bao-cao-nhiem-vu", "--by", "màu"), "màu"),
    (("bao-cao-nhiem-vu", "--source", "báo"), "báo"),
    (("bao-cao-nhiem-vu", "--person", "Nguyễn Không Có"), "Nguyễn Không Có"),
    (("bao-cao-nhiem-vu", "--causes", "không-có.txt"), "không-có.txt"),
    (("bao-cao-nhiem-vu", "--again", "99"), "99"),
])  # fmt: skip
def test_what_cannot_be_printed_is_said_and_nothing_is_written(
    typed: Type, office: Path, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    told = typed("print", *words, "--folder", office, "--out", tmp_path / "x.pdf")

    assert told.code == 2
    assert said in told.err
    assert not (tmp_path / "x.pdf").exists()


def _words(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    words = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)
    document.close()
    return words
