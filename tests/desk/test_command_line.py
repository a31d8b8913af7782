"""The commands as scripts use them: answers as JSON, lines for people, code 2 and one sentence on bad input."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from district_desk import __main__, cli

Type = Callable[..., Any]


@pytest.fixture
def office(folder: Path, new_office: Path) -> Path:
    """The folder of a Cẩm Giàng office that no program holds open."""
    shutil.copytree(new_office, folder)
    return folder


@pytest.fixture
def given(typed: Type, office: Path, directive: Path) -> int:
    """The example directive, entered and given by commands; its id."""
    done = typed("register", directive, "--folder", office, "--own", "--json").json
    typed("assign", "--folder", office, "--directive", done["directive"], "--as-read", "--json")
    return int(done["directive"])


def test_a_new_office_is_made_by_one_command(typed: Type, folder: Path) -> None:
    told = typed("new-office", "--folder", folder, "--profile", "cam-giang-2023")

    assert (told.code, told.err) == (0, "")
    assert "UBND huyện Cẩm Giàng" in told.out
    assert typed("check", "--folder", folder).out == "Dữ liệu nguyên vẹn.\n"


def test_profiles_and_forms_are_lines_with_the_name_first(typed: Type) -> None:
    profiles = [line.split()[0] for line in typed("profiles").out.splitlines()]
    forms = [line.split()[0] for line in typed("forms").out.splitlines()]

    assert {"cam-giang-2023", "an-lao-hai-phong-2023", "an-lao-binh-dinh-2023", "trong"} <= set(profiles)
    assert forms == [
        "phieu-giao-nhiem-vu",
        "phieu-giai-quyet-van-ban-den",
        "so-dang-ky-van-ban-den",
        "so-theo-doi-giai-quyet-van-ban-den",
        "bao-cao-nhiem-vu",
        "phu-luc-tong-hop-nhiem-vu",
        "phu-luc-danh-muc-nhiem-vu",
        "cong-van-don-doc",
        "danh-sach-de-xuat",
        "ma-tran-nhiem-vu",
        "kiem-tra-so-den",
        "viec-trong-ngay",
        "bang-tong-hop-chi-so",
        "bang-theo-doi-ke-hoach-khac-phuc",
        "ke-hoach-khac-phuc",
        "phu-luc-ke-hoach-khac-phuc",
        "bang-dang-ky-dot-pha",
        "bao-cao-cchc",
        "phu-luc-bao-cao-cchc",
        "danh-muc-minh-chung",
        "ma-tran-bao-cao-dinh-ky",
    ]


def test_reading_needs_no_office(typed: Type, directive: Path) -> None:
    answer = typed("read", directive, "--json").json

    assert (answer["number"], answer["symbol"], answer["date"]) == ("15", "CT-UBND", "2023-04-03")
    assert [item["label"] for item in answer["items"]] == ["1", "1.a", "1.b", "2", "3", "4"]
    assert answer["items"][1]["deadlines"] == [
        {"text": "trước ngày 20 tháng 4 năm 2023", "date": "2023-04-20", "rule": "before"}
    ]
    assert "Trích yếu: Về việc tăng cường vệ sinh môi trường" in typed("read", directive).out


def test_registering_answers_with_ids_and_what_is_missing(typed: Type, office: Path, directive: Path) -> None:
    own = typed("register", directive, "--folder", office, "--own", "--json").json
    received = typed("register", directive, "--folder", office, "--arrived", "2023-04-04", "--json").json

    assert own["arrival_number"] is None
    assert own["missing"] == []
    assert [item["label"] for item in own["items"]] == ["1", "1.a", "1.b", "2", "3", "4"]
    assert (received["arrival_number"], received["arrival"]) == (1, "1")
    lines = {row["id"]: row for row in typed("list", "directives", "--folder", office, "--json").json}
    assert lines[received["directive"]]["arrived"] == "2023-04-04"
    assert lines[own["directive"]]["notation"] == "15/CT-UBND"


def test_a_document_entered_twice_is_told(typed: Type, office: Path, directive: Path) -> None:
    first = typed("register", directive, "--folder", office, "--own", "--json").json
    second = typed("register", directive, "--folder", office, "--own", "--json").json

    assert first["alike"] == []
    assert second["alike"] == [{"directive": first["directive"], "kind": "duplicate"}]
    assert "Trùng số, ký hiệu và tác giả" in typed("register", directive, "--folder", office, "--own").out


def test_assigning_answers_with_lines_and_what_is_left(typed: Type, office: Path, directive: Path) -> None:
    done = typed("register", directive, "--folder", office, "--own", "--json").json

    given = typed("assign", "--folder", office, "--directive", done["directive"], "--as-read", "--json").json

    assert len([line for line in given["assignments"] if line["label"] == "1.a"]) == 17
    assert [(left["label"], left["reason"]) for left in given["unresolved"]] == [("4", "conditional")]


def test_an_assignment_says_its_item_unit_role_due_and_state(typed: Type, office: Path, given: int) -> None:
    lines = typed("list", "assignments", "--folder", office, "--as-of", "2023-04-20", "--json").json
    line = next(line for line in lines if line["unit_code"] == "10939" and line["label"] == "1.a")

    items = {item["id"]: item["label"] for item in typed("list", "items", "--folder", office, "--json").json}
    assert items[line["item"]] == "1.a"
    assert (line["unit"], line["role"], line["due"], line["state"]) == (
        "UBND xã Cẩm Đông", "lead", "2023-04-19", "TH_QH",
    )  # fmt: skip
    assert len(lines) == 36
    assert len(line["code"]) == 18


def test_the_register_is_listed_as_of_a_day(typed: Type, office: Path, given: int) -> None:
    """--as-of was taken and passed over."""
    early, late = (
        typed("list", "directives", "--folder", office, "--as-of", day, "--json").json[0]["overdue"]
        for day in ("2023-04-01", "2099-01-04")
    )
    assert (early, late > 0) == (0, True)


def test_what_falls_due_is_listed_as_of_a_day(typed: Type, office: Path, given: int) -> None:
    due = typed("list", "due", "--folder", office, "--as-of", "10/4/2023", "--json").json

    assert (due[0]["due"], due[0]["days_left"], due[0]["unit"]) == ("2023-04-14", 4, "Phòng Tài nguyên và Môi trường")
    assert [row["due"] for row in due] == sorted(row["due"] for row in due)


def test_units_are_those_of_the_day(typed: Type, office: Path) -> None:
    now = typed("list", "units", "--folder", office, "--json").json
    then = typed("list", "units", "--folder", office, "--as-of", "2023-04-03", "--json").json

    assert [unit["code"] for unit in now] == [unit["code"] for unit in then]
    assert sum(unit["kind"] in ("commune", "township") for unit in then) == 17


def test_the_papers_are_printed_where_they_are_wanted(typed: Type, office: Path, given: int, tmp_path: Path) -> None:
    for form in ("phieu-giao-nhiem-vu", "phieu-giai-quyet-van-ban-den"):
        out = tmp_path / "ra" / f"{form}.pdf"
        assert typed("print", form, "--folder", office, "--directive", given, "--out", out).code == 0
        assert out.read_bytes().startswith(b"%PDF-")
    for form in ("so-dang-ky-van-ban-den", "so-theo-doi-giai-quyet-van-ban-den"):
        out = tmp_path / f"{form}.pdf"
        assert typed("print", form, "--folder", office, "--year", 2023, "--out", out).out.strip() == str(out)
        assert out.read_bytes().startswith(b"%PDF-")


def test_a_directive_is_found_without_marks(typed: Type, office: Path, given: int) -> None:
    hits = typed("search", "ve sinh moi truong", "--folder", office, "--json").json

    assert {hit["directive"] for hit in hits} == {given}
    assert typed("search", "zzzz", "--folder", office, "--json").json == []


def test_a_backup_is_restored_and_what_was_there_is_kept(typed: Type, office: Path, directive: Path) -> None:
    snapshot = typed("backup", "--folder", office).out.strip()
    typed("register", directive, "--folder", office, "--own")
    assert len(typed("list", "directives", "--folder", office, "--json").json) == 1

    assert typed("restore", snapshot, "--folder", office).code == 0

    assert typed("list", "directives", "--folder", office, "--json").json == []
    assert typed("check", "--folder", office).out.endswith("Dữ liệu nguyên vẹn.\n")
    kept = [path.name for path in (office / "snapshots").iterdir() if "before-restore" in path.name]
    assert len(kept) == 1


def test_a_lost_attachment_is_found_by_the_check(typed: Type, office: Path, given: int) -> None:
    next((office / "attachments").glob("??/*")).unlink()

    told = typed("check", "--folder", office)

    assert told.code == 2
    assert told.out == "Thiếu tệp đính kèm: 15-CT-UBND.txt\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "Thiếu LỆNH."),
        (["abc"], "Không có “abc” để chọn."),
        (["list", "mọi thứ"], "Không có “mọi thứ” để chọn."),
        (["new-office", "--folder", "x"], "Thiếu --profile."),
        (["register"], "Thiếu TỆP."),
        (["search", "a", "--folder"], "Thiếu giá trị sau --folder."),
        (["profiles", "--fast"], "Không hiểu “--fast”."),
        (["list", "due", "--as-of", "31/2/2023"], "“31/2/2023” không dùng được cho ngày."),
        (["list", "due", "--as-of", "9999-12-31"], "“9999-12-31” không dùng được cho ngày."),
        (["assign", "--directive", "mười", "--as-read"], "“mười” không dùng được cho văn bản."),
        (["print", "so-dang-ky-van-ban-den", "--out", "a.pdf", "--year", "20231"], "“20231” không dùng được cho năm."),
        (["new-office", "--folder", "", "--profile", "trong"], "“” không dùng được cho đường dẫn."),
        (["assign", "--directive", "1"], "Hãy thêm --as-read"),
    ],
)
def test_a_command_that_was_mistyped_gets_a_vietnamese_sentence(typed: Type, words: list[str], said: str) -> None:
    told = typed(*words)

    assert (told.code, told.out) == (2, "")
    assert told.err.startswith(said)
    assert told.err.count("\n") == 1


def test_help_is_in_vietnamese(typed: Type, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["register", "--help"])

    told = capsys.readouterr().out
    assert ended.value.code == 0
    assert told.startswith("Cách dùng: district-desk register")
    assert "usage" not in told
    assert "options" not in told


@pytest.mark.parametrize(
    "words",
    [
        ("assign", "--directive", "99", "--as-read"),
        ("print", "mau-la", "--out", "a.pdf"),
        ("print", "phieu-giao-nhiem-vu", "--out", "a.pdf"),
        ("print", "phieu-giao-nhiem-vu", "--directive", "99", "--out", "a.pdf"),
        ("restore", "không-có.sqlite"),
        ("restore", "../office.sqlite"),
    ],
)
def test_what_is_not_there_is_told(typed: Type, office: Path, words: tuple[str, ...]) -> None:
    told = typed(*words, "--folder", office)

    assert (told.code, told.out) == (2, "")
    assert told.err.endswith(".\n")
    assert not Path("a.pdf").exists()


def test_an_office_is_not_made_twice_nor_from_nothing(typed: Type, office: Path, tmp_path: Path) -> None:
    assert "đã có dữ liệu" in typed("new-office", "--folder", office, "--profile", "trong").err
    assert "Không có mẫu cơ quan" in typed("new-office", "--folder", tmp_path / "x", "--profile", "abc").err
    assert "Không tìm thấy" in typed("list", "units", "--folder", tmp_path / "x").err


def test_a_fault_of_the_program_is_one_sentence_too(typed: Type, office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("district_desk.desk.answers.units", None)

    told = typed("list", "units", "--folder", office)

    assert told.code == 1
    assert told.err.startswith("Chương trình gặp lỗi ngoài dự kiến")
    assert "Traceback" not in told.err
    assert "TypeError" in Path(told.err.rpartition("Chi tiết: ")[2].strip()).read_text("utf-8")


def test_a_program_without_streams_does_its_work_in_silence(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)

    assert cli.main(["new-office", "--folder", str(folder), "--profile", "trong"]) == 0
    assert cli.main(["new-office", "--folder", str(folder), "--profile", "trong"]) == 2


def test_answers_are_unicode_whatever_the_machine_speaks(directive: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "district_desk", "read", str(directive), "--json"],
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"},
        capture_output=True,
        check=True,
    )

    assert json.loads(done.stdout.decode("utf-8"))["signer"] == "Nguyễn Văn Mẫu"


@pytest.mark.parametrize(
    ("words", "opened"),
    [
        ([], (None, False, False)),
        (["--folder", "vp", "--demo"], (Path("vp"), True, False)),
        (["--folder=vp"], (Path("vp"), False, False)),
        (["--smoke"], (None, False, True)),
    ],
)
def test_no_command_opens_the_window(
    monkeypatch: pytest.MonkeyPatch, words: list[str], opened: tuple[Path | None, bool, bool]
) -> None:
    asked: list[tuple[Path | None, bool, bool]] = []

    def window(folder: Path | None, *, demo: bool, smoke: bool) -> int:
        asked.append((folder, demo, smoke))
        return 0

    monkeypatch.setattr("district_desk.ui.start.main", window)

    assert __main__.main(words) == 0
    assert asked == [opened]


def test_a_command_is_never_taken_for_the_windows_options(typed: Type, capsys: pytest.CaptureFixture[str]) -> None:
    assert __main__.main(["--folder", "vp", "list"]) == 2
    assert capsys.readouterr().err
