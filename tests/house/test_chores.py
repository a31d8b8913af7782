"""dev.py: the words that a newcomer types first, and what they do on a bare machine."""

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from house_sources import ROOT


@pytest.fixture
def dev() -> Iterator[ModuleType]:
    """dev.py as a module; it is a script and stands outside the package."""
    spec = importlib.util.spec_from_file_location("dev", ROOT / "dev.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["dev"] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules["dev"]


def _dev(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "dev.py"), *arguments]
    return subprocess.run(command, env={**os.environ, **more}, capture_output=True, encoding="utf-8", check=False)


def test_alone_it_lists_its_words() -> None:
    told = _dev()

    assert told.returncode == 0
    assert [line.split()[0] for line in told.stdout.splitlines()[1:]] == [
        "run",
        "test",
        "lint",
        "bench",
        "shots",
        "build",
    ]


def test_an_unknown_word_is_answered_with_the_list_and_code_2() -> None:
    told = _dev("tests")

    assert told.returncode == 2
    assert "  test " in told.stdout


def test_shots_without_a_folder_is_one_sentence() -> None:
    told = _dev("shots")

    assert told.returncode == 1
    assert told.stderr == "dev.py: shots wants one folder: python3 dev.py shots OUT\n"


def test_it_stands_on_the_standard_library_alone() -> None:
    code = "import sys; sys.path[:] = [p for p in sys.path if 'site-packages' not in p]; sys.argv = ['dev.py']; "
    code += f"import runpy; runpy.run_path({str(ROOT / 'dev.py')!r}, run_name='__main__')"

    told = subprocess.run([sys.executable, "-I", "-S", "-c", code], capture_output=True, encoding="utf-8", check=False)

    assert told.stderr == ""
    assert told.returncode == 0


def test_an_older_python_is_told_what_is_needed(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(shutil, "which", lambda name: None)

    with pytest.raises(SystemExit, match=r"this is Python 3\.9; the program needs Python 3\.11 or later"):
        dev.use_a_new_enough_python()


def test_an_older_python_that_can_be_had_here_reads_the_file_far_enough_to_say_so() -> None:
    """No syntax newer than Python 3.7 stands where an older Python would stumble before the sentence."""
    import ast

    tree = ast.parse((ROOT / "dev.py").read_text("utf-8"), feature_version=(3, 7))

    assert tree.body


@pytest.mark.parametrize(
    ("arguments", "is_command"),
    [
        ([], False),
        (["--demo"], False),
        (["--folder", "D"], False),
        (["--demo", "--folder", "D"], False),
        (["list", "due", "--folder", "D"], True),
        (["--folder", "D", "check"], True),
    ],
)
def test_run_knows_the_window_from_a_command(dev: ModuleType, arguments: list[str], is_command: bool) -> None:  # noqa: FBT001 a column of the table of cases
    assert dev.has_word(arguments) is is_command


def test_a_linux_machine_without_a_display_is_noticed(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert not dev.has_display()

    monkeypatch.setenv("DISPLAY", ":1")
    assert dev.has_display()


def test_the_environment_is_made_anew_when_the_lock_changes(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text("# nothing to install\n", "utf-8")
    monkeypatch.setattr(dev, "LOCK", lock)
    monkeypatch.setattr(dev, "HOME", tmp_path / ".venv")
    monkeypatch.setattr(dev, "STAMP", tmp_path / ".venv" / "stamp")
    monkeypatch.setattr(dev, "PYTHON", tmp_path / ".venv" / dev.PYTHON.relative_to(dev.HERE / ".venv"))
    made: list[list[str]] = []

    def pretend(command: list[str]) -> int:
        """What making an environment leaves; really making two would take eight seconds, and the run of this test shows one."""
        made.append(command)
        dev.PYTHON.parent.mkdir(parents=True, exist_ok=True)
        dev.PYTHON.touch()
        return 0

    monkeypatch.setattr(dev, "call", pretend)

    dev.provide_environment()
    once = len(made)
    dev.provide_environment()
    unchanged = len(made)
    lock.write_text("# another nothing\n", "utf-8")
    dev.provide_environment()

    assert "--clear" in made[2]
    assert (once, unchanged, len(made)) == (2, 2, 4)


def test_a_library_that_is_not_there_is_asked_for_by_its_debian_name(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux lets the system bring what Qt loads")
    asked: list[list[str]] = []
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.setattr(dev, "QT_NEEDS", {"libc.so.6": "libc6", "libnot-there.so.9": "libnot-there9"})
    monkeypatch.setattr(dev, "install_debian", lambda packages, why: asked.append(packages))

    dev.provide_qt_libraries()

    assert asked == [["libnot-there9"]]


def test_without_the_right_to_install_the_missing_packages_are_named(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)

    assert not dev.install_debian(["libegl1", "libgl1"], "Qt's system libraries")

    assert capsys.readouterr().out.endswith("sudo apt-get install libegl1 libgl1\n")


def test_the_continuous_check_runs_the_tests_and_the_lint() -> None:
    script = ROOT / ".ci" / "run"

    assert os.access(script, os.X_OK)
    assert script.read_text("utf-8").endswith("python3 dev.py test\npython3 dev.py lint\n")
