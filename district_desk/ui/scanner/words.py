"""The words around the scanner's folder."""

from typing import Final

from district_desk.ui.words import count

OPEN: Final = "Đọc và vào sổ"
OPEN_TIP: Final = "Mở tệp đến trước nhất trên trang Vào sổ; ghi xong bằng F11 thì sang tệp kế tiếp."
SKIP: Final = "Bỏ qua"
SKIP_TIP: Final = "Không nhắc lại những tệp này nữa. Tệp vẫn nằm nguyên trong thư mục."

HEADING: Final = "Thư mục của máy quét"
NOTE: Final = (
    "Chương trình xem thư mục mà máy quét lưu tệp vào và báo khi có tệp mới (PDF, ảnh, Word), "
    "không dời, không sửa, không xóa tệp nào ở đó."
)
NONE: Final = "Chưa chọn thư mục."
AWAY: Final = "{folder}\nChưa mở được thư mục này; chương trình sẽ tự xem lại khi mở được."
CHOOSE: Final = "Chọn thư mục…"
CHOOSE_TITLE: Final = "Chọn thư mục của máy quét"
LEAVE: Final = "Thôi xem"


def waiting(files: int, first: str) -> str:
    """What the bar says: "Có 2 tệp mới trong thư mục máy quét: Scan_0012.pdf và 1 tệp nữa."."""
    more = f" và {count(files - 1)} tệp nữa" if files > 1 else ""
    return f"Có {count(files)} tệp mới trong thư mục máy quét: {first}{more}."
