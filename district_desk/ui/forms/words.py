"""Every sentence of the forms' page."""

from typing import Final

TITLE: Final = "Báo cáo, biểu mẫu"
SUBTITLE: Final = "Các mẫu in theo Nghị định 30/2020/NĐ-CP và mẫu giao việc"
TABLE: Final = "Danh sách mẫu in"
YEAR: Final = "Năm của sổ"
PRINT: Final = "Xem và in…"
PRINT_TIP: Final = "Xem trước bản in của mẫu đang chọn (Ctrl+P)"
CHOOSE: Final = "Chọn văn bản…"
CHOOSE_TIP: Final = "Mẫu này in cho từng văn bản: chọn văn bản ở trang Văn bản đến"
OWN: Final = "Mở thư mục mẫu riêng"
OWN_TIP: Final = "Bản sao của mẫu đặt trong thư mục này sẽ được dùng thay mẫu có sẵn"
OF_ONE: Final = "In cho từng văn bản"
OF_YEAR: Final = "In cho cả năm"
FOR_DIRECTIVE: Final = "Chọn văn bản trong danh sách, rồi bấm “{title}” ở phần chi tiết hoặc trong “Việc khác”."
NO_FOLDER: Final = "Không mở được thư mục “{folder}”."


def foot(forms: int) -> str:
    """The page's half of the foot line."""
    return f"{forms} mẫu in"
