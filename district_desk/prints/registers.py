"""The registers of received documents: a book with cover, first page and rows (Decree 30/2020, Appendix IV.VI, VIII)."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from district_desk.domain.paper import FollowUpLine, RegisterBook, RegisterLine
from district_desk.prints.document import (
    Align,
    Block,
    Document,
    Grid,
    Note,
    PageBreak,
    Paragraph,
    Row,
    RowKind,
    Space,
)
from district_desk.prints.forms import Form
from district_desk.prints.style import Part
from district_desk.prints.wording import day_month, full_date, short_date

_ROW_HEIGHT: Final = 10.0
"""Millimetres: a signature in "Ký nhận" needs this much."""
_DOTS: Final = "…………"
_COVER_PAGE: Final = 0
"""The cover is page 0, so that the first page is 1 and the rows begin on page 2."""


def build_received_register(form: Form, book: RegisterBook) -> Document:
    """Sổ đăng ký văn bản đến: ten columns, "Ký nhận" blank for the hand."""
    return _book(form, book)


def build_follow_up_register(form: Form, book: RegisterBook) -> Document:
    """Sổ theo dõi giải quyết văn bản đến: a row for each document and unit; its cover names no range of numbers."""
    return _book(form, book)


def _book(form: Form, book: RegisterBook) -> Document:
    blocks = (
        *_cover(form, book),
        PageBreak(),
        *_cover(form, book),
        PageBreak(),
        *_as_of(form, book),
        Grid(form.columns, tuple(_rows(form, book)), _ROW_HEIGHT),
    )
    return Document(f"{form.title} năm {book.year}", blocks, form.paper, form.margins, _COVER_PAGE)


def _rows(form: Form, book: RegisterBook) -> Iterator[Row]:
    keys = tuple(column.key for column in form.columns)
    if not book.lines:
        yield Row((form.say("empty", year=str(book.year)),), RowKind.REMARK)
    for line in book.lines:
        values = _cells(line)
        yield Row(tuple(values[key] for key in keys))


def _cover(form: Form, book: RegisterBook) -> Iterator[Block]:
    """The cover and, with the same text, the first page that the head signs and seals before use (DOMAIN 3.6)."""
    yield Paragraph(book.parent, Part.COVER_PARENT, Align.LEFT, first_indent=0, before=0)
    yield Paragraph(book.body, Part.COVER_BODY, Align.LEFT, first_indent=0, before=2)
    yield Space(form.paper.height * 0.22, kept=True)
    yield _line(form.title, Part.COVER_TITLE)
    yield _line(form.say("year", year=str(book.year)), before=14)
    days = {"first_day": _day(book.first_day), "last_day": _day(book.last_day)}
    yield _line(form.say("days", **days), before=10)
    if "numbers" in form.wording:
        numbers = {"first_number": book.first_number or _DOTS, "last_number": book.last_number or _DOTS}
        yield _line(form.say("numbers", **numbers), before=6)
    yield Space(form.paper.height * 0.16, kept=True)
    yield _line(form.say("volume", volume=book.volume or "……"))


def _line(text: str, part: Part = Part.COVER_LINE, before: float = 0) -> Paragraph:
    return Paragraph(text, part, Align.CENTER, first_indent=0, before=before)


def _day(day: date | None) -> str:
    return full_date(day) if day else _DOTS


def _as_of(form: Form, book: RegisterBook) -> Iterator[Block]:
    """The day on which progress was read, above the rows of the follow-up register."""
    if book.as_of and "as_of" in form.wording:
        yield Note(form.say("as_of", date=f"ngày {full_date(book.as_of)}"))


def _cells(line: RegisterLine | FollowUpLine) -> dict[str, str]:
    """The texts of a row by the keys of its form's columns."""
    if isinstance(line, RegisterLine):
        return {
            "arrived": day_month(line.arrived),
            "arrival": line.arrival,
            "issuer": line.issuer,
            "notation": line.notation,
            "issued": short_date(line.issued),
            "type_and_subject": line.type_and_subject,
            "recipients": line.recipients,
            "passed_on": day_month(line.passed_on),
            "signed_for": "",
            "note": line.note,
        }
    return {
        "arrival": line.arrival,
        "document": line.document,
        "unit": line.unit,
        "due": line.due,
        "progress": line.progress,
        "reply_notation": line.reply_notation,
        "note": line.note,
    }
