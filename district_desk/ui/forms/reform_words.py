"""The sentences of the choices for forms about reform."""

from collections.abc import Mapping
from typing import Final

from district_desk.domain.keepsakes import PrintedReport
from district_desk.ui.forms.words import AGAIN, AGAIN_NONE, AGAIN_SHOW, AS_OF, EVERY_UNIT, NEEDED, SIGNING, UNIT
from district_desk.ui.words import moment

__all__ = ["AGAIN", "AGAIN_NONE", "AGAIN_SHOW", "AS_OF", "EVERY_UNIT", "NEEDED", "SIGNING", "UNIT"]

SCORED_YEAR: Final = "Năm chấm điểm"
REPORT_YEAR: Final = "Năm báo cáo"
SERIES: Final = "Báo cáo định kỳ"
PERIOD: Final = "Kỳ"
NO_PERIOD: Final = "Hãy chọn kỳ; lập kỳ ở phần Báo cáo định kỳ của trang Cải cách hành chính."
NOT_SENT: Final = "Chỉ các đơn vị chưa nộp (trình Chủ tịch sau hạn nộp)"
SECTION: Final = "Mục của báo cáo"
TEXT: Final = "Nội dung ghi thêm ở mục này"
TEXT_HINT: Final = "Mỗi dòng một đoạn. Để trống thì chừa dòng chấm để ghi tay."
SECTIONS: Final[Mapping[str, str]] = {
    "leading": "I. Chỉ đạo, điều hành",
    "institutions": "II.1. Cải cách thể chế",
    "procedures": "II.2. Cải cách thủ tục hành chính",
    "apparatus": "II.3. Cải cách tổ chức bộ máy",
    "service": "II.4. Cải cách chế độ công vụ",
    "finance": "II.5. Cải cách tài chính công",
    "digital": "II.6. Chính quyền điện tử, chính quyền số",
    "results": "III.1. Kết quả nổi bật",
    "shortcomings": "III.2. Tồn tại, hạn chế",
    "causes": "III.3. Nguyên nhân",
    "next": "IV. Phương hướng, nhiệm vụ kỳ tới",
    "proposals": "V. Kiến nghị, đề xuất",
}


def written(section: str) -> str:
    """A section that has words."""
    return f"{section} (đã ghi)"


def kept(report: PrintedReport) -> str:
    """One that was saved: when, and which."""
    return f"{moment(report.made_at)}: {report.title}"
