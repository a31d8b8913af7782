"""Đóng dấu ĐẾN: onto a copy of a received document's PDF, or alone on a sheet that is printed over the paper itself."""

import tempfile
from pathlib import Path
from typing import Final

from district_desk.desk.book_values import recipients_of
from district_desk.desk.filing import attach, attachment_file
from district_desk.desk.machine import write_whole
from district_desk.desk.office_desk import Desk
from district_desk.desk.shipped import shipped
from district_desk.domain.changes import Changes
from district_desk.domain.directives import Attachment, Directive, Source
from district_desk.domain.problems import BadValue, NotFound
from district_desk.domain.stamps import ArrivalStamp, Spot, StampPlace

_MARK: Final = " (dấu ĐẾN)"
"""Behind the name of a stamped copy."""


def stamp_of(desk: Desk, directive_id: int) -> ArrivalStamp:
    """What the stamp of a received document says; what is not known yet stays blank, to be written by hand.

    Raises:
        NotFound: no such document.
        BadValue: it was not received, so it has no number of arrival.
    """
    directive = desk.store.reading().get(Directive, directive_id)
    if directive.source is not Source.RECEIVED or directive.reference_only:
        raise BadValue("stamp", str(directive.notation))
    office = desk.office.body or desk.office.body_short
    office = office.replace("Ủy ban nhân dân ", "Ủy ban nhân dân\n", 1)
    return ArrivalStamp(
        office, directive.arrival, directive.arrived, recipients_of(desk, directive), directive.file_code
    )


def stampable(desk: Desk, directive_id: int) -> list[Attachment]:
    """The PDF files of a document that can be stamped; copies that bear the stamp already are none."""
    found = desk.store.reading().find(Attachment, "id", directive_id=directive_id)
    return [each for each in found if each.name.lower().endswith(".pdf") and _MARK not in each.name]


def stamped(
    desk: Desk, directive_id: int, attachment: Attachment | None, place: StampPlace | Spot = StampPlace.UNDER_DATE
) -> bytes:
    """A PDF with the stamp: a copy of that file with it on the first page, or without a file a sheet with it alone.

    Raises:
        NotFound, BadValue: as :func:`stamp_of`, or the kept file is gone.
        UnreadableFile: the file is spoilt or has a password.
        MissingGlyphs: characters that no font of ours has.
    """
    from district_desk.prints.stamps import stamp_alone, stamp_over

    stamp, fonts = stamp_of(desk, directive_id), shipped("resources", "fonts")
    if attachment is None:
        return stamp_alone(stamp, place, fonts=fonts)
    return stamp_over(attachment_file(desk, attachment), stamp, place, fonts=fonts)


def stamped_name(attachment: Attachment | None) -> str:
    """What a stamped copy is called."""
    return f"{Path(attachment.name).stem}{_MARK}.pdf" if attachment else "Dấu ĐẾN.pdf"


def save_stamped(
    desk: Desk, directive_id: int, out: Path, *, place: StampPlace | Spot = StampPlace.UNDER_DATE, alone: bool = False
) -> Path:
    """Write the first PDF of a document with its stamp, or the stamp alone.

    Raises:
        NotFound: the document has no PDF file, or as :func:`stamped`.
        BadValue, UnreadableFile, MissingGlyphs: as :func:`stamped`.
        DiskFull, ReadOnly, FileBusy: nothing was written.
    """
    files = stampable(desk, directive_id)
    if not files and not alone:
        stamp_of(desk, directive_id)  # a document that is not there, or was not received, is the nearer reason
        raise NotFound("pdf", str(directive_id))
    return write_whole(out, stamped(desk, directive_id, None if alone else files[0], place))


def attach_stamped(desk: Desk, directive_id: int, attachment: Attachment, pdf: bytes) -> Changes:
    """Keep a stamped copy beside the file it was made of, which stays as it came.

    Raises:
        UnreadableFile, DiskFull, ReadOnly, FileBusy: the copy cannot be kept.
    """
    with tempfile.TemporaryDirectory(prefix="district-desk-") as folder:
        return attach(desk, directive_id, write_whole(Path(folder) / stamped_name(attachment), pdf))
