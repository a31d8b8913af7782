"""A directive: a document, or a word spoken in a meeting, that gives work.

Every directive belongs to one of four sources (DOMAIN 3.2 on Decree 30/2020 art. 22.1: what is not registered
need not be processed, so even a spoken order gets a record). Fields follow the register of received documents
(Decree 30/2020, Appendix IV.VI) and the metadata of Appendix VI (DOMAIN 3.10).
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum, StrEnum
from typing import Final

from district_desk.domain.calendar import WorkCalendar
from district_desk.domain.notation import Notation, family_of


class Source(StrEnum):
    """Where the work came from."""

    RECEIVED = "received"  # văn bản đến
    OWN = "own"  # văn bản đi giao việc
    MEETING = "meeting"  # kết luận họp không bằng văn bản
    SPOKEN = "spoken"  # chỉ đạo miệng


class Urgency(IntEnum):
    """Mức độ khẩn, highest last."""

    NORMAL = 0  # Thường
    URGENT = 1  # Khẩn
    VERY_URGENT = 2  # Thượng khẩn
    EXPRESS = 3  # Hỏa tốc


@dataclass(frozen=True, slots=True)
class Directive:
    """One record of the register. Empty text and None mean "not known", never a default.

    ``arrival_number`` is the number in the year's register and ``arrival_suffix`` the letter of an inserted one
    ("411a"); both belong to RECEIVED only. ``number`` and ``symbol`` are as printed. ``recipients`` is the text of
    column 7, "Đơn vị hoặc người nhận", where the clerk wrote it by hand. ``binned_on`` is set while the record
    lies in the bin.
    """

    source: Source = Source.RECEIVED
    arrival_year: int | None = None
    arrival_number: int | None = None
    arrival_suffix: str = ""
    arrived: date | None = None
    number: str = ""
    symbol: str = ""
    issued: date | None = None
    issuer: str = ""
    type_code: str = ""
    subject: str = ""
    signer: str = ""
    signer_title: str = ""
    place: str = ""
    urgency: Urgency = Urgency.NORMAL
    assigning_level: str = ""
    addressees: str = ""
    recipients: str = ""
    passed_on: date | None = None
    reply_due: date | None = None
    reply_notation: str = ""
    leader: str = ""
    leader_opinion: str = ""
    opinion_on: date | None = None
    page_count: int | None = None
    file_code: str = ""
    note: str = ""
    reference_only: int = 0
    """1 for a file kept as reference (a newspaper article), which has no place in the register."""
    binned_on: date | None = None
    id: int = 0
    uid: int = 0

    @property
    def notation(self) -> Notation:
        """Number and symbol as one value."""
        return Notation(self.number, self.symbol, family_of(self.symbol))

    @property
    def arrival(self) -> str:
        """The arrival number as printed: "411", "411a", or empty."""
        return "" if self.arrival_number is None else f"{self.arrival_number}{self.arrival_suffix}"


REQUIRED_TO_BE_COMPLETE: Final = ("number", "symbol", "issued", "issuer", "subject", "type_code")


def missing(directive: Directive) -> tuple[str, ...]:
    """The fields that stay blank and are listed as "cần bổ sung", by key, in the order of the form.

    A file kept for reference owes nothing; a spoken order has no number, symbol or type.
    """
    if directive.reference_only:
        return ()
    if directive.source in (Source.MEETING, Source.SPOKEN):
        wanted: tuple[str, ...] = ("issued", "issuer", "subject")
    else:
        wanted = REQUIRED_TO_BE_COMPLETE
    return tuple(name for name in wanted if not getattr(directive, name))


def pass_on_by(directive: Directive, calendar: WorkCalendar) -> date | None:
    """The last day on which a received document must be passed on (Decree 30/2020 art. 4.2.c, 23.1).

    The day of arrival, at the latest the next working day; an urgent one on the day of arrival.
    """
    if directive.source is not Source.RECEIVED or directive.arrived is None:
        return None
    if directive.urgency is not Urgency.NORMAL:
        return directive.arrived
    return calendar.plus_working(directive.arrived, 1)


BACKLOG: Final = timedelta(days=30)
"""An entry made later than this after the document came is one of old papers, not of the day's work."""


def given_on(directive: Directive, entered: date, today: date) -> date:
    """The day on which work is given that is assigned today.

    Today; but of a document that was entered as one of old papers, its own day, because its work was under way before
    it was entered, and lists as of that time must know it. The own day is that of arrival, or the date of issue where
    arrival is not known or is that of the late entry itself.
    """
    issued, own = directive.issued, directive.arrived or directive.issued
    if own and issued and own - issued > BACKLOG:
        own = issued
    return own if own and entered - own > BACKLOG else today


class ReferenceKind(StrEnum):
    """How a directive leans on another document (DOMAIN 2.18)."""

    EXECUTES = "executes"  # thực hiện
    BASED_ON = "based_on"  # căn cứ
    MENTIONS = "mentions"  # nhắc đến
    REPLACES = "replaces"
    ANSWERS = "answers"


@dataclass(frozen=True, slots=True)
class Reference:
    """A document that the directive names; ``target_id`` where that document is registered here too."""

    directive_id: int
    notation: str
    kind: ReferenceKind = ReferenceKind.MENTIONS
    target_id: int | None = None
    id: int = 0
    uid: int = 0


@dataclass(frozen=True, slots=True)
class DocumentText:
    """The text that was read, kept beside the record so that spans stay meaningful; ``page_starts`` as JSON."""

    directive_id: int
    text: str
    page_starts: str = "[]"
    id: int = 0
    uid: int = 0


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of a directive, kept by content: ``digest`` is the SHA-256 of its bytes in hex.

    ``event_id`` is set where the file is the evidence of an event (a result, a request) and not a copy of the
    directive itself."""

    directive_id: int
    name: str
    digest: str
    size: int
    added: date | None = None
    event_id: int | None = None
    id: int = 0
    uid: int = 0


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A type of document: its name and the abbreviation of Decree 30/2020 Appendix III.

    ``code`` is ours ("CV" for công văn); ``abbreviation`` is what is printed in a symbol, empty for công văn.
    """

    code: str
    name: str
    abbreviation: str = ""
    position: int = 0
    id: int = 0
    uid: int = 0


@dataclass(frozen=True, slots=True)
class AssigningLevel:
    """Cấp giao: the body whose task it is (source document 001, 3.1a; DOMAIN 10.2)."""

    code: str
    name: str
    position: int = 0
    id: int = 0
    uid: int = 0
