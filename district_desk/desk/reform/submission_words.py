"""How periodic reports and the steps of the reform year are told: a period, a cell of the matrix, a reminder."""

import re
from collections.abc import Iterable
from typing import Final

from district_desk.domain.periodic_reports import ReportPeriod, ReportSeries, ReportState, day_of_year
from district_desk.domain.problems import BadValue
from district_desk.domain.vietnamese import collapse, nfc

STATES: Final = {
    ReportState.RECEIVED: "Đã nộp",
    ReportState.IN_TIME: "Đúng hạn",
    ReportState.LATE: "Muộn",
    ReportState.MERGED: "Lồng ghép",
    ReportState.EXCUSED: "Không phải nộp",
    ReportState.NOT_DUE: "Chưa đến hạn",
    ReportState.MISSING: "Chưa nộp",
}


def period_words(period: ReportPeriod) -> str:
    """A period with its year: "Quý I năm 2023", "Năm 2023"."""
    return f"{period.name} {period.year}" if period.name.casefold() == "năm" else f"{period.name} năm {period.year}"


def state_words(state: ReportState, days_late: int) -> str:
    """A state with its days: "Muộn 3 ngày", "Chưa nộp, quá 5 ngày"."""
    said = STATES[state]
    if not days_late:
        return said
    return {
        ReportState.LATE: f"{said} {days_late} ngày",
        ReportState.MERGED: f"{said}, muộn {days_late} ngày",
        ReportState.MISSING: f"{said}, quá {days_late} ngày",
    }.get(state, said)


def report_reminder(sender: str, unit: str, owed: Iterable[tuple[ReportSeries, ReportPeriod, int, int]]) -> str:
    """One text for one unit, ready to be pasted into a chat: each report with its days late and its ordinal."""
    told = [f"{number}. {_owed(*each)}" for number, each in enumerate(owed, 1)]
    return "\n".join([
        f"Kính gửi {unit},",
        f"{sender} đôn đốc nộp {len(told)} báo cáo định kỳ sau:",
        *told,
        "Đề nghị khẩn trương gửi báo cáo; nếu đã gửi hoặc đã lồng ghép vào báo cáo khác, đề nghị cho biết số, ngày văn bản.",
    ])  # fmt: skip


def _owed(series: ReportSeries, period: ReportPeriod, days_late: int, ordinal: int) -> str:
    due = period.unit_due
    limit = f"hạn {due:%d/%m/%Y}" + (f", quá hạn {days_late} ngày" if days_late else "") if due else "chưa đặt hạn"
    via = f"; gửi qua {series.receiver}" if series.receiver else ""
    return f"{series.title}, kỳ {period_words(period)} ({limit}{via}; đôn đốc lần {ordinal})."


_ANY_YEAR: Final = 2000
_YEARS: Final = {"-": " năm trước", "": "", "+": " năm sau"}
_WRITTEN: Final = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*(năm trước|năm sau)?", re.IGNORECASE)


def year_day_words(written: str) -> str:
    """A day that a rule names, as people write it: "20/03", "15/12 năm trước"; nothing where it is not set."""
    if not written:
        return ""
    sign = written[0] if written[0] in "-+" else ""
    month, day = written.removeprefix(sign).split("-")
    return f"{day}/{month}{_YEARS[sign]}"


def year_day_read(text: str) -> str:
    """The same read back as a rule keeps it: "03-20", "-12-15".

    Raises:
        BadValue: of "period_day", where the text names no day of a year.
    """
    said = nfc(collapse(text))
    if not said:
        return ""
    hit = _WRITTEN.fullmatch(said)
    told = f" {hit[3].casefold()}" if hit and hit[3] else ""
    sign = next(sign for sign, words in _YEARS.items() if words == told)
    written = f"{sign}{int(hit[2]):02}-{int(hit[1]):02}" if hit else ""
    try:
        day_of_year(written, _ANY_YEAR)
    except ValueError:
        raise BadValue("period_day", said) from None
    return written
