"""The commands of periodic reports: the matrix of a year (``reports``), and a report that came (``report-received``)."""

import re
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from district_desk.cli.speech import opened, say, say_json, tell
from district_desk.domain.problems import BadValue

if TYPE_CHECKING:
    from district_desk.desk import Desk
    from district_desk.desk.reform.report_series import PeriodKey


def add_reports(
    add: Callable[..., ArgumentParser], a_year: Callable[[str], int], a_day: Callable[[str], object]
) -> None:
    """The arguments of both."""
    shown = add(
        "reports", "báo cáo định kỳ của một năm: đơn vị nào đã nộp, nộp muộn, chưa nộp", "folder", "as-of", "json"
    )
    shown.add_argument("--year", type=a_year, required=True, metavar="NĂM", help="năm của kỳ báo cáo")
    shown.add_argument("--series", type=_a_series, metavar="MÃ", help="mã số báo cáo; mặc định là mọi báo cáo")
    came = add("report-received", "ghi một đơn vị đã nộp báo cáo định kỳ", "folder", "json")
    came.add_argument("--series", type=_a_series, required=True, metavar="MÃ", help="mã số báo cáo")
    came.add_argument("--period", required=True, metavar="KỲ", help="tên kỳ, ví dụ “Quý I”")
    came.add_argument("--year", type=a_year, metavar="NĂM", help="năm của kỳ; mặc định là kỳ gần ngày nhận nhất")
    came.add_argument("--unit", required=True, metavar="MÃ", help="mã đơn vị")
    came.add_argument("--date", type=a_day, metavar="NGÀY", help="ngày nhận; mặc định là hôm nay")
    came.add_argument("--notation", default="", metavar="SỐ", help="số, ký hiệu báo cáo")
    came.add_argument("--merged-into", default="", metavar="CHỮ", help="báo cáo mà kỳ này được lồng ghép vào")


def reports(asked: Namespace) -> None:
    """The rows of the matrix of one series or of all."""
    from district_desk.desk.reform.report_answers import of_matrix
    from district_desk.desk.reform.report_matrix import matrix
    from district_desk.desk.reform.report_series import series_list
    from district_desk.desk.reform.submission_words import state_words
    from district_desk.domain.periodic_reports import ReportState

    with opened(asked) as desk:
        wanted = [asked.series] if asked.series else [series.id for series in series_list(desk)]
        rows = [row for each in wanted for row in of_matrix(matrix(desk, each, asked.year, as_of=asked.as_of))]
    if asked.json:
        say_json(rows)
        return
    for row in rows:
        state = state_words(ReportState(row["state"]), row["days_late"])
        told = (row["series"], row["period"], row["unit_code"], row["unit"], _day(row["due"]), _day(row["received"]))
        say("\t".join(str(part) for part in (*told, row["notation"], state)))


def report_received(asked: Namespace) -> None:
    """Note that a unit's report of a period came."""
    from district_desk.desk.reform.periodic_reports import Receipt, note_submissions
    from district_desk.desk.sentences import done_label
    from district_desk.desk.steps import unit_of_code

    with opened(asked) as desk:
        day = asked.date or desk.today()
        key = _key(desk, asked, day)
        unit = unit_of_code(desk.store.reading(), asked.unit, desk.working_day(day))
        receipt = Receipt(day, asked.notation, asked.merged_into)
        done = note_submissions(desk, key, [unit.id], receipt)
        if done.left_open:
            tell("Việc định kỳ cùng kỳ chưa đóng được, vẫn còn mở trong sổ nhiệm vụ.")
        if asked.json:
            say_json({"year": key.year, "period": key.name, "unit_code": unit.code, "closed": list(done.closed)})
        else:
            say(done_label(done.changes))


def _key(desk: "Desk", asked: Namespace, day: date) -> "PeriodKey":
    """The period of that name: of the year that was named, or of those that had begun the one due nearest to the day."""
    from district_desk.desk.reform.report_series import PeriodKey, period_of

    if asked.year:
        return PeriodKey(asked.series, asked.year, asked.period)
    near: list[tuple[int, PeriodKey]] = []
    for year in (day.year, day.year - 1, day.year + 1):
        key = PeriodKey(asked.series, year, asked.period)
        period = period_of(desk.store.reading(), key)
        due = period.unit_due or period.last or day
        if period.first is None or period.first <= day:
            near.append((abs((due - day).days), key))
    return min(near, key=lambda each: each[0])[1] if near else PeriodKey(asked.series, day.year, asked.period)


def _a_series(text: str) -> int:
    """The number of a series, above zero."""
    if not re.fullmatch(r"[1-9][0-9]{0,14}", text.strip()):
        raise BadValue("series_id", text)
    return int(text)


def _day(text: str | None) -> str:
    return f"{date.fromisoformat(text):%d/%m/%Y}" if text else ""
