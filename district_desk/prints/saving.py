"""A finished file takes the place of an old one in one step, or not at all.

The new file is written beside its target and moved over it when it is whole, so that a full disk or a stopped job
leaves the good one untouched.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from district_desk.domain.problems import FileBusy, PathTaken, Problem, ReadOnly
from district_desk.domain.refusals import refusal


@contextmanager
def replacing(target: Path) -> Iterator[BinaryIO]:
    """A stream whose content becomes ``target`` when the block ends well. Missing folders are made.

    Raises:
        DiskFull: no room left.
        ReadOnly: the folder or the file may not be written.
        PathTaken: a folder or a device stands there.
        FileBusy: another program holds the target.
    """
    with as_problems(target):
        _refuse_unwritable(target)
        target.parent.mkdir(parents=True, exist_ok=True)
        number, name = tempfile.mkstemp(prefix=f".{target.name[:40]}-", suffix=".tmp", dir=target.parent)
    temporary = Path(name)
    try:
        with as_problems(target), os.fdopen(number, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        with as_problems(target):
            temporary.chmod(0o666 & ~_umask())
        _move(temporary, target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


@contextmanager
def as_problems(target: Path) -> Iterator[None]:
    """Tell the machine's refusals as problems about that file."""
    try:
        yield
    except OSError as fault:
        raise _problem(fault, target) from fault


def _problem(fault: OSError, target: Path) -> Problem:
    return refusal(fault, target) or ReadOnly(target)


def _refuse_unwritable(target: Path) -> None:
    """A folder or a device is never replaced: moving a file over ``/dev/null`` would take it from the whole machine."""
    if target.exists() and not target.is_file():
        raise PathTaken(target)
    if target.exists() and not os.access(target, os.W_OK):
        raise ReadOnly(target)


def _move(temporary: Path, target: Path) -> None:
    """Windows refuses to replace a file that a program holds open (Word, a viewer)."""
    try:
        temporary.replace(target)
    except PermissionError as fault:
        raise FileBusy(target) from fault
    except OSError as fault:
        raise _problem(fault, target) from fault


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
