"""What the office calls limits and periods: doubts about a phrase, warnings about a date, names of reporting periods."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from district_desk.domain.directives import Directive
from district_desk.domain.due import Doubt, Due, DueKind, Warned

DOUBTS: Final = {
    Doubt.UNREAD: "Chưa hiểu thời hạn này; hãy chọn ngày.",
    Doubt.TWO_READINGS: "Ghi cả “chậm nhất” lẫn “trước” nên có thể hiểu hai cách; hãy xác nhận ngày cuối cùng.",
    Doubt.SEVERAL_LIMITS: "Có nhiều thời hạn trong một câu; hãy chọn thời hạn đúng hoặc tách mục.",
    Doubt.PARTLY_READ: "Còn con số chưa hiểu trong câu; hãy xem lại.",
    Doubt.NO_SUCH_DAY: "Ngày ghi trong câu không có trong lịch hoặc không rõ năm.",
    Doubt.YEAR_SUPPLIED: "Không ghi năm; đang hiểu là năm sau, hãy xác nhận.",
    Doubt.IN_THE_PAST: "Hạn nằm trước ngày bắt đầu tính; hãy xem lại.",
    Doubt.ASKS_DATE: "Cần ấn định thời hạn.",
    Doubt.ASKS_START: "Chưa biết tính từ ngày nào.",
    Doubt.START_UNSAID: "Không ghi tính từ ngày nào; đang tính từ ngày nhận văn bản.",
    Doubt.ASKS_EVENT: "Tính hạn khi sự việc được ghi nhận.",
    Doubt.ASKS_PERIOD: "Không ghi kỳ báo cáo; đang theo kỳ đặt ở Thiết lập.",
    Doubt.ASKS_OTHER_LIMIT: "Hạn phụ thuộc một thời hạn khác; hãy chọn việc hoặc thủ tục liên quan.",
}
WARNINGS: Final = {
    Warned.ENDS_ON_DAY_OFF: "Ngày cuối là ngày nghỉ; ngày làm việc cuối cùng còn trong hạn là {working:%d/%m/%Y}.",
    Warned.YEAR_UNCONFIRMED: "Lịch nghỉ năm {last.year} chưa được xác nhận nên hạn là dự kiến.",
}
DUE_KINDS: Final = {
    DueKind.BEFORE: "trước ngày (không gồm ngày đó)",
    DueKind.BY: "chậm nhất ngày (gồm cả ngày đó)",
    DueKind.ON: "vào ngày",
    DueKind.WITHIN_MONTH: "trong tháng",
    DueKind.WITHIN_QUARTER: "trong quý",
    DueKind.WITHIN_YEAR: "trong năm",
    DueKind.WORKING_DAYS: "số ngày làm việc",
    DueKind.CALENDAR_DAYS: "số ngày",
    DueKind.MONTHS: "số tháng",
    DueKind.HOURS: "số giờ",
    DueKind.RANGE: "từ ngày đến ngày",
    DueKind.PERIOD: "từ nay về sau",
    DueKind.PERIODIC: "định kỳ",
    DueKind.SOFT: "chưa định ngày",
    DueKind.IMMEDIATE: "ngay",
    DueKind.FRACTION: "tỷ lệ thời gian giải quyết",
    DueKind.LINKED: "sớm hơn thời hạn khác",
    DueKind.EVENT: "theo sự việc",
    DueKind.STANDING: "thường xuyên",
    DueKind.NONE: "không có thời hạn",
}
_PARTS: Final = {
    "": "Năm ", "9M": "9 tháng năm ", "H1": "6 tháng đầu năm ", "H2": "6 tháng cuối năm ",
    "Q1": "Quý I/", "Q2": "Quý II/", "Q3": "Quý III/", "Q4": "Quý IV/",
}  # fmt: skip
_DAY: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_PERIOD: Final = re.compile(r"(?P<year>\d{4})(?:-(?P<part>[QHW]?\d\d?|9M))?")


def notes_of(due: Due) -> tuple[str, ...]:
    """The doubts and warnings of a limit as sentences, what must be settled first."""
    return (*(DOUBTS[doubt] for doubt in due.doubts), *_warned(due, due.warnings))


def _warned(due: Due, warnings: Iterable[Warned]) -> tuple[str, ...]:
    return tuple(WARNINGS[each].format(working=due.last_working_day, last=due.last_day) for each in warnings)


def arrival_sentence(directive: Directive, today: date | None = None) -> str:
    """That a day of arrival cannot be, or can hardly be: after today, or before the document's own; empty where it can."""
    arrived, issued = directive.arrived, directive.issued
    if arrived and today and arrived > today:
        return f"Ngày đến {arrived:%d/%m/%Y} sau ngày hôm nay; hãy sửa lại trước khi vào sổ."
    if arrived and issued and arrived < issued:
        return f"Ngày đến {arrived:%d/%m/%Y} trước ngày của văn bản ({issued:%d/%m/%Y}); hãy xem lại."
    return ""


def period_name(code: str) -> str:
    """A reporting period as people say it: "2026-Q1" is "Quý I/2026"; see domain.recurrence.code_of."""
    whole, _, place = code.partition(".")
    said = _named(whole)
    return f"{said} (lần {place})" if place else said


def _named(code: str) -> str:
    if day := _DAY.fullmatch(code):
        return f"Ngày {day[3]}/{day[2]}/{day[1]}"
    hit = _PERIOD.fullmatch(code)
    if hit is None:
        return code
    year, part = hit["year"], hit["part"] or ""
    return _PARTS.get(part, f"Tuần {part[1:].lstrip('0')}/" if part[:1] == "W" else f"Tháng {part.lstrip('0')}/") + year
