#!/usr/bin/env python3
"""Every chore of the project in one word, on a machine with nothing but Python 3.11.

    python3 dev.py run [--demo] [--folder D]   start the program
    python3 dev.py test                        every test
    python3 dev.py                             the other words

The first word that needs them makes a virtual environment `.venv` from `requirements.lock` and, on Debian
as root, installs the system libraries that Qt loads and the model by which scans are recognised. When the lock
changes, `.venv` is made anew. This file stands on the standard library alone, and an older Python can read it far
enough to be told in a sentence what is missing.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, NoReturn

HERE = Path(__file__).resolve().parent
LOCK = HERE / "requirements.lock"
HOME = HERE / ".venv"
STAMP = HOME / "made-from-lock.sha256"
WINDOWS = sys.platform == "win32"
PYTHON = HOME / ("Scripts/python.exe" if WINDOWS else "bin/python")
OLDEST = (3, 11)
EXAMPLE = HERE / "resources" / "examples" / "chi-thi-vi-du.txt"
ARRIVED = "2023-04-07"  # two days after the example's own date, while the demo office is at work

# What the Qt libraries of the PySide6 wheel link to and the wheel does not carry: soname → Debian package.
QT_NEEDS = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfreetype.so.6": "libfreetype6",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
# The Vietnamese model of text recognition: where Debian keeps it, and its package. The program works without it.
MODELS = Path("/usr/share/tesseract-ocr")
MODEL_PACKAGE = "tesseract-ocr-vie"
# A window under X needs these as well; a picture or a test does not.
X_NEEDS = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


class Chore(NamedTuple):
    """A word of the command line: what it does and the sentence that explains it."""

    do: Callable[[list[str]], int]
    sentence: str


def say(sentence: str) -> None:
    """One line to the person, in order with what the programs we start print."""
    print(sentence, flush=True)


def give_up(sentence: str) -> NoReturn:
    """End with one sentence and no traceback."""
    sys.exit("dev.py: " + sentence)


def call(command: list[str], **more: str) -> int:
    """Run a command in the project's folder with `more` environment variables; its exit code."""
    return subprocess.run(command, cwd=HERE, env={**os.environ, **more}, check=False).returncode


def must(command: list[str], otherwise: str) -> None:
    """Run a command whose failure ends everything with a sentence."""
    if call(command):
        give_up(otherwise)


# --- the environment -------------------------------------------------------------------------------------------------


def use_a_new_enough_python() -> None:
    """Go on under Python 3.11 or later; look for one when started by an older one."""
    if sys.version_info[:2] >= OLDEST:  # the linter knows our oldest Python; the person may not
        return
    for name in ("python3.13", "python3.12", "python3.11"):
        found = shutil.which(name)
        if found and call([found, "-c", ""]) == 0:  # a version manager's shim may be there without a Python behind it
            os.execv(found, [found, *sys.argv])
    give_up(f"this is Python {'.'.join(map(str, sys.version_info[:2]))}; the program needs Python 3.11 or later.")


def install_debian(packages: list[str], why: str) -> bool:
    """Install Debian packages when we may; otherwise say which are missing. Whether they are there now."""
    apt = shutil.which("apt-get")
    if not apt or os.geteuid() != 0:
        say("Missing: " + why + ". On Debian: sudo apt-get install " + " ".join(packages))
        return False
    say("Installing for " + why + ": " + " ".join(packages))
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    call([apt, "update", "-q"], **quiet)
    return call([apt, "install", "-y", "-q", "--no-install-recommends", *packages], **quiet) == 0


def loads(soname: str) -> bool:
    """Whether the system's loader finds that library, whoever installed it."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def provide_qt_libraries() -> None:
    """See to the libraries that Qt loads from a Linux system."""
    if not sys.platform.startswith("linux"):
        return
    needs = {**QT_NEEDS, **X_NEEDS} if os.environ.get("DISPLAY") else QT_NEEDS
    missing = sorted(package for soname, package in needs.items() if not loads(soname))
    if missing:
        install_debian(missing, "Qt's system libraries")


def provide_model() -> None:
    """See to the model by which scans are recognised; where TESSDATA_PREFIX is set, the person has seen to it."""
    if not sys.platform.startswith("linux") or "TESSDATA_PREFIX" in os.environ:
        return
    if not any(MODELS.glob("*/tessdata/vie.traineddata")):
        install_debian([MODEL_PACKAGE], "the recognition of scans")


def digest() -> str:
    """What the environment depends on: the lock and the Python that made it."""
    return hashlib.sha256(LOCK.read_bytes() + repr(sys.version_info[:2]).encode()).hexdigest()


def provide_environment() -> None:
    """Make `.venv` from the lock unless it was made from this very lock."""
    wanted = digest()
    if STAMP.is_file() and PYTHON.exists() and STAMP.read_text(encoding="ascii").strip() == wanted:
        return
    say("Making .venv from requirements.lock (once; a minute or two) …")
    fresh = [sys.executable, "-m", "venv", "--clear", str(HOME)]
    if not has_module("ensurepip"):
        version = f"python{sys.version_info.major}.{sys.version_info.minor}"
        install_debian([version + "-venv"], "Python's virtual environments")
    must(fresh, "no virtual environment could be made in .venv.")
    install = [
        str(PYTHON),
        "-m",
        "pip",
        "install",
        "-qq",
        "--no-deps",
        "--disable-pip-version-check",
        "-r",
        str(LOCK),
    ]
    must(install, "the packages of requirements.lock could not be installed; the lines above say why.")
    STAMP.write_text(wanted + "\n", encoding="ascii")


def has_module(name: str) -> bool:
    """Whether this Python has that module of the standard library; Debian splits some off."""
    return (
        subprocess.run([sys.executable, "-c", "import " + name], stderr=subprocess.DEVNULL, check=False).returncode == 0
    )


def python(*arguments: str) -> list[str]:
    """A command line of the project's own Python; the environment is made when it is not there."""
    provide_environment()
    return [str(PYTHON), *arguments]


# --- run -------------------------------------------------------------------------------------------------------------


def has_display() -> bool:
    """Whether a window can be shown; only Linux may lack a display."""
    asked = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in asked)


def run(arguments: list[str]) -> int:
    """Start the window, or the command line when a word is given; without a display, play the main job."""
    if has_word(arguments):
        return call(python("-m", "district_desk", *arguments))
    if has_display():
        provide_qt_libraries()
        return call(python("-m", "district_desk", *arguments))
    say(
        "There is no display here, so no window. Instead: the main job on a throwaway demo office, by the command line."
    )
    return play_main_job()


def has_word(arguments: list[str]) -> bool:
    """Whether the arguments name a command of the command line, beside options and the folder's path."""
    before = ["", *arguments]
    return any(not word.startswith("-") and last != "--folder" for last, word in zip(before, arguments, strict=False))


def desk(*words: str) -> str:
    """One command of the program's command line; what it printed. Its failure ends the play."""
    command = python("-m", "district_desk", *words)
    say("$ district-desk " + " ".join(words))
    done = subprocess.run(command, cwd=HERE, stdout=subprocess.PIPE, encoding="utf-8", check=False)
    if done.returncode:
        give_up(f"the command above ended with code {done.returncode}: {done.stdout.strip()}")
    return done.stdout


def play_main_job() -> int:
    """From a directive on disk to printed sheets, and found again; the PDFs stay under out/."""
    out = HERE / "out" / "run"
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="district-desk-") as place:
        folder = ["--folder", str(Path(place) / "office")]
        desk("demo", *folder)
        entered = json.loads(desk("register", str(EXAMPLE), *folder, "--arrived", ARRIVED, "--json"))
        directive = str(entered["directive"])
        say(f"  arrival number {entered['arrival_number']}, {count(entered['items'])} items")
        given = json.loads(desk("assign", *folder, "--directive", directive, "--as-read", "--json"))
        say(f"  {count(given['assignments'])} assignments, {count(given['unresolved'])} addressees left to the clerk")
        found = json.loads(desk("search", "cai cach hanh chinh", *folder, "--json"))
        say(f"  {len(found)} hits without typing a single mark")
        made = [print_to(out, folder, form, directive) for form in printed_forms()]
    say("Printed:")
    for path in made:
        say("  " + str(path))
    return 0


def count(value: list[object] | int) -> int:
    """How many, of an answer that is a list or already a number."""
    return value if isinstance(value, int) else len(value)


def printed_forms() -> list[str]:
    """The names of all forms, as the program lists them: the first word of each line."""
    return [line.split()[0] for line in desk("forms").splitlines() if line.strip()]


def print_to(out: Path, folder: list[str], form: str, directive: str) -> Path:
    """One form as a PDF: a sheet or slip of the directive, or a register of its year."""
    path = out / (form + ".pdf")
    about = ["--directive", directive] if form.startswith("phieu") else ["--year", ARRIVED[:4]]
    desk("print", form, *folder, "--out", str(path), *about)
    return path


# --- the other words -------------------------------------------------------------------------------------------------


def test(arguments: list[str]) -> int:
    """Every test, or those that pytest's own arguments choose."""
    provide_qt_libraries()
    provide_model()
    return call(python("-m", "pytest", *arguments))


def lint(_arguments: list[str]) -> int:
    """All checks, each to its end, so that one run tells everything."""
    checks = {
        "ruff": python("-m", "ruff", "check", "."),
        "the format": python("-m", "ruff", "format", "--check", "."),
        "mypy": python("-m", "mypy"),
        "mypy of this file": python("-m", "mypy", "dev.py"),
        "the walls between the rooms": [str(PYTHON.parent / "lint-imports"), "--no-logo"],
    }
    failed = [name for name, check in checks.items() if call(check)]
    say("lint: " + (", ".join(failed) + " failed" if failed else "all checks passed"))
    return 1 if failed else 0


def bench(arguments: list[str]) -> int:
    """The timed claims, as ratios measured in one run."""
    provide_qt_libraries()
    provide_model()
    return call(python("tests/bench/bench.py", *arguments), QT_QPA_PLATFORM="offscreen")


def shots(arguments: list[str]) -> int:
    """Pictures of every page at 100, 125 and 150 %, in three folders of OUT."""
    if len(arguments) != 1:
        give_up("shots wants one folder: python3 dev.py shots OUT")
    provide_qt_libraries()
    for percent in (100, 125, 150):
        out = Path(arguments[0]).resolve() / str(percent)
        out.mkdir(parents=True, exist_ok=True)
        code = call(
            python("-m", "district_desk.ui.shots", str(out)),
            QT_QPA_PLATFORM="offscreen",
            QT_SCALE_FACTOR=str(percent / 100),
        )
        if code:
            return code
    return 0


def build(_arguments: list[str]) -> int:
    """The one-folder program, then its own start on a throwaway office."""
    provide_qt_libraries()
    must(python("-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "build.spec"), "PyInstaller failed.")
    folder = HERE / "dist" / "district-desk"
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    size = sum(path.stat().st_size for path in files)
    say(f"dist/district-desk: {len(files)} files, {size / 1e6:.0f} MB")
    program = folder / ("district-desk.exe" if WINDOWS else "district-desk")
    more = {} if has_display() else {"QT_QPA_PLATFORM": "offscreen"}
    code = call([str(program), "--smoke"], **more)
    say("the built program " + (f"failed with code {code}" if code else "started, showed the register and closed"))
    return code


CHORES: dict[str, Chore] = {
    "run": Chore(run, "[--demo] [--folder D]  start the program; without a display, play the main job and print PDFs"),
    "test": Chore(test, "[pytest's arguments]  run the tests"),
    "lint": Chore(lint, "ruff, mypy and the walls between the rooms"),
    "bench": Chore(bench, "time and memory, as ratios of one run"),
    "shots": Chore(shots, "OUT  pictures of every page at 100, 125 and 150 %"),
    "build": Chore(build, "the one-folder program under dist/, started once"),
}


def main(arguments: list[str]) -> int:
    """Do the chore that the first word names; list them when there is none."""
    chore: Chore | None = CHORES.get(arguments[0]) if arguments else None
    if chore is None:
        say("python3 dev.py …\n" + "\n".join(f"  {word:6} {each.sentence}" for word, each in CHORES.items()))
        return 2 if arguments else 0
    use_a_new_enough_python()
    return chore.do(arguments[1:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
