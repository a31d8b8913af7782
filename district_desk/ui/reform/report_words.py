"""The sentences of periodic reports and of the calendar of the reform year."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from district_desk.desk.reform.report_matrix import ReportCell
from district_desk.desk.reform.submission_words import period_words, state_words
from district_desk.desk.reform.year import StepState
from district_desk.domain.periodic_reports import CycleStep, ReportPeriod, ReportState
from district_desk.ui.words import day

TABLE: Final = "Ma trận nộp báo cáo: đơn vị theo kỳ"
SERIES: Final = "Báo cáo"
CHIPS: Final = (("all", "Tất cả"), ("missing", "Chưa nộp, quá hạn"), ("late", "Nộp muộn"))
EXAMPLE: Final = (
    "Ví dụ: hạn của đơn vị và hạn tổng hợp phải sửa theo quy định của tỉnh. Bấm Sửa báo cáo… để sửa hoặc xác nhận."
)
RECEIVE: Final = "Ghi nộp…"
RECEIVE_TIP: Final = "Ghi ngày nhận, số báo cáo, lồng ghép hoặc lý do không phải nộp cho các ô đang chọn (Enter)"
FORGET: Final = "Bỏ ghi"
FORGET_TIP: Final = "Bỏ những gì đã ghi ở các ô đang chọn (Delete)"
REMIND: Final = "Nhắc…"
REMIND_TIP: Final = "Đếm lần nhắc và lập tin nhắn cho từng đơn vị chưa nộp trong các ô đang chọn (Ctrl+Shift+N)"
EDIT: Final = "Sửa báo cáo…"
EDIT_TIP: Final = "Tên báo cáo, đơn vị phải nộp, các kỳ và hạn hằng năm"
ADD: Final = "Thêm báo cáo…"
DROP: Final = "Bỏ báo cáo"
PERIOD: Final = "Sửa kỳ…"
PERIOD_TIP: Final = "Dời các ngày của kỳ đang chọn, chỉ riêng năm này (F2)"
OPEN: Final = "Mở văn bản yêu cầu"
NO_SERIES: Final = "Chưa theo dõi báo cáo định kỳ nào"
HOW_TO_BEGIN: Final = "Thêm một báo cáo: đơn vị nào phải nộp, các kỳ trong năm và hạn của từng cấp."
NOTHING_LEFT: Final = "Không có đơn vị nào thuộc nhóm này"
NOTHING_LEFT_HOW: Final = "Bấm Tất cả để xem mọi đơn vị."
CHOOSE_CELL: Final = "Hãy chọn ô của đơn vị phải nộp trong ma trận trước."
DROP_TITLE: Final = "Bỏ báo cáo định kỳ"
REMIND_TITLE: Final = "Nhắc nộp báo cáo"
MESSAGES: Final = "Tin nhắn nhắc nộp báo cáo"
CLOSE: Final = "Đóng"
LEFT_OPEN: Final = "Đã ghi nộp, nhưng {count} việc định kỳ cùng kỳ chưa đóng được, vẫn còn mở ở trang Nhiệm vụ."
OWN: Final = "Báo cáo của ta gửi cấp trên"
FIRST: Final = "đầu kỳ"
LAST: Final = "chốt số liệu đến hết ngày"
NEW_TITLE: Final = "Báo cáo định kỳ"
KINDS: Final = "Loại đơn vị phải nộp"
NO_KIND: Final = "Chưa chọn"
ITEM: Final = "Do mục văn bản yêu cầu"
NO_ITEM: Final = "Không gắn với văn bản nào"
PERIODS: Final = "Các kỳ hằng năm: ghi ngày/tháng, ví dụ 20/3, 15/12 năm trước, 05/01 năm sau; để trống là không đặt"
PERIOD_HEADINGS: Final = ("Tên kỳ", "Đầu kỳ", "Chốt số liệu", "Hạn của đơn vị", "Hạn tổng hợp", "Hạn gửi cấp trên")
ADD_PERIOD: Final = "Thêm kỳ"
DROP_PERIOD: Final = "Bỏ kỳ {number}"
SAVE: Final = "Lưu"

STEPS_TABLE: Final = "Lịch năm cải cách hành chính"
STEP: Final = "Mốc trong năm"
STEP_ADD: Final = "Thêm mốc…"
STEP_EDIT: Final = "Sửa…"
STEP_DROP: Final = "Bỏ"
STEP_UP: Final = "Lên"
STEP_DOWN: Final = "Xuống"
STEP_TICK: Final = "Đánh dấu xong"
STEP_UNTICK: Final = "Bỏ đánh dấu xong"
STEP_TICK_TIP: Final = "Mốc đang chọn đã làm xong trong năm chấm điểm này (phím cách)"
STEP_EXAMPLE: Final = "Các mốc ghi “Ví dụ” là gợi ý: mở từng mốc (Enter), sửa cho đúng rồi bấm Lưu."
NO_STEPS: Final = "Lịch năm chưa có mốc nào"
NO_STEPS_HOW: Final = "Thêm các mốc của năm: mở đợt chấm điểm, tự chấm, thẩm định, công bố, gửi kế hoạch khắc phục."
STEP_DROP_TITLE: Final = "Bỏ mốc trong năm"
OFFSETS: Final = {0: "trong năm chấm điểm", 1: "năm sau năm chấm điểm"}
STEP_HEADINGS: Final = {
    "day": "Ngày", "title": "Mốc", "who": "Người thực hiện", "note": "Ghi chú", "state": "Tình trạng",
}  # fmt: skip
STEP_STATES: Final = {StepState.DONE: "Đã xong", StepState.NEAR: "Sắp đến", StepState.TO_COME: "Chưa đến"}


def year_of_reports(year: int) -> str:
    """Which year the matrix is of: here the chosen year is the calendar year of the reports."""
    return f"Các kỳ báo cáo của năm {year}"


def to_this_year(year: int) -> str:
    """The way to the current year."""
    return f"Xem năm {year}"


def steps_year(year: int) -> str:
    """Of which index the days are."""
    return f"Các mốc của Chỉ số CCHC năm {year}"


def period_head(period: ReportPeriod, last_working: date | None) -> str:
    """The head of a period's column: its name, the units' last day, and the working day before it."""
    due = period.unit_due
    if due is None:
        return f"{period.name}\nchưa đặt hạn"
    moved = f" (nghỉ; nộp {last_working:%d/%m})" if last_working and last_working != due else ""
    return f"{period.name}\nhạn {due:%d/%m}{moved}"


def period_tip(period: ReportPeriod) -> str:
    """All dates of a period."""
    told = (
        ("Số liệu từ", period.first), ("đến", period.last), ("Hạn của đơn vị", period.unit_due),
        ("Hạn tổng hợp", period.bureau_due), ("Hạn gửi cấp trên", period.upper_due),
    )  # fmt: skip
    return "\n".join([period_words(period), *(f"{name}: {day(value)}" for name, value in told if value)])


def cell_words(cell: ReportCell) -> str:
    """A cell in a badge: short, with the day or the days late."""
    received = cell.submission.received
    if cell.state in (ReportState.IN_TIME, ReportState.RECEIVED) and received:
        return f"{state_words(cell.state, 0)} {received:%d/%m}"
    return state_words(cell.state, cell.days_late)


def cell_tip(cell: ReportCell) -> str:
    """Everything that is known of a unit and a period."""
    told = cell.submission
    lines = [f"{cell.unit.name}, kỳ {period_words(cell.period)}: {state_words(cell.state, cell.days_late)}"]
    if cell.due:
        moved = f" (ngày nghỉ; ngày làm việc cuối {day(cell.last_working)})" if cell.last_working != cell.due else ""
        lines.append(f"Hạn {day(cell.due)}{moved}")
    if told.received:
        lines.append(" ".join(part for part in (f"Nhận ngày {day(told.received)}", told.notation) if part))
    lines += [f"Lồng ghép vào: {told.merged_into}"] if told.merged_into else []
    lines += [f"Không phải nộp vì: {told.excused}"] if told.excused else []
    lines += [f"Đã nhắc {told.reminded} lần, lần cuối {day(told.reminded_on)}"] if told.reminded else []
    lines += [told.note] if told.note else []
    return "\n".join([*lines, *_duty_lines(cell)])


def _duty_lines(cell: ReportCell) -> list[str]:
    """What the unit's line of the recurring duty says, above all where it says something else."""
    if cell.duty is None:
        return []
    due = cell.duty.standing.due
    lines = [f"Việc định kỳ cùng kỳ ở trang Nhiệm vụ có hạn {day(due)}"] if due and due != cell.due else []
    if cell.by_duty:
        lines.append("Ghi theo việc định kỳ đã đóng ở trang Nhiệm vụ")
    if cell.duty_open:
        lines.append("Việc định kỳ cùng kỳ vẫn còn mở ở trang Nhiệm vụ")
    return lines


def several(cells: int) -> str:
    """The title of the form for many cells."""
    return f"Ghi nộp {cells} ô cùng lúc"


def drop_series(title: str) -> str:
    """The question before a series goes."""
    return f"Bỏ “{title}” cùng các kỳ của báo cáo này?"


def drop_step(title: str) -> str:
    """The question before a step goes."""
    return f"Bỏ mốc “{title}” khỏi lịch năm?"


def remind(units: int, reports: int) -> str:
    """The question before a reminder is counted."""
    return f"Ghi hôm nay nhắc {units} đơn vị nộp {reports} báo cáo, và lập tin nhắn cho từng đơn vị?"


def foot(title: str, year: int, missing: int) -> str:
    """The page's half of the foot line."""
    return f"{title}, năm {year} · {missing} báo cáo quá hạn chưa nộp"


def foot_of_steps(year: int, done: int, steps: int) -> str:
    """The same for the calendar."""
    return f"Lịch năm {year} · xong {done}/{steps} mốc"


def onward(periods: Sequence[ReportPeriod]) -> str:
    """By when the units' reports are gathered and ours is sent up, period by period."""
    told = [
        f"{period.name} {period.bureau_due:%d/%m} – {period.upper_due:%d/%m}"
        for period in periods
        if period.bureau_due and period.upper_due
    ]
    return f"Tổng hợp – gửi cấp trên: {'; '.join(told)}" if told else ""


def step_late(days: int) -> str:
    """A step that is late."""
    return f"Quá {days} ngày"


def step_title(step: CycleStep) -> str:
    """A step, told as an example where it is one."""
    return f"Ví dụ: {step.title}" if step.is_example else step.title
