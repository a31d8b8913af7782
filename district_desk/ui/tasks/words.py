"""Every sentence of the tasks' page."""

from datetime import date
from typing import Final

from district_desk.ui.words import count, day

TITLE: Final = "Nhiệm vụ"
TABLE: Final = "Danh sách nhiệm vụ"
OPEN: Final = "open"
OVERDUE: Final = "overdue"
NEAR: Final = "near"
ALL: Final = "all"
CHIPS: Final = ((OPEN, "Chưa xong"), (OVERDUE, "Quá hạn"), (NEAR, "Quá hạn và sắp đến hạn"), (ALL, "Tất cả"))
UNIT: Final = "Đơn vị"
EVERY_UNIT: Final = "Mọi đơn vị"
EVERY_ROLE: Final = "Mọi vai trò"
ROLE: Final = "Vai trò"
SEARCH: Final = "Tìm trong nội dung việc, số ký hiệu (không cần dấu)"
OPEN_DIRECTIVE: Final = "Mở văn bản"
RESULT: Final = "Ghi kết quả…"
RESULT_TIP: Final = "Ghi ngày hoàn thành và văn bản báo cáo của các việc đang chọn"
SHEETS: Final = "In phiếu giao nhiệm vụ"
EMPTY: Final = "Không có nhiệm vụ nào ở đây"
EMPTY_HOW: Final = "Việc được giao từ một văn bản: vào sổ văn bản, rồi bấm “Giao việc…”."
EMPTY_FILTER_HOW: Final = "Bấm “Tất cả”, đổi đơn vị hoặc xóa chữ trong ô tìm để xem các việc khác."

RESULT_TITLE: Final = "Ghi kết quả thực hiện"
DONE_ON: Final = "Ngày hoàn thành"
NOTATION: Final = "Số, ký hiệu văn bản báo cáo"
TEXT: Final = "Kết quả"
RESULT_YES: Final = "Ghi kết quả"


def subtitle(shown: int, as_of: date) -> str:
    """How many lines, as of which day."""
    return f"{count(shown)} dòng giao việc, tính đến ngày {day(as_of)}"


def result_of(lines: int) -> str:
    """What the result is written for."""
    return f"Ghi cho {count(lines)} việc đang chọn." if lines > 1 else "Ghi cho việc đang chọn."
