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
from district_desk.desk.office_desk import Desk
from district_desk.desk.printing import FileKind, Step, Stop, with_form_texts, write_papers
from district_desk.desk.reminder_letters import LetterWish, proposals, reminder_letters
from district_desk.desk.reporting import ReportWish, findings, report, summary_table, task_list
from district_desk.domain.changes import Changes
from district_desk.domain.keepsakes import PrintedReport
from district_desk.domain.paper import SummaryTable, TaskList, TaskReport

REPORT: Final = "bao-cao-nhiem-vu"
SUMMARY: Final = "phu-luc-tong-hop-nhiem-vu"
TASKS: Final = "phu-luc-danh-muc-nhiem-vu"
LETTER: Final = "cong-van-don-doc"
PROPOSALS: Final = "danh-sach-de-xuat"

_FORMS: Final[dict[type, str]] = {TaskReport: REPORT, SummaryTable: SUMMARY, TaskList: TASKS}

Wish = ReportWish | LetterWish


@dataclass(frozen=True, slots=True)
class Printed:
    """A file that was written, and the record that prints it again."""

    path: Path
    kept: PrintedReport
    changes: Changes


def papers_of(desk: Desk, form: str, wish: Wish) -> tuple[Paper, ...]:
    """What stands on the pages of a report, letter or list.

    Raises:
        NotFound: no task to write a letter about.
        BadValue: the days of the wish do not make a period.
    """
    if isinstance(wish, LetterWish):
        return _on(form, reminder_letters(desk, wish))
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
    buffer = BytesIO()
    write_papers(desk, papers_of(desk, form, wish), buffer, stop=stop)
    return buffer.getvalue()


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
    papers = with_form_texts(desk, papers_of(desk, form, wish))
    write_papers(desk, papers, out, kind=kind, step=step, stop=stop)
    made = PrintedReport(
        form, _title(form, wish, papers), desk.now(), _as_of(desk, wish), _asked(wish), to_text(papers)
    )  # fmt: skip
    with desk.writing("print_report", subject=made.title) as writing:
        kept = writing.put(made)
    return Printed(out, kept, writing.changes)


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


def _title(form: str, wish: Wish, papers: Sequence[Paper]) -> str:
    if isinstance(wish, LetterWish):
        return f"Công văn đôn đốc ({len(papers)})"
    days = f"{day_in_words(wish.first)} - {day_in_words(wish.last)}"
    return f"{_TITLES[form]} {days}"


_TITLES: Final = {
    REPORT: "Báo cáo nhiệm vụ",
    SUMMARY: "Tổng hợp nhiệm vụ",
    TASKS: "Danh mục nhiệm vụ",
    PROPOSALS: "Danh sách đề xuất",
}


def _as_of(desk: Desk, wish: Wish) -> date:
    if isinstance(wish, ReportWish):
        return wish.period.as_of
    return wish.as_of or wish.day or desk.today()


def _asked(wish: Wish) -> str:
    """What was asked, as JSON; what was left out is left out."""
    told = {field.name: _plain(getattr(wish, field.name)) for field in fields(wish)}
    return json.dumps({name: value for name, value in told.items() if value}, ensure_ascii=False)


def _plain(value: object) -> Any:
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value
