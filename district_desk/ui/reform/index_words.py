"""The sentences of *Bộ chỉ số*."""

from typing import Final

from district_desk.desk.reform.index_sheets import Fate, IndexPreview
from district_desk.desk.reform.score_words import fault_sentence
from district_desk.domain.reform_triggers import Duty

CRITERIA: Final = "Tiêu chí"
BANDS: Final = "Mức xếp loại"
TRIGGERS: Final = "Điều kiện"
WEAKNESSES: Final = "Tồn tại"
ADD: Final = "Thêm"
ADD_DOMAIN: Final = "Thêm lĩnh vực"
ADD_PART: Final = "Thêm tiêu chí con"
EDIT: Final = "Sửa"
DROP: Final = "Xóa"
UP: Final = "Chuyển lên (Ctrl+↑)"
DOWN: Final = "Chuyển xuống (Ctrl+↓)"
EDIT_INDEX: Final = "Sửa tên, quyết định…"
COPY: Final = "Sao sang năm {year}"
EXPORT: Final = "Xuất Excel…"
IMPORT: Final = "Nhận từ Excel…"
EXPORT_TIP: Final = "Ghi bộ chỉ số ra tệp Excel: cũng là mẫu phiếu để các đơn vị tự chấm điểm"
IMPORT_TIP: Final = "Đọc bảng tiêu chí từ tệp Excel; xem trước từng dòng rồi mới nhận"
EXCEL: Final = "Excel (*.xlsx)"
DROP_TITLE: Final = "Xóa"
SUM_DIFFERS: Final = "Cộng: {total}"
SUM_TIP: Final = "Các phần cộng lại không bằng điểm tối đa"
BY_SURVEY: Final = "Điều tra XHH"
ANY: Final = "chỉ cần một điều kiện"
ALL: Final = "đủ mọi điều kiện"
DUTIES: Final = {
    Duty.PLAN: "Kế hoạch khắc phục",
    Duty.BREAKTHROUGH: "Đăng ký việc đột phá",
    Duty.REVIEW: "Kiểm điểm, tìm nguyên nhân",
}
COMMUNES: Final = "xã, phường, thị trấn"
EVERY_UNIT: Final = "mọi đơn vị"
NEEDED_BAND: Final = "không xét xếp loại"
UNUSED: Final = "không dùng"
IMPORT_TITLE: Final = "Nhận bộ chỉ số từ Excel"
TAKE: Final = "Nhận"
_FIELDS: Final = {
    "name": "tên", "maximum": "điểm tối đa", "method": "cách tính điểm", "evidence": "tài liệu kiểm chứng",
}  # fmt: skip


def drop_sentence(name: str) -> str:
    """Before something is taken away."""
    return f"Xóa “{name}”? Có thể hoàn tác."


def foot(year: int, criteria: int, maximum: str) -> str:
    """The foot line."""
    return f"Bộ chỉ số CCHC năm {year} · {criteria} tiêu chí · {maximum} điểm"


def heading(title: str, decision: str, version: int) -> str:
    """What the index is and on what it rests."""
    basis = f" · {decision}" if decision else ""
    return f"{title}{basis}" + (f" · lần {version}" if version > 1 else "")


def preview_sentence(preview: IndexPreview) -> str:
    """What a sheet would do."""
    if preview.faults:
        return "Chưa nhận được vì trong tệp có chỗ sai. Hãy sửa trong Excel rồi chọn lại tệp."
    said = f"Thêm {preview.count(Fate.ADD)} tiêu chí, sửa {preview.count(Fate.CHANGE)}, giữ {preview.count(Fate.SAME)}."
    if preview.missing:
        said += f" {len(preview.missing)} tiêu chí không có trong tệp vẫn được giữ."
    return said


def preview_lines(preview: IndexPreview) -> list[str]:
    """Each fault, or each row that is new or changes."""
    if preview.faults:
        return [fault_sentence(fault) for fault in preview.faults]
    return [
        f"{line.criterion.code} {line.criterion.name}: "
        + ("thêm" if line.fate is Fate.ADD else "sửa " + ", ".join(_FIELDS[name] for name in line.changed))
        for line in preview.lines
        if line.fate is not Fate.SAME
    ]


def exported(name: str) -> str:
    """After writing the workbook."""
    return f"Đã ghi bộ chỉ số ra “{name}”."
