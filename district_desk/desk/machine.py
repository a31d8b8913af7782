"""What the machine refuses, as problems that can be told: disk full, no right to write, held by another program."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from district_desk.domain.refusals import refusal


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Raise the machine's refusals inside the block as problems about ``path``."""
    try:
        yield
    except OSError as error:
        problem = refusal(error, path)
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
