"""The sentences of taking scores from Excel."""

from typing import Final

from district_desk.domain.score_preview import ScorePreview
from district_desk.ui.words import count

ACTION: Final = "Nhập điểm từ Excel…"
TIP: Final = "Nhận bảng tổng hợp hoặc phiếu chấm điểm; xem trước từng ô rồi mới ghi. Cũng có thể kéo tệp thả vào đây."
CHOOSE: Final = "Chọn tệp điểm"
KINDS: Final = "Excel (*.xlsx *.xlsm)"
TITLE: Final = "Nhận điểm từ Excel"
CHANGES: Final = "Ô thay đổi"
FAULTS: Final = "Cần xem"
ASKED: Final = "Cột và tên"
MEANS: Final = "Dòng đang chọn là:"
NOT_SAID: Final = "– chưa chọn –"
LEAVE_OUT: Final = "Không nhận"
OPEN: Final = "Cần chọn"
REMEMBERED: Final = "Đã nhớ…"
REMEMBERED_TITLE: Final = "Những điều đã nhớ về tệp điểm"
REMEMBERED_NONE: Final = "Chưa nhớ điều gì."
REMOVE: Final = "Bỏ dòng đang chọn"
CLOSE: Final = "Đóng"
SCOPES: Final = {"column": "Cột", "unit": "Đơn vị", "criterion": "Tiêu chí"}
NO_CHANGES: Final = "Tệp này không làm thay đổi ô nào."
READING: Final = "Đang đọc tệp…"
FIELDS: Final = {
    "self_points": "tự chấm", "first_points": "thẩm định lần 1", "second_points": "thẩm định lần 2",
    "survey_points": "điều tra XHH", "declared": "số liệu kê khai", "explanation": "giải trình", "note": "ghi chú",
    "rating": "", "rank": "",
}  # fmt: skip


def take(cells: int) -> str:
    """The button that takes."""
    return f"Nhận {count(cells)} ô"


def skip(faults: int) -> str:
    """The box by which the clerk agrees to leave faulty cells out."""
    return f"Bỏ qua {count(faults)} chỗ chưa dùng được, nhận phần còn lại"


def new_index(preview: ScorePreview) -> str:
    """That the workbook makes the index of its year."""
    return (
        f"Năm {preview.year} chưa có bộ chỉ số: tệp này sẽ lập bộ chỉ số gồm {len(preview.criteria)} lĩnh vực, tiêu chí "
        "(mức xếp loại lấy theo năm gần nhất đã có, hoặc theo ví dụ)."
    )


def stopped(sentence: str) -> str:
    """Why nothing of the sheet can be taken."""
    return f"{sentence} Chưa nhận được ô nào."
