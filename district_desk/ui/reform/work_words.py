"""The sentences of the part on breakthrough works."""

from typing import Final

from district_desk.desk.reform.breakthroughs import UnitWorks, WorksReading
from district_desk.domain.reform_plans import PlanState
from district_desk.ui.words import day

TITLE: Final = "Việc đột phá"
WORKS, MISSING = "works", "missing"
CHIPS: Final = ((WORKS, "Công việc đã đăng ký"), (MISSING, "Đơn vị chưa đăng ký"))
HEADINGS: Final = {
    "unit": "Đơn vị", "content": "Nội dung công việc đột phá, sáng tạo", "solution": "Giải pháp thực hiện",
    "criteria": "Tiêu chí tác động", "time": "Thời gian", "result": "Kết quả", "notation": "Số văn bản",
    "registered_on": "Ngày đăng ký", "note": "Ghi chú", "due": "Hạn đăng ký", "state": "Tình trạng",
}  # fmt: skip
EDIT: Final = "Đăng ký, sửa…"
EDIT_KEY: Final = "Ctrl+E"
EDIT_TIP: Final = "Gõ, dán hoặc nhận từ tệp các công việc đột phá, cập nhật kết quả"
GIVE: Final = "Giao đăng ký…"
GIVE_TIP: Final = "Giao các đơn vị đăng ký công việc đột phá"
PRINT: Final = "In bảng…"
PRINT_NAME: Final = "Bảng đăng ký công việc đột phá, sáng tạo"
REMIND: Final = "Đôn đốc…"
NO_WORKS: Final = "Chưa có công việc đột phá nào"
NO_WORKS_HOW: Final = "Giao các xã, thị trấn đăng ký theo chỉ thị; khi văn bản đăng ký đến thì ghi từng công việc, hoặc nhận từ bảng của đơn vị."
ALL_THERE: Final = "Đơn vị nào cũng đã đăng ký"
ALL_THERE_HOW: Final = "Không có đơn vị nào phải đôn đốc."
NOT_ASKED: Final = "Chưa giao"
DIALOG: Final = "Công việc đột phá, sáng tạo"
ONE_UNIT: Final = "{title} của {unit}"
HOW: Final = "Mỗi dòng một công việc. Số văn bản và ngày đăng ký ghi ở đây cũng là việc nộp của đơn vị; dán bảng có tiêu đề cột cũng được."
READ: Final = "Nhận từ tệp…"
READ_TIP: Final = "Đọc bảng đăng ký trong tệp Excel, Word hoặc PDF; xem lại rồi mới lưu (Ctrl+Shift+O)"
READ_KEY: Final = "Ctrl+Shift+O"
FILES: Final = "Bảng đăng ký (*.xlsx *.xlsm *.docx *.doc *.pdf *.odt *.rtf)"
NO_UNIT: Final = "Không có đơn vị này trong danh mục; chọn trong danh sách (F2)."
NO_DAY: Final = "Chưa đọc được ngày: xin ghi đủ ngày/tháng/năm, ví dụ 07/04/2023."
FAULTY: Final = "Dòng {row}, cột “{heading}”: {fault} Chưa ghi gì."
LACKING: Final = "Dòng {row} còn thiếu {heading}. Chưa ghi gì."
SAVED: Final = "Đã ghi."


def state(row: UnitWorks) -> str:
    """Why a unit stands among those who have not registered."""
    if row.plan is None:
        return NOT_ASKED
    if row.works:
        return "Có công việc, chưa ghi ngày đăng ký"
    return "Yêu cầu bổ sung" if row.state is PlanState.TO_COMPLETE else "Chưa đăng ký"


def figures(registered: int, units: int) -> str:
    """How many have registered."""
    return f"Đã đăng ký {registered}/{units} đơn vị."


def read(name: str, found: WorksReading) -> str:
    """What was read of a table, and what has to be looked at."""
    said = f"Đã đọc {len(found.works)} công việc từ {name}; hãy xem lại rồi bấm Lưu."
    for written, near in found.unknown:
        said += f" Không có đơn vị “{written}”" + (f" (gần giống: {', '.join(near)})." if near else ".")
    return said


def foot(year: int, works: int, registered: int, units: int) -> str:
    """The page's half of the foot line."""
    return f"Việc đột phá sau Chỉ số CCHC năm {year} · {works} công việc · {registered}/{units} đơn vị đã đăng ký"


def due(row: UnitWorks) -> str:
    """Until when the unit was to register."""
    return day(row.due)
