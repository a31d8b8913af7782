"""The folder into which the office's scanner saves: which files have arrived there and wait to be entered.

Nothing in it is moved, changed, deleted or read before somebody opens it; its bytes are only counted and hashed. A
file waits once it has settled, until it was offered, passed over or registered: each remembered by content (SHA-256),
so that a file renamed, or copied again, is not offered twice.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from district_desk.desk.filing import digest_of
from district_desk.desk.office_desk import Desk
from district_desk.desk.this_machine import keep_values, kept_values
from district_desk.domain.directives import Attachment
from district_desk.domain.problems import Problem

SETTLED_AFTER: Final = 3.0
"""Seconds in which neither size nor time of change moved: the scanner has written the last page."""
_KINDS: Final = frozenset({".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".doc", ".docx"})
_FILE: Final = "scanner.json"
_MOST_KEPT: Final = 20_000
"""Contents remembered for an office; a scanner of a commune makes a tenth of that in a year."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file that waits, with the SHA-256 of its content in hex."""

    path: Path
    digest: str


@dataclass(frozen=True, slots=True)
class _Seen:
    """A file at a glance: size in bytes, time of change in nanoseconds, since when (s) both are so; then its digest."""

    size: int
    changed: int
    since: float
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Glance:
    """What stood in the folder. ``waiting`` the oldest first; ``settles`` where a file may still grow; ``is_there``
    False where the folder cannot be looked into (a drive that is not connected)."""

    waiting: tuple[Waiting, ...] = ()
    settles: bool = False
    is_there: bool = True
    files: Mapping[Path, _Seen] = field(default_factory=dict)


def glance(desk: Desk, folder: Path, before: Glance, at: float, stop: Callable[[], bool] | None = None) -> Glance:
    """Look into the folder, ``before`` being the last glance; ``at`` is the moment in seconds of any steady clock."""
    files: dict[Path, _Seen] = {}
    try:
        for path, seen in _found(folder, at):
            if stop and stop():
                return before
            files[path] = _followed(path, seen, before.files.get(path))
    except OSError:
        return Glance(is_there=False)
    unknown = _unknown(desk, ((path, seen) for path, seen in files.items() if seen.digest))
    return Glance(tuple(unknown), any(not seen.digest for seen in files.values()), files=files)


def pass_over(desk: Desk, files: Iterable[Waiting]) -> None:
    """Offer these no more: somebody opened them, or wants none of them.

    Raises:
        ReadOnly, DiskFull, FileBusy: as the machine says.
    """
    kept = {**dict.fromkeys(_passed(desk)), **dict.fromkeys(file.digest for file in files)}
    keep_values(_FILE, {**kept_values(_FILE), _key(desk): list(kept)[-_MOST_KEPT:]})


def _found(folder: Path, at: float) -> Iterator[tuple[Path, _Seen]]:
    """The scans in the folder, as they are now; what is hidden, empty or of another kind is not the scanner's."""
    for path in folder.iterdir():
        if path.suffix.lower() in _KINDS and not path.name.startswith((".", "~")) and path.is_file():
            told = path.stat()
            if told.st_size:
                yield path, _Seen(told.st_size, told.st_mtime_ns, at)


def _followed(path: Path, now: _Seen, before: _Seen | None) -> _Seen:
    """The same file after another look: once it has settled, its content is known."""
    if before is None or (before.size, before.changed) != (now.size, now.changed):
        return now
    if before.digest or now.since - before.since < SETTLED_AFTER:
        return before
    try:
        return replace(before, digest=digest_of(path))
    except Problem:  # the scanner still holds it, or it is gone again
        return now


def _unknown(desk: Desk, files: Iterable[tuple[Path, _Seen]]) -> Iterator[Waiting]:
    """The files whose content nobody has dealt with, each content once, the oldest first."""
    done, reader = set(_passed(desk)), desk.store.reading()
    for path, seen in sorted(files, key=lambda one: (one[1].changed, one[0].name)):
        if seen.digest not in done and not reader.find(Attachment, digest=seen.digest):
            yield Waiting(path, seen.digest)
        done.add(seen.digest)


def _passed(desk: Desk) -> list[str]:
    kept = kept_values(_FILE).get(_key(desk))
    return [each for each in kept if isinstance(each, str)] if isinstance(kept, list) else []


def _key(desk: Desk) -> str:
    return str(desk.folder.resolve())
