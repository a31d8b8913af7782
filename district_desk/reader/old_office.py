"""Word 97, RTF and OpenDocument by way of LibreOffice, where it is installed: converted to DOCX and read like one.

LibreOffice runs without a window, one at a time, in a profile of its own that lives as long as the conversion: no
macro is run, no link is followed, and nothing of the person's own LibreOffice is touched. It is killed with its
children when it is stopped or takes too long.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import Final

from district_desk.domain.problems import Stopped, Unreadable, UnreadableFile

LONGEST: Final = 60.0
"""Seconds that a conversion may take; a first start takes five, a plan of a hundred pages ten."""
_TURN: Final = Lock()
_LOOK: Final = 0.1
_WORD_STREAM: Final = "WordDocument".encode("utf-16-le")
_LOCKED_STREAM: Final = "EncryptedPackage".encode("utf-16-le")
"""Where a DOCX with a password lies in the container of Word 97."""
_HEADER: Final = 512
"""Offset of the document's header in a Word 97 file as Word writes it."""
_WORD_MARK: Final = b"\xec\xa5"
_LOCKED_BIT: Final = 0x01
_SETTINGS: Final = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def kind_of_container(path: Path) -> str:
    """DOC for a Word 97 file.

    Raises:
        UnreadableFile: ENCRYPTED_WORD, or UNKNOWN_FORMAT where another program's document lies in the container.
    """
    raw = path.read_bytes()
    if _LOCKED_STREAM in raw:
        raise UnreadableFile(path, Unreadable.ENCRYPTED_WORD)
    if _WORD_STREAM not in raw:
        raise UnreadableFile(path, Unreadable.UNKNOWN_FORMAT)
    header = raw[_HEADER : _HEADER + 12]
    if header.startswith(_WORD_MARK) and len(header) == 12 and header[11] & _LOCKED_BIT:
        raise UnreadableFile(path, Unreadable.ENCRYPTED_WORD)
    return "DOC"


def is_open_document(path: Path) -> bool:
    """Whether a ZIP archive is a text of OpenDocument.

    Raises:
        UnreadableFile: ENCRYPTED_WORD.
    """
    try:
        with zipfile.ZipFile(path) as archive, archive.open("mimetype") as part:
            if not part.read(100).startswith(b"application/vnd.oasis.opendocument.text"):
                return False
            with archive.open("META-INF/manifest.xml") as manifest:
                locked = b"encryption-data" in manifest.read(1_000_000)
    except (zipfile.BadZipFile, KeyError, RuntimeError, NotImplementedError, EOFError, ValueError, OSError):
        return False
    if locked:
        raise UnreadableFile(path, Unreadable.ENCRYPTED_WORD)
    return True


@contextmanager
def as_docx(path: Path, kind: str, stop: Callable[[], bool] | None) -> Iterator[Path]:
    """The document as a DOCX that is gone afterwards; ``kind`` is DOC, RTF or ODT.

    Raises:
        UnreadableFile: NO_CONVERTER where LibreOffice is not installed, NOT_CONVERTED where it makes nothing of the file.
        Stopped: ``stop`` said so.
    """
    program = _program()
    if program is None:
        raise UnreadableFile(path, Unreadable.NO_CONVERTER, kind)
    while not _TURN.acquire(timeout=_LOOK):
        _heed(stop)
    try:
        with TemporaryDirectory(prefix="district-desk-", ignore_cleanup_errors=True) as folder:
            home = Path(folder)
            source = home / f"document.{kind.lower()}"
            shutil.copyfile(path, source)
            _run(program, source, home, stop)
            made = source.with_suffix(".docx")
            if not made.is_file():
                raise UnreadableFile(path, Unreadable.NOT_CONVERTED, kind)
            yield made
    finally:
        _TURN.release()


def _program() -> str | None:
    """LibreOffice's program: on the path, or where Windows installs it."""
    if found := shutil.which("soffice") or shutil.which("libreoffice"):
        return found
    places = (os.environ.get(name, "") for name in ("PROGRAMFILES", "PROGRAMFILES(X86)"))
    programs = (Path(place, "LibreOffice", "program", "soffice.exe") for place in places if place)
    return next((str(program) for program in programs if program.is_file()), None)


def _run(program: str, source: Path, home: Path, stop: Callable[[], bool] | None) -> None:
    profile = home / "profile" / "user"
    profile.mkdir(parents=True)
    (profile / "registrymodifications.xcu").write_text(_SETTINGS, "utf-8")
    command = [
        program, f"-env:UserInstallation={profile.parent.as_uri()}", "--headless", "--norestore", "--nologo", "--nodefault",
        "--nolockcheck", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(home), str(source),
    ]  # fmt: skip
    nothing = subprocess.DEVNULL
    until = time.monotonic() + LONGEST
    process = subprocess.Popen(command, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True)  # noqa: S603 - LibreOffice, found above
    try:
        while process.poll() is None and time.monotonic() < until:
            _heed(stop)
            time.sleep(_LOOK)
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and all that it started, if it has not ended."""
    if sys.platform == "win32":
        if process.poll() is None:
            ended = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
            subprocess.run(ended, capture_output=True, check=False)  # noqa: S603 - Windows' own
    else:
        with suppress(ProcessLookupError):  # all of them have ended
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _heed(stop: Callable[[], bool] | None) -> None:
    if stop and stop():
        raise Stopped
