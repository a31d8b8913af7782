"""What comes from the scanner is offered above the register and the day's page, entered one after the other, or left."""

import shutil
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from district_desk.desk.this_machine import MachineSettings, account_file, keep_machine_settings, machine_settings
from district_desk.domain.directives import Attachment
from district_desk.ui.places import PageKey
from district_desk.ui.scanner import scanner as watching
from district_desk.ui.scanner import words as w

_FILES = ("this-machine.json", "scanner.json")


@pytest.fixture(autouse=True)
def nothing_kept():
    """Each test begins on a machine where nobody has chosen anything."""
    for name in _FILES:
        account_file(name).unlink(missing_ok=True)
    yield
    for name in _FILES:
        account_file(name).unlink(missing_ok=True)


@pytest.fixture
def scans(tmp_path: Path) -> Path:
    made = tmp_path / "Máy quét"
    made.mkdir()
    return made


@pytest.fixture
def watched(window, scans, monkeypatch, settled):
    """The window watches the folder, with little patience."""
    monkeypatch.setattr(watching, "_UNTIL_SETTLED_MS", 30)
    monkeypatch.setattr("district_desk.desk.scanner_folder.SETTLED_AFTER", 0.02)
    keep_machine_settings(MachineSettings(scanner_folder=str(scans)))
    window.presence.scanner.follow()
    settled()
    return window.presence.scanner


def scan(folder: Path, name: str, number: int) -> Path:
    """A directive as a file that needs no recognition."""
    document = Document()
    for line in (
        "ỦY BAN NHÂN DÂN", "HUYỆN CẨM GIÀNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        f"Số: {number}/UBND-VP", "Cẩm Giàng, ngày 03 tháng 4 năm 2023", "V/v báo cáo định kỳ",
        "Kính gửi: Phòng Nội vụ", "1. Phòng Nội vụ tổng hợp trước ngày 20 tháng 4 năm 2023.", "Nơi nhận: Như trên.",
    ):  # fmt: skip
        document.add_paragraph(line)
    path = folder.parent / name
    document.save(str(path))
    return Path(shutil.move(path, folder / name))


def offered(qtbot, scanner, *names: str) -> None:
    qtbot.waitUntil(lambda: sorted(file.path.name for file in scanner.waiting) == sorted(names), timeout=10_000)


def test_nothing_is_said_where_no_folder_is_chosen(window, settled):
    window.presence.scanner.look()
    settled()
    assert window.presence.scanner.bar.sentence == ""


def test_new_files_are_offered_on_the_pages_where_the_day_begins(window, watched, scans, qtbot):
    scan(scans, "Scan_1.docx", 101)
    scan(scans, "Scan_2.docx", 102)
    offered(qtbot, watched, "Scan_1.docx", "Scan_2.docx")
    said = watched.bar.sentence
    assert said.startswith("Có 2 tệp mới trong thư mục máy quét: Scan_")
    assert said.endswith("và 1 tệp nữa.")
    window.go(PageKey.CATALOGUE)
    assert watched.bar.sentence == ""
    window.go(PageKey.TODAY)
    assert watched.bar.sentence == said


def test_the_first_is_read_and_the_next_follows_it(window, watched, scans, qtbot, settled):
    first = scan(scans, "Scan_1.docx", 101)
    offered(qtbot, watched, "Scan_1.docx")
    second = scan(scans, "Scan_2.docx", 102)
    offered(qtbot, watched, "Scan_1.docx", "Scan_2.docx")

    qtbot.mouseClick(watched.bar.open_button, Qt.MouseButton.LeftButton)
    intake = window.page(PageKey.INTAKE)
    qtbot.waitUntil(lambda: intake.session is not None, timeout=10_000)
    opened = intake.session.original
    intake.deciding.enter_next()
    qtbot.waitUntil(lambda: intake.session is not None and intake.session.original != opened, timeout=10_000)
    settled()

    assert {opened, intake.session.original} == {first, second}
    assert watched.waiting == ()
    assert window.desk.store.reading().find(Attachment, name=opened.name) != []
    assert sorted(path.name for path in scans.iterdir()) == ["Scan_1.docx", "Scan_2.docx"]
    intake.deciding.enter_next()
    qtbot.waitUntil(lambda: intake.session is not None and intake.session.original is None, timeout=10_000)


def test_what_is_passed_over_is_not_offered_again(window, watched, scans, qtbot, settled):
    scan(scans, "Scan_1.docx", 101)
    offered(qtbot, watched, "Scan_1.docx")
    qtbot.mouseClick(watched.bar.pass_button, Qt.MouseButton.LeftButton)
    assert watched.bar.sentence == ""
    watched.follow()
    qtbot.waitUntil(lambda: watched._last is not None and not watched._last.settles, timeout=10_000)
    settled()
    assert watched.waiting == ()


def test_a_file_that_is_gone_again_is_not_opened(window, watched, scans, qtbot):
    path = scan(scans, "Scan_1.docx", 101)
    offered(qtbot, watched, "Scan_1.docx")
    path.unlink()
    watched.open_next()
    assert window.here is PageKey.REGISTER


def test_the_folder_is_chosen_and_left_on_the_page_of_this_machine(window, scans, settled, monkeypatch):
    window.go(PageKey.CATALOGUE)
    settled()
    section = window.page(PageKey.CATALOGUE).machine
    assert section.folder.text() == w.NONE
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", staticmethod(lambda *_: str(scans)))
    section.choose_folder.click()
    settled()
    assert machine_settings().scanner_folder == section.folder.text() == str(scans)
    scans.rmdir()
    section.show_office(window.desk)
    assert section.folder.text() == w.AWAY.format(folder=scans)
    section.leave_folder.click()
    assert machine_settings() == MachineSettings()
    assert not section.leave_folder.isEnabled()
