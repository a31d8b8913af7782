"""Starting with the machine: a value under the Run key of Windows, a desktop entry in ``autostart`` elsewhere.

What the system holds is the setting; nothing is remembered beside it.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import QSettings, QStandardPaths

import district_desk
from district_desk.desk.machine import explained, write_whole
from district_desk.desk.opening import default_folder
from district_desk.domain.problems import ReadOnly

_RUN: Final = r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Run"
_VALUE: Final = "DistrictDesk"
_ENTRY: Final = "district-desk.desktop"


class Autostart(Protocol):
    """A place where the system looks for what it starts."""

    @property
    def is_on(self) -> bool:
        """Whether the program stands there."""

    def turn(self, *, on: bool) -> None:
        """Put the program there, or take it away. Raises ReadOnly where the system refuses."""


class RunKey:
    """A value with the command, in the registry (``QSettings`` of format NativeFormat)."""

    def __init__(self, settings: QSettings, command: Sequence[str]) -> None:
        self._settings, self._command = settings, command

    @property
    def is_on(self) -> bool:
        """Whether the value is there, for whatever folder."""
        return self._settings.contains(_VALUE)

    def turn(self, *, on: bool) -> None:
        """Write or remove the value."""
        if on:
            self._settings.setValue(_VALUE, subprocess.list2cmdline(self._command))
        else:
            self._settings.remove(_VALUE)
        self._settings.sync()
        if self._settings.status() is not QSettings.Status.NoError:
            raise ReadOnly(Path(self._settings.fileName()))


class DesktopEntry:
    """A file of the freedesktop autostart specification."""

    def __init__(self, folder: Path, command: Sequence[str]) -> None:
        self._file, self._command = folder / _ENTRY, command

    @property
    def is_on(self) -> bool:
        """Whether the file is there."""
        return self._file.is_file()

    def turn(self, *, on: bool) -> None:
        """Write or remove the file."""
        with explained(self._file):
            if not on:
                self._file.unlink(missing_ok=True)
                return
            self._file.parent.mkdir(parents=True, exist_ok=True)
        home = Path(district_desk.__file__).parent.parent  # where the source tree's package is found
        lines = ("[Desktop Entry]", "Type=Application", "Name=District Desk", f"Exec={_quoted(self._command)}",
                 f"Path={home}", "Terminal=false")  # fmt: skip
        write_whole(self._file, ("\n".join(lines) + "\n").encode())


def command(folder: Path) -> list[str]:
    """What starts the program on an office's folder; the usual folder needs no name."""
    frozen = bool(getattr(sys, "frozen", False))
    start = [sys.executable] if frozen else [sys.executable, "-m", "district_desk"]
    return start if folder == default_folder() else [*start, "--folder", str(folder)]


def autostart_here(folder: Path) -> Autostart | None:
    """The place on this machine, for an office's folder; None where there is none that would work."""
    if sys.platform == "win32":
        run = QSettings(_RUN, QSettings.Format.NativeFormat)
        return RunKey(run, command(folder)) if getattr(sys, "frozen", False) else None
    if not os.environ.get("XDG_CURRENT_DESKTOP"):
        return None
    settings = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return DesktopEntry(Path(settings) / "autostart", command(folder))


def _quoted(words: Sequence[str]) -> str:
    """The Exec line: each word in quotes, with the four reserved letters and the field code's % escaped."""
    escaped = (word.replace("\\", r"\\").replace('"', r"\"").replace("`", r"\`").replace("$", r"\$") for word in words)
    return " ".join(f'"{word.replace("%", "%%")}"' for word in escaped).replace("\\", r"\\")
