"""Files of an office, kept by content: one file of a given content is stored once, under its SHA-256."""

import hashlib
import re
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final
from uuid import uuid4

from district_desk.desk.machine import explained
from district_desk.desk.office_desk import Desk
from district_desk.domain.changes import Changes
from district_desk.domain.directives import Attachment, Directive
from district_desk.domain.problems import NotFound, Unreadable, UnreadableFile
from district_desk.domain.vietnamese import nfc

ATTACHMENTS: Final = "attachments"
LARGEST: Final = 200 * 1024 * 1024
"""Bytes; a larger file is a scan that nobody reads on this screen, and would swell every snapshot."""

_CHUNK: Final = 1 << 20
_UNSAFE: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that now lies in the office's folder: its name as the person knew it, SHA-256 in hex, size in bytes."""

    name: str
    digest: str
    size: int

    def attachment(self, directive_id: int, added: date) -> Attachment:
        """The record of it."""
        return Attachment(directive_id, self.name, self.digest, self.size, added)


def attach(desk: Desk, directive_id: int, path: Path) -> Changes:
    """Keep a further file of a directive. The same content on the same directive is not kept twice.

    Raises:
        UnreadableFile: it is not there, or larger than :data:`LARGEST`.
        DiskFull, ReadOnly, FileBusy: the machine refuses.
    """
    kept = keep(desk.folder, path)
    with desk.writing("attach", subject=kept.name) as writing:
        directive = writing.reader.get(Directive, directive_id)
        if not writing.reader.find(Attachment, directive_id=directive.id, digest=kept.digest, event_id=None):
            writing.put(kept.attachment(directive.id, desk.today()))
    return writing.changes


def detach(desk: Desk, attachment: Attachment) -> Changes:
    """Take a file off its directive; its bytes stay until the office's folder is cleaned, so this can be undone."""
    with desk.writing("detach", subject=attachment.name) as writing:
        writing.drop(attachment)
    return writing.changes


def attachment_file(desk: Desk, attachment: Attachment) -> Path:
    """A copy under the file's own name, for the system's viewer; what is changed there never touches the kept one.

    Raises:
        NotFound: the kept file is gone from the office's folder.
    """
    return copy_of(desk, Kept(attachment.name, attachment.digest, attachment.size))


def copy_of(desk: Desk, kept: Kept) -> Path:
    """The same for any kept file.

    Raises:
        NotFound: it is gone from the office's folder.
    """
    source = kept_path(desk.folder, kept.digest)
    if not source.is_file():
        raise NotFound("attachment", kept.name)
    shelf = Path(tempfile.gettempdir()) / f"district-desk-{kept.digest[:16]}"
    copy = shelf / (_UNSAFE.sub("_", kept.name).strip(" .") or kept.digest)
    with explained(copy):
        shelf.mkdir(exist_ok=True)
        if not copy.exists() or copy.stat().st_size != kept.size:
            copy.write_bytes(source.read_bytes())
    return copy


def kept_path(folder: Path, digest: str) -> Path:
    """Where a file of that content lies."""
    return folder / ATTACHMENTS / digest[:2] / digest


def digest_of(path: Path) -> str:
    """The SHA-256 of a file in hex.

    Raises:
        UnreadableFile: it is not there, is too large, or another program holds it.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise UnreadableFile(path, Unreadable.TOO_LARGE, str(path.stat().st_size))
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError) as error:
        raise UnreadableFile(path, Unreadable.MISSING) from error
    except PermissionError as error:
        raise UnreadableFile(path, Unreadable.BUSY) from error


def keep(folder: Path, path: Path) -> Kept:
    """Copy a file into the office's folder, whole or not at all.

    Raises:
        UnreadableFile: as :func:`digest_of`.
        DiskFull, ReadOnly: the folder cannot take it.
    """
    digest = digest_of(path)
    target = kept_path(folder, digest)
    if not target.exists():
        _copy_whole(path, target)
    return Kept(nfc(path.name), digest, path.stat().st_size)


def _copy_whole(source: Path, target: Path) -> None:
    with explained(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = target.with_name(f"{target.name}.{uuid4().hex}.part")
        try:
            with source.open("rb") as read, beside.open("wb") as write:
                while block := read.read(_CHUNK):
                    write.write(block)
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
