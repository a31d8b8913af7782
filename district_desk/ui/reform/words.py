"""The sentences of the page on administrative reform."""

from datetime import date
from typing import Final

from district_desk.desk import words as office
from district_desk.ui.words import day

TITLE: Final = "Cải cách hành chính"
SUBTITLE: Final = "Chỉ số CCHC của các đơn vị, đơn vị phải khắc phục và vì sao."
YEAR: Final = "Năm chấm điểm"
PARTS: Final = {"results": "Bảng điểm", "scores": "Điểm", "index": "Bộ chỉ số"}
NO_INDEX: Final = "Năm {year} chưa có bộ chỉ số"
HOW_TO_BEGIN: Final = (
    "Nhận bảng tổng hợp điểm từ Excel, hoặc bắt đầu từ bộ chỉ số ví dụ rồi sửa theo quyết định của tỉnh."
)
FROM_EXAMPLE: Final = "Dùng bộ chỉ số ví dụ"
COPY_LAST: Final = "Sao từ năm {year}"
UNITS_SCORED: Final = "đơn vị có điểm"
OWE_PLAN: Final = "phải có kế hoạch khắc phục"
NOT_SENT: Final = "chưa nộp kế hoạch"
AVERAGE: Final = "chỉ số bình quân (%)"
HEADINGS: Final = {
    "unit": "Đơn vị", "percent": "Chỉ số (%)", "rank": "Hạng", "rating": "Xếp loại", "plan": "Kế hoạch khắc phục",
}  # fmt: skip
PLAN_STATES: Final = office.PLAN_STATES
DIFFERS: Final = "Theo công thức của bộ chỉ số là “{formula}”."
EXAMPLE: Final = "Bộ chỉ số đang dùng là ví dụ: hãy sửa theo quyết định của tỉnh."


def not_sent(due: date | None) -> str:
    """A plan that has not come."""
    return f"Chưa nộp (hạn {day(due)[:5]})" if due else "Chưa nộp"


def sent(on: date | None, days_late: int) -> str:
    """A plan that has come."""
    return f"Nộp muộn {day(on)[:5]}" if days_late else f"Đã nộp {day(on)[:5]}"


def foot(year: int, units: int) -> str:
    """The page's half of the foot line."""
    return f"Chỉ số CCHC năm {year} · {units} đơn vị"
