"""Reports, letters and lists about tasks become files, and what was printed stays printable: each keeps its data set."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from enum import Enum
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from district_desk.desk.citing import day_in_words
from district_desk.desk.kept_papers import Paper, PaperValues, from_text, to_text
from district_desk.desk.look_values import DayWish, MatrixWish, day_list, task_matrix
from district_desk.desk.office_desk import Desk
from district_desk.desk.printing import FileKind, Step, Stop, with_form_texts, write_papers
from district_desk.desk.reform.papers import ReformWish, units_of
from district_desk.desk.reform.prints import TITLES, papers_of_reform
from district_desk.desk.reminder_letters import LetterWish, proposals, reminder_letters
from district_desk.desk.reporting import ReportWish, findings, report, summary_table, task_list
from district_desk.domain.changes import Changes
from district_desk.domain.keepsakes import PrintedReport
from district_desk.domain.listing import AssignmentFilter
from district_desk.domain.paper import SummaryTable, TaskList, TaskReport

REPORT: Final = "bao-cao-nhiem-vu"
SUMMARY: Final = "phu-luc-tong-hop-nhiem-vu"
TASKS: Final = "phu-luc-danh-muc-nhiem-vu"
LETTER: Final = "cong-van-don-doc"
PROPOSALS: Final = "danh-sach-de-xuat"
MATRIX: Final = "ma-tran-nhiem-vu"
DAY_LIST: Final = "viec-trong-ngay"

_FORMS: Final[dict[type, str]] = {TaskReport: REPORT, SummaryTable: SUMMARY, TaskList: TASKS}

Wish = ReportWish | LetterWish | MatrixWish | DayWish | ReformWish


@dataclass(frozen=True, slots=True)
class Prepared:
    """Papers as they are first seen: this very data set is saved as a file, sent to a printer and kept."""

    form: str
    wish: Wish
    papers: tuple[Paper, ...]
    """Each with the text of its form."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The record that prints a paper again."""

    kept: PrintedReport
    changes: Changes


@dataclass(frozen=True, slots=True)
class Printed:
    """A file that was written, and the record that prints it again."""

    path: Path
    kept: PrintedReport
    changes: Changes


def prepare(desk: Desk, form: str, wish: Wish) -> Prepared:
    """A report, letters or a list as the tasks are now; nothing is kept.

    Raises:
        NotFound, BadValue: as :func:`papers_of`.
    """
    return Prepared(form, wish, with_form_texts(desk, papers_of(desk, form, wish)))


def drawn(desk: Desk, prepared: Prepared, *, stop: Stop | None = None) -> bytes:
    """The bytes of the PDF of these papers.

    Raises:
        MissingGlyphs, Stopped: there is no PDF.
    """
    buffer = BytesIO()
    write_papers(desk, prepared.papers, buffer, stop=stop)
    return buffer.getvalue()


def keep(desk: Desk, prepared: Prepared) -> Kept:
    """Keep the data set of papers that went to a file or a printer."""
    title = _title(desk, prepared)
    made = PrintedReport(
        prepared.form, title, desk.now(), _as_of(desk, prepared.wish), _asked(prepared.wish), to_text(prepared.papers)
    )  # fmt: skip
    with desk.writing("print_report", subject=title) as writing:
        kept = writing.put(made)
    return Kept(kept, writing.changes)


def papers_of(desk: Desk, form: str, wish: Wish) -> tuple[Paper, ...]:
    """What stands on the pages of a report, letter or list.

    Raises:
        NotFound: no task to write a letter about; no index, plan, evidence or period that a form on reform is about.
        BadValue: the days of the wish do not make a period.
        MissingField: a report on reform needs a period.
    """
    match wish:
        case LetterWish():
            return _on(form, reminder_letters(desk, wish))
        case MatrixWish():
            return _on(form, [task_matrix(desk, wish)])
        case DayWish():
            return _on(form, [day_list(desk, wish)])
        case ReportWish():
            return _report_papers(desk, form, wish)
        case ReformWish():
            return papers_of_reform(desk, form, wish)


def _report_papers(desk: Desk, form: str, wish: ReportWish) -> tuple[Paper, ...]:
    match form:
        case "bao-cao-nhiem-vu":
            return tuple(Paper(_FORMS[type(each)], each) for each in report(desk, wish))
        case "danh-sach-de-xuat":
            return _on(form, [proposals(desk, wish)])
        case "phu-luc-tong-hop-nhiem-vu":
            return _on(form, [summary_table(desk, findings(desk, wish), wish.division)])
        case _:
            return _on(TASKS, [task_list(desk, findings(desk, wish), kind) for kind in wish.lists])


def _on(form: str, values: Sequence[PaperValues]) -> tuple[Paper, ...]:
    return tuple(Paper(form, each) for each in values)


def preview_report(desk: Desk, form: str, wish: Wish, *, stop: Stop | None = None) -> bytes:
    """The bytes of the PDF that :func:`print_report` would write; nothing is kept."""
    return drawn(desk, prepare(desk, form, wish), stop=stop)


def print_report(  # noqa: PLR0913 (what, where to, and who watches)
    desk: Desk,
    form: str,
    wish: Wish,
    out: Path,
    *,
    kind: FileKind | None = None,
    step: Step | None = None,
    stop: Stop | None = None,
) -> Printed:
    """Write a report, letters or a list as PDF or as Word (by the ending of ``out``), and keep its data set.

    Raises:
        NotFound, BadValue: as :func:`papers_of`.
        MissingGlyphs, DiskFull, ReadOnly, FileBusy, Stopped: nothing was written or kept.
    """
    prepared = prepare(desk, form, wish)
    write_papers(desk, prepared.papers, out, kind=kind, step=step, stop=stop)
    done = keep(desk, prepared)
    return Printed(out, done.kept, done.changes)


def printed_reports(desk: Desk, form: str = "") -> list[PrintedReport]:
    """What was printed, newest first; of one form where it is named."""
    found = desk.store.reading().find(PrintedReport, "made_at", **({"form": form} if form else {}))
    return found[::-1]


def print_again(  # noqa: PLR0913 (as above)
    desk: Desk,
    report_id: int,
    out: Path,
    *,
    kind: FileKind | None = None,
    step: Step | None = None,
    stop: Stop | None = None,
) -> Path:
    """Write a kept report as it was printed, whatever became of the tasks and the forms since.

    Raises:
        NotFound: no such report.
        DiskFull, ReadOnly, FileBusy, Stopped: nothing was written.
    """
    kept = desk.store.reading().get(PrintedReport, report_id)
    write_papers(desk, from_text(kept.data), out, kind=kind, step=step, stop=stop)
    return out


def preview_again(desk: Desk, report_id: int, *, stop: Stop | None = None) -> bytes:
    """The bytes of the PDF that :func:`print_again` would write.

    Raises:
        NotFound: no such report.
    """
    kept, buffer = desk.store.reading().get(PrintedReport, report_id), BytesIO()
    write_papers(desk, from_text(kept.data), buffer, stop=stop)
    return buffer.getvalue()


def _title(desk: Desk, prepared: Prepared) -> str:
    match prepared.wish:
        case LetterWish():
            return f"Công văn đôn đốc ({len(prepared.papers)})"
        case ReportWish(first=first, last=last):
            return f"{_TITLES[prepared.form]} {day_in_words(first)} - {day_in_words(last)}"
        case ReformWish() as wish:
            period = "" if wish.period.casefold() == "năm" else wish.period
            about = [period, f"năm {wish.year}", *(unit.name for unit in units_of(desk, wish.unit_ids))]
            return " ".join([TITLES[prepared.form], *(each for each in about if each)])
        case wish:
            return f"{_TITLES[prepared.form]} {day_in_words(_as_of(desk, wish))}"


_TITLES: Final = {
    REPORT: "Báo cáo nhiệm vụ",
    SUMMARY: "Tổng hợp nhiệm vụ",
    TASKS: "Danh mục nhiệm vụ",
    PROPOSALS: "Danh sách đề xuất",
    MATRIX: "Ma trận nhiệm vụ",
    DAY_LIST: "Việc trong ngày",
}


def _as_of(desk: Desk, wish: Wish) -> date:
    match wish:
        case ReportWish():
            return wish.period.as_of
        case LetterWish():
            return wish.as_of or wish.day or desk.today()
        case _:
            return wish.as_of or desk.today()


def _asked(wish: Wish) -> str:
    """What was asked, as JSON; what was left out is left out."""
    return json.dumps(_told(wish), ensure_ascii=False)


def _told(asked: Wish | AssignmentFilter) -> dict[str, Any]:
    told = {field.name: _plain(getattr(asked, field.name)) for field in fields(asked)}
    return {name: value for name, value in told.items() if value}


def _plain(value: object) -> Any:
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, AssignmentFilter):
        return _told(value)
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value
