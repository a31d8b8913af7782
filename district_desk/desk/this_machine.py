"""What belongs to this account on this machine and not to the office's records: small JSON files beside each other.

They lie in the account's folder for settings (``platformdirs.user_config_path``). One that cannot be read counts as
one that is not there.
"""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Final

from district_desk.desk.machine import explained, write_whole

_SETTINGS: Final = "this-machine.json"


@dataclass(frozen=True, slots=True)
class MachineSettings:
    """How the program behaves on this machine; everything is off until somebody wants it."""

    remind_in_tray: bool = False
    """A picture beside the system's clock, and one message a day about what is due."""
    stay_when_closed: bool = False
    """Closing the window only minimises it, while that picture is there."""
    scanner_folder: str = ""
    """The folder into which the office's scanner saves, looked at for new files; empty where none is."""


def machine_settings() -> MachineSettings:
    """As they were last kept."""
    kept = kept_values(_SETTINGS)
    known = {f.name: kept[f.name] for f in fields(MachineSettings) if type(kept.get(f.name)) is type(f.default)}
    return MachineSettings(**known)


def keep_machine_settings(settings: MachineSettings) -> None:
    """Keep them for the next start.

    Raises:
        ReadOnly, DiskFull, FileBusy: as the machine says.
    """
    keep_values(_SETTINGS, asdict(settings))


def account_file(name: str) -> Path:
    """Where a file of this account lies."""
    from platformdirs import user_config_path

    return user_config_path("DistrictDesk", appauthor=False, roaming=False) / name


def kept_values(name: str) -> dict[str, Any]:
    """What a file of this account says, nothing where it cannot be read."""
    with suppress(OSError, ValueError):
        found = json.loads(account_file(name).read_text("utf-8"))
        if isinstance(found, dict):
            return found
    return {}


def keep_values(name: str, values: dict[str, Any]) -> None:
    """Write a file of this account whole.

    Raises:
        ReadOnly, DiskFull, FileBusy: as the machine says.
    """
    path = account_file(name)
    with explained(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, json.dumps(values, ensure_ascii=False, indent=1).encode())
