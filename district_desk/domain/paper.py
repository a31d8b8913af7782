"""The values of printed forms: what the desk hands to the printing room.

Records and settings in, no layout: a form (a TOML file) and these values make a document. Texts are as they
will stand on the page; dates are dates, and the printing room writes them as Decree 30/2020 wants.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The two-column head: who is above (may be empty), who we are, the number line, place and date."""

    parent: str
    body: str
    place: str
    number_line: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One task on an assignment sheet."""

    place: str
    text: str
    role: str
    partners: str
    product: str
    due_phrase: str
    last_day: date | None
    last_working_day: date | None
    note: str = ""
    """For instance why this unit owes it, or through whom it reports."""


@dataclass(frozen=True, slots=True)
class AssignmentSheet:
    """Phiếu giao nhiệm vụ (DOMAIN 4.6 F1): one unit's tasks under one directive."""

    letterhead: Letterhead
    unit: str
    directive: str
    """ "Chỉ thị số 04/CT-UBND ngày 30/3/2023 của UBND huyện Cẩm Giàng về việc …"."""
    directive_short: str
    arrival: str
    arrived: date | None
    opinion: str
    leader: str
    opinion_on: date | None
    lines: tuple[SheetLine, ...]
    report_to: str
    report_hour: str
    report_by: date | None
    return_days: int
    cc: tuple[str, ...]
    """Who gets a copy, by name; the dashes and stops of "Nơi nhận" are the paper's."""
    authority: str
    signer_title: str
    signer: str
    code: str
    """18 digits that open the record when scanned into the search field; digits only, because an input method in
    Telex mode would rewrite letters that a scanner types."""


@dataclass(frozen=True, slots=True)
class ProcessingSlip:
    """Phiếu giải quyết văn bản đến (Decree 30/2020, Appendix IV.VII)."""

    letterhead: Letterhead
    directive: str
    leads: str
    partners: str
    dues: str
    opinion: str
    leader: str
    opinion_on: date | None
    code: str


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """One row of the register of received documents (Appendix IV.VI); column 9 is left blank for the signature."""

    arrived: date | None
    arrival: str
    issuer: str
    notation: str
    issued: date | None
    type_and_subject: str
    recipients: str
    passed_on: date | None
    note: str


@dataclass(frozen=True, slots=True)
class FollowUpLine:
    """One row of the follow-up register (Appendix IV.VIII): one (document, unit)."""

    arrival: str
    document: str
    unit: str
    due: str
    progress: str
    reply_notation: str
    note: str


@dataclass(frozen=True, slots=True)
class RegisterBook:
    """A printed register: cover values and rows."""

    parent: str
    body: str
    year: int
    first_day: date | None
    last_day: date | None
    first_number: str
    last_number: str
    volume: str
    lines: tuple[RegisterLine, ...] | tuple[FollowUpLine, ...]
    as_of: date | None = None
