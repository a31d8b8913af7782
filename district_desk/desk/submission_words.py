"""How periodic reports and the steps of the reform year are told: a period, a cell of the matrix, a reminder."""

from collections.abc import Iterable
from typing import Final

from district_desk.domain.periodic_reports import ReportPeriod, ReportSeries, ReportState

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
