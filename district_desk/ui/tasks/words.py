"""Every sentence of the tasks' page, except those of the steps of a line's life (:mod:`.step_words`)."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from district_desk.domain.task_looks import CellState
from district_desk.ui.words import WEEKDAYS, count, day

TITLE: Final = "Nhiệm vụ"
TABLE: Final = "Danh sách nhiệm vụ"
OPEN: Final = "open"
OVERDUE: Final = "overdue"
NEAR: Final = "near"
ALL: Final = "all"
CHIPS: Final = ((OPEN, "Chưa xong"), (OVERDUE, "Quá hạn"), (NEAR, "Quá hạn và sắp đến hạn"), (ALL, "Tất cả"))
LIST: Final = "list"
MATRIX: Final = "matrix"
CALENDAR: Final = "calendar"
LOOKS: Final = ((LIST, "Danh sách"), (MATRIX, "Ma trận"), (CALENDAR, "Lịch"))
LOOK_TIPS: Final = {
    LIST: "Xem thành danh sách",
    MATRIX: "Xem thành bảng mục việc và đơn vị",
    CALENDAR: "Xem theo ngày đến hạn",
}
LOOK_KEYS: Final = {LIST: "Ctrl+1", MATRIX: "Ctrl+2", CALENDAR: "Ctrl+3"}
UNIT: Final = "Đơn vị hoặc nhóm"
UNITS: Final = "Đơn vị"
EVERY_UNIT: Final = "Mọi đơn vị"
EVERY_ROLE: Final = "Mọi vai trò"
ROLE: Final = "Vai trò"
SEARCH: Final = "Tìm trong nội dung việc, số ký hiệu (không cần dấu)"
OPEN_DIRECTIVE: Final = "Mở văn bản"
STEPS: Final = "Diễn biến"
STEPS_TIP: Final = "Ký nhận, tiến độ, báo cáo, gia hạn, trả lại, chuyển, thu hồi các việc đang chọn"
RESULT_TIP: Final = "Ghi hoàn thành các việc đang chọn, với số, ngày và tệp văn bản kết quả"
SHEETS: Final = "In phiếu giao nhiệm vụ"
DETAIL: Final = "Ngăn chi tiết"
BACK: Final = "Trở lại"
EMPTY: Final = "Không có nhiệm vụ nào ở đây"
EMPTY_HOW: Final = "Việc được giao từ một văn bản: vào sổ văn bản, rồi bấm “Giao việc…”."
EMPTY_FILTER_HOW: Final = "Bấm “Tất cả”, đổi đơn vị, bỏ lọc hoặc xóa chữ trong ô tìm để xem các việc khác."
NOTHING_CHOSEN: Final = "Chọn một việc để xem diễn biến."

VIEW: Final = "Lọc và cột"
VIEW_TIP: Final = "Lọc thêm, lưu danh sách, chọn cột"
FILTER: Final = "Lọc thêm…"
FILTER_TITLE: Final = "Lọc nhiệm vụ"
FILTER_YES: Final = "Lọc"
UNFILTER: Final = "Bỏ lọc"
LEVEL: Final = "Cấp giao"
EVERY_LEVEL: Final = "Mọi cấp giao"
SOURCE: Final = "Nguồn"
EVERY_SOURCE: Final = "Mọi nguồn"
STATE: Final = "Tình trạng"
EVERY_STATE: Final = "Mọi tình trạng"
DUE_FROM: Final = "Hạn từ ngày"
DUE_UNTIL: Final = "Hạn đến ngày"
PERSON: Final = "Người phụ trách"
DIRECTIVE: Final = "Số, ký hiệu văn bản giao việc"
NO_DIRECTIVE: Final = "Không có văn bản số này trong sổ."
WRONG_RANGE: Final = "Ngày đầu phải trước ngày cuối."

KEPT: Final = "Danh sách đã lưu"
KEEP: Final = "Lưu danh sách này…"
KEEP_TITLE: Final = "Lưu danh sách"
KEEP_NAME: Final = "Tên danh sách"
KEEP_YES: Final = "Lưu"
KEEP_HOW: Final = "Lưu bộ lọc, cột, thứ tự và độ rộng cột đang xem. Tên đã có thì ghi đè."
FORGET: Final = "Bỏ danh sách đã lưu"
COLUMNS: Final = "Cột"
USUAL_COLUMNS: Final = "Cột như ban đầu"

PAPER: Final = "In…"
PAPER_TIP: Final = "In ma trận đang xem trên khổ A3 (Ctrl+P)"
PAPER_TITLE: Final = "Ma trận nhiệm vụ"
EXCEL: Final = "Xuất Excel…"
EXCEL_TO: Final = "Xuất ma trận ra Excel"
EXCEL_NAME: Final = "Ma trận nhiệm vụ.xlsx"
EXCEL_FILES: Final = "Excel (*.xlsx)"
EXPORTING: Final = "Đang xuất ma trận ra Excel"
MATRIX_TABLE: Final = "Ma trận mục việc và đơn vị"
CELLS: Final = {
    CellState.DUE: "Sắp hạn",
    CellState.NOT_DUE: "Chưa hạn",
    CellState.OPEN: "Đang làm",
    CellState.DONE_LATE: "Xong trễ",
    CellState.DONE: "Xong",
    CellState.OUTSIDE: "Không tính",
}
MONTH_TABLE: Final = "Lịch ngày đến hạn"
PREVIOUS: Final = "Tháng trước"
NEXT: Final = "Tháng sau"
THIS_MONTH: Final = "Tháng này"
DAY_OFF: Final = "Ngày nghỉ"
WEEK: Final = WEEKDAYS

HISTORY: Final = "Diễn biến"
HISTORY_HEADINGS: Final = ("Ngày", "Diễn biến")
NO_HISTORY: Final = "Chưa có diễn biến nào."


def subtitle(shown: int, as_of: date) -> str:
    """How many lines, as of which day."""
    return f"{count(shown)} dòng giao việc, tính đến ngày {day(as_of)}"


def matrix_subtitle(items: int, units: int, as_of: date, *, cut: bool) -> str:
    """How large the matrix is, and whether there is more."""
    said = f"{count(items)} mục việc, {count(units)} đơn vị, tính đến ngày {day(as_of)}"
    return f"{said}. Chỉ hiện {count(items)} mục đến hạn sớm nhất; lọc hẹp hơn để xem các mục khác" if cut else said


def month_subtitle(lines: int, as_of: date) -> str:
    """How many lines fall due in the month shown."""
    return f"{count(lines)} dòng giao việc đến hạn trong tháng, tính đến ngày {day(as_of)}"


def month(first: date) -> str:
    """Tháng 4 năm 2023."""
    return f"Tháng {first.month} năm {first.year}"


def late(days: int) -> str:
    """A late cell."""
    return f"Trễ {count(days)} ngày"


def several(words: str, lines: int) -> str:
    """A cell of several lines."""
    return f"{words} ({lines})"


def day_lines(is_open: int, done: int) -> str:
    """What falls due on a day."""
    parts = [f"còn {count(is_open)} việc" if is_open else "", f"xong {count(done)} việc" if done else ""]
    return ", ".join(part for part in parts if part)


def exported(name: str) -> str:
    """After the workbook was written."""
    return f"Đã xuất “{name}”."


def filtered(parts: Sequence[str]) -> str:
    """What the list is narrowed to, beyond what the boxes say."""
    return "Đang lọc: " + "; ".join(parts)
