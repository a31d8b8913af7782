"""The office's own forms: a folder beside its file; a copy of a shipped form in it is used in its place."""

from datetime import datetime
from pathlib import Path
from typing import Final

from district_desk.desk.office_desk import Desk
from district_desk.desk.printing import OWN_FORMS
from district_desk.desk.shipped import shipped

PUT_ASIDE: Final = "da-bo"
"""The folder in that of the own forms where those lie that are no longer used."""


def own_folder(desk: Desk) -> Path:
    """The folder of the office's own forms, made where it is not there yet.

    Raises:
        DiskFull, ReadOnly, PathTaken: it cannot be made.
    """
    from district_desk.prints.saving import as_problems

    folder = desk.folder / OWN_FORMS
    with as_problems(folder):
        folder.mkdir(exist_ok=True)
    return folder


def own_copy(desk: Desk, form: str) -> Path | None:
    """The office's own copy of a form, whether it can be used or not."""
    path = desk.folder / OWN_FORMS / f"{form}.toml"
    return path if path.is_file() else None


def copy_to_own(desk: Desk, form: str) -> Path:
    """Lay a copy of the shipped form of today beside the office's file, to be changed there; one that is there stays.

    Raises:
        NotFound: no form of that name ships.
        DiskFull, ReadOnly, PathTaken, FileBusy: it cannot be written.
    """
    from district_desk.prints.forms import load
    from district_desk.prints.saving import replacing

    there = own_copy(desk, form)
    if there is not None:
        return there
    source = load(shipped("forms"), None, form, desk.today()).form.source
    target = own_folder(desk) / f"{form}.toml"
    with replacing(target) as stream:
        stream.write(source.encode("utf-8"))
    return target


def put_aside(desk: Desk, form: str) -> Path | None:
    """Use the shipped form again; the office's copy is moved aside, never lost. Where it lies now, None where there was
    none.

    Raises:
        DiskFull, ReadOnly, PathTaken, FileBusy: it cannot be moved.
    """
    from district_desk.prints.saving import as_problems

    there = own_copy(desk, form)
    if there is None:
        return None
    target = own_folder(desk) / PUT_ASIDE / f"{form}-{datetime.now().astimezone():%Y%m%d-%H%M%S-%f}.toml"
    with as_problems(there):
        target.parent.mkdir(exist_ok=True)
        there.replace(target)
    return target
