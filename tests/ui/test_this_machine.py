"""What the program does on one machine: the reminder beside the clock, closing, starting with the system."""

import shlex
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QSystemTrayIcon

from district_desk.desk.cataloguing import put_settings
from district_desk.desk.listing import due_lines
from district_desk.desk.this_machine import MachineSettings, account_file, keep_machine_settings, machine_settings
from district_desk.domain.listing import DueSource
from district_desk.ui.catalogue.machine_section import MachineSection
from district_desk.ui.places import PageKey
from district_desk.ui.tray import words as w
from district_desk.ui.tray.autostart import DesktopEntry, RunKey, autostart_here, command
from district_desk.ui.tray.tray import Tray

_FILE = "this-machine.json"
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged", "does not support raise", extend=True)
"""What the screen without a display cannot do, and says."""


@pytest.fixture(autouse=True)
def nothing_kept():
    """Each test begins on a machine where nobody has chosen anything."""
    account_file(_FILE).unlink(missing_ok=True)
    yield
    account_file(_FILE).unlink(missing_ok=True)


@pytest.fixture
def desktop_with_a_tray(monkeypatch):
    """The screen of a test has no tray; Qt says otherwise here."""
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))


@pytest.fixture
def tray(window, desktop_with_a_tray, settled):
    keep_machine_settings(MachineSettings(remind_in_tray=True))
    window.presence.follow()
    settled()
    return window.presence.tray


@pytest.fixture
def told(tray):
    """What the tray says from now on."""
    said: list[str] = []
    tray.told.connect(said.append)
    return said


def _clock(window, *moment):
    window.desk.clock = lambda: datetime(*moment)
    put_settings(window.desk, replace(window.desk.office, example_day=""))


def test_nothing_is_beside_the_clock_until_somebody_wants_it(window):
    assert machine_settings() == MachineSettings(remind_in_tray=False, stay_when_closed=False)
    assert window.presence.tray is None


def test_the_reminder_is_told_once_with_the_day_s_figures(window, qtbot, desktop_with_a_tray):
    keep_machine_settings(MachineSettings(remind_in_tray=True))
    window.presence.follow()
    with qtbot.waitSignal(window.presence.tray.told, timeout=10_000) as said:
        pass
    today = window.desk.today()
    due = [line for line in due_lines(window.desk, today, until=today) if line.source is DueSource.ASSIGNMENT]
    overdue = window.rail._entries[PageKey.TASKS]._late
    assert said.args == [f"Hôm nay: {sum(line.due == today for line in due)} việc đến hạn, {overdue} quá hạn"]
    assert window.presence.tray.toolTip() == said.args[0]


def test_a_click_on_the_message_opens_the_day_s_page(window, tray, qtbot):
    window.showMinimized()
    tray.messageClicked.emit()
    assert window.here is PageKey.TODAY
    assert not window.isMinimized()


def test_a_program_that_runs_through_the_night_speaks_in_the_morning_and_once(window, told, settled):
    _clock(window, 2023, 4, 11, 0, 0, 5)
    window.day_turn.look()
    settled()
    assert told == []
    for minute in (1, 31):
        _clock(window, 2023, 4, 11, 7, minute)
        window.day_turn.look()
        settled()
    assert [sentence.split(":")[0] for sentence in told] == ["Hôm nay"]


def test_closing_ends_the_program_unless_it_was_asked_to_stay(window, tray, qtbot):
    keep_machine_settings(MachineSettings(remind_in_tray=True, stay_when_closed=True))
    assert not window.close()
    assert window.isMinimized()
    assert window.desk.store is not None
    tray.window_wanted.emit()
    assert not window.isMinimized()

    qtbot.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert not window.isVisible()
    assert window.presence.tray is None


def test_where_no_tray_is_to_be_seen_closing_ends_the_program(window, tray, monkeypatch):
    keep_machine_settings(MachineSettings(remind_in_tray=True, stay_when_closed=True))
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: False))
    assert window.close()


def test_a_tick_in_the_catalogue_counts_at_once(window, settled, desktop_with_a_tray, qtbot):
    window.go(PageKey.CATALOGUE)
    page = window.page(PageKey.CATALOGUE)
    page.choose(w.NAME)
    settled()
    assert not page.machine.stay.isEnabled()
    page.machine.remind.click()
    settled()
    assert machine_settings() == MachineSettings(remind_in_tray=True)
    assert isinstance(window.presence.tray, Tray)
    page.machine.stay.click()
    assert machine_settings() == MachineSettings(remind_in_tray=True, stay_when_closed=True)
    page.machine.remind.click()
    assert window.presence.tray is None


def test_where_it_cannot_be_the_tick_is_dull_and_says_why(window, monkeypatch):
    monkeypatch.delenv("XDG_CURRENT_DESKTOP", raising=False)
    assert autostart_here(window.desk.folder) is None
    section = MachineSection()
    section.show_office(window.desk)
    assert (section.remind.isEnabled(), section._remind_why.text()) == (False, w.NO_TRAY)
    assert (section.autostart.isEnabled(), section._autostart_why.text()) == (False, w.NO_AUTOSTART)
    section.deleteLater()


def test_the_run_key_holds_the_command_and_is_taken_away_again(app, tmp_path):
    settings = QSettings(str(tmp_path / "run.ini"), QSettings.Format.IniFormat)
    settings.setValue("SomethingElse", "stays")
    run = RunKey(settings, [r"C:\Program Files\District Desk\district-desk.exe", "--folder", r"D:\Văn phòng"])
    section = MachineSection()
    section.show_machine(run)
    section.autostart.click()
    again = QSettings(str(tmp_path / "run.ini"), QSettings.Format.IniFormat)
    assert again.value("DistrictDesk") == (
        r'"C:\Program Files\District Desk\district-desk.exe" --folder "D:\Văn phòng"'
    )
    section.show_machine(RunKey(again, []))
    assert section.autostart.isChecked()
    section.autostart.click()
    again.sync()
    assert again.allKeys() == ["SomethingElse"]
    section.deleteLater()


def test_a_registry_that_refuses_is_told_and_the_tick_stays_out(app, tmp_path):
    place = tmp_path / "no" / "run.ini"
    place.parent.write_text("a file where a folder is wanted", "utf-8")
    section = MachineSection()
    said: list[str] = []
    section.said.connect(said.append)
    section.show_machine(RunKey(QSettings(str(place), QSettings.Format.IniFormat), ["x"]))
    section.autostart.click()
    assert said
    section.deleteLater()


def test_a_desktop_entry_starts_this_office_and_can_be_read_back(app, tmp_path):
    folder = tmp_path / 'Văn "phòng" $1 100%'
    entry = DesktopEntry(tmp_path / "autostart", command(folder))
    assert not entry.is_on
    entry.turn(on=True)
    lines = (tmp_path / "autostart" / "district-desk.desktop").read_text("utf-8").splitlines()
    assert lines[0] == "[Desktop Entry]"
    line = next(line for line in lines if line.startswith("Exec=")).removeprefix("Exec=")
    words = shlex.split(line.replace(r"\\", "\\").replace(r"\$", "$").replace("%%", "%"))
    assert words[-2:] == ["--folder", str(folder)]
    assert Path(words[0]).is_file()
    entry.turn(on=False)
    entry.turn(on=False)
    assert not entry.is_on


def test_settings_that_cannot_be_read_are_as_if_nobody_had_chosen(app):
    path = account_file(_FILE)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('{"remind_in_tray": "yes", "stay_when_closed": true, "later": 1}', "utf-8")
    assert machine_settings() == MachineSettings(stay_when_closed=True)
