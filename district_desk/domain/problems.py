"""What can go wrong and can be told to a person.

A problem carries facts and no sentence: the words live in ``desk.sentences``, where the window and the
command line both find them. Two families, because their remedies differ:

    Problem
    ├── what was asked cannot be done (Unreadable, SecretDocument, NumberTaken, UndoRefused, …)
    └── EnvironmentProblem: the machine, not the work (DiskFull, ReadOnly, FileBusy, …)

Anything that is not a Problem is a fault of the program and goes to the crash report. They are not frozen:
the interpreter itself writes the traceback on a raised exception.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path


class Problem(Exception):
    """Something that is explained to the person; what was saved before it stays saved."""


class EnvironmentProblem(Problem):
    """The machine refuses: disk, rights, another program. The same action may succeed later."""


class Unreadable(StrEnum):
    """Why a file gave no reading."""

    MISSING = "missing"
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    UNKNOWN_FORMAT = "unknown_format"
    NOT_WORD = "not_word"
    ENCRYPTED_WORD = "encrypted_word"
    NO_CONVERTER = "no_converter"
    NOT_CONVERTED = "not_converted"
    BROKEN_PDF = "broken_pdf"
    ENCRYPTED_PDF = "encrypted_pdf"
    NO_RECOGNIZER = "no_recognizer"
    NO_MODEL = "no_model"
    NO_WORDS = "no_words"
    BROKEN_PICTURE = "broken_picture"
    BUSY = "busy"


@dataclass(eq=False)
class UnreadableFile(Problem):
    """A file that the reader refuses. ``detail`` is a fact such as the kind of file."""

    path: Path
    reason: Unreadable
    detail: str = ""


@dataclass(eq=False)
class SecretDocument(Problem):
    """A secret document must not enter this program (Decree 26/2020 art. 4; DOMAIN 3.9)."""

    level: str


@dataclass(eq=False)
class MissingField(Problem):
    """A field without which the record makes no sense; ``field`` is its key."""

    field: str


@dataclass(eq=False)
class BadValue(Problem):
    """A value that cannot be what the field wants; ``field`` is its key."""

    field: str
    value: str


@dataclass(eq=False)
class NumberTaken(Problem):
    """The arrival number is already used in the year's register."""

    year: int
    number: str
    directive: int


@dataclass(eq=False)
class NotFound(Problem):
    """No record, form, profile or snapshot of that name. ``what`` names the kind ("directive", "form", …)."""

    what: str
    name: str


@dataclass(eq=False)
class InUse(Problem):
    """A record that others still lean on cannot be put away; ``count`` of them."""

    what: str
    name: str
    count: int


@dataclass(eq=False)
class TwoLeads(Problem):
    """One task, one lead agency (Decree 191/2026 art. 2.2): the line already has another lead."""

    label: str
    unit: str


@dataclass(eq=False)
class WrongStep(Problem):
    """Something that cannot happen to a line as it stands: ``step`` is the event's kind, ``obstacle`` the value of
    :class:`~district_desk.domain.follow_up.Obstacle`; item and unit say which line."""

    step: str
    obstacle: str
    label: str
    unit: str


@dataclass(eq=False)
class WrongDay(Problem):
    """A day that cannot be that of an event, and the day that bounds it; ``fault`` is the value of
    :class:`~district_desk.domain.follow_up.DayFault`; item and unit say of which line."""

    fault: str
    day: date
    bound: date
    label: str
    unit: str


@dataclass(eq=False)
class ExtensionRefused(Problem):
    """An extension that cannot be granted: from ``due`` to ``new_due``, for the reason named by the value of
    :class:`~district_desk.domain.follow_up.ExtensionFault`; ``limit`` is the number of times or days allowed."""

    fault: str
    due: date | None
    new_due: date | None
    limit: int
    label: str
    unit: str


@dataclass(eq=False)
class WrongReceipt(Problem):
    """A day on which a periodic report cannot have come: after ``bound``, which is today, or before ``bound``, the first
    day of its period."""

    day: date
    bound: date
    period: str


@dataclass(eq=False)
class UndoRefused(Problem):
    """The rows are no longer as the operation left them, so it cannot be taken back."""

    operation: str
    changed_by: str


@dataclass(eq=False)
class NothingToUndo(Problem):
    """The journal has no operation left to take back, or to do again."""

    direction: str


class Unopenable(StrEnum):
    """Why an office's file is not opened."""

    NOT_AN_OFFICE = "not_an_office"
    NEWER = "newer"
    DAMAGED = "damaged"
    NETWORK = "network"
    SYNCED = "synced"
    ALREADY_OPEN = "already_open"
    EXISTS = "exists"
    MISSING = "missing"
    UNREADABLE_NAME = "unreadable_name"


@dataclass(eq=False)
class UnopenableOffice(Problem):
    """The office folder is refused. ``detail`` names versions, the sync service, the other process or the fault."""

    folder: Path
    reason: Unopenable
    detail: str = ""


@dataclass(eq=False)
class BadForm(Problem):
    """A form file that cannot be used; the line counts from 1, 0 where it is unknown."""

    path: Path
    line: int
    detail: str


@dataclass(eq=False)
class MissingGlyphs(Problem):
    """Characters that no embedded font can print; printing them would leave gaps on a signed page."""

    characters: str


@dataclass(eq=False)
class BadSheet(Problem):
    """An Excel sheet that is not the one expected, with the row (from 1, 0 for the sheet) and what is wrong."""

    path: Path
    row: int
    detail: str


@dataclass(eq=False)
class NoCalendar(Problem):
    """A due date lies in a year whose days off are not entered."""

    day: date


class Stopped(Problem):
    """The person stopped the work; nothing half done was kept."""


@dataclass(eq=False)
class DiskFull(EnvironmentProblem):
    """No room left where the file is written."""

    path: Path


@dataclass(eq=False)
class ReadOnly(EnvironmentProblem):
    """The file or folder may not be written."""

    path: Path


@dataclass(eq=False)
class FileBusy(EnvironmentProblem):
    """Another program (Word, a scanner, an antivirus) holds the file."""

    path: Path


@dataclass(eq=False)
class PathTaken(EnvironmentProblem):
    """Something else stands where a file or folder should be made: a file for a folder, a folder for a file."""

    path: Path
