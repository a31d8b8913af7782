"""Every sentence of the first start."""

from pathlib import Path
from typing import Final

OPENING: Final = "Đang mở dữ liệu của cơ quan…"
RESTORING: Final = "Đang khôi phục dữ liệu…"
RESTORED_BEGINS: Final = "Đã khôi phục"
FOUNDING: Final = "Đang lập dữ liệu cho cơ quan…"
TITLE: Final = "Bắt đầu dùng District Desk"
SUBTITLE: Final = "Chọn mẫu gần nhất với cơ quan của mình. Mọi thứ đều sửa được sau này ở Danh mục."
PROFILES: Final = "Mẫu cơ quan"
FOUND: Final = "Lập cơ quan theo mẫu đã chọn"
DEMO: Final = "Xem thử với cơ quan mẫu"
DEMO_TIP: Final = "Mở một cơ quan ví dụ đã có sẵn văn bản, để trong thư mục riêng"
CHANGE: Final = "Đổi thư mục…"
OTHER: Final = "Mở dữ liệu có sẵn…"
OTHER_TIP: Final = "Chọn thư mục đang chứa dữ liệu của cơ quan"
CHOOSE_FOLDER: Final = "Chọn thư mục để dữ liệu"
CHOOSE_OTHER: Final = "Chọn thư mục có dữ liệu của cơ quan"
WHERE: Final = "Dữ liệu sẽ để ở:"
LOCAL: Final = "Dữ liệu chỉ nằm trên máy này; chương trình không kết nối mạng."


def folder(path: Path) -> str:
    """Where the data will lie."""
    return str(path)


def restored(name: str, before: str) -> str:
    """After a snapshot was put in the place of the office's file."""
    return f"{RESTORED_BEGINS} từ bản sao lưu {name}. Dữ liệu trước đó được giữ trong bản {before}."
