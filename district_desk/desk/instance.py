"""One program an office: a lock that the system itself lets go when the process ends, however it ends."""

import os
import platform
import sys
from datetime import datetime
from pathlib import Path
from typing import IO, Final

from district_desk.desk.machine import explained
from district_desk.domain.problems import Unopenable, UnopenableOffice

LOCK_NAME: Final = "office.lock"
_FAR: Final = 1 << 30
"""Windows forbids reading a locked byte: the lock lies beyond the words that say who holds it."""


class Instance:
    """The right to work in an office folder; held from making until :meth:`release`."""

    def __init__(self, folder: Path, now: datetime) -> None:
        """Take the lock.

        Raises:
            UnopenableOffice: another process holds it; the detail says which and since when.
            ReadOnly, DiskFull: the folder cannot be written.
        """
        path = folder / LOCK_NAME
        with explained(folder):
            self._file: IO[str] = path.open("a+", encoding="utf-8")
        try:
            _lock(self._file)
        except OSError:
            self._file.seek(0)
            holder = self._file.read().strip()
            self._file.close()
            raise UnopenableOffice(folder, Unopenable.ALREADY_OPEN, holder) from None
        with explained(folder):
            self._file.seek(0)
            self._file.truncate()
            self._file.write(f"{platform.node()}, tiến trình {os.getpid()}, từ {now:%H:%M ngày %d/%m/%Y}")
            self._file.flush()

    def release(self) -> None:
        """Let the next one in; a second call does nothing."""
        self._file.close()


def _lock(file: IO[str]) -> None:
    if sys.platform == "win32":
        import msvcrt

        file.seek(_FAR)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
