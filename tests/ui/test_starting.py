"""Starting: the first start, opening, refusals, a crash that is told, a smoke run in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from district_desk.desk.opening import create_office, default_folder, is_office, open_office
from district_desk.desk.profiles import profiles
from district_desk.ui import crash
from district_desk.ui.application import USUAL_SIZE, build
from district_desk.ui.places import PageKey

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def fresh(app, qtbot, tmp_path):
    window = build(tmp_path / "office")
    qtbot.waitUntil(lambda: window.here is PageKey.FIRST_START)
    yield window
    window.close()
    window.deleteLater()


def test_a_folder_without_an_office_leads_to_the_first_start_with_every_profile(fresh, tmp_path):
    page = fresh.page(PageKey.FIRST_START)
    titles = [page.cards.item(row).text() for row in range(page.cards.count())]
    assert titles == [info.title for info in profiles()]
    assert page._where.text() == str(tmp_path / "office")


def test_on_a_screen_no_larger_than_itself_the_window_fills_it_and_no_more(fresh, app):
    """At 1366 x 768 the window was as large as the screen and its foot line lay below the edge, with its frame."""
    assert app.primaryScreen().availableGeometry().width() <= USUAL_SIZE[0]
    assert fresh.isMaximized()


def test_before_an_office_is_chosen_no_entry_of_the_rail_leads_away(fresh):
    for entry in fresh.rail._entries.values():
        entry.click()
        assert fresh.here is PageKey.FIRST_START
        assert not any(each.isChecked() for each in fresh.rail._entries.values())


def test_choosing_a_profile_founds_the_office_and_shows_its_register(fresh, qtbot, tmp_path):
    page = fresh.page(PageKey.FIRST_START)
    page.choose_profile("cam-giang-2023")
    with qtbot.waitSignal(fresh.page_filled, timeout=10_000):
        page.found.click()
    assert fresh.here is PageKey.REGISTER
    assert fresh.desk.office.body_short == "UBND huyện Cẩm Giàng"
    assert fresh.desk.folder == tmp_path / "office"
    register = fresh.page(PageKey.REGISTER)
    assert register._empty._heading.text() == "Chưa có văn bản nào trong sổ này"
    assert not fresh.actions_["undo"].isEnabled()


def test_the_example_office_is_one_button_away(fresh, qtbot):
    page = fresh.page(PageKey.FIRST_START)
    with qtbot.waitSignal(fresh.page_filled, timeout=30_000):
        page._want_demo()
    assert fresh.page(PageKey.REGISTER).model.rowCount() > 0
    assert fresh.desk.folder.name.endswith("co-quan-mau")


def test_an_office_that_is_open_elsewhere_is_refused_with_a_sentence(app, qtbot, tmp_path):
    folder = tmp_path / "office"
    holder = create_office(folder, "trong")
    window = build(folder)
    try:
        qtbot.waitUntil(lambda: window.here is PageKey.FIRST_START)
        assert "đang được mở ở nơi khác" in window.messages.sentence
    finally:
        window.close()
        window.deleteLater()
        holder.close()


def test_a_damaged_file_is_refused_and_left_as_it_is(app, qtbot, tmp_path):
    folder = tmp_path / "office"
    create_office(folder, "trong").close()
    file = folder / "office.sqlite"
    file.write_bytes(b"this is no database" * 200)
    window = build(folder)
    try:
        qtbot.waitUntil(lambda: window.here is PageKey.FIRST_START)
        assert window.messages.sentence
        assert file.read_bytes().startswith(b"this is no database")
    finally:
        window.close()
        window.deleteLater()


def test_a_fault_is_told_once_says_what_was_not_lost_and_is_logged(app, qtbot, tmp_path, monkeypatch, capsys):
    told = []
    monkeypatch.setattr(crash.CrashDialog, "tell", classmethod(lambda *args: told.append(args[2:])))
    reporter = crash.CrashReporter()
    reporter._folder = tmp_path
    for _ in range(3):
        try:
            raise ValueError("lỗi thử")  # noqa: TRY301
        except ValueError as error:
            reporter.report(ValueError, error, error.__traceback__)
    qtbot.waitUntil(lambda: bool(told))

    assert len(told) == 1
    assert "Những gì đã lưu trước đó vẫn còn nguyên" in told[0][0]
    assert "lỗi thử" in told[0][1]
    assert (tmp_path / crash.FAULT_LOG).read_text("utf-8").count("lỗi thử") >= 3
    assert "lỗi thử" in capsys.readouterr().err


def test_a_fault_while_its_own_dialog_is_open_does_not_open_another(app, qtbot, monkeypatch):
    told = []
    reporter = crash.CrashReporter()

    def tell(*args):
        told.append(args)
        reporter._tell("another text")

    monkeypatch.setattr(crash.CrashDialog, "tell", classmethod(tell))
    reporter._tell("a text")
    assert len(told) == 1


def test_the_dialog_copies_its_details(app, qtbot):
    dialog = crash.CrashDialog(None, crash.SENTENCE, "chi tiết lỗi")
    qtbot.addWidget(dialog)
    dialog._copy()
    assert app.clipboard().text() == "chi tiết lỗi"


def _run(code: str, home: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": str(home)},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_a_smoke_run_opens_a_throwaway_office_shows_its_register_and_ends(tmp_path):
    done = _run("from district_desk.ui.start import main; raise SystemExit(main(None, smoke=True))", tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.iterdir())


def test_a_crash_below_python_is_told_at_the_next_start(tmp_path, app, monkeypatch):
    folder = tmp_path / "office"
    create_office(folder, "trong").close()
    code = (
        "import faulthandler; from pathlib import Path; from district_desk.ui.crash import CrashReporter;"
        f"r = CrashReporter(); r.keep_log_in(Path({str(folder)!r})); faulthandler._sigsegv()"
    )
    assert _run(code, tmp_path).returncode != 0

    reporter = crash.CrashReporter()
    left = reporter.keep_log_in(folder)
    reporter.release()
    assert "Fatal Python error" in left
    assert not (folder / crash.CRASH_LOG).exists()
    open_office(folder).close()


def test_the_example_office_asked_for_by_name_leaves_the_usual_folder_alone(app, qtbot):
    window = build(None, demo=True)
    try:
        qtbot.waitUntil(lambda: window.desk is not None, timeout=30_000)
        assert window.desk.folder != default_folder()
        assert not is_office(default_folder())
    finally:
        window.close()
        window.deleteLater()
