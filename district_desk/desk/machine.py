"""What the machine refuses, as problems that can be told: disk full, no right to write, held by another program."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from district_desk.domain.problems import DiskFull, FileBusy, NotFound, Problem, ReadOnly

_FULL: Final = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG}
_REFUSED: Final = {errno.EACCES, errno.EPERM, errno.EROFS}
_HELD: Final = {errno.EBUSY, errno.ETXTBSY}
_HELD_ON_WINDOWS: Final = {32, 33}  # ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION
_FULL_ON_WINDOWS: Final = {39, 112}  # ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL


def problem_of(error: OSError, path: Path) -> Problem | None:
    """The problem that an error of the operating system means for ``path``, or None where it is not one of ours."""
    windows = getattr(error, "winerror", None)
    if error.errno in _FULL or windows in _FULL_ON_WINDOWS:
        return DiskFull(path)
    if error.errno in _HELD or windows in _HELD_ON_WINDOWS:
        return FileBusy(path)
    if error.errno in _REFUSED:
        return ReadOnly(path)
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        return NotFound("path", str(path))
    return None


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Raise the machine's refusals inside the block as problems about ``path``."""
    try:
        yield
    except OSError as error:
        problem = problem_of(error, path)
        if problem is None:
            raise
        raise problem from error


def write_whole(path: Path, content: bytes) -> Path:
    """Write a file so that it is there whole or not at all; an existing one stays until the new one is complete.

    Raises:
        DiskFull, ReadOnly, FileBusy, NotFound: as the machine says, about ``path``.
    """
    beside = path.with_name(path.name + ".part")
    with explained(path):
        try:
            beside.write_bytes(content)
            beside.replace(path)
        except BaseException:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
            raise
    return path
