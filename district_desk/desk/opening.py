"""Opening an office: the folder is looked at, locked and only then opened; a new one is made whole or not at all."""

import platform
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from district_desk.desk.instance import LOCK_NAME, Instance
from district_desk.desk.machine import explained
from district_desk.desk.office_desk import OFFICE_FILE, Clock, Desk
from district_desk.desk.place import check_place
from district_desk.domain.problems import NotFound, Unopenable, UnopenableOffice
from district_desk.store import Store


def default_folder() -> Path:
    """Where this account's office lies when no other folder is named."""
    from platformdirs import user_data_path

    return user_data_path("DistrictDesk", appauthor=False, roaming=False)


def example_beside(folder: Path) -> Path:
    """Where the example office lies, so that it never takes the place of the office's own folder."""
    return folder.with_name(f"{folder.name}-co-quan-mau")


def is_office(folder: Path) -> bool:
    """Whether a folder holds an office's file; nothing is opened."""
    return (folder / OFFICE_FILE).is_file()


def create_office(folder: Path, profile: str, *, clock: Clock = datetime.now) -> Desk:
    """Make an office in a folder from a shipped profile, and sit down at its desk.

    Raises:
        NotFound: no such profile.
        UnopenableOffice: an office is there already, or the place is a network drive or a synchronised folder.
        ReadOnly, DiskFull: nothing was made.
    """
    from district_desk.desk.profiles import profile_named, write_profile

    chosen = profile_named(profile)
    check_place(folder)
    if is_office(folder):
        raise UnopenableOffice(folder, Unopenable.EXISTS)
    with explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
    instance = Instance(folder, clock())
    try:
        desk = Desk(folder, Store.create(folder / OFFICE_FILE, machine=platform.node()), instance, clock)
    except BaseException:
        instance.release()
        raise
    try:
        with desk.writing("create_office", subject=chosen["title"]) as writing:
            write_profile(writing, chosen)
            writing.note(count=1)
    except BaseException:
        desk.close()
        _remove_unborn(folder)
        raise
    return desk


def open_office(folder: Path, *, clock: Clock = datetime.now) -> Desk:
    """Sit down at an office's desk.

    Raises:
        NotFound: the folder is not there.
        UnopenableOffice: with the reason; the files are left as they are.
        ReadOnly: the folder may not be written.
    """
    if not folder.is_dir():
        raise NotFound("path", str(folder))
    check_place(folder)
    if not is_office(folder):
        raise UnopenableOffice(folder, Unopenable.MISSING)
    instance = Instance(folder, clock())
    try:
        return Desk(folder, Store.open(folder / OFFICE_FILE, machine=platform.node()), instance, clock)
    except BaseException:
        instance.release()
        raise


def _remove_unborn(folder: Path) -> None:
    for name in (OFFICE_FILE, f"{OFFICE_FILE}-wal", f"{OFFICE_FILE}-shm", LOCK_NAME):
        with suppress(OSError):
            (folder / name).unlink(missing_ok=True)
