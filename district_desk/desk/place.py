"""Where an office's file may live: on a disk of this machine, outside every folder that another program copies.

SQLite's locks do not hold over a network, and a synchronising program copies the file while it is being written:
both lose rows silently, so both are refused before anything is opened (DESIGN 6).
"""

import os
import sys
import unicodedata
from pathlib import Path
from typing import Final

from district_desk.domain.problems import Unopenable, UnopenableOffice
from district_desk.domain.vietnamese import nfc

_NETWORK_KINDS: Final = frozenset({
    "nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afs", "ncpfs", "davfs", "fuse.sshfs", "fuse.davfs2",
    "fuse.rclone", "fuse.gvfsd-fuse", "fuse.smbnetfs", "glusterfs", "ceph", "beegfs", "lustre",
})  # fmt: skip
_SYNCED: Final = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "mega": "MEGA",
    "megasync": "MEGA",
}
_ONEDRIVE_VARIABLES: Final = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_REMOTE_DRIVE: Final = 4  # DRIVE_REMOTE of GetDriveTypeW


def check_place(folder: Path) -> None:
    """Refuse a folder on a network drive or inside a synchronised one, also behind a link to it.

    Raises:
        UnopenableOffice: NETWORK, SYNCED with the service's name, or UNREADABLE_NAME where the name is no text.
    """
    whole = folder.expanduser().absolute()
    real = Path(os.path.realpath(whole))
    if _is_unreadable(str(real)):
        raise UnopenableOffice(Path(nfc(str(folder))), Unopenable.UNREADABLE_NAME)
    if is_network(whole):
        raise UnopenableOffice(folder, Unopenable.NETWORK, str(whole.anchor))
    if service := synced_by(whole) or synced_by(real):
        raise UnopenableOffice(folder, Unopenable.SYNCED, service)


def _is_unreadable(name: str) -> bool:
    """Whether a name holds bytes that are no text, which SQLite and a printed sentence cannot carry."""
    return nfc(name) != unicodedata.normalize("NFC", name)


def synced_by(folder: Path) -> str:
    """The service that copies the folder, by the names of the folders above it and what the system tells; or ""."""
    for variable in _ONEDRIVE_VARIABLES:
        root = os.environ.get(variable)
        if root and folder.is_relative_to(root):
            return "OneDrive"
    for part in folder.parts:
        name = part.casefold().split(" - ", 1)[0]  # "OneDrive - Văn phòng"
        if name in _SYNCED:
            return _SYNCED[name]
    return ""


def is_network(folder: Path) -> bool:
    """Whether the folder, or the nearest one above it that exists, lies on another machine."""
    if sys.platform == "win32":
        import ctypes

        drive = folder.anchor
        return drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(drive) == _REMOTE_DRIVE
    return _kind_of_mount(folder, _mounts()) in _NETWORK_KINDS


def _mounts() -> list[tuple[Path, str]]:
    """Mount points and the kinds of their file systems, as Linux tells them; none where it does not."""
    try:
        lines = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
    fields = (line.split() for line in lines)
    return [(Path(each[1].replace("\\040", " ")), each[2]) for each in fields if len(each) > 2]


def _kind_of_mount(folder: Path, mounts: list[tuple[Path, str]]) -> str:
    real = Path(os.path.realpath(folder))
    above = [
        (len(point.parts), order, kind) for order, (point, kind) in enumerate(mounts) if real.is_relative_to(point)
    ]
    return max(above)[2] if above else ""  # of two on one point, the later one lies on top
