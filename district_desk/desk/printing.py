"""In: forms and records become a PDF. What is previewed is the very file that is saved and printed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from district_desk.desk.book_checks import number_check
from district_desk.desk.book_values import follow_up_book, register_book
from district_desk.desk.kept_papers import Paper, PaperValues
from district_desk.desk.office_desk import Desk
from district_desk.desk.sheet_values import assignment_sheets, processing_slip
from district_desk.desk.shipped import shipped
from district_desk.domain.directives import Directive
from district_desk.domain.paper import AssignmentSheet
from district_desk.domain.problems import BadForm, MissingField, NotFound
from district_desk.domain.vietnamese import fold

Values = PaperValues
if TYPE_CHECKING:
    from district_desk.prints.forms import Form  # the printing room is loaded when something is printed

Step = Callable[[int, int], None]
Stop = Callable[[], bool]

SHEETS: Final = "phieu-giao-nhiem-vu"
SLIP: Final = "phieu-giai-quyet-van-ban-den"
REGISTER: Final = "so-dang-ky-van-ban-den"
FOLLOW_UP: Final = "so-theo-doi-giai-quyet-van-ban-den"
NUMBER_CHECK: Final = "kiem-tra-so-den"
OWN_FORMS: Final = "forms"
"""The folder beside the office's file in which its own copies of forms lie."""


class FileKind(StrEnum):
    """What a paper is written as; the value is the file's ending."""

    PDF = "pdf"
    WORD = "docx"
    EXCEL = "xlsx"


@dataclass(frozen=True, slots=True)
class FormInfo:
    """A form that can be printed: its name for ``print``, its title, and what it is for."""

    name: str
    title: str
    note: str


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be printed: which form, of which record or year, as of which day, for which units (None: all).

    ``numbers`` narrows a year's register to the arrival numbers from the first to the last, both included.
    """

    form: str
    directive_id: int | None = None
    year: int | None = None
    as_of: date | None = None
    unit_ids: tuple[int, ...] | None = None
    numbers: tuple[int, int] | None = None


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
    numbers: tuple[int, int] | None = None,
    one_file_each: bool = False,
    kind: FileKind | None = None,
    step: Step | None = None,
    stop: Stop | None = None,
) -> list[Path]:
    """Write a form as PDF, Word or Excel. With ``one_file_each`` ``out`` is a folder that gets one file a unit.

    Returns the files, in the order of the pages.

    Raises:
        NotFound: no such form or directive, or nothing was given that could be printed.
        MissingField: the form needs a directive.
        BadValue: the last of the numbers lies before the first.
        MissingGlyphs, DiskFull, ReadOnly, FileBusy, Stopped: nothing was written, or only whole files.
    """
    order = Order(form, directive_id, year, as_of, tuple(unit_ids) if unit_ids is not None else None, numbers)
    values = values_of(desk, order)
    if not one_file_each:
        write_papers(desk, _on(form, values), out, kind=kind, step=step, stop=stop)
        return [out]
    files = []
    for number, value in enumerate(values, start=1):
        files.append(out / f"{_file_name(form, number, value)}.{kind or FileKind.PDF}")
        write_papers(desk, _on(form, [value]), files[-1], stop=stop)
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
    numbers: tuple[int, int] | None = None,
    stop: Stop | None = None,
) -> bytes:
    """The bytes of the PDF that :func:`print_form` would write."""
    order = Order(form, directive_id, year, as_of, tuple(unit_ids) if unit_ids is not None else None, numbers)
    buffer = BytesIO()
    write_papers(desk, _on(form, values_of(desk, order)), buffer, stop=stop)
    return buffer.getvalue()


def values_of(desk: Desk, order: Order) -> Sequence[Values]:
    """What stands on the pages of an order, one value a document.

    Raises:
        NotFound: no form of that name.
        MissingField: the form is about a directive, and none is named.
    """
    if order.form not in (SHEETS, SLIP, REGISTER, FOLLOW_UP, NUMBER_CHECK):
        raise NotFound("form", order.form)
    day = order.as_of or desk.today()
    if order.form in (SHEETS, SLIP):
        if order.directive_id is None:
            raise MissingField("directive")
        if order.form == SHEETS:
            return assignment_sheets(desk, order.directive_id, day=day, unit_ids=order.unit_ids)
        return [processing_slip(desk, order.directive_id, day=day)]
    year = order.year or _year_of(desk, order.directive_id) or day.year
    if order.form == NUMBER_CHECK:
        return [number_check(desk, year, as_of=day)]
    if order.form == REGISTER:
        return [register_book(desk, year, as_of=day, numbers=order.numbers)]
    return [follow_up_book(desk, year, as_of=day, directive_id=order.directive_id, numbers=order.numbers)]


def write_papers(  # noqa: PLR0913 (what, where to, as what, and who watches)
    desk: Desk | None,
    papers: Sequence[Paper],
    out: Path | BinaryIO,
    *,
    kind: FileKind | None = None,
    step: Step | None = None,
    stop: Stop | None = None,
) -> None:
    """Write papers one after another into one file, each counting its own pages; without a ``kind`` the file's ending
    decides, and PDF where that says nothing.

    Raises:
        NotFound: no form of that name is valid today.
        MissingGlyphs, DiskFull, ReadOnly, FileBusy, Stopped: nothing was written.
    """
    from district_desk.prints import builders, to_docx, to_pdf, to_xlsx

    forms_used = {each.form: _form_of(desk, each) for each in papers}
    documents = [builders.build(forms_used[each.form], each.values) for each in papers]
    ending = out.suffix.lower().removeprefix(".") if isinstance(out, Path) else ""
    wanted = kind or (FileKind(ending) if ending in list(FileKind) else FileKind.PDF)
    if wanted is FileKind.WORD:
        to_docx.write(documents, out, stop=stop)
    elif wanted is FileKind.EXCEL:
        to_xlsx.write(documents, out, stop=stop)
    else:
        to_pdf.write(documents, out, fonts=shipped("resources", "fonts"), step=step, stop=stop)


def with_form_texts(desk: Desk, papers: Sequence[Paper]) -> tuple[Paper, ...]:
    """The papers, each with the text of its form as it is today."""
    texts = {name: _form_of(desk, Paper(name, papers[0].values)).source for name in {each.form for each in papers}}
    return tuple(replace(each, form_text=texts[each.form]) for each in papers)


def _form_of(desk: Desk | None, paper: Paper) -> "Form":
    """The form that a paper was printed on before, or that of today; the shipped one where there is no office."""
    from district_desk.prints.forms import form_of, load

    if paper.form_text:
        return form_of(Path(f"{paper.form}.toml"), paper.form_text)
    day = desk.today() if desk else date.today()
    return load(shipped("forms"), _own_forms(desk), paper.form, day).form


def _on(form: str, values: Sequence[Values]) -> list[Paper]:
    return [Paper(form, value) for value in values]


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
    return f"{form}-{number:02d}-{words}" if words else f"{form}-{number:02d}"
