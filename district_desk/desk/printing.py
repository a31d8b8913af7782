"""In: forms and records become a PDF. What is previewed is the very file that is saved and printed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Final

from district_desk.desk.book_values import follow_up_book, register_book
from district_desk.desk.office_desk import Desk
from district_desk.desk.sheet_values import assignment_sheets, processing_slip
from district_desk.desk.shipped import shipped
from district_desk.domain.directives import Directive
from district_desk.domain.paper import AssignmentSheet, ProcessingSlip, RegisterBook
from district_desk.domain.problems import BadForm, MissingField, NotFound
from district_desk.domain.vietnamese import fold

Values = AssignmentSheet | ProcessingSlip | RegisterBook
Step = Callable[[int, int], None]
Stop = Callable[[], bool]

SHEETS: Final = "phieu-giao-nhiem-vu"
SLIP: Final = "phieu-giai-quyet-van-ban-den"
REGISTER: Final = "so-dang-ky-van-ban-den"
FOLLOW_UP: Final = "so-theo-doi-giai-quyet-van-ban-den"
OWN_FORMS: Final = "forms"
"""The folder beside the office's file in which its own copies of forms lie."""


@dataclass(frozen=True, slots=True)
class FormInfo:
    """A form that can be printed: its name for ``print``, its title, and what it is for."""

    name: str
    title: str
    note: str


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be printed: which form, of which record or year, as of which day, for which units (None: all)."""

    form: str
    directive_id: int | None = None
    year: int | None = None
    as_of: date | None = None
    unit_ids: tuple[int, ...] | None = None


def forms(desk: Desk | None = None, *, day: date | None = None) -> list[FormInfo]:
    """The forms valid on a day (today), the office's own copies in the place of the shipped ones."""
    from district_desk.prints.forms import all_forms

    on = day or (desk.today() if desk else date.today())
    shelf = all_forms(shipped("forms"), _own_forms(desk), on)
    return [FormInfo(form.name, form.title, form.note) for form in shelf.forms]


def form_problems(desk: Desk) -> list[BadForm]:
    """The office's own copies of forms that cannot be used, so that the shipped ones stand in for them."""
    from district_desk.prints.forms import all_forms

    return list(all_forms(shipped("forms"), _own_forms(desk), desk.today()).problems)


def print_form(  # noqa: PLR0913  what a person chooses in the print dialog
    desk: Desk,
    form: str,
    out: Path,
    *,
    directive_id: int | None = None,
    year: int | None = None,
    as_of: date | None = None,
    unit_ids: Sequence[int] | None = None,
    one_file_each: bool = False,
    step: Step | None = None,
    stop: Stop | None = None,
) -> list[Path]:
    """Write a form as PDF. With ``one_file_each`` ``out`` is a folder that gets one file a unit.

    Returns the files, in the order of the pages.

    Raises:
        NotFound: no such form or directive, or nothing was given that could be printed.
        MissingField: the form needs a directive.
        MissingGlyphs, DiskFull, ReadOnly, FileBusy, Stopped: nothing was written, or only whole files.
    """
    order = Order(form, directive_id, year, as_of, tuple(unit_ids) if unit_ids is not None else None)
    values = values_of(desk, order)
    if not one_file_each:
        _write(desk, form, values, out, (step, stop))
        return [out]
    files = []
    for number, value in enumerate(values, start=1):
        files.append(out / _file_name(form, number, value))
        _write(desk, form, [value], files[-1], (None, stop))
        if step:
            step(number, len(values))
    return files


def preview(  # noqa: PLR0913  the same choices
    desk: Desk,
    form: str,
    *,
    directive_id: int | None = None,
    year: int | None = None,
    as_of: date | None = None,
    unit_ids: Sequence[int] | None = None,
    stop: Stop | None = None,
) -> bytes:
    """The bytes of the PDF that :func:`print_form` would write."""
    order = Order(form, directive_id, year, as_of, tuple(unit_ids) if unit_ids is not None else None)
    buffer = BytesIO()
    _write(desk, form, values_of(desk, order), buffer, (None, stop))
    return buffer.getvalue()


def values_of(desk: Desk, order: Order) -> Sequence[Values]:
    """What stands on the pages of an order, one value a document.

    Raises:
        NotFound: no form of that name.
        MissingField: the form is about a directive, and none is named.
    """
    if order.form not in (SHEETS, SLIP, REGISTER, FOLLOW_UP):
        raise NotFound("form", order.form)
    day = order.as_of or desk.today()
    if order.form in (SHEETS, SLIP):
        if order.directive_id is None:
            raise MissingField("directive")
        if order.form == SHEETS:
            return assignment_sheets(desk, order.directive_id, day=day, unit_ids=order.unit_ids)
        return [processing_slip(desk, order.directive_id, day=day)]
    year = order.year or _year_of(desk, order.directive_id) or day.year
    if order.form == REGISTER:
        return [register_book(desk, year, as_of=day)]
    return [follow_up_book(desk, year, as_of=day, directive_id=order.directive_id)]


def _write(
    desk: Desk, name: str, values: Sequence[Values], out: Path | BytesIO, watch: tuple[Step | None, Stop | None]
) -> None:
    from district_desk.prints import builders, to_pdf
    from district_desk.prints.forms import load

    form = load(shipped("forms"), _own_forms(desk), name, desk.today()).form
    documents = [builders.build(form, value) for value in values]
    to_pdf.write(documents, out, fonts=shipped("resources", "fonts"), step=watch[0], stop=watch[1])


def _year_of(desk: Desk, directive_id: int | None) -> int | None:
    if directive_id is None:
        return None
    directive = desk.store.reading().get(Directive, directive_id)
    day = directive.arrived or directive.issued
    return directive.arrival_year or (day.year if day else None)


def _own_forms(desk: Desk | None) -> Path | None:
    return desk.folder / OWN_FORMS if desk else None


def _file_name(form: str, number: int, value: Values) -> str:
    about = value.unit if isinstance(value, AssignmentSheet) else ""
    words = "-".join("".join(c if c.isalnum() else " " for c in fold(about)).split())
    return f"{form}-{number:02d}-{words}.pdf" if words else f"{form}-{number:02d}.pdf"
