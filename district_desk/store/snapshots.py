"""Snapshots: whole copies of the office's file, each checked before it counts.

A copy of the file's bytes would miss what still lies in the log beside it, so a snapshot is made by SQLite itself
(``VACUUM INTO``), under a temporary name, its pages are checked, and only then it gets its own. The name carries the
time and the reason: ``20231229-081500-daily.sqlite``. Attachments never change and are never removed, so the files of
a snapshot are those of the office.

Daily ones are thinned to one a day for 14 days, one a week for 8 weeks, one a month for 12 months; what a person or a
dangerous step asked for stays.
"""

import os
import re
import shutil
from collections.abc import Iterable
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Final

from district_desk.domain.listing import Snapshot
from district_desk.domain.problems import NotFound, UnopenableOffice
from district_desk.store.connections import open_plain, open_writer
from district_desk.store.faults import explained
from district_desk.store.opening import check_openable, check_pages

FOLDER: Final = "snapshots"

DAILY: Final = "daily"
ASKED: Final = "manual"
BEFORE_MIGRATION: Final = "before-migration"
BEFORE_RESTORE: Final = "before-restore"
DAMAGED: Final = "damaged"

_NAME: Final = re.compile(r"(?P<taken>\d{8}-\d{6})(?:\.\d+)?-(?P<reason>[a-z-]+)\.sqlite")
_TIME: Final = "%Y%m%d-%H%M%S"
_DAYS, _WEEKS, _MONTHS = 14, 8, 12


def take(path: Path, reason: str, at: datetime) -> Snapshot:
    """A checked copy of the office file at ``path``, in the folder of snapshots beside it."""
    folder = path.parent / FOLDER
    final = _free(folder, reason, at)
    making = final.with_suffix(".making")
    with explained(making):
        folder.mkdir(exist_ok=True)
        making.unlink(missing_ok=True)
        try:
            _copy_and_check(path, making)
            _settle(making)
            making.rename(final)
        finally:
            making.unlink(missing_ok=True)
    return _snapshot(final, at, reason)


def snapshots(folder: Path) -> list[Snapshot]:
    """The snapshots of the office in that folder, newest first."""
    found = []
    for path in (folder / FOLDER).glob("*.sqlite"):
        hit = _NAME.fullmatch(path.name)
        if hit:
            found.append(_snapshot(path, datetime.strptime(hit["taken"], _TIME), hit["reason"]))  # noqa: DTZ007 (office time)
    return sorted(found, key=lambda snapshot: snapshot.name, reverse=True)


def has_one_of(folder: Path, day: date) -> bool:
    """Whether a snapshot of that day is there."""
    return next((folder / FOLDER).glob(f"{day:%Y%m%d}-*.sqlite"), None) is not None


def thin(folder: Path, today: date) -> None:
    """Remove the daily snapshots that the rule of this module no longer keeps."""
    daily = [snapshot for snapshot in snapshots(folder) if snapshot.reason == DAILY]
    kept = _kept(daily, today)
    for snapshot in daily:
        if snapshot.name not in kept:
            with explained(folder / FOLDER / snapshot.name):
                (folder / FOLDER / snapshot.name).unlink(missing_ok=True)


def restore(path: Path, name: str, at: datetime) -> Snapshot:
    """Put a snapshot in the place of the office file at ``path``; the office must not be open. Returns the copy that
    was kept of what was there before.

    The snapshot is checked first, and copied beside the file before it takes its place in one step: on any failure
    the file is as it was. NotFound where there is no such snapshot; UnopenableOffice where it is not one of ours.
    """
    source = path.parent / FOLDER / name
    if not _NAME.fullmatch(name) or not source.is_file():
        raise NotFound("snapshot", name)
    check_openable(source)
    making = path.with_name(path.name + ".restoring")
    with explained(making):
        try:
            shutil.copyfile(source, making)
            with closing(open_writer(making)) as connection:
                check_pages(connection, source)
            _settle(making)
            before = _put_aside(path, at)
            making.replace(path)
        finally:
            making.unlink(missing_ok=True)
    return before


def _copy_and_check(path: Path, making: Path) -> None:
    with closing(open_plain(path)) as connection, explained(path):
        connection.execute("VACUUM INTO ?", (str(making),))
    with closing(open_plain(making)) as connection:
        check_pages(connection, making)


def _settle(path: Path) -> None:
    """Wait until the file is on the disk, so that its new name never stands for a half of it."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _put_aside(path: Path, at: datetime) -> Snapshot:
    """Keep what is there, and leave no log behind that would be read into the file that comes."""
    try:
        check_openable(path)
        kept = take(path, BEFORE_RESTORE, at)
        with closing(open_writer(path)) as connection, explained(path):
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except UnopenableOffice:
        kept = _keep_as_it_is(path, at)
    for ending in ("-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    return kept


def _keep_as_it_is(path: Path, at: datetime) -> Snapshot:
    """A damaged file cannot be copied page by page; its bytes and its log are kept for whoever may rescue them."""
    final = _free(path.parent / FOLDER, DAMAGED, at)
    final.parent.mkdir(exist_ok=True)
    for ending in ("", "-wal"):
        there = path.with_name(path.name + ending)
        if there.exists():
            shutil.copyfile(there, final.with_name(final.name + ending))
    return _snapshot(final, at, DAMAGED)


def _free(folder: Path, reason: str, at: datetime) -> Path:
    stem, number = f"{at:{_TIME}}", 1
    final = folder / f"{stem}-{reason}.sqlite"
    while final.exists():
        number += 1
        final = folder / f"{stem}.{number}-{reason}.sqlite"
    return final


def _snapshot(path: Path, taken: datetime, reason: str) -> Snapshot:
    size = path.stat().st_size if path.exists() else 0
    return Snapshot(path.name, taken.replace(microsecond=0), reason, size)


def _kept(daily: Iterable[Snapshot], today: date) -> set[str]:
    """The newest of each day, week and month, as long as each counts; ``daily`` comes newest first."""
    kept: dict[object, str] = {}
    for snapshot in daily:
        day = snapshot.taken.date()
        age = today - day
        if age < timedelta(days=_DAYS):
            kept.setdefault(day, snapshot.name)
        if age < timedelta(weeks=_WEEKS):
            kept.setdefault(day.isocalendar()[:2], snapshot.name)
        if (today.year - day.year) * 12 + today.month - day.month < _MONTHS:
            kept.setdefault(("month", day.year, day.month), snapshot.name)
    return set(kept.values())
