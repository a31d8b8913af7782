"""The sentences of a plan's measures."""

from typing import Final

from district_desk.desk.reform.plan_measures import MeasureReading
from district_desk.desk.words import STATES
from district_desk.domain.follow_up import Life
from district_desk.ui.words import day

TITLE: Final = "Giải pháp khắc phục"
HEADINGS: Final = {
    "criterion": "Lĩnh vực, tiêu chí bị trừ điểm", "lost": "Điểm bị trừ", "weakness": "Tồn tại, hạn chế",
    "cause": "Nguyên nhân", "responsible": "Trách nhiệm", "remedy": "Giải pháp khắc phục",
    "phrase": "Thời hạn ghi", "due": "Hạn", "product": "Sản phẩm", "state": "Tình trạng",
}  # fmt: skip
NO_CRITERION: Final = "Bộ chỉ số không có tiêu chí này; chọn trong danh sách (F2)."
NO_NUMBER: Final = "Không phải là số điểm, ví dụ 1,25."
NO_DAY: Final = "Chưa đọc được ngày: xin ghi đủ ngày/tháng/năm, ví dụ 30/06/2023."
FAULTY: Final = "Dòng {row}, cột “{heading}”: {fault} Chưa ghi gì."
PREFILL: Final = "Điền từ điểm bị trừ"
PREFILL_TIP: Final = "Thêm một dòng cho mỗi tiêu chí bị trừ điểm chưa có trong kế hoạch (Ctrl+T)"
PREFILL_KEY: Final = "Ctrl+T"
NOTHING_LOST: Final = "Không còn tiêu chí bị trừ điểm nào chưa có trong kế hoạch."
READ: Final = "Nhận từ tệp…"
READ_TIP: Final = "Đọc bảng giải pháp trong tệp Excel, Word hoặc PDF của đơn vị; xem lại rồi mới lưu (Ctrl+Shift+O)"
READ_KEY: Final = "Ctrl+Shift+O"
FILES: Final = "Bảng của đơn vị (*.xlsx *.xlsm *.docx *.doc *.pdf *.odt *.rtf)"
TEXTS: Final = "Mục đích, tổ chức…"
TEXTS_TIP: Final = "Phần I và phần V của kế hoạch khi in (Ctrl+E)"
TEXTS_KEY: Final = "Ctrl+E"
TEXTS_TITLE: Final = "Phần chữ của kế hoạch"
PURPOSE: Final = "I. Mục đích, yêu cầu"
ORGANISATION: Final = "V. Tổ chức thực hiện"
NOTE: Final = "Ghi chú"
KEEP: Final = "Ghi"
ADD: Final = "Thêm dòng (Insert)"
DROP: Final = "Xóa dòng đang chọn (Ctrl+Delete)"
UP: Final = "Chuyển dòng lên (Alt+↑)"
DOWN: Final = "Chuyển dòng xuống (Alt+↓)"
FOLLOW: Final = "Theo dõi từng giải pháp…"
FOLLOW_TIP: Final = "Mỗi giải pháp thành một việc của đơn vị trong sổ nhiệm vụ (Ctrl+Shift+F)"
FOLLOW_KEY: Final = "Ctrl+Shift+F"
FOLLOW_WHEN: Final = "Kế hoạch đạt rồi mới theo dõi từng giải pháp."
PAPER: Final = "Mở văn bản của đơn vị"
SAVE: Final = "Lưu"
SAVE_TIP: Final = "Ghi các dòng vào kế hoạch (Ctrl+S)"
CLOSE: Final = "Đóng"
SAVED: Final = "Đã ghi {count} giải pháp."
LOCKED: Final = "Giải pháp đang được theo dõi trong sổ nhiệm vụ nên không xóa ở đây."
UNSAVED_TITLE: Final = "Chưa lưu"
UNSAVED: Final = "Các dòng vừa sửa chưa được lưu. Đóng mà không lưu?"
DISCARD: Final = "Đóng, không lưu"
HOW: Final = "Gõ, dán từ Excel hoặc Word, hoặc nhận từ tệp của đơn vị. Thời hạn ghi như trong văn bản, hạn được tính theo lịch làm việc."
FOLLOW_TITLE: Final = "Theo dõi từng giải pháp"
FOLLOW_ABOUT: Final = "{count} giải pháp thành việc của {unit} trong sổ nhiệm vụ. Kế hoạch của đơn vị là văn bản đến nên phải có trong sổ:"
FOLLOW_NEW: Final = "Vào sổ kế hoạch này: {name}, đến ngày {day}, số đến"
FOLLOW_HELD: Final = "Đã có trong sổ: {name}"
FOLLOW_YES: Final = "Vào sổ và theo dõi"


def standing(line: Life | None) -> str:
    """How a measure stands in the register of tasks."""
    if line is None:
        return ""
    stands = line.standing
    if stands.done:
        return f"Xong {day(stands.done)}" + (f", muộn {stands.days_late} ngày" if stands.days_late else "")
    if not line.is_open:
        return STATES[stands.state]
    return f"Đang làm, quá {stands.days_late} ngày" if stands.days_late else "Đang làm"


def read(name: str, found: MeasureReading) -> str:
    """What was read of a table, and what has to be looked at."""
    parts = [f"Đã đọc {len(found.measures)} giải pháp từ {name}; hãy xem lại rồi bấm Lưu."]
    if found.unknown:
        parts.append("Bộ chỉ số không có: " + "; ".join(f"“{each}”" for each in found.unknown) + ".")
    if found.unread:
        parts.append("Chưa tính được hạn từ: " + "; ".join(f"“{each}”" for each in found.unread) + ".")
    return " ".join(parts)
