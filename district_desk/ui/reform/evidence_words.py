"""The sentences of the part on evidence."""

from fractions import Fraction
from typing import Final

from district_desk.domain.points import share_text

UNITS: Final = "Đơn vị"
CRITERIA: Final = "Tiêu chí cần tài liệu kiểm chứng"
PAPERS: Final = "Tài liệu đã có"
ADD_FILES: Final = "Thêm tệp…"
ADD_FILES_TIP: Final = "Thêm một hay nhiều tệp cho tiêu chí đang chọn; cũng có thể kéo tệp thả vào đây."
ADD_NUMBER: Final = "Số văn bản…"
EDIT: Final = "Sửa…"
OPEN: Final = "Mở"
REMOVE: Final = "Bỏ"
CHOOSE: Final = "Chọn tài liệu kiểm chứng"
NO_FILE: Final = "Tài liệu này chỉ ghi số văn bản, chưa có tệp."
CHOOSE_CRITERION: Final = "Chọn một đơn vị và một tiêu chí trước."
NOTHING_ASKED: Final = "Bộ chỉ số năm {year} chưa ghi tài liệu kiểm chứng"
HOW_TO_ASK: Final = (
    "Hãy ghi tài liệu kiểm chứng của từng tiêu chí ở phần Bộ chỉ số, hoặc nhận từ phiếu chấm điểm Excel."
)
NONE: Final = "Chưa có"
TITLE: Final = "Tài liệu kiểm chứng"
NOTATION: Final = "Số, ký hiệu"
DATED: Final = "Ngày văn bản"
SUBJECT: Final = "Nội dung"
KEEP: Final = "Ghi"
CANCEL: Final = "Thôi"


def papers(number: int) -> str:
    """How many documents a criterion has."""
    return f"{number} tài liệu"


def complete(proven: int, asking: int, percent: Fraction) -> str:
    """How much of what is asked a unit has: "12/40 (30 %)"."""
    return f"{proven}/{asking} ({share_text(percent, 0)}%)"


def foot(year: int, percent: Fraction) -> str:
    """The page's half of the foot line."""
    return f"Tài liệu kiểm chứng năm {year} · các đơn vị đã có {share_text(percent, 1)}%"
