"""What the operating system refuses, sorted once for every room that touches a disk: a problem that can be told."""

import errno
from pathlib import Path
from typing import Final

from district_desk.domain.problems import DiskFull, FileBusy, NotFound, PathTaken, Problem, ReadOnly

_NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_HELD: Final = frozenset({errno.EBUSY, errno.ETXTBSY, errno.EDEADLK})
_FORBIDDEN: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_IN_THE_WAY: Final = frozenset({errno.EEXIST, errno.EISDIR, errno.ENOTEMPTY})
_NOWHERE: Final = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO, errno.ELOOP, errno.ENAMETOOLONG})
_WINDOWS_HELD: Final = frozenset({32, 33})
"""ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION: Windows names them EACCES, which would mislead."""
_WINDOWS_NO_ROOM: Final = frozenset({39, 112})
"""ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL."""


def refusal(error: OSError, path: Path) -> Problem | None:
    """The problem that an error of the operating system means for ``path``; None where it is none that has a remedy."""
    windows = getattr(error, "winerror", None)
    if error.errno in _NO_ROOM or windows in _WINDOWS_NO_ROOM:
        return DiskFull(path)
    if error.errno in _HELD or windows in _WINDOWS_HELD:
        return FileBusy(path)
    if error.errno in _FORBIDDEN:
        return ReadOnly(path)
    if error.errno in _IN_THE_WAY:
        return PathTaken(path)
    return NotFound("path", str(path)) if error.errno in _NOWHERE else None
