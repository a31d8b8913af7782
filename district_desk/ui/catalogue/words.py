"""Every sentence of the catalogue's page."""

from typing import Final

from district_desk.desk.catalogue_sheets import Fate, ImportLine, ImportPreview
from district_desk.desk.words import field_name
from district_desk.ui.words import count

TITLE: Final = "Danh mục"
SUBTITLE: Final = "Thiết lập của cơ quan và các danh sách dùng khi vào sổ, giao việc, in ấn"
SECTIONS_NAME: Final = "Các danh mục"
OFFICE: Final = "Cơ quan"
UNITS: Final = "Đơn vị"
GROUPS: Final = "Nhóm đơn vị"
PEOPLE: Final = "Cán bộ"
TYPES: Final = "Loại văn bản"
LEVELS: Final = "Cấp giao"
DAYS: Final = "Ngày nghỉ, làm bù"

ADD: Final = "Thêm…"
EDIT: Final = "Sửa…"
DROP: Final = "Bỏ"
EXPORT: Final = "Xuất Excel…"
IMPORT: Final = "Nhập Excel…"
SUCCESSOR: Final = "Đơn vị kế thừa…"
SAVE: Final = "Lưu thiết lập"
SAVED: Final = "Đã lưu thiết lập."
DISCARD_TITLE: Final = "Thiết lập chưa lưu"
DISCARD: Final = "Thiết lập của cơ quan đã sửa nhưng chưa lưu. Bỏ những chỗ vừa sửa?"
DISCARD_YES: Final = "Bỏ chỗ vừa sửa"
DISCARD_NO: Final = "Ở lại"
EXPORT_TO: Final = "Xuất ra tệp Excel"
IMPORT_FROM: Final = "Nhập từ tệp Excel"
EXCEL: Final = "Excel (*.xlsx)"
OK: Final = "Ghi"
MEMBERS: Final = "Đơn vị trong nhóm"
NEEDED: Final = "Cần điền ô này."
FILTER: Final = "Tìm trong danh mục này (không cần dấu)"
DROP_TITLE: Final = "Bỏ khỏi danh mục"
IMPORTING: Final = "Đang đọc bảng Excel…"
EXPORTING: Final = "Đang xuất bảng Excel…"
IMPORT_TITLE: Final = "Xem trước khi nhập"
IMPORT_YES: Final = "Nhập vào danh mục"
SUCCESSOR_TITLE: Final = "Đơn vị kế thừa"
NEW_UNIT: Final = "Đơn vị nhận"
FROM_DAY: Final = "Từ ngày"
PART: Final = "Phần kế thừa (bỏ trống nếu nhận toàn bộ)"
YES: Final = "Có"
NO: Final = "Không"
FATES: Final = {Fate.ADD: "Thêm mới", Fate.CHANGE: "Sửa", Fate.SAME: "Giữ nguyên", Fate.FAULTY: "Có lỗi"}
SETTING_GROUPS: Final = (
    ("Tên và địa chỉ", ("level", "body", "body_short", "parent_body", "upper_body", "bureau", "bureau_unit", "place",
                        "province", "lower_units", "own_head", "symbol", "organ_id", "address", "email", "phone")),
    ("Ký và in", ("signer_authority", "signer_title", "signer_name", "sheet_number")),
    ("Sổ và thời hạn", ("officer", "automatic_numbers", "first_number", "near_due_days", "internal_lead_days",
                        "return_days", "extension_limit", "extension_days", "result_file_required", "report_hour",
                        "work_hours", "before_is_inclusive", "roll_calendar_days", "immediate_days",
                        "review_months")),
    ("Báo cáo định kỳ", ("week_report_day", "month_report_day", "quarter_report_day", "half_year_report_day",
                         "year_report_day", "data_day", "gather_days", "send_up_days", "unspecified_months",
                         "periods_ahead_days", "longest_report_only")),
)  # fmt: skip


def foot(name: str, number: int) -> str:
    """The page's half of the foot line."""
    return f"{name}: {count(number)} dòng"


def drop_sentence(names: list[str]) -> str:
    """What will be taken off a list."""
    if len(names) == 1:
        return f"Bỏ “{names[0]}” khỏi danh mục? Có thể hoàn tác."
    return f"Bỏ {len(names)} dòng khỏi danh mục? Có thể hoàn tác."


def exported(name: str) -> str:
    """After a list was written to Excel."""
    return f"Đã xuất ra “{name}”."


def import_sentence(preview: ImportPreview) -> str:
    """What an import would do, in figures."""
    parts = [f"{FATES[fate].lower()} {preview.count(fate)}" for fate in Fate if preview.count(fate)]
    said = f"“{preview.path.name}”: {', '.join(parts)} dòng."
    if preview.count(Fate.FAULTY):
        said += " Hãy sửa các dòng có lỗi trong bảng rồi nhập lại; chưa ghi gì."
    return said


def import_note(line: ImportLine) -> str:
    """What is wrong with a row, or which fields would change."""
    if line.faults:
        return "; ".join(line.faults)
    return ", ".join("nhóm" if key == "groups" else field_name(key) for key in line.changed)
