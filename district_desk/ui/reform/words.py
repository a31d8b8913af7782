"""The sentences of the page on administrative reform."""

from datetime import date
from fractions import Fraction
from typing import Final

from district_desk.desk.reform import plan_words as office
from district_desk.domain.points import share_text
from district_desk.ui.words import day

TITLE: Final = "Cải cách hành chính"
SUBTITLE: Final = "Chỉ số CCHC của các đơn vị, đơn vị phải khắc phục và vì sao."
YEAR: Final = "Năm chấm điểm"
PARTS: Final = {
    "results": "Bảng điểm",
    "scores": "Điểm",
    "plans": "Khắc phục",
    "works": "Đột phá",
    "evidence": "Kiểm chứng",
    "index": "Bộ chỉ số",
    "reports": "Báo cáo",
    "year": "Lịch năm",
}
NO_INDEX: Final = "Năm {year} chưa có bộ chỉ số"
HOW_TO_BEGIN: Final = (
    "Nhận bảng tổng hợp điểm từ Excel, hoặc bắt đầu từ bộ chỉ số ví dụ rồi sửa theo quyết định của tỉnh."
)
FROM_EXAMPLE: Final = "Dùng bộ chỉ số ví dụ"
COPY_LAST: Final = "Sao từ năm {year}"
UNITS_SCORED: Final = "đơn vị có điểm"
OWE_PLAN: Final = "phải có kế hoạch khắc phục"
NOT_SENT: Final = "chưa nộp kế hoạch"
NO_LAST_YEAR: Final = "Năm trước chưa có điểm đủ các lĩnh vực để so sánh."
RATE: Final = "Ghi xếp loại…"
RATE_TIP: Final = "Ghi xếp loại, thứ hạng chính thức của đơn vị đang chọn (F2 hoặc Enter)"
RATING_TITLE: Final = "Xếp loại chính thức"
RATING: Final = "Xếp loại đã công bố"
RANK: Final = "Thứ hạng đã công bố"
NOTE: Final = "Ghi chú"
KEEP: Final = "Ghi"
CANCEL: Final = "Thôi"
HEADINGS: Final = {
    "unit": "Đơn vị", "percent": "Chỉ số (%)", "change": "So năm trước",
    "rank": "Hạng", "rating": "Xếp loại", "plan": "Kế hoạch khắc phục",
}  # fmt: skip
PLAN_STATES: Final = office.PLAN_STATES
DIFFERS: Final = "Theo công thức của bộ chỉ số là “{formula}”."
EXAMPLE: Final = "Bộ chỉ số đang dùng là ví dụ: hãy sửa theo quyết định của tỉnh."

CHARTS: Final = "Biểu đồ Chỉ số CCHC năm {year}"
CHART: Final = "Biểu đồ"
CHART_ACTION: Final = "Biểu đồ…"
CHART_TIP: Final = "Xếp hạng các đơn vị; từng lĩnh vực của một đơn vị so với mức phải khắc phục và năm trước (Ctrl+B)"
CHART_RANKED: Final = "Xếp hạng các đơn vị (%)"
CHART_LIMIT: Final = "mức {limit}%"
YEAR_NAME: Final = "Năm {year}"
CLOSE: Final = "Đóng"
PRINT: Final = "In…"
PRINT_TABLE_TIP: Final = "Bảng tổng hợp Chỉ số và biểu đồ xếp hạng (Ctrl+P)"
PRINT_MATRIX_TIP: Final = "Ma trận đơn vị × kỳ của báo cáo đang chọn (Ctrl+P)"
PRINT_EVIDENCE_TIP: Final = "Danh mục minh chứng của đơn vị đang chọn (Ctrl+P)"
DOSSIER: Final = "Xuất hồ sơ…"
DOSSIER_TIP: Final = "Bản sao có đánh số của mọi tệp và danh mục minh chứng của đơn vị đang chọn, vào một thư mục"
DOSSIER_WHERE: Final = "Chọn nơi đặt hồ sơ minh chứng"
DOSSIER_WRITING: Final = "Đang xuất hồ sơ minh chứng"


def dossier_done(path: str, files: int, lacking: int) -> str:
    """Where a dossier lies and what it lacks."""
    said = f"Đã xuất {files} tệp và danh mục vào {path}."
    return f"{said} Còn {lacking} tiêu chí chưa có tài liệu." if lacking else said


def signed(percent: Fraction, places: int = 2) -> str:
    """A change in per cent, with its sign: "+2,31", "−0,40", "0,00"."""
    shown = share_text(abs(percent), places)
    if not shown.strip("0,"):
        return shown
    return ("+" if percent > 0 else "−") + shown


def change(percent: Fraction, places: int | None) -> str:
    """A unit's change from the year before, with the ranks gained or lost: "+2,31 (↑3)"."""
    if not places:
        return signed(percent)
    return f"{signed(percent)} ({'↑' if places > 0 else '↓'}{abs(places)})"


def average(difference: Fraction | None) -> str:
    """The name of the average, with its change from the year before where there is one."""
    return "chỉ số bình quân (%)" if difference is None else f"chỉ số bình quân ({signed(difference, 1)})"


def rank_differs(counted: int) -> str:
    """That the announced rank is another than the points'."""
    return f"Xếp theo điểm đang có là hạng {counted}."


def by_points(formula: str, rank: int | None) -> str:
    """What the points say of a unit, beside what was announced."""
    said = f"Theo điểm và công thức của bộ chỉ số: {formula or 'chưa đủ điểm để xếp loại'}"
    return f"{said}, hạng {rank}." if rank else f"{said}."


def not_sent(due: date | None) -> str:
    """A plan that has not come."""
    return f"Chưa nộp (hạn {day(due)[:5]})" if due else "Chưa nộp"


def sent(on: date | None, days_late: int) -> str:
    """A plan that has come."""
    return f"Nộp muộn {day(on)[:5]}" if days_late else f"Đã nộp {day(on)[:5]}"


def foot(year: int, units: int) -> str:
    """The page's half of the foot line."""
    return f"Chỉ số CCHC năm {year} · {units} đơn vị"
